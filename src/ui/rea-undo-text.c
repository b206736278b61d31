/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-undo-text.h"

#include "rea-format.h"
#include "rea-move-text.h"

#include <glib/gi18n-lib.h>

/**
 * rea_undo_text_offer:
 * @move: a move
 * @now: the moment
 *
 * Returns: (transfer full): what the button that takes it back says
 */
char *
rea_undo_text_offer (const ReaMove *move, gint64 now)
{
  ReaTo            to = move->request != NULL ? move->request->to : REA_TO_OTHERS;
  g_autofree char *moved = rea_move_text_moved (move->moved, to);
  g_autofree char *time = rea_format_clock (move->at, now);

  /* TRANSLATORS: the tooltip of Undo: %1$s is like "120 conversations reassigned", %2$s a time. */
  return g_strdup_printf (_ ("Undo: %1$s, %2$s"), moved, time);
}

/**
 * rea_undo_text_done:
 * @result: what an undo did
 *
 * Says what an undo did, and what it left alone and why.
 *
 * Returns: (transfer full): sentences
 */
char *
rea_undo_text_done (const ReaResult *result)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  const ReaLeft   *left = &result->left;
  g_autofree char *n = rea_format_number (result->plan->moved);
  g_autofree char *moved_since = rea_format_number (left->moved_since);
  g_autofree char *answered_since = rea_format_number (left->answered_since);
  g_autofree char *no_longer_sender = rea_format_number (left->no_longer_sender);

  /* TRANSLATORS: what an undo did. */
  g_ptr_array_add (sentences,
                   g_strdup_printf (ngettext ("%s conversation given back.",
                                              "%s conversations given back.", result->plan->moved),
                                    n));

  if (left->moved_since > 0)
    {
      /* TRANSLATORS: what an undo left alone. */
      g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%s was left: it was moved since.",
                                                             "%s were left: they were moved since.",
                                                             left->moved_since),
                                                   moved_since));
    }

  if (left->answered_since > 0)
    {
      /* TRANSLATORS: what an undo left alone. */
      g_ptr_array_add (sentences,
                       g_strdup_printf (ngettext ("%s was left: it was answered since.",
                                                  "%s were left: they were answered since.",
                                                  left->answered_since),
                                        answered_since));
    }

  if (left->no_longer_sender > 0)
    {
      /* TRANSLATORS: what an undo left alone. */
      g_ptr_array_add (
          sentences, g_strdup_printf (ngettext ("%s was left: who had it is no longer a sender.",
                                                "%s were left: who had them is no longer a sender.",
                                                left->no_longer_sender),
                                      no_longer_sender));
    }

  g_ptr_array_add (sentences, NULL);

  return g_strjoinv (" ", (char **) sentences->pdata);
}
