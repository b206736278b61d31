/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "engine.h"
#include "rea-sqlite-phone-book.h"

#define CAMPAIGN 7

static gboolean
has (ReaPhoneBook *book, gint64 phone)
{
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;

  g_assert_true (rea_phone_book_has (book, phone, &found, &error));
  g_assert_no_error (error);

  return found;
}

static void
save (ReaPhoneBook *book)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (rea_phone_book_save (book, &error));
  g_assert_no_error (error);
}

static void
test_waiting (Engine *engine, gconstpointer data)
{
  g_autoptr (ReaPhoneBook) book = rea_phone_book_new (engine->db, CAMPAIGN, FALSE);

  g_assert_false (has (book, 112025550101));
  rea_phone_book_add (book, 1, 112025550101);
  g_assert_true (has (book, 112025550101));
  g_assert_false (has (book, 112025550102));
  g_assert_cmpint (engine_get_int (engine, "SELECT count(*) FROM contact_phone"), ==, 0);
}

/* In rounds, so that some wait and some are saved; in no order. */
static void
test_saved (Engine *engine, gconstpointer data)
{
  g_autoptr (ReaPhoneBook) book = rea_phone_book_new (engine->db, CAMPAIGN, FALSE);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  gint64 id = 100;

  for (guint round = 0; round < 5; round++)
    {
      for (guint i = 0; i < 30000; i++)
        {
          gint64 phone = 112025000000 + g_rand_int_range (rand, 0, 300000) * 331;

          g_assert_cmpint (has (book, phone), ==, g_hash_table_contains (known, &phone));
          if (g_hash_table_add (known, g_memdup2 (&phone, sizeof phone)))
            rea_phone_book_add (book, id++, phone);
        }

      save (book);
    }

  g_assert_cmpint (engine_get_int (engine, "SELECT count(*) FROM contact_phone"), ==,
                   g_hash_table_size (known));
  g_assert_cmpint (engine_get_int (engine, "SELECT count(DISTINCT id) FROM contact_phone"
                                           " WHERE campaign_id = 7"),
                   ==, id - 100);
  g_assert_cmpint (engine_get_int (engine, "SELECT min (id) FROM contact_phone"), ==, 100);
  g_assert_cmpint (engine_get_int (engine, "SELECT max (id) FROM contact_phone"), ==, id - 1);
}

/* Each phone stands with the id of its own contact. */
static void
test_ids (Engine *engine, gconstpointer data)
{
  const gint64 phones[] = { 19, 1999999999999999, 112025550103, 18, 112025550101, 112025550102 };
  g_autoptr (ReaPhoneBook) book = rea_phone_book_new (engine->db, CAMPAIGN, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (phones); i++)
    rea_phone_book_add (book, 10 + i, phones[i]);
  save (book);

  for (guint i = 0; i < G_N_ELEMENTS (phones); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT id FROM contact_phone WHERE phone = %" G_GINT64_FORMAT,
                           phones[i]);

      g_assert_cmpint (engine_get_int (engine, sql), ==, 10 + i);
    }
}

/* What another import brought, this one has to find; of this campaign only. */
static void
test_others (Engine *engine, gconstpointer data)
{
  g_autoptr (ReaPhoneBook) first = rea_phone_book_new (engine->db, CAMPAIGN, FALSE);
  g_autoptr (ReaPhoneBook) same = rea_phone_book_new (engine->db, CAMPAIGN, TRUE);
  g_autoptr (ReaPhoneBook) other = rea_phone_book_new (engine->db, CAMPAIGN + 1, TRUE);

  rea_phone_book_add (first, 1, 112025550101);
  save (first);

  g_assert_true (has (same, 112025550101));
  g_assert_false (has (same, 112025550102));
  g_assert_false (has (other, 112025550101));

  rea_phone_book_add (other, 2, 112025550101);
  save (other);
  g_assert_cmpint (engine_get_int (engine, "SELECT count(*) FROM contact_phone"), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ENGINE_ADD ("/sqlite-phone-book/waiting", test_waiting);
  ENGINE_ADD ("/sqlite-phone-book/saved", test_saved);
  ENGINE_ADD ("/sqlite-phone-book/ids", test_ids);
  ENGINE_ADD ("/sqlite-phone-book/others", test_others);

  return g_test_run ();
}
