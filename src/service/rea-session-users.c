/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-session-private.h"

#include <glib/gi18n-lib.h>

static gboolean
check_text (const char *text, GError **error)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;

  g_set_error_literal (error, REA_ERROR, REA_ERROR_INVALID, _ ("The name is not in UTF-8."));

  return FALSE;
}

/**
 * rea_session_look_up_user:
 * @self: a session in a transaction
 * @email: an e-mail
 * @user: (out) (transfer full) (nullable): the user of that e-mail, or %NULL
 * @error: %REA_ERROR_INVALID where it is no e-mail at all
 *
 * Returns: whether it could be told
 */
gboolean
rea_session_look_up_user (ReaSession *self, const char *email, ReaUser **user, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!rea_email_is_valid (email))
    {
      g_autofree char *valid = g_utf8_make_valid (email, -1);

      g_set_error (error, REA_ERROR, REA_ERROR_INVALID, _ ("“%s” is no e-mail address."), valid);
      return FALSE;
    }

  *user = rea_store_find_user (rea_session_get_store (self), email, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  return TRUE;
}

/* Nobody gives a role above their own. */
static gboolean
check_gives (ReaSession *self, ReaRole role, GError **error)
{
  if (role <= rea_session_get_user (self)->role)
    return TRUE;

  g_set_error_literal (error, REA_ERROR, REA_ERROR_NOT_PERMITTED,
                       _ ("Nobody may give a role above their own."));

  return FALSE;
}

/* Nor takes one, and the last owner stays one. */
static gboolean
check_takes (ReaSession *self, const ReaUser *user, GError **error)
{
  g_autoptr (GPtrArray) users = NULL;
  guint n_owners = 0;

  if (user->role > rea_session_get_user (self)->role)
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_NOT_PERMITTED,
                           _ ("Nobody may take a role above their own."));
      return FALSE;
    }

  if (user->role != REA_ROLE_OWNER)
    return TRUE;

  users = rea_store_list_users (rea_session_get_store (self), error);
  if (users == NULL)
    return FALSE;

  for (guint i = 0; i < users->len; i++)
    if (((const ReaUser *) g_ptr_array_index (users, i))->role == REA_ROLE_OWNER)
      n_owners++;

  if (n_owners > 1)
    return TRUE;

  g_set_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED, _ ("%s is the last owner and stays one."),
               user->email);

  return FALSE;
}

/**
 * rea_session_list_users:
 * @self: a session
 * @error: %REA_ERROR_NOT_PERMITTED
 *
 * Returns: (transfer full) (nullable) (element-type ReaUser): all users, in name
 *   order
 */
GPtrArray *
rea_session_list_users (ReaSession *self, GError **error)
{
  g_autoptr (GPtrArray) users = NULL;

  if (!rea_session_begin (self, REA_STORE_READ, NULL, error))
    return NULL;

  if (rea_role_check (rea_session_get_user (self)->role, REA_VERB_MANAGE_USERS, error))
    users = rea_store_list_users (rea_session_get_store (self), error);

  if (!rea_session_end (self, users != NULL, error))
    return NULL;

  return g_steal_pointer (&users);
}

static ReaUser *
add_user (ReaSession *self,
          const char *email,
          const char *first_name,
          const char *last_name,
          ReaRole     role,
          GError    **error)
{
  g_autoptr (ReaUser) user = NULL;

  if (!rea_role_check (rea_session_get_user (self)->role, REA_VERB_MANAGE_USERS, error) ||
      !check_gives (self, role, error) || !check_text (first_name, error) ||
      !check_text (last_name, error) || !rea_session_look_up_user (self, email, &user, error))
    return NULL;

  if (user != NULL)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_INVALID, _ ("There is a user %s already."), email);
      return NULL;
    }

  user = rea_user_new (email);
  user->role = role;
  rea_user_set_names (user, first_name, last_name);

  return rea_store_insert_user (rea_session_get_store (self), user, error) ? g_steal_pointer (&user)
                                                                           : NULL;
}

