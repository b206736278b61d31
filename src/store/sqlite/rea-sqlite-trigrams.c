/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The search's own index. SQLite's takes a hundred nanoseconds for every three
 * characters, which is most of the time of an import; this one takes ten, since a
 * contact never changes and comes in with thousands of others: it only appends.
 *
 * A block is a range of contacts of one campaign. Of each three characters in it
 * there is a list: how much the ids grow from one contact to the next that has
 * them, from the block's first on, as varints of seven bits, the lowest first. It
 * is kept in pieces, each of which fits into a page beside others.
 */
#include "rea-sqlite-trigrams.h"

#include "rea-name.h"
#include "rea-sqlite-rows.h"

#include <string.h>

#define BITS_OF_A_CHARACTER 21
#define FIRST_SLOTS         4096

/* More would not fit into a quarter of a page, and would take pages of its own. */
#define PIECE_BYTES 960

typedef struct
{
  gint64  trigram;
  guint8 *ids;
  guint32 length;
  guint32 size;
  guint32 last;
} List;

struct _ReaTrigrams
{
  gint64   first;
  gint64   last;
  GArray  *lists;
  guint32 *slots; /* one more than the place of a list, or 0 */
  guint    n_slots;
  gsize    size;
  guint32  offset;
};

ReaTrigrams *
rea_trigrams_new (void)
{
  ReaTrigrams *self = g_new0 (ReaTrigrams, 1);

  self->lists = g_array_new (FALSE, FALSE, sizeof (List));
  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (guint32, self->n_slots);

  return self;
}

static void
clear (ReaTrigrams *self)
{
  for (guint i = 0; i < self->lists->len; i++)
    g_free (g_array_index (self->lists, List, i).ids);

  g_array_set_size (self->lists, 0);
  memset (self->slots, 0, self->n_slots * sizeof *self->slots);
  self->first = self->last = 0;
  self->size = 0;
}

void
rea_trigrams_free (ReaTrigrams *self)
{
  clear (self);
  g_array_unref (self->lists);
  g_free (self->slots);
  g_free (self);
}

static guint
find_slot (const ReaTrigrams *self, gint64 trigram)
{
  guint slot = ((guint64) trigram * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 40;

  for (slot &= self->n_slots - 1; self->slots[slot] != 0; slot = (slot + 1) & (self->n_slots - 1))
    if (g_array_index (self->lists, List, self->slots[slot] - 1).trigram == trigram)
      break;

  return slot;
}

static void
grow (ReaTrigrams *self)
{
  self->n_slots *= 2;
  g_free (self->slots);
  self->slots = g_new0 (guint32, self->n_slots);

  for (guint i = 0; i < self->lists->len; i++)
    self->slots[find_slot (self, g_array_index (self->lists, List, i).trigram)] = i + 1;
}

static List *
get_list (ReaTrigrams *self, gint64 trigram)
{
  guint slot = find_slot (self, trigram);

  if (self->slots[slot] == 0)
    {
      List list = { trigram, NULL, 0, 0, 0 };

      g_array_append_val (self->lists, list);
      self->slots[slot] = self->lists->len;
      self->size += sizeof list;

      if (self->lists->len > self->n_slots / 2)
        grow (self);

      return &g_array_index (self->lists, List, self->lists->len - 1);
    }

  return &g_array_index (self->lists, List, self->slots[slot] - 1);
}

/* Appends the contact at hand to the list, once. */
static void
append_cb (gint64 trigram, gpointer user_data)
{
  ReaTrigrams *self = user_data;
  List        *list = get_list (self, trigram);
  guint32      growth = self->offset - list->last;

  if (list->length > 0 && growth == 0)
    return;

  if (list->size - list->length < 5)
    {
      self->size += list->size == 0 ? 8 : list->size;
      list->size = list->size == 0 ? 8 : list->size * 2;
      list->ids = g_realloc (list->ids, list->size);
    }

  for (; growth >= 0x80; growth >>= 7)
    list->ids[list->length++] = growth | 0x80;
  list->ids[list->length++] = growth;
  list->last = self->offset;
}

/**
 * rea_trigrams_for_each:
 * @text: folded text, valid UTF-8
 * @func: called with each three characters in a row, as a number
 * @user_data: for @func
 */
void
rea_trigrams_for_each (const char *text, ReaTrigramFunc func, gpointer user_data)
{
  /* Three characters of 21 bits are all that a positive number holds. */
  guint64 trigram = 0;
  guint   n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);

      trigram = (trigram << BITS_OF_A_CHARACTER | c) & G_MAXINT64;
      if (++n >= 3)
        func (trigram, user_data);
    }
}

