/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-survey-pane.h"

#include "rea-survey-row.h"

struct _ReaSurveyPane
{
  AdwBin parent_instance;

  GtkBox *rows;
};

G_DEFINE_FINAL_TYPE (ReaSurveyPane, rea_survey_pane, ADW_TYPE_BIN)

static const char *
find_answer (const ReaThreadState *state, const ReaQuestion *question)
{
  for (guint i = 0; i < state->answers->len; i++)
    {
      const ReaAnswer *answer = g_ptr_array_index (state->answers, i);

      if (g_str_equal (answer->question, question->id))
        return answer->answer;
    }

  return NULL;
}

static GtkWidget *
get_first (ReaSurveyPane *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->rows));
}

static gboolean
has_rows_of (ReaSurveyPane *self, GPtrArray *questions)
{
  GtkWidget *row = get_first (self);

  for (guint i = 0; i < questions->len; i++, row = gtk_widget_get_next_sibling (row))
    if (row == NULL ||
        !rea_survey_row_is_of (REA_SURVEY_ROW (row), g_ptr_array_index (questions, i)))
      return FALSE;

  return row == NULL;
}

static void
make_rows (ReaSurveyPane *self, GPtrArray *questions)
{
  while (get_first (self) != NULL)
    gtk_box_remove (self->rows, get_first (self));

  for (guint i = 0; i < questions->len; i++)
    gtk_box_append (self->rows, rea_survey_row_new (g_ptr_array_index (questions, i)));
}

/**
 * rea_survey_pane_show:
 * @self: the pane
 * @thread: (nullable): a conversation, or %NULL for none
 *
 * Shows what is answered now. The rows stay as long as the questions do, and the focus
 * with them.
 */
void
rea_survey_pane_show (ReaSurveyPane *self, ReaThread *thread)
{
  const ReaThreadState *state = thread != NULL ? rea_thread_get_state (thread) : NULL;
  GPtrArray            *questions = state != NULL ? state->campaign->questions : NULL;
  guint                 i = 0;

  g_return_if_fail (REA_IS_SURVEY_PANE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), questions != NULL && questions->len > 0);
  if (questions == NULL)
    return;

  if (!has_rows_of (self, questions))
    make_rows (self, questions);

  for (GtkWidget *row = get_first (self); row != NULL; row = gtk_widget_get_next_sibling (row))
    rea_survey_row_show (REA_SURVEY_ROW (row), thread,
                         find_answer (state, g_ptr_array_index (questions, i++)));
}

static void
rea_survey_pane_class_init (ReaSurveyPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-survey-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaSurveyPane, rows);
}

static void
rea_survey_pane_init (ReaSurveyPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
