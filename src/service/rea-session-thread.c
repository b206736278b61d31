/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A conversation as it is seen while somebody writes in it. Nothing here takes longer
 * in a larger campaign.
 */
#include "rea-session-private.h"

#include "rea-sending.h"

#include <glib/gi18n-lib.h>

static gboolean
read_messages (ReaStore *store, ReaThreadState *state, guint n_messages, GError **error)
{
  gint64 id = state->conversation->id;

  state->messages = rea_store_list_messages (store, id, 0, n_messages + 1, error);
  if (state->messages == NULL)
    return FALSE;

  /* One more than asked for tells whether there are others. */
  state->has_earlier = state->messages->len > n_messages;
  if (state->has_earlier)
    g_ptr_array_remove_index (state->messages, 0);

  if (state->messages->len > 0)
    state->last_message_id =
        ((const ReaMessage *) g_ptr_array_index (state->messages, state->messages->len - 1))->id;

  return TRUE;
}

static gboolean
find_last_move (ReaStore *store, gint64 campaign, gint64 *id, GError **error)
{
  ReaMoveFilter filter = { .limit = 1 };
  ReaMoveQuery  query = { .filter = &filter };
  g_autoptr (GPtrArray) moves = rea_store_list_moves (store, campaign, &query, error);

  if (moves == NULL)
    return FALSE;

  *id = moves->len > 0 ? ((const ReaMove *) g_ptr_array_index (moves, 0))->id : 0;

  return TRUE;
}

/* All moves of the campaign have to be looked at, so only new ones are. */
static gboolean
read_trail (ReaStore *store, ReaThreadState *state, const ReaThreadState *before, GError **error)
{
  if (!find_last_move (store, state->campaign->id, &state->last_move, error))
    return FALSE;

  if (before != NULL && before->last_move == state->last_move)
    state->trail = g_ptr_array_ref (before->trail);
  else
    state->trail = rea_store_list_trail (store, state->conversation, error);

  return state->trail != NULL;
}

static gboolean
read_holder (ReaSession *self, ReaThreadState *state, GError **error)
{
  if (state->conversation->holder_email == NULL)
    return TRUE;

  state->holder =
      rea_store_find_user (rea_session_get_store (self), state->conversation->holder_email, error);
  if (state->holder == NULL)
    return FALSE;

  state->holder_online = rea_user_is_online (state->holder, rea_session_now (self));

  return TRUE;
}

static gboolean
read_drafts (ReaSession *self, ReaThreadState *state, GError **error)
{
  gint64 user = rea_session_get_user (self)->id;
  gint64 now = rea_session_now (self);
  g_autoptr (GPtrArray) drafts =
      rea_store_list_drafts (rea_session_get_store (self), state->conversation->id, error);

  if (drafts == NULL)
    return FALSE;

  for (guint i = 0; i < drafts->len; i++)
    {
      const ReaDraft *draft = g_ptr_array_index (drafts, i);

      if (draft->by == user)
        state->draft = g_strdup (draft->text);
      else if (ABS (now - draft->at) < REA_WRITING_SECONDS)
        g_ptr_array_add (state->writers, g_strdup (draft->by_name));
    }

  return TRUE;
}

