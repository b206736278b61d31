/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-plan.h"
#include "rea-sender-list.h"

G_BEGIN_DECLS

/**
 * ReaSenderChoice:
 *
 * A row of the table in which senders are chosen and a move is previewed: a
 * sender, or what nobody holds, with what it gives and receives. Properties:
 * chosen (boolean). The tick lives here, so that no search loses it; every other
 * change is told as a notification of item.
 */
#define REA_TYPE_SENDER_CHOICE (rea_sender_choice_get_type ())
G_DECLARE_FINAL_TYPE (ReaSenderChoice, rea_sender_choice, REA, SENDER_CHOICE, GObject)

ReaSenderChoice *rea_sender_choice_new (ReaSenderItem   *item,
                                        const ReaCounts *largest) G_GNUC_WARN_UNUSED_RESULT;
ReaCounts        rea_sender_choice_get_largest (ReaSenderChoice *self);
ReaSenderItem   *rea_sender_choice_get_item (ReaSenderChoice *self);
gboolean         rea_sender_choice_is_unassigned (ReaSenderChoice *self);
gboolean         rea_sender_choice_get_can_choose (ReaSenderChoice *self);
void             rea_sender_choice_set_can_choose (ReaSenderChoice *self, gboolean can_choose);
gboolean         rea_sender_choice_get_chosen (ReaSenderChoice *self);
void             rea_sender_choice_set_chosen (ReaSenderChoice *self, gboolean chosen);
void      rea_sender_choice_set_row (ReaSenderChoice *self, const ReaPlanRow *row, gint64 scale);
ReaCounts rea_sender_choice_get_before (ReaSenderChoice *self);
ReaCounts rea_sender_choice_get_gave (ReaSenderChoice *self);
ReaCounts rea_sender_choice_get_received (ReaSenderChoice *self);
gint64    rea_sender_choice_get_change (ReaSenderChoice *self);
gboolean  rea_sender_choice_changes (ReaSenderChoice *self);
gint64    rea_sender_choice_get_scale (ReaSenderChoice *self);

G_END_DECLS
