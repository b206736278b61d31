/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-subpage.h"

G_BEGIN_DECLS

/* What a window shows, one page at a time: ReaPages:home, and the pages that were
 * opened on top of it. The action pages.back, Escape, Alt+Left and the mouse's
 * Back lead back to where one was, and the focus too. ReaPages:page is the page on
 * top, NULL at home; ReaPages:trouble is shown on all of them.
 */
#define REA_TYPE_PAGES (rea_pages_get_type ())
G_DECLARE_FINAL_TYPE (ReaPages, rea_pages, REA, PAGES, AdwBin)

ReaPages   *rea_pages_of (GtkWidget *widget);
void        rea_pages_open (ReaPages *self, ReaSubpage *page);
void        rea_pages_go_home (ReaPages *self);
ReaSubpage *rea_pages_get_page (ReaPages *self);

G_END_DECLS
