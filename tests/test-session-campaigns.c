/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stage.h"

#include <string.h>

typedef struct
{
  Scratch     scratch;
  ReaStore   *store;
  ReaSession *owner;
  gint64      ann;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  scratch_set_up (&self->scratch);
  self->owner = scratch_create (&self->scratch);
  self->store = stage_open (&self->scratch);
  self->ann = stage_add_user (self->store, "ann@example.org", REA_ROLE_SENDER);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  scratch_assert_sound (self->owner);
  g_clear_object (&self->owner);
  g_clear_object (&self->store);
  scratch_tear_down (&self->scratch);
}

/* What is to be changed; what is NULL or -1 stays. */
typedef struct
{
  const char *message;
  const char *reply;
  int         state;
  GPtrArray  *questions;
  gboolean    fail;
} Wish;

#define NO_WISH                                                                                    \
  {                                                                                                \
    NULL, NULL, -1, NULL, FALSE                                                                    \
  }

static gboolean
fulfil (ReaCampaign *campaign, gpointer data, GError **error)
{
  const Wish *wish = data;

  if (wish->message != NULL)
    {
      g_free (campaign->initial_message);
      campaign->initial_message = g_strdup (wish->message);
    }
  if (wish->reply != NULL)
    {
      g_ptr_array_set_size (campaign->canned_replies, 0);
      g_ptr_array_add (campaign->canned_replies, rea_canned_reply_new ("Reply", wish->reply));
    }
  if (wish->state >= 0)
    campaign->state = wish->state;
  if (wish->questions != NULL)
    {
      g_ptr_array_unref (campaign->questions);
      campaign->questions = g_ptr_array_ref (wish->questions);
    }

  if (wish->fail)
    g_set_error_literal (error, REA_ERROR, REA_ERROR_USAGE, "The wish fails.");

  return !wish->fail;
}

static gboolean
set (Fixture *self, gint64 campaign, Wish wish, GError **error)
{
  g_autoptr (ReaCampaign) changed =
      rea_session_set_campaign (self->owner, campaign, fulfil, &wish, error);

  if (changed != NULL)
    {
      g_autoptr (ReaCampaign) kept = stage_get_campaign (self->store, campaign);

      g_assert_cmpint (kept->revision, ==, changed->revision);
      g_assert_cmpint (kept->state, ==, changed->state);
      g_assert_cmpstr (kept->initial_message, ==, changed->initial_message);
    }

  return changed != NULL;
}

static void
assert_set (Fixture *self, gint64 campaign, Wish wish)
{
  g_autoptr (GError) error = NULL;

  set (self, campaign, wish, &error);
  g_assert_no_error (error);
}

static void
assert_refused (Fixture *self, gint64 campaign, Wish wish, const char *named)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) before = stage_get_campaign (self->store, campaign);
  g_autoptr (ReaCampaign) after = NULL;

  g_assert_false (set (self, campaign, wish, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, named));

  after = stage_get_campaign (self->store, campaign);
  g_assert_cmpint (after->revision, ==, before->revision);
  g_assert_cmpint (after->state, ==, before->state);
  g_assert_cmpstr (after->initial_message, ==, before->initial_message);
}

