/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-reassign-case.h"

/**
 * rea_reassign_case_new:
 * @verb: which drop-down
 * @from: (nullable): what it fixes of the filter, or %NULL for everyone's
 *   conversations
 *
 * Returns: (transfer full): a case
 */
ReaReassignCase *
rea_reassign_case_new (ReaReassignVerb verb, const ReaFilter *from)
{
  ReaReassignCase *self = g_new0 (ReaReassignCase, 1);

  self->verb = verb;
  self->from = from != NULL ? rea_filter_copy (from) : rea_filter_new ();

  return self;
}

ReaReassignCase *
rea_reassign_case_copy (const ReaReassignCase *self)
{
  return rea_reassign_case_new (self->verb, self->from);
}

void
rea_reassign_case_free (ReaReassignCase *self)
{
  rea_filter_free (self->from);
  g_free (self);
}

/**
 * rea_reassign_case_asks_status:
 * @self: a case
 *
 * Returns: whether a status is chosen in the dialog
 */
gboolean
rea_reassign_case_asks_status (const ReaReassignCase *self)
{
  return self->verb == REA_REASSIGN_SOME || self->verb == REA_REASSIGN_ALL ||
         self->verb == REA_REASSIGN_SENDERS;
}

/**
 * rea_reassign_case_get_number:
 * @self: a case
 *
 * Returns: whether the dialog asks how many
 */
ReaReassignNumber
rea_reassign_case_get_number (const ReaReassignCase *self)
{
  switch (self->verb)
    {
    case REA_REASSIGN_SOME:
      return REA_REASSIGN_NUMBER_ASKED;
    case REA_REASSIGN_SENDERS:
    case REA_REASSIGN_LISTED:
      return REA_REASSIGN_NUMBER_OFFERED;
    case REA_REASSIGN_UNASSIGN:
    case REA_REASSIGN_ALL:
    case REA_REASSIGN_SELECTED:
    case REA_REASSIGN_SWEPT:
    case REA_REASSIGN_REMOVE:
    default:
      return REA_REASSIGN_NUMBER_ALL;
    }
}

/* Whom a share of everyone's may go to is always chosen. */
static gboolean
offers_distribution (const ReaReassignCase *self)
{
  switch (self->verb)
    {
    case REA_REASSIGN_SOME:
      return self->from->holder == REA_HOLDER_NOBODY;
    case REA_REASSIGN_ALL:
      return self->from->holder != REA_HOLDER_ANY;
    case REA_REASSIGN_SENDERS:
    case REA_REASSIGN_SWEPT:
    case REA_REASSIGN_REMOVE:
      return TRUE;
    case REA_REASSIGN_UNASSIGN:
    case REA_REASSIGN_SELECTED:
    case REA_REASSIGN_LISTED:
    default:
      return FALSE;
    }
}

static gboolean
offers_unassigned (const ReaReassignCase *self)
{
  if (self->verb == REA_REASSIGN_SOME || self->from->holder == REA_HOLDER_NOBODY)
    return FALSE;

  return self->verb != REA_REASSIGN_ALL || self->from->holder != REA_HOLDER_ANY;
}

/**
 * rea_reassign_case_offers:
 * @self: a case
 * @to: where conversations could go
 *
 * Returns: whether that is among the choices
 */
gboolean
rea_reassign_case_offers (const ReaReassignCase *self, ReaTo to)
{
  switch (to)
    {
    case REA_TO_UNASSIGNED:
      return offers_unassigned (self);
    case REA_TO_SENDERS:
      return self->verb != REA_REASSIGN_UNASSIGN;
    case REA_TO_OTHERS:
    case REA_TO_ONLINE:
      return offers_distribution (self);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * rea_reassign_case_get_first_to:
 * @self: a case
 *
 * Returns: what is chosen as the dialog opens; it gives nobody work who was not
 *   named, but that a sweep asks for those who are there
 */
ReaTo
rea_reassign_case_get_first_to (const ReaReassignCase *self)
{
  if (self->verb == REA_REASSIGN_SWEPT)
    return REA_TO_ONLINE;

  return self->verb == REA_REASSIGN_UNASSIGN || self->verb == REA_REASSIGN_REMOVE
             ? REA_TO_UNASSIGNED
             : REA_TO_SENDERS;
}

/**
 * rea_reassign_case_get_first_divide:
 * @self: a case
 *
 * Returns: how it is divided as the dialog opens
 */
ReaDivide
rea_reassign_case_get_first_divide (const ReaReassignCase *self)
{
  return self->verb == REA_REASSIGN_SWEPT ? REA_DIVIDE_LEVEL : REA_DIVIDE_EVENLY;
}

/**
 * rea_reassign_case_names_holder:
 * @self: a case
 * @email: (nullable): a sender, or %NULL for what nobody holds
 *
 * Returns: whether it is about what they hold, who are no receivers then
 */
gboolean
rea_reassign_case_names_holder (const ReaReassignCase *self, const char *email)
{
  if (email == NULL)
    return self->from->holder == REA_HOLDER_NOBODY;

  if (self->from->holder != REA_HOLDER_SENDERS)
    return FALSE;

  for (guint i = 0; self->from->senders[i] != NULL; i++)
    if (g_ascii_strcasecmp (self->from->senders[i], email) == 0)
      return TRUE;

  return FALSE;
}

/**
 * rea_reassign_case_is_of_all:
 * @self: a case
 *
 * Returns: whether it is about everyone's conversations, the unassigned ones too
 */
gboolean
rea_reassign_case_is_of_all (const ReaReassignCase *self)
{
  return self->from->holder == REA_HOLDER_ANY;
}

/**
 * rea_reassign_case_needs_tally:
 * @self: a case
 *
 * Returns: whether more than what senders hold has to be known to say how many
 *   conversations there are
 */
gboolean
rea_reassign_case_needs_tally (const ReaReassignCase *self)
{
  return self->verb == REA_REASSIGN_LISTED || self->verb == REA_REASSIGN_SWEPT;
}

/**
 * rea_reassign_case_build:
 * @self: a case
 * @status: the status that was chosen, where one is asked for
 * @number: the number that was chosen, where one is asked for or offered
 * @to: where conversations go
 * @to_senders: (nullable): the senders that were chosen, with %REA_TO_SENDERS
 * @divide: how they are shared out
 *
 * Puts the request together.
 *
 * Returns: (transfer full): the request
 */
ReaRequest *
rea_reassign_case_build (const ReaReassignCase *self,
                         ReaStatus              status,
                         gint64                 number,
                         ReaTo                  to,
                         const char *const     *to_senders,
                         ReaDivide              divide)
{
  ReaRequest *request = rea_request_new ();

  rea_filter_free (request->filter);
  request->filter = rea_filter_copy (self->from);

  if (rea_reassign_case_asks_status (self))
    request->filter->status = status;
  if (rea_reassign_case_get_number (self) != REA_REASSIGN_NUMBER_ALL)
    request->number = number;
  if (to == REA_TO_SENDERS)
    rea_request_set_to_senders (request, to_senders);

  request->to = to;
  request->divide = divide;

  return request;
}
