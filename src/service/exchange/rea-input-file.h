/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file that is read from its beginning to its end through one buffer, however
 * long it is.
 */
typedef struct _ReaInputFile ReaInputFile;

ReaInputFile *rea_input_file_open (const char *path,
                                   const char *encoding,
                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void          rea_input_file_close (ReaInputFile *self);

const char *rea_input_file_get_path (ReaInputFile *self);
const char *rea_input_file_peek (ReaInputFile *self, gsize *length);
gboolean    rea_input_file_fill (ReaInputFile *self, GError **error);
gboolean    rea_input_file_is_full (ReaInputFile *self);
gboolean    rea_input_file_is_at_end (ReaInputFile *self);
void        rea_input_file_skip (ReaInputFile *self, gsize length);
gint64      rea_input_file_get_done (ReaInputFile *self);
gint64      rea_input_file_get_total (ReaInputFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaInputFile, rea_input_file_close)

G_END_DECLS
