/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A time of the command line is read in two steps: whether it is one at all is
 * known at once, what moment it is only when the campaign's time zone is.
 */
gboolean ctl_time_check (const char *text, const char *what, GError **error);
gboolean ctl_time_resolve (const char *text, const char *zone, gint64 *time, GError **error);
char    *ctl_time_to_age (gint64 time, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
gboolean ctl_hours_parse (const char *text, int *start, int *end, GError **error);
char    *ctl_hours_to_string (int minutes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
