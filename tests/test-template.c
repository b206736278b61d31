/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-template.h"

#include "rea-error.h"

#include <string.h>

/* Ann O'Neil, written to by Bo Berg; the campaign also has fields. */
static ReaVariables *
make_variables (void)
{
  g_autoptr (ReaConversation) contact = rea_conversation_new ();
  g_autoptr (ReaUser) sender = rea_user_new ("bo@example.org");
  ReaVariables *variables;

  contact->first_name = g_strdup ("Ann");
  contact->last_name = g_strdup ("O'Neil");
  rea_user_set_names (sender, "Bo", "Berg");
  variables = rea_variables_new (contact, sender);

  rea_variables_add (variables, "City", "Boise");
  rea_variables_add (variables, "Polling Place", "Library");
  rea_variables_add (variables, "Straße", "Hauptstraße");
  rea_variables_add (variables, "Empty", "");
  rea_variables_add (variables, "percent", "50%Cit%y%%");
  rea_variables_add (variables, "Ward", "first");
  rea_variables_add (variables, "WARD", "second");
  rea_variables_add (variables, "Ward", "third");
  rea_variables_add (variables, "firstname", "a field");

  return variables;
}

typedef struct
{
  const char *text;
  const char *filled;
} Case;

static const Case cases[] = {
  { "", "" },
  { "Hello", "Hello" },
  { "Hi %FirstName%, this is %SenderFirstName%.", "Hi Ann, this is Bo." },
  { "%FirstName% %LastName% %SenderFirstName% %SenderLastName%", "Ann O'Neil Bo Berg" },
  { "%firstname% %LASTNAME% %sEnDerFirstName%", "Ann O'Neil Bo" },
  { "%FirstName%%LastName%", "AnnO'Neil" },
  { "%City%", "Boise" },
  { "%CITY%, %city%", "Boise, Boise" },
  { "At the %Polling Place%!", "At the Library!" },
  { "At the %polling place%!", "At the Library!" },
  { "%STRASSE% %Straße%", "Hauptstraße Hauptstraße" },
  { "[%Empty%]", "[]" },

  /* Of fields that differ in case the one that is written so goes first. */
  { "%Ward% %WARD% %ward%", "first second first" },

  /* What a variable stands for is not read again. */
  { "%percent%", "50%Cit%y%%" },

  /* A percent sign. */
  { "%%", "%" },
  { "%%%%", "%%" },
  { "100%% sure", "100% sure" },
  { "%%City%%", "%City%" },
  { "%%%City%", "%Boise" },
  { "%City%%%", "Boise%" },
  { "%City%%", "Boise%" },

  /* A lone one is text. */
  { "%", "%" },
  { "50%", "50%" },
  { "50% off", "50% off" },
  { "50% off and 20% more", "50% off and 20% more" },
  { "Save 20% today, %FirstName%", "Save 20% today, Ann" },
  { "20%discount %FirstName%", "20%discount Ann" },
  { "% City%", "% City%" },
  { "%City %", "%City %" },
  { "% City %", "% City %" },
  { "% %", "% %" },
  { "5%\noff, 6% on", "5%\noff, 6% on" },
  { "5%\u00a0off and 6%\u00a0more", "5%\u00a0off and 6%\u00a0more" },
  { "%City", "%City" },
  { "City%", "City%" },
};

static void
test_fill (void)
{
  g_autoptr (ReaVariables) variables = make_variables ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *filled = rea_template_fill (cases[i].text, variables, &error);

      g_test_message ("“%s”", cases[i].text);
      g_assert_no_error (error);
      g_assert_cmpstr (filled, ==, cases[i].filled);
      g_assert_true (rea_template_check (cases[i].text, variables, &error));
      g_assert_no_error (error);
    }
}

static const Case unknown[] = {
  { "%Frstname%", "%Frstname%" },
  { "Hi %FirstName%, your %Precinct% of %Ballot%", "%Precinct%" },
  { "%First Name%", "%First Name%" },
  { "%City%%Town%", "%Town%" },
  { "100%, or 50% of it", "%, or 50%" },
  { "%Polling  Place%", "%Polling  Place%" },
  { "20% off for %town%", "%town%" },
  { "%%%Town%", "%Town%" },
  { "%Çity%", "%Çity%" },
};

static void
test_unknown (void)
{
  g_autoptr (ReaVariables) variables = make_variables ();

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) check_error = NULL;

      g_test_message ("“%s”", unknown[i].text);
      g_assert_null (rea_template_fill (unknown[i].text, variables, &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, unknown[i].filled));

      g_assert_false (rea_template_check (unknown[i].text, variables, &check_error));
      g_assert_cmpstr (check_error->message, ==, error->message);
    }
}

/* What somebody has written and sees is what is sent, but for the variables that there
 * are.
 */
static void
test_as_written (void)
{
  static const Case written[] = {
    { "", "" },
    { "Hi %FirstName%, %city%!", "Hi Ann, Boise!" },
    { "100%", "100%" },
    { "100%% sure", "100%% sure" },
    { "%%City%%", "%Boise%" },
    { "100%, or 50% of it", "100%, or 50% of it" },
    { "100%, or 50%City% of it", "100%, or 50Boise of it" },
    { "20% off for %town%", "20% off for %town%" },
    { "%town%City%", "%townBoise" },
    { "%town%%City%%", "%town%Boise%" },
    { "%percent%", "50%Cit%y%%" },
    { "%Çity%%", "%Çity%%" },
    { "%%%", "%%%" },
  };
  g_autoptr (ReaVariables) variables = make_variables ();

  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autofree char *filled = rea_template_fill_as_written (written[i].text, variables);

      g_assert_cmpstr (filled, ==, written[i].filled);
    }
}

/* Every campaign has people's names, even before there are contacts. */
static void
test_names_only (void)
{
  g_autoptr (ReaVariables) variables = rea_variables_new (NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (rea_template_check ("%FirstName%%lastname%%SenderFirstName%%SenderLastName%",
                                     variables, &error));
  g_assert_no_error (error);
  g_assert_false (rea_template_check ("%City%", variables, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==,
                   "There is no variable %City%; a percent sign is written %%.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template/fill", test_fill);
  g_test_add_func ("/template/unknown", test_unknown);
  g_test_add_func ("/template/as-written", test_as_written);
  g_test_add_func ("/template/names-only", test_names_only);

  return g_test_run ();
}
