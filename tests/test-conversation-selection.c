/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-conversation-selection.h"

#include "live.h"
#include "rea-conversation-list-private.h"
#include "rea-conversation-selection-private.h"
#include "rea-rounds.h"

static const char *const senders[] = { "ann@example.org", "bo@example.org", NULL };

/* What a table knows of the first rows: it asks again only for those of which the
 * model says that they changed.
 */
#define IN_SIGHT 40

typedef struct
{
  ReaService               *service;
  ReaConversationList      *list;
  ReaConversationSelection *ticks;
  GtkSelectionModel        *model;
  GPtrArray                *items;
  GArray                   *ticked;
} Table;

static gboolean
is_quiet (Table *self)
{
  return self->list->asking == NULL && !self->list->is_outdated && !self->list->is_replacing &&
         self->ticks->naming == NULL && self->ticks->counting == NULL;
}

static void
settle (Table *self)
{
  LIVE_WAIT_FOR (is_quiet (self));
  live_settle (self->service);
  LIVE_WAIT_FOR (is_quiet (self));
}

static void
look_at (Table *self, guint i)
{
  gboolean is_selected = gtk_selection_model_is_selected (self->model, i);

  g_ptr_array_insert (self->items, i, g_list_model_get_item (G_LIST_MODEL (self->model), i));
  g_array_insert_val (self->ticked, i, is_selected);
}

static void
items_changed_cb (Table *self, guint position, guint removed, guint added)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  if (position < self->items->len)
    {
      removed = MIN (removed, self->items->len - position);
      g_ptr_array_remove_range (self->items, position, removed);
      g_array_remove_range (self->ticked, position, removed);
      for (guint i = 0; i < MIN (added, IN_SIGHT - MIN (position, IN_SIGHT)); i++)
        look_at (self, position + i);
    }

  g_ptr_array_set_size (self->items, MIN (self->items->len, IN_SIGHT));
  g_array_set_size (self->ticked, self->items->len);
  while (self->items->len < MIN (n, IN_SIGHT))
    look_at (self, self->items->len);
}

static void
selection_changed_cb (Table *self, guint position, guint n)
{
  for (guint i = position; i < self->items->len && i - position < n; i++)
    g_array_index (self->ticked, gboolean, i) = gtk_selection_model_is_selected (self->model, i);
}

