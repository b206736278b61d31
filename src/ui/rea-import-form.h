/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* More columns than these are no longer a table that somebody looks through; the
 * others are imported as they were taken.
 */
#define REA_IMPORT_MAX_COLUMNS 200

/* What can be chosen of how a file is written, and what files are called. */
GtkStringList *rea_import_form_list_encodings (void) G_GNUC_WARN_UNUSED_RESULT;
const char    *rea_import_form_get_encoding (guint place);
guint          rea_import_form_find_encoding (const char *encoding);
GtkStringList *rea_import_form_list_separators (void) G_GNUC_WARN_UNUSED_RESULT;
char           rea_import_form_get_separator (guint place);
guint          rea_import_form_find_separator (char separator);
char          *rea_import_form_dup_shown_name (const char *path) G_GNUC_WARN_UNUSED_RESULT;
char          *rea_import_form_dup_title (const char *path) G_GNUC_WARN_UNUSED_RESULT;
char          *rea_import_form_dup_faulty_name (const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
