/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sqlite-schema.h"
#include "rea-sqlite.h"

#include <glib/gstdio.h>

/* A connection to an empty database in a folder of its own, in a transaction that
 * is taken back.
 */
typedef struct
{
  char      *folder;
  char      *path;
  ReaSqlite *db;
} Engine;

static inline void
engine_set_up (Engine *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("rea-engine-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "test.db", NULL);
  self->db = rea_sqlite_open (self->path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (rea_sqlite_migrate (self->db, self->path, TRUE, &error));
  g_assert_true (rea_sqlite_begin (self->db, TRUE, NULL, &error));
  g_assert_no_error (error);
}

static inline void
engine_tear_down (Engine *self, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name = NULL;

  rea_sqlite_rollback (self->db);
  rea_sqlite_close (self->db);

  folder = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static inline gint64
engine_get_int (Engine *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  g_assert_true (rea_sqlite_get_int (self->db, sql, -1, &value, &error, ""));
  g_assert_no_error (error);

  return value;
}

#define ENGINE_ADD(path, func)                                                                     \
  g_test_add (path, Engine, NULL, engine_set_up, func, engine_tear_down)
