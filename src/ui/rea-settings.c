/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-settings.h"

#include "config.h"

/* GSettings ends the program where a schema or a key is missing: both are looked
 * for before.
 */
static GSettings *
find (const char *key)
{
  static gsize            looked;
  static GSettings       *settings;
  static GSettingsSchema *schema;

  if (g_once_init_enter (&looked))
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();

      schema = source != NULL ? g_settings_schema_source_lookup (source, REA_APP_ID, TRUE) : NULL;
      settings = schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
      g_once_init_leave (&looked, 1);
    }

  return schema != NULL && g_settings_schema_has_key (schema, key) ? settings : NULL;
}

/**
 * rea_settings_bind:
 * @key: a key
 * @object: (type GObject.Object): an object
 * @property: one of its properties
 *
 * Gives a property the value that is remembered, and remembers each later one.
 *
 * Another window that changes it does not change it here: two windows may stand
 * beside each other, each of its own size.
 */
void
rea_settings_bind (const char *key, gpointer object, const char *property)
{
  GSettings *settings = find (key);

  if (settings != NULL)
    g_settings_bind (settings, key, object, property,
                     G_SETTINGS_BIND_GET | G_SETTINGS_BIND_SET | G_SETTINGS_BIND_GET_NO_CHANGES);
}

/**
 * rea_settings_get_switch:
 * @key: a key that is on or off
 *
 * Returns: whether it is on; it is where nothing is remembered at all
 */
gboolean
rea_settings_get_switch (const char *key)
{
  GSettings *settings = find (key);

  return settings == NULL || g_settings_get_boolean (settings, key);
}

/**
 * rea_settings_bind_switch:
 * @key: a key that is on or off
 * @object: (type GObject.Object): an object
 * @property: one of its properties
 *
 * Keeps a property and what is remembered alike, whoever changes either.
 *
 * Returns: whether anything is remembered at all
 */
gboolean
rea_settings_bind_switch (const char *key, gpointer object, const char *property)
{
  GSettings *settings = find (key);

  if (settings != NULL)
    g_settings_bind (settings, key, object, property, G_SETTINGS_BIND_DEFAULT);

  return settings != NULL;
}

/**
 * rea_settings_watch:
 * @key: a key
 * @changed: (scope forever): is called with @object when it is set to something else
 * @object: (type GObject.Object): an object, during whose life it is
 *
 * Follows what others set.
 */
void
rea_settings_watch (const char *key, GCallback changed, gpointer object)
{
  GSettings       *settings = find (key);
  g_autofree char *signal = g_strconcat ("changed::", key, NULL);

  if (settings != NULL)
    g_signal_connect_object (settings, signal, changed, object, G_CONNECT_SWAPPED);
}

/**
 * rea_settings_get_choice:
 * @key: a key whose values are the places in a drop-down
 *
 * Returns: the place that is remembered; the first one if none is
 */
guint
rea_settings_get_choice (const char *key)
{
  GSettings *settings = find (key);

  return settings != NULL ? (guint) g_settings_get_enum (settings, key) : 0;
}

/**
 * rea_settings_set_choice:
 * @key: a key whose values are the places in a drop-down
 * @position: a place
 *
 * Remembers what was chosen.
 */
void
rea_settings_set_choice (const char *key, guint position)
{
  GSettings *settings = find (key);

  if (settings != NULL && rea_settings_get_choice (key) != position)
    g_settings_set_enum (settings, key, (int) position);
}

/**
 * rea_settings_dup_list:
 * @key: a key of strings
 *
 * Returns: (transfer full) (array zero-terminated=1): what is remembered
 */
char **
rea_settings_dup_list (const char *key)
{
  GSettings *settings = find (key);

  return settings != NULL ? g_settings_get_strv (settings, key) : g_new0 (char *, 1);
}

/**
 * rea_settings_set_list:
 * @key: a key of strings
 * @list: (array zero-terminated=1): strings
 *
 * Remembers them.
 */
void
rea_settings_set_list (const char *key, const char *const *list)
{
  GSettings *settings = find (key);

  if (settings != NULL)
    g_settings_set_strv (settings, key, list);
}
