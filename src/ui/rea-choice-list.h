/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-plan.h"
#include "rea-reassign-case.h"
#include "rea-sender-choice.h"
#include "rea-sender-list.h"
#include "rea-tally.h"

G_BEGIN_DECLS

/* The rows of the table of a reassignment, a #GListModel of #ReaSenderChoice in an
 * order that stays: what nobody holds, who gives, then who has least open work
 * (where all give everything: most). ReaChoiceList::chosen-changed is emitted when
 * other senders are chosen, ReaChoiceList::chosen-left (names) when some of them were
 * removed from the campaign.
 */
#define REA_TYPE_CHOICE_LIST (rea_choice_list_get_type ())
G_DECLARE_FINAL_TYPE (ReaChoiceList, rea_choice_list, REA, CHOICE_LIST, GObject)

ReaChoiceList *rea_choice_list_new (ReaSenderList         *senders,
                                    const ReaReassignCase *reassign) G_GNUC_WARN_UNUSED_RESULT;
GListModel    *rea_choice_list_get_model (ReaChoiceList *self);
gint64         rea_choice_list_get_n_conversations (ReaChoiceList *self);
gboolean       rea_choice_list_takes_part (ReaChoiceList *self, ReaSenderChoice *choice);
gboolean       rea_choice_list_is_pinned (ReaChoiceList *self, ReaSenderChoice *choice);
void           rea_choice_list_set_to (ReaChoiceList *self, ReaTo to);
void           rea_choice_list_set_plan (ReaChoiceList *self, const ReaPlan *plan);
void           rea_choice_list_take_tally (ReaChoiceList *self, ReaTally *tally);
void           rea_choice_list_choose (ReaChoiceList *self, GListModel *choices, gboolean chosen);
char         **rea_choice_list_dup_chosen (ReaChoiceList *self) G_GNUC_WARN_UNUSED_RESULT;
gint64         rea_choice_list_count (ReaChoiceList *self, ReaStatus status);
gint64         rea_choice_list_count_chosen (ReaChoiceList *self, ReaStatus status);
gint64         rea_choice_list_count_unassigned (ReaChoiceList *self, ReaStatus status);

G_END_DECLS
