/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl-options.h"

#include "rea-error.h"

static CtlOptions *
parse (const char *const *words, GError **error)
{
  g_autoptr (CtlOptions) options = ctl_options_new ();
  gboolean parsed;

  parsed =
      ctl_options_parse (options, (int) g_strv_length ((char **) words), (char **) words, error);
  g_assert_true (parsed == (error == NULL || *error == NULL));

  return g_steal_pointer (&options);
}

static CtlOptions *
parse_well (const char *const *words)
{
  g_autoptr (GError) error = NULL;
  CtlOptions *options = parse (words, &error);

  g_assert_no_error (error);

  return options;
}

static void
assert_arguments (const CtlOptions *options, const char *const *expected)
{
  g_assert_cmpuint (options->arguments->len, ==, g_strv_length ((char **) expected));
  for (guint i = 0; expected[i] != NULL; i++)
    g_assert_cmpstr (g_ptr_array_index (options->arguments, i), ==, expected[i]);
}

static void
test_anywhere (void)
{
  const char *words[] = { "--json", "reassign", "--to=a@example.org", "--from",
                          "any",    "Spring",   "--preview",          NULL };
  const char *arguments[] = { "reassign", "Spring", NULL };
  g_autoptr (CtlOptions) options = parse_well (words);

  g_assert_true (ctl_options_has (options, CTL_OPTION_JSON));
  g_assert_true (ctl_options_has (options, CTL_OPTION_PREVIEW));
  g_assert_false (ctl_options_has (options, CTL_OPTION_QUIET));
  g_assert_cmpstr (ctl_options_get (options, CTL_OPTION_TO), ==, "a@example.org");
  g_assert_cmpstr (ctl_options_get (options, CTL_OPTION_FROM), ==, "any");
  g_assert_null (ctl_options_get (options, CTL_OPTION_STATUS));
  assert_arguments (options, arguments);
}

static void
test_end (void)
{
  const char *words[] = { "message", "--direction", "in", "--", "1", "2", "--json", "--", NULL };
  const char *arguments[] = { "message", "1", "2", "--json", "--", NULL };
  g_autoptr (CtlOptions) options = parse_well (words);

  g_assert_false (ctl_options_has (options, CTL_OPTION_JSON));
  assert_arguments (options, arguments);
}

/* What begins with one dash is a word like any other: people write such texts. */
static void
test_values (void)
{
  const char *words[] = { "--search=", "--title", "--json", "--message=a=b", "-1", "-", "", NULL };
  const char *arguments[] = { "-1", "-", "", NULL };
  g_autoptr (CtlOptions) options = parse_well (words);

  g_assert_cmpstr (ctl_options_get (options, CTL_OPTION_SEARCH), ==, "");
  g_assert_cmpstr (ctl_options_get (options, CTL_OPTION_TITLE), ==, "--json");
  g_assert_cmpstr (ctl_options_get (options, CTL_OPTION_MESSAGE), ==, "a=b");
  g_assert_false (ctl_options_has (options, CTL_OPTION_JSON));
  assert_arguments (options, arguments);
}

static void
test_wrong (void)
{
  static const struct
  {
    const char *words[4];
    const char *message;
  } cases[] = {
    { { "--form=any", "--json" }, "There is no option --form." },
    { { "--fro=any", "--json" }, "There is no option --fro." },
    { { "--=any", "--json" }, "There is no option --." },
    { { "--JSON", "--json" }, "There is no option --JSON." },
    { { "--preview=yes", "--json" }, "The option --preview takes no value." },
    { { "--preview=", "--json" }, "The option --preview takes no value." },
    { { "--json", "--from" }, "The option --from needs a value." },
    { { "--json", "--from=any", "--from=any" }, "The option --from was given twice." },
    { { "--json", "--json" }, "The option --json was given twice." },
    { { "--form", "--json", "--fro" }, "There is no option --form." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CtlOptions) options = parse (cases[i].words, &error);

      g_assert_error (error, REA_ERROR, REA_ERROR_USAGE);
      g_assert_cmpstr (error->message, ==, cases[i].message);
      /* Even so it is known how to answer. */
      g_assert_true (ctl_options_has (options, CTL_OPTION_JSON));
    }
}

static void
assert_number (const char *text, gint64 expected)
{
  g_autoptr (GError) error = NULL;
  gint64 number;

  g_assert_true (ctl_number_parse (text, "--limit", 1, 5000, &number, &error));
  g_assert_no_error (error);
  g_assert_cmpint (number, ==, expected);
}

static void
test_numbers (void)
{
  static const char *const wrong[] = { "",
                                       "0",
                                       "-1",
                                       "5001",
                                       "1.0",
                                       "1e3",
                                       " 1",
                                       "1 ",
                                       "+1",
                                       "0x10",
                                       "one",
                                       "1,0",
                                       "１",
                                       "--",
                                       "1\n2",
                                       "all",
                                       "99999999999999999999" };

  assert_number ("1", 1);
  assert_number ("5000", 5000);
  assert_number ("0017", 17);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 number = 7;

      g_test_message ("%s", wrong[i]);
      g_assert_false (ctl_number_parse (wrong[i], "--limit", 1, 5000, &number, &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_USAGE);
    }
}

static void
test_number_without_end (void)
{
  g_autoptr (GError) error = NULL;
  gint64 number;

  g_assert_true (
      ctl_number_parse ("9223372036854775807", "--number", 1, G_MAXINT64, &number, NULL));
  g_assert_cmpint (number, ==, G_MAXINT64);

  g_assert_false (
      ctl_number_parse ("9223372036854775808", "--number", 1, G_MAXINT64, &number, &error));
  g_assert_cmpstr (error->message, ==,
                   "--number must be a number from 1 on, not “9223372036854775808”.");
}

static void
test_lists (void)
{
  static const char *const wrong[] = { "", ",", "a,", ",a", "a,,b", "a, ,b", " " };
  g_auto (GStrv) list = NULL;

  g_assert_true (ctl_list_parse ("a, b ,c", "--to", &list, NULL));
  g_assert_cmpuint (g_strv_length (list), ==, 3);
  g_assert_cmpstr (list[0], ==, "a");
  g_assert_cmpstr (list[1], ==, "b");
  g_assert_cmpstr (list[2], ==, "c");

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) none = NULL;

      g_test_message ("%s", wrong[i]);
      g_assert_false (ctl_list_parse (wrong[i], "--to", &none, &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_USAGE);
      g_assert_null (none);
    }
}

static void
test_specs (void)
{
  for (guint i = 0; i < CTL_N_OPTIONS; i++)
    {
      g_assert_nonnull (ctl_option_get_spec (i)->name);
      g_assert_nonnull (ctl_option_get_spec (i)->help);

      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (ctl_option_get_spec (i)->name, !=, ctl_option_get_spec (j)->name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ctl-options/anywhere", test_anywhere);
  g_test_add_func ("/ctl-options/end", test_end);
  g_test_add_func ("/ctl-options/values", test_values);
  g_test_add_func ("/ctl-options/wrong", test_wrong);
  g_test_add_func ("/ctl-options/numbers", test_numbers);
  g_test_add_func ("/ctl-options/number-without-end", test_number_without_end);
  g_test_add_func ("/ctl-options/lists", test_lists);
  g_test_add_func ("/ctl-options/specs", test_specs);

  return g_test_run ();
}
