/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

G_BEGIN_DECLS

/* Has one preview worked out at a time: who asks again has forgotten the question
 * before. ReaPreviewer::answered (plan, error) is emitted with one of both, and
 * ReaPreviewer::late when the answer keeps somebody waiting.
 */
#define REA_TYPE_PREVIEWER (rea_previewer_get_type ())
G_DECLARE_FINAL_TYPE (ReaPreviewer, rea_previewer, REA, PREVIEWER, GObject)

ReaPreviewer *rea_previewer_new (ReaService *service, gint64 campaign) G_GNUC_WARN_UNUSED_RESULT;
void          rea_previewer_ask (ReaPreviewer *self, const ReaRequest *request);
void          rea_previewer_forget (ReaPreviewer *self);

G_END_DECLS
