/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-fixture.h"

#include <string.h>

static ReaPage *
list (ReaFixture *self, const ReaFilter *filter, ReaSort sort, const char *after, guint limit)
{
  g_autoptr (GError) error = NULL;
  ReaPage *page = rea_session_list_conversations (self->session, self->campaign, filter, sort,
                                                  after, 0, limit, NULL, &error);

  g_assert_no_error (error);

  return page;
}

static void
assert_refused (ReaFixture      *self,
                ReaSession      *session,
                const ReaFilter *filter,
                ReaSort          sort,
                const char      *after,
                ReaError         code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaPage) page = rea_session_list_conversations (session, self->campaign, filter, sort,
                                                             after, 0, 10, NULL, &error);

  g_assert_null (page);
  g_assert_error (error, REA_ERROR, (int) code);
}

/* Names that are equal but for case, or missing, and some who wait equally long. */
static void
fill (ReaFixture *self)
{
  static const char *const names[] = { "Zoë", "zoë", "", "ann", "ANN", "Bo.b", "a b", "李" };
  g_autoptr (GPtrArray) contacts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rea_conversation_free);

  for (int i = 0; i < 40; i++)
    {
      ReaConversation *contact = rea_conversation_new ();

      contact->first_name = g_strdup (names[i * 3 % 8]);
      contact->last_name = g_strdup (names[i % 8]);
      if (i % 3 == 0)
        {
          contact->status = contact->open_status = REA_STATUS_NEEDS_REPLY;
          contact->waiting_since = REA_FIXTURE_NOW - i % 4 * 60;
        }
      g_ptr_array_add (contacts, contact);
    }
  rea_fixture_add_contacts (self, contacts);
}

/* Page by page it is the list, whatever it is sorted by and however long a page is. */
static void
test_tokens (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaFilter) filter = rea_filter_new ();

  fill (self);

  for (int sort = REA_SORT_ID; sort <= REA_SORT_WAITING; sort++)
    for (guint limit = 1; limit <= 41; limit += 4)
      {
        g_autoptr (ReaPage) whole = list (self, filter, sort, NULL, 1000);
        g_autofree char *token = NULL;
        guint            done = 0;

        g_assert_null (whole->next);
        g_assert_cmpuint (whole->conversations->len, ==, 40);

        do
          {
            g_autoptr (ReaPage) page = list (self, filter, sort, token, limit);

            for (guint i = 0; i < page->conversations->len; i++)
              g_assert_cmpint (((ReaConversation *) page->conversations->pdata[i])->id, ==,
                               ((ReaConversation *) whole->conversations->pdata[done + i])->id);
            done += page->conversations->len;
            g_free (token);
            token = g_steal_pointer (&page->next);
            g_assert_true ((token != NULL) == (done < 40));
          }
        while (token != NULL);
      }
}

/* A token belongs to its filter and sort, and to its campaign. */
static void
test_token_of_another_list (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (ReaFilter) other = rea_filter_new ();
  g_autoptr (ReaPage) page = NULL;
  g_autoptr (ReaPage) next = NULL;

  fill (self);
  page = list (self, filter, REA_SORT_ID, NULL, 3);
  next = list (self, filter, REA_SORT_ID, page->next, 3);

  assert_refused (self, self->session, filter, REA_SORT_NAME, page->next, REA_ERROR_INVALID);
  assert_refused (self, self->session, filter, REA_SORT_WAITING, page->next, REA_ERROR_INVALID);
  other->status = REA_STATUS_NOT_STARTED;
  assert_refused (self, self->session, other, REA_SORT_ID, page->next, REA_ERROR_INVALID);
  other->status = REA_STATUS_ANY;
  rea_filter_set_search (other, "ann");
  assert_refused (self, self->session, other, REA_SORT_ID, page->next, REA_ERROR_INVALID);

  self->campaign = rea_fixture_add_campaign (self, "Autumn");
  assert_refused (self, self->session, filter, REA_SORT_ID, page->next, REA_ERROR_INVALID);
}

