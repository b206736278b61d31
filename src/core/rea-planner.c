/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The planner: from counts to counts.
 *
 * It is told what every holder has of each status in the pool and in the whole
 * campaign, and says what every holder gives and receives. It promises:
 *
 *  1. It is pure: the same input gives the same plan, on every engine.
 *  2. What all give is what all receive, of each status.
 *  3. Nobody gives more of a status than they have in the pool.
 *  4. Evenly for all: nobody both gives and receives of a status, so no split
 *     with the same shares moves fewer.
 *  5. Its cost depends on holders and statuses, never on conversations.
 *
 * Which conversations these are the store picks, in the order of rules.md.
 */
#include "rea-planner.h"

#include "rea-division.h"
#include "rea-error.h"

#include <glib/gi18n-lib.h>

#include <inttypes.h>

static ReaPlanRow *
add_row (ReaPlan *plan, const ReaTally *pool, gint64 holder, const ReaCounts *before)
{
  ReaPlanRow *row = g_new0 (ReaPlanRow, 1);

  row->holder = holder;
  row->pool = rea_tally_get (pool, holder);
  row->before = *before;
  g_ptr_array_add (plan->rows, row);

  return row;
}

static void
add_rows (ReaPlan *plan, GPtrArray *senders, const ReaCounts *unassigned, const ReaTally *pool)
{
  add_row (plan, pool, REA_HOLDER_UNASSIGNED, unassigned);

  for (guint i = 0; i < senders->len; i++)
    {
      const ReaSender *sender = g_ptr_array_index (senders, i);
      ReaPlanRow      *row = add_row (plan, pool, sender->user->id, &sender->counts);

      row->email = g_strdup (sender->user->email);
      row->first_name = g_strdup (sender->user->first_name);
      row->last_name = g_strdup (sender->user->last_name);
      row->online = sender->online;
    }
}

static gboolean
choose_named (ReaPlan          *plan,
              const ReaRequest *request,
              GPtrArray        *senders,
              gboolean         *chosen,
              GError          **error)
{
  for (guint i = 0; request->to_senders != NULL && request->to_senders[i] != NULL; i++)
    {
      guint      place;
      ReaSender *sender = rea_senders_find (senders, request->to_senders[i]);

      if (sender == NULL)
        {
          g_set_error (error, REA_ERROR, REA_ERROR_NOT_FOUND,
                       _ ("%s is no sender of this campaign."), request->to_senders[i]);
          return FALSE;
        }

      if (g_ptr_array_find (senders, sender, &place))
        chosen[place] = TRUE;
    }

  return TRUE;
}

static gboolean
is_anybody_online (GPtrArray *senders)
{
  for (guint i = 0; i < senders->len; i++)
    if (((const ReaSender *) g_ptr_array_index (senders, i))->online)
      return TRUE;

  return FALSE;
}

/* Chooses the senders whom the holder filter does not cover. */
static gboolean
choose_others (const ReaRequest *request,
               GPtrArray        *senders,
               gint64            now,
               gboolean         *chosen,
               GError          **error)
{
  g_autoptr (GArray) covered = NULL;
  gboolean anybody = FALSE;

  if (!rea_filter_resolve_holders (request->filter, senders, now, &covered, error))
    return FALSE;

  for (guint i = 0; i < senders->len; i++)
    {
      const ReaSender *sender = g_ptr_array_index (senders, i);

      chosen[i] = TRUE;
      for (guint j = 0; covered != NULL && j < covered->len; j++)
        if (g_array_index (covered, gint64, j) == sender->user->id)
          chosen[i] = FALSE;

      anybody |= chosen[i];
    }

  if (!anybody)
    g_set_error_literal (error, REA_ERROR, REA_ERROR_NOBODY,
                         request->to == REA_TO_ONLINE && !is_anybody_online (senders)
                             ? _ ("Nobody is online.")
                             : _ ("There is no other sender."));

  return anybody;
}

static int
compare_receivers (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const ReaPlan    *plan = user_data;
  guint             place_a = *(const guint *) a;
  guint             place_b = *(const guint *) b;
  const ReaPlanRow *row_a = g_ptr_array_index (plan->rows, place_a);
  const ReaPlanRow *row_b = g_ptr_array_index (plan->rows, place_b);
  gint64            open_a = rea_counts_open_work (&row_a->before);
  gint64            open_b = rea_counts_open_work (&row_b->before);

  /* The rows stand in name order. */
  if (open_a == open_b)
    return (place_a > place_b) - (place_a < place_b);

  return open_a < open_b ? -1 : 1;
}

