/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says which messages could not be sent while their writer went on, and why, one after
 * the other until each was looked at. ReaRefusedBar::go (conversation) is emitted when
 * somebody goes back to one.
 */
#define REA_TYPE_REFUSED_BAR (rea_refused_bar_get_type ())
G_DECLARE_FINAL_TYPE (ReaRefusedBar, rea_refused_bar, REA, REFUSED_BAR, AdwBin)

void rea_refused_bar_add (ReaRefusedBar *self,
                          gint64         conversation,
                          const char    *contact,
                          const char    *reason);
void rea_refused_bar_drop (ReaRefusedBar *self, gint64 conversation);
void rea_refused_bar_clear (ReaRefusedBar *self);

G_END_DECLS
