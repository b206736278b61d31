/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whichever way it is counted, it is what a list of them would say. */
#include "rea-fixture.h"

#define N_SENDERS 4
/* More than are looked up one by one. */
#define N_MANY 3000
#define N_FEW  20

typedef struct
{
  gint64 holders[N_SENDERS + 1];
} Cast;

static void
add_cast (ReaFixture *self, Cast *cast)
{
  for (int i = 0; i < N_SENDERS; i++)
    {
      g_autofree char *email = g_strdup_printf ("s%d@x", i);

      cast->holders[i] = rea_fixture_add_sender (self, email);
    }
  cast->holders[N_SENDERS] = REA_HOLDER_UNASSIGNED;
}

/* Replies that wait for up to an hour: so many for half an hour and more, so many for less. */
static void
add_replies (ReaFixture *self, const Cast *cast, int n_longer, int n_less)
{
  g_autoptr (GPtrArray) contacts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rea_conversation_free);

  for (int i = 0; i < n_longer + n_less; i++)
    {
      ReaConversation *contact = rea_conversation_new ();

      contact->status = contact->open_status = REA_STATUS_NEEDS_REPLY;
      contact->holder = cast->holders[g_test_rand_int_range (0, N_SENDERS + 1)];
      contact->waiting_since = contact->last_message_at =
          REA_FIXTURE_NOW -
          (i < n_longer ? g_test_rand_int_range (1800, 3600) : g_test_rand_int_range (0, 1800));
      contact->flags = REA_FLAG_CONTACT_WROTE;
      if (g_test_rand_int_range (0, 3) == 0)
        contact->flags |= REA_FLAG_SURVEY_OPEN;
      if (g_test_rand_int_range (0, 50) == 0)
        contact->flags |= REA_FLAG_MARKED;
      g_ptr_array_add (contacts, contact);
    }

  rea_fixture_add_contacts (self, contacts);
}

static void
add_others (ReaFixture *self, const Cast *cast, guint n)
{
  for (int i = 0; i <= N_SENDERS; i++)
    for (ReaStatus status = REA_STATUS_NOT_STARTED; status <= REA_STATUS_CLOSED; status++)
      rea_fixture_add (self, n, status, cast->holders[i]);
}

static void
move_some (ReaFixture *self, gint64 n, const char *to)
{
  const char *const emails[] = { to, NULL };
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) result = NULL;

  request->number = n;
  rea_request_set_to_senders (request, emails);
  result = rea_session_reassign (self->session, self->campaign, request, NULL, -1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->plan->moved, ==, n);
}

/* Whose conversations a list shows, and which. */
static ReaTally *
list_them (ReaFixture *self, const ReaQuery *query)
{
  g_autoptr (GError) error = NULL;
  ReaTally *listed = rea_tally_new ();
  g_autoptr (GPtrArray) page =
      rea_store_page (self->store, query, REA_SORT_ID, NULL, 0, G_MAXINT, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < page->len; i++)
    {
      const ReaConversation *conversation = page->pdata[i];

      rea_tally_add (listed, conversation->holder, conversation->status, 1);
    }

  return listed;
}

static void
check (ReaFixture *self, const Cast *cast, const ReaFilter *filter, GArray *holders)
{
  g_autofree char *text = rea_filter_to_string (filter);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) campaign = NULL;
  g_autoptr (ReaTally) tally = NULL;
  g_autoptr (ReaTally) listed = NULL;
  ReaQuery query = { .filter = filter, .holders = holders, .now = REA_FIXTURE_NOW };

  g_test_message ("%s, %u holders", text, holders != NULL ? holders->len : 0);
  rea_fixture_begin (self);
  campaign = rea_store_get_campaign (self->store, self->campaign, &error);
  g_assert_no_error (error);
  query.campaign = campaign;
  tally = rea_store_tally (self->store, &query, &error);
  g_assert_no_error (error);
  listed = list_them (self, &query);
  rea_fixture_commit (self);

  for (int i = 0; i <= N_SENDERS; i++)
    {
      ReaCounts one = rea_tally_get (tally, cast->holders[i]);
      ReaCounts other = rea_tally_get (listed, cast->holders[i]);

      g_assert_cmpmem (&one, sizeof one, &other, sizeof other);
    }
}

