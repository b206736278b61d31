/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-notice-text.h"

#include "rea-format.h"

#include <glib/gi18n-lib.h>

/**
 * rea_notice_of:
 * @conversation: a conversation
 *
 * Returns: what has to be said of it first
 */
ReaNotice
rea_notice_of (const ReaConversation *conversation)
{
  g_return_val_if_fail (conversation != NULL, REA_NOTICE_NONE);

  if (conversation->flags & REA_FLAG_WROTE_AFTER_OPT_OUT)
    return REA_NOTICE_WROTE_AFTER;
  if (conversation->flags & REA_FLAG_OPTED_OUT)
    return REA_NOTICE_OPTED_OUT;
  if (conversation->flags & REA_FLAG_MARKED)
    return REA_NOTICE_MARKED;

  return conversation->status == REA_STATUS_CLOSED ? REA_NOTICE_CLOSED : REA_NOTICE_NONE;
}

/**
 * rea_notice_text:
 * @notice: what is to be said
 *
 * Returns: (transfer none) (nullable): the words for it
 */
const char *
rea_notice_text (ReaNotice notice)
{
  switch (notice)
    {
    case REA_NOTICE_MARKED:
      /* TRANSLATORS: above a conversation, beside buttons that record it or say that it is none. */
      return _ ("Asks to opt out; not recorded");
    case REA_NOTICE_OPTED_OUT:
      /* TRANSLATORS: above a conversation. */
      return _ ("Opted out: this number is texted no more.");
    case REA_NOTICE_WROTE_AFTER:
      /* TRANSLATORS: above a conversation. */
      return _ ("Wrote after opting out: it cannot be answered here.");
    case REA_NOTICE_CLOSED:
      /* TRANSLATORS: above a conversation. */
      return _ ("This conversation is closed. A message opens it again.");
    case REA_NOTICE_NONE:
    default:
      return NULL;
    }
}

/**
 * rea_notice_text_refusal:
 * @refusal: why nothing can be sent, a sentence
 * @possible_at: when it will be possible again, or %REA_TIME_NONE
 * @now: the moment of looking at it
 *
 * Returns: (transfer full): what is said above the conversation
 */
char *
rea_notice_text_refusal (const char *refusal, gint64 possible_at, gint64 now)
{
  g_autofree char *clock = NULL;
  g_autofree char *duration = NULL;

  g_return_val_if_fail (refusal != NULL, NULL);

  if (possible_at == REA_TIME_NONE)
    return g_strdup (refusal);

  clock = rea_format_clock (possible_at, now);
  /* What is left of a minute counts as one: it is never possible before it says so. */
  duration = rea_format_duration (MAX (possible_at - now, 0) + 59);

  /* TRANSLATORS: above a conversation: %1$s is why no message can be sent, %2$s when it can be
   * again, %3$s how long that is, as "2 h 5 min".
   */
  return g_strdup_printf (_ ("%1$s Possible again at %2$s, in %3$s."), refusal, clock, duration);
}
