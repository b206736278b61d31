/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which conversation of the Messenger's list is current, where it stands, and which comes
 * next.
 */
#include "rea-messenger-list-private.h"

/* How far the next conversation is looked for. */
#define LOOK_ROWS 50

/* How long rows take to have a size. */
#define SCROLL_FRAMES 2

static guint
get_n_items (ReaMessengerList *self)
{
  return self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
}

static gint64
get_id_at (ReaMessengerList *self, guint position)
{
  g_autoptr (ReaConversationItem) item =
      g_list_model_get_item (G_LIST_MODEL (self->list), position);

  return item != NULL ? rea_conversation_item_get_id (item) : 0;
}

/* What is current. */

/* Makes another one current, or, 0, none. */
void
rea_messenger_list_set_current (ReaMessengerList *self, gint64 conversation)
{
  if (self->current == conversation)
    return;

  self->current = conversation;
  g_signal_emit_by_name (self, "current", conversation);
}

static void
forget_awaited (ReaMessengerList *self)
{
  if (self->awaited == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->awaited, self);
  g_clear_object (&self->awaited);
}

static void
awaited_cb (ReaMessengerList *self)
{
  gint64 id = rea_conversation_item_get_id (self->awaited);

  if (id == 0)
    return;

  forget_awaited (self);
  rea_messenger_list_set_current (self, id);
}

static void
selected_cb (ReaMessengerList *self)
{
  ReaConversationItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (self->setting || item == NULL)
    return;

  forget_awaited (self);
  self->place = gtk_single_selection_get_selected (self->selection);
  if (rea_conversation_item_get_id (item) != 0)
    {
      rea_messenger_list_set_current (self, rea_conversation_item_get_id (item));
      return;
    }

  self->awaited = g_object_ref (item);
  g_signal_connect_object (item, "notify::id", G_CALLBACK (awaited_cb), self, G_CONNECT_SWAPPED);
}

static void
select_place (ReaMessengerList *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
mark (ReaMessengerList *self, guint position)
{
  self->setting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->setting = FALSE;
}

static gboolean
find_current (ReaMessengerList *self, guint *position)
{
  return self->current != 0 && self->list != NULL &&
         rea_conversation_list_find (self->list, self->current, position);
}

static gboolean
scroll_cb (GtkWidget *view, GdkFrameClock *clock, gpointer user_data)
{
  ReaMessengerList *self = user_data;

  if (gtk_widget_get_height (view) == 0 || self->scroll_frames-- > 0)
    return G_SOURCE_CONTINUE;

  self->scroll_tick = 0;
  if (rea_messenger_list_has_current (self))
    gtk_widget_activate_action (view, "list.scroll-to-item", "u",
                                gtk_single_selection_get_selected (self->selection));

  return G_SOURCE_REMOVE;
}

/* A list that scrolls before its rows have a size shows one of them and nothing else, in
 * GTK 4.8.
 */
static void
show_place (ReaMessengerList *self, guint position)
{
  mark (self, position);
  self->place = position;
  self->scroll_frames = SCROLL_FRAMES;
  if (self->scroll_tick == 0)
    self->scroll_tick =
        gtk_widget_add_tick_callback (GTK_WIDGET (self->view), scroll_cb, self, NULL);
}

static void
forget_scroll (ReaMessengerList *self)
{
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->scroll_tick);
  self->scroll_tick = 0;
}

/* Of what somebody asked for nothing is selected until it is known where it stands. */
static void
found_cb (ReaMessengerList *self, gint64 conversation, guint position)
{
  if (conversation == self->current && !rea_messenger_list_has_current (self))
    show_place (self, position);
}

/* In a list that is new, what was read goes on being read, if it is in there. */
static void
begin_list (ReaMessengerList *self)
{
  guint position;

  if (find_current (self, &position))
    {
      show_place (self, position);
      return;
    }

  mark (self, GTK_INVALID_LIST_POSITION);
  self->place = 0;
  if (self->asked_for != 0 && self->asked_for == self->current)
    {
      rea_conversation_list_seek (self->list, self->current);
      return;
    }

  if (get_n_items (self) > 0)
    select_place (self, 0);
  else
    rea_messenger_list_set_current (self, 0);
}

static void
loading_cb (ReaMessengerList *self)
{
  if (!rea_messenger_list_get_loading (self))
    {
      begin_list (self);
      g_signal_emit_by_name (self, "changed");
    }
}

/* The selection has followed already: what it has lost has left the list, or has come
 * back elsewhere.
 */
static void
items_changed_cb (ReaMessengerList *self, guint position, guint removed, guint added)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (selected != GTK_INVALID_LIST_POSITION)
    self->place = selected;
  else if (position + removed <= self->place)
    self->place += added - removed;
  else if (position < self->place)
    self->place = position;
}

/* Should one of them come back, it is for something new. */
static void
forget_settled (ReaMessengerList *self)
{
  GHashTableIter iter;
  gpointer       conversation;

  g_hash_table_iter_init (&iter, self->settled);
  while (g_hash_table_iter_next (&iter, &conversation, NULL))
    g_hash_table_remove (self->finished, conversation);

  g_hash_table_remove_all (self->settled);
}

static void
refreshed_cb (ReaMessengerList *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint position;

  if (rea_messenger_list_get_loading (self))
    return;

  forget_settled (self);
  if (selected == GTK_INVALID_LIST_POSITION && find_current (self, &position))
    mark (self, position);

  if (self->current == 0 && self->awaited == NULL && get_n_items (self) > 0)
    rea_messenger_list_advance (self);

  g_signal_emit_by_name (self, "changed");
}