/* Of everyone, of two, of what nobody holds, and of nobody at all. */
static void
check_filters (ReaFixture *self, const Cast *cast)
{
  static const ReaStatus statuses[] = { REA_STATUS_ANY, REA_STATUS_NEEDS_REPLY,
                                        REA_STATUS_NOT_STARTED };
  static const int       minutes[] = { REA_MINUTES_ANY, 0, 30 };
  static const int       flags[] = { 0, REA_FLAG_MARKED, REA_FLAG_SURVEY_OPEN };

  for (int of = 0; of < 4; of++)
    {
      g_autoptr (GArray) holders = of > 0 ? g_array_new (FALSE, FALSE, sizeof (gint64)) : NULL;

      if (of == 1)
        g_array_append_vals (holders, cast->holders, 2);
      else if (of == 2)
        g_array_append_val (holders, cast->holders[N_SENDERS]);

      for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
        for (gsize waiting = 0; waiting < G_N_ELEMENTS (minutes); waiting++)
          for (gsize unmoved = 0; unmoved < G_N_ELEMENTS (minutes); unmoved++)
            for (gsize flag = 0; flag < G_N_ELEMENTS (flags); flag++)
              {
                g_autoptr (ReaFilter) filter = rea_filter_new ();

                filter->status = statuses[i];
                filter->waiting_minutes = minutes[waiting];
                filter->unmoved_minutes = minutes[unmoved];
                filter->flag = flags[flag];
                check (self, cast, filter, holders);
              }
    }
}

typedef struct
{
  int    n_longer;
  int    n_less;
  gint64 n_moved;
} Case;

static void
test_ways (ReaFixture *self, gconstpointer data)
{
  const Case *test = data;
  Cast        cast;

  add_cast (self, &cast);
  add_replies (self, &cast, test->n_longer, test->n_less);
  add_others (self, &cast, N_FEW);

  /* Longer ago than is asked of, and just now. */
  rea_fixture_set_now (REA_FIXTURE_NOW - 3600);
  move_some (self, N_FEW, "s3@x");
  rea_fixture_set_now (REA_FIXTURE_NOW - 60);
  if (test->n_moved > 0)
    move_some (self, test->n_moved, "s1@x");
  rea_fixture_set_now (REA_FIXTURE_NOW);

  check_filters (self, &cast);
}

/* Named ones, and a search, go with the rest. */
static void
test_named (ReaFixture *self, gconstpointer data)
{
  Cast cast;

  add_cast (self, &cast);
  add_replies (self, &cast, N_FEW, N_FEW);
  move_some (self, 5, "s1@x");

  for (int unmoved = REA_MINUTES_ANY; unmoved <= 30; unmoved += 31)
    for (int searched = FALSE; searched <= TRUE; searched++)
      {
        g_autoptr (ReaFilter) filter = rea_filter_new ();
        g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

        for (gint64 id = 1; id <= N_FEW; id += 2)
          g_array_append_val (ids, id);
        filter->unmoved_minutes = unmoved;
        if (searched)
          rea_filter_set_search (filter, "202");
        check (self, &cast, filter, NULL);
        rea_filter_take_conversations (filter, g_steal_pointer (&ids));
        check (self, &cast, filter, NULL);
      }
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    Case        test;
  } cases[] = {
    { "few", { N_FEW, N_FEW, 0 } },
    { "few-moved", { N_FEW, N_FEW, N_FEW } },
    { "many-waiting", { N_MANY, N_FEW, 0 } },
    { "many-waiting-moved", { N_MANY, N_FEW, N_FEW } },
    { "all-new", { N_FEW, N_MANY, N_FEW } },
    { "many", { N_MANY, N_MANY, 0 } },
    { "many-moved", { N_MANY, N_MANY, N_MANY } },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/sqlite-tally/", cases[i].name, NULL);

      g_test_add (path, ReaFixture, &cases[i].test, rea_fixture_set_up, test_ways,
                  rea_fixture_tear_down);
    }
  rea_fixture_add_test ("/sqlite-tally/named", test_named);

  return g_test_run ();
}
