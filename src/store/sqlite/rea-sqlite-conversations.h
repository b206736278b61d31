/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sqlite.h"

G_BEGIN_DECLS

/* What is read of a conversation, whatever says which. */
#define REA_SQLITE_CONVERSATION_COLUMNS                                                            \
  "c.id, c.campaign_id, k.phone, k.first_name, k.last_name, k.fields, k.time_zone, c.status,"      \
  " k.open_status, c.holder, u.email, k.flags, k.last_message_at, c.waiting_since,"                \
  " (SELECT text FROM message WHERE conversation_id = c.id ORDER BY id DESC LIMIT 1)"

#define REA_SQLITE_CONVERSATION_TABLES                                                             \
  " conversation c CROSS JOIN contact k ON k.id = c.id LEFT JOIN user u ON u.id = c.holder"

gboolean
rea_sqlite_read_conversations (ReaStatement *select, GPtrArray *conversations, GError **error);

G_END_DECLS
