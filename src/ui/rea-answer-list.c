/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-answer-list.h"

#include "rea-a11y.h"
#include "rea-css.h"

#include <glib/gi18n-lib.h>

struct _ReaAnswerList
{
  AdwBin parent_instance;

  GtkWidget *box; /* of rows; a row is an entry and its buttons */
  gboolean   filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaAnswerList, rea_answer_list, ADW_TYPE_BIN)

static GtkWidget *
get_entry (GtkWidget *row)
{
  return gtk_widget_get_first_child (row);
}

static GtkWidget *
get_row (ReaAnswerList *self, guint answer)
{
  GtkWidget *row = gtk_widget_get_first_child (self->box);

  while (row != NULL && answer-- > 0)
    row = gtk_widget_get_next_sibling (row);

  return row;
}

static void
name_button (GtkWidget *button, const char *name)
{
  rea_a11y_set_label (button, name);
  gtk_widget_set_tooltip_text (button, name);
}

/* Each is called by its place, which is all that tells empty ones apart. */
static void
update_rows (ReaAnswerList *self)
{
  guint n = 1;

  gtk_widget_set_visible (self->box, gtk_widget_get_first_child (self->box) != NULL);
  for (GtkWidget *row = gtk_widget_get_first_child (self->box); row != NULL;
       row = gtk_widget_get_next_sibling (row), n++)
    {
      GtkWidget *up = gtk_widget_get_next_sibling (get_entry (row));
      GtkWidget *down = gtk_widget_get_next_sibling (up);
      GtkWidget *out = gtk_widget_get_next_sibling (down);
      /* TRANSLATORS: an entry for an answer to a question; %u is its place in the list. */
      g_autofree char *name = g_strdup_printf (_ ("Answer %u"), n);
      /* TRANSLATORS: a button beside an answer; %u is its place in the list. */
      g_autofree char *up_name = g_strdup_printf (_ ("Move answer %u up"), n);
      /* TRANSLATORS: a button beside an answer; %u is its place in the list. */
      g_autofree char *down_name = g_strdup_printf (_ ("Move answer %u down"), n);
      /* TRANSLATORS: a button beside an answer; %u is its place in the list. */
      g_autofree char *out_name = g_strdup_printf (_ ("Remove answer %u"), n);

      rea_a11y_set_label (get_entry (row), name);
      name_button (up, up_name);
      name_button (down, down_name);
      name_button (out, out_name);
      gtk_widget_set_sensitive (up, gtk_widget_get_prev_sibling (row) != NULL);
      gtk_widget_set_sensitive (down, gtk_widget_get_next_sibling (row) != NULL);
    }
}

static void
changed (ReaAnswerList *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
move (ReaAnswerList *self, GtkWidget *row, int steps)
{
  GtkWidget *next = gtk_widget_get_next_sibling (row);
  GtkWidget *previous = gtk_widget_get_prev_sibling (row);

  if (steps > 0 ? next == NULL : previous == NULL)
    return;

  gtk_box_reorder_child_after (GTK_BOX (self->box), row,
                               steps > 0 ? next : gtk_widget_get_prev_sibling (previous));
  update_rows (self);
  gtk_widget_grab_focus (get_entry (row));
  changed (self);
}

static void
up_cb (ReaAnswerList *self, GtkWidget *button)
{
  move (self, gtk_widget_get_parent (button), -1);
}

static void
down_cb (ReaAnswerList *self, GtkWidget *button)
{
  move (self, gtk_widget_get_parent (button), 1);
}

static void
remove_cb (ReaAnswerList *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_parent (button);
  GtkWidget *neighbour = gtk_widget_get_next_sibling (row);

  if (neighbour == NULL)
    neighbour = gtk_widget_get_prev_sibling (row);

  /* What comes behind the last one is the button that adds one. */
  if (neighbour != NULL)
    gtk_widget_grab_focus (get_entry (neighbour));
  else
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (row)), GTK_DIR_TAB_FORWARD);

  gtk_box_remove (GTK_BOX (self->box), row);
  update_rows (self);
  changed (self);
}

