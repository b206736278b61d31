/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-campaign-values.h"
#include "ctl-commands.h"
#include "ctl-objects.h"
#include "ctl-tables.h"

#include "rea-time.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static void
list_json (CtlCall *call, GPtrArray *campaigns, gint64 now)
{
  g_autoptr (CtlJson) json = ctl_json_new ();

  ctl_json_begin_object (json, NULL);
  ctl_json_begin_list (json, "campaigns");
  for (guint i = 0; i < campaigns->len; i++)
    {
      const ReaCampaign *campaign = g_ptr_array_index (campaigns, i);

      ctl_json_begin_object (json, NULL);
      ctl_json_add_campaign_head (json, campaign, now);
      ctl_json_add_number (json, "total", campaign->total);
      ctl_json_end_object (json);
    }
  ctl_json_end_list (json);
  ctl_json_end_object (json);

  ctl_call_say_json (call, json);
}

static void
list_table (CtlCall *call, GPtrArray *campaigns, gint64 now)
{
  g_autoptr (CtlTable) table = ctl_table_new ();

  ctl_table_add_column (table, _ ("ID"), CTL_ALIGN_RIGHT);
  ctl_table_add_column (table, _ ("Title"), CTL_ALIGN_LEFT);
  ctl_table_add_column (table, _ ("State"), CTL_ALIGN_LEFT);
  ctl_table_add_column (table, _ ("Total"), CTL_ALIGN_RIGHT);
  ctl_table_add_column (table, _ ("Status"), CTL_ALIGN_LEFT);

  for (guint i = 0; i < campaigns->len; i++)
    {
      const ReaCampaign *campaign = g_ptr_array_index (campaigns, i);
      const char        *status = rea_campaign_get_status_text (campaign, now);

      ctl_table_add_number (table, campaign->id);
      ctl_table_add_text (table, campaign->title);
      ctl_table_add_text (table, rea_state_to_string (campaign->state));
      ctl_table_add_number (table, campaign->total);
      ctl_table_add_text (table, status != NULL ? _ (status) : NULL);
    }

  if (campaigns->len > 0)
    ctl_call_say_table (call, table);
  else
    /* TRANSLATORS: reassignctl campaign list, where there is none. */
    ctl_call_say (call, "%s", _ ("There is no campaign yet."));
}

gboolean
ctl_campaign_list (CtlCall *call, GError **error)
{
  g_autoptr (ReaSession) session = ctl_call_open (call, error);
  g_autoptr (GPtrArray) campaigns = NULL;

  if (session == NULL)
    return FALSE;

  campaigns = rea_session_list_campaigns (session, error);
  if (campaigns == NULL)
    return FALSE;

  if (call->json)
    list_json (call, campaigns, rea_session_now (session));
  else
    list_table (call, campaigns, rea_session_now (session));

  return TRUE;
}

/* What is asked for by one command and comes of four others. */
static void
answer_campaign (CtlCall *call, ReaSession *session, const ReaCampaign *campaign)
{
  g_autoptr (CtlJson) json = ctl_json_new ();
  gint64 now = rea_session_now (session);

  if (!call->json)
    {
      ctl_call_say_campaign (call, campaign, now);
      return;
    }

  ctl_json_begin_object (json, NULL);
  ctl_json_add_campaign (json, "campaign", campaign, now);
  ctl_json_end_object (json);
  ctl_call_say_json (call, json);
}

/**
 * ctl_call_answer_new_campaign:
 * @campaign: (nullable): what was made; %NULL if that failed
 *
 * Answers what it is. A database that was made for its sake goes with it.
 *
 * Returns: whether there is one
 */
gboolean
ctl_call_answer_new_campaign (CtlCall *call, ReaSession *session, const ReaCampaign *campaign)
{
  if (campaign == NULL)
    {
      rea_session_discard (session);
      return FALSE;
    }

  answer_campaign (call, session, campaign);

  return TRUE;
}

