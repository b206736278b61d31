/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-request.h"

G_BEGIN_DECLS

/**
 * ReaReassignVerb:
 * @REA_REASSIGN_UNASSIGN: all becomes unassigned
 * @REA_REASSIGN_SOME: a number of conversations, of one holder or of everyone
 * @REA_REASSIGN_ALL: all of a status, of one holder or of everyone
 * @REA_REASSIGN_SENDERS: what several senders hold
 * @REA_REASSIGN_SELECTED: named conversations
 * @REA_REASSIGN_LISTED: all that a list shows
 * @REA_REASSIGN_SWEPT: what a line of a sweep counts
 * @REA_REASSIGN_REMOVE: a sender is removed, and what they hold goes elsewhere
 *
 * What the drop-downs offer.
 */
typedef enum
{
  REA_REASSIGN_UNASSIGN,
  REA_REASSIGN_SOME,
  REA_REASSIGN_ALL,
  REA_REASSIGN_SENDERS,
  REA_REASSIGN_SELECTED,
  REA_REASSIGN_LISTED,
  REA_REASSIGN_SWEPT,
  REA_REASSIGN_REMOVE,
} ReaReassignVerb;

/**
 * ReaReassignNumber:
 * @REA_REASSIGN_NUMBER_ALL: always all
 * @REA_REASSIGN_NUMBER_ASKED: always a number
 * @REA_REASSIGN_NUMBER_OFFERED: all, or a number
 *
 * Whether somebody says how many.
 */
typedef enum
{
  REA_REASSIGN_NUMBER_ALL,
  REA_REASSIGN_NUMBER_ASKED,
  REA_REASSIGN_NUMBER_OFFERED,
} ReaReassignNumber;

/**
 * ReaReassignCase:
 * @verb: which drop-down
 * @from: what it has fixed of the filter
 *
 * A row of the table of drop-downs: what is fixed, and what the dialog asks.
 */
typedef struct
{
  ReaReassignVerb verb;
  ReaFilter      *from;
} ReaReassignCase;

ReaReassignCase  *rea_reassign_case_new (ReaReassignVerb  verb,
                                         const ReaFilter *from) G_GNUC_WARN_UNUSED_RESULT;
ReaReassignCase  *rea_reassign_case_copy (const ReaReassignCase *self) G_GNUC_WARN_UNUSED_RESULT;
void              rea_reassign_case_free (ReaReassignCase *self);
gboolean          rea_reassign_case_asks_status (const ReaReassignCase *self);
ReaReassignNumber rea_reassign_case_get_number (const ReaReassignCase *self);
gboolean          rea_reassign_case_offers (const ReaReassignCase *self, ReaTo to);
ReaTo             rea_reassign_case_get_first_to (const ReaReassignCase *self);
ReaDivide         rea_reassign_case_get_first_divide (const ReaReassignCase *self);
gboolean          rea_reassign_case_names_holder (const ReaReassignCase *self, const char *email);
gboolean          rea_reassign_case_is_of_all (const ReaReassignCase *self);
gboolean          rea_reassign_case_needs_tally (const ReaReassignCase *self);
ReaRequest       *rea_reassign_case_build (const ReaReassignCase *self,
                                           ReaStatus              status,
                                           gint64                 number,
                                           ReaTo                  to,
                                           const char *const     *to_senders,
                                           ReaDivide              divide) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaReassignCase, rea_reassign_case_free)

G_END_DECLS
