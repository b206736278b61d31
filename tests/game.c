/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a random campaign is made, and what chance asks of it. */
#include "game.h"

#include <string.h>

/* Names that are equal, or equal but for case or accent, and some that are missing. */
static const char *const names[][2] = { { "Ann", "Lee" },   { "ann", "LEE" }, { "Bö", "Adams" },
                                        { "", "" },         { "Ánn", "Lee" }, { "Çem", "Öz" },
                                        { "Zoe", "adams" }, { "", "Lee" } };

int
game_pick (Game *self, int n)
{
  return g_rand_int_range (self->rand, 0, n);
}

/* Whether one of @n chances comes true. */
gboolean
game_luck (Game *self, int n)
{
  return game_pick (self, n) == 0;
}

void
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

void
game_close (Game *self)
{
  for (int i = 0; i < self->table.n_people; i++)
    g_object_unref (self->sessions[i]);
  rea_fixture_tear_down (&self->fixture, NULL);
}

void
game_set_presence (Game *self, int person)
{
  Person *seen = &self->table.people[person];

  seen->present = game_luck (self, 2);
  seen->last_seen =
      game_luck (self, 4) ? REA_TIME_NONE : self->table.now - 15 * game_pick (self, 60);
  if (seen->last_seen == REA_TIME_NONE)
    seen->present = FALSE;
  rea_fixture_see (&self->fixture, seen->id, seen->present, seen->last_seen);
}

void
game_pass_time (Game *self)
{
  self->table.now += 30 * game_pick (self, 20);
  rea_fixture_set_now (self->table.now);
}

static ReaConversation *
make_contact (Game *self, Card *card)
{
  ReaConversation *contact = rea_conversation_new ();
  int              who = game_pick (self, G_N_ELEMENTS (names));

  memset (card, 0, sizeof *card);
  card->first_name = names[who][0];
  card->last_name = names[game_pick (self, G_N_ELEMENTS (names))][1];
  card->status = game_pick (self, REA_N_STATUSES);
  card->open_status =
      card->status == REA_STATUS_CLOSED ? (int) game_pick (self, 4) : (int) card->status;
  card->holder = NOBODY;
  if (card->status == REA_STATUS_CLOSED && game_luck (self, 2))
    card->flags |= REA_FLAG_OPTED_OUT;
  if (card->open_status == REA_STATUS_NEEDS_REPLY || card->open_status == REA_STATUS_REPLIED)
    card->flags |= REA_FLAG_CONTACT_WROTE | (game_luck (self, 2) ? REA_FLAG_SURVEY_OPEN : 0);
  if (card->open_status == REA_STATUS_NEEDS_REPLY)
    card->waiting_since = self->table.now - 60 * game_pick (self, 12);
  if (game_luck (self, 6))
    card->flags |= REA_FLAG_MARKED;

  if (game_luck (self, 3) == FALSE)
    {
      int holder = game_pick (self, self->table.n_people);

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
  guint  middle = game_pick (self, contacts->len + 1);

  for (guint i = 0; i < contacts->len; i++)
    g_ptr_array_add (i < middle ? first : second, contacts->pdata[i]);

  rea_fixture_add_contacts (&self->fixture, first);
  self->fixture.campaign = self->bystander;
  rea_fixture_add (&self->fixture, 1 + game_pick (self, 3), game_pick (self, REA_N_STATUSES),
                   REA_HOLDER_UNASSIGNED);
  self->fixture.campaign = campaign;
  rea_fixture_add_contacts (&self->fixture, second);
}

/* A new campaign in the same database, where the others are none of its business. */
void
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
  self->batch = 1 + game_pick (self, 6);
  self->fixture.campaign = rea_fixture_add_campaign (&self->fixture, "Random");
  campaign = rea_session_set_campaign (self->fixture.session, self->fixture.campaign,
                                       change_campaign, &self->batch, &error);
  g_assert_no_error (error);

  table->now = REA_FIXTURE_NOW;
  table->step = 0;
  rea_fixture_set_now (table->now);

  for (int i = 0; i < table->n_people; i++)
    {
      game_set_presence (self, i);
      table->people[i].is_sender = game_pick (self, 4) < usual;
      if (table->people[i].is_sender)
        rea_fixture_add_sender (&self->fixture, table->people[i].email);
    }

  table->n_cards = game_pick (self, MAX_CARDS + 1);
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
    if (self->table.people[i].is_sender && (game_luck (self, 3) || !any))
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

  switch (game_pick (self, 8))
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
      if (game_luck (self, 2))
        filter->offline_minutes = game_pick (self, 15);
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

  if (game_luck (self, 2))
    filter->status = game_pick (self, REA_N_STATUSES);
  if (game_luck (self, 6))
    rea_filter_set_search (filter, searches[game_pick (self, G_N_ELEMENTS (searches))]);
  if (game_luck (self, 8))
    filter->waiting_minutes = game_pick (self, 12);
  if (game_luck (self, 8))
    filter->unmoved_minutes = game_pick (self, 12);
  if (game_luck (self, 10))
    filter->flag = flags[game_pick (self, G_N_ELEMENTS (flags))];
  if (game_luck (self, 8))
    {
      GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

      for (int i = 0; i < self->table.n_cards; i++)
        if (game_luck (self, 3))
          g_array_append_val (ids, self->table.cards[i].id);
      rea_filter_take_conversations (filter, ids);
    }

  return filter;
}

void
game_pick_to (Game *self, ReaRequest *request)
{
  g_auto (GStrv) senders = pick_senders (self);

  request->divide = game_luck (self, 3) ? REA_DIVIDE_LEVEL : REA_DIVIDE_EVENLY;
  request->to = game_pick (self, 4);
  if (request->to == REA_TO_SENDERS)
    rea_request_set_to_senders (request, (const char *const *) senders);
}

ReaRequest *
game_pick_request (Game *self)
{
  ReaRequest *request = rea_request_new ();

  rea_filter_free (request->filter);
  request->filter = pick_filter (self);
  game_pick_to (self, request);
  if (game_luck (self, 2))
    request->number = 1 + game_pick (self, game_luck (self, 2) ? 8 : MAX_CARDS);

  return request;
}
