/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-conversation-list.h"

#include "live.h"
#include "rea-conversation-list-private.h"

#include <glib/gstdio.h>

static const char *const senders[] = { "ann@example.org", "bo@example.org", NULL };

static gboolean
is_loading (ReaConversationList *list)
{
  gboolean loading;

  g_object_get (list, "loading", &loading, NULL);
  return loading;
}

static guint
get_length (ReaConversationList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static ReaConversationList *
open_list (ReaService *service, gint64 campaign)
{
  ReaConversationList *list = rea_conversation_list_new (service, campaign);

  g_assert_true (is_loading (list));
  LIVE_WAIT_FOR (!is_loading (list));
  return list;
}

/* What a view of the list holds: the items of some rows. */
static GPtrArray *
look_at (ReaConversationList *list, guint position, guint n)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = position; i < position + n; i++)
    {
      ReaConversationItem *item = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (item != NULL)
        g_ptr_array_add (items, item);
    }
  return items;
}

static gboolean
are_loaded (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (rea_conversation_item_get_id (g_ptr_array_index (items, i)) == 0)
      return FALSE;
  return TRUE;
}

static void
settle (ReaService *service, ReaConversationList *list)
{
  live_settle (service);
  LIVE_WAIT_FOR (list->asking == NULL && !list->is_outdated && !is_loading (list));
  live_settle (service);
}

static void
refresh (ReaService *service, ReaConversationList *list)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (live_check (service, &error));
  settle (service, list);
}

/* What the store lists, by one page. */
static ReaPage *
list_at (Live *live, const ReaFilter *filter, ReaSort sort, guint position, guint n)
{
  g_autoptr (ReaFilter) all = rea_filter_new ();
  g_autoptr (GError) error = NULL;
  ReaPage *page;

  page = rea_session_list_conversations (live->other, live->campaign, filter != NULL ? filter : all,
                                         sort, NULL, position, n, NULL, &error);
  g_assert_no_error (error);
  return page;
}

static void
assert_rows (Live *live, const ReaFilter *filter, ReaSort sort, GPtrArray *items)
{
  guint    first = rea_conversation_item_get_position (g_ptr_array_index (items, 0));
  ReaPage *page = list_at (live, filter, sort, first, items->len);

  g_assert_cmpuint (page->conversations->len, ==, items->len);
  for (guint i = 0; i < items->len; i++)
    {
      const ReaConversation *expected = g_ptr_array_index (page->conversations, i);
      ReaConversationItem   *item = g_ptr_array_index (items, i);

      g_assert_cmpuint (rea_conversation_item_get_position (item), ==, first + i);
      g_assert_cmpint (rea_conversation_item_get_id (item), ==, expected->id);
    }
  rea_page_free (page);
}

