/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-address.h"

#include "rea-sender.h"

#include <string.h>

static void
address_free (ReaAddress *self)
{
  g_free (self->email);
  g_free (self->first_name);
  g_free (self->last_name);
  g_free (self);
}

/* "Ann Lee" and "Lee, Ann" are the same person. */
static void
set_name (ReaAddress *self, const char *name)
{
  g_autofree char *text = g_strdup (name);
  char            *split;

  g_strdelimit (text, "\"\t", ' ');
  g_strstrip (text);
  if (*text == '\0')
    return;

  split = strchr (text, ',');
  if (split != NULL)
    {
      *split = '\0';
      self->last_name = g_strdup (g_strstrip (text));
      self->first_name = g_strdup (g_strstrip (split + 1));
      return;
    }

  split = strrchr (text, ' ');
  if (split != NULL)
    {
      *split = '\0';
      self->last_name = g_strdup (split + 1);
      g_strchomp (text);
    }

  self->first_name = g_strdup (text);
}

static void
add (GPtrArray *addresses, const char *email, const char *name)
{
  ReaAddress *address;

  for (guint i = 0; i < addresses->len; i++)
    if (g_ascii_strcasecmp (((ReaAddress *) addresses->pdata[i])->email, email) == 0)
      return;

  address = g_new0 (ReaAddress, 1);
  address->email = g_strdup (email);
  address->is_valid = rea_email_is_valid (email);
  if (name != NULL)
    set_name (address, name);

  g_ptr_array_add (addresses, address);
}

/* Words of which one or several are addresses; where it is one, the rest is a name. */
static void
add_words (GPtrArray *addresses, const char *entry)
{
  g_auto (GStrv) words = g_strsplit_set (entry, " \t", -1);
  g_autoptr (GString) name = g_string_new (NULL);
  guint n_addresses = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strchr (words[i], '@') != NULL)
        n_addresses++;
      else
        g_string_append_printf (name, "%s ", words[i]);
    }

  if (n_addresses == 0)
    add (addresses, entry, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (strchr (words[i], '@') != NULL)
      add (addresses, words[i], n_addresses == 1 ? name->str : NULL);
}

static void
add_entry (GPtrArray *addresses, char *entry)
{
  char *open;
  char *close;

  g_strstrip (entry);
  open = strchr (entry, '<');
  close = open != NULL ? strchr (open, '>') : NULL;

  if (*entry == '\0')
    return;

  if (close == NULL)
    {
      add_words (addresses, entry);
      return;
    }

  *open = *close = '\0';
  add (addresses, g_strstrip (open + 1), entry);
  add_entry (addresses, close + 1);
}

/**
 * rea_addresses_parse:
 * @text: what somebody typed or pasted
 *
 * Finds e-mail addresses, whatever stands between them: commas, semicolons, spaces,
 * tabs or lines, with a name beside them or not. Nothing is passed over: what is no
 * address is told too. Of several that are the same the first one counts.
 *
 * Returns: (transfer full) (element-type ReaAddress): the addresses, in order
 */
GPtrArray *
rea_addresses_parse (const char *text)
{
  GPtrArray *addresses = g_ptr_array_new_with_free_func ((GDestroyNotify) address_free);
  g_autoptr (GString) entry = g_string_new (NULL);
  gboolean is_quoted = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean is_line = *p == '\n' || *p == '\r';

      if (*p == '"')
        is_quoted = !is_quoted;

      if (!is_line && (is_quoted || (*p != ',' && *p != ';')))
        {
          g_string_append_c (entry, *p);
          continue;
        }

      is_quoted = FALSE;
      add_entry (addresses, entry->str);
      g_string_truncate (entry, 0);
    }

  add_entry (addresses, entry->str);

  return addresses;
}
