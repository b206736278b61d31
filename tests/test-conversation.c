/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-conversation.h"

/* What becomes of a conversation, a letter for each step: S a sender's message,
 * C the contact's, x closed, r reopened, o opted out.
 */
static ReaConversation *
play (ReaConversation *start, const char *steps)
{
  ReaConversation *conversation = start != NULL ? start : rea_conversation_new ();
  gint64           at = 100;

  for (const char *step = steps; *step != '\0'; step++, at++)
    switch (*step)
      {
      case 'S':
        rea_conversation_sent (conversation, at);
        break;
      case 'C':
        rea_conversation_received (conversation, at);
        break;
      case 'x':
        rea_conversation_close (conversation);
        break;
      case 'r':
        rea_conversation_reopen (conversation);
        break;
      case 'o':
        rea_conversation_opt_out (conversation);
        break;
      default:
        g_assert_not_reached ();
      }

  return conversation;
}

static const struct
{
  const char *steps;
  ReaStatus   status;
  gint64      waiting_since; /* the first step is at 100, the next at 101, … */
} cases[] = {
  { "", REA_STATUS_NOT_STARTED, 0 },
  { "S", REA_STATUS_MESSAGED, 0 },
  { "SS", REA_STATUS_MESSAGED, 0 },
  { "C", REA_STATUS_NEEDS_REPLY, 100 },
  { "SC", REA_STATUS_NEEDS_REPLY, 101 },
  { "SCS", REA_STATUS_REPLIED, 0 },
  { "CS", REA_STATUS_REPLIED, 0 },
  { "SCSS", REA_STATUS_REPLIED, 0 },
  { "SCSC", REA_STATUS_NEEDS_REPLY, 103 },

  /* A further message doesn't reset waiting, nor does closing, which is no answer. */
  { "SCC", REA_STATUS_NEEDS_REPLY, 101 },
  { "SCCC", REA_STATUS_NEEDS_REPLY, 101 },
  { "SCxr", REA_STATUS_NEEDS_REPLY, 101 },
  { "SCxC", REA_STATUS_NEEDS_REPLY, 101 },
  { "SCxCxr", REA_STATUS_NEEDS_REPLY, 101 },
  { "SCSCC", REA_STATUS_NEEDS_REPLY, 103 },

  { "x", REA_STATUS_CLOSED, 0 },
  { "SCx", REA_STATUS_CLOSED, 0 },
  { "xx", REA_STATUS_CLOSED, 0 },
  { "xr", REA_STATUS_NOT_STARTED, 0 },
  { "xrr", REA_STATUS_NOT_STARTED, 0 },
  { "r", REA_STATUS_NOT_STARTED, 0 },
  { "Sr", REA_STATUS_MESSAGED, 0 },
  { "Sxr", REA_STATUS_MESSAGED, 0 },
  { "SCSxr", REA_STATUS_REPLIED, 0 },

  /* A message opens a closed one. */
  { "xS", REA_STATUS_MESSAGED, 0 },
  { "xC", REA_STATUS_NEEDS_REPLY, 101 },
  { "SCSxS", REA_STATUS_REPLIED, 0 },
  { "SxC", REA_STATUS_NEEDS_REPLY, 102 },

  /* Unless the contact opted out. */
  { "o", REA_STATUS_CLOSED, 0 },
  { "SCo", REA_STATUS_CLOSED, 0 },
  { "oo", REA_STATUS_CLOSED, 0 },
  { "oC", REA_STATUS_CLOSED, 0 },
  { "SCoC", REA_STATUS_CLOSED, 0 },
};

static void
test_statuses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ReaConversation) conversation = play (NULL, cases[i].steps);

      g_test_message ("%s", cases[i].steps);
      g_assert_cmpint (conversation->status, ==, cases[i].status);
      g_assert_cmpint (rea_conversation_get_waiting_since (conversation), ==,
                       cases[i].waiting_since);
    }
}

static void
test_opted_out (void)
{
  g_autoptr (ReaConversation) conversation = rea_conversation_new ();

  conversation->flags = REA_FLAG_MARKED;
  rea_conversation_opt_out (conversation);
  g_assert_cmpint (conversation->flags, ==, REA_FLAG_OPTED_OUT);

  rea_conversation_received (conversation, 100);
  g_assert_cmpint (conversation->flags, ==,
                   REA_FLAG_OPTED_OUT | REA_FLAG_WROTE_AFTER_OPT_OUT | REA_FLAG_CONTACT_WROTE);
  g_assert_cmpint (conversation->last_message_at, ==, 100);
}

