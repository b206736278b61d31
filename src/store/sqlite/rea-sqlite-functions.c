/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-functions.h"

#include "rea-name.h"
#include "rea-sqlite-name-book.h"
#include "rea-tally.h"

struct _ReaIdSet
{
  gint64  first;
  gint64  last;
  gint64  length;
  guint8 *bits;
};

/**
 * rea_id_set_new:
 * @first: the lowest id that may be in it
 * @last: the highest
 *
 * Returns: (transfer full): an empty set
 */
ReaIdSet *
rea_id_set_new (gint64 first, gint64 last)
{
  ReaIdSet *self = g_new0 (ReaIdSet, 1);

  self->first = first;
  self->last = last;
  self->bits = g_malloc0 (last < first ? 1 : (last - first) / 8 + 1);

  return self;
}

void
rea_id_set_free (ReaIdSet *self)
{
  g_free (self->bits);
  g_free (self);
}

void
rea_id_set_add (ReaIdSet *self, gint64 id)
{
  if (id < self->first || id > self->last || rea_id_set_contains (self, id))
    return;

  self->bits[(id - self->first) / 8] |= 1 << ((id - self->first) % 8);
  self->length++;
}

gboolean
rea_id_set_contains (const ReaIdSet *self, gint64 id)
{
  return id >= self->first && id <= self->last &&
         (self->bits[(id - self->first) / 8] & (1 << ((id - self->first) % 8))) != 0;
}

/**
 * rea_id_set_get_length:
 * @self: a set
 *
 * Returns: how many are in it
 */
gint64
rea_id_set_get_length (const ReaIdSet *self)
{
  return self->length;
}

/**
 * rea_id_set_dup_ids:
 * @self: a set
 *
 * Returns: (transfer full) (element-type gint64): all that are in it, ascending
 */
GArray *
rea_id_set_dup_ids (const ReaIdSet *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = self->first; id <= self->last && ids->len < self->length; id++)
    if (rea_id_set_contains (self, id))
      g_array_append_val (ids, id);

  return ids;
}

/* rea_in (set, id): whether a conversation is in the set. */
static void
in_set_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const ReaIdSet *set = sqlite3_value_pointer (values[0], REA_POINTER_ID_SET);

  sqlite3_result_int (context,
                      set != NULL && rea_id_set_contains (set, sqlite3_value_int64 (values[1])));
}

/* rea_matches (search, first name, last name, phone as the store keeps it). */
static void
matches_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const ReaSearch *search = sqlite3_value_pointer (values[0], REA_POINTER_SEARCH);
  const char      *first_name = (const char *) sqlite3_value_text (values[1]);
  const char      *last_name = (const char *) sqlite3_value_text (values[2]);
  const char      *phone = (const char *) sqlite3_value_text (values[3]);

  /* The phone's digits stand behind a 1. */
  sqlite3_result_int (context, search != NULL &&
                                   rea_search_matches (search, first_name, last_name, phone + 1));
}

/* rea_name_key (last name, first name): by what a contact stands in name order. */
static void
name_key_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *last_name = (const char *) sqlite3_value_text (values[0]);
  const char *first_name = (const char *) sqlite3_value_text (values[1]);
  g_autoptr (GByteArray) key = g_byte_array_new ();

  rea_name_append_key (key, first_name != NULL ? first_name : "",
                       last_name != NULL ? last_name : "");
  sqlite3_result_blob (context, key->data, key->len, SQLITE_TRANSIENT);
}

/* rea_tally (tally, holder, status): counts each row there, and answers nothing. A
 * GROUP BY sorts first, which takes five times as long.
 */
static void
tally_step_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  ReaTally *tally = sqlite3_value_pointer (values[0], REA_POINTER_TALLY);
  int       status = sqlite3_value_int (values[2]);

  /* A damaged row may have a status that there is not. */
  if (tally != NULL && status >= 0 && status < REA_N_STATUSES)
    rea_tally_add (tally, sqlite3_value_int64 (values[1]), status, 1);
}

static void
tally_final_cb (sqlite3_context *context)
{
  sqlite3_result_null (context);
}

/* Name order: by case-folded code points. SQLite hands texts over without a NUL. */
static int
collate_names (void *data, int n_a, const void *a, int n_b, const void *b)
{
  gboolean ascii = TRUE;

  for (int i = 0; i < n_a && ascii; i++)
    ascii = ((const guchar *) a)[i] < 0x80;
  for (int i = 0; i < n_b && ascii; i++)
    ascii = ((const guchar *) b)[i] < 0x80;

  if (ascii)
    {
      int order = g_ascii_strncasecmp (a, b, MIN (n_a, n_b));

      return order != 0 ? order : n_a - n_b;
    }

  {
    g_autofree char *text_a = g_strndup (a, n_a);
    g_autofree char *text_b = g_strndup (b, n_b);

    return rea_name_compare_folded (text_a, text_b);
  }
}

/**
 * rea_sqlite_add_functions:
 * @db: a connection
 * @error: what went wrong
 *
 * Adds the name order, and what the filters need beyond SQL.
 *
 * Returns: whether all are there
 */
gboolean
rea_sqlite_add_functions (ReaSqlite *db, GError **error)
{
  sqlite3 *handle = rea_sqlite_get_handle (db);
  int      flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;

  if (sqlite3_create_collation (handle, "rea_name", SQLITE_UTF8, NULL, collate_names) ==
          SQLITE_OK &&
      sqlite3_create_function (handle, "rea_in", 2, flags, NULL, in_set_cb, NULL, NULL) ==
          SQLITE_OK &&
      sqlite3_create_function (handle, "rea_matches", 4, flags, NULL, matches_cb, NULL, NULL) ==
          SQLITE_OK &&
      sqlite3_create_function (handle, "rea_name_key", 2, flags | SQLITE_DETERMINISTIC, NULL,
                               name_key_cb, NULL, NULL) == SQLITE_OK &&
      sqlite3_create_function (handle, "rea_tally", 3, flags, NULL, NULL, tally_step_cb,
                               tally_final_cb) == SQLITE_OK)
    return TRUE;

  rea_sqlite_set_error (db, error);

  return FALSE;
}
