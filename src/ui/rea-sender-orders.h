/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How senders compare, column by column; equals stay in name order. */
int rea_sender_orders_presence (gconstpointer a, gconstpointer b, gpointer user_data);
int rea_sender_orders_first_name (gconstpointer a, gconstpointer b, gpointer user_data);
int rea_sender_orders_last_name (gconstpointer a, gconstpointer b, gpointer user_data);
int rea_sender_orders_progress (gconstpointer a, gconstpointer b, gpointer user_data);
int rea_sender_orders_needs_reply (gconstpointer a, gconstpointer b, gpointer user_data);
int rea_sender_orders_waiting (gconstpointer a, gconstpointer b, gpointer user_data);
int rea_sender_orders_sent (gconstpointer a, gconstpointer b, gpointer user_data);
int rea_sender_orders_left (gconstpointer a, gconstpointer b, gpointer user_data);
int rea_sender_orders_last_seen (gconstpointer a, gconstpointer b, gpointer user_data);
int rea_sender_orders_unassigned_first (gconstpointer a, gconstpointer b, gpointer user_data);

G_END_DECLS
