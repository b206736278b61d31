/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-import-text.h"

#include "rea-format.h"

#include <glib/gi18n-lib.h>

static char *
dup_shown_name (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_filename_display_name (name);
}

/* A number in a sentence of which gettext chose the form. */
static char *
fill_in (const char *format, gint64 number)
{
  g_autofree char *text = rea_format_number (number);

  return g_strdup_printf (format, text);
}

/**
 * rea_import_text_summary:
 * @check: what an import would do
 *
 * Returns: (transfer full): how many rows there are, and what becomes of them
 */
char *
rea_import_text_summary (const ReaContactsCheck *check)
{
  /* TRANSLATORS: part of "12 rows: 9 become conversations, 3 are rejected." */
  g_autofree char *rows = fill_in (ngettext ("%s row", "%s rows", check->n_rows), check->n_rows);
  g_autofree char *good =
      /* TRANSLATORS: part of "12 rows: 9 become conversations, 3 are rejected." */
      fill_in (ngettext ("%s becomes a conversation", "%s become conversations", check->n_good),
               check->n_good);
  g_autofree char *faulty =
      /* TRANSLATORS: part of "12 rows: 9 become conversations, 3 are rejected." */
      fill_in (ngettext ("%s is rejected", "%s are rejected", check->n_faulty), check->n_faulty);
  g_autofree char *opted_out = fill_in (
      /* TRANSLATORS: follows "12 rows: 9 become conversations." */
      ngettext ("%s has opted out and comes in closed.", "%s have opted out and come in closed.",
                check->n_opted_out),
      check->n_opted_out);
  g_autofree char *text = check->n_faulty > 0
                              /* TRANSLATORS: "12 rows: 9 become conversations, 3 are rejected." */
                              ? g_strdup_printf (_ ("%s: %s, %s."), rows, good, faulty)
                              /* TRANSLATORS: "9 rows: 9 become conversations." */
                              : g_strdup_printf (_ ("%s: %s."), rows, good);

  return check->n_opted_out > 0 ? g_strjoin (" ", text, opted_out, NULL) : g_steal_pointer (&text);
}

/**
 * rea_import_text_faults:
 * @check: what an import would do
 *
 * Returns: (transfer full): how many rows are rejected for which reason
 */
char *
rea_import_text_faults (const ReaContactsCheck *check)
{
  g_autoptr (GString) text = NULL;
  const char *const formats[] = {
    /* TRANSLATORS: how many rows of a file are rejected for what; %s is a number. */
    [REA_FAULT_NO_PHONE] = _ ("%s without a phone number"),
    /* TRANSLATORS: how many rows of a file are rejected for what; %s is a number. */
    [REA_FAULT_BAD_PHONE] = _ ("%s with an impossible phone number"),
    /* TRANSLATORS: how many rows of a file are rejected for what; %s is a number. */
    [REA_FAULT_TWICE] = _ ("%s in the file twice"),
    /* TRANSLATORS: how many rows of a file are rejected for what; %s is a number. */
    [REA_FAULT_PRESENT] = _ ("%s in the campaign already"),
    /* TRANSLATORS: how many rows of a file are rejected for what; %s is a number. */
    [REA_FAULT_OTHER] = _ ("%s for another reason"),
  };

  if (check->n_faulty == 0)
    return g_strdup ("");

  text = g_string_new (NULL);

  for (guint i = 0; i < REA_N_FAULTS; i++)
    {
      g_autofree char *part = NULL;

      if (check->n[i] == 0)
        continue;

      part = fill_in (formats[i], check->n[i]);
      g_string_append_printf (text, text->len > 0 ? ", %s" : "%s", part);
    }

  if (check->n_faulty > check->faulty->len)
    {
      /* TRANSLATORS: follows how many rows are rejected; %s is a number. */
      g_autofree char *shown = fill_in (_ ("the first %s are shown"), check->faulty->len);

      g_string_append_printf (text, "; %s", shown);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * rea_import_text_button:
 * @n_contacts: how many would be imported
 *
 * Returns: (transfer full): what the button says that does it
 */
char *
rea_import_text_button (gint64 n_contacts)
{
  /* TRANSLATORS: on the button that does it; %s is a number. */
  return fill_in (ngettext ("Import %s Contact", "Import %s Contacts", n_contacts), n_contacts);
}

/**
 * rea_import_text_done:
 * @n_contacts: how many were imported
 * @n_rejected: how many rows were not
 *
 * Returns: (transfer full): what was done
 */
char *
rea_import_text_done (gint64 n_contacts, gint64 n_rejected)
{
  g_autofree char *imported =
      /* TRANSLATORS: after an import; %s is a number. */
      fill_in (ngettext ("%s contact imported", "%s contacts imported", n_contacts), n_contacts);
  g_autofree char *rejected = NULL;

  if (n_rejected == 0)
    return g_steal_pointer (&imported);

  /* TRANSLATORS: follows "12 contacts imported"; %s is a number. */
  rejected = fill_in (ngettext ("%s row rejected", "%s rows rejected", n_rejected), n_rejected);
  return g_strjoin (", ", imported, rejected, NULL);
}

/**
 * rea_import_text_saved:
 * @n_rows: how many rows were rejected
 * @path: where they were written
 *
 * Returns: (transfer full): that they were
 */
char *
rea_import_text_saved (gint64 n_rows, const char *path)
{
  g_autofree char *number = rea_format_number (n_rows);
  g_autofree char *name = dup_shown_name (path);

  return g_strdup_printf (
      /* TRANSLATORS: rejected rows of an import; the second %s is the name of a file. */
      ngettext ("%s row is in “%s” now: correct it there and import that file.",
                "%s rows are in “%s” now: correct them there and import that file.", n_rows),
      number, name);
}

/**
 * rea_import_text_exported:
 * @n_contacts: how many were written
 * @path: where
 *
 * Returns: (transfer full): that they were
 */
char *
rea_import_text_exported (gint64 n_contacts, const char *path)
{
  g_autofree char *number = rea_format_number (n_contacts);
  g_autofree char *name = dup_shown_name (path);

  return g_strdup_printf (
      /* TRANSLATORS: after an export; the second %s is the name of a file. */
      ngettext ("%s conversation exported to “%s”", "%s conversations exported to “%s”",
                n_contacts),
      number, name);
}
