/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-runs.h"

/* So many conversations a part: small enough that a trail reads little. */
#define PART_LENGTH 4096
/* The longest varint of 64 bits. */
#define MAX_VARINT 10

typedef struct
{
  gint64      first;
  gint64      last;
  GByteArray *runs;
} Part;

struct _ReaRunsWriter
{
  GPtrArray *parts;
  Part      *part;
  guint      n_in_part;
};

struct _ReaRunsReader
{
  GPtrArray    *parts;
  guint         next_part;
  const guint8 *at;
  const guint8 *end;
  gint64        id;
  gint64        before;
  gint64        after;
};

static void
part_free (gpointer data)
{
  Part *part = data;

  g_byte_array_unref (part->runs);
  g_free (part);
}

static Part *
part_new (gint64 first, gint64 last)
{
  Part *part = g_new0 (Part, 1);

  part->first = first;
  part->last = last;
  part->runs = g_byte_array_new ();

  return part;
}

static guint
write_varint (guint8 *to, guint64 value)
{
  guint n = 0;

  while (value >= 0x80)
    {
      to[n++] = 0x80 | (value & 0x7f);
      value >>= 7;
    }
  to[n++] = value;

  return n;
}

/* Reads what is to be added to @base. Whatever a damaged record says, nothing beyond
 * @end is read, and a sum that is too large is some other number.
 */
static gint64
read_varint (const guint8 **at, const guint8 *end, gint64 base)
{
  guint64 value = 0;

  for (int shift = 0; *at < end && shift < 64; shift += 7)
    {
      guint8 byte = *(*at)++;

      value |= (guint64) (byte & 0x7f) << shift;
      if (byte < 0x80)
        break;
    }

  return (gint64) ((guint64) base + value);
}

ReaRunsWriter *
rea_runs_writer_new (void)
{
  ReaRunsWriter *self = g_new0 (ReaRunsWriter, 1);

  self->parts = g_ptr_array_new_with_free_func (part_free);

  return self;
}

