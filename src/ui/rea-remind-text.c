/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-remind-text.h"

#include "rea-format.h"

#include <glib/gi18n-lib.h>

/* Whom one greets. */
static const char *
get_call_name (ReaSenderItem *sender)
{
  const char *first_name = rea_sender_item_get_first_name (sender);

  return *first_name != '\0' ? first_name : rea_sender_item_get_name (sender);
}

/* How long the longest wait is, or %NULL where it is not worth a word. */
static char *
dup_wait (ReaSenderItem *sender, gint64 now)
{
  gint64 since = rea_sender_item_get_waiting_since (sender);

  return since != REA_TIME_NONE && now - since >= 60 ? rea_format_duration (now - since) : NULL;
}

static char *
dup_replies (ReaSenderItem *sender, gint64 now)
{
  ReaCounts        counts = rea_sender_item_get_counts (sender);
  gint64           n = counts.n[REA_STATUS_NEEDS_REPLY];
  g_autofree char *number = rea_format_number (n);
  g_autofree char *wait = dup_wait (sender, now);

  if (n == 0)
    return NULL;

  if (wait == NULL)
    {
      /* TRANSLATORS: in a reminder to a sender, within a list of two. */
      return g_strdup_printf (ngettext ("%s reply waits for you", "%s replies wait for you", n),
                              number);
    }

  /* TRANSLATORS: in a reminder to a sender, within a list of two; %2$s is like "1 h 37 min". */
  return g_strdup_printf (ngettext ("%1$s reply has waited for you for %2$s",
                                    "%1$s replies wait for you, the longest for %2$s", n),
                          number, wait);
}

static char *
dup_first_messages (ReaSenderItem *sender)
{
  ReaCounts        counts = rea_sender_item_get_counts (sender);
  gint64           n = counts.n[REA_STATUS_NOT_STARTED];
  g_autofree char *number = rea_format_number (n);

  if (n == 0)
    return NULL;

  /* TRANSLATORS: in a reminder to a sender, within a list of two. */
  return g_strdup_printf (ngettext ("%s first message is not sent yet",
                                    "%s first messages are not sent yet", n),
                          number);
}

/* What waits for a sender, or %NULL for nothing. */
static char *
dup_work (ReaSenderItem *sender, gint64 now)
{
  g_autofree char *replies = dup_replies (sender, now);
  g_autofree char *first_messages = dup_first_messages (sender);

  if (replies == NULL)
    return g_steal_pointer (&first_messages);
  if (first_messages == NULL)
    return g_steal_pointer (&replies);

  /* TRANSLATORS: in a reminder to a sender: %1$s is like "12 replies wait for you, the longest
   * for 1 h 37 min", %2$s like "35 first messages are not sent yet". */
  return g_strdup_printf (_ ("%1$s, and %2$s"), replies, first_messages);
}

static char *
dup_for_one (ReaSenderItem *sender, const char *campaign, gint64 now)
{
  g_autofree char *work = dup_work (sender, now);

  /* TRANSLATORS: a reminder to a sender: %1$s is the first name, %2$s the title of a campaign, %3$s
   * like "12 replies wait for you, the longest for 1 h 37 min, and 35 first messages are not sent
   * yet". */
  return g_strdup_printf (_ ("Hi %1$s, in “%2$s” %3$s. Can you take care of it, or shall I hand it "
                             "on?"),
                          get_call_name (sender), campaign, work);
}

static char *
dup_for_all (GPtrArray *senders, const char *campaign, gint64 now)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* TRANSLATORS: a reminder to several senders, above a line for each; %s is the title of a
   * campaign. */
  g_string_printf (text, _ ("Hi all, in “%s” there is something to do:"), campaign);

  for (guint i = 0; i < senders->len; i++)
    {
      ReaSenderItem   *sender = g_ptr_array_index (senders, i);
      g_autofree char *work = dup_work (sender, now);

      g_string_append_c (text, '\n');
      /* TRANSLATORS: a line of a reminder: %1$s is a sender's name, %2$s what waits. */
      g_string_append_printf (text, _ ("%1$s: %2$s."), rea_sender_item_get_name (sender), work);
    }

  g_string_append_c (text, '\n');
  /* TRANSLATORS: the end of a reminder to several senders. */
  g_string_append (text, _ ("Can you take care of it, or shall I hand it on?"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * rea_remind_text:
 * @senders: (element-type ReaSenderItem): who is to be reminded, each of whom has open
 *   work; one at least
 * @campaign: the title of the campaign
 * @now: the moment, in seconds
 *
 * Writes what can be sent to them, by whatever way one reaches them: what waits, and
 * that it may be given away. No contact is named.
 *
 * Returns: (transfer full): the text
 */
char *
rea_remind_text (GPtrArray *senders, const char *campaign, gint64 now)
{
  g_return_val_if_fail (senders->len > 0, NULL);

  if (senders->len == 1)
    return dup_for_one (g_ptr_array_index (senders, 0), campaign, now);

  return dup_for_all (senders, campaign, now);
}

/**
 * rea_remind_text_done:
 * @senders: (element-type ReaSenderItem): who is to be reminded
 *
 * Returns: (transfer full): that the text is on the clipboard, or that there is none
 */
char *
rea_remind_text_done (GPtrArray *senders)
{
  g_autofree char *number = rea_format_number (senders->len);

  if (senders->len == 0)
    {
      /* TRANSLATORS: a toast: there is nothing to remind the sender of. */
      return g_strdup (_ ("Nothing waits there."));
    }

  if (senders->len == 1)
    {
      /* TRANSLATORS: a toast: a text is on the clipboard; %s is a sender. */
      return g_strdup_printf (_ ("Reminder for %s copied"),
                              rea_sender_item_get_name (g_ptr_array_index (senders, 0)));
    }

  /* TRANSLATORS: a toast: a text is on the clipboard. */
  return g_strdup_printf (ngettext ("Reminder for %s sender copied",
                                    "Reminder for %s senders copied", senders->len),
                          number);
}
