/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inner loop of every move. One UPDATE goes over the campaign's conversations
 * in the order of their ids. Where all that it meets moves, rea_deal() says who has
 * each now; else rea_pick() says of each whether it moves, and rea_dealt() who has
 * those now. Speed comes before simplicity here: no allocation, no look-up but in
 * arrays.
 *
 * It promises:
 *  1. A giver gives just what the plan says of each status, and of these first
 *     those that the draw takes first: by the lowest id, which is the order in
 *     which they come, or up to the limit of the longest waiting.
 *  2. A receiver receives just what the plan says, each status dealt like cards:
 *     round and round in the senders' order, passing over who has all.
 *  3. If ids do not come ascending the UPDATE fails, and with it the move.
 */
#include "rea-sqlite-deal.h"

#include "rea-sqlite-private.h"

typedef struct
{
  gint64   left[REA_N_STATUSES]; /* how many it has yet to give */
  gboolean has_limit;            /* needs_reply: only those that wait longest */
  gint64   limit_waiting;
  gint64   limit_id;
} Giver;

/* Those who still receive of a status, in the order in which they are dealt to. */
typedef struct
{
  guint  *places;
  gint64 *left;
  guint   n;
  guint   turn;
} Ring;

typedef struct
{
  gint64 id;
  gint64 holder;
} Dealt;

struct _ReaDeal
{
  ReaPlan *plan;
  guint   *place_of; /* by holder: its place in the plan plus one, or 0 */
  gint64   n_place_of;
  Giver   *givers; /* by place */
  Ring     rings[REA_N_STATUSES];

  /* What was picked and is not yet written: SQLite may look at one row and write
   * it, or look at all and write them then; in both ways in the same order.
   */
  GArray *picked;
  guint   n_written;
  gint64  last_id;
  gint64  moved;

  ReaRunsWriter *runs;

  /* When a move is taken back. */
  ReaRunsReader *record;
  gboolean       record_ended;
  ReaIdSet      *answered;
  ReaLeft       *left;
};

static ReaPlanRow *
get_row (const ReaDeal *self, guint place)
{
  return g_ptr_array_index (self->plan->rows, place);
}

static void
fill_rings (ReaDeal *self)
{
  guint n_receivers = self->plan->receivers->len;

  for (int status = 0; status < REA_N_STATUSES; status++)
    {
      Ring *ring = &self->rings[status];

      ring->places = g_new (guint, n_receivers);
      ring->left = g_new (gint64, n_receivers);

      for (guint i = 0; i < n_receivers; i++)
        {
          guint  place = g_array_index (self->plan->receivers, guint, i);
          gint64 n = get_row (self, place)->received.n[status];

          if (n > 0)
            {
              ring->places[ring->n] = place;
              ring->left[ring->n++] = n;
            }
        }
    }
}

/**
 * rea_deal_new:
 * @plan: the plan to carry out; it must outlive the result. Where a move is taken
 *   back it has the holders only, and is filled in.
 *
 * Returns: (transfer full): who deals
 */
ReaDeal *
rea_deal_new (ReaPlan *plan)
{
  ReaDeal *self = g_new0 (ReaDeal, 1);

  self->plan = plan;
  self->givers = g_new0 (Giver, plan->rows->len);
  self->picked = g_array_new (FALSE, FALSE, sizeof (Dealt));
  self->runs = rea_runs_writer_new ();

  for (guint place = 0; place < plan->rows->len; place++)
    self->n_place_of =
        MAX (self->n_place_of, get_row (self, place)->holder - REA_HOLDER_UNASSIGNED + 1);

  self->place_of = g_new0 (guint, self->n_place_of);

  for (guint place = 0; place < plan->rows->len; place++)
    {
      const ReaPlanRow *row = get_row (self, place);

      self->place_of[row->holder - REA_HOLDER_UNASSIGNED] = place + 1;
      for (int status = 0; status < REA_N_STATUSES; status++)
        self->givers[place].left[status] = row->gave.n[status];
    }

  fill_rings (self);

  return self;
}

void
rea_deal_free (ReaDeal *self)
{
  for (int status = 0; status < REA_N_STATUSES; status++)
    {
      g_free (self->rings[status].places);
      g_free (self->rings[status].left);
    }

  g_free (self->place_of);
  g_free (self->givers);
  g_array_unref (self->picked);
  rea_runs_writer_free (self->runs);
  g_free (self);
}

/**
 * rea_deal_set_limit:
 * @self: who deals
 * @place: the place of a holder in the plan
 * @waiting_since: of the last conversation that the holder gives
 * @id: its id
 *
 * Of those that need a reply the holder gives only some: those that wait longest.
 */
