/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-name.h"
#include "stage.h"

#define N_CONVERSATIONS 40
#define NONE            -1

/* One of each kind there can be, held by Ann, Bo and nobody; the model of what a
 * filter takes is read from them one by one.
 */
typedef struct
{
  Scratch    scratch;
  ReaStore  *store;
  gint64     campaign;
  gint64     holders[3];
  GPtrArray *all; /* ReaConversation, by id */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "Zoë", "anna", "Ärger", "Bo", "zoe", "" };

  scratch_set_up (&self->scratch);
  self->store = stage_open (&self->scratch);
  self->campaign = stage_add_campaign (self->store, "Spring", REA_STATE_ACTIVE);
  self->holders[0] = stage_add_user (self->store, "ann@example.org", REA_ROLE_SENDER);
  self->holders[1] = stage_add_user (self->store, "bo@example.org", REA_ROLE_SENDER);
  self->holders[2] = REA_HOLDER_UNASSIGNED;
  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_conversation_free);

  for (int i = 0; i < N_CONVERSATIONS; i++)
    {
      g_autoptr (ReaConversation) more = rea_conversation_new ();
      g_autofree char *phone = g_strdup_printf ("+1202555%04d", i * 37 % 1000);
      ReaStatus        status = i % REA_N_STATUSES;
      gint64           id;

      more->open_status = status;
      more->last_name = g_strdup (names[i * 5 % G_N_ELEMENTS (names)]);
      if (status == REA_STATUS_NEEDS_REPLY)
        more->waiting_since = SCRATCH_NOW - i * 7 % 4 * 600;
      id = stage_add_contact (self->store, self->campaign, phone, names[i % G_N_ELEMENTS (names)],
                              self->holders[i % 3], status,
                              i % 4 == 0 ? REA_FLAG_MARKED | REA_FLAG_CONTACT_WROTE : 0, more);
      g_ptr_array_add (self->all, stage_get_conversation (self->store, self->campaign, id));
    }
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_object (&self->store);
  scratch_tear_down (&self->scratch);
}

typedef struct
{
  ReaStatus            status;
  gint64               holder; /* 0 for any, NONE for a list without anybody */
  int                  waiting;
  ReaConversationFlags flag;
  const char          *search;
  gboolean             named; /* the first half of them */
} Wish;

static gboolean
takes (const Wish *wish, const ReaConversation *conversation, guint place)
{
  g_autoptr (ReaSearch) search = rea_search_new (wish->search != NULL ? wish->search : "");
  gint64 since = rea_conversation_get_waiting_since (conversation);

  return (wish->status == REA_STATUS_ANY || conversation->status == wish->status) &&
         (wish->holder == 0 || conversation->holder == wish->holder) &&
         (wish->waiting < 0 ||
          (since != REA_TIME_NONE && SCRATCH_NOW - since >= wish->waiting * 60)) &&
         (wish->flag == 0 || (conversation->flags & wish->flag) != 0) &&
         rea_search_matches (search, conversation->first_name, conversation->last_name,
                             conversation->phone) &&
         (!wish->named || place < N_CONVERSATIONS / 2);
}

static gint64
order_waiting (const ReaConversation *conversation)
{
  gint64 since = rea_conversation_get_waiting_since (conversation);

  return since == REA_TIME_NONE ? G_MAXINT64 : since;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer sort)
{
  const ReaConversation *one = *(const ReaConversation *const *) a;
  const ReaConversation *other = *(const ReaConversation *const *) b;
  int                    order = 0;

  if (GPOINTER_TO_INT (sort) == REA_SORT_NAME)
    order = rea_name_compare (one->last_name, one->first_name, "", other->last_name,
                              other->first_name, "");
  else if (GPOINTER_TO_INT (sort) == REA_SORT_WAITING)
    order = order_waiting (one) < order_waiting (other)   ? -1
            : order_waiting (one) > order_waiting (other) ? 1
                                                          : 0;

  return order != 0 ? order : one->id < other->id ? -1 : one->id > other->id;
}

static GPtrArray *
expect (Fixture *self, const Wish *wish, ReaSort sort)
{
  GPtrArray *expected = g_ptr_array_new ();

  for (guint i = 0; i < self->all->len; i++)
    if (takes (wish, self->all->pdata[i], i))
      g_ptr_array_add (expected, self->all->pdata[i]);

  g_ptr_array_sort_with_data (expected, compare, GINT_TO_POINTER (sort));

  return expected;
}

static ReaFilter *
make_filter (Fixture *self, const Wish *wish)
{
  ReaFilter *filter = rea_filter_new ();

  filter->status = wish->status;
  filter->waiting_minutes = wish->waiting;
  filter->flag = wish->flag;
  rea_filter_set_search (filter, wish->search);

  if (wish->named)
    {
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

      for (guint i = 0; i < N_CONVERSATIONS / 2; i++)
        g_array_append_val (ids, ((ReaConversation *) self->all->pdata[i])->id);
      rea_filter_take_conversations (filter, g_steal_pointer (&ids));
    }

  return filter;
}

