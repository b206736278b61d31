/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-campaign-json.h"
#include "rea-exchange-private.h"
#include "rea-output-file.h"
#include "rea-record-json.h"

typedef struct
{
  ReaStore          *store;
  const ReaCampaign *campaign;
  ReaOutputFile     *file;
  gint64             n;
} Export;

/* An answer to a question that is not asked any more counts for nothing. */
static gboolean
read_answers (Export *export, ReaRecord *record, GError **error)
{
  g_autoptr (GPtrArray) answers = NULL;

  if (export->campaign->questions->len == 0)
    return TRUE;

  answers = rea_store_list_answers (export->store, record->conversation->id, error);
  if (answers == NULL)
    return FALSE;

  for (guint i = 0; i < answers->len; i++)
    {
      const ReaAnswer *answer = g_ptr_array_index (answers, i);

      if (rea_campaign_find_question (export->campaign, answer->question) != NULL)
        g_ptr_array_add (record->answers, rea_answer_new (answer->question, answer->answer));
    }

  return TRUE;
}

static gboolean
read_messages (Export *export, ReaRecord *record, GError **error)
{
  g_autoptr (GPtrArray) messages = NULL;

  /* The list has told the last one's text. */
  if (record->conversation->last_text == NULL)
    return TRUE;

  messages = rea_store_list_messages (export->store, record->conversation->id, 0, 0, error);
  if (messages == NULL)
    return FALSE;

  g_ptr_array_extend_and_steal (record->messages, g_steal_pointer (&messages));
  return TRUE;
}

static gboolean
export_conversation (ReaConversation *conversation, gpointer user_data, GError **error)
{
  Export *export = user_data;
  g_autoptr (ReaRecord) record = rea_record_new (rea_conversation_copy (conversation));

  if (!read_messages (export, record, error) || !read_answers (export, record, error))
    return FALSE;

  rea_record_to_json (record, rea_output_file_get_buffer (export->file));
  export->n++;

  return rea_output_file_flush (export->file, error);
}

static gboolean
export_senders (ReaSession *self, Export *export, GError **error)
{
  g_autoptr (GPtrArray) senders =
      rea_store_list_senders (export->store, export->campaign->id, rea_session_now (self), error);

  if (senders == NULL)
    return FALSE;

  for (guint i = 0; i < senders->len; i++)
    {
      const ReaSender *sender = g_ptr_array_index (senders, i);

      rea_user_to_json (sender->user, rea_output_file_get_buffer (export->file));
    }

  return TRUE;
}

static gint64
export_file (ReaSession        *self,
             const ReaCampaign *campaign,
             const char        *path,
             ReaProgress       *progress,
             GError           **error)
{
  g_autoptr (ReaOutputFile) file = rea_output_file_open (path, error);
  Export export = { rea_session_get_store (self), campaign, file, 0 };

  if (file == NULL)
    return -1;

  rea_campaign_to_json (campaign, rea_output_file_get_buffer (file));

  if (!export_senders (self, &export, error) ||
      !rea_session_for_each_conversation (self, campaign, progress, export_conversation, &export,
                                          error) ||
      !rea_output_file_commit (file, error))
    return -1;

  return export.n;
}

/**
 * rea_session_export_campaign:
 * @self: a session
 * @campaign: which one
 * @path: (nullable): where to, or %NULL for the standard output
 * @progress: (nullable): told how many conversations are written
 * @user_data: for @progress
 * @cancellable: (nullable): stops it; then no file was written
 * @error: %REA_ERROR_IO, or what the store fails with
 *
 * Writes a campaign as JSON Lines, with the conversations that the acting user may
 * see. An import makes the same campaign of it, its ids and history aside.
 *
 * Returns: how many conversations were written, or -1
 */
gint64
rea_session_export_campaign (ReaSession     *self,
                             gint64          campaign,
                             const char     *path,
                             ReaProgressFunc progress,
                             gpointer        user_data,
                             GCancellable   *cancellable,
                             GError        **error)
{
  g_autoptr (ReaCampaign) entered = NULL;
  ReaProgress steps = { progress, user_data, cancellable, 0 };
  gint64      n = -1;

  g_return_val_if_fail (REA_IS_SESSION (self), -1);

  if (!rea_session_begin (self, REA_STORE_READ, cancellable, error))
    return -1;

  entered = rea_session_enter (self, campaign, REA_VERB_SEE_CONVERSATIONS, error);
  if (entered != NULL)
    n = export_file (self, entered, path, &steps, error);

  return rea_session_end (self, n >= 0, error) ? n : -1;
}
