/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-demo.h"

#include "scratch.h"

static ReaCampaign *
add_demo (ReaSession *session, gint64 n_contacts, gint64 n_senders, guint32 seed)
{
  g_autoptr (GError) error = NULL;
  ReaCampaign *campaign =
      rea_session_add_demo (session, n_contacts, n_senders, seed, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return campaign;
}

static ReaPage *
list (ReaSession *session, gint64 campaign, const ReaFilter *filter, const char *after)
{
  g_autoptr (GError) error = NULL;
  ReaPage *page = rea_session_list_conversations (session, campaign, filter, REA_SORT_ID, after, 0,
                                                  1000, NULL, &error);

  g_assert_no_error (error);

  return page;
}

static GPtrArray *
list_messages (ReaSession *session, const ReaConversation *conversation)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *messages =
      rea_session_list_messages (session, conversation->campaign_id, conversation->id, &error);

  g_assert_no_error (error);

  return messages;
}

/* All that the campaign says, with times as seconds before @now. */
static char *
dump (ReaSession *session, gint64 campaign, gint64 now)
{
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autofree char *after = NULL;
  GString         *text = g_string_new (NULL);

  do
    {
      g_autoptr (ReaPage) page = list (session, campaign, filter, after);

      for (guint i = 0; i < page->conversations->len; i++)
        {
          const ReaConversation *c = g_ptr_array_index (page->conversations, i);
          g_autoptr (GPtrArray) messages = list_messages (session, c);

          g_string_append_printf (text, "%s %s|%s|%s %s %d %d %d %d\n", c->phone, c->first_name,
                                  c->last_name, c->fields != NULL ? c->fields : "-",
                                  c->holder_email != NULL ? c->holder_email : "-", c->status,
                                  c->flags,
                                  c->last_message_at != REA_TIME_NONE
                                      ? (int) (now - c->last_message_at)
                                      : -1,
                                  c->waiting_since != REA_TIME_NONE ? (int) (now - c->waiting_since)
                                                                    : -1);

          for (guint j = 0; j < messages->len; j++)
            {
              const ReaMessage *m = g_ptr_array_index (messages, j);

              g_string_append_printf (text, " %d %s %d %s\n", m->out,
                                      m->by_email != NULL ? m->by_email : "-", (int) (now - m->at),
                                      m->text);
            }
        }

      g_free (after);
      after = g_strdup (page->next);
    }
  while (after != NULL);

  return g_string_free (text, FALSE);
}

static char *
make_and_dump (guint32 seed, gint64 now)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaCampaign) campaign = NULL;

  scratch_set_up (&scratch);
  scratch_set_clock (now);
  session = scratch_create (&scratch);
  campaign = add_demo (session, 600, 20, seed);

  return dump (session, campaign->id, now);
}

static void
test_same_seed (void)
{
  g_autofree char *a = make_and_dump (4, SCRATCH_NOW);
  g_autofree char *b = make_and_dump (4, SCRATCH_NOW + 12345);
  g_autofree char *c = make_and_dump (5, SCRATCH_NOW);

  g_assert_cmpstr (a, ==, b);
  g_assert_cmpstr (a, !=, c);
}

/* What the campaign counts as is what its messages say, one by one. */
static void
check_conversation (ReaSession *session, const ReaConversation *c)
{
  g_autoptr (GPtrArray) messages = list_messages (session, c);
  const ReaMessage *last =
      messages->len > 0 ? g_ptr_array_index (messages, messages->len - 1) : NULL;

  switch (c->status)
    {
    case REA_STATUS_NOT_STARTED:
      g_assert_null (last);
      break;
    case REA_STATUS_MESSAGED:
      g_assert_cmpuint (messages->len, ==, 1);
      g_assert_true (last->out);
      break;
    case REA_STATUS_NEEDS_REPLY:
      g_assert_false (last->out);
      g_assert_cmpint (c->waiting_since, <=, last->at);
      break;
    case REA_STATUS_REPLIED:
      g_assert_cmpuint (messages->len, >=, 3);
      g_assert_true (last->out);
      break;
    case REA_STATUS_CLOSED:
    case REA_STATUS_ANY:
    default:
      g_assert_nonnull (last);
      break;
    }

  if (last != NULL)
    {
      g_assert_cmpint (c->last_message_at, ==, last->at);
      g_assert_cmpint (last->at, <=, SCRATCH_NOW);
    }
}

static void
test_consistent (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaCampaign) campaign = NULL;
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autofree char *after = NULL;
  gint64           n = 0;

  scratch_set_up (&scratch);
  session = scratch_create (&scratch);
  campaign = add_demo (session, 2500, 20, 1);
  scratch_assert_sound (session);

  do
    {
      g_autoptr (ReaPage) page = list (session, campaign->id, filter, after);

      for (guint i = 0; i < page->conversations->len; i++, n++)
        check_conversation (session, g_ptr_array_index (page->conversations, i));

      g_free (after);
      after = g_strdup (page->next);
    }
  while (after != NULL);

  g_assert_cmpint (n, ==, 2500);
}

