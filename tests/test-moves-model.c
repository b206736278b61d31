/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random campaigns and requests through the session and the store, against the
 * slow and obvious model of cards.h: which conversations move, to whom each goes,
 * the counters after each, every move undone to the exact state before, and the
 * same request for all a second time, which moves nothing.
 */
#include "cards.h"
#include "rea-fixture.h"
#include "rea-rounds.h"

#include <string.h>

#define MAX_MOVES 64

typedef struct
{
  gint64 id;
  Deal   deal;
  int    removed; /* a person's place, or NOBODY */
  int    undoes;  /* an entry's place, or -1 */
} Entry;

typedef struct
{
  ReaFixture  fixture;
  ReaSession *sessions[MAX_PEOPLE];
  gint64      bystander; /* a campaign whose conversations lie between the others' */
  Table       table;
  Entry       entries[MAX_MOVES];
  int         n_entries;
  int         batch;
  GRand      *rand;
} Game;

/* Names that are equal, or equal but for case or accent, and some that are missing. */
static const char *const names[][2] = { { "Ann", "Lee" },   { "ann", "LEE" }, { "Bö", "Adams" },
                                        { "", "" },         { "Ánn", "Lee" }, { "Çem", "Öz" },
                                        { "Zoe", "adams" }, { "", "Lee" } };

static int
pick (Game *self, int n)
{
  return g_rand_int_range (self->rand, 0, n);
}

/* Whether one of @n chances comes true. */
static gboolean
luck (Game *self, int n)
{
  return pick (self, n) == 0;
}

static void
game_open (Game *self)
{
  Table *table = &self->table;

  memset (self, 0, sizeof *self);
  rea_fixture_set_up (&self->fixture, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *email = g_strdup_printf ("%c@example.org", 'h' - (char) i);
      g_autoptr (GError) error = NULL;
      g_autoptr (ReaUser) user = rea_session_add_user (self->fixture.session, email, names[i][0],
                                                       names[i][1], REA_ROLE_SENDER, &error);

      g_assert_no_error (error);
      table->people[i].id = user->id;
      table->people[i].email = g_intern_string (email);
      table->people[i].first_name = names[i][0];
      table->people[i].last_name = names[i][1];
      self->sessions[i] = rea_fixture_open (&self->fixture, email);
    }

  table->n_people = G_N_ELEMENTS (names);
  self->bystander = rea_fixture_add_campaign (&self->fixture, "Bystander");
}

static void
game_close (Game *self)
{
  for (int i = 0; i < self->table.n_people; i++)
    g_object_unref (self->sessions[i]);
  rea_fixture_tear_down (&self->fixture, NULL);
}

static void
set_presence (Game *self, int person)
{
  Person *seen = &self->table.people[person];

  seen->present = luck (self, 2);
  seen->last_seen = luck (self, 4) ? REA_TIME_NONE : self->table.now - 15 * pick (self, 60);
  if (seen->last_seen == REA_TIME_NONE)
    seen->present = FALSE;
  rea_fixture_see (&self->fixture, seen->id, seen->present, seen->last_seen);
}

static void
pass_time (Game *self)
{
  self->table.now += 30 * pick (self, 20);
  rea_fixture_set_now (self->table.now);
}

static ReaConversation *
make_contact (Game *self, Card *card)
{
  ReaConversation *contact = rea_conversation_new ();
  int              who = pick (self, G_N_ELEMENTS (names));

  memset (card, 0, sizeof *card);
  card->first_name = names[who][0];
  card->last_name = names[pick (self, G_N_ELEMENTS (names))][1];
  card->status = pick (self, REA_N_STATUSES);
  card->open_status = card->status == REA_STATUS_CLOSED ? (int) pick (self, 4) : (int) card->status;
  card->holder = NOBODY;
  if (card->status == REA_STATUS_CLOSED && luck (self, 2))
    card->flags |= REA_FLAG_OPTED_OUT;
  if (card->open_status == REA_STATUS_NEEDS_REPLY || card->open_status == REA_STATUS_REPLIED)
    card->flags |= REA_FLAG_CONTACT_WROTE | (luck (self, 2) ? REA_FLAG_SURVEY_OPEN : 0);
  if (card->open_status == REA_STATUS_NEEDS_REPLY)
    card->waiting_since = self->table.now - 60 * pick (self, 12);
  if (luck (self, 6))
    card->flags |= REA_FLAG_MARKED;

  if (luck (self, 3) == FALSE)
    {
      int holder = pick (self, self->table.n_people);

      if (self->table.people[holder].is_sender)
        card->holder = holder;
    }

  contact->first_name = g_strdup (card->first_name);
  contact->last_name = g_strdup (card->last_name);
  contact->status = card->status;
  contact->open_status = card->open_status;
  contact->flags = card->flags;
  contact->waiting_since = card->waiting_since;
  contact->last_message_at = card->waiting_since;
  contact->holder =
      card->holder == NOBODY ? REA_HOLDER_UNASSIGNED : self->table.people[card->holder].id;

  return contact;
}

