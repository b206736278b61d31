/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-format.h"

#include <fribidi.h>
#include <glib/gi18n-lib.h>
#include <locale.h>

/* The locale of nowhere, in which the language of the program's own texts stands. */
static gboolean
is_plain_locale (void)
{
  const char *locale = setlocale (LC_NUMERIC, NULL);

  return g_strcmp0 (locale, "C") == 0 || g_strcmp0 (locale, "POSIX") == 0 ||
         g_str_has_prefix (locale, "C.");
}

static char *
group_by_thousands (gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  GString         *text = g_string_new (digits);
  gssize           first = number < 0 ? 1 : 0;

  for (gssize place = (gssize) text->len - 3; place > first; place -= 3)
    g_string_insert_c (text, place, ',');

  return g_string_free (text, FALSE);
}

/**
 * rea_format_number:
 * @number: a count
 *
 * A count as people read it, grouped as the locale groups. The C locale does not,
 * and a session may well run in it: there it is grouped as in English.
 *
 * Returns: (transfer full): the text
 */
char *
rea_format_number (gint64 number)
{
  if (is_plain_locale ())
    return group_by_thousands (number);

  return g_strdup_printf ("%'" G_GINT64_FORMAT, number);
}

/**
 * rea_format_change:
 * @change: how many more, or, negative, fewer
 *
 * A difference with its sign; a real minus, which is as wide as the plus.
 *
 * Returns: (transfer full): the text
 */
char *
rea_format_change (gint64 change)
{
  g_autofree char *number = rea_format_number (ABS (change));

  if (change == 0)
    return g_steal_pointer (&number);

  return g_strconcat (change > 0 ? "+" : "\u2212", number, NULL);
}

/**
 * rea_format_duration:
 * @seconds: how long
 *
 * How long something lasts, in the two units that matter.
 *
 * Returns: (transfer full): the text
 */
char *
rea_format_duration (gint64 seconds)
{
  int minutes = MAX (seconds, 0) / 60;
  int hours = minutes / 60;
  int days = hours / 24;

  if (days > 0)
    {
      /* TRANSLATORS: how long a contact waits: days and hours. */
      return g_strdup_printf (_ ("%1$d d %2$d h"), days, hours % 24);
    }

  if (hours > 0)
    {
      /* TRANSLATORS: how long a contact waits: hours and minutes. */
      return g_strdup_printf (_ ("%1$d h %2$d min"), hours, minutes % 60);
    }

  /* TRANSLATORS: how long a contact waits: minutes. */
  return g_strdup_printf (_ ("%d min"), minutes);
}

/**
 * rea_format_last_seen:
 * @last_seen: when a sender was last seen, or %REA_TIME_NONE
 * @now: the moment
 *
 * Returns: (transfer full): the text
 */
char *
rea_format_last_seen (gint64 last_seen, gint64 now)
{
  g_autofree char *duration = NULL;

  if (last_seen == REA_TIME_NONE)
    {
      /* TRANSLATORS: a sender who was never online. */
      return g_strdup (_ ("never"));
    }

  if (now - last_seen < 60)
    {
      /* TRANSLATORS: a sender who went offline less than a minute ago. */
      return g_strdup (_ ("just now"));
    }

  duration = rea_format_duration (now - last_seen);

  /* TRANSLATORS: when a sender was last seen; %s is like "2 h 5 min". */
  return g_strdup_printf (_ ("%s ago"), duration);
}

/**
 * rea_format_clock:
 * @time: a moment
 * @now: the moment of looking at it
 *
 * The time of the day, with the date where it is another day.
 *
 * Returns: (transfer full): the text
 */
char *
rea_format_clock (gint64 time, gint64 now)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (time);
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (now);

  if (then == NULL || today == NULL)
    return g_strdup ("");

  if (g_date_time_get_year (then) == g_date_time_get_year (today) &&
      g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (today))
    {
      /* TRANSLATORS: a time of today, in the format of strftime. */
      return g_date_time_format (then, _ ("%H:%M"));
    }

  /* TRANSLATORS: a time of another day, in the format of strftime. */
  return g_date_time_format (then, _ ("%-e %b %H:%M"));
}

