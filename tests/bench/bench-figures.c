/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench.h"

#include <stdlib.h>

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* In seconds. */
double
bench_time (BenchFunc func, gpointer user_data)
{
  gint64 began = g_get_monotonic_time ();

  func (user_data);

  return (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC;
}

double
bench_pick_median (double *times, int n)
{
  qsort (times, n, sizeof *times, compare_doubles);

  return times[n / 2];
}

/* The median of some runs; what is done between them is not measured. */
double
bench_median (BenchFunc func, BenchFunc between, gpointer user_data, int n_runs)
{
  g_autofree double *times = g_new (double, n_runs);

  for (int i = 0; i < n_runs; i++)
    {
      times[i] = bench_time (func, user_data);
      if (between != NULL)
        between (user_data);
    }

  return bench_pick_median (times, n_runs);
}

/* Rows of a table as README.md has it, into which tests/bench/readme puts them. */
void
bench_ratio (const char *what, double ours, const char *yardstick, double theirs, double bar)
{
  double ratio = ours / theirs;

  g_print ("| %s | %.1f ms | %.2f × %s (%.1f ms) | %.2f × | %s |\n", what, ours * 1000, ratio,
           yardstick, theirs * 1000, bar, ratio <= bar ? "holds" : "**over**");
}

void
bench_limit (const char *what, double value, const char *unit, double bar)
{
  g_print ("| %s | %.1f %s | | %.0f %s | %s |\n", what, value, unit, bar, unit,
           value <= bar ? "holds" : "**over**");
}

void
bench_note (const char *format, ...)
{
  va_list          args;
  g_autofree char *text = NULL;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  g_print ("%s\n", text);
}

void
bench_die_if (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}
