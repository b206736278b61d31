/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-file-work.h"

#include "rea-progress-dialog.h"

#define PATIENCE_MILLISECONDS 300

struct _ReaFileWork
{
  GObject           *owner;
  GtkWindow         *window; /* NULL once it is gone */
  char              *path;
  char              *text;
  gboolean           counts;
  ReaProgressShare  *share;
  GCancellable      *cancellable;
  guint              source;
  ReaProgressDialog *dialog;
};

/* A window that is made but not shown would be the last of the program's, and GTK 4.8
 * does not know what to tell a screen reader of it.
 */
static gboolean
show_cb (gpointer user_data)
{
  ReaFileWork *self = user_data;

  self->source = 0;
  if (self->window != NULL)
    {
      self->dialog = rea_progress_dialog_new (self->window, self->text, self->share, self->counts,
                                              self->cancellable);
      gtk_window_present (GTK_WINDOW (self->dialog));
    }

  return G_SOURCE_REMOVE;
}

/**
 * rea_file_work_begin:
 * @owner: whoever wants to know when it is over; lives until then
 * @window: the window over which the progress stands
 * @path: the file
 * @text: what is being done
 * @counts: whether it is done to a number of things, which somebody wants to read
 *
 * Returns: (transfer full): the work
 */
ReaFileWork *
rea_file_work_begin (GObject    *owner,
                     GtkWindow  *window,
                     const char *path,
                     const char *text,
                     gboolean    counts)
{
  ReaFileWork *self = g_new0 (ReaFileWork, 1);

  self->owner = g_object_ref (owner);
  self->path = g_strdup (path);
  self->text = g_strdup (text);
  self->counts = counts;
  self->share = rea_progress_share_new ();
  self->cancellable = g_cancellable_new ();
  self->source = g_timeout_add (PATIENCE_MILLISECONDS, show_cb, self);
  g_set_weak_pointer (&self->window, window);
  g_application_hold (g_application_get_default ());

  return self;
}

/**
 * rea_file_work_end:
 * @self: work
 *
 * It is over; what told of it goes.
 */
void
rea_file_work_end (ReaFileWork *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->dialog != NULL)
    rea_progress_dialog_end (self->dialog);
  self->dialog = NULL;
  g_application_release (g_application_get_default ());
}

/**
 * rea_file_work_free:
 * @self: (transfer full): work that is over
 *
 * Frees it.
 */
void
rea_file_work_free (ReaFileWork *self)
{
  g_clear_weak_pointer (&self->window);
  g_object_unref (self->owner);
  g_object_unref (self->cancellable);
  rea_progress_share_unref (self->share);
  g_free (self->path);
  g_free (self->text);
  g_free (self);
}

/**
 * rea_file_work_get_owner:
 * @self: work
 *
 * Returns: (transfer none): whoever wants to know when it is over
 */
gpointer
rea_file_work_get_owner (ReaFileWork *self)
{
  return self->owner;
}

/**
 * rea_file_work_get_path:
 * @self: work
 *
 * Returns: (transfer none): the file
 */
const char *
rea_file_work_get_path (ReaFileWork *self)
{
  return self->path;
}

/**
 * rea_file_work_get_cancellable:
 * @self: work
 *
 * Returns: (transfer none): what Cancel cancels
 */
GCancellable *
rea_file_work_get_cancellable (ReaFileWork *self)
{
  return self->cancellable;
}

/**
 * rea_file_job_new:
 * @work: work
 * @campaign: which campaign, or 0
 *
 * Returns: (transfer full): what the thread is given
 */
ReaFileJob *
rea_file_job_new (ReaFileWork *work, gint64 campaign)
{
  ReaFileJob *job = g_new0 (ReaFileJob, 1);

  job->campaign = campaign;
  job->path = g_strdup (work->path);
  job->share = rea_progress_share_ref (work->share);

  return job;
}

/**
 * rea_file_job_free:
 * @data: (transfer full): a job
 *
 * Frees it.
 */
void
rea_file_job_free (gpointer data)
{
  ReaFileJob *job = data;

  g_free (job->path);
  rea_progress_share_unref (job->share);
  g_free (job);
}
