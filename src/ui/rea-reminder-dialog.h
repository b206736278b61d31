/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows the text of a reminder, which can be changed and copied once more. */
#define REA_TYPE_REMINDER_DIALOG (rea_reminder_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ReaReminderDialog, rea_reminder_dialog, REA, REMINDER_DIALOG, AdwWindow)

GtkWidget *rea_reminder_dialog_new (GtkWindow *parent, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
