/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench.h"

#include "rea-demo-names.h"
#include "rea-demo-phones.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

char **
bench_dup_emails (int first, int n)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (int i = first; i < first + n; i++)
    {
      g_autofree char *email = g_strdup_printf ("sender%03d@example.org", i);

      g_strv_builder_add (builder, email);
    }

  return g_strv_builder_end (builder);
}

/* Random holders and statuses, numbers in E.164. */
char *
bench_write_csv (const Bench *self, const char *name, gint64 n)
{
  static const char *const statuses[] = { "needs_reply", "not_started", "not_started", "messaged",
                                          "messaged",    "replied",     "closed" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_auto (GStrv) emails = bench_dup_emails (0, BENCH_N_HOLDERS);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  char *path = bench_path (self, name);
  FILE *file = fopen (path, "w");

  g_assert_nonnull (file);
  fputs ("phone,first name,last name,sender,status,last message at\r\n", file);

  for (gint64 i = 0; i < n; i++)
    {
      const char      *first, *last, *city, *status;
      g_autofree char *phone = rea_demo_dup_phone (1, i, &city);
      g_autofree char *at = NULL;
      int              holder = g_rand_int_range (rand, 0, BENCH_N_HOLDERS);

      rea_demo_pick_name (rand, &first, &last);
      status = statuses[g_rand_int_range (rand, 0, G_N_ELEMENTS (statuses))];
      if (*status != 'n' || status[1] == 'e')
        {
          g_autoptr (GDateTime) then =
              g_date_time_add_seconds (now, -g_rand_int_range (rand, 60, 30000));

          at = g_date_time_format (then, "%Y-%m-%dT%H:%M:%SZ");
        }

      fprintf (file, "%s,%s,%s,%s,%s,%s\r\n", phone, first, last, emails[holder], status,
               at != NULL ? at : "");
    }

  fclose (file);

  return path;
}

/* A database with one campaign of all senders, into which the file is imported. */
ReaSession *
bench_import (const char *path, const char *csv, gint64 *campaign)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaSession) session = rea_session_create (path, "owner@example.org", &error);
  g_autoptr (ReaCampaign) values = rea_campaign_new ("Bench");
  g_autoptr (ReaCampaign) created = NULL;
  g_autoptr (ReaImportReport) report = NULL;
  g_autoptr (GPtrArray) added = NULL;
  g_auto (GStrv) emails = bench_dup_emails (0, BENCH_N_SENDERS);

  bench_die_if (error);
  values->state = REA_STATE_ACTIVE;
  values->has_hours = FALSE;
  created = rea_session_create_campaign (session, values, &error);
  bench_die_if (error);
  added = rea_session_add_senders (session, created->id, (const char *const *) emails, &error);
  bench_die_if (error);
  rea_session_import_contacts (session, created->id, csv, FALSE, NULL, NULL, NULL, &report, &error);
  bench_die_if (error);
  *campaign = created->id;

  return g_steal_pointer (&session);
}

typedef struct
{
  const Bench *bench;
  const char  *path;
  long         max_rss; /* kB */
} Run;

static void
remove_database (gpointer data)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", ".lock" };
  Run                     *run = data;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (run->path, suffixes[i], NULL);

      g_remove (file);
    }
}

/* In a process of its own, which has nothing else in its memory. */
static void
import_ours (gpointer data)
{
  Run          *run = data;
  struct rusage usage;
  int           status;
  pid_t         child = fork ();

  if (child == 0)
    {
      execl ("/proc/self/exe", "bench", "import-only", run->path, run->bench->csv, NULL);
      _exit (127);
    }

  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);
  g_assert_cmpint (status, ==, 0);
  run->max_rss = usage.ru_maxrss;
}

static void
import_theirs (gpointer data)
{
  Run              *run = data;
  g_autofree char  *command = g_strdup_printf (".import --csv %s contact", run->bench->csv);
  const char *const argv[] = { "sqlite3", run->path, command, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status,
                &error);
  bench_die_if (error);
  g_assert_cmpint (status, ==, 0);
}

static void
measure_file (Bench *self)
{
  g_autofree char *path = bench_path (self, "size.db");
  gint64           campaign;
  GStatBuf         info;
  ReaSession      *session = bench_import (path, self->csv, &campaign);
  Run              run = { self, path, 0 };

  g_object_unref (session);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  bench_limit ("file without messages and fields", (double) info.st_size / (double) self->n,
               "B a conversation", 130);
  remove_database (&run);
}

void
bench_imports (Bench *self)
{
  g_autofree char *ours = bench_path (self, "ours.db");
  g_autofree char *theirs = bench_path (self, "theirs.db");
  Run              our_run = { self, ours, 0 };
  Run              their_run = { self, theirs, 0 };
  int              n_runs = self->n > 2000000 ? 1 : 3;
  double           their_time = bench_median (import_theirs, remove_database, &their_run, n_runs);
  double           our_time = bench_median (import_ours, remove_database, &our_run, n_runs);

  bench_ratio ("import of a CSV", our_time, "sqlite3 .import --csv", their_time, 4);
  bench_limit ("memory of the import", (double) our_run.max_rss / 1024, "MB", 200);
  measure_file (self);
}
