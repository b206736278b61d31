/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-drafts.h"

G_BEGIN_DECLS

/* Sends what was written while its writer goes on, one after the other. Signals:
 *  sent (conversation)
 *  refused (conversation, contact, reason): its text is a draft again
 */
#define REA_TYPE_OUTBOX (rea_outbox_get_type ())
G_DECLARE_FINAL_TYPE (ReaOutbox, rea_outbox, REA, OUTBOX, GObject)

ReaOutbox *
rea_outbox_new (ReaService *service, gint64 campaign, ReaDrafts *drafts) G_GNUC_WARN_UNUSED_RESULT;
void     rea_outbox_send (ReaOutbox  *self,
                          gint64      conversation,
                          const char *contact,
                          const char *text,
                          gint64      last_message);
gboolean rea_outbox_is_sending (ReaOutbox *self, gint64 conversation);

G_END_DECLS
