/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "Which conversations move" and "How they are divided", card by card. */
#include "cards.h"

#include <string.h>

/* The chosen senders in their order: least open work first, equals in name order. */
typedef struct
{
  int people[MAX_PEOPLE];
  int n;
} Chosen;

static gboolean
is_chosen (const Chosen *self, int person)
{
  for (int i = 0; i < self->n; i++)
    if (self->people[i] == person)
      return TRUE;

  return FALSE;
}

static gboolean
comes_before (const Table *table, int a, int b)
{
  int open_a = table_open_work (table, a);
  int open_b = table_open_work (table, b);

  return open_a != open_b ? open_a < open_b : table_stands_before (table, a, b);
}

static gboolean
is_asked_to_receive (const Table *table, const ReaRequest *request, int person)
{
  if (!table->people[person].is_sender)
    return FALSE;

  if (request->to == REA_TO_SENDERS)
    {
      for (int i = 0; request->to_senders[i] != NULL; i++)
        if (table_find (table, request->to_senders[i]) == person)
          return TRUE;
      return FALSE;
    }

  /* With any or unassigned others are every sender. */
  if (request->filter->holder != REA_HOLDER_ANY && table_covers (table, request->filter, person))
    return FALSE;

  return request->to == REA_TO_OTHERS || table_is_online (table, person);
}

/* Puts each in its place, one after the other. */
static void
choose (const Table *table, const ReaRequest *request, Chosen *chosen)
{
  chosen->n = 0;

  for (int person = 0; person < table->n_people; person++)
    if (is_asked_to_receive (table, request, person))
      {
        int place = chosen->n++;

        for (; place > 0 && comes_before (table, person, chosen->people[place - 1]); place--)
          chosen->people[place] = chosen->people[place - 1];
        chosen->people[place] = person;
      }
}

/* Whether holder @a is drawn from before holder @b. */
static gboolean
holder_is_drawn_before (const Table *table, int a, int b)
{
  gboolean online_a, online_b;
  gint64   seen_a, seen_b;

  if (a == NOBODY || b == NOBODY)
    return a == NOBODY;

  online_a = table_is_online (table, a);
  online_b = table_is_online (table, b);
  if (online_a != online_b)
    return online_b;

  if (online_a && table_open_work (table, a) != table_open_work (table, b))
    return table_open_work (table, a) > table_open_work (table, b);

  seen_a = table->people[a].last_seen;
  seen_b = table->people[b].last_seen;
  if (!online_a && seen_a != seen_b)
    return seen_a == 0 || (seen_b != 0 && seen_a < seen_b);

  return table_stands_before (table, a, b);
}

static gboolean
is_drawn_before (const Table *table, int a, int b)
{
  const Card *one = &table->cards[a];
  const Card *other = &table->cards[b];

  if (one->holder != other->holder)
    return holder_is_drawn_before (table, one->holder, other->holder);
  if (one->status != other->status)
    return one->status < other->status;
  if (one->status == REA_STATUS_NEEDS_REPLY && one->waiting_since != other->waiting_since)
    return one->waiting_since < other->waiting_since;

  return one->id < other->id;
}

/* Takes the card that comes first out of the pool and into the deck, again and again. */
static void
draw (const Table *table, gboolean *pool, gboolean *deck, int number)
{
  for (; number > 0; number--)
    {
      int best = -1;

      for (int i = 0; i < table->n_cards; i++)
        if (pool[i] && (best < 0 || is_drawn_before (table, i, best)))
          best = i;

      pool[best] = FALSE;
      deck[best] = TRUE;
    }
}

static int
count_of (const Table *table, const gboolean *set, int holder, ReaStatus status)
{
  int n = 0;

  for (int i = 0; i < table->n_cards; i++)
    n += set[i] && table->cards[i].holder == holder && table->cards[i].status == status;

  return n;
}

static int
count_status (const Table *table, const gboolean *set, ReaStatus status)
{
  int n = 0;

  for (int i = 0; i < table->n_cards; i++)
    n += set[i] && table->cards[i].status == status;

  return n;
}