static Table *
table_new (Live *live)
{
  Table *self = g_new0 (Table, 1);

  self->service = live_open (live);
  self->list = rea_conversation_list_new (self->service, live->campaign);
  self->ticks = rea_conversation_selection_new (self->list);
  self->model = GTK_SELECTION_MODEL (self->ticks);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->ticked = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_signal_connect_swapped (self->model, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect_swapped (self->model, "selection-changed", G_CALLBACK (selection_changed_cb),
                            self);
  settle (self);

  return self;
}

static void
table_free (Table *self)
{
  ReaService *service = self->service;

  settle (self);
  g_signal_handlers_disconnect_by_data (self->model, self);
  g_ptr_array_unref (self->items);
  g_array_unref (self->ticked);
  g_object_unref (self->ticks);
  g_object_unref (self->list);
  g_free (self);
  live_close (service);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Table, table_free)

static gint64
id_at (Table *self, guint position)
{
  g_autoptr (ReaConversationItem) item =
      g_list_model_get_item (G_LIST_MODEL (self->model), position);

  LIVE_WAIT_FOR (rea_conversation_item_get_id (item) != 0);
  return rea_conversation_item_get_id (item);
}

static void
refresh (Table *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (live_check (self->service, &error));
  settle (self);
}

static void
search (Table *self, const char *text)
{
  g_autoptr (ReaFilter) filter = rea_filter_new ();

  rea_filter_set_search (filter, text);
  rea_conversation_list_set_filter (self->list, filter);
}

static guint
get_number (Table *self, const char *name)
{
  guint n;

  g_object_get (self->ticks, name, &n, NULL);
  return n;
}

static gboolean
is_noticed (Table *self, const char *part)
{
  g_autofree char *notice = NULL;

  g_object_get (self->ticks, "notice", &notice, NULL);
  return notice != NULL && (part == NULL || strstr (notice, part) != NULL);
}

/* The ticks by name, as a request gets them. */
static void
assert_ticked (Table *self, guint n, const gint64 *ids)
{
  g_autoptr (ReaFilter) filter = rea_conversation_selection_dup_filter (self->ticks);

  g_assert_cmpuint (get_number (self, "n-selected"), ==, n);
  if (n == 0)
    {
      g_assert_null (filter);
      return;
    }

  g_assert_nonnull (filter->conversations);
  g_assert_cmpmem (filter->conversations->data, filter->conversations->len * sizeof (gint64), ids,
                   n * sizeof (gint64));
}

/* A tick goes wherever its conversation goes. */
static void
test_ticks_stay (void)
{
  g_autoptr (Live) live = live_new (30, senders);
  g_autoptr (Table) table = table_new (live);
  const gint64 ids[] = { 2, 11, 30 };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_true (gtk_selection_model_select_item (table->model, ids[i] - 1, FALSE));
  assert_ticked (table, 3, ids);
  g_assert_true (gtk_selection_model_is_selected (table->model, 10));
  g_assert_false (gtk_selection_model_is_selected (table->model, 11));

  /* The arrow keys and a plain click leave them alone. */
  g_assert_true (gtk_selection_model_select_item (table->model, 5, TRUE));
  assert_ticked (table, 3, ids);

  rea_conversation_list_set_sort (table->list, REA_SORT_NAME);
  settle (table);
  for (guint i = 0; i < 30; i++)
    g_assert_cmpint (gtk_selection_model_is_selected (table->model, i), ==,
                     id_at (table, i) == 2 || id_at (table, i) == 11 || id_at (table, i) == 30);

  /* The search hides two of them; then one more is found. */
  search (table, "First10");
  settle (table);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (table->model)), ==, 1);
  g_assert_true (gtk_selection_model_is_selected (table->model, 0));
  g_assert_cmpuint (get_number (table, "n-hidden"), ==, 2);
  assert_ticked (table, 3, ids);
  rea_conversation_list_set_filter (table->list, NULL);
  settle (table);
  g_assert_cmpuint (get_number (table, "n-hidden"), ==, 0);
  assert_ticked (table, 3, ids);

  gtk_selection_model_unselect_all (table->model);
  assert_ticked (table, 0, NULL);
}

/* Somebody else moves what is ticked, so that the list does not show it any more. */
static void
test_ticked_ones_leave (void)
{
  g_autoptr (Live) live = live_new (30, senders);
  g_autoptr (Table) table = table_new (live);
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  const gint64 ids[] = { 1, 2, 3, 20 };

  filter->holder = REA_HOLDER_NOBODY;
  rea_conversation_list_set_filter (table->list, filter);
  settle (table);
  gtk_selection_model_select_range (table->model, 0, 3, FALSE);
  gtk_selection_model_select_item (table->model, 19, FALSE);
  assert_ticked (table, 4, ids);

  live_give (live, 2, "ann@example.org");
  refresh (table);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (table->model)), ==, 28);
  g_assert_cmpuint (get_number (table, "n-hidden"), ==, 2);
  assert_ticked (table, 4, ids);
  g_assert_true (gtk_selection_model_is_selected (table->model, 0));
  g_assert_false (gtk_selection_model_is_selected (table->model, 1));
  g_assert_true (gtk_selection_model_is_selected (table->model, 17));

  gtk_selection_model_unselect_all (table->model);
  g_assert_cmpuint (get_number (table, "n-hidden"), ==, 0);
}