static void
add_name (ReaTrigrams *self, const char *name)
{
  char  folded[64];
  gsize length = 0;

  for (; (guchar) (name[length] - 1) < 0x7f && length < sizeof folded - 1; length++)
    folded[length] = g_ascii_tolower (name[length]);
  folded[length] = '\0';

  if (name[length] == '\0')
    {
      rea_trigrams_for_each (folded, append_cb, self);
    }
  else
    {
      g_autofree char *any = rea_name_fold (name);

      rea_trigrams_for_each (any, append_cb, self);
    }
}

/**
 * rea_trigrams_add:
 * @self: a block
 * @id: of a contact, higher than those before
 * @first_name: of the contact
 * @last_name: of the contact
 * @digits: of the contact's phone number
 *
 * Adds a contact to the block.
 */
void
rea_trigrams_add (ReaTrigrams *self,
                  gint64       id,
                  const char  *first_name,
                  const char  *last_name,
                  const char  *digits)
{
  if (self->first == 0)
    self->first = id;

  g_return_if_fail (id - self->first < G_MAXUINT32);

  self->last = id;
  self->offset = id - self->first;
  add_name (self, first_name);
  add_name (self, last_name);
  rea_trigrams_for_each (digits, append_cb, self);
}

/**
 * rea_trigrams_get_size:
 * @self: a block
 *
 * Returns: how many bytes it takes
 */
gsize
rea_trigrams_get_size (const ReaTrigrams *self)
{
  return self->size;
}

static int
compare_lists (gconstpointer a, gconstpointer b)
{
  const List *one = a;
  const List *other = b;

  return (one->trigram > other->trigram) - (one->trigram < other->trigram);
}

typedef struct
{
  guint   list;
  guint32 part;
} Piece;

typedef struct
{
  const ReaTrigrams *trigrams;
  GArray            *pieces;
} Saving;

/* The pieces of all lists, in the order in which they are kept. */
static GArray *
cut (ReaTrigrams *self)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));

  g_array_sort (self->lists, compare_lists);

  for (guint i = 0; i < self->lists->len; i++)
    {
      guint32 length = g_array_index (self->lists, List, i).length;

      for (guint32 part = 0; part * PIECE_BYTES < length; part++)
        {
          Piece piece = { i, part };

          g_array_append_val (pieces, piece);
        }
    }

  return pieces;
}

static const guint8 *
get_piece (const ReaTrigrams *self, const Piece *piece, int *length)
{
  const List *list = &g_array_index (self->lists, List, piece->list);
  guint32     start = piece->part * PIECE_BYTES;

  *length = MIN (list->length - start, PIECE_BYTES);

  return list->ids + start;
}

static void
piece_row_cb (gpointer data, guint row, int column, sqlite3_context *context)
{
  const Saving *saving = data;
  const Piece  *piece = &g_array_index (saving->pieces, Piece, row);
  const guint8 *ids = NULL;
  int           length = 0;

  switch (column)
    {
    case 0:
      sqlite3_result_int64 (context, saving->trigrams->first);
      break;
    case 1:
      sqlite3_result_int64 (context,
                            g_array_index (saving->trigrams->lists, List, piece->list).trigram);
      break;
    case 2:
      sqlite3_result_int64 (context, piece->part);
      break;
    default:
      ids = get_piece (saving->trigrams, piece, &length);
      sqlite3_result_blob (context, ids, length, SQLITE_STATIC);
    }
}

