/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "live.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const senders[] = { "ann@example.org", "bo@example.org", NULL };

/* What the service says, in the order in which it says it: "changed 1", "presence",
 * "done" for a callback.
 */
typedef struct
{
  GPtrArray *lines;
} Log;

static void
changed_cb (Log *log, gint64 campaign)
{
  g_ptr_array_add (log->lines, g_strdup_printf ("changed %" G_GINT64_FORMAT, campaign));
}

static void
presence_cb (Log *log)
{
  g_ptr_array_add (log->lines, g_strdup ("presence"));
}

static Log *
log_new (ReaService *service)
{
  Log *log = g_new (Log, 1);

  log->lines = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect_swapped (service, "changed", G_CALLBACK (changed_cb), log);
  g_signal_connect_swapped (service, "presence", G_CALLBACK (presence_cb), log);
  return log;
}

static void
log_free (Log *log)
{
  g_ptr_array_unref (log->lines);
  g_free (log);
}

static char *
log_take (Log *log)
{
  char *text;

  g_ptr_array_add (log->lines, NULL);
  text = g_strjoinv (", ", (char **) log->lines->pdata);
  g_ptr_array_set_size (log->lines, 0);
  return text;
}

#define ASSERT_LOG(log, expected)                                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *log_text = log_take (log);                                                    \
    g_assert_cmpstr (log_text, ==, expected);                                                      \
  }                                                                                                \
  G_STMT_END

static ReaRequest *
make_request (gint64 number)
{
  ReaRequest       *request = rea_request_new ();
  const char *const to[] = { "ann@example.org", NULL };

  request->filter->holder = REA_HOLDER_NOBODY;
  request->number = number;
  request->to = REA_TO_SENDERS;
  rea_request_set_to_senders (request, to);
  return request;
}

/* Opening. */

static GError *
open_error (const char *path, const char *user, gboolean create)
{
  GAsyncResult *result = NULL;
  g_autoptr (GAsyncResult) taken = NULL;
  GError *error = NULL;

  rea_service_open_async (path, user, create, live_result_cb, &result);
  taken = live_take_result (&result);
  g_assert_null (rea_service_open_finish (taken, &error));
  return error;
}

static void
test_open_fails (void)
{
  g_autoptr (Live) live = live_new (0, NULL);
  g_autofree char *missing = g_build_filename (live->folder, "none.db", NULL);
  g_autofree char *foreign = g_build_filename (live->folder, "foreign.db", NULL);
  g_autoptr (GError) error = NULL;

  error = open_error (missing, NULL, FALSE);
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  g_file_set_contents (foreign, "Dear diary, this is no database. Not at all. Never was.\n", -1,
                       &error);
  g_assert_no_error (error);
  error = open_error (foreign, NULL, TRUE);
  g_assert_error (error, REA_ERROR, REA_ERROR_CORRUPT);
  g_clear_error (&error);

  error = open_error (live->path, "nobody@example.org", FALSE);
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
}

static void
test_open_creates (void)
{
  g_autoptr (Live) live = live_new (0, NULL);
  g_autofree char *path = g_build_filename (live->folder, "new.db", NULL);
  GAsyncResult    *result = NULL;
  g_autoptr (GAsyncResult) taken = NULL;
  g_autoptr (GError) error = NULL;
  ReaService *service;

  rea_service_open_async (path, NULL, TRUE, live_result_cb, &result);
  taken = live_take_result (&result);
  service = rea_service_open_finish (taken, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rea_service_get_user (service)->role, ==, REA_ROLE_OWNER);
  g_assert_cmpstr (rea_service_get_location (service), ==, path);
  g_assert_null (rea_service_get_trouble (service));
  g_clear_object (&taken);
  live_close (service);
}

/* Changes. */

static gboolean
reassign (ReaService *service, gint64 campaign, gint64 number, gint64 *moved, GError **error)
{
  g_autoptr (ReaRequest) request = make_request (number);
  g_autoptr (ReaResult) done = NULL;
  g_autoptr (GAsyncResult) taken = NULL;
  GAsyncResult *result = NULL;

  rea_service_reassign_async (service, campaign, request, NULL, NULL, live_result_cb, &result);
  taken = live_take_result (&result);
  done = rea_service_reassign_finish (service, taken, error);
  if (done != NULL)
    *moved = done->plan->moved;
  return done != NULL;
}

