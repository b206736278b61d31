/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-demo-replies.h"

#include "rea-sending.h"
#include "rea-template.h"

/* What is sent can be sent: no unknown variable, not too long. */
static void
check_sendable (const char *template)
{
  g_autoptr (ReaConversation) contact = rea_conversation_new ();
  g_autoptr (ReaUser) sender = rea_user_new ("a@example.org");
  g_autoptr (ReaVariables) variables = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_free (contact->first_name);
  contact->first_name = g_strdup ("Małgorzata");
  variables = rea_variables_new (contact, sender);
  text = rea_template_fill (template, variables, &error);
  g_assert_no_error (error);
  rea_sending_check_text (text, &error);
  g_assert_no_error (error);
}

static void
test_replies (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int i = 0; i < 200; i++)
    for (ReaDemoMood mood = 0; mood < REA_DEMO_N_MOODS; mood++)
      if (mood == REA_DEMO_STOP)
        g_assert_null (rea_demo_pick_reply (rand, mood));
      else
        check_sendable (rea_demo_pick_reply (rand, mood));

  check_sendable (rea_demo_get_initial_message ());
}

static void
test_campaign (void)
{
  g_autoptr (ReaCampaign) campaign = rea_campaign_new ("Demo");
  g_autoptr (GError) error = NULL;
  const ReaQuestion *support;

  rea_demo_describe (campaign);
  campaign->state = REA_STATE_ACTIVE;
  rea_campaign_validate (campaign, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (campaign->questions->len, ==, 2);
  g_assert_cmpuint (campaign->canned_replies->len, >=, 5);

  for (guint i = 0; i < campaign->canned_replies->len; i++)
    check_sendable (((ReaCannedReply *) g_ptr_array_index (campaign->canned_replies, i))->text);

  /* Every answer that a mood leads to can be given. */
  support = rea_campaign_find_question (campaign, "support");
  for (ReaDemoMood mood = 0; mood < REA_DEMO_N_MOODS; mood++)
    {
      const char *answer = rea_demo_get_answer (mood);

      g_assert_true (answer == NULL ||
                     g_strv_contains ((const char *const *) support->answers, answer));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-replies/replies", test_replies);
  g_test_add_func ("/demo-replies/campaign", test_campaign);

  return g_test_run ();
}
