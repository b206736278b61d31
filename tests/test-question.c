/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-question.h"

#include "rea-error.h"

static const char *const yes_no[] = { "Yes", "No", NULL };

static GPtrArray *
make_two (void)
{
  GPtrArray *questions = rea_questions_new ();

  g_ptr_array_add (questions, rea_question_new ("support", "Do you?", yes_no));
  g_ptr_array_add (questions, rea_question_new ("note", "What else?", NULL));

  return questions;
}

static void
test_copy (void)
{
  GPtrArray *questions = make_two ();
  g_autoptr (GPtrArray) copy = rea_questions_copy (questions);
  g_autoptr (GPtrArray) again = make_two ();

  g_assert_true (rea_questions_equal (questions, copy));
  g_ptr_array_unref (questions);
  g_assert_true (rea_questions_equal (again, copy));
  g_assert_cmpstr (rea_questions_find (copy, "note")->text, ==, "What else?");
  g_assert_null (rea_questions_find (copy, "Note"));
  g_assert_null (rea_questions_find (copy, ""));
}

/* Each of these is a change. */
static void
test_unequal (void)
{
  static const char *const no_yes[] = { "No", "Yes", NULL };

  for (int change = 0; change < 5; change++)
    {
      g_autoptr (GPtrArray) questions = make_two ();
      g_autoptr (GPtrArray) before = make_two ();
      ReaQuestion *first = g_ptr_array_index (questions, 0);

      if (change == 0)
        g_ptr_array_remove_index (questions, 1);
      else if (change == 1)
        g_ptr_array_insert (questions, 0, g_ptr_array_steal_index (questions, 1));
      else
        {
          const char *id = change == 2 ? "Support" : "support";
          const char *text = change == 3 ? "Do you not?" : "Do you?";

          questions->pdata[0] = rea_question_new (id, text, change == 4 ? no_yes : yes_no);
          rea_question_free (first);
        }

      g_test_message ("change %d", change);
      g_assert_false (rea_questions_equal (questions, before));
    }
}

static void
test_id (void)
{
  const struct
  {
    const char *text;
    const char *id;
  } cases[] = {
    { "Will you help us?", "will-you-help-us" },
    { "  Will you… HELP us ?! ", "will-you-help-us" },
    { "Support?", "support-2" },
    { "note", "note-2" },
    { "What’s your age", "whats-your-age" },
    { "¿Votará usted?", "votara-usted" },
    { "Do you intend to vote in the November election?", "do-you-intend-to-vote-in" },
    { "Поможете?", "поможете" },
    { "投票しますか", "投票しますか" },
    { "?!", "question" },
    { "1 or 2", "1-or-2" },
    { "", "" },
    { " \t ", "" },
  };
  g_autoptr (GPtrArray) questions = make_two ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = rea_questions_dup_id (questions, cases[i].text);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (id, ==, cases[i].id);
    }

  /* As many as there are, each has a name of its own. */
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *id = rea_questions_dup_id (questions, "Support");

      g_ptr_array_add (questions, rea_question_new (id, "Support", NULL));
    }
  g_assert_nonnull (rea_questions_find (questions, "support-6"));
}

static void
test_faults (void)
{
  const struct
  {
    const char      *id;
    const char      *text;
    const char      *answers[4];
    ReaQuestionField field;
    guint            answer;
    const char      *message;
  } cases[] = {
    { "", "", { NULL }, REA_QUESTION_TEXT, 0, "Enter what is asked." },
    { "", " ", { NULL }, REA_QUESTION_TEXT, 0, "Enter what is asked." },
    { "",
      "Why?",
      { NULL },
      REA_QUESTION_ID,
      0,
      "Each question needs a name of its own; “” is none." },
    { "note",
      "Why?",
      { NULL },
      REA_QUESTION_ID,
      0,
      "Each question needs a name of its own; “note” is none." },
    { "why",
      "Why?",
      { "", NULL },
      REA_QUESTION_ANSWER,
      0,
      "An answer to “Why?” is empty; write it, or remove it." },
    { "why",
      "Why?",
      { "So", "No", " ", NULL },
      REA_QUESTION_ANSWER,
      2,
      "An answer to “Why?” is empty; write it, or remove it." },
    { "why",
      "Why?",
      { "So", "So", NULL },
      REA_QUESTION_ANSWER,
      1,
      "“So” is an answer to “Why?” already." },
  };
  g_autoptr (GPtrArray) good = make_two ();
  ReaQuestionFault fault;

  g_assert_false (rea_questions_find_fault (good, &fault, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) questions = make_two ();
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (questions, rea_question_new (cases[i].id, cases[i].text, cases[i].answers));
      g_test_message ("%u: %s", i, cases[i].message);
      g_assert_true (rea_questions_find_fault (questions, &fault, &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, cases[i].message);
      g_assert_cmpuint (fault.question, ==, 2);
      g_assert_cmpint (fault.field, ==, cases[i].field);
      g_assert_cmpuint (fault.answer, ==, cases[i].answer);
    }
}

static void
test_counts (void)
{
  g_autoptr (GPtrArray) counts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rea_answer_count_free);

  g_ptr_array_add (counts, rea_answer_count_new ("support", "Yes", 3));
  g_ptr_array_add (counts, rea_answer_count_new ("support", "No", 4));
  g_assert_cmpint (rea_answer_counts_get (counts, "support", "No"), ==, 4);
  g_assert_cmpint (rea_answer_counts_get (counts, "support", NULL), ==, 7);
  g_assert_cmpint (rea_answer_counts_get (counts, "support", "Maybe"), ==, 0);
  g_assert_cmpint (rea_answer_counts_get (counts, "note", NULL), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/question/copy", test_copy);
  g_test_add_func ("/question/unequal", test_unequal);
  g_test_add_func ("/question/id", test_id);
  g_test_add_func ("/question/faults", test_faults);
  g_test_add_func ("/question/counts", test_counts);

  return g_test_run ();
}