static gboolean
change_campaign (ReaCampaign *campaign, gpointer user_data, GError **error)
{
  campaign->self_assign = TRUE;
  campaign->batch = *(int *) user_data;

  return TRUE;
}

/* Brings them in, and some of the bystander's in their middle. */
static void
add_contacts (Game *self, GPtrArray *contacts)
{
  g_autoptr (GPtrArray) first = g_ptr_array_new ();
  g_autoptr (GPtrArray) second = g_ptr_array_new ();
  gint64 campaign = self->fixture.campaign;
  guint  middle = pick (self, contacts->len + 1);

  for (guint i = 0; i < contacts->len; i++)
    g_ptr_array_add (i < middle ? first : second, contacts->pdata[i]);

  rea_fixture_add_contacts (&self->fixture, first);
  self->fixture.campaign = self->bystander;
  rea_fixture_add (&self->fixture, 1 + pick (self, 3), pick (self, REA_N_STATUSES),
                   REA_HOLDER_UNASSIGNED);
  self->fixture.campaign = campaign;
  rea_fixture_add_contacts (&self->fixture, second);
}

/* A new campaign in the same database, where the others are none of its business. */
static void
game_begin (Game *self, GRand *rand)
{
  g_autoptr (GPtrArray) contacts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rea_conversation_free);
  g_autoptr (ReaCampaign) campaign = NULL;
  g_autoptr (GError) error = NULL;
  Table *table = &self->table;
  int    usual = 1 + g_rand_int_range (rand, 0, 3);

  self->rand = rand;
  self->n_entries = 0;
  self->batch = 1 + pick (self, 6);
  self->fixture.campaign = rea_fixture_add_campaign (&self->fixture, "Random");
  campaign = rea_session_set_campaign (self->fixture.session, self->fixture.campaign,
                                       change_campaign, &self->batch, &error);
  g_assert_no_error (error);

  table->now = REA_FIXTURE_NOW;
  table->step = 0;
  rea_fixture_set_now (table->now);

  for (int i = 0; i < table->n_people; i++)
    {
      set_presence (self, i);
      table->people[i].is_sender = pick (self, 4) < usual;
      if (table->people[i].is_sender)
        rea_fixture_add_sender (&self->fixture, table->people[i].email);
    }

  table->n_cards = pick (self, MAX_CARDS + 1);
  for (int i = 0; i < table->n_cards; i++)
    g_ptr_array_add (contacts, make_contact (self, &table->cards[i]));
  add_contacts (self, contacts);

  for (int i = 0; i < table->n_cards; i++)
    {
      const ReaConversation *contact = g_ptr_array_index (contacts, i);

      table->cards[i].id = contact->id;
      g_strlcpy (table->cards[i].phone, contact->phone, sizeof table->cards[i].phone);
    }
}

/* Some of the senders, by their e-mails; one at least, if there is one. */
static char **
pick_senders (Game *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean any = FALSE;

  for (int i = 0; i < self->table.n_people; i++)
    if (self->table.people[i].is_sender && (luck (self, 3) || !any))
      {
        g_strv_builder_add (builder, self->table.people[i].email);
        any = TRUE;
      }

  return g_strv_builder_end (builder);
}

