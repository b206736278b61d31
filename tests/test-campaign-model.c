/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-campaign-model.h"

#include "live.h"

#include <string.h>

static const char *const senders[] = { "ann@example.org", "bo@example.org", NULL };

static void
notify_cb (ReaCampaignModel *model, GParamSpec *pspec, GPtrArray *notes)
{
  g_ptr_array_add (notes, g_strdup (pspec->name));
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static void
assert_notes (GPtrArray *notes, const char *expected)
{
  g_autofree char *text = NULL;

  g_ptr_array_sort (notes, compare_lines);
  g_ptr_array_add (notes, NULL);
  text = g_strjoinv (" ", (char **) notes->pdata);
  g_ptr_array_set_size (notes, 0);
  g_assert_cmpstr (text, ==, expected);
}

static gboolean
is_loaded (ReaCampaignModel *model)
{
  gboolean loaded;

  g_object_get (model, "loaded", &loaded, NULL);
  return loaded;
}

static ReaCampaignModel *
open_model (ReaService *service, gint64 campaign)
{
  ReaCampaignModel *model = rea_campaign_model_new (service, campaign);

  g_assert_null (rea_campaign_model_get_overview (model));
  LIVE_WAIT_FOR (is_loaded (model));
  return model;
}

static gint64
get_number (ReaCampaignModel *model, const char *name)
{
  gint64 number;

  g_object_get (model, name, &number, NULL);
  return number;
}

static char *
get_text (ReaCampaignModel *model, const char *name)
{
  char *text;

  g_object_get (model, name, &text, NULL);
  return text;
}

#define ASSERT_TEXT(model, name, expected)                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *model_text = get_text (model, name);                                          \
    g_assert_cmpstr (model_text, ==, expected);                                                    \
  }                                                                                                \
  G_STMT_END

static gboolean
can_move (ReaCampaignModel *model)
{
  gboolean can;

  g_object_get (model, "can-move", &can, NULL);
  return can;
}

static void
refresh (ReaService *service)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (live_check (service, &error));
  live_settle (service);
}

static void
test_content (void)
{
  g_autoptr (Live) live = live_new (10, senders);
  ReaService       *service = live_open (live);
  ReaCampaignModel *model;

  live_use_clock (service);
  live_receive (live, 1, "Hello?");
  live_receive (live, 9, "Hello?");
  live_give (live, 3, "ann@example.org");
  live_heartbeat (live, "bo@example.org", FALSE);
  live_receive (live, 10, "Hello?");

  model = open_model (service, live->campaign);
  g_assert_cmpint (rea_campaign_model_get_id (model), ==, live->campaign);
  ASSERT_TEXT (model, "title", "Spring");
  ASSERT_TEXT (model, "state", "active");
  ASSERT_TEXT (model, "status-text", NULL);
  ASSERT_TEXT (model, "error", NULL);
  g_assert_cmpint (get_number (model, "total"), ==, 10);
  g_assert_cmpint (get_number (model, "needs-reply"), ==, 3);
  g_assert_cmpint (get_number (model, "not-started"), ==, 7);
  g_assert_cmpint (get_number (model, "messaged"), ==, 0);
  g_assert_cmpint (get_number (model, "replied"), ==, 0);
  g_assert_cmpint (get_number (model, "closed"), ==, 0);
  g_assert_cmpint (get_number (model, "unassigned"), ==, 7);
  g_assert_cmpint (get_number (model, "unassigned-needs-reply"), ==, 1);
  g_assert_cmpint (get_number (model, "unassigned-not-started"), ==, 6);
  g_assert_cmpint (get_number (model, "offline-needs-reply"), ==, 2);
  g_assert_cmpint (get_number (model, "n-senders"), ==, 2);
  g_assert_cmpint (get_number (model, "n-online"), ==, 1);
  g_assert_cmpint (get_number (model, "waiting-since"), ==, live_now ());
  g_assert_true (can_move (model));
  g_assert_cmpint (rea_campaign_model_get_overview (model)->campaign->total, ==, 10);

  g_object_unref (model);
  live_close (service);
}

static void
test_only_what_changed_notifies (void)
{
  g_autoptr (Live) live = live_new (10, senders);
  ReaService *service = live_open (live);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  ReaCampaignModel *model;

  live_use_clock (service);
  model = open_model (service, live->campaign);
  g_signal_connect (model, "notify", G_CALLBACK (notify_cb), notes);

  rea_campaign_model_refresh (model);
  live_settle (service);
  assert_notes (notes, "");

  live_heartbeat (live, "bo@example.org", FALSE);
  refresh (service);
  assert_notes (notes, "n-online");

  live_give (live, 3, "ann@example.org");
  refresh (service);
  assert_notes (notes, "last-move-text last-own-move revision unassigned unassigned-not-started");

  g_object_unref (model);
  live_close (service);
}

static gpointer
undo_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (ReaResult) result =
      rea_session_undo (session, *(const gint64 *) data, 1, cancellable, error);

  g_assert_true (result == NULL || result->undoes == 1);
  return NULL;
}

