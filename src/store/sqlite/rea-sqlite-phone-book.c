/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that go into an index in order take a tenth of the time of those that go
 * anywhere. So the phones of those who come in are put in order here, a million at
 * a time, before they are written. That one is not there twice is seen at once: it
 * is looked for among those that wait, and in the table only where a filter that
 * takes 16 MiB, however many there are, says that it may be there.
 */
#include "rea-sqlite-phone-book.h"

#include "rea-sqlite-rows.h"

#include <string.h>

#define MAX_ENTRIES (1024 * 1024)
#define FIRST_SLOTS (32 * 1024)

/* A 1 and fifteen digits take 51 bits. */
#define PHONE_BITS 51
#define DIGIT_BITS 11

#define FILTER_BITS   (1 << 27)
#define FILTER_PROBES 4

typedef struct
{
  gint64  phone;
  guint32 place;
} Entry;

/* Those who wait have one id after the other. */
struct _ReaPhoneBook
{
  ReaSqlite *db;
  gint64     campaign_id;
  gboolean   has_contacts;
  gint64     first_id;
  GArray    *phones;
  gint64    *slots; /* the same phones where their hashes lead, 0 for none */
  guint      n_slots;
  guint8    *filter; /* of the phones in the table, or NULL for none */
};

/**
 * rea_phone_book_new:
 * @db: a connection in a transaction
 * @campaign_id: whose contacts these are
 * @has_contacts: whether it has any already
 *
 * Returns: (transfer full): a book in which nobody waits
 */
ReaPhoneBook *
rea_phone_book_new (ReaSqlite *db, gint64 campaign_id, gboolean has_contacts)
{
  ReaPhoneBook *self = g_new0 (ReaPhoneBook, 1);

  self->db = db;
  self->campaign_id = campaign_id;
  self->has_contacts = has_contacts;
  self->phones = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (gint64, self->n_slots);

  return self;
}

void
rea_phone_book_free (ReaPhoneBook *self)
{
  g_array_unref (self->phones);
  g_free (self->slots);
  g_free (self->filter);
  g_free (self);
}

static guint64
mix (gint64 phone)
{
  guint64 hash = (guint64) phone * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  hash ^= hash >> 29;
  hash *= G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);

  return hash ^ hash >> 32;
}

static guint
find_slot (const ReaPhoneBook *self, gint64 phone)
{
  guint slot = mix (phone) & (self->n_slots - 1);

  while (self->slots[slot] != 0 && self->slots[slot] != phone)
    slot = (slot + 1) & (self->n_slots - 1);

  return slot;
}

/* The n-th of the bits by which a phone is remembered. */
static guint
get_bit (guint64 hash, guint n)
{
  return (hash + n * (hash >> 27 | 1)) & (FILTER_BITS - 1);
}

static gboolean
may_be_saved (const ReaPhoneBook *self, gint64 phone)
{
  guint64 hash = mix (phone);

  if (self->has_contacts)
    return TRUE;
  if (self->filter == NULL)
    return FALSE;

  for (guint i = 0; i < FILTER_PROBES; i++)
    {
      guint bit = get_bit (hash, i);

      if ((self->filter[bit / 8] & 1 << bit % 8) == 0)
        return FALSE;
    }

  return TRUE;
}

static void
remember_saved (ReaPhoneBook *self)
{
  if (self->filter == NULL)
    self->filter = g_malloc0 (FILTER_BITS / 8);

  for (guint i = 0; i < self->phones->len; i++)
    {
      guint64 hash = mix (g_array_index (self->phones, gint64, i));

      for (guint k = 0; k < FILTER_PROBES; k++)
        {
          guint bit = get_bit (hash, k);

          self->filter[bit / 8] |= 1 << bit % 8;
        }
    }
}

/**
 * rea_phone_book_has:
 * @self: a book
 * @phone: as the store keeps it
 * @found: (out): whether the campaign has it already
 * @error: what went wrong
 *
 * Returns: whether that could be told
 */
gboolean
rea_phone_book_has (ReaPhoneBook *self, gint64 phone, gboolean *found, GError **error)
{
  gint64 id = 0;

  *found = self->slots[find_slot (self, phone)] != 0;
  if (*found || !may_be_saved (self, phone))
    return TRUE;

  if (!rea_sqlite_get_int (self->db,
                           "SELECT id FROM contact_phone WHERE phone = ? AND campaign_id = ?", 0,
                           &id, error, "ii", phone, self->campaign_id))
    return FALSE;

  *found = id != 0;
  return TRUE;
}

