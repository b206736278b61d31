/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-fixture.h"
#include "sqlite/rea-sqlite-store-private.h"

/* Which conversations move and to whom, tests/test-moves-model.c proves; this is
 * about the engine's ways to do it: at once or one by one, over ranges that
 * campaigns share, interrupted, and on a file that is damaged.
 */
static ReaResult *
reassign (ReaFixture *self, ReaRequest *request)
{
  g_autoptr (GError) error = NULL;
  ReaResult *result =
      rea_session_reassign (self->session, self->campaign, request, NULL, -1, NULL, &error);

  g_assert_no_error (error);

  return result;
}

static ReaResult *
undo (ReaFixture *self, gint64 move)
{
  g_autoptr (GError) error = NULL;
  ReaResult *result = rea_fixture_undo (self, move, &error);

  g_assert_no_error (error);

  return result;
}

static ReaRequest *
make_request (const char *first, ...)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) emails = NULL;
  ReaRequest *request = rea_request_new ();
  va_list     more;

  va_start (more, first);
  for (const char *email = first; email != NULL; email = va_arg (more, const char *))
    g_strv_builder_add (builder, email);
  va_end (more);

  emails = g_strv_builder_end (builder);
  rea_request_set_to_senders (request, (const char *const *) emails);

  return request;
}

static void
damage (ReaFixture *self, const char *script)
{
  g_autoptr (GError) error = NULL;

  rea_fixture_begin (self);
  rea_sqlite_exec (rea_sqlite_store_get_db (self->store), script, &error);
  g_assert_no_error (error);
  rea_fixture_commit (self);
}

static void
assert_undone (ReaFixture *self, gint64 move, const char *before)
{
  g_autoptr (ReaResult) undone = undo (self, move);
  g_autofree char *after = rea_fixture_describe (self);

  g_assert_cmpint (undone->move, !=, 0);
  g_assert_cmpstr (after, ==, before);
  rea_fixture_assert_sound (self);
}

/* More than a part of a record holds, to senders who have nothing: every row that
 * is met is written.
 */
static void
test_all_to_new_senders (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) request = make_request ("a@x", "b@x", "c@x", NULL);
  g_autoptr (ReaResult) result = NULL;
  g_autofree char *before = NULL;
  gint64           senders[3];
  gint64           first = rea_fixture_add (self, 9001, REA_STATUS_MESSAGED, REA_HOLDER_UNASSIGNED);

  senders[0] = rea_fixture_add_sender (self, "a@x");
  senders[1] = rea_fixture_add_sender (self, "b@x");
  senders[2] = rea_fixture_add_sender (self, "c@x");
  before = rea_fixture_describe (self);

  result = reassign (self, request);
  g_assert_cmpint (result->plan->moved, ==, 9001);
  for (gint64 i = 0; i < 9001; i += 500)
    g_assert_cmpint (rea_fixture_get_holder (self, first + i), ==, senders[i % 3]);
  rea_fixture_assert_sound (self);

  assert_undone (self, result->move, before);
}

/* Few among many are taken back one by one. */
static void
test_few_among_many (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) request = make_request ("a@x", NULL);
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (ReaResult) undone = NULL;
  g_autoptr (ReaConversation) written = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  GArray          *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64           sender = rea_fixture_add_sender (self, "a@x");
  gint64 first = rea_fixture_add (self, 2000, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);

  for (gint64 i = 5; i < 2000; i += 400)
    {
      gint64 id = first + i;

      g_array_append_val (ids, id);
    }
  rea_filter_take_conversations (request->filter, ids);
  before = rea_fixture_describe (self);

  result = reassign (self, request);
  g_assert_cmpint (result->plan->moved, ==, 5);
  g_assert_cmpint (rea_fixture_get_holder (self, first + 5), ==, sender);
  assert_undone (self, result->move, before);

  /* And they are left alone for the same reasons. */
  rea_result_free (g_steal_pointer (&result));
  result = reassign (self, request);
  written = rea_session_send (self->session, self->campaign, first + 405, "Hi", 0, NULL, &error);
  g_assert_no_error (error);
  undone = undo (self, result->move);
  g_assert_cmpint (undone->plan->moved, ==, 4);
  g_assert_cmpint (undone->left.answered_since, ==, 1);
  g_assert_cmpint (rea_fixture_get_holder (self, first + 405), ==, sender);
  rea_fixture_assert_sound (self);
}

