/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-import-job.h"

#include "rea-time.h"

/* What the thread that works is given. */
typedef struct
{
  gint64            campaign;
  ReaCampaign      *values;
  ReaContactsFile  *file;
  char             *faulty_path;
  gint64            n_rows;
  ReaProgressShare *share;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->values, rea_campaign_free);
  rea_contacts_file_free (job->file);
  g_free (job->faulty_path);
  rea_progress_share_unref (job->share);
  g_free (job);
}

/* A new campaign is as reassignctl makes it: a draft, in the time zone of here. */
static Job *
job_new (gint64 campaign, const char *title, const ReaContactsFile *file, ReaProgressShare *share)
{
  Job *job = g_new0 (Job, 1);

  job->campaign = campaign;
  job->file = rea_contacts_file_copy (file);
  job->share = rea_progress_share_ref (share);

  if (campaign == 0)
    {
      job->values = rea_campaign_new (title);
      g_free (job->values->time_zone);
      job->values->time_zone = rea_time_zone_dup_local ();
    }

  return job;
}

/* How a file is to be looked at. */
typedef struct
{
  char     *path;
  char     *encoding;
  char      separator;
  ReaHeader header;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_free (look->path);
  g_free (look->encoding);
  g_free (look);
}

static void
look_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Look      *look = task_data;
  GError          *error = NULL;
  ReaContactsFile *file = rea_contacts_file_look (look->path, look->encoding, look->separator,
                                                  look->header, cancellable, &error);

  if (file == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, file, (GDestroyNotify) rea_contacts_file_free);
}

/**
 * rea_import_look_async:
 * @path: a file
 * @encoding: (nullable): what it is written in; %NULL to guess that
 * @separator: what separates its cells, or 0 to guess that
 * @header: whether its first row names the columns
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called when it is done
 * @user_data: for @callback
 *
 * Looks at a file on another thread.
 */
void
rea_import_look_async (const char         *path,
                       const char         *encoding,
                       char                separator,
                       ReaHeader           header,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Look *look = g_new0 (Look, 1);

  look->path = g_strdup (path);
  look->encoding = g_strdup (encoding);
  look->separator = separator;
  look->header = header;
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_job);
}

/**
 * rea_import_look_finish:
 * @result: what the callback was given
 * @error: as for rea_contacts_file_look()
 *
 * Returns: (transfer full) (nullable): what was found
 */
ReaContactsFile *
rea_import_look_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
check_job (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const Job *job = data;

  return rea_session_check_contacts_file (session, job->campaign, job->values, job->file,
                                          job->faulty_path, rea_progress_share_tell, job->share,
                                          cancellable, error);
}

static gpointer
run_job (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const Job *job = data;
  g_autoptr (ReaImportReport) report = NULL;
  ReaImported *imported = NULL;
  gint64       campaign =
      rea_session_import_contacts_file (session, job->campaign, job->values, job->file, job->n_rows,
                                        rea_progress_share_tell, job->share, cancellable, &report,
                                        error);

  if (campaign == 0)
    return NULL;

  imported = g_new0 (ReaImported, 1);
  imported->campaign = campaign;
  imported->n = report->imported;
  imported->n_rejected = report->rejected_total;
  return imported;
}

/**
 * rea_import_check_async:
 * @service: a service
 * @campaign: where the contacts would go, or 0 for a campaign that would be made
 * @file: the file
 * @faulty_path: (nullable): where to write the rows that would be rejected
 * @share: told how many bytes are read
 * @cancellable: stops it
 * @callback: (scope async): called when it is done; rea_service_call_finish()
 *   gives a #ReaContactsCheck
 * @user_data: for @callback
 *
 * Finds out what an import would do.
 */
void
rea_import_check_async (ReaService            *service,
                        gint64                 campaign,
                        const ReaContactsFile *file,
                        const char            *faulty_path,
                        ReaProgressShare      *share,
                        GCancellable          *cancellable,
                        GAsyncReadyCallback    callback,
                        gpointer               user_data)
{
  Job *job = job_new (campaign, "", file, share);

  job->faulty_path = g_strdup (faulty_path);
  rea_service_call_aside_async (service, check_job, job, job_free,
                                (GDestroyNotify) rea_contacts_check_free, cancellable, callback,
                                user_data);
}

/**
 * rea_import_run_async:
 * @service: a service
 * @campaign: where the contacts go, or 0 for a new campaign
 * @title: what that is called
 * @file: the file
 * @n_rows: how many rows it has
 * @share: told how many rows are done
 * @cancellable: stops it
 * @callback: (scope async): called when it is done; rea_service_call_finish()
 *   gives a #ReaImported
 * @user_data: for @callback
 *
 * Imports a file.
 */
void
rea_import_run_async (ReaService            *service,
                      gint64                 campaign,
                      const char            *title,
                      const ReaContactsFile *file,
                      gint64                 n_rows,
                      ReaProgressShare      *share,
                      GCancellable          *cancellable,
                      GAsyncReadyCallback    callback,
                      gpointer               user_data)
{
  Job *job = job_new (campaign, title, file, share);

  job->n_rows = n_rows;
  rea_service_call_async (service, REA_LANE_WRITE, run_job, job, job_free, g_free, cancellable,
                          callback, user_data);
}
