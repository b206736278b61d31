/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How ticks are set and taken, which may have to wait until it is read which
 * conversations the rows are.
 */
#include "rea-conversation-selection-private.h"

#include "rea-conversation-names.h"
#include "rea-format.h"

#include <glib/gi18n-lib.h>

static void
notify (ReaConversationSelection *self, const char *name)
{
  g_object_notify (G_OBJECT (self), name);
}

/**
 * rea_conversation_selection_get_n_rows:
 * @self: ticks
 *
 * Returns: how many conversations are listed
 */
guint
rea_conversation_selection_get_n_rows (ReaConversationSelection *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

/**
 * rea_conversation_selection_is_loading:
 * @self: ticks
 *
 * Returns: whether the rows are still those of an earlier filter or order
 */
gboolean
rea_conversation_selection_is_loading (ReaConversationSelection *self)
{
  gboolean loading;

  g_object_get (self->list, "loading", &loading, NULL);
  return loading;
}

static void
add_id (GHashTable *set, gint64 id)
{
  g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

static void
set_notice (ReaConversationSelection *self, const char *notice)
{
  if (g_strcmp0 (self->notice, notice) == 0)
    return;

  g_free (self->notice);
  self->notice = g_strdup (notice);
  notify (self, "notice");
}

static void
set_n_hidden (ReaConversationSelection *self, guint n_hidden)
{
  if (self->n_hidden == n_hidden)
    return;

  self->n_hidden = n_hidden;
  notify (self, "n-hidden");
}

static void
ticks_changed (ReaConversationSelection *self)
{
  guint n = rea_conversation_selection_get_n_rows (self);

  if (n > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n);
  notify (self, "n-selected");
}

static void
stop_naming (ReaConversationSelection *self)
{
  self->wants_all = FALSE;
  if (self->naming == NULL)
    return;

  g_cancellable_cancel (self->naming);
  g_clear_object (&self->naming);
  notify (self, "busy");
}

static void
end_everything (ReaConversationSelection *self)
{
  g_clear_pointer (&self->everything, rea_filter_free);
  notify (self, "everything");
}

/**
 * rea_conversation_selection_begin:
 * @self: ticks
 *
 * Drops what the user asked for before and is not done yet, and what was said of it.
 */
void
rea_conversation_selection_begin (ReaConversationSelection *self)
{
  stop_naming (self);
  set_notice (self, NULL);
}

/* Counting those that are ticked and not listed. */

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaConversationSelection) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 n = rea_conversation_list_count_finish (REA_CONVERSATION_LIST (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->counting);
  if (error == NULL && g_hash_table_size (self->named) > 0)
    set_n_hidden (self, self->n_counted - MIN (n, self->n_counted));
  if (self->is_outdated)
    rea_conversation_selection_count (self);
}

/**
 * rea_conversation_selection_count:
 * @self: ticks
 *
 * Finds out how many of those that are ticked are not listed.
 */
void
rea_conversation_selection_count (ReaConversationSelection *self)
{
  g_autoptr (ReaFilter) all = rea_filter_new ();
  g_autoptr (GArray) ids = NULL;
  GHashTableIter iter;
  gpointer       id;

  self->is_outdated = self->counting != NULL;
  if (self->counting != NULL)
    return;

  if (g_hash_table_size (self->named) == 0 ||
      rea_filter_equal (rea_conversation_list_get_filter (self->list), all))
    {
      set_n_hidden (self, 0);
      return;
    }

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_iter_init (&iter, self->named);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);

  self->n_counted = ids->len;
  self->counting = g_cancellable_new ();
  rea_conversation_list_count_async (self->list, ids, self->counting, counted_cb,
                                     g_object_ref (self));
}

static void
forget_all (ReaConversationSelection *self)
{
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_hash_table_remove_all (self->named);
  g_hash_table_remove_all (self->range);
  if (self->everything != NULL)
    end_everything (self);
  set_n_hidden (self, 0);
}

/**
 * rea_conversation_selection_clear:
 * @self: ticks
 *
 * Takes all ticks.
 */
void
rea_conversation_selection_clear (ReaConversationSelection *self)
{
  rea_conversation_selection_begin (self);
  forget_all (self);
  ticks_changed (self);
}

/* Which conversations the rows are, if all of them are known. */
static GArray *
dup_known (ReaConversationSelection *self, guint position, guint n)
{
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);

  for (guint i = 0; i < n; i++)
    {
      gint64 id = rea_conversation_list_get_id (self->list, position + i);

      if (id == 0)
        return NULL;

      g_array_append_val (ids, id);
    }

  return g_steal_pointer (&ids);
}

static void
untick_range (ReaConversationSelection *self)
{
  GHashTableIter iter;
  gpointer       id;

  g_hash_table_iter_init (&iter, self->range);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_remove (self->named, id);

  g_hash_table_remove_all (self->range);
}

