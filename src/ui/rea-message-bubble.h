/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-conversation.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A message: what it says, and below it who wrote it when, and how far it has come. What
 * a contact wrote is never taken for anything but text.
 */
#define REA_TYPE_MESSAGE_BUBBLE (rea_message_bubble_get_type ())
G_DECLARE_FINAL_TYPE (ReaMessageBubble, rea_message_bubble, REA, MESSAGE_BUBBLE, GtkBox)

GtkWidget *rea_message_bubble_new (void) G_GNUC_WARN_UNUSED_RESULT;
gint64     rea_message_bubble_get_message (ReaMessageBubble *self);
void       rea_message_bubble_set_message (ReaMessageBubble *self, const ReaMessage *message);

G_END_DECLS