typedef struct
{
  Log  *log;
  guint n_done;
} Done;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Done *done = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) value = rea_service_reassign_finish (REA_SERVICE (source), result, &error);

  g_assert_no_error (error);
  g_assert_nonnull (value);
  g_ptr_array_add (done->log->lines, g_strdup ("done"));
  done->n_done++;
}

/* Once for each change, before the callback, and not a second time by the check. */
static void
test_own_change_is_told_once (void)
{
  g_autoptr (Live) live = live_new (6, senders);
  ReaService *service = live_open (live);
  Log        *log = log_new (service);
  Done        done = { log, 0 };
  g_autoptr (ReaRequest) request = make_request (2);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (live->campaign, ==, 1);
  for (guint i = 0; i < 3; i++)
    rea_service_reassign_async (service, live->campaign, request, NULL, NULL, done_cb, &done);
  LIVE_WAIT_FOR (done.n_done == 3);
  ASSERT_LOG (log, "changed 1, done, changed 1, done, changed 1, done");

  g_assert_true (live_check (service, &error));
  ASSERT_LOG (log, "presence");
  g_assert_true (live_check (service, &error));
  ASSERT_LOG (log, "");

  live_close (service);
  log_free (log);
}

/* The check sees a change that its own process's call has not reported yet. */
static void
test_check_comes_first (void)
{
  g_autoptr (Live) live = live_new (600, senders);
  ReaService *service = live_open (live);
  Log        *log = log_new (service);
  guint       n_changed = 0;

  for (guint i = 0; i < 200; i++)
    {
      Done          done = { log, 0 };
      GAsyncResult *result = NULL;
      g_autoptr (ReaRequest) request = make_request (2);

      rea_service_reassign_async (service, live->campaign, request, NULL, NULL, done_cb, &done);
      g_usleep (g_random_int_range (0, 2000));
      rea_service_check_async (service, NULL, live_result_cb, &result);
      LIVE_WAIT_FOR (done.n_done == 1 && result != NULL);
      g_clear_object (&result);
    }

  for (guint i = 0; i < log->lines->len; i++)
    {
      const char *line = g_ptr_array_index (log->lines, i);

      if (g_str_equal (line, "changed 1"))
        n_changed++;
      else if (g_str_equal (line, "done"))
        g_assert_cmpuint (n_changed, >, 0);
    }
  g_assert_cmpuint (n_changed, ==, 200);

  live_close (service);
  log_free (log);
}

static void
test_no_change_is_not_told (void)
{
  g_autoptr (Live) live = live_new (6, senders);
  ReaService *service = live_open (live);
  Log        *log = log_new (service);
  g_autoptr (GError) error = NULL;
  gint64 moved = -1;

  g_assert_true (reassign (service, live->campaign, 6, &moved, &error));
  g_assert_cmpint (moved, ==, 6);
  ASSERT_LOG (log, "changed 1");

  g_assert_false (reassign (service, live->campaign, 6, &moved, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_TOO_FEW);
  g_clear_error (&error);
  g_assert_true (reassign (service, live->campaign, REA_NUMBER_ALL, &moved, &error));
  g_assert_cmpint (moved, ==, 0);
  ASSERT_LOG (log, "");

  live_close (service);
  log_free (log);
}

static void
test_other_process (void)
{
  g_autoptr (Live) live = live_new (6, senders);
  ReaService *service = live_open (live);
  Log        *log = log_new (service);
  g_autoptr (GError) error = NULL;
  gint64 second;

  g_assert_true (live_check (service, &error));
  ASSERT_LOG (log, "");

  live_give (live, 2, "ann@example.org");
  g_assert_true (live_check (service, &error));
  ASSERT_LOG (log, "changed 1");
  g_assert_true (live_check (service, &error));
  ASSERT_LOG (log, "");

  live_heartbeat (live, "ann@example.org", FALSE);
  g_assert_true (live_check (service, &error));
  ASSERT_LOG (log, "presence");

  second = live_add_campaign (live, "Autumn");
  g_assert_cmpint (second, ==, 2);
  g_assert_true (live_check (service, &error));
  ASSERT_LOG (log, "changed 2, changed 0");

  live_close (service);
  log_free (log);
}

static gpointer
opt_out_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const gint64 *campaign = data;
  g_autoptr (ReaConversation) after =
      rea_session_receive (session, *campaign, 1, "STOP", rea_session_now (session), NULL, error);

  g_assert_true (after == NULL || after->status == REA_STATUS_CLOSED);
  return NULL;
}

