/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-outbox.h"

struct _ReaOutbox
{
  GObject parent_instance;

  ReaService *service;
  gint64      campaign;
  ReaDrafts  *drafts;
  GPtrArray  *letters; /* those under way */
};

enum
{
  SENT,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaOutbox, rea_outbox, G_TYPE_OBJECT)

/* Counted by the outbox and by the thread that sends it; nobody changes it. */
typedef struct
{
  gint64 campaign;
  gint64 conversation;
  char  *contact;
  char  *text;
  gint64 last_message;
} Letter;

static void
letter_clear (gpointer data)
{
  Letter *letter = data;

  g_free (letter->contact);
  g_free (letter->text);
}

static void
letter_unref (gpointer letter)
{
  g_atomic_rc_box_release_full (letter, letter_clear);
}

/* What is refused is kept as it was written, and must not be lost with the program. */
static gpointer
send_job (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const Letter    *letter = data;
  ReaConversation *sent =
      rea_session_send_written (session, letter->campaign, letter->conversation, letter->text,
                                letter->last_message, NULL, error);

  if (sent == NULL)
    rea_session_save_draft (session, letter->campaign, letter->conversation, letter->text, NULL);

  return sent;
}

typedef struct
{
  ReaOutbox *outbox;
  Letter    *letter;
} Sending;

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Sending *sending = user_data;
  g_autoptr (ReaOutbox) self = sending->outbox;
  Letter *letter = sending->letter;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaConversation) sent = rea_service_call_finish (REA_SERVICE (source), result, &error);
  const char *typed;

  g_ptr_array_remove (self->letters, letter);

  if (sent != NULL)
    {
      g_signal_emit (self, signals[SENT], 0, letter->conversation);
    }
  else
    {
      /* What has been typed there since goes before it. */
      typed = rea_drafts_get (self->drafts, letter->conversation);
      if (typed == NULL || *typed == '\0')
        rea_drafts_remember (self->drafts, letter->conversation, letter->text);
      else
        rea_drafts_set (self->drafts, letter->conversation, typed);
      g_signal_emit (self, signals[REFUSED], 0, letter->conversation, letter->contact,
                     error->message);
    }

  letter_unref (letter);
}

/**
 * rea_outbox_send:
 * @self: the outbox
 * @conversation: the number of a conversation
 * @contact: how the contact is called
 * @text: what stands written
 * @last_message: the number of the last message that the writer has seen, or 0
 *
 * Sends a message, behind those that are under way. Its draft is used up.
 */
void
rea_outbox_send (ReaOutbox  *self,
                 gint64      conversation,
                 const char *contact,
                 const char *text,
                 gint64      last_message)
{
  Letter  *letter;
  Sending *sending;

  g_return_if_fail (REA_IS_OUTBOX (self));

  letter = g_atomic_rc_box_new0 (Letter);
  letter->campaign = self->campaign;
  letter->conversation = conversation;
  letter->contact = g_strdup (contact);
  letter->text = g_strdup (text);
  letter->last_message = last_message;
  g_ptr_array_add (self->letters, letter);

  sending = g_new0 (Sending, 1);
  sending->outbox = g_object_ref (self);
  sending->letter = g_atomic_rc_box_acquire (letter);

  rea_drafts_remember (self->drafts, conversation, "");
  rea_service_call_async (self->service, REA_LANE_WRITE, send_job, g_atomic_rc_box_acquire (letter),
                          letter_unref, (GDestroyNotify) rea_conversation_free, NULL, sent_cb,
                          sending);
}

/**
 * rea_outbox_is_sending:
 * @self: the outbox
 * @conversation: the number of a conversation
 *
 * Returns: whether a message to it is under way
 */
gboolean
rea_outbox_is_sending (ReaOutbox *self, gint64 conversation)
{
  g_return_val_if_fail (REA_IS_OUTBOX (self), FALSE);

  for (guint i = 0; i < self->letters->len; i++)
    if (((const Letter *) g_ptr_array_index (self->letters, i))->conversation == conversation)
      return TRUE;

  return FALSE;
}

/**
 * rea_outbox_new:
 * @service: the service
 * @campaign: the number of a campaign
 * @drafts: its drafts
 *
 * Returns: (transfer full): an outbox with nothing in it
 */
ReaOutbox *
rea_outbox_new (ReaService *service, gint64 campaign, ReaDrafts *drafts)
{
  ReaOutbox *self = g_object_new (REA_TYPE_OUTBOX, NULL);

  self->service = g_object_ref (service);
  self->campaign = campaign;
  self->drafts = g_object_ref (drafts);

  return self;
}

static void
rea_outbox_finalize (GObject *object)
{
  ReaOutbox *self = REA_OUTBOX (object);

  g_clear_object (&self->service);
  g_clear_object (&self->drafts);
  g_ptr_array_unref (self->letters);

  G_OBJECT_CLASS (rea_outbox_parent_class)->finalize (object);
}

static void
rea_outbox_class_init (ReaOutboxClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rea_outbox_finalize;

  signals[SENT] = g_signal_new ("sent", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_INT64);
  signals[REFUSED] = g_signal_new ("refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_STRING, G_TYPE_STRING);
}

static void
rea_outbox_init (ReaOutbox *self)
{
  self->letters = g_ptr_array_new_with_free_func (letter_unref);
}
