/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a gateway has to do with the database: who may set it, what is queued for it,
 * and what follows from what it brings.
 */
#include "rea-session-private.h"

#include "rea-opt-out.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/random.h>

#define KEY_BYTES 16
#define N_UNKNOWN 100

/* Goes to contacts as it stands, whatever language the runner of the gateway speaks:
 * one text of GSM-7 in one segment, and nothing in it but that it was heard.
 */
#define CONFIRMATION "You are unsubscribed and will get no more messages from us."

/* A secret that nobody guesses. */
static char *
make_key (GError **error)
{
  guchar   bytes[KEY_BYTES];
  GString *key = NULL;

  if (getrandom (bytes, sizeof bytes, 0) != sizeof bytes)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_IO,
                   /* TRANSLATORS: an error of setting the gateway; %s is the system's reason. */
                   _ ("The system gives no random numbers: %s."), g_strerror (errno));
      return NULL;
    }

  key = g_string_new (NULL);
  for (guint i = 0; i < KEY_BYTES; i++)
    g_string_append_printf (key, "%02x", bytes[i]);

  return g_string_free (key, FALSE);
}

/* The key stays: what was sent before is reported with it. */
static ReaGatewayStatus *
set_gateway (ReaSession *self, const ReaGatewaySettings *wanted, GError **error)
{
  ReaStore *store = rea_session_get_store (self);
  g_autoptr (ReaGatewaySettings) before = NULL;
  g_autoptr (ReaGatewaySettings) settings = rea_gateway_settings_copy (wanted);

  if (!rea_role_check (rea_session_get_user (self)->role, REA_VERB_MAINTAIN, error) ||
      !rea_gateway_settings_validate (wanted, error) ||
      !rea_store_get_gateway (store, &before, error))
    return NULL;

  g_free (settings->key);
  settings->key = before != NULL ? g_strdup (before->key) : make_key (error);

  if (settings->key == NULL || !rea_store_set_gateway (store, settings, error))
    return NULL;

  return rea_store_get_gateway_status (store, N_UNKNOWN, error);
}

/**
 * rea_session_set_gateway:
 * @self: a session
 * @wanted: the gateway; its key is made here
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_INVALID
 *
 * Sets the one gateway of the database: from now on messages are queued for it.
 *
 * Returns: (transfer full) (nullable): its status then
 */
ReaGatewayStatus *
rea_session_set_gateway (ReaSession *self, const ReaGatewaySettings *wanted, GError **error)
{
  g_autoptr (ReaGatewayStatus) status = NULL;

  g_return_val_if_fail (wanted != NULL, NULL);

  if (!rea_session_begin (self, REA_STORE_WRITE, NULL, error))
    return NULL;

  status = set_gateway (self, wanted, error);

  return rea_session_end (self, status != NULL, error) ? g_steal_pointer (&status) : NULL;
}

/**
 * rea_session_get_gateway_status:
 * @self: a session
 * @error: %REA_ERROR_NOT_PERMITTED
 *
 * The settings have the key of the gateway in them, so they are for who may set it.
 *
 * Returns: (transfer full) (nullable): what the gateway has done and has to do
 */
ReaGatewayStatus *
rea_session_get_gateway_status (ReaSession *self, GError **error)
{
  g_autoptr (ReaGatewayStatus) status = NULL;

  if (!rea_session_begin (self, REA_STORE_READ, NULL, error))
    return NULL;

  if (rea_role_check (rea_session_get_user (self)->role, REA_VERB_MAINTAIN, error))
    status = rea_store_get_gateway_status (rea_session_get_store (self), N_UNKNOWN, error);

  return rea_session_end (self, status != NULL, error) ? g_steal_pointer (&status) : NULL;
}

/**
 * rea_session_enter_gateway:
 * @self: a session in a transaction
 * @error: %REA_ERROR_NOT_PERMITTED, or %REA_ERROR_WRONG_STATE where no gateway is set
 *
 * The door of who runs the gateway.
 *
 * Returns: (transfer full) (nullable): its settings
 */
ReaGatewaySettings *
rea_session_enter_gateway (ReaSession *self, GError **error)
{
  g_autoptr (ReaGatewaySettings) settings = NULL;

  if (!rea_role_check (rea_session_get_user (self)->role, REA_VERB_MAINTAIN, error) ||
      !rea_store_get_gateway (rea_session_get_store (self), &settings, error))
    return NULL;

  if (settings == NULL)
    g_set_error_literal (error, REA_ERROR, REA_ERROR_WRONG_STATE,
                         /* TRANSLATORS: an error of running the gateway. */
                         _ ("No gateway is set; say which by reassignctl gateway set."));

  return g_steal_pointer (&settings);
}

/**
 * rea_session_get_way:
 * @self: a session in a transaction
 * @campaign: a campaign
 * @way: (out): how its messages reach its contacts
 * @error: what went wrong
 *
 * Returns: whether it is known
 */
