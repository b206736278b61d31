/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sender-list.h"

#include "live.h"

#include <glib/gstdio.h>

static const char *const three[] = { "bo@example.org", "ann@example.org", "cy@example.org", NULL };

typedef struct
{
  GPtrArray *lines;
} Notes;

static void
notify_cb (ReaSenderItem *item, GParamSpec *pspec, Notes *notes)
{
  const char *email = rea_sender_item_get_email (item);

  g_ptr_array_add (notes->lines,
                   g_strdup_printf ("%.*s.%s", 3, email != NULL ? email : "---", pspec->name));
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static char *
take_notes (Notes *notes)
{
  char *text;

  g_ptr_array_sort (notes->lines, compare_lines);
  g_ptr_array_add (notes->lines, NULL);
  text = g_strjoinv (" ", (char **) notes->lines->pdata);
  g_ptr_array_set_size (notes->lines, 0);
  return text;
}

#define ASSERT_NOTES(notes, expected)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *notes_text = take_notes (notes);                                              \
    g_assert_cmpstr (notes_text, ==, expected);                                                    \
  }                                                                                                \
  G_STMT_END

static void
watch (ReaSenderList *list, Notes *notes)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (ReaSenderItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_signal_connect (item, "notify", G_CALLBACK (notify_cb), notes);
    }
}

static gboolean
is_loaded (ReaSenderList *list)
{
  gboolean loaded;

  g_object_get (list, "loaded", &loaded, NULL);
  return loaded;
}

static ReaSenderList *
open_list (ReaService *service, gint64 campaign)
{
  ReaSenderList *list = rea_sender_list_new (service, campaign);

  g_assert_false (is_loaded (list));
  LIVE_WAIT_FOR (is_loaded (list));
  return list;
}

static void
assert_emails (ReaSenderList *list, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (ReaSenderItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);
      const char *email = rea_sender_item_get_email (item);

      g_string_append_printf (text, "%s%.*s", i > 0 ? " " : "", 3, email != NULL ? email : "---");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
refresh (ReaService *service)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (live_check (service, &error));
  live_settle (service);
}

static void
test_content (void)
{
  g_autoptr (Live) live = live_new (10, three);
  ReaService *service = live_open (live);
  g_autoptr (ReaSenderList) list = NULL;
  ReaSenderItem *ann;
  g_autoptr (ReaSenderItem) unassigned = NULL;
  gint64 n_senders, n_online, done, open_work;
  double progress;

  live_use_clock (service);
  live_receive (live, 1, "Hello?");
  live_set_time (live_now () + 60);
  live_receive (live, 2, "Hello?");
  live_receive (live, 3, "Hello?");
  live_give (live, 2, "ann@example.org");
  live_give (live, 1, "ann@example.org");
  live_give (live, 2, "ann@example.org");
  live_heartbeat (live, "bo@example.org", FALSE);

  list = open_list (service, live->campaign);
  assert_emails (list, "--- ann bo@ cy@");
  ann = rea_sender_list_find (list, "ann@example.org");
  g_assert_true (rea_sender_list_find_id (list, rea_sender_item_get_id (ann)) == ann);
  g_assert_null (rea_sender_list_find (list, "dee@example.org"));
  g_assert_null (rea_sender_list_find_id (list, 5));

  g_object_get (list, "n-senders", &n_senders, "n-online", &n_online, NULL);
  g_assert_cmpint (n_senders, ==, 3);
  g_assert_cmpint (n_online, ==, 1);

  g_object_get (ann, "done", &done, "open-work", &open_work, "progress", &progress, NULL);
  g_assert_cmpint (rea_sender_item_get_counts (ann).n[REA_STATUS_NEEDS_REPLY], ==, 3);
  g_assert_cmpint (rea_sender_item_get_counts (ann).n[REA_STATUS_NOT_STARTED], ==, 2);
  g_assert_cmpint (done, ==, 3);
  g_assert_cmpint (open_work, ==, 5);
  g_assert_cmpfloat_with_epsilon (progress, 0.6, 1e-9);
  g_assert_cmpint (rea_sender_item_get_waiting_since (ann), ==, live_now () - 60);
  g_assert_cmpint (rea_sender_item_get_last_seen (ann), ==, REA_TIME_NONE);
  g_assert_cmpstr (rea_sender_item_get_name (ann), ==, "ann@example.org");
  g_assert_false (rea_sender_item_get_online (ann));
  g_assert_true (rea_sender_item_get_online (rea_sender_list_find (list, "bo@example.org")));

  unassigned = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpint (rea_sender_item_get_id (unassigned), ==, REA_HOLDER_UNASSIGNED);
  g_assert_null (rea_sender_item_get_email (unassigned));
  g_assert_cmpint (rea_sender_item_get_counts (unassigned).n[REA_STATUS_NOT_STARTED], ==, 5);
  g_assert_cmpint (rea_sender_item_get_waiting_since (unassigned), ==, REA_TIME_NONE);
  g_object_get (rea_sender_list_find (list, "cy@example.org"), "progress", &progress, NULL);
  g_assert_cmpfloat (progress, ==, -1);

  g_clear_object (&unassigned);
  g_clear_object (&list);
  live_close (service);
}

