/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

G_BEGIN_DECLS

/* Opens the database of a window, as often as it takes. ReaDatabaseOpener::opened
 * (service, created) is emitted when it is open, ::failed (reason, missing) when it
 * cannot be; missing where there is no file, which is no mishap but the first start.
 */
#define REA_TYPE_DATABASE_OPENER (rea_database_opener_get_type ())
G_DECLARE_FINAL_TYPE (ReaDatabaseOpener, rea_database_opener, REA, DATABASE_OPENER, GObject)

ReaDatabaseOpener *rea_database_opener_new (const char *location,
                                            const char *user) G_GNUC_WARN_UNUSED_RESULT;
const char        *rea_database_opener_get_location (ReaDatabaseOpener *self);
const char        *rea_database_opener_get_user (ReaDatabaseOpener *self);
void               rea_database_opener_open (ReaDatabaseOpener *self, gboolean create);

G_END_DECLS