gboolean
rea_session_get_way (ReaSession *self, const ReaCampaign *campaign, ReaWay *way, GError **error)
{
  g_autoptr (ReaGatewaySettings) settings = NULL;

  *way = REA_WAY_SIMULATED;
  if (campaign->is_demo || rea_session_get_simulated (self))
    return TRUE;

  if (!rea_store_get_gateway (rea_session_get_store (self), &settings, error))
    return FALSE;

  *way = settings != NULL ? REA_WAY_GATEWAY : REA_WAY_BY_HAND;

  return TRUE;
}

/**
 * rea_session_queue_message:
 * @self: a session in a transaction
 * @campaign: the campaign
 * @conversation: the conversation in which @message was recorded
 * @message: a sender's message
 * @error: what went wrong
 *
 * Queues a message for the gateway, if there is one and it goes by it.
 *
 * Returns: whether that is done
 */
gboolean
rea_session_queue_message (ReaSession            *self,
                           const ReaCampaign     *campaign,
                           const ReaConversation *conversation,
                           ReaMessage            *message,
                           GError               **error)
{
  ReaWay way;

  if (!rea_session_get_way (self, campaign, &way, error))
    return FALSE;

  if (way != REA_WAY_GATEWAY)
    return TRUE;

  message->delivery = REA_DELIVERY_QUEUED;

  return rea_store_queue (rea_session_get_store (self), message->id, conversation->phone, NULL,
                          error);
}

/**
 * rea_session_queue_confirmation:
 * @self: a session in a transaction
 * @campaign: (nullable): where the contact wrote; %NULL for a number that nobody knows
 * @phone: E.164
 * @error: what went wrong
 *
 * Queues the one message that a number gets after it has opted out, unless it has had
 * it. It is no sender's: it changes no status, and waits for no opening hours.
 *
 * Returns: whether that is done
 */
gboolean
rea_session_queue_confirmation (ReaSession        *self,
                                const ReaCampaign *campaign,
                                const char        *phone,
                                GError           **error)
{
  ReaWay way = REA_WAY_GATEWAY;

  if (campaign != NULL && !rea_session_get_way (self, campaign, &way, error))
    return FALSE;

  return way != REA_WAY_GATEWAY ||
         rea_store_queue (rea_session_get_store (self), 0, phone, CONFIRMATION, error);
}

/* Nobody's conversation, but never lost; and who asks to be left alone is, should the
 * number be imported later.
 */
static gboolean
take_unknown (ReaSession *self, const ReaIncoming *incoming, GError **error)
{
  ReaStore *store = rea_session_get_store (self);

  if (!rea_store_insert_incoming (store, incoming, 0, error))
    return FALSE;

  if (!rea_incoming_can_be_answered (incoming) ||
      rea_opt_out_judge (incoming->text) != REA_OPT_OUT_YES)
    return TRUE;

  return rea_session_opt_out_phone (self, incoming->phone, incoming->at, error) &&
         rea_session_queue_confirmation (self, NULL, incoming->phone, error);
}

/**
 * rea_session_take_message:
 * @self: a session in a transaction, of who runs the gateway
 * @incoming: what the gateway brought
 * @error: what went wrong
 *
 * Records a message by the gateway's own number of it, once, with its effect on the
 * conversation to which it belongs.
 *
 * Returns: whether it is recorded, now or before
 */
gboolean
rea_session_take_message (ReaSession *self, const ReaIncoming *incoming, GError **error)
{
  ReaStore *store = rea_session_get_store (self);
  g_autoptr (ReaConversation) before = NULL;
  g_autoptr (ReaConversation) after = NULL;
  g_autoptr (ReaCampaign) campaign = NULL;
  g_autoptr (ReaMessage) message = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean had;

  if (!rea_store_has_incoming (store, incoming->id, &had, error))
    return FALSE;
  if (had)
    return TRUE;

  before = rea_store_find_written_to (store, incoming->phone, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (before == NULL)
    return take_unknown (self, incoming, error);

  campaign = rea_store_get_campaign (store, before->campaign_id, error);
  if (campaign == NULL)
    return FALSE;

  after = rea_session_receive_in (self, campaign, before, incoming->text, incoming->at, &message,
                                  error);

  return after != NULL && rea_store_insert_incoming (store, incoming, message->id, error);
}

/**
 * rea_session_take_report:
 * @self: a session in a transaction, of who runs the gateway
 * @id: our number of what left
 * @asked: which of the times that it was asked for this is about
 * @report: what the gateway reports
 * @state: (out): how far it is now; %REA_DELIVERY_NONE for what we never sent
 * @error: what went wrong
 *
 * Returns: whether the report is recorded, or there is nothing to record
 */
gboolean
rea_session_take_report (ReaSession  *self,
                         gint64       id,
                         gint64       asked,
                         ReaReport    report,
                         ReaDelivery *state,
                         GError     **error)
{
  ReaStore *store = rea_session_get_store (self);
  g_autoptr (ReaOutgoing) outgoing = NULL;

  *state = REA_DELIVERY_NONE;
  if (!rea_store_get_outgoing (store, id, &outgoing, error))
    return FALSE;

  if (outgoing == NULL)
    return TRUE;

  if (rea_outgoing_take_report (outgoing, asked, report) &&
      !rea_store_update_outgoing (store, outgoing, error))
    return FALSE;

  *state = outgoing->state;

  return TRUE;
}
