/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-holder-choices.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

/* The senders follow the four words; in their list the one of unassigned comes first. */
#define N_WORDS      4
#define FIRST_SENDER 1

static gpointer
name_of_sender (gpointer item, gpointer user_data)
{
  g_autoptr (ReaSenderItem) sender = item;

  return gtk_string_object_new (rea_sender_item_get_name (sender));
}

/**
 * rea_holder_choices_new:
 * @senders: the senders of the campaign
 *
 * The choices, as a model of #GtkStringObject that follows the senders.
 *
 * Returns: (transfer full): the model
 */
GListModel *
rea_holder_choices_new (ReaSenderList *senders)
{
  /* TRANSLATORS: a filter of the conversations by who holds them; so the three that follow. */
  const char *const words[N_WORDS + 1] = {
    [REA_HOLDER_CHOICE_ANY] = _ ("Any Sender"),
    [REA_HOLDER_CHOICE_ONLINE] = _ ("Online Senders"),
    [REA_HOLDER_CHOICE_OFFLINE] = _ ("Offline Senders"),
    [REA_HOLDER_CHOICE_UNASSIGNED] = _ ("Unassigned"),
  };
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GtkStringList) fixed = gtk_string_list_new (words);
  g_autoptr (GListModel) names = G_LIST_MODEL (
      gtk_map_list_model_new (G_LIST_MODEL (
                                  gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (senders)),
                                                            FIRST_SENDER,
                                                            G_MAXUINT - FIRST_SENDER)),
                              name_of_sender, NULL, NULL));

  g_list_store_append (parts, fixed);
  g_list_store_append (parts, names);

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
}

/**
 * rea_holder_choices_apply:
 * @senders: the senders of the campaign
 * @position: the position of a choice
 * @filter: a filter
 *
 * Sets the holder of a filter as it was chosen.
 */
void
rea_holder_choices_apply (ReaSenderList *senders, guint position, ReaFilter *filter)
{
  g_autoptr (ReaSenderItem) sender = NULL;

  switch (position)
    {
    case REA_HOLDER_CHOICE_ANY:
      filter->holder = REA_HOLDER_ANY;
      return;
    case REA_HOLDER_CHOICE_ONLINE:
      filter->holder = REA_HOLDER_ONLINE;
      return;
    case REA_HOLDER_CHOICE_OFFLINE:
      filter->holder = REA_HOLDER_OFFLINE;
      return;
    case REA_HOLDER_CHOICE_UNASSIGNED:
      filter->holder = REA_HOLDER_NOBODY;
      return;
    default:
      break;
    }

  sender = g_list_model_get_item (G_LIST_MODEL (senders), position - N_WORDS + FIRST_SENDER);

  if (sender != NULL)
    rea_filter_set_senders (filter,
                            (const char *const[]){ rea_sender_item_get_email (sender), NULL });
}

/**
 * rea_holder_choices_find:
 * @senders: the senders of the campaign
 * @email: (nullable): the e-mail of one, or %NULL for unassigned
 *
 * Returns: the position of that choice; of everyone, where there is no such sender
 */
guint
rea_holder_choices_find (ReaSenderList *senders, const char *email)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (senders));

  if (email == NULL)
    return REA_HOLDER_CHOICE_UNASSIGNED;

  for (guint i = FIRST_SENDER; i < n; i++)
    {
      g_autoptr (ReaSenderItem) sender = g_list_model_get_item (G_LIST_MODEL (senders), i);

      if (g_strcmp0 (rea_sender_item_get_email (sender), email) == 0)
        return i - FIRST_SENDER + N_WORDS;
    }

  return REA_HOLDER_CHOICE_ANY;
}
