/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-undoer.h"

#include "rea-clock.h"
#include "rea-undo-text.h"

#include <glib/gi18n-lib.h>

struct _ReaUndoer
{
  GObject parent_instance;

  GSimpleAction    *undo_action;
  GSimpleAction    *undo_move_action;
  ReaService       *service;
  ReaCampaignModel *campaign;
  char             *text;
  char             *reason;
  gint64            busy; /* the move that is being taken back, or 0 */
};

enum
{
  PROP_TEXT = 1,
  PROP_REASON,
  PROP_BUSY,
  N_PROPS
};

enum
{
  UNDONE,
  REFUSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaUndoer, rea_undoer, G_TYPE_OBJECT)

/* The sentence with which the service would refuse it. */
static char *
dup_reason (ReaUndoer *self)
{
  const ReaOverview *overview = rea_campaign_model_get_overview (self->campaign);
  g_autoptr (GError) error = NULL;

  if (rea_role_check (rea_service_get_user (self->service)->role, REA_VERB_MOVE, &error) &&
      overview != NULL)
    rea_state_check (overview->campaign->state, REA_VERB_MOVE, &error);

  return error != NULL ? g_strdup (error->message) : NULL;
}

static char *
dup_text (ReaUndoer *self, const ReaMove *move)
{
  if (self->reason != NULL)
    return g_strdup (self->reason);

  if (self->busy != 0)
    {
      /* TRANSLATORS: the tooltip of Undo while a move is being taken back. */
      return g_strdup (_ ("Undo: A move is being taken back"));
    }

  if (move != NULL)
    return rea_undo_text_offer (move, rea_clock_now ());

  /* TRANSLATORS: the tooltip of Undo. */
  return g_strdup (_ ("Undo: You have moved nothing that could be taken back"));
}

static void
update (ReaUndoer *self)
{
  const ReaMove *move = rea_campaign_model_get_last_own_move (self->campaign);

  g_free (self->reason);
  self->reason = dup_reason (self);
  g_free (self->text);
  self->text = dup_text (self, move);
  g_simple_action_set_enabled (self->undo_action,
                               move != NULL && self->reason == NULL && self->busy == 0);

  for (guint prop = PROP_TEXT; prop < N_PROPS; prop++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
undone_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  g_autoptr (ReaUndoer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) result =
      rea_service_undo_finish (REA_SERVICE (source), async_result, &error);
  gint64   move = self->busy;
  gboolean shown = FALSE;

  self->busy = 0;

  if (self->campaign == NULL)
    return;

  update (self);

  if (result != NULL)
    g_signal_emit (self, signals[UNDONE], 0, result);
  else
    g_signal_emit (self, signals[REFUSED], 0, move, error->message, &shown);
}

static void
undo (ReaUndoer *self, gint64 campaign, gint64 move)
{
  if (self->busy != 0)
    return;

  self->busy = move;
  update (self);
  rea_service_undo_async (self->service, campaign, move, NULL, undone_cb, g_object_ref (self));
}

/**
 * rea_undoer_undo:
 * @self: the undoer
 * @move: a move of the campaign
 *
 * Begins to take the move back, unless another is just being taken back.
 */
void
rea_undoer_undo (ReaUndoer *self, gint64 move)
{
  g_return_if_fail (REA_IS_UNDOER (self));

  undo (self, rea_campaign_model_get_id (self->campaign), move);
}

static void
undo_cb (ReaUndoer *self)
{
  const ReaMove *move = rea_campaign_model_get_last_own_move (self->campaign);

  if (move != NULL)
    rea_undoer_undo (self, move->id);
}

/* A toast may outlive the campaign it is about on the screen. */
static void
undo_move_cb (ReaUndoer *self, GVariant *parameter)
{
  gint64 campaign;
  gint64 move;

  g_variant_get (parameter, "(xx)", &campaign, &move);
  undo (self, campaign, move);
}

/**
 * rea_undoer_set_campaign:
 * @self: the undoer
 * @service: the service
 * @campaign: the campaign whose moves it takes back
 */
void
rea_undoer_set_campaign (ReaUndoer *self, ReaService *service, ReaCampaignModel *campaign)
{
  g_return_if_fail (REA_IS_UNDOER (self));

  if (self->campaign != NULL)
    g_signal_handlers_disconnect_by_data (self->campaign, self);

  g_set_object (&self->service, service);
  g_set_object (&self->campaign, campaign);
  g_signal_connect_object (campaign, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * rea_undoer_is_busy:
 * @self: the undoer
 *
 * Returns: whether a move is being taken back
 */
gboolean
rea_undoer_is_busy (ReaUndoer *self)
{
  return self->busy != 0;
}

/**
 * rea_undoer_get_reason:
 * @self: the undoer
 *
 * Returns: (transfer none) (nullable): why nothing can be moved, a sentence
 */
const char *
rea_undoer_get_reason (ReaUndoer *self)
{
  return self->reason;
}

/**
 * rea_undoer_new:
 * @actions: where it puts its actions
 *
 * Returns: (transfer full): the undoer
 */
ReaUndoer *
rea_undoer_new (GActionMap *actions)
{
  ReaUndoer *self = g_object_new (REA_TYPE_UNDOER, NULL);

  g_action_map_add_action (actions, G_ACTION (self->undo_action));
  g_action_map_add_action (actions, G_ACTION (self->undo_move_action));

  return self;
}

static void
rea_undoer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReaUndoer *self = REA_UNDOER (object);

  switch (id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy != 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_undoer_dispose (GObject *object)
{
  ReaUndoer *self = REA_UNDOER (object);

  g_clear_object (&self->undo_action);
  g_clear_object (&self->undo_move_action);
  g_clear_object (&self->campaign);
  g_clear_object (&self->service);

  G_OBJECT_CLASS (rea_undoer_parent_class)->dispose (object);
}

static void
rea_undoer_finalize (GObject *object)
{
  ReaUndoer *self = REA_UNDOER (object);

  g_free (self->text);
  g_free (self->reason);

  G_OBJECT_CLASS (rea_undoer_parent_class)->finalize (object);
}

static void
rea_undoer_class_init (ReaUndoerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rea_undoer_get_property;
  object_class->dispose = rea_undoer_dispose;
  object_class->finalize = rea_undoer_finalize;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[UNDONE] = g_signal_new ("undone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 2,
                                   G_TYPE_INT64, G_TYPE_STRING);
}

static void
rea_undoer_init (ReaUndoer *self)
{
  self->undo_action = g_simple_action_new ("undo", NULL);
  self->undo_move_action = g_simple_action_new ("undo-move", G_VARIANT_TYPE ("(xx)"));
  g_signal_connect_object (self->undo_action, "activate", G_CALLBACK (undo_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->undo_move_action, "activate", G_CALLBACK (undo_move_cb), self,
                           G_CONNECT_SWAPPED);
}