static void
test_create (Fixture *self, gconstpointer data)
{
  g_autoptr (ReaCampaign) values = rea_campaign_new ("Spring");
  g_autoptr (ReaCampaign) campaign = NULL;
  g_autoptr (ReaCampaign) got = NULL;
  g_autoptr (GError) error = NULL;

  values->id = 77;
  values->total = 1000;
  values->initial_message = g_strdup ("Hi %City%");
  campaign = rea_session_create_campaign (self->owner, values, &error);
  g_assert_no_error (error);
  g_assert_cmpint (campaign->id, !=, 77);
  g_assert_cmpint (campaign->total, ==, 0);
  g_assert_cmpstr (campaign->initial_message, ==, "Hi %City%");

  got = rea_session_get_campaign (self->owner, campaign->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (got->title, ==, "Spring");
  g_assert_cmpint (got->revision, ==, campaign->revision);
}

/* A campaign that is born active has no contacts, so no fields. */
static void
test_create_active (Fixture *self, gconstpointer data)
{
  g_autoptr (ReaCampaign) values = rea_campaign_new ("Spring");
  g_autoptr (ReaCampaign) campaign = NULL;
  g_autoptr (GPtrArray) campaigns = NULL;
  g_autoptr (GError) error = NULL;

  values->state = REA_STATE_ACTIVE;
  values->initial_message = g_strdup ("Hi %City%");
  g_assert_null (rea_session_create_campaign (self->owner, values, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "%City%"));
  g_clear_error (&error);

  campaigns = rea_session_list_campaigns (self->owner, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (campaigns->len, ==, 0);

  g_free (values->initial_message);
  values->initial_message = g_strdup ("Hi %FirstName%, %senderfirstname%");
  campaign = rea_session_create_campaign (self->owner, values, &error);
  g_assert_no_error (error);
}

static void
add_field (Fixture *self, gint64 campaign, const char *name)
{
  g_autoptr (GError) error = NULL;

  stage_begin (self->store, REA_STORE_WRITE);
  rea_store_add_field (self->store, campaign, name, &error);
  g_assert_no_error (error);
  stage_commit (self->store);
}

/* A draft may name what is yet to be imported, and cannot become active before. */
static void
test_variables (Fixture *self, gconstpointer data)
{
  gint64 id = stage_add_campaign (self->store, "Spring", REA_STATE_DRAFT);
  Wish   wish = NO_WISH;

  wish.message = "Hi %FirstName% of %City%";
  assert_set (self, id, wish);

  wish.message = NULL;
  wish.state = REA_STATE_ACTIVE;
  assert_refused (self, id, wish, "%City%");

  add_field (self, id, "city");
  assert_set (self, id, wish);

  wish.state = -1;
  wish.message = "Hi %Town%";
  assert_refused (self, id, wish, "%Town%");
  wish.message = "Hi %CITY%, 100%% and 5% off";
  assert_set (self, id, wish);
}

/* An active campaign, a paused one, whoever: only a draft may name unknown ones. */
static void
test_variables_by_state (Fixture *self, gconstpointer data)
{
  for (ReaState state = REA_STATE_ACTIVE; state < REA_N_STATES; state++)
    {
      gint64 id = stage_add_campaign (self->store, "Spring", state);
      Wish   message = NO_WISH;
      Wish   reply = NO_WISH;
      Wish   back = NO_WISH;

      message.message = "Hi %City%";
      assert_refused (self, id, message, "%City%");
      reply.reply = "See you in %City%";
      assert_refused (self, id, reply, "%City%");

      back.state = REA_STATE_DRAFT;
      back.message = "Hi %City%";
      back.reply = "See you in %City%";
      assert_set (self, id, back);
    }
}

/* An old text keeps nobody from closing or archiving what never was active. */
static void
test_variables_dont_hold (Fixture *self, gconstpointer data)
{
  gint64 id = stage_add_campaign (self->store, "Spring", REA_STATE_DRAFT);
  Wish   wish = NO_WISH;

  wish.message = "Hi %City%";
  assert_set (self, id, wish);
  wish.message = NULL;

  for (ReaState state = REA_STATE_PAUSED; state < REA_N_STATES; state++)
    {
      wish.state = state;
      assert_set (self, id, wish);
    }

  wish.state = REA_STATE_ACTIVE;
  assert_refused (self, id, wish, "%City%");
}

static void
test_failing_change (Fixture *self, gconstpointer data)
{
  gint64 id = stage_add_campaign (self->store, "Spring", REA_STATE_DRAFT);
  Wish   wish = NO_WISH;
  g_autoptr (ReaCampaign) before = stage_get_campaign (self->store, id);
  g_autoptr (ReaCampaign) after = NULL;
  g_autoptr (GError) error = NULL;

  wish.message = "Hello";
  wish.fail = TRUE;
  g_assert_false (set (self, id, wish, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_USAGE);

  after = stage_get_campaign (self->store, id);
  g_assert_null (after->initial_message);
  g_assert_cmpint (after->revision, ==, before->revision);
}

static guint
count_open_surveys (Fixture *self, gint64 campaign)
{
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (ReaTally) tally = NULL;
  g_autoptr (GError) error = NULL;
  ReaCounts sum;

  filter->flag = REA_FLAG_SURVEY_OPEN;
  tally = rea_session_tally (self->owner, campaign, filter, NULL, &error);
  g_assert_no_error (error);
  sum = rea_tally_sum (tally);

  return rea_counts_total (&sum);
}

static GPtrArray *
make_questions (const char *names)
{
  const char *answers[] = { "Yes", "No", NULL };
  g_auto (GStrv) parts = g_strsplit (names, " ", -1);
  GPtrArray *questions = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_question_free);

  for (guint i = 0; parts[i] != NULL && *names != '\0'; i++)
    g_ptr_array_add (questions, rea_question_new (parts[i], "?", answers));

  return questions;
}

/* Which surveys are open is seen anew when the questions change. */
static void
test_questions (Fixture *self, gconstpointer data)
{
  gint64 id = stage_add_campaign (self->store, "Spring", REA_STATE_ACTIVE);
  gint64 wrote = stage_add_contact (self->store, id, "+12025550101", "Zoë", self->ann,
                                    REA_STATUS_NEEDS_REPLY, REA_FLAG_CONTACT_WROTE, NULL);
  const struct
  {
    const char *names;
    guint       n_open;
  } steps[] = { { "", 0 }, { "support", 2 }, { "support help", 2 }, { "support", 1 },
                { "", 0 }, { "help", 2 },    { "support", 1 } };

  stage_add_sender (self->store, id, self->ann);
  stage_add_contact (self->store, id, "+12025550102", "Yan", self->ann, REA_STATUS_MESSAGED, 0,
                     NULL);
  stage_add_contact (self->store, id, "+12025550103", "Xi", self->ann, REA_STATUS_REPLIED,
                     REA_FLAG_CONTACT_WROTE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GPtrArray) questions = make_questions (steps[i].names);
      Wish wish = NO_WISH;

      wish.questions = questions;
      assert_set (self, id, wish);
      g_test_message ("%u", i);
      g_assert_cmpuint (count_open_surveys (self, id), ==, steps[i].n_open);

      if (i == 2)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (ReaConversation) answered =
              rea_session_answer (self->owner, id, wrote, "support", "Yes", &error);

          g_assert_no_error (error);
        }
    }
}

