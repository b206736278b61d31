/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates and times as people type them, and as they read them. */
gboolean rea_time_text_parse_date (const char *text, GDate *date);
gboolean rea_time_text_parse_clock (const char *text, int *minutes);
gboolean rea_time_text_parse (const char *date,
                              const char *clock,
                              const char *time_zone,
                              gint64     *time,
                              GError    **error);
char    *rea_time_text_date (gint64 time, const char *time_zone) G_GNUC_WARN_UNUSED_RESULT;
char    *rea_time_text_clock (gint64 time, const char *time_zone) G_GNUC_WARN_UNUSED_RESULT;
char    *rea_time_text_moment (gint64 time, const char *time_zone) G_GNUC_WARN_UNUSED_RESULT;
char    *rea_time_text_short (gint64 time, const char *time_zone) G_GNUC_WARN_UNUSED_RESULT;
char    *rea_time_text_zone (const char *time_zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
