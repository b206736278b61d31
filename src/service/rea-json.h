/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* JSON as files of a million rows need it: appended to one buffer. */
void rea_json_append_string (GString *json, const char *text);
void rea_json_append_member (GString *json, const char *name);
void rea_json_append_text (GString *json, const char *name, const char *text);
void rea_json_append_time (GString *json, const char *name, gint64 time);
void rea_json_append_boolean (GString *json, const char *name, gboolean value);

G_END_DECLS
