/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-found.h"

#include "rea-sqlite-private.h"
#include "rea-sqlite-trigrams.h"

#include <string.h>

/* A long word needs no more of its parts to be found: what is found is looked at again. */
#define MAX_PARTS 8

/* A word is there if all the parts of its letters are, or all those of its digits. */
typedef struct
{
  GArray *letters;
  GArray *digits; /* or NULL */
} Word;

struct _ReaWanted
{
  GArray *words;
};

static void
add_part_cb (gint64 trigram, gpointer user_data)
{
  GArray *parts = user_data;

  if (parts->len < MAX_PARTS)
    g_array_append_val (parts, trigram);
}

static GArray *
make_parts (const char *text)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (gint64));

  rea_trigrams_for_each (text, add_part_cb, parts);

  return parts;
}

static void
clear_word (gpointer data)
{
  Word *word = data;

  g_array_unref (word->letters);
  g_clear_pointer (&word->digits, g_array_unref);
}

/**
 * rea_wanted_new:
 * @search: a search
 *
 * Returns: (transfer full) (nullable): what the index can say of it, or %NULL
 *   where all words are too short for it
 */
ReaWanted *
rea_wanted_new (const ReaSearch *search)
{
  const char *const *words = rea_search_get_words (search);
  g_autoptr (ReaWanted) self = g_new0 (ReaWanted, 1);

  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (self->words, clear_word);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *digits = rea_search_get_digits (search, i);
      Word        word = { NULL, NULL };

      if (g_utf8_strlen (words[i], -1) < 3 || (digits != NULL && strlen (digits) < 3))
        continue;

      word.letters = make_parts (words[i]);
      if (digits != NULL && !g_str_equal (digits, words[i]))
        word.digits = make_parts (digits);
      g_array_append_val (self->words, word);
    }

  return self->words->len > 0 ? g_steal_pointer (&self) : NULL;
}

void
rea_wanted_free (ReaWanted *self)
{
  g_array_unref (self->words);
  g_free (self);
}

/* Those of @offsets that stand in @others too; both ascend. */
static void
intersect (GArray *offsets, GArray *others)
{
  guint n = 0;
  guint k = 0;

  for (guint i = 0; i < offsets->len; i++)
    {
      guint32 offset = g_array_index (offsets, guint32, i);

      while (k < others->len && g_array_index (others, guint32, k) < offset)
        k++;
      if (k == others->len)
        break;
      if (g_array_index (others, guint32, k) == offset)
        g_array_index (offsets, guint32, n++) = offset;
    }

  g_array_set_size (offsets, n);
}

static GArray *
unite (GArray *one, GArray *other)
{
  GArray *both = g_array_sized_new (FALSE, FALSE, sizeof (guint32), one->len + other->len);
  guint   i = 0;
  guint   k = 0;

  while (i < one->len || k < other->len)
    {
      guint32 a = i < one->len ? g_array_index (one, guint32, i) : G_MAXUINT32;
      guint32 b = k < other->len ? g_array_index (other, guint32, k) : G_MAXUINT32;
      guint32 least = MIN (a, b);

      i += a == least;
      k += b == least;
      g_array_append_val (both, least);
    }

  return both;
}

static GArray *
find_all_parts (ReaSqlite *db, gint64 block, GArray *parts, GError **error)
{
  g_autoptr (GArray) found = NULL;

  for (guint i = 0; i < parts->len && (found == NULL || found->len > 0); i++)
    {
      g_autoptr (GArray) list =
          rea_trigrams_read (db, block, g_array_index (parts, gint64, i), error);

      if (list == NULL)
        return NULL;

      if (found == NULL)
        found = g_steal_pointer (&list);
      else
        intersect (found, list);
    }

  return g_steal_pointer (&found);
}

