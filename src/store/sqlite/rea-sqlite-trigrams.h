/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sqlite.h"

G_BEGIN_DECLS

/* Which contacts have which three characters in a row: a block of contacts as it
 * is put together, and the lists of one that is kept.
 */
typedef struct _ReaTrigrams ReaTrigrams;

ReaTrigrams *rea_trigrams_new (void) G_GNUC_WARN_UNUSED_RESULT;
void         rea_trigrams_free (ReaTrigrams *self);
void         rea_trigrams_add (ReaTrigrams *self,
                               gint64       id,
                               const char  *first_name,
                               const char  *last_name,
                               const char  *digits);
gsize        rea_trigrams_get_size (const ReaTrigrams *self);
gboolean rea_trigrams_save (ReaTrigrams *self, ReaSqlite *db, gint64 campaign_id, GError **error);
gboolean rea_trigrams_is_saved (ReaTrigrams *self, ReaSqlite *db, gboolean *same, GError **error);

typedef void (*ReaTrigramFunc) (gint64 trigram, gpointer user_data);

void    rea_trigrams_for_each (const char *text, ReaTrigramFunc func, gpointer user_data);
GArray *rea_trigrams_read (ReaSqlite *db, gint64 block, gint64 trigram, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaTrigrams, rea_trigrams_free)

G_END_DECLS
