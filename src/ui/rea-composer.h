/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-drafts.h"
#include "rea-thread.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where a message is written: Return sends it. It begins with what was written there
 * before, else with the campaign's initial message where nothing was sent yet.
 * ReaComposer::send is emitted when somebody sends what it holds, and ReaComposer::changed
 * when it holds something else.
 */
#define REA_TYPE_COMPOSER (rea_composer_get_type ())
G_DECLARE_FINAL_TYPE (ReaComposer, rea_composer, REA, COMPOSER, AdwBin)

void     rea_composer_set_thread (ReaComposer *self, ReaThread *thread, ReaDrafts *drafts);
char    *rea_composer_dup_text (ReaComposer *self) G_GNUC_WARN_UNUSED_RESULT;
void     rea_composer_set_text (ReaComposer *self, const char *text);
gboolean rea_composer_holds_return (ReaComposer *self);
void     rea_composer_open_replies (ReaComposer *self);
gboolean rea_composer_write (ReaComposer *self);

G_END_DECLS
