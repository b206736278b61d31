/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-conversations-foot.h"

#include "rea-format.h"

#include <glib/gi18n-lib.h>

struct _ReaConversationsFoot
{
  AdwBin parent_instance;

  GtkLabel  *notice_label;
  GtkWidget *listed_box;
  GtkWidget *ticked_box;
  GtkLabel  *summary_label;
  GtkWidget *clear_filters_button;
  GtkLabel  *last_move_label;
  GtkButton *reassign_listed_button;
  GtkLabel  *ticked_label;
  GtkButton *select_all_button;
  GtkButton *reassign_selected_button;

  ReaConversationSelection *selection;
  guint                     n_listed;
  gboolean                  loading;
};

G_DEFINE_FINAL_TYPE (ReaConversationsFoot, rea_conversations_foot, ADW_TYPE_BIN)

static void
set_reassign_label (GtkButton *button, guint n)
{
  g_autofree char *number = rea_format_number (n);
  g_autofree char *label = NULL;

  /* TRANSLATORS: a button: opens the dialog that reassigns as many conversations. */
  label = g_strdup_printf (ngettext ("Reassign %s…", "Reassign %s…", n), number);
  gtk_button_set_label (button, label);
}

static char *
dup_ticked_text (guint n, guint n_hidden)
{
  g_autofree char *number = rea_format_number (n);
  g_autofree char *hidden = rea_format_number (n_hidden);

  if (n_hidden > 0)
    {
      /* TRANSLATORS: below the conversations: how many are ticked, and how many of these the
       * filters or the search hide. */
      return g_strdup_printf (ngettext ("%1$s conversation selected, %2$s of them not listed",
                                        "%1$s conversations selected, %2$s of them not listed", n),
                              number, hidden);
    }

  /* TRANSLATORS: below the conversations: how many are ticked. */
  return g_strdup_printf (ngettext ("%s conversation selected", "%s conversations selected", n),
                          number);
}

static void
update (ReaConversationsFoot *self)
{
  g_autofree char *notice = NULL;
  g_autofree char *text = NULL;
  g_autofree char *all = NULL;
  g_autofree char *number = rea_format_number (self->n_listed);
  gboolean         everything;
  guint            n;
  guint            n_hidden;

  if (self->selection == NULL)
    return;

  g_object_get (self->selection, "n-selected", &n, "n-hidden", &n_hidden, "everything", &everything,
                "notice", &notice, NULL);

  gtk_label_set_text (self->notice_label, notice != NULL ? notice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice_label), notice != NULL);

  gtk_widget_set_visible (self->listed_box, n == 0);
  gtk_widget_set_visible (self->ticked_box, n > 0);
  if (n == 0)
    return;

  text = dup_ticked_text (n, n_hidden);
  gtk_label_set_text (self->ticked_label, text);
  /* TRANSLATORS: a button: ticks all conversations that are listed, of which there are so many. */
  all = g_strdup_printf (ngettext ("Select All %s", "Select All %s", self->n_listed), number);
  gtk_button_set_label (self->select_all_button, all);
  gtk_widget_set_visible (GTK_WIDGET (self->select_all_button),
                          !everything && !self->loading && self->n_listed > n - n_hidden);
  set_reassign_label (self->reassign_selected_button, n);
}

/**
 * rea_conversations_foot_set_selection:
 * @self: the bar
 * @selection: what is ticked
 *
 * Follows the ticks.
 */
void
rea_conversations_foot_set_selection (ReaConversationsFoot     *self,
                                      ReaConversationSelection *selection)
{
  g_return_if_fail (REA_IS_CONVERSATIONS_FOOT (self));

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);

  g_set_object (&self->selection, selection);
  g_signal_connect_object (selection, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * rea_conversations_foot_set_listed:
 * @self: the bar
 * @summary: how many are listed, in words
 * @n_listed: how many are
 * @filtered: whether a filter is in force
 * @loading: whether they are yet to be counted
 *
 * Says what is listed.
 */
void
rea_conversations_foot_set_listed (ReaConversationsFoot *self,
                                   const char           *summary,
                                   guint                 n_listed,
                                   gboolean              filtered,
                                   gboolean              loading)
{
  g_return_if_fail (REA_IS_CONVERSATIONS_FOOT (self));

  self->n_listed = n_listed;
  self->loading = loading;
  gtk_label_set_text (self->summary_label, summary);
  /* The page that says that none is found has such a button itself. */
  gtk_widget_set_visible (self->clear_filters_button, filtered && n_listed > 0);
  set_reassign_label (self->reassign_listed_button, n_listed);
  gtk_widget_set_visible (GTK_WIDGET (self->reassign_listed_button),
                          filtered && !loading && n_listed > 0);
  update (self);
}

/**
 * rea_conversations_foot_set_last_move:
 * @self: the bar
 * @text: (nullable): what was moved last, when and by whom
 *
 * Says so.
 */
void
rea_conversations_foot_set_last_move (ReaConversationsFoot *self, const char *text)
{
  g_return_if_fail (REA_IS_CONVERSATIONS_FOOT (self));

  gtk_label_set_text (self->last_move_label, text != NULL ? text : "");
}

/**
 * rea_conversations_foot_set_reason:
 * @self: the bar
 * @reason: (nullable): why nothing can be moved, or %NULL if it can
 *
 * Says why the moves are not offered.
 */
void
rea_conversations_foot_set_reason (ReaConversationsFoot *self, const char *reason)
{
  g_return_if_fail (REA_IS_CONVERSATIONS_FOOT (self));

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reassign_listed_button), reason);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reassign_selected_button), reason);
}

static void
rea_conversations_foot_dispose (GObject *object)
{
  g_clear_object (&REA_CONVERSATIONS_FOOT (object)->selection);

  G_OBJECT_CLASS (rea_conversations_foot_parent_class)->dispose (object);
}

static void
rea_conversations_foot_class_init (ReaConversationsFootClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_conversations_foot_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-conversations-foot.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsFoot, notice_label);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsFoot, listed_box);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsFoot, ticked_box);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsFoot, summary_label);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsFoot, clear_filters_button);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsFoot, last_move_label);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsFoot, reassign_listed_button);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsFoot, ticked_label);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsFoot, select_all_button);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationsFoot,
                                        reassign_selected_button);
}

static void
rea_conversations_foot_init (ReaConversationsFoot *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
