/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which line of a file a phone stands in: twelve bytes a phone, and room. */
typedef struct _ReaPhoneLines ReaPhoneLines;

ReaPhoneLines *rea_phone_lines_new (void) G_GNUC_WARN_UNUSED_RESULT;
void           rea_phone_lines_free (ReaPhoneLines *self);
gint64         rea_phone_lines_add (ReaPhoneLines *self, const char *phone, gint64 line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaPhoneLines, rea_phone_lines_free)

G_END_DECLS
