/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-snapshot.h"

static void
free_campaign (gpointer data)
{
  rea_campaign_free (data);
}

static ReaSnapshot *
make_snapshot (void)
{
  ReaSnapshot *snapshot = g_new0 (ReaSnapshot, 1);

  snapshot->user = rea_user_new ("owner@example.org");
  snapshot->campaigns = g_ptr_array_new_with_free_func (free_campaign);
  return snapshot;
}

static ReaCampaign *
add (ReaSnapshot *snapshot, gint64 id, gint64 revision)
{
  ReaCampaign *campaign = rea_campaign_new ("Spring");

  campaign->id = id;
  campaign->revision = revision;
  g_ptr_array_add (snapshot->campaigns, campaign);
  return campaign;
}

static void
assert_changed (const ReaSnapshot *before, const ReaSnapshot *now, const char *expected)
{
  g_autoptr (GArray) changed = rea_snapshot_compare (before, now);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < changed->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            g_array_index (changed, gint64, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_compare (void)
{
  g_autoptr (ReaSnapshot) before = make_snapshot ();
  g_autoptr (ReaSnapshot) now = make_snapshot ();
  ReaCampaign *second;

  assert_changed (before, now, "");

  add (before, 1, 10);
  add (before, 2, 20);
  add (now, 1, 10);
  second = add (now, 2, 20);
  assert_changed (before, now, "");

  second->revision = 21;
  assert_changed (before, now, "2");
  /* A file that was put in place of another one may have a lower revision. */
  second->revision = 19;
  assert_changed (before, now, "2");

  second->total = 5;
  assert_changed (before, now, "2 0");
  second->total = 0;
  second->state = REA_STATE_PAUSED;
  assert_changed (before, now, "2 0");
  second->state = REA_STATE_DRAFT;
  g_free (second->title);
  second->title = g_strdup ("Autumn");
  assert_changed (before, now, "2 0");

  g_ptr_array_remove_index (now->campaigns, 1);
  assert_changed (before, now, "2 0");
  assert_changed (now, before, "2 0");
}

static void
test_another_file (void)
{
  g_autoptr (ReaSnapshot) before = make_snapshot ();
  g_autoptr (ReaSnapshot) now = make_snapshot ();

  add (before, 1, 10);
  add (now, 1, 10);
  now->is_afresh = TRUE;
  assert_changed (before, now, "1 0");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/snapshot/compare", test_compare);
  g_test_add_func ("/snapshot/another-file", test_another_file);

  return g_test_run ();
}
