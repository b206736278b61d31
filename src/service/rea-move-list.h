/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-move-item.h"
#include "rea-service.h"

G_BEGIN_DECLS

/* The history of a campaign, a #GListModel of #ReaMoveItem, newest first. Moves that
 * somebody makes are put before the others, which stay as they are; earlier ones are
 * read as they are asked for. Properties: loaded (boolean, whether the filter's first
 * page is there), complete (boolean, whether there is nothing earlier), and error
 * (nullable string).
 */
#define REA_TYPE_MOVE_LIST (rea_move_list_get_type ())
G_DECLARE_FINAL_TYPE (ReaMoveList, rea_move_list, REA, MOVE_LIST, GObject)

ReaMoveList *rea_move_list_new (ReaService *service, gint64 campaign) G_GNUC_WARN_UNUSED_RESULT;
void         rea_move_list_set_filter (ReaMoveList *self, ReaMoveShow show, const char *search);
void         rea_move_list_load_more (ReaMoveList *self);
void         rea_move_list_load_down_to (ReaMoveList *self, gint64 move);
gboolean     rea_move_list_find (ReaMoveList *self, gint64 move, guint *position);
gboolean     rea_move_list_get_loaded (ReaMoveList *self);
const char  *rea_move_list_get_error (ReaMoveList *self);

G_END_DECLS
