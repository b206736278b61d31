/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The lists of a campaign: its questions, and its canned replies. */
gboolean
     rea_questions_read (JsonArray *array, const char *list, GPtrArray *questions, GError **error);
void rea_questions_append (GString *json, GPtrArray *questions);
gboolean
rea_canned_replies_read (JsonArray *array, const char *list, GPtrArray *replies, GError **error);
void rea_canned_replies_append (GString *json, GPtrArray *replies);

G_END_DECLS
