/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-contacts-file.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A column of a file: its name, what it is taken for, and its first cells. Emits
 * chosen (meaning) when somebody says what it is.
 */
#define REA_TYPE_IMPORT_COLUMN (rea_import_column_get_type ())
G_DECLARE_FINAL_TYPE (ReaImportColumn, rea_import_column, REA, IMPORT_COLUMN, AdwBin)

GtkWidget *rea_import_column_new (const ReaContactsFile *file, guint place);
guint      rea_import_column_get_place (ReaImportColumn *self);
void       rea_import_column_set_meaning (ReaImportColumn *self, ReaColumn meaning);

G_END_DECLS