static GArray *
find_word (ReaSqlite *db, gint64 block, const Word *word, GError **error)
{
  g_autoptr (GArray) letters = find_all_parts (db, block, word->letters, error);
  g_autoptr (GArray) digits = NULL;

  if (letters == NULL || word->digits == NULL)
    return g_steal_pointer (&letters);

  digits = find_all_parts (db, block, word->digits, error);

  return digits != NULL ? unite (letters, digits) : NULL;
}

/* The contacts of a block that have every word. */
static GArray *
find_in_block (ReaSqlite *db, gint64 block, const ReaWanted *wanted, GError **error)
{
  g_autoptr (GArray) found = NULL;

  for (guint i = 0; i < wanted->words->len; i++)
    {
      g_autoptr (GArray) list =
          find_word (db, block, &g_array_index (wanted->words, Word, i), error);

      if (list == NULL)
        return NULL;

      if (found == NULL)
        found = g_steal_pointer (&list);
      else
        intersect (found, list);
    }

  return g_steal_pointer (&found);
}

/* The table itself: sqlite.org/vtab.html. */
typedef struct
{
  sqlite3_vtab parent;
  ReaSqlite   *db;
} Table;

typedef struct
{
  sqlite3_vtab_cursor parent;
  const ReaWanted    *wanted;
  gint64              first;
  gint64              last;
  gint64              block;
  GArray             *found; /* in the block, or NULL behind the last */
  guint               place;
} Cursor;

enum
{
  COLUMN_ID,
  COLUMN_WANTED,
};

static int
connect_cb (sqlite3           *handle,
            void              *user_data,
            int                n_arguments,
            const char *const *arguments,
            sqlite3_vtab     **table,
            char             **message)
{
  int    code = sqlite3_declare_vtab (handle, "CREATE TABLE x (id INTEGER, wanted HIDDEN)");
  Table *self = NULL;

  if (code != SQLITE_OK)
    return code;

  sqlite3_vtab_config (handle, SQLITE_VTAB_DIRECTONLY);
  self = g_new0 (Table, 1);
  self->db = user_data;
  *table = &self->parent;

  return SQLITE_OK;
}

static int
disconnect_cb (sqlite3_vtab *table)
{
  g_free (table);

  return SQLITE_OK;
}

/* What is wanted is always given; the ends of the range are where they are asked for. */
static int
best_index_cb (sqlite3_vtab *table, sqlite3_index_info *info)
{
  int n = 0;
  int bounds = 0;

  for (int pass = 0; pass < 3; pass++)
    for (int i = 0; i < info->nConstraint; i++)
      {
        int      column = info->aConstraint[i].iColumn;
        int      op = info->aConstraint[i].op;
        gboolean is_meant =
            pass == 0   ? column == COLUMN_WANTED && op == SQLITE_INDEX_CONSTRAINT_EQ
            : pass == 1 ? column == COLUMN_ID &&
                              (op == SQLITE_INDEX_CONSTRAINT_GE || op == SQLITE_INDEX_CONSTRAINT_GT)
                        : column == COLUMN_ID && (op == SQLITE_INDEX_CONSTRAINT_LE ||
                                                  op == SQLITE_INDEX_CONSTRAINT_LT);

        if (!is_meant || !info->aConstraint[i].usable)
          continue;

        info->aConstraintUsage[i].argvIndex = ++n;
        info->aConstraintUsage[i].omit = pass == 0;
        bounds |= 1 << pass;
        break;
      }

  if ((bounds & 1) == 0)
    return SQLITE_CONSTRAINT;

  info->idxNum = bounds;
  info->estimatedCost = 100;
  info->estimatedRows = 100;
  info->orderByConsumed =
      info->nOrderBy == 1 && info->aOrderBy[0].iColumn == COLUMN_ID && !info->aOrderBy[0].desc;

  return SQLITE_OK;
}

static int
open_cb (sqlite3_vtab *table, sqlite3_vtab_cursor **cursor)
{
  Cursor *self = g_new0 (Cursor, 1);

  *cursor = &self->parent;

  return SQLITE_OK;
}

