/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ReaCannedReply:
 * @title: by which a sender chooses it
 * @text: the message, with variables
 *
 * A text to answer with.
 */
typedef struct
{
  char *title;
  char *text;
} ReaCannedReply;

/**
 * ReaCannedReplyFault:
 * @reply: which of the replies, counted from 0
 * @in_text: whether it is in its text; else in its title
 */
typedef struct
{
  guint    reply;
  gboolean in_text;
} ReaCannedReplyFault;

ReaCannedReply *rea_canned_reply_new (const char *title,
                                      const char *text) G_GNUC_WARN_UNUSED_RESULT;
void            rea_canned_reply_free (ReaCannedReply *self);

GPtrArray *rea_canned_replies_new (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *rea_canned_replies_copy (GPtrArray *replies) G_GNUC_WARN_UNUSED_RESULT;
gboolean   rea_canned_replies_equal (GPtrArray *a, GPtrArray *b);
gboolean
rea_canned_replies_find_fault (GPtrArray *replies, ReaCannedReplyFault *fault, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaCannedReply, rea_canned_reply_free)

G_END_DECLS
