/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-pick-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A list to pick one of, with a search above it: for a popover. Return in the search
 * takes the first that it shows, Down goes into the list. ReaPickList::picked (key)
 * is emitted when one is picked.
 */
#define REA_TYPE_PICK_LIST (rea_pick_list_get_type ())
G_DECLARE_FINAL_TYPE (ReaPickList, rea_pick_list, REA, PICK_LIST, AdwBin)

void rea_pick_list_set_labels (ReaPickList *self, const char *search, const char *list);
void rea_pick_list_set_items (ReaPickList *self, GPtrArray *items);
void rea_pick_list_start (ReaPickList *self);

G_END_DECLS