/* Two campaigns whose conversations lie one between the other's. */
static void
test_interleaved (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) request = make_request ("a@x", "b@x", NULL);
  g_autoptr (ReaResult) few = NULL;
  g_autoptr (ReaResult) result = NULL;
  g_autofree char *before = NULL;
  g_autofree char *other_before = NULL;
  g_autofree char *other_after = NULL;
  gint64           campaigns[2] = { self->campaign, rea_fixture_add_campaign (self, "Autumn") };

  for (int i = 0; i < 2; i++)
    {
      self->campaign = campaigns[i];
      rea_fixture_add_sender (self, "a@x");
      rea_fixture_add_sender (self, "b@x");
    }
  for (int i = 0; i < 40; i++)
    {
      self->campaign = campaigns[i % 2];
      rea_fixture_add (self, 1, i % 3, REA_HOLDER_UNASSIGNED);
    }

  self->campaign = campaigns[1];
  other_before = rea_fixture_describe (self);
  self->campaign = campaigns[0];
  before = rea_fixture_describe (self);

  result = reassign (self, request);
  g_assert_cmpint (result->plan->moved, ==, 20);
  rea_fixture_assert_sound (self);
  assert_undone (self, result->move, before);

  request->number = 3;
  few = reassign (self, request);
  g_assert_cmpint (few->plan->moved, ==, 3);
  assert_undone (self, few->move, before);

  self->campaign = campaigns[1];
  other_after = rea_fixture_describe (self);
  g_assert_cmpstr (other_before, ==, other_after);
}

/* Of several who give only some of what waits, each gives the longest waiting. */
static void
test_longest_waiting (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) request = make_request ("a@x", "b@x", "c@x", NULL);
  g_autoptr (ReaResult) result = NULL;
  gint64 senders[3];
  gint64 ids[12];

  senders[0] = rea_fixture_add_sender (self, "a@x");
  senders[1] = rea_fixture_add_sender (self, "b@x");
  senders[2] = rea_fixture_add_sender (self, "c@x");
  /* a and b have six each; the later ones wait longer, two and two equally long. */
  for (int i = 0; i < 12; i++)
    ids[i] = rea_fixture_add_waiting (self, REA_FIXTURE_NOW - i / 4 * 60, senders[i % 2]);

  result = reassign (self, request);
  g_assert_cmpint (result->plan->moved, ==, 4);
  for (int i = 0; i < 12; i++)
    {
      /* Of the longest waiting, 8 to 11, and each gives two. */
      gint64 expected = i >= 8 ? senders[2] : senders[i % 2];

      g_assert_cmpint (rea_fixture_get_holder (self, ids[i]), ==, expected);
    }
}

static GCancellable *cancelled_by_clock;

static gint64
cancelling_clock (void)
{
  g_cancellable_cancel (cancelled_by_clock);

  return REA_FIXTURE_NOW;
}

