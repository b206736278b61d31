/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "thread-stage.h"

#include "rea-session-private.h"

static gint64
get_revision (ThreadStage *self)
{
  g_autoptr (ReaCampaign) campaign = stage_get_campaign (self->store, self->campaign);

  return campaign->revision;
}

/* A draft survives what happens around it: a move, and that its writer is no sender of
 * the campaign any more. Sending is refused with who has it.
 */
static void
test_draft_survives (ThreadStage *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) thread_error = NULL;
  g_autoptr (ReaResult) result = NULL;
  gint64 revision = get_revision (self);

  thread_stage_save (self, self->ann, self->there, "I was about to say");
  g_assert_cmpint (get_revision (self), ==, revision);
  thread_stage_assert_draft (self, self->ann, self->there, "I was about to say");

  thread_stage_give (self, "bo@example.org");
  g_assert_null (thread_stage_send_written (self, self->ann, self->there, "I say", -1, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
  g_assert_cmpstr (error->message, ==, "This conversation is now with bo.");
  g_assert_null (
      rea_session_get_thread (self->ann, self->campaign, self->there, 200, NULL, &thread_error));
  g_assert_error (thread_error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
  g_assert_cmpstr (thread_error->message, ==, "This conversation is now with bo.");

  thread_stage_save (self, self->ann, self->there, "I was about to say more");
  g_clear_error (&error);
  result = rea_session_remove_sender (self->owner, self->campaign, "ann@example.org", NULL, NULL,
                                      NULL, &error);
  g_assert_no_error (error);
  thread_stage_save (self, self->ann, self->there, "I was about to say much more");
  stage_add_sender (self->store, self->campaign, self->ann_id);

  /* Bo's own is another. */
  thread_stage_assert_draft (self, self->bo, self->there, NULL);
  thread_stage_give (self, "ann@example.org");
  thread_stage_assert_draft (self, self->ann, self->there, "I was about to say much more");
}

/* Gone with the text that is sent, and with no other. */
static void
test_draft_goes (ThreadStage *self, gconstpointer data)
{
  g_autofree char *too_long = g_strnfill (2000, 'a');
  const char      *bad[] = { "", " ", too_long, "\xff" };
  g_autoptr (GError) error = NULL;
  g_autofree char *sent = NULL;

  thread_stage_save (self, self->ann, self->there, "Hello Yan");
  thread_stage_save (self, self->ann, self->here, "Hello Zoë");
  thread_stage_save (self, self->mod, self->there, "Hello from me");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) refused = NULL;

      g_assert_null (
          thread_stage_send_written (self, self->ann, self->there, bad[i], -1, &refused));
      g_assert_error (refused, REA_ERROR, REA_ERROR_INVALID);
    }
  thread_stage_assert_draft (self, self->ann, self->there, "Hello Yan");

  sent = thread_stage_send_written (self, self->ann, self->there, "Hello Yan!", -1, &error);
  g_assert_no_error (error);
  thread_stage_assert_draft (self, self->ann, self->there, NULL);
  thread_stage_assert_draft (self, self->ann, self->here, "Hello Zoë");
  thread_stage_assert_draft (self, self->mod, self->there, "Hello from me");

  thread_stage_save (self, self->ann, self->here, "");
  thread_stage_assert_draft (self, self->ann, self->here, NULL);
}

/* Nobody else's business: neither who was never a sender there nor a bad text. */
static void
test_draft_refused (ThreadStage *self, gconstpointer data)
{
  g_autoptr (ReaSession) cy = NULL;
  g_autoptr (GError) stranger = NULL;
  g_autoptr (GError) nothing = NULL;
  g_autoptr (GError) invalid = NULL;

  stage_add_user (self->store, "cy@example.org", REA_ROLE_SENDER);
  cy = scratch_open (&self->scratch, "cy@example.org");
  g_assert_false (rea_session_save_draft (cy, self->campaign, self->here, "Hi", &stranger));
  g_assert_error (stranger, REA_ERROR, REA_ERROR_NOT_PERMITTED);
  g_assert_false (rea_session_save_draft (self->ann, self->campaign, 4711, "Hi", &nothing));
  g_assert_error (nothing, REA_ERROR, REA_ERROR_NOT_FOUND);
  g_assert_false (rea_session_save_draft (self->ann, self->campaign, self->here, "\xff", &invalid));
  g_assert_error (invalid, REA_ERROR, REA_ERROR_INVALID);
}

/* In a line: contact, who has it, what. */
static char *
describe (ThreadStage *self, ReaSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = rea_session_list_left_drafts (session, self->campaign, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < drafts->len; i++)
    {
      const ReaLeftDraft *draft = g_ptr_array_index (drafts, i);

      g_assert_cmpint (draft->conversation, ==,
                       g_str_equal (draft->first_name, "Zoë") ? self->here : self->there);
      g_assert_cmpstr (draft->phone, ==,
                       g_str_equal (draft->first_name, "Zoë") ? "+12025550101" : "+12025550102");
      g_string_append_printf (text, "%s at %s: %s;", draft->first_name,
                              draft->holder_name != NULL ? draft->holder_name : "nobody",
                              draft->text);
    }

  return g_string_free (text, FALSE);
}

