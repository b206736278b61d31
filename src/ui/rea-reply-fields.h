/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-canned-reply.h"
#include "rea-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A canned reply, to be written: its title, its text with variables, and as a contact would
 * get it. ReaReplyFields::changed tells of it.
 */
#define REA_TYPE_REPLY_FIELDS (rea_reply_fields_get_type ())
G_DECLARE_FINAL_TYPE (ReaReplyFields, rea_reply_fields, REA, REPLY_FIELDS, AdwBin)

GtkWidget            *rea_reply_fields_new (ReaService           *service,
                                            gint64                campaign,
                                            const ReaCannedReply *origin) G_GNUC_WARN_UNUSED_RESULT;
const ReaCannedReply *rea_reply_fields_get_origin (ReaReplyFields *self);
ReaCannedReply       *rea_reply_fields_dup_reply (ReaReplyFields *self) G_GNUC_WARN_UNUSED_RESULT;
void                  rea_reply_fields_set_fault (ReaReplyFields            *self,
                                                  const ReaCannedReplyFault *fault,
                                                  const char                *problem);
void                  rea_reply_fields_focus (ReaReplyFields *self, gboolean in_text);

G_END_DECLS
