/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* The speed of the engine, each figure beside its yardstick, which is measured
 * in the same run on the same disk: the ratio is what counts.
 *
 *   bench [N [PART…]]      N contacts, a million unless said;
 *                          parts are import, moves, reads, search, window
 */

char *
bench_path (const Bench *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

void
bench_sql (sqlite3 *db, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_remove (file);
    }

  g_rmdir (path);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*run) (Bench *self);
  } parts[] = { { "import", bench_imports },
                { "moves", bench_moves },
                { "reads", bench_reads },
                { "search", bench_search },
                { "window", bench_started_window } };
  g_autoptr (GError) error = NULL;
  g_autofree char *database = NULL;
  Bench            self = { .n = argc > 1 ? g_ascii_strtoll (argv[1], NULL, 10) : 1000000 };

  setlocale (LC_ALL, "");

  /* What the part about imports starts, to see how much memory one takes. */
  if (argc == 4 && g_str_equal (argv[1], "import-only"))
    {
      g_object_unref (bench_import (argv[2], argv[3], &self.campaign));
      return 0;
    }

  self.folder = g_dir_make_tmp ("reassign-bench-XXXXXX", &error);
  bench_die_if (error);
  self.csv = bench_write_csv (&self, "contacts.csv", self.n);
  database = bench_path (&self, "bench.db");

  bench_note ("%" G_GINT64_FORMAT " conversations over %d senders, in %s, SQLite %s", self.n,
              BENCH_N_HOLDERS, self.folder, sqlite3_libversion ());

  self.session = bench_import (database, self.csv, &self.campaign);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (argc < 3 || g_strv_contains ((const char *const *) argv + 2, parts[i].name))
      parts[i].run (&self);

  g_clear_object (&self.session);
  remove_folder (self.folder);
  g_free (self.folder);
  g_free (self.csv);

  return 0;
}
