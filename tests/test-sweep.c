/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-error.h"
#include "rea-sweep.h"

#define NOW 1700000000

static void
test_names (void)
{
  static const char *const names[] = { "waiting_offline",    "unassigned_replies", "opt_out_asked",
                                       "not_started_unseen", "window_passed",      "survey_open" };
  static const char *const cures[] = { "reassign", "reassign", "review",
                                       "reassign", "window",   "review" };

  for (ReaSweepKind kind = 0; kind < REA_N_SWEEP_KINDS; kind++)
    {
      g_assert_cmpstr (rea_sweep_kind_to_string (kind), ==, names[kind]);
      g_assert_cmpstr (rea_sweep_cure_to_string (rea_sweep_kind_get_cure (kind)), ==, cures[kind]);
    }
}

/* Where a move is the cure what was just moved stays out; the move takes just the line,
 * to whoever of those online has the least to do.
 */
static void
test_requests (void)
{
  ReaSweepOptions options = { 45, 20, 5 };

  for (ReaSweepKind kind = 0; kind < REA_N_SWEEP_KINDS; kind++)
    {
      gboolean moves = rea_sweep_kind_get_cure (kind) == REA_SWEEP_REASSIGN;
      g_autoptr (ReaFilter) filter = rea_sweep_kind_make_filter (kind, &options);
      g_autoptr (ReaRequest) request = rea_sweep_kind_make_request (kind, &options);

      g_assert_cmpint (filter->unmoved_minutes, ==, moves ? 5 : REA_MINUTES_ANY);
      g_assert_cmpint (filter->waiting_minutes, ==,
                       kind == REA_SWEEP_WAITING_OFFLINE ? 45 : REA_MINUTES_ANY);
      g_assert_cmpint (filter->offline_minutes, ==,
                       kind == REA_SWEEP_NOT_STARTED_UNSEEN ? 20 : REA_MINUTES_ANY);
      g_assert_true ((request != NULL) == moves);
      if (request == NULL)
        continue;

      g_assert_true (rea_filter_equal (request->filter, filter));
      g_assert_cmpint (request->number, ==, REA_NUMBER_ALL);
      g_assert_cmpint (request->to, ==, REA_TO_ONLINE);
      g_assert_cmpint (request->divide, ==, REA_DIVIDE_LEVEL);
    }

  options.unmoved_minutes = 0;
  {
    g_autoptr (ReaFilter) filter = rea_sweep_kind_make_filter (REA_SWEEP_WAITING_OFFLINE, &options);

    g_assert_cmpint (filter->unmoved_minutes, ==, REA_MINUTES_ANY);
  }
}

/* Replies and opt-outs are of every state; what is not started only while it runs. */
static void
test_states (void)
{
  g_autoptr (ReaCampaign) campaign = rea_campaign_new ("Spring");
  const char *const answers[] = { "Yes", NULL };

  for (ReaState state = REA_STATE_DRAFT; state <= REA_STATE_ARCHIVED; state++)
    {
      gboolean runs = state == REA_STATE_ACTIVE || state == REA_STATE_PAUSED;

      campaign->state = state;
      campaign->window_end = NOW;
      g_assert_true (rea_sweep_kind_is_of (REA_SWEEP_WAITING_OFFLINE, campaign, NOW));
      g_assert_true (rea_sweep_kind_is_of (REA_SWEEP_UNASSIGNED_REPLIES, campaign, NOW));
      g_assert_true (rea_sweep_kind_is_of (REA_SWEEP_OPT_OUTS, campaign, NOW));
      g_assert_true (rea_sweep_kind_is_of (REA_SWEEP_NOT_STARTED_UNSEEN, campaign, NOW) == runs);
      g_assert_true (rea_sweep_kind_is_of (REA_SWEEP_WINDOW_PASSED, campaign, NOW) == runs);
      g_assert_false (rea_sweep_kind_is_of (REA_SWEEP_WINDOW_PASSED, campaign, NOW - 1));
      campaign->window_end = REA_TIME_NONE;
      g_assert_false (rea_sweep_kind_is_of (REA_SWEEP_WINDOW_PASSED, campaign, NOW));
      g_assert_false (rea_sweep_kind_is_of (REA_SWEEP_SURVEYS, campaign, NOW));
    }

  g_ptr_array_add (campaign->questions, rea_question_new ("support", "Support?", answers));
  g_assert_true (rea_sweep_kind_is_of (REA_SWEEP_SURVEYS, campaign, NOW));
}

static void
test_options (void)
{
  const ReaSweepOptions usual = REA_SWEEP_OPTIONS_DEFAULT;

  g_assert_true (rea_sweep_options_validate (&usual, NULL));
  g_assert_cmpint (usual.waiting_minutes, ==, 30);
  g_assert_cmpint (usual.unseen_minutes, ==, 30);
  g_assert_cmpint (usual.unmoved_minutes, ==, 10);

  for (int i = 0; i < 3; i++)
    {
      ReaSweepOptions wrong = { i == 0 ? -1 : 0, i == 1 ? -1 : 0, i == 2 ? -1 : 0 };
      g_autoptr (GError) error = NULL;

      g_assert_false (rea_sweep_options_validate (&wrong, &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
    }
}

/* Whoever holds most stands first, equals in name order; who holds none does not. */
static void
test_count (void)
{
  static const struct
  {
    const char *email;
    gint64      n;
  } people[] = { { "cy@x", 2 }, { "ann@x", 2 }, { "bo@x", 5 }, { "dee@x", 0 } };
  static const char *const expected[] = { "bo@x", "ann@x", "cy@x" };
  const ReaSweepOptions    usual = REA_SWEEP_OPTIONS_DEFAULT;
  g_autoptr (GPtrArray) senders = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_sender_free);
  g_autoptr (ReaTally) tally = rea_tally_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      ReaSender *sender = rea_sender_new (rea_user_new (people[i].email));

      sender->user->id = REA_FIRST_USER_ID + i;
      rea_tally_add (tally, sender->user->id, REA_STATUS_NEEDS_REPLY, people[i].n);
      g_ptr_array_add (senders, sender);
    }

  for (int i = 0; i < 2; i++)
    {
      ReaSweepKind kind = i == 0 ? REA_SWEEP_WAITING_OFFLINE : REA_SWEEP_WINDOW_PASSED;
      g_autoptr (ReaSweep) sweep = rea_sweep_new (&usual);
      ReaSweepLine *line = rea_sweep_line_new (kind, &usual);

      g_ptr_array_add (sweep->lines, line);
      rea_sweep_line_count (line, tally, senders);
      g_assert_cmpint (line->count, ==, 9);
      g_assert_true (rea_sweep_find (sweep, kind) == line);
      g_assert_null (rea_sweep_find (sweep, REA_SWEEP_OPT_OUTS));

      /* Where no move is the cure it is of no account who has them. */
      g_assert_cmpuint (line->senders->len, ==, i == 0 ? 3 : 0);
      for (guint place = 0; place < line->senders->len; place++)
        g_assert_cmpstr (((ReaUser *) line->senders->pdata[place])->email, ==, expected[place]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sweep/names", test_names);
  g_test_add_func ("/sweep/requests", test_requests);
  g_test_add_func ("/sweep/states", test_states);
  g_test_add_func ("/sweep/options", test_options);
  g_test_add_func ("/sweep/count", test_count);

  return g_test_run ();
}
