/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-role.h"

#include "rea-error.h"

#include <glib/gi18n-lib.h>

/* The tables of rules.md, "Who may do what". Owner and admin may everything, and
 * so does the moderator but for the last lines.
 */
static const struct
{
  ReaReach moderator;
  ReaReach sender;
  gboolean only_active;
  gboolean when_archived;
} rules[REA_N_VERBS] = {
  [REA_VERB_SEE] = { REA_REACH_ALL, REA_REACH_MEMBER, FALSE, TRUE },
  [REA_VERB_SEE_CONVERSATIONS] = { REA_REACH_ALL, REA_REACH_OWN, FALSE, TRUE },
  [REA_VERB_MOVE] = { REA_REACH_ALL, REA_REACH_NONE, FALSE, FALSE },
  [REA_VERB_SEND] = { REA_REACH_ALL, REA_REACH_OWN, TRUE, FALSE },
  [REA_VERB_RECORD] = { REA_REACH_ALL, REA_REACH_OWN, FALSE, TRUE },
  [REA_VERB_CLOSE] = { REA_REACH_ALL, REA_REACH_OWN, FALSE, FALSE },
  [REA_VERB_SELF_ASSIGN] = { REA_REACH_MEMBER, REA_REACH_MEMBER, TRUE, FALSE },
  [REA_VERB_HEARTBEAT] = { REA_REACH_MEMBER, REA_REACH_MEMBER, FALSE, TRUE },
  [REA_VERB_MANAGE_CAMPAIGN] = { REA_REACH_NONE, REA_REACH_NONE, FALSE, TRUE },
  [REA_VERB_IMPORT_CONTACTS] = { REA_REACH_NONE, REA_REACH_NONE, FALSE, FALSE },
  [REA_VERB_MANAGE_SENDERS] = { REA_REACH_NONE, REA_REACH_NONE, FALSE, FALSE },
  [REA_VERB_MANAGE_USERS] = { REA_REACH_NONE, REA_REACH_NONE, FALSE, TRUE },
  [REA_VERB_MAINTAIN] = { REA_REACH_NONE, REA_REACH_NONE, FALSE, TRUE },
};

/**
 * rea_role_get_reach:
 * @role: a role
 * @verb: what is to be done
 *
 * Returns: where somebody of @role may do it
 */
ReaReach
rea_role_get_reach (ReaRole role, ReaVerb verb)
{
  g_return_val_if_fail (verb < REA_N_VERBS, REA_REACH_NONE);

  switch (role)
    {
    case REA_ROLE_SENDER:
      return rules[verb].sender;
    case REA_ROLE_MODERATOR:
      return rules[verb].moderator;
    case REA_ROLE_ADMIN:
    case REA_ROLE_OWNER:
    default:
      /* Who asks for more or has the Messenger open has to be a sender there. */
      return rules[verb].moderator == REA_REACH_MEMBER ? REA_REACH_MEMBER : REA_REACH_ALL;
    }
}

/**
 * rea_state_allows:
 * @state: the state of a campaign
 * @verb: what is to be done in it
 *
 * Returns: whether the state lets it be done
 */
gboolean
rea_state_allows (ReaState state, ReaVerb verb)
{
  g_return_val_if_fail (verb < REA_N_VERBS, FALSE);

  if (state == REA_STATE_ARCHIVED)
    return rules[verb].when_archived;

  return state == REA_STATE_ACTIVE || !rules[verb].only_active;
}

/**
 * rea_role_check:
 * @role: a role
 * @verb: what is to be done
 * @error: %REA_ERROR_NOT_PERMITTED
 *
 * Returns: whether somebody of @role may do it anywhere
 */
gboolean
rea_role_check (ReaRole role, ReaVerb verb, GError **error)
{
  if (rea_role_get_reach (role, verb) != REA_REACH_NONE)
    return TRUE;

  if (role == REA_ROLE_SENDER)
    g_set_error_literal (error, REA_ERROR, REA_ERROR_NOT_PERMITTED,
                         _ ("A sender may not do this; ask a moderator or an admin."));
  else
    g_set_error_literal (error, REA_ERROR, REA_ERROR_NOT_PERMITTED,
                         _ ("A moderator may not do this; ask an admin."));

  return FALSE;
}

/**
 * rea_state_check:
 * @state: the state of a campaign
 * @verb: what is to be done in it
 * @error: %REA_ERROR_WRONG_STATE
 *
 * Returns: whether the state lets it be done
 */
gboolean
rea_state_check (ReaState state, ReaVerb verb, GError **error)
{
  if (rea_state_allows (state, verb))
    return TRUE;

  switch (state)
    {
    case REA_STATE_DRAFT:
      g_set_error_literal (error, REA_ERROR, REA_ERROR_WRONG_STATE,
                           _ ("The campaign is a draft; make it active first."));
      break;
    case REA_STATE_PAUSED:
      g_set_error_literal (error, REA_ERROR, REA_ERROR_WRONG_STATE, _ ("The campaign is paused."));
      break;
    case REA_STATE_CLOSED:
      g_set_error_literal (error, REA_ERROR, REA_ERROR_WRONG_STATE, _ ("The campaign is closed."));
      break;
    case REA_STATE_ARCHIVED:
      g_set_error_literal (error, REA_ERROR, REA_ERROR_WRONG_STATE,
                           _ ("The campaign is archived; nothing in it can be changed."));
      break;
    case REA_STATE_ACTIVE:
    default:
      g_return_val_if_reached (FALSE);
    }

  return FALSE;
}
