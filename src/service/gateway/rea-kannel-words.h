/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-transport.h"

G_BEGIN_DECLS

/* How Kannel is spoken to, and how it speaks: text in, text out. */
#define REA_KANNEL_MESSAGE_PATH "/message"
#define REA_KANNEL_REPORT_PATH  "/report"

char      *rea_kannel_dup_get_url (const ReaGatewaySettings *settings) G_GNUC_WARN_UNUSED_RESULT;
char      *rea_kannel_dup_send_url (const ReaGatewaySettings *settings,
                                    const char               *password,
                                    const ReaOutgoing        *outgoing) G_GNUC_WARN_UNUSED_RESULT;
ReaVerdict rea_kannel_judge (guint status, const char *body, char **why);

GHashTable  *rea_kannel_parse_query (const char *query) G_GNUC_WARN_UNUSED_RESULT;
gboolean     rea_kannel_has_key (GHashTable *query, const char *key);
ReaIncoming *rea_kannel_read_message (GHashTable *query, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
gboolean rea_kannel_read_report (GHashTable *query, gint64 *id, gint64 *asked, ReaReport *report);

G_END_DECLS
