/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

G_BEGIN_DECLS

/* How many conversations there are for whoever writes: own ones, or everyone's. Properties:
 * loaded (boolean), error (nullable string). ReaMessengerCounts::changed is emitted after
 * each reading.
 */
#define REA_TYPE_MESSENGER_COUNTS (rea_messenger_counts_get_type ())
G_DECLARE_FINAL_TYPE (ReaMessengerCounts, rea_messenger_counts, REA, MESSENGER_COUNTS, GObject)

ReaMessengerCounts *rea_messenger_counts_new (ReaService *service,
                                              gint64      campaign,
                                              gboolean    everyone) G_GNUC_WARN_UNUSED_RESULT;
const ReaCounts    *rea_messenger_counts_get (ReaMessengerCounts *self);

G_END_DECLS
