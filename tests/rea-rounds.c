/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random tests play the same rounds every time, so that what fails fails again.
 * $REASSIGN_TEST_ROUNDS multiplies them, $REASSIGN_TEST_SEED gives others.
 */
#include "rea-rounds.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char message[128];

/**
 * rea_rounds_count:
 * @usual: how many rounds are played by default
 *
 * Returns: how many are played now
 */
guint
rea_rounds_count (guint usual)
{
  const char *factor = g_getenv ("REASSIGN_TEST_ROUNDS");

  return usual * (factor != NULL ? MAX (1, atoi (factor)) : 1);
}

/* A failed assertion aborts. */
static void
say_seed (int signal_number)
{
  if (write (STDERR_FILENO, message, strlen (message)) < 0)
    return;
}

/**
 * rea_rounds_begin:
 * @round: from 0
 *
 * Returns: (transfer full): the chance of that round; if it fails, how to play it
 *   alone is said
 */
GRand *
rea_rounds_begin (guint round)
{
  const char *first = g_getenv ("REASSIGN_TEST_SEED");
  guint32     seed = (first != NULL ? (guint32) g_ascii_strtoull (first, NULL, 10) : 1) + round;

  g_snprintf (message, sizeof message, "# That was the round with REASSIGN_TEST_SEED=%u\n", seed);
  signal (SIGABRT, say_seed);

  return g_rand_new_with_seed (seed);
}
