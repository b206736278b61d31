/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-types.h"

G_BEGIN_DECLS

gboolean rea_time_parse (const char *text, GTimeZone *zone, gint64 *time);
char    *rea_time_format (gint64 time) G_GNUC_WARN_UNUSED_RESULT;
gboolean rea_time_zone_is_known (const char *name);
gboolean rea_time_parse_of_day (const char *text, int *minutes);
char    *rea_time_format_of_day (int minutes) G_GNUC_WARN_UNUSED_RESULT;
char    *rea_time_zone_dup_local (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
