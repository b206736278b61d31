/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-labels.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/**
 * rea_status_get_label:
 * @status: a status
 *
 * Returns: (transfer none): the status as people read it, in their language
 */
const char *
rea_status_get_label (ReaStatus status)
{
  switch (status)
    {
    case REA_STATUS_NEEDS_REPLY:
      /* TRANSLATORS: status of a conversation, in lists and choices: the contact wrote last. */
      return _ ("Needs Reply");
    case REA_STATUS_NOT_STARTED:
      /* TRANSLATORS: status of a conversation, in lists and choices: nobody has written yet. */
      return _ ("Not Started");
    case REA_STATUS_MESSAGED:
      /* TRANSLATORS: status of a conversation, in lists and choices: the first message was
       * sent, the contact has not written. */
      return _ ("Messaged");
    case REA_STATUS_REPLIED:
      /* TRANSLATORS: status of a conversation, in lists and choices: the contact has written
       * and was answered. */
      return _ ("Replied");
    case REA_STATUS_CLOSED:
      /* TRANSLATORS: status of a conversation, in lists and choices. */
      return C_ ("conversation", "Closed");
    case REA_STATUS_ANY:
    default:
      /* TRANSLATORS: choice among the statuses of conversations: all of them. */
      return _ ("Any Status");
    }
}

/**
 * rea_sweep_kind_dup_title:
 * @kind: a kind of line of a sweep
 * @options: how long is long
 *
 * Returns: (transfer full): what such a line says, in the language of who reads it
 */
char *
rea_sweep_kind_dup_title (ReaSweepKind kind, const ReaSweepOptions *options)
{
  switch (kind)
    {
    case REA_SWEEP_WAITING_OFFLINE:
      return g_strdup_printf (
          /* TRANSLATORS: a line of the sweep: how many replies wait for so many minutes with
           * senders who are offline. */
          ngettext ("Replies waiting over %d min, sender offline",
                    "Replies waiting over %d min, sender offline", options->waiting_minutes),
          options->waiting_minutes);
    case REA_SWEEP_UNASSIGNED_REPLIES:
      /* TRANSLATORS: a line of the sweep: how many replies nobody holds. */
      return g_strdup (_ ("Unassigned replies"));
    case REA_SWEEP_OPT_OUTS:
      /* TRANSLATORS: a line of the sweep: how many contacts seem to have asked to opt out. */
      return g_strdup (_ ("Opt-outs asked for, not recorded"));
    case REA_SWEEP_NOT_STARTED_UNSEEN:
      return g_strdup_printf (
          /* TRANSLATORS: a line of the sweep: how many conversations nobody has begun, whose
           * senders are away for so many minutes. Not Started is a status. */
          ngettext ("Not Started, sender unseen for %d min",
                    "Not Started, sender unseen for %d min", options->unseen_minutes),
          options->unseen_minutes);
    case REA_SWEEP_WINDOW_PASSED:
      /* TRANSLATORS: a line of the sweep: how many conversations can be begun no more. */
      return g_strdup (_ ("Not Started, sending window has passed"));
    case REA_SWEEP_SURVEYS:
    default:
      /* TRANSLATORS: a line of the sweep: how many contacts have written and a question of
       * the campaign has no answer. */
      return g_strdup (_ ("Surveys not filled in"));
    }
}

/**
 * rea_phone_dup_label:
 * @phone: a number in E.164
 *
 * Writes a number the way it is read at home: "(202) 555-0136" for one of the
 * North American plan, all others as they are.
 *
 * Returns: (transfer full): the text
 */
char *
rea_phone_dup_label (const char *phone)
{
  g_return_val_if_fail (phone != NULL, NULL);

  /* +1 and ten digits, neither the area code nor the exchange begins with 0 or 1. */
  if (strlen (phone) == 12 && g_str_has_prefix (phone, "+1") &&
      strspn (phone + 1, "0123456789") == 11 && phone[2] >= '2' && phone[5] >= '2')
    return g_strdup_printf ("(%.3s) %.3s-%.4s", phone + 2, phone + 5, phone + 8);

  return g_strdup (phone);
}

static char *
dup_time_text (gint64 at, gint64 now)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (at);
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (now);
  gboolean is_today;

  if (then == NULL || today == NULL)
    return g_strdup ("");

  is_today = g_date_time_get_year (then) == g_date_time_get_year (today) &&
             g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (today);

  return g_date_time_format (then, is_today ? "%H:%M" : "%x");
}

/**
 * rea_move_dup_label:
 * @move: a move
 * @now: the time, in seconds
 *
 * Tells a move in a line: "Maria moved 300, 20:57"; one of another day with its
 * date.
 *
 * Returns: (transfer full): the text
 */
char *
rea_move_dup_label (const ReaMove *move, gint64 now)
{
  g_autofree char *time = dup_time_text (move->at, now);
  const char      *who = move->by_first_name;
  const char      *format;

  if (who == NULL || *who == '\0')
    who = move->by_email != NULL ? move->by_email : "";

  switch (move->kind)
    {
    case REA_MOVE_UNDO:
      /* TRANSLATORS: at the bottom of the window, the last move of the campaign, an undo: who
       * did it, how many conversations it gave back, and the time of day or the date. */
      format = ngettext ("%1$s took back %2$'" PRId64 ", %3$s",
                         "%1$s took back %2$'" PRId64 ", %3$s", (gulong) move->moved);
      break;

    case REA_MOVE_SELF_ASSIGN:
      /* TRANSLATORS: at the bottom of the window, the last move of the campaign: who assigned
       * conversations to themselves, how many, and the time of day or the date. */
      format = ngettext ("%1$s took %2$'" PRId64 ", %3$s", "%1$s took %2$'" PRId64 ", %3$s",
                         (gulong) move->moved);
      break;

    case REA_MOVE_REASSIGN:
    case REA_MOVE_REMOVE:
    default:
      /* TRANSLATORS: at the bottom of the window, the last move of the campaign: who moved
       * conversations, how many, and the time of day or the date. */
      format = ngettext ("%1$s moved %2$'" PRId64 ", %3$s", "%1$s moved %2$'" PRId64 ", %3$s",
                         (gulong) move->moved);
      break;
    }

  return g_strdup_printf (format, who, move->moved, time);
}
