/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

G_BEGIN_DECLS

/* A conversation as somebody sees it who writes in it. It reads itself, and again
 * whenever its campaign changes or time has passed; one that nobody looks at yet is
 * ready when somebody does.
 *
 * ReaThread::changed is emitted when rea_thread_get_state() or rea_thread_get_error()
 * answers something else than before.
 */
#define REA_TYPE_THREAD (rea_thread_get_type ())
G_DECLARE_FINAL_TYPE (ReaThread, rea_thread, REA, THREAD, GObject)

ReaThread            *rea_thread_new (ReaService *service,
                                      gint64      campaign,
                                      gint64      conversation) G_GNUC_WARN_UNUSED_RESULT;
ReaService           *rea_thread_get_service (ReaThread *self);
gint64                rea_thread_get_campaign (ReaThread *self);
gint64                rea_thread_get_conversation (ReaThread *self);
const ReaThreadState *rea_thread_get_state (ReaThread *self);
const GError         *rea_thread_get_error (ReaThread *self);
void                  rea_thread_show_earlier (ReaThread *self);

G_END_DECLS
