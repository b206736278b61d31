/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-trail-text.h"

#include "rea-format.h"

#include <glib/gi18n-lib.h>

/**
 * rea_trail_text_holder:
 * @entry: a part of a trail
 *
 * Returns: (transfer none): who held the conversation
 */
const char *
rea_trail_text_holder (const ReaTrailEntry *entry)
{
  return entry->sender_name != NULL ? entry->sender_name : _ ("Unassigned");
}

/**
 * rea_trail_text_how:
 * @entry: a part of a trail
 *
 * Returns: (transfer full): by whose move the conversation came there
 */
char *
rea_trail_text_how (const ReaTrailEntry *entry)
{
  const char *who = entry->by_name != NULL ? entry->by_name : "";

  if (entry->move == 0)
    {
      /* TRANSLATORS: how a conversation came to its first holder. */
      return g_strdup (_ ("Imported"));
    }

  switch (entry->kind)
    {
    case REA_MOVE_UNDO:
      /* TRANSLATORS: how a conversation came to its holder: %s took a move back. */
      return g_strdup_printf (_ ("Undo by %s"), who);
    case REA_MOVE_SELF_ASSIGN:
      /* TRANSLATORS: how a conversation came to its holder, who asked for more. */
      return g_strdup (_ ("Self-Assign"));
    case REA_MOVE_REMOVE:
      /* TRANSLATORS: how a conversation came to its holder: %s removed the one before. */
      return g_strdup_printf (_ ("Sender removed by %s"), who);
    case REA_MOVE_REASSIGN:
    default:
      /* TRANSLATORS: how a conversation came to its holder. */
      return g_strdup_printf (entry->sender != NULL ? _ ("Reassigned by %s")
                                                    : _ ("Unassigned by %s"),
                              who);
    }
}

/**
 * rea_trail_text_span:
 * @entry: a part of a trail
 * @next: (nullable): the part after it, or %NULL for the last
 * @now: the moment of looking at it
 *
 * Returns: (transfer full): from when until when, and by whose move
 */
char *
rea_trail_text_span (const ReaTrailEntry *entry, const ReaTrailEntry *next, gint64 now)
{
  g_autofree char *how = rea_trail_text_how (entry);
  g_autofree char *since = rea_format_clock (entry->since, now);
  g_autofree char *until = NULL;

  if (next == NULL)
    {
      /* TRANSLATORS: below the name of a holder: since when, and by whose move. */
      return g_strdup_printf (_ ("Since %1$s · %2$s"), since, how);
    }

  until = rea_format_clock (next->since, now);

  /* TRANSLATORS: below the name of an earlier holder: from when until when, and by whose move. */
  return g_strdup_printf (_ ("%1$s to %2$s · %3$s"), since, until, how);
}
