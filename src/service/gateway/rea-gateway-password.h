/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *rea_gateway_dup_password (const char *login, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
