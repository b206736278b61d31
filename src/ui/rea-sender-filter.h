/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which senders, in the order of the drop-down. */
typedef enum
{
  REA_SENDERS_ALL,
  REA_SENDERS_ONLINE,
  REA_SENDERS_OFFLINE,
  REA_SENDERS_OFFLINE_OPEN,
} ReaSenders;

/* Passes some senders, by their presence and by their name or e-mail. What nobody
 * holds is no sender: it stays.
 */
#define REA_TYPE_SENDER_FILTER (rea_sender_filter_get_type ())
G_DECLARE_FINAL_TYPE (ReaSenderFilter, rea_sender_filter, REA, SENDER_FILTER, GtkFilter)

ReaSenderFilter *rea_sender_filter_new (void) G_GNUC_WARN_UNUSED_RESULT;
void rea_sender_filter_set (ReaSenderFilter *self, ReaSenders which, const char *search);

G_END_DECLS