static void
test_lifelike (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaCampaign) campaign = NULL;
  g_autoptr (ReaOverview) overview = NULL;
  g_autoptr (GPtrArray) senders = NULL;
  g_autoptr (GPtrArray) moves = NULL;
  g_autoptr (GError) error = NULL;
  guint n_never = 0, n_gone = 0, n_online = 0, n_busy = 0, n_quick = 0, n_behind = 0;

  scratch_set_up (&scratch);
  session = scratch_create (&scratch);
  campaign = add_demo (session, 5000, 20, 1);

  overview = rea_session_get_overview (session, campaign->id, &error);
  g_assert_no_error (error);
  g_assert_true (campaign->is_demo);
  g_assert_cmpint (campaign->total, ==, 5000);
  g_assert_cmpint (campaign->n_senders, ==, 20);
  for (ReaStatus status = 0; status < REA_N_STATUSES; status++)
    g_assert_cmpint (overview->counts.n[status], >, 150);
  g_assert_cmpint (overview->unassigned.n[REA_STATUS_NOT_STARTED], >, 100);
  g_assert_cmpint (overview->unassigned.n[REA_STATUS_NEEDS_REPLY], >, 10);
  g_assert_cmpint (overview->offline_needs_reply, >, 30);
  g_assert_cmpint (campaign->opted_out, >, 30);
  g_assert_cmpint (campaign->marked, >, 10);
  g_assert_cmpint (campaign->wrote_after_opt_out, >, 3);

  senders = rea_session_list_senders (session, campaign->id, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < senders->len; i++)
    {
      const ReaSender *sender = g_ptr_array_index (senders, i);
      gint64           waits =
          sender->waiting_since == REA_TIME_NONE ? 0 : SCRATCH_NOW - sender->waiting_since;

      n_online += sender->online;
      n_never += sender->user->last_seen == REA_TIME_NONE;
      n_gone += sender->user->last_seen != REA_TIME_NONE &&
                SCRATCH_NOW - sender->user->last_seen > 30 * 60;
      n_busy += sender->sent_15_min > 0;
      n_quick += sender->online && waits < 15 * 60;
      n_behind += sender->online && waits > 45 * 60;
    }
  g_assert_cmpuint (n_never, ==, 3);
  g_assert_cmpuint (n_gone, ==, 5);
  g_assert_cmpuint (n_online, ==, 12);
  g_assert_cmpuint (n_busy, >, 8);
  g_assert_cmpuint (n_quick, >, 3);
  g_assert_cmpuint (n_behind, >, 3);
  g_assert_cmpint (SCRATCH_NOW - overview->waiting_since, >, 2 * 3600);

  moves = rea_session_list_moves (session, campaign->id, 50, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moves->len, ==, 3);
}

static void
opt_out_first (ReaSession *session, gint64 campaign)
{
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (ReaPage) page = NULL;
  g_autoptr (ReaConversation) after = NULL;
  g_autoptr (GError) error = NULL;

  filter->status = REA_STATUS_NOT_STARTED;
  page = list (session, campaign, filter, NULL);
  after = rea_session_opt_out (session, campaign,
                               ((ReaConversation *) g_ptr_array_index (page->conversations, 0))->id,
                               &error);
  g_assert_no_error (error);
}

/* Who said stop cannot be written to, here and in every other campaign. */
static void
test_opted_out (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaCampaign) campaign = NULL;
  g_autoptr (ReaCampaign) again = NULL;
  g_autoptr (ReaCampaign) others = NULL;
  g_autoptr (ReaCampaign) later = NULL;
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (ReaPage) page = NULL;
  g_autoptr (GError) error = NULL;

  scratch_set_up (&scratch);
  session = scratch_create (&scratch);
  campaign = add_demo (session, 1000, 5, 1);
  g_assert_cmpint (campaign->opted_out, >, 10);
  opt_out_first (session, campaign->id);

  /* The same people a second time: one of them more has opted out. */
  again = add_demo (session, 1000, 5, 1);
  g_assert_cmpint (again->opted_out, ==, campaign->opted_out + 1);

  /* Everybody who has a number in a city: who opts out there has here. */
  others = add_demo (session, 26000, 5, 2);
  g_assert_cmpint (others->opted_out, >, again->opted_out);
  later = rea_session_get_campaign (session, campaign->id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (later->opted_out, >, again->opted_out);
  scratch_assert_sound (session);

  filter->flag = REA_FLAG_OPTED_OUT;
  page = list (session, again->id, filter, NULL);

  for (guint i = 0; i < page->conversations->len; i++)
    {
      const ReaConversation *c = g_ptr_array_index (page->conversations, i);
      g_autoptr (GError) refused = NULL;

      g_assert_cmpint (c->status, ==, REA_STATUS_CLOSED);
      g_assert_null (
          rea_session_send (session, again->id, c->id, "Hello", SCRATCH_NOW, NULL, &refused));
      g_assert_error (refused, REA_ERROR, REA_ERROR_WRONG_STATE);
    }
}

