/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign.h"

G_BEGIN_DECLS

gboolean rea_campaign_part_equal (const ReaCampaign *a, const ReaCampaign *b, ReaCampaignPart part);
void     rea_campaign_part_copy (ReaCampaign *to, const ReaCampaign *from, ReaCampaignPart part);

/**
 * ReaCampaignEdit:
 * @base: the campaign as it was last seen
 * @values: the same as somebody wants it
 *
 * What somebody changes in a campaign while others may change it too. A part that
 * is the same in both was not touched.
 */
typedef struct
{
  ReaCampaign *base;
  ReaCampaign *values;
} ReaCampaignEdit;

ReaCampaignEdit *rea_campaign_edit_new (const ReaCampaign *base) G_GNUC_WARN_UNUSED_RESULT;
ReaCampaignEdit *rea_campaign_edit_copy (const ReaCampaignEdit *self) G_GNUC_WARN_UNUSED_RESULT;
void             rea_campaign_edit_free (ReaCampaignEdit *self);
gboolean         rea_campaign_edit_touches (const ReaCampaignEdit *self, ReaCampaignPart part);
gboolean         rea_campaign_edit_touches_any (const ReaCampaignEdit *self);
guint            rea_campaign_edit_rebase (ReaCampaignEdit *self, const ReaCampaign *seen);
gboolean rea_campaign_edit_apply (ReaCampaign *campaign, gpointer user_data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaCampaignEdit, rea_campaign_edit_free)

G_END_DECLS