static void
note_cb (ReaConversationItem *item, GParamSpec *pspec, GPtrArray *notes)
{
  g_ptr_array_add (notes, g_strdup_printf ("%" G_GINT64_FORMAT ".%s",
                                           rea_conversation_item_get_id (item), pspec->name));
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static void
assert_notes (GPtrArray *notes, const char *expected)
{
  g_autofree char *text = NULL;

  g_ptr_array_sort (notes, compare_lines);
  g_ptr_array_add (notes, NULL);
  text = g_strjoinv (" ", (char **) notes->pdata);
  g_ptr_array_set_size (notes, 0);
  g_assert_cmpstr (text, ==, expected);
}

static void
watch (GPtrArray *items, GPtrArray *notes)
{
  for (guint i = 0; i < items->len; i++)
    g_signal_connect (g_ptr_array_index (items, i), "notify", G_CALLBACK (note_cb), notes);
}

static void
assert_event (LiveCounter *counter, guint i, guint position, guint removed, guint added)
{
  const LiveEvent *event = &g_array_index (counter->events, LiveEvent, i);

  g_assert_cmpuint (i, <, counter->events->len);
  g_assert_cmpuint (event->position, ==, position);
  g_assert_cmpuint (event->removed, ==, removed);
  g_assert_cmpuint (event->added, ==, added);
}

static void
test_content (void)
{
  g_autoptr (Live) live = live_new (450, senders);
  ReaService          *service;
  ReaConversationList *list;
  g_autoptr (LiveCounter) counter = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (ReaUser) user = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *phone = NULL;
  g_autofree char *status_text = NULL;
  g_autofree char *sender = NULL;
  g_autofree char *last_text = NULL;
  gboolean         online, loaded;
  gint64           id, waiting_since, last_message_at;
  int              status;

  user = rea_session_set_user (live->other, "ann@example.org", "Ann", "Lee", NULL, &error);
  g_assert_no_error (error);
  live_receive (live, 1, "Hello?");
  live_give (live, 1, "ann@example.org");
  live_heartbeat (live, "ann@example.org", FALSE);

  service = live_open (live);
  live_use_clock (service);
  list = rea_conversation_list_new (service, live->campaign);
  counter = live_counter_new (G_LIST_MODEL (list));
  g_assert_cmpuint (get_length (list), ==, 0);
  LIVE_WAIT_FOR (!is_loading (list));
  g_assert_cmpuint (get_length (list), ==, 450);
  g_assert_cmpuint (counter->n_signals, ==, 1);
  assert_event (counter, 0, 0, 0, 450);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 450));

  /* The first page came with the number; of another one come placeholders first. */
  items = look_at (list, 0, 3);
  g_assert_true (are_loaded (items));
  settle (service, list);
  g_object_get (g_ptr_array_index (items, 0), "id", &id, "name", &name, "phone", &phone, "status",
                &status, "status-text", &status_text, "sender", &sender, "sender-online", &online,
                "last-text", &last_text, "last-message-at", &last_message_at, "waiting-since",
                &waiting_since, "loaded", &loaded, NULL);
  g_assert_cmpint (id, ==, 1);
  g_assert_cmpstr (name, ==, "First0 Last0000000");
  g_assert_cmpstr (phone, ==, "+12020000000");
  g_assert_cmpint (status, ==, REA_STATUS_NEEDS_REPLY);
  g_assert_cmpstr (status_text, ==, "Needs Reply");
  g_assert_cmpstr (sender, ==, "Ann Lee");
  g_assert_true (online);
  g_assert_cmpstr (last_text, ==, "Hello?");
  g_assert_cmpint (last_message_at, ==, live_now ());
  g_assert_cmpint (waiting_since, ==, live_now ());
  g_assert_true (loaded);

  later = look_at (list, 440, 20);
  g_assert_cmpuint (later->len, ==, 10);
  g_assert_false (are_loaded (later));
  g_object_get (g_ptr_array_index (later, 0), "id", &id, "status", &status, "loaded", &loaded,
                NULL);
  g_assert_cmpint (id, ==, 0);
  g_assert_cmpint (status, ==, REA_STATUS_ANY);
  g_assert_false (loaded);
  LIVE_WAIT_FOR (are_loaded (later));
  assert_rows (live, NULL, REA_SORT_ID, later);

  /* One row, one item. */
  {
    g_autoptr (ReaConversationItem) again = g_list_model_get_item (G_LIST_MODEL (list), 440);

    g_assert_true (again == g_ptr_array_index (later, 0));
  }

  g_object_unref (list);
  live_close (service);
}

static void
found_cb (ReaConversationList *list, gint64 conversation, guint position, gpointer user_data)
{
  GString *found = user_data;

  g_string_append_printf (found, "%d at %u;", (int) conversation, position);
}

/* What is read is found at once, the rest page by page; what is not listed is not found,
 * and the list comes to rest.
 */
static void
test_seek (void)
{
  g_autoptr (Live) live = live_new (900, senders);
  ReaService          *service = live_open (live);
  ReaConversationList *list = open_list (service, live->campaign);
  g_autoptr (GString) found = g_string_new (NULL);
  guint position = 0;

  g_signal_connect (list, "found", G_CALLBACK (found_cb), found);
  settle (service, list);
  g_assert_true (rea_conversation_list_find (list, 7, &position));
  g_assert_cmpuint (position, ==, 6);
  g_assert_false (rea_conversation_list_find (list, 707, &position));

  rea_conversation_list_seek (list, 150);
  g_assert_cmpstr (found->str, ==, "150 at 149;");
  g_assert_cmpint (list->sought, ==, 0);

  rea_conversation_list_seek (list, 707);
  g_assert_cmpstr (found->str, ==, "150 at 149;");
  LIVE_WAIT_FOR (list->sought == 0);
  g_assert_cmpstr (found->str, ==, "150 at 149;707 at 706;");
  g_assert_true (rea_conversation_list_find (list, 707, &position));

  rea_conversation_list_seek (list, 4711);
  LIVE_WAIT_FOR (list->sought == 0);
  settle (service, list);
  g_assert_null (list->asking);

  /* Another list is another search. */
  rea_conversation_list_seek (list, 4711);
  rea_conversation_list_set_sort (list, REA_SORT_WAITING);
  g_assert_cmpint (list->sought, ==, 0);
  LIVE_WAIT_FOR (!is_loading (list));
  g_assert_cmpstr (found->str, ==, "150 at 149;707 at 706;");

  g_object_unref (list);
  live_close (service);
}

static void
assert_draft (ReaConversationItem *item, const char *expected)
{
  g_autofree char *draft = NULL;

  g_object_get (item, "draft", &draft, NULL);
  g_assert_cmpstr (draft, ==, expected);
}

/* The acting user's own; what the list is told of it goes before what it has read, and
 * costs no question.
 */