/* How many cards of @set each gets of each status, evenly. */
static void
share_evenly (const Table    *table,
              const Chosen   *chosen,
              const gboolean *set,
              int             shares[][REA_N_STATUSES])
{
  int too_many_so_far[MAX_PEOPLE] = { 0 };

  for (int status = 0; status < REA_N_STATUSES; status++)
    {
      int      n = count_status (table, set, status);
      int      even = n / chosen->n;
      gboolean served[MAX_PEOPLE] = { FALSE };

      for (int i = 0; i < chosen->n; i++)
        shares[i][status] = even;

      for (int left = n - even * chosen->n; left > 0; left--)
        {
          int      best = -1;
          gboolean best_holds = FALSE;

          for (int i = 0; i < chosen->n; i++)
            {
              gboolean holds = count_of (table, set, chosen->people[i], status) > even;

              if (served[i])
                continue;
              if (best < 0 || too_many_so_far[i] < too_many_so_far[best] ||
                  (too_many_so_far[i] == too_many_so_far[best] && holds && !best_holds))
                {
                  best = i;
                  best_holds = holds;
                }
            }

          served[best] = TRUE;
          too_many_so_far[best]++;
          shares[best][status]++;
        }
    }
}

/* Each card to who has least at that moment. */
static void
share_level (const Table    *table,
             const Chosen   *chosen,
             const gboolean *deck,
             int             shares[][REA_N_STATUSES])
{
  int loads[MAX_PEOPLE];

  for (int i = 0; i < chosen->n; i++)
    loads[i] = table_open_work (table, chosen->people[i]);

  for (int status = 0; status < REA_N_STATUSES; status++)
    for (int left = count_status (table, deck, status); left > 0; left--)
      {
        int least = 0;

        for (int i = 1; i < chosen->n; i++)
          if (loads[i] < loads[least])
            least = i;

        loads[least]++;
        shares[least][status]++;
      }
}

/* Like cards: of each status in the order of the ids, round and round, passing
 * over who has all of their share.
 */
static void
hand_out (const Table    *table,
          const Chosen   *chosen,
          const gboolean *deck,
          int             receive[][REA_N_STATUSES],
          Deal           *deal)
{
  for (int status = 0; status < REA_N_STATUSES; status++)
    {
      int turn = 0;

      for (int i = 0; i < table->n_cards; i++)
        {
          if (!deck[i] || (int) table->cards[i].status != status)
            continue;

          while (receive[turn][status] == 0)
            turn = (turn + 1) % chosen->n;

          receive[turn][status]--;
          deal->after[i] = chosen->people[turn];
          turn = (turn + 1) % chosen->n;
        }
    }
}

/* Who has more than their share gives up those that the draw would take first;
 * what a share lacks is received.
 */
static void
give_up_surplus (const Table  *table,
                 const Chosen *chosen,
                 gboolean     *pool,
                 gboolean     *deck,
                 int           shares[][REA_N_STATUSES])
{
  for (int i = 0; i < chosen->n; i++)
    for (int status = 0; status < REA_N_STATUSES; status++)
      {
        int      held = count_of (table, pool, chosen->people[i], status);
        int      surplus = held - shares[i][status];
        gboolean theirs[MAX_CARDS] = { FALSE };

        for (int card = 0; card < table->n_cards; card++)
          theirs[card] = pool[card] && table->cards[card].holder == chosen->people[i] &&
                         (int) table->cards[card].status == status;

        draw (table, theirs, deck, MAX (surplus, 0));
        shares[i][status] = MAX (-surplus, 0);
      }

  for (int card = 0; card < table->n_cards; card++)
    if (pool[card] && !is_chosen (chosen, table->cards[card].holder))
      deck[card] = TRUE;
}

static int
count_set (const Table *table, const gboolean *set)
{
  int n = 0;

  for (int i = 0; i < table->n_cards; i++)
    n += set[i];

  return n;
}

static void
stay (const Table *table, Deal *deal)
{
  memset (deal, 0, sizeof *deal);
  for (int i = 0; i < table->n_cards; i++)
    deal->before[i] = deal->after[i] = table->cards[i].holder;
}

