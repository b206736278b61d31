/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ReaQuestion:
 * @id: its name in files and for answers; it stays when the words change
 * @text: what the contact is asked
 * @answers: (array zero-terminated=1): what can be answered
 *
 * A question of the survey.
 */
typedef struct
{
  char  *id;
  char  *text;
  char **answers;
} ReaQuestion;

/**
 * ReaQuestionField:
 *
 * What of a question something is wrong with.
 */
typedef enum
{
  REA_QUESTION_ID,
  REA_QUESTION_TEXT,
  REA_QUESTION_ANSWER,
} ReaQuestionField;

/**
 * ReaQuestionFault:
 * @question: which of the questions, counted from 0
 * @field: what of it
 * @answer: which of its answers, counted from 0, where it is one
 */
typedef struct
{
  guint            question;
  ReaQuestionField field;
  guint            answer;
} ReaQuestionFault;

/**
 * ReaAnswerCount:
 * @question: the name of a question
 * @answer: what was answered
 * @n: in how many conversations
 */
typedef struct
{
  char  *question;
  char  *answer;
  gint64 n;
} ReaAnswerCount;

ReaAnswerCount *
rea_answer_count_new (const char *question, const char *answer, gint64 n) G_GNUC_WARN_UNUSED_RESULT;
void   rea_answer_count_free (ReaAnswerCount *self);
gint64 rea_answer_counts_get (GPtrArray *counts, const char *question, const char *answer);

ReaQuestion *rea_question_new (const char        *id,
                               const char        *text,
                               const char *const *answers) G_GNUC_WARN_UNUSED_RESULT;
void         rea_question_free (ReaQuestion *self);

GPtrArray         *rea_questions_new (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray         *rea_questions_copy (GPtrArray *questions) G_GNUC_WARN_UNUSED_RESULT;
gboolean           rea_questions_equal (GPtrArray *a, GPtrArray *b);
const ReaQuestion *rea_questions_find (GPtrArray *questions, const char *id);
char    *rea_questions_dup_id (GPtrArray *questions, const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean rea_questions_find_fault (GPtrArray *questions, ReaQuestionFault *fault, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaAnswerCount, rea_answer_count_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaQuestion, rea_question_free)

G_END_DECLS
