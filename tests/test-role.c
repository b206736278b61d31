/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-role.h"

#include "rea-error.h"

/* The tables of rules.md once more, written so that they can be read beside it.
 * A letter for each role from sender to owner: a may everywhere, m in campaigns
 * they are a sender of, o in their own conversations, - not at all. Then one for
 * each state from draft to archived: y or n.
 */
static const struct
{
  const char *name;
  const char *roles;
  const char *states;
} table[REA_N_VERBS] = {
  [REA_VERB_SEE] = { "see", "maaa", "yyyyy" },
  [REA_VERB_SEE_CONVERSATIONS] = { "see conversations", "oaaa", "yyyyy" },
  [REA_VERB_MOVE] = { "move", "-aaa", "yyyyn" },
  [REA_VERB_SEND] = { "send", "oaaa", "nynnn" },
  [REA_VERB_RECORD] = { "record", "oaaa", "yyyyy" },
  [REA_VERB_CLOSE] = { "close", "oaaa", "yyyyn" },
  [REA_VERB_SELF_ASSIGN] = { "self-assign", "mmmm", "nynnn" },
  [REA_VERB_HEARTBEAT] = { "heartbeat", "mmmm", "yyyyy" },
  [REA_VERB_MANAGE_CAMPAIGN] = { "manage campaign", "--aa", "yyyyy" },
  [REA_VERB_IMPORT_CONTACTS] = { "import contacts", "--aa", "yyyyn" },
  [REA_VERB_MANAGE_SENDERS] = { "manage senders", "--aa", "yyyyn" },
  [REA_VERB_MANAGE_USERS] = { "manage users", "--aa", "yyyyy" },
  [REA_VERB_MAINTAIN] = { "maintain", "--aa", "yyyyy" },
};

static const char letters[] = {
  [REA_REACH_NONE] = '-',
  [REA_REACH_OWN] = 'o',
  [REA_REACH_MEMBER] = 'm',
  [REA_REACH_ALL] = 'a',
};

static void
test_roles (void)
{
  for (int verb = 0; verb < REA_N_VERBS; verb++)
    for (int role = 0; role < REA_N_ROLES; role++)
      {
        g_autoptr (GError) error = NULL;
        gboolean allowed = table[verb].roles[role] != '-';

        g_test_message ("%s, %s", table[verb].name, rea_role_to_string (role));
        g_assert_cmpint (letters[rea_role_get_reach (role, verb)], ==, table[verb].roles[role]);
        g_assert_cmpint (rea_role_check (role, verb, &error), ==, allowed);

        if (allowed)
          g_assert_no_error (error);
        else
          g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
      }
}

static void
test_states (void)
{
  for (int verb = 0; verb < REA_N_VERBS; verb++)
    for (int state = 0; state < REA_N_STATES; state++)
      {
        g_autoptr (GError) error = NULL;
        gboolean allowed = table[verb].states[state] == 'y';

        g_test_message ("%s, %s", table[verb].name, rea_state_to_string (state));
        g_assert_cmpint (rea_state_allows (state, verb), ==, allowed);
        g_assert_cmpint (rea_state_check (state, verb, &error), ==, allowed);

        if (allowed)
          g_assert_no_error (error);
        else
          g_assert_error (error, REA_ERROR, REA_ERROR_WRONG_STATE);
      }
}

/* Who stands higher is the larger number: giving and taking roles rests on it. */
static void
test_order (void)
{
  g_assert_cmpint (REA_ROLE_SENDER, <, REA_ROLE_MODERATOR);
  g_assert_cmpint (REA_ROLE_MODERATOR, <, REA_ROLE_ADMIN);
  g_assert_cmpint (REA_ROLE_ADMIN, <, REA_ROLE_OWNER);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/role/roles", test_roles);
  g_test_add_func ("/role/states", test_states);
  g_test_add_func ("/role/order", test_order);

  return g_test_run ();
}
