/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sqlite.h"

G_BEGIN_DECLS

/* The contacts of a campaign by their phones, while more come in. */
typedef struct _ReaPhoneBook ReaPhoneBook;

ReaPhoneBook *rea_phone_book_new (ReaSqlite *db,
                                  gint64     campaign_id,
                                  gboolean   has_contacts) G_GNUC_WARN_UNUSED_RESULT;
void          rea_phone_book_free (ReaPhoneBook *self);
gboolean rea_phone_book_has (ReaPhoneBook *self, gint64 phone, gboolean *found, GError **error);
void     rea_phone_book_add (ReaPhoneBook *self, gint64 id, gint64 phone);
gboolean rea_phone_book_is_full (const ReaPhoneBook *self);
gboolean rea_phone_book_save (ReaPhoneBook *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaPhoneBook, rea_phone_book_free)

G_END_DECLS
