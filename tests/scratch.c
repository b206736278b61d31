/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scratch.h"

#include <glib/gstdio.h>

static gint64 clock_now = SCRATCH_NOW;

gint64
scratch_clock (void)
{
  return clock_now;
}

void
scratch_set_clock (gint64 now)
{
  clock_now = now;
}

void
scratch_set_up (Scratch *self)
{
  g_autoptr (GError) error = NULL;

  clock_now = SCRATCH_NOW;
  self->folder = g_dir_make_tmp ("reassign-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->database = g_build_filename (self->folder, "test.db", NULL);
}

void
scratch_tear_down (Scratch *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }

  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->database);
}

/* Creates the database; the session is its owner's. */
ReaSession *
scratch_create (Scratch *self)
{
  g_autoptr (GError) error = NULL;
  ReaSession *session = rea_session_create (self->database, SCRATCH_OWNER, &error);

  g_assert_no_error (error);
  rea_session_set_clock (session, scratch_clock);

  return session;
}

/* Opens it as somebody who is a user there. */
ReaSession *
scratch_open (Scratch *self, const char *user)
{
  g_autoptr (GError) error = NULL;
  ReaSession *session = rea_session_open (self->database, user, &error);

  g_assert_no_error (error);
  rea_session_set_clock (session, scratch_clock);

  return session;
}

/* The integrity of the file, and the counters against a full count. */
void
scratch_assert_sound (ReaSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = rea_session_check (session, FALSE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}