/* A number that opts out does so in every campaign that has it. */
static void
test_change_of_several_campaigns (void)
{
  g_autoptr (Live) live = live_new (3, senders);
  gint64      second = live_add_campaign (live, "Autumn");
  ReaService *service;
  Log        *log;
  g_autoptr (GError) error = NULL;

  live_add_contacts (live, second, 3);
  service = live_open (live);
  log = log_new (service);
  live_call (service, REA_LANE_WRITE, opt_out_call, &live->campaign, &error);
  g_assert_no_error (error);
  ASSERT_LOG (log, "changed 1, changed 2");

  live_close (service);
  log_free (log);
}

static void
test_role_taken_away (void)
{
  g_autoptr (Live) live = live_new (3, senders);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaUser) added = NULL;
  g_autoptr (ReaUser) changed = NULL;
  g_autoptr (GAsyncResult) taken = NULL;
  GAsyncResult *result = NULL;
  ReaService   *service;
  ReaRole       role = REA_ROLE_SENDER;
  gint64        moved;

  added =
      rea_session_add_user (live->other, "mod@example.org", "M", "D", REA_ROLE_MODERATOR, &error);
  g_assert_no_error (error);
  rea_service_open_async (live->path, "mod@example.org", FALSE, live_result_cb, &result);
  taken = live_take_result (&result);
  service = rea_service_open_finish (taken, &error);
  g_assert_no_error (error);
  g_clear_object (&taken);
  g_assert_cmpint (rea_service_get_user (service)->role, ==, REA_ROLE_MODERATOR);

  changed = rea_session_set_user (live->other, "mod@example.org", NULL, NULL, &role, &error);
  g_assert_no_error (error);
  g_assert_false (reassign (service, live->campaign, 1, &moved, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
  g_clear_error (&error);
  g_assert_true (live_check (service, &error));
  g_assert_cmpint (rea_service_get_user (service)->role, ==, REA_ROLE_SENDER);

  live_close (service);
}

/* Lanes and cancelling. */

static void
test_reads_pass_a_long_write (void)
{
  g_autoptr (Live) live = live_new (6, senders);
  ReaService   *service = live_open (live);
  LiveGate     *gate = live_gate_new (service, REA_LANE_WRITE);
  GAsyncResult *result = NULL;
  g_autoptr (GAsyncResult) taken = NULL;
  g_autoptr (ReaOverview) overview = NULL;
  g_autoptr (GError) error = NULL;

  rea_service_get_overview_async (service, live->campaign, NULL, live_result_cb, &result);
  taken = live_take_result (&result);
  overview = rea_service_get_overview_finish (service, taken, &error);
  g_assert_no_error (error);
  g_assert_cmpint (overview->campaign->total, ==, 6);
  g_clear_object (&taken);

  live_gate_open (gate);
  live_close (service);
}

static void
test_cancel_in_the_queue (void)
{
  g_autoptr (Live) live = live_new (6, senders);
  ReaService *service = live_open (live);
  Log        *log = log_new (service);
  LiveGate   *gate = live_gate_new (service, REA_LANE_WRITE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ReaRequest) request = make_request (2);
  GAsyncResult *result = NULL;
  g_autoptr (GAsyncResult) taken = NULL;
  g_autoptr (GError) error = NULL;

  rea_service_reassign_async (service, live->campaign, request, NULL, cancellable, live_result_cb,
                              &result);
  g_cancellable_cancel (cancellable);
  live_gate_open (gate);
  taken = live_take_result (&result);
  g_assert_null (rea_service_reassign_finish (service, taken, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&taken);

  g_clear_error (&error);
  g_assert_true (live_check (service, &error));
  ASSERT_LOG (log, "");
  live_close (service);
  log_free (log);
}

static gpointer
late_cancel_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const gint64 *campaign = data;
  g_autoptr (ReaRequest) request = make_request (2);
  ReaResult *result =
      rea_session_reassign (session, *campaign, request, NULL, -1, cancellable, error);

  g_cancellable_cancel (cancellable);
  return result;
}

/* It has moved: to say "cancelled" now would be a lie. */
static void
test_cancel_too_late (void)
{
  g_autoptr (Live) live = live_new (6, senders);
  ReaService *service = live_open (live);
  Log        *log = log_new (service);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *result = NULL;
  g_autoptr (GAsyncResult) taken = NULL;
  g_autoptr (ReaResult) done = NULL;
  g_autoptr (GError) error = NULL;

  rea_service_call_async (service, REA_LANE_WRITE, late_cancel_call, &live->campaign, NULL,
                          (GDestroyNotify) rea_result_free, cancellable, live_result_cb, &result);
  taken = live_take_result (&result);
  done = rea_service_call_finish (service, taken, &error);
  g_assert_no_error (error);
  g_assert_cmpint (done->plan->moved, ==, 2);
  ASSERT_LOG (log, "changed 1");
  g_clear_object (&taken);

  live_close (service);
  log_free (log);
}

/* Waits until the main thread has had an answer to something else. */
static gpointer
patient_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree gint64 *total = g_new0 (gint64, 1);
  g_autoptr (ReaCampaign) campaign = NULL;

  while (!g_cancellable_is_cancelled (cancellable))
    g_usleep (1000);

  campaign = rea_session_get_campaign (session, *(gint64 *) data, error);
  if (campaign == NULL)
    return NULL;

  *total = campaign->total;
  return g_steal_pointer (&total);
}

