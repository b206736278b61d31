/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-time-text.h"

#include "rea-error.h"
#include "rea-time.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DAY_MINUTES (24 * 60)

/**
 * rea_time_text_parse_date:
 * @text: what somebody typed
 * @date: (out caller-allocates): the day
 *
 * Takes 2026-11-03 everywhere, and what the locale writes: 11/03/2026, 3.11.2026.
 *
 * Returns: whether it is a day after 1970 began
 */
gboolean
rea_time_text_parse_date (const char *text, GDate *date)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  unsigned int     year, month, day;
  int              length = 0;

  g_date_clear (date, 1);

  if (sscanf (stripped, "%4u-%2u-%2u%n", &year, &month, &day, &length) == 3 &&
      stripped[length] == '\0')
    {
      if (g_date_valid_dmy (day, month, year))
        g_date_set_dmy (date, day, month, year);
    }
  else if (strpbrk (stripped, "0123456789") != NULL)
    g_date_set_parse (date, stripped);

  return g_date_valid (date) && g_date_get_year (date) >= 1970;
}

/* The half of the day that stands behind the digits, taken off. */
static gboolean
take_half (char *text, gboolean *has_half, gboolean *afternoon)
{
  gsize length = strlen (text);

  *has_half = FALSE;
  if (length < 2 || g_ascii_tolower (text[length - 1]) != 'm')
    return TRUE;

  *has_half = TRUE;
  *afternoon = g_ascii_tolower (text[length - 2]) == 'p';
  if (!*afternoon && g_ascii_tolower (text[length - 2]) != 'a')
    return FALSE;

  text[length - 2] = '\0';
  g_strchomp (text);

  return TRUE;
}

/**
 * rea_time_text_parse_clock:
 * @text: what somebody typed
 * @minutes: (out): minutes after midnight
 *
 * Takes 9, 9:00, 09.00, 0900, 9 am and 9pm; 24:00 is the end of the day.
 *
 * Returns: whether it is a time of the day
 */
gboolean
rea_time_text_parse_clock (const char *text, int *minutes)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  gboolean         has_half;
  gboolean         afternoon;
  unsigned int     hour;
  unsigned int     minute = 0;
  int              length = 0;
  gsize            n_digits;

  if (!take_half (stripped, &has_half, &afternoon))
    return FALSE;

  n_digits = strspn (stripped, "0123456789");
  if ((n_digits == 3 || n_digits == 4) && stripped[n_digits] == '\0')
    {
      hour = (unsigned int) atoi (stripped) / 100;
      minute = (unsigned int) atoi (stripped) % 100;
    }
  else if ((n_digits != 1 && n_digits != 2) ||
           !((sscanf (stripped, "%2u%n", &hour, &length) == 1 && stripped[length] == '\0') ||
             (sscanf (stripped, "%2u%*1[:.]%2u%n", &hour, &minute, &length) == 2 &&
              stripped[length] == '\0')))
    return FALSE;

  if (has_half && (hour < 1 || hour > 12))
    return FALSE;
  if (has_half)
    hour = hour % 12 + (afternoon ? 12 : 0);
  if (minute > 59 || hour * 60 + minute > DAY_MINUTES)
    return FALSE;

  *minutes = (int) (hour * 60 + minute);

  return TRUE;
}

/**
 * rea_time_text_parse:
 * @date: a day, or nothing
 * @clock: a time of the day, or nothing
 * @time_zone: the IANA name of where both are meant
 * @time: (out): the moment, or %REA_TIME_NONE where neither was typed
 * @error: %REA_ERROR_INVALID
 *
 * Returns: whether both together are a moment, or none
 */
