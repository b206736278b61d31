/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-exchange.h"
#include "rea-session-private.h"

G_BEGIN_DECLS

/* After so many rows somebody is told how far it is, and Cancel is looked for. */
#define REA_ROWS_A_STEP 1024

/* Long work on a file: how to tell of it, and how it is stopped. */
typedef struct
{
  ReaProgressFunc func;
  gpointer        user_data;
  GCancellable   *cancellable;
  gint64          n_rows;
} ReaProgress;

gboolean rea_progress_step (ReaProgress *self, gint64 done, gint64 total, GError **error);

gboolean rea_session_apply_opt_out (ReaSession      *self,
                                    gboolean         has_opt_outs,
                                    ReaConversation *conversation,
                                    GError         **error);
gboolean rea_session_take_user (ReaSession *self, ReaUser *user, GError **error);

void rea_import_report_reject (ReaImportReport *self, gint64 line, const char *reason);
gboolean
rea_import_report_settle (ReaImportReport *self, gboolean done, gboolean skip_bad, GError **error);

/* Opens a read transaction on a campaign's conversations and goes through those
 * that the acting user may see, in the order of their ids.
 */
typedef gboolean (*ReaConversationFunc) (ReaConversation *conversation,
                                         gpointer         user_data,
                                         GError         **error);
gboolean rea_session_for_each_conversation (ReaSession         *self,
                                            const ReaCampaign  *campaign,
                                            ReaProgress        *progress,
                                            ReaConversationFunc func,
                                            gpointer            user_data,
                                            GError            **error);

G_END_DECLS
