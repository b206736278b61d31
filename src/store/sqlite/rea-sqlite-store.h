/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-store.h"

G_BEGIN_DECLS

const char *rea_sqlite_store_get_engine (void);
gboolean    rea_sqlite_store_owns_file (const char *path);

ReaStore *
rea_sqlite_store_open (const char *path, gboolean create, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
