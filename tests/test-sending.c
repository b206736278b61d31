/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds a message up, in the order of rules.md, "Sending". */
#include "rea-sending.h"

#include "stage.h"

#include <string.h>

#define HOUR (60 * 60)

/* What can be wrong, in the order in which it is said, and what is said then. */
enum
{
  NOT_THEIRS,
  NOT_ACTIVE,
  OPTED_OUT,
  SHUT,
  OUT_OF_WINDOW,
  BAD_TEXT,
  N_REASONS
};

static const struct
{
  ReaError    code;
  const char *message;
} reasons[N_REASONS] = {
  [NOT_THEIRS] = { REA_ERROR_NOT_PERMITTED, "This conversation is now with bo." },
  [NOT_ACTIVE] = { REA_ERROR_WRONG_STATE, "The campaign is paused." },
  [OPTED_OUT] = { REA_ERROR_WRONG_STATE, "The contact has opted out and gets no more messages." },
  [SHUT] = { REA_ERROR_WRONG_STATE,
             "It is 22:13 where the contact is; messages are sent from 09:00 to 21:00." },
  [OUT_OF_WINDOW] = { REA_ERROR_WRONG_STATE,
                      "The initial message sending window has passed; it ended on "
                      "2023-11-14 21:13 UTC." },
  [BAD_TEXT] = { REA_ERROR_INVALID, "The message is empty." },
};

typedef struct
{
  Scratch     scratch;
  ReaStore   *store;
  ReaSession *session; /* Ann's, a sender */
  gint64      campaign;
  gint64      ann;
  gint64      bo;
  gint64      n_phones;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (ReaSession) owner = NULL;

  scratch_set_up (&self->scratch);
  owner = scratch_create (&self->scratch);
  self->store = stage_open (&self->scratch);
  self->ann = stage_add_user (self->store, "ann@example.org", REA_ROLE_SENDER);
  self->bo = stage_add_user (self->store, "bo@example.org", REA_ROLE_SENDER);
  self->campaign = stage_add_campaign (self->store, "Spring", REA_STATE_ACTIVE);
  stage_add_sender (self->store, self->campaign, self->ann);
  stage_add_sender (self->store, self->campaign, self->bo);
  self->session = scratch_open (&self->scratch, "ann@example.org");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->session);
  g_clear_object (&self->store);
  scratch_tear_down (&self->scratch);
}

static gint64
add (Fixture *self, gint64 holder, ReaStatus status, ReaConversationFlags flags, const char *zone)
{
  g_autoptr (ReaConversation) more = rea_conversation_new ();
  g_autofree char *phone = g_strdup_printf ("+1202555%04d", (int) self->n_phones++);

  more->open_status = (flags & REA_FLAG_OPTED_OUT) != 0 ? REA_STATUS_NOT_STARTED : status;
  more->time_zone = g_strdup (zone);
  more->last_name = g_strdup ("Miller");

  return stage_add_contact (self->store, self->campaign, phone, "Zoë", holder, status, flags, more);
}

static void
save (Fixture *self, const ReaCampaign *campaign)
{
  g_autoptr (GError) error = NULL;

  stage_begin (self->store, REA_STORE_WRITE);
  rea_store_update_campaign (self->store, campaign, &error);
  g_assert_no_error (error);
  stage_commit (self->store);
}

/* The text that is recorded, or NULL. */
static char *
send_at (Fixture *self, gint64 conversation, const char *text, gint64 at, GError **error)
{
  g_autoptr (ReaMessage) message = NULL;
  g_autoptr (ReaConversation) after =
      rea_session_send (self->session, self->campaign, conversation, text, at, &message, error);

  g_assert_cmpint (after != NULL, ==, message != NULL);

  return message != NULL ? g_strdup (message->text) : NULL;
}

static gboolean
can_send (Fixture *self, gint64 conversation, gint64 at)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sent = send_at (self, conversation, "Hi", at, &error);

  if (sent == NULL)
    g_assert_error (error, REA_ERROR, REA_ERROR_WRONG_STATE);

  return sent != NULL;
}