/**
 * rea_session_add_user:
 * @self: a session
 * @email: an e-mail that no user has
 * @first_name: (nullable): their name
 * @last_name: (nullable): their name
 * @role: none above the acting user's own
 * @error: %REA_ERROR_NOT_PERMITTED, or %REA_ERROR_INVALID where there is such a
 *   user already
 *
 * Returns: (transfer full) (nullable): the new user
 */
ReaUser *
rea_session_add_user (ReaSession *self,
                      const char *email,
                      const char *first_name,
                      const char *last_name,
                      ReaRole     role,
                      GError    **error)
{
  g_autoptr (ReaUser) user = NULL;

  if (!rea_session_begin (self, REA_STORE_WRITE, NULL, error))
    return NULL;

  user = add_user (self, email, first_name, last_name, role, error);
  if (!rea_session_end (self, user != NULL, error))
    return NULL;

  return g_steal_pointer (&user);
}

static ReaUser *
set_user (ReaSession    *self,
          const char    *email,
          const char    *first_name,
          const char    *last_name,
          const ReaRole *role,
          GError       **error)
{
  g_autoptr (ReaUser) user = NULL;

  if (!rea_role_check (rea_session_get_user (self)->role, REA_VERB_MANAGE_USERS, error) ||
      (role != NULL && !check_gives (self, *role, error)) || !check_text (first_name, error) ||
      !check_text (last_name, error))
    return NULL;

  if (rea_email_is_valid (email) && !rea_session_look_up_user (self, email, &user, error))
    return NULL;
  if (user == NULL)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_NOT_FOUND, _ ("There is no user %s."), email);
      return NULL;
    }

  if (role != NULL && *role != user->role)
    {
      if (!check_takes (self, user, error))
        return NULL;
      user->role = *role;
    }

  rea_user_set_names (user, first_name, last_name);

  return rea_store_update_user (rea_session_get_store (self), user, error) ? g_steal_pointer (&user)
                                                                           : NULL;
}

/**
 * rea_session_set_user:
 * @self: a session
 * @email: the e-mail of a user
 * @first_name: (nullable): their new name, or %NULL to leave it
 * @last_name: (nullable): their new name, or %NULL to leave it
 * @role: (nullable): their new role, or %NULL to leave it
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the user as they are then
 */
ReaUser *
rea_session_set_user (ReaSession    *self,
                      const char    *email,
                      const char    *first_name,
                      const char    *last_name,
                      const ReaRole *role,
                      GError       **error)
{
  g_autoptr (ReaUser) user = NULL;

  if (!rea_session_begin (self, REA_STORE_WRITE, NULL, error))
    return NULL;

  user = set_user (self, email, first_name, last_name, role, error);
  if (!rea_session_end (self, user != NULL, error))
    return NULL;

  return g_steal_pointer (&user);
}

/* Only somebody who is a sender somewhere has the Messenger open. */
static gboolean
check_is_sender_somewhere (ReaSession *self, GError **error)
{
  const ReaUser *user = rea_session_get_user (self);
  g_autoptr (GPtrArray) campaigns = rea_store_list_campaigns (rea_session_get_store (self), error);

  if (campaigns == NULL)
    return FALSE;

  for (guint i = 0; i < campaigns->len; i++)
    {
      const ReaCampaign *campaign = g_ptr_array_index (campaigns, i);
      gboolean           is_sender;

      if (!rea_store_is_sender (rea_session_get_store (self), campaign->id, user->id, &is_sender,
                                error))
        return FALSE;
      if (is_sender)
        return TRUE;
    }

  g_set_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED, _ ("%s is no sender of any campaign."),
               user->email);

  return FALSE;
}

/**
 * rea_session_heartbeat:
 * @self: a session
 * @end: whether the Messenger was closed, else it is open now
 * @error: %REA_ERROR_NOT_PERMITTED for who is no sender of any campaign
 *
 * Returns: whether it was recorded
 */
gboolean
rea_session_heartbeat (ReaSession *self, gboolean end, GError **error)
{
  gboolean done;

  if (!rea_session_begin (self, REA_STORE_WRITE, NULL, error))
    return FALSE;

  done = check_is_sender_somewhere (self, error) &&
         rea_store_set_presence (rea_session_get_store (self), rea_session_get_user (self)->id,
                                 !end, rea_session_now (self), error);

  return rea_session_end (self, done, error);
}
