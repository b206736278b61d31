/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

G_BEGIN_DECLS

/* What holds a campaign up, kept up to date while somebody watches, and then every few
 * seconds at most. ReaSweepModel::changed is emitted when it was looked at again;
 * ReaSweepModel:minutes is how long is long.
 */
#define REA_TYPE_SWEEP_MODEL (rea_sweep_model_get_type ())
G_DECLARE_FINAL_TYPE (ReaSweepModel, rea_sweep_model, REA, SWEEP_MODEL, GObject)

ReaSweepModel *rea_sweep_model_new (ReaService *service, gint64 campaign) G_GNUC_WARN_UNUSED_RESULT;
void           rea_sweep_model_watch (ReaSweepModel *self);
void           rea_sweep_model_unwatch (ReaSweepModel *self);
void           rea_sweep_model_refresh (ReaSweepModel *self);
int            rea_sweep_model_get_minutes (ReaSweepModel *self);
void           rea_sweep_model_set_minutes (ReaSweepModel *self, int minutes);
const ReaSweep *rea_sweep_model_get_sweep (ReaSweepModel *self);
const char     *rea_sweep_model_get_error (ReaSweepModel *self);

G_END_DECLS
