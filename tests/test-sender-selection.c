/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sender-selection.h"

#include "live.h"
#include "rea-rounds.h"
#include "rea-sender-filter.h"
#include "rea-sender-orders.h"

static const char *const senders[] = { "ann@example.org", "bo@example.org",  "cy@example.org",
                                       "dee@example.org", "eve@example.org", "fay@example.org",
                                       "gus@example.org", "hal@example.org", NULL };

static const char *const searches[] = { "", "a", "e", "bo", "nobody at all" };

/* The table, and who should be ticked in it: a plain set of e-mails. */
typedef struct
{
  Live               *live;
  ReaService         *service;
  ReaSenderList      *list;
  ReaSenderFilter    *filter;
  GtkSortListModel   *sorted;
  ReaSenderSelection *ticks;
  GtkSelectionModel  *model;
  LiveCounter        *counter;
  GRand              *rand;
  GHashTable         *expected;
} Game;

static gboolean
is_loaded (ReaSenderList *list)
{
  gboolean loaded;

  g_object_get (list, "loaded", &loaded, NULL);
  return loaded;
}

static Game *
game_new (GRand *rand)
{
  Game *self = g_new0 (Game, 1);

  self->rand = rand;
  self->live = live_new (60, senders);
  self->service = live_open (self->live);
  self->list = rea_sender_list_new (self->service, self->live->campaign);
  LIVE_WAIT_FOR (is_loaded (self->list));
  self->filter = rea_sender_filter_new ();
  self->sorted =
      gtk_sort_list_model_new (G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (
                                                                            self->list)),
                                                                        GTK_FILTER (g_object_ref (
                                                                            self->filter)))),
                               NULL);
  self->ticks = rea_sender_selection_new (G_LIST_MODEL (self->sorted), self->list);
  self->model = GTK_SELECTION_MODEL (self->ticks);
  self->counter = live_counter_new (G_LIST_MODEL (self->ticks));
  self->expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

static void
game_free (Game *self)
{
  live_settle (self->service);
  live_counter_free (self->counter);
  g_object_unref (self->ticks);
  g_object_unref (self->sorted);
  g_object_unref (self->filter);
  g_object_unref (self->list);
  live_close (self->service);
  live_free (self->live);
  g_hash_table_unref (self->expected);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Game, game_free)

static guint
count_rows (Game *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

static const char *
get_email (Game *self, guint i)
{
  g_autoptr (ReaSenderItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), i);

  return rea_sender_item_get_email (item);
}

static void
refresh (Game *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (live_check (self->service, &error));
  live_settle (self->service);
}

static void
assert_as_the_set_says (Game *self)
{
  g_auto (GStrv) emails = rea_sender_selection_dup_emails (self->ticks);
  ReaCounts counts = rea_sender_selection_get_counts (self->ticks);
  ReaCounts sum = { 0 };
  guint     n_shown = 0;

  g_assert_cmpuint (rea_sender_selection_get_n_ticked (self->ticks), ==,
                    g_hash_table_size (self->expected));
  g_assert_cmpuint (g_strv_length (emails), ==, g_hash_table_size (self->expected));
  g_assert_cmpuint (self->counter->length, ==, count_rows (self));

  for (guint i = 0; emails[i] != NULL; i++)
    {
      ReaCounts held = rea_sender_item_get_counts (rea_sender_list_find (self->list, emails[i]));

      g_assert_true (g_hash_table_contains (self->expected, emails[i]));
      rea_counts_add (&sum, &held);
    }

  for (guint i = 0; i < count_rows (self); i++)
    {
      const char *email = get_email (self, i);
      gboolean    ticked = email != NULL && g_hash_table_contains (self->expected, email);

      g_assert_cmpint (gtk_selection_model_is_selected (self->model, i), ==, ticked);
      n_shown += ticked;
    }

  g_assert_cmpuint (rea_sender_selection_get_n_hidden (self->ticks), ==,
                    g_hash_table_size (self->expected) - n_shown);
  g_assert_cmpint (rea_counts_total (&counts), ==, rea_counts_total (&sum));
}

static void
expect_range (Game *self, guint position, guint n, gboolean ticked)
{
  for (guint i = position; i < position + n && i < count_rows (self); i++)
    {
      const char *email = get_email (self, i);

      if (email != NULL && ticked)
        g_hash_table_add (self->expected, g_strdup (email));
      else if (email != NULL)
        g_hash_table_remove (self->expected, email);
    }
}

static void
remove_or_add (Game *self)
{
  const char *emails[] = { senders[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (senders) - 1)],
                           NULL };
  g_autoptr (ReaRequest) where = NULL;
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (GError) error = NULL;

  if (rea_sender_list_find (self->list, emails[0]) == NULL)
    {
      added = rea_session_add_senders (self->live->other, self->live->campaign, emails, &error);
    }
  else
    {
      where = rea_request_new ();
      where->to = REA_TO_UNASSIGNED;
      result = rea_session_remove_sender (self->live->other, self->live->campaign, emails[0], where,
                                          NULL, NULL, &error);
      g_hash_table_remove (self->expected, emails[0]);
    }

  g_assert_no_error (error);
  refresh (self);
}

