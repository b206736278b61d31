/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint  rea_rounds_count (guint usual);
GRand *rea_rounds_begin (guint round) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
