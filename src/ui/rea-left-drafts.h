/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the acting user has written in conversations that have gone to others since: a
 * button that shows only where there is any, and what it opens. ReaLeftDrafts::discard
 * (conversation) is emitted when one is not wanted any more.
 */
#define REA_TYPE_LEFT_DRAFTS (rea_left_drafts_get_type ())
G_DECLARE_FINAL_TYPE (ReaLeftDrafts, rea_left_drafts, REA, LEFT_DRAFTS, AdwBin)

void rea_left_drafts_set_campaign (ReaLeftDrafts *self, ReaService *service, gint64 campaign);
void rea_left_drafts_refresh (ReaLeftDrafts *self);

G_END_DECLS
