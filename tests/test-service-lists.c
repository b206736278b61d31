/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "live.h"

static const char *const senders[] = { "ann@example.org", "bo@example.org", NULL };

typedef struct
{
  Live         *live;
  ReaService   *service;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->live = live_new (10, senders);
  live_give (self->live, 4, "ann@example.org");
  self->service = live_open (self->live);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->result);
  live_close (self->service);
  live_free (self->live);
}

/* The answer to the question before is not needed any more. */
static GAsyncResult **
ask (Fixture *self)
{
  g_clear_object (&self->result);
  return &self->result;
}

static GAsyncResult *
answer (Fixture *self)
{
  LIVE_WAIT_FOR (self->result != NULL);
  return self->result;
}

static void
test_campaigns (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) campaigns = NULL;
  g_autoptr (ReaOverview) overview = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;
  const ReaCampaign *campaign;
  const ReaSender   *ann;

  rea_service_list_campaigns_async (self->service, NULL, live_result_cb, ask (self));
  campaigns = rea_service_list_campaigns_finish (self->service, answer (self), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (campaigns->len, ==, 1);
  campaign = g_ptr_array_index (campaigns, 0);
  g_assert_cmpstr (campaign->title, ==, "Spring");

  rea_service_get_overview_async (self->service, self->live->campaign, NULL, live_result_cb,
                                  ask (self));
  overview = rea_service_get_overview_finish (self->service, answer (self), &error);
  g_assert_no_error (error);
  g_assert_cmpint (rea_counts_total (&overview->unassigned), ==, 6);

  rea_service_list_senders_async (self->service, self->live->campaign, NULL, live_result_cb,
                                  ask (self));
  listed = rea_service_list_senders_finish (self->service, answer (self), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, 2);
  ann = g_ptr_array_index (listed, 0);
  g_assert_cmpstr (ann->user->email, ==, "ann@example.org");
  g_assert_cmpint (rea_counts_total (&ann->counts), ==, 4);

  rea_service_get_overview_async (self->service, 99, NULL, live_result_cb, ask (self));
  g_assert_null (rea_service_get_overview_finish (self->service, answer (self), &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
}

static gint64
get_id (const ReaPage *page, guint i)
{
  return ((const ReaConversation *) g_ptr_array_index (page->conversations, i))->id;
}

static void
test_conversations (Fixture *self, gconstpointer data)
{
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (ReaPage) first = NULL;
  g_autoptr (ReaPage) second = NULL;
  g_autoptr (ReaPage) all = NULL;
  g_autoptr (ReaTally) tally = NULL;
  g_autoptr (GError) error = NULL;
  ReaCounts sum;

  filter->holder = REA_HOLDER_NOBODY;
  rea_service_list_conversations_async (self->service, self->live->campaign, filter, REA_SORT_ID,
                                        NULL, 1, 2, NULL, live_result_cb, ask (self));
  first = rea_service_list_conversations_finish (self->service, answer (self), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (first->conversations->len, ==, 2);
  g_assert_cmpint (get_id (first, 0), ==, 6);
  g_assert_nonnull (first->next);

  rea_service_list_conversations_async (self->service, self->live->campaign, filter, REA_SORT_ID,
                                        first->next, 0, 5, NULL, live_result_cb, ask (self));
  second = rea_service_list_conversations_finish (self->service, answer (self), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (second->conversations->len, ==, 3);
  g_assert_cmpint (get_id (second, 0), ==, 8);
  g_assert_null (second->next);

  rea_service_tally_async (self->service, self->live->campaign, filter, NULL, live_result_cb,
                           ask (self));
  tally = rea_service_tally_finish (self->service, answer (self), &error);
  g_assert_no_error (error);
  sum = rea_tally_sum (tally);
  g_assert_cmpint (rea_counts_total (&sum), ==, 6);

  /* Without a filter all of them. */
  rea_service_list_conversations_async (self->service, self->live->campaign, NULL, REA_SORT_ID,
                                        NULL, 0, 50, NULL, live_result_cb, ask (self));
  all = rea_service_list_conversations_finish (self->service, answer (self), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->conversations->len, ==, 10);

  g_clear_pointer (&tally, rea_tally_free);
  rea_service_tally_async (self->service, self->live->campaign, NULL, NULL, live_result_cb,
                           ask (self));
  tally = rea_service_tally_finish (self->service, answer (self), &error);
  g_assert_no_error (error);
  sum = rea_tally_sum (tally);
  g_assert_cmpint (rea_counts_total (&sum), ==, 10);
}

static void
test_history (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) moves = NULL;
  g_autoptr (ReaMove) last = NULL;
  g_autoptr (ReaResult) preview = NULL;
  g_autoptr (GError) error = NULL;

  live_give (self->live, 1, "bo@example.org");
  rea_service_list_moves_async (self->service, self->live->campaign, 1, NULL, live_result_cb,
                                ask (self));
  moves = rea_service_list_moves_finish (self->service, answer (self), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moves->len, ==, 1);
  g_assert_cmpint (((const ReaMove *) g_ptr_array_index (moves, 0))->id, ==, 2);

  rea_service_get_last_own_move_async (self->service, self->live->campaign, NULL, live_result_cb,
                                       ask (self));
  last = rea_service_get_last_own_move_finish (self->service, answer (self), &error);
  g_assert_no_error (error);
  g_assert_cmpint (last->id, ==, 2);

  rea_service_preview_undo_async (self->service, self->live->campaign, 2, NULL, live_result_cb,
                                  ask (self));
  preview = rea_service_preview_undo_finish (self->service, answer (self), &error);
  g_assert_no_error (error);
  g_assert_cmpint (preview->plan->moved, ==, 1);
  rea_service_preview_undo_async (self->service, self->live->campaign, 3, NULL, live_result_cb,
                                  ask (self));
  g_assert_null (rea_service_preview_undo_finish (self->service, answer (self), &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/service-lists/campaigns", Fixture, NULL, set_up, test_campaigns, tear_down);
  g_test_add ("/service-lists/conversations", Fixture, NULL, set_up, test_conversations, tear_down);
  g_test_add ("/service-lists/history", Fixture, NULL, set_up, test_history, tear_down);

  return g_test_run ();
}
