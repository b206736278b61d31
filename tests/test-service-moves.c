/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "live.h"

static const char *const senders[] = { "ann@example.org", "bo@example.org", NULL };

typedef struct
{
  Live         *live;
  ReaService   *service;
  GAsyncResult *result;
  guint         n_changed;
} Fixture;

static void
changed_cb (Fixture *self)
{
  self->n_changed++;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->live = live_new (10, senders);
  self->service = live_open (self->live);
  g_signal_connect_swapped (self->service, "changed", G_CALLBACK (changed_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->result);
  live_close (self->service);
  live_free (self->live);
}

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

/* What was previewed is what is done, and undone again. */
static void
test_preview_reassign_undo (Fixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (ReaResult) preview = NULL;
  g_autoptr (ReaResult) done = NULL;
  g_autoptr (ReaResult) undone = NULL;
  g_autoptr (GError) error = NULL;

  request->to = REA_TO_OTHERS;
  rea_service_preview_async (self->service, self->live->campaign, request, NULL, live_result_cb,
                             ask (self));
  preview = rea_service_preview_finish (self->service, answer (self), &error);
  g_assert_no_error (error);
  g_assert_true (preview->is_preview);
  g_assert_cmpint (preview->plan->moved, ==, 10);
  g_assert_cmpuint (self->n_changed, ==, 0);

  rea_service_reassign_async (self->service, self->live->campaign, request, preview->plan, NULL,
                              live_result_cb, ask (self));
  done = rea_service_reassign_finish (self->service, answer (self), &error);
  g_assert_no_error (error);
  g_assert_false (done->is_preview);
  g_assert_cmpint (done->plan->moved, ==, 10);
  g_assert_cmpint (done->move, ==, 1);
  g_assert_cmpuint (self->n_changed, ==, 1);

  rea_service_undo_async (self->service, self->live->campaign, done->move, NULL, live_result_cb,
                          ask (self));
  undone = rea_service_undo_finish (self->service, answer (self), &error);
  g_assert_no_error (error);
  g_assert_cmpint (undone->undoes, ==, 1);
  g_assert_cmpint (undone->plan->moved, ==, 10);
  g_assert_cmpuint (self->n_changed, ==, 2);

  g_clear_pointer (&undone, rea_result_free);
  rea_service_undo_async (self->service, self->live->campaign, done->move, NULL, live_result_cb,
                          ask (self));
  undone = rea_service_undo_finish (self->service, answer (self), &error);
  g_assert_null (undone);
  g_assert_error (error, REA_ERROR, REA_ERROR_WRONG_STATE);
  g_assert_cmpuint (self->n_changed, ==, 2);
}

/* A preview that is not true any more moves nothing. */
static void
test_outdated_preview (Fixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (ReaResult) preview = NULL;
  g_autoptr (GError) error = NULL;

  request->filter->holder = REA_HOLDER_NOBODY;
  request->to = REA_TO_OTHERS;
  rea_service_preview_async (self->service, self->live->campaign, request, NULL, live_result_cb,
                             ask (self));
  preview = rea_service_preview_finish (self->service, answer (self), &error);
  g_assert_no_error (error);

  live_give (self->live, 5, "ann@example.org");
  rea_service_reassign_async (self->service, self->live->campaign, request, preview->plan, NULL,
                              live_result_cb, ask (self));
  g_assert_null (rea_service_reassign_finish (self->service, answer (self), &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_CHANGED);
}

static void
test_senders (Fixture *self, gconstpointer data)
{
  const char *const emails[] = { "ann@example.org", "cy@example.org", NULL };
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (ReaRequest) where = rea_request_new ();
  g_autoptr (ReaResult) removed = NULL;
  g_autoptr (GError) error = NULL;

  rea_service_add_senders_async (self->service, self->live->campaign, emails, NULL, live_result_cb,
                                 ask (self));
  added = rea_service_add_senders_finish (self->service, answer (self), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (added->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (added, 0), ==, "cy@example.org");
  g_assert_cmpuint (self->n_changed, ==, 1);

  live_give (self->live, 3, "cy@example.org");
  rea_service_remove_sender_async (self->service, self->live->campaign, "cy@example.org", NULL,
                                   NULL, NULL, live_result_cb, ask (self));
  g_assert_null (rea_service_remove_sender_finish (self->service, answer (self), &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  where->to = REA_TO_UNASSIGNED;
  rea_service_remove_sender_async (self->service, self->live->campaign, "cy@example.org", where,
                                   NULL, NULL, live_result_cb, ask (self));
  removed = rea_service_remove_sender_finish (self->service, answer (self), &error);
  g_assert_no_error (error);
  g_assert_cmpint (removed->plan->moved, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/service-moves/preview-reassign-undo", Fixture, NULL, set_up,
              test_preview_reassign_undo, tear_down);
  g_test_add ("/service-moves/outdated-preview", Fixture, NULL, set_up, test_outdated_preview,
              tear_down);
  g_test_add ("/service-moves/senders", Fixture, NULL, set_up, test_senders, tear_down);

  return g_test_run ();
}
