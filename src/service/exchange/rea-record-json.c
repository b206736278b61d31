/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-record-json.h"

#include "rea-json-members.h"
#include "rea-json.h"
#include "rea-phone.h"
#include "rea-sender.h"
#include "rea-time.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define PLACE "conversation"

static gboolean
read_phone (JsonObject        *object,
            const ReaCampaign *campaign,
            ReaConversation   *conversation,
            GError           **error)
{
  const char *text = NULL;

  if (!rea_json_read_text (object, PLACE, "phone", REA_JSON_NEEDED, &text, error))
    return FALSE;

  conversation->phone = rea_phone_parse (text, campaign->country);

  return conversation->phone != NULL ||
         rea_json_fail (error, PLACE, "phone", _ ("“%s” is no possible phone number in %s."), text,
                        campaign->country);
}

static gboolean
is_field_name (const char *name)
{
  return *name != '\0' && !g_unichar_isspace (g_utf8_get_char (name)) &&
         !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (name + strlen (name))));
}

/* Keeps the fields as the text that the store keeps: it is written as it is. */
static gboolean
read_fields (JsonObject *object, ReaConversation *conversation, GError **error)
{
  JsonObject    *fields = NULL;
  JsonObjectIter iter;
  const char    *name = NULL;
  JsonNode      *value = NULL;
  g_autoptr (GString) json = NULL;

  if (!rea_json_read_object (object, PLACE, "fields", REA_JSON_OPTIONAL, &fields, error))
    return FALSE;
  if (fields == NULL || json_object_get_size (fields) == 0)
    return TRUE;

  json = g_string_new ("{");
  json_object_iter_init_ordered (&iter, fields);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      if (!is_field_name (name))
        return rea_json_fail (error, PLACE, "fields",
                              /* TRANSLATORS: %s is the name of a field of a contact. */
                              _ ("A name is neither empty nor has space at its ends, as “%s”."),
                              name);

      if (!JSON_NODE_HOLDS_VALUE (value) || json_node_get_value_type (value) != G_TYPE_STRING)
        return rea_json_fail (error, PLACE ".fields", name, "%s", _ ("This has to be a text."));

      rea_json_append_text (json, name, json_node_get_string (value));
    }

  g_string_append_c (json, '}');
  conversation->fields = g_string_free (g_steal_pointer (&json), FALSE);

  return TRUE;
}

static gboolean
read_contact (JsonObject *object, ReaConversation *conversation, GError **error)
{
  const char *first_name = "";
  const char *last_name = "";
  const char *time_zone = NULL;
  const char *sender = NULL;

  if (!rea_json_read_text (object, PLACE, "first_name", REA_JSON_OPTIONAL, &first_name, error) ||
      !rea_json_read_text (object, PLACE, "last_name", REA_JSON_OPTIONAL, &last_name, error) ||
      !rea_json_read_text (object, PLACE, "time_zone", REA_JSON_NULLABLE, &time_zone, error) ||
      !rea_json_read_text (object, PLACE, "sender", REA_JSON_NULLABLE, &sender, error))
    return FALSE;

  if (time_zone != NULL && !rea_time_zone_is_known (time_zone))
    return rea_json_fail (error, PLACE, "time_zone", _ ("There is no time zone “%s”."), time_zone);

  conversation->first_name = g_strdup (first_name);
  conversation->last_name = g_strdup (last_name);
  conversation->time_zone = g_strdup (time_zone);
  conversation->holder_email = g_strdup (sender);

  return TRUE;
}

