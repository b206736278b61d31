/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-conversation.h"

G_BEGIN_DECLS

/**
 * ReaNotice:
 * @REA_NOTICE_NONE: there is nothing to be said
 * @REA_NOTICE_MARKED: a person has to say whether the contact asks to opt out
 * @REA_NOTICE_OPTED_OUT: the contact is not to be texted
 * @REA_NOTICE_WROTE_AFTER: and wrote nevertheless
 * @REA_NOTICE_CLOSED: it is closed
 *
 * What has to be known of a conversation before anything else.
 */
typedef enum
{
  REA_NOTICE_NONE,
  REA_NOTICE_MARKED,
  REA_NOTICE_OPTED_OUT,
  REA_NOTICE_WROTE_AFTER,
  REA_NOTICE_CLOSED,
} ReaNotice;

ReaNotice   rea_notice_of (const ReaConversation *conversation);
const char *rea_notice_text (ReaNotice notice);
char       *rea_notice_text_refusal (const char *refusal,
                                     gint64      possible_at,
                                     gint64      now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
