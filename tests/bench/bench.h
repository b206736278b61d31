/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-exchange.h"
#include "rea-session.h"

#include <sqlite3.h>

G_BEGIN_DECLS

#define BENCH_N_SENDERS 200 /* as many again as hold something in the beginning */
#define BENCH_N_HOLDERS 100

/**
 * Bench:
 * @folder: where everything lies, on the disk that is measured
 * @csv: the contacts
 * @n: how many contacts
 * @session: of the owner, at the large database
 * @campaign: its campaign
 *
 * What all measurements share.
 */
typedef struct
{
  char       *folder;
  char       *csv;
  gint64      n;
  ReaSession *session;
  gint64      campaign;
} Bench;

/* Does once what is measured; the time that the call takes counts. */
typedef void (*BenchFunc) (gpointer user_data);

double bench_time (BenchFunc func, gpointer user_data);
double bench_pick_median (double *times, int n);
double bench_median (BenchFunc func, BenchFunc between, gpointer user_data, int n_runs);
void bench_ratio (const char *what, double ours, const char *yardstick, double theirs, double bar);
void bench_limit (const char *what, double value, const char *unit, double bar);
void bench_note (const char *format, ...) G_GNUC_PRINTF (1, 2);

char       *bench_path (const Bench *self, const char *name);
void        bench_die_if (GError *error);
void        bench_sql (sqlite3 *db, const char *sql);
char      **bench_dup_emails (int first, int n);
char       *bench_write_csv (const Bench *self, const char *name, gint64 n);
ReaSession *bench_import (const char *path, const char *csv, gint64 *campaign);

void bench_imports (Bench *self);
void bench_moves (Bench *self);
void bench_reads (Bench *self);
void bench_search (Bench *self);
void bench_started_window (Bench *self);

G_END_DECLS