static ReaMessage *
read_message (JsonObject *object, const char *place, GError **error)
{
  static const char *const names[] = { "direction", "at", "text", "by", NULL };
  const char              *direction = NULL;
  const char              *text = NULL;
  const char              *by = NULL;
  gint64                   at = REA_TIME_NONE;
  ReaMessage              *message = NULL;

  if (!rea_json_check_names (object, place, names, error) ||
      !rea_json_read_text (object, place, "direction", REA_JSON_NEEDED, &direction, error) ||
      !rea_json_read_time (object, place, "at", REA_JSON_NEEDED, &at, error) ||
      !rea_json_read_text (object, place, "text", REA_JSON_NEEDED, &text, error) ||
      !rea_json_read_text (object, place, "by", REA_JSON_NULLABLE, &by, error))
    return NULL;

  if (!g_str_equal (direction, "out") && !g_str_equal (direction, "in"))
    {
      rea_json_fail (error, place, "direction",
                     /* TRANSLATORS: keep out and in, which stand in the file. */
                     _ ("“%s” is neither out nor in."), direction);
      return NULL;
    }

  if (by != NULL && !rea_email_is_valid (by))
    {
      rea_json_fail (error, place, "by", _ ("“%s” is no e-mail address."), by);
      return NULL;
    }

  message = rea_message_new (g_str_equal (direction, "out"), at, text);
  message->by_email = g_strdup (by);

  return message;
}

static gboolean
read_messages (JsonObject *object, GPtrArray *messages, GError **error)
{
  JsonArray *array = NULL;
  guint      n = 0;

  if (!rea_json_read_array (object, PLACE, "messages", &array, error))
    return FALSE;

  n = array != NULL ? json_array_get_length (array) : 0;
  for (guint i = 0; i < n; i++)
    {
      JsonNode   *node = json_array_get_element (array, i);
      ReaMessage *message = NULL;
      char        place[64];

      g_snprintf (place, sizeof place, PLACE ".messages[%u]", i);
      if (!JSON_NODE_HOLDS_OBJECT (node))
        return rea_json_fail (error, place, NULL, "%s", _ ("This has to be an object."));

      message = read_message (json_node_get_object (node), place, error);
      if (message == NULL)
        return FALSE;

      g_ptr_array_add (messages, message);
    }

  return TRUE;
}

static gboolean
read_answers (JsonObject *object, const ReaCampaign *campaign, GPtrArray *answers, GError **error)
{
  JsonObject    *given = NULL;
  JsonObjectIter iter;
  const char    *question = NULL;
  JsonNode      *value = NULL;

  if (!rea_json_read_object (object, PLACE, "answers", REA_JSON_OPTIONAL, &given, error))
    return FALSE;
  if (given == NULL)
    return TRUE;

  json_object_iter_init_ordered (&iter, given);
  while (json_object_iter_next_ordered (&iter, &question, &value))
    {
      if (rea_campaign_find_question (campaign, question) == NULL)
        return rea_json_fail (error, PLACE ".answers", question, "%s",
                              _ ("The campaign has no such question."));

      if (!JSON_NODE_HOLDS_VALUE (value) || json_node_get_value_type (value) != G_TYPE_STRING)
        return rea_json_fail (error, PLACE ".answers", question, "%s",
                              _ ("This has to be a text."));

      g_ptr_array_add (answers, rea_answer_new (question, json_node_get_string (value)));
    }

  return TRUE;
}

static gboolean
read_claims (JsonObject *object, ReaClaims *claims, GError **error)
{
  const char *status = NULL;

  if (!rea_json_read_text (object, PLACE, "status", REA_JSON_OPTIONAL, &status, error) ||
      !rea_json_read_boolean (object, PLACE, "opted_out", &claims->opted_out, error) ||
      !rea_json_read_boolean (object, PLACE, "contact_wrote", &claims->contact_wrote, error) ||
      !rea_json_read_boolean (object, PLACE, "wrote_after_opt_out", &claims->wrote_after_opt_out,
                              error) ||
      !rea_json_read_boolean (object, PLACE, "marked", &claims->marked, error) ||
      !rea_json_read_time (object, PLACE, "last_message_at", REA_JSON_NULLABLE,
                           &claims->last_message_at, error) ||
      !rea_json_read_time (object, PLACE, "waiting_since", REA_JSON_NULLABLE,
                           &claims->waiting_since, error))
    return FALSE;

  return status == NULL || rea_status_from_string (status, &claims->status) ||
         rea_json_fail (error, PLACE, "status", _ ("“%s” is no status."), status);
}

/**
 * rea_record_from_json:
 * @object: what stands under conversation in a line
 * @campaign: the campaign that it belongs to
 * @now: the time of the import
 * @error: %REA_ERROR_INVALID, naming the place
 *
 * Reads a conversation. Whether those whom it names are known is for the caller to
 * see.
 *
 * Returns: (transfer full) (nullable): the conversation with all that hangs on it
 */