/* A long reading keeps no other waiting, and says itself what a cancel did to it. */
static void
test_aside (void)
{
  g_autoptr (Live) live = live_new (6, senders);
  ReaService *service = live_open (live);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *result = NULL;
  GAsyncResult *answer = NULL;
  g_autoptr (GAsyncResult) taken = NULL;
  g_autoptr (GAsyncResult) answered = NULL;
  g_autoptr (ReaOverview) overview = NULL;
  g_autofree gint64 *total = NULL;
  g_autoptr (GError) error = NULL;

  rea_service_call_aside_async (service, patient_call,
                                g_memdup2 (&live->campaign, sizeof live->campaign), g_free, g_free,
                                cancellable, live_result_cb, &result);
  rea_service_get_overview_async (service, live->campaign, NULL, live_result_cb, &answer);
  answered = live_take_result (&answer);
  overview = rea_service_get_overview_finish (service, answered, &error);
  g_assert_no_error (error);
  g_assert_null (result);

  g_cancellable_cancel (cancellable);
  taken = live_take_result (&result);
  total = rea_service_call_finish (service, taken, &error);
  g_assert_no_error (error);
  g_assert_cmpint (*total, ==, overview->campaign->total);
  g_clear_object (&answered);
  g_clear_object (&taken);

  live_close (service);
}

static void
test_service_goes_with_its_last_call (void)
{
  g_autoptr (Live) live = live_new (6, senders);
  gpointer gone;

  for (guint i = 0; i < 50; i++)
    {
      ReaService   *service = live_open (live);
      GAsyncResult *result = NULL;

      gone = service;
      g_object_add_weak_pointer (G_OBJECT (service), &gone);
      rea_service_get_overview_async (service, live->campaign, NULL, live_result_cb, &result);
      g_object_unref (service);
      LIVE_WAIT_FOR (result != NULL);
      g_clear_object (&result);
      LIVE_WAIT_FOR (gone == NULL);
    }
}

