/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-campaign-model.h"

#include "rea-labels.h"
#include "rea-reader.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_STATE,
  PROP_STATUS_TEXT,
  PROP_LAST_MOVE_TEXT,
  PROP_CAN_MOVE,
  PROP_LOADED,
  PROP_ERROR,
  /* From here on all are numbers, in the order of numbers. */
  PROP_TOTAL,
  PROP_NOT_STARTED,
  PROP_MESSAGED,
  PROP_NEEDS_REPLY,
  PROP_REPLIED,
  PROP_CLOSED,
  PROP_UNASSIGNED,
  PROP_UNASSIGNED_NOT_STARTED,
  PROP_UNASSIGNED_NEEDS_REPLY,
  PROP_OFFLINE_NEEDS_REPLY,
  PROP_N_SENDERS,
  PROP_N_ONLINE,
  PROP_WAITING_SINCE,
  PROP_SENT_15_MIN,
  PROP_LAST_OWN_MOVE,
  PROP_REVISION,
  N_PROPS
};

#define N_NUMBERS (N_PROPS - PROP_TOTAL)

/* The place of a property among the numbers. */
#define NUMBER(prop) ((prop) -PROP_TOTAL)

struct _ReaCampaignModel
{
  GObject parent_instance;

  ReaReader  *reader;
  ReaService *service;

  ReaOverview *overview;
  ReaMove     *last_own_move;

  char    *title;
  char    *state;
  char    *status_text;
  char    *last_move_text;
  gboolean can_move;
  gint64   numbers[N_NUMBERS];
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReaCampaignModel, rea_campaign_model, G_TYPE_OBJECT)

/* Reading, on the thread. */

typedef struct
{
  gint64       now;
  ReaOverview *overview;
  GPtrArray   *moves;
  ReaMove     *last_own_move;
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->overview, rea_overview_free);
  g_clear_pointer (&reading->moves, g_ptr_array_unref);
  g_clear_pointer (&reading->last_own_move, rea_move_free);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static gpointer
read_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const gint64 *campaign = data;
  g_autoptr (Reading) reading = g_new0 (Reading, 1);
  g_autoptr (GError) local_error = NULL;

  reading->now = rea_session_now (session);
  reading->overview = rea_session_get_overview (session, *campaign, error);
  if (reading->overview == NULL)
    return NULL;

  reading->moves = rea_session_list_moves (session, *campaign, 1, error);
  if (reading->moves == NULL)
    return NULL;

  reading->last_own_move = rea_session_get_last_own_move (session, *campaign, &local_error);
  if (local_error != NULL && !g_error_matches (local_error, REA_ERROR, REA_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&reading);
}

/* Refreshing, on the main thread. */

