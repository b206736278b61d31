/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-request.h"

G_BEGIN_DECLS

typedef enum
{
  REA_MOVE_REASSIGN,
  REA_MOVE_UNDO,
  REA_MOVE_SELF_ASSIGN,
  REA_MOVE_REMOVE,
} ReaMoveKind;

/**
 * ReaMove:
 * @id: the move's number; 0 for one that is not recorded yet
 * @at: when
 * @by: the user who did it
 * @by_email: (nullable): that user's e-mail, filled in by the store
 * @by_first_name: (nullable): and first name, may be empty
 * @request: (nullable): what was asked for; %NULL for an undo
 * @n_named: how many conversations the request named, or 0; which ones is not kept
 * @moved: how many changed hands
 * @undoes: the move that this one takes back, or 0
 * @undone_by: the undo of this one that stands, or 0
 * @removed: (nullable): the e-mail of the sender who was removed
 * @last_message: no message recorded before the move has a higher id
 *
 * A move as the history tells it.
 */
typedef struct
{
  gint64      id;
  gint64      campaign_id;
  gint64      at;
  gint64      by;
  char       *by_email;
  char       *by_first_name;
  ReaMoveKind kind;
  ReaRequest *request;
  gint64      n_named;
  gint64      moved;
  gint64      undoes;
  gint64      undone_by;
  char       *removed;
  gint64      last_message;
} ReaMove;

ReaMove *rea_move_new (ReaMoveKind kind) G_GNUC_WARN_UNUSED_RESULT;
void     rea_move_free (ReaMove *self);

const char *rea_move_kind_to_string (ReaMoveKind kind);

/**
 * ReaTrailEntry:
 * @sender: (nullable): the e-mail of who held it from then on; %NULL for nobody
 * @since: when that began
 * @move: the move that did it; 0 for the first holder, from the import
 * @by: (nullable): the e-mail of who moved it
 */
typedef struct
{
  char  *sender;
  gint64 since;
  gint64 move;
  char  *by;
} ReaTrailEntry;

void rea_trail_entry_free (ReaTrailEntry *self);

/**
 * ReaLeft:
 *
 * How many conversations an undo left alone, each under the first reason that
 * holds.
 */
typedef struct
{
  gint64 moved_since;
  gint64 answered_since;
  gint64 no_longer_sender;
} ReaLeft;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaMove, rea_move_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaTrailEntry, rea_trail_entry_free)

G_END_DECLS
