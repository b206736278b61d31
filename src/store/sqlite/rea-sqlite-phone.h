/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 rea_sqlite_phone_to_number (const char *phone);
char  *rea_sqlite_phone_from_number (gint64 number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
