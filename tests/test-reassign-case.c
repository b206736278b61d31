/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-reassign-case.h"

static const char *const ann[] = { "ann@example.org", NULL };
static const char *const two[] = { "ann@example.org", "bo@example.org", NULL };
static const char *const cy[] = { "cy@example.org", NULL };

static ReaReassignCase *
make_case (ReaReassignVerb verb, const char *const *senders)
{
  g_autoptr (ReaFilter) from = rea_filter_new ();

  if (senders != NULL)
    rea_filter_set_senders (from, senders);

  return rea_reassign_case_new (verb, from);
}

static ReaReassignCase *
make_case_of_nobody (ReaReassignVerb verb)
{
  g_autoptr (ReaFilter) from = rea_filter_new ();

  from->holder = REA_HOLDER_NOBODY;

  return rea_reassign_case_new (verb, from);
}

static ReaReassignCase *
make_case_of_offline (void)
{
  g_autoptr (ReaFilter) from = rea_filter_new ();

  from->holder = REA_HOLDER_OFFLINE;

  return rea_reassign_case_new (REA_REASSIGN_SWEPT, from);
}

/* @to has a letter for each place that is offered: Unassigned, Chosen, Others. */
static void
assert_asks (ReaReassignCase *taken, gboolean status, ReaReassignNumber number, const char *to)
{
  g_autoptr (ReaReassignCase) reassign = taken;

  g_assert_cmpint (rea_reassign_case_asks_status (reassign), ==, status);
  g_assert_cmpint (rea_reassign_case_get_number (reassign), ==, number);
  g_assert_cmpint (rea_reassign_case_offers (reassign, REA_TO_UNASSIGNED), ==,
                   strchr (to, 'U') != NULL);
  g_assert_cmpint (rea_reassign_case_offers (reassign, REA_TO_SENDERS), ==,
                   strchr (to, 'C') != NULL);
  g_assert_cmpint (rea_reassign_case_offers (reassign, REA_TO_OTHERS), ==,
                   strchr (to, 'O') != NULL);
  g_assert_true (rea_reassign_case_offers (reassign, rea_reassign_case_get_first_to (reassign)));
}

/* Each row of the table of drop-downs asks what the table says. */
static void
test_table (void)
{
  assert_asks (make_case (REA_REASSIGN_UNASSIGN, NULL), FALSE, REA_REASSIGN_NUMBER_ALL, "U");
  assert_asks (make_case (REA_REASSIGN_SOME, NULL), TRUE, REA_REASSIGN_NUMBER_ASKED, "C");
  assert_asks (make_case (REA_REASSIGN_ALL, NULL), TRUE, REA_REASSIGN_NUMBER_ALL, "C");
  assert_asks (make_case (REA_REASSIGN_UNASSIGN, ann), FALSE, REA_REASSIGN_NUMBER_ALL, "U");
  assert_asks (make_case (REA_REASSIGN_SOME, ann), TRUE, REA_REASSIGN_NUMBER_ASKED, "C");
  assert_asks (make_case (REA_REASSIGN_ALL, ann), TRUE, REA_REASSIGN_NUMBER_ALL, "UCO");
  assert_asks (make_case (REA_REASSIGN_SENDERS, two), TRUE, REA_REASSIGN_NUMBER_OFFERED, "UCO");
  assert_asks (make_case_of_nobody (REA_REASSIGN_SOME), TRUE, REA_REASSIGN_NUMBER_ASKED, "CO");
  assert_asks (make_case_of_nobody (REA_REASSIGN_ALL), TRUE, REA_REASSIGN_NUMBER_ALL, "CO");
  assert_asks (make_case (REA_REASSIGN_SELECTED, NULL), FALSE, REA_REASSIGN_NUMBER_ALL, "UC");
  assert_asks (make_case (REA_REASSIGN_LISTED, NULL), FALSE, REA_REASSIGN_NUMBER_OFFERED, "UC");
  assert_asks (make_case_of_nobody (REA_REASSIGN_LISTED), FALSE, REA_REASSIGN_NUMBER_OFFERED, "C");
  assert_asks (make_case_of_nobody (REA_REASSIGN_SWEPT), FALSE, REA_REASSIGN_NUMBER_ALL, "CO");
  assert_asks (make_case_of_offline (), FALSE, REA_REASSIGN_NUMBER_ALL, "UCO");
  assert_asks (make_case (REA_REASSIGN_REMOVE, ann), FALSE, REA_REASSIGN_NUMBER_ALL, "UCO");
}

