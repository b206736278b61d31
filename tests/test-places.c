/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-places.h"

#include "rea-time.h"

#include <glib/gstdio.h>

static const ReaPlace *
find (GPtrArray *places, const char *code)
{
  for (guint i = 0; i < places->len; i++)
    {
      const ReaPlace *place = g_ptr_array_index (places, i);

      if (g_str_equal (place->code, code))
        return place;
    }

  return NULL;
}

static void
test_countries (void)
{
  g_autoptr (GPtrArray) countries = rea_places_list_countries ();

  g_assert_cmpuint (countries->len, >, 200);
  g_assert_cmpstr (find (countries, "US")->country, ==, "United States");
  g_assert_cmpstr (find (countries, "DE")->country, ==, "Germany");
}

static void
test_zones (void)
{
  g_autoptr (GPtrArray) zones = rea_places_list_zones ();

  g_assert_cmpuint (zones->len, >, 300);
  g_assert_cmpstr (((const ReaPlace *) g_ptr_array_index (zones, 0))->code, ==, "UTC");
  g_assert_cmpstr (find (zones, "America/New_York")->country, ==, "United States");
  g_assert_nonnull (find (zones, "America/New_York")->detail);
  g_assert_cmpstr (find (zones, "Europe/Berlin")->country, ==, "Germany");

  for (guint i = 0; i < zones->len; i++)
    g_assert_true (
        rea_time_zone_is_known (((const ReaPlace *) g_ptr_array_index (zones, i))->code));
}

/* A machine without the tables has none to choose from, and no trouble either. */
static void
test_no_tables (void)
{
  if (g_test_subprocess ())
    {
      g_autofree char *folder = g_dir_make_tmp ("reassign-places-XXXXXX", NULL);
      g_autoptr (GPtrArray) zones = NULL;
      g_autoptr (GPtrArray) countries = NULL;

      g_setenv ("TZDIR", folder, TRUE);
      zones = rea_places_list_zones ();
      countries = rea_places_list_countries ();
      g_assert_cmpuint (zones->len, ==, 0);
      g_assert_cmpuint (countries->len, ==, 0);
      g_rmdir (folder);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/places/countries", test_countries);
  g_test_add_func ("/places/zones", test_zones);
  g_test_add_func ("/places/no-tables", test_no_tables);

  return g_test_run ();
}
