/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-question.h"

#include "rea-error.h"
#include "rea-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A name that is made of words ends with the word that goes beyond this. */
#define ID_BYTES 24

/**
 * rea_question_new:
 * @id: its name
 * @text: what the contact is asked
 * @answers: (nullable) (array zero-terminated=1): what can be answered; %NULL is
 *   nothing, and read back as a list without any
 *
 * Returns: (transfer full): a question
 */
ReaQuestion *
rea_question_new (const char *id, const char *text, const char *const *answers)
{
  ReaQuestion *self = g_new0 (ReaQuestion, 1);

  self->id = g_strdup (id);
  self->text = g_strdup (text);
  self->answers = answers != NULL ? g_strdupv ((char **) answers) : g_new0 (char *, 1);

  return self;
}

void
rea_question_free (ReaQuestion *self)
{
  g_free (self->id);
  g_free (self->text);
  g_strfreev (self->answers);
  g_free (self);
}

/**
 * rea_questions_new:
 *
 * Returns: (transfer full) (element-type ReaQuestion): no questions
 */
GPtrArray *
rea_questions_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) rea_question_free);
}

static gpointer
copy_question (gconstpointer data, gpointer user_data)
{
  const ReaQuestion *question = data;

  return rea_question_new (question->id, question->text, (const char *const *) question->answers);
}

/**
 * rea_questions_copy:
 * @questions: (element-type ReaQuestion): questions
 *
 * Returns: (transfer full) (element-type ReaQuestion): the same once more
 */
GPtrArray *
rea_questions_copy (GPtrArray *questions)
{
  return g_ptr_array_copy (questions, copy_question, NULL);
}

static gboolean
equal (const ReaQuestion *a, const ReaQuestion *b)
{
  return g_str_equal (a->id, b->id) && g_str_equal (a->text, b->text) &&
         g_strv_equal ((const char *const *) a->answers, (const char *const *) b->answers);
}

/**
 * rea_questions_equal:
 * @a: (element-type ReaQuestion): questions
 * @b: (element-type ReaQuestion): others
 *
 * Returns: whether they are the same, in the same order
 */
gboolean
rea_questions_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}

/**
 * rea_questions_find:
 * @questions: (element-type ReaQuestion): questions
 * @id: a question's name
 *
 * Returns: (transfer none) (nullable): the question of that name
 */
const ReaQuestion *
rea_questions_find (GPtrArray *questions, const char *id)
{
  for (guint i = 0; i < questions->len; i++)
    {
      const ReaQuestion *question = g_ptr_array_index (questions, i);

      if (g_str_equal (question->id, id))
        return question;
    }

  return NULL;
}

/* The first words, in small letters, with a hyphen between. */
static char *
dup_words (const char *text)
{
  g_autofree char *folded = rea_name_fold (text);
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean between = FALSE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c))
        {
          /* An apostrophe is within a word. */
          between |= c != '\'' && c != 0x2019;
          continue;
        }

      if (between && words->len >= ID_BYTES)
        break;
      if (between && words->len > 0)
        g_string_append_c (words, '-');

      between = FALSE;
      g_string_append_unichar (words, c);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * rea_questions_dup_id:
 * @questions: (element-type ReaQuestion): those that there are already
 * @text: what a new one asks; valid UTF-8
 *
 * Makes a name for a new question of its words: "Will you help us?" is
 * "will-you-help-us", and "will-you-help-us-2" where that is taken.
 *
 * Returns: (transfer full): the name; empty where nothing is asked
 */
char *
rea_questions_dup_id (GPtrArray *questions, const char *text)
{
  g_autofree char *words = dup_words (text);
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *id = NULL;

  if (*stripped == '\0')
    return g_strdup ("");

  if (*words == '\0')
    {
      g_free (words);
      words = g_strdup ("question");
    }

  id = g_strdup (words);
  for (guint n = 2; rea_questions_find (questions, id) != NULL; n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", words, n);
    }

  return g_steal_pointer (&id);
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped == '\0';
}

static gboolean
find_id_fault (const ReaQuestion *question,
               GHashTable        *ids,
               ReaQuestionFault  *fault,
               GError           **error)
{
  if (*question->id != '\0' && g_hash_table_add (ids, question->id))
    return FALSE;

  if (*question->id == '\0' && is_blank (question->text))
    {
      fault->field = REA_QUESTION_TEXT;
      g_set_error_literal (error, REA_ERROR, REA_ERROR_INVALID,
                           /* TRANSLATORS: of a question of the survey. */
                           _ ("Enter what is asked."));
      return TRUE;
    }

  fault->field = REA_QUESTION_ID;
  g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
               /* TRANSLATORS: of the questions of the survey. */
               _ ("Each question needs a name of its own; “%s” is none."), question->id);

  return TRUE;
}

static gboolean
find_answer_fault (const ReaQuestion *question, ReaQuestionFault *fault, GError **error)
{
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);

  fault->field = REA_QUESTION_ANSWER;
  for (fault->answer = 0; question->answers[fault->answer] != NULL; fault->answer++)
    {
      char *answer = question->answers[fault->answer];

      if (is_blank (answer))
        {
          g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                       /* TRANSLATORS: %s is a question of the survey. */
                       _ ("An answer to “%s” is empty; write it, or remove it."), question->text);
          return TRUE;
        }

      if (!g_hash_table_add (answers, answer))
        {
          g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                       /* TRANSLATORS: the first is an answer, the second a question of the survey.
                        */
                       _ ("“%s” is an answer to “%s” already."), answer, question->text);
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * rea_questions_find_fault:
 * @questions: (element-type ReaQuestion): questions
 * @fault: (out): with an error: where it is
 * @error: %REA_ERROR_INVALID with the first thing that is wrong
 *
 * Each question has a name that no other has, and each of its answers is one.
 *
 * Returns: whether there is something wrong
 */
gboolean
rea_questions_find_fault (GPtrArray *questions, ReaQuestionFault *fault, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (fault->question = 0; fault->question < questions->len; fault->question++)
    {
      const ReaQuestion *question = g_ptr_array_index (questions, fault->question);

      fault->answer = 0;
      if (find_id_fault (question, ids, fault, error) || find_answer_fault (question, fault, error))
        return TRUE;
    }

  return FALSE;
}

ReaAnswerCount *
rea_answer_count_new (const char *question, const char *answer, gint64 n)
{
  ReaAnswerCount *self = g_new0 (ReaAnswerCount, 1);

  self->question = g_strdup (question);
  self->answer = g_strdup (answer);
  self->n = n;

  return self;
}

void
rea_answer_count_free (ReaAnswerCount *self)
{
  g_free (self->question);
  g_free (self->answer);
  g_free (self);
}

/**
 * rea_answer_counts_get:
 * @counts: (element-type ReaAnswerCount): how often what was answered
 * @question: the name of a question
 * @answer: (nullable): one of its answers; %NULL for any
 *
 * Returns: in how many conversations it was answered so
 */
gint64
rea_answer_counts_get (GPtrArray *counts, const char *question, const char *answer)
{
  gint64 n = 0;

  for (guint i = 0; i < counts->len; i++)
    {
      const ReaAnswerCount *count = g_ptr_array_index (counts, i);

      if (g_str_equal (count->question, question) &&
          (answer == NULL || g_str_equal (count->answer, answer)))
        n += count->n;
    }

  return n;
}
