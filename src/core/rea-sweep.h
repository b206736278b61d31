/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign.h"
#include "rea-request.h"
#include "rea-sender.h"
#include "rea-tally.h"

G_BEGIN_DECLS

/* Finding what holds a campaign up, and what mends it. */

#define REA_SWEEP_MINUTES         30
#define REA_SWEEP_UNMOVED_MINUTES 10

/**
 * ReaSweepKind:
 * @REA_SWEEP_WAITING_OFFLINE: replies that wait long, the sender offline
 * @REA_SWEEP_UNASSIGNED_REPLIES: replies that nobody holds
 * @REA_SWEEP_OPT_OUTS: opt-outs asked for and not recorded
 * @REA_SWEEP_NOT_STARTED_UNSEEN: Not Started of senders long unseen
 * @REA_SWEEP_WINDOW_PASSED: Not Started that cannot be sent any more
 * @REA_SWEEP_SURVEYS: surveys not filled in
 *
 * The lines of a sweep, in their order.
 */
typedef enum
{
  REA_SWEEP_WAITING_OFFLINE,
  REA_SWEEP_UNASSIGNED_REPLIES,
  REA_SWEEP_OPT_OUTS,
  REA_SWEEP_NOT_STARTED_UNSEEN,
  REA_SWEEP_WINDOW_PASSED,
  REA_SWEEP_SURVEYS,
} ReaSweepKind;

#define REA_N_SWEEP_KINDS 6

/**
 * ReaSweepCure:
 * @REA_SWEEP_REASSIGN: a move
 * @REA_SWEEP_REVIEW: somebody has to look at each
 * @REA_SWEEP_CHANGE_WINDOW: a later end of the campaign's sending window
 *
 * What mends a line.
 */
typedef enum
{
  REA_SWEEP_REASSIGN,
  REA_SWEEP_REVIEW,
  REA_SWEEP_CHANGE_WINDOW,
} ReaSweepCure;

/**
 * ReaSweepOptions:
 * @waiting_minutes: how long a reply waits before it is long
 * @unseen_minutes: how long a sender is away before that is long
 * @unmoved_minutes: what changed hands in so many last minutes stays out of lines
 *   that a move mends; 0 for nothing
 */
typedef struct
{
  int waiting_minutes;
  int unseen_minutes;
  int unmoved_minutes;
} ReaSweepOptions;

#define REA_SWEEP_OPTIONS_DEFAULT                                                                  \
  {                                                                                                \
    REA_SWEEP_MINUTES, REA_SWEEP_MINUTES, REA_SWEEP_UNMOVED_MINUTES                                \
  }

/**
 * ReaSweepLine:
 * @count: how many conversations
 * @filter: which
 * @request: (nullable): what would mend it, where a move does
 * @senders: (element-type ReaUser): who holds them, where a move mends it: most
 *   first, equals in name order
 * @waiting_since: of lines of replies: since when the one waits that waits longest
 * @window_end: of %REA_SWEEP_WINDOW_PASSED: when the window ended
 */
typedef struct
{
  ReaSweepKind kind;
  gint64       count;
  ReaFilter   *filter;
  ReaRequest  *request;
  GPtrArray   *senders;
  gint64       waiting_since;
  gint64       window_end;
} ReaSweepLine;

/**
 * ReaSweep:
 * @options: by what it was looked for
 * @as_of: when
 * @lines: (element-type ReaSweepLine): what there is of each kind, in their order
 * @n_online: how many of the campaign's senders are online, to whom a move could go
 * @window_passed: whether initial messages cannot be sent any more
 * @next_at: where there is no line: when the next reply will have waited long, or none
 * @next_holder: (nullable): who has that one
 * @next_online: and whether they are online
 *
 * What holds a campaign up at one moment.
 */
typedef struct
{
  ReaSweepOptions options;
  gint64          as_of;
  GPtrArray      *lines;
  gint64          n_online;
  gboolean        window_passed;
  gint64          next_at;
  ReaUser        *next_holder;
  gboolean        next_online;
} ReaSweep;

const char  *rea_sweep_kind_to_string (ReaSweepKind kind);
ReaSweepCure rea_sweep_kind_get_cure (ReaSweepKind kind);
const char  *rea_sweep_cure_to_string (ReaSweepCure cure);
gboolean     rea_sweep_kind_is_of (ReaSweepKind kind, const ReaCampaign *campaign, gint64 now);
ReaFilter   *rea_sweep_kind_make_filter (ReaSweepKind           kind,
                                         const ReaSweepOptions *options) G_GNUC_WARN_UNUSED_RESULT;
ReaRequest  *rea_sweep_kind_make_request (ReaSweepKind           kind,
                                          const ReaSweepOptions *options) G_GNUC_WARN_UNUSED_RESULT;
gboolean     rea_sweep_options_validate (const ReaSweepOptions *self, GError **error);

ReaSweepLine *rea_sweep_line_new (ReaSweepKind           kind,
                                  const ReaSweepOptions *options) G_GNUC_WARN_UNUSED_RESULT;
void          rea_sweep_line_free (ReaSweepLine *self);
void          rea_sweep_line_count (ReaSweepLine *self, const ReaTally *tally, GPtrArray *senders);

ReaSweep           *rea_sweep_new (const ReaSweepOptions *options) G_GNUC_WARN_UNUSED_RESULT;
void                rea_sweep_free (ReaSweep *self);
const ReaSweepLine *rea_sweep_find (const ReaSweep *self, ReaSweepKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaSweepLine, rea_sweep_line_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaSweep, rea_sweep_free)

G_END_DECLS
