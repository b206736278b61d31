/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "rea-application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>

int
main (int argc, char *argv[])
{
  g_autoptr (ReaApplication) application = NULL;
  const char *catalogues = g_getenv ("TEXTDOMAINDIR");

  /* A full disk comes as this signal where a limit is set; it has to come as an error. */
  signal (SIGXFSZ, SIG_IGN);

  setlocale (LC_ALL, "");
  /* A translator tries a catalogue without installing it. */
  bindtextdomain (GETTEXT_PACKAGE, catalogues != NULL ? catalogues : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = rea_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
