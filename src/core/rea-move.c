/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-move.h"

static const char *const kind_names[] = {
  [REA_MOVE_REASSIGN] = "reassign",
  [REA_MOVE_UNDO] = "undo",
  [REA_MOVE_SELF_ASSIGN] = "self-assign",
  [REA_MOVE_REMOVE] = "remove",
};

/**
 * rea_move_new:
 * @kind: what sort of move
 *
 * Returns: (transfer full): a move that is not recorded yet
 */
ReaMove *
rea_move_new (ReaMoveKind kind)
{
  ReaMove *self = g_new0 (ReaMove, 1);

  self->kind = kind;

  return self;
}

void
rea_move_free (ReaMove *self)
{
  g_free (self->by_email);
  g_free (self->by_first_name);
  g_free (self->by_name);
  g_clear_pointer (&self->request, rea_request_free);
  g_free (self->undone_name);
  g_free (self->removed);
  g_free (self->removed_name);
  g_free (self);
}

/**
 * rea_move_kind_to_string:
 * @kind: a kind of move
 *
 * Returns: its name on the command line
 */
const char *
rea_move_kind_to_string (ReaMoveKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

void
rea_trail_entry_free (ReaTrailEntry *self)
{
  g_free (self->sender);
  g_free (self->sender_name);
  g_free (self->by);
  g_free (self->by_name);
  g_free (self);
}
