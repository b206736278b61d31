/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ReaWorker:
 *
 * One thread that does its jobs one after the other, in the order in which they
 * came.
 */
#define REA_TYPE_WORKER (rea_worker_get_type ())
G_DECLARE_FINAL_TYPE (ReaWorker, rea_worker, REA, WORKER, GObject)

ReaWorker *rea_worker_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       rea_worker_push (ReaWorker *self, GTask *task, GTaskThreadFunc job);

G_END_DECLS
