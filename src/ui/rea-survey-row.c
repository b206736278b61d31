/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-survey-row.h"

#include "rea-a11y.h"
#include "rea-drop-down.h"
#include "rea-thread-act.h"
#include "rea-toasts.h"

#include <glib/gi18n-lib.h>

struct _ReaSurveyRow
{
  AdwBin parent_instance;

  GtkLabel    *question_label;
  GtkDropDown *answers;
  GtkLabel    *error_label;

  ReaThread     *thread;
  ReaQuestion   *question;
  GtkStringList *choices; /* none, the answers, and one that is none of them any more */
  char          *answer;  /* (nullable): what stands in the database, as far as is known */
  guint          n_writing;
  gboolean       filling;
};

G_DEFINE_FINAL_TYPE (ReaSurveyRow, rea_survey_row, ADW_TYPE_BIN)

static void
set_error (ReaSurveyRow *self, const char *reason)
{
  gtk_label_set_text (self->error_label, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), reason != NULL);
}

/* The place of an answer, which the question may not have any more. */
static guint
find_choice (ReaSurveyRow *self, const char *answer)
{
  GListModel *choices = G_LIST_MODEL (self->choices);

  if (answer == NULL)
    return 0;

  for (guint i = 1; i < g_list_model_get_n_items (choices); i++)
    if (g_str_equal (gtk_string_list_get_string (self->choices, i), answer))
      return i;

  gtk_string_list_append (self->choices, answer);

  return g_list_model_get_n_items (choices) - 1;
}

static void
show_answer (ReaSurveyRow *self)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->answers, find_choice (self, self->answer));
  self->filling = FALSE;
}

/* One answer on its way into the database. The row may ask another contact meanwhile. */
typedef struct
{
  ReaSurveyRow *row;
  ReaThread    *thread;
} Writing;

static void
writing_free (Writing *writing)
{
  g_object_unref (writing->row);
  g_object_unref (writing->thread);
  g_free (writing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

static void
say_elsewhere (ReaSurveyRow *self, const char *reason)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (toasts != NULL)
    rea_toasts_show (ADW_TOAST_OVERLAY (toasts), reason, TRUE, NULL, NULL, NULL);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Writing) writing = user_data;
  g_autoptr (GError) error = NULL;
  ReaSurveyRow *self = writing->row;

  rea_thread_act_finish (source, result, &error);

  if (self->thread != writing->thread)
    {
      if (error != NULL)
        say_elsewhere (self, error->message);
      return;
    }

  /* Somebody may have looked at another contact and come back. */
  if (self->n_writing > 0)
    self->n_writing--;
  if (error == NULL)
    return;

  set_error (self, error->message);
  if (self->n_writing == 0)
    show_answer (self);
}

static void
chosen_cb (ReaSurveyRow *self)
{
  guint       chosen = gtk_drop_down_get_selected (self->answers);
  const char *answer = NULL;
  Writing    *writing;

  if (self->filling || self->thread == NULL || chosen == GTK_INVALID_LIST_POSITION)
    return;

  if (chosen > 0)
    answer = gtk_string_list_get_string (self->choices, chosen);

  writing = g_new0 (Writing, 1);
  writing->row = g_object_ref (self);
  writing->thread = g_object_ref (self->thread);
  set_error (self, NULL);
  self->n_writing++;
  rea_thread_answer_async (self->thread, self->question->id, answer, written_cb, writing);
}

/* What was appended for another contact goes. */
static void
set_choices (ReaSurveyRow *self)
{
  g_clear_object (&self->choices);
  /* TRANSLATORS: in the drop-down of a question of the survey: there is no answer. */
  self->choices = gtk_string_list_new ((const char *const[]){ _ ("Not answered"), NULL });
  for (char **answer = self->question->answers; *answer != NULL; answer++)
    gtk_string_list_append (self->choices, *answer);

  gtk_drop_down_set_model (self->answers, G_LIST_MODEL (self->choices));
}

static void
set_up (ReaSurveyRow *self)
{
  self->filling = TRUE;
  gtk_label_set_text (self->question_label, self->question->text);
  /* An answer may be longer than the pane is wide. */
  rea_drop_down_ellipsize (self->answers);
  set_choices (self);
  rea_a11y_name_drop_down (self->answers, self->question->text);
  self->filling = FALSE;
}

/**
 * rea_survey_row_new:
 * @question: a question of a campaign
 *
 * Returns: (transfer floating): a row that asks nobody yet
 */
GtkWidget *
rea_survey_row_new (const ReaQuestion *question)
{
  ReaSurveyRow *self = g_object_new (REA_TYPE_SURVEY_ROW, NULL);

  self->question =
      rea_question_new (question->id, question->text, (const char *const *) question->answers);
  set_up (self);

  return GTK_WIDGET (self);
}

/**
 * rea_survey_row_is_of:
 * @self: a row
 * @question: a question
 *
 * Returns: whether the row asks just this, with the same answers
 */
gboolean
rea_survey_row_is_of (ReaSurveyRow *self, const ReaQuestion *question)
{
  g_return_val_if_fail (REA_IS_SURVEY_ROW (self), FALSE);

  return g_str_equal (self->question->id, question->id) &&
         g_str_equal (self->question->text, question->text) &&
         g_strv_equal ((const char *const *) self->question->answers,
                       (const char *const *) question->answers);
}

static void
set_thread (ReaSurveyRow *self, ReaThread *thread)
{
  if (!g_set_object (&self->thread, thread))
    return;

  self->n_writing = 0;
  set_error (self, NULL);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->choices)) ==
      1 + g_strv_length (self->question->answers))
    return;

  self->filling = TRUE;
  set_choices (self);
  self->filling = FALSE;
}

/**
 * rea_survey_row_show:
 * @self: a row
 * @thread: the conversation with whoever is asked
 * @answer: (nullable): the answer that stands
 *
 * Shows the answer, unless one that was chosen here is just being written.
 */
void
rea_survey_row_show (ReaSurveyRow *self, ReaThread *thread, const char *answer)
{
  g_return_if_fail (REA_IS_SURVEY_ROW (self));

  set_thread (self, thread);
  if (g_strcmp0 (self->answer, answer) != 0)
    {
      g_free (self->answer);
      self->answer = g_strdup (answer);
      set_error (self, NULL);
    }

  if (self->n_writing == 0)
    show_answer (self);
}

static void
rea_survey_row_dispose (GObject *object)
{
  ReaSurveyRow *self = REA_SURVEY_ROW (object);

  g_clear_object (&self->thread);
  g_clear_object (&self->choices);

  G_OBJECT_CLASS (rea_survey_row_parent_class)->dispose (object);
}

static void
rea_survey_row_finalize (GObject *object)
{
  ReaSurveyRow *self = REA_SURVEY_ROW (object);

  g_clear_pointer (&self->question, rea_question_free);
  g_free (self->answer);

  G_OBJECT_CLASS (rea_survey_row_parent_class)->finalize (object);
}

static void
rea_survey_row_class_init (ReaSurveyRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rea_survey_row_dispose;
  object_class->finalize = rea_survey_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-survey-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaSurveyRow, question_label);
  gtk_widget_class_bind_template_child (widget_class, ReaSurveyRow, answers);
  gtk_widget_class_bind_template_child (widget_class, ReaSurveyRow, error_label);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
rea_survey_row_init (ReaSurveyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
