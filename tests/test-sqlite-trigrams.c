/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "engine.h"
#include "rea-name.h"
#include "rea-sqlite-found.h"
#include "rea-sqlite-search.h"
#include "rea-sqlite-trigrams.h"

#include <string.h>

#define N_CONTACTS 3000
#define FIRST_ID   50

typedef struct
{
  char *first;
  char *last;
  char *digits;
} Contact;

static char *
random_text (GRand *rand, const char *const *pieces, guint n_pieces, guint max)
{
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 0, max); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, n_pieces)]);

  return g_string_free (text, FALSE);
}

static char *
random_name (GRand *rand)
{
  const char *pieces[] = { "a", "B", "c", "é", "E\xcc\x81", "名", "ß", "\"", "%" };

  return random_text (rand, pieces, G_N_ELEMENTS (pieces), 8);
}

static char *
random_digits (GRand *rand, guint max)
{
  const char *pieces[] = { "0", "1", "2" };

  return random_text (rand, pieces, G_N_ELEMENTS (pieces), max);
}

static void
add_contacts (Engine *engine, GRand *rand, Contact *contacts)
{
  g_autoptr (ReaTrigrams) trigrams = rea_trigrams_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_CONTACTS; i++)
    {
      contacts[i].first = random_name (rand);
      contacts[i].last = random_name (rand);
      contacts[i].digits = random_digits (rand, 12);
      rea_trigrams_add (trigrams, FIRST_ID + i, contacts[i].first, contacts[i].last,
                        contacts[i].digits);

      if (i % 997 == 0)
        g_assert_true (rea_trigrams_save (trigrams, engine->db, 1 + i / 997, &error));
    }

  g_assert_true (rea_trigrams_save (trigrams, engine->db, 9, &error));
  g_assert_true (rea_trigrams_save (trigrams, engine->db, 9, &error));
  g_assert_no_error (error);
}

/* Whether the text has every three characters in a row that the word has, the
 * first eight of them.
 */
static gboolean
has_parts (const Contact *contact, const char *word)
{
  const char *texts[] = { contact->first, contact->last, contact->digits };
  const char *p = word;

  for (guint n = 0; n < 8 && g_utf8_strlen (p, -1) >= 3; n++, p = g_utf8_next_char (p))
    {
      g_autofree char *part = g_utf8_substring (p, 0, 3);
      gboolean         found = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          g_autofree char *folded = rea_name_fold (texts[i]);

          found = found || strstr (folded, part) != NULL;
        }

      if (!found)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_wanted (const Contact *contact, const ReaSearch *search)
{
  const char *const *words = rea_search_get_words (search);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *digits = rea_search_get_digits (search, i);

      if (g_utf8_strlen (words[i], -1) < 3 || (digits != NULL && strlen (digits) < 3))
        continue;
      if (!has_parts (contact, words[i]) && (digits == NULL || !has_parts (contact, digits)))
        return FALSE;
    }

  return TRUE;
}

static void
assert_found (Engine *engine, const Contact *contacts, const char *text, gint64 first, gint64 last)
{
  g_autoptr (ReaSearch) search = rea_search_new (text);
  g_autoptr (ReaWanted) wanted = rea_wanted_new (search);
  g_autoptr (ReaStatement) select = NULL;
  g_autoptr (GError) error = NULL;
  gboolean row = FALSE;

  if (wanted == NULL)
    return;

  select = rea_sqlite_prepare (engine->db,
                               "SELECT id FROM rea_found (?) WHERE id BETWEEN ? AND ? ORDER BY id",
                               &error);
  g_assert_no_error (error);
  sqlite3_bind_pointer (select, 1, wanted, REA_POINTER_WANTED, NULL);
  sqlite3_bind_int64 (select, 2, first);
  sqlite3_bind_int64 (select, 3, last);

  for (gint64 id = MAX (first, FIRST_ID); id <= MIN (last, FIRST_ID + N_CONTACTS - 1); id++)
    {
      if (!is_wanted (&contacts[id - FIRST_ID], search))
        {
          g_assert_false (rea_search_matches (search, contacts[id - FIRST_ID].first,
                                              contacts[id - FIRST_ID].last,
                                              contacts[id - FIRST_ID].digits));
          continue;
        }

      g_assert_true (rea_statement_step (select, &row, &error));
      g_assert_true (row);
      g_assert_cmpint (sqlite3_column_int64 (select, 0), ==, id);
    }

  g_assert_true (rea_statement_step (select, &row, &error));
  g_assert_false (row);
}