static void
test_last_move (void)
{
  g_autoptr (Live) live = live_new (10, senders);
  g_autoptr (ReaUser) user = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char  *text = NULL;
  ReaService       *service;
  ReaCampaignModel *model;

  user = rea_session_set_user (live->other, "owner@example.org", "Maria", "Silva", NULL, &error);
  g_assert_no_error (error);
  service = live_open (live);
  live_use_clock (service);
  model = open_model (service, live->campaign);
  ASSERT_TEXT (model, "last-move-text", NULL);
  g_assert_cmpint (get_number (model, "last-own-move"), ==, 0);
  g_assert_null (rea_campaign_model_get_last_own_move (model));

  live_give (live, 3, "ann@example.org");
  refresh (service);
  text = get_text (model, "last-move-text");
  g_assert_true (g_str_has_prefix (text, "Maria moved 3, "));
  g_assert_cmpint (get_number (model, "last-own-move"), ==, 1);
  g_assert_cmpint (rea_campaign_model_get_last_own_move (model)->moved, ==, 3);

  live_call (service, REA_LANE_WRITE, undo_call, &live->campaign, &error);
  g_assert_no_error (error);
  live_settle (service);
  g_free (text);
  text = get_text (model, "last-move-text");
  g_assert_true (g_str_has_prefix (text, "Maria took back 3, "));
  g_assert_cmpint (get_number (model, "last-own-move"), ==, 0);

  g_object_unref (model);
  live_close (service);
}

typedef struct
{
  ReaState state;
  gint64   window_end;
} Values;

static gboolean
set_values (ReaCampaign *campaign, gpointer data, GError **error)
{
  const Values *values = data;

  campaign->state = values->state;
  campaign->window_end = values->window_end;
  return TRUE;
}

static void
set_campaign (Live *live, ReaState state, gint64 window_end)
{
  Values values = { state, window_end };
  g_autoptr (ReaCampaign) campaign = NULL;
  g_autoptr (GError) error = NULL;

  campaign = rea_session_set_campaign (live->other, live->campaign, set_values, &values, &error);
  g_assert_no_error (error);
}

static void
test_state (void)
{
  g_autoptr (Live) live = live_new (10, senders);
  ReaService       *service = live_open (live);
  ReaCampaignModel *model;

  live_use_clock (service);
  model = open_model (service, live->campaign);

  set_campaign (live, REA_STATE_PAUSED, REA_TIME_NONE);
  refresh (service);
  ASSERT_TEXT (model, "state", "paused");
  ASSERT_TEXT (model, "status-text", "Campaign is currently closed.");
  g_assert_true (can_move (model));

  set_campaign (live, REA_STATE_ARCHIVED, REA_TIME_NONE);
  refresh (service);
  g_assert_false (can_move (model));

  /* The window ends without anybody writing anything. */
  set_campaign (live, REA_STATE_ACTIVE, live_now () + 60);
  refresh (service);
  ASSERT_TEXT (model, "status-text", NULL);
  g_assert_true (can_move (model));
  live_set_time (live_now () + 60);
  rea_service_emit_presence (service);
  live_settle (service);
  ASSERT_TEXT (model, "status-text", "Initial message sending window has passed.");

  g_object_unref (model);
  live_close (service);
}

static void
test_sender_cannot_move (void)
{
  g_autoptr (Live) live = live_new (10, senders);
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) taken = NULL;
  GAsyncResult     *result = NULL;
  ReaService       *service;
  ReaCampaignModel *model;

  rea_service_open_async (live->path, "ann@example.org", FALSE, live_result_cb, &result);
  taken = live_take_result (&result);
  service = rea_service_open_finish (taken, &error);
  g_assert_no_error (error);
  g_clear_object (&taken);

  model = open_model (service, live->campaign);
  g_assert_cmpint (get_number (model, "total"), ==, 10);
  g_assert_false (can_move (model));

  g_object_unref (model);
  live_close (service);
}

static void
test_removed_campaign (void)
{
  g_autoptr (Live) live = live_new (10, senders);
  ReaService *service = live_open (live);
  g_autoptr (ReaCampaign) removed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char  *message = NULL;
  ReaCampaignModel *model = open_model (service, live->campaign);

  set_campaign (live, REA_STATE_ARCHIVED, REA_TIME_NONE);
  removed = rea_session_remove_campaign (live->other, live->campaign, &error);
  g_assert_no_error (error);
  refresh (service);
  message = get_text (model, "error");
  g_assert_nonnull (message);
  g_assert_null (rea_service_get_trouble (service));

  g_object_unref (model);
  live_close (service);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/campaign-model/content", test_content);
  g_test_add_func ("/campaign-model/only-what-changed-notifies", test_only_what_changed_notifies);
  g_test_add_func ("/campaign-model/last-move", test_last_move);
  g_test_add_func ("/campaign-model/state", test_state);
  g_test_add_func ("/campaign-model/sender-cannot-move", test_sender_cannot_move);
  g_test_add_func ("/campaign-model/removed-campaign", test_removed_campaign);

  return g_test_run ();
}
