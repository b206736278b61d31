/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-session-private.h"

/* What nobody holds, as if they were a sender. */
static ReaSender *
read_nobody (ReaSession *self, gint64 campaign, GError **error)
{
  g_autoptr (ReaTally) holdings =
      rea_store_get_holdings (rea_session_get_store (self), campaign, error);
  ReaSender *nobody;

  if (holdings == NULL)
    return NULL;

  nobody = rea_sender_new (rea_user_new (""));
  nobody->user->id = REA_HOLDER_UNASSIGNED;
  nobody->counts = rea_tally_get (holdings, REA_HOLDER_UNASSIGNED);

  return nobody;
}

static gboolean
list_holders (ReaSession *self,
              gint64      campaign,
              GPtrArray **senders,
              ReaSender **nobody,
              GError    **error)
{
  ReaStore *store = rea_session_get_store (self);
  g_autoptr (ReaCampaign) entered = rea_session_enter (self, campaign, REA_VERB_SEE, error);
  g_autoptr (GPtrArray) waiting = NULL;

  if (entered == NULL)
    return FALSE;

  *senders = rea_store_list_senders (store, campaign, rea_session_now (self), error);
  if (*senders == NULL)
    return FALSE;

  waiting = g_ptr_array_copy (*senders, NULL, NULL);
  g_ptr_array_set_free_func (waiting, NULL);
  if (nobody != NULL)
    {
      *nobody = read_nobody (self, campaign, error);
      if (*nobody == NULL)
        return FALSE;

      g_ptr_array_add (waiting, *nobody);
    }

  return rea_store_add_longest_waits (store, campaign, waiting, error);
}

/**
 * rea_session_list_holders:
 * @self: a session
 * @campaign: the number of a campaign
 * @nobody: (out) (transfer full) (optional): what is unassigned, with
 *   %REA_HOLDER_UNASSIGNED for a user
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND
 *
 * Reads all at one moment.
 *
 * Returns: (transfer full) (nullable) (element-type ReaSender): the senders, in
 *   name order
 */
GPtrArray *
rea_session_list_holders (ReaSession *self, gint64 campaign, ReaSender **nobody, GError **error)
{
  g_autoptr (GPtrArray) senders = NULL;
  g_autoptr (ReaSender) unassigned = NULL;
  gboolean done;

  if (!rea_session_begin (self, REA_STORE_READ, NULL, error))
    return NULL;

  done = list_holders (self, campaign, &senders, nobody != NULL ? &unassigned : NULL, error);
  if (!rea_session_end (self, done, error))
    return NULL;

  if (nobody != NULL)
    *nobody = g_steal_pointer (&unassigned);

  return g_steal_pointer (&senders);
}

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
  return rea_session_list_holders (self, campaign, NULL, error);
}

/* The user of that e-mail; whom nobody knows becomes one, who may send. */
static ReaUser *
ensure_user (ReaSession *self, const char *email, const ReaUser *person, GError **error)
{
  g_autoptr (ReaUser) user = NULL;

  if (!rea_session_look_up_user (self, email, &user, error))
    return NULL;

  if (user == NULL)
    {
      user = rea_user_new (email);
      rea_user_set_names (user, person->first_name, person->last_name);
      if (!rea_store_insert_user (rea_session_get_store (self), user, error))
        return NULL;
    }

  return g_steal_pointer (&user);
}

static GPtrArray *
add_senders (ReaSession *self, gint64 campaign, GPtrArray *people, GError **error)
{
  g_autoptr (ReaCampaign) entered =
      rea_session_enter (self, campaign, REA_VERB_MANAGE_SENDERS, error);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_free);

  if (entered == NULL)
    return NULL;

  for (guint i = 0; i < people->len; i++)
    {
      const ReaUser   *person = g_ptr_array_index (people, i);
      g_autofree char *email = g_strstrip (g_strdup (person->email));
      g_autoptr (ReaUser) user = NULL;
      gboolean is_new;

      user = ensure_user (self, email, person, error);
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
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_user_free);

  for (guint i = 0; emails[i] != NULL; i++)
    g_ptr_array_add (people, rea_user_new (emails[i]));

  return rea_session_add_people (self, campaign, people, error);
}

/**
 * rea_session_add_people:
 * @self: a session
 * @campaign: the number of a campaign
 * @people: (element-type ReaUser): whom to add
 * @error: as with rea_session_add_senders()
 *
 * Makes people senders of the campaign. One whose e-mail nobody knows becomes a user
 * with the role sender and the name that is given; users keep theirs.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the e-mails of who was
 *   none before
 */
GPtrArray *
rea_session_add_people (ReaSession *self, gint64 campaign, GPtrArray *people, GError **error)
{
  g_autoptr (GPtrArray) added = NULL;

  if (!rea_session_begin (self, REA_STORE_WRITE, NULL, error))
    return NULL;

  added = add_senders (self, campaign, people, error);
  if (!rea_session_end (self, added != NULL, error))
    return NULL;

  return g_steal_pointer (&added);
}