gboolean
ctl_campaign_show (CtlCall *call, GError **error)
{
  gint64 id;
  g_autoptr (ReaSession) session = ctl_call_open_campaign (call, &id, error);
  g_autoptr (ReaCampaign) campaign = NULL;

  if (session == NULL)
    return FALSE;

  campaign = rea_session_get_campaign (session, id, error);
  if (campaign == NULL)
    return FALSE;

  answer_campaign (call, session, campaign);

  return TRUE;
}

static ReaCampaign *
create (CtlCall *call, ReaSession *session, CtlCampaignValues *values, GError **error)
{
  g_autoptr (ReaCampaign) wanted = rea_campaign_new (call->arguments[0]);

  g_free (wanted->time_zone);
  wanted->time_zone = rea_time_zone_dup_local ();

  if (!rea_role_check (rea_session_get_user (session)->role, REA_VERB_MANAGE_CAMPAIGN, error) ||
      !ctl_campaign_values_read_files (values, error) ||
      !ctl_campaign_values_apply (wanted, values, error))
    return NULL;

  return rea_session_create_campaign (session, wanted, error);
}

gboolean
ctl_campaign_create (CtlCall *call, GError **error)
{
  g_autoptr (CtlCampaignValues) values = NULL;
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaCampaign) campaign = NULL;

  if (!ctl_campaign_title_check (call->arguments[0], error))
    return FALSE;

  values = ctl_campaign_values_new (call->options, error);
  if (values == NULL)
    return FALSE;

  session = ctl_call_open_or_create (call, error);
  if (session == NULL)
    return FALSE;

  campaign = create (call, session, values, error);

  return ctl_call_answer_new_campaign (call, session, campaign);
}

gboolean
ctl_campaign_set (CtlCall *call, GError **error)
{
  g_autoptr (CtlCampaignValues) values = ctl_campaign_values_new (call->options, error);
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaCampaign) campaign = NULL;
  gint64 id;

  if (values == NULL)
    return FALSE;

  session = ctl_call_open_campaign (call, &id, error);
  if (session == NULL)
    return FALSE;

  if (!rea_role_check (rea_session_get_user (session)->role, REA_VERB_MANAGE_CAMPAIGN, error) ||
      !ctl_campaign_values_read_files (values, error))
    return FALSE;

  campaign = rea_session_set_campaign (session, id, ctl_campaign_values_apply, values, error);
  if (campaign == NULL)
    return FALSE;

  answer_campaign (call, session, campaign);

  return TRUE;
}

gboolean
ctl_campaign_import (CtlCall *call, GError **error)
{
  g_autoptr (ReaSession) session = ctl_call_open_or_create (call, error);
  g_autoptr (ReaCampaign) campaign = NULL;

  if (session == NULL)
    return FALSE;

  /* TRANSLATORS: stands before the progress bar of reassignctl. */
  ctl_progress_begin (&call->progress, _ ("Importing"));
  campaign = rea_session_import_campaign (session, call->arguments[0], ctl_progress_update,
                                          &call->progress, call->cancellable, error);

  return ctl_call_answer_new_campaign (call, session, campaign);
}

gboolean
ctl_campaign_remove (CtlCall *call, GError **error)
{
  gint64 id;
  g_autoptr (ReaSession) session = ctl_call_open_campaign (call, &id, error);
  g_autoptr (ReaCampaign) campaign = NULL;
  g_autoptr (CtlJson) json = ctl_json_new ();

  if (session == NULL)
    return FALSE;

  campaign = rea_session_remove_campaign (session, id, error);
  if (campaign == NULL)
    return FALSE;

  ctl_json_begin_object (json, NULL);
  ctl_json_begin_object (json, "removed");
  ctl_json_add_number (json, "id", campaign->id);
  ctl_json_add_string (json, "title", campaign->title);
  ctl_json_end_object (json);
  ctl_json_end_object (json);

  if (call->json)
    ctl_call_say_json (call, json);
  else
    /* TRANSLATORS: reassignctl campaign remove; the title, then how many there were. */
    ctl_call_say (call,
                  ngettext ("“%1$s” was removed, with its %2$" PRId64 " conversation.",
                            "“%1$s” was removed, with its %2$" PRId64 " conversations.",
                            campaign->total),
                  campaign->title, campaign->total);

  return TRUE;
}
