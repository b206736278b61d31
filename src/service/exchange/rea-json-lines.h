/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A file with a JSON object on each line. */
typedef struct _ReaJsonLines ReaJsonLines;

ReaJsonLines *rea_json_lines_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void          rea_json_lines_close (ReaJsonLines *self);
gboolean      rea_json_lines_read (ReaJsonLines *self, JsonObject **object, GError **error);
void          rea_json_lines_prefix_error (ReaJsonLines *self, GError **error);
const char   *rea_json_lines_get_path (ReaJsonLines *self);
gint64        rea_json_lines_get_done (ReaJsonLines *self);
gint64        rea_json_lines_get_total (ReaJsonLines *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaJsonLines, rea_json_lines_close)

G_END_DECLS
