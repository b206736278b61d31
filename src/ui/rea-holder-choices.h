/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-filter.h"
#include "rea-sender-list.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The choices of a drop-down of senders: everyone, those who are online, those
 * who are offline, nobody, then each sender.
 */
GListModel *rea_holder_choices_new (ReaSenderList *senders) G_GNUC_WARN_UNUSED_RESULT;
void        rea_holder_choices_apply (ReaSenderList *senders, guint position, ReaFilter *filter);
guint       rea_holder_choices_find (ReaSenderList *senders, const char *email);

#define REA_HOLDER_CHOICE_ANY        0
#define REA_HOLDER_CHOICE_ONLINE     1
#define REA_HOLDER_CHOICE_OFFLINE    2
#define REA_HOLDER_CHOICE_UNASSIGNED 3

G_END_DECLS
