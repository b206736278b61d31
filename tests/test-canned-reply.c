/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-canned-reply.h"

#include "rea-error.h"

static GPtrArray *
make_two (const char *title, const char *text)
{
  GPtrArray *replies = rea_canned_replies_new ();

  g_ptr_array_add (replies, rea_canned_reply_new ("Thanks", "Thank you!"));
  g_ptr_array_add (replies, rea_canned_reply_new (title, text));

  return replies;
}

static void
test_equal (void)
{
  g_autoptr (GPtrArray) replies = make_two ("Who", "I am %SenderFirstName%");
  g_autoptr (GPtrArray) copy = rea_canned_replies_copy (replies);
  g_autoptr (GPtrArray) title = make_two ("Who?", "I am %SenderFirstName%");
  g_autoptr (GPtrArray) text = make_two ("Who", "I am %SenderLastName%");
  g_autoptr (GPtrArray) none = rea_canned_replies_new ();

  g_assert_true (rea_canned_replies_equal (replies, copy));
  g_assert_false (rea_canned_replies_equal (replies, title));
  g_assert_false (rea_canned_replies_equal (replies, text));
  g_assert_false (rea_canned_replies_equal (replies, none));
}

static void
test_faults (void)
{
  const struct
  {
    const char *title;
    const char *text;
    gboolean    in_text;
  } cases[] = {
    { "", "Hi", FALSE }, { " ", "Hi", FALSE },  { "", "", FALSE },
    { "Who", "", TRUE }, { "Who", "\n", TRUE },
  };
  g_autoptr (GPtrArray) twins = make_two ("Thanks", "Thank you!");
  ReaCannedReplyFault fault;

  g_assert_false (rea_canned_replies_find_fault (twins, &fault, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) replies = make_two (cases[i].title, cases[i].text);
      g_autoptr (GError) error = NULL;

      g_test_message ("“%s”: “%s”", cases[i].title, cases[i].text);
      g_assert_true (rea_canned_replies_find_fault (replies, &fault, &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
      g_assert_cmpuint (fault.reply, ==, 1);
      g_assert_cmpint (fault.in_text, ==, cases[i].in_text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/canned-reply/equal", test_equal);
  g_test_add_func ("/canned-reply/faults", test_faults);

  return g_test_run ();
}
