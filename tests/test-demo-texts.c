/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-demo-texts.h"

#include "rea-opt-out.h"

/* Every mood says of opting out what it claims to. */
static void
test_opting_out (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int i = 0; i < 3000; i++)
    for (ReaDemoMood mood = 0; mood < REA_DEMO_N_MOODS; mood++)
      {
        const char *text = rea_demo_pick_text (rand, mood);
        ReaOptOut   expected = mood == REA_DEMO_STOP           ? REA_OPT_OUT_YES
                               : mood == REA_DEMO_ASKS_TO_STOP ? REA_OPT_OUT_MAYBE
                                                               : REA_OPT_OUT_NO;

        if (rea_opt_out_judge (text) != expected)
          g_error ("“%s” (mood %d)", text, mood);
      }
}

static void
test_several_hundred (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = 0; i < 3000; i++)
    for (ReaDemoMood mood = 0; mood < REA_DEMO_N_MOODS; mood++)
      {
        const char *text = rea_demo_pick_text (rand, mood);

        g_assert_true (g_utf8_validate (text, -1, NULL));
        g_assert_cmpstr (text, !=, "");
        g_hash_table_add (texts, (gpointer) text);
      }

  g_assert_cmpuint (g_hash_table_size (texts), >=, 300);
}

static void
test_moods (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  int counts[REA_DEMO_N_MOODS] = { 0 };

  for (int i = 0; i < 1000; i++)
    counts[rea_demo_pick_mood (rand)]++;

  for (ReaDemoMood mood = 0; mood < REA_DEMO_N_MOODS; mood++)
    if (mood == REA_DEMO_THANKS)
      g_assert_cmpint (counts[mood], ==, 0);
    else
      g_assert_cmpint (counts[mood], >, 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-texts/opting-out", test_opting_out);
  g_test_add_func ("/demo-texts/several-hundred", test_several_hundred);
  g_test_add_func ("/demo-texts/moods", test_moods);

  return g_test_run ();
}
