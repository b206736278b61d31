/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The cells of the tables. A cell is a widget that is written from its row's
 * item: as they meet, whenever the item says that something changed, and, where
 * it shows how long something lasts, as time goes on.
 */
typedef GtkWidget *(*ReaCellMake) (void);
typedef void (*ReaCellWrite) (GtkWidget *cell, gpointer item);

typedef enum
{
  REA_CELL_PLAIN,
  REA_CELL_COUNTS_TIME,
} ReaCellFlags;

GtkListItemFactory *rea_cell_factory_new (ReaCellMake  make,
                                          ReaCellWrite write,
                                          ReaCellFlags flags) G_GNUC_WARN_UNUSED_RESULT;

GtkWidget *rea_cell_make_text (void);
GtkWidget *rea_cell_make_number (void);
GtkWidget *rea_cell_make_sign (void);
void       rea_cell_set_text (GtkWidget *cell, const char *text);
void       rea_cell_set_width (GtkWidget *cell, guint n_chars);
void       rea_cell_set_number (GtkWidget *cell, gint64 number);
void       rea_cell_set_dim (GtkWidget *cell, gboolean dim);
void       rea_cell_set_bold (GtkWidget *cell, gboolean bold);
void       rea_cell_set_duration (GtkWidget *cell, gint64 since);
void       rea_cell_set_presence (GtkWidget *cell, gboolean online, const char *text);
void       rea_cell_set_status (GtkWidget *cell, int status, const char *text);
void       rea_cell_set_no_sign (GtkWidget *cell, const char *text);

G_END_DECLS
