/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-survey-text.h"

#include "rea-format.h"

#include <glib/gi18n-lib.h>

/**
 * rea_survey_text_detail:
 * @question: a question
 * @counts: (element-type ReaAnswerCount): how often what was answered
 *
 * Returns: (transfer full): its answers in a line, and how many were given: "Yes, No · 12
 *   answered"
 */
char *
rea_survey_text_detail (const ReaQuestion *question, GPtrArray *counts)
{
  gint64           n = rea_answer_counts_get (counts, question->id, NULL);
  g_autofree char *answers = g_strjoinv (", ", question->answers);
  g_autofree char *number = rea_format_number (n);
  g_autofree char *answered = NULL;

  if (*answers == '\0')
    {
      g_free (answers);
      /* TRANSLATORS: of a question of the survey. */
      answers = g_strdup (_ ("No answers to choose from yet"));
    }

  if (n == 0)
    return g_steal_pointer (&answers);

  /* TRANSLATORS: in how many conversations a question of the survey has an answer. */
  answered = g_strdup_printf (ngettext ("%s answered", "%s answered", (gulong) n), number);

  return g_strdup_printf ("%s · %s", answers, answered);
}

static void
append (GString *text, const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, sentence);
}

/**
 * rea_survey_text_warning:
 * @before: a question as it was saved
 * @after: the same as somebody wants it
 * @counts: (element-type ReaAnswerCount): how often what was answered
 *
 * Returns: (transfer full) (nullable): what the change means for the answers that were
 *   given; %NULL for nothing
 */
char *
rea_survey_text_warning (const ReaQuestion *before, const ReaQuestion *after, GPtrArray *counts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!g_str_equal (before->text, after->text))
    {
      gint64           n = rea_answer_counts_get (counts, before->id, NULL);
      g_autofree char *number = rea_format_number (n);
      g_autofree char *sentence = g_strdup_printf (
          /* TRANSLATORS: where the words of a question of the survey are changed. */
          ngettext ("%s answer was given to the words as they were; it stays.",
                    "%s answers were given to the words as they were; they stay.", (gulong) n),
          number);

      if (n > 0)
        append (text, sentence);
    }

  for (guint i = 0; before->answers[i] != NULL; i++)
    {
      const char *answer = before->answers[i];
      gint64      n = rea_answer_counts_get (counts, before->id, answer);

      if (n > 0 && !g_strv_contains ((const char *const *) after->answers, answer))
        {
          g_autofree char *number = rea_format_number (n);
          g_autofree char *sentence = g_strdup_printf (
              /* TRANSLATORS: an answer is taken from a question of the survey: %1$s is the
               * answer, %2$s how many conversations have it.
               */
              ngettext ("“%1$s” is offered no more. %2$s conversation has it and keeps it.",
                        "“%1$s” is offered no more. %2$s conversations have it and keep it.",
                        (gulong) n),
              answer, number);

          append (text, sentence);
        }
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/**
 * rea_survey_text_removed:
 * @question: a question as it was saved, which somebody takes out
 * @counts: (element-type ReaAnswerCount): how often what was answered
 *
 * Returns: (transfer full): what becomes of it
 */
char *
rea_survey_text_removed (const ReaQuestion *question, GPtrArray *counts)
{
  gint64           n = rea_answer_counts_get (counts, question->id, NULL);
  const char      *text = *question->text != '\0' ? question->text : question->id;
  g_autofree char *number = rea_format_number (n);

  if (n == 0)
    {
      /* TRANSLATORS: %s is a question or a canned reply. */
      return g_strdup_printf (_ ("“%s” is removed when you save."), text);
    }

  /* TRANSLATORS: %1$s is a question of the survey, %2$s how many conversations have an answer. */
  return g_strdup_printf (
      ngettext ("“%1$s” is removed when you save. The answer in %2$s conversation is then neither "
                "shown nor exported.",
                "“%1$s” is removed when you save. The answers in %2$s conversations are then "
                "neither shown nor exported.",
                (gulong) n),
      text, number);
}
