/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-survey-editor.h"

#include "rea-item-list.h"
#include "rea-question-fields.h"
#include "rea-removed-items.h"
#include "rea-survey-text.h"

#include <glib/gi18n-lib.h>

struct _ReaSurveyEditor
{
  AdwBin parent_instance;

  ReaItemList     *item_list;
  ReaRemovedItems *removed_items;
  GtkWidget       *add_button;

  GPtrArray *counts;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaSurveyEditor, rea_survey_editor, ADW_TYPE_BIN)

static ReaQuestionFields *
get_fields (ReaItemCard *card)
{
  return REA_QUESTION_FIELDS (rea_item_card_get_body (card));
}

/**
 * rea_survey_editor_dup_questions:
 * @self: the editor
 *
 * Returns: (transfer full) (element-type ReaQuestion): the questions as they are written
 */
GPtrArray *
rea_survey_editor_dup_questions (ReaSurveyEditor *self)
{
  g_autoptr (GPtrArray) questions = rea_questions_new ();
  g_autoptr (GPtrArray) taken = rea_questions_new ();
  ReaItemCard *card;

  /* A new one gets no name by which a saved one is known, nor one that was taken out. */
  for (guint i = 0; (card = rea_item_list_get (self->item_list, i)) != NULL; i++)
    if (rea_question_fields_get_origin (get_fields (card)) != NULL)
      g_ptr_array_add (taken, rea_question_fields_dup_question (get_fields (card), taken));
  for (guint i = 0; rea_removed_items_get (self->removed_items, i) != NULL; i++)
    g_ptr_array_add (taken,
                     rea_question_fields_dup_question (
                         REA_QUESTION_FIELDS (rea_removed_items_get (self->removed_items, i)),
                         taken));

  for (guint i = 0; (card = rea_item_list_get (self->item_list, i)) != NULL; i++)
    {
      ReaQuestion *question = rea_question_fields_dup_question (get_fields (card), taken);

      g_ptr_array_add (questions, question);
      if (rea_question_fields_get_origin (get_fields (card)) == NULL)
        g_ptr_array_add (taken, rea_question_new (question->id, "", NULL));
    }

  return g_steal_pointer (&questions);
}

static void
update_card (ReaSurveyEditor *self, ReaItemCard *card, const ReaQuestion *question)
{
  ReaQuestionFields *fields = get_fields (card);
  const ReaQuestion *origin = rea_question_fields_get_origin (fields);
  g_autofree char   *detail = rea_survey_text_detail (question, self->counts);
  g_autofree char   *warning =
      origin != NULL ? rea_survey_text_warning (origin, question, self->counts) : NULL;
  const char *title = *question->text != '\0' ? question->text : question->id;

  /* TRANSLATORS: the line of a question of the survey that has no words yet. */
  rea_item_card_set_title (card, *title != '\0' ? title : _ ("New Question"), detail);
  rea_item_card_set_problem (card, NULL);
  rea_question_fields_set_name (fields, question->id);
  rea_question_fields_set_warning (fields, warning);
  rea_question_fields_set_fault (fields, NULL, NULL);
}

static void
update (ReaSurveyEditor *self)
{
  g_autoptr (GPtrArray) questions = rea_survey_editor_dup_questions (self);
  g_autoptr (GError) error = NULL;
  ReaQuestionFault fault;
  GtkWidget       *removed;

  for (guint i = 0; i < questions->len; i++)
    update_card (self, rea_item_list_get (self->item_list, i), g_ptr_array_index (questions, i));

  for (guint i = 0; (removed = rea_removed_items_get (self->removed_items, i)) != NULL; i++)
    {
      const ReaQuestion *origin = rea_question_fields_get_origin (REA_QUESTION_FIELDS (removed));
      g_autofree char   *text = rea_survey_text_removed (origin, self->counts);

      rea_removed_items_set_text (self->removed_items, i, text);
    }

  if (rea_questions_find_fault (questions, &fault, &error))
    {
      ReaItemCard *card = rea_item_list_get (self->item_list, fault.question);

      rea_item_card_set_problem (card, error->message);
      rea_question_fields_set_fault (get_fields (card), &fault, error->message);
    }
}

