/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a text with variables is read:
 *
 *  1. `%%` is a percent sign.
 *  2. `%Name%` is a variable; the name neither begins nor ends with a space, so
 *     in "50% off and 20% more" there is none.
 *  3. Any other % is a percent sign too.
 */
#include "rea-template.h"

#include "rea-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_PEOPLE 4

static const char *const people[N_PEOPLE] = {
  "FirstName",
  "LastName",
  "SenderFirstName",
  "SenderLastName",
};

struct _ReaVariables
{
  GHashTable *values; /* by the name as it is written */
  GHashTable *folded; /* by the name in small letters; the first of several */
};

static char *
dup_folded (const char *name)
{
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);

  return composed != NULL ? g_utf8_casefold (composed, -1) : g_strdup (name);
}

static gboolean
is_person (const char *name)
{
  g_autofree char *folded = dup_folded (name);

  for (guint i = 0; i < N_PEOPLE; i++)
    if (g_ascii_strcasecmp (folded, people[i]) == 0)
      return TRUE;

  return FALSE;
}

static void
insert (ReaVariables *self, const char *name, const char *value)
{
  g_autofree char *folded = dup_folded (name);

  if (!g_hash_table_contains (self->values, name))
    g_hash_table_insert (self->values, g_strdup (name), g_strdup (value));
  if (!g_hash_table_contains (self->folded, folded))
    g_hash_table_insert (self->folded, g_steal_pointer (&folded), g_strdup (value));
}

/**
 * rea_variables_new:
 * @contact: (nullable): to whom a message goes; %NULL to look at names only
 * @sender: (nullable): who writes it
 *
 * Returns: (transfer full): the variables that every campaign has
 */
ReaVariables *
rea_variables_new (const ReaConversation *contact, const ReaUser *sender)
{
  ReaVariables *self = g_new0 (ReaVariables, 1);
  const char   *values[N_PEOPLE] = {
      contact != NULL ? contact->first_name : "",
    contact != NULL ? contact->last_name : "",
    sender != NULL ? sender->first_name : "",
    sender != NULL ? sender->last_name : "",
  };

  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < N_PEOPLE; i++)
    insert (self, people[i], values[i]);

  return self;
}

void
rea_variables_free (ReaVariables *self)
{
  g_hash_table_unref (self->values);
  g_hash_table_unref (self->folded);
  g_free (self);
}

/**
 * rea_variables_add:
 * @self: variables
 * @name: the name of a field
 * @value: what the contact has in it; nothing where others only have it
 *
 * Adds a field. The names of people are not covered by a field of the same name,
 * nor is a field that was added before.
 */
void
rea_variables_add (ReaVariables *self, const char *name, const char *value)
{
  g_return_if_fail (name != NULL && value != NULL);

  if (!is_person (name))
    insert (self, name, value);
}

/* The field that is written so goes before one that differs in case. */
static const char *
find_value (const ReaVariables *self, const char *name)
{
  const char      *value = is_person (name) ? NULL : g_hash_table_lookup (self->values, name);
  g_autofree char *folded = NULL;

  if (value != NULL)
    return value;

  folded = dup_folded (name);

  return g_hash_table_lookup (self->folded, folded);
}

/* The name between the % at @start and the next, or NULL where these two enclose none. */
static char *
dup_name (const char *start, const char **end)
{
  const char *name = start + 1;
  const char *close = strchr (name, '%');

  if (close == NULL || close == name || g_unichar_isspace (g_utf8_get_char (name)) ||
      g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (close))))
    return NULL;

  *end = close + 1;

  return g_strndup (name, close - name);
}

/* A name that is no variable is an error, or with @as_written what it looks like; then
 * a doubled percent sign stays doubled too.
 */
static gboolean
fill (const char         *text,
      const ReaVariables *variables,
      gboolean            as_written,
      GString            *filled,
      GError            **error)
{
  const char *p = text;

  while (*p != '\0')
    {
      const char      *stop = p + strcspn (p, "%");
      const char      *value;
      g_autofree char *name = NULL;

      g_string_append_len (filled, p, stop - p);
      p = stop;
      if (*p == '\0')
        break;

      name = dup_name (stop, &p);
      if (name == NULL)
        {
          g_string_append_c (filled, '%');
          p += p[1] == '%' && !as_written ? 2 : 1;
          continue;
        }

      value = find_value (variables, name);
      if (value == NULL && as_written)
        {
          /* The second % may begin a variable. */
          g_string_append_len (filled, stop, p - 1 - stop);
          p--;
          continue;
        }

      if (value == NULL)
        {
          /* TRANSLATORS: The first %s is what somebody wrote between two percent
           * signs; each %% is one percent sign.
           */
          g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                       _ ("There is no variable %%%s%%; a percent sign is written %%%%."), name);
          return FALSE;
        }

      g_string_append (filled, value);
    }

  return TRUE;
}

/**
 * rea_template_check:
 * @text: a text with variables
 * @variables: those that it may name
 * @error: %REA_ERROR_INVALID, naming the first that it may not
 *
 * Returns: whether it names no others
 */
gboolean
rea_template_check (const char *text, const ReaVariables *variables, GError **error)
{
  g_autoptr (GString) filled = g_string_new (NULL);

  return fill (text, variables, FALSE, filled, error);
}

/**
 * rea_template_fill:
 * @text: a text with variables
 * @variables: what they stand for
 * @error: as for rea_template_check()
 *
 * Returns: (transfer full) (nullable): the text as it is sent
 */
char *
rea_template_fill (const char *text, const ReaVariables *variables, GError **error)
{
  g_autoptr (GString) filled = g_string_new (NULL);

  if (!fill (text, variables, FALSE, filled, error))
    return NULL;

  return g_string_free (g_steal_pointer (&filled), FALSE);
}

/**
 * rea_template_fill_as_written:
 * @text: what somebody has written and sees
 * @variables: what the variables in it stand for
 *
 * Fills in the variables that there are; whatever else has a percent sign in it is
 * sent as it stands there.
 *
 * Returns: (transfer full): the text as it is sent
 */
char *
rea_template_fill_as_written (const char *text, const ReaVariables *variables)
{
  GString *filled = g_string_new (NULL);

  fill (text, variables, TRUE, filled, NULL);

  return g_string_free (filled, FALSE);
}
