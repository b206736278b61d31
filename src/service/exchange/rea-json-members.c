/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-json-members.h"

#include "rea-error.h"
#include "rea-time.h"

#include <glib/gi18n-lib.h>

#include <stdarg.h>

/**
 * rea_json_fail:
 * @error: set to %REA_ERROR_INVALID
 * @place: where the object is; the empty string is the line itself
 * @name: (nullable): which of its members, or %NULL for the whole object
 * @format: a sentence
 *
 * Returns: %FALSE, for the caller to do the same
 */
gboolean
rea_json_fail (GError **error, const char *place, const char *name, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list          arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (error, REA_ERROR, REA_ERROR_INVALID, "%s%s%s: %s", place,
               *place != '\0' && name != NULL ? "." : "", name != NULL ? name : "", sentence);

  return FALSE;
}

/* The member, or %NULL where there is none; %FALSE where there should be. */
static gboolean
find (JsonObject *object,
      const char *place,
      const char *name,
      ReaJsonNeed need,
      JsonNode  **node,
      GError    **error)
{
  *node = json_object_get_member (object, name);

  if (*node == NULL && need == REA_JSON_NEEDED)
    return rea_json_fail (error, place, name, "%s",
                          /* TRANSLATORS: about a member of an object of JSON. */
                          _ ("This is missing."));

  if (*node != NULL && JSON_NODE_HOLDS_NULL (*node) && need == REA_JSON_NULLABLE)
    *node = NULL;

  return TRUE;
}

/* As find(); %FALSE also where the member is of another type, which @complaint says. */
static gboolean
find_typed (JsonObject *object,
            const char *place,
            const char *name,
            ReaJsonNeed need,
            GType       type,
            const char *complaint,
            JsonNode  **node,
            GError    **error)
{
  if (!find (object, place, name, need, node, error))
    return FALSE;

  if (*node == NULL || json_node_get_value_type (*node) == type)
    return TRUE;

  return rea_json_fail (error, place, name, "%s", complaint);
}

gboolean
rea_json_read_text (JsonObject  *object,
                    const char  *place,
                    const char  *name,
                    ReaJsonNeed  need,
                    const char **text,
                    GError     **error)
{
  JsonNode *node = NULL;

  if (!find_typed (object, place, name, need, G_TYPE_STRING, _ ("This has to be a text."), &node,
                   error))
    return FALSE;

  if (node != NULL)
    *text = json_node_get_string (node);

  return TRUE;
}

gboolean
rea_json_read_time (JsonObject *object,
                    const char *place,
                    const char *name,
                    ReaJsonNeed need,
                    gint64     *time,
                    GError    **error)
{
  const char *text = NULL;

  if (!rea_json_read_text (object, place, name, need, &text, error))
    return FALSE;
  if (text == NULL || rea_time_parse (text, NULL, time))
    return TRUE;

  return rea_json_fail (error, place, name,
                        /* TRANSLATORS: %s is what stands in a file. */
                        _ ("“%s” is no time with an offset, such as 2025-03-09T18:00:00Z."), text);
}

gboolean
rea_json_read_boolean (JsonObject *object,
                       const char *place,
                       const char *name,
                       gboolean   *value,
                       GError    **error)
{
  JsonNode *node = NULL;

  if (!find_typed (object, place, name, REA_JSON_OPTIONAL, G_TYPE_BOOLEAN,
                   /* TRANSLATORS: keep true and false, which stand in the file. */
                   _ ("This has to be true or false."), &node, error))
    return FALSE;

  if (node != NULL)
    *value = json_node_get_boolean (node);

  return TRUE;
}

gboolean
rea_json_read_integer (JsonObject *object,
                       const char *place,
                       const char *name,
                       ReaJsonNeed need,
                       gint64     *value,
                       GError    **error)
{
  JsonNode *node = NULL;

  if (!find_typed (object, place, name, need, G_TYPE_INT64, _ ("This has to be a whole number."),
                   &node, error))
    return FALSE;

  if (node != NULL)
    *value = json_node_get_int (node);

  return TRUE;
}

gboolean
rea_json_read_object (JsonObject  *object,
                      const char  *place,
                      const char  *name,
                      ReaJsonNeed  need,
                      JsonObject **value,
                      GError     **error)
{
  JsonNode *node = NULL;

  if (!find_typed (object, place, name, need, JSON_TYPE_OBJECT,
                   /* TRANSLATORS: an object of JSON, between curly brackets. */
                   _ ("This has to be an object."), &node, error))
    return FALSE;

  if (node != NULL)
    *value = json_node_get_object (node);

  return TRUE;
}

gboolean
rea_json_read_array (JsonObject *object,
                     const char *place,
                     const char *name,
                     JsonArray **value,
                     GError    **error)
{
  JsonNode *node = NULL;

  if (!find_typed (object, place, name, REA_JSON_OPTIONAL, JSON_TYPE_ARRAY,
                   /* TRANSLATORS: an array of JSON, between square brackets. */
                   _ ("This has to be a list."), &node, error))
    return FALSE;

  if (node != NULL)
    *value = json_node_get_array (node);

  return TRUE;
}

/**
 * rea_json_check_names:
 * @object: an object
 * @place: where it is
 * @names: (array zero-terminated=1): the members that it may have
 * @error: %REA_ERROR_INVALID, naming one that it may not have
 *
 * Returns: whether it has no other
 */
gboolean
rea_json_check_names (JsonObject        *object,
                      const char        *place,
                      const char *const *names,
                      GError           **error)
{
  JsonObjectIter iter;
  const char    *name = NULL;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!g_strv_contains (names, name))
      return rea_json_fail (error, place, name, "%s",
                            /* TRANSLATORS: about a member of an object of JSON. */
                            _ ("Nothing of that name is known."));

  return TRUE;
}