void
rea_deal_set_limit (ReaDeal *self, guint place, gint64 waiting_since, gint64 id)
{
  Giver *giver = &self->givers[place];

  giver->has_limit = TRUE;
  giver->limit_waiting = waiting_since;
  giver->limit_id = id;
}

/**
 * rea_deal_set_back:
 * @self: who deals
 * @record: of the move that is taken back
 * @answered: the conversations in which a sender has written since
 * @left: counts those that are left alone
 *
 * From here on conversations go back to who held them before; all three must
 * outlive @self.
 */
void
rea_deal_set_back (ReaDeal *self, ReaRunsReader *record, ReaIdSet *answered, ReaLeft *left)
{
  self->record = record;
  self->record_ended = !rea_runs_reader_next (record);
  self->answered = answered;
  self->left = left;
}

/**
 * rea_deal_is_done:
 * @self: who deals
 *
 * Returns: whether all givers gave and all receivers received what the plan says
 */
gboolean
rea_deal_is_done (const ReaDeal *self)
{
  return self->record != NULL || self->moved == self->plan->moved;
}

gint64
rea_deal_get_moved (const ReaDeal *self)
{
  return self->moved;
}

ReaRunsWriter *
rea_deal_get_runs (ReaDeal *self)
{
  return self->runs;
}

/* The next who receives of a status; there is one, since the plan balances. */
static guint
take_turn (Ring *ring)
{
  guint turn = ring->turn;
  guint place = ring->places[turn];

  if (--ring->left[turn] > 0)
    {
      ring->turn = turn + 1 < ring->n ? turn + 1 : 0;
      return place;
    }

  ring->n--;
  for (guint i = turn; i < ring->n; i++)
    {
      ring->places[i] = ring->places[i + 1];
      ring->left[i] = ring->left[i + 1];
    }
  if (ring->turn >= ring->n)
    ring->turn = 0;

  return place;
}

/* Keeps in the record that the conversation goes to @after. */
static gint64
note (ReaDeal *self, gint64 id, gint64 before, gint64 after)
{
  rea_runs_writer_add (self->runs, id, before, after);
  self->moved++;

  return after;
}

/* The place of a holder in the plan plus one; 0 where the plan does not know them,
 * whatever number a damaged file has there.
 */
static guint
find_place (const ReaDeal *self, gint64 holder)
{
  if (holder < REA_HOLDER_UNASSIGNED || holder >= REA_HOLDER_UNASSIGNED + self->n_place_of)
    return 0;

  return self->place_of[holder - REA_HOLDER_UNASSIGNED];
}

/* Who has the conversation by the plan; 0 if it stays where it is. */
static gint64
deal_on (ReaDeal *self, gint64 id, gint64 holder, int status, gint64 waiting_since)
{
  guint  place = find_place (self, holder);
  Ring  *ring = &self->rings[status];
  Giver *giver;

  if (place == 0)
    return 0;

  giver = &self->givers[place - 1];
  if (giver->left[status] == 0 || ring->n == 0)
    return 0;

  if (status == REA_STATUS_NEEDS_REPLY && giver->has_limit &&
      (waiting_since > giver->limit_waiting ||
       (waiting_since == giver->limit_waiting && id > giver->limit_id)))
    return 0;

  giver->left[status]--;

  return note (self, id, holder, get_row (self, take_turn (ring))->holder);
}

/* Who had the conversation before the move; 0 if it stays where it is. */
static gint64
deal_back (ReaDeal *self, gint64 id, gint64 holder, int status)
{
  guint  giver = find_place (self, holder);
  gint64 before;
  guint  receiver;

  while (!self->record_ended && rea_runs_reader_get_id (self->record) < id)
    self->record_ended = !rea_runs_reader_next (self->record);

  if (self->record_ended || rea_runs_reader_get_id (self->record) != id)
    return 0;

  if (giver == 0 || holder != rea_runs_reader_get_after (self->record))
    {
      self->left->moved_since++;
      return 0;
    }

  if (rea_id_set_contains (self->answered, id))
    {
      self->left->answered_since++;
      return 0;
    }

  before = rea_runs_reader_get_before (self->record);
  receiver = find_place (self, before);
  if (receiver == 0)
    {
      self->left->no_longer_sender++;
      return 0;
    }

  get_row (self, receiver - 1)->received.n[status]++;
  get_row (self, giver - 1)->gave.n[status]++;

  return note (self, id, holder, before);
}

/**
 * rea_deal_ask:
 * @self: who deals
 * @id: a conversation, higher than the one before
 * @holder: who has it
 * @status: its status
 * @waiting_since: since when it waits
 *
 * Returns: who has it now; 0 if it stays where it is
 */