static void
pick_holder (Game *self, ReaFilter *filter)
{
  g_auto (GStrv) senders = pick_senders (self);

  switch (pick (self, 8))
    {
    case 0:
      filter->holder = REA_HOLDER_NOBODY;
      break;
    case 1:
    case 2:
      if (senders[0] != NULL)
        rea_filter_set_senders (filter, (const char *const *) senders);
      break;
    case 3:
      filter->holder = REA_HOLDER_ONLINE;
      break;
    case 4:
      filter->holder = REA_HOLDER_OFFLINE;
      if (luck (self, 2))
        filter->offline_minutes = pick (self, 15);
      break;
    default:
      break;
    }
}

static ReaFilter *
pick_filter (Game *self)
{
  static const char *const searches[] = { "ann",    "ÁNN",        "o",     "lee bo",
                                          "555-00", "+1(202)555", "00 ee", "1",
                                          "nobody", " ",          "am bö", "adams" };
  static const int flags[] = { REA_FLAG_MARKED, REA_FLAG_OPTED_OUT, REA_FLAG_WROTE_AFTER_OPT_OUT,
                               REA_FLAG_SURVEY_OPEN };
  ReaFilter       *filter = rea_filter_new ();

  pick_holder (self, filter);

  if (luck (self, 2))
    filter->status = pick (self, REA_N_STATUSES);
  if (luck (self, 6))
    rea_filter_set_search (filter, searches[pick (self, G_N_ELEMENTS (searches))]);
  if (luck (self, 8))
    filter->waiting_minutes = pick (self, 12);
  if (luck (self, 8))
    filter->unmoved_minutes = pick (self, 12);
  if (luck (self, 10))
    filter->flag = flags[pick (self, G_N_ELEMENTS (flags))];
  if (luck (self, 8))
    {
      GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

      for (int i = 0; i < self->table.n_cards; i++)
        if (luck (self, 3))
          g_array_append_val (ids, self->table.cards[i].id);
      rea_filter_take_conversations (filter, ids);
    }

  return filter;
}

static void
pick_to (Game *self, ReaRequest *request)
{
  g_auto (GStrv) senders = pick_senders (self);

  request->divide = luck (self, 3) ? REA_DIVIDE_LEVEL : REA_DIVIDE_EVENLY;
  request->to = pick (self, 4);
  if (request->to == REA_TO_SENDERS)
    rea_request_set_to_senders (request, (const char *const *) senders);
}

static ReaRequest *
pick_request (Game *self)
{
  ReaRequest *request = rea_request_new ();

  rea_filter_free (request->filter);
  request->filter = pick_filter (self);
  pick_to (self, request);
  if (luck (self, 2))
    request->number = 1 + pick (self, luck (self, 2) ? 8 : MAX_CARDS);

  return request;
}

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
static void
assert_same_state (Game *self)
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

/* What can be listed can be reassigned: the list shows what the filter lets through. */
static void
assert_listed (Game *self, const ReaFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaPage) page =
      rea_session_list_conversations (self->fixture.session, self->fixture.campaign, filter,
                                      REA_SORT_ID, NULL, 0, MAX_CARDS + 1, NULL, &error);
  g_autoptr (ReaTally) tally =
      rea_session_tally (self->fixture.session, self->fixture.campaign, filter, NULL, &error);
  guint n = 0;

  g_assert_no_error (error);

  for (int i = 0; i < self->table.n_cards; i++)
    if (table_lets_through (&self->table, filter, &self->table.cards[i]))
      {
        const ReaConversation *c;

        g_assert_cmpuint (n, <, page->conversations->len);
        c = g_ptr_array_index (page->conversations, n++);
        g_assert_cmpint (c->id, ==, self->table.cards[i].id);
        rea_tally_add (tally, c->holder, c->status, -1);
      }

  g_assert_cmpuint (n, ==, page->conversations->len);

  for (int holder = NOBODY; holder < self->table.n_people; holder++)
    {
      ReaCounts left = rea_tally_get (tally, id_of (self, holder));

      for (int status = 0; status < REA_N_STATUSES; status++)
        g_assert_cmpint (left.n[status], ==, 0);
    }
}

/* The counts that a plan shows are those of the cards, before they move. */
static void
assert_plan (const Game *self, const ReaPlan *plan, const Deal *deal)
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

static void
note_move (Game *self, gint64 id, Deal *deal, int removed, int undoes)
{
  g_assert_true ((id != 0) == (deal->moved > 0));

  table_apply (&self->table, deal);
  if (id != 0 && self->n_entries < MAX_MOVES)
    self->entries[self->n_entries++] = (Entry){ id, *deal, removed, undoes };
}

