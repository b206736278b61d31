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
 * @by_name: (nullable): and whole name, the e-mail where there is none
 * @request: (nullable): what was asked for; %NULL for an undo
 * @n_named: how many conversations the request named, or 0; which ones is not kept
 * @moved: how many changed hands
 * @undoes: the move that this one takes back, or 0
 * @undoes_at: when that one was made
 * @undoes_kind: and what it was; an undo of an undo does again what was undone
 * @undone_by: the undo of this one that stands, or 0
 * @undone_at: when it was undone
 * @undone_name: (nullable): and by whom
 * @removed: (nullable): the e-mail of the sender who was removed
 * @removed_name: (nullable): and the name
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
  char       *by_name;
  ReaMoveKind kind;
  ReaRequest *request;
  gint64      n_named;
  gint64      moved;
  gint64      undoes;
  gint64      undoes_at;
  ReaMoveKind undoes_kind;
  gint64      undone_by;
  gint64      undone_at;
  char       *undone_name;
  char       *removed;
  char       *removed_name;
  gint64      last_message;
} ReaMove;

ReaMove *rea_move_new (ReaMoveKind kind) G_GNUC_WARN_UNUSED_RESULT;
void     rea_move_free (ReaMove *self);

const char *rea_move_kind_to_string (ReaMoveKind kind);

/**
 * ReaMoveShow:
 * @REA_MOVES_ALL: all of them
 * @REA_MOVES_OWN: by whoever asks
 * @REA_MOVES_NO_SELF_ASSIGN: without what senders assigned to themselves
 * @REA_MOVES_UNDONE: those whose undo stands
 * @REA_MOVES_UNDOS: those that took one back
 */
typedef enum
{
  REA_MOVES_ALL,
  REA_MOVES_OWN,
  REA_MOVES_NO_SELF_ASSIGN,
  REA_MOVES_UNDONE,
  REA_MOVES_UNDOS,
} ReaMoveShow;

/**
 * ReaMoveFilter:
 * @show: which sort
 * @search: (nullable): words; each is in the name or e-mail of one who made the move,
 *   gave, received or was removed
 * @after: only later ones than this move, or 0
 * @before: only earlier ones than this move, or 0
 * @limit: how many at most
 *
 * Which moves of the history, newest first.
 */
typedef struct
{
  ReaMoveShow show;
  const char *search;
  gint64      after;
  gint64      before;
  guint       limit;
} ReaMoveFilter;

/**
 * ReaTrailEntry:
 * @sender: (nullable): the e-mail of who held it from then on; %NULL for nobody
 * @sender_name: (nullable): and the name
 * @since: when that began
 * @move: the move that did it; 0 for the first holder, from the import
 * @kind: what sort of move that was
 * @by: (nullable): the e-mail of who moved it
 * @by_name: (nullable): and the name
 */
typedef struct
{
  char       *sender;
  char       *sender_name;
  gint64      since;
  gint64      move;
  ReaMoveKind kind;
  char       *by;
  char       *by_name;
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
