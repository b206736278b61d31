/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether all stands as the cards say. */
#include "game.h"

static gint64
id_of (const Game *self, int holder)
{
  return holder == NOBODY ? REA_HOLDER_UNASSIGNED : self->table.people[holder].id;
}

static void
assert_counts (const Game *self, const ReaCounts *counts, int holder)
{
  for (int status = 0; status < REA_N_STATUSES; status++)
    g_assert_cmpint (counts->n[status], ==, table_count (&self->table, holder, status));
}

/* Every conversation, and every counter, as the cards say. */
void
game_assert_state (Game *self)
{
  ReaSession *session = self->fixture.session;
  gint64      campaign = self->fixture.campaign;
  g_autoptr (ReaFilter) everything = rea_filter_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaPage) page =
      rea_session_list_conversations (session, campaign, everything, REA_SORT_ID, NULL, 0,
                                      MAX_CARDS + 1, NULL, &error);
  g_autoptr (GPtrArray) senders = rea_session_list_senders (session, campaign, &error);
  g_autoptr (ReaOverview) overview = rea_session_get_overview (session, campaign, &error);
  int n_senders = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (page->conversations->len, ==, self->table.n_cards);

  for (int i = 0; i < self->table.n_cards; i++)
    {
      const Card            *card = &self->table.cards[i];
      const ReaConversation *c = g_ptr_array_index (page->conversations, i);

      g_assert_cmpint (c->id, ==, card->id);
      g_assert_cmpint (c->holder, ==, id_of (self, card->holder));
      g_assert_cmpint (c->status, ==, card->status);
      g_assert_cmpint (c->open_status, ==, card->open_status);
      g_assert_cmpint (c->flags, ==, card->flags);
      g_assert_cmpint (c->waiting_since, ==, card->waiting_since);
    }

  for (int i = 0; i < self->table.n_people; i++)
    {
      ReaSender *sender = rea_senders_find_id (senders, self->table.people[i].id);

      g_assert_true ((sender != NULL) == self->table.people[i].is_sender);
      if (sender == NULL)
        continue;

      n_senders++;
      g_assert_true (sender->online == table_is_online (&self->table, i));
      assert_counts (self, &sender->counts, i);
    }

  g_assert_cmpuint (senders->len, ==, n_senders);
  assert_counts (self, &overview->unassigned, NOBODY);
  g_assert_cmpint (overview->campaign->total, ==, self->table.n_cards);
}

static gint64
get_order (const Card *card)
{
  return card->status == REA_STATUS_NEEDS_REPLY ? card->waiting_since : G_MAXINT64;
}

/* Whether one card stands before another in a list. */
static gboolean
is_listed_before (const Card *one, const Card *other, ReaSort sort)
{
  int order = 0;

  if (sort == REA_SORT_NAME)
    {
      order = table_compare_names (one->last_name, other->last_name);
      if (order == 0)
        order = table_compare_names (one->first_name, other->first_name);
    }
  else if (sort == REA_SORT_WAITING && get_order (one) != get_order (other))
    {
      order = get_order (one) < get_order (other) ? -1 : 1;
    }

  return order != 0 ? order < 0 : one->id < other->id;
}

/* The cards that the filter lets through, each put in its place. */
static int
list_cards (const Table *table, const ReaFilter *filter, ReaSort sort, const Card **cards)
{
  int n = 0;

  for (int i = 0; i < table->n_cards; i++)
    if (table_lets_through (table, filter, &table->cards[i]))
      {
        int place = n++;

        for (; place > 0 && is_listed_before (&table->cards[i], cards[place - 1], sort); place--)
          cards[place] = cards[place - 1];
        cards[place] = &table->cards[i];
      }

  return n;
}

/* What can be listed can be reassigned: the list shows what the filter lets through,
 * page by page in order, and the counts say how many that is.
 */
void
game_assert_listed (Game *self, const ReaFilter *filter)
{
  const Card *cards[MAX_CARDS];
  ReaSort     sort = game_pick (self, REA_SORT_WAITING + 1);
  guint       limit = 1 + game_pick (self, 20);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaTally) tally =
      rea_session_tally (self->fixture.session, self->fixture.campaign, filter, NULL, &error);
  g_autofree char *token = NULL;
  int              n = list_cards (&self->table, filter, sort, cards);
  int              done = 0;

  g_assert_no_error (error);

  do
    {
      g_autoptr (ReaPage) page =
          rea_session_list_conversations (self->fixture.session, self->fixture.campaign, filter,
                                          sort, token, 0, limit, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (page->conversations->len, ==, MIN ((int) limit, n - done));
      for (guint i = 0; i < page->conversations->len; i++)
        {
          const ReaConversation *c = g_ptr_array_index (page->conversations, i);

          g_assert_cmpint (c->id, ==, cards[done++]->id);
          rea_tally_add (tally, c->holder, c->status, -1);
        }

      g_free (token);
      token = g_steal_pointer (&page->next);
      g_assert_true ((token != NULL) == (done < n));
    }
  while (token != NULL);

  for (int holder = NOBODY; holder < self->table.n_people; holder++)
    {
      ReaCounts left = rea_tally_get (tally, id_of (self, holder));

      for (int status = 0; status < REA_N_STATUSES; status++)
        g_assert_cmpint (left.n[status], ==, 0);
    }
}

