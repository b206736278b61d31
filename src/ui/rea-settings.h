/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the window remembers from one evening to the next. Where the schema is not
 * installed, or is an older one, it remembers nothing and works all the same.
 */
void     rea_settings_bind (const char *key, gpointer object, const char *property);
gboolean rea_settings_get_switch (const char *key);
gboolean rea_settings_bind_switch (const char *key, gpointer object, const char *property);
void     rea_settings_watch (const char *key, GCallback changed, gpointer object);
guint    rea_settings_get_choice (const char *key);
void     rea_settings_set_choice (const char *key, guint position);
char   **rea_settings_dup_list (const char *key) G_GNUC_WARN_UNUSED_RESULT;
void     rea_settings_set_list (const char *key, const char *const *list);

G_END_DECLS
