/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-history-row.h"

#include "rea-a11y.h"
#include "rea-clock.h"
#include "rea-format.h"
#include "rea-move-item.h"
#include "rea-request-text.h"

#include <glib/gi18n-lib.h>

/* A row of the history: how many, what, how and by whom, when, and whether undone. */
#define REA_TYPE_HISTORY_ROW (rea_history_row_get_type ())
G_DECLARE_FINAL_TYPE (ReaHistoryRow, rea_history_row, REA, HISTORY_ROW, AdwBin)

struct _ReaHistoryRow
{
  AdwBin parent_instance;

  GtkLabel *number_label;
  GtkLabel *title_label;
  GtkLabel *way_label;
  GtkLabel *time_label;
  GtkLabel *undone_label;
};

G_DEFINE_FINAL_TYPE (ReaHistoryRow, rea_history_row, ADW_TYPE_BIN)

typedef struct
{
  ReaSenderList *senders;
  gint64         user;
} Context;

static void
context_free (gpointer data)
{
  Context *context = data;

  g_object_unref (context->senders);
  g_free (context);
}

static const char *
get_who (const ReaMove *move, gint64 user)
{
  if (move->by == user)
    {
      /* TRANSLATORS: in the list of the history: who made a move. */
      return _ ("You");
    }

  return move->by_name != NULL ? move->by_name : "";
}

static void
write_row (ReaHistoryRow *self, ReaMoveItem *item, const Context *context)
{
  const ReaMove   *move = rea_move_item_get_move (item);
  gint64           now = rea_clock_now ();
  const char      *who = get_who (move, context->user);
  g_autofree char *number = rea_format_number (move->moved);
  g_autofree char *title = rea_request_text_title (move, context->senders, now);
  g_autofree char *way = rea_request_text_way (move, context->senders);
  g_autofree char *time = rea_format_clock (move->at, now);
  g_autofree char *line = NULL;
  g_autofree char *label = NULL;
  gboolean         undone = move->undone_by != 0;

  if (move->kind == REA_MOVE_SELF_ASSIGN)
    line = g_steal_pointer (&way);
  else
    {
      /* TRANSLATORS: in the list of the history: how a move was made, and by whom. */
      line = g_strdup_printf (_ ("%1$s · %2$s"), way, who);
    }

  gtk_label_set_text (self->number_label, number);
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->way_label, line);
  gtk_label_set_text (self->time_label, time);
  gtk_widget_set_visible (GTK_WIDGET (self->undone_label), undone);

  /* TRANSLATORS: said of a row of the history: how many, what, how and by whom, when. */
  label = g_strdup_printf (undone ? _ ("%1$s, %2$s, %3$s, %4$s, undone")
                                  : _ ("%1$s, %2$s, %3$s, "
                                       "%4$s"),
                           number, title, line, time);
  rea_a11y_set_label (gtk_widget_get_parent (GTK_WIDGET (self)), label);
}

static void
notify_cb (ReaMoveItem *item, GParamSpec *pspec, GtkListItem *list_item)
{
  const Context *context = g_object_get_data (G_OBJECT (list_item), "rea-context");

  write_row (REA_HISTORY_ROW (gtk_list_item_get_child (list_item)), item, context);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  g_object_set_data (G_OBJECT (list_item), "rea-context", user_data);
  gtk_list_item_set_child (list_item, g_object_new (REA_TYPE_HISTORY_ROW, NULL));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  ReaMoveItem *item = gtk_list_item_get_item (list_item);

  g_signal_connect (item, "notify", G_CALLBACK (notify_cb), list_item);
  notify_cb (item, NULL, list_item);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), notify_cb, list_item);
}

/**
 * rea_history_row_factory_new:
 * @senders: the senders of the campaign
 * @user: the number of who looks at it
 *
 * Returns: (transfer full): the factory of the rows of the history
 */
GtkListItemFactory *
rea_history_row_factory_new (ReaSenderList *senders, gint64 user)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Context            *context = g_new (Context, 1);

  context->senders = g_object_ref (senders);
  context->user = user;
  g_object_set_data_full (G_OBJECT (factory), "rea-context", context, context_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), context);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  return factory;
}

static void
rea_history_row_class_init (ReaHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaHistoryRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, ReaHistoryRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, ReaHistoryRow, way_label);
  gtk_widget_class_bind_template_child (widget_class, ReaHistoryRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, ReaHistoryRow, undone_label);
}

static void
rea_history_row_init (ReaHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
