/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-session.h"

G_BEGIN_DECLS

/* Files in and out: CSV of contacts and senders, JSON Lines of a whole campaign. */

/**
 * ReaRejectedRow:
 * @line: where the row begins; the header is line 1
 * @reason: a sentence
 */
typedef struct
{
  gint64 line;
  char  *reason;
} ReaRejectedRow;

#define REA_MAX_REJECTED 1000

/**
 * ReaImportReport:
 * @rows: how many rows the file has, the header and blank lines aside
 * @imported: how many were imported
 * @rejected: (element-type ReaRejectedRow): the first %REA_MAX_REJECTED
 * @rejected_total: how many there were
 * @added: (nullable): of an import of senders: the e-mails that were added
 *
 * Set also where an import was refused for bad rows, beside the error.
 */
typedef struct
{
  gint64     rows;
  gint64     imported;
  GPtrArray *rejected;
  gint64     rejected_total;
  GPtrArray *added;
} ReaImportReport;

ReaImportReport *rea_import_report_new (void) G_GNUC_WARN_UNUSED_RESULT;
void             rea_import_report_free (ReaImportReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaImportReport, rea_import_report_free)

gboolean     rea_session_import_contacts (ReaSession       *self,
                                          gint64            campaign,
                                          const char       *path,
                                          gboolean          skip_bad,
                                          ReaProgressFunc   progress,
                                          gpointer          user_data,
                                          GCancellable     *cancellable,
                                          ReaImportReport **report,
                                          GError          **error);
gboolean     rea_session_import_senders (ReaSession       *self,
                                         gint64            campaign,
                                         const char       *path,
                                         gboolean          skip_bad,
                                         ReaImportReport **report,
                                         GError          **error);
gint64       rea_session_export_contacts (ReaSession     *self,
                                          gint64          campaign,
                                          const char     *path,
                                          ReaProgressFunc progress,
                                          gpointer        user_data,
                                          GCancellable   *cancellable,
                                          GError        **error);
ReaCampaign *rea_session_import_campaign (ReaSession     *self,
                                          const char     *path,
                                          ReaProgressFunc progress,
                                          gpointer        user_data,
                                          GCancellable   *cancellable,
                                          GError        **error);
gint64       rea_session_export_campaign (ReaSession     *self,
                                          gint64          campaign,
                                          const char     *path,
                                          ReaProgressFunc progress,
                                          gpointer        user_data,
                                          GCancellable   *cancellable,
                                          GError        **error);

/* The lists that stand in files of their own and in campaign JSON Lines. */
GPtrArray *rea_questions_from_json (const char *json, GError **error);
GPtrArray *rea_canned_replies_from_json (const char *json, GError **error);

G_END_DECLS
