/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-error.h"
#include "rea-json-text.h"

#include <string.h>

static void
test_good (void)
{
  const char *texts[] = {
    "{}",
    " [ ] ",
    "{\"a\":{\"a\":[{\"a\":1},{\"a\":2}]},\"b\":null}",
    "{\"a\":-1.5e+3,\"b\":true,\"c\":false}",
    "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\udc4b 名\"}",
    "{\r\n\t\"a\":\r\n1}\r\n",
  };
  g_autoptr (ReaJsonText) text = rea_json_text_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (rea_json_text_parse (text, texts[i], strlen (texts[i]), &error));
      g_assert_no_error (error);
    }

  {
    JsonNode *node = rea_json_text_parse (text, texts[4], strlen (texts[4]), NULL);

    g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "a"), ==,
                     "\"\\/\b\f\n\r\té👋 名");
  }
}

static void
test_bad (void)
{
  const char *texts[] = {
    "",
    " ",
    "1",
    "\"a\"",
    "null",
    "{\"a\":1} {\"b\":2}",
    "{\"a\":1}x",
    "{\"a\":1",
    "{\"a\":\"b",
    "{\"a\":",
    "{\"a\"}",
    "{\"a\":1,}",
    "[1,]",
    "[1 2]",
    "{a:1}",
    "{'a':1}",
    "{\"a\":1/* b */}",
    "{\"a\":1}// b",
    "var x = {\"a\":1};",
    "{\"a\":NaN}",
    "{\"a\":tru}",
    "{\"a\":\"b\tc\"}",
    "{\"a\":\"b\nc\"}",
    "{\"a\":\"\\q\"}",
    "{\"a\":\"\\u12\"}",
    "{\"a\":\"\\u12g4\"}",
    "{\"a\":\"b\\u0000c\"}",
    "{\"a\":\"\\ud83d\"}",
    "{\"a\":\"\\ud83dx\"}",
    "{\"a\":\"\\udc4b\\ud83d\"}",
    "{\"a\":\"\\",
    "{\"a\":\"\xff\"}",
    "]",
    "{]",
  };
  g_autoptr (ReaJsonText) text = rea_json_text_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = g_strescape (texts[i], NULL);

      g_test_message ("%s", shown);
      g_assert_null (rea_json_text_parse (text, texts[i], strlen (texts[i]), &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
      g_clear_error (&error);

      /* And what was read before does not stand in the way of the next. */
      g_assert_nonnull (rea_json_text_parse (text, "{\"a\":1}", 7, &error));
      g_assert_no_error (error);
    }

  {
    g_autoptr (GError) error = NULL;

    g_assert_null (rea_json_text_parse (text, "{\"a\0\":1}", 8, &error));
    g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
  }
}

static void
test_repeated (void)
{
  const char *texts[] = { "{\"a\":1,\"b\":2,\"a\":3}", "{\"x\":[{\"b\":1},{\"a\":1,\"a\":1}]}",
                          "{\"x\":{\"a\":{},\"a\":{}},\"y\":1}" };
  g_autoptr (ReaJsonText) text = rea_json_text_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (rea_json_text_parse (text, texts[i], strlen (texts[i]), &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, "Two members are called “a”.");
    }
}

static void
test_deep (void)
{
  g_autofree char *open = g_strnfill (1000 * 1000, '[');
  g_autofree char *close = g_strnfill (1000 * 1000, ']');
  g_autofree char *deep = g_strconcat (open, close, NULL);
  g_autoptr (ReaJsonText) text = rea_json_text_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (rea_json_text_parse (text, deep, strlen (deep), &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
}

/* Whatever a text is cut to, it is no JSON any more. */
static void
test_cut_off (void)
{
  const char *whole =
      "{\"conversation\":{\"phone\":\"+12025550101\",\"fields\":{\"a\":\"\\u00e9\"},"
      "\"messages\":[{\"direction\":\"out\",\"at\":null}],\"opted_out\":false}}";
  g_autoptr (ReaJsonText) text = rea_json_text_new ();

  g_assert_nonnull (rea_json_text_parse (text, whole, strlen (whole), NULL));
  for (gsize n = 0; n < strlen (whole); n++)
    g_assert_null (rea_json_text_parse (text, whole, n, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-text/good", test_good);
  g_test_add_func ("/json-text/bad", test_bad);
  g_test_add_func ("/json-text/repeated", test_repeated);
  g_test_add_func ("/json-text/deep", test_deep);
  g_test_add_func ("/json-text/cut-off", test_cut_off);

  return g_test_run ();
}