/* Says who receives, in the order least open work first, equals in name order. */
static gboolean
choose_receivers (ReaPlan          *plan,
                  const ReaRequest *request,
                  GPtrArray        *senders,
                  gint64            now,
                  GError          **error)
{
  g_autofree gboolean *chosen = g_new0 (gboolean, senders->len + 1);

  if (request->to == REA_TO_UNASSIGNED)
    {
      guint unassigned = 0;

      g_array_append_val (plan->receivers, unassigned);
      return TRUE;
    }

  if (request->to == REA_TO_SENDERS)
    {
      if (!choose_named (plan, request, senders, chosen, error))
        return FALSE;
    }
  else if (!choose_others (request, senders, now, chosen, error))
    {
      return FALSE;
    }

  for (guint i = 0; i < senders->len; i++)
    {
      const ReaSender *sender = g_ptr_array_index (senders, i);
      guint            place = i + 1;

      if (chosen[i] && (request->to != REA_TO_ONLINE || sender->online))
        g_array_append_val (plan->receivers, place);
    }

  if (plan->receivers->len == 0)
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_NOBODY,
                           request->to == REA_TO_ONLINE ? _ ("Nobody is online.")
                                                        : _ ("There is no other sender."));
      return FALSE;
    }

  g_array_sort_with_data (plan->receivers, compare_receivers, plan);

  return TRUE;
}

static ReaPlanRow *
get_receiver (const ReaPlan *plan, guint i)
{
  return g_ptr_array_index (plan->rows, g_array_index (plan->receivers, guint, i));
}

/* Everyone in the pool gives, but for those who receive: where the number is all
 * and the division even, these share what they hold already with the rest.
 */
static void
leave_out_receivers (ReaPlan *plan)
{
  for (guint i = 0; i < plan->receivers->len; i++)
    get_receiver (plan, i)->pool = (ReaCounts){ { 0 } };
}

typedef struct
{
  ReaPlanRow *row;
  guint       place;
  int         group; /* unassigned, offline, online */
  gint64      rank;  /* within the group */
} Drawn;

static int
compare_drawn (gconstpointer a, gconstpointer b)
{
  const Drawn *one = a;
  const Drawn *other = b;

  if (one->group != other->group)
    return one->group - other->group;
  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;

  return (one->place > other->place) - (one->place < other->place);
}

/* The holders in the order in which the draw takes from them: unassigned, then
 * who is offline, the longest unseen first, then online, most open work first.
 */
static GArray *
sort_for_draw (const ReaPlan *plan, GPtrArray *senders)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (Drawn));

  for (guint i = 0; i < plan->rows->len; i++)
    {
      Drawn drawn = { g_ptr_array_index (plan->rows, i), i, 0, 0 };

      if (i > 0)
        {
          const ReaSender *sender = g_ptr_array_index (senders, i - 1);

          drawn.group = sender->online ? 2 : 1;
          /* Never seen is %REA_TIME_NONE, which is less than any time. */
          drawn.rank =
              sender->online ? -rea_counts_open_work (&sender->counts) : sender->user->last_seen;
        }

      g_array_append_val (order, drawn);
    }

  g_array_sort (order, compare_drawn);

  return order;
}

static void
draw (ReaPlan *plan, GPtrArray *senders, gint64 number)
{
  g_autoptr (GArray) order = sort_for_draw (plan, senders);

  for (guint i = 0; i < order->len && number > 0; i++)
    {
      ReaPlanRow *row = g_array_index (order, Drawn, i).row;

      for (int status = 0; status < REA_N_STATUSES && number > 0; status++)
        {
          row->gave.n[status] = MIN (row->pool.n[status], number);
          number -= row->gave.n[status];
        }
    }
}

