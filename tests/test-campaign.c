/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-campaign.h"

#include "rea-error.h"

static void
test_defaults (void)
{
  g_autoptr (ReaCampaign) campaign = rea_campaign_new ("Spring");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (campaign->state, ==, REA_STATE_DRAFT);
  g_assert_cmpint (campaign->window_start, ==, REA_TIME_NONE);
  g_assert_cmpint (campaign->window_end, ==, REA_TIME_NONE);
  g_assert_true (campaign->has_hours);
  g_assert_cmpint (campaign->hours_start, ==, 9 * 60);
  g_assert_cmpint (campaign->hours_end, ==, 21 * 60);
  g_assert_false (campaign->self_assign);
  g_assert_cmpint (campaign->batch, ==, 300);
  g_assert_cmpstr (campaign->country, ==, "US");
  g_assert_null (campaign->initial_message);

  g_assert_true (rea_campaign_validate (campaign, &error));
  g_assert_no_error (error);
}

static void
test_status_text (void)
{
  static const char closed[] = "Campaign is currently closed.";
  static const char passed[] = "Initial message sending window has passed.";
  const struct
  {
    ReaState    state;
    gint64      start;
    gint64      end;
    const char *text;
  } cases[] = {
    { REA_STATE_DRAFT, 0, 0, NULL },        { REA_STATE_DRAFT, 0, 500, NULL },
    { REA_STATE_ACTIVE, 0, 0, NULL },       { REA_STATE_ACTIVE, 0, 1001, NULL },
    { REA_STATE_ACTIVE, 0, 1000, passed },  { REA_STATE_ACTIVE, 0, 999, passed },
    { REA_STATE_ACTIVE, 2000, 3000, NULL }, { REA_STATE_PAUSED, 0, 0, closed },
    { REA_STATE_PAUSED, 0, 500, closed },   { REA_STATE_CLOSED, 0, 0, closed },
    { REA_STATE_ARCHIVED, 0, 0, closed },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ReaCampaign) campaign = rea_campaign_new ("Spring");

      campaign->state = cases[i].state;
      campaign->window_start = cases[i].start;
      campaign->window_end = cases[i].end;
      g_assert_cmpstr (rea_campaign_get_status_text (campaign, 1000), ==, cases[i].text);
    }
}

/* start ≤ T < end; a side that is not set doesn't hold anything up. */
static void
test_window (void)
{
  const struct
  {
    gint64   start;
    gint64   end;
    gboolean open;
  } cases[] = {
    { 0, 0, TRUE },        { 1000, 0, TRUE }, { 1001, 0, FALSE },   { 0, 1001, TRUE },
    { 0, 1000, FALSE },    { 999, 0, TRUE },  { 1000, 1001, TRUE }, { 500, 1000, FALSE },
    { 1001, 2000, FALSE }, { 1, 2000, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ReaCampaign) campaign = rea_campaign_new ("Spring");

      campaign->window_start = cases[i].start;
      campaign->window_end = cases[i].end;
      g_assert_cmpint (rea_campaign_window_is_open (campaign, 1000), ==, cases[i].open);
    }
}

static void
fill (ReaCampaign *campaign)
{
  const char *answers[] = { "Yes", "No", NULL };

  campaign->initial_message = g_strdup ("Hi %FirstName%");
  g_ptr_array_add (campaign->questions, rea_question_new ("support", "Do you?", answers));
  g_ptr_array_add (campaign->questions, rea_question_new ("note", "What else?", NULL));
  g_ptr_array_add (campaign->canned_replies, rea_canned_reply_new ("Thanks", "Thank you!"));
}

/* A copy has nothing in common with what it was made of. */
static void
test_copy (void)
{
  ReaCampaign *campaign = rea_campaign_new ("Spring");
  g_autoptr (ReaCampaign) copy = NULL;
  const ReaQuestion *question;

  fill (campaign);
  copy = rea_campaign_copy (campaign);
  rea_campaign_free (campaign);

  g_assert_cmpstr (copy->title, ==, "Spring");
  g_assert_cmpstr (copy->initial_message, ==, "Hi %FirstName%");
  g_assert_cmpuint (copy->questions->len, ==, 2);
  g_assert_cmpuint (copy->canned_replies->len, ==, 1);

  question = rea_campaign_find_question (copy, "support");
  g_assert_nonnull (question);
  g_assert_cmpstr (question->text, ==, "Do you?");
  g_assert_cmpuint (g_strv_length (question->answers), ==, 2);
  g_assert_cmpuint (g_strv_length (rea_campaign_find_question (copy, "note")->answers), ==, 0);
  g_assert_null (rea_campaign_find_question (copy, "Support"));
  g_assert_null (rea_campaign_find_question (copy, ""));
}