static void
test_only_what_changed_notifies (void)
{
  g_autoptr (Live) live = live_new (10, three);
  ReaService *service = live_open (live);
  Notes       notes = { g_ptr_array_new_with_free_func (g_free) };
  g_autoptr (LiveCounter) counter = NULL;
  ReaSenderList *list;

  live_use_clock (service);
  live_give (live, 2, "ann@example.org");
  list = open_list (service, live->campaign);
  counter = live_counter_new (G_LIST_MODEL (list));
  watch (list, &notes);

  /* Nothing has changed. */
  rea_sender_list_refresh (list);
  live_settle (service);
  ASSERT_NOTES (&notes, "");

  live_receive (live, 1, "Hello?");
  refresh (service);
  ASSERT_NOTES (&notes, "ann.done ann.needs-reply ann.not-started ann.progress ann.waiting-since");

  live_give (live, 1, "bo@example.org");
  refresh (service);
  ASSERT_NOTES (&notes, "---.not-started ---.open-work ---.total "
                        "bo@.not-started bo@.open-work bo@.progress bo@.total");

  live_heartbeat (live, "cy@example.org", FALSE);
  refresh (service);
  ASSERT_NOTES (&notes, "cy@.last-seen cy@.online");

  g_assert_cmpuint (counter->n_signals, ==, 0);
  g_object_unref (list);
  live_close (service);
  g_ptr_array_unref (notes.lines);
}