void
rea_runs_writer_free (ReaRunsWriter *self)
{
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/**
 * rea_runs_writer_add:
 * @self: a record that is written
 * @id: a conversation, higher than the one before
 * @before: who held it
 * @after: who holds it now
 */
void
rea_runs_writer_add (ReaRunsWriter *self, gint64 id, gint64 before, gint64 after)
{
  guint8 bytes[3 * MAX_VARINT];
  guint  n;

  if (self->part == NULL || self->n_in_part == PART_LENGTH)
    {
      self->part = part_new (id, id);
      self->n_in_part = 0;
      g_ptr_array_add (self->parts, self->part);
    }

  n = write_varint (bytes, id - self->part->last);
  n += write_varint (bytes + n, before - REA_HOLDER_UNASSIGNED);
  n += write_varint (bytes + n, after - REA_HOLDER_UNASSIGNED);
  g_byte_array_append (self->part->runs, bytes, n);

  self->part->last = id;
  self->n_in_part++;
}

/**
 * rea_runs_writer_save:
 * @self: a record
 * @db: a connection in a transaction
 * @move_id: the move that it is of
 * @error: what went wrong
 *
 * Returns: whether it is kept
 */
gboolean
rea_runs_writer_save (ReaRunsWriter *self, ReaSqlite *db, gint64 move_id, GError **error)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);
      g_autoptr (ReaStatement) insert = rea_sqlite_prepare (
          db, "INSERT INTO move_part (move_id, first_id, last_id, runs) VALUES (?, ?, ?, ?)",
          error);

      if (insert == NULL)
        return FALSE;

      rea_statement_bind (insert, "iii", move_id, part->first, part->last);
      sqlite3_bind_blob (insert, 4, part->runs->data, part->runs->len, SQLITE_STATIC);
      if (!rea_statement_step (insert, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * rea_runs_reader_new:
 * @db: a connection in a transaction
 * @move_id: a move
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): the record of the move, before its first
 *   conversation
 */
ReaRunsReader *
rea_runs_reader_new (ReaSqlite *db, gint64 move_id, GError **error)
{
  g_autoptr (ReaRunsReader) self = g_new0 (ReaRunsReader, 1);
  g_autoptr (ReaStatement) select = NULL;
  gboolean row;

  self->parts = g_ptr_array_new_with_free_func (part_free);

  select = rea_sqlite_prepare (db,
                               "SELECT first_id, last_id, runs FROM move_part WHERE move_id = ? "
                               "ORDER BY first_id",
                               error);
  if (select == NULL)
    return NULL;

  rea_statement_bind (select, "i", move_id);
  while (rea_statement_step (select, &row, error))
    {
      Part *part;

      if (!row)
        return g_steal_pointer (&self);

      part = part_new (sqlite3_column_int64 (select, 0), sqlite3_column_int64 (select, 1));
      g_byte_array_append (part->runs, sqlite3_column_blob (select, 2),
                           sqlite3_column_bytes (select, 2));
      g_ptr_array_add (self->parts, part);
    }

  return NULL;
}

void
rea_runs_reader_free (ReaRunsReader *self)
{
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/**
 * rea_runs_reader_next:
 * @self: a record
 *
 * Goes on to the next conversation.
 *
 * Returns: whether there is one
 */
gboolean
rea_runs_reader_next (ReaRunsReader *self)
{
  while (self->at == self->end)
    {
      const Part *part;

      if (self->next_part == self->parts->len)
        return FALSE;

      part = g_ptr_array_index (self->parts, self->next_part++);
      self->at = part->runs->data;
      self->end = self->at + part->runs->len;
      self->id = part->first;
    }

  self->id = read_varint (&self->at, self->end, self->id);
  self->before = read_varint (&self->at, self->end, REA_HOLDER_UNASSIGNED);
  self->after = read_varint (&self->at, self->end, REA_HOLDER_UNASSIGNED);

  return TRUE;
}

/**
 * rea_runs_reader_get_first:
 * @self: a record
 *
 * Returns: the lowest id in it; higher than rea_runs_reader_get_last() where it
 *   is empty
 */
gint64
rea_runs_reader_get_first (const ReaRunsReader *self)
{
  return self->parts->len > 0 ? ((Part *) g_ptr_array_index (self->parts, 0))->first : 1;
}

gint64
rea_runs_reader_get_last (const ReaRunsReader *self)
{
  return self->parts->len > 0
             ? ((Part *) g_ptr_array_index (self->parts, self->parts->len - 1))->last
             : 0;
}

gint64
rea_runs_reader_get_id (const ReaRunsReader *self)
{
  return self->id;
}

gint64
rea_runs_reader_get_before (const ReaRunsReader *self)
{
  return self->before;
}

gint64
rea_runs_reader_get_after (const ReaRunsReader *self)
{
  return self->after;
}

/**
 * rea_runs_find:
 * @runs: a part of a record
 * @size: its size in bytes
 * @first_id: the first conversation in it
 * @id: a conversation
 * @before: (out): who held it before the move
 * @after: (out): and after
 *
 * Returns: whether the conversation is in that part
 */
gboolean
rea_runs_find (const void *runs,
               gsize       size,
               gint64      first_id,
               gint64      id,
               gint64     *before,
               gint64     *after)
{
  const guint8 *at = runs;
  const guint8 *end = at + size;
  gint64        current = first_id;

  while (at < end && current <= id)
    {
      current = read_varint (&at, end, current);
      *before = read_varint (&at, end, REA_HOLDER_UNASSIGNED);
      *after = read_varint (&at, end, REA_HOLDER_UNASSIGNED);

      if (current == id)
        return TRUE;
    }

  return FALSE;
}

/* The moves after a time that gave to one of these. */
static char *
make_moves_sql (GArray *holders)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id FROM move WHERE campaign_id = ? AND at > ?");

  if (holders == NULL)
    return g_strdup (sql->str);

  g_string_append (sql, " AND EXISTS (SELECT 1 FROM move_count WHERE move_id = move.id"
                        " AND received > 0 AND holder IN (-1");
  for (guint i = 0; i < holders->len; i++)
    g_string_append_printf (sql, ",%" G_GINT64_FORMAT, g_array_index (holders, gint64, i));
  g_string_append (sql, "))");

  return g_strdup (sql->str);
}

/* %NULL for everyone. A move of all has a run for nearly each of its conversations. */
static GHashTable *
make_set (GArray *holders)
{
  GHashTable *set = NULL;

  if (holders != NULL)
    {
      set = g_hash_table_new (g_int64_hash, g_int64_equal);
      for (guint i = 0; i < holders->len; i++)
        g_hash_table_add (set, &g_array_index (holders, gint64, i));
    }

  return set;
}

static gboolean
add_moved (ReaIdSet *moved, ReaSqlite *db, gint64 move, GHashTable *holders, GError **error)
{
  g_autoptr (ReaRunsReader) runs = rea_runs_reader_new (db, move, error);

  if (runs == NULL)
    return FALSE;

  while (rea_runs_reader_next (runs))
    if (holders == NULL || g_hash_table_contains (holders, &runs->after))
      rea_id_set_add (moved, runs->id);

  return TRUE;
}

/**
 * rea_sqlite_runs_collect_moved:
 * @db: a connection in a transaction
 * @campaign: a campaign
 * @holders: (nullable) (element-type gint64): of whose conversations it is asked;
 *   %NULL for everyone's
 * @since: a time
 * @error: what went wrong
 *
 * What was given to others than @holders since is not theirs, so that what went to
 * @holders is enough to know: next to nothing where they are offline.
 *
 * Returns: (transfer full) (nullable): the conversations that changed hands in a
 *   move after @since
 */
ReaIdSet *
rea_sqlite_runs_collect_moved (ReaSqlite         *db,
                               const ReaCampaign *campaign,
                               GArray            *holders,
                               gint64             since,
                               GError           **error)
{
  g_autoptr (ReaIdSet) moved =
      rea_id_set_new (campaign->first_conversation, campaign->last_conversation);
  g_autoptr (GHashTable) set = make_set (holders);
  g_autofree char *sql = make_moves_sql (holders);
  g_autoptr (ReaStatement) select = rea_sqlite_prepare (db, sql, error);
  gboolean row = TRUE;

  if (select == NULL)
    return NULL;

  rea_statement_bind (select, "ii", campaign->id, since);
  while (row && rea_id_set_get_length (moved) < campaign->total)
    if (!rea_statement_step (select, &row, error) ||
        (row && !add_moved (moved, db, sqlite3_column_int64 (select, 0), set, error)))
      return NULL;

  return g_steal_pointer (&moved);
}
