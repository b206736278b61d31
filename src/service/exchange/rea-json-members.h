/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * ReaJsonNeed:
 * @REA_JSON_OPTIONAL: may be missing, but not null
 * @REA_JSON_NULLABLE: may be missing or null, which is the same
 * @REA_JSON_NEEDED: has to be there
 */
typedef enum
{
  REA_JSON_OPTIONAL,
  REA_JSON_NULLABLE,
  REA_JSON_NEEDED,
} ReaJsonNeed;

/* The members of an object at a place in a file, as in `conversation.messages[2]`.
 * Each leaves the value alone where there is no member, and answers %FALSE, with
 * %REA_ERROR_INVALID and a sentence that begins with the place, for a wrong one.
 */
gboolean rea_json_read_text (JsonObject  *object,
                             const char  *place,
                             const char  *name,
                             ReaJsonNeed  need,
                             const char **text,
                             GError     **error);
gboolean rea_json_read_time (JsonObject *object,
                             const char *place,
                             const char *name,
                             ReaJsonNeed need,
                             gint64     *time,
                             GError    **error);
gboolean rea_json_read_boolean (JsonObject *object,
                                const char *place,
                                const char *name,
                                gboolean   *value,
                                GError    **error);
gboolean rea_json_read_integer (JsonObject *object,
                                const char *place,
                                const char *name,
                                ReaJsonNeed need,
                                gint64     *value,
                                GError    **error);
gboolean rea_json_read_object (JsonObject  *object,
                               const char  *place,
                               const char  *name,
                               ReaJsonNeed  need,
                               JsonObject **value,
                               GError     **error);
gboolean rea_json_read_array (JsonObject *object,
                              const char *place,
                              const char *name,
                              JsonArray **value,
                              GError    **error);

gboolean rea_json_check_names (JsonObject        *object,
                               const char        *place,
                               const char *const *names,
                               GError           **error);
gboolean
rea_json_fail (GError **error, const char *place, const char *name, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

G_END_DECLS