/* Whatever time it is, one can go on sending in it. */
static void
test_can_send (void)
{
  for (int hour = 0; hour < 24; hour++)
    {
      g_auto (Scratch) scratch = { 0 };
      g_autoptr (ReaSession) session = NULL;
      g_autoptr (ReaCampaign) campaign = NULL;
      g_autoptr (ReaFilter) filter = rea_filter_new ();
      g_autoptr (ReaPage) page = NULL;
      g_autoptr (ReaConversation) sent = NULL;
      g_autoptr (GError) error = NULL;
      const ReaConversation *first;
      gint64                 now = SCRATCH_NOW + hour * 3600;

      scratch_set_up (&scratch);
      scratch_set_clock (now);
      session = scratch_create (&scratch);
      campaign = add_demo (session, 50, 2, 1);
      filter->status = REA_STATUS_NOT_STARTED;
      page = list (session, campaign->id, filter, NULL);
      first = g_ptr_array_index (page->conversations, 0);
      sent = rea_session_send (session, campaign->id, first->id, campaign->initial_message,
                               now + 30 * 60, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (sent->status, ==, REA_STATUS_MESSAGED);
    }
}

static void
test_titles (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaCampaign) first = NULL;
  g_autoptr (ReaCampaign) second = NULL;
  g_autoptr (ReaCampaign) removed = NULL;
  g_autoptr (ReaCampaign) third = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *numbered = NULL;

  scratch_set_up (&scratch);
  session = scratch_create (&scratch);
  first = add_demo (session, 30, 1, 1);
  second = add_demo (session, 30, 1, 1);
  numbered = g_strconcat (first->title, " 2", NULL);
  g_assert_cmpstr (second->title, ==, numbered);

  removed = rea_session_remove_campaign (session, first->id, &error);
  g_assert_no_error (error);
  third = add_demo (session, 30, 1, 1);
  g_assert_cmpstr (third->title, ==, first->title);
  scratch_assert_sound (session);
}

static void
assert_refused (ReaSession *session, gint64 n_contacts, gint64 n_senders, ReaError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
      rea_session_add_demo (session, n_contacts, n_senders, 1, NULL, NULL, NULL, &error));
  g_assert_error (error, REA_ERROR, (int) code);
}

static void
cancel (gint64 done, gint64 total, gpointer user_data)
{
  if (done > 0)
    g_cancellable_cancel (user_data);
}

/* Refused or cancelled, nothing is left behind. */
static void
test_refused (void)
{
  static const ReaRole roles[] = { REA_ROLE_SENDER, REA_ROLE_MODERATOR };
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) campaigns = NULL;
  g_autoptr (GPtrArray) users = NULL;
  g_autoptr (GError) error = NULL;

  scratch_set_up (&scratch);
  session = scratch_create (&scratch);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *email = g_strdup_printf ("user%u@example.org", i);
      g_autoptr (ReaUser) user = rea_session_add_user (session, email, "", "", roles[i], &error);
      g_autoptr (ReaSession) other = NULL;

      g_assert_no_error (error);
      other = scratch_open (&scratch, email);
      assert_refused (other, 10, 1, REA_ERROR_NOT_PERMITTED);
    }

  assert_refused (session, 0, 1, REA_ERROR_INVALID);
  assert_refused (session, -5, 1, REA_ERROR_INVALID);
  assert_refused (session, 10, 0, REA_ERROR_INVALID);
  assert_refused (session, G_MAXINT64, 1, REA_ERROR_INVALID);
  assert_refused (session, 10, G_MAXINT64, REA_ERROR_INVALID);

  g_assert_null (
      rea_session_add_demo (session, 20000, 5, 1, cancel, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  campaigns = rea_session_list_campaigns (session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (campaigns->len, ==, 0);
  users = rea_session_list_users (session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (users->len, ==, 3);
}

/* In a large one most only count, as imported ones do. */
static void
test_large (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaCampaign) campaign = NULL;
  g_autoptr (ReaOverview) overview = NULL;
  g_autoptr (GError) error = NULL;

  scratch_set_up (&scratch);
  session = scratch_create (&scratch);
  campaign = add_demo (session, 60000, 150, 1);
  scratch_assert_sound (session);

  overview = rea_session_get_overview (session, campaign->id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (campaign->total, ==, 60000);
  g_assert_cmpint (overview->counts.n[REA_STATUS_NEEDS_REPLY], >, 2000);
  g_assert_cmpint (campaign->opted_out, >, 100);
  g_assert_cmpint (campaign->opted_out, <, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/same-seed", test_same_seed);
  g_test_add_func ("/demo/consistent", test_consistent);
  g_test_add_func ("/demo/lifelike", test_lifelike);
  g_test_add_func ("/demo/opted-out", test_opted_out);
  g_test_add_func ("/demo/can-send", test_can_send);
  g_test_add_func ("/demo/titles", test_titles);
  g_test_add_func ("/demo/refused", test_refused);
  g_test_add_func ("/demo/large", test_large);

  return g_test_run ();
}