static void
test_drafts (void)
{
  g_autoptr (Live) live = live_new (450, senders);
  ReaService          *service;
  ReaConversationList *list;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;

  rea_session_save_draft (live->other, live->campaign, 1, "Half a", &error);
  g_assert_no_error (error);
  service = live_open (live);
  list = open_list (service, live->campaign);
  items = look_at (list, 0, 3);
  settle (service, list);
  assert_draft (g_ptr_array_index (items, 0), "Half a");
  assert_draft (g_ptr_array_index (items, 1), NULL);

  rea_conversation_list_set_draft (list, 1, "Half a sentence");
  rea_conversation_list_set_draft (list, 3, "Another");
  rea_conversation_list_set_draft (list, 450, "Far away");
  g_assert_null (list->asking);
  assert_draft (g_ptr_array_index (items, 0), "Half a sentence");
  assert_draft (g_ptr_array_index (items, 2), "Another");

  live_receive (live, 2, "Hello?");
  refresh (service, list);
  assert_draft (g_ptr_array_index (items, 0), "Half a sentence");
  rea_conversation_list_set_draft (list, 1, "");
  assert_draft (g_ptr_array_index (items, 0), NULL);

  again = look_at (list, 449, 1);
  LIVE_WAIT_FOR (are_loaded (again));
  assert_draft (g_ptr_array_index (again, 0), "Far away");

  g_object_unref (list);
  live_close (service);
}

static void
test_only_what_changed_notifies (void)
{
  g_autoptr (Live) live = live_new (600, senders);
  ReaService          *service = live_open (live);
  ReaConversationList *list;
  g_autoptr (LiveCounter) counter = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);

  live_use_clock (service);
  list = open_list (service, live->campaign);
  items = look_at (list, 180, 50);
  LIVE_WAIT_FOR (are_loaded (items));
  settle (service, list);
  counter = live_counter_new (G_LIST_MODEL (list));
  watch (items, notes);

  refresh (service, list);
  assert_notes (notes, "");

  live_receive (live, 200, "Hello?");
  live_receive (live, 500, "Hello?");
  refresh (service, list);
  assert_notes (notes, "200.last-message-at 200.last-text 200.status 200.status-text "
                       "200.waiting-since");

  live_give (live, 1, "bo@example.org");
  refresh (service, list);
  assert_notes (notes, "200.sender");

  live_heartbeat (live, "bo@example.org", FALSE);
  refresh (service, list);
  assert_notes (notes, "200.sender-online");

  g_assert_cmpuint (counter->n_signals, ==, 0);
  g_object_unref (list);
  live_close (service);
}

/* Of a filtered list rows come and go, and the others keep their items. */
static void
test_rows_come_and_go (void)
{
  g_autoptr (Live) live = live_new (2000, senders);
  ReaService *service = live_open (live);
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (LiveCounter) counter = NULL;
  g_autoptr (GPtrArray) items = NULL;
  ReaConversationList *list;

  filter->holder = REA_HOLDER_NOBODY;
  filter->status = REA_STATUS_NOT_STARTED;
  list = open_list (service, live->campaign);
  counter = live_counter_new (G_LIST_MODEL (list));
  rea_conversation_list_set_filter (list, filter);
  g_assert_true (is_loading (list));
  g_assert_cmpuint (get_length (list), ==, 2000);
  LIVE_WAIT_FOR (!is_loading (list));
  g_assert_cmpuint (counter->n_signals, ==, 0);

  items = look_at (list, 1300, 30);
  LIVE_WAIT_FOR (are_loaded (items));
  g_ptr_array_unref (items);
  items = look_at (list, 400, 30);
  LIVE_WAIT_FOR (are_loaded (items));

  /* The row 405 leaves. */
  live_receive (live, 406, "Hello?");
  refresh (service, list);
  g_assert_cmpuint (counter->n_signals, ==, 1);
  assert_event (counter, 0, 405, 1, 0);
  g_ptr_array_remove_index (items, 5);
  assert_rows (live, filter, REA_SORT_ID, items);

  /* Rows above those in sight leave: these keep their items, at other places. */
  live_give (live, 301, "ann@example.org");
  refresh (service, list);
  g_assert_cmpuint (get_length (list), ==, 1699);
  g_assert_cmpuint (counter->n_signals, ==, 2);
  assert_event (counter, 1, 100, 300, 0);
  g_assert_cmpuint (rea_conversation_item_get_position (g_ptr_array_index (items, 0)), ==, 100);
  assert_rows (live, filter, REA_SORT_ID, items);

  /* Where pages began before is forgotten. */
  {
    g_autoptr (GPtrArray) elsewhere = look_at (list, 1410, 30);

    LIVE_WAIT_FOR (are_loaded (elsewhere));
    assert_rows (live, filter, REA_SORT_ID, elsewhere);
  }

  /* Rows behind them leave: nothing but the number changes. */
  live_receive (live, 1900, "Hello?");
  refresh (service, list);
  g_assert_cmpuint (counter->n_signals, ==, 3);
  assert_event (counter, 2, 1698, 1, 0);
  assert_rows (live, filter, REA_SORT_ID, items);

  g_object_unref (list);
  live_close (service);
}