/* Whatever is wrong together, the first is what is said: each pair, and more. */
static void
test_order (Fixture *self, gconstpointer data)
{
  gint64 conversations[4];

  for (int i = 0; i < 4; i++)
    {
      gboolean opted_out = (i & 2) != 0;

      conversations[i] = add (self, (i & 1) != 0 ? self->bo : self->ann,
                              opted_out ? REA_STATUS_CLOSED : REA_STATUS_NOT_STARTED,
                              opted_out ? REA_FLAG_OPTED_OUT : 0, NULL);
    }

  for (int wrong = 1; wrong < 1 << N_REASONS; wrong++)
    {
      g_autoptr (ReaCampaign) campaign = stage_get_campaign (self->store, self->campaign);
      int which = ((wrong >> NOT_THEIRS) & 1) | ((wrong >> OPTED_OUT) & 1) << 1;
      int first = 0;
      g_autoptr (GError) error = NULL;

      while ((wrong & (1 << first)) == 0)
        first++;

      campaign->state = wrong & (1 << NOT_ACTIVE) ? REA_STATE_PAUSED : REA_STATE_ACTIVE;
      campaign->has_hours = (wrong & (1 << SHUT)) != 0;
      campaign->window_end = wrong & (1 << OUT_OF_WINDOW) ? SCRATCH_NOW - HOUR : REA_TIME_NONE;
      save (self, campaign);

      g_test_message ("%x", wrong);
      g_assert_null (
          send_at (self, conversations[which], wrong & (1 << BAD_TEXT) ? " \n" : "Hi", 0, &error));
      g_assert_error (error, REA_ERROR, (int) reasons[first].code);
      g_assert_cmpstr (error->message, ==, reasons[first].message);
    }
}