/* Shares out the whole pool, what the receivers hold of it included. */
static void
share_out (ReaPlan *plan)
{
  guint                 n_receivers = plan->receivers->len;
  g_autofree ReaCounts *held = g_new0 (ReaCounts, n_receivers);
  g_autofree ReaCounts *shares = g_new0 (ReaCounts, n_receivers);
  ReaCounts             deck = { { 0 } };

  for (guint i = 0; i < plan->rows->len; i++)
    {
      ReaPlanRow *row = g_ptr_array_index (plan->rows, i);

      rea_counts_add (&deck, &row->pool);
      row->gave = row->pool;
    }

  for (guint i = 0; i < n_receivers; i++)
    held[i] = get_receiver (plan, i)->pool;

  rea_division_evenly (&deck, held, n_receivers, shares);

  for (guint i = 0; i < n_receivers; i++)
    {
      ReaPlanRow *row = get_receiver (plan, i);

      for (int status = 0; status < REA_N_STATUSES; status++)
        {
          gint64 surplus = held[i].n[status] - shares[i].n[status];

          row->gave.n[status] = MAX (surplus, 0);
          row->received.n[status] = MAX (-surplus, 0);
        }
    }
}

/* Divides what is drawn among receivers who hold nothing of it. */
static void
hand_out (ReaPlan *plan, ReaDivide divide)
{
  guint                 n_receivers = plan->receivers->len;
  g_autofree ReaCounts *shares = g_new0 (ReaCounts, n_receivers);
  ReaCounts             deck = { { 0 } };

  for (guint i = 0; i < plan->rows->len; i++)
    rea_counts_add (&deck, &((ReaPlanRow *) g_ptr_array_index (plan->rows, i))->gave);

  if (divide == REA_DIVIDE_LEVEL)
    {
      g_autofree gint64 *open_work = g_new0 (gint64, n_receivers);

      for (guint i = 0; i < n_receivers; i++)
        open_work[i] = rea_counts_open_work (&get_receiver (plan, i)->before);

      rea_division_level (&deck, open_work, n_receivers, shares);
    }
  else
    {
      rea_division_evenly (&deck, NULL, n_receivers, shares);
    }

  for (guint i = 0; i < n_receivers; i++)
    get_receiver (plan, i)->received = shares[i];
}

static gint64
count_pool (const ReaPlan *plan)
{
  gint64 n = 0;

  for (guint i = 0; i < plan->rows->len; i++)
    n += rea_counts_total (&((ReaPlanRow *) g_ptr_array_index (plan->rows, i))->pool);

  return n;
}

/**
 * rea_planner_plan:
 * @request: what is asked for
 * @senders: (element-type ReaSender): the senders of the campaign in name order,
 *   with all that they hold
 * @unassigned: what nobody holds
 * @pool: what of each holder passes the filter of @request
 * @now: the moment at which @senders were read, in seconds
 * @error: %REA_ERROR_NOT_FOUND, %REA_ERROR_NOBODY or %REA_ERROR_TOO_FEW
 *
 * Works out who gives and who receives how many of each status.
 *
 * Returns: (transfer full) (nullable): the plan; one that moves nothing is a plan
 */
ReaPlan *
rea_planner_plan (const ReaRequest *request,
                  GPtrArray        *senders,
                  const ReaCounts  *unassigned,
                  const ReaTally   *pool,
                  gint64            now,
                  GError          **error)
{
  g_autoptr (ReaPlan) plan = rea_plan_new ();
  gboolean all = request->number == REA_NUMBER_ALL;

  add_rows (plan, senders, unassigned, pool);

  if (!choose_receivers (plan, request, senders, now, error))
    return NULL;

  if (!all || request->divide == REA_DIVIDE_LEVEL || request->to == REA_TO_UNASSIGNED)
    leave_out_receivers (plan);

  plan->matched = count_pool (plan);

  if (!all && request->number > plan->matched)
    {
      /* TRANSLATORS: the first number is how many there are, the second how many
       * were asked for
       */
      g_set_error (error, REA_ERROR, REA_ERROR_TOO_FEW,
                   ngettext ("Only %" PRId64 " conversation matches; %" PRId64 " were asked for.",
                             "Only %" PRId64 " conversations match; %" PRId64 " were asked for.",
                             plan->matched),
                   plan->matched, request->number);
      return NULL;
    }

  if (all && request->divide == REA_DIVIDE_EVENLY && request->to != REA_TO_UNASSIGNED)
    {
      share_out (plan);
    }
  else
    {
      draw (plan, senders, all ? plan->matched : request->number);
      hand_out (plan, request->divide);
    }

  for (guint i = 0; i < plan->rows->len; i++)
    plan->moved += rea_counts_total (&((ReaPlanRow *) g_ptr_array_index (plan->rows, i))->gave);

  return g_steal_pointer (&plan);
}
