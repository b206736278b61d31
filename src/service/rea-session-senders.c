/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-session-private.h"

/**
 * rea_session_list_senders:
 * @self: a session
 * @campaign: the number of a campaign
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable) (element-type ReaSender): its senders, in
 *   name order
 */
GPtrArray *
rea_session_list_senders (ReaSession *self, gint64 campaign, GError **error)
{
  ReaStore *store = rea_session_get_store (self);
  g_autoptr (GPtrArray) senders = NULL;
  g_autoptr (ReaCampaign) entered = NULL;

  if (!rea_session_begin (self, REA_STORE_READ, NULL, error))
    return NULL;

  entered = rea_session_enter (self, campaign, REA_VERB_SEE, error);
  if (entered != NULL)
    senders = rea_store_list_senders (store, campaign, rea_session_now (self), error);

  if (!rea_session_end (self,
                        senders != NULL &&
                            rea_store_add_longest_waits (store, campaign, senders, error),
                        error))
    return NULL;

  return g_steal_pointer (&senders);
}

/* The user of that e-mail; whom nobody knows becomes one, who may send. */
static ReaUser *
ensure_user (ReaSession *self, const char *email, GError **error)
{
  g_autoptr (ReaUser) user = NULL;

  if (!rea_session_look_up_user (self, email, &user, error))
    return NULL;

  if (user == NULL)
    {
      user = rea_user_new (email);
      if (!rea_store_insert_user (rea_session_get_store (self), user, error))
        return NULL;
    }

  return g_steal_pointer (&user);
}

static GPtrArray *
add_senders (ReaSession *self, gint64 campaign, const char *const *emails, GError **error)
{
  g_autoptr (ReaCampaign) entered =
      rea_session_enter (self, campaign, REA_VERB_MANAGE_SENDERS, error);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_free);

  if (entered == NULL)
    return NULL;

  for (guint i = 0; emails[i] != NULL; i++)
    {
      g_autofree char *email = g_strstrip (g_strdup (emails[i]));
      g_autoptr (ReaUser) user = NULL;
      gboolean is_new;

      user = ensure_user (self, email, error);
      if (user == NULL ||
          !rea_store_add_sender (rea_session_get_store (self), campaign, user->id, &is_new, error))
        return NULL;

      if (is_new)
        g_ptr_array_add (added, g_strdup (user->email));
    }

  return g_steal_pointer (&added);
}

/**
 * rea_session_add_senders:
 * @self: a session
 * @campaign: the number of a campaign
 * @emails: (array zero-terminated=1): whom to add
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND, %REA_ERROR_WRONG_STATE,
 *   %REA_ERROR_INVALID
 *
 * Makes users senders of the campaign. An unknown e-mail becomes a user with the
 * role sender; one who is there already is no error.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the e-mails of who was
 *   none before
 */
GPtrArray *
rea_session_add_senders (ReaSession        *self,
                         gint64             campaign,
                         const char *const *emails,
                         GError           **error)
{
  g_autoptr (GPtrArray) added = NULL;

  if (!rea_session_begin (self, REA_STORE_WRITE, NULL, error))
    return NULL;

  added = add_senders (self, campaign, emails, error);
  if (!rea_session_end (self, added != NULL, error))
    return NULL;

  return g_steal_pointer (&added);
}
