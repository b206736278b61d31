/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *rea_name_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;
int   rea_name_compare_folded (const char *a, const char *b);
int   rea_name_compare (const char *last_a,
                        const char *first_a,
                        const char *email_a,
                        const char *last_b,
                        const char *first_b,
                        const char *email_b);
char *rea_name_dup_full (const char *first_name, const char *last_name) G_GNUC_WARN_UNUSED_RESULT;

/* A search: words, each of which a contact has to contain. */
typedef struct _ReaSearch ReaSearch;

ReaSearch         *rea_search_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void               rea_search_free (ReaSearch *self);
gboolean           rea_search_matches (const ReaSearch *self,
                                       const char      *first_name,
                                       const char      *last_name,
                                       const char      *phone);
const char *const *rea_search_get_words (const ReaSearch *self);
const char        *rea_search_get_digits (const ReaSearch *self, guint word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaSearch, rea_search_free)

G_END_DECLS
