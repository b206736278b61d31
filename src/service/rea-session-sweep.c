/* SPDX-License-Identifier: GPL-3.0-or-later */

/* It is asked again and again, for the number on a button: it must cost next to
 * nothing in a campaign of any size, and counts as the store's tallies do.
 */
#include "rea-session-private.h"

/* What all lines need to know of one moment. */
typedef struct
{
  ReaCampaign *campaign;
  GPtrArray   *senders;
  ReaTally    *holdings;
  gint64       now;
} Moment;

static void
moment_clear (Moment *moment)
{
  g_clear_pointer (&moment->campaign, rea_campaign_free);
  g_clear_pointer (&moment->senders, g_ptr_array_unref);
  g_clear_pointer (&moment->holdings, rea_tally_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Moment, moment_clear)

/* Since when the reply of the line waits that waits longest. */
static gboolean
find_longest (ReaSession *self, const ReaQuery *query, ReaSweepLine *line, GError **error)
{
  g_autoptr (GPtrArray) first = NULL;

  if (line->count == 0 || line->filter->status != REA_STATUS_NEEDS_REPLY)
    return TRUE;

  first = rea_store_page (rea_session_get_store (self), query, REA_SORT_WAITING, NULL, 0, 1, error);
  if (first == NULL)
    return FALSE;

  if (first->len > 0)
    line->waiting_since = rea_conversation_get_waiting_since (g_ptr_array_index (first, 0));

  return TRUE;
}

static gboolean
count_line (ReaSession *self, const Moment *moment, ReaSweepLine *line, GError **error)
{
  g_autoptr (ReaTally) tally = NULL;
  g_autoptr (GArray) holders = NULL;
  ReaQuery query;

  if (!rea_session_make_query (self, moment->campaign, line->filter, moment->senders, &query,
                               error))
    return FALSE;

  holders = query.holders;
  query.now = moment->now;
  tally = rea_session_tally_query (self, &query, moment->holdings, error);
  if (tally == NULL)
    return FALSE;

  rea_sweep_line_count (line, tally, moment->senders);

  return find_longest (self, &query, line, error);
}

/* Whose they are is of no account. */
static gboolean
count_flag (ReaSession *self, const Moment *moment, ReaSweepLine *line, GError **error)
{
  if (line->filter->flag == REA_FLAG_MARKED)
    {
      line->count = moment->campaign->marked;
      return TRUE;
    }

  return rea_store_count_open_surveys (rea_session_get_store (self), moment->campaign->id,
                                       &line->count, error);
}

static gboolean
add_line (ReaSession   *self,
          const Moment *moment,
          ReaSweepKind  kind,
          ReaSweep     *sweep,
          GError      **error)
{
  g_autoptr (ReaSweepLine) line = rea_sweep_line_new (kind, &sweep->options);

  if (!(line->filter->flag != 0 ? count_flag (self, moment, line, error)
                                : count_line (self, moment, line, error)))
    return FALSE;

  if (kind == REA_SWEEP_WINDOW_PASSED)
    line->window_end = moment->campaign->window_end;
  if (line->count > 0)
    g_ptr_array_add (sweep->lines, g_steal_pointer (&line));

  return TRUE;
}

/* The first reply that will have waited long. */
static gboolean
find_next (ReaSession *self, const Moment *moment, ReaSweep *sweep, GError **error)
{
  gint64 limit = (gint64) sweep->options.waiting_minutes * 60;
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (GPtrArray) found = NULL;
  ReaQuery   query = { .campaign = moment->campaign, .filter = filter, .now = moment->now };
  ReaPageKey after = { .id = G_MAXINT64, .waiting_since = moment->now - limit };
  const ReaConversation *next;
  const ReaSender       *holder;

  filter->status = REA_STATUS_NEEDS_REPLY;
  found =
      rea_store_page (rea_session_get_store (self), &query, REA_SORT_WAITING, &after, 0, 1, error);
  if (found == NULL)
    return FALSE;
  if (found->len == 0)
    return TRUE;

  next = g_ptr_array_index (found, 0);
  holder = rea_senders_find_id (moment->senders, next->holder);
  sweep->next_at = next->waiting_since + limit;
  if (holder != NULL)
    {
      sweep->next_holder = rea_user_copy (holder->user);
      sweep->next_online = holder->online;
    }

  return TRUE;
}

static gboolean
read_moment (ReaSession *self, gint64 campaign, Moment *moment, GError **error)
{
  ReaStore *store = rea_session_get_store (self);

  moment->now = rea_session_now (self);
  moment->campaign = rea_session_enter (self, campaign, REA_VERB_MOVE, error);
  if (moment->campaign == NULL)
    return FALSE;

  moment->senders = rea_store_list_senders (store, campaign, moment->now, error);
  if (moment->senders == NULL)
    return FALSE;

  moment->holdings = rea_store_get_holdings (store, campaign, error);

  return moment->holdings != NULL;
}

static ReaSweep *
get_sweep (ReaSession *self, gint64 campaign, const ReaSweepOptions *options, GError **error)
{
  g_autoptr (ReaSweep) sweep = rea_sweep_new (options);
  g_auto (Moment) moment = { 0 };

  if (!read_moment (self, campaign, &moment, error) || !rea_sweep_options_validate (options, error))
    return NULL;

  sweep->as_of = moment.now;
  sweep->window_passed =
      rea_sweep_kind_is_of (REA_SWEEP_WINDOW_PASSED, moment.campaign, moment.now);
  for (guint i = 0; i < moment.senders->len; i++)
    if (((const ReaSender *) g_ptr_array_index (moment.senders, i))->online)
      sweep->n_online++;

  for (ReaSweepKind kind = 0; kind < REA_N_SWEEP_KINDS; kind++)
    if (rea_sweep_kind_is_of (kind, moment.campaign, moment.now) &&
        !add_line (self, &moment, kind, sweep, error))
      return NULL;

  if (sweep->lines->len == 0 && !find_next (self, &moment, sweep, error))
    return NULL;

  return g_steal_pointer (&sweep);
}

/**
 * rea_session_get_sweep:
 * @self: a session
 * @campaign: the number of a campaign
 * @options: (nullable): how long is long, %NULL for what is usual
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND, %REA_ERROR_WRONG_STATE,
 *   %REA_ERROR_INVALID
 *
 * Looks for what holds the campaign up, all at one moment, and changes nothing.
 *
 * Returns: (transfer full) (nullable): what there is
 */
ReaSweep *
rea_session_get_sweep (ReaSession            *self,
                       gint64                 campaign,
                       const ReaSweepOptions *options,
                       GError               **error)
{
  const ReaSweepOptions usual = REA_SWEEP_OPTIONS_DEFAULT;
  g_autoptr (ReaSweep) sweep = NULL;

  if (!rea_session_begin (self, REA_STORE_READ, NULL, error))
    return NULL;

  sweep = get_sweep (self, campaign, options != NULL ? options : &usual, error);

  return rea_session_end (self, sweep != NULL, error) ? g_steal_pointer (&sweep) : NULL;
}