static void
test_ranges (void)
{
  g_autoptr (Live) live = live_new (3000, senders);
  g_autoptr (Table) table = table_new (live);
  const gint64 some[] = { 2, 6, 7, 8, 9 };
  const gint64 fewer[] = { 2, 5, 6 };
  const gint64 kept[] = { 2, 5, 6, 11, 12 };

  /* A range that is drawn on or back replaces itself, and nothing else. */
  gtk_selection_model_select_item (table->model, 1, FALSE);
  gtk_selection_model_select_item (table->model, 5, TRUE);
  gtk_selection_model_select_range (table->model, 5, 2, TRUE);
  gtk_selection_model_select_range (table->model, 5, 4, TRUE);
  assert_ticked (table, 5, some);
  gtk_selection_model_select_range (table->model, 4, 2, TRUE);
  assert_ticked (table, 3, fewer);
  gtk_selection_model_select_item (table->model, 10, TRUE);
  gtk_selection_model_select_range (table->model, 10, 2, TRUE);
  assert_ticked (table, 5, kept);

  /* One that was ticked before stays ticked as the range is drawn back. */
  gtk_selection_model_unselect_all (table->model);
  gtk_selection_model_select_item (table->model, 6, FALSE);
  gtk_selection_model_select_item (table->model, 5, TRUE);
  gtk_selection_model_select_range (table->model, 5, 4, TRUE);
  gtk_selection_model_select_range (table->model, 5, 1, TRUE);
  assert_ticked (table, 2, (const gint64[]){ 6, 7 });

  /* Far away rows are nobody's yet: they are read. */
  gtk_selection_model_unselect_all (table->model);
  gtk_selection_model_select_range (table->model, 100, 2500, TRUE);
  g_assert_true (get_number (table, "busy"));
  assert_ticked (table, 0, NULL);
  settle (table);
  g_assert_false (get_number (table, "busy"));
  g_assert_cmpuint (get_number (table, "n-selected"), ==, 2500);
  g_assert_true (rea_conversation_selection_has (table->ticks, 101));
  g_assert_true (rea_conversation_selection_has (table->ticks, 2600));
  g_assert_false (rea_conversation_selection_has (table->ticks, 100));
  g_assert_false (rea_conversation_selection_has (table->ticks, 2601));
  gtk_selection_model_unselect_range (table->model, 101, 2500);
  settle (table);
  assert_ticked (table, 1, (const gint64[]){ 101 });

  /* Whoever changes his mind meanwhile gets what he asked for last. */
  gtk_selection_model_select_range (table->model, 100, 2500, TRUE);
  gtk_selection_model_unselect_all (table->model);
  settle (table);
  assert_ticked (table, 0, NULL);

  table->ticks->max_named = 2000;
  gtk_selection_model_select_range (table->model, 100, 2500, TRUE);
  settle (table);
  assert_ticked (table, 0, NULL);
  g_assert_true (is_noticed (table, "2,000"));
  gtk_selection_model_select_item (table->model, 5, FALSE);
  g_assert_false (is_noticed (table, NULL));
}

static void
test_select_all (void)
{
  g_autoptr (Live) live = live_new (300, senders);
  g_autoptr (Table) table = table_new (live);
  g_autoptr (ReaFilter) filter = NULL;
  const gint64 one[] = { 1 };

  gtk_selection_model_select_all (table->model);
  settle (table);
  g_assert_cmpuint (get_number (table, "n-selected"), ==, 300);
  g_assert_false (get_number (table, "everything"));

  /* They are these 300, whoever comes. */
  live_add_contacts (live, live->campaign, 5);
  refresh (table);
  g_assert_cmpuint (get_number (table, "n-selected"), ==, 300);
  gtk_selection_model_unselect_item (table->model, 7);
  g_assert_cmpuint (get_number (table, "n-selected"), ==, 299);
  gtk_selection_model_unselect_all (table->model);

  /* Asked for while another list is read, it is that one's. */
  search (table, "First1");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (table->model)), ==, 305);
  gtk_selection_model_select_all (table->model);
  assert_ticked (table, 0, NULL);
  settle (table);
  g_assert_cmpuint (get_number (table, "n-selected"), ==,
                    g_list_model_get_n_items (G_LIST_MODEL (table->model)));
  gtk_selection_model_unselect_all (table->model);

  search (table, "nobody is called so");
  settle (table);
  gtk_selection_model_select_all (table->model);
  settle (table);
  assert_ticked (table, 0, NULL);

  /* More than can be named are everything that the filter lists. */
  rea_conversation_list_set_filter (table->list, NULL);
  settle (table);
  gtk_selection_model_select_item (table->model, 0, FALSE);
  assert_ticked (table, 1, one);
  table->ticks->max_named = 100;
  gtk_selection_model_select_all (table->model);
  g_assert_true (get_number (table, "everything"));
  g_assert_cmpuint (get_number (table, "n-selected"), ==, 305);
  g_assert_true (gtk_selection_model_is_selected (table->model, 299));
  filter = rea_conversation_selection_dup_filter (table->ticks);
  g_assert_true (rea_filter_equal (filter, rea_conversation_list_get_filter (table->list)));
  live_add_contacts (live, live->campaign, 5);
  refresh (table);
  g_assert_cmpuint (get_number (table, "n-selected"), ==, 310);

  /* Nothing can be left out of it, and it ends with the filter; an order is none. */
  g_assert_false (is_noticed (table, NULL));
  gtk_selection_model_unselect_item (table->model, 3);
  g_assert_cmpuint (get_number (table, "n-selected"), ==, 310);
  g_assert_true (is_noticed (table, "100"));
  rea_conversation_list_set_sort (table->list, REA_SORT_NAME);
  settle (table);
  g_assert_cmpuint (get_number (table, "n-selected"), ==, 310);
  search (table, "First20");
  g_assert_cmpuint (get_number (table, "n-selected"), ==, 0);
  g_assert_true (is_noticed (table, NULL));
  settle (table);
  assert_ticked (table, 0, NULL);
}

