/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-conversation-menu.h"

#include "rea-format.h"

#include <glib/gi18n-lib.h>

static void
append (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* Of a ticked row all that is ticked, else the row alone. */
static void
append_reassign (GMenu *menu, gint64 id, ReaConversationSelection *selection)
{
  guint            n = rea_conversation_selection_get_n_selected (selection);
  g_autofree char *number = rea_format_number (n);
  g_autofree char *label = NULL;

  if (n < 2 || !rea_conversation_selection_has (selection, id))
    {
      /* TRANSLATORS: in the menu of a conversation. */
      append (menu, _ ("Reassign…"), "conversations.reassign-one", g_variant_new_int64 (id));
      return;
    }

  /* TRANSLATORS: opens the dialog that reassigns as many conversations as are selected. */
  label = g_strdup_printf (ngettext ("Reassign %s…", "Reassign %s…", n), number);
  append (menu, label, "conversations.reassign-selected", NULL);
}

static void
append_show_holder (GMenu *menu, ReaConversationItem *item)
{
  const ReaConversation *conversation = rea_conversation_item_get_conversation (item);
  g_autofree char       *sender = NULL;
  g_autofree char       *label = NULL;

  g_object_get (item, "sender", &sender, NULL);

  if (conversation->holder_email == NULL)
    {
      /* TRANSLATORS: in the menu of a conversation: list all that nobody holds. */
      append (menu, _ ("Show Unassigned Conversations"), "campaign.show-holder",
              g_variant_new_string (""));
      return;
    }

  /* TRANSLATORS: in the menu of a conversation: list all that its sender holds; %s is a name. */
  label = g_strdup_printf (_ ("Show Conversations of %s"),
                           sender != NULL ? sender : conversation->holder_email);
  append (menu, label, "campaign.show-holder", g_variant_new_string (conversation->holder_email));
}

/**
 * rea_conversation_menu_new:
 * @item: a conversation that is loaded
 * @selection: what is ticked
 *
 * Returns: (transfer full): the menu of its row
 */
GMenuModel *
rea_conversation_menu_new (ReaConversationItem *item, ReaConversationSelection *selection)
{
  const ReaConversation *conversation = rea_conversation_item_get_conversation (item);
  GMenu                 *menu = g_menu_new ();
  g_autoptr (GMenu) moves = g_menu_new ();
  g_autoptr (GMenu) shows = g_menu_new ();
  g_autoptr (GMenu) copies = g_menu_new ();

  append_reassign (moves, conversation->id, selection);
  /* TRANSLATORS: in the menu of a conversation: shows it in the window where it is answered. */
  append (shows, _ ("Open Messenger"), "campaign.open-messenger",
          g_variant_new_int64 (conversation->id));
  /* TRANSLATORS: in the menu of a conversation: who held it, and since when. */
  append (shows, _ ("Show Trail"), "campaign.show-trail", g_variant_new_int64 (conversation->id));
  append_show_holder (shows, item);
  /* TRANSLATORS: in the menu of a conversation. */
  append (copies, _ ("Copy Phone Number"), "conversations.copy",
          g_variant_new_string (conversation->phone));

  g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (shows));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copies));

  return G_MENU_MODEL (menu);
}