#define ASSERT_LEFT(session, expected)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *left_text = describe (self, session);                                         \
    g_assert_cmpstr (left_text, ==, expected);                                                     \
  }                                                                                                \
  G_STMT_END

/* Those in conversations that have gone, and one's own only. */
static void
test_left (ThreadStage *self, gconstpointer data)
{
  thread_stage_save (self, self->ann, self->here, "Hello Zoë");
  thread_stage_save (self, self->bo, self->there, "Never mine");
  ASSERT_LEFT (self->ann, "");

  scratch_set_clock (SCRATCH_NOW + 1);
  thread_stage_save (self, self->ann, self->there, "Hello Yan");
  thread_stage_give (self, "bo@example.org");
  ASSERT_LEFT (self->ann, "Yan at bo: Hello Yan;Zoë at bo: Hello Zoë;");
  ASSERT_LEFT (self->bo, "");

  /* It can be changed, and thrown away. */
  scratch_set_clock (SCRATCH_NOW + 2);
  thread_stage_save (self, self->ann, self->here, "Hi Zoë");
  thread_stage_save (self, self->ann, self->there, "");
  ASSERT_LEFT (self->ann, "Zoë at bo: Hi Zoë;");

  thread_stage_give (self, NULL);
  ASSERT_LEFT (self->ann, "Zoë at nobody: Hi Zoë;");
  ASSERT_LEFT (self->bo, "Yan at nobody: Never mine;");

  thread_stage_give (self, "ann@example.org");
  ASSERT_LEFT (self->ann, "");
  thread_stage_assert_draft (self, self->ann, self->here, "Hi Zoë");
}

/* Of this campaign, in any state of it. */
static void
test_left_elsewhere (ThreadStage *self, gconstpointer data)
{
  gint64 other = stage_add_campaign (self->store, "Autumn", REA_STATE_ACTIVE);
  gint64 there;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  stage_add_sender (self->store, other, self->ann_id);
  stage_add_sender (self->store, other, self->bo_id);
  there = stage_add_contact (self->store, other, "+12025550101", "Zoë", self->bo_id,
                             REA_STATUS_NOT_STARTED, 0, NULL);
  rea_session_save_draft (self->ann, other, there, "In autumn", &error);
  g_assert_no_error (error);
  thread_stage_save (self, self->ann, self->here, "In spring");
  ASSERT_LEFT (self->ann, "");

  stage_set_state (self->store, other, REA_STATE_ARCHIVED);
  drafts = rea_session_list_left_drafts (self->ann, other, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, 1);
}

/* Whoever may write anywhere leaves none behind; a stranger is told nothing. */
static void
test_left_of_others (ThreadStage *self, gconstpointer data)
{
  g_autoptr (ReaSession) cy = NULL;
  g_autoptr (GError) stranger = NULL;
  g_autoptr (GError) nothing = NULL;

  thread_stage_save (self, self->mod, self->here, "Hello Zoë");
  ASSERT_LEFT (self->mod, "");

  stage_add_user (self->store, "cy@example.org", REA_ROLE_SENDER);
  cy = scratch_open (&self->scratch, "cy@example.org");
  g_assert_null (rea_session_list_left_drafts (cy, self->campaign, &stranger));
  g_assert_error (stranger, REA_ERROR, REA_ERROR_NOT_PERMITTED);
  g_assert_null (rea_session_list_left_drafts (self->owner, 4711, &nothing));
  g_assert_error (nothing, REA_ERROR, REA_ERROR_NOT_FOUND);
}

static void
assert_listed (ThreadStage *self, ReaSession *session, const char *here, const char *there)
{
  g_autoptr (ReaFilter) all = rea_filter_new ();
  g_autoptr (GError) error = NULL;

  for (ReaSort sort = REA_SORT_ID; sort <= REA_SORT_WAITING; sort++)
    {
      g_autoptr (ReaPage) page = rea_session_list_conversations (session, self->campaign, all, sort,
                                                                 NULL, 0, 10, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (page->conversations->len, ==, 2);
      for (guint i = 0; i < 2; i++)
        {
          const ReaConversation *listed = g_ptr_array_index (page->conversations, i);

          g_assert_cmpstr (listed->draft, ==, listed->id == self->here ? here : there);
        }
    }
}

/* In a page each reader finds their own. */
static void
test_listed (ThreadStage *self, gconstpointer data)
{
  thread_stage_save (self, self->ann, self->here, "Hello Zoë");
  thread_stage_save (self, self->mod, self->here, "From me");
  thread_stage_save (self, self->mod, self->there, "And me");
  assert_listed (self, self->ann, "Hello Zoë", NULL);
  assert_listed (self, self->mod, "From me", "And me");
  assert_listed (self, self->owner, NULL, NULL);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, ThreadStage, NULL, thread_stage_set_up, func, thread_stage_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/session-drafts/survives", test_draft_survives);
  ADD ("/session-drafts/goes", test_draft_goes);
  ADD ("/session-drafts/refused", test_draft_refused);
  ADD ("/session-drafts/listed", test_listed);
  ADD ("/session-drafts/left", test_left);
  ADD ("/session-drafts/left-elsewhere", test_left_elsewhere);
  ADD ("/session-drafts/left-of-others", test_left_of_others);

  return g_test_run ();
}