static void
set_text (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

/* Breaks one rule after the other; each @n has its own. */
static gboolean
spoil (ReaCampaign *campaign, int n)
{
  switch (n)
    {
    case 0:
      set_text (&campaign->title, "");
      return TRUE;
    case 1:
      set_text (&campaign->title, " \t ");
      return TRUE;
    case 2:
      set_text (&campaign->title, "\xff");
      return TRUE;
    case 3:
      set_text (&campaign->time_zone, "Mars/Olympus");
      return TRUE;
    case 4:
      set_text (&campaign->time_zone, "");
      return TRUE;
    case 5:
      campaign->window_start = campaign->window_end = 1000;
      return TRUE;
    case 6:
      campaign->window_start = 1001;
      campaign->window_end = 1000;
      return TRUE;
    case 7:
      campaign->hours_end = campaign->hours_start;
      return TRUE;
    case 8:
      campaign->hours_start = -1;
      return TRUE;
    case 9:
      campaign->hours_start = campaign->hours_end + 1;
      return TRUE;
    case 10:
      campaign->hours_end = 24 * 60 + 1;
      return TRUE;
    case 11:
      campaign->batch = 0;
      return TRUE;
    case 12:
      campaign->batch = 5001;
      return TRUE;
    case 13:
      g_ptr_array_add (campaign->questions, rea_question_new ("", "?", NULL));
      return TRUE;
    case 14:
      g_ptr_array_add (campaign->questions, rea_question_new ("note", "Twice?", NULL));
      return TRUE;
    case 15:
      set_text (&campaign->country, "");
      return TRUE;
    case 16:
      set_text (&campaign->country, "USA");
      return TRUE;
    case 17:
      set_text (&campaign->country, "us");
      return TRUE;
    case 18:
      set_text (&campaign->initial_message, "\xc3(");
      return TRUE;
    default:
      return FALSE;
    }
}

static void
test_validate (void)
{
  int n;

  for (n = 0;; n++)
    {
      g_autoptr (ReaCampaign) campaign = rea_campaign_new ("Spring");
      g_autoptr (GError) error = NULL;

      fill (campaign);
      g_assert_true (rea_campaign_validate (campaign, &error));
      g_assert_no_error (error);

      if (!spoil (campaign, n))
        break;

      g_test_message ("%d", n);
      g_assert_false (rea_campaign_validate (campaign, &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
    }

  g_assert_cmpint (n, ==, 19);
}

static void
test_valid_edges (void)
{
  g_autoptr (ReaCampaign) campaign = rea_campaign_new ("Spring");
  g_autoptr (GError) error = NULL;

  campaign->hours_start = 0;
  campaign->hours_end = 24 * 60;
  campaign->batch = 5000;
  campaign->window_start = 1000;
  campaign->window_end = 1001;
  set_text (&campaign->time_zone, "Asia/Kolkata");
  set_text (&campaign->country, "IN");
  g_assert_true (rea_campaign_validate (campaign, &error));
  g_assert_no_error (error);

  campaign->hours_start = 24 * 60 - 1;
  campaign->batch = 1;
  g_assert_true (rea_campaign_validate (campaign, &error));
  g_assert_no_error (error);

  /* Hours that are not there are not looked at. */
  campaign->has_hours = FALSE;
  campaign->hours_start = campaign->hours_end = -1;
  g_assert_true (rea_campaign_validate (campaign, &error));
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/campaign/defaults", test_defaults);
  g_test_add_func ("/campaign/status-text", test_status_text);
  g_test_add_func ("/campaign/window", test_window);
  g_test_add_func ("/campaign/copy", test_copy);
  g_test_add_func ("/campaign/validate", test_validate);
  g_test_add_func ("/campaign/valid-edges", test_valid_edges);

  return g_test_run ();
}