/* Ticks that Select All cannot keep are not dropped in silence. */
static void
test_everything_says_what_it_drops (void)
{
  g_autoptr (Live) live = live_new (300, senders);
  g_autoptr (Table) table = table_new (live);

  gtk_selection_model_select_item (table->model, 1, FALSE);
  gtk_selection_model_select_item (table->model, 0, FALSE);
  search (table, "First1");
  settle (table);
  g_assert_cmpuint (get_number (table, "n-hidden"), ==, 1);
  table->ticks->max_named = 10;
  gtk_selection_model_select_all (table->model);
  g_assert_true (get_number (table, "everything"));
  g_assert_true (is_noticed (table, "1 conversation that is not listed"));
}

static void
test_unreadable (void)
{
  g_autoptr (Live) live = live_new (1000, senders);
  g_autoptr (Table) table = table_new (live);

  gtk_selection_model_select_item (table->model, 0, FALSE);
  table->list->campaign = 99;
  gtk_selection_model_select_range (table->model, 500, 100, FALSE);
  settle (table);
  g_assert_true (is_noticed (table, NULL));
  assert_ticked (table, 1, (const gint64[]){ 1 });
}

/* Chance does what people and other processes do, and a plain set of numbers is kept
 * beside it.
 */
typedef struct
{
  Live       *live;
  Table      *table;
  GRand      *rand;
  GHashTable *ticked;
} Game;

static void
set_ticked (Game *game, guint position, gboolean ticked)
{
  gint64 id = id_at (game->table, position);

  if (ticked)
    g_hash_table_add (game->ticked, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (game->ticked, &id);
}

static void
toggle (Game *game, guint position)
{
  gboolean ticked = gtk_selection_model_is_selected (game->table->model, position);

  set_ticked (game, position, !ticked);
  if (ticked)
    gtk_selection_model_unselect_item (game->table->model, position);
  else
    gtk_selection_model_select_item (game->table->model, position, FALSE);
}

static void
set_range (Game *game, guint position, guint n, gboolean ticked)
{
  if (ticked)
    gtk_selection_model_select_range (game->table->model, position, n, FALSE);
  else
    gtk_selection_model_unselect_range (game->table->model, position, n);
  settle (game->table);

  for (guint i = position; i < position + n; i++)
    set_ticked (game, i, ticked);
}

static void
filter_by_chance (Game *game)
{
  g_autoptr (ReaFilter) filter = rea_filter_new ();

  switch (g_rand_int_range (game->rand, 0, 4))
    {
    case 0:
      filter->holder = REA_HOLDER_NOBODY;
      break;
    case 1:
      filter->status = REA_STATUS_NEEDS_REPLY;
      break;
    case 2:
      rea_filter_set_search (filter, g_rand_boolean (game->rand) ? "First1" : "2");
      break;
    default:
      break;
    }

  rea_conversation_list_set_filter (game->table->list, filter);
}

static void
play (Game *game)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (game->table->model));
  guint position = n > 0 ? (guint) g_rand_int_range (game->rand, 0, n) : 0;
  guint length = n > 0 ? 1 + (guint) g_rand_int_range (game->rand, 0, n - position) : 0;

  switch (g_rand_int_range (game->rand, 0, 12))
    {
    case 0:
    case 1:
    case 2:
      if (n > 0)
        toggle (game, position);
      break;
    case 3:
      if (n > 0)
        set_range (game, position, length, TRUE);
      break;
    case 4:
      if (n > 0)
        set_range (game, position, length, FALSE);
      break;
    case 5:
      gtk_selection_model_select_all (game->table->model);
      settle (game->table);
      for (guint i = 0; i < n; i++)
        set_ticked (game, i, TRUE);
      break;
    case 6:
      if (g_rand_boolean (game->rand))
        {
          gtk_selection_model_unselect_all (game->table->model);
          g_hash_table_remove_all (game->ticked);
        }
      break;
    case 7:
      rea_conversation_list_set_sort (game->table->list, g_rand_int_range (game->rand, 0, 3));
      break;
    case 8:
      live_receive (game->live, g_rand_int_range (game->rand, 1, 401), "Hello?");
      break;
    case 9:
      live_give (game->live, 1, senders[g_rand_int_range (game->rand, 0, 2)]);
      break;
    default:
      filter_by_chance (game);
    }
}

