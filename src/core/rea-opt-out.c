/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-opt-out.h"

#include <string.h>

/* Of rules.md, "Opting out". */
static const char *const words[] = {
  "stop",    "stopall", "stop all", "quit",  "end",         "revoke", "opt out",
  "opt-out", "optout",  "cancel",   "arret", "unsubscribe", "arrêt",  "alto",
};

static gboolean
is_dash (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION;
}

/* What may stand around the word: spaces and punctuation, with the signs that
 * keyboards have beside it, as < or an accent without its letter.
 */
static gboolean
is_edge (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONNECT_PUNCTUATION:
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_OTHER_PUNCTUATION:
    case G_UNICODE_MODIFIER_SYMBOL:
    case G_UNICODE_CONTROL:
      return TRUE;

    default:
      return g_unichar_isspace (c) || (c < 0x80 && g_ascii_ispunct (c));
    }
}

/* Zero-width spaces, and what tells a sign how to look. */
static gboolean
is_invisible (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT || (c >= 0xfe00 && c <= 0xfe0f);
}

/* The message as it is compared: small letters, one space for several, every dash
 * a hyphen, and nothing that cannot be seen.
 */
static char *
dup_plain (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  g_autofree char *folded = g_utf8_casefold (composed, -1);
  g_autoptr (GString) plain = g_string_new (NULL);
  gboolean after_space = TRUE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c))
        continue;

      if (!g_unichar_isspace (c))
        g_string_append_unichar (plain, is_dash (c) ? '-' : c);
      else if (!after_space)
        g_string_append_c (plain, ' ');

      after_space = g_unichar_isspace (c);
    }

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/* Whether @word is all of @plain but for what stands around it. */
static gboolean
is_word (const char *plain, const char *word)
{
  const char *start = plain;
  const char *end = plain + strlen (plain);

  while (start < end && is_edge (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);

  while (end > start && is_edge (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return (gsize) (end - start) == strlen (word) && memcmp (start, word, end - start) == 0;
}

static gboolean
is_letter (gunichar c)
{
  return c != 0 && (g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '_');
}

/* Whether @word stands in @plain as a word of its own. */
static gboolean
has_word (const char *plain, const char *word)
{
  const char *found = plain;

  while ((found = strstr (found, word)) != NULL)
    {
      const char *end = found + strlen (word);

      if ((found == plain || !is_letter (g_utf8_get_char (g_utf8_prev_char (found)))) &&
          !is_letter (g_utf8_get_char (end)))
        return TRUE;

      found = end;
    }

  return FALSE;
}

/**
 * rea_opt_out_judge:
 * @text: a contact's message
 *
 * Returns: whether it asks to be texted no more
 */
ReaOptOut
rea_opt_out_judge (const char *text)
{
  g_autofree char *plain = NULL;
  ReaOptOut        judgement = REA_OPT_OUT_NO;

  g_return_val_if_fail (text != NULL, REA_OPT_OUT_NO);

  plain = dup_plain (text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (is_word (plain, words[i]))
        return REA_OPT_OUT_YES;
      if (has_word (plain, words[i]))
        judgement = REA_OPT_OUT_MAYBE;
    }

  return judgement;
}
