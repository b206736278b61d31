/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sweep.h"

#include "rea-error.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char  *name;
  ReaSweepCure cure;
} kinds[] = {
  [REA_SWEEP_WAITING_OFFLINE] = { "waiting_offline", REA_SWEEP_REASSIGN },
  [REA_SWEEP_UNASSIGNED_REPLIES] = { "unassigned_replies", REA_SWEEP_REASSIGN },
  [REA_SWEEP_OPT_OUTS] = { "opt_out_asked", REA_SWEEP_REVIEW },
  [REA_SWEEP_NOT_STARTED_UNSEEN] = { "not_started_unseen", REA_SWEEP_REASSIGN },
  [REA_SWEEP_WINDOW_PASSED] = { "window_passed", REA_SWEEP_CHANGE_WINDOW },
  [REA_SWEEP_SURVEYS] = { "survey_open", REA_SWEEP_REVIEW },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == REA_N_SWEEP_KINDS);

static const char *const cures[] = {
  [REA_SWEEP_REASSIGN] = "reassign",
  [REA_SWEEP_REVIEW] = "review",
  [REA_SWEEP_CHANGE_WINDOW] = "window",
};

/**
 * rea_sweep_kind_to_string:
 * @kind: a kind of line
 *
 * Returns: its name on the command line
 */
const char *
rea_sweep_kind_to_string (ReaSweepKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind].name;
}

/**
 * rea_sweep_kind_get_cure:
 * @kind: a kind of line
 *
 * Returns: what mends it
 */
ReaSweepCure
rea_sweep_kind_get_cure (ReaSweepKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), REA_SWEEP_REVIEW);

  return kinds[kind].cure;
}

/**
 * rea_sweep_cure_to_string:
 * @cure: what mends a line
 *
 * Returns: its name on the command line
 */
const char *
rea_sweep_cure_to_string (ReaSweepCure cure)
{
  g_return_val_if_fail (cure < G_N_ELEMENTS (cures), NULL);

  return cures[cure];
}

/**
 * rea_sweep_kind_is_of:
 * @kind: a kind of line
 * @campaign: a campaign
 * @now: the time, in seconds
 *
 * A contact may write in any state, and wants an answer. What is not started holds
 * nothing up before a campaign begins, nor after it is closed.
 *
 * Returns: whether there can be such a line in it now
 */
gboolean
rea_sweep_kind_is_of (ReaSweepKind kind, const ReaCampaign *campaign, gint64 now)
{
  gboolean runs = campaign->state == REA_STATE_ACTIVE || campaign->state == REA_STATE_PAUSED;

  switch (kind)
    {
    case REA_SWEEP_NOT_STARTED_UNSEEN:
      return runs;
    case REA_SWEEP_WINDOW_PASSED:
      return runs && campaign->window_end != REA_TIME_NONE && now >= campaign->window_end;
    case REA_SWEEP_SURVEYS:
      return campaign->questions->len > 0;
    case REA_SWEEP_WAITING_OFFLINE:
    case REA_SWEEP_UNASSIGNED_REPLIES:
    case REA_SWEEP_OPT_OUTS:
    default:
      return TRUE;
    }
}

/**
 * rea_sweep_kind_make_filter:
 * @kind: a kind of line
 * @options: how long is long
 *
 * Returns: (transfer full): the conversations of such a line
 */
ReaFilter *
rea_sweep_kind_make_filter (ReaSweepKind kind, const ReaSweepOptions *options)
{
  ReaFilter *filter = rea_filter_new ();

  switch (kind)
    {
    case REA_SWEEP_WAITING_OFFLINE:
      filter->holder = REA_HOLDER_OFFLINE;
      filter->status = REA_STATUS_NEEDS_REPLY;
      filter->waiting_minutes = options->waiting_minutes;
      break;
    case REA_SWEEP_UNASSIGNED_REPLIES:
      filter->holder = REA_HOLDER_NOBODY;
      filter->status = REA_STATUS_NEEDS_REPLY;
      break;
    case REA_SWEEP_OPT_OUTS:
      filter->flag = REA_FLAG_MARKED;
      break;
    case REA_SWEEP_NOT_STARTED_UNSEEN:
      filter->holder = REA_HOLDER_OFFLINE;
      filter->offline_minutes = options->unseen_minutes;
      filter->status = REA_STATUS_NOT_STARTED;
      break;
    case REA_SWEEP_WINDOW_PASSED:
      filter->status = REA_STATUS_NOT_STARTED;
      break;
    case REA_SWEEP_SURVEYS:
    default:
      filter->flag = REA_FLAG_SURVEY_OPEN;
    }

  /* Whoever was just given them gets a while to begin. */
  if (rea_sweep_kind_get_cure (kind) == REA_SWEEP_REASSIGN && options->unmoved_minutes > 0)
    filter->unmoved_minutes = options->unmoved_minutes;

  return filter;
}