static ReaConversation *
make_imported (ReaStatus status, ReaConversationFlags flags, gint64 waiting_since)
{
  ReaConversation *conversation = rea_conversation_new ();

  conversation->status = status;
  conversation->open_status = status;
  conversation->flags = flags;
  conversation->waiting_since = waiting_since;

  return conversation;
}

/* Reopening gives what the messages say, without any what was imported. */
static void
test_reopened_after_import (void)
{
  for (int status = 0; status < REA_N_STATUSES; status++)
    {
      g_autoptr (ReaConversation) conversation = play (make_imported (status, 0, 50), "xr");

      g_assert_cmpint (conversation->status, ==, status);
    }

  {
    g_autoptr (ReaConversation) replied =
        play (make_imported (REA_STATUS_NEEDS_REPLY, REA_FLAG_CONTACT_WROTE, 50), "Sxr");
    g_autoptr (ReaConversation) messaged = play (make_imported (REA_STATUS_CLOSED, 0, 0), "Sxr");
    g_autoptr (ReaConversation) needs_reply =
        play (make_imported (REA_STATUS_REPLIED, REA_FLAG_CONTACT_WROTE, 0), "Cxr");

    g_assert_cmpint (replied->status, ==, REA_STATUS_REPLIED);
    g_assert_cmpint (messaged->status, ==, REA_STATUS_MESSAGED);
    g_assert_cmpint (needs_reply->status, ==, REA_STATUS_NEEDS_REPLY);
  }
}

/* Since when an imported one waits stays, until a sender answers. */
static void
test_waiting_after_import (void)
{
  g_autoptr (ReaConversation) conversation =
      make_imported (REA_STATUS_NEEDS_REPLY, REA_FLAG_CONTACT_WROTE, 50);

  play (conversation, "CxrC");
  g_assert_cmpint (rea_conversation_get_waiting_since (conversation), ==, 50);
  play (conversation, "SC");
  g_assert_cmpint (rea_conversation_get_waiting_since (conversation), ==, 101);
}

/* Messages count in the order in which they are recorded, whatever their times. */
static void
test_order_of_recording (void)
{
  g_autoptr (ReaConversation) conversation = rea_conversation_new ();

  rea_conversation_received (conversation, 500);
  rea_conversation_sent (conversation, 400);
  g_assert_cmpint (conversation->status, ==, REA_STATUS_REPLIED);
  g_assert_cmpint (conversation->last_message_at, ==, 400);

  rea_conversation_received (conversation, 300);
  g_assert_cmpint (conversation->status, ==, REA_STATUS_NEEDS_REPLY);
  g_assert_cmpint (conversation->waiting_since, ==, 300);
}

/* Whatever is seen of a left draft tells it apart; when it was written is not. */
static void
test_left_drafts (void)
{
  const ReaLeftDraft draft = {
    7, (char *) "+12025550101", (char *) "Zoë", (char *) "Lee", (char *) "Bo", 1000, (char *) "Hi"
  };
  ReaLeftDraft others[] = { draft, draft, draft, draft, draft, draft };
  ReaLeftDraft later = draft;

  others[0].conversation = 8;
  others[1].phone = (char *) "+12025550102";
  others[2].first_name = (char *) "";
  others[3].last_name = (char *) "";
  others[4].holder_name = NULL;
  others[5].text = (char *) "Hi!";
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (rea_left_draft_equal (&draft, &others[i]));

  later.at = 2000;
  g_assert_true (rea_left_draft_equal (&draft, &later));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/conversation/statuses", test_statuses);
  g_test_add_func ("/conversation/opted-out", test_opted_out);
  g_test_add_func ("/conversation/reopened-after-import", test_reopened_after_import);
  g_test_add_func ("/conversation/waiting-after-import", test_waiting_after_import);
  g_test_add_func ("/conversation/order-of-recording", test_order_of_recording);
  g_test_add_func ("/conversation/left-drafts", test_left_drafts);

  return g_test_run ();
}