/**
 * rea_format_state:
 * @state: the state of a campaign
 *
 * Returns: the word for it
 */
const char *
rea_format_state (ReaState state)
{
  switch (state)
    {
    case REA_STATE_DRAFT:
      /* TRANSLATORS: the state of a campaign, below its title; so the four that follow. */
      return C_ ("campaign", "Draft");
    case REA_STATE_ACTIVE:
      return C_ ("campaign", "Active");
    case REA_STATE_PAUSED:
      return C_ ("campaign", "Paused");
    case REA_STATE_CLOSED:
      return C_ ("campaign", "Closed");
    case REA_STATE_ARCHIVED:
      return C_ ("campaign", "Archived");
    default:
      g_return_val_if_reached ("");
    }
}

static char *
format_state_and_next (const ReaCampaign *campaign, gint64 now)
{
  const char      *state = rea_format_state (campaign->state);
  g_autofree char *time = NULL;

  if (campaign->state == REA_STATE_ACTIVE && campaign->window_start > now)
    {
      time = rea_format_clock (campaign->window_start, now);

      /* TRANSLATORS: below the title of a campaign; %1$s is its state, %2$s a time. */
      return g_strdup_printf (_ ("%1$s, sending window starts %2$s"), state, time);
    }

  if (campaign->state == REA_STATE_ACTIVE && campaign->window_end > now)
    {
      time = rea_format_clock (campaign->window_end, now);

      /* TRANSLATORS: below the title of a campaign; %1$s is its state, %2$s a time. */
      return g_strdup_printf (_ ("%1$s, sending window ends %2$s"), state, time);
    }

  return g_strdup (state);
}

/**
 * rea_format_campaign_state:
 * @campaign: a campaign
 * @now: the moment
 *
 * The state of a campaign and, of an active one, what comes next; a demo is marked as one.
 *
 * Returns: (transfer full): the text
 */
char *
rea_format_campaign_state (const ReaCampaign *campaign, gint64 now)
{
  g_autofree char *state = format_state_and_next (campaign, now);

  if (!campaign->is_demo)
    return g_steal_pointer (&state);

  /* TRANSLATORS: below the title of a campaign of made-up data; %s is its state. */
  return g_strdup_printf (_ ("Demo, %s"), state);
}

/**
 * rea_format_phone:
 * @phone: a phone number as people write it
 * @right_to_left: whether it stands in a text from right to left
 *
 * Keeps a phone number from left to right wherever it stands.
 *
 * Returns: (transfer full): the text
 */
char *
rea_format_phone (const char *phone, gboolean right_to_left)
{
  if (!right_to_left)
    return g_strdup (phone);

  return g_strconcat ("\u2066", phone, "\u2069", NULL);
}

/* The first character that has a direction gives the text its own. */
static gboolean
is_against (const char *text, gboolean right_to_left)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      FriBidiCharType type = fribidi_get_bidi_type (g_utf8_get_char (p));

      if (FRIBIDI_IS_STRONG (type))
        return (FRIBIDI_IS_RTL (type) != 0) != (right_to_left != FALSE);
    }

  return FALSE;
}

/**
 * rea_format_aligned:
 * @text: a name, or a message
 * @right_to_left: whether it stands in a table from right to left
 *
 * Lets a text of the other direction begin where all others of its column do; its
 * own words keep their direction.
 *
 * Returns: (transfer full): the text
 */
char *
rea_format_aligned (const char *text, gboolean right_to_left)
{
  if (!is_against (text, right_to_left))
    return g_strdup (text);

  return g_strconcat (right_to_left ? "\u200f\u2068" : "\u200e\u2068", text, "\u2069", NULL);
}

/**
 * rea_format_presence:
 * @online: whether a sender is online
 *
 * Returns: the word for it
 */
const char *
rea_format_presence (gboolean online)
{
  /* TRANSLATORS: whether a sender has the Messenger open. */
  return online ? _ ("Online") : _ ("Offline");
}
