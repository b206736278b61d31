/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-commands.h"
#include "ctl-filter.h"
#include "ctl-objects.h"
#include "ctl-tables.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* No number is expected. */
#define ANY_NUMBER -1

/**
 * ctl_call_answer_result:
 *
 * Answers what a request moved or would move.
 */
void
ctl_call_answer_result (CtlCall *call, const ReaResult *result)
{
  g_autoptr (CtlJson) json = ctl_json_new ();

  if (!call->json)
    {
      ctl_call_say_result (call, result);
      return;
    }

  ctl_json_begin_object (json, NULL);
  ctl_json_add_result_members (json, result);
  ctl_json_end_object (json);
  ctl_call_say_json (call, json);
}

/* A preview shows what applying would do, its refusal too. */
static ReaResult *
preview (CtlCall          *call,
         ReaSession       *session,
         gint64            campaign,
         const ReaRequest *request,
         gint64            expected,
         GError          **error)
{
  g_autoptr (ReaResult) result = NULL;

  result = rea_session_preview (session, campaign, request, call->cancellable, error);

  if (result != NULL && expected != ANY_NUMBER && result->plan->moved != expected)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_CHANGED,
                   /* TRANSLATORS: an error of reassignctl reassign --preview --expect=N. */
                   ngettext ("%1$" PRId64 " conversation would move; %2$" PRId64 " were expected.",
                             "%1$" PRId64 " conversations would move; %2$" PRId64 " were expected.",
                             result->plan->moved),
                   result->plan->moved, expected);
      return NULL;
    }

  return g_steal_pointer (&result);
}

gboolean
ctl_reassign (CtlCall *call, GError **error)
{
  g_autoptr (ReaRequest) request = ctl_request_parse (call->options, error);
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaResult) result = NULL;
  gint64 expected = ANY_NUMBER;
  gint64 id;

  if (request == NULL ||
      !ctl_options_get_number (call->options, CTL_OPTION_EXPECT, 0, G_MAXINT64, &expected, error))
    return FALSE;

  session = ctl_call_open_campaign (call, &id, error);
  if (session == NULL)
    return FALSE;

  if (ctl_options_has (call->options, CTL_OPTION_PREVIEW))
    result = preview (call, session, id, request, expected, error);
  else
    result = rea_session_reassign (session, id, request, NULL, expected, call->cancellable, error);

  if (result == NULL)
    return FALSE;

  ctl_call_answer_result (call, result);

  return TRUE;
}

gboolean
ctl_self_assign (CtlCall *call, GError **error)
{
  gint64 id;
  g_autoptr (ReaSession) session = ctl_call_open_campaign (call, &id, error);
  g_autoptr (ReaResult) result = NULL;

  if (session == NULL)
    return FALSE;

  result = rea_session_self_assign (session, id, error);
  if (result == NULL)
    return FALSE;

  ctl_call_answer_result (call, result);

  return TRUE;
}

static void
undo_json (CtlCall *call, const ReaResult *result, gint64 n_left)
{
  g_autoptr (CtlJson) json = ctl_json_new ();

  ctl_json_begin_object (json, NULL);
  ctl_json_add_id (json, "move", result->move);
  ctl_json_add_number (json, "undoes", result->undoes);
  ctl_json_add_number (json, "moved", result->plan->moved);
  ctl_json_add_number (json, "left", n_left);
  ctl_json_begin_object (json, "reasons");
  ctl_json_add_number (json, "moved_since", result->left.moved_since);
  ctl_json_add_number (json, "answered_since", result->left.answered_since);
  ctl_json_add_number (json, "no_longer_sender", result->left.no_longer_sender);
  ctl_json_end_object (json);
  ctl_json_end_object (json);

  ctl_call_say_json (call, json);
}

static void
say_undo (CtlCall *call, const ReaResult *result)
{
  const ReaLeft *left = &result->left;

  ctl_call_say (call,
                /* TRANSLATORS: reassignctl undo; %2$ is the number of the move that is undone. */
                ngettext ("%1$" PRId64 " conversation of move %2$" PRId64 " was given back.",
                          "%1$" PRId64 " conversations of move %2$" PRId64 " were given back.",
                          result->plan->moved),
                result->plan->moved, result->undoes);

  if (left->moved_since > 0)
    ctl_call_say (call,
                  /* TRANSLATORS: reassignctl undo: what it left alone, and why. */
                  ngettext ("%" PRId64 " was moved since, and stays.",
                            "%" PRId64 " were moved since, and stay.", left->moved_since),
                  left->moved_since);
  if (left->answered_since > 0)
    ctl_call_say (call,
                  /* TRANSLATORS: reassignctl undo: what it left alone, and why. */
                  ngettext ("%" PRId64 " stays with who answered it since.",
                            "%" PRId64 " stay with who answered them since.", left->answered_since),
                  left->answered_since);
  if (left->no_longer_sender > 0)
    ctl_call_say (call,
                  /* TRANSLATORS: reassignctl undo: what it left alone, and why. */
                  ngettext ("%" PRId64 " stays: who held it is no sender any more.",
                            "%" PRId64 " stay: who held them is no sender any more.",
                            left->no_longer_sender),
                  left->no_longer_sender);
}

gboolean
ctl_undo (CtlCall *call, GError **error)
{
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaResult) result = NULL;
  gint64 move;
  gint64 id;

  if (!ctl_call_get_id (call, 1, "MOVE", &move, error))
    return FALSE;

  session = ctl_call_open_campaign (call, &id, error);
  if (session == NULL)
    return FALSE;

  result = rea_session_undo (session, id, move, call->cancellable, error);
  if (result == NULL)
    return FALSE;

  if (call->json)
    undo_json (call, result,
               result->left.moved_since + result->left.answered_since +
                   result->left.no_longer_sender);
  else
    say_undo (call, result);

  return TRUE;
}
