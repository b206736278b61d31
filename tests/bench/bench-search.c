/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench.h"

#define N_PAGE 100

typedef struct
{
  Bench      *bench;
  sqlite3    *db;
  const char *text;
} Search;

static void
search_ours (gpointer data)
{
  Search *search = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (ReaPage) page = NULL;

  rea_filter_set_search (filter, search->text);
  page = rea_session_list_conversations (search->bench->session, search->bench->campaign, filter,
                                         REA_SORT_ID, NULL, 0, N_PAGE, NULL, &error);
  bench_die_if (error);
}

static void
search_theirs (gpointer data)
{
  Search          *search = data;
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM contact WHERE first_name LIKE "
                                          "'%%%s%%' OR last_name LIKE '%%%s%%' "
                                          "OR phone LIKE '%%%s%%'",
                                          search->text, search->text, search->text);

  bench_sql (search->db, sql);
}

void
bench_search (Bench *self)
{
  static const char *const texts[] = { "Sæunn", "Smith", "mar", "2129", "29255", "nobodyhere" };
  Search                   search = { .bench = self };

  g_assert_cmpint (sqlite3_open_v2 (rea_session_get_location (self->session), &search.db,
                                    SQLITE_OPEN_READONLY, NULL),
                   ==, SQLITE_OK);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double           ours, theirs;
      g_autofree char *title = g_strdup_printf ("search for %s, first page", texts[i]);

      search.text = texts[i];
      theirs = bench_median (search_theirs, NULL, &search, 3);
      ours = bench_median (search_ours, NULL, &search, 11);
      bench_ratio (title, ours, "a LIKE scan of the same table", theirs, 0.2);
    }

  sqlite3_close (search.db);
}
