/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange-fixture.h"

static ReaImportReport *
import_senders (Fixture    *fixture,
                ReaSession *session,
                const char *csv,
                gboolean    skip_bad,
                GError    **error)
{
  g_autofree char *path = fixture_path (fixture, "in.csv");
  ReaImportReport *report = NULL;

  fixture_write (fixture, "in.csv", csv, -1);
  rea_session_import_senders (session, fixture->campaign, path, skip_bad, &report, error);

  return report;
}

static guint
count_senders (Fixture *fixture)
{
  g_autoptr (GPtrArray) senders =
      rea_session_list_senders (fixture->session, fixture->campaign, NULL);

  return senders->len;
}

static void
test_plain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaImportReport) report = import_senders (fixture, fixture->session,
                                                       "Role,Given Name,Surname,Email,phone\n"
                                                       "Moderator, Cy ,Dee, cy@example.org ,1\n"
                                                       ",,,dee@example.org,2\n"
                                                       "\n"
                                                       "owner,Other,Name,ANN@example.org,3\n",
                                                       FALSE, &error);
  g_autoptr (GPtrArray) senders = NULL;
  const ReaUser *cy = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (report->rows, ==, 3);
  g_assert_cmpint (report->imported, ==, 3);
  g_assert_cmpint (report->added->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (report->added, 0), ==, "cy@example.org");
  g_assert_cmpstr (g_ptr_array_index (report->added, 1), ==, "dee@example.org");

  senders = rea_session_list_senders (fixture->session, fixture->campaign, &error);
  g_assert_cmpint (senders->len, ==, 4);
  cy = rea_senders_find (senders, "cy@example.org")->user;
  g_assert_cmpstr (cy->first_name, ==, "Cy");
  g_assert_cmpstr (cy->last_name, ==, "Dee");
  g_assert_cmpint (cy->role, ==, REA_ROLE_MODERATOR);
  g_assert_cmpint (rea_senders_find (senders, "dee@example.org")->user->role, ==, REA_ROLE_SENDER);

  /* Who exists stays as they are. */
  g_assert_cmpstr (rea_senders_find (senders, "ann@example.org")->user->first_name, ==, "");
  g_assert_cmpint (rea_senders_find (senders, "ann@example.org")->user->role, ==, REA_ROLE_SENDER);
}

static void
test_bad_rows (Fixture *fixture, gconstpointer data)
{
  const char *csv = "email,role\n"
                    "cy@example.org,\n"
                    "nobody,\n"
                    ",\n"
                    "dee@example.org,boss\n"
                    "CY@example.org,\n"
                    "eve@example.org\n"
                    "fay@example.org,sender\n";
  const struct
  {
    gint64      line;
    const char *reason;
  } expected[] = {
    { 3, "“nobody” is no e-mail address." },
    { 4, "“” is no e-mail address." },
    { 5, "“boss” is no role; there are owner, admin, moderator and sender." },
    { 6, "CY@example.org stands in the file twice." },
    { 7, "The row has 1 cell, the header has 2." },
  };

  for (guint skip_bad = 0; skip_bad < 2; skip_bad++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ReaImportReport) report =
          import_senders (fixture, fixture->session, csv, skip_bad, &error);

      if (skip_bad)
        g_assert_no_error (error);
      else
        {
          g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
          g_assert_cmpstr (error->message, ==,
                           "5 rows are bad, so nothing was imported. Line 3: “nobody” is no e-mail "
                           "address.");
        }

      g_assert_cmpint (report->imported, ==, skip_bad ? 2 : 0);
      g_assert_cmpint (report->added->len, ==, skip_bad ? 2 : 0);
      g_assert_cmpint (count_senders (fixture), ==, skip_bad ? 4 : 2);
      g_assert_cmpint (report->rejected_total, ==, G_N_ELEMENTS (expected));

      for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
        {
          const ReaRejectedRow *row = g_ptr_array_index (report->rejected, i);

          g_assert_cmpint (row->line, ==, expected[i].line);
          g_assert_cmpstr (row->reason, ==, expected[i].reason);
        }
    }
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const char *cases[] = { "", "first name,role\nAnn,\n", "email,e_mail\na@example.org,\n" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (import_senders (fixture, fixture->session, cases[i], TRUE, &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
      g_assert_cmpint (count_senders (fixture), ==, 2);
    }
}

/* Nobody gives a role above their own, by any file. */
static void
test_not_allowed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *database = fixture_path (fixture, "test.db");

  for (ReaRole role = REA_ROLE_SENDER; role <= REA_ROLE_ADMIN; role++)
    {
      g_autofree char *email = g_strdup_printf ("user%d@example.org", role);
      g_autoptr (ReaUser) user =
          rea_session_add_user (fixture->session, email, NULL, NULL, role, NULL);
      g_autoptr (ReaSession) session = rea_session_open (database, email, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (import_senders (fixture, session,
                                     "email,role\ncy@example.org,sender\ndee@example.org,owner\n",
                                     TRUE, &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
      g_assert_cmpint (count_senders (fixture), ==, 2);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD ("/senders-import/plain", test_plain);
  FIXTURE_ADD ("/senders-import/bad-rows", test_bad_rows);
  FIXTURE_ADD ("/senders-import/refused", test_refused);
  FIXTURE_ADD ("/senders-import/not-allowed", test_not_allowed);

  return g_test_run ();
}
