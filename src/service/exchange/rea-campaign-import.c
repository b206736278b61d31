/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-campaign-json.h"
#include "rea-exchange-private.h"
#include "rea-json-lines.h"
#include "rea-json-members.h"
#include "rea-record-json.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  ReaSession   *session;
  ReaStore     *store;
  ReaCampaign  *campaign;
  ReaJsonLines *lines;
  gint64        now;
  gboolean      has_opt_outs;
  gboolean      has_conversations;
  ReaProgress  *progress;
  GHashTable   *senders; /* (element-type utf8 gint64): by e-mail in lower case */
  GHashTable   *authors; /* the same of everybody who wrote or sends */
  GHashTable   *fields;  /* (element-type utf8): the names of fields so far */
} Import;

static void
remember (GHashTable *users, const char *email, gint64 id)
{
  g_hash_table_insert (users, g_ascii_strdown (email, -1), g_memdup2 (&id, sizeof id));
}

/* The number under which somebody is remembered, or 0. */
static gint64
recall (GHashTable *users, const char *email)
{
  g_autofree char *folded = g_ascii_strdown (email, -1);
  const gint64    *id = g_hash_table_lookup (users, folded);

  return id != NULL ? *id : 0;
}

static gboolean
import_sender (Import *import, JsonObject *object, GError **error)
{
  g_autoptr (ReaUser) user = NULL;

  if (import->has_conversations)
    return rea_json_fail (error, "sender", NULL, "%s",
                          _ ("The senders stand before the conversations."));

  user = rea_user_from_json (object, error);
  if (user == NULL)
    return FALSE;

  if (recall (import->senders, user->email) != 0)
    return rea_json_fail (error, "sender", "email", _ ("%s stands in the file twice."),
                          user->email);

  if (!rea_session_take_user (import->session, user, error))
    {
      g_prefix_error (error, "sender: ");
      return FALSE;
    }

  remember (import->senders, user->email, user->id);
  remember (import->authors, user->email, user->id);

  return rea_store_add_sender (import->store, import->campaign->id, user->id, NULL, error);
}

/* Who wrote need not be a sender any more; whom nobody knows becomes a user. */
static gboolean
find_author (Import *import, ReaMessage *message, GError **error)
{
  g_autoptr (ReaUser) user = NULL;

  message->by = recall (import->authors, message->by_email);
  if (message->by != 0)
    return TRUE;

  user = rea_user_new (message->by_email);
  if (!rea_session_take_user (import->session, user, error))
    return FALSE;

  message->by = user->id;
  remember (import->authors, message->by_email, user->id);
  return TRUE;
}

static gboolean
insert_history (Import *import, const ReaRecord *record, GError **error)
{
  for (guint i = 0; i < record->messages->len; i++)
    {
      ReaMessage *message = g_ptr_array_index (record->messages, i);

      message->conversation_id = record->conversation->id;
      if ((message->by_email != NULL && !find_author (import, message, error)) ||
          !rea_store_insert_message (import->store, import->campaign->id, message, error))
        return FALSE;
    }

  for (guint i = 0; i < record->answers->len; i++)
    {
      const ReaAnswer *answer = g_ptr_array_index (record->answers, i);

      if (!rea_store_set_answer (import->store, record->conversation->id, answer->question,
                                 answer->answer, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
find_holder (Import *import, ReaConversation *conversation, GError **error)
{
  if (conversation->holder_email == NULL)
    return TRUE;

  conversation->holder = recall (import->senders, conversation->holder_email);

  return conversation->holder != 0 ||
         rea_json_fail (error, "conversation", "sender",
                        /* TRANSLATORS: %s is an e-mail address. */
                        _ ("“%s” is no sender of this campaign."), conversation->holder_email);
}

static gboolean
add_fields (Import *import, JsonObject *object, GError **error)
{
  JsonNode      *fields = json_object_get_member (object, "fields");
  JsonObjectIter iter;
  const char    *name = NULL;

  if (fields == NULL)
    return TRUE;

  json_object_iter_init_ordered (&iter, json_node_get_object (fields));
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!g_hash_table_contains (import->fields, name))
      {
        g_hash_table_add (import->fields, g_strdup (name));
        if (!rea_store_add_field (import->store, import->campaign->id, name, error))
          return FALSE;
      }

  return TRUE;
}

static gboolean
insert_record (Import *import, const ReaRecord *record, GError **error)
{
  ReaConversation *conversation = record->conversation;
  gboolean         was_opted_out = (conversation->flags & REA_FLAG_OPTED_OUT) != 0;

  if (!rea_session_apply_opt_out (import->session, import->has_opt_outs, conversation, error) ||
      !rea_store_insert_contact (import->store, conversation, error))
    return FALSE;

  if (conversation->id == 0)
    return rea_json_fail (error, "conversation", "phone",
                          _ ("The campaign has the phone number %s already."), conversation->phone);

  return insert_history (import, record, error) &&
         (!was_opted_out ||
          rea_session_opt_out_phone (import->session, conversation->phone, import->now, error));
}

static gboolean
import_conversation (Import *import, JsonObject *object, GError **error)
{
  g_autoptr (ReaRecord) record = NULL;

  import->has_conversations = TRUE;

  record = rea_record_from_json (object, import->campaign, import->now, error);

  return record != NULL && find_holder (import, record->conversation, error) &&
         add_fields (import, object, error) && insert_record (import, record, error);
}

/* Each line but the first. */
static gboolean
import_line (Import *import, JsonObject *line, GError **error)
{
  static const char *const names[] = { "sender", "conversation", NULL };
  JsonObject              *sender = NULL;
  JsonObject              *conversation = NULL;

  if (json_object_has_member (line, "format"))
    return rea_json_fail (error, "format", NULL, "%s", _ ("There is one campaign in a file."));

  if (!rea_json_check_names (line, "", names, error) ||
      !rea_json_read_object (line, "", "sender", REA_JSON_OPTIONAL, &sender, error) ||
      !rea_json_read_object (line, "", "conversation", REA_JSON_OPTIONAL, &conversation, error))
    return FALSE;

  if ((sender != NULL) == (conversation != NULL))
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_INVALID,
                           /* TRANSLATORS: about a line of a file. */
                           _ ("This has to be a sender or a conversation."));
      return FALSE;
    }

  return sender != NULL ? import_sender (import, sender, error)
                        : import_conversation (import, conversation, error);
}

static gboolean
import_lines (Import *import, GError **error)
{
  g_autoptr (GError) local = NULL;
  JsonObject *line = NULL;

  while (rea_json_lines_read (import->lines, &line, error))
    {
      if (line == NULL)
        return TRUE;

      if (!import_line (import, line, &local))
        {
          /* A full disk is nothing that the line is to blame for. */
          if (local->domain == REA_ERROR && local->code != REA_ERROR_IO)
            rea_json_lines_prefix_error (import->lines, &local);
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }

      if (!rea_progress_step (import->progress, rea_json_lines_get_done (import->lines),
                              rea_json_lines_get_total (import->lines), error))
        return FALSE;
    }

  return FALSE;
}

static gboolean
import_first_line (Import *import, GError **error)
{
  JsonObject *line = NULL;

  if (!rea_json_lines_read (import->lines, &line, error))
    return FALSE;

  if (line == NULL)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                   /* TRANSLATORS: %s is the path of a file. */
                   _ ("“%s” is empty; its first line has to be a campaign."),
                   rea_json_lines_get_path (import->lines));
      return FALSE;
    }

  import->campaign = rea_campaign_from_json (line, error);
  if (import->campaign == NULL)
    {
      rea_json_lines_prefix_error (import->lines, error);
      return FALSE;
    }

  return rea_store_insert_campaign (import->store, import->campaign, error);
}

