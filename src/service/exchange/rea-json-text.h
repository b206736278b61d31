/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* JSON from others, read to the letter of RFC 8259. */
typedef struct _ReaJsonText ReaJsonText;

ReaJsonText *rea_json_text_new (void) G_GNUC_WARN_UNUSED_RESULT;
void         rea_json_text_free (ReaJsonText *self);
JsonNode *rea_json_text_parse (ReaJsonText *self, const char *text, gsize length, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaJsonText, rea_json_text_free)

G_END_DECLS