static void
changed_cb (ReaSurveyEditor *self)
{
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static ReaItemCard *
append (ReaSurveyEditor *self, GtkWidget *fields)
{
  return rea_item_list_add (self->item_list, fields);
}

static GtkWidget *
make_fields (ReaSurveyEditor *self, const ReaQuestion *origin)
{
  GtkWidget *fields = rea_question_fields_new (origin);

  g_signal_connect_object (fields, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return fields;
}

static void
add_cb (ReaSurveyEditor *self)
{
  ReaItemCard *card = append (self, make_fields (self, NULL));

  rea_item_list_open (self->item_list, card);
  changed_cb (self);
  rea_question_fields_focus (get_fields (card), NULL);
}

/* One that was never saved is gone; another waits for that. */
static void
removed_cb (ReaSurveyEditor *self, GtkWidget *fields)
{
  const ReaQuestion *origin = rea_question_fields_get_origin (REA_QUESTION_FIELDS (fields));

  if (origin != NULL)
    {
      g_object_ref (fields);
      adw_bin_set_child (ADW_BIN (gtk_widget_get_parent (fields)), NULL);
      rea_removed_items_add (self->removed_items, fields,
                             *origin->text != '\0' ? origin->text : origin->id);
      g_object_unref (fields);
    }

  if (rea_item_list_get_n (self->item_list) == 0)
    gtk_widget_grab_focus (self->add_button);
}

static void
kept_cb (ReaSurveyEditor *self, GtkWidget *fields)
{
  ReaItemCard *card = append (self, fields);

  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (card));
}

/**
 * rea_survey_editor_set_questions:
 * @self: the editor
 * @questions: (element-type ReaQuestion): the questions as they are saved
 *
 * Shows them in place of what was written.
 */
void
rea_survey_editor_set_questions (ReaSurveyEditor *self, GPtrArray *questions)
{
  g_return_if_fail (REA_IS_SURVEY_EDITOR (self));

  rea_item_list_clear (self->item_list);
  rea_removed_items_clear (self->removed_items);
  for (guint i = 0; i < questions->len; i++)
    append (self, make_fields (self, g_ptr_array_index (questions, i)));
  update (self);
}

/**
 * rea_survey_editor_set_counts:
 * @self: the editor
 * @counts: (element-type ReaAnswerCount): how often what was answered
 *
 * Takes over what a change will mean for answers.
 */
void
rea_survey_editor_set_counts (ReaSurveyEditor *self, GPtrArray *counts)
{
  g_return_if_fail (REA_IS_SURVEY_EDITOR (self));

  g_ptr_array_unref (self->counts);
  self->counts = g_ptr_array_ref (counts);
  update (self);
}

/* To what is wrong, else to the first question. */
static gboolean
rea_survey_editor_grab_focus (GtkWidget *widget)
{
  ReaSurveyEditor *self = REA_SURVEY_EDITOR (widget);
  g_autoptr (GPtrArray) questions = rea_survey_editor_dup_questions (self);
  ReaQuestionFault fault;

  if (rea_questions_find_fault (questions, &fault, NULL))
    {
      ReaItemCard *card = rea_item_list_get (self->item_list, fault.question);

      rea_item_list_open (self->item_list, card);
      rea_question_fields_focus (get_fields (card), &fault);
      return TRUE;
    }

  return rea_item_list_focus (self->item_list) || gtk_widget_grab_focus (self->add_button);
}

static void
rea_survey_editor_finalize (GObject *object)
{
  g_ptr_array_unref (REA_SURVEY_EDITOR (object)->counts);

  G_OBJECT_CLASS (rea_survey_editor_parent_class)->finalize (object);
}

static void
rea_survey_editor_class_init (ReaSurveyEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rea_survey_editor_finalize;
  widget_class->grab_focus = rea_survey_editor_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (REA_TYPE_ITEM_LIST);
  g_type_ensure (REA_TYPE_REMOVED_ITEMS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-survey-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaSurveyEditor, item_list);
  gtk_widget_class_bind_template_child (widget_class, ReaSurveyEditor, removed_items);
  gtk_widget_class_bind_template_child (widget_class, ReaSurveyEditor, add_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kept_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
rea_survey_editor_init (ReaSurveyEditor *self)
{
  self->counts = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_answer_count_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}
