/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-conversation-actions.h"

#include "rea-campaign-view.h"
#include "rea-conversations-page.h"

static ReaConversationSelection *
get_selection (GtkWidget *widget)
{
  return rea_conversations_table_get_selection (
      rea_conversations_page_get_table (REA_CONVERSATIONS_PAGE (widget)));
}

static void
reassign_one_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64  id = g_variant_get_int64 (parameter);

  g_array_append_val (ids, id);
  rea_filter_take_conversations (filter, ids);
  rea_campaign_view_reassign (widget, REA_REASSIGN_SELECTED, filter);
}

static void
reassign_selected_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (ReaFilter) filter = rea_conversation_selection_dup_filter (get_selection (widget));

  GtkWidget *dialog;

  if (filter == NULL)
    return;

  dialog = rea_campaign_view_reassign (widget,
                                       filter->conversations != NULL ? REA_REASSIGN_SELECTED
                                                                     : REA_REASSIGN_LISTED,
                                       filter);

  /* What is done is done: the next ticks are for another move. */
  if (dialog != NULL)
    g_signal_connect_object (dialog, "moved", G_CALLBACK (gtk_selection_model_unselect_all),
                             get_selection (widget), G_CONNECT_SWAPPED);
}

static void
reassign_listed_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ReaConversationList *list = rea_conversations_page_get_list (REA_CONVERSATIONS_PAGE (widget));

  rea_campaign_view_reassign (widget, REA_REASSIGN_LISTED, rea_conversation_list_get_filter (list));
}

static void
select_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (get_selection (widget)));
}

/* The button goes away with the ticks, and the focus goes back to where they were set. */
static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (
      GTK_WIDGET (rea_conversations_page_get_table (REA_CONVERSATIONS_PAGE (widget))));
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (get_selection (widget)));
}

/**
 * rea_conversation_actions_install:
 * @klass: the class of the page
 *
 * Installs what is done with conversations: conversations.reassign-one (its number),
 * reassign-selected, reassign-listed, select-all and clear.
 */
void
rea_conversation_actions_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "conversations.reassign-one", "x", reassign_one_action);
  gtk_widget_class_install_action (klass, "conversations.reassign-selected", NULL,
                                   reassign_selected_action);
  gtk_widget_class_install_action (klass, "conversations.reassign-listed", NULL,
                                   reassign_listed_action);
  gtk_widget_class_install_action (klass, "conversations.select-all", NULL, select_all_action);
  gtk_widget_class_install_action (klass, "conversations.clear", NULL, clear_action);
}
