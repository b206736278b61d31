/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes in that should not, and what goes out that must not: beneath the window,
 * where every client passes.
 *
 * An empty message and one that is too long: test-sending.c. A word that opts out, in
 * every wording: test-opt-out.c. Opt-outs of an import: test-contacts-import.c. A clock
 * that is changed under a heartbeat: test-heartbeat.c.
 */
#include "stage.h"

#define N_TEXTS G_N_ELEMENTS (texts)

/* None of these is anything but text. */
static const char *const texts[] = {
  "<b>Yes</b> & no",
  "&amp; &lt;i&gt; &#65;",
  "<span foreground=\"red\">no</span>",
  "</label><script>alert (1)</script>",
  "Robert'); DROP TABLE message; --",
  "%s %n %d %1$s {0} ${HOME} $(id) `id`",
  "a\\nb\\u0041 \\",
  "  two  spaces \t and a tab  ",
  "a line\nand another\r\nand one more\n",
  "=1+1",
  "\u202eright to left\u202c",
  "zero\u200bwidth \ufeff",
  "Zoe\u0308 is not Zo\u00eb",
  "👩‍👩‍👧‍👦 🏳️‍🌈",
  "--quiet",
  "null",
};

typedef struct
{
  Scratch     scratch;
  ReaStore   *store;
  ReaSession *owner;
  ReaSession *mo; /* a moderator */
  ReaSession *ann;
  gint64      ann_id;
  gint64      campaign;
  gint64      n_phones;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  scratch_set_up (&self->scratch);
  self->owner = scratch_create (&self->scratch);
  self->store = stage_open (&self->scratch);
  self->ann_id = stage_add_user (self->store, "ann@example.org", REA_ROLE_SENDER);
  stage_add_user (self->store, "mo@example.org", REA_ROLE_MODERATOR);
  self->campaign = stage_add_campaign (self->store, "Spring", REA_STATE_ACTIVE);
  stage_add_sender (self->store, self->campaign, self->ann_id);
  self->ann = scratch_open (&self->scratch, "ann@example.org");
  self->mo = scratch_open (&self->scratch, "mo@example.org");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  scratch_assert_sound (self->owner);
  g_clear_object (&self->ann);
  g_clear_object (&self->mo);
  g_clear_object (&self->owner);
  g_clear_object (&self->store);
  scratch_tear_down (&self->scratch);
}

static gint64
add_campaign (Fixture *self, const char *title, ReaState state)
{
  gint64 campaign = stage_add_campaign (self->store, title, state);

  stage_add_sender (self->store, campaign, self->ann_id);

  return campaign;
}

static gint64
add (Fixture *self, gint64 campaign, const char *phone)
{
  g_autofree char *next = g_strdup_printf ("+1202555%04d", (int) self->n_phones++);

  return stage_add_contact (self->store, campaign, phone != NULL ? phone : next, "Zoë",
                            self->ann_id, REA_STATUS_NOT_STARTED, 0, NULL);
}

static ReaConversation *
receive (Fixture *self, gint64 campaign, gint64 conversation, const char *text, gint64 at)
{
  g_autoptr (GError) error = NULL;
  ReaConversation *after =
      rea_session_receive (self->owner, campaign, conversation, text, at, NULL, &error);

  g_assert_no_error (error);

  return after;
}

static void
receive_and_drop (Fixture *self, gint64 conversation, const char *text)
{
  g_autoptr (ReaConversation) after = receive (self, self->campaign, conversation, text, 0);
}

