/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-thread.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The messages of a conversation, the newest at the bottom. It stays there while new ones
 * come, unless somebody has scrolled up to read.
 */
#define REA_TYPE_THREAD_VIEW (rea_thread_view_get_type ())
G_DECLARE_FINAL_TYPE (ReaThreadView, rea_thread_view, REA, THREAD_VIEW, AdwBin)

void rea_thread_view_set_thread (ReaThreadView *self, ReaThread *thread);
void rea_thread_view_scroll (ReaThreadView *self, int pages);

G_END_DECLS