/* As the table does it: what nobody holds stands first. */
static GtkSorter *
make_sorter (GCompareDataFunc order)
{
  GtkMultiSorter  *sorter = gtk_multi_sorter_new ();
  GtkCustomSorter *first = gtk_custom_sorter_new (rea_sender_orders_unassigned_first, NULL, NULL);

  gtk_multi_sorter_append (sorter, GTK_SORTER (first));
  gtk_multi_sorter_append (sorter, GTK_SORTER (gtk_custom_sorter_new (order, NULL, NULL)));

  return GTK_SORTER (sorter);
}

static void
play (Game *self)
{
  static const GCompareDataFunc orders[] = { rea_sender_orders_first_name,
                                             rea_sender_orders_needs_reply,
                                             rea_sender_orders_presence };
  guint                         n = count_rows (self);
  guint                         position = n > 0 ? g_rand_int_range (self->rand, 0, n) : 0;
  guint                         length = g_rand_int_range (self->rand, 1, 6);
  g_autoptr (GtkSorter) sorter = NULL;

  switch (g_rand_int_range (self->rand, 0, 10))
    {
    case 0:
      gtk_selection_model_select_item (self->model, position, FALSE);
      expect_range (self, position, 1, TRUE);
      break;
    case 1: /* A plain click: ticks are collected, and none is lost. */
      gtk_selection_model_select_item (self->model, position, TRUE);
      break;
    case 2:
      gtk_selection_model_unselect_item (self->model, position);
      expect_range (self, position, 1, FALSE);
      break;
    case 3:
      gtk_selection_model_select_range (self->model, position, length, FALSE);
      expect_range (self, position, length, TRUE);
      break;
    case 4:
      gtk_selection_model_unselect_range (self->model, position, length);
      expect_range (self, position, length, FALSE);
      break;
    case 5:
      if (g_rand_int_range (self->rand, 0, 3) == 0)
        {
          gtk_selection_model_unselect_all (self->model);
          g_hash_table_remove_all (self->expected);
        }
      else
        {
          gtk_selection_model_select_all (self->model);
          expect_range (self, 0, n, TRUE);
        }
      break;
    case 6:
      rea_sender_filter_set (self->filter, g_rand_int_range (self->rand, 0, 4),
                             searches[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (searches))]);
      break;
    case 7:
      sorter = make_sorter (orders[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (orders))]);
      gtk_sort_list_model_set_sorter (self->sorted, sorter);
      break;
    case 8:
      if (rea_sender_list_find (self->list, senders[0]) != NULL)
        live_give (self->live, g_rand_int_range (self->rand, 1, 5), senders[0]);
      refresh (self);
      break;
    default:
      remove_or_add (self);
      break;
    }
}

static void
test_chance (void)
{
  for (guint round = 0; round < rea_rounds_count (4); round++)
    {
      g_autoptr (GRand) rand = rea_rounds_begin (round);
      g_autoptr (Game) game = game_new (rand);

      for (guint turn = 0; turn < 80; turn++)
        {
          play (game);
          assert_as_the_set_says (game);
        }
    }
}

/* A range that is drawn further, or back, takes the place of itself, and of nothing else. */
static void
test_ranges (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (Game) game = game_new (rand);

  gtk_selection_model_select_item (game->model, 6, FALSE);
  gtk_selection_model_select_item (game->model, 1, TRUE);
  gtk_selection_model_select_range (game->model, 1, 4, TRUE);
  g_assert_cmpuint (rea_sender_selection_get_n_ticked (game->ticks), ==, 5);
  gtk_selection_model_select_range (game->model, 1, 2, TRUE);
  expect_range (game, 1, 2, TRUE);
  expect_range (game, 6, 1, TRUE);
  assert_as_the_set_says (game);

  /* What nobody holds has no tick. */
  gtk_selection_model_select_item (game->model, 0, FALSE);
  assert_as_the_set_says (game);
}

/* Who was ticked and is removed by somebody else is counted until the next tick. */
static void
test_removed (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (Game) game = game_new (rand);
  g_autoptr (ReaRequest) where = rea_request_new ();
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (GError) error = NULL;

  gtk_selection_model_select_range (game->model, 1, 2, FALSE);
  expect_range (game, 1, 2, TRUE);
  result = rea_session_remove_sender (game->live->other, game->live->campaign, senders[1], where,
                                      NULL, NULL, &error);
  g_assert_no_error (error);
  g_hash_table_remove (game->expected, senders[1]);
  refresh (game);
  assert_as_the_set_says (game);
  g_assert_cmpuint (rea_sender_selection_get_n_removed (game->ticks), ==, 1);

  gtk_selection_model_select_item (game->model, 3, FALSE);
  g_assert_cmpuint (rea_sender_selection_get_n_removed (game->ticks), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sender-selection/ranges", test_ranges);
  g_test_add_func ("/sender-selection/removed", test_removed);
  g_test_add_func ("/sender-selection/chance", test_chance);

  return g_test_run ();
}