static void
test_closed (void)
{
  g_autoptr (Live) live = live_new (6, senders);
  g_autofree char *log_file = g_strconcat (live->path, "-wal", NULL);
  ReaService      *service = live_open (live);
  LiveGate        *gate = live_gate_new (service, REA_LANE_WRITE);
  GAsyncResult    *results[2] = { NULL };
  g_autoptr (ReaRequest) request = make_request (2);
  g_autoptr (ReaResult) done = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;
  gint64   moved;

  /* What waits is done before. */
  rea_service_reassign_async (service, live->campaign, request, NULL, NULL, live_result_cb,
                              &results[0]);
  rea_service_close_async (service, live_result_cb, &results[1]);
  live_gate_open (gate);
  LIVE_WAIT_FOR (results[1] != NULL);
  g_assert_nonnull (results[0]);
  done = rea_service_reassign_finish (service, results[0], &error);
  g_assert_no_error (error);
  rea_service_close_finish (service, results[1]);
  g_clear_object (&results[0]);
  g_clear_object (&results[1]);

  g_assert_false (reassign (service, live->campaign, 2, &moved, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_false (live_check (service, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_assert_null (rea_service_get_trouble (service));

  /* What was written is in the file. */
  g_assert_true (g_stat (log_file, &info) != 0 || info.st_size == 0);
  g_object_unref (service);
}

/* Trouble. */

static void
test_file_moved_away_and_back (void)
{
  g_autoptr (Live) live = live_new (6, senders);
  g_autofree char *elsewhere = g_strconcat (live->path, ".away", NULL);
  ReaService      *service = live_open (live);
  Log             *log = log_new (service);
  g_autoptr (GError) error = NULL;
  gint64 moved;

  g_assert_cmpint (g_rename (live->path, elsewhere), ==, 0);
  g_assert_false (live_check (service, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_nonnull (rea_service_get_trouble (service));
  g_assert_true (strstr (rea_service_get_trouble (service), live->path) != NULL);

  /* Nothing is written where nobody would find it. */
  g_assert_false (reassign (service, live->campaign, 2, &moved, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_IO);
  g_clear_error (&error);
  g_assert_false (g_file_test (live->path, G_FILE_TEST_EXISTS));

  g_assert_cmpint (g_rename (elsewhere, live->path), ==, 0);
  g_assert_true (live_check (service, &error));
  g_assert_no_error (error);
  g_assert_null (rea_service_get_trouble (service));
  ASSERT_LOG (log, "");
  g_assert_true (reassign (service, live->campaign, 2, &moved, &error));
  g_assert_no_error (error);
  ASSERT_LOG (log, "changed 1");

  live_close (service);
  log_free (log);
}

static gpointer
overview_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  return rea_session_get_overview (session, *(const gint64 *) data, error);
}

static void
test_read_tells_of_trouble (void)
{
  g_autoptr (Live) live = live_new (6, senders);
  g_autofree char *elsewhere = g_strconcat (live->path, ".away", NULL);
  ReaService      *service = live_open (live);
  g_autoptr (ReaOverview) overview = NULL;
  g_autoptr (GError) error = NULL;
  gint64 unknown = 99;

  /* That a campaign is not there is no trouble. */
  g_assert_null (live_call (service, REA_LANE_READ, overview_call, &unknown, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (rea_service_get_trouble (service));

  g_assert_cmpint (g_rename (live->path, elsewhere), ==, 0);
  g_assert_null (live_call (service, REA_LANE_READ, overview_call, &live->campaign, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_IO);
  g_assert_cmpstr (rea_service_get_trouble (service), ==, error->message);
  g_clear_error (&error);

  g_assert_cmpint (g_rename (elsewhere, live->path), ==, 0);
  overview = live_call (service, REA_LANE_READ, overview_call, &live->campaign, &error);
  g_assert_no_error (error);
  g_assert_null (rea_service_get_trouble (service));

  live_close (service);
}

static gpointer
page_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (ReaFilter) filter = rea_filter_new ();

  return rea_session_list_conversations (session, *(const gint64 *) data, filter, REA_SORT_ID, NULL,
                                         0, 5000, cancellable, error);
}

static void
overwrite (const char *path, const char *contents, gsize length)
{
  FILE *file = fopen (path, "r+");

  g_assert_cmpuint (fwrite (contents, 1, length, file), ==, length);
  fclose (file);
}

/* Of a damaged file some parts can still be read, and that is no end of the trouble;
 * it ends where somebody mends the file in its place.
 */
static void
test_damaged_file (void)
{
  g_autoptr (Live) live = live_new (5000, senders);
  g_autofree char *contents = NULL;
  g_autofree char *damaged = NULL;
  g_autofree char *trouble = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaPage) page = NULL;
  ReaService *service;
  gsize       length;

  /* Its last session puts everything into the file itself. */
  g_clear_object (&live->other);
  service = live_open (live);
  g_file_get_contents (live->path, &contents, &length, &error);
  g_assert_no_error (error);
  damaged = g_memdup2 (contents, length);
  memset (damaged + length / 4, 0xaa, length / 2);
  overwrite (live->path, damaged, length);

  g_assert_null (live_call (service, REA_LANE_READ, page_call, &live->campaign, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_CORRUPT);
  trouble = g_strdup (rea_service_get_trouble (service));
  g_assert_cmpstr (trouble, ==, error->message);
  g_clear_error (&error);

  g_assert_true (live_check (service, &error));
  g_assert_cmpstr (rea_service_get_trouble (service), ==, trouble);

  overwrite (live->path, contents, length);
  LIVE_WAIT_FOR (live_check (service, NULL) && rea_service_get_trouble (service) == NULL);
  page = live_call (service, REA_LANE_READ, page_call, &live->campaign, &error);
  g_assert_no_error (error);
  g_assert_null (rea_service_get_trouble (service));

  live_close (service);
}

/* What is in its place is named, not only that it is gone. */
static void
test_something_else_in_its_place (void)
{
  g_autoptr (Live) live = live_new (6, senders);
  g_autofree char *elsewhere = g_strconcat (live->path, ".away", NULL);
  ReaService      *service = live_open (live);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (live->path, elsewhere), ==, 0);
  g_assert_true (g_file_set_contents (live->path, "A letter to a friend", -1, &error));
  g_assert_false (live_check (service, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_CORRUPT);
  g_assert_cmpstr (rea_service_get_trouble (service), ==, error->message);
  g_clear_error (&error);

  g_assert_cmpint (g_rename (elsewhere, live->path), ==, 0);
  g_assert_true (live_check (service, &error));
  g_assert_no_error (error);
  g_assert_null (rea_service_get_trouble (service));

  live_close (service);
}

/* Somebody puts another file there: both lanes have to leave the old one. */
static void
test_file_replaced (void)
{
  g_autoptr (Live) live = live_new (6, senders);
  g_autoptr (Live) another = live_new (8, senders);
  ReaService *service = live_open (live);
  Log        *log = log_new (service);
  g_autoptr (ReaOverview) overview = NULL;
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *log_file = g_strconcat (live->path, "-wal", NULL);
  g_autofree char *shm_file = g_strconcat (live->path, "-shm", NULL);
  gint64           moved;

  /* Its last session puts everything into the file itself. */
  g_clear_object (&another->other);
  g_clear_object (&live->other);
  g_unlink (log_file);
  g_unlink (shm_file);
  g_assert_cmpint (g_rename (another->path, live->path), ==, 0);

  g_assert_true (live_check (service, &error));
  g_assert_no_error (error);
  ASSERT_LOG (log, "changed 1, changed 0");
  g_assert_true (reassign (service, live->campaign, 7, &moved, &error));
  g_assert_no_error (error);
  g_assert_cmpint (moved, ==, 7);

  session = rea_session_open (live->path, NULL, &error);
  g_assert_no_error (error);
  overview = rea_session_get_overview (session, live->campaign, &error);
  g_assert_cmpint (rea_counts_total (&overview->unassigned), ==, 1);

  live_close (service);
  log_free (log);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/service/open-fails", test_open_fails);
  g_test_add_func ("/service/open-creates", test_open_creates);
  g_test_add_func ("/service/own-change-is-told-once", test_own_change_is_told_once);
  g_test_add_func ("/service/check-comes-first", test_check_comes_first);
  g_test_add_func ("/service/no-change-is-not-told", test_no_change_is_not_told);
  g_test_add_func ("/service/other-process", test_other_process);
  g_test_add_func ("/service/change-of-several-campaigns", test_change_of_several_campaigns);
  g_test_add_func ("/service/role-taken-away", test_role_taken_away);
  g_test_add_func ("/service/reads-pass-a-long-write", test_reads_pass_a_long_write);
  g_test_add_func ("/service/cancel-in-the-queue", test_cancel_in_the_queue);
  g_test_add_func ("/service/cancel-too-late", test_cancel_too_late);
  g_test_add_func ("/service/goes-with-its-last-call", test_service_goes_with_its_last_call);
  g_test_add_func ("/service/closed", test_closed);
  g_test_add_func ("/service/file-moved-away-and-back", test_file_moved_away_and_back);
  g_test_add_func ("/service/read-tells-of-trouble", test_read_tells_of_trouble);
  g_test_add_func ("/service/aside", test_aside);
  g_test_add_func ("/service/damaged-file", test_damaged_file);
  g_test_add_func ("/service/something-else-in-its-place", test_something_else_in_its_place);
  g_test_add_func ("/service/file-replaced", test_file_replaced);

  return g_test_run ();
}
