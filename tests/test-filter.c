/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-error.h"
#include "rea-filter.h"
#include "rea-sender.h"

#define NOW 1700000000

/* Six senders of every kind of presence; their numbers are their places + 1000. */
static const struct
{
  const char *email;
  gboolean    online;
  gint64      last_seen;
} people[] = {
  { "online@x", TRUE, NOW - 10 },         { "just-left@x", FALSE, NOW - 1 },
  { "nine@x", FALSE, NOW - 10 * 60 + 1 }, { "ten@x", FALSE, NOW - 10 * 60 },
  { "never@x", FALSE, REA_TIME_NONE },    { "also-online@x", TRUE, NOW },
};

static GPtrArray *
make_senders (void)
{
  GPtrArray *senders = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_sender_free);

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      ReaSender *sender = rea_sender_new (rea_user_new (people[i].email));

      sender->user->id = REA_FIRST_USER_ID + i;
      sender->user->last_seen = people[i].last_seen;
      sender->online = people[i].online;
      g_ptr_array_add (senders, sender);
    }

  return senders;
}

/* Who is covered, as a text of their places; "-" for unassigned, "*" for all. */
static char *
resolve (const ReaFilter *filter)
{
  g_autoptr (GPtrArray) senders = make_senders ();
  g_autoptr (GArray) holders = NULL;
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);

  g_assert_true (rea_filter_resolve_holders (filter, senders, NOW, &holders, &error));
  g_assert_no_error (error);

  for (guint i = 0; holders != NULL && i < holders->len; i++)
    {
      gint64 holder = g_array_index (holders, gint64, i);

      if (holder == REA_HOLDER_UNASSIGNED)
        g_string_append_c (text, '-');
      else
        g_string_append_printf (text, "%d", (int) (holder - REA_FIRST_USER_ID));
    }

  if (holders == NULL)
    g_string_append_c (text, '*');

  return g_string_free (text, FALSE);
}

static void
assert_covers (ReaHolderKind kind, int offline_minutes, const char *expected)
{
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autofree char *covered = NULL;

  filter->holder = kind;
  filter->offline_minutes = offline_minutes;
  covered = resolve (filter);
  g_assert_cmpstr (covered, ==, expected);
}

static void
test_holders (void)
{
  assert_covers (REA_HOLDER_ANY, REA_MINUTES_ANY, "*");
  assert_covers (REA_HOLDER_NOBODY, REA_MINUTES_ANY, "-");
  assert_covers (REA_HOLDER_ONLINE, REA_MINUTES_ANY, "05");
  assert_covers (REA_HOLDER_OFFLINE, REA_MINUTES_ANY, "1234");
}

/* At least so many minutes; never seen counts as longest. */
static void
test_offline_minutes (void)
{
  assert_covers (REA_HOLDER_OFFLINE, 0, "1234");
  assert_covers (REA_HOLDER_OFFLINE, 9, "234");
  assert_covers (REA_HOLDER_OFFLINE, 10, "34");
  assert_covers (REA_HOLDER_OFFLINE, 11, "4");
  assert_covers (REA_HOLDER_OFFLINE, G_MAXINT, "4");
}

static void
test_named (void)
{
  const char *const emails[] = { "TEN@x", "online@x", NULL };
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autofree char *covered = NULL;

  rea_filter_set_senders (filter, emails);
  g_assert_cmpint (filter->holder, ==, REA_HOLDER_SENDERS);
  covered = resolve (filter);
  g_assert_cmpstr (covered, ==, "30");
}

static void
test_unknown_sender (void)
{
  const char *const emails[] = { "ten@x", "stranger@x", NULL };
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (GPtrArray) senders = make_senders ();
  g_autoptr (GArray) holders = NULL;
  g_autoptr (GError) error = NULL;

  rea_filter_set_senders (filter, emails);
  g_assert_false (rea_filter_resolve_holders (filter, senders, NOW, &holders, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "stranger@x"));
  g_assert_null (holders);
}

static GArray *
make_ids (const gint64 *ids, guint n)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (array, ids, n);

  return array;
}

