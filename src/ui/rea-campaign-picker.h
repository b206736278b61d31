/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The list of campaigns under the title of the window, to switch to another one.
 * ReaCampaignPicker::chosen (id) is emitted when one is chosen.
 */
#define REA_TYPE_CAMPAIGN_PICKER (rea_campaign_picker_get_type ())
G_DECLARE_FINAL_TYPE (ReaCampaignPicker, rea_campaign_picker, REA, CAMPAIGN_PICKER, GtkPopover)

void
rea_campaign_picker_set_campaigns (ReaCampaignPicker *self, GPtrArray *campaigns, gint64 current);

G_END_DECLS