/* Who scrolls while the list is read again sees what was known of the rows, and then
 * what is true.
 */
static void
test_scroll_during_a_refresh (void)
{
  g_autoptr (Live) live = live_new (1000, senders);
  ReaService          *service = live_open (live);
  ReaConversationList *list = open_list (service, live->campaign);
  g_autoptr (GPtrArray) first = look_at (list, 500, 10);
  g_autoptr (GPtrArray) second = NULL;
  ReaConversationItem *item;
  LiveGate            *gate;

  LIVE_WAIT_FOR (are_loaded (first));
  settle (service, list);
  live_receive (live, 502, "Hello?");
  g_ptr_array_set_size (first, 0);

  rea_service_check_async (service, NULL, NULL, NULL);
  gate = live_gate_new (service, REA_LANE_READ);
  LIVE_WAIT_FOR (list->asking != NULL);
  second = look_at (list, 500, 10);
  item = g_ptr_array_index (second, 1);
  g_assert_cmpint (rea_conversation_item_get_conversation (item)->status, ==,
                   REA_STATUS_NOT_STARTED);

  live_gate_open (gate);
  settle (service, list);
  g_assert_cmpint (rea_conversation_item_get_id (item), ==, 502);
  g_assert_cmpint (rea_conversation_item_get_conversation (item)->status, ==,
                   REA_STATUS_NEEDS_REPLY);

  g_object_unref (list);
  live_close (service);
}

/* The ids of a campaign are one after the other only while no other one is filled. */
static void
test_ids_with_a_gap (void)
{
  g_autoptr (Live) live = live_new (500, senders);
  ReaService          *service = live_open (live);
  ReaConversationList *list = open_list (service, live->campaign);
  g_autoptr (GPtrArray) before = look_at (list, 450, 30);
  g_autoptr (GPtrArray) after = NULL;
  gint64 other = live_add_campaign (live, "Autumn");

  LIVE_WAIT_FOR (are_loaded (before));
  assert_rows (live, NULL, REA_SORT_ID, before);

  live_add_contacts (live, other, 70);
  live_add_contacts (live, live->campaign, 500);
  refresh (service, list);
  g_assert_cmpuint (get_length (list), ==, 1000);
  after = look_at (list, 850, 30);
  LIVE_WAIT_FOR (are_loaded (after));
  assert_rows (live, NULL, REA_SORT_ID, after);
  g_assert_cmpint (rea_conversation_item_get_id (g_ptr_array_index (after, 0)), ==, 921);

  g_object_unref (list);
  live_close (service);
}

static void
test_contacts_are_added (void)
{
  g_autoptr (Live) live = live_new (300, senders);
  ReaService          *service = live_open (live);
  ReaConversationList *list = open_list (service, live->campaign);
  g_autoptr (LiveCounter) counter = live_counter_new (G_LIST_MODEL (list));
  g_autoptr (GPtrArray) items = look_at (list, 250, 50);
  g_autoptr (GPtrArray) by_name = NULL;
  guint n_items;

  LIVE_WAIT_FOR (are_loaded (items));
  live_add_contacts (live, live->campaign, 200);
  refresh (service, list);
  g_assert_cmpuint (counter->n_signals, ==, 1);
  assert_event (counter, 0, 300, 0, 200);
  assert_rows (live, NULL, REA_SORT_ID, items);
  g_object_get (list, "n-items", &n_items, NULL);
  g_assert_cmpuint (n_items, ==, 500);

  /* By name they stand anywhere among the others. */
  rea_conversation_list_set_sort (list, REA_SORT_NAME);
  g_assert_cmpint (rea_conversation_list_get_sort (list), ==, REA_SORT_NAME);
  LIVE_WAIT_FOR (!is_loading (list));
  by_name = look_at (list, 200, 100);
  LIVE_WAIT_FOR (are_loaded (by_name));
  assert_rows (live, NULL, REA_SORT_NAME, by_name);
  live_add_contacts (live, live->campaign, 100);
  refresh (service, list);
  settle (service, list);
  g_assert_cmpuint (get_length (list), ==, 600);
  for (guint i = 0; i < by_name->len; i++)
    {
      ReaConversationItem   *item = g_ptr_array_index (by_name, i);
      guint                  position = rea_conversation_item_get_position (item);
      ReaPage               *page = list_at (live, NULL, REA_SORT_NAME, position, 1);
      const ReaConversation *there = g_ptr_array_index (page->conversations, 0);

      g_assert_cmpint (there->id, ==, rea_conversation_item_get_id (item));
      rea_page_free (page);
    }

  g_object_unref (list);
  live_close (service);
}

/* Who goes to the beginning now already sees what is there, in rows that there are. */
static void
turning_cb (ReaConversationList *list, GArray *numbers)
{
  g_autoptr (ReaConversationItem) first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  guint n = get_length (list);

  g_assert_cmpint (rea_conversation_item_get_id (first), !=, 0);
  g_array_append_val (numbers, n);
}

