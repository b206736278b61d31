/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-history-text.h"

#include "rea-format.h"

#include <glib/gi18n-lib.h>

/**
 * rea_history_text_title:
 * @moved: how many conversations a move moved
 *
 * Returns: (transfer full): a title for it
 */
char *
rea_history_text_title (gint64 moved)
{
  g_autofree char *n = rea_format_number (moved);

  /* TRANSLATORS: the title of a move in the history. */
  return g_strdup_printf (ngettext ("%s conversation changed hands",
                                    "%s conversations changed hands", (gulong) moved),
                          n);
}

/**
 * rea_history_text_show:
 * @moved: how many conversations a move moved
 *
 * Returns: (transfer full): what the button says that lists them
 */
char *
rea_history_text_show (gint64 moved)
{
  g_autofree char *n = rea_format_number (moved);

  /* TRANSLATORS: a button: lists the conversations that a move moved. */
  return g_strdup_printf (ngettext ("Show the %s Conversation", "Show the %s Conversations",
                                    (gulong) moved),
                          n);
}

/**
 * rea_history_text_label:
 * @move: a move
 * @now: the moment
 *
 * Returns: (transfer full): what its conversations are called where they are listed
 */
char *
rea_history_text_label (const ReaMove *move, gint64 now)
{
  g_autofree char *time = rea_format_clock (move->at, now);

  /* TRANSLATORS: on the button above the list of conversations that says that only those of one
   * move are listed; %s is its time. */
  return g_strdup_printf (_ ("Moved %s"), time);
}

/**
 * rea_history_text_when:
 * @at: when a move was made
 * @now: the moment
 *
 * Returns: (transfer full): day and time, to the second
 */
char *
rea_history_text_when (gint64 at, gint64 now)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (at);
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (now);

  if (then == NULL)
    return g_strdup ("");

  if (g_date_time_get_year (then) == g_date_time_get_year (today) &&
      g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (today))
    {
      /* TRANSLATORS: when a move was made, in the format of strftime. */
      return g_date_time_format (then, _ ("Today, %H:%M:%S"));
    }

  /* TRANSLATORS: when a move was made, in the format of strftime. */
  return g_date_time_format (then, _ ("%A, %-e %B %Y, %H:%M:%S"));
}

/**
 * rea_history_text_who:
 * @move: a move
 * @user: the number of the user of the program
 *
 * Returns: (transfer full): who made it
 */
char *
rea_history_text_who (const ReaMove *move, gint64 user)
{
  const char *name = move->by_name != NULL ? move->by_name : "";

  if (move->by != user)
    return g_strdup (name);

  /* TRANSLATORS: who made a move: the user of the program; %s is the user's name. */
  return g_strdup_printf (_ ("You (%s)"), name);
}

/**
 * rea_history_text_undone:
 * @move: a move that was taken back
 * @now: the moment
 *
 * Returns: (transfer full): who took it back, and when
 */
char *
rea_history_text_undone (const ReaMove *move, gint64 now)
{
  g_autofree char *time = rea_format_clock (move->undone_at, now);
  const char      *name = move->undone_name != NULL ? move->undone_name : "";

  if (move->kind == REA_MOVE_UNDO)
    {
      /* TRANSLATORS: of an undo in the history: %1$s is a name, %2$s a time. */
      return g_strdup_printf (_ ("%1$s did it again, %2$s."), name, time);
    }

  /* TRANSLATORS: of a move in the history: %1$s is a name, %2$s a time. */
  return g_strdup_printf (_ ("%1$s undid it, %2$s."), name, time);
}
