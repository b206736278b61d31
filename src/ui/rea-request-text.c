/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-request-text.h"

#include "rea-format.h"
#include "rea-labels.h"

#include <glib/gi18n-lib.h>

static const char *
get_name (ReaSenderList *senders, const char *email)
{
  ReaSenderItem *item = senders != NULL ? rea_sender_list_find (senders, email) : NULL;

  return item != NULL ? rea_sender_item_get_name (item) : email;
}

/* One sender by name, several by their number. */
static char *
dup_senders (char **emails, ReaSenderList *senders)
{
  guint            n = emails != NULL ? g_strv_length (emails) : 0;
  g_autofree char *number = rea_format_number (n);

  if (n == 1)
    return g_strdup (get_name (senders, emails[0]));

  /* TRANSLATORS: in the history: who gives or gets conversations. */
  return g_strdup_printf (ngettext ("%s sender", "%s senders", n), number);
}

static gboolean
is_redo (const ReaMove *move)
{
  return move->undoes_kind == REA_MOVE_UNDO;
}

static char *
dup_undo_title (const ReaMove *move, gint64 now)
{
  g_autofree char *time = rea_format_clock (move->undoes_at, now);

  if (is_redo (move))
    {
      /* TRANSLATORS: in the history: what an undo had taken back was done again; %s is the
       * time of that undo. */
      return g_strdup_printf (_ ("Redo of what was undone at %s"), time);
    }

  /* TRANSLATORS: in the history; %s is the time of the move that was taken back. */
  return g_strdup_printf (_ ("Undo of the move at %s"), time);
}

/* Which conversations, in a few words. */
static const char *
get_which (const ReaMove *move)
{
  const ReaFilter *filter = move->request->filter;

  if (move->n_named > 0)
    {
      /* TRANSLATORS: in the history: conversations that somebody had picked one by one. */
      return _ ("Chosen conversations");
    }

  if (filter->status != REA_STATUS_ANY)
    return rea_status_get_label (filter->status);

  if (filter->holder == REA_HOLDER_NOBODY)
    return _ ("Unassigned");

  return rea_status_get_label (REA_STATUS_ANY);
}

static char *
dup_receiver (const ReaMove *move, ReaSenderList *senders)
{
  const ReaRequest *request = move->request;

  switch (request->to)
    {
    case REA_TO_UNASSIGNED:
      return g_strdup (_ ("Unassigned"));
    case REA_TO_OTHERS:
      /* TRANSLATORS: in the history: who got conversations. */
      return g_strdup (request->filter->holder == REA_HOLDER_SENDERS ? _ ("all other senders")
                                                                     : _ ("all senders"));
    case REA_TO_ONLINE:
      /* TRANSLATORS: in the history: who got conversations. */
      return g_strdup (_ ("everyone online"));
    case REA_TO_SENDERS:
    default:
      return dup_senders (request->to_senders, senders);
    }
}

/**
 * rea_request_text_title:
 * @move: a move
 * @senders: (nullable): the senders of the campaign
 * @now: the moment
 *
 * Returns: (transfer full): what was moved where, in a few words
 */
char *
rea_request_text_title (const ReaMove *move, ReaSenderList *senders, gint64 now)
{
  g_autofree char *receiver = NULL;

  if (move->kind == REA_MOVE_UNDO || move->request == NULL)
    return dup_undo_title (move, now);

  if (move->kind == REA_MOVE_SELF_ASSIGN)
    receiver = g_strdup (move->by_name);
  else
    receiver = dup_receiver (move, senders);

  /* TRANSLATORS: in the history: which conversations ("Needs Reply") went to whom ("4 senders",
   * a name). */
  return g_strdup_printf (_ ("%1$s to %2$s"), get_which (move), receiver);
}

