/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The door of every verb: who may, then the state. */
#include "rea-session-private.h"

#include <glib/gi18n-lib.h>

/**
 * rea_session_enter_any_state:
 * @self: a session in a transaction
 * @campaign_id: the number of a campaign
 * @verb: what is to be done in it
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND
 *
 * As rea_session_enter(), but looks at the role only; the state is for the caller
 * to check behind whatever else refuses for who it is.
 *
 * Returns: (transfer full) (nullable): the campaign
 */
ReaCampaign *
rea_session_enter_any_state (ReaSession *self, gint64 campaign_id, ReaVerb verb, GError **error)
{
  const ReaUser *user = rea_session_get_user (self);
  ReaStore      *store = rea_session_get_store (self);
  g_autoptr (ReaCampaign) campaign = NULL;
  gboolean is_sender;

  if (!rea_role_check (user->role, verb, error))
    return NULL;

  campaign = rea_store_get_campaign (store, campaign_id, error);
  if (campaign == NULL)
    return NULL;

  if (rea_role_get_reach (user->role, verb) == REA_REACH_ALL)
    return g_steal_pointer (&campaign);

  if (!rea_store_is_sender (store, campaign_id, user->id, &is_sender, error))
    return NULL;

  if (!is_sender)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED,
                   _ ("%s is no sender of this campaign."), user->email);
      return NULL;
    }

  return g_steal_pointer (&campaign);
}

/**
 * rea_session_enter:
 * @self: a session in a transaction
 * @campaign: the number of a campaign
 * @verb: what is to be done in it
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND, %REA_ERROR_WRONG_STATE
 *
 * Refuses first who may not, then for the state.
 *
 * Returns: (transfer full) (nullable): the campaign
 */
ReaCampaign *
rea_session_enter (ReaSession *self, gint64 campaign, ReaVerb verb, GError **error)
{
  g_autoptr (ReaCampaign) entered = rea_session_enter_any_state (self, campaign, verb, error);

  if (entered == NULL || !rea_state_check (entered->state, verb, error))
    return NULL;

  return g_steal_pointer (&entered);
}

/* Refuses, with the name of who holds it now. */
static void
refuse_for_holder (ReaSession *self, const ReaConversation *conversation, GError **error)
{
  g_autoptr (ReaUser) holder = NULL;
  g_autofree char *name = NULL;

  if (conversation->holder_email == NULL)
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_NOT_PERMITTED,
                           _ ("This conversation is now with nobody."));
      return;
    }

  holder = rea_store_find_user (rea_session_get_store (self), conversation->holder_email, error);
  if (holder == NULL)
    return;

  name = rea_user_dup_name (holder);
  /* TRANSLATORS: %s is a person */
  g_set_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED, _ ("This conversation is now with %s."),
               name);
}

/**
 * rea_session_enter_conversation:
 * @self: a session in a transaction
 * @campaign: the number of a campaign
 * @conversation: the number of one of its conversations
 * @verb: what is to be done in it
 * @entered: (out) (optional) (transfer full): the campaign
 * @error: %REA_ERROR_NOT_PERMITTED, naming the holder, %REA_ERROR_WRONG_STATE,
 *   %REA_ERROR_NOT_FOUND
 *
 * As rea_session_enter(); who reaches only their own is refused in others.
 *
 * Returns: (transfer full) (nullable): the conversation
 */
ReaConversation *
rea_session_enter_conversation (ReaSession   *self,
                                gint64        campaign,
                                gint64        conversation,
                                ReaVerb       verb,
                                ReaCampaign **entered,
                                GError      **error)
{
  const ReaUser *user = rea_session_get_user (self);
  ReaStore      *store = rea_session_get_store (self);
  ReaReach       reach = rea_role_get_reach (user->role, verb);
  g_autoptr (ReaCampaign) found = NULL;
  g_autoptr (ReaConversation) result = NULL;
  g_autoptr (GError) missing = NULL;

  if (!rea_role_check (user->role, verb, error))
    return NULL;

  result = rea_store_get_conversation (store, campaign, conversation, &missing);
  if (result == NULL && !g_error_matches (missing, REA_ERROR, REA_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&missing));
      return NULL;
    }

  if (result != NULL && reach == REA_REACH_OWN && result->holder != user->id)
    {
      refuse_for_holder (self, result, error);
      return NULL;
    }

  found = rea_session_enter (self, campaign, verb, error);
  if (found == NULL)
    return NULL;

  /* That there is none is said last, to who may know and where it would count. */
  if (result == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&missing));
      return NULL;
    }

  if (entered != NULL)
    *entered = g_steal_pointer (&found);

  return g_steal_pointer (&result);
}

/**
 * rea_session_get_only_holder:
 * @self: a session
 *
 * Returns: the acting user's number if they see their own conversations only, or 0
 */
gint64
rea_session_get_only_holder (ReaSession *self)
{
  const ReaUser *user = rea_session_get_user (self);
  ReaReach       reach = rea_role_get_reach (user->role, REA_VERB_SEE_CONVERSATIONS);

  return reach == REA_REACH_OWN ? user->id : 0;
}