/* Another order, or filter: the rows stay and become other conversations. */
static void
test_rows_turn (void)
{
  g_autoptr (Live) live = live_new (1000, senders);
  ReaService          *service = live_open (live);
  ReaConversationList *list = open_list (service, live->campaign);
  g_autoptr (LiveCounter) counter = live_counter_new (G_LIST_MODEL (list));
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (GPtrArray) top = look_at (list, 0, 20);
  g_autoptr (GPtrArray) below = look_at (list, 450, 20);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  LIVE_WAIT_FOR (are_loaded (top) && are_loaded (below));
  g_signal_connect (list, "turning", G_CALLBACK (turning_cb), numbers);
  rea_conversation_list_set_sort (list, REA_SORT_NAME);
  LIVE_WAIT_FOR (!is_loading (list));
  LIVE_WAIT_FOR (are_loaded (below));
  g_assert_cmpuint (counter->n_signals, ==, 0);
  assert_rows (live, NULL, REA_SORT_NAME, top);
  assert_rows (live, NULL, REA_SORT_NAME, below);

  /* Of fewer rows the first stay. */
  rea_filter_set_search (filter, "First12");
  rea_conversation_list_set_filter (list, filter);
  LIVE_WAIT_FOR (!is_loading (list));
  g_assert_cmpuint (counter->n_signals, ==, 1);
  assert_event (counter, 0, 11, 989, 0);
  g_ptr_array_set_size (top, 11);
  assert_rows (live, filter, REA_SORT_NAME, top);

  /* And more come behind them. */
  rea_conversation_list_set_filter (list, NULL);
  LIVE_WAIT_FOR (!is_loading (list));
  g_assert_cmpuint (counter->n_signals, ==, 2);
  assert_event (counter, 1, 11, 0, 989);
  assert_rows (live, NULL, REA_SORT_NAME, top);

  /* Each time before the number of rows was another. */
  g_assert_cmpuint (numbers->len, ==, 3);
  g_assert_cmpuint (g_array_index (numbers, guint, 0), ==, 1000);
  g_assert_cmpuint (g_array_index (numbers, guint, 1), ==, 1000);
  g_assert_cmpuint (g_array_index (numbers, guint, 2), ==, 11);

  g_object_unref (list);
  live_close (service);
}

/* Fast typing: of all filters only the last one is ever shown. */
static void
test_outdated_answers_are_dropped (void)
{
  g_autoptr (Live) live = live_new (1000, senders);
  ReaService          *service = live_open (live);
  ReaConversationList *list = open_list (service, live->campaign);
  g_autoptr (LiveCounter) counter = live_counter_new (G_LIST_MODEL (list));
  g_autoptr (GPtrArray) items = NULL;
  LiveGate *gate;

  gate = live_gate_new (service, REA_LANE_READ);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (ReaFilter) filter = rea_filter_new ();
      g_autofree char *search = g_strdup_printf ("First%u", i + 100);

      rea_filter_set_search (filter, search);
      rea_conversation_list_set_filter (list, filter);
      g_assert_true (rea_filter_equal (rea_conversation_list_get_filter (list), filter));
    }
  live_gate_open (gate);
  LIVE_WAIT_FOR (!is_loading (list));
  g_assert_cmpuint (counter->n_signals, ==, 1);
  assert_event (counter, 0, 1, 999, 0);
  items = look_at (list, 0, 1);
  g_assert_cmpint (rea_conversation_item_get_id (g_ptr_array_index (items, 0)), ==, 120);

  /* The same filter again asks nothing. */
  {
    g_autoptr (ReaFilter) same = rea_filter_copy (rea_conversation_list_get_filter (list));

    rea_conversation_list_set_filter (list, same);
    g_assert_false (is_loading (list));
  }
  rea_conversation_list_set_filter (list, NULL);
  LIVE_WAIT_FOR (!is_loading (list));
  g_assert_cmpuint (get_length (list), ==, 1000);

  g_object_unref (list);
  live_close (service);
}

static guint
count_items (GPtrArray *views)
{
  guint n = 0;

  for (guint i = 0; i < views->len; i++)
    n += ((GPtrArray *) g_ptr_array_index (views, i))->len;
  return n;
}

