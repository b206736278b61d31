/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-session-private.h"

static GPtrArray *
count_answers (ReaSession *self, gint64 campaign, GError **error)
{
  g_autoptr (ReaCampaign) entered = rea_session_enter (self, campaign, REA_VERB_SEE, error);

  return entered != NULL ? rea_store_count_answers (rea_session_get_store (self), entered, error)
                         : NULL;
}

/**
 * rea_session_count_answers:
 * @self: a session
 * @campaign: the number of a campaign
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND
 *
 * Counts what the survey was answered with, also to questions that are asked no
 * more: their answers stay, and count again when the question does.
 *
 * Returns: (transfer full) (nullable) (element-type ReaAnswerCount): how often what
 *   was answered, in the order of the names of the questions
 */
GPtrArray *
rea_session_count_answers (ReaSession *self, gint64 campaign, GError **error)
{
  g_autoptr (GPtrArray) counts = NULL;

  if (!rea_session_begin (self, REA_STORE_READ, NULL, error))
    return NULL;

  counts = count_answers (self, campaign, error);
  if (!rea_session_end (self, counts != NULL, error))
    return NULL;

  return g_steal_pointer (&counts);
}
