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

static gboolean
is_of_type (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
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

  if (!find (object, place, name, need, &node, error))
    return FALSE;
  if (node == NULL)
    return TRUE;

  if (!is_of_type (node, G_TYPE_STRING))
    return rea_json_fail (error, place, name, "%s", _ ("This has to be a text."));

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

  if (!find (object, place, name, REA_JSON_OPTIONAL, &node, error))
    return FALSE;
  if (node == NULL)
    return TRUE;

  if (!is_of_type (node, G_TYPE_BOOLEAN))
    return rea_json_fail (error, place, name, "%s",
                          /* TRANSLATORS: keep true and false, which stand in the file. */
                          _ ("This has to be true or false."));

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

  if (!find (object, place, name, need, &node, error))
    return FALSE;
  if (node == NULL)
    return TRUE;

  if (!is_of_type (node, G_TYPE_INT64))
    return rea_json_fail (error, place, name, "%s", _ ("This has to be a whole number."));

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

  if (!find (object, place, name, need, &node, error))
    return FALSE;
  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return rea_json_fail (error, place, name, "%s",
                          /* TRANSLATORS: an object of JSON, between curly brackets. */
                          _ ("This has to be an object."));

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

  if (!find (object, place, name, REA_JSON_OPTIONAL, &node, error))
    return FALSE;
  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return rea_json_fail (error, place, name, "%s",
                          /* TRANSLATORS: an array of JSON, between square brackets. */
                          _ ("This has to be a list."));

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