static guint
count_hidden (Game *game)
{
  g_autoptr (ReaFilter) filter =
      rea_filter_copy (rea_conversation_list_get_filter (game->table->list));
  g_autoptr (ReaFilter) ticked = rea_conversation_selection_dup_filter (game->table->ticks);
  g_autoptr (ReaTally) tally = NULL;
  g_autoptr (GError) error = NULL;
  ReaCounts counts;

  if (ticked == NULL)
    return 0;

  rea_filter_take_conversations (filter, g_array_copy (ticked->conversations));
  tally = rea_session_tally (game->live->other, game->live->campaign, filter, NULL, &error);
  g_assert_no_error (error);
  counts = rea_tally_sum (tally);

  return ticked->conversations->len - rea_counts_total (&counts);
}

static void
assert_as_the_set_says (Game *game)
{
  Table *table = game->table;
  g_autoptr (ReaFilter) filter = rea_conversation_selection_dup_filter (table->ticks);

  g_assert_cmpuint (get_number (table, "n-selected"), ==, g_hash_table_size (game->ticked));
  g_assert_cmpint (filter != NULL, ==, g_hash_table_size (game->ticked) > 0);
  for (guint i = 0; filter != NULL && i < filter->conversations->len; i++)
    g_assert_true (
        g_hash_table_contains (game->ticked, &g_array_index (filter->conversations, gint64, i)));

  /* What the table was told and what it could have asked are the same. */
  g_assert_cmpuint (table->items->len, ==,
                    MIN (IN_SIGHT, g_list_model_get_n_items (G_LIST_MODEL (table->model))));
  for (guint i = 0; i < table->items->len; i++)
    {
      gint64 id = rea_conversation_item_get_id (g_ptr_array_index (table->items, i));

      g_assert_cmpint (id, ==, id_at (table, i));
      g_assert_cmpint (g_array_index (table->ticked, gboolean, i), ==,
                       g_hash_table_contains (game->ticked, &id));
    }

  g_assert_cmpuint (get_number (table, "n-hidden"), ==, count_hidden (game));
}

static void
test_chance (void)
{
  for (guint round = 0; round < rea_rounds_count (4); round++)
    {
      g_autoptr (GRand) rand = rea_rounds_begin (round);
      g_autoptr (Live) live = live_new (400, senders);
      g_autoptr (Table) table = table_new (live);
      g_autoptr (GHashTable) ticked =
          g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      Game game = { live, table, rand, ticked };

      for (guint turn = 0; turn < 60; turn++)
        {
          play (&game);
          refresh (table);
          assert_as_the_set_says (&game);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/conversation-selection/ticks-stay", test_ticks_stay);
  g_test_add_func ("/conversation-selection/ticked-ones-leave", test_ticked_ones_leave);
  g_test_add_func ("/conversation-selection/ranges", test_ranges);
  g_test_add_func ("/conversation-selection/select-all", test_select_all);
  g_test_add_func ("/conversation-selection/everything-says-what-it-drops",
                   test_everything_says_what_it_drops);
  g_test_add_func ("/conversation-selection/unreadable", test_unreadable);
  g_test_add_func ("/conversation-selection/chance", test_chance);

  return g_test_run ();
}
