/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sender-filter.h"
#include "rea-sender-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The tab Senders: how each of them gets on. Properties: summary (how many are listed, in a
 * few words), reason (nullable: why nothing can be moved), ticked-text (nullable: how many
 * are ticked), ticked-detail (what those hold), has-ticks, and can-manage (whether the user
 * may add and remove senders).
 */
#define REA_TYPE_SENDERS_PAGE (rea_senders_page_get_type ())
G_DECLARE_FINAL_TYPE (ReaSendersPage, rea_senders_page, REA, SENDERS_PAGE, AdwBin)

void        rea_senders_page_set_senders (ReaSendersPage *self, ReaSenderList *senders);
void        rea_senders_page_set_reason (ReaSendersPage *self, const char *reason);
const char *rea_senders_page_get_reason (ReaSendersPage *self);
void        rea_senders_page_clear_ticks (ReaSendersPage *self);
void        rea_senders_page_reassign_ticked (ReaSendersPage *self);
void        rea_senders_page_remind_ticked (ReaSendersPage *self);
void        rea_senders_page_show (ReaSendersPage *self, ReaSenders which);
void        rea_senders_page_focus_table (ReaSendersPage *self);
void        rea_senders_page_search (ReaSendersPage *self);

G_END_DECLS