static void
test_rows_come_and_go_one_by_one (void)
{
  g_autoptr (Live) live = live_new (4, three);
  ReaService       *service = live_open (live);
  const char *const added[] = { "abe@example.org", "dee@example.org", NULL };
  g_autoptr (GPtrArray) new_senders = NULL;
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (LiveCounter) counter = NULL;
  g_autoptr (ReaUser) user = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaSenderItem) ann = NULL;
  g_autoptr (ReaSenderItem) now_last = NULL;
  ReaSenderList *list = open_list (service, live->campaign);
  LiveEvent     *event;

  counter = live_counter_new (G_LIST_MODEL (list));
  new_senders = rea_session_add_senders (live->other, live->campaign, added, &error);
  g_assert_no_error (error);
  refresh (service);
  assert_emails (list, "--- abe ann bo@ cy@ dee");
  g_assert_cmpuint (counter->n_signals, ==, 2);
  event = &g_array_index (counter->events, LiveEvent, 0);
  g_assert_cmpuint (event->position, ==, 1);
  g_assert_cmpuint (event->removed, ==, 0);
  g_assert_cmpuint (event->added, ==, 1);
  event = &g_array_index (counter->events, LiveEvent, 1);
  g_assert_cmpuint (event->position, ==, 5);

  result = rea_session_remove_sender (live->other, live->campaign, "bo@example.org", NULL, NULL,
                                      NULL, &error);
  g_assert_no_error (error);
  refresh (service);
  assert_emails (list, "--- abe ann cy@ dee");
  g_assert_cmpuint (counter->n_signals, ==, 3);
  event = &g_array_index (counter->events, LiveEvent, 2);
  g_assert_cmpuint (event->position, ==, 3);
  g_assert_cmpuint (event->removed, ==, 1);
  g_assert_cmpuint (event->added, ==, 0);
  g_assert_null (rea_sender_list_find (list, "bo@example.org"));

  /* A name that changes changes the place; the row is the same, and no other moves. */
  ann = g_object_ref (rea_sender_list_find (list, "ann@example.org"));
  user = rea_session_set_user (live->other, "ann@example.org", "Ann", "Zeta", NULL, &error);
  g_assert_no_error (error);
  refresh (service);
  assert_emails (list, "--- abe cy@ dee ann");
  g_assert_cmpuint (counter->n_signals, ==, 5);
  now_last = g_list_model_get_item (G_LIST_MODEL (list), 4);
  g_assert_true (now_last == ann);
  g_assert_cmpstr (rea_sender_item_get_name (ann), ==, "Ann Zeta");

  g_clear_pointer (&user, rea_user_free);
  user = rea_session_set_user (live->other, "abe@example.org", "Abe", "Zz", NULL, &error);
  g_assert_no_error (error);
  refresh (service);
  assert_emails (list, "--- cy@ dee ann abe");
  g_assert_cmpuint (counter->n_signals, ==, 7);

  g_object_unref (list);
  live_close (service);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_refreshes_run_together (void)
{
  g_autoptr (Live) live = live_new (4, three);
  ReaService    *service = live_open (live);
  ReaSenderList *list = open_list (service, live->campaign);
  LiveGate      *gate;
  guint          n = 0;

  g_signal_connect_swapped (list, "refreshed", G_CALLBACK (count_cb), &n);
  gate = live_gate_new (service, REA_LANE_READ);
  for (guint i = 0; i < 100; i++)
    rea_sender_list_refresh (list);
  live_gate_open (gate);
  live_settle (service);
  g_assert_cmpuint (n, ==, 2);

  g_object_unref (list);
  live_close (service);
}

static void
test_dropped_while_reading (void)
{
  g_autoptr (Live) live = live_new (4, three);
  ReaService    *service = live_open (live);
  LiveGate      *gate = live_gate_new (service, REA_LANE_READ);
  ReaSenderList *list = rea_sender_list_new (service, live->campaign);
  gpointer       gone = list;

  g_object_add_weak_pointer (G_OBJECT (list), &gone);
  g_object_unref (list);
  g_assert_null (gone);
  live_gate_open (gate);
  live_settle (service);
  live_close (service);
}

static void
test_error_and_recovery (void)
{
  g_autoptr (Live) live = live_new (4, three);
  ReaService      *service = live_open (live);
  ReaSenderList   *list = open_list (service, live->campaign);
  g_autofree char *elsewhere = g_strconcat (live->path, ".away", NULL);
  g_autofree char *message = NULL;

  g_assert_cmpint (g_rename (live->path, elsewhere), ==, 0);
  rea_sender_list_refresh (list);
  LIVE_WAIT_FOR (rea_service_get_trouble (service) != NULL);
  g_object_get (list, "error", &message, NULL);
  /* What was known stays, and the service says why. */
  g_assert_null (message);
  assert_emails (list, "--- ann bo@ cy@");

  g_assert_cmpint (g_rename (elsewhere, live->path), ==, 0);
  refresh (service);
  g_clear_pointer (&message, g_free);
  g_object_get (list, "error", &message, NULL);
  g_assert_null (message);

  g_object_unref (list);
  live_close (service);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sender-list/content", test_content);
  g_test_add_func ("/sender-list/only-what-changed-notifies", test_only_what_changed_notifies);
  g_test_add_func ("/sender-list/rows-come-and-go-one-by-one", test_rows_come_and_go_one_by_one);
  g_test_add_func ("/sender-list/refreshes-run-together", test_refreshes_run_together);
  g_test_add_func ("/sender-list/dropped-while-reading", test_dropped_while_reading);
  g_test_add_func ("/sender-list/error-and-recovery", test_error_and_recovery);

  return g_test_run ();
}
