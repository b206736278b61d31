/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-request.h"

/**
 * rea_request_new:
 *
 * Returns: (transfer full): a request to unassign everything, evenly
 */
ReaRequest *
rea_request_new (void)
{
  ReaRequest *self = g_new0 (ReaRequest, 1);

  self->filter = rea_filter_new ();
  self->number = REA_NUMBER_ALL;
  self->to = REA_TO_UNASSIGNED;
  self->divide = REA_DIVIDE_EVENLY;

  return self;
}

ReaRequest *
rea_request_copy (const ReaRequest *self)
{
  ReaRequest *copy = g_memdup2 (self, sizeof *self);

  copy->filter = rea_filter_copy (self->filter);
  copy->to_senders = g_strdupv (self->to_senders);

  return copy;
}

void
rea_request_free (ReaRequest *self)
{
  rea_filter_free (self->filter);
  g_strfreev (self->to_senders);
  g_free (self);
}

/**
 * rea_request_set_to_senders:
 * @self: a request
 * @emails: (array zero-terminated=1): senders of the campaign
 *
 * Chooses who receives.
 */
void
rea_request_set_to_senders (ReaRequest *self, const char *const *emails)
{
  g_strfreev (self->to_senders);
  self->to_senders = g_strdupv ((char **) emails);
  self->to = REA_TO_SENDERS;
}