static void
grow (ReaPhoneBook *self)
{
  self->n_slots *= 4;
  g_free (self->slots);
  self->slots = g_new0 (gint64, self->n_slots);

  for (guint i = 0; i < self->phones->len; i++)
    {
      gint64 phone = g_array_index (self->phones, gint64, i);

      self->slots[find_slot (self, phone)] = phone;
    }
}

/**
 * rea_phone_book_add:
 * @self: a book
 * @id: of a contact, one more than that of the last who waits
 * @phone: of the contact, which the campaign doesn't have yet
 *
 * Lets a contact wait to be saved.
 */
void
rea_phone_book_add (ReaPhoneBook *self, gint64 id, gint64 phone)
{
  if (self->phones->len == 0)
    self->first_id = id;

  g_return_if_fail (id == self->first_id + self->phones->len);

  g_array_append_val (self->phones, phone);

  if (self->phones->len > self->n_slots / 2)
    grow (self);
  else
    self->slots[find_slot (self, phone)] = phone;
}

/**
 * rea_phone_book_is_full:
 * @self: a book
 *
 * Returns: whether it is time to save
 */
gboolean
rea_phone_book_is_full (const ReaPhoneBook *self)
{
  return self->phones->len >= MAX_ENTRIES;
}

static guint
get_digit (const Entry *entry, guint shift)
{
  return entry->phone >> shift & ((1 << DIGIT_BITS) - 1);
}

/* Sorts by some bits after the other, from the lowest on, which takes a quarter of
 * the time that comparing does.
 */
static GArray *
sort_phones (const ReaPhoneBook *self)
{
  guint   n = self->phones->len;
  GArray *from = g_array_sized_new (FALSE, FALSE, sizeof (Entry), n);
  GArray *to = g_array_sized_new (FALSE, FALSE, sizeof (Entry), n);

  for (guint32 i = 0; i < n; i++)
    {
      Entry entry = { g_array_index (self->phones, gint64, i), i };

      g_array_append_val (from, entry);
    }
  g_array_set_size (to, n);

  for (guint shift = 0; shift < PHONE_BITS; shift += DIGIT_BITS)
    {
      guint   starts[(1 << DIGIT_BITS) + 1] = { 0 };
      GArray *swapped = from;

      for (guint i = 0; i < n; i++)
        starts[get_digit (&g_array_index (from, Entry, i), shift) + 1]++;
      for (guint i = 1; i < 1 << DIGIT_BITS; i++)
        starts[i] += starts[i - 1];
      for (guint i = 0; i < n; i++)
        {
          const Entry *entry = &g_array_index (from, Entry, i);

          g_array_index (to, Entry, starts[get_digit (entry, shift)]++) = *entry;
        }

      from = to;
      to = swapped;
    }

  g_array_unref (to);

  return from;
}

typedef struct
{
  const ReaPhoneBook *book;
  GArray             *entries;
} Saving;

static void
row_cb (gpointer data, guint row, int column, sqlite3_context *context)
{
  const Saving *saving = data;
  const Entry  *entry = &g_array_index (saving->entries, Entry, row);

  if (column == 0)
    sqlite3_result_int64 (context, entry->phone);
  else if (column == 1)
    sqlite3_result_int64 (context, saving->book->campaign_id);
  else
    sqlite3_result_int64 (context, saving->book->first_id + entry->place);
}

/**
 * rea_phone_book_save:
 * @self: a book
 * @error: what went wrong
 *
 * Writes those who wait, in order.
 *
 * Returns: whether they are found by their phones from now on
 */
gboolean
rea_phone_book_save (ReaPhoneBook *self, GError **error)
{
  g_autoptr (GArray) entries = sort_phones (self);

  if (!rea_sqlite_insert_rows (self->db, "contact_phone", 3, entries->len, row_cb,
                               &(Saving){ self, entries }, error))
    return FALSE;

  remember_saved (self);
  memset (self->slots, 0, self->n_slots * sizeof *self->slots);
  g_array_set_size (self->phones, 0);

  return TRUE;
}