static int
close_cb (sqlite3_vtab_cursor *cursor)
{
  Cursor *self = (Cursor *) cursor;

  g_clear_pointer (&self->found, g_array_unref);
  g_free (self);

  return SQLITE_OK;
}

/* Goes on to the next block within the range that has something. */
static gboolean
find_next (Cursor *self, ReaSqlite *db, GError **error)
{
  for (;;)
    {
      gint64 block = 0;

      g_clear_pointer (&self->found, g_array_unref);
      self->place = 0;

      if (!rea_sqlite_get_int (db,
                               "SELECT first_id FROM search_block WHERE first_id > ? AND"
                               " first_id <= ? AND last_id >= ? ORDER BY first_id LIMIT 1",
                               0, &block, error, "iii", self->block, self->last, self->first))
        return FALSE;

      if (block == 0)
        return TRUE;

      self->block = block;
      self->found = find_in_block (db, block, self->wanted, error);
      if (self->found == NULL)
        return FALSE;

      while (self->place < self->found->len &&
             block + g_array_index (self->found, guint32, self->place) < self->first)
        self->place++;
      if (self->place < self->found->len)
        return TRUE;
    }
}

/* Hands an error on to the statement that asked. */
static int
go_on (Cursor *self)
{
  Table *table = (Table *) self->parent.pVtab;
  g_autoptr (GError) error = NULL;

  if (find_next (self, table->db, &error))
    return SQLITE_OK;

  g_clear_error (&table->db->cause);
  table->db->cause = g_steal_pointer (&error);

  return SQLITE_ERROR;
}

static int
filter_cb (sqlite3_vtab_cursor *cursor,
           int                  bounds,
           const char          *name,
           int                  n_values,
           sqlite3_value      **values)
{
  Cursor *self = (Cursor *) cursor;
  int     n = 1;

  self->wanted = sqlite3_value_pointer (values[0], REA_POINTER_WANTED);
  self->first = bounds & 2 ? sqlite3_value_int64 (values[n++]) : 0;
  self->last = bounds & 4 ? sqlite3_value_int64 (values[n++]) : G_MAXINT64;
  self->block = 0;
  g_clear_pointer (&self->found, g_array_unref);

  return self->wanted != NULL ? go_on (self) : SQLITE_OK;
}

static int
next_cb (sqlite3_vtab_cursor *cursor)
{
  Cursor *self = (Cursor *) cursor;

  return ++self->place < self->found->len ? SQLITE_OK : go_on (self);
}

static int
eof_cb (sqlite3_vtab_cursor *cursor)
{
  return ((Cursor *) cursor)->found == NULL;
}

static sqlite3_int64
get_id (const Cursor *self)
{
  return self->block + g_array_index (self->found, guint32, self->place);
}

static int
column_cb (sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column)
{
  if (column == COLUMN_ID)
    sqlite3_result_int64 (context, get_id ((Cursor *) cursor));

  return SQLITE_OK;
}

static int
row_id_cb (sqlite3_vtab_cursor *cursor, sqlite3_int64 *id)
{
  *id = get_id ((Cursor *) cursor);

  return SQLITE_OK;
}

/**
 * rea_sqlite_add_found:
 * @db: a connection
 * @error: what went wrong
 *
 * Adds the table rea_found.
 *
 * Returns: whether it is there
 */
gboolean
rea_sqlite_add_found (ReaSqlite *db, GError **error)
{
  static const sqlite3_module module = {
    .xConnect = connect_cb,
    .xBestIndex = best_index_cb,
    .xDisconnect = disconnect_cb,
    .xOpen = open_cb,
    .xClose = close_cb,
    .xFilter = filter_cb,
    .xNext = next_cb,
    .xEof = eof_cb,
    .xColumn = column_cb,
    .xRowid = row_id_cb,
  };

  if (sqlite3_create_module (rea_sqlite_get_handle (db), "rea_found", &module, db) == SQLITE_OK)
    return TRUE;

  rea_sqlite_set_error (db, error);

  return FALSE;
}
