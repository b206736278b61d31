/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sender-selection-text.h"

#include "rea-format.h"

#include <glib/gi18n-lib.h>

/**
 * rea_sender_selection_text:
 * @ticks: (nullable): which senders are ticked
 *
 * Returns: (transfer full) (nullable): how many, in words, or %NULL for none
 */
char *
rea_sender_selection_text (ReaSenderSelection *ticks)
{
  guint            n = ticks != NULL ? rea_sender_selection_get_n_ticked (ticks) : 0;
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
 * rea_sender_selection_removed:
 * @text: (transfer full): what is said at the bottom
 * @n: how many who were ticked were removed from the campaign
 *
 * Returns: (transfer full): that, and how many were removed if any was
 */
char *
rea_sender_selection_removed (char *text, guint n)
{
  g_autofree char *said = text;
  g_autofree char *number = rea_format_number (n);

  if (n == 0)
    return g_steal_pointer (&said);

  /* TRANSLATORS: at the bottom: %1$s is what is said there else, like "20 senders, 13 online";
   * %2$s is how many senders were ticked and then removed from the campaign by somebody. */
  return g_strdup_printf (ngettext ("%1$s. %2$s who was selected is no longer a sender.",
                                    "%1$s. %2$s who were selected are no longer senders.", n),
                          said, number);
}

/**
 * rea_sender_selection_detail:
 * @ticks: (nullable): which senders are ticked
 *
 * Returns: (transfer full) (nullable): what these hold, how many of them are not in the
 *   table, and how many were removed
 */
char *
rea_sender_selection_detail (ReaSenderSelection *ticks)
{
  guint            n_hidden = ticks != NULL ? rea_sender_selection_get_n_hidden (ticks) : 0;
  ReaCounts        counts;
  g_autofree char *open = NULL;
  g_autofree char *number = rea_format_number (n_hidden);

  if (ticks == NULL)
    return NULL;

  counts = rea_sender_selection_get_counts (ticks);
  open = dup_open (&counts);
  if (n_hidden == 0)
    return rea_sender_selection_removed (g_steal_pointer (&open),
                                         rea_sender_selection_get_n_removed (ticks));

  /* TRANSLATORS: at the bottom: %1$s is like "422 open: 141 Needs Reply, 281 Not Started", %2$s is
   * how many of the ticked senders the filter or the search hides. */
  return rea_sender_selection_removed (g_strdup_printf (ngettext ("%1$s (%2$s of them not listed)",
                                                                  "%1$s (%2$s of them not listed)",
                                                                  n_hidden),
                                                        open, number),
                                       rea_sender_selection_get_n_removed (ticks));
}
