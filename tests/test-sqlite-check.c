/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-fixture.h"
#include "sqlite/rea-sqlite-store-private.h"

/* A campaign in which everything that can be damaged is there. */
static void
fill (ReaFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaConversation) written = NULL;
  g_autoptr (ReaConversation) out = NULL;
  gint64 ann = rea_fixture_add_sender (self, "ann@x");
  gint64 first;

  first = rea_fixture_add (self, 4, REA_STATUS_NOT_STARTED, ann);
  rea_fixture_add (self, 4, REA_STATUS_NEEDS_REPLY, REA_HOLDER_UNASSIGNED);

  written = rea_session_receive (self->session, self->campaign, first, "Hello", 0, NULL, &error);
  g_assert_no_error (error);
  out = rea_session_opt_out (self->session, self->campaign, first + 1, &error);
  g_assert_no_error (error);

  rea_fixture_begin (self);
  rea_store_set_answer (self->store, first, "support", "Yes", &error);
  g_assert_no_error (error);
  rea_fixture_commit (self);
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

static GPtrArray *
check (ReaFixture *self, gboolean repair)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *problems = rea_session_check (self->session, repair, &error);

  g_assert_no_error (error);

  return problems;
}

static const struct
{
  const char *name;
  const char *script;
  const char *problem; /* the first that is told */
} damages[] = {
  { "contact", "DELETE FROM conversation WHERE id = 3", "1 contact has no conversation." },
  { "contacts", "DELETE FROM conversation WHERE id > 2", "6 contacts have no conversation." },
  { "sender", "DELETE FROM campaign_sender",
    "4 conversations are held by somebody who is no sender of their campaign." },
  { "holder", "UPDATE conversation SET holder = 4711 WHERE id = 1",
    "1 conversation is held by somebody who is no sender of its campaign." },
  { "user", "DELETE FROM user WHERE email = 'ann@x'",
    "1 sender belongs to no user or no campaign." },
  { "status", "UPDATE conversation SET status = 7 WHERE id IN (3, 4)",
    "2 conversations have a status that there is not." },
  { "open-status", "UPDATE contact SET open_status = -1 WHERE id = 3",
    "1 conversation has a status that there is not." },
  { "opted-out", "UPDATE contact SET flags = flags | 1 WHERE id = 3",
    "1 conversation of a contact who opted out is not closed." },
  { "message", "UPDATE message SET conversation_id = 4711",
    "1 message belongs to no conversation." },
  { "answer", "UPDATE answer SET conversation_id = 4711", "1 answer belongs to no conversation." },
  { "counter", "UPDATE counter SET n = n + 1 WHERE holder = 999",
    "1 counter differs from a full count." },
  { "counters", "DELETE FROM counter", "4 counters differ from a full count." },
  { "foreign-counter", "INSERT INTO counter VALUES (4711, 999, 0, 5)",
    "1 counter differs from a full count." },
  { "total", "UPDATE campaign SET total = 100", "1 campaign has wrong totals." },
  { "flags", "UPDATE campaign SET marked = 1", "1 campaign has wrong totals." },
  { "flags-of-contact", "UPDATE contact SET flags = flags | 2 WHERE id = 4",
    "1 campaign has wrong totals." },
  { "first", "UPDATE campaign SET first_conversation = 2",
    "1 campaign does not know the range of its conversations." },
  { "last", "UPDATE campaign SET last_conversation = 0",
    "1 campaign does not know the range of its conversations." },
};

static void
test_repaired (ReaFixture *self, gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (ReaResult) result = NULL;

  fill (self);
  rea_fixture_assert_sound (self);
  damage (self, damages[i].script);

  found = check (self, FALSE);
  g_assert_cmpuint (found->len, >, 0);
  g_assert_cmpstr (g_ptr_array_index (found, 0), ==, damages[i].problem);

  left = check (self, TRUE);
  g_assert_cmpuint (left->len, ==, 0);
  rea_fixture_assert_sound (self);

  /* And it can be worked with again. */
  result = rea_session_reassign (self->session, self->campaign, request, NULL, -1, NULL, &error);
  g_assert_no_error (error);
  rea_fixture_assert_sound (self);
}

static const struct
{
  const char *name;
  const char *script;
  const char *problem;
} losses[] = {
  { "contact", "DELETE FROM contact WHERE id = 3", "1 conversation has no contact." },
  { "campaign", "DELETE FROM campaign", "8 conversations belong to no campaign." },
};

/* What is lost no repair brings back: it says so again and again. */
static void
test_lost (ReaFixture *self, gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  fill (self);
  damage (self, losses[i].script);

  for (int repair = FALSE; repair <= TRUE; repair++)
    {
      g_autoptr (GPtrArray) found = check (self, repair);

      g_assert_cmpuint (found->len, >, 0);
      g_assert_cmpstr (g_ptr_array_index (found, 0), ==, losses[i].problem);
    }
}

/* The counters are looked at before anything is moved by them. */
static void
test_wrong_counters_move_nothing (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fill (self);
  damage (self, "UPDATE counter SET n = n + 1 WHERE status = 1 AND holder <> 999");
  before = rea_fixture_describe (self);

  g_assert_null (
      rea_session_reassign (self->session, self->campaign, request, NULL, -1, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_CORRUPT);
  after = rea_fixture_describe (self);
  g_assert_cmpstr (before, ==, after);
}

/* Looking changes nothing, and anybody may; mending is for who may manage. */
static void
test_who_may (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaSession) ann = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  fill (self);
  damage (self, "DELETE FROM counter");
  ann = rea_fixture_open (self, "ann@x");

  problems = rea_session_check (ann, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_null (rea_session_check (ann, TRUE, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
  g_clear_pointer (&problems, g_ptr_array_unref);
  problems = check (self, FALSE);
  g_assert_cmpuint (problems->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strconcat ("/sqlite-check/repaired/", damages[i].name, NULL);

      g_test_add (path, ReaFixture, GSIZE_TO_POINTER (i), rea_fixture_set_up, test_repaired,
                  rea_fixture_tear_down);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (losses); i++)
    {
      g_autofree char *path = g_strconcat ("/sqlite-check/lost/", losses[i].name, NULL);

      g_test_add (path, ReaFixture, GSIZE_TO_POINTER (i), rea_fixture_set_up, test_lost,
                  rea_fixture_tear_down);
    }
  rea_fixture_add_test ("/sqlite-check/wrong-counters-move-nothing",
                        test_wrong_counters_move_nothing);
  rea_fixture_add_test ("/sqlite-check/who-may", test_who_may);

  return g_test_run ();
}
