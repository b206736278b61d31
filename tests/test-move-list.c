/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The history as a list: what others do comes on top, the rest stays. */
#include "live.h"

#include "rea-move-list.h"

static const char *const senders[] = { "ann@example.org", "bo@example.org", NULL };

typedef struct
{
  Live        *live;
  ReaService  *service;
  ReaMoveList *list;
  LiveCounter *counter;
} Fixture;

static void
move_often (Live *live, guint n)
{
  for (guint i = 0; i < n; i++)
    live_give (live, 1, senders[i % 2]);
}

static void
wait_for_length (Fixture *self, guint length)
{
  LIVE_WAIT_FOR (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == length);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->live = live_new (200, senders);
  move_often (self->live, GPOINTER_TO_UINT (data));
  self->service = live_open (self->live);
  self->list = rea_move_list_new (self->service, self->live->campaign);
  self->counter = live_counter_new (G_LIST_MODEL (self->list));
  LIVE_WAIT_FOR (rea_move_list_get_loaded (self->list));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  live_counter_free (self->counter);
  g_object_unref (self->list);
  live_close (self->service);
  live_free (self->live);
}

static gint64
get_id (Fixture *self, guint position)
{
  g_autoptr (ReaMoveItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  return rea_move_item_get_move (item)->id;
}

static void
undo (Fixture *self, gint64 move)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) result =
      rea_session_undo (self->live->other, self->live->campaign, move, NULL, &error);

  g_assert_no_error (error);
}

static void
check (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  live_check (self->service, &error);
  g_assert_no_error (error);
}

/* Page by page, down to the first move, each once. */
static void
test_pages (Fixture *self, gconstpointer data)
{
  guint position;

  wait_for_length (self, 50);
  g_assert_cmpint (get_id (self, 0), ==, 120);
  g_assert_false (rea_move_list_find (self->list, 70, &position));

  rea_move_list_load_more (self->list);
  rea_move_list_load_more (self->list);
  wait_for_length (self, 120);
  rea_move_list_load_more (self->list);
  live_settle (self->service);
  g_assert_cmpuint (self->counter->length, ==, 120);
  for (guint i = 0; i < 120; i++)
    g_assert_cmpint (get_id (self, i), ==, 120 - (gint64) i);
  g_assert_true (rea_move_list_find (self->list, 70, &position));
  g_assert_cmpuint (position, ==, 50);
}

static void
test_down_to (Fixture *self, gconstpointer data)
{
  guint position;

  rea_move_list_load_down_to (self->list, 5);
  wait_for_length (self, 116);
  g_assert_true (rea_move_list_find (self->list, 5, &position));
  rea_move_list_load_more (self->list);
  wait_for_length (self, 120);
}

/* What another process moves comes on top, in one piece; what it undoes is told. */
static void
test_news (Fixture *self, gconstpointer data)
{
  g_autoptr (ReaMoveItem) top = g_list_model_get_item (G_LIST_MODEL (self->list), 0);
  const LiveEvent *event;

  self->counter->n_signals = 0;
  g_array_set_size (self->counter->events, 0);
  move_often (self->live, 2);
  undo (self, 3);
  check (self);
  wait_for_length (self, 6);

  g_assert_cmpuint (self->counter->events->len, ==, 1);
  event = &g_array_index (self->counter->events, LiveEvent, 0);
  g_assert_cmpuint (event->position, ==, 0);
  g_assert_cmpuint (event->removed, ==, 0);
  g_assert_cmpuint (event->added, ==, 3);
  g_assert_cmpint (rea_move_item_get_move (top)->undone_by, ==, 6);

  undo (self, 6);
  check (self);
  wait_for_length (self, 7);
  g_assert_cmpint (rea_move_item_get_move (top)->undone_by, ==, 0);
}

static void
test_filters (Fixture *self, gconstpointer data)
{
  rea_move_list_set_filter (self->list, REA_MOVES_ALL, "bo@");
  LIVE_WAIT_FOR (rea_move_list_get_loaded (self->list));
  wait_for_length (self, 1);
  g_assert_cmpint (get_id (self, 0), ==, 2);

  rea_move_list_set_filter (self->list, REA_MOVES_UNDONE, NULL);
  LIVE_WAIT_FOR (rea_move_list_get_loaded (self->list));
  wait_for_length (self, 0);

  /* One that is undone meanwhile comes in, and goes when its undo is undone. */
  undo (self, 2);
  check (self);
  wait_for_length (self, 1);
  g_assert_cmpint (get_id (self, 0), ==, 2);
  undo (self, 4);
  check (self);
  LIVE_WAIT_FOR (get_id (self, 0) == 4);
  wait_for_length (self, 1);
}

#define add(path, n, func) g_test_add (path, Fixture, GUINT_TO_POINTER (n), set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/move-list/pages", 120, test_pages);
  add ("/move-list/down-to", 120, test_down_to);
  add ("/move-list/news", 3, test_news);
  add ("/move-list/filters", 3, test_filters);

  return g_test_run ();
}
