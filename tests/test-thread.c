/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-thread.h"

#include "live.h"

#include <string.h>

static const char *const senders[] = { "ann@example.org", "bo@example.org", NULL };

typedef struct
{
  Live       *live;
  ReaService *service; /* Ann's */
  ReaThread  *thread;
  guint       n_changed;
} Fixture;

static void
count_cb (Fixture *self)
{
  self->n_changed++;
}

static ReaService *
open_as (Live *live, const char *user)
{
  GAsyncResult *result = NULL;
  g_autoptr (GAsyncResult) taken = NULL;
  g_autoptr (GError) error = NULL;
  ReaService *service;

  rea_service_open_async (live->path, user, FALSE, live_result_cb, &result);
  taken = live_take_result (&result);
  service = rea_service_open_finish (taken, &error);
  g_assert_no_error (error);
  live_use_clock (service);

  return service;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->live = live_new (2, senders);
  live_give (self->live, 2, "ann@example.org");
  self->service = open_as (self->live, "ann@example.org");
  self->thread = rea_thread_new (self->service, self->live->campaign, 1);
  g_signal_connect_swapped (self->thread, "changed", G_CALLBACK (count_cb), self);
  g_assert_null (rea_thread_get_state (self->thread));
  LIVE_WAIT_FOR (rea_thread_get_state (self->thread) != NULL);
  g_assert_cmpuint (self->n_changed, ==, 1);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->thread);
  live_close (self->service);
  live_free (self->live);
}

static const ReaThreadState *
look (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  live_check (self->service, &error);
  g_assert_no_error (error);
  live_settle (self->service);

  return rea_thread_get_state (self->thread);
}

static void
test_follows (Fixture *self, gconstpointer data)
{
  const ReaThreadState *state = look (self);

  g_assert_cmpint (state->conversation->id, ==, 1);
  g_assert_cmpint (rea_thread_get_conversation (self->thread), ==, 1);
  g_assert_cmpint (rea_thread_get_campaign (self->thread), ==, self->live->campaign);
  g_assert_cmpuint (state->messages->len, ==, 0);
  g_assert_cmpint (state->last_message_id, ==, 0);
  g_assert_cmpuint (self->n_changed, ==, 1);

  /* What another process does is seen, once. */
  live_receive (self->live, 1, "Hello?");
  state = look (self);
  g_assert_cmpuint (state->messages->len, ==, 1);
  g_assert_cmpint (state->last_message_id, >, 0);
  g_assert_cmpint (state->conversation->status, ==, REA_STATUS_NEEDS_REPLY);
  g_assert_cmpuint (self->n_changed, ==, 2);

  /* What happens elsewhere, or nothing, is no news. */
  live_receive (self->live, 2, "Hello?");
  look (self);
  rea_service_emit_presence (self->service);
  look (self);
  g_assert_cmpuint (self->n_changed, ==, 2);
}

/* It is with Bo now: that is said, and what was read can be read on. */
static void
test_moves_away (Fixture *self, gconstpointer data)
{
  const char *const bo[] = { "bo@example.org", NULL };
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const ReaThreadState *state;
  gint64                move;

  live_receive (self->live, 1, "Hello?");
  look (self);

  request->to = REA_TO_SENDERS;
  rea_request_set_to_senders (request, bo);
  result = rea_session_reassign (self->live->other, self->live->campaign, request, NULL, -1, NULL,
                                 &error);
  g_assert_no_error (error);

  state = look (self);
  g_assert_error (rea_thread_get_error (self->thread), REA_ERROR, REA_ERROR_NOT_PERMITTED);
  g_assert_nonnull (strstr (rea_thread_get_error (self->thread)->message, "bo@example.org"));
  g_assert_cmpuint (state->messages->len, ==, 1);
  g_assert_cmpuint (self->n_changed, ==, 3);

  /* Said once, and taken back when it comes back. */
  look (self);
  g_assert_cmpuint (self->n_changed, ==, 3);
  move = result->move;
  g_clear_pointer (&result, rea_result_free);
  result = rea_session_undo (self->live->other, self->live->campaign, move, NULL, &error);
  g_assert_no_error (error);
  look (self);
  g_assert_no_error (rea_thread_get_error (self->thread));
  g_assert_cmpuint (self->n_changed, ==, 4);
}

/* The end of a long one is read, and more of it when it is asked for. */
static void
test_long (Fixture *self, gconstpointer data)
{
  const ReaThreadState *state;
  const ReaMessage     *message;

  for (int i = 0; i < 450; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);

      live_receive (self->live, 1, text);
    }

  state = look (self);
  g_assert_cmpuint (state->messages->len, ==, 200);
  g_assert_true (state->has_earlier);
  message = g_ptr_array_index (state->messages, 199);
  g_assert_cmpstr (message->text, ==, "449");
  g_assert_cmpint (message->id, ==, state->last_message_id);

  rea_thread_show_earlier (self->thread);
  rea_thread_show_earlier (self->thread);
  state = look (self);
  g_assert_cmpuint (state->messages->len, ==, 450);
  g_assert_false (state->has_earlier);
  message = g_ptr_array_index (state->messages, 0);
  g_assert_cmpstr (message->text, ==, "0");
}

/* However often it is told to look, one question waits at most. */
static void
test_burst (Fixture *self, gconstpointer data)
{
  LiveGate *gate = live_gate_new (self->service, REA_LANE_READ);

  for (int i = 0; i < 1000; i++)
    rea_service_emit_presence (self->service);
  live_receive (self->live, 1, "Hello?");
  rea_service_emit_presence (self->service);
  live_gate_open (gate);
  g_assert_cmpuint (look (self)->messages->len, ==, 1);
}

/* Dropped while it waits for its answer, it leaves nothing behind: live_close() sees to
 * that.
 */
static void
test_dropped (Fixture *self, gconstpointer data)
{
  LiveGate  *gate = live_gate_new (self->service, REA_LANE_READ);
  ReaThread *thread = rea_thread_new (self->service, self->live->campaign, 2);

  g_assert_finalize_object (thread);
  live_gate_open (gate);
  live_settle (self->service);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/thread/follows", Fixture, NULL, set_up, test_follows, tear_down);
  g_test_add ("/thread/moves-away", Fixture, NULL, set_up, test_moves_away, tear_down);
  g_test_add ("/thread/long", Fixture, NULL, set_up, test_long, tear_down);
  g_test_add ("/thread/burst", Fixture, NULL, set_up, test_burst, tear_down);
  g_test_add ("/thread/dropped", Fixture, NULL, set_up, test_dropped, tear_down);

  return g_test_run ();
}
