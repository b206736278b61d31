/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A sweep of the random campaign against a look at each card. */
#include "game.h"

static gboolean
is_away (const Table *table, int person, int minutes)
{
  const Person *who = &table->people[person];

  return !table_is_online (table, person) &&
         (who->last_seen == REA_TIME_NONE || table->now - who->last_seen >= 60 * minutes);
}

static gboolean
was_just_moved (const Table *table, const Card *card, int minutes)
{
  return card->moved_at != 0 && table->now - card->moved_at < 60 * minutes;
}

/* In the words of the issue, not of the filter. */
static gboolean
stands_in (const Table *table, const Card *card, ReaSweepKind kind, const ReaSweepOptions *options)
{
  gboolean replies = card->status == REA_STATUS_NEEDS_REPLY;

  if (rea_sweep_kind_get_cure (kind) == REA_SWEEP_REASSIGN &&
      was_just_moved (table, card, options->unmoved_minutes))
    return FALSE;

  switch (kind)
    {
    case REA_SWEEP_WAITING_OFFLINE:
      return replies && card->holder != NOBODY && !table_is_online (table, card->holder) &&
             table->now - card->waiting_since >= 60 * options->waiting_minutes;
    case REA_SWEEP_UNASSIGNED_REPLIES:
      return replies && card->holder == NOBODY;
    case REA_SWEEP_OPT_OUTS:
      return (card->flags & REA_FLAG_MARKED) != 0;
    case REA_SWEEP_NOT_STARTED_UNSEEN:
      return card->status == REA_STATUS_NOT_STARTED && card->holder != NOBODY &&
             is_away (table, card->holder, options->unseen_minutes);
    case REA_SWEEP_WINDOW_PASSED:
    case REA_SWEEP_SURVEYS:
    default:
      return FALSE;
    }
}

static void
assert_line (const Game *self, ReaSweepKind kind, const ReaSweep *sweep)
{
  const Table        *table = &self->table;
  const ReaSweepLine *line = rea_sweep_find (sweep, kind);
  gboolean            holds[MAX_PEOPLE] = { FALSE };
  gint64              longest = 0;
  guint               n_holders = 0;
  int                 n = 0;

  for (int i = 0; i < table->n_cards; i++)
    {
      const Card *card = &table->cards[i];

      if (!stands_in (table, card, kind, &sweep->options))
        continue;

      n++;
      if (card->holder != NOBODY)
        holds[card->holder] = TRUE;
      if (card->status == REA_STATUS_NEEDS_REPLY && (longest == 0 || card->waiting_since < longest))
        longest = card->waiting_since;
    }

  g_assert_cmpint (line != NULL ? line->count : 0, ==, n);
  if (line == NULL || line->request == NULL)
    return;

  for (int i = 0; i < table->n_people; i++)
    n_holders += holds[i];
  g_assert_cmpuint (line->senders->len, ==, n_holders);
  for (guint i = 0; i < n_holders; i++)
    g_assert_true (holds[table_find (table, ((ReaUser *) line->senders->pdata[i])->email)]);
  g_assert_cmpint (line->waiting_since, ==, longest);
}

/**
 * game_sweep:
 *
 * Looks for what holds the campaign up.
 *
 * Returns: (transfer full): what is found, which is what there is
 */
ReaSweep *
game_sweep (Game *self)
{
  ReaSweepOptions options = { game_pick (self, 20), game_pick (self, 20), game_pick (self, 12) };
  g_autoptr (GError) error = NULL;
  ReaSweep *sweep =
      rea_session_get_sweep (self->fixture.session, self->fixture.campaign, &options, &error);

  g_assert_no_error (error);
  g_assert_cmpint (sweep->as_of, ==, self->table.now);
  for (ReaSweepKind kind = 0; kind < REA_N_SWEEP_KINDS; kind++)
    assert_line (self, kind, sweep);

  return sweep;
}
