/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-thread.h"

G_BEGIN_DECLS

/* What can be done with one conversation by a single verb of the session. */
typedef ReaConversation *(*ReaThreadVerb) (ReaSession *session,
                                           gint64      campaign,
                                           gint64      conversation,
                                           GError    **error);

void     rea_thread_act_async (ReaThread          *thread,
                               ReaThreadVerb       verb,
                               GAsyncReadyCallback callback,
                               gpointer            user_data);
void     rea_thread_answer_async (ReaThread          *thread,
                                  const char         *question,
                                  const char         *answer,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
gboolean rea_thread_act_finish (GObject *source, GAsyncResult *result, GError **error);

G_END_DECLS
