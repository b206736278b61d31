/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sender-selection-text.h"

#include "rea-format.h"

#include <glib/gi18n-lib.h>

/**
 * rea_sender_selection_text:
 * @n: how many senders are ticked
 *
 * Returns: (transfer full) (nullable): that in words, or %NULL for none
 */
char *
rea_sender_selection_text (guint n)
{
  g_autofree char *number = rea_format_number (n);

  if (n == 0)
    return NULL;

  /* TRANSLATORS: at the bottom, while senders are ticked. */
  return g_strdup_printf (ngettext ("%s sender selected", "%s senders selected", n), number);
}

static char *
dup_open (const ReaCounts *counts)
{
  gint64           n_open = rea_counts_open_work (counts);
  g_autofree char *open = rea_format_number (n_open);
  g_autofree char *needs_reply = rea_format_number (counts->n[REA_STATUS_NEEDS_REPLY]);
  g_autofree char *not_started = rea_format_number (counts->n[REA_STATUS_NOT_STARTED]);

  if (n_open == 0)
    {
      /* TRANSLATORS: at the bottom, while senders are ticked who have nothing to do. */
      return g_strdup (_ ("no open work"));
    }

  /* TRANSLATORS: at the bottom, while senders are ticked: their open conversations, by status. */
  return g_strdup_printf (ngettext ("%1$s open: %2$s Needs Reply, %3$s Not Started",
                                    "%1$s open: %2$s Needs Reply, %3$s Not Started", n_open),
                          open, needs_reply, not_started);
}

/**
 * rea_sender_selection_detail:
 * @counts: what all who are ticked hold
 * @n_hidden: how many of them are not in the table
 *
 * Returns: (transfer full): what that comes to
 */
char *
rea_sender_selection_detail (const ReaCounts *counts, guint n_hidden)
{
  g_autofree char *open = dup_open (counts);
  g_autofree char *number = rea_format_number (n_hidden);

  if (n_hidden == 0)
    return g_steal_pointer (&open);

  /* TRANSLATORS: at the bottom: %1$s is like "422 open: 141 Needs Reply, 281 Not Started", %2$s is
   * how many of the ticked senders the filter or the search hides. */
  return g_strdup_printf (ngettext ("%1$s (%2$s of them not listed)",
                                    "%1$s (%2$s of them not listed)", n_hidden),
                          open, number);
}
