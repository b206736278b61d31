/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What the window takes for now. ReaClock::tick is emitted a few times a minute,
 * so that waiting times count on without anybody reading the database.
 */
#define REA_TYPE_CLOCK (rea_clock_get_type ())
G_DECLARE_FINAL_TYPE (ReaClock, rea_clock, REA, CLOCK, GObject)

ReaClock *rea_clock_get_default (void);
gint64    rea_clock_now (void);

G_END_DECLS
