/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench.h"

#define N_SMALL 10000
#define N_PAGE  200

typedef struct
{
  ReaSession *session;
  gint64      campaign;
  ReaRequest *request;
  ReaFilter  *filter;
  ReaSort     sort;
  char       *after;
} Read;

static void
overview (gpointer data)
{
  Read *read = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaOverview) result = rea_session_get_overview (read->session, read->campaign, &error);

  bench_die_if (error);
}

static void
senders (gpointer data)
{
  Read *read = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) result = rea_session_list_senders (read->session, read->campaign, &error);

  bench_die_if (error);
}

static void
preview (gpointer data)
{
  Read *read = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) result =
      rea_session_preview (read->session, read->campaign, read->request, NULL, &error);

  bench_die_if (error);
}

static void
sweep (gpointer data)
{
  Read *read = data;
  /* The moves that were measured before would all be of the last minutes. */
  const ReaSweepOptions options = { REA_SWEEP_MINUTES, REA_SWEEP_MINUTES, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaSweep) result =
      rea_session_get_sweep (read->session, read->campaign, &options, &error);

  bench_die_if (error);
}

static void
page (gpointer data)
{
  Read *read = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaPage) result =
      rea_session_list_conversations (read->session, read->campaign, read->filter, read->sort,
                                      read->after, 0, N_PAGE, NULL, &error);

  bench_die_if (error);
  g_assert_cmpuint (result->conversations->len, >, 0);
}

/* The same on both databases, of which one is a hundredth of the other. */
static void
compare (const char *what, BenchFunc func, Read *large, Read *small)
{
  double small_time = bench_median (func, NULL, small, 51);
  double large_time = bench_median (func, NULL, large, 51);

  bench_ratio (what, large_time, "the same at 10,000", small_time, 2);
}

static void
measure_preview (Read *read, const char *what, ReaRequest *request)
{
  Read other = *read;

  other.request = request;
  bench_limit (what, bench_median (preview, NULL, &other, 5) * 1000, "ms", 200);
  rea_request_free (request);
}

static ReaRequest *
new_preview (void)
{
  ReaRequest *request = rea_request_new ();
  g_auto (GStrv) receivers = bench_dup_emails (100, 10);

  request->to = REA_TO_SENDERS;
  rea_request_set_to_senders (request, (const char *const *) receivers);

  return request;
}

static void
measure_previews (Read *read)
{
  ReaRequest *request = new_preview ();

  request->filter->waiting_minutes = 30;
  measure_preview (read, "preview of what waits 30 minutes", request);

  request = new_preview ();
  request->filter->unmoved_minutes = 30;
  measure_preview (read, "preview of what was not moved for 30 minutes", request);

  request = new_preview ();
  rea_filter_set_search (request->filter, "mart");
  measure_preview (read, "preview of a search", request);

  request = new_preview ();
  request->filter->flag = REA_FLAG_SURVEY_OPEN;
  measure_preview (read, "preview of a flag", request);
}

/* The token of a page in the depth; how it is reached is not measured. */
static char *
dup_token (Read *read, gint64 n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaPage) result =
      rea_session_list_conversations (read->session, read->campaign, read->filter, read->sort, NULL,
                                      (guint64) n, 1, NULL, &error);

  bench_die_if (error);

  return g_steal_pointer (&result->next);
}

static void
measure_pages (Bench *self, Read *read, const char *what, ReaSort sort, ReaStatus status)
{
  double           first, deep;
  g_autofree char *title = g_strconcat ("page of 200 in the depth, ", what, NULL);
  gint64           matches;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaTally) tally = NULL;
  ReaCounts counts;

  read->filter = rea_filter_new ();
  read->filter->status = status;
  read->sort = sort;
  tally = rea_session_tally (read->session, read->campaign, read->filter, NULL, &error);
  bench_die_if (error);
  counts = rea_tally_sum (tally);
  matches = rea_counts_total (&counts);

  first = bench_median (page, NULL, read, 21);
  read->after = dup_token (read, matches * 9 / 10);
  deep = bench_median (page, NULL, read, 21);
  bench_ratio (title, deep, "the first page", first, 2);

  g_clear_pointer (&read->after, g_free);
  g_clear_pointer (&read->filter, rea_filter_free);
}

void
bench_reads (Bench *self)
{
  g_autofree char *path = bench_path (self, "small.db");
  g_autofree char *csv = bench_write_csv (self, "small.csv", N_SMALL);
  Read             large = { .session = self->session, .campaign = self->campaign };
  Read             small = { 0 };

  small.session = bench_import (path, csv, &small.campaign);
  large.request = new_preview ();
  small.request = new_preview ();

  compare ("overview", overview, &large, &small);
  compare ("list of senders", senders, &large, &small);
  compare ("preview by holders and statuses", preview, &large, &small);
  measure_previews (&large);
  bench_limit ("sweep", bench_median (sweep, NULL, &large, 5) * 1000, "ms", 50);

  measure_pages (self, &large, "by id", REA_SORT_ID, REA_STATUS_ANY);
  measure_pages (self, &large, "by id, one status", REA_SORT_ID, REA_STATUS_REPLIED);
  measure_pages (self, &large, "by name", REA_SORT_NAME, REA_STATUS_ANY);
  measure_pages (self, &large, "by name, one status", REA_SORT_NAME, REA_STATUS_REPLIED);
  measure_pages (self, &large, "by waiting", REA_SORT_WAITING, REA_STATUS_ANY);
  measure_pages (self, &large, "by waiting, needs reply", REA_SORT_WAITING, REA_STATUS_NEEDS_REPLY);

  rea_request_free (large.request);
  rea_request_free (small.request);
  g_object_unref (small.session);
}
