/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-name.h"

static void
assert_folds_alike (const char *a, const char *b)
{
  g_autofree char *folded_a = rea_name_fold (a);
  g_autofree char *folded_b = rea_name_fold (b);

  g_assert_cmpstr (folded_a, ==, folded_b);
}

static void
assert_folds_apart (const char *a, const char *b)
{
  g_autofree char *folded_a = rea_name_fold (a);
  g_autofree char *folded_b = rea_name_fold (b);

  g_assert_cmpstr (folded_a, !=, folded_b);
}

static void
test_fold (void)
{
  assert_folds_alike ("José", "JOSE");
  assert_folds_alike ("José", "Jose\u0301");
  assert_folds_alike ("ÅNGSTRÖM", "angstrom");
  assert_folds_alike ("Straße", "STRASSE");
  assert_folds_alike ("Nguyễn", "NGUYEN");
  assert_folds_alike ("Ελλάς", "ΕΛΛΑΣ");
  assert_folds_alike ("İstanbul", "istanbul");
  assert_folds_alike ("Ёлкин", "елкин");

  assert_folds_apart ("Jose", "Josef");
  assert_folds_apart ("Ana", "Ano");
  assert_folds_apart ("李", "王");
}

/* A vowel sign or a virama is no accent: without them these would be one name. */
static void
test_fold_keeps_letters (void)
{
  assert_folds_apart ("राम", "रोम");
  assert_folds_apart ("रमा", "रमु");
  assert_folds_apart ("กิน", "กัน");
  assert_folds_apart ("か", "が");
}

static void
test_fold_is_stable (void)
{
  static const char *const names[] = { "", "O'Brien", "Zoë", "ﬁ", "ΐ", "ß", "राम", "각", "ǅ" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *once = rea_name_fold (names[i]);
      g_autofree char *twice = rea_name_fold (once);

      g_assert_cmpstr (once, ==, twice);
    }
}

/* Each stands before the next, by case-folded code points and nothing else. */
static void
test_order (void)
{
  static const char *const names[] = { "",       "ab",     "ABC", "abd", "B",
                                       "\u00e4", "\u00c9", "œ",   "Б",   "山" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
      {
        int order = rea_name_compare_folded (names[i], names[j]);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }

  g_assert_cmpint (rea_name_compare_folded ("MÜLLER", "müller"), ==, 0);
  g_assert_cmpint (rea_name_compare_folded ("smith", "SMITH"), ==, 0);
  /* An accent counts here: it is another code point. */
  g_assert_cmpint (rea_name_compare_folded ("Muller", "Müller"), <, 0);
  /* And an underscore stands before small letters, which upper case becomes. */
  g_assert_cmpint (rea_name_compare_folded ("_", "A"), <, 0);
  g_assert_cmpint (rea_name_compare_folded ("_é", "Aé"), <, 0);
}

static void
test_people_order (void)
{
  /* Last name, then first name, then e-mail. */
  g_assert_cmpint (rea_name_compare ("Adams", "Zoe", "z@x", "Brown", "Ann", "a@x"), <, 0);
  g_assert_cmpint (rea_name_compare ("adams", "Zoe", "z@x", "ADAMS", "Ann", "a@x"), >, 0);
  g_assert_cmpint (rea_name_compare ("Adams", "ann", "A@x", "adams", "Ann", "b@x"), <, 0);
  g_assert_cmpint (rea_name_compare ("Adams", "Ann", "a@x", "adams", "ANN", "A@X"), ==, 0);
  /* Who has no last name stands before those who have one. */
  g_assert_cmpint (rea_name_compare ("", "Zoe", "z@x", "Adams", "Ann", "a@x"), <, 0);
}

static void
test_full_name (void)
{
  static const char *const names[][3] = { { "Ann", "Lee", "Ann Lee" },
                                          { "Ann", "", "Ann" },
                                          { "", "Lee", "Lee" },
                                          { "", "", "" } };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *full = rea_name_dup_full (names[i][0], names[i][1]);

      g_assert_cmpstr (full, ==, names[i][2]);
    }
}

