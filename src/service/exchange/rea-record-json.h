/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign.h"
#include "rea-record.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

ReaRecord *rea_record_from_json (JsonObject        *object,
                                 const ReaCampaign *campaign,
                                 gint64             now,
                                 GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void       rea_record_to_json (const ReaRecord *self, GString *json);

G_END_DECLS