/* What an active campaign says has to name what its contacts have. */
static gboolean
check_variables (Import *import, GError **error)
{
  if (import->campaign->state != REA_STATE_ACTIVE ||
      rea_session_check_variables (import->session, import->campaign, error))
    return TRUE;

  g_prefix_error (error, "%s", _ ("line 1: campaign: "));
  return FALSE;
}

static ReaCampaign *
import_file (Import *import, const char *path, GError **error)
{
  g_autoptr (ReaJsonLines) lines = rea_json_lines_open (path, error);

  if (lines == NULL)
    return NULL;

  import->lines = lines;

  if (!import_first_line (import, error) ||
      !rea_store_has_opt_outs (import->store, &import->has_opt_outs, error) ||
      !rea_store_begin_contacts (import->store, import->campaign, error) ||
      !import_lines (import, error) ||
      !rea_store_end_contacts (import->store, import->campaign, import->now, error) ||
      !check_variables (import, error))
    return NULL;

  return rea_store_get_campaign (import->store, import->campaign->id, error);
}

/**
 * rea_session_import_campaign:
 * @self: a session
 * @path: a file of campaign JSON Lines
 * @progress: (nullable): told how far it is, in bytes
 * @user_data: for @progress
 * @cancellable: (nullable): stops it; then nothing was imported
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_INVALID, naming line and place,
 *   %REA_ERROR_TOO_NEW, or what the store fails with
 *
 * Imports a whole campaign, all of it or nothing.
 *
 * Returns: (transfer full) (nullable): the new campaign
 */
ReaCampaign *
rea_session_import_campaign (ReaSession     *self,
                             const char     *path,
                             ReaProgressFunc progress,
                             gpointer        user_data,
                             GCancellable   *cancellable,
                             GError        **error)
{
  g_autoptr (GHashTable) senders = NULL;
  g_autoptr (GHashTable) authors = NULL;
  g_autoptr (GHashTable) fields = NULL;
  g_autoptr (ReaCampaign) campaign = NULL;
  ReaProgress steps = { progress, user_data, cancellable, 0 };
  Import      import = { .session = self };

  g_return_val_if_fail (REA_IS_SESSION (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  senders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  authors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  import.store = rea_session_get_store (self);
  import.now = rea_session_now (self);
  import.progress = &steps;
  import.senders = senders;
  import.authors = authors;
  import.fields = fields;

  if (!rea_session_begin (self, REA_STORE_WRITE, cancellable, error))
    return NULL;

  if (rea_role_check (rea_session_get_user (self)->role, REA_VERB_MANAGE_CAMPAIGN, error))
    campaign = import_file (&import, path, error);

  g_clear_pointer (&import.campaign, rea_campaign_free);

  if (!rea_session_end (self, campaign != NULL, error))
    return NULL;

  return g_steal_pointer (&campaign);
}
