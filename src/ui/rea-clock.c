/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-clock.h"

/* Rows began to wait at different seconds of a minute: so none of them is wrong
 * for longer than this.
 */
#define TICK_SECONDS 10

struct _ReaClock
{
  GObject parent_instance;
};

enum
{
  TICK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaClock, rea_clock, G_TYPE_OBJECT)

static void
rea_clock_class_init (ReaClockClass *klass)
{
  /**
   * ReaClock::tick:
   *
   * Time has gone on; what shows how long something lasts has to be written anew.
   */
  signals[TICK] = g_signal_new ("tick", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
rea_clock_init (ReaClock *self)
{
}

static gboolean
tick_cb (gpointer user_data)
{
  ReaClock *self = user_data;

  g_signal_emit (self, signals[TICK], 0);

  return G_SOURCE_CONTINUE;
}

/**
 * rea_clock_get_default:
 *
 * The clock of the program. It begins to tick as it is first asked for.
 *
 * Returns: (transfer none): the clock
 */
ReaClock *
rea_clock_get_default (void)
{
  static ReaClock *clock;

  if (clock == NULL)
    {
      clock = g_object_new (REA_TYPE_CLOCK, NULL);
      g_timeout_add_seconds (TICK_SECONDS, tick_cb, clock);
    }

  return clock;
}

/**
 * rea_clock_now:
 *
 * Returns: the seconds since 1970
 */
gint64
rea_clock_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}
