/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  rea_demo_pick_name (GRand *rand, const char **first_name, const char **last_name);
char *rea_demo_dup_sender (gint64 nth, GRand *rand, const char **first_name, const char **last_name)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
