/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-contact-fields.h"

#include <json-glib/json-glib.h>

static void
field_free (gpointer data)
{
  ReaContactField *field = data;

  g_free (field->name);
  g_free (field->value);
  g_free (field);
}

/* What is no text is shown as it is written. */
static char *
dup_value (JsonNode *node)
{
  const char *text = json_node_get_string (node);

  if (JSON_NODE_HOLDS_NULL (node))
    return NULL;

  return text != NULL ? g_strdup (text) : json_to_string (node, FALSE);
}

/**
 * rea_contact_fields_list:
 * @json: (nullable): the fields of a conversation, the text of a JSON object
 *
 * Lists what is known of a contact, in the order of the file it came from. What is
 * empty is left out.
 *
 * Returns: (transfer full) (element-type ReaContactField): the fields, maybe none
 */
GPtrArray *
rea_contact_fields_list (const char *json)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (field_free);
  g_autoptr (JsonNode) root = json != NULL ? json_from_string (json, NULL) : NULL;
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *node;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return fields;

  json_object_iter_init_ordered (&iter, json_node_get_object (root));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      g_autofree char *value = dup_value (node);
      ReaContactField *field;

      if (value == NULL || *g_strstrip (value) == '\0')
        continue;

      field = g_new0 (ReaContactField, 1);
      field->name = g_strdup (name);
      field->value = g_steal_pointer (&value);
      g_ptr_array_add (fields, field);
    }

  return fields;
}