static void
carry_out (ReaConversationSelection *self, ReaTickOrder order, GArray *ids)
{
  /* A range that is drawn further, or back, takes the place of itself. */
  if (order == REA_TICK_RANGE)
    untick_range (self);
  else
    g_hash_table_remove_all (self->range);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (order == REA_UNTICK)
        {
          g_hash_table_remove (self->named, &id);
        }
      else if (!g_hash_table_contains (self->named, &id))
        {
          add_id (self->named, id);
          if (order == REA_TICK_RANGE)
            add_id (self->range, id);
        }
    }

  if (g_hash_table_size (self->named) == 0)
    set_n_hidden (self, 0);
  ticks_changed (self);
}

static void
named_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaConversationSelection) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids =
      rea_conversation_list_name_finish (REA_CONVERSATION_LIST (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->naming);
  if (ids != NULL)
    carry_out (self, self->order, ids);
  else
    set_notice (self, error->message);
  notify (self, "busy");
}

/**
 * rea_conversation_selection_order:
 * @self: ticks
 * @order: what is to be done
 * @position: a place in the list
 * @n: with how many rows from there on
 *
 * Sets or takes ticks: at once where it is known which conversations the rows are,
 * else as soon as it is.
 */
void
rea_conversation_selection_order (ReaConversationSelection *self,
                                  ReaTickOrder              order,
                                  guint                     position,
                                  guint                     n)
{
  g_autoptr (GArray) ids = dup_known (self, position, n);

  rea_conversation_selection_begin (self);
  if (ids != NULL)
    {
      carry_out (self, order, ids);
      return;
    }

  /* Of a list that is being replaced only what has been looked at can be named. */
  if (rea_conversation_selection_is_loading (self))
    return;

  self->order = order;
  self->naming = g_cancellable_new ();
  rea_conversation_list_name_async (self->list, position, n, self->naming, named_cb,
                                    g_object_ref (self));
  notify (self, "busy");
}

/**
 * rea_conversation_selection_refuse_to_leave_out:
 * @self: ticks
 *
 * Says why of everything nothing is left out.
 */
void
rea_conversation_selection_refuse_to_leave_out (ReaConversationSelection *self)
{
  g_autofree char *max = rea_format_number (self->max_named);
  g_autofree char *text = NULL;

  /* TRANSLATORS: below the conversations, when somebody unticks one of very many. */
  text = g_strdup_printf (_ ("All that is listed is selected as one. To leave some out, list no "
                             "more than %s, or press Clear."),
                          max);
  set_notice (self, text);
}

/**
 * rea_conversation_selection_refuse_so_many:
 * @self: ticks
 *
 * Says why a range is too long.
 */
void
rea_conversation_selection_refuse_so_many (ReaConversationSelection *self)
{
  g_autofree char *max = rea_format_number (self->max_named);
  g_autofree char *text = NULL;

  /* TRANSLATORS: below the conversations, when somebody ticks a very long range. */
  text = g_strdup_printf (_ ("No more than %s can be selected at once, unless it is all that is "
                             "listed."),
                          max);
  set_notice (self, text);
}

/**
 * rea_conversation_selection_take_everything:
 * @self: ticks
 *
 * Ticks all that is listed as one.
 */
void
rea_conversation_selection_take_everything (ReaConversationSelection *self)
{
  guint            n_lost = self->n_hidden;
  g_autofree char *number = rea_format_number (n_lost);
  g_autofree char *text = NULL;

  if (self->everything != NULL)
    return;

  forget_all (self);
  self->everything = rea_filter_copy (rea_conversation_list_get_filter (self->list));

  if (n_lost > 0)
    {
      /* TRANSLATORS: below the conversations, after Select All where a filter hid some that were
       * selected before. */
      text = g_strdup_printf (ngettext ("%s conversation that is not listed is no longer selected.",
                                        "%s conversations that are not listed are no longer "
                                        "selected.",
                                        n_lost),
                              number);
      set_notice (self, text);
    }

  notify (self, "everything");
  ticks_changed (self);
}

/**
 * rea_conversation_selection_check_everything:
 * @self: ticks
 *
 * Ends that all is ticked as one where the list has another filter now.
 */
void
rea_conversation_selection_check_everything (ReaConversationSelection *self)
{
  if (self->everything == NULL ||
      rea_filter_equal (self->everything, rea_conversation_list_get_filter (self->list)))
    return;

  end_everything (self);
  /* TRANSLATORS: below the conversations, when all of very many were selected and then the filter
   * was changed. */
  set_notice (self, _ ("The list shows something else now, so nothing is selected any more."));
  ticks_changed (self);
}
