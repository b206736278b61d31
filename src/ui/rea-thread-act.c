/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-thread-act.h"

typedef struct
{
  gint64        campaign;
  gint64        conversation;
  ReaThreadVerb verb;
  char         *question;
  char         *answer;
} Act;

static void
act_free (Act *act)
{
  g_free (act->question);
  g_free (act->answer);
  g_free (act);
}

static gpointer
act_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const Act *act = data;

  if (act->verb != NULL)
    return act->verb (session, act->campaign, act->conversation, error);

  return rea_session_answer (session, act->campaign, act->conversation, act->question, act->answer,
                             error);
}

static Act *
act_new (ReaThread *thread)
{
  Act *act = g_new0 (Act, 1);

  act->campaign = rea_thread_get_campaign (thread);
  act->conversation = rea_thread_get_conversation (thread);

  return act;
}

static void
start (ReaThread *thread, Act *act, GAsyncReadyCallback callback, gpointer user_data)
{
  rea_service_call_async (rea_thread_get_service (thread), REA_LANE_WRITE, act_call, act,
                          (GDestroyNotify) act_free, (GDestroyNotify) rea_conversation_free, NULL,
                          callback, user_data);
}

/**
 * rea_thread_act_async:
 * @thread: a conversation
 * @verb: what to do with it
 * @callback: called when it is done, or refused
 * @user_data: for @callback
 *
 * Does something with the conversation; @thread reads itself again afterwards.
 */
void
rea_thread_act_async (ReaThread          *thread,
                      ReaThreadVerb       verb,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  Act *act;

  g_return_if_fail (REA_IS_THREAD (thread));
  g_return_if_fail (verb != NULL);

  act = act_new (thread);
  act->verb = verb;
  start (thread, act, callback, user_data);
}

/**
 * rea_thread_answer_async:
 * @thread: a conversation
 * @question: the name of a question of the campaign
 * @answer: (nullable): one of its answers, or %NULL to take back the one given
 * @callback: called when it is done, or refused
 * @user_data: for @callback
 *
 * Fills in the survey; @thread reads itself again afterwards.
 */
void
rea_thread_answer_async (ReaThread          *thread,
                         const char         *question,
                         const char         *answer,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  Act *act;

  g_return_if_fail (REA_IS_THREAD (thread));
  g_return_if_fail (question != NULL);

  act = act_new (thread);
  act->question = g_strdup (question);
  act->answer = g_strdup (answer);
  start (thread, act, callback, user_data);
}

/**
 * rea_thread_act_finish:
 * @source: what the callback was given
 * @result: so, too
 * @error: why it was not done
 *
 * Returns: whether it was done
 */
gboolean
rea_thread_act_finish (GObject *source, GAsyncResult *result, GError **error)
{
  g_autoptr (ReaConversation) conversation =
      rea_service_call_finish (REA_SERVICE (source), result, error);

  return conversation != NULL;
}