static void
activate_cb (ReaAnswerList *self, GtkWidget *entry)
{
  GtkWidget *next = gtk_widget_get_next_sibling (gtk_widget_get_parent (entry));

  if (next != NULL)
    gtk_widget_grab_focus (get_entry (next));
  else if (*gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    rea_answer_list_add (self);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        ReaAnswerList         *self)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK ||
      (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down))
    return FALSE;

  /* At either end, too, it is the answer that is meant and not the question. */
  move (self, gtk_widget_get_parent (entry), keyval == GDK_KEY_Up ? -1 : 1);

  return TRUE;
}

static GtkWidget *
add_button (ReaAnswerList *self, GtkWidget *row, const char *icon, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), button);

  return button;
}

static void
append (ReaAnswerList *self, const char *answer)
{
  GtkWidget          *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget          *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_hexpand (entry, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), answer);
  gtk_box_append (GTK_BOX (row), entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (entry, keys);

  /* By the keyboard an answer is moved in its entry: Tab goes on to the next. */
  gtk_widget_set_focusable (add_button (self, row, "go-up-symbolic", G_CALLBACK (up_cb)), FALSE);
  gtk_widget_set_focusable (add_button (self, row, "go-down-symbolic", G_CALLBACK (down_cb)),
                            FALSE);
  add_button (self, row, "list-remove-symbolic", G_CALLBACK (remove_cb));
  gtk_box_append (GTK_BOX (self->box), row);
}

/**
 * rea_answer_list_add:
 * @self: a list
 *
 * Adds an empty answer and goes there.
 */
void
rea_answer_list_add (ReaAnswerList *self)
{
  append (self, "");
  update_rows (self);
  gtk_widget_grab_focus (get_entry (gtk_widget_get_last_child (self->box)));
  changed (self);
}

/**
 * rea_answer_list_set_answers:
 * @self: a list
 * @answers: (array zero-terminated=1): answers
 *
 * Shows answers in place of those there are.
 */
void
rea_answer_list_set_answers (ReaAnswerList *self, const char *const *answers)
{
  GtkWidget *row;

  self->filling = TRUE;
  while ((row = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), row);
  for (guint i = 0; answers[i] != NULL; i++)
    append (self, answers[i]);
  update_rows (self);
  self->filling = FALSE;
}

/**
 * rea_answer_list_dup_answers:
 * @self: a list
 *
 * Returns: (transfer full) (array zero-terminated=1): what the entries hold
 */
char **
rea_answer_list_dup_answers (ReaAnswerList *self)
{
  g_autoptr (GStrvBuilder) answers = g_strv_builder_new ();

  for (GtkWidget *row = gtk_widget_get_first_child (self->box); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    g_strv_builder_add (answers, gtk_editable_get_text (GTK_EDITABLE (get_entry (row))));

  return g_strv_builder_end (answers);
}

/**
 * rea_answer_list_set_fault:
 * @self: a list
 * @answer: the answer that something is wrong with, counted from 0; -1 for none
 * @problem: (nullable): what it is
 *
 * Marks it.
 */
void
rea_answer_list_set_fault (ReaAnswerList *self, int answer, const char *problem)
{
  int n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->box); row != NULL;
       row = gtk_widget_get_next_sibling (row), n++)
    {
      rea_css_set_class (get_entry (row), "error", n == answer);
      rea_a11y_set_description (get_entry (row), n == answer ? problem : "");
    }
}

/**
 * rea_answer_list_focus:
 * @self: a list
 * @answer: an answer, counted from 0
 *
 * Goes there.
 */
void
rea_answer_list_focus (ReaAnswerList *self, guint answer)
{
  GtkWidget *row = get_row (self, answer);

  if (row != NULL)
    gtk_widget_grab_focus (get_entry (row));
}

static void
rea_answer_list_class_init (ReaAnswerListClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
rea_answer_list_init (ReaAnswerList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  adw_bin_set_child (ADW_BIN (self), self->box);
  gtk_widget_set_visible (self->box, FALSE);
}
