/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-commands.h"
#include "ctl-filter.h"
#include "ctl-objects.h"
#include "ctl-tables.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* An import that was refused for its rows lists them beside the error. */
static void
keep_report (CtlCall *call, ReaImportReport *report)
{
  if (report == NULL)
    return;

  if (!call->json)
    ctl_call_say_rejected (call, report);
  call->report = report;
}

gboolean
ctl_contacts_import (CtlCall *call, GError **error)
{
  gint64 id;
  g_autoptr (ReaSession) session = ctl_call_open_campaign (call, &id, error);
  g_autoptr (ReaImportReport) report = NULL;
  g_autoptr (CtlJson) json = ctl_json_new ();

  if (session == NULL)
    return FALSE;

  ctl_progress_begin (&call->progress, _ ("Importing"));
  if (!rea_session_import_contacts (session, id, call->arguments[1],
                                    ctl_options_has (call->options, CTL_OPTION_SKIP_BAD),
                                    ctl_progress_update, &call->progress, call->cancellable,
                                    &report, error))
    {
      keep_report (call, g_steal_pointer (&report));
      return FALSE;
    }

  ctl_json_begin_object (json, NULL);
  ctl_json_add_report_members (json, report);
  ctl_json_end_object (json);

  if (call->json)
    {
      ctl_call_say_json (call, json);
      return TRUE;
    }

  ctl_call_say_rejected (call, report);
  ctl_call_say (call,
                /* TRANSLATORS: reassignctl contacts import; of %2$ rows that the file has. */
                ngettext ("%1$" PRId64 " contact of %2$" PRId64 " was imported.",
                          "%1$" PRId64 " contacts of %2$" PRId64 " were imported.",
                          report->imported),
                report->imported, report->rows);

  return TRUE;
}

/* To a file the answer says so; on the standard output the file is the answer. */
static void
answer_export (CtlCall *call, gint64 n_rows)
{
  const char      *path = call->arguments[1];
  g_autofree char *name = NULL;
  g_autoptr (CtlJson) json = ctl_json_new ();

  if (path == NULL)
    return;

  name = g_filename_display_name (path);
  ctl_json_begin_object (json, NULL);
  ctl_json_add_string (json, "file", name);
  ctl_json_add_number (json, "rows", n_rows);
  ctl_json_end_object (json);

  if (call->json)
    ctl_call_say_json (call, json);
  else
    ctl_call_say (call,
                  /* TRANSLATORS: reassignctl contacts export; %2$s is a file. */
                  ngettext ("%1$" PRId64 " conversation was written to %2$s.",
                            "%1$" PRId64 " conversations were written to %2$s.", n_rows),
                  n_rows, name);
}

typedef gint64 (*ExportFunc) (ReaSession     *session,
                              gint64          campaign,
                              const char     *path,
                              ReaProgressFunc progress,
                              gpointer        user_data,
                              GCancellable   *cancellable,
                              GError        **error);

static gboolean export(CtlCall *call, ExportFunc func, GError **error)
{
  gint64 id;
  g_autoptr (ReaSession) session = ctl_call_open_campaign (call, &id, error);
  gint64 n_rows;

  if (session == NULL)
    return FALSE;

  /* TRANSLATORS: stands before the progress bar of reassignctl. */
  ctl_progress_begin (&call->progress, _ ("Exporting"));
  n_rows = func (session, id, call->arguments[1], ctl_progress_update, &call->progress,
                 call->cancellable, error);
  if (n_rows < 0)
    return FALSE;

  answer_export (call, n_rows);

  return TRUE;
}

gboolean
ctl_contacts_export (CtlCall *call, GError **error)
{
  return export(call, rea_session_export_contacts, error);
}

gboolean
ctl_campaign_export (CtlCall *call, GError **error)
{
  return export(call, rea_session_export_campaign, error);
}

static void
answer_added (CtlCall *call, GPtrArray *added, gint64 n_senders, const ReaImportReport *report)
{
  g_autoptr (CtlJson) json = ctl_json_new ();

  ctl_json_begin_object (json, NULL);
  ctl_json_begin_list (json, "added");
  for (guint i = 0; i < added->len; i++)
    ctl_json_add_string (json, NULL, g_ptr_array_index (added, i));
  ctl_json_end_list (json);
  ctl_json_add_number (json, "senders", n_senders);
  if (report != NULL)
    ctl_json_add_report_members (json, report);
  ctl_json_end_object (json);

  if (call->json)
    {
      ctl_call_say_json (call, json);
      return;
    }

  for (guint i = 0; i < added->len; i++)
    ctl_call_say (call, "%s", (const char *) g_ptr_array_index (added, i));
  if (report != NULL)
    ctl_call_say_rejected (call, report);
  ctl_call_say (call,
                /* TRANSLATORS: reassignctl sender add; %1$ of them are new. */
                ngettext ("%1$u added; the campaign has %2$" PRId64 " sender.",
                          "%1$u added; the campaign has %2$" PRId64 " senders.", n_senders),
                added->len, n_senders);
}

static gboolean
finish_adding (CtlCall               *call,
               ReaSession            *session,
               gint64                 id,
               GPtrArray             *added,
               const ReaImportReport *report,
               GError               **error)
{
  g_autoptr (ReaCampaign) campaign = rea_session_get_campaign (session, id, error);

  if (campaign == NULL)
    return FALSE;

  answer_added (call, added, campaign->n_senders, report);

  return TRUE;
}

gboolean
ctl_sender_add (CtlCall *call, GError **error)
{
  g_auto (GStrv) emails = NULL;
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (GPtrArray) added = NULL;
  gint64 id;

  if (!ctl_list_parse (call->arguments[1], "EMAIL", &emails, error) ||
      !ctl_emails_check ((const char *const *) emails, error))
    return FALSE;

  session = ctl_call_open_campaign (call, &id, error);
  if (session == NULL)
    return FALSE;

  added = rea_session_add_senders (session, id, (const char *const *) emails, error);

  return added != NULL && finish_adding (call, session, id, added, NULL, error);
}

gboolean
ctl_sender_import (CtlCall *call, GError **error)
{
  gint64   id;
  gboolean skip_bad = ctl_options_has (call->options, CTL_OPTION_SKIP_BAD);
  g_autoptr (ReaSession) session = ctl_call_open_campaign (call, &id, error);
  g_autoptr (ReaImportReport) report = NULL;

  if (session == NULL)
    return FALSE;

  if (!rea_session_import_senders (session, id, call->arguments[1], skip_bad, &report, error))
    {
      keep_report (call, g_steal_pointer (&report));
      return FALSE;
    }

  return finish_adding (call, session, id, report->added, skip_bad ? report : NULL, error);
}
