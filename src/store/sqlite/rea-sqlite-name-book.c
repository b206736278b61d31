/* SPDX-License-Identifier: GPL-3.0-or-later */

/* As the phone book, for names. A key is what contacts stand in name order by: the
 * last name, a NUL and the first name, folded. It touches no database until it is
 * saved, so that another thread can fill and sort it.
 */
#include "rea-sqlite-name-book.h"

#include "rea-sqlite-rows.h"

#include <string.h>

#define MAX_BYTES (32 * 1024 * 1024)

/* Mostly the first bytes of a key tell. */
typedef struct
{
  guint64 beginning;
  guint32 place;
} Entry;

/* Those who wait have one id after the other. */
struct _ReaNameBook
{
  gint64      first_id;
  GArray     *ends; /* of their keys */
  GByteArray *keys;
  GArray     *entries; /* once they are sorted, or NULL */
};

/**
 * rea_name_book_new:
 *
 * Returns: (transfer full): a book in which nobody waits
 */
ReaNameBook *
rea_name_book_new (void)
{
  ReaNameBook *self = g_new0 (ReaNameBook, 1);

  self->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->keys = g_byte_array_new ();

  return self;
}

void
rea_name_book_free (ReaNameBook *self)
{
  g_array_unref (self->ends);
  g_byte_array_unref (self->keys);
  g_clear_pointer (&self->entries, g_array_unref);
  g_free (self);
}

static void
append_folded (GByteArray *key, const char *name)
{
  gsize length = 0;

  while ((guchar) (name[length] - 1) < 0x7f)
    length++;

  if (name[length] == '\0')
    {
      guint start = key->len;

      g_byte_array_append (key, (const guint8 *) name, length);
      for (guint i = start; i < key->len; i++)
        key->data[i] = g_ascii_tolower (key->data[i]);
    }
  else
    {
      g_autofree char *folded = g_utf8_casefold (name, -1);

      g_byte_array_append (key, (const guint8 *) folded, strlen (folded));
    }
}

/**
 * rea_name_append_key:
 * @key: bytes
 * @first_name: of a contact
 * @last_name: of the contact
 *
 * Appends the bytes by whose order contacts stand in name order.
 */
void
rea_name_append_key (GByteArray *key, const char *first_name, const char *last_name)
{
  append_folded (key, last_name);
  g_byte_array_append (key, (const guint8 *) "", 1);
  append_folded (key, first_name);
}

/**
 * rea_name_book_add:
 * @self: a book that is not sorted
 * @id: of a contact, one more than that of the last who waits
 * @first_name: of the contact
 * @last_name: of the contact
 *
 * Lets a contact wait to be saved.
 */
void
rea_name_book_add (ReaNameBook *self, gint64 id, const char *first_name, const char *last_name)
{
  if (self->ends->len == 0)
    self->first_id = id;

  g_return_if_fail (self->entries == NULL && id == self->first_id + self->ends->len);

  rea_name_append_key (self->keys, first_name, last_name);
  g_array_append_val (self->ends, self->keys->len);
}

/**
 * rea_name_book_is_full:
 * @self: a book
 *
 * Returns: whether it is time to save
 */
gboolean
rea_name_book_is_full (const ReaNameBook *self)
{
  return self->keys->len >= MAX_BYTES;
}

static const guint8 *
get_key (const ReaNameBook *self, guint32 place, guint32 *length)
{
  guint32 start = place > 0 ? g_array_index (self->ends, guint32, place - 1) : 0;

  *length = g_array_index (self->ends, guint32, place) - start;

  return self->keys->data + start;
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  const Entry  *one = a;
  const Entry  *other = b;
  guint32       one_length = 0;
  guint32       other_length = 0;
  const guint8 *one_key = NULL;
  const guint8 *other_key = NULL;
  int           order = 0;

  if (one->beginning != other->beginning)
    return one->beginning < other->beginning ? -1 : 1;

  one_key = get_key (data, one->place, &one_length);
  other_key = get_key (data, other->place, &other_length);
  order = memcmp (one_key, other_key, MIN (one_length, other_length));
  if (order == 0)
    order = (one_length > other_length) - (one_length < other_length);

  return order != 0 ? order : (one->place > other->place) - (one->place < other->place);
}

/**
 * rea_name_book_sort:
 * @self: a book
 *
 * Puts those who wait in order; nobody may be added then.
 */
void
rea_name_book_sort (ReaNameBook *self)
{
  self->entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), self->ends->len);

  for (guint32 i = 0; i < self->ends->len; i++)
    {
      Entry         entry = { 0, i };
      guint32       length = 0;
      const guint8 *key = get_key (self, i, &length);

      memcpy (&entry.beginning, key, MIN (length, sizeof entry.beginning));
      entry.beginning = GUINT64_FROM_BE (entry.beginning);
      g_array_append_val (self->entries, entry);
    }

  g_array_sort_with_data (self->entries, compare_names, self);
}

typedef struct
{
  const ReaNameBook *book;
  gint64             campaign_id;
} Saving;

static void
row_cb (gpointer data, guint row, int column, sqlite3_context *context)
{
  const Saving *saving = data;
  guint32       place = g_array_index (saving->book->entries, Entry, row).place;
  const guint8 *key = NULL;
  guint32       length = 0;

  switch (column)
    {
    case 0:
      sqlite3_result_int64 (context, saving->campaign_id);
      break;
    case 1:
      key = get_key (saving->book, place, &length);
      sqlite3_result_blob (context, key, length, SQLITE_STATIC);
      break;
    default:
      sqlite3_result_int64 (context, saving->book->first_id + place);
    }
}

/**
 * rea_name_book_save:
 * @self: a book that is sorted
 * @db: a connection in a transaction
 * @campaign_id: whose contacts these are
 * @error: what went wrong
 *
 * Writes those who wait.
 *
 * Returns: whether they are listed by their names from now on
 */
gboolean
rea_name_book_save (ReaNameBook *self, ReaSqlite *db, gint64 campaign_id, GError **error)
{
  g_return_val_if_fail (self->entries != NULL, FALSE);

  if (!rea_sqlite_insert_rows (db, "contact_name", 3, self->entries->len, row_cb,
                               &(Saving){ self, campaign_id }, error))
    return FALSE;

  g_clear_pointer (&self->entries, g_array_unref);
  g_array_set_size (self->ends, 0);
  g_byte_array_set_size (self->keys, 0);

  return TRUE;
}
