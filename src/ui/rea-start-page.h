/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the window shows while there is no campaign to show: that it is being opened,
 * that there is none yet, or why it cannot be. ReaStartPage::open-demo and
 * ReaStartPage::try-again are emitted when somebody asks for it.
 */
#define REA_TYPE_START_PAGE (rea_start_page_get_type ())
G_DECLARE_FINAL_TYPE (ReaStartPage, rea_start_page, REA, START_PAGE, AdwBin)

void rea_start_page_show_opening (ReaStartPage *self, const char *text);
void rea_start_page_set_progress (ReaStartPage *self, double fraction);
void rea_start_page_show_empty (ReaStartPage *self, const char *description, gboolean may_make);
void rea_start_page_show_missing (ReaStartPage *self, const char *reason);
void rea_start_page_show_none (ReaStartPage *self, gboolean may_make);
void rea_start_page_show_failure (ReaStartPage *self, const char *reason);
void rea_start_page_show_unknown (ReaStartPage *self, const char *reason);

G_END_DECLS
