/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-places.h"

#include "rea-time.h"

#include <string.h>

static void
place_free (gpointer data)
{
  ReaPlace *self = data;

  g_free (self->code);
  g_free (self->country);
  g_free (self->detail);
  g_free (self);
}

static void
add (GPtrArray *places, const char *code, const char *country, const char *detail)
{
  ReaPlace *place = g_new0 (ReaPlace, 1);

  place->code = g_strdup (code);
  place->country = g_strdup (country);
  place->detail = g_strdup (detail);
  g_ptr_array_add (places, place);
}

/* The lines of a table that stands beside the time zones, but for its notes. */
static char **
read_table (const char *name)
{
  const char      *folder = g_getenv ("TZDIR");
  g_autofree char *path =
      g_build_filename (folder != NULL ? folder : "/usr/share/zoneinfo", name, NULL);
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL) || !g_utf8_validate (text, -1, NULL))
    return g_new0 (char *, 1);

  return g_strsplit (text, "\n", -1);
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  const ReaPlace *const *one = a;
  const ReaPlace *const *other = b;

  return strcmp ((*one)->code, (*other)->code);
}

/**
 * rea_places_list_countries:
 *
 * Returns: (transfer full) (element-type ReaPlace): the countries that the system's
 *   table names, by their codes; none where it has no table
 */
GPtrArray *
rea_places_list_countries (void)
{
  GPtrArray *countries = g_ptr_array_new_with_free_func (place_free);
  g_auto (GStrv) lines = read_table ("iso3166.tab");

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 2);

      if (lines[i][0] != '#' && g_strv_length (cells) == 2)
        add (countries, cells[0], cells[1], NULL);
    }

  g_ptr_array_sort (countries, compare_codes);

  return countries;
}

static const char *
find_country (GPtrArray *countries, const char *code)
{
  for (guint i = 0; i < countries->len; i++)
    {
      const ReaPlace *country = g_ptr_array_index (countries, i);

      if (g_str_equal (country->code, code))
        return country->country;
    }

  return "";
}

/**
 * rea_places_list_zones:
 *
 * Returns: (transfer full) (element-type ReaPlace): UTC and the time zones that
 *   the system's table names and knows, by their names
 */
GPtrArray *
rea_places_list_zones (void)
{
  GPtrArray *zones = g_ptr_array_new_with_free_func (place_free);
  g_autoptr (GPtrArray) countries = rea_places_list_countries ();
  g_auto (GStrv) lines = read_table ("zone.tab");

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 4);

      if (lines[i][0] == '#' || g_strv_length (cells) < 3 || !rea_time_zone_is_known (cells[2]))
        continue;

      add (zones, cells[2], find_country (countries, cells[0]), cells[3]);
    }

  g_ptr_array_sort (zones, compare_codes);
  if (rea_time_zone_is_known ("UTC"))
    {
      add (zones, "UTC", "", NULL);
      g_ptr_array_insert (zones, 0, g_ptr_array_steal_index (zones, zones->len - 1));
    }

  return zones;
}
