/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-segments.h"

/* @n times @text, between @before and @after. */
static guint
count (const char *before, const char *text, guint n, const char *after)
{
  g_autoptr (GString) message = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (message, text);
  g_string_append (message, after);

  return rea_segments_count (message->str);
}

static void
test_empty (void)
{
  g_assert_cmpuint (rea_segments_count (""), ==, 0);
  g_assert_cmpuint (rea_segments_count (" "), ==, 1);
}

static void
test_gsm (void)
{
  g_assert_cmpuint (count ("", "a", 1, ""), ==, 1);
  g_assert_cmpuint (count ("", "a", 160, ""), ==, 1);
  g_assert_cmpuint (count ("", "a", 161, ""), ==, 2);
  g_assert_cmpuint (count ("", "a", 306, ""), ==, 2);
  g_assert_cmpuint (count ("", "a", 307, ""), ==, 3);
  g_assert_cmpuint (count ("", "a", 1530, ""), ==, 10);
  g_assert_cmpuint (count ("", "a", 1531, ""), ==, 11);
}

static void
test_gsm_alphabet (void)
{
  const char *text = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                     "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  const char *outside[] = { "ç", "`", "\t", "á", "ê", "É\u0301", "’", "“", "…", "–", "я", "中" };

  g_assert_cmpint (g_utf8_strlen (text, -1), ==, 127);
  g_assert_cmpuint (count (text, "a", 33, ""), ==, 1);
  g_assert_cmpuint (count (text, "a", 34, ""), ==, 2);

  /* One character outside makes all of it UCS-2. */
  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    {
      g_test_message ("%s", outside[i]);
      g_assert_cmpuint (count (outside[i], "a", 71 - g_utf8_strlen (outside[i], -1), ""), ==, 2);
    }
}

static void
test_gsm_extension (void)
{
  const char *twofold[] = { "\f", "^", "{", "}", "\\", "[", "~", "]", "|", "€" };

  for (guint i = 0; i < G_N_ELEMENTS (twofold); i++)
    {
      g_test_message ("%s", twofold[i]);
      g_assert_cmpuint (count ("", twofold[i], 80, ""), ==, 1);
      g_assert_cmpuint (count ("", twofold[i], 81, ""), ==, 2);
    }
}

/* 153 is odd: of characters that take two places 76 go into a segment, and the
 * place that is left over stays empty.
 */
static void
test_escape_is_not_split (void)
{
  g_assert_cmpuint (count ("", "€", 152, ""), ==, 2);
  g_assert_cmpuint (count ("", "€", 153, ""), ==, 3);
  g_assert_cmpuint (count ("", "€", 152, "a"), ==, 2);
  g_assert_cmpuint (count ("", "€", 152, "aa"), ==, 3);
  g_assert_cmpuint (count ("", "a", 152, "€"), ==, 1);
  g_assert_cmpuint (count ("€", "a", 304, ""), ==, 2);

  /* 306 places fill two segments, unless the escape would stand on the border. */
  {
    g_autofree char *before = g_strnfill (152, 'a');

    g_assert_cmpuint (count (before, "€", 1, ""), ==, 1);
    g_autofree char *longer = g_strconcat (before, "€", NULL);
    g_assert_cmpuint (count (longer, "a", 151, ""), ==, 2);
    g_assert_cmpuint (count (longer, "a", 152, ""), ==, 3);
  }
}

static void
test_ucs2 (void)
{
  g_assert_cmpuint (count ("", "я", 70, ""), ==, 1);
  g_assert_cmpuint (count ("", "я", 71, ""), ==, 2);
  g_assert_cmpuint (count ("", "я", 134, ""), ==, 2);
  g_assert_cmpuint (count ("", "я", 135, ""), ==, 3);
  g_assert_cmpuint (count ("", "я", 670, ""), ==, 10);
  g_assert_cmpuint (count ("", "я", 671, ""), ==, 11);

  /* What GSM writes in two places takes one here. */
  g_assert_cmpuint (count ("я", "€", 69, ""), ==, 1);
}

static void
test_surrogates_are_not_split (void)
{
  g_assert_cmpuint (count ("", "🙂", 35, ""), ==, 1);
  g_assert_cmpuint (count ("", "🙂", 36, ""), ==, 2);
  g_assert_cmpuint (count ("", "🙂", 66, ""), ==, 2);
  g_assert_cmpuint (count ("", "🙂", 67, ""), ==, 3);

  /* 66 and a pair over the border of the first: the pair goes into the second. */
  {
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint i = 0; i < 66; i++)
      g_string_append (text, "я");
    g_string_append (text, "🙂");
    g_assert_cmpuint (rea_segments_count (text->str), ==, 1);
    g_assert_cmpuint (count (text->str, "я", 65, ""), ==, 2);
    g_assert_cmpuint (count (text->str, "я", 66, ""), ==, 3);
  }
}

static void
assert_measure (const char *text, guint used, guint room, guint segments, gboolean is_unicode)
{
  ReaMeasure measure;

  rea_segments_measure (text, &measure);
  g_assert_cmpuint (measure.used, ==, used);
  g_assert_cmpuint (measure.room, ==, room);
  g_assert_cmpuint (measure.segments, ==, segments);
  g_assert_cmpint (measure.is_unicode, ==, is_unicode);
}

/* What is shown while somebody types. */
static void
test_measure (void)
{
  g_autofree char *full = g_strnfill (160, 'a');
  g_autofree char *more = g_strnfill (161, 'a');

  assert_measure ("", 0, 160, 0, FALSE);
  assert_measure ("Yes", 3, 160, 1, FALSE);
  assert_measure ("5 €", 4, 160, 1, FALSE);
  assert_measure (full, 160, 160, 1, FALSE);
  assert_measure (more, 161, 306, 2, FALSE);
  assert_measure ("Да", 2, 70, 1, TRUE);
  assert_measure ("👍", 2, 70, 1, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/segments/empty", test_empty);
  g_test_add_func ("/segments/gsm", test_gsm);
  g_test_add_func ("/segments/gsm-alphabet", test_gsm_alphabet);
  g_test_add_func ("/segments/gsm-extension", test_gsm_extension);
  g_test_add_func ("/segments/escape-is-not-split", test_escape_is_not_split);
  g_test_add_func ("/segments/ucs2", test_ucs2);
  g_test_add_func ("/segments/measure", test_measure);
  g_test_add_func ("/segments/surrogates-are-not-split", test_surrogates_are_not_split);

  return g_test_run ();
}
