/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-application.h"

#include "config.h"
#include "rea-about.h"
#include "rea-help-window.h"
#include "rea-preferences.h"
#include "rea-messenger.h"
#include "rea-shortcuts.h"
#include "rea-window.h"

#include <glib/gi18n-lib.h>

struct _ReaApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (ReaApplication, rea_application, ADW_TYPE_APPLICATION)

static ReaWindow *
find_window (ReaApplication *self, const char *location, const char *user, ReaWindow *other_than)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (REA_IS_WINDOW (l->data) && l->data != other_than &&
        rea_window_is_of (l->data, location, user))
      return l->data;

  return NULL;
}

/* Only now is it known who is meant where nobody was named: if that user has a
 * window already, that is the one.
 */
static void
opened_cb (ReaWindow *window, gpointer user_data)
{
  ReaApplication *self = user_data;
  ReaWindow      *other =
      find_window (self, rea_window_get_location (window), rea_window_get_user (window), window);

  if (other == NULL)
    return;

  rea_window_show_campaign (other, rea_window_get_wanted (window));
  rea_window_import (other, rea_window_get_file (window));
  gtk_window_present (GTK_WINDOW (other));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A path is meant from where it was typed, whichever process opens it. */
static char *
make_absolute (const char *location)
{
  gboolean         is_sqlite = g_str_has_prefix (location, "sqlite:");
  const char      *path = is_sqlite ? location + strlen ("sqlite:") : location;
  g_autofree char *absolute = NULL;

  if (!is_sqlite && strstr (location, "://") != NULL)
    return g_strdup (location);

  absolute = g_canonicalize_filename (path, NULL);

  return g_steal_pointer (&absolute);
}

static const char *
get_environment_user (void)
{
  const char *user = g_getenv ("REASSIGN_USER");

  return user != NULL && *user != '\0' ? user : NULL;
}

static ReaWindow *
show_window (ReaApplication *self, const char *location, const char *user, const char *campaign)
{
  ReaWindow *window = find_window (self, location, user, NULL);

  if (window != NULL)
    {
      rea_window_show_campaign (window, campaign);
    }
  else
    {
      window = rea_window_new (GTK_APPLICATION (self), location, user, campaign);
      g_signal_connect (window, "opened", G_CALLBACK (opened_cb), self);
    }

  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static int
rea_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  const char   *location = NULL;
  const char   *user = NULL;
  const char   *campaign = NULL;
  const char   *file = NULL;
  gboolean      messenger = FALSE;
  ReaWindow    *window;

  g_variant_dict_lookup (options, "database", "&s", &location);
  g_variant_dict_lookup (options, "user", "&s", &user);
  g_variant_dict_lookup (options, "campaign", "&s", &campaign);
  g_variant_dict_lookup (options, "file", "^&ay", &file);
  g_variant_dict_lookup (options, "messenger", "b", &messenger);

  if (messenger)
    {
      rea_messenger_show_campaign (rea_messenger_open (GTK_APPLICATION (application), location,
                                                       user, FALSE),
                                   campaign);
      return 0;
    }

  window = show_window (REA_APPLICATION (application), location, user, campaign);
  rea_window_import (window, file);

  return 0;
}

/* What the desktop means, which sends no command line: the window that there is, or
 * one on the database that the session's environment names.
 */
static ReaWindow *
show_usual_window (ReaApplication *self)
{
  GtkWindow       *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *fallback = rea_session_dup_default_location ();
  g_autofree char *location = make_absolute (fallback);

  while (window != NULL && !REA_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);

  if (window == NULL)
    return show_window (self, location, get_environment_user (), NULL);

  gtk_window_present (window);

  return REA_WINDOW (window);
}

static void
rea_application_activate (GApplication *application)
{
  show_usual_window (REA_APPLICATION (application));
}

/* A file from the desktop, one at a time. */
static void
rea_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  ReaWindow       *window = show_usual_window (REA_APPLICATION (application));
  g_autofree char *path = n_files > 0 ? g_file_get_path (files[0]) : NULL;

  rea_window_import (window, path);
}

/* A file, too, is meant from where it was typed. */
static gboolean
settle_file (GVariantDict *options)
{
  g_autofree const char **files = NULL;
  g_autofree char        *path = NULL;

  if (!g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &files) || files[0] == NULL)
    return TRUE;

  if (files[1] != NULL)
    {
      /* TRANSLATORS: on the command line. */
      g_printerr ("reassign: %s\n", _ ("Only one file can be imported at a time."));
      return FALSE;
    }

  if (g_variant_dict_contains (options, "messenger"))
    {
      /* TRANSLATORS: on the command line. */
      g_printerr ("reassign: %s\n", _ ("The Messenger imports no file."));
      return FALSE;
    }

  path = g_canonicalize_filename (files[0], NULL);
  g_variant_dict_remove (options, G_OPTION_REMAINING);
  g_variant_dict_insert (options, "file", "^ay", path);
  return TRUE;
}

/* Runs in the process that was started, which may not be the one that opens the
 * window: what its environment says is settled here.
 */
