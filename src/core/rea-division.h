/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-types.h"

G_BEGIN_DECLS

void rea_division_evenly (const ReaCounts *deck,
                          const ReaCounts *held,
                          guint            n_senders,
                          ReaCounts       *shares);
void rea_division_level (const ReaCounts *deck,
                         const gint64    *open_work,
                         guint            n_senders,
                         ReaCounts       *shares);

G_END_DECLS