/* By its number or its exact title; where two have it, by the one that is seen. */
static void
test_find (Fixture *self, gconstpointer data)
{
  gint64           spring = stage_add_campaign (self->store, "Spring", REA_STATE_DRAFT);
  gint64           twin = stage_add_campaign (self->store, "Twin", REA_STATE_DRAFT);
  gint64           number = stage_add_campaign (self->store, "1", REA_STATE_DRAFT);
  gint64           year = stage_add_campaign (self->store, "Spring 2025", REA_STATE_DRAFT);
  g_autofree char *as_number = g_strdup_printf ("%d", (int) year);
  g_autoptr (ReaSession) ann = scratch_open (&self->scratch, "ann@example.org");
  g_autoptr (GError) error = NULL;
  const char *missing[] = { "spring", "Spring ", "", "Spr%", "99999999999999999999", "-1" };

  stage_add_campaign (self->store, "Twin", REA_STATE_DRAFT);
  stage_add_sender (self->store, twin, self->ann);

  g_assert_cmpint (rea_session_find_campaign (self->owner, "Spring", &error), ==, spring);
  g_assert_cmpint (rea_session_find_campaign (self->owner, "Spring 2025", &error), ==, year);
  g_assert_cmpint (rea_session_find_campaign (self->owner, as_number, &error), ==, year);
  g_assert_no_error (error);

  /* Digits are a number, even where they are a title. */
  g_assert_cmpint (rea_session_find_campaign (self->owner, "1", &error), ==, 1);
  g_assert_cmpint (number, !=, 1);

  g_assert_cmpint (rea_session_find_campaign (self->owner, "Twin", &error), ==, 0);
  g_assert_error (error, REA_ERROR, REA_ERROR_AMBIGUOUS);
  g_clear_error (&error);
  g_assert_cmpint (rea_session_find_campaign (ann, "Twin", &error), ==, twin);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    {
      g_test_message ("“%s”", missing[i]);
      g_assert_cmpint (rea_session_find_campaign (self->owner, missing[i], &error), ==, 0);
      g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
      g_clear_error (&error);
    }
}

