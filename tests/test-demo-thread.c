/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-demo-thread.h"

#include "rea-demo-replies.h"

#include <string.h>

#define NOW 1700000000

typedef struct
{
  ReaCampaign *campaign;
  ReaUser     *sender;
  GRand       *rand;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->campaign = rea_campaign_new ("Demo");
  fixture->sender = rea_user_new ("a@example.org");
  fixture->sender->id = 1000;
  fixture->rand = g_rand_new_with_seed (1);
  rea_demo_describe (fixture->campaign);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  rea_campaign_free (fixture->campaign);
  rea_user_free (fixture->sender);
  g_rand_free (fixture->rand);
}

static ReaConversation *
new_contact (void)
{
  ReaConversation *contact = rea_conversation_new ();

  contact->first_name = g_strdup ("Ana");
  contact->last_name = g_strdup ("");

  return contact;
}

/* What the messages say, found by looking at them once more. */
static void
check_against_messages (const ReaDemoThread *thread)
{
  const ReaConversation *conversation = thread->conversation;
  gint64                 waiting_since = REA_TIME_NONE;
  gint64                 last_at = 0;
  gboolean               contact_wrote = FALSE;
  ReaStatus              status = REA_STATUS_NOT_STARTED;

  for (guint i = 0; i < thread->messages->len; i++)
    {
      const ReaMessage *message = g_ptr_array_index (thread->messages, i);

      g_assert_cmpint (message->at, >=, last_at);
      last_at = message->at;

      if (message->out)
        {
          g_assert_cmpint (message->by, ==, thread->sender->id);
          g_assert_cmpint (message->at, <=, thread->until);
          g_assert_null (strchr (message->text, '%'));
          status = contact_wrote ? REA_STATUS_REPLIED : REA_STATUS_MESSAGED;
          waiting_since = REA_TIME_NONE;
        }
      else
        {
          if (waiting_since == REA_TIME_NONE)
            waiting_since = message->at;
          contact_wrote = TRUE;
          status = REA_STATUS_NEEDS_REPLY;
        }
    }

  g_assert_cmpint (conversation->open_status, ==, status);
  g_assert_cmpint (conversation->last_message_at, ==, last_at);
  g_assert_cmpint (conversation->waiting_since, ==, waiting_since);
  g_assert_cmpint (!!(conversation->flags & REA_FLAG_CONTACT_WROTE), ==, contact_wrote);
  g_assert_cmpint (!!(conversation->flags & REA_FLAG_SURVEY_OPEN), ==,
                   contact_wrote && thread->answers->len < thread->campaign->questions->len);
}

static void
play (Fixture *fixture, ReaStatus status, gboolean written, gpointer user_data)
{
  g_autoptr (ReaConversation) conversation = new_contact ();
  g_auto (ReaDemoThread) thread = { .conversation = conversation,
                                    .campaign = fixture->campaign,
                                    .sender = fixture->sender,
                                    .until = NOW,
                                    .rand = fixture->rand,
                                    .written = written };
  guint *opted_out = user_data;

  rea_demo_thread_play (&thread, status, NOW - 60);
  g_assert_cmpint (conversation->status, ==, status);

  if (written)
    check_against_messages (&thread);
  else
    g_assert_cmpuint (thread.messages->len + thread.answers->len, ==, 0);

  g_assert_cmpint (conversation->last_message_at == REA_TIME_NONE, ==,
                   status == REA_STATUS_NOT_STARTED);
  *opted_out += !!(conversation->flags & REA_FLAG_OPTED_OUT);
}

static void
test_statuses (Fixture *fixture, gconstpointer data)
{
  for (ReaStatus status = 0; status < REA_N_STATUSES; status++)
    {
      guint opted_out = 0;
      guint unwritten = 0;

      for (int i = 0; i < 500; i++)
        {
          play (fixture, status, TRUE, &opted_out);
          play (fixture, status, FALSE, &unwritten);
        }

      /* Only a message opts out, and closes with it. */
      g_assert_cmpuint (unwritten, ==, 0);
      if (status == REA_STATUS_CLOSED)
        g_assert_cmpuint (opted_out, >, 100);
      else
        g_assert_cmpuint (opted_out, ==, 0);
    }
}

/* Nobody writes after they left; the contact's answer may come later. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 200; i++)
    {
      g_autoptr (ReaConversation) conversation = new_contact ();
      g_auto (ReaDemoThread) thread = { .conversation = conversation,
                                        .campaign = fixture->campaign,
                                        .sender = fixture->sender,
                                        .until = NOW - 3600,
                                        .rand = fixture->rand,
                                        .written = TRUE };

      rea_demo_thread_play (&thread, REA_STATUS_NEEDS_REPLY, NOW - 1800);
      check_against_messages (&thread);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/demo-thread/statuses", Fixture, NULL, set_up, test_statuses, tear_down);
  g_test_add ("/demo-thread/gone", Fixture, NULL, set_up, test_gone, tear_down);

  return g_test_run ();
}