static gboolean
finds (const char *search, const char *first_name, const char *last_name, const char *phone)
{
  g_autoptr (ReaSearch) words = rea_search_new (search);

  return rea_search_matches (words, first_name, last_name, phone);
}

static void
test_search_words (void)
{
  g_assert_true (finds ("ann lee", "Ann", "Lee", "12025550136"));
  g_assert_true (finds ("LEE ann", "Ann", "Lee", "12025550136"));
  g_assert_true (finds ("nn", "Ann", "Lee", "12025550136"));
  g_assert_true (finds ("  ann\t\nlee\u00a0", "Ann", "Lee", "12025550136"));
  g_assert_true (finds ("jose", "José María", "Núñez", "12025550136"));
  g_assert_true (finds ("nuñez maria", "José María", "Núñez", "12025550136"));
  g_assert_true (finds ("STRASSE", "Straße", "", "12025550136"));

  /* Each word, in one of them; no word spans two. */
  g_assert_false (finds ("ann smith", "Ann", "Lee", "12025550136"));
  g_assert_false (finds ("annlee", "Ann", "Lee", "12025550136"));
  g_assert_false (finds ("%", "Ann", "Lee", "12025550136"));
  g_assert_false (finds ("_nn", "Ann", "Lee", "12025550136"));
}

static void
test_search_phone (void)
{
  g_assert_true (finds ("5550136", "Ann", "Lee", "12025550136"));
  g_assert_true (finds ("+12025550136", "Ann", "Lee", "12025550136"));
  g_assert_true (finds ("(202) 555-0136", "Ann", "Lee", "12025550136"));
  g_assert_true (finds ("0136 lee", "Ann", "Lee", "12025550136"));
  g_assert_true (finds ("1", "Ann", "Lee", "12025550136"));

  g_assert_false (finds ("5550137", "Ann", "Lee", "12025550136"));
  /* A word with letters is no number. */
  g_assert_false (finds ("x0136", "Ann", "Lee", "12025550136"));
  /* Nor is one without any digit, which every phone would contain. */
  g_assert_false (finds ("-", "Ann", "Lee", "12025550136"));
  g_assert_true (finds ("-", "Ann-Marie", "Lee", "12025550136"));
  /* Digits may stand in a name too. */
  g_assert_true (finds ("3rd", "John", "Hay 3rd", "12025550136"));
  g_assert_true (finds ("7", "Agent 7", "", "12025550136"));
}

static void
test_search_parts (void)
{
  g_autoptr (ReaSearch) search = rea_search_new (" Núñez (202) 555-01 ");
  g_autoptr (ReaSearch) nothing = rea_search_new (" \t ");
  const char *const *words = rea_search_get_words (search);

  g_assert_cmpuint (g_strv_length ((char **) words), ==, 3);
  g_assert_cmpstr (words[0], ==, "nunez");
  g_assert_null (rea_search_get_digits (search, 0));
  g_assert_cmpstr (rea_search_get_digits (search, 1), ==, "202");
  g_assert_cmpstr (rea_search_get_digits (search, 2), ==, "55501");

  g_assert_null (rea_search_get_words (nothing)[0]);
  g_assert_true (rea_search_matches (nothing, "", "", ""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/name/fold", test_fold);
  g_test_add_func ("/name/fold-keeps-letters", test_fold_keeps_letters);
  g_test_add_func ("/name/fold-is-stable", test_fold_is_stable);
  g_test_add_func ("/name/order", test_order);
  g_test_add_func ("/name/people-order", test_people_order);
  g_test_add_func ("/name/full-name", test_full_name);
  g_test_add_func ("/name/search-words", test_search_words);
  g_test_add_func ("/name/search-phone", test_search_phone);
  g_test_add_func ("/name/search-parts", test_search_parts);

  return g_test_run ();
}