/* By which of the window's choices a request like this is made. */
static const char *
get_verb (const ReaMove *move, gboolean bulk)
{
  const ReaRequest *request = move->request;
  gboolean          all = request->number == REA_NUMBER_ALL;

  if (request->to == REA_TO_UNASSIGNED)
    {
      /* TRANSLATORS: in the history, how the menus call it; so the five that follow. */
      return bulk ? _ ("Bulk Unassign All") : all ? _ ("Unassign All") : _ ("Unassign Some");
    }

  if (bulk)
    return all ? _ ("Bulk Reassign All") : _ ("Bulk Reassign Some");

  return all ? _ ("Reassign All") : _ ("Reassign Some");
}

static gboolean
narrows_more (const ReaFilter *filter)
{
  return filter->search != NULL || filter->waiting_minutes != REA_MINUTES_ANY ||
         filter->unmoved_minutes != REA_MINUTES_ANY || filter->flag != 0;
}

/* From whom, where it is not from everyone. */
static char *
dup_giver (const ReaFilter *filter, ReaSenderList *senders)
{
  switch (filter->holder)
    {
    case REA_HOLDER_SENDERS:
      return dup_senders (filter->senders, senders);
    case REA_HOLDER_NOBODY:
      return g_strdup (_ ("Unassigned"));
    case REA_HOLDER_ONLINE:
      /* TRANSLATORS: in the history: whose conversations were moved. */
      return g_strdup (_ ("Senders online"));
    case REA_HOLDER_OFFLINE:
      /* TRANSLATORS: in the history: whose conversations were moved. */
      return g_strdup (_ ("Senders offline"));
    case REA_HOLDER_ANY:
    default:
      return NULL;
    }
}

/**
 * rea_request_text_way:
 * @move: a move
 * @senders: (nullable): the senders of the campaign
 *
 * Returns: (transfer full): how it came about: what the menus call it, and whose
 *   conversations it was about
 */
char *
rea_request_text_way (const ReaMove *move, ReaSenderList *senders)
{
  const ReaFilter *filter = move->request != NULL ? move->request->filter : NULL;
  g_autofree char *giver = NULL;

  if (move->kind == REA_MOVE_UNDO || filter == NULL)
    {
      /* TRANSLATORS: in the history: a sort of move. */
      return g_strdup (is_redo (move) ? _ ("Redo") : _ ("Undo"));
    }

  if (move->kind == REA_MOVE_SELF_ASSIGN)
    {
      /* TRANSLATORS: in the history: a sender took conversations that nobody had. */
      return g_strdup (_ ("Self-Assign"));
    }

  if (move->kind == REA_MOVE_REMOVE)
    {
      /* TRANSLATORS: in the history: %s, a sender, was taken out of the campaign. */
      return g_strdup_printf (_ ("%s removed"),
                              move->removed_name != NULL ? move->removed_name : "");
    }

  if (move->n_named > 0)
    {
      /* TRANSLATORS: in the history: a sort of move. */
      return g_strdup (move->request->to == REA_TO_UNASSIGNED ? _ ("Unassign") : _ ("Reassign"));
    }

  giver = dup_giver (filter, senders);
  if (giver == NULL && !narrows_more (filter))
    return g_strdup (get_verb (move, TRUE));

  if (giver == NULL)
    {
      /* TRANSLATORS: in the history: all that the list of conversations showed. */
      giver = g_strdup (_ ("Listed conversations"));
    }

  /* TRANSLATORS: in the history: whose conversations ("Ann Lee"), and how the menu calls what
   * was done ("Reassign Some"). */
  return g_strdup_printf (_ ("%1$s: %2$s"), giver, get_verb (move, FALSE));
}

static void
add (GPtrArray *parts, char *part)
{
  g_ptr_array_add (parts, part);
}

