/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-about.h"

#include "config.h"
#include "rea-session.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* A path that can be shown to others: it does not say whose folder it is in. */
static char *
dup_location (const char *location)
{
  const char *home = g_get_home_dir ();

  if (location == NULL)
    return g_strdup ("—");

  if (g_str_has_prefix (location, "sqlite:"))
    location += strlen ("sqlite:");

  if (g_str_has_prefix (location, home) && location[strlen (home)] == '/')
    return g_strconcat ("~", location + strlen (home), NULL);

  /* Elsewhere only the file is named. */
  return g_path_get_basename (location);
}

/* For those who look into an error: not translated. */
static char *
dup_debug_info (const char *location)
{
  g_autofree char *database = dup_location (location);
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);

  return g_strdup_printf ("Reassign: %s\n"
                          "GTK: %u.%u.%u\n"
                          "libadwaita: %u.%u.%u\n"
                          "GLib: %u.%u.%u\n"
                          "Engine: %s\n"
                          "Database: %s\n"
                          "System: %s\n"
                          "Display: %s\n"
                          "Languages: %s\n",
                          REA_VERSION, gtk_get_major_version (), gtk_get_minor_version (),
                          gtk_get_micro_version (), adw_get_major_version (),
                          adw_get_minor_version (), adw_get_micro_version (), glib_major_version,
                          glib_minor_version, glib_micro_version, rea_session_get_engine (),
                          database, system != NULL ? system : "unknown",
                          G_OBJECT_TYPE_NAME (gdk_display_get_default ()),
                          g_get_language_names ()[0]);
}

/**
 * rea_about_show:
 * @parent: (nullable): the window that asks for it
 * @location: (nullable): where its database is
 *
 * Says what the program is, and which versions it stands on.
 */
void
rea_about_show (GtkWindow *parent, const char *location)
{
  g_autofree char *debug_info = dup_debug_info (location);

  adw_show_about_window (
      parent, "application-name", "Reassign", "application-icon", REA_APP_ID, "version",
      REA_VERSION,
      /* TRANSLATORS: what the program is for, in the window About. */
      "comments", _ ("Share out text conversations"),
      /* TRANSLATORS: who made the program, in the window About. */
      "developer-name", _ ("The Reassign developers"), "license-type", GTK_LICENSE_GPL_3_0,
      "website", "https://reassign.example.org/", "issue-url",
      "https://reassign.example.org/issues", "release-notes-version", REA_VERSION, "release-notes",
      /* TRANSLATORS: what is new, in the window About; keep the tags. */
      _ ("<p>The first release shares out the conversations of a campaign: in bulk, from one "
         "sender or several, or those that you picked. Every move has a preview before and an "
         "undo after.</p>"),
      "debug-info", debug_info, "debug-info-filename", "reassign-debug-info.txt",
      /* TRANSLATORS: your name, for the window About. */
      "translator-credits", _ ("translator-credits"), NULL);
}