/**
 * rea_trigrams_save:
 * @self: a block
 * @db: a connection in a transaction
 * @campaign_id: whose contacts these are
 * @error: what went wrong
 *
 * Writes the block and begins another.
 *
 * Returns: whether searches find its contacts
 */
gboolean
rea_trigrams_save (ReaTrigrams *self, ReaSqlite *db, gint64 campaign_id, GError **error)
{
  g_autoptr (GArray) pieces = NULL;

  if (self->first == 0)
    return TRUE;

  if (!rea_sqlite_run (db, "INSERT INTO search_block VALUES (?, ?, ?)", error, "iii", self->first,
                       self->last, campaign_id))
    return FALSE;

  pieces = cut (self);

  if (!rea_sqlite_insert_rows (db, "search_list", 4, pieces->len, piece_row_cb,
                               &(Saving){ self, pieces }, error))
    return FALSE;

  clear (self);
  return TRUE;
}

static gboolean
is_same_piece (const ReaTrigrams *self, const Piece *piece, ReaStatement *kept)
{
  int           length = 0;
  const guint8 *ids = get_piece (self, piece, &length);

  return sqlite3_column_int64 (kept, 0) == g_array_index (self->lists, List, piece->list).trigram &&
         sqlite3_column_int64 (kept, 1) == piece->part &&
         sqlite3_column_bytes (kept, 2) == length &&
         memcmp (sqlite3_column_blob (kept, 2), ids, length) == 0;
}

/**
 * rea_trigrams_is_saved:
 * @self: a block, put together anew
 * @db: a connection in a transaction
 * @same: (out): whether that block is kept just so
 * @error: what went wrong
 *
 * Compares a block with what is kept of it, and begins another.
 *
 * Returns: whether that could be told
 */
gboolean
rea_trigrams_is_saved (ReaTrigrams *self, ReaSqlite *db, gboolean *same, GError **error)
{
  g_autoptr (GArray) pieces = cut (self);
  g_autoptr (ReaStatement) select = NULL;
  guint    n = 0;
  gboolean row = TRUE;

  *same = FALSE;

  select = rea_sqlite_prepare (db,
                               "SELECT trigram, part, ids FROM search_list WHERE first_id = ?"
                               " ORDER BY trigram, part",
                               error);
  if (select == NULL)
    return FALSE;

  rea_statement_bind (select, "i", self->first);
  while (rea_statement_step (select, &row, error))
    {
      if (!row)
        *same = n == pieces->len;
      if (!row || n == pieces->len ||
          !is_same_piece (self, &g_array_index (pieces, Piece, n), select))
        {
          clear (self);
          return TRUE;
        }

      n++;
    }

  return FALSE;
}

/**
 * rea_trigrams_read:
 * @db: a connection in a transaction
 * @block: the first contact of a block
 * @trigram: three characters
 * @error: what went wrong
 *
 * Returns: (transfer full) (element-type guint32) (nullable): the contacts of the
 *   block that have them, ascending, from its first on
 */
GArray *
rea_trigrams_read (ReaSqlite *db, gint64 block, gint64 trigram, GError **error)
{
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (ReaStatement) select = NULL;
  guint32  offset = 0;
  guint32  growth = 0;
  guint    shift = 0;
  gboolean row = FALSE;

  select = rea_sqlite_prepare (
      db, "SELECT ids FROM search_list WHERE first_id = ? AND trigram = ? ORDER BY part", error);
  if (select == NULL)
    return NULL;

  rea_statement_bind (select, "ii", block, trigram);
  while (rea_statement_step (select, &row, error))
    {
      const guint8 *ids = NULL;
      int           length = 0;

      if (!row)
        return g_steal_pointer (&offsets);

      ids = sqlite3_column_blob (select, 0);
      length = sqlite3_column_bytes (select, 0);

      for (int i = 0; i < length; i++)
        {
          growth |= (guint32) (ids[i] & 0x7f) << shift;
          shift += 7;

          if (ids[i] < 0x80 || shift > 28)
            {
              offset += growth;
              g_array_append_val (offsets, offset);
              growth = 0;
              shift = 0;
            }
        }
    }

  return NULL;
}