/* The counts that a plan shows are those of the cards, before they move. */
void
game_assert_plan (const Game *self, const ReaPlan *plan, const Deal *deal)
{
  g_assert_cmpint (plan->moved, ==, deal->moved);

  for (int holder = NOBODY; holder < self->table.n_people; holder++)
    {
      const ReaPlanRow *row = rea_plan_find (plan, id_of (self, holder));
      int               gave[REA_N_STATUSES] = { 0 };
      int               received[REA_N_STATUSES] = { 0 };

      for (int i = 0; i < self->table.n_cards; i++)
        if (deal->before[i] != deal->after[i])
          {
            gave[self->table.cards[i].status] += deal->before[i] == holder;
            received[self->table.cards[i].status] += deal->after[i] == holder;
          }

      if (row == NULL)
        {
          g_assert_cmpint (holder, !=, NOBODY);
          g_assert_false (self->table.people[holder].is_sender);
          continue;
        }

      assert_counts (self, &row->before, holder);
      for (int status = 0; status < REA_N_STATUSES; status++)
        {
          g_assert_cmpint (row->gave.n[status], ==, gave[status]);
          g_assert_cmpint (row->received.n[status], ==, received[status]);
        }
    }
}

gboolean
game_is_undone (const Game *self, int entry)
{
  for (int i = 0; i < self->n_entries; i++)
    if (self->entries[i].undoes == entry && !game_is_undone (self, i))
      return TRUE;

  return FALSE;
}

/* The history tells each move, and which undo of it stands. */
void
game_assert_history (Game *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) moves =
      rea_session_list_moves (self->fixture.session, self->fixture.campaign, MAX_MOVES + 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (moves->len, ==, self->n_entries);

  for (int i = 0; i < self->n_entries; i++)
    {
      const Entry   *entry = &self->entries[i];
      const ReaMove *move = g_ptr_array_index (moves, moves->len - 1 - i);

      g_assert_cmpint (move->id, ==, entry->id);
      g_assert_cmpint (move->moved, ==, entry->deal.moved);
      g_assert_cmpint (move->undoes, ==, entry->undoes >= 0 ? self->entries[entry->undoes].id : 0);
      g_assert_true ((move->undone_by != 0) == game_is_undone (self, i));
    }
}

/* Each conversation can tell who held it, by whose move. */
void
game_assert_trails (Game *self)
{
  for (int card = 0; card < self->table.n_cards; card++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) trail =
          rea_session_list_trail (self->fixture.session, self->fixture.campaign,
                                  self->table.cards[card].id, &error);
      const ReaTrailEntry *step;
      guint                n = 0;

      g_assert_no_error (error);

      for (int i = 0; i < self->n_entries; i++)
        {
          const Deal *deal = &self->entries[i].deal;
          int         to = deal->after[card];

          if (deal->before[card] == to)
            continue;

          g_assert_cmpuint (++n, <, trail->len);
          step = g_ptr_array_index (trail, n);
          g_assert_cmpint (step->move, ==, self->entries[i].id);
          g_assert_cmpstr (step->sender, ==, to == NOBODY ? NULL : self->table.people[to].email);
        }

      g_assert_cmpuint (trail->len, ==, n + 1);
      step = g_ptr_array_index (trail, 0);
      g_assert_cmpint (step->move, ==, 0);
    }
}

/* Nothing that happened in the other campaigns has touched it. */
void
game_assert_bystander (Game *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaFilter) everything = rea_filter_new ();
  g_autoptr (ReaTally) tally =
      rea_session_tally (self->fixture.session, self->bystander, everything, NULL, &error);
  g_autoptr (GPtrArray) moves =
      rea_session_list_moves (self->fixture.session, self->bystander, 1, &error);
  ReaCounts unassigned, all;

  g_assert_no_error (error);
  unassigned = rea_tally_get (tally, REA_HOLDER_UNASSIGNED);
  all = rea_tally_sum (tally);
  g_assert_cmpint (rea_counts_total (&all), >, 0);
  g_assert_cmpmem (&unassigned, sizeof unassigned, &all, sizeof all);
  g_assert_cmpuint (moves->len, ==, 0);
}
