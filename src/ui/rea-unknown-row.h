/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-delivery.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A message from a number that nobody knows: who, when, what, and a button that copies
 * it. ReaUnknownRow::copy (text) is emitted when that is pressed.
 */
#define REA_TYPE_UNKNOWN_ROW (rea_unknown_row_get_type ())
G_DECLARE_FINAL_TYPE (ReaUnknownRow, rea_unknown_row, REA, UNKNOWN_ROW, GtkListBoxRow)

GtkWidget  *rea_unknown_row_new (const ReaIncoming *incoming, gint64 now);
const char *rea_unknown_row_get_id (ReaUnknownRow *self);

G_END_DECLS