/* The clock is asked inside of the transaction, so this comes in the middle of it. */
static void
test_cancelled (ReaFixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ReaRequest) request = make_request ("a@x", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) result = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  rea_fixture_add_sender (self, "a@x");
  rea_fixture_add (self, 20000, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);
  before = rea_fixture_describe (self);

  cancelled_by_clock = cancellable;
  rea_session_set_clock (self->session, cancelling_clock);
  g_assert_null (
      rea_session_reassign (self->session, self->campaign, request, NULL, -1, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  rea_session_set_clock (self->session, rea_fixture_clock);
  after = rea_fixture_describe (self);
  g_assert_cmpstr (before, ==, after);
  rea_fixture_assert_sound (self);

  /* The next one is not cancelled any more; its undo is. */
  result = reassign (self, request);
  g_clear_pointer (&after, g_free);
  after = rea_fixture_describe (self);
  g_cancellable_reset (cancellable);
  rea_session_set_clock (self->session, cancelling_clock);
  g_clear_error (&error);
  g_assert_null (
      rea_session_undo (self->session, self->campaign, result->move, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  rea_session_set_clock (self->session, rea_fixture_clock);
  g_clear_pointer (&before, g_free);
  before = rea_fixture_describe (self);
  g_assert_cmpstr (before, ==, after);
}

/* Whatever is damaged, an undo ends without harm: it gives back, leaves alone or
 * fails, and the counters stay right where nothing but the record is wrong.
 */
static void
test_damaged_record (ReaFixture *self, gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE move_part SET runs = zeroblob (200)",
    "UPDATE move_part SET runs = x'ffffffffffffffffffffffffffffffffffffffffffff'",
    "UPDATE move_part SET runs = x''",
    "UPDATE move_part SET runs = x'00000100000100008000'",
    "UPDATE move_part SET last_id = 9223372036854775807",
    "UPDATE move_part SET first_id = -9223372036854775808",
    "UPDATE move_part SET first_id = 100, last_id = 1",
    "DELETE FROM move_part",
    "UPDATE move SET moved = 1",
    "UPDATE move SET moved = 9223372036854775807",
  };
  g_autoptr (ReaRequest) request = make_request ("a@x", NULL);

  rea_fixture_add_sender (self, "a@x");
  rea_fixture_add (self, 100, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);

  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (ReaRequest) back = rea_request_new ();
      g_autoptr (ReaResult) result = reassign (self, request);
      g_autoptr (ReaResult) undone = NULL;
      g_autoptr (ReaResult) again = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", damages[i]);
      damage (self, damages[i]);
      undone = rea_session_undo (self->session, self->campaign, result->move, NULL, &error);
      if (undone == NULL)
        g_assert_error (error, REA_ERROR, REA_ERROR_CORRUPT);
      rea_fixture_assert_sound (self);
      damage (self, "DELETE FROM move_part; DELETE FROM move; DELETE FROM move_count");
      again = reassign (self, back);
    }
}

static void
test_damaged_conversations (ReaFixture *self, gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE conversation SET status = 77",
    "UPDATE conversation SET status = -1",
    "UPDATE conversation SET holder = 4711",
    "UPDATE conversation SET holder = -4711",
    "UPDATE conversation SET holder = 9223372036854775807",
    "DELETE FROM conversation",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    for (int few = FALSE; few <= TRUE; few++)
      {
        g_autoptr (ReaRequest) request = make_request ("a@x", NULL);
        g_autoptr (ReaResult) result = NULL;
        g_autoptr (ReaResult) undone = NULL;
        g_autoptr (GError) error = NULL;
        GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
        gint64  first, last;

        self->campaign = rea_fixture_add_campaign (self, "Damaged");
        rea_fixture_add_sender (self, "a@x");
        first = rea_fixture_add (self, 100, REA_STATUS_NOT_STARTED, REA_HOLDER_UNASSIGNED);
        last = first + 99;
        g_array_append_val (ids, first);
        g_array_append_val (ids, last);
        if (few)
          rea_filter_take_conversations (request->filter, ids);
        else
          g_array_unref (ids);

        result = reassign (self, request);
        g_test_message ("%s", damages[i]);
        damage (self, damages[i]);

        undone = rea_session_undo (self->session, self->campaign, result->move, NULL, &error);
        if (undone != NULL)
          g_assert_cmpint (undone->plan->moved, ==, 0);
        g_clear_error (&error);
        rea_result_free (g_steal_pointer (&result));
        result =
            rea_session_reassign (self->session, self->campaign, request, NULL, -1, NULL, &error);
        damage (self, "DELETE FROM conversation; DELETE FROM contact; DELETE FROM campaign");
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  rea_fixture_add_test ("/sqlite-moves/all-to-new-senders", test_all_to_new_senders);
  rea_fixture_add_test ("/sqlite-moves/few-among-many", test_few_among_many);
  rea_fixture_add_test ("/sqlite-moves/interleaved", test_interleaved);
  rea_fixture_add_test ("/sqlite-moves/longest-waiting", test_longest_waiting);
  rea_fixture_add_test ("/sqlite-moves/cancelled", test_cancelled);
  rea_fixture_add_test ("/sqlite-moves/damaged-record", test_damaged_record);
  rea_fixture_add_test ("/sqlite-moves/damaged-conversations", test_damaged_conversations);

  return g_test_run ();
}
