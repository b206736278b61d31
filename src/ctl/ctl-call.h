/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl-json.h"
#include "ctl-options.h"
#include "ctl-progress.h"
#include "ctl-table.h"

#include "rea-exchange.h"
#include "rea-session.h"

#include <stdio.h>

G_BEGIN_DECLS

/**
 * CtlCall:
 * @options: the command line, taken apart
 * @arguments: (array zero-terminated=1): the words behind the command
 * @out: where answers go; a command writes here itself only what may be large
 * @err: (nullable): where people are told what happens meanwhile; %NULL where none is there
 * @clock: (nullable): tells the sessions the time
 * @cancellable: (nullable): ends long work
 * @json: whether the answer is to be JSON
 * @progress: shows how far long work has come
 * @answer: what the command has to say, printed when it is done
 * @report: (nullable): of an import that was refused for its rows
 *
 * One call of reassignctl. Everything that a command needs is here: there is no
 * global state, so a program may make one call after the other.
 */
typedef struct
{
  const CtlOptions  *options;
  const char *const *arguments;
  FILE              *out;
  FILE              *err;
  ReaClockFunc       clock;
  GCancellable      *cancellable;
  gboolean           json;
  CtlProgress        progress;
  GString           *answer;
  ReaImportReport   *report;
} CtlCall;

ReaSession *ctl_call_open (CtlCall *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
ReaSession *ctl_call_open_or_create (CtlCall *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
ReaSession *
ctl_call_open_campaign (CtlCall *self, gint64 *campaign, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A number among the arguments. */
gboolean
ctl_call_get_id (const CtlCall *self, guint place, const char *what, gint64 *id, GError **error);

void ctl_call_say_json (CtlCall *self, const CtlJson *json);
void ctl_call_say_table (CtlCall *self, const CtlTable *table);
void ctl_call_say (CtlCall *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void ctl_call_tell (CtlCall *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
