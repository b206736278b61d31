/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random campaigns and requests through the session and the store, against the
 * slow and obvious model of cards.h: which conversations move, to whom each goes,
 * the counters after each, every move undone to the exact state before, and the
 * same request for all a second time, which moves nothing.
 */
#include "game.h"
#include "rea-rounds.h"

static void
note_move (Game *self, gint64 id, Deal *deal, int removed, int undoes)
{
  g_assert_true ((id != 0) == (deal->moved > 0));

  table_apply (&self->table, deal);
  if (id != 0 && self->n_entries < MAX_MOVES)
    self->entries[self->n_entries++] = (Entry){ id, *deal, removed, undoes };
}

static void
play_undo (Game *self, int place)
{
  const Entry *entry = &self->entries[place];
  gboolean     refused = game_is_undone (self, place);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) result = rea_fixture_undo (&self->fixture, entry->id, &error);
  Deal deal;
  Left left;

  if (refused)
    {
      g_assert_error (error, REA_ERROR, REA_ERROR_WRONG_STATE);
      return;
    }

  g_assert_no_error (error);
  if (entry->removed != NOBODY)
    self->table.people[entry->removed].is_sender = TRUE;

  table_plan_undo (&self->table, &entry->deal, &deal, &left);
  game_assert_plan (self, result->plan, &deal);
  g_assert_cmpint (result->undoes, ==, entry->id);
  g_assert_cmpint (result->left.moved_since, ==, left.moved_since);
  g_assert_cmpint (result->left.answered_since, ==, left.answered_since);
  g_assert_cmpint (result->left.no_longer_sender, ==, left.no_longer_sender);
  note_move (self, result->move, &deal, NOBODY, place);
}

/* The last move and its undo and the undo of that: to the very state before. */
static void
play_back_and_forth (Game *self, const char *before)
{
  g_autofree char *after = rea_fixture_describe (&self->fixture);

  for (int i = 0; i < 3 && self->n_entries < MAX_MOVES; i++)
    {
      g_autofree char *now = NULL;

      self->table.step++;
      play_undo (self, self->n_entries - 1);
      now = rea_fixture_describe (&self->fixture);
      g_assert_cmpstr (now, ==, i % 2 == 0 ? before : after);
    }
}

static gboolean
has_same_pool (const Table *a, const Table *b, const ReaFilter *filter)
{
  for (int i = 0; i < a->n_cards; i++)
    if (table_lets_through (a, filter, &a->cards[i]) !=
        table_lets_through (b, filter, &b->cards[i]))
      return FALSE;

  return TRUE;
}

static ReaResult *
reassign (Game *self, const ReaRequest *request, const ReaPlan *shown, int expected, GError **error)
{
  return rea_session_reassign (self->fixture.session, self->fixture.campaign, request, shown,
                               expected, NULL, error);
}

static void
play_request (Game *self, const ReaRequest *request)
{
  g_autofree Table *table_before = NULL;
  g_autofree char  *before = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) shown = NULL;
  g_autoptr (ReaResult) result = NULL;
  Deal deal;
  int  refused;

  refused = table_plan (&self->table, request, &deal);
  game_assert_listed (self, request->filter);

  shown =
      rea_session_preview (self->fixture.session, self->fixture.campaign, request, NULL, &error);
  if (refused >= 0)
    {
      g_assert_error (error, REA_ERROR, refused);
      return;
    }

  g_assert_no_error (error);
  g_assert_true (shown->is_preview);
  g_assert_cmpint (shown->move, ==, 0);
  g_assert_cmpint (shown->plan->matched, ==, deal.matched);
  game_assert_plan (self, shown->plan, &deal);

  before = rea_fixture_describe (&self->fixture);
  table_before = g_memdup2 (&self->table, sizeof self->table);
  result = reassign (self, request, shown->plan, deal.moved, &error);
  g_assert_no_error (error);
  game_assert_plan (self, result->plan, &deal);
  note_move (self, result->move, &deal, NOBODY, -1);
  game_assert_state (self);

  if (request->number == REA_NUMBER_ALL &&
      has_same_pool (table_before, &self->table, request->filter))
    {
      g_autoptr (ReaResult) again = reassign (self, request, NULL, 0, &error);

      g_assert_no_error (error);
      g_assert_cmpint (again->move, ==, 0);
    }

  if (deal.moved > 0 && game_luck (self, 2))
    play_back_and_forth (self, before);
}

static void
play_reassign (Game *self)
{
  g_autoptr (ReaRequest) request = game_pick_request (self);

  play_request (self, request);
}