/* A jump anywhere, and a scroll through everything, with few items at a time. */
static void
test_a_long_list (void)
{
  g_autoptr (Live) live = live_new (100000, senders);
  ReaService          *service = live_open (live);
  ReaConversationList *list = open_list (service, live->campaign);
  const ReaSort        sorts[] = { REA_SORT_ID, REA_SORT_NAME, REA_SORT_WAITING };

  g_assert_cmpuint (get_length (list), ==, 100000);
  for (guint s = 0; s < G_N_ELEMENTS (sorts); s++)
    {
      const guint places[] = { 73123, 99970, 12, 50000, 49990, 3999, 73100 };

      rea_conversation_list_set_sort (list, sorts[s]);
      LIVE_WAIT_FOR (!is_loading (list));
      if (sorts[s] == REA_SORT_NAME)
        {
          guint begins;

          settle (service, list);
          rea_page_cache_find_token (list->cache, 483, &begins);
          g_assert_cmpuint (begins, ==, 450);
          rea_page_cache_find_token (list->cache, 99, &begins);
          g_assert_cmpuint (begins, ==, 50);
        }

      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        {
          g_autoptr (GPtrArray) items = look_at (list, places[i], 30);

          LIVE_WAIT_FOR (are_loaded (items));
          assert_rows (live, NULL, sorts[s], items);
        }
    }

  rea_conversation_list_set_sort (list, REA_SORT_ID);
  LIVE_WAIT_FOR (!is_loading (list));
  for (guint position = 0; position < 100000; position += 1000)
    {
      g_autoptr (GPtrArray) items = look_at (list, position, 30);

      LIVE_WAIT_FOR (are_loaded (items));
      g_assert_cmpuint (rea_live_rows_get_n_rows (list->rows), ==, 30);
    }
  g_assert_cmpuint (rea_live_rows_get_n_rows (list->rows), ==, 0);

  /* Scrolling fast asks only for what is looked at in the end. */
  {
    LiveGate *gate = live_gate_new (service, REA_LANE_READ);
    g_autoptr (GPtrArray) items = NULL;

    for (guint position = 500; position < 100000; position += 250)
      {
        g_clear_pointer (&items, g_ptr_array_unref);
        items = look_at (list, position, 30);
      }
    live_gate_open (gate);
    LIVE_WAIT_FOR (are_loaded (items));
    settle (service, list);
    g_assert_true (g_queue_is_empty (&list->wanted));
    assert_rows (live, NULL, REA_SORT_ID, items);
  }

  g_object_unref (list);
  live_close (service);
}

/* Items that are held by somebody are many more than pages are kept. */
static void
test_many_held_rows (void)
{
  g_autoptr (Live) live = live_new (8000, senders);
  ReaService          *service = live_open (live);
  ReaConversationList *list = open_list (service, live->campaign);
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *items = look_at (list, 0, 8000);

  g_ptr_array_add (views, items);
  LIVE_WAIT_FOR (are_loaded (items));
  settle (service, list);
  g_assert_cmpuint (count_items (views), ==, 8000);
  watch (items, notes);

  live_receive (live, 1, "Hello?");
  live_receive (live, 7999, "Hello?");
  refresh (service, list);
  assert_notes (notes, "1.last-message-at 1.last-text 1.status 1.status-text 1.waiting-since "
                       "7999.last-message-at 7999.last-text 7999.status 7999.status-text "
                       "7999.waiting-since");
  g_assert_true (g_queue_is_empty (&list->wanted));
  g_assert_null (list->asking);

  g_ptr_array_set_size (views, 0);
  g_object_unref (list);
  live_close (service);
}

static gint64
slow_clock (void)
{
  g_usleep (40 * 1000);
  return live_now ();
}

static gpointer
slow_clock_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  rea_session_set_clock (session, slow_clock);
  return NULL;
}

/* Where counting takes long, changes that come thick and fast leave time to read. */
static void
test_rests_after_a_long_count (void)
{
  g_autoptr (Live) live = live_new (1000, senders);
  ReaService          *service = live_open (live);
  ReaConversationList *list = open_list (service, live->campaign);
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;

  filter->status = REA_STATUS_NOT_STARTED;
  rea_conversation_list_set_filter (list, filter);
  settle (service, list);
  live_call (service, REA_LANE_READ, slow_clock_call, NULL, &error);

  live_receive (live, 1, "Hello?");
  g_assert_true (live_check (service, &error));
  LIVE_WAIT_FOR (get_length (list) == 999);

  live_receive (live, 2, "Hello?");
  g_assert_true (live_check (service, &error));
  g_assert_null (list->asking);
  g_assert_true (list->is_outdated);

  /* What is looked at meanwhile is read at once. */
  items = look_at (list, 500, 10);
  g_assert_nonnull (list->asking);
  LIVE_WAIT_FOR (are_loaded (items));
  LIVE_WAIT_FOR (get_length (list) == 998);

  g_object_unref (list);
  live_close (service);
}

static void
test_time_changes_what_is_listed (void)
{
  g_autoptr (Live) live = live_new (20, senders);
  ReaService          *service = live_open (live);
  ReaConversationList *list = open_list (service, live->campaign);
  g_autoptr (ReaFilter) filter = rea_filter_new ();

  live_use_clock (service);
  live_receive (live, 7, "Hello?");
  filter->waiting_minutes = 30;
  rea_conversation_list_set_filter (list, filter);
  LIVE_WAIT_FOR (!is_loading (list));
  g_assert_cmpuint (get_length (list), ==, 0);

  live_set_time (live_now () + 30 * 60);
  rea_service_emit_presence (service);
  settle (service, list);
  g_assert_cmpuint (get_length (list), ==, 1);

  g_object_unref (list);
  live_close (service);
}

