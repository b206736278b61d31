/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-time.h"

#include <stdio.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FILE, fclose)

#define MAX_TIME_LENGTH 40

/* GDate counts the days from the year 1 on. */
#define JULIAN_1970 719163
#define DAY         (24 * 60 * 60)

/* GLib wants the seconds, and a time at all; people leave them out. */
static gboolean
complete (const char *text, char *completed, gsize size)
{
  gsize       length = strlen (text);
  const char *time = NULL;

  if (length > MAX_TIME_LENGTH)
    return FALSE;

  time = strpbrk (text, "Tt ");
  if (time == NULL)
    {
      g_snprintf (completed, size, "%sT00:00:00", text);
      return TRUE;
    }

  time++;
  if (strlen (time) >= 5 && g_ascii_isdigit (time[0]) && g_ascii_isdigit (time[1]) &&
      time[2] == ':' && g_ascii_isdigit (time[3]) && g_ascii_isdigit (time[4]) && time[5] != ':')
    g_snprintf (completed, size, "%.*s:00%s", (int) (time + 5 - text), text, time + 5);
  else
    g_snprintf (completed, size, "%s", text);

  return TRUE;
}

static gint64
get_offset (GTimeZone *zone, gint64 time)
{
  return g_time_zone_get_offset (zone,
                                 g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, time));
}

/* Says when a clock in @zone shows what a clock in UTC shows at @shown. As RFC 5545
 * has it: where the clock is put back, the first time; an hour that is left out
 * is counted on from before.
 */
static gint64
resolve_local (GTimeZone *zone, gint64 shown)
{
  gint64 before = shown - get_offset (zone, shown - DAY);
  gint64 after = shown - get_offset (zone, shown + DAY);

  if (before + get_offset (zone, before) != shown && after + get_offset (zone, after) == shown)
    return after;

  return before;
}

/* The number that so many digits make, or -1. */
static int
read_digits (const char *digits, int n)
{
  int number = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (digits[i]))
        return -1;
      number = number * 10 + digits[i] - '0';
    }

  return number;
}

/* As we write times ourselves. GLib takes a microsecond for one, which a million of
 * them would feel.
 */
static gboolean
parse_own (const char *text, gint64 *time)
{
  int   year, month, day, hour, minute, second;
  GDate date;

  if (strlen (text) != strlen ("2025-03-09T18:00:00Z") || text[4] != '-' || text[7] != '-' ||
      text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
    return FALSE;

  year = read_digits (text, 4);
  month = read_digits (text + 5, 2);
  day = read_digits (text + 8, 2);
  hour = read_digits (text + 11, 2);
  minute = read_digits (text + 14, 2);
  second = read_digits (text + 17, 2);

  if (year < 1970 || month < 1 || day < 1 || !g_date_valid_dmy (day, month, year) || hour < 0 ||
      hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  *time = ((gint64) g_date_get_julian (&date) - JULIAN_1970) * 86400 + hour * 3600 + minute * 60 +
          second;

  return *time > REA_TIME_NONE;
}

/**
 * rea_time_parse:
 * @text: a time in ISO 8601: `2025-03-09T18:00:00Z`; the seconds may be missing,
 *   or the time of the day, which then is midnight
 * @zone: (nullable): where a text without an offset stands; without a zone it
 *   needs one
 * @time: (out): seconds since 1970; a fraction is cut off
 *
 * Returns: whether @text is a time after 1970 began
 */
gboolean
rea_time_parse (const char *text, GTimeZone *zone, gint64 *time)
{
  char completed[MAX_TIME_LENGTH + 16];
  g_autoptr (GDateTime) date = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  gint64 moment;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (time != NULL, FALSE);

  if (parse_own (text, time))
    return TRUE;

  if (!complete (text, completed, sizeof completed))
    return FALSE;

  /* Without an offset it is none to GLib, but for a zone to take it in. */
  date = g_date_time_new_from_iso8601 (completed, NULL);
  if (date != NULL)
    moment = g_date_time_to_unix (date);
  else if (zone != NULL && (date = g_date_time_new_from_iso8601 (completed, utc)) != NULL)
    moment = resolve_local (zone, g_date_time_to_unix (date));
  else
    return FALSE;

  if (moment <= REA_TIME_NONE)
    return FALSE;

  *time = moment;
  return TRUE;
}

/**
 * rea_time_format:
 * @time: seconds since 1970, or %REA_TIME_NONE
 *
 * Returns: (transfer full) (nullable): @time in UTC, as in `2025-03-09T18:00:00Z`
 */
char *
rea_time_format (gint64 time)
{
  g_autoptr (GDateTime) date = NULL;

  if (time == REA_TIME_NONE)
    return NULL;

  date = g_date_time_new_from_unix_utc (time);
  if (date == NULL)
    return NULL;

  return g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * rea_time_parse_of_day:
 * @text: a time of the day, as in `09:00`; `24:00` is the end of the day
 * @minutes: (out): minutes after midnight
 *
 * Returns: whether @text is one
 */
gboolean
rea_time_parse_of_day (const char *text, int *minutes)
{
  int hour;
  int minute;

  if (strlen (text) != 5 || !g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]) ||
      text[2] != ':' || !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return FALSE;

  hour = (text[0] - '0') * 10 + text[1] - '0';
  minute = (text[3] - '0') * 10 + text[4] - '0';
  if (minute > 59 || hour * 60 + minute > 24 * 60)
    return FALSE;

  *minutes = hour * 60 + minute;
  return TRUE;
}

/**
 * rea_time_format_of_day:
 * @minutes: minutes after midnight
 *
 * Returns: (transfer full): the time of the day, as in `09:00`
 */
char *
rea_time_format_of_day (int minutes)
{
  return g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
}

/**
 * rea_time_zone_is_known:
 * @name: what may be the IANA name of a time zone
 *
 * GLib also takes offsets and rules such as `JST-9`, and complains aloud about
 * a folder such as `America`: none of these is a name, so the file is looked at
 * first.
 *
 * Returns: whether this machine knows a zone of that name
 */
gboolean
rea_time_zone_is_known (const char *name)
{
  const char      *folder = g_getenv ("TZDIR");
  g_autofree char *path = NULL;
  g_autoptr (FILE) file = NULL;
  char magic[4];

  if (name == NULL || !g_ascii_isupper (name[0]) || strstr (name, "..") != NULL)
    return FALSE;

  path = g_build_filename (folder != NULL ? folder : "/usr/share/zoneinfo", name, NULL);
  file = fopen (path, "re");

  return file != NULL && fread (magic, sizeof magic, 1, file) == 1 &&
         memcmp (magic, "TZif", sizeof magic) == 0;
}

/**
 * rea_time_zone_dup_local:
 *
 * Returns: (transfer full): the IANA name of the system's time zone; UTC where
 *   the system names none that is known
 */
char *
rea_time_zone_dup_local (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const char *name = g_time_zone_get_identifier (zone);

  /* As $TZ may be written. */
  if (*name == ':')
    name++;

  return g_strdup (rea_time_zone_is_known (name) ? name : "UTC");
}
