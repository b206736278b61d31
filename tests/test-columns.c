/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-columns.h"
#include "rea-error.h"

#include <string.h>

typedef ReaColumns *(*NewFunc) (const ReaCsvRow *header, GError **error);

/* What the columns of a header, separated by |, are taken for: a word each. */
static char *
take (NewFunc new_func, const char *names, GError **error)
{
  g_auto (GStrv) cells = g_strsplit (names, "|", -1);
  ReaCsvRow header = { 1, g_strv_length (cells), cells, NULL };
  g_autoptr (ReaColumns) columns = new_func (&header, error);
  g_autoptr (GString) told = g_string_new (NULL);

  if (columns == NULL)
    return NULL;

  for (guint i = 0; i < columns->n; i++)
    {
      if (i > 0)
        g_string_append_c (told, '|');

      if (columns->meanings[i] == REA_COLUMN_FIELD)
        g_string_append_printf (told, "field %s", columns->names[i]);
      else
        {
          g_string_append (told, rea_column_get_name (columns->meanings[i]));
          g_assert_cmpint (columns->places[columns->meanings[i]], ==, i);
        }
    }

  return g_string_free (g_steal_pointer (&told), FALSE);
}

static void
assert_taken (NewFunc new_func, const char *names, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *told = take (new_func, names, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (told, ==, expected);
}

static void
assert_refused (NewFunc new_func, const char *names, const char *pattern)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (take (new_func, names, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_true (g_pattern_match_simple (pattern, error->message));
}

static void
test_names (void)
{
  const struct
  {
    const char *column;
    const char *names;
  } cases[] = {
    { "phone", "phone|cell|cell phone|mobile|mobile phone|contact[cell]|phone number|telephone|"
               "Cell_Phone|MOBILEPHONE| Phone Number |Contact[Cell]" },
    { "first name",
      "first name|first|given name|contact[firstName]|First_Name|FIRSTNAME|firstName" },
    { "last name", "last name|last|surname|family name|contact[lastName]|LastName" },
    { "sender", "sender|assigned to|assignee|assignedTexter[email]|Assigned_To" },
    { "status", "status|Status" },
    { "opted out", "opted out|optOut|contact[optOut]|opted_out|Opt Out" },
    { "last message at", "last message at|last_message_at|lastMessageAt" },
    { "time zone", "time zone|timezone|Time_Zone" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) names = g_strsplit (cases[i].names, "|", -1);

      for (guint k = 0; names[k] != NULL; k++)
        {
          g_autofree char *header = g_strconcat (i > 0 ? "phone|" : "city|", names[k], NULL);
          g_autofree char *expected =
              g_strconcat (i > 0 ? "phone|" : "field city|", cases[i].column, NULL);

          assert_taken (rea_columns_new_for_contacts, header, expected);
        }
    }
}

static void
test_fields (void)
{
  assert_taken (rea_columns_new_for_contacts, " City | phone|email|role|first  name of child",
                "field City|phone|field email|field role|field first  name of child");
  assert_taken (rea_columns_new_for_contacts, "phone|city|City|CITY",
                "phone|field city|field City|field CITY");
  assert_taken (rea_columns_new_for_contacts, "phone|'=a|'-|'tis",
                "phone|field =a|field -|field 'tis");
}

static void
test_several_phones (void)
{
  assert_taken (rea_columns_new_for_contacts, "Home Phone|Phone|Cell Phone|Telephone",
                "field Home Phone|field Phone|phone|field Telephone");
  assert_taken (rea_columns_new_for_contacts, "telephone|phone", "phone|field phone");
  assert_taken (rea_columns_new_for_contacts, "phone|mobile|cell", "field phone|phone|field cell");
}

static void
test_own_export (void)
{
#define OWN "phone|first name|last name|sender|status|opted out|last message at|time zone"
  assert_taken (rea_columns_new_for_contacts, OWN, OWN);
  assert_taken (rea_columns_new_for_contacts, OWN "|Cell|first|phone|surname",
                OWN "|field Cell|field first|field phone|field surname");
  /* Another order, or another name, and it is none. */
  assert_taken (rea_columns_new_for_contacts,
                "first name|phone|last name|sender|status|opted out|last message at|time zone|cell",
                "first name|field phone|last name|sender|status|opted out|last message at|time "
                "zone|phone");
  assert_refused (rea_columns_new_for_contacts, OWN "|city|city", "*“city”*");
  assert_refused (rea_columns_new_for_contacts, OWN "|", "Column 9 *");
#undef OWN
}

static void
test_refused (void)
{
  assert_refused (rea_columns_new_for_contacts, "first name|home phone",
                  "*no column for the phone*");
  assert_refused (rea_columns_new_for_contacts, "SQLite format 3", "*no column for the phone*");
  assert_refused (rea_columns_new_for_contacts, "phone|city|city", "*“city”*");
  assert_refused (rea_columns_new_for_contacts, "phone|city| city ", "*“city”*");
  assert_refused (rea_columns_new_for_contacts, "phone|phone", "*“phone”*");
  assert_refused (rea_columns_new_for_contacts, "phone||city", "Column 2 *");
  assert_refused (rea_columns_new_for_contacts, "phone|city| ", "Column 3 *");
  assert_refused (rea_columns_new_for_contacts, "phone|first|given name",
                  "*“first” and “given name” both mean “first name”*");
}

static void
test_senders (void)
{
  assert_taken (rea_columns_new_for_senders, "Email|first name|Surname|role|phone",
                "email|first name|last name|role|field phone");
  assert_taken (rea_columns_new_for_senders, "e_mail||", "email|field |field ");
  assert_refused (rea_columns_new_for_senders, "first name|role", "*“email”*");
  assert_refused (rea_columns_new_for_senders, "email|email", "*both mean “email”*");
}

static void
test_cells (void)
{
  char     *header_cells[] = { g_strdup ("phone"), g_strdup ("first"), g_strdup ("a") };
  char     *cells[] = { g_strdup (" +12025550123 "), g_strdup (" '=Ann "), g_strdup (" b ") };
  ReaCsvRow header = { 1, 3, header_cells, NULL };
  ReaCsvRow row = { 2, 3, cells, NULL };
  g_autoptr (ReaColumns) columns = rea_columns_new_for_contacts (&header, NULL);

  g_assert_cmpstr (rea_columns_get_cell (columns, &row, REA_COLUMN_PHONE), ==, "+12025550123");
  g_assert_cmpstr (rea_columns_get_cell (columns, &row, REA_COLUMN_FIRST_NAME), ==, "=Ann");
  g_assert_cmpstr (rea_columns_get_cell (columns, &row, REA_COLUMN_SENDER), ==, "");

  for (guint i = 0; i < 3; i++)
    {
      g_free (header_cells[i]);
      g_free (cells[i]);
    }
}

static void
test_statuses (void)
{
  const struct
  {
    const char *text;
    ReaStatus   status;
  } cases[] = {
    { "", REA_STATUS_NOT_STARTED },
    { "not_started", REA_STATUS_NOT_STARTED },
    { "needsMessage", REA_STATUS_NOT_STARTED },
    { "messaged", REA_STATUS_MESSAGED },
    { "needs_reply", REA_STATUS_NEEDS_REPLY },
    { "Needs Reply", REA_STATUS_NEEDS_REPLY },
    { "needsResponse", REA_STATUS_NEEDS_REPLY },
    { "replied", REA_STATUS_REPLIED },
    { "convo", REA_STATUS_REPLIED },
    { "CLOSED", REA_STATUS_CLOSED },
  };
  ReaStatus status = REA_STATUS_ANY;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (rea_column_parse_status (cases[i].text, &status));
      g_assert_cmpint (status, ==, cases[i].status);
    }

  g_assert_false (rea_column_parse_status ("any", &status));
  g_assert_false (rea_column_parse_status ("open", &status));
}

static void
test_flags (void)
{
  const char *yes[] = { "true", "TRUE", "yes", "Yes", "1" };
  const char *no[] = { "", "false", "False", "no", "NO", "0" };
  gboolean    flag = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    g_assert_true (rea_column_parse_flag (yes[i], &flag) && flag);
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    g_assert_true (rea_column_parse_flag (no[i], &flag) && !flag);

  g_assert_false (rea_column_parse_flag ("maybe", &flag));
  g_assert_false (rea_column_parse_flag ("2", &flag));
  g_assert_false (rea_column_parse_flag ("y", &flag));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/columns/names", test_names);
  g_test_add_func ("/columns/fields", test_fields);
  g_test_add_func ("/columns/several-phones", test_several_phones);
  g_test_add_func ("/columns/own-export", test_own_export);
  g_test_add_func ("/columns/refused", test_refused);
  g_test_add_func ("/columns/senders", test_senders);
  g_test_add_func ("/columns/cells", test_cells);
  g_test_add_func ("/columns/statuses", test_statuses);
  g_test_add_func ("/columns/flags", test_flags);

  return g_test_run ();
}