/**
 * rea_sweep_kind_make_request:
 * @kind: a kind of line
 * @options: how long is long
 *
 * All of it goes to those who are online, first to whoever has the least to do.
 *
 * Returns: (transfer full) (nullable): the move that mends such a line, %NULL where
 *   none does
 */
ReaRequest *
rea_sweep_kind_make_request (ReaSweepKind kind, const ReaSweepOptions *options)
{
  ReaRequest *request;

  if (rea_sweep_kind_get_cure (kind) != REA_SWEEP_REASSIGN)
    return NULL;

  request = rea_request_new ();
  rea_filter_free (request->filter);
  request->filter = rea_sweep_kind_make_filter (kind, options);
  request->number = REA_NUMBER_ALL;
  request->to = REA_TO_ONLINE;
  request->divide = REA_DIVIDE_LEVEL;

  return request;
}

/**
 * rea_sweep_options_validate:
 * @self: how long is long
 * @error: %REA_ERROR_INVALID
 *
 * Returns: whether they are numbers of minutes
 */
gboolean
rea_sweep_options_validate (const ReaSweepOptions *self, GError **error)
{
  if (self->waiting_minutes >= 0 && self->unseen_minutes >= 0 && self->unmoved_minutes >= 0)
    return TRUE;

  g_set_error_literal (error, REA_ERROR, REA_ERROR_INVALID,
                       /* TRANSLATORS: of the limits of a sweep. */
                       _ ("A number of minutes cannot be below 0."));

  return FALSE;
}

/**
 * rea_sweep_line_new:
 * @kind: of which kind
 * @options: how long is long
 *
 * Returns: (transfer full): a line with nothing in it yet
 */
ReaSweepLine *
rea_sweep_line_new (ReaSweepKind kind, const ReaSweepOptions *options)
{
  ReaSweepLine *self = g_new0 (ReaSweepLine, 1);

  self->kind = kind;
  self->filter = rea_sweep_kind_make_filter (kind, options);
  self->request = rea_sweep_kind_make_request (kind, options);
  self->senders = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_user_free);

  return self;
}

void
rea_sweep_line_free (ReaSweepLine *self)
{
  rea_filter_free (self->filter);
  g_clear_pointer (&self->request, rea_request_free);
  g_ptr_array_unref (self->senders);
  g_free (self);
}

static int
compare_most (gconstpointer a, gconstpointer b, gpointer tally)
{
  const ReaUser *one = *(const ReaUser *const *) a;
  const ReaUser *other = *(const ReaUser *const *) b;
  ReaCounts      counts = rea_tally_get (tally, one->id);
  ReaCounts      other_counts = rea_tally_get (tally, other->id);
  gint64         n = rea_counts_total (&counts);
  gint64         other_n = rea_counts_total (&other_counts);

  return n != other_n ? (n < other_n ? 1 : -1) : rea_user_compare_names (one, other);
}

/**
 * rea_sweep_line_count:
 * @self: a line
 * @tally: what passes its filter
 * @senders: (element-type ReaSender): the senders of the campaign
 *
 * Sets how many there are, and who holds them.
 */
void
rea_sweep_line_count (ReaSweepLine *self, const ReaTally *tally, GPtrArray *senders)
{
  ReaCounts sum = rea_tally_sum (tally);

  self->count = rea_counts_total (&sum);

  for (guint i = 0; self->request != NULL && i < senders->len; i++)
    {
      const ReaSender *sender = g_ptr_array_index (senders, i);
      ReaCounts        counts = rea_tally_get (tally, sender->user->id);

      if (rea_counts_total (&counts) > 0)
        g_ptr_array_add (self->senders, rea_user_copy (sender->user));
    }

  g_ptr_array_sort_with_data (self->senders, compare_most, (gpointer) tally);
}

/**
 * rea_sweep_new:
 * @options: how long is long
 *
 * Returns: (transfer full): a sweep that found nothing yet
 */
ReaSweep *
rea_sweep_new (const ReaSweepOptions *options)
{
  ReaSweep *self = g_new0 (ReaSweep, 1);

  self->options = *options;
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_sweep_line_free);

  return self;
}

void
rea_sweep_free (ReaSweep *self)
{
  g_ptr_array_unref (self->lines);
  g_clear_pointer (&self->next_holder, rea_user_free);
  g_free (self);
}

/**
 * rea_sweep_find:
 * @self: a sweep
 * @kind: a kind of line
 *
 * Returns: (transfer none) (nullable): its line, where there is anything of the kind
 */
const ReaSweepLine *
rea_sweep_find (const ReaSweep *self, ReaSweepKind kind)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const ReaSweepLine *line = g_ptr_array_index (self->lines, i);

      if (line->kind == kind)
        return line;
    }

  return NULL;
}