static void
test_error_and_recovery (void)
{
  g_autoptr (Live) live = live_new (500, senders);
  g_autofree char *elsewhere = g_strconcat (live->path, ".away", NULL);
  g_autofree char *message = NULL;
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (GPtrArray) items = NULL;
  ReaService          *service = live_open (live);
  ReaConversationList *list = open_list (service, live->campaign);
  const char *const    stranger[] = { "dee@example.org", NULL };

  /* Rows stay while they cannot be read again, and the service says why; what is new
   * stays a placeholder.
   */
  g_assert_cmpint (g_rename (live->path, elsewhere), ==, 0);
  items = look_at (list, 395, 10);
  LIVE_WAIT_FOR (rea_service_get_trouble (service) != NULL);
  live_run_for (50);
  g_object_get (list, "error", &message, NULL);
  g_assert_null (message);
  g_assert_cmpuint (get_length (list), ==, 500);
  g_assert_false (are_loaded (items));

  g_assert_cmpint (g_rename (elsewhere, live->path), ==, 0);
  refresh (service, list);
  LIVE_WAIT_FOR (are_loaded (items));
  assert_rows (live, NULL, REA_SORT_ID, items);
  g_clear_pointer (&message, g_free);
  g_object_get (list, "error", &message, NULL);
  g_assert_null (message);

  /* What cannot be listed shows nothing, and why. */
  rea_filter_set_senders (filter, stranger);
  rea_conversation_list_set_filter (list, filter);
  LIVE_WAIT_FOR (!is_loading (list));
  g_assert_cmpuint (get_length (list), ==, 0);
  g_object_get (list, "error", &message, NULL);
  g_assert_nonnull (message);
  g_assert_null (rea_service_get_trouble (service));

  rea_conversation_list_set_filter (list, NULL);
  LIVE_WAIT_FOR (!is_loading (list));
  g_assert_cmpuint (get_length (list), ==, 500);

  g_object_unref (list);
  live_close (service);
}

static void
test_dropped_while_asking (void)
{
  g_autoptr (Live) live = live_new (20, senders);
  ReaService          *service = live_open (live);
  LiveGate            *gate = live_gate_new (service, REA_LANE_READ);
  ReaConversationList *list = rea_conversation_list_new (service, live->campaign);
  gpointer             gone = list;

  g_object_add_weak_pointer (G_OBJECT (list), &gone);
  g_object_unref (list);
  g_assert_null (gone);
  live_gate_open (gate);
  live_settle (service);
  live_close (service);
}

/* Whatever happens to the conversations: once it is quiet every row that is held
 * stands where the store lists it, the number is right, and no item ever was of
 * two conversations.
 */
typedef struct
{
  ReaConversationItem *item;
  gint64               id;
} Held;

static void
held_free (gpointer data)
{
  Held *held = data;

  g_object_unref (held->item);
  g_free (held);
}

static void
change_something (Live *live, guint n_contacts)
{
  gint64 id = g_test_rand_int_range (1, n_contacts + 1);
  g_autoptr (GError) error = NULL;

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      live_receive (live, id, "Hello?");
      break;

    case 1:
      {
        g_autoptr (ReaConversation) after =
            rea_session_close_conversation (live->other, live->campaign, id, &error);

        g_assert_no_error (error);
        g_assert_cmpint (after->status, ==, REA_STATUS_CLOSED);
        break;
      }

    case 2:
      {
        g_autoptr (ReaRequest) request = rea_request_new ();
        g_autoptr (ReaResult) result = NULL;

        request->to = g_test_rand_int_range (0, 2) == 0 ? REA_TO_UNASSIGNED : REA_TO_OTHERS;
        request->number = g_test_rand_int_range (1, 60);
        result =
            rea_session_reassign (live->other, live->campaign, request, NULL, -1, NULL, &error);
        if (result == NULL)
          g_assert_error (error, REA_ERROR, REA_ERROR_TOO_FEW);
        break;
      }

    default:
      live_set_time (live_now () + g_test_rand_int_range (1, 300));
    }
}

/* What was held under the filter before has become something else. */
static void
turned_cb (ReaConversationList *list, GParamSpec *pspec, gpointer user_data)
{
  GPtrArray *held = user_data;

  for (guint i = 0; i < held->len; i++)
    ((Held *) g_ptr_array_index (held, i))->id = 0;
}

