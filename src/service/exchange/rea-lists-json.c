/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-lists-json.h"

#include "rea-campaign.h"
#include "rea-exchange.h"
#include "rea-json-members.h"
#include "rea-json-text.h"
#include "rea-json.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* Where the n-th object of a list is. */
static JsonObject *
get_element (JsonArray *array, guint n, const char *list, char *place, gsize size, GError **error)
{
  JsonNode *node = json_array_get_element (array, n);

  g_snprintf (place, size, "%s[%u]", list, n);
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  rea_json_fail (error, place, NULL, "%s", _ ("This has to be an object."));
  return NULL;
}

static gboolean
read_answers (JsonArray *array, const char *place, GStrvBuilder *answers, GError **error)
{
  guint n = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        {
          g_autofree char *name = g_strdup_printf ("answers[%u]", i);

          return rea_json_fail (error, place, name, "%s", _ ("This has to be a text."));
        }

      g_strv_builder_add (answers, json_node_get_string (node));
    }

  return TRUE;
}

gboolean
rea_questions_read (JsonArray *array, const char *list, GPtrArray *questions, GError **error)
{
  static const char *const names[] = { "id", "text", "answers", NULL };

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      char        place[64];
      JsonObject *object = get_element (array, i, list, place, sizeof place, error);
      JsonArray  *answer_array = NULL;
      const char *id = NULL;
      const char *text = "";
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) answers = NULL;

      if (object == NULL || !rea_json_check_names (object, place, names, error) ||
          !rea_json_read_text (object, place, "id", REA_JSON_NEEDED, &id, error) ||
          !rea_json_read_text (object, place, "text", REA_JSON_OPTIONAL, &text, error) ||
          !rea_json_read_array (object, place, "answers", &answer_array, error) ||
          !read_answers (answer_array, place, builder, error))
        return FALSE;

      answers = g_strv_builder_end (builder);
      g_ptr_array_add (questions, rea_question_new (id, text, (const char *const *) answers));
    }

  return TRUE;
}

gboolean
rea_canned_replies_read (JsonArray *array, const char *list, GPtrArray *replies, GError **error)
{
  static const char *const names[] = { "title", "text", NULL };

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      char        place[64];
      JsonObject *object = get_element (array, i, list, place, sizeof place, error);
      const char *title = NULL;
      const char *text = NULL;

      if (object == NULL || !rea_json_check_names (object, place, names, error) ||
          !rea_json_read_text (object, place, "title", REA_JSON_NEEDED, &title, error) ||
          !rea_json_read_text (object, place, "text", REA_JSON_NEEDED, &text, error))
        return FALSE;

      g_ptr_array_add (replies, rea_canned_reply_new (title, text));
    }

  return TRUE;
}

void
rea_questions_append (GString *json, GPtrArray *questions)
{
  rea_json_append_member (json, "questions");
  g_string_append_c (json, '[');

  for (guint i = 0; i < questions->len; i++)
    {
      const ReaQuestion *question = g_ptr_array_index (questions, i);

      g_string_append (json, i > 0 ? ",{" : "{");
      rea_json_append_text (json, "id", question->id);
      rea_json_append_text (json, "text", question->text);
      rea_json_append_member (json, "answers");
      g_string_append_c (json, '[');
      for (guint k = 0; question->answers[k] != NULL; k++)
        {
          if (k > 0)
            g_string_append_c (json, ',');
          rea_json_append_string (json, question->answers[k]);
        }
      g_string_append (json, "]}");
    }

  g_string_append_c (json, ']');
}

void
rea_canned_replies_append (GString *json, GPtrArray *replies)
{
  rea_json_append_member (json, "canned_replies");
  g_string_append_c (json, '[');

  for (guint i = 0; i < replies->len; i++)
    {
      const ReaCannedReply *reply = g_ptr_array_index (replies, i);

      g_string_append (json, i > 0 ? ",{" : "{");
      rea_json_append_text (json, "title", reply->title);
      rea_json_append_text (json, "text", reply->text);
      g_string_append_c (json, '}');
    }

  g_string_append_c (json, ']');
}

typedef gboolean (*ReadList) (JsonArray *array, const char *list, GPtrArray *items, GError **error);

static GPtrArray *
read_list (const char    *json,
           const char    *name,
           ReadList       read,
           GDestroyNotify item_free,
           GError       **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (item_free);
  g_autoptr (ReaJsonText) text = rea_json_text_new ();
  JsonNode *node = rea_json_text_parse (text, json, strlen (json), error);

  if (node == NULL)
    return NULL;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      rea_json_fail (error, name, NULL, "%s", _ ("This has to be a list."));
      return NULL;
    }

  return read (json_node_get_array (node), name, items, error) ? g_steal_pointer (&items) : NULL;
}

/**
 * rea_questions_from_json:
 * @json: the list that stands under questions in campaign JSON Lines
 * @error: %REA_ERROR_INVALID, naming the place
 *
 * Returns: (transfer full) (nullable) (element-type ReaQuestion): the questions
 */
GPtrArray *
rea_questions_from_json (const char *json, GError **error)
{
  return read_list (json, "questions", rea_questions_read, (GDestroyNotify) rea_question_free,
                    error);
}

/**
 * rea_canned_replies_from_json:
 * @json: the list that stands under canned_replies in campaign JSON Lines
 * @error: %REA_ERROR_INVALID, naming the place
 *
 * Returns: (transfer full) (nullable) (element-type ReaCannedReply): the replies
 */
GPtrArray *
rea_canned_replies_from_json (const char *json, GError **error)
{
  return read_list (json, "canned_replies", rea_canned_replies_read,
                    (GDestroyNotify) rea_canned_reply_free, error);
}
