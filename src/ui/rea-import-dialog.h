/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-contacts-file.h"
#include "rea-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows what a file of contacts would become, and imports it. Emits
 * imported (campaign, text) when it has.
 */
#define REA_TYPE_IMPORT_DIALOG (rea_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ReaImportDialog, rea_import_dialog, REA, IMPORT_DIALOG, AdwWindow)

GtkWidget *rea_import_dialog_new (GtkWindow             *parent,
                                  ReaService            *service,
                                  const ReaContactsFile *file,
                                  gint64                 campaign);

G_END_DECLS
