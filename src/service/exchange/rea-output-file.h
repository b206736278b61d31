/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file that is written whole or not at all. */
typedef struct _ReaOutputFile ReaOutputFile;

ReaOutputFile *rea_output_file_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GString       *rea_output_file_get_buffer (ReaOutputFile *self);
gboolean       rea_output_file_flush (ReaOutputFile *self, GError **error);
gboolean       rea_output_file_commit (ReaOutputFile *self, GError **error);
void           rea_output_file_close (ReaOutputFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaOutputFile, rea_output_file_close)

G_END_DECLS
