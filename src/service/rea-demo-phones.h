/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many fictional numbers there are; none of them is given out twice. */
#define REA_DEMO_N_PHONES G_GINT64_CONSTANT (633600000)

char *rea_demo_dup_phone (guint32 seed, gint64 nth, const char **city) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