static int
rea_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  const char      *given = NULL;
  const char      *user = get_environment_user ();
  g_autofree char *fallback = rea_session_dup_default_location ();
  g_autofree char *location = NULL;

  if (!settle_file (options))
    return 2;

  g_variant_dict_lookup (options, "database", "&s", &given);
  location = make_absolute (given != NULL ? given : fallback);
  g_variant_dict_insert (options, "database", "s", location);

  if (!g_variant_dict_contains (options, "user") && user != NULL)
    g_variant_dict_insert (options, "user", "s", user);

  return -1;
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow  *window = gtk_application_get_active_window (user_data);
  const char *location = NULL;

  if (REA_IS_WINDOW (window))
    location = rea_window_get_location (REA_WINDOW (window));
  else if (REA_IS_MESSENGER (window))
    location = rea_messenger_get_location (REA_MESSENGER (window));

  rea_about_show (window, location);
}

static void
help_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  rea_help_show (gtk_application_get_active_window (user_data));
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  rea_preferences_show (gtk_application_get_active_window (user_data));
}

/* From a notification, which may be older than the program. */
static void
show_offline_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window;
  guint32    number;
  gint64     campaign;

  g_variant_get (parameter, "(ux)", &number, &campaign);
  window = gtk_application_get_window_by_id (user_data, number);
  if (window == NULL || !REA_IS_WINDOW (window))
    {
      show_usual_window (user_data);
      return;
    }

  rea_window_show_offline (REA_WINDOW (window), campaign);
  gtk_window_present (window);
}

static void
shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  rea_shortcuts_show (gtk_application_get_active_window (user_data));
}

static gboolean
import_now (gpointer user_data)
{
  g_action_group_activate_action (G_ACTION_GROUP (user_data), "import", NULL);

  return G_SOURCE_REMOVE;
}

/* Only then it is known whether the user may. */
static void
import_when_open_cb (ReaWindow *window, gpointer user_data)
{
  g_signal_handlers_disconnect_by_func (window, import_when_open_cb, user_data);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, import_now, g_object_ref (window), g_object_unref);
}

/* From the menu of the program's icon. */
static void
import_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaWindow *window = show_usual_window (user_data);

  if (rea_window_get_user (window) != NULL)
    import_now (window);
  else
    g_signal_connect (window, "opened", G_CALLBACK (import_when_open_cb), NULL);
}

static gpointer
ref_window (gconstpointer window, gpointer user_data)
{
  return g_object_ref ((gpointer) window);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = user_data;
  /* Closing one may take others with it. */
  g_autolist (GtkWindow) windows =
      g_list_copy_deep (gtk_application_get_windows (application), ref_window, NULL);

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
rea_application_startup (GApplication *application)
{
  const GActionEntry entries[] = {
    { "about", about_action, NULL, NULL, NULL, { 0 } },
    { "help", help_action, NULL, NULL, NULL, { 0 } },
    { "import", import_action, NULL, NULL, NULL, { 0 } },
    { "preferences", preferences_action, NULL, NULL, NULL, { 0 } },
    { "quit", quit_action, NULL, NULL, NULL, { 0 } },
    { "shortcuts", shortcuts_action, NULL, NULL, NULL, { 0 } },
    { "show-offline", show_offline_action, "(ux)", NULL, NULL, { 0 } },
  };
  const char *help_keys[] = { "F1", NULL };
  const char *preferences_keys[] = { "<Control>comma", NULL };
  const char *quit_keys[] = { "<Control>q", NULL };
  const char *shortcuts_keys[] = { "<Control>question", "<Control>F1", NULL };

  G_APPLICATION_CLASS (rea_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.help", help_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.preferences",
                                         preferences_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.shortcuts",
                                         shortcuts_keys);
}

static void
rea_application_class_init (ReaApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = rea_application_startup;
  application_class->activate = rea_application_activate;
  application_class->open = rea_application_open;
  application_class->command_line = rea_application_command_line;
  application_class->handle_local_options = rea_application_handle_local_options;
}

static void
rea_application_init (ReaApplication *self)
{
  const GOptionEntry entries[] = {
    { "database", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, NULL,
      /* TRANSLATORS: in --help. */
      N_ ("The database: a path, or sqlite:PATH"),
      /* TRANSLATORS: in --help, what stands for a value. */
      N_ ("WHERE") },
    { "user", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, NULL,
      /* TRANSLATORS: in --help. */
      N_ ("Who acts"),
      /* TRANSLATORS: in --help, what stands for a value. */
      N_ ("EMAIL") },
    { "campaign", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, NULL,
      /* TRANSLATORS: in --help. */
      N_ ("The campaign to show: its number or its title"),
      /* TRANSLATORS: in --help, what stands for a value. */
      N_ ("CAMPAIGN") },
    { "messenger", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
      /* TRANSLATORS: in --help. */
      N_ ("Open the Messenger, in which a sender reads and writes"), NULL },
    { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL,
      /* TRANSLATORS: in --help: a file of contacts to be imported. */
      N_ ("[FILE.csv]") },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            /* TRANSLATORS: in --help. */
                                            _ ("Watches a campaign's conversations and moves them "
                                               "between senders."));
}

/**
 * rea_application_new:
 *
 * Returns: (transfer full): the application
 */
ReaApplication *
rea_application_new (void)
{
  return g_object_new (REA_TYPE_APPLICATION, "application-id", REA_APP_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/example/Reassign", NULL);
}
