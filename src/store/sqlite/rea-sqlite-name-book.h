/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sqlite.h"

G_BEGIN_DECLS

/* The contacts of a campaign by their names, while more come in. */
typedef struct _ReaNameBook ReaNameBook;

ReaNameBook *rea_name_book_new (void) G_GNUC_WARN_UNUSED_RESULT;
void         rea_name_book_free (ReaNameBook *self);
void
rea_name_book_add (ReaNameBook *self, gint64 id, const char *first_name, const char *last_name);
gboolean rea_name_book_is_full (const ReaNameBook *self);
void     rea_name_book_sort (ReaNameBook *self);
gboolean rea_name_book_save (ReaNameBook *self, ReaSqlite *db, gint64 campaign_id, GError **error);

void rea_name_append_key (GByteArray *key, const char *first_name, const char *last_name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaNameBook, rea_name_book_free)

G_END_DECLS