static void
test_random (void)
{
  const guint n_contacts = 700;
  g_autoptr (Live) live = live_new (n_contacts, senders);
  ReaService          *service = live_open (live);
  ReaConversationList *list = open_list (service, live->campaign);
  g_autoptr (LiveCounter) counter = live_counter_new (G_LIST_MODEL (list));
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (held_free);

  g_signal_connect (list, "notify::loading", G_CALLBACK (turned_cb), held);
  live_use_clock (service);
  for (guint round = 0; round < 150; round++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      g_autoptr (GError) error = NULL;

      if (g_test_rand_int_range (0, 8) == 0)
        {
          g_autoptr (ReaFilter) filter = rea_filter_new ();

          filter->holder = g_test_rand_int_range (0, 2) == 0 ? REA_HOLDER_ANY : REA_HOLDER_NOBODY;
          filter->status = g_test_rand_int_range (-1, 2);
          rea_conversation_list_set_filter (list, filter);
          rea_conversation_list_set_sort (list, g_test_rand_int_range (0, 3));
          g_ptr_array_set_size (held, 0);
        }

      /* A view that moves, while things change. */
      for (guint step = 0; step < 4; step++)
        {
          if (held->len > 0 && g_test_rand_int_range (0, 3) == 0)
            g_ptr_array_remove_range (held, 0, g_test_rand_int_range (0, held->len));
          if (get_length (list) > 0)
            {
              guint from = g_test_rand_int_range (0, get_length (list));

              for (guint i = from; i < from + 20; i++)
                {
                  ReaConversationItem *item = g_list_model_get_item (G_LIST_MODEL (list), i);
                  Held                *one;

                  if (item == NULL)
                    break;
                  one = g_new0 (Held, 1);
                  one->item = item;
                  g_ptr_array_add (held, one);
                }
            }

          for (guint n = g_test_rand_int_range (0, 4); n > 0; n--)
            change_something (live, n_contacts);
          if (g_test_rand_int_range (0, 2) == 0)
            rea_service_check_async (service, NULL, NULL, NULL);
          if (g_test_rand_int_range (0, 2) == 0)
            g_main_context_iteration (NULL, FALSE);
          for (guint i = 0; i < held->len; i++)
            {
              Held  *one = g_ptr_array_index (held, i);
              gint64 id = rea_conversation_item_get_id (one->item);

              g_assert_true (one->id == 0 || one->id == id);
              one->id = id;
            }
        }

      g_assert_true (live_check (service, &error));
      rea_service_emit_presence (service);
      settle (service, list);

      {
        ReaPage *page = list_at (live, rea_conversation_list_get_filter (list),
                                 rea_conversation_list_get_sort (list), 0, n_contacts);

        g_assert_cmpuint (page->conversations->len, ==, get_length (list));
        g_assert_cmpuint (counter->length, ==, get_length (list));
        for (guint i = 0; i < held->len; i++)
          {
            Held                  *one = g_ptr_array_index (held, i);
            guint                  position = rea_conversation_item_get_position (one->item);
            const ReaConversation *there;

            /* One that has left the list may be held as long as one likes. */
            if (rea_live_rows_lookup (list->rows, position) != one->item)
              continue;

            there = g_ptr_array_index (page->conversations, position);
            g_assert_cmpint (rea_conversation_item_get_id (one->item), ==, there->id);
            g_assert_cmpint (rea_conversation_item_get_conversation (one->item)->status, ==,
                             there->status);
            g_assert_cmpint (rea_conversation_item_get_conversation (one->item)->holder, ==,
                             there->holder);
            g_hash_table_add (seen, one->item);
          }
        rea_page_free (page);
      }
      g_assert_cmpuint (g_hash_table_size (seen), ==, rea_live_rows_get_n_rows (list->rows));
    }

  g_ptr_array_set_size (held, 0);
  g_object_unref (list);
  live_close (service);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/conversation-list/content", test_content);
  g_test_add_func ("/conversation-list/drafts", test_drafts);
  g_test_add_func ("/conversation-list/seek", test_seek);
  g_test_add_func ("/conversation-list/only-what-changed-notifies",
                   test_only_what_changed_notifies);
  g_test_add_func ("/conversation-list/rows-come-and-go", test_rows_come_and_go);
  g_test_add_func ("/conversation-list/scroll-during-a-refresh", test_scroll_during_a_refresh);
  g_test_add_func ("/conversation-list/ids-with-a-gap", test_ids_with_a_gap);
  g_test_add_func ("/conversation-list/contacts-are-added", test_contacts_are_added);
  g_test_add_func ("/conversation-list/rows-turn", test_rows_turn);
  g_test_add_func ("/conversation-list/outdated-answers-are-dropped",
                   test_outdated_answers_are_dropped);
  g_test_add_func ("/conversation-list/a-long-list", test_a_long_list);
  g_test_add_func ("/conversation-list/many-held-rows", test_many_held_rows);
  g_test_add_func ("/conversation-list/rests-after-a-long-count", test_rests_after_a_long_count);
  g_test_add_func ("/conversation-list/time-changes-what-is-listed",
                   test_time_changes_what_is_listed);
  g_test_add_func ("/conversation-list/error-and-recovery", test_error_and_recovery);
  g_test_add_func ("/conversation-list/dropped-while-asking", test_dropped_while_asking);
  g_test_add_func ("/conversation-list/random", test_random);

  return g_test_run ();
}
