/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sending.h"

#include "rea-error.h"
#include "rea-opening.h"
#include "rea-role.h"
#include "rea-segments.h"

#include <glib/gi18n-lib.h>

static char *
dup_local (gint64 time, const char *time_zone, const char *format)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (time_zone);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autoptr (GDateTime) local = NULL;

  if (zone == NULL || utc == NULL)
    return g_strdup ("?");

  local = g_date_time_to_timezone (utc, zone);

  return g_date_time_format (local, format);
}

static gboolean
check_hours (const ReaCampaign     *campaign,
             const ReaConversation *conversation,
             gint64                 at,
             GError               **error)
{
  const char *time_zone =
      conversation->time_zone != NULL ? conversation->time_zone : campaign->time_zone;
  g_autofree char *local = NULL;

  if (rea_campaign_is_within_hours (campaign, conversation->time_zone, at))
    return TRUE;

  local = dup_local (at, time_zone, "%H:%M");
  /* TRANSLATORS: A message is refused; all three are times of the day */
  g_set_error (error, REA_ERROR, REA_ERROR_WRONG_STATE,
               _ ("It is %s where the contact is; messages are sent from %02d:%02d to %02d:%02d."),
               local, campaign->hours_start / 60, campaign->hours_start % 60,
               campaign->hours_end / 60, campaign->hours_end % 60);

  return FALSE;
}

/**
 * rea_sending_is_initial:
 * @conversation: a conversation
 *
 * Returns: whether nobody has written to the contact yet, here or before the import
 */
gboolean
rea_sending_is_initial (const ReaConversation *conversation)
{
  return conversation->open_status == REA_STATUS_NOT_STARTED ||
         (conversation->open_status == REA_STATUS_CLOSED &&
          (conversation->flags & REA_FLAG_CONTACT_WROTE) == 0);
}

/**
 * rea_sending_check_window:
 * @campaign: a campaign
 * @at: the time, in seconds
 * @error: %REA_ERROR_WRONG_STATE
 *
 * Returns: whether the window lets initial messages be sent, whatever the time of day
 */
gboolean
rea_sending_check_window (const ReaCampaign *campaign, gint64 at, GError **error)
{
  g_autofree char *local = NULL;

  if (rea_campaign_window_is_open (campaign, at))
    return TRUE;

  if (campaign->window_start != REA_TIME_NONE && at < campaign->window_start)
    {
      local = dup_local (campaign->window_start, campaign->time_zone, "%Y-%m-%d %H:%M %Z");
      /* TRANSLATORS: A message is refused; %s is a date and a time */
      g_set_error (error, REA_ERROR, REA_ERROR_WRONG_STATE,
                   _ ("The initial message sending window begins on %s."), local);
    }
  else
    {
      local = dup_local (campaign->window_end, campaign->time_zone, "%Y-%m-%d %H:%M %Z");
      /* TRANSLATORS: A message is refused; %s is a date and a time */
      g_set_error (error, REA_ERROR, REA_ERROR_WRONG_STATE,
                   _ ("The initial message sending window has passed; it ended on %s."), local);
    }

  return FALSE;
}

/**
 * rea_sending_check:
 * @campaign: a campaign
 * @conversation: one of its conversations, in which somebody may write
 * @at: when they write
 * @error: %REA_ERROR_WRONG_STATE with the first reason that there is
 *
 * Looks at all that holds up a message whatever its text, in the order of
 * rules.md, "Sending".
 *
 * Returns: whether a sender's message may go there
 */
gboolean
rea_sending_check (const ReaCampaign     *campaign,
                   const ReaConversation *conversation,
                   gint64                 at,
                   GError               **error)
{
  if (!rea_state_check (campaign->state, REA_VERB_SEND, error))
    return FALSE;

  if (conversation->flags & REA_FLAG_OPTED_OUT)
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_WRONG_STATE,
                           _ ("The contact has opted out and gets no more messages."));
      return FALSE;
    }

  return check_hours (campaign, conversation, at, error) &&
         (!rea_sending_is_initial (conversation) || rea_sending_check_window (campaign, at, error));
}

/**
 * rea_sending_find_possible:
 * @campaign: a campaign
 * @conversation: one of its conversations
 * @at: the time to begin at, in seconds
 *
 * Says when a message can go that rea_sending_check() refuses for the time of day or
 * for the window, if nothing but time passes.
 *
 * Returns: the first such time that is not before @at; %REA_TIME_NONE for never
 */
gint64
rea_sending_find_possible (const ReaCampaign     *campaign,
                           const ReaConversation *conversation,
                           gint64                 at)
{
  gboolean is_initial = rea_sending_is_initial (conversation);

  if (!rea_state_allows (campaign->state, REA_VERB_SEND) ||
      (conversation->flags & REA_FLAG_OPTED_OUT))
    return REA_TIME_NONE;

  if (is_initial && campaign->window_start != REA_TIME_NONE)
    at = MAX (at, campaign->window_start);

  at = rea_opening_find (campaign, conversation->time_zone, at);

  return is_initial && campaign->window_end != REA_TIME_NONE && at >= campaign->window_end
             ? REA_TIME_NONE
             : at;
}

/**
 * rea_sending_may_leave:
 * @campaign: a campaign
 * @time_zone: (nullable): the contact's own
 * @at: when it would leave
 *
 * Whether a message that was recorded before may leave by a gateway now: what changes
 * with time is looked at again, what was right for good is not.
 *
 * Returns: %FALSE if it has to wait
 */
gboolean
rea_sending_may_leave (const ReaCampaign *campaign, const char *time_zone, gint64 at)
{
  return rea_state_allows (campaign->state, REA_VERB_SEND) &&
         rea_campaign_is_within_hours (campaign, time_zone, at);
}

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/**
 * rea_sending_check_text:
 * @text: a message with its variables filled in
 * @error: %REA_ERROR_INVALID
 *
 * Returns: whether it says something, in no more segments than are sent
 */
gboolean
rea_sending_check_text (const char *text, GError **error)
{
  guint segments = rea_segments_count (text);

  if (is_blank (text))
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_INVALID, _ ("The message is empty."));
      return FALSE;
    }

  if (segments > REA_MAX_SEGMENTS)
    {
      /* TRANSLATORS: A text message travels in segments of 160 letters or less */
      g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                   _ ("The message takes %u segments; at most %d are sent."), segments,
                   REA_MAX_SEGMENTS);
      return FALSE;
    }

  return TRUE;
}