static void
test_to_nobody (Fixture *self, gconstpointer data)
{
  const gint64 nobody[] = { 0, -1, 999999, G_MAXINT64 };

  for (guint i = 0; i < G_N_ELEMENTS (nobody); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) in_error = NULL;

      g_test_message ("%" G_GINT64_FORMAT, nobody[i]);
      g_assert_null (
          rea_session_send (self->owner, self->campaign, nobody[i], "Hi", 0, NULL, &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
      g_assert_null (
          rea_session_receive (self->owner, self->campaign, nobody[i], "Hi", 0, NULL, &in_error));
      g_assert_error (in_error, REA_ERROR, REA_ERROR_NOT_FOUND);
    }
}

/* Kept to the letter, both ways, and read back so. */
static void
test_to_the_letter (Fixture *self, gconstpointer data)
{
  gint64 id = add (self, self->campaign, NULL);
  g_autoptr (GPtrArray) messages = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autoptr (ReaConversation) after = receive (self, self->campaign, id, texts[i], 0);
      g_autoptr (ReaConversation) answered = NULL;

      /* What stands between two % and is no name is text, too. */
      answered = rea_session_send (self->ann, self->campaign, id, texts[i], 0, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (answered);
    }

  messages = rea_session_list_messages (self->ann, self->campaign, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (messages->len, ==, 2 * N_TEXTS);
  for (guint i = 0; i < messages->len; i++)
    {
      const ReaMessage *message = messages->pdata[i];

      g_assert_cmpint (message->out, ==, i % 2 == 1);
      g_assert_cmpstr (message->text, ==, texts[i / 2]);
    }
}

/* What an escape goes before takes two of the 153 places; one more is too many. */
static void
test_limit (Fixture *self, gconstpointer data)
{
  const struct
  {
    const char *text;
    guint       most; /* so often it fits into ten segments */
  } cases[] = {
    { "a", 1530 }, { "é", 1530 }, { "Ω", 1530 }, { "€", 760 },  { "{", 760 }, { "}", 760 },
    { "|", 760 },  { "^", 760 },  { "~", 760 },  { "\\", 760 }, { "[", 760 }, { "]", 760 },
    { "ç", 670 },  { "”", 670 },  { "я", 670 },  { "👍", 330 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint more = 0; more < 2; more++)
      {
        gint64 id = add (self, self->campaign, NULL);
        g_autoptr (GString) text = g_string_new (NULL);
        g_autoptr (GError) error = NULL;
        g_autoptr (ReaConversation) after = NULL;

        for (guint n = 0; n < cases[i].most + more; n++)
          g_string_append (text, cases[i].text);

        g_test_message ("%u × %s", cases[i].most + more, cases[i].text);
        after = rea_session_send (self->ann, self->campaign, id, text->str, 0, NULL, &error);
        if (more == 0)
          g_assert_no_error (error);
        else
          g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
      }
}

/* A contact is heard in every state, and so is that they want no more. */
static void
test_every_state (Fixture *self, gconstpointer data)
{
  for (guint state = 0; state < REA_N_STATES; state++)
    {
      g_autofree char *title = g_strdup_printf ("State %u", state);
      gint64           campaign = add_campaign (self, title, state);
      gint64           talks = add (self, campaign, NULL);
      gint64           stops = add (self, campaign, NULL);
      gint64           may_stop = add (self, campaign, NULL);
      g_autoptr (ReaConversation) talked = receive (self, campaign, talks, "Hello", 0);
      g_autoptr (ReaConversation) stopped = receive (self, campaign, stops, "STOP!!", 0);
      g_autoptr (ReaConversation) marked = receive (self, campaign, may_stop, "please stop", 0);
      g_autoptr (ReaConversation) after = receive (self, campaign, stops, "Are you there?", 0);
      g_autoptr (ReaOverview) overview = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rea_state_to_string (state));
      g_assert_cmpint (talked->status, ==, REA_STATUS_NEEDS_REPLY);
      g_assert_cmpint (stopped->status, ==, REA_STATUS_CLOSED);
      g_assert_true (stopped->flags & REA_FLAG_OPTED_OUT);
      g_assert_cmpint (marked->status, ==, REA_STATUS_NEEDS_REPLY);
      g_assert_true (marked->flags & REA_FLAG_MARKED);
      g_assert_cmpint (after->status, ==, REA_STATUS_CLOSED);
      g_assert_true (after->flags & REA_FLAG_WROTE_AFTER_OPT_OUT);

      overview = rea_session_get_overview (self->mo, campaign, &error);
      g_assert_no_error (error);
      g_assert_cmpint (overview->campaign->opted_out, ==, 1);
      g_assert_cmpint (overview->campaign->marked, ==, 1);
      g_assert_cmpint (overview->campaign->wrote_after_opt_out, ==, 1);
      g_assert_cmpint (overview->counts.n[REA_STATUS_CLOSED], ==, 1);
      g_assert_cmpint (overview->counts.n[REA_STATUS_NEEDS_REPLY], ==, 2);
    }
}

static void
assert_counts (Fixture *self, gint64 campaign, gint64 opted_out, gint64 marked, gint64 closed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaOverview) overview = rea_session_get_overview (self->mo, campaign, &error);

  g_assert_no_error (error);
  g_assert_cmpint (overview->campaign->opted_out, ==, opted_out);
  g_assert_cmpint (overview->campaign->marked, ==, marked);
  g_assert_cmpint (overview->counts.n[REA_STATUS_CLOSED], ==, closed);
}

/* A marked message waits for a person: a moderator says that it is one, or that it is none. */
static void
test_marked_by_moderator (Fixture *self, gconstpointer data)
{
  gint64 other = add_campaign (self, "Other", REA_STATE_PAUSED);
  gint64 is_one = add (self, self->campaign, "+12025550190");
  gint64 same = add (self, other, "+12025550190");
  gint64 is_none = add (self, self->campaign, NULL);
  g_autoptr (ReaConversation) decided = NULL;
  g_autoptr (ReaConversation) dismissed = NULL;
  g_autoptr (ReaConversation) elsewhere = NULL;
  g_autoptr (ReaConversation) sent = NULL;
  g_autoptr (GError) error = NULL;

  receive_and_drop (self, is_one, "I want to opt out of this");
  receive_and_drop (self, is_none, "We have got to STOP this bill");
  receive_and_drop (self, is_none, "Count me in");
  assert_counts (self, self->campaign, 0, 2, 0);

  /* An answer decides nothing. */
  sent = rea_session_send (self->ann, self->campaign, is_none, "Great!", 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (sent->flags & REA_FLAG_MARKED);

  decided = rea_session_opt_out (self->mo, self->campaign, is_one, &error);
  g_assert_no_error (error);
  g_assert_cmpint (decided->holder, ==, self->ann_id);
  assert_counts (self, self->campaign, 1, 1, 1);
  assert_counts (self, other, 1, 0, 1);
  elsewhere = stage_get_conversation (self->store, other, same);
  g_assert_cmpint (elsewhere->status, ==, REA_STATUS_CLOSED);

  dismissed = rea_session_dismiss_mark (self->mo, self->campaign, is_none, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dismissed->status, ==, REA_STATUS_REPLIED);
  assert_counts (self, self->campaign, 1, 0, 1);
  g_assert_null (rea_session_dismiss_mark (self->mo, self->campaign, is_none, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_WRONG_STATE);
}

/* A message that is recorded with a time to come, and a clock that is put back by a day:
 * what was recorded last stays the last, and nothing waits since tomorrow for ever.
 */
static void
test_future (Fixture *self, gconstpointer data)
{
  gint64 id = add (self, self->campaign, NULL);
  gint64 tomorrow = SCRATCH_NOW + 24 * 60 * 60;
  g_autoptr (ReaConversation) ahead = receive (self, self->campaign, id, "Hi", tomorrow);
  g_autoptr (ReaConversation) now = receive (self, self->campaign, id, "Hi again", SCRATCH_NOW);
  g_autoptr (ReaConversation) kept = NULL;
  g_autoptr (ReaConversation) answered = NULL;
  g_autoptr (ReaConversation) later = NULL;
  g_autoptr (ReaOverview) overview = NULL;
  g_autoptr (ReaPage) page = NULL;
  g_autoptr (ReaFilter) waits = rea_filter_new ();
  g_autoptr (GError) error = NULL;

  /* The first that nobody has answered is what it waits since, whatever comes after it. */
  g_assert_cmpint (ahead->waiting_since, ==, tomorrow);
  g_assert_cmpint (now->waiting_since, ==, tomorrow);
  kept = rea_session_get_conversation (self->ann, self->campaign, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept->last_text, ==, "Hi again");

  /* It is listed, and does not count as having waited long. */
  overview = rea_session_get_overview (self->owner, self->campaign, &error);
  g_assert_no_error (error);
  g_assert_cmpint (overview->waiting_since, ==, tomorrow);
  waits->waiting_minutes = 30;
  page = rea_session_list_conversations (self->owner, self->campaign, waits, REA_SORT_WAITING, NULL,
                                         0, 10, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page->conversations->len, ==, 0);

  answered = rea_session_send (self->ann, self->campaign, id, "Hello", SCRATCH_NOW, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (answered->status, ==, REA_STATUS_REPLIED);
  later = receive (self, self->campaign, id, "Thanks", SCRATCH_NOW + 1);
  g_assert_cmpint (later->waiting_since, ==, SCRATCH_NOW + 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/bad-input/to-nobody", test_to_nobody);
  ADD ("/bad-input/to-the-letter", test_to_the_letter);
  ADD ("/bad-input/limit", test_limit);
  ADD ("/bad-input/every-state", test_every_state);
  ADD ("/bad-input/marked-by-moderator", test_marked_by_moderator);
  ADD ("/bad-input/future", test_future);
#undef ADD

  return g_test_run ();
}
