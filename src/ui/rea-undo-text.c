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

static gint64
count_left (const ReaResult *result)
{
  return result->left.moved_since + result->left.answered_since + result->left.no_longer_sender;
}

/**
 * rea_undo_text_button:
 * @move: a move
 * @preview: (nullable): what undo would do, %NULL while that is not known
 *
 * Returns: (transfer full): what the button that takes it back says
 */
char *
rea_undo_text_button (const ReaMove *move, const ReaResult *preview)
{
  g_autofree char *n = rea_format_number (preview != NULL ? preview->plan->moved : 0);
  gboolean         is_undo = move->kind == REA_MOVE_UNDO;

  if (preview == NULL || preview->plan->moved == 0)
    {
      /* TRANSLATORS: on a button: takes a move back, or an undo. */
      return g_strdup (is_undo ? _ ("Redo") : _ ("Undo"));
    }

  /* TRANSLATORS: on a button: takes a move back, or an undo; %s conversations go back. */
  return g_strdup_printf (is_undo ? _ ("Redo %s") : _ ("Undo %s"), n);
}

static void
add_since (GPtrArray *parts, const char *format, gint64 n)
{
  g_autofree char *number = rea_format_number (n);

  if (n > 0)
    g_ptr_array_add (parts, g_strdup_printf (format, number));
}

/**
 * rea_undo_text_since:
 * @preview: what undo would do
 *
 * Says what has happened to the conversations since they were moved.
 *
 * Returns: (transfer full): a text
 */
char *
rea_undo_text_since (const ReaResult *preview)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const ReaLeft *left = &preview->left;

  if (count_left (preview) == 0)
    {
      /* TRANSLATORS: in the history: what has happened since a move. */
      return g_strdup (_ ("No sender has written in them, and none was moved"));
    }

  /* TRANSLATORS: in the history: what has happened to so many conversations since a move; so the
   * two that follow. */
  add_since (parts, ngettext ("%s was answered", "%s were answered", (gulong) left->answered_since),
             left->answered_since);
  add_since (parts,
             ngettext ("%s was moved again", "%s were moved again", (gulong) left->moved_since),
             left->moved_since);
  add_since (parts,
             ngettext ("who had %s is no longer a sender", "who had %s is no longer a sender",
                       (gulong) left->no_longer_sender),
             left->no_longer_sender);
  g_ptr_array_add (parts, NULL);

  /* TRANSLATORS: between the parts of what has happened since a move. */
  return g_strjoinv (_ (", "), (char **) parts->pdata);
}

/**
 * rea_undo_text_gives:
 * @move: a move
 * @preview: what undo would do
 *
 * Says what the button would give back and what it would leave.
 *
 * Returns: (transfer full): a sentence
 */
char *
rea_undo_text_gives (const ReaMove *move, const ReaResult *preview)
{
  gint64           moved = preview->plan->moved;
  gint64           left = count_left (preview);
  gboolean         is_undo = move->kind == REA_MOVE_UNDO;
  g_autofree char *n = rea_format_number (moved);
  g_autofree char *stay = rea_format_number (left);

  if (moved == 0 && move->kind == REA_MOVE_REMOVE)
    {
      /* TRANSLATORS: in the history: what undo would do; %s is a name. */
      return g_strdup_printf (_ ("Undo makes %s a sender again and gives nothing back."),
                              move->removed_name);
    }

  if (moved == 0)
    {
      /* TRANSLATORS: in the history: why there is no undo. */
      return g_strdup (_ ("Nothing is left to give back."));
    }

  if (left == 0 && is_undo)
    {
      /* TRANSLATORS: in the history: what the button Redo would do with %s conversations. */
      return g_strdup_printf (ngettext ("Redo moves %s again, and leaves none.",
                                        "Redo moves %s again, and leaves none.", (gulong) moved),
                              n);
    }

  if (left == 0)
    {
      /* TRANSLATORS: in the history: what the button Undo would do with %s conversations. */
      return g_strdup_printf (ngettext ("Undo gives back %s, and leaves none.",
                                        "Undo gives back %s, and leaves none.", (gulong) moved),
                              n);
    }

  if (left == preview->left.answered_since)
    {
      /* TRANSLATORS: in the history: what the button would do: %1$s conversations go back, %2$s
       * stay. */
      return g_strdup_printf (is_undo ? ngettext ("Redo moves %1$s again and leaves %2$s with who "
                                                  "answered it.",
                                                  "Redo moves %1$s again and leaves %2$s with who "
                                                  "answered them.",
                                                  (gulong) left)
                                      : ngettext ("Undo gives back %1$s and leaves %2$s with who "
                                                  "answered it.",
                                                  "Undo gives back %1$s and leaves %2$s with who "
                                                  "answered them.",
                                                  (gulong) left),
                              n, stay);
    }

  /* TRANSLATORS: in the history: what the button would do: %1$s conversations go back, %2$s
   * stay. */
  return g_strdup_printf (is_undo
                              ? ngettext ("Redo moves %1$s again and leaves %2$s where it is.",
                                          "Redo moves %1$s again and leaves %2$s where they are.",
                                          (gulong) left)
                              : ngettext ("Undo gives back %1$s and leaves %2$s where it is.",
                                          "Undo gives back %1$s and leaves %2$s where they are.",
                                          (gulong) left),
                          n, stay);
}
