/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-survey-text.h"

static const char *const yes_no[] = { "Yes", "No", NULL };
static const char *const none[] = { NULL };

static GPtrArray *
make_counts (gint64 yes, gint64 no)
{
  GPtrArray *counts = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_answer_count_free);

  if (yes > 0)
    g_ptr_array_add (counts, rea_answer_count_new ("support", "Yes", yes));
  if (no > 0)
    g_ptr_array_add (counts, rea_answer_count_new ("support", "No", no));
  g_ptr_array_add (counts, rea_answer_count_new ("other", "Yes", 5));

  return counts;
}

static void
test_detail (void)
{
  g_autoptr (GPtrArray) nobody = make_counts (0, 0);
  g_autoptr (GPtrArray) many = make_counts (1000, 234);
  g_autoptr (ReaQuestion) question = rea_question_new ("support", "Do you?", yes_no);
  g_autoptr (ReaQuestion) bare = rea_question_new ("support", "Do you?", NULL);
  g_autofree char *quiet = rea_survey_text_detail (question, nobody);
  g_autofree char *answered = rea_survey_text_detail (question, many);
  g_autofree char *empty = rea_survey_text_detail (bare, nobody);

  g_assert_cmpstr (quiet, ==, "Yes, No");
  g_assert_true (g_str_has_prefix (answered, "Yes, No · 1"));
  g_assert_true (g_str_has_suffix (answered, "234 answered"));
  g_assert_cmpstr (empty, ==, "No answers to choose from yet");
}

static void
test_warning (void)
{
  const struct
  {
    const char        *text;
    const char *const *answers;
    gint64             yes;
    gint64             no;
    const char        *warning;
  } cases[] = {
    { "Do you?", yes_no, 3, 1, NULL },
    { "Do they?", yes_no, 0, 0, NULL },
    { "Do they?", yes_no, 1, 0, "1 answer was given to the words as they were; it stays." },
    { "Do they?", yes_no, 1, 2, "3 answers were given to the words as they were; they stay." },
    { "Do you?", none, 0, 0, NULL },
    { "Do you?", none, 1, 0, "“Yes” is offered no more. 1 conversation has it and keeps it." },
    { "Do you?", yes_no + 1, 2, 0,
      "“Yes” is offered no more. 2 conversations have it and keep it." },
    { "Do you?", yes_no + 1, 0, 2, NULL },
    { "Do they?", none, 1, 1,
      "2 answers were given to the words as they were; they stay.\n"
      "“Yes” is offered no more. 1 conversation has it and keeps it.\n"
      "“No” is offered no more. 1 conversation has it and keeps it." },
  };
  g_autoptr (ReaQuestion) before = rea_question_new ("support", "Do you?", yes_no);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ReaQuestion) after = rea_question_new ("support", cases[i].text, cases[i].answers);
      g_autoptr (GPtrArray) counts = make_counts (cases[i].yes, cases[i].no);
      g_autofree char *warning = rea_survey_text_warning (before, after, counts);

      g_test_message ("%u", i);
      g_assert_cmpstr (warning, ==, cases[i].warning);
    }
}

static void
test_removed (void)
{
  g_autoptr (GPtrArray) nobody = make_counts (0, 0);
  g_autoptr (GPtrArray) one = make_counts (1, 0);
  g_autoptr (ReaQuestion) question = rea_question_new ("support", "Do you?", yes_no);
  g_autoptr (ReaQuestion) bare = rea_question_new ("support", "", NULL);
  g_autofree char *quiet = rea_survey_text_removed (question, nobody);
  g_autofree char *answered = rea_survey_text_removed (question, one);
  g_autofree char *named = rea_survey_text_removed (bare, nobody);

  g_assert_cmpstr (quiet, ==, "“Do you?” is removed when you save.");
  g_assert_cmpstr (answered, ==,
                   "“Do you?” is removed when you save. The answer in 1 conversation is then "
                   "neither shown nor exported.");
  g_assert_cmpstr (named, ==, "“support” is removed when you save.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/survey-text/detail", test_detail);
  g_test_add_func ("/survey-text/warning", test_warning);
  g_test_add_func ("/survey-text/removed", test_removed);

  return g_test_run ();
}
