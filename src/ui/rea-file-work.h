/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-progress-pane.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Long work on a file. How far it is, and Cancel, come on screen once it takes a while;
 * the program goes on until it is over.
 */
typedef struct _ReaFileWork ReaFileWork;

ReaFileWork *rea_file_work_begin (GObject    *owner,
                                  GtkWindow  *window,
                                  const char *path,
                                  const char *text,
                                  gboolean    counts) G_GNUC_WARN_UNUSED_RESULT;
void         rea_file_work_end (ReaFileWork *self);
void         rea_file_work_free (ReaFileWork *self);

gpointer      rea_file_work_get_owner (ReaFileWork *self);
const char   *rea_file_work_get_path (ReaFileWork *self);
GCancellable *rea_file_work_get_cancellable (ReaFileWork *self);

/**
 * ReaFileJob:
 * @campaign: which campaign, or 0
 * @path: the file
 * @share: where the thread tells how far it is
 *
 * What the thread that works is given.
 */
typedef struct
{
  gint64            campaign;
  char             *path;
  ReaProgressShare *share;
} ReaFileJob;

ReaFileJob *rea_file_job_new (ReaFileWork *work, gint64 campaign) G_GNUC_WARN_UNUSED_RESULT;
void        rea_file_job_free (gpointer job);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaFileWork, rea_file_work_free)

G_END_DECLS