gint64
rea_deal_ask (ReaDeal *self, gint64 id, gint64 holder, int status, gint64 waiting_since)
{
  /* No status that there is: a damaged row stays as it is. */
  if (status < 0 || status >= REA_N_STATUSES)
    return 0;

  return self->record != NULL ? deal_back (self, id, holder, status)
                              : deal_on (self, id, holder, status, waiting_since);
}

static ReaDeal *
get_deal (sqlite3_context *context)
{
  const ReaSqlite *db = sqlite3_user_data (context);

  return db->deal;
}

/* Asks about the row that @values describe: id, holder, status, waiting since.
 * FALSE if the answer cannot be relied on.
 */
static gboolean
ask (ReaDeal *self, sqlite3_context *context, sqlite3_value **values, gint64 *holder)
{
  gint64 id = sqlite3_value_int64 (values[0]);
  int    status = sqlite3_value_int (values[2]);

  if (id <= self->last_id || status < 0 || status >= REA_N_STATUSES)
    {
      sqlite3_result_error (context, "conversations do not come in the order of their ids", -1);
      return FALSE;
    }

  self->last_id = id;
  *holder = rea_deal_ask (self, id, sqlite3_value_int64 (values[1]), status,
                          sqlite3_value_int64 (values[3]));

  return TRUE;
}

/* rea_deal (id, holder, status, waiting since): who has the row now, that holder
 * where it stays.
 */
static void
deal_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  ReaDeal *self = get_deal (context);
  gint64   holder;

  if (ask (self, context, values, &holder))
    sqlite3_result_int64 (context, holder != 0 ? holder : sqlite3_value_int64 (values[1]));
}

/* rea_pick (id, holder, status, waiting since): whether the row moves. */
static void
pick_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  ReaDeal *self = get_deal (context);
  Dealt    dealt;

  if (!ask (self, context, values, &dealt.holder))
    return;

  if (dealt.holder != 0)
    {
      dealt.id = self->last_id;
      g_array_append_val (self->picked, dealt);
    }

  sqlite3_result_int (context, dealt.holder != 0);
}

/* rea_dealt (id): who has the row that was picked. */
static void
dealt_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  ReaDeal     *self = get_deal (context);
  const Dealt *dealt;

  if (self->n_written >= self->picked->len ||
      (dealt = &g_array_index (self->picked, Dealt, self->n_written))->id !=
          sqlite3_value_int64 (values[0]))
    {
      sqlite3_result_error (context, "conversations do not come as they were dealt", -1);
      return;
    }

  sqlite3_result_int64 (context, dealt->holder);

  if (++self->n_written == self->picked->len)
    {
      g_array_set_size (self->picked, 0);
      self->n_written = 0;
    }
}

/**
 * rea_deal_takes_all:
 * @self: who deals
 *
 * Returns: whether every conversation that the plan's filter lets through moves, so
 *   that none need be asked whether it does
 */
gboolean
rea_deal_takes_all (const ReaDeal *self)
{
  for (guint i = 0; i < self->plan->receivers->len; i++)
    {
      guint place = g_array_index (self->plan->receivers, guint, i);

      if (rea_counts_total (&get_row (self, place)->before) > 0)
        return FALSE;
    }

  for (guint place = 0; place < self->plan->rows->len; place++)
    {
      const ReaPlanRow *row = get_row (self, place);

      if (rea_counts_total (&row->gave) < rea_counts_total (&row->pool))
        return FALSE;
    }

  return TRUE;
}

/**
 * rea_deal_begin:
 * @self: who deals; it must outlive the UPDATE that calls its functions
 * @db: the connection on which that runs
 *
 * From here on it is this one that rea_deal(), rea_pick() and rea_dealt() ask.
 */
void
rea_deal_begin (ReaDeal *self, ReaSqlite *db)
{
  db->deal = self;
}

/**
 * rea_deal_add_functions:
 * @db: a connection that has just been opened: while the search index is being
 *   read SQLite takes no functions
 * @error: what went wrong
 *
 * Returns: whether an UPDATE can call rea_deal(), rea_pick() and rea_dealt()
 */
gboolean
rea_deal_add_functions (ReaSqlite *db, GError **error)
{
  int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;

  if (sqlite3_create_function (db->db, "rea_deal", 4, flags, db, deal_cb, NULL, NULL) ==
          SQLITE_OK &&
      sqlite3_create_function (db->db, "rea_pick", 4, flags, db, pick_cb, NULL, NULL) ==
          SQLITE_OK &&
      sqlite3_create_function (db->db, "rea_dealt", 1, flags, db, dealt_cb, NULL, NULL) ==
          SQLITE_OK)
    return TRUE;

  rea_sqlite_set_error (db, error);

  return FALSE;
}