/* What mends a line moves just what stands in it, and then there is no such line. */
static void
play_sweep (Game *self)
{
  g_autoptr (ReaSweep) sweep = game_sweep (self);
  g_autoptr (ReaSweep) again = NULL;
  g_autoptr (GError) error = NULL;
  const ReaSweepLine *line;
  gint64              online = 0;
  Deal                deal;

  for (int i = 0; i < self->table.n_people; i++)
    online += self->table.people[i].is_sender && table_is_online (&self->table, i);
  g_assert_cmpint (sweep->n_online, ==, online);

  if (sweep->lines->len == 0)
    return;

  line = g_ptr_array_index (sweep->lines, game_pick (self, sweep->lines->len));
  game_assert_listed (self, line->filter);
  if (line->request == NULL || online == 0)
    return;

  g_assert_cmpint (table_plan (&self->table, line->request, &deal), <, 0);
  g_assert_cmpint (deal.matched, ==, line->count);
  g_assert_cmpint (deal.moved, ==, line->count);
  play_request (self, line->request);

  /* What was moved back and forth stays out of it as well. */
  if (sweep->options.unmoved_minutes == 0)
    return;

  again = rea_session_get_sweep (self->fixture.session, self->fixture.campaign, &sweep->options,
                                 &error);
  g_assert_no_error (error);
  g_assert_null (rea_sweep_find (again, line->kind));
}

static void
play_write (Game *self, gboolean out)
{
  int         card = self->table.n_cards > 0 ? game_pick (self, self->table.n_cards) : -1;
  ReaSession *session = self->fixture.session;
  gint64      campaign = self->fixture.campaign;
  g_autoptr (ReaConversation) written = NULL;
  g_autoptr (GError) error = NULL;

  if (card < 0 || (out && (self->table.cards[card].flags & REA_FLAG_OPTED_OUT) != 0))
    return;

  if (out)
    {
      written =
          rea_session_send (session, campaign, self->table.cards[card].id, "Hi", 0, NULL, &error);
      table_write (&self->table, card);
    }
  else
    {
      written = rea_session_receive (session, campaign, self->table.cards[card].id, "Hello", 0,
                                     NULL, &error);
      table_receive (&self->table, card);
    }

  g_assert_no_error (error);
}

static void
play_self_assign (Game *self)
{
  int  person = game_pick (self, self->table.n_people);
  Deal deal;
  int  refused = self->table.people[person].is_sender
                     ? table_plan_self_assign (&self->table, person, self->batch, &deal)
                     : REA_ERROR_NOT_PERMITTED;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) result =
      rea_session_self_assign (self->sessions[person], self->fixture.campaign, &error);

  if (refused >= 0)
    {
      g_assert_error (error, REA_ERROR, refused);
      return;
    }

  g_assert_no_error (error);
  game_assert_plan (self, result->plan, &deal);
  note_move (self, result->move, &deal, NOBODY, -1);
}

static int
count_held (const Table *table, int person)
{
  int n = 0;

  for (int status = 0; status < REA_N_STATUSES; status++)
    n += table_count (table, person, status);

  return n;
}

static void
play_remove (Game *self)
{
  int               person = game_pick (self, self->table.n_people);
  const char *const emails[] = { self->table.people[person].email, NULL };
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) result = NULL;
  Deal deal;
  int  refused;

  if (!self->table.people[person].is_sender)
    return;

  do
    game_pick_to (self, request);
  while (request->to == REA_TO_SENDERS &&
         g_strv_contains ((const char *const *) request->to_senders, emails[0]));

  rea_filter_set_senders (request->filter, emails);
  refused = table_plan (&self->table, request, &deal);
  if (count_held (&self->table, person) == 0)
    refused = -1;

  result = rea_session_remove_sender (self->fixture.session, self->fixture.campaign, emails[0],
                                      request, NULL, NULL, &error);
  if (refused >= 0)
    {
      g_assert_error (error, REA_ERROR, refused);
      return;
    }

  g_assert_no_error (error);
  game_assert_plan (self, result->plan, &deal);
  self->table.people[person].is_sender = FALSE;
  note_move (self, result->move, &deal, person, -1);
}

static void
play_step (Game *self)
{
  self->table.step++;

  switch (game_pick (self, 18))
    {
    case 0:
      game_pass_time (self);
      break;
    case 1:
      game_set_presence (self, game_pick (self, self->table.n_people));
      break;
    case 2:
    case 3:
      play_write (self, TRUE);
      break;
    case 4:
      play_write (self, FALSE);
      break;
    case 5:
      play_self_assign (self);
      break;
    case 6:
      play_remove (self);
      break;
    case 7:
    case 8:
      if (self->n_entries > 0)
        play_undo (self, game_pick (self, self->n_entries));
      break;
    case 9:
    case 10:
      play_sweep (self);
      break;
    default:
      play_reassign (self);
    }

  game_assert_state (self);
}

static void
test_random (void)
{
  Game  self;
  guint n_rounds = rea_rounds_count (200);

  game_open (&self);

  for (guint round = 0; round < n_rounds; round++)
    {
      g_autoptr (GRand) rand = rea_rounds_begin (round);

      game_begin (&self, rand);
      game_assert_state (&self);
      for (int step = 0; step < 12 && self.n_entries + 4 < MAX_MOVES; step++)
        play_step (&self);

      game_assert_history (&self);
      if (round % 10 == 0)
        game_assert_trails (&self);
      if (round % 40 == 0 || round == n_rounds - 1)
        rea_fixture_assert_sound (&self.fixture);
    }

  game_assert_bystander (&self);
  game_close (&self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/moves-model/random", test_random);

  return g_test_run ();
}
