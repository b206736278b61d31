/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-exchange-private.h"

#include <glib/gi18n-lib.h>

#include <inttypes.h>

/* How many conversations are in memory at a time. */
#define PAGE_SIZE 1000

static void
rejected_row_free (gpointer data)
{
  ReaRejectedRow *row = data;

  g_free (row->reason);
  g_free (row);
}

/**
 * rea_import_report_new:
 *
 * Returns: (transfer full): a report of nothing
 */
ReaImportReport *
rea_import_report_new (void)
{
  ReaImportReport *self = g_new0 (ReaImportReport, 1);

  self->rejected = g_ptr_array_new_with_free_func (rejected_row_free);

  return self;
}

void
rea_import_report_free (ReaImportReport *self)
{
  g_ptr_array_unref (self->rejected);
  g_clear_pointer (&self->added, g_ptr_array_unref);
  g_free (self);
}

/**
 * rea_import_report_reject:
 * @self: a report
 * @line: where the row begins
 * @reason: a sentence
 *
 * Counts a bad row, and remembers it if it is one of the first.
 */
void
rea_import_report_reject (ReaImportReport *self, gint64 line, const char *reason)
{
  self->rejected_total++;

  if (self->rejected->len < REA_MAX_REJECTED)
    {
      ReaRejectedRow *row = g_new0 (ReaRejectedRow, 1);

      row->line = line;
      row->reason = g_strdup (reason);
      g_ptr_array_add (self->rejected, row);
    }
}

/**
 * rea_import_report_settle:
 * @self: a report
 * @done: whether the file was read to its end
 * @skip_bad: whether the good rows are wanted all the same
 * @error: %REA_ERROR_INVALID where there are bad rows that nobody wants to skip
 *
 * Decides what becomes of a file with bad rows.
 *
 * Returns: whether what was imported stands
 */
gboolean
rea_import_report_settle (ReaImportReport *self, gboolean done, gboolean skip_bad, GError **error)
{
  const ReaRejectedRow *first = NULL;

  if (done && (skip_bad || self->rejected_total == 0))
    return TRUE;

  self->imported = 0;
  if (!done)
    return FALSE;

  first = g_ptr_array_index (self->rejected, 0);
  g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
               /* TRANSLATORS: how many rows of a file are bad; then the line number of the first,
                * and a sentence about it.
                */
               ngettext ("%" PRId64 " row is bad, so nothing was imported. Line %" PRId64 ": %s",
                         "%" PRId64 " rows are bad, so nothing was imported. Line %" PRId64 ": %s",
                         self->rejected_total),
               self->rejected_total, first->line, first->reason);

  return FALSE;
}

/**
 * rea_progress_step:
 * @self: long work
 * @done: how much of it is done
 * @total: of how much; 0 where that is not known
 * @error: %G_IO_ERROR_CANCELLED
 *
 * To be called after each row.
 *
 * Returns: whether to go on
 */
gboolean
rea_progress_step (ReaProgress *self, gint64 done, gint64 total, GError **error)
{
  if (++self->n_rows % REA_ROWS_A_STEP != 0)
    return TRUE;

  if (self->func != NULL)
    self->func (done, total, self->user_data);

  if (!g_cancellable_is_cancelled (self->cancellable))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                       _ ("Cancelled; nothing was changed."));
  return FALSE;
}

/**
 * rea_session_apply_opt_out:
 * @self: a session in a write transaction
 * @has_opt_outs: what rea_store_has_opt_outs() said before the import
 * @conversation: somebody who is brought in
 * @error: what the store fails with
 *
 * Opting out holds for a phone, whoever brings it in again.
 *
 * Returns: whether it could be told
 */
gboolean
rea_session_apply_opt_out (ReaSession      *self,
                           gboolean         has_opt_outs,
                           ReaConversation *conversation,
                           GError         **error)
{
  gboolean opted_out = FALSE;

  if ((conversation->flags & REA_FLAG_OPTED_OUT) != 0 || !has_opt_outs)
    return TRUE;

  if (!rea_store_is_opted_out (rea_session_get_store (self), conversation->phone, &opted_out,
                               error))
    return FALSE;

  if (opted_out)
    rea_conversation_opt_out (conversation);

  return TRUE;
}

/**
 * rea_session_for_each_conversation:
 * @self: a session in a transaction
 * @campaign: a campaign that was entered to see its conversations
 * @progress: how to tell how far it is
 * @func: called with each conversation
 * @user_data: for @func
 * @error: what @func or the store failed with
 *
 * Goes through the conversations that the acting user may see, in the order of
 * their ids, in constant memory.
 *
 * Returns: whether all were gone through
 */
gboolean
rea_session_for_each_conversation (ReaSession         *self,
                                   const ReaCampaign  *campaign,
                                   ReaProgress        *progress,
                                   ReaConversationFunc func,
                                   gpointer            user_data,
                                   GError            **error)
{
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  ReaQuery   query = { .campaign = campaign,
                       .filter = filter,
                       .only_holder = rea_session_get_only_holder (self),
                       .now = rea_session_now (self) };
  ReaPageKey after = { 0, NULL, NULL, REA_TIME_NONE };

  for (;;)
    {
      g_autoptr (GPtrArray) page = rea_store_page (rea_session_get_store (self), &query,
                                                   REA_SORT_ID, &after, 0, PAGE_SIZE, error);

      if (page == NULL)
        return FALSE;
      if (page->len == 0)
        return TRUE;

      for (guint i = 0; i < page->len; i++)
        {
          ReaConversation *conversation = g_ptr_array_index (page, i);

          after.id = conversation->id;
          if (!func (conversation, user_data, error) ||
              !rea_progress_step (progress, progress->n_rows, campaign->total, error))
            return FALSE;
        }
    }
}