/* A message that names a variable which there isn't any more is none to offer. */
static gboolean
fill_in_initial (ReaSession *self, ReaThreadState *state, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (state->campaign->initial_message == NULL || state->messages->len > 0 ||
      !rea_sending_is_initial (state->conversation))
    return TRUE;

  state->initial_text = rea_session_fill_in (self, state->campaign, state->conversation,
                                             state->campaign->initial_message, &local);
  if (local == NULL || g_error_matches (local, REA_ERROR, REA_ERROR_INVALID))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static void
judge_sending (ReaSession *self, ReaThreadState *state)
{
  gint64 now = rea_session_now (self);
  g_autoptr (GError) refused = NULL;

  state->may_send = rea_sending_check (state->campaign, state->conversation, now, &refused);
  if (state->may_send)
    return;

  state->refusal = g_strdup (refused->message);
  state->possible_at = rea_sending_find_possible (state->campaign, state->conversation, now);
}

static ReaThreadState *
read_thread (ReaSession           *self,
             gint64                campaign,
             gint64                conversation,
             guint                 n_messages,
             const ReaThreadState *before,
             GError              **error)
{
  ReaStore *store = rea_session_get_store (self);
  g_autoptr (ReaThreadState) state = rea_thread_state_new ();

  state->conversation =
      rea_session_enter_conversation (self, campaign, conversation, REA_VERB_SEE_CONVERSATIONS,
                                      &state->campaign, error);
  if (state->conversation == NULL || !read_messages (store, state, n_messages, error) ||
      !read_trail (store, state, before, error) || !read_holder (self, state, error) ||
      !read_drafts (self, state, error) || !fill_in_initial (self, state, error))
    return NULL;

  state->answers = rea_store_list_answers (store, conversation, error);
  if (state->answers == NULL || !rea_session_get_way (self, state->campaign, &state->way, error))
    return NULL;

  judge_sending (self, state);

  return g_steal_pointer (&state);
}

/**
 * rea_session_get_thread:
 * @self: a session
 * @campaign: the number of a campaign
 * @conversation: the number of one of its conversations
 * @n_messages: how many of its last messages at most
 * @before: (nullable): what was read of this conversation before; what cannot have
 *   changed since is taken from it
 * @error: %REA_ERROR_NOT_PERMITTED, naming who holds the conversation,
 *   %REA_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): all of the conversation, of one moment
 */
ReaThreadState *
rea_session_get_thread (ReaSession           *self,
                        gint64                campaign,
                        gint64                conversation,
                        guint                 n_messages,
                        const ReaThreadState *before,
                        GError              **error)
{
  g_autoptr (ReaThreadState) state = NULL;

  g_return_val_if_fail (n_messages > 0, NULL);

  if (!rea_session_begin (self, REA_STORE_READ, NULL, error))
    return NULL;

  state = read_thread (self, campaign, conversation, n_messages, before, error);

  return rea_session_end (self, state != NULL, error) ? g_steal_pointer (&state) : NULL;
}

static char *
fill_reply (ReaSession *self,
            gint64      campaign_id,
            gint64      conversation_id,
            const char *text,
            GError    **error)
{
  g_autoptr (ReaCampaign) campaign = NULL;
  g_autoptr (ReaConversation) conversation =
      rea_session_enter_conversation (self, campaign_id, conversation_id,
                                      REA_VERB_SEE_CONVERSATIONS, &campaign, error);
  g_autoptr (GError) local = NULL;
  char *filled = NULL;

  if (conversation == NULL)
    return NULL;

  filled = rea_session_fill_in (self, campaign, conversation, text, &local);
  if (g_error_matches (local, REA_ERROR, REA_ERROR_INVALID))
    return g_strdup (text);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return filled;
}

/**
 * rea_session_fill_reply:
 * @self: a session
 * @campaign: the number of a campaign
 * @conversation: the number of one of its conversations
 * @text: a text with variables, such as a canned reply
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND
 *
 * Fills in a text for whoever is about to send it. One that names a variable which
 * there isn't any more stays as it is: its writer sees it.
 *
 * Returns: (transfer full) (nullable): the text for this contact
 */
char *
rea_session_fill_reply (ReaSession *self,
                        gint64      campaign,
                        gint64      conversation,
                        const char *text,
                        GError    **error)
{
  g_autofree char *filled = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (!rea_session_begin (self, REA_STORE_READ, NULL, error))
    return NULL;

  filled = fill_reply (self, campaign, conversation, text, error);

  return rea_session_end (self, filled != NULL, error) ? g_steal_pointer (&filled) : NULL;
}
