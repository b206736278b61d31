/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How a CSV file is written, guessed from what it holds. */
char     rea_csv_find_separator (const char *data, gsize length, const char *separators);
gboolean rea_csv_is_blank (const char *data, gsize length, char separator);
gboolean rea_csv_find_encoding (const char   *path,
                                const char  **encoding,
                                GCancellable *cancellable,
                                GError      **error);

G_END_DECLS
