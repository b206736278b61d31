/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest message that is sent. */
#define REA_MAX_SEGMENTS 10

guint rea_segments_count (const char *text);

G_END_DECLS
