/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sender.h"

#include "rea-name.h"

#include <string.h>

/**
 * rea_user_new:
 * @email: an e-mail address
 *
 * Returns: (transfer full): a user without a name, with the role sender
 */
ReaUser *
rea_user_new (const char *email)
{
  ReaUser *self = g_new0 (ReaUser, 1);

  self->email = g_strdup (email);
  self->first_name = g_strdup ("");
  self->last_name = g_strdup ("");
  self->role = REA_ROLE_SENDER;

  return self;
}

ReaUser *
rea_user_copy (const ReaUser *self)
{
  ReaUser *copy = g_memdup2 (self, sizeof *self);

  copy->email = g_strdup (self->email);
  copy->first_name = g_strdup (self->first_name);
  copy->last_name = g_strdup (self->last_name);

  return copy;
}

void
rea_user_free (ReaUser *self)
{
  g_free (self->email);
  g_free (self->first_name);
  g_free (self->last_name);
  g_free (self);
}

/**
 * rea_user_set_names:
 * @self: a user
 * @first_name: (nullable): the new first name, or %NULL to leave it
 * @last_name: (nullable): the new last name, or %NULL to leave it
 */
void
rea_user_set_names (ReaUser *self, const char *first_name, const char *last_name)
{
  if (first_name != NULL)
    {
      g_free (self->first_name);
      self->first_name = g_strdup (first_name);
    }

  if (last_name != NULL)
    {
      g_free (self->last_name);
      self->last_name = g_strdup (last_name);
    }
}

/**
 * rea_user_is_online:
 * @self: a user
 * @now: the time, in seconds
 *
 * A heartbeat from the future, left by a clock that was put back, says no more than
 * an old one.
 *
 * Returns: whether the Messenger has this user open, as far as heartbeats tell
 */
gboolean
rea_user_is_online (const ReaUser *self, gint64 now)
{
  return self->present && ABS (now - self->last_seen) <= REA_ONLINE_SECONDS;
}

/**
 * rea_user_compare_names:
 * @a: a user
 * @b: another
 *
 * Returns: less than, equal to or greater than 0, in name order
 */
int
rea_user_compare_names (const ReaUser *a, const ReaUser *b)
{
  return rea_name_compare (a->last_name, a->first_name, a->email, b->last_name, b->first_name,
                           b->email);
}

/**
 * rea_user_dup_name:
 * @self: a user
 *
 * Returns: (transfer full): the name as people say it, else the e-mail
 */
char *
rea_user_dup_name (const ReaUser *self)
{
  char *name = rea_name_dup_full (self->first_name, self->last_name);

  if (*name != '\0')
    return name;

  g_free (name);
  return g_strdup (self->email);
}

/**
 * rea_email_is_valid:
 * @email: what somebody typed
 *
 * Tells an address from a slip, no more: whether mail arrives only mail can tell.
 *
 * Returns: whether it has one @ with something on both sides, and no space,
 *   comma or control character
 */
gboolean
rea_email_is_valid (const char *email)
{
  const char *at;

  if (!g_utf8_validate (email, -1, NULL))
    return FALSE;

  at = strchr (email, '@');
  if (at == NULL || at == email || at[1] == '\0' || strchr (at + 1, '@') != NULL)
    return FALSE;

  for (const char *p = email; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ',' || c == ';' || g_unichar_isspace (c) || g_unichar_iscntrl (c))
        return FALSE;
    }

  return TRUE;
}

/**
 * rea_sender_new:
 * @user: (transfer full): who it is
 *
 * Returns: (transfer full): a sender who holds nothing
 */
ReaSender *
rea_sender_new (ReaUser *user)
{
  ReaSender *self = g_new0 (ReaSender, 1);

  self->user = user;

  return self;
}

void
rea_sender_free (ReaSender *self)
{
  rea_user_free (self->user);
  g_free (self);
}

/**
 * rea_senders_find:
 * @senders: (element-type ReaSender): the senders of a campaign
 * @email: an e-mail address, in whatever case
 *
 * Returns: (transfer none) (nullable): the sender with that address
 */
ReaSender *
rea_senders_find (GPtrArray *senders, const char *email)
{
  for (guint i = 0; i < senders->len; i++)
    {
      ReaSender *sender = g_ptr_array_index (senders, i);

      if (g_ascii_strcasecmp (sender->user->email, email) == 0)
        return sender;
    }

  return NULL;
}

/**
 * rea_senders_find_id:
 * @senders: (element-type ReaSender): the senders of a campaign
 * @id: a user's number
 *
 * Returns: (transfer none) (nullable): the sender with that number
 */
ReaSender *
rea_senders_find_id (GPtrArray *senders, gint64 id)
{
  for (guint i = 0; i < senders->len; i++)
    {
      ReaSender *sender = g_ptr_array_index (senders, i);

      if (sender->user->id == id)
        return sender;
    }

  return NULL;
}