static gboolean
is_undone (const Game *self, int entry)
{
  for (int i = 0; i < self->n_entries; i++)
    if (self->entries[i].undoes == entry && !is_undone (self, i))
      return TRUE;

  return FALSE;
}

static void
play_undo (Game *self, int place)
{
  const Entry *entry = &self->entries[place];
  gboolean     refused = is_undone (self, place);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) result =
      rea_session_undo (self->fixture.session, self->fixture.campaign, entry->id, NULL, &error);
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
  assert_plan (self, result->plan, &deal);
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
play_reassign (Game *self)
{
  g_autoptr (ReaRequest) request = pick_request (self);
  g_autofree Table *table_before = NULL;
  g_autofree char  *before = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) shown = NULL;
  g_autoptr (ReaResult) result = NULL;
  Deal deal;
  int  refused;

  refused = table_plan (&self->table, request, &deal);
  assert_listed (self, request->filter);

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
  assert_plan (self, shown->plan, &deal);

  before = rea_fixture_describe (&self->fixture);
  table_before = g_memdup2 (&self->table, sizeof self->table);
  result = reassign (self, request, shown->plan, deal.moved, &error);
  g_assert_no_error (error);
  assert_plan (self, result->plan, &deal);
  note_move (self, result->move, &deal, NOBODY, -1);
  assert_same_state (self);

  if (request->number == REA_NUMBER_ALL &&
      has_same_pool (table_before, &self->table, request->filter))
    {
      g_autoptr (ReaResult) again = reassign (self, request, NULL, 0, &error);

      g_assert_no_error (error);
      g_assert_cmpint (again->move, ==, 0);
    }

  if (deal.moved > 0 && luck (self, 2))
    play_back_and_forth (self, before);
}

static void
play_write (Game *self, gboolean out)
{
  int         card = self->table.n_cards > 0 ? pick (self, self->table.n_cards) : -1;
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
  int  person = pick (self, self->table.n_people);
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
  assert_plan (self, result->plan, &deal);
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
  int               person = pick (self, self->table.n_people);
  const char *const emails[] = { self->table.people[person].email, NULL };
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) result = NULL;
  Deal deal;
  int  refused;

  if (!self->table.people[person].is_sender)
    return;

  do
    pick_to (self, request);
  while (request->to == REA_TO_SENDERS &&
         g_strv_contains ((const char *const *) request->to_senders, emails[0]));

  rea_filter_set_senders (request->filter, emails);
  refused = table_plan (&self->table, request, &deal);
  if (count_held (&self->table, person) == 0)
    refused = -1;

  result = rea_session_remove_sender (self->fixture.session, self->fixture.campaign, emails[0],
                                      request, NULL, &error);
  if (refused >= 0)
    {
      g_assert_error (error, REA_ERROR, refused);
      return;
    }

  g_assert_no_error (error);
  assert_plan (self, result->plan, &deal);
  self->table.people[person].is_sender = FALSE;
  note_move (self, result->move, &deal, person, -1);
}

static void
play_step (Game *self)
{
  self->table.step++;

  switch (pick (self, 16))
    {
    case 0:
      pass_time (self);
      break;
    case 1:
      set_presence (self, pick (self, self->table.n_people));
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
        play_undo (self, pick (self, self->n_entries));
      break;
    default:
      play_reassign (self);
    }

  assert_same_state (self);
}

/* The history tells each move, and which undo of it stands. */
static void
assert_history (Game *self)
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
      g_assert_true ((move->undone_by != 0) == is_undone (self, i));
    }
}

/* Each conversation can tell who held it, by whose move. */
static void
assert_trails (Game *self)
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
static void
assert_bystander (Game *self)
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
      assert_same_state (&self);
      for (int step = 0; step < 12 && self.n_entries + 4 < MAX_MOVES; step++)
        play_step (&self);

      assert_history (&self);
      if (round % 10 == 0)
        assert_trails (&self);
      if (round % 40 == 0 || round == n_rounds - 1)
        rea_fixture_assert_sound (&self.fixture);
    }

  assert_bystander (&self);
  game_close (&self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/moves-model/random", test_random);

  return g_test_run ();
}
