/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-name.h"

#include <string.h>

struct _ReaSearch
{
  char **words;  /* folded */
  char **digits; /* of each word that is written like a number, else NULL */
};

static gboolean
is_ascii (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p >= 0x80)
      return FALSE;

  return TRUE;
}

/* Marks above and below letters, and the vowel points of Hebrew and Arabic. The
 * vowel signs of India and the voicing marks of Japan are no accents: without
 * them another name would stand there.
 */
static gboolean
is_accent (gunichar c)
{
  int combining = g_unichar_combining_class (c);

  return combining >= 200 || (combining >= 10 && combining <= 36);
}

/**
 * rea_name_fold:
 * @text: valid UTF-8
 *
 * Folds case and takes accents off, so that "josé", "JOSE" and "Jose\u0301"
 * are one.
 *
 * Returns: (transfer full): the folded text
 */
char *
rea_name_fold (const char *text)
{
  g_autofree char *decomposed = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *again = NULL;
  GString         *result;

  if (is_ascii (text))
    return g_ascii_strdown (text, -1);

  decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  folded = g_utf8_casefold (decomposed, -1);
  again = g_utf8_normalize (folded, -1, G_NORMALIZE_NFD);
  result = g_string_sized_new (strlen (again));

  for (const char *p = again; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_accent (c))
        g_string_append_len (result, p, g_utf8_next_char (p) - p);
    }

  return g_string_free (result, FALSE);
}

/**
 * rea_name_compare_folded:
 * @a: valid UTF-8
 * @b: valid UTF-8
 *
 * Compares by case-folded code points. (The bytes of UTF-8 stand in the order of
 * the code points.)
 *
 * Returns: less than, equal to or greater than 0
 */
int
rea_name_compare_folded (const char *a, const char *b)
{
  g_autofree char *folded_a = NULL;
  g_autofree char *folded_b = NULL;

  if (is_ascii (a) && is_ascii (b))
    return g_ascii_strcasecmp (a, b);

  folded_a = g_utf8_casefold (a, -1);
  folded_b = g_utf8_casefold (b, -1);

  return strcmp (folded_a, folded_b);
}

/**
 * rea_name_compare:
 *
 * Compares two people in name order: last name, then first name, then e-mail.
 *
 * Returns: less than, equal to or greater than 0
 */
int
rea_name_compare (const char *last_a,
                  const char *first_a,
                  const char *email_a,
                  const char *last_b,
                  const char *first_b,
                  const char *email_b)
{
  int order = rea_name_compare_folded (last_a, last_b);

  if (order == 0)
    order = rea_name_compare_folded (first_a, first_b);
  if (order == 0)
    order = rea_name_compare_folded (email_a, email_b);

  return order;
}

/**
 * rea_name_dup_full:
 * @first_name: may be empty
 * @last_name: may be empty
 *
 * Returns: (transfer full): both with a space between, or what there is
 */
char *
rea_name_dup_full (const char *first_name, const char *last_name)
{
  if (*first_name == '\0' || *last_name == '\0')
    return g_strconcat (first_name, last_name, NULL);

  return g_strconcat (first_name, " ", last_name, NULL);
}

/* The digits of a word that is written like a part of a phone number, or NULL. */
static char *
dup_digits (const char *word)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = word; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        g_string_append_c (digits, *p);
      else if (strchr ("+-().,/", *p) == NULL)
        return NULL;
    }

  return digits->len > 0 ? g_strdup (digits->str) : NULL;
}

/**
 * rea_search_new:
 * @text: what somebody searches for
 *
 * A word that is written like a number is looked for in the phone by its digits,
 * so that "(202) 555-0136" finds what is shown so.
 *
 * Returns: (transfer full): the search
 */
ReaSearch *
rea_search_new (const char *text)
{
  ReaSearch       *self = g_new0 (ReaSearch, 1);
  g_autofree char *folded = rea_name_fold (text);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GPtrArray) digits = g_ptr_array_new ();
  const char *start = NULL;

  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      gboolean inside = *p != '\0' && !g_unichar_isspace (g_utf8_get_char (p));

      if (inside && start == NULL)
        start = p;

      if (!inside && start != NULL)
        {
          char *word = g_strndup (start, p - start);

          g_ptr_array_add (words, word);
          g_ptr_array_add (digits, dup_digits (word));
          start = NULL;
        }

      if (*p == '\0')
        break;
    }

  g_ptr_array_add (words, NULL);
  g_ptr_array_add (digits, NULL);
  self->words = (char **) g_ptr_array_steal (words, NULL);
  self->digits = (char **) g_ptr_array_steal (digits, NULL);

  return self;
}

void
rea_search_free (ReaSearch *self)
{
  for (guint i = 0; self->words[i] != NULL; i++)
    g_free (self->digits[i]);
  g_free (self->digits);
  g_strfreev (self->words);
  g_free (self);
}

/**
 * rea_search_get_words:
 * @self: a search
 *
 * Returns: (transfer none) (array zero-terminated=1): the words, folded
 */
const char *const *
rea_search_get_words (const ReaSearch *self)
{
  return (const char *const *) self->words;
}

/**
 * rea_search_get_digits:
 * @self: a search
 * @word: the place of a word
 *
 * Returns: (transfer none) (nullable): the digits by which that word is looked
 *   for in phone numbers; %NULL for a word that is not written like a number
 */
const char *
rea_search_get_digits (const ReaSearch *self, guint word)
{
  return self->digits[word];
}

/**
 * rea_search_matches:
 * @self: a search
 * @first_name: of a contact
 * @last_name: of the contact
 * @phone: of the contact
 *
 * Returns: whether each word is contained in one of the three
 */
gboolean
rea_search_matches (const ReaSearch *self,
                    const char      *first_name,
                    const char      *last_name,
                    const char      *phone)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  for (guint i = 0; self->words[i] != NULL; i++)
    {
      if (self->digits[i] != NULL && strstr (phone, self->digits[i]) != NULL)
        continue;

      if (first == NULL)
        {
          first = rea_name_fold (first_name);
          last = rea_name_fold (last_name);
        }

      if (strstr (first, self->words[i]) == NULL && strstr (last, self->words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}
