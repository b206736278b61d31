/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-thread.h"

/* So many messages are read at first, and so many more each time that earlier ones are
 * asked for: a conversation of thousands costs no more than one of these.
 */
#define N_MESSAGES 200

struct _ReaThread
{
  GObject parent_instance;

  ReaService     *service;
  gint64          campaign;
  gint64          conversation;
  guint           n_messages;
  ReaThreadState *state;
  GError         *error;
  GCancellable   *cancellable;
  gboolean        is_reading;
  gboolean        is_outdated;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaThread, rea_thread, G_TYPE_OBJECT)

typedef struct
{
  gint64          campaign;
  gint64          conversation;
  guint           n_messages;
  ReaThreadState *before;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->before, rea_thread_state_unref);
  g_free (question);
}

static gpointer
read_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;

  return rea_session_get_thread (session, question->campaign, question->conversation,
                                 question->n_messages, question->before, error);
}

static void reread (ReaThread *self);

static gboolean
is_same_error (const GError *a, const GError *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_error_matches (a, b->domain, b->code) && g_str_equal (a->message, b->message);
}

/* The last state stays where there is no newer one, so that what was read, and what was
 * written below it, can be read on.
 */
static void
take_answer (ReaThread *self, ReaThreadState *state, GError *error)
{
  gboolean has_changed = !is_same_error (self->error, error);

  if (state != NULL)
    {
      has_changed |= self->state == NULL || !rea_thread_state_equal (self->state, state);
      g_clear_pointer (&self->state, rea_thread_state_unref);
      self->state = state;
    }

  g_clear_error (&self->error);
  self->error = error;

  if (has_changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  ReaThreadState *state = rea_service_call_finish (REA_SERVICE (source), result, &error);
  ReaThread      *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = g_object_ref (user_data);
  self->is_reading = FALSE;
  take_answer (self, state, g_steal_pointer (&error));
  if (self->is_outdated)
    reread (self);
  g_object_unref (self);
}

/* However much happens while one answer is waited for, one more question is enough. */
static void
reread (ReaThread *self)
{
  Question *question;

  self->is_outdated = self->is_reading;
  if (self->is_reading)
    return;

  self->is_reading = TRUE;
  question = g_new0 (Question, 1);
  question->campaign = self->campaign;
  question->conversation = self->conversation;
  question->n_messages = self->n_messages;
  if (self->state != NULL)
    question->before = rea_thread_state_ref (self->state);

  rea_service_call_async (self->service, REA_LANE_READ, read_call, question, question_free,
                          (GDestroyNotify) rea_thread_state_unref, self->cancellable, read_cb,
                          self);
}

static void
changed_cb (ReaThread *self, gint64 campaign)
{
  if (campaign == self->campaign)
    reread (self);
}

/**
 * rea_thread_new:
 * @service: the service of the one who looks at it
 * @campaign: the number of a campaign
 * @conversation: the number of one of its conversations
 *
 * Returns: (transfer full): the conversation, which is being read
 */
ReaThread *
rea_thread_new (ReaService *service, gint64 campaign, gint64 conversation)
{
  ReaThread *self;

  g_return_val_if_fail (REA_IS_SERVICE (service), NULL);

  self = g_object_new (REA_TYPE_THREAD, NULL);
  self->service = g_object_ref (service);
  self->campaign = campaign;
  self->conversation = conversation;
  g_signal_connect_object (service, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "presence", G_CALLBACK (reread), self, G_CONNECT_SWAPPED);
  reread (self);

  return self;
}

ReaService *
rea_thread_get_service (ReaThread *self)
{
  g_return_val_if_fail (REA_IS_THREAD (self), NULL);

  return self->service;
}

gint64
rea_thread_get_campaign (ReaThread *self)
{
  g_return_val_if_fail (REA_IS_THREAD (self), 0);

  return self->campaign;
}

gint64
rea_thread_get_conversation (ReaThread *self)
{
  g_return_val_if_fail (REA_IS_THREAD (self), 0);

  return self->conversation;
}

/**
 * rea_thread_get_state:
 * @self: a thread
 *
 * Returns: (transfer none) (nullable): what was last read of it, until the next
 *   ReaThread::changed; %NULL while nothing was
 */
const ReaThreadState *
rea_thread_get_state (ReaThread *self)
{
  g_return_val_if_fail (REA_IS_THREAD (self), NULL);

  return self->state;
}

/**
 * rea_thread_get_error:
 * @self: a thread
 *
 * Returns: (transfer none) (nullable): why it could not be read the last time, such as
 *   %REA_ERROR_NOT_PERMITTED, naming who has it now; %NULL where it could
 */
const GError *
rea_thread_get_error (ReaThread *self)
{
  g_return_val_if_fail (REA_IS_THREAD (self), NULL);

  return self->error;
}

/**
 * rea_thread_show_earlier:
 * @self: a thread whose state has earlier messages
 *
 * Reads more of them; ReaThread::changed tells when they are there.
 */
void
rea_thread_show_earlier (ReaThread *self)
{
  g_return_if_fail (REA_IS_THREAD (self));

  self->n_messages += N_MESSAGES;
  reread (self);
}

static void
rea_thread_dispose (GObject *object)
{
  g_cancellable_cancel (REA_THREAD (object)->cancellable);

  G_OBJECT_CLASS (rea_thread_parent_class)->dispose (object);
}

static void
rea_thread_finalize (GObject *object)
{
  ReaThread *self = REA_THREAD (object);

  g_clear_object (&self->service);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->state, rea_thread_state_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (rea_thread_parent_class)->finalize (object);
}

static void
rea_thread_class_init (ReaThreadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rea_thread_dispose;
  object_class->finalize = rea_thread_finalize;

  /**
   * ReaThread::changed:
   * @self: a thread
   *
   * Emitted when something that it answers is different.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
rea_thread_init (ReaThread *self)
{
  self->n_messages = N_MESSAGES;
  self->cancellable = g_cancellable_new ();
}
