/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows how far long work on another thread has come: hidden at first, and for as
 * long as it may be over in a moment.
 */
#define REA_TYPE_PROGRESS_PANE (rea_progress_pane_get_type ())
G_DECLARE_FINAL_TYPE (ReaProgressPane, rea_progress_pane, REA, PROGRESS_PANE, AdwBin)

/* What the thread that works and the one that shows it share. */
typedef struct _ReaProgressShare ReaProgressShare;

ReaProgressShare *rea_progress_share_new (void) G_GNUC_WARN_UNUSED_RESULT;
ReaProgressShare *rea_progress_share_ref (ReaProgressShare *self);
void              rea_progress_share_unref (ReaProgressShare *self);
void              rea_progress_share_tell (gint64 done, gint64 total, gpointer user_data);

void rea_progress_pane_begin (ReaProgressPane  *self,
                              const char       *text,
                              ReaProgressShare *share,
                              gboolean          counts);
void rea_progress_pane_end (ReaProgressPane *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaProgressShare, rea_progress_share_unref)

G_END_DECLS