gboolean
rea_time_text_parse (const char *date,
                     const char *clock,
                     const char *time_zone,
                     gint64     *time,
                     GError    **error)
{
  g_autofree char *iso = NULL;
  g_autoptr (GTimeZone) zone = NULL;
  GDate day;
  int   minutes;

  if (*date == '\0' && *clock == '\0')
    {
      *time = REA_TIME_NONE;
      return TRUE;
    }

  if (*date == '\0')
    {
      /* TRANSLATORS: beside a field of a date. */
      g_set_error_literal (error, REA_ERROR, REA_ERROR_INVALID,
                           _ ("Enter the date too, or clear the time."));
      return FALSE;
    }

  if (!rea_time_text_parse_date (date, &day))
    {
      g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                   /* TRANSLATORS: beside a field of a date. */
                   _ ("“%s” is no date; write it as in 2026-11-03."), date);
      return FALSE;
    }

  if (!rea_time_text_parse_clock (clock, &minutes))
    {
      g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                   *clock == '\0'
                       /* TRANSLATORS: beside a field of a time. */
                       ? _ ("Enter the time too, as in 18:00.")
                       /* TRANSLATORS: beside a field of a time. */
                       : _ ("“%s” is no time of the day; write it as in 18:00."),
                   clock);
      return FALSE;
    }

  if (minutes == DAY_MINUTES)
    {
      g_date_add_days (&day, 1);
      minutes = 0;
    }

  zone = g_time_zone_new_identifier (rea_time_zone_is_known (time_zone) ? time_zone : "UTC");
  iso =
      g_strdup_printf ("%04d-%02d-%02dT%02d:%02d", g_date_get_year (&day), g_date_get_month (&day),
                       g_date_get_day (&day), minutes / 60, minutes % 60);

  return rea_time_parse (iso, zone, time);
}

static char *
format (gint64 time, const char *time_zone, const char *pattern)
{
  g_autoptr (GTimeZone) zone =
      g_time_zone_new_identifier (rea_time_zone_is_known (time_zone) ? time_zone : "UTC");
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return time != REA_TIME_NONE && local != NULL ? g_date_time_format (local, pattern)
                                                : g_strdup ("");
}

/**
 * rea_time_text_date:
 * @time: a moment, or %REA_TIME_NONE
 * @time_zone: the IANA name of where it is meant
 *
 * Returns: (transfer full): the day as it is typed, or nothing
 */
char *
rea_time_text_date (gint64 time, const char *time_zone)
{
  return format (time, time_zone, "%Y-%m-%d");
}

/**
 * rea_time_text_clock:
 * @time: a moment, or %REA_TIME_NONE
 * @time_zone: the IANA name of where it is meant
 *
 * Returns: (transfer full): the time of the day as it is typed, or nothing
 */
char *
rea_time_text_clock (gint64 time, const char *time_zone)
{
  return format (time, time_zone, "%H:%M");
}

/**
 * rea_time_text_zone:
 * @time_zone: an IANA name
 *
 * Returns: (transfer full): the city after which it is called, as people write it
 */
char *
rea_time_text_zone (const char *time_zone)
{
  const char *slash = strrchr (time_zone, '/');

  return g_strdelimit (g_strdup (slash != NULL ? slash + 1 : time_zone), "_", ' ');
}

/**
 * rea_time_text_moment:
 * @time: a moment
 * @time_zone: the IANA name of where it is meant
 *
 * Returns: (transfer full): the moment in full, with the day of the week and the place
 */
char *
rea_time_text_moment (gint64 time, const char *time_zone)
{
  g_autofree char *place = rea_time_text_zone (time_zone);
  /* TRANSLATORS: a day and a time in full, in the format of strftime. */
  g_autofree char *moment = format (time, time_zone, _ ("%A, %-e %B %Y, %H:%M"));

  /* TRANSLATORS: a moment where a campaign is: %1$s is a date and a time, %2$s a city. */
  return g_strdup_printf (_ ("%1$s, %2$s time"), moment, place);
}

/**
 * rea_time_text_short:
 * @time: a moment
 * @time_zone: the IANA name of where it is meant
 *
 * Returns: (transfer full): the moment in short, with the day of the week
 */
char *
rea_time_text_short (gint64 time, const char *time_zone)
{
  /* TRANSLATORS: a day and a time in short, in the format of strftime. */
  return format (time, time_zone, _ ("%a %-e %b %H:%M"));
}
