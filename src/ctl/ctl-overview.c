/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-commands.h"
#include "ctl-objects.h"
#include "ctl-tables.h"
#include "ctl-time.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static void
overview_json (CtlCall *call, const ReaOverview *overview, gint64 now)
{
  const ReaCampaign *campaign = overview->campaign;
  g_autoptr (CtlJson) json = ctl_json_new ();

  ctl_json_begin_object (json, NULL);
  ctl_json_begin_object (json, "campaign");
  ctl_json_add_campaign_head (json, campaign, now);
  ctl_json_end_object (json);
  ctl_json_add_counts_members (json, &overview->counts);
  ctl_json_add_counts (json, "unassigned", &overview->unassigned);
  ctl_json_add_number (json, "opted_out", campaign->opted_out);
  ctl_json_add_number (json, "wrote_after_opt_out", campaign->wrote_after_opt_out);
  ctl_json_add_number (json, "marked", campaign->marked);
  ctl_json_add_time (json, "waiting_since", overview->waiting_since);
  ctl_json_add_number (json, "senders", campaign->n_senders);
  ctl_json_add_number (json, "online", overview->n_online);
  ctl_json_end_object (json);

  ctl_call_say_json (call, json);
}

static void
say_counts (CtlCall *call, const ReaOverview *overview)
{
  g_autoptr (CtlTable) table = ctl_table_new ();
  ReaCounts assigned = overview->counts;

  rea_counts_subtract (&assigned, &overview->unassigned);

  ctl_table_add_column (table, "", CTL_ALIGN_LEFT);
  ctl_table_add_counts_columns (table);
  /* TRANSLATORS: a row of reassignctl overview: what senders hold. */
  ctl_table_add_text (table, _ ("Assigned"));
  ctl_table_add_counts (table, &assigned);
  /* TRANSLATORS: a row of reassignctl overview: what nobody holds. */
  ctl_table_add_text (table, _ ("Unassigned"));
  ctl_table_add_counts (table, &overview->unassigned);
  /* TRANSLATORS: a row of reassignctl overview: all conversations. */
  ctl_table_add_text (table, _ ("All"));
  ctl_table_add_counts (table, &overview->counts);

  ctl_call_say_table (call, table);
}

static void
say_overview (CtlCall *call, const ReaOverview *overview, gint64 now)
{
  const ReaCampaign *campaign = overview->campaign;
  const char        *status = rea_campaign_get_status_text (campaign, now);

  ctl_call_say (call, "%s (%s)", campaign->title, rea_state_to_string (campaign->state));
  if (status != NULL)
    ctl_call_say (call, "%s", _ (status));

  ctl_call_say (call, "%s", "");
  say_counts (call, overview);
  ctl_call_say (call, "%s", "");

  ctl_call_say (call,
                /* TRANSLATORS: reassignctl overview; %2$ of them have the Messenger open. */
                ngettext ("%1$" PRId64 " sender, %2$" PRId64 " online",
                          "%1$" PRId64 " senders, %2$" PRId64 " online", campaign->n_senders),
                campaign->n_senders, overview->n_online);
  if (overview->waiting_since != REA_TIME_NONE)
    {
      g_autofree char *age = ctl_time_to_age (overview->waiting_since, now);

      /* TRANSLATORS: reassignctl overview; %s is as in "12 min". */
      ctl_call_say (call, _ ("The longest waiting contact has waited %s."), age);
    }
  if (campaign->opted_out > 0)
    ctl_call_say (call,
                  /* TRANSLATORS: reassignctl overview; %2$ of them wrote nevertheless. */
                  ngettext ("%1$" PRId64 " opted out, %2$" PRId64 " wrote after that",
                            "%1$" PRId64 " opted out, %2$" PRId64 " wrote after that",
                            campaign->opted_out),
                  campaign->opted_out, campaign->wrote_after_opt_out);
  if (campaign->marked > 0)
    ctl_call_say (call,
                  /* TRANSLATORS: reassignctl overview: messages that a person has to look at. */
                  ngettext ("%" PRId64 " seems to ask to opt out (--flag=marked)",
                            "%" PRId64 " seem to ask to opt out (--flag=marked)", campaign->marked),
                  campaign->marked);
}

gboolean
ctl_overview (CtlCall *call, GError **error)
{
  gint64 id;
  g_autoptr (ReaSession) session = ctl_call_open_campaign (call, &id, error);
  g_autoptr (ReaOverview) overview = NULL;

  if (session == NULL)
    return FALSE;

  overview = rea_session_get_overview (session, id, error);
  if (overview == NULL)
    return FALSE;

  if (call->json)
    overview_json (call, overview, rea_session_now (session));
  else
    say_overview (call, overview, rea_session_now (session));

  return TRUE;
}
