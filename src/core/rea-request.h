/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-filter.h"

G_BEGIN_DECLS

typedef enum
{
  REA_TO_UNASSIGNED,
  REA_TO_SENDERS,
  REA_TO_OTHERS,
  REA_TO_ONLINE,
} ReaTo;

typedef enum
{
  REA_DIVIDE_EVENLY,
  REA_DIVIDE_LEVEL,
} ReaDivide;

#define REA_NUMBER_ALL 0

/**
 * ReaRequest:
 * @filter: which conversations
 * @number: how many of them, or %REA_NUMBER_ALL
 * @to: where to
 * @to_senders: (nullable): e-mails, with %REA_TO_SENDERS
 * @divide: how
 *
 * The one request that covers every drop-down.
 */
typedef struct
{
  ReaFilter *filter;
  gint64     number;
  ReaTo      to;
  char     **to_senders;
  ReaDivide  divide;
} ReaRequest;

ReaRequest *rea_request_new (void) G_GNUC_WARN_UNUSED_RESULT;
ReaRequest *rea_request_copy (const ReaRequest *self) G_GNUC_WARN_UNUSED_RESULT;
void        rea_request_free (ReaRequest *self);
void        rea_request_set_to_senders (ReaRequest *self, const char *const *emails);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaRequest, rea_request_free)

G_END_DECLS
