/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-import-form.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* The encodings in which spreadsheets write, as iconv calls them. */
static const struct
{
  const char *encoding;
  const char *label;
} encodings[] = {
  { "UTF-8", "UTF-8" },
  { "UTF-16LE", "UTF-16" },
  /* TRANSLATORS: an encoding of texts. */
  { "UTF-16BE", N_ ("UTF-16, big-endian") },
  /* TRANSLATORS: an encoding of texts. */
  { "WINDOWS-1252", N_ ("Western (Windows-1252)") },
  /* TRANSLATORS: an encoding of texts. */
  { "ISO-8859-15", N_ ("Western (ISO 8859-15)") },
  /* TRANSLATORS: an encoding of texts. */
  { "MACINTOSH", N_ ("Western (Mac OS Roman)") },
  /* TRANSLATORS: an encoding of texts. */
  { "WINDOWS-1250", N_ ("Central European (Windows-1250)") },
  /* TRANSLATORS: an encoding of texts. */
  { "WINDOWS-1251", N_ ("Cyrillic (Windows-1251)") },
  /* TRANSLATORS: an encoding of texts. */
  { "WINDOWS-1254", N_ ("Turkish (Windows-1254)") },
};

static const struct
{
  char        separator;
  const char *label;
} separators[] = {
  /* TRANSLATORS: what stands between the cells of a file. */
  { ',', N_ ("Comma") },
  /* TRANSLATORS: what stands between the cells of a file. */
  { ';', N_ ("Semicolon") },
  /* TRANSLATORS: what stands between the cells of a file. */
  { '\t', N_ ("Tab") },
  /* TRANSLATORS: what stands between the cells of a file: | */
  { '|', N_ ("Vertical Bar") },
};

/**
 * rea_import_form_list_encodings:
 *
 * Returns: (transfer full): what the encodings are called
 */
GtkStringList *
rea_import_form_list_encodings (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    gtk_string_list_append (list, _ (encodings[i].label));

  return list;
}

const char *
rea_import_form_get_encoding (guint place)
{
  return encodings[MIN (place, G_N_ELEMENTS (encodings) - 1)].encoding;
}

guint
rea_import_form_find_encoding (const char *encoding)
{
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (g_str_equal (encodings[i].encoding, encoding))
      return i;

  return 0;
}

/**
 * rea_import_form_list_separators:
 *
 * Returns: (transfer full): what the separators are called
 */
GtkStringList *
rea_import_form_list_separators (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    gtk_string_list_append (list, _ (separators[i].label));

  return list;
}

char
rea_import_form_get_separator (guint place)
{
  return separators[MIN (place, G_N_ELEMENTS (separators) - 1)].separator;
}

guint
rea_import_form_find_separator (char separator)
{
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (separators[i].separator == separator)
      return i;

  return 0;
}

/**
 * rea_import_form_dup_shown_name:
 * @path: a file
 *
 * Returns: (transfer full): its name, for people
 */
char *
rea_import_form_dup_shown_name (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_filename_display_name (name);
}

/**
 * rea_import_form_dup_title:
 * @path: a file
 *
 * Returns: (transfer full): what a campaign could be called that is made of it
 */
char *
rea_import_form_dup_title (const char *path)
{
  char *name = rea_import_form_dup_shown_name (path);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';

  return name;
}

/**
 * rea_import_form_dup_faulty_name:
 * @path: a file
 *
 * Returns: (transfer full): what the file with its rejected rows could be called
 */
char *
rea_import_form_dup_faulty_name (const char *path)
{
  g_autofree char *title = rea_import_form_dup_title (path);

  /* TRANSLATORS: the name of a file; %s is that of the one it comes from. */
  return g_strdup_printf (_ ("%s-rejected.csv"), title);
}