static void
add_filter (GPtrArray *parts, const ReaFilter *filter)
{
  g_autofree char *waiting = rea_format_number (filter->waiting_minutes);
  g_autofree char *unmoved = rea_format_number (filter->unmoved_minutes);

  if (filter->search != NULL)
    {
      /* TRANSLATORS: part of what was asked for: only contacts that fit a search. */
      add (parts, g_strdup_printf (_ ("contacts that fit “%s”"), filter->search));
    }

  if (filter->waiting_minutes != REA_MINUTES_ANY)
    {
      /* TRANSLATORS: part of what was asked for. */
      add (parts, g_strdup_printf (ngettext ("waiting for %s minute or longer",
                                             "waiting for %s minutes or longer",
                                             (gulong) filter->waiting_minutes),
                                   waiting));
    }

  if (filter->unmoved_minutes != REA_MINUTES_ANY)
    {
      /* TRANSLATORS: part of what was asked for. */
      add (parts,
           g_strdup_printf (ngettext ("not moved within %s minute", "not moved within %s minutes",
                                      (gulong) filter->unmoved_minutes),
                            unmoved));
    }

  switch ((guint) filter->flag)
    {
    case REA_FLAG_MARKED:
      /* TRANSLATORS: part of what was asked for; so the three that follow. */
      add (parts, g_strdup (_ ("contacts who seem to opt out")));
      break;
    case REA_FLAG_OPTED_OUT:
      add (parts, g_strdup (_ ("contacts who opted out")));
      break;
    case REA_FLAG_WROTE_AFTER_OPT_OUT:
      add (parts, g_strdup (_ ("contacts who wrote after opting out")));
      break;
    case REA_FLAG_SURVEY_OPEN:
      add (parts, g_strdup (_ ("survey open")));
      break;
    default:
      break;
    }
}

static void
add_amount (GPtrArray *parts, const ReaMove *move)
{
  const ReaRequest *request = move->request;
  g_autofree char  *n = rea_format_number (move->n_named > 0 ? move->n_named : request->number);

  if (move->n_named > 0)
    {
      /* TRANSLATORS: part of what was asked for: conversations picked one by one. */
      add (parts, g_strdup_printf (ngettext ("%s chosen conversation", "%s chosen conversations",
                                             (gulong) move->n_named),
                                   n));
    }
  else if (request->number == REA_NUMBER_ALL)
    {
      /* TRANSLATORS: part of what was asked for: all of a status, as "Needs Reply". */
      add (parts,
           g_strdup_printf (_ ("all of %s"), rea_status_get_label (request->filter->status)));
    }
  else
    {
      /* TRANSLATORS: part of what was asked for: a number, and a status, as "Needs Reply". */
      add (parts,
           g_strdup_printf (_ ("%1$s of %2$s"), n, rea_status_get_label (request->filter->status)));
    }
}

static void
add_division (GPtrArray *parts, const ReaRequest *request)
{
  if (request->to == REA_TO_UNASSIGNED ||
      (request->to == REA_TO_SENDERS && request->to_senders != NULL &&
       g_strv_length (request->to_senders) < 2))
    return;

  /* TRANSLATORS: part of what was asked for: how conversations were shared out. */
  add (parts,
       g_strdup (request->divide == REA_DIVIDE_LEVEL ? _ ("to whoever has the least open work")
                                                     : _ ("divided evenly")));
}

/**
 * rea_request_text_what:
 * @move: a move
 * @senders: (nullable): the senders of the campaign
 * @now: the moment
 *
 * Returns: (transfer full): all that was asked for
 */
char *
rea_request_text_what (const ReaMove *move, ReaSenderList *senders, gint64 now)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *way = rea_request_text_way (move, senders);
  g_autofree char *list = NULL;

  if (move->request == NULL || move->kind == REA_MOVE_UNDO)
    return dup_undo_title (move, now);

  add_amount (parts, move);
  add_filter (parts, move->request->filter);
  add_division (parts, move->request);
  g_ptr_array_add (parts, NULL);
  /* TRANSLATORS: between the parts of what was asked for. */
  list = g_strjoinv (_ (", "), (char **) parts->pdata);

  /* TRANSLATORS: all that was asked for: how the menus call it ("Bulk Reassign Some"), and its
   * parts ("120 of Needs Reply, divided evenly"). */
  return g_strdup_printf (_ ("%1$s: %2$s"), way, list);
}