/* Follows a list that is new. */
void
rea_messenger_list_begin_current (ReaMessengerList *self)
{
  mark (self, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (loading_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Awaits nothing of a list that goes. */
void
rea_messenger_list_leave_current (ReaMessengerList *self)
{
  forget_awaited (self);
  forget_scroll (self);
}

/**
 * rea_messenger_list_get_current:
 * @self: the list
 *
 * Returns: the number of the current conversation, or 0
 */
gint64
rea_messenger_list_get_current (ReaMessengerList *self)
{
  return self->current;
}

/**
 * rea_messenger_list_has_current:
 * @self: the list
 *
 * Returns: whether the current conversation is in what is listed
 */
gboolean
rea_messenger_list_has_current (ReaMessengerList *self)
{
  g_return_val_if_fail (REA_IS_MESSENGER_LIST (self), FALSE);

  return self->selection != NULL &&
         gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION;
}

/**
 * rea_messenger_list_choose:
 * @self: the list
 * @conversation: the number of a conversation
 *
 * Makes a conversation current, whether it is listed or not.
 */
void
rea_messenger_list_choose (ReaMessengerList *self, gint64 conversation)
{
  guint position;

  g_return_if_fail (REA_IS_MESSENGER_LIST (self));

  forget_awaited (self);
  if (!self->has_begun)
    rea_messenger_list_show (self, REA_MESSENGER_ALL);
  self->asked_for = conversation;
  rea_messenger_list_set_current (self, conversation);
  if (self->selection == NULL)
    return;

  if (find_current (self, &position))
    {
      show_place (self, position);
      return;
    }

  mark (self, GTK_INVALID_LIST_POSITION);
  rea_conversation_list_seek (self->list, conversation);
}

/**
 * rea_messenger_list_step:
 * @self: the list
 * @step: 1 for the next one in the list, -1 for the one before
 *
 * Makes a neighbour current, if there is one.
 */
void
rea_messenger_list_step (ReaMessengerList *self, int step)
{
  gint64 to;

  g_return_if_fail (REA_IS_MESSENGER_LIST (self));

  if (get_n_items (self) == 0)
    return;

  /* Where the current one has left the list, the next has taken its place. */
  to = (gint64) self->place + (rea_messenger_list_has_current (self) || step < 0 ? step : 0);
  select_place (self, (guint) CLAMP (to, 0, (gint64) get_n_items (self) - 1));
}

/**
 * rea_messenger_list_finish:
 * @self: the list
 * @conversation: the number of a conversation
 *
 * What was finished here is not come by again, even while it is still listed.
 */
void
rea_messenger_list_finish (ReaMessengerList *self, gint64 conversation)
{
  g_return_if_fail (REA_IS_MESSENGER_LIST (self));

  g_hash_table_add (self->finished, g_memdup2 (&conversation, sizeof conversation));
}

/**
 * rea_messenger_list_settle:
 * @self: the list
 * @conversation: the number of a conversation
 *
 * What was finished has come to the database.
 */
void
rea_messenger_list_settle (ReaMessengerList *self, gint64 conversation)
{
  g_return_if_fail (REA_IS_MESSENGER_LIST (self));

  g_hash_table_add (self->settled, g_memdup2 (&conversation, sizeof conversation));
}

/**
 * rea_messenger_list_resume:
 * @self: the list
 * @conversation: the number of a conversation
 *
 * It was not finished after all.
 */
void
rea_messenger_list_resume (ReaMessengerList *self, gint64 conversation)
{
  g_return_if_fail (REA_IS_MESSENGER_LIST (self));

  g_hash_table_remove (self->finished, &conversation);
}

/* The places behind the current one, and then from the beginning, up to @n_found of
 * which there is something to do.
 */
static guint
find_next_places (ReaMessengerList *self, guint *places, guint n)
{
  guint n_items = get_n_items (self);
  guint n_found = 0;

  for (guint i = 0; i < MIN (n_items, LOOK_ROWS) && n_found < n; i++)
    {
      guint  position = (guint) (((guint64) self->place + i) % n_items);
      gint64 id = get_id_at (self, position);

      if (id != self->current && !g_hash_table_contains (self->finished, &id))
        places[n_found++] = position;
    }

  return n_found;
}

/**
 * rea_messenger_list_find_next:
 * @self: the list
 * @conversations: (out caller-allocates): place for @n numbers
 * @n: how many
 *
 * Tells what will be current next, as far as is known, so that it can be read before.
 *
 * Returns: how many were found
 */
guint
rea_messenger_list_find_next (ReaMessengerList *self, gint64 *conversations, guint n)
{
  g_autofree guint *places = NULL;
  guint             n_known = 0;
  guint             n_places;

  g_return_val_if_fail (REA_IS_MESSENGER_LIST (self), 0);

  if (rea_messenger_list_get_loading (self))
    return 0;

  places = g_new (guint, n);
  n_places = find_next_places (self, places, n);
  for (guint i = 0; i < n_places; i++)
    {
      gint64 id = get_id_at (self, places[i]);

      if (id != 0)
        conversations[n_known++] = id;
    }

  return n_known;
}

/**
 * rea_messenger_list_advance:
 * @self: the list
 *
 * Makes the next conversation current in which there is something to do, or none.
 */
void
rea_messenger_list_advance (ReaMessengerList *self)
{
  guint position;

  g_return_if_fail (REA_IS_MESSENGER_LIST (self));

  if (find_next_places (self, &position, 1) == 1)
    {
      select_place (self, position);
      return;
    }

  forget_awaited (self);
  mark (self, GTK_INVALID_LIST_POSITION);
  rea_messenger_list_set_current (self, 0);
}