static void
test_build (void)
{
  g_autoptr (ReaReassignCase) some = make_case (REA_REASSIGN_SOME, ann);
  g_autoptr (ReaReassignCase) listed = make_case (REA_REASSIGN_LISTED, NULL);
  g_autoptr (ReaReassignCase) removed = make_case (REA_REASSIGN_REMOVE, ann);
  g_autoptr (ReaRequest) request = NULL;

  request = rea_reassign_case_build (some, REA_STATUS_NEEDS_REPLY, 6, REA_TO_SENDERS, cy,
                                     REA_DIVIDE_LEVEL);
  g_assert_cmpint (request->filter->holder, ==, REA_HOLDER_SENDERS);
  g_assert_cmpstr (request->filter->senders[0], ==, ann[0]);
  g_assert_cmpint (request->filter->status, ==, REA_STATUS_NEEDS_REPLY);
  g_assert_cmpint (request->number, ==, 6);
  g_assert_cmpint (request->to, ==, REA_TO_SENDERS);
  g_assert_cmpstr (request->to_senders[0], ==, cy[0]);
  g_assert_cmpint (request->divide, ==, REA_DIVIDE_LEVEL);
  g_clear_pointer (&request, rea_request_free);

  /* The filter of a list stays as it is, whatever stands in the dialog. */
  listed->from->status = REA_STATUS_REPLIED;
  rea_filter_set_search (listed->from, "smith");
  request = rea_reassign_case_build (listed, REA_STATUS_ANY, REA_NUMBER_ALL, REA_TO_UNASSIGNED, cy,
                                     REA_DIVIDE_EVENLY);
  g_assert_true (rea_filter_equal (request->filter, listed->from));
  g_assert_cmpint (request->to, ==, REA_TO_UNASSIGNED);
  g_assert_null (request->to_senders);
  g_clear_pointer (&request, rea_request_free);

  request = rea_reassign_case_build (removed, REA_STATUS_NOT_STARTED, 3, REA_TO_OTHERS, cy,
                                     REA_DIVIDE_EVENLY);
  g_assert_cmpint (request->filter->status, ==, REA_STATUS_ANY);
  g_assert_cmpint (request->number, ==, REA_NUMBER_ALL);
  g_assert_cmpint (request->to, ==, REA_TO_OTHERS);
}

/* A sweep is filled in with what mends the line; the others give nobody work who was
 * not named.
 */
static void
test_first (void)
{
  g_autoptr (ReaReassignCase) swept = make_case_of_offline ();
  g_autoptr (ReaReassignCase) all = make_case (REA_REASSIGN_ALL, ann);

  g_assert_cmpint (rea_reassign_case_get_first_to (swept), ==, REA_TO_ONLINE);
  g_assert_cmpint (rea_reassign_case_get_first_divide (swept), ==, REA_DIVIDE_LEVEL);
  g_assert_true (rea_reassign_case_needs_tally (swept));
  g_assert_cmpint (rea_reassign_case_get_first_to (all), ==, REA_TO_SENDERS);
  g_assert_cmpint (rea_reassign_case_get_first_divide (all), ==, REA_DIVIDE_EVENLY);
  g_assert_false (rea_reassign_case_needs_tally (all));
}

static void
test_holders (void)
{
  g_autoptr (ReaReassignCase) everyone = rea_reassign_case_new (REA_REASSIGN_SOME, NULL);
  g_autoptr (ReaReassignCase) senders = make_case (REA_REASSIGN_SENDERS, two);
  g_autoptr (ReaReassignCase) nobody = make_case_of_nobody (REA_REASSIGN_ALL);

  g_assert_true (rea_reassign_case_is_of_all (everyone));
  g_assert_false (rea_reassign_case_names_holder (everyone, NULL));
  g_assert_false (rea_reassign_case_names_holder (everyone, ann[0]));
  g_assert_false (rea_reassign_case_is_of_all (senders));
  g_assert_true (rea_reassign_case_names_holder (senders, "Bo@example.org"));
  g_assert_false (rea_reassign_case_names_holder (senders, cy[0]));
  g_assert_false (rea_reassign_case_names_holder (senders, NULL));
  g_assert_true (rea_reassign_case_names_holder (nobody, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reassign-case/table", test_table);
  g_test_add_func ("/reassign-case/build", test_build);
  g_test_add_func ("/reassign-case/holders", test_holders);
  g_test_add_func ("/reassign-case/first", test_first);

  return g_test_run ();
}