ReaRecord *
rea_record_from_json (JsonObject *object, const ReaCampaign *campaign, gint64 now, GError **error)
{
  static const char *const names[] = {
    "phone",  "first_name",      "last_name",     "fields",        "time_zone",
    "sender", "status",          "opted_out",     "contact_wrote", "wrote_after_opt_out",
    "marked", "last_message_at", "waiting_since", "messages",      "answers",
    NULL
  };
  g_autoptr (ReaRecord) self = rea_record_new (rea_conversation_new ());
  ReaClaims claims = { .status = REA_STATUS_ANY, .contact_wrote = -1 };

  if (!rea_json_check_names (object, PLACE, names, error) ||
      !read_phone (object, campaign, self->conversation, error) ||
      !read_contact (object, self->conversation, error) ||
      !read_fields (object, self->conversation, error) || !read_claims (object, &claims, error) ||
      !read_messages (object, self->messages, error) ||
      !read_answers (object, campaign, self->answers, error) ||
      !rea_record_settle (self, &claims, now, error))
    return NULL;

  self->conversation->campaign_id = campaign->id;
  if ((self->conversation->flags & REA_FLAG_CONTACT_WROTE) != 0 &&
      self->answers->len < campaign->questions->len)
    self->conversation->flags |= REA_FLAG_SURVEY_OPEN;

  return g_steal_pointer (&self);
}

static void
append_messages (GString *json, GPtrArray *messages)
{
  rea_json_append_member (json, "messages");
  g_string_append_c (json, '[');

  for (guint i = 0; i < messages->len; i++)
    {
      const ReaMessage *message = g_ptr_array_index (messages, i);

      g_string_append (json, i > 0 ? ",{" : "{");
      rea_json_append_text (json, "direction", message->out ? "out" : "in");
      rea_json_append_time (json, "at", message->at);
      rea_json_append_text (json, "text", message->text);
      rea_json_append_text (json, "by", message->by_email);
      g_string_append_c (json, '}');
    }

  g_string_append_c (json, ']');
}

static void
append_answers (GString *json, GPtrArray *answers)
{
  rea_json_append_member (json, "answers");
  g_string_append_c (json, '{');

  for (guint i = 0; i < answers->len; i++)
    {
      const ReaAnswer *answer = g_ptr_array_index (answers, i);

      rea_json_append_text (json, answer->question, answer->answer);
    }

  g_string_append_c (json, '}');
}

/**
 * rea_record_to_json:
 * @self: a record
 * @json: what to append its line to
 */
void
rea_record_to_json (const ReaRecord *self, GString *json)
{
  const ReaConversation *conversation = self->conversation;
  ReaConversationFlags   flags = conversation->flags;

  g_string_append (json, "{\"conversation\":{");
  rea_json_append_text (json, "phone", conversation->phone);
  rea_json_append_text (json, "first_name", conversation->first_name);
  rea_json_append_text (json, "last_name", conversation->last_name);
  rea_json_append_member (json, "fields");
  g_string_append (json, conversation->fields != NULL ? conversation->fields : "{}");
  rea_json_append_text (json, "time_zone", conversation->time_zone);
  rea_json_append_text (json, "sender", conversation->holder_email);
  rea_json_append_text (json, "status", rea_status_to_string (conversation->status));
  rea_json_append_boolean (json, "opted_out", (flags & REA_FLAG_OPTED_OUT) != 0);
  rea_json_append_boolean (json, "contact_wrote", (flags & REA_FLAG_CONTACT_WROTE) != 0);
  rea_json_append_boolean (json, "wrote_after_opt_out",
                           (flags & REA_FLAG_WROTE_AFTER_OPT_OUT) != 0);
  rea_json_append_boolean (json, "marked", (flags & REA_FLAG_MARKED) != 0);
  rea_json_append_time (json, "last_message_at", conversation->last_message_at);
  rea_json_append_time (json, "waiting_since", rea_record_get_waiting_since (self));
  append_messages (json, self->messages);
  append_answers (json, self->answers);
  g_string_append (json, "}}\n");
}
