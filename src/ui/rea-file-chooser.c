/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-file-chooser.h"

#include <glib/gi18n-lib.h>

static GtkNativeDialog *
make_chooser (GtkWindow           *parent,
              const char          *title,
              GtkFileChooserAction action,
              ReaFileChosen        chosen,
              gpointer             user_data)
{
  GtkNativeDialog *chooser =
      GTK_NATIVE_DIALOG (gtk_file_chooser_native_new (title, parent, action, NULL, NULL));

  gtk_native_dialog_set_modal (chooser, TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen), user_data);

  return chooser;
}

static void
add_filter (GtkNativeDialog *chooser, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

/**
 * rea_file_chooser_open:
 * @parent: the window over which it stands
 * @title: its title
 * @pattern: what such files are called
 * @chosen: called when somebody has chosen
 * @user_data: (transfer full): for @chosen
 *
 * Asks for a file that is there.
 */
void
rea_file_chooser_open (GtkWindow    *parent,
                       const char   *title,
                       const char   *pattern,
                       ReaFileChosen chosen,
                       gpointer      user_data)
{
  GtkNativeDialog *chooser =
      make_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, chosen, user_data);

  add_filter (chooser, pattern, pattern);
  /* TRANSLATORS: in a file chooser. */
  add_filter (chooser, _ ("All Files"), "*");
  gtk_native_dialog_show (chooser);
}

/**
 * rea_file_chooser_save:
 * @parent: the window over which it stands
 * @title: its title
 * @name: the name that is offered
 * @chosen: called when somebody has chosen
 * @user_data: (transfer full): for @chosen
 *
 * Asks where a file is to be written.
 */
void
rea_file_chooser_save (GtkWindow    *parent,
                       const char   *title,
                       const char   *name,
                       ReaFileChosen chosen,
                       gpointer      user_data)
{
  GtkNativeDialog *chooser =
      make_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, chosen, user_data);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_show (chooser);
}

/**
 * rea_file_chooser_take:
 * @chooser: (transfer full): a chooser
 * @response: what was pressed
 *
 * Ends the chooser.
 *
 * Returns: (transfer full) (nullable): the path that was chosen, %NULL for none
 */
char *
rea_file_chooser_take (GtkNativeDialog *chooser, int response)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_object_unref (chooser);

  return file != NULL ? g_file_get_path (file) : NULL;
}