static void
test_broken_tokens (ReaFixture *self, gconstpointer data)
{
  static const char *const broken[] = { "",      "x",        "....",           "a.b.c.d.e",
                                        "1.2.3", "\xff\xfe", "deadbeef.1.0..", "%s%n.1.1.1.1" };
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (ReaPage) page = NULL;

  fill (self);
  page = list (self, filter, REA_SORT_NAME, NULL, 3);

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    assert_refused (self, self->session, filter, REA_SORT_NAME, broken[i], REA_ERROR_INVALID);

  /* Every way to cut a good one short, or to make it longer, comes to an end. */
  for (gsize length = 0; length < strlen (page->next); length++)
    {
      g_autofree char *cut = g_strndup (page->next, length);
      g_autofree char *flipped = g_strdup (page->next);
      g_autoptr (ReaPage) one = NULL;
      g_autoptr (ReaPage) other = NULL;

      flipped[length] ^= 1;
      one = rea_session_list_conversations (self->session, self->campaign, filter, REA_SORT_NAME,
                                            cut, 0, 3, NULL, NULL);
      other = rea_session_list_conversations (self->session, self->campaign, filter, REA_SORT_NAME,
                                              flipped, 0, 3, NULL, NULL);
    }
}

/* The one behind which a page begins may be gone from the list meanwhile. */
static void
test_token_of_one_that_left (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (ReaPage) whole = NULL;
  g_autoptr (ReaPage) page = NULL;
  g_autoptr (ReaPage) next = NULL;
  g_autoptr (ReaConversation) closed = NULL;
  g_autoptr (GError) error = NULL;

  fill (self);
  filter->status = REA_STATUS_NEEDS_REPLY;
  whole = list (self, filter, REA_SORT_WAITING, NULL, 100);
  page = list (self, filter, REA_SORT_WAITING, NULL, 3);
  closed = rea_session_close_conversation (self->session, self->campaign,
                                           ((ReaConversation *) page->conversations->pdata[2])->id,
                                           &error);
  g_assert_no_error (error);

  next = list (self, filter, REA_SORT_WAITING, page->next, 100);
  g_assert_cmpuint (next->conversations->len, ==, whole->conversations->len - 3);
  g_assert_cmpint (((ReaConversation *) next->conversations->pdata[0])->id, ==,
                   ((ReaConversation *) whole->conversations->pdata[3])->id);
}

static void
test_unknown (ReaFixture *self, gconstpointer data)
{
  static const gint64 unknown[] = { 4711, 0, -1, -5, G_MAXINT64, G_MININT64 };
  const char *const   emails[] = { "nobody@x", NULL };
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  gint64 first = rea_fixture_add (self, 3, REA_STATUS_CLOSED, REA_HOLDER_UNASSIGNED);

  rea_filter_set_senders (filter, emails);
  assert_refused (self, self->session, filter, REA_SORT_ID, NULL, REA_ERROR_NOT_FOUND);
  filter->holder = REA_HOLDER_ANY;

  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ReaRequest) request = rea_request_new ();
      GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

      g_test_message ("%" G_GINT64_FORMAT, unknown[i]);
      g_array_append_val (ids, first);
      g_array_append_val (ids, unknown[i]);
      rea_filter_take_conversations (filter, ids);
      assert_refused (self, self->session, filter, REA_SORT_ID, NULL, REA_ERROR_NOT_FOUND);

      rea_filter_free (request->filter);
      request->filter = rea_filter_copy (filter);
      g_assert_null (
          rea_session_reassign (self->session, self->campaign, request, NULL, -1, NULL, &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
    }
}

