/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-pace-text.h"

#include "rea-format.h"

#include <glib/gi18n-lib.h>

#define MINUTE 60
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

/* Nobody says that it will be done about 21:43. */
#define DONE_STEP (5 * MINUTE)

/* What @seconds are rounded, in a column or within a sentence. */
static char *
dup_time (gint64 seconds)
{
  gint64 rounded = rea_pace_round (seconds);
  int    hours = (int) (rounded / HOUR);
  int    minutes = (int) (rounded % HOUR / MINUTE);

  if (hours == 0)
    {
      /* TRANSLATORS: about how long something will take: minutes. */
      return g_strdup_printf (_ ("about %d min"), minutes);
    }

  if (minutes == 0)
    {
      /* TRANSLATORS: about how long something will take: hours. */
      return g_strdup_printf (_ ("about %d h"), hours);
    }

  /* TRANSLATORS: about how long something will take: so many hours and a half. */
  return g_strdup_printf (_ ("about %d½ h"), hours);
}

/**
 * rea_pace_text_left:
 * @seconds: how long what is left takes, or %REA_PACE_UNKNOWN
 *
 * Returns: (transfer full): the text of a column
 */
char *
rea_pace_text_left (gint64 seconds)
{
  if (seconds == REA_PACE_UNKNOWN)
    return g_strdup ("—");

  if (seconds > DAY)
    {
      /* TRANSLATORS: in a column: how long what is left will take. */
      return g_strdup (_ ("over a day"));
    }

  return dup_time (seconds);
}

/**
 * rea_pace_text_sentence:
 * @seconds: how long what is left takes, or %REA_PACE_UNKNOWN
 *
 * Returns: (transfer full) (nullable): the same as a sentence; %NULL where nothing can
 *   be said
 */
char *
rea_pace_text_sentence (gint64 seconds)
{
  g_autofree char *time = NULL;

  if (seconds == REA_PACE_UNKNOWN)
    return NULL;

  if (seconds > DAY)
    {
      /* TRANSLATORS: how long what is left will take. */
      return g_strdup (_ ("more than a day left at this pace"));
    }

  time = dup_time (seconds);

  /* TRANSLATORS: how long what is left will take; %s is like "about 25 min". */
  return g_strdup_printf (_ ("%s left at this pace"), time);
}

/**
 * rea_pace_text_sent:
 * @pace: the pace of a campaign
 *
 * Returns: (transfer full) (nullable): how much was sent of late, on a tile; %NULL for
 *   nothing
 */
char *
rea_pace_text_sent (const ReaPace *pace)
{
  g_autofree char *number = rea_format_number (pace->sent);

  if (pace->sent <= 0)
    return NULL;

  /* TRANSLATORS: on a tile: how many messages were sent in the last 15 minutes. */
  return g_strdup_printf (ngettext ("%s sent in 15 min", "%s sent in 15 min", pace->sent), number);
}

/**
 * rea_pace_text_done:
 * @pace: the pace of a campaign
 * @now: the moment
 *
 * Returns: (transfer full) (nullable): when it will be done, on a tile, or when it will
 *   not be done; %NULL where nothing can be said
 */
char *
rea_pace_text_done (const ReaPace *pace, gint64 now)
{
  gint64           done = (now + pace->seconds_left + DONE_STEP / 2) / DONE_STEP * DONE_STEP;
  g_autofree char *time = NULL;

  if (pace->seconds_left == REA_PACE_UNKNOWN)
    return NULL;

  if (pace->limit != REA_PACE_FREE)
    {
      time = rea_format_clock (pace->limit_at, now);

      /* TRANSLATORS: on a tile: at this pace the work is not done when the sending window or the
       * opening hours end; %s is when, like "21:00". */
      return g_strdup_printf (_ ("not done by %s"), time);
    }

  if (pace->seconds_left > DAY)
    {
      /* TRANSLATORS: on a tile: how long the work will take at this pace. */
      return g_strdup (_ ("more than a day left"));
    }

  time = rea_format_clock (done, now);

  /* TRANSLATORS: on a tile: when the work is done at this pace; %s is like "21:40". */
  return g_strdup_printf (_ ("done about %s"), time);
}

static char *
dup_limit (const ReaPace *pace, gint64 now)
{
  g_autofree char *left = rea_pace_text_sentence (pace->seconds_left);
  g_autofree char *until = NULL;

  if (pace->limit == REA_PACE_FREE)
    return g_steal_pointer (&left);

  until = rea_format_duration (pace->limit_at - now);
  if (pace->limit == REA_PACE_WINDOW)
    {
      /* TRANSLATORS: %1$s is like "about 2 h left at this pace", %2$s like "1 h 5 min". */
      return g_strdup_printf (_ ("%1$s; the window ends in %2$s"), left, until);
    }

  /* TRANSLATORS: %1$s is like "about 2 h left at this pace", %2$s like "1 h 5 min". */
  return g_strdup_printf (_ ("%1$s; the opening hours end in %2$s"), left, until);
}

/**
 * rea_pace_text_full:
 * @pace: the pace of a campaign
 * @now: the moment
 *
 * Returns: (transfer full) (nullable): all that there is to say, for a tooltip; %NULL
 *   for nothing
 */
char *
rea_pace_text_full (const ReaPace *pace, gint64 now)
{
  g_autofree char *sent = rea_pace_text_sent (pace);
  g_autofree char *limit = NULL;

  if (sent == NULL || pace->seconds_left == REA_PACE_UNKNOWN)
    return g_steal_pointer (&sent);

  limit = dup_limit (pace, now);

  /* TRANSLATORS: a tooltip: %1$s is like "310 sent in 15 min", %2$s like "about 2 h left at this
   * pace; the window ends in 1 h 5 min". */
  return g_strdup_printf (_ ("%1$s: %2$s"), sent, limit);
}