static void
test_list (Fixture *self, gconstpointer data)
{
  gint64 first = stage_add_campaign (self->store, "Zebra", REA_STATE_DRAFT);
  gint64 second = stage_add_campaign (self->store, "Ant", REA_STATE_ACTIVE);
  g_autoptr (ReaSession) ann = scratch_open (&self->scratch, "ann@example.org");
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GError) error = NULL;

  stage_add_sender (self->store, second, self->ann);

  all = rea_session_list_campaigns (self->owner, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpint (((const ReaCampaign *) all->pdata[0])->id, ==, first);

  own = rea_session_list_campaigns (ann, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpint (((const ReaCampaign *) own->pdata[0])->id, ==, second);
}

/* What one sees is not what one sends in. */
static void
test_list_own (Fixture *self, gconstpointer data)
{
  gint64 spring = stage_add_campaign (self->store, "Spring", REA_STATE_DRAFT);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GError) error = NULL;

  stage_add_campaign (self->store, "Fall", REA_STATE_ACTIVE);
  none = rea_session_list_own_campaigns (self->owner, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);

  stage_add_sender (self->store, spring, rea_session_get_user (self->owner)->id);
  own = rea_session_list_own_campaigns (self->owner, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpint (((const ReaCampaign *) own->pdata[0])->id, ==, spring);
}

/* Only what is archived or a demo goes, for good. */
static void
test_remove (Fixture *self, gconstpointer data)
{
  for (int demo = 0; demo < 2; demo++)
    for (ReaState state = 0; state < REA_N_STATES; state++)
      {
        g_autoptr (ReaCampaign) values = rea_campaign_new ("Spring");
        g_autoptr (ReaCampaign) campaign = NULL;
        g_autoptr (ReaCampaign) removed = NULL;
        g_autoptr (GError) error = NULL;

        values->state = state;
        values->is_demo = demo;
        campaign = rea_session_create_campaign (self->owner, values, &error);
        g_assert_no_error (error);

        removed = rea_session_remove_campaign (self->owner, campaign->id, &error);
        if (demo || state == REA_STATE_ARCHIVED)
          {
            g_assert_no_error (error);
            g_assert_cmpint (removed->id, ==, campaign->id);
            g_assert_cmpstr (removed->title, ==, "Spring");
            g_assert_null (rea_session_get_campaign (self->owner, campaign->id, &error));
            g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
          }
        else
          g_assert_error (error, REA_ERROR, REA_ERROR_WRONG_STATE);
      }
}

static void
add_waiting (Fixture *self, gint64 campaign, const char *phone, gint64 holder, gint64 since)
{
  g_autoptr (ReaConversation) more = rea_conversation_new ();

  more->open_status = REA_STATUS_NEEDS_REPLY;
  more->waiting_since = since;
  stage_add_contact (self->store, campaign, phone, "Zoë", holder, REA_STATUS_NEEDS_REPLY,
                     REA_FLAG_CONTACT_WROTE, more);
}

static void
test_overview (Fixture *self, gconstpointer data)
{
  gint64 id = stage_add_campaign (self->store, "Spring", REA_STATE_ACTIVE);
  gint64 bo = stage_add_user (self->store, "bo@example.org", REA_ROLE_SENDER);
  g_autoptr (ReaOverview) empty = NULL;
  g_autoptr (ReaOverview) overview = NULL;
  g_autoptr (GError) error = NULL;

  empty = rea_session_get_overview (self->owner, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rea_counts_total (&empty->counts), ==, 0);
  g_assert_cmpint (empty->waiting_since, ==, REA_TIME_NONE);
  g_assert_cmpint (empty->n_online, ==, 0);

  stage_add_sender (self->store, id, self->ann);
  stage_add_sender (self->store, id, bo);
  add_waiting (self, id, "+12025550101", self->ann, 700);
  add_waiting (self, id, "+12025550102", bo, 600);
  add_waiting (self, id, "+12025550103", bo, 650);
  add_waiting (self, id, "+12025550104", REA_HOLDER_UNASSIGNED, 500);
  stage_add_contact (self->store, id, "+12025550105", "Zoë", REA_HOLDER_UNASSIGNED,
                     REA_STATUS_NOT_STARTED, 0, NULL);
  stage_add_contact (self->store, id, "+12025550106", "Zoë", bo, REA_STATUS_CLOSED,
                     REA_FLAG_OPTED_OUT, NULL);

  stage_begin (self->store, REA_STORE_WRITE);
  g_assert_true (rea_store_set_presence (self->store, self->ann, TRUE, SCRATCH_NOW - 45, &error));
  g_assert_true (rea_store_set_presence (self->store, bo, TRUE, SCRATCH_NOW - 46, &error));
  stage_commit (self->store);

  overview = rea_session_get_overview (self->owner, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (overview->campaign->total, ==, 6);
  g_assert_cmpint (overview->campaign->opted_out, ==, 1);
  g_assert_cmpint (overview->campaign->n_senders, ==, 2);
  g_assert_cmpint (rea_counts_total (&overview->counts), ==, 6);
  g_assert_cmpint (overview->counts.n[REA_STATUS_NEEDS_REPLY], ==, 4);
  g_assert_cmpint (overview->counts.n[REA_STATUS_NOT_STARTED], ==, 1);
  g_assert_cmpint (overview->counts.n[REA_STATUS_CLOSED], ==, 1);
  g_assert_cmpint (rea_counts_total (&overview->unassigned), ==, 2);
  g_assert_cmpint (overview->waiting_since, ==, 500);
  g_assert_cmpint (overview->n_online, ==, 1);
  g_assert_cmpint (overview->offline_needs_reply, ==, 2);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/session-campaigns/create", test_create);
  ADD ("/session-campaigns/create-active", test_create_active);
  ADD ("/session-campaigns/variables", test_variables);
  ADD ("/session-campaigns/variables-by-state", test_variables_by_state);
  ADD ("/session-campaigns/variables-dont-hold", test_variables_dont_hold);
  ADD ("/session-campaigns/failing-change", test_failing_change);
  ADD ("/session-campaigns/questions", test_questions);
  ADD ("/session-campaigns/find", test_find);
  ADD ("/session-campaigns/list", test_list);
  ADD ("/session-campaigns/list-own", test_list_own);
  ADD ("/session-campaigns/remove", test_remove);
  ADD ("/session-campaigns/overview", test_overview);

  return g_test_run ();
}