static GPtrArray *
read_page (Fixture          *self,
           const ReaQuery   *query,
           ReaSort           sort,
           const ReaPageKey *after,
           guint64           skip,
           guint             limit)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *page;

  stage_begin (self->store, REA_STORE_READ);
  page = rea_store_page (self->store, query, sort, after, skip, limit, &error);
  g_assert_no_error (error);
  stage_commit (self->store);

  return page;
}

/* Page by page behind the last one's key, or by skipping: the same rows. */
static void
check_pages (Fixture        *self,
             const ReaQuery *query,
             ReaSort         sort,
             GPtrArray      *expected,
             guint           limit,
             gboolean        by_key)
{
  ReaPageKey key = { 0 };

  for (guint done = 0; done <= expected->len; done += limit)
    {
      g_autoptr (GPtrArray) page =
          read_page (self, query, sort, by_key ? &key : NULL, by_key ? 0 : done, limit);
      const ReaConversation *last = NULL;

      g_assert_cmpuint (page->len, ==, MIN (limit, expected->len - done));
      for (guint i = 0; i < page->len; i++)
        {
          last = page->pdata[i];
          g_assert_cmpint (last->id, ==, ((ReaConversation *) expected->pdata[done + i])->id);
        }

      if (last != NULL)
        {
          g_free (key.first_name);
          g_free (key.last_name);
          key.id = last->id;
          key.first_name = g_strdup (last->first_name);
          key.last_name = g_strdup (last->last_name);
          key.waiting_since = rea_conversation_get_waiting_since (last);
        }
    }

  g_free (key.first_name);
  g_free (key.last_name);
}

/* How many of each holder and status there are is what a list of them would say. */
static void
check_tally (Fixture *self, const ReaQuery *query, GPtrArray *expected)
{
  g_autoptr (ReaTally) tally = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaTally) counted = rea_tally_new ();

  stage_begin (self->store, REA_STORE_READ);
  tally = rea_store_tally (self->store, query, &error);
  g_assert_no_error (error);
  stage_commit (self->store);

  for (guint i = 0; i < expected->len; i++)
    {
      const ReaConversation *conversation = expected->pdata[i];

      rea_tally_add (counted, conversation->holder, conversation->status, 1);
    }

  for (guint i = 0; i < G_N_ELEMENTS (self->holders); i++)
    {
      ReaCounts one = rea_tally_get (tally, self->holders[i]);
      ReaCounts other = rea_tally_get (counted, self->holders[i]);

      g_assert_cmpmem (&one, sizeof one, &other, sizeof other);
    }
}

static void
try_wish (Fixture *self, const Wish *wish)
{
  g_autoptr (ReaCampaign) campaign = stage_get_campaign (self->store, self->campaign);
  g_autoptr (ReaFilter) filter = make_filter (self, wish);
  g_autoptr (GArray) holders = NULL;
  ReaQuery query = { .campaign = campaign, .filter = filter, .now = SCRATCH_NOW };

  if (wish->holder != 0)
    {
      holders = g_array_new (FALSE, FALSE, sizeof (gint64));
      if (wish->holder != NONE)
        g_array_append_val (holders, wish->holder);
      query.holders = holders;
    }

  for (ReaSort sort = REA_SORT_ID; sort <= REA_SORT_WAITING; sort++)
    {
      g_autoptr (GPtrArray) expected = expect (self, wish, sort);

      check_pages (self, &query, sort, expected, 3, TRUE);
      check_pages (self, &query, sort, expected, 3, FALSE);
      check_pages (self, &query, sort, expected, N_CONVERSATIONS + 1, TRUE);
      check_tally (self, &query, expected);
    }
}

/* Every status with every holder, waiting, flag, search and list of named ones. */
static void
test_filters (Fixture *self, gconstpointer data)
{
  static const char *const searches[] = { NULL, "zoe", "zo", "2555" };
  const gint64 holders[] = { 0, NONE, self->holders[0], self->holders[1], self->holders[2] };

  for (int status = REA_STATUS_ANY; status < REA_N_STATUSES; status++)
    for (guint i = 0; i < 5 * 4 * 8; i++)
      {
        Wish wish = {
          .status = status,
          .holder = holders[i % 5],
          .search = searches[i / 5 % 4],
          .waiting = i / 20 & 1 ? 20 : REA_MINUTES_ANY,
          .flag = i / 20 & 2 ? REA_FLAG_MARKED : 0,
          .named = (i / 20 & 4) != 0,
        };

        g_test_message ("%d %u", status, i);
        try_wish (self, &wish);
      }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/sqlite-conversations/filters", test_filters);

  return g_test_run ();
}