static void
notify (ReaCampaignModel *self, guint prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
set_text (ReaCampaignModel *self, char **field, const char *text, guint prop)
{
  if (g_strcmp0 (*field, text) == 0)
    return;

  g_free (*field);
  *field = g_strdup (text);
  notify (self, prop);
}

static void
set_numbers (ReaCampaignModel *self)
{
  const ReaOverview *overview = self->overview;
  const ReaCounts   *counts = &overview->counts;
  const ReaCounts   *unassigned = &overview->unassigned;
  gint64             numbers[N_NUMBERS] = {
                [NUMBER (PROP_TOTAL)] = rea_counts_total (counts),
                [NUMBER (PROP_NOT_STARTED)] = counts->n[REA_STATUS_NOT_STARTED],
                [NUMBER (PROP_MESSAGED)] = counts->n[REA_STATUS_MESSAGED],
                [NUMBER (PROP_NEEDS_REPLY)] = counts->n[REA_STATUS_NEEDS_REPLY],
                [NUMBER (PROP_REPLIED)] = counts->n[REA_STATUS_REPLIED],
                [NUMBER (PROP_CLOSED)] = counts->n[REA_STATUS_CLOSED],
                [NUMBER (PROP_UNASSIGNED)] = rea_counts_total (unassigned),
                [NUMBER (PROP_UNASSIGNED_NOT_STARTED)] = unassigned->n[REA_STATUS_NOT_STARTED],
                [NUMBER (PROP_UNASSIGNED_NEEDS_REPLY)] = unassigned->n[REA_STATUS_NEEDS_REPLY],
                [NUMBER (PROP_OFFLINE_NEEDS_REPLY)] = overview->offline_needs_reply,
                [NUMBER (PROP_N_SENDERS)] = overview->campaign->n_senders,
                [NUMBER (PROP_N_ONLINE)] = overview->n_online,
                [NUMBER (PROP_WAITING_SINCE)] = overview->waiting_since,
                [NUMBER (PROP_SENT_15_MIN)] = overview->sent_15_min,
                [NUMBER (PROP_LAST_OWN_MOVE)] = self->last_own_move != NULL ? self->last_own_move->id : 0,
                [NUMBER (PROP_REVISION)] = overview->campaign->revision,
  };

  for (guint i = 0; i < N_NUMBERS; i++)
    if (self->numbers[i] != numbers[i])
      {
        self->numbers[i] = numbers[i];
        notify (self, PROP_TOTAL + i);
      }
}

static void
apply_reading (gpointer owner, gpointer data)
{
  ReaCampaignModel  *self = owner;
  Reading           *reading = data;
  const ReaCampaign *campaign = reading->overview->campaign;
  const char        *status = rea_campaign_get_status_text (campaign, reading->now);
  g_autofree char   *move_text = NULL;
  gboolean           can_move;

  g_clear_pointer (&self->overview, rea_overview_free);
  g_clear_pointer (&self->last_own_move, rea_move_free);
  self->overview = g_steal_pointer (&reading->overview);
  self->last_own_move = g_steal_pointer (&reading->last_own_move);

  if (reading->moves->len > 0)
    move_text = rea_move_dup_label (g_ptr_array_index (reading->moves, 0), reading->now);
  can_move = rea_role_get_reach (rea_service_get_user (self->service)->role, REA_VERB_MOVE) ==
                 REA_REACH_ALL &&
             rea_state_allows (campaign->state, REA_VERB_MOVE);

  g_object_freeze_notify (G_OBJECT (self));
  set_text (self, &self->title, campaign->title, PROP_TITLE);
  set_text (self, &self->state, rea_state_to_string (campaign->state), PROP_STATE);
  set_text (self, &self->status_text, status != NULL ? _ (status) : NULL, PROP_STATUS_TEXT);
  set_text (self, &self->last_move_text, move_text, PROP_LAST_MOVE_TEXT);
  if (self->can_move != can_move)
    {
      self->can_move = can_move;
      notify (self, PROP_CAN_MOVE);
    }
  set_numbers (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * rea_campaign_model_refresh:
 * @self: a model
 *
 * Reads the campaign again. Asked for while it is being read, it is done once
 * more after that.
 */
void
rea_campaign_model_refresh (ReaCampaignModel *self)
{
  g_return_if_fail (REA_IS_CAMPAIGN_MODEL (self));

  rea_reader_refresh (self->reader);
}

/**
 * rea_campaign_model_get_id:
 * @self: a model
 *
 * Returns: the number of the campaign
 */
gint64
rea_campaign_model_get_id (ReaCampaignModel *self)
{
  g_return_val_if_fail (REA_IS_CAMPAIGN_MODEL (self), 0);

  return rea_reader_get_campaign (self->reader);
}

/**
 * rea_campaign_model_get_overview:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): what the properties are made of, until the
 *   next refresh; %NULL before the first
 */
const ReaOverview *
rea_campaign_model_get_overview (ReaCampaignModel *self)
{
  g_return_val_if_fail (REA_IS_CAMPAIGN_MODEL (self), NULL);

  return self->overview;
}

/**
 * rea_campaign_model_get_last_own_move:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): what Undo would take back, until the next
 *   refresh
 */
const ReaMove *
rea_campaign_model_get_last_own_move (ReaCampaignModel *self)
{
  g_return_val_if_fail (REA_IS_CAMPAIGN_MODEL (self), NULL);

  return self->last_own_move;
}

static void
rea_campaign_model_finalize (GObject *object)
{
  ReaCampaignModel *self = REA_CAMPAIGN_MODEL (object);

  g_clear_pointer (&self->reader, rea_reader_leave);
  g_clear_object (&self->service);
  g_clear_pointer (&self->overview, rea_overview_free);
  g_clear_pointer (&self->last_own_move, rea_move_free);
  g_free (self->title);
  g_free (self->state);
  g_free (self->status_text);
  g_free (self->last_move_text);

  G_OBJECT_CLASS (rea_campaign_model_parent_class)->finalize (object);
}

static void
rea_campaign_model_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ReaCampaignModel *self = REA_CAMPAIGN_MODEL (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, rea_campaign_model_get_id (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_STATE:
      g_value_set_string (value, self->state);
      break;
    case PROP_STATUS_TEXT:
      g_value_set_string (value, self->status_text);
      break;
    case PROP_LAST_MOVE_TEXT:
      g_value_set_string (value, self->last_move_text);
      break;
    case PROP_CAN_MOVE:
      g_value_set_boolean (value, self->can_move);
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, rea_reader_get_loaded (self->reader));
      break;
    case PROP_ERROR:
      g_value_set_string (value, rea_reader_get_error (self->reader));
      break;
    default:
      g_value_set_int64 (value, self->numbers[NUMBER (prop_id)]);
    }
}

static void
rea_campaign_model_class_init (ReaCampaignModelClass *klass)
{
  static const char *const number_names[N_NUMBERS] = {
    "total",
    "not-started",
    "messaged",
    "needs-reply",
    "replied",
    "closed",
    "unassigned",
    "unassigned-not-started",
    "unassigned-needs-reply",
    "offline-needs-reply",
    "n-senders",
    "n-online",
    "waiting-since",
    "sent-15-min",
    "last-own-move",
    "revision",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rea_campaign_model_finalize;
  object_class->get_property = rea_campaign_model_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, NULL, flags);
  properties[PROP_STATUS_TEXT] = g_param_spec_string ("status-text", NULL, NULL, NULL, flags);
  properties[PROP_LAST_MOVE_TEXT] = g_param_spec_string ("last-move-text", NULL, NULL, NULL, flags);
  properties[PROP_CAN_MOVE] = g_param_spec_boolean ("can-move", NULL, NULL, FALSE, flags);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  for (guint i = 0; i < N_NUMBERS; i++)
    properties[PROP_TOTAL + i] =
        g_param_spec_int64 (number_names[i], NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rea_campaign_model_init (ReaCampaignModel *self)
{
}

/**
 * rea_campaign_model_new:
 * @service: a service
 * @campaign: the number of a campaign
 *
 * Returns: (transfer full): a model; what it says is there when loaded is %TRUE
 */
ReaCampaignModel *
rea_campaign_model_new (ReaService *service, gint64 campaign)
{
  ReaCampaignModel *self;

  g_return_val_if_fail (REA_IS_SERVICE (service), NULL);

  self = g_object_new (REA_TYPE_CAMPAIGN_MODEL, NULL);
  self->service = g_object_ref (service);
  self->reader = rea_reader_new (service, campaign, read_call, (GDestroyNotify) reading_free,
                                 apply_reading, self);
  return self;
}
