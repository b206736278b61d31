/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-time.h"

#include "rea-error.h"
#include "rea-time.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/**
 * ctl_time_check:
 * @text: a time in ISO 8601, with an offset or without
 * @what: whose it is, as the user knows it: "--at"
 * @error: set to %REA_ERROR_USAGE where @text is none
 *
 * Whether a time can be one, wherever its campaign is.
 */
gboolean
ctl_time_check (const char *text, const char *what, GError **error)
{
  g_autoptr (GTimeZone) anywhere = g_time_zone_new_utc ();
  gint64 time;

  if (rea_time_parse (text, anywhere, &time))
    return TRUE;

  g_set_error (error, REA_ERROR, REA_ERROR_USAGE,
               /* TRANSLATORS: an error of reassignctl; %1$s is an option. */
               _ ("%1$s must be a time as in 2026-11-03T18:00, not “%2$s”."), what, text);

  return FALSE;
}

/**
 * ctl_time_resolve:
 * @text: what ctl_time_check() took for a time
 * @zone: the IANA name of the time zone it is in if it has no offset
 * @time: (out): the moment
 */
gboolean
ctl_time_resolve (const char *text, const char *zone, gint64 *time, GError **error)
{
  g_autoptr (GTimeZone) local = NULL;

  if (!rea_time_zone_is_known (zone))
    {
      g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                   /* TRANSLATORS: an error of reassignctl; %s is as in America/New_York. */
                   _ ("There is no time zone “%s”."), zone);
      return FALSE;
    }

  local = g_time_zone_new_identifier (zone);

  return rea_time_parse (text, local, time) || ctl_time_check (text, zone, error);
}

/**
 * ctl_time_to_age:
 * @time: a moment in the past
 * @now: this moment
 *
 * Returns: (transfer full): how long ago that is, for people, in at most two units
 */
char *
ctl_time_to_age (gint64 time, gint64 now)
{
  gint64 minutes = MAX (now - time, 0) / 60;

  if (minutes < 60)
    /* TRANSLATORS: a length of time in a table of reassignctl, in minutes; short. */
    return g_strdup_printf (_ ("%" PRId64 " min"), minutes);
  if (minutes < 24 * 60)
    /* TRANSLATORS: a length of time in a table of reassignctl, in hours and minutes; short. */
    return g_strdup_printf (_ ("%" PRId64 " h %" PRId64 " min"), minutes / 60, minutes % 60);

  /* TRANSLATORS: a length of time in a table of reassignctl, in days and hours; short. */
  return g_strdup_printf (_ ("%" PRId64 " d %" PRId64 " h"), minutes / 60 / 24, minutes / 60 % 24);
}

static gboolean
parse_clock (const char *text, int *minutes)
{
  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]) || text[2] != ':' ||
      !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return FALSE;

  *minutes = (g_ascii_digit_value (text[0]) * 10 + g_ascii_digit_value (text[1])) * 60 +
             g_ascii_digit_value (text[3]) * 10 + g_ascii_digit_value (text[4]);

  return text[3] < '6' && *minutes <= 24 * 60;
}

/**
 * ctl_hours_parse:
 * @text: as in "09:00-21:00"
 * @start: (out): minutes after midnight
 * @end: (out): minutes after midnight, later than @start; 24:00 is the day's end
 * @error: set to %REA_ERROR_USAGE where @text is none
 */
gboolean
ctl_hours_parse (const char *text, int *start, int *end, GError **error)
{
  if (strlen (text) == strlen ("hh:mm-hh:mm") && text[5] == '-' && parse_clock (text, start) &&
      parse_clock (text + 6, end) && *start < *end)
    return TRUE;

  g_set_error (error, REA_ERROR, REA_ERROR_USAGE,
               /* TRANSLATORS: an error of reassignctl; any stays as it is. */
               _ ("--hours must be a start and a later end as in 09:00-21:00, or any, not “%s”."),
               text);

  return FALSE;
}

/**
 * ctl_hours_to_string:
 * @minutes: minutes after midnight
 *
 * Returns: (transfer full): as in "09:00"
 */
char *
ctl_hours_to_string (int minutes)
{
  return g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
}