/* A sender sees what is theirs, in the list, in the counts and one by one. */
static void
test_own_only (ReaFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaPage) page = NULL;
  g_autoptr (ReaTally) tally = NULL;
  g_autoptr (ReaTally) searched = NULL;
  gint64    a = rea_fixture_add_sender (self, "a@x");
  gint64    b = rea_fixture_add_sender (self, "b@x");
  gint64    mine = rea_fixture_add (self, 2, REA_STATUS_NEEDS_REPLY, a);
  gint64    theirs = rea_fixture_add (self, 3, REA_STATUS_NEEDS_REPLY, b);
  ReaCounts counts;

  rea_fixture_add (self, 4, REA_STATUS_NEEDS_REPLY, REA_HOLDER_UNASSIGNED);
  session = rea_fixture_open (self, "a@x");

  for (int sort = REA_SORT_ID; sort <= REA_SORT_WAITING; sort++)
    {
      g_clear_pointer (&page, rea_page_free);
      page = rea_session_list_conversations (session, self->campaign, filter, sort, NULL, 0, 100,
                                             NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (page->conversations->len, ==, 2);
      for (guint i = 0; i < 2; i++)
        g_assert_cmpint (((ReaConversation *) page->conversations->pdata[i])->id, ==, mine + i);
    }

  tally = rea_session_tally (session, self->campaign, filter, NULL, &error);
  g_assert_no_error (error);
  counts = rea_tally_sum (tally);
  g_assert_cmpint (rea_counts_total (&counts), ==, 2);
  rea_filter_set_search (filter, "555");
  searched = rea_session_tally (session, self->campaign, filter, NULL, &error);
  g_assert_no_error (error);
  counts = rea_tally_sum (searched);
  g_assert_cmpint (rea_counts_total (&counts), ==, 2);

  g_assert_null (rea_session_get_conversation (session, self->campaign, theirs, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
  g_clear_error (&error);
  g_assert_null (rea_session_list_messages (session, self->campaign, theirs, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
  g_clear_error (&error);
  g_assert_null (rea_session_list_trail (session, self->campaign, theirs, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
}

/* In a campaign of others a sender sees nothing at all. */
static void
test_no_member (ReaFixture *self, gconstpointer data)
{
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (ReaSession) session = NULL;

  rea_fixture_add_user (self, "a@x", REA_ROLE_SENDER);
  session = rea_fixture_open (self, "a@x");
  assert_refused (self, session, filter, REA_SORT_ID, NULL, REA_ERROR_NOT_PERMITTED);
  self->campaign = 4711;
  assert_refused (self, self->session, filter, REA_SORT_ID, NULL, REA_ERROR_NOT_FOUND);
}

/* The counters answer what names holders and statuses; a look at all says the same. */
static void
test_tally (ReaFixture *self, gconstpointer data)
{
  const char *const emails[] = { "a@x", NULL };
  gint64            a = rea_fixture_add_sender (self, "a@x");
  gint64            holders[2] = { a, REA_HOLDER_UNASSIGNED };

  for (int status = 0; status < REA_N_STATUSES; status++)
    {
      rea_fixture_add (self, 1 + status, status, a);
      rea_fixture_add (self, 7 - status, status, REA_HOLDER_UNASSIGNED);
    }

  for (int status = REA_STATUS_ANY; status < REA_N_STATUSES; status++)
    for (int kind = REA_HOLDER_ANY; kind <= REA_HOLDER_OFFLINE; kind++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (ReaFilter) filter = rea_filter_new ();
        g_autoptr (ReaTally) counted = NULL;
        g_autoptr (ReaTally) looked = NULL;

        filter->status = status;
        filter->holder = kind;
        if (kind == REA_HOLDER_SENDERS)
          rea_filter_set_senders (filter, emails);

        counted = rea_session_tally (self->session, self->campaign, filter, NULL, &error);
        g_assert_no_error (error);
        rea_filter_set_search (filter, "5"); /* which every phone has */
        looked = rea_session_tally (self->session, self->campaign, filter, NULL, &error);
        g_assert_no_error (error);

        for (gsize i = 0; i < G_N_ELEMENTS (holders); i++)
          {
            ReaCounts one = rea_tally_get (counted, holders[i]);
            ReaCounts other = rea_tally_get (looked, holders[i]);

            g_assert_cmpmem (&one, sizeof one, &other, sizeof other);
          }
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  rea_fixture_add_test ("/session-conversations/tokens", test_tokens);
  rea_fixture_add_test ("/session-conversations/token-of-another-list", test_token_of_another_list);
  rea_fixture_add_test ("/session-conversations/broken-tokens", test_broken_tokens);
  rea_fixture_add_test ("/session-conversations/token-of-one-that-left",
                        test_token_of_one_that_left);
  rea_fixture_add_test ("/session-conversations/unknown", test_unknown);
  rea_fixture_add_test ("/session-conversations/own-only", test_own_only);
  rea_fixture_add_test ("/session-conversations/no-member", test_no_member);
  rea_fixture_add_test ("/session-conversations/tally", test_tally);

  return g_test_run ();
}
