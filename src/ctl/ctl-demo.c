/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-commands.h"

#include "rea-demo.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* An evening of a campaign that a person can take in. */
#define DEFAULT_CONTACTS 2000
#define DEFAULT_SENDERS  20

/* An hour, seen in a minute. */
#define DEFAULT_MINUTES 60
#define DEFAULT_SPEED   60

static gboolean
parse_seed (CtlCall *call, guint32 *seed, GError **error)
{
  gint64 number = g_random_int ();

  if (!ctl_options_get_number (call->options, CTL_OPTION_SEED, 0, G_MAXUINT32, &number, error))
    return FALSE;

  *seed = (guint32) number;

  return TRUE;
}

gboolean
ctl_demo (CtlCall *call, GError **error)
{
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaCampaign) campaign = NULL;
  gint64  n_contacts = DEFAULT_CONTACTS;
  gint64  n_senders = DEFAULT_SENDERS;
  guint32 seed;

  if (!ctl_options_get_number (call->options, CTL_OPTION_CONTACTS, 1, REA_DEMO_MAX_CONTACTS,
                               &n_contacts, error) ||
      !ctl_options_get_number (call->options, CTL_OPTION_SENDERS, 1, REA_DEMO_MAX_SENDERS,
                               &n_senders, error) ||
      !parse_seed (call, &seed, error))
    return FALSE;

  session = ctl_call_open_or_create (call, error);
  if (session == NULL)
    return FALSE;

  /* TRANSLATORS: stands before the progress bar of reassignctl. */
  ctl_progress_begin (&call->progress, _ ("Making up the demo"));
  campaign = rea_session_add_demo (session, n_contacts, n_senders, seed, ctl_progress_update,
                                   &call->progress, call->cancellable, error);

  return ctl_call_answer_new_campaign (call, session, campaign);
}

static void
answer_simulation (CtlCall *call, const ReaSimulation *played)
{
  g_autoptr (CtlJson) json = ctl_json_new ();

  ctl_json_begin_object (json, NULL);
  ctl_json_add_number (json, "minutes", played->minutes);
  ctl_json_add_number (json, "sent", played->sent);
  ctl_json_add_number (json, "received", played->received);
  ctl_json_end_object (json);

  if (call->json)
    ctl_call_say_json (call, json);
  else
    ctl_call_say (call,
                  /* TRANSLATORS: reassignctl simulate; messages out and in. */
                  ngettext ("%1$" PRId64 " minute was played: %2$" PRId64
                            " messages were sent, %3$" PRId64 " received.",
                            "%1$" PRId64 " minutes were played: %2$" PRId64
                            " messages were sent, %3$" PRId64 " received.",
                            played->minutes),
                  played->minutes, played->sent, played->received);
}

gboolean
ctl_simulate (CtlCall *call, GError **error)
{
  g_autoptr (ReaSession) session = NULL;
  ReaSimulation played;
  gint64        minutes = DEFAULT_MINUTES;
  gint64        speed = DEFAULT_SPEED;
  gint64        id;
  guint32       seed;

  if (!ctl_options_get_number (call->options, CTL_OPTION_MINUTES, 1, G_MAXINT, &minutes, error) ||
      !ctl_options_get_number (call->options, CTL_OPTION_SPEED, 1, G_MAXINT, &speed, error) ||
      !parse_seed (call, &seed, error))
    return FALSE;

  session = ctl_call_open_campaign (call, &id, error);
  if (session == NULL)
    return FALSE;

  /* TRANSLATORS: stands before the progress bar of reassignctl. */
  ctl_progress_begin (&call->progress, _ ("Playing the shift"));
  if (!rea_session_simulate (session, id, minutes, (double) speed, seed, ctl_progress_update,
                             &call->progress, call->cancellable, &played, error))
    return FALSE;

  answer_simulation (call, &played);

  return TRUE;
}