static int
plan_pool (const Table *table, const ReaRequest *request, gboolean *pool, Deal *deal)
{
  gboolean all = request->number == REA_NUMBER_ALL;
  gboolean whole = all && request->divide == REA_DIVIDE_EVENLY && request->to != REA_TO_UNASSIGNED;
  Chosen   chosen = { { NOBODY }, 1 };
  gboolean deck[MAX_CARDS] = { FALSE };
  int      shares[MAX_PEOPLE][REA_N_STATUSES] = { { 0 } };

  if (request->to != REA_TO_UNASSIGNED)
    choose (table, request, &chosen);
  if (chosen.n == 0)
    return REA_ERROR_NOBODY;

  for (int i = 0; i < table->n_cards && !whole; i++)
    if (is_chosen (&chosen, table->cards[i].holder))
      pool[i] = FALSE;

  deal->matched = count_set (table, pool);
  if (!all && request->number > deal->matched)
    return REA_ERROR_TOO_FEW;

  if (whole)
    {
      share_evenly (table, &chosen, pool, shares);
      give_up_surplus (table, &chosen, pool, deck, shares);
    }
  else
    {
      draw (table, pool, deck, all ? deal->matched : (int) request->number);
      if (request->divide == REA_DIVIDE_LEVEL && request->to != REA_TO_UNASSIGNED)
        share_level (table, &chosen, deck, shares);
      else
        share_evenly (table, &chosen, deck, shares);
    }

  hand_out (table, &chosen, deck, shares, deal);
  deal->moved = count_set (table, deck);

  return -1;
}

int
table_plan (const Table *self, const ReaRequest *request, Deal *deal)
{
  gboolean pool[MAX_CARDS] = { FALSE };

  stay (self, deal);
  for (int i = 0; i < self->n_cards; i++)
    pool[i] = table_lets_through (self, request->filter, &self->cards[i]);

  return plan_pool (self, request, pool, deal);
}

/* Up to the batch of unassigned: needs_reply, the longest waiting first, then
 * not_started, the lowest id first. No window is set.
 */
int
table_plan_self_assign (const Table *self, int person, int batch, Deal *deal)
{
  gboolean pool[MAX_CARDS] = { FALSE };
  gboolean deck[MAX_CARDS] = { FALSE };

  stay (self, deal);
  if (table_count (self, person, REA_STATUS_NOT_STARTED) > 0)
    return REA_ERROR_WRONG_STATE;

  for (int i = 0; i < self->n_cards; i++)
    pool[i] = self->cards[i].holder == NOBODY && (self->cards[i].status == REA_STATUS_NEEDS_REPLY ||
                                                  self->cards[i].status == REA_STATUS_NOT_STARTED);

  deal->matched = count_set (self, pool);
  deal->moved = MIN (deal->matched, batch);
  draw (self, pool, deck, deal->moved);
  for (int i = 0; i < self->n_cards; i++)
    if (deck[i])
      deal->after[i] = person;

  return -1;
}

void
table_apply (Table *self, Deal *deal)
{
  deal->step = self->step;

  for (int i = 0; i < self->n_cards; i++)
    if (deal->after[i] != deal->before[i])
      {
        self->cards[i].holder = deal->after[i];
        self->cards[i].moved_at = self->now;
      }
}

/* Each goes back that is where the move put it, unless a sender has written in it
 * since, or the one to give it back to is gone; each under the first that holds.
 */
void
table_plan_undo (const Table *self, const Deal *undone, Deal *deal, Left *left)
{
  stay (self, deal);
  memset (left, 0, sizeof *left);

  for (int i = 0; i < self->n_cards; i++)
    {
      int to = undone->before[i];

      if (undone->before[i] == undone->after[i])
        continue;

      if (self->cards[i].holder != undone->after[i])
        left->moved_since++;
      else if (self->cards[i].written_at > undone->step)
        left->answered_since++;
      else if (to != NOBODY && !self->people[to].is_sender)
        left->no_longer_sender++;
      else
        {
          deal->after[i] = to;
          deal->moved++;
        }
    }
}