/* With nothing wrong it goes, and only then is anything recorded. */
static void
test_sent (Fixture *self, gconstpointer data)
{
  gint64 id = add (self, self->ann, REA_STATUS_NOT_STARTED, 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaMessage) message = NULL;
  g_autoptr (ReaConversation) after = NULL;
  g_autoptr (ReaConversation) kept = NULL;
  g_autoptr (GPtrArray) messages = NULL;

  after = rea_session_send (self->session, self->campaign, id, "Hi %FirstName%, %SenderFirstName%",
                            SCRATCH_NOW - 5, &message, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (message->text, ==, "Hi Zoë, ann");
  g_assert_cmpint (message->by, ==, self->ann);
  g_assert_cmpstr (message->by_email, ==, "ann@example.org");
  g_assert_cmpint (message->at, ==, SCRATCH_NOW - 5);
  g_assert_cmpint (after->status, ==, REA_STATUS_MESSAGED);
  g_assert_cmpint (after->last_message_at, ==, SCRATCH_NOW - 5);

  kept = stage_get_conversation (self->store, self->campaign, id);
  g_assert_cmpint (kept->status, ==, REA_STATUS_MESSAGED);
  g_assert_cmpint (kept->last_message_at, ==, SCRATCH_NOW - 5);
  g_assert_cmpint (kept->holder, ==, self->ann);

  messages = rea_session_list_messages (self->session, self->campaign, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (messages->len, ==, 1);
  g_assert_cmpstr (((const ReaMessage *) messages->pdata[0])->text, ==, "Hi Zoë, ann");
}

/* By the time that is given, not by the clock; the end is no longer within. */
static void
test_window_edges (Fixture *self, gconstpointer data)
{
  g_autoptr (ReaCampaign) campaign = stage_get_campaign (self->store, self->campaign);
  const struct
  {
    gint64   at;
    gboolean open;
  } cases[] = {
    { SCRATCH_NOW + 999, FALSE },  { SCRATCH_NOW + 1000, TRUE },  { SCRATCH_NOW + 1999, TRUE },
    { SCRATCH_NOW + 2000, FALSE }, { SCRATCH_NOW + 2001, FALSE }, { REA_TIME_NONE, FALSE },
  };

  campaign->window_start = SCRATCH_NOW + 1000;
  campaign->window_end = SCRATCH_NOW + 2000;
  save (self, campaign);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = add (self, self->ann, REA_STATUS_NOT_STARTED, 0, NULL);

      g_assert_cmpint (can_send (self, id, cases[i].at), ==, cases[i].open);
    }
}

static void
test_window_says_when (Fixture *self, gconstpointer data)
{
  g_autoptr (ReaCampaign) campaign = stage_get_campaign (self->store, self->campaign);
  gint64 id = add (self, self->ann, REA_STATUS_NOT_STARTED, 0, NULL);
  g_autoptr (GError) error = NULL;

  campaign->window_start = SCRATCH_NOW + HOUR;
  g_free (campaign->time_zone);
  campaign->time_zone = g_strdup ("America/New_York");
  save (self, campaign);

  g_assert_null (send_at (self, id, "Hi", 0, &error));
  g_assert_cmpstr (error->message, ==,
                   "The initial message sending window begins on 2023-11-14 18:13 EST.");
}

/* The window is for initial messages: where something was written, here or before
 * the import, it holds nothing up.
 */
static void
test_window_is_for_initial (Fixture *self, gconstpointer data)
{
  g_autoptr (ReaCampaign) campaign = stage_get_campaign (self->store, self->campaign);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaConversation) received = NULL;
  g_autoptr (ReaConversation) closed = NULL;
  gint64 fresh = add (self, self->ann, REA_STATUS_NOT_STARTED, 0, NULL);
  gint64 shut = add (self, self->ann, REA_STATUS_NOT_STARTED, 0, NULL);

  campaign->window_end = SCRATCH_NOW;
  save (self, campaign);

  g_assert_false (can_send (self, fresh, 0));
  received = rea_session_receive (self->session, self->campaign, fresh, "Hello?", 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (can_send (self, fresh, 0));
  g_assert_true (can_send (self, fresh, 0));

  closed = rea_session_close_conversation (self->session, self->campaign, shut, &error);
  g_assert_no_error (error);
  g_assert_false (can_send (self, shut, 0));

  g_assert_true (can_send (self, add (self, self->ann, REA_STATUS_MESSAGED, 0, NULL), 0));
  g_assert_true (
      can_send (self, add (self, self->ann, REA_STATUS_NEEDS_REPLY, REA_FLAG_CONTACT_WROTE, NULL),
                0));
  g_assert_true (
      can_send (self, add (self, self->ann, REA_STATUS_REPLIED, REA_FLAG_CONTACT_WROTE, NULL), 0));
}

/* In the contact's own time zone, if it was imported, else in the campaign's; and
 * for replies too.
 */
static void
test_hours (Fixture *self, gconstpointer data)
{
  g_autoptr (ReaCampaign) campaign = stage_get_campaign (self->store, self->campaign);
  gint64 here = add (self, self->ann, REA_STATUS_NEEDS_REPLY, REA_FLAG_CONTACT_WROTE, NULL);
  gint64 west = add (self, self->ann, REA_STATUS_NOT_STARTED, 0, "America/Los_Angeles");
  gint64 nine = 1699974000; /* 2023-11-14 15:00 UTC: 10:00 in New York, 7:00 in Los Angeles */
  g_autoptr (GError) error = NULL;

  campaign->has_hours = TRUE;
  campaign->hours_start = 10 * 60;
  campaign->hours_end = 20 * 60 + 30;
  g_free (campaign->time_zone);
  campaign->time_zone = g_strdup ("America/New_York");
  save (self, campaign);

  g_assert_false (can_send (self, here, nine - 1));
  g_assert_true (can_send (self, here, nine));
  g_assert_false (can_send (self, west, nine));
  g_assert_false (can_send (self, west, nine + 3 * HOUR - 1));
  g_assert_true (can_send (self, west, nine + 3 * HOUR));

  g_assert_true (can_send (self, here, nine + 10 * HOUR + 1799));
  g_assert_false (can_send (self, here, nine + 10 * HOUR + 1800));
  g_assert_true (can_send (self, west, nine + 10 * HOUR + 1800));

  g_assert_null (send_at (self, west, "Hi", nine, &error));
  g_assert_cmpstr (error->message, ==,
                   "It is 07:00 where the contact is; messages are sent from 10:00 to 20:30.");
}

/* When it will be possible that is not now: the first moment of all at which it is let
 * through, and none where time alone changes nothing.
 */
static void
test_possible (void)
{
  g_autoptr (ReaCampaign) campaign = rea_campaign_new ("Spring");
  g_autoptr (ReaConversation) contact = rea_conversation_new ();
  const gint64      noon = 1699963200; /* 2023-11-14 12:00 UTC: 7:00 in New York */
  const gint64      starts[] = { REA_TIME_NONE, noon - HOUR, noon + HOUR, noon + 6 * HOUR,
                                 noon + 20 * HOUR };
  const gint64      ends[] = { REA_TIME_NONE, noon, noon + 3 * HOUR, noon + 21 * HOUR,
                               noon + 50 * HOUR };
  const char *const zones[] = { NULL, "America/Los_Angeles", "Europe/Berlin" };

  campaign->state = REA_STATE_ACTIVE;
  g_free (campaign->time_zone);
  campaign->time_zone = g_strdup ("America/New_York");

  for (guint i = 0; i < G_N_ELEMENTS (starts) * G_N_ELEMENTS (ends) * G_N_ELEMENTS (zones) * 2; i++)
    {
      gint64 possible, slowly = noon;

      contact->open_status = contact->status = i % 2 ? REA_STATUS_REPLIED : REA_STATUS_NOT_STARTED;
      g_free (contact->time_zone);
      contact->time_zone = g_strdup (zones[i / 2 % 3]);
      campaign->window_start = starts[i / 6 % 5];
      campaign->window_end = ends[i / 30];

      while (slowly < noon + 72 * HOUR && !rea_sending_check (campaign, contact, slowly, NULL))
        slowly += 60;
      possible = rea_sending_find_possible (campaign, contact, noon);
      if (possible != (slowly < noon + 72 * HOUR ? slowly : REA_TIME_NONE))
        g_error ("%u: %" G_GINT64_FORMAT " and not %" G_GINT64_FORMAT, i, possible, slowly);
    }

  campaign->state = REA_STATE_PAUSED;
  g_assert_cmpint (rea_sending_find_possible (campaign, contact, noon), ==, REA_TIME_NONE);
  campaign->state = REA_STATE_ACTIVE;
  g_assert_cmpint (rea_sending_find_possible (campaign, contact, noon), !=, REA_TIME_NONE);
  contact->flags = REA_FLAG_OPTED_OUT;
  g_assert_cmpint (rea_sending_find_possible (campaign, contact, noon), ==, REA_TIME_NONE);
}

/* The limit is counted with the variables filled in. */
static void
test_text (Fixture *self, gconstpointer data)
{
  gint64           id = add (self, self->ann, REA_STATUS_NOT_STARTED, 0, NULL);
  g_autofree char *ten = g_strnfill (1530, 'a');
  g_autofree char *eleven = g_strnfill (1531, 'a');
  g_autofree char *template = g_strnfill (1525, 'a');
  g_autofree char *grown = g_strconcat (template, "%LastName%", NULL);
  const char      *bad[] = { "", " ", "\n\t", "\u00a0", eleven, grown, "%LastNam%", "\xff" };
  g_autofree char *sent = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_null (send_at (self, id, bad[i], 0, &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }

  {
    g_autoptr (GError) error = NULL;

    g_assert_false (rea_sending_check_text (eleven, &error));
    g_assert_cmpstr (error->message, ==, "The message takes 11 segments; at most 10 are sent.");
  }

  sent = send_at (self, id, ten, 0, NULL);
  g_assert_cmpstr (sent, ==, ten);
}

/* A message in a closed one opens it. */
static void
test_closed_reopens (Fixture *self, gconstpointer data)
{
  gint64 id = add (self, self->ann, REA_STATUS_NEEDS_REPLY, REA_FLAG_CONTACT_WROTE, NULL);
  g_autoptr (ReaConversation) closed =
      rea_session_close_conversation (self->session, self->campaign, id, NULL);
  g_autoptr (ReaConversation) after = NULL;

  g_assert_cmpint (closed->status, ==, REA_STATUS_CLOSED);
  g_assert_true (can_send (self, id, 0));
  after = stage_get_conversation (self->store, self->campaign, id);
  g_assert_cmpint (after->status, ==, REA_STATUS_REPLIED);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/sending/order", test_order);
  ADD ("/sending/sent", test_sent);
  ADD ("/sending/window-edges", test_window_edges);
  ADD ("/sending/window-says-when", test_window_says_when);
  ADD ("/sending/window-is-for-initial", test_window_is_for_initial);
  ADD ("/sending/hours", test_hours);
  g_test_add_func ("/sending/possible", test_possible);
  ADD ("/sending/text", test_text);
  ADD ("/sending/closed-reopens", test_closed_reopens);

  return g_test_run ();
}
