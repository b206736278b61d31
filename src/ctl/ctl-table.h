/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A table for people: columns as wide as their widest cell, words at the left,
 * numbers at the right.
 */
typedef struct _CtlTable CtlTable;

typedef enum
{
  CTL_ALIGN_LEFT,
  CTL_ALIGN_RIGHT,
} CtlAlign;

CtlTable *ctl_table_new (void) G_GNUC_WARN_UNUSED_RESULT;
void      ctl_table_free (CtlTable *self);
void      ctl_table_add_column (CtlTable *self, const char *title, CtlAlign align);
void      ctl_table_add_text (CtlTable *self, const char *text);
void      ctl_table_add_number (CtlTable *self, gint64 number);
void      ctl_table_take_text (CtlTable *self, char *text);
void      ctl_table_print (const CtlTable *self, GString *out);

guint ctl_text_get_width (const char *text);
char *ctl_text_to_line (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtlTable, ctl_table_free)

G_END_DECLS
