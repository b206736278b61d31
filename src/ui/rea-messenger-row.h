/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of the Messenger's list, of a ReaConversationItem: who, for how long they have
 * been waiting, and what was said last.
 */
GtkListItemFactory *rea_messenger_row_factory_new (gboolean everyone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
