/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-question-fields.h"

#include "rea-a11y.h"
#include "rea-answer-list.h"
#include "rea-css.h"

#include <glib/gi18n-lib.h>

struct _ReaQuestionFields
{
  AdwBin parent_instance;

  GtkEditable   *text_entry;
  GtkLabel      *text_note;
  ReaAnswerList *answer_list;
  GtkLabel      *answers_note;
  GtkLabel      *warning_label;
  GtkEditable   *id_entry;
  GtkLabel      *id_note;

  ReaQuestion *origin; /* NULL: it is new */
  gboolean     named;  /* somebody has named it */
  gboolean     filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaQuestionFields, rea_question_fields, ADW_TYPE_BIN)

static void
changed_cb (ReaQuestionFields *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
id_changed_cb (ReaQuestionFields *self)
{
  if (self->filling)
    return;

  self->named = TRUE;
  changed_cb (self);
}

/* One that is left empty is made of the words again; not before, under their fingers. */
static void
id_left_cb (ReaQuestionFields *self)
{
  if (self->named && *gtk_editable_get_text (self->id_entry) == '\0')
    {
      self->named = FALSE;
      changed_cb (self);
    }
}

static void
add_cb (ReaQuestionFields *self)
{
  rea_answer_list_add (self->answer_list);
}

static void
show_note (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static const char *
get_id_hint (ReaQuestionFields *self)
{
  return self->origin != NULL
             /* TRANSLATORS: below the name of a question that was saved. */
             ? _ ("By it answers and exported files know the question; it stays.")
             /* TRANSLATORS: below the name of a new question. */
             : _ ("By it answers and exported files will know the question. It is made of its "
                  "words, and cannot be changed once saved.");
}

/**
 * rea_question_fields_get_origin:
 * @self: the fields
 *
 * Returns: (transfer none) (nullable): the question as it was saved; %NULL for a new one
 */
const ReaQuestion *
rea_question_fields_get_origin (ReaQuestionFields *self)
{
  return self->origin;
}

/**
 * rea_question_fields_dup_question:
 * @self: the fields
 * @others: (element-type ReaQuestion): those whose names are taken
 *
 * Returns: (transfer full): the question as it is written
 */
ReaQuestion *
rea_question_fields_dup_question (ReaQuestionFields *self, GPtrArray *others)
{
  const char *text = gtk_editable_get_text (self->text_entry);
  g_auto (GStrv) answers = rea_answer_list_dup_answers (self->answer_list);
  g_autofree char *id = NULL;

  if (self->origin != NULL)
    id = g_strdup (self->origin->id);
  else if (self->named && *gtk_editable_get_text (self->id_entry) != '\0')
    id = g_strdup (gtk_editable_get_text (self->id_entry));
  else
    id = rea_questions_dup_id (others, text);

  return rea_question_new (id, text, (const char *const *) answers);
}

/**
 * rea_question_fields_set_name:
 * @self: the fields
 * @id: the name that the question has, or gets
 *
 * Shows it, unless somebody is writing it.
 */
void
rea_question_fields_set_name (ReaQuestionFields *self, const char *id)
{
  if (self->named || g_str_equal (gtk_editable_get_text (self->id_entry), id))
    return;

  self->filling = TRUE;
  gtk_editable_set_text (self->id_entry, id);
  self->filling = FALSE;
}

/**
 * rea_question_fields_set_warning:
 * @self: the fields
 * @warning: (nullable): what saving means for answers that were given
 */
void
rea_question_fields_set_warning (ReaQuestionFields *self, const char *warning)
{
  show_note (self->warning_label, warning);
  rea_a11y_set_description (GTK_WIDGET (self->answer_list), warning != NULL ? warning : "");
}

/**
 * rea_question_fields_set_fault:
 * @self: the fields
 * @fault: (nullable): where something is wrong
 * @problem: (nullable): what it is
 *
 * Says it beside the field.
 */
void
rea_question_fields_set_fault (ReaQuestionFields      *self,
                               const ReaQuestionFault *fault,
                               const char             *problem)
{
  gboolean in_text = fault != NULL && fault->field == REA_QUESTION_TEXT;
  gboolean in_answer = fault != NULL && fault->field == REA_QUESTION_ANSWER;
  gboolean in_id = fault != NULL && fault->field == REA_QUESTION_ID;

  show_note (self->text_note, in_text ? problem : NULL);
  rea_a11y_set_description (GTK_WIDGET (self->text_entry), in_text ? problem : "");

  show_note (self->answers_note, in_answer ? problem : NULL);
  rea_answer_list_set_fault (self->answer_list, in_answer ? (int) fault->answer : -1, problem);

  gtk_label_set_text (self->id_note, in_id ? problem : get_id_hint (self));
  rea_css_set_class (GTK_WIDGET (self->id_note), "error", in_id);
  rea_css_set_class (GTK_WIDGET (self->id_note), "dim-label", !in_id);
  rea_a11y_set_description (GTK_WIDGET (self->id_entry), in_id ? problem : get_id_hint (self));
}

/**
 * rea_question_fields_focus:
 * @self: the fields
 * @fault: (nullable): where to; %NULL for the words
 *
 * Goes there.
 */
void
rea_question_fields_focus (ReaQuestionFields *self, const ReaQuestionFault *fault)
{
  if (fault != NULL && fault->field == REA_QUESTION_ANSWER)
    rea_answer_list_focus (self->answer_list, fault->answer);
  else if (fault != NULL && fault->field == REA_QUESTION_ID)
    gtk_widget_grab_focus (GTK_WIDGET (self->id_entry));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->text_entry));
}

/**
 * rea_question_fields_new:
 * @origin: (nullable): the question as it was saved; %NULL for a new one
 *
 * Returns: (transfer floating): the fields
 */
GtkWidget *
rea_question_fields_new (const ReaQuestion *origin)
{
  ReaQuestionFields *self = g_object_new (REA_TYPE_QUESTION_FIELDS, NULL);

  if (origin != NULL)
    {
      const char *const *answers = (const char *const *) origin->answers;

      self->origin = rea_question_new (origin->id, origin->text, answers);
      self->filling = TRUE;
      gtk_editable_set_text (self->text_entry, origin->text);
      gtk_editable_set_text (self->id_entry, origin->id);
      rea_answer_list_set_answers (self->answer_list, answers);
      self->filling = FALSE;
    }

  gtk_editable_set_editable (self->id_entry, origin == NULL);
  rea_question_fields_set_fault (self, NULL, NULL);

  return GTK_WIDGET (self);
}

static void
rea_question_fields_finalize (GObject *object)
{
  g_clear_pointer (&REA_QUESTION_FIELDS (object)->origin, rea_question_free);

  G_OBJECT_CLASS (rea_question_fields_parent_class)->finalize (object);
}

static void
rea_question_fields_class_init (ReaQuestionFieldsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rea_question_fields_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (REA_TYPE_ANSWER_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-question-fields.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaQuestionFields, text_entry);
  gtk_widget_class_bind_template_child (widget_class, ReaQuestionFields, text_note);
  gtk_widget_class_bind_template_child (widget_class, ReaQuestionFields, answer_list);
  gtk_widget_class_bind_template_child (widget_class, ReaQuestionFields, answers_note);
  gtk_widget_class_bind_template_child (widget_class, ReaQuestionFields, warning_label);
  gtk_widget_class_bind_template_child (widget_class, ReaQuestionFields, id_entry);
  gtk_widget_class_bind_template_child (widget_class, ReaQuestionFields, id_note);
  gtk_widget_class_bind_template_callback (widget_class, id_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, id_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
rea_question_fields_init (ReaQuestionFields *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
