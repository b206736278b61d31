/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-campaign-edit.h"

#include "rea-error.h"

static void
set_text (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static ReaCampaign *
make_spring (void)
{
  ReaCampaign *campaign = rea_campaign_new ("Spring");

  campaign->initial_message = g_strdup ("Hi");

  return campaign;
}

/* Sets each part to something else. */
static void
turn (ReaCampaign *campaign, ReaCampaignPart part)
{
  switch (part)
    {
    case REA_PART_TITLE:
      set_text (&campaign->title, "Summer");
      break;
    case REA_PART_STATE:
      campaign->state = REA_STATE_PAUSED;
      break;
    case REA_PART_WINDOW_START:
      campaign->window_start = 100;
      break;
    case REA_PART_WINDOW_END:
      campaign->window_end = 200;
      break;
    case REA_PART_TIME_ZONE:
      set_text (&campaign->time_zone, "Europe/Berlin");
      break;
    case REA_PART_HOURS:
      campaign->hours_end = 20 * 60;
      break;
    case REA_PART_SELF_ASSIGN:
      campaign->batch = 7;
      break;
    case REA_PART_COUNTRY:
      set_text (&campaign->country, "DE");
      break;
    case REA_PART_MESSAGE:
      set_text (&campaign->initial_message, NULL);
      break;
    case REA_PART_QUESTIONS:
      g_ptr_array_add (campaign->questions, rea_question_new ("age", "How old?", NULL));
      break;
    case REA_PART_CANNED_REPLIES:
      g_ptr_array_add (campaign->canned_replies, rea_canned_reply_new ("Thanks", "Thank you!"));
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Each part is set by itself, and touches no other. */
static void
test_parts (void)
{
  for (guint part = 0; part < REA_N_PARTS; part++)
    {
      g_autoptr (ReaCampaign) before = make_spring ();
      g_autoptr (ReaCampaign) now = make_spring ();
      g_autoptr (ReaCampaignEdit) edit = rea_campaign_edit_new (before);
      g_autoptr (GError) error = NULL;

      g_assert_false (rea_campaign_edit_touches_any (edit));
      turn (edit->values, part);
      g_assert_true (rea_campaign_edit_touches_any (edit));

      for (guint other = 0; other < REA_N_PARTS; other++)
        {
          g_assert_cmpint (rea_campaign_edit_touches (edit, other), ==, other == part);
          if (other != part)
            turn (now, other);
        }

      g_assert_true (rea_campaign_edit_apply (now, edit, &error));
      g_assert_no_error (error);

      /* What others set meanwhile stays, and what was wanted is set. */
      for (guint other = 0; other < REA_N_PARTS; other++)
        g_assert_false (rea_campaign_part_equal (now, before, other));
    }
}

static void
test_both (void)
{
  g_autoptr (ReaCampaign) before = make_spring ();
  g_autoptr (ReaCampaign) now = make_spring ();
  g_autoptr (ReaCampaignEdit) edit = rea_campaign_edit_new (before);
  g_autoptr (ReaCampaignEdit) copy = NULL;
  g_autoptr (GError) error = NULL;

  set_text (&edit->values->title, "Summer");
  set_text (&now->title, "Autumn");
  set_text (&now->country, "FR");

  g_assert_false (rea_campaign_edit_apply (now, edit, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_CHANGED);
  g_assert_cmpstr (now->title, ==, "Autumn");
  g_clear_error (&error);

  /* Who has seen it may want it nevertheless; what was not touched follows. */
  g_assert_cmpuint (rea_campaign_edit_rebase (edit, now), ==, 1u << REA_PART_TITLE);
  g_assert_cmpstr (edit->values->title, ==, "Summer");
  g_assert_cmpstr (edit->values->country, ==, "FR");
  g_assert_false (rea_campaign_edit_touches (edit, REA_PART_COUNTRY));

  copy = rea_campaign_edit_copy (edit);
  g_assert_true (rea_campaign_edit_apply (now, copy, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (now->title, ==, "Summer");
}

/* Two who want the same don't stand in each other's way. */
static void
test_same (void)
{
  g_autoptr (ReaCampaign) before = make_spring ();
  g_autoptr (ReaCampaign) now = make_spring ();
  g_autoptr (ReaCampaignEdit) edit = rea_campaign_edit_new (before);
  g_autoptr (GError) error = NULL;

  edit->values->state = REA_STATE_CLOSED;
  now->state = REA_STATE_CLOSED;
  g_assert_true (rea_campaign_edit_apply (now, edit, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (rea_campaign_edit_rebase (edit, now), ==, 0);
  g_assert_false (rea_campaign_edit_touches_any (edit));
}

static void
test_hours_that_are_not_there (void)
{
  g_autoptr (ReaCampaign) one = make_spring ();
  g_autoptr (ReaCampaign) other = make_spring ();

  one->has_hours = other->has_hours = FALSE;
  other->hours_start = 1;
  g_assert_true (rea_campaign_part_equal (one, other, REA_PART_HOURS));
  other->has_hours = TRUE;
  g_assert_false (rea_campaign_part_equal (one, other, REA_PART_HOURS));
}

static void
test_fault (void)
{
  const struct
  {
    const char     *title;
    const char     *zone;
    const char     *country;
    gint64          window_end;
    int             hours_start;
    int             batch;
    ReaCampaignPart part;
  } cases[] = {
    { " ", "UTC", "US", 0, 0, 1, REA_PART_TITLE },
    { "A", "Mars", "US", 0, 0, 1, REA_PART_TIME_ZONE },
    { "A", "UTC", "USA", 0, 0, 1, REA_PART_COUNTRY },
    { "A", "UTC", "US", 99, 0, 1, REA_PART_WINDOW_END },
    { "A", "UTC", "US", 0, 22 * 60, 1, REA_PART_HOURS },
    { "A", "UTC", "US", 0, 0, 5001, REA_PART_SELF_ASSIGN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ReaCampaign) campaign = make_spring ();
      g_autoptr (GError) error = NULL;
      ReaCampaignPart part;

      set_text (&campaign->title, cases[i].title);
      set_text (&campaign->time_zone, cases[i].zone);
      set_text (&campaign->country, cases[i].country);
      campaign->window_start = 100;
      campaign->window_end = cases[i].window_end;
      campaign->hours_start = cases[i].hours_start;
      campaign->batch = cases[i].batch;

      g_assert_true (rea_campaign_find_fault (campaign, &part, &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
      g_assert_cmpint (part, ==, cases[i].part);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/campaign-edit/parts", test_parts);
  g_test_add_func ("/campaign-edit/both", test_both);
  g_test_add_func ("/campaign-edit/same", test_same);
  g_test_add_func ("/campaign-edit/hours-that-are-not-there", test_hours_that_are_not_there);
  g_test_add_func ("/campaign-edit/fault", test_fault);

  return g_test_run ();
}
