/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-reassign-case.h"
#include "rea-service.h"

G_BEGIN_DECLS

/* Carries one request out at a time. ReaMover::late is emitted, again and again,
 * while that keeps somebody waiting; then ReaMover::moved (result) if it was done,
 * or ReaMover::refused (error) if not, with %G_IO_ERROR_CANCELLED where it was
 * cancelled and has moved nothing.
 */
#define REA_TYPE_MOVER (rea_mover_get_type ())
G_DECLARE_FINAL_TYPE (ReaMover, rea_mover, REA, MOVER, GObject)

ReaMover *rea_mover_new (ReaService *service, gint64 campaign) G_GNUC_WARN_UNUSED_RESULT;
void      rea_mover_move (ReaMover              *self,
                          const ReaReassignCase *reassign,
                          const ReaRequest      *request,
                          const ReaPlan         *shown);
gboolean  rea_mover_is_moving (ReaMover *self);
void      rea_mover_cancel (ReaMover *self);

G_END_DECLS
