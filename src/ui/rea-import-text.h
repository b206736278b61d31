/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-contacts-check.h"

G_BEGIN_DECLS

/* What the window says of an import. */
char *rea_import_text_summary (const ReaContactsCheck *check) G_GNUC_WARN_UNUSED_RESULT;
char *rea_import_text_faults (const ReaContactsCheck *check) G_GNUC_WARN_UNUSED_RESULT;
char *rea_import_text_button (gint64 n_contacts) G_GNUC_WARN_UNUSED_RESULT;
char *rea_import_text_done (gint64 n_contacts, gint64 n_rejected) G_GNUC_WARN_UNUSED_RESULT;
char *rea_import_text_saved (gint64 n_rows, const char *path) G_GNUC_WARN_UNUSED_RESULT;
char *rea_import_text_exported (gint64 n_contacts, const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