/* One that is named twice counts once. */
static void
test_named_conversations (void)
{
  static const gint64 ids[] = { 7, 3, 7, 12, 3, 3, G_MAXINT64, 1 };
  static const gint64 expected[] = { 1, 3, 7, 12, G_MAXINT64 };
  g_autoptr (ReaFilter) filter = rea_filter_new ();

  rea_filter_take_conversations (filter, make_ids (ids, G_N_ELEMENTS (ids)));
  g_assert_cmpmem (filter->conversations->data, filter->conversations->len * sizeof (gint64),
                   expected, sizeof expected);

  rea_filter_take_conversations (filter, make_ids (ids, 0));
  g_assert_cmpuint (filter->conversations->len, ==, 0);
}

static void
change (ReaFilter *filter, int what)
{
  static const gint64      ids[] = { 3, 7 };
  static const char *const emails[] = { "ann@x", NULL };
  static const char *const others[] = { "ann@x", "bo@x", NULL };

  switch (what)
    {
    case 0:
      filter->holder = REA_HOLDER_NOBODY;
      break;
    case 1:
      rea_filter_set_senders (filter, emails);
      break;
    case 2:
      rea_filter_set_senders (filter, others);
      break;
    case 3:
      filter->holder = REA_HOLDER_OFFLINE;
      filter->offline_minutes = 1;
      break;
    case 4:
      filter->status = REA_STATUS_NEEDS_REPLY;
      break;
    case 5:
      rea_filter_set_search (filter, "ann");
      break;
    case 6:
      filter->waiting_minutes = 1;
      break;
    case 7:
      filter->unmoved_minutes = 1;
      break;
    case 8:
      filter->flag = REA_FLAG_MARKED;
      break;
    case 9:
      rea_filter_take_conversations (filter, make_ids (ids, 1));
      break;
    case 10:
      rea_filter_take_conversations (filter, make_ids (ids, 2));
      break;
    case 11:
      rea_filter_take_conversations (filter, make_ids (ids, 0));
      break;
    default:
      break;
    }
}

#define N_CHANGES 13 /* the last one is none */

static void
test_equal (void)
{
  for (int i = 0; i < N_CHANGES; i++)
    for (int j = 0; j < N_CHANGES; j++)
      {
        g_autoptr (ReaFilter) a = rea_filter_new ();
        g_autoptr (ReaFilter) b = rea_filter_new ();
        g_autoptr (ReaFilter) copy = NULL;

        change (a, i);
        change (b, j);
        copy = rea_filter_copy (a);

        g_test_message ("%d and %d", i, j);
        g_assert_true (rea_filter_equal (a, b) == (i == j));
        g_assert_true (rea_filter_equal (a, copy));
      }
}

/* The counters answer what names holders and statuses only. */
static void
test_counts_only (void)
{
  for (int i = 0; i < N_CHANGES; i++)
    {
      g_autoptr (ReaFilter) filter = rea_filter_new ();

      change (filter, i);
      g_test_message ("%d", i);
      g_assert_true (rea_filter_names_counts_only (filter) == (i < 5 || i == 12));
    }
}

static void
test_flags (void)
{
  static const struct
  {
    const char          *name;
    ReaConversationFlags flag;
  } flags[] = {
    { "marked", REA_FLAG_MARKED },
    { "opted_out", REA_FLAG_OPTED_OUT },
    { "wrote_after_opt_out", REA_FLAG_WROTE_AFTER_OPT_OUT },
    { "survey_open", REA_FLAG_SURVEY_OPEN },
  };
  ReaConversationFlags flag;

  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_assert_true (rea_flag_from_string (flags[i].name, &flag));
      g_assert_cmpint (flag, ==, flags[i].flag);
      g_assert_cmpstr (rea_flag_to_string (flag), ==, flags[i].name);
    }

  g_assert_false (rea_flag_from_string ("any", &flag));
  g_assert_false (rea_flag_from_string ("contact_wrote", &flag));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/filter/holders", test_holders);
  g_test_add_func ("/filter/offline-minutes", test_offline_minutes);
  g_test_add_func ("/filter/named", test_named);
  g_test_add_func ("/filter/unknown-sender", test_unknown_sender);
  g_test_add_func ("/filter/named-conversations", test_named_conversations);
  g_test_add_func ("/filter/equal", test_equal);
  g_test_add_func ("/filter/counts-only", test_counts_only);
  g_test_add_func ("/filter/flags", test_flags);

  return g_test_run ();
}