/* Whatever is searched, the index names those who have its parts, and nobody else. */
static void
test_found (Engine *engine, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autofree Contact *contacts = g_new0 (Contact, N_CONTACTS);

  add_contacts (engine, rand, contacts);

  for (guint round = 0; round < 300; round++)
    {
      g_autofree char *name = random_name (rand);
      g_autofree char *digits = random_digits (rand, 6);
      g_autofree char *both = g_strjoin (" ", name, digits, NULL);
      const char      *texts[] = { name, digits, both };
      gint64           first = g_rand_int_range (rand, 0, N_CONTACTS);

      assert_found (engine, contacts, texts[round % 3], 0, G_MAXINT64);
      assert_found (engine, contacts, texts[round % 3], first,
                    first + g_rand_int_range (rand, 0, N_CONTACTS));
    }

  assert_found (engine, contacts, "(012)", 0, G_MAXINT64);
  assert_found (engine, contacts, "never", 0, G_MAXINT64);

  for (guint i = 0; i < N_CONTACTS; i++)
    {
      g_free (contacts[i].first);
      g_free (contacts[i].last);
      g_free (contacts[i].digits);
    }
}

/* Two searches may be under way in one statement. */
static void
test_twice (Engine *engine, gconstpointer data)
{
  g_autoptr (ReaTrigrams) trigrams = rea_trigrams_new ();
  g_autoptr (ReaSearch) search = rea_search_new ("ann");
  g_autoptr (ReaWanted) wanted = rea_wanted_new (search);
  g_autoptr (ReaStatement) select = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= 4; i++)
    {
      rea_trigrams_add (trigrams, i, i % 2 ? "Annabel" : "Bo", "", "1202");
      g_assert_true (rea_trigrams_save (trigrams, engine->db, 1, &error));
    }

  select = rea_sqlite_prepare (engine->db,
                               "SELECT count(*) FROM rea_found (?1) a, rea_found (?1) b"
                               " WHERE a.id IN (SELECT id FROM rea_found (?1))",
                               &error);
  g_assert_no_error (error);
  sqlite3_bind_pointer (select, 1, wanted, REA_POINTER_WANTED, NULL);
  g_assert_true (rea_statement_step (select, NULL, &error));
  g_assert_cmpint (sqlite3_column_int (select, 0), ==, 4);
}

/* A list that takes many pieces, with ids far apart. */
static void
test_long_list (Engine *engine, gconstpointer data)
{
  g_autoptr (ReaTrigrams) trigrams = rea_trigrams_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) read = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GError) error = NULL;
  gint64  trigram = ((gint64) 'a' << 42) | ('b' << 21) | 'c';
  guint32 offset = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_array_append_val (ids, offset);
      rea_trigrams_add (trigrams, 1000 + (gint64) offset, "ABCabc", "abc", "");
      offset += 1 + (g_rand_int (rand) >> g_rand_int_range (rand, 15, 32));
    }

  g_assert_true (rea_trigrams_save (trigrams, engine->db, 1, &error));
  g_assert_cmpint (engine_get_int (engine, "SELECT max (part) FROM search_list"), >, 20);

  read = rea_trigrams_read (engine->db, 1000, trigram, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (read->data, read->len * sizeof (guint32), ids->data,
                   ids->len * sizeof (guint32));
}

static gint64
count_bad (Engine *engine)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  g_assert_true (rea_sqlite_search_check (engine->db, &n, &error));
  g_assert_no_error (error);

  return n;
}

static void
test_check (Engine *engine, gconstpointer data)
{
  const char *damages[] = {
    "DELETE FROM search_list WHERE trigram = (SELECT max (trigram) FROM search_list)",
    "UPDATE search_list SET ids = x'01' WHERE trigram = (SELECT min (trigram) FROM search_list)",
    "INSERT INTO search_list VALUES (1, 7, 0, x'00')",
    "DELETE FROM search_block WHERE first_id = 1",
    "UPDATE search_block SET last_id = 1 WHERE first_id = 1",
    "UPDATE search_block SET campaign_id = 3 WHERE first_id = 1",
    "UPDATE contact SET first_name = 'Other' WHERE id = 2",
    "UPDATE contact SET phone = phone + 1 WHERE id = 3",
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (rea_sqlite_exec (
      engine->db,
      "INSERT INTO contact VALUES (1, 1, 112025550101, 'Ann', 'Bartlett', NULL, NULL, 1, 0, NULL);"
      "INSERT INTO contact VALUES (2, 1, 112025550102, 'Bo', 'É', NULL, NULL, 1, 0, NULL);"
      "INSERT INTO contact VALUES (3, 2, 112025550101, 'Cy', '', NULL, NULL, 1, 0, NULL);",
      &error));

  g_assert_cmpint (count_bad (engine), ==, 3);
  g_assert_true (rea_sqlite_search_rebuild (engine->db, &error));
  g_assert_cmpint (count_bad (engine), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_test_message ("%s", damages[i]);
      g_assert_true (rea_sqlite_exec (engine->db, damages[i], &error));
      g_assert_no_error (error);
      g_assert_cmpint (count_bad (engine), >, 0);
      g_assert_true (rea_sqlite_search_rebuild (engine->db, &error));
      g_assert_cmpint (count_bad (engine), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ENGINE_ADD ("/sqlite-trigrams/found", test_found);
  ENGINE_ADD ("/sqlite-trigrams/twice", test_twice);
  ENGINE_ADD ("/sqlite-trigrams/long-list", test_long_list);
  ENGINE_ADD ("/sqlite-trigrams/check", test_check);

  return g_test_run ();
}
