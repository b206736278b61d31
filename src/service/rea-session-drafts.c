/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody has written and not sent. It is theirs alone, wherever its conversation
 * has gone.
 */
#include "rea-session-private.h"

#include <glib/gi18n-lib.h>

/* Whether the acting user may write there, or might have: holds it, or is or was a
 * sender of the campaign with something to say. The state of the campaign is no matter.
 */
static gboolean
check_may_draft (ReaSession *self, const ReaConversation *conversation, GError **error)
{
  const ReaUser *user = rea_session_get_user (self);
  ReaStore      *store = rea_session_get_store (self);
  g_autoptr (GPtrArray) drafts = NULL;
  gboolean is_sender;

  if (!rea_role_check (user->role, REA_VERB_SEND, error))
    return FALSE;

  if (rea_role_get_reach (user->role, REA_VERB_SEND) == REA_REACH_ALL)
    return TRUE;

  if (!rea_store_is_sender (store, conversation->campaign_id, user->id, &is_sender, error))
    return FALSE;
  if (is_sender)
    return TRUE;

  drafts = rea_store_list_drafts (store, conversation->id, error);
  if (drafts == NULL)
    return FALSE;

  for (guint i = 0; i < drafts->len; i++)
    if (((const ReaDraft *) g_ptr_array_index (drafts, i))->by == user->id)
      return TRUE;

  g_set_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED, _ ("%s is no sender of this campaign."),
               user->email);

  return FALSE;
}

static gboolean
save_draft (ReaSession *self,
            gint64      campaign,
            gint64      conversation,
            const char *text,
            GError    **error)
{
  ReaStore *store = rea_session_get_store (self);
  g_autoptr (ReaConversation) found =
      rea_store_get_conversation (store, campaign, conversation, error);

  if (found == NULL || !check_may_draft (self, found, error))
    return FALSE;

  return rea_store_save_draft (store, conversation, rea_session_get_user (self)->id,
                               *text != '\0' ? text : NULL, rea_session_now (self), error);
}

/**
 * rea_session_save_draft:
 * @self: a session
 * @campaign: the number of a campaign
 * @conversation: the number of one of its conversations
 * @text: what the acting user has written there and not sent; an empty one forgets it
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND, %REA_ERROR_INVALID
 *
 * Keeps a draft, also where the conversation has gone to somebody else meanwhile. It
 * is no change of the campaign.
 *
 * Returns: whether it is kept
 */
gboolean
rea_session_save_draft (ReaSession *self,
                        gint64      campaign,
                        gint64      conversation,
                        const char *text,
                        GError    **error)
{
  gboolean saved;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!rea_session_check_utf8 (text, error) ||
      !rea_session_begin (self, REA_STORE_WRITE, NULL, error))
    return FALSE;

  saved = save_draft (self, campaign, conversation, text, error);

  return rea_session_end (self, saved, error);
}

static GPtrArray *
list_left_drafts (ReaSession *self, gint64 campaign, GError **error)
{
  const ReaUser *user = rea_session_get_user (self);
  g_autoptr (ReaCampaign) entered = rea_session_enter (self, campaign, REA_VERB_SEE, error);

  if (entered == NULL)
    return NULL;

  /* Whoever may write in any conversation has left none. */
  if (rea_role_get_reach (user->role, REA_VERB_SEND) == REA_REACH_ALL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) rea_left_draft_free);

  return rea_store_list_left_drafts (rea_session_get_store (self), entered, user->id, error);
}

/**
 * rea_session_list_left_drafts:
 * @self: a session
 * @campaign: the number of a campaign
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND
 *
 * Lists what the acting user has written in conversations that have gone to others
 * since, so that it can be copied: with the contact and who has it now, and nothing
 * else of the conversation.
 *
 * Returns: (transfer full) (nullable) (element-type ReaLeftDraft): the latest first
 */
GPtrArray *
rea_session_list_left_drafts (ReaSession *self, gint64 campaign, GError **error)
{
  g_autoptr (GPtrArray) drafts = NULL;

  if (!rea_session_begin (self, REA_STORE_READ, NULL, error))
    return NULL;

  drafts = list_left_drafts (self, campaign, error);

  return rea_session_end (self, drafts != NULL, error) ? g_steal_pointer (&drafts) : NULL;
}
