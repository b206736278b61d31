/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-request.h"

static void
test_new (void)
{
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (ReaFilter) nothing = rea_filter_new ();

  /* What is left out narrows nothing, and the division is even. */
  g_assert_true (rea_filter_equal (request->filter, nothing));
  g_assert_cmpint (request->number, ==, REA_NUMBER_ALL);
  g_assert_cmpint (request->divide, ==, REA_DIVIDE_EVENLY);
}

static void
test_copy (void)
{
  const char *const emails[] = { "ann@x", "bo@x", NULL };
  const char *const others[] = { "cy@x", NULL };
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (ReaRequest) copy = NULL;

  rea_request_set_to_senders (request, emails);
  rea_filter_set_search (request->filter, "lee");
  request->number = 12;
  request->divide = REA_DIVIDE_LEVEL;
  copy = rea_request_copy (request);

  /* The copy is its own. */
  rea_request_set_to_senders (request, others);
  rea_filter_set_search (request->filter, NULL);

  g_assert_cmpint (copy->to, ==, REA_TO_SENDERS);
  g_assert_cmpstrv (copy->to_senders, emails);
  g_assert_cmpstr (copy->filter->search, ==, "lee");
  g_assert_cmpint (copy->number, ==, 12);
  g_assert_cmpint (copy->divide, ==, REA_DIVIDE_LEVEL);
  g_assert_cmpstrv (request->to_senders, others);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/request/new", test_new);
  g_test_add_func ("/request/copy", test_copy);

  return g_test_run ();
}
