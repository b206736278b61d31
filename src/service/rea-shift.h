/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign.h"

G_BEGIN_DECLS

/**
 * ReaShift:
 * @campaign: the campaign
 * @counts: what the acting user holds in it, by status; initial messages are those
 *   not started
 * @refusal: (nullable): a sentence why nobody can be written to now, or %NULL
 * @initial_refusal: (nullable): a sentence why nobody can be written to for the first
 *   time now, opening hours aside, or %NULL
 * @initial_at: when that will be possible if nothing but time passes, or %REA_TIME_NONE
 * @may_self_assign: whether the acting user would be given conversations now
 * @self_assign_refusal: (nullable): a sentence why not, or %NULL
 * @offered: how many they would be given
 *
 * What there is to do for the acting user in a campaign.
 */
typedef struct
{
  ReaCampaign *campaign;
  ReaCounts    counts;
  char        *refusal;
  char        *initial_refusal;
  gint64       initial_at;
  gboolean     may_self_assign;
  char        *self_assign_refusal;
  gint64       offered;
} ReaShift;

void rea_shift_free (ReaShift *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaShift, rea_shift_free)

G_END_DECLS
