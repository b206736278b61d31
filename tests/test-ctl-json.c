/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl-json.h"

#include <json-glib/json-glib.h>

static void
test_shape (void)
{
  g_autoptr (CtlJson) json = ctl_json_new ();

  ctl_json_begin_object (json, NULL);
  ctl_json_begin_list (json, "empty");
  ctl_json_end_list (json);
  ctl_json_begin_list (json, "list");
  ctl_json_begin_object (json, NULL);
  ctl_json_add_number (json, "n", G_MAXINT64);
  ctl_json_add_boolean (json, "yes", TRUE);
  ctl_json_end_object (json);
  ctl_json_add_string (json, NULL, "Zoë");
  ctl_json_add_null (json, NULL);
  ctl_json_end_list (json);
  ctl_json_add_raw (json, "fields", "{\"city\":\"Ulm\"}");
  ctl_json_add_string (json, "none", NULL);
  ctl_json_add_id (json, "move", 0);
  ctl_json_add_id (json, "undoes", 12);
  ctl_json_add_time (json, "never", 0);
  ctl_json_add_time (json, "at", 1793728800);
  ctl_json_end_object (json);

  g_assert_cmpstr (ctl_json_get_text (json), ==,
                   "{\"empty\": [], \"list\": [{\"n\": 9223372036854775807, \"yes\": true}, "
                   "\"Zoë\", null], \"fields\": {\"city\":\"Ulm\"}, \"none\": null, "
                   "\"move\": null, \"undoes\": 12, \"never\": null, "
                   "\"at\": \"2026-11-03T18:00:00Z\"}");
}

/* Every character there is comes back from another's parser. */
static void
test_strings (void)
{
  for (gunichar c = 1; c < 0x11000; c++)
    {
      char text[8] = { 'a' };
      g_autoptr (CtlJson) json = ctl_json_new ();
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (GError) error = NULL;

      if (c >= 0xd800 && c < 0xe000)
        continue;

      g_unichar_to_utf8 (c, text + 1);
      ctl_json_begin_list (json, NULL);
      ctl_json_add_string (json, NULL, text);
      ctl_json_end_list (json);

      g_assert_null (strchr (ctl_json_get_text (json), '\n'));
      node = json_from_string (ctl_json_get_text (json), &error);
      g_assert_no_error (error);
      g_assert_cmpstr (json_array_get_string_element (json_node_get_array (node), 0), ==, text);
    }
}

static void
test_shares (void)
{
  static const struct
  {
    double      value;
    const char *text;
  } cases[] = {
    { 1.0 / 3, "0.3333" }, { 2.0 / 3, "0.6667" }, { 0, "0.0000" },
    { 1, "1.0000" },       { 0.5, "0.5000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CtlJson) json = ctl_json_new ();

      ctl_json_add_share (json, NULL, cases[i].value);
      g_assert_cmpstr (ctl_json_get_text (json), ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ctl-json/shape", test_shape);
  g_test_add_func ("/ctl-json/strings", test_strings);
  g_test_add_func ("/ctl-json/shares", test_shares);

  return g_test_run ();
}
