/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean rea_phone_is_e164 (const char *text);
char    *rea_phone_parse (const char *text, const char *country) G_GNUC_WARN_UNUSED_RESULT;
gboolean rea_phone_knows_country (const char *country);

G_END_DECLS
