/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-page-cache.h"

/* A page whose conversations have the numbers of their places. */
static void
put (ReaPageCache *cache, guint page, guint n, const char *next)
{
  g_autoptr (GPtrArray) conversations =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rea_conversation_free);

  for (guint i = 0; i < n; i++)
    {
      ReaConversation *conversation = rea_conversation_new ();

      conversation->id = page * REA_PAGE_ROWS + i;
      g_ptr_array_add (conversations, conversation);
    }
  rea_page_cache_put (cache, page, conversations, next);
}

static void
test_lookup (void)
{
  g_autoptr (ReaPageCache) cache = rea_page_cache_new (4);
  guint position = 0;

  g_assert_null (rea_page_cache_lookup (cache, 0));
  put (cache, 3, 150, NULL);
  g_assert_true (rea_page_cache_has (cache, 3));
  g_assert_false (rea_page_cache_has (cache, 2));
  g_assert_cmpint (rea_page_cache_lookup (cache, 600)->id, ==, 600);
  g_assert_cmpint (rea_page_cache_lookup (cache, 749)->id, ==, 749);
  g_assert_null (rea_page_cache_lookup (cache, 750));
  g_assert_null (rea_page_cache_lookup (cache, 599));
  g_assert_true (rea_page_cache_find (cache, 749, &position));
  g_assert_cmpuint (position, ==, 749);
  g_assert_false (rea_page_cache_find (cache, 599, &position));

  rea_page_cache_drop_pages (cache);
  g_assert_false (rea_page_cache_has (cache, 3));
}

static void
test_keeps_what_was_used_last (void)
{
  g_autoptr (ReaPageCache) cache = rea_page_cache_new (4);
  guint n = 0;

  for (guint page = 0; page < 1000; page++)
    {
      put (cache, page, 1, NULL);
      put (cache, page, 1, NULL);
      /* The very first one is looked at again and again. */
      g_assert_nonnull (rea_page_cache_lookup (cache, 0));
    }

  for (guint page = 0; page < 1000; page++)
    n += rea_page_cache_has (cache, page) ? 1 : 0;
  g_assert_cmpuint (n, ==, 4);
  g_assert_true (rea_page_cache_has (cache, 0));
  g_assert_true (rea_page_cache_has (cache, 997));
  g_assert_true (rea_page_cache_has (cache, 998));
  g_assert_true (rea_page_cache_has (cache, 999));
}

static void
assert_token (ReaPageCache *cache, guint page, const char *token, guint begins)
{
  guint found = 12345;

  g_assert_cmpstr (rea_page_cache_find_token (cache, page, &found), ==, token);
  g_assert_cmpuint (found, ==, begins);
}

static void
test_tokens (void)
{
  g_autoptr (ReaPageCache) cache = rea_page_cache_new (1);

  assert_token (cache, 0, NULL, 0);
  assert_token (cache, 500, NULL, 0);

  put (cache, 9, 1, "ten");
  put (cache, 0, 1, "one");
  put (cache, 4999, 1, "far");
  put (cache, 5100, 1, NULL);
  assert_token (cache, 0, NULL, 0);
  assert_token (cache, 1, "one", 1);
  assert_token (cache, 9, "one", 1);
  assert_token (cache, 10, "ten", 10);
  assert_token (cache, 4999, "ten", 10);
  assert_token (cache, 100000, "far", 5000);

  put (cache, 9, 1, "other");
  assert_token (cache, 11, "other", 10);

  rea_page_cache_drop_pages (cache);
  assert_token (cache, 11, "other", 10);
  rea_page_cache_drop_tokens (cache);
  assert_token (cache, 11, NULL, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page-cache/lookup", test_lookup);
  g_test_add_func ("/page-cache/keeps-what-was-used-last", test_keeps_what_was_used_last);
  g_test_add_func ("/page-cache/tokens", test_tokens);

  return g_test_run ();
}
