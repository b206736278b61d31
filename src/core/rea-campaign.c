/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-campaign.h"

#include "rea-error.h"
#include "rea-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * rea_campaign_new:
 * @title: its title
 *
 * Returns: (transfer full): a draft with the defaults: no window, open from 9 to
 *   21 in UTC, no self-assign, numbers of the United States
 */
ReaCampaign *
rea_campaign_new (const char *title)
{
  ReaCampaign *self = g_new0 (ReaCampaign, 1);

  self->title = g_strdup (title);
  self->state = REA_STATE_DRAFT;
  self->time_zone = g_strdup ("UTC");
  self->has_hours = TRUE;
  self->hours_start = 9 * 60;
  self->hours_end = 21 * 60;
  self->batch = REA_BATCH_DEFAULT;
  self->country = g_strdup ("US");
  self->questions = rea_questions_new ();
  self->canned_replies = rea_canned_replies_new ();

  return self;
}

ReaCampaign *
rea_campaign_copy (const ReaCampaign *self)
{
  ReaCampaign *copy = g_memdup2 (self, sizeof *self);

  copy->title = g_strdup (self->title);
  copy->time_zone = g_strdup (self->time_zone);
  copy->country = g_strdup (self->country);
  copy->initial_message = g_strdup (self->initial_message);
  copy->questions = rea_questions_copy (self->questions);
  copy->canned_replies = rea_canned_replies_copy (self->canned_replies);

  return copy;
}

void
rea_campaign_free (ReaCampaign *self)
{
  g_free (self->title);
  g_free (self->time_zone);
  g_free (self->country);
  g_free (self->initial_message);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->canned_replies);
  g_free (self);
}

/**
 * rea_campaign_get_status_text:
 * @self: a campaign
 * @now: the time, in seconds
 *
 * Returns: (nullable): what the status line says, untranslated; %NULL for nothing
 */
const char *
rea_campaign_get_status_text (const ReaCampaign *self, gint64 now)
{
  switch (self->state)
    {
    case REA_STATE_PAUSED:
    case REA_STATE_CLOSED:
    case REA_STATE_ARCHIVED:
      /* TRANSLATORS: Status line of the Conversations tab */
      return N_ ("Campaign is currently closed.");

    case REA_STATE_ACTIVE:
      if (self->window_end != REA_TIME_NONE && now >= self->window_end)
        /* TRANSLATORS: Status line of the Conversations tab */
        return N_ ("Initial message sending window has passed.");
      return NULL;

    case REA_STATE_DRAFT:
    default:
      return NULL;
    }
}

/**
 * rea_campaign_window_is_open:
 * @self: a campaign
 * @now: the time, in seconds
 *
 * Returns: whether the window lets initial messages be sent; a side of it that
 *   is not set doesn't hold them up
 */
gboolean
rea_campaign_window_is_open (const ReaCampaign *self, gint64 now)
{
  return (self->window_start == REA_TIME_NONE || now >= self->window_start) &&
         (self->window_end == REA_TIME_NONE || now < self->window_end);
}

/**
 * rea_campaign_is_within_hours:
 * @self: a campaign
 * @time_zone: (nullable): the contact's own, else the campaign's is taken
 * @now: the time, in seconds
 *
 * Returns: whether it is within the opening hours where the contact is
 */
gboolean
rea_campaign_is_within_hours (const ReaCampaign *self, const char *time_zone, gint64 now)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  int minute;

  if (!self->has_hours)
    return TRUE;

  zone = g_time_zone_new_identifier (time_zone != NULL ? time_zone : self->time_zone);
  utc = g_date_time_new_from_unix_utc (now);
  if (zone == NULL || utc == NULL)
    return FALSE;

  local = g_date_time_to_timezone (utc, zone);
  minute = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);

  return self->hours_start <= minute && minute < self->hours_end;
}

/**
 * rea_campaign_find_question:
 * @self: a campaign
 * @id: a question's name
 *
 * Returns: (transfer none) (nullable): the question of that name
 */
const ReaQuestion *
rea_campaign_find_question (const ReaCampaign *self, const char *id)
{
  return rea_questions_find (self->questions, id);
}

/**
 * rea_campaign_check_texts:
 * @self: a campaign
 * @variables: those that its texts may name
 * @part: (out) (optional): with an error: the part that names another
 * @reply: (out) (optional): which of the canned replies it is, counted from 0
 * @error: %REA_ERROR_INVALID, naming the variable
 *
 * Returns: whether its message and its canned replies name no others
 */
gboolean
rea_campaign_check_texts (const ReaCampaign  *self,
                          const ReaVariables *variables,
                          ReaCampaignPart    *part,
                          guint              *reply,
                          GError            **error)
{
  if (part != NULL)
    *part = REA_PART_MESSAGE;
  if (self->initial_message != NULL &&
      !rea_template_check (self->initial_message, variables, error))
    return FALSE;

  if (part != NULL)
    *part = REA_PART_CANNED_REPLIES;
  for (guint i = 0; i < self->canned_replies->len; i++)
    {
      const ReaCannedReply *canned = g_ptr_array_index (self->canned_replies, i);

      if (reply != NULL)
        *reply = i;
      if (!rea_template_check (canned->text, variables, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_country (const char *code)
{
  return strlen (code) == 2 && g_ascii_isupper (code[0]) && g_ascii_isupper (code[1]);
}

/**
 * rea_campaign_find_fault:
 * @self: a campaign
 * @part: (out): with an error: the part that it is about
 * @error: %REA_ERROR_INVALID with the first thing that is wrong
 *
 * As rea_campaign_validate(), and says where.
 *
 * Returns: whether there is something wrong
 */
gboolean
rea_campaign_find_fault (const ReaCampaign *self, ReaCampaignPart *part, GError **error)
{
  ReaQuestionFault    question_fault;
  ReaCannedReplyFault reply_fault;
  g_autofree char    *title = g_strstrip (g_strdup (self->title));

  *part = REA_PART_TITLE;
  if (!g_utf8_validate (self->title, -1, NULL) ||
      (self->initial_message != NULL && !g_utf8_validate (self->initial_message, -1, NULL)))
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_INVALID,
                           _ ("The title or the initial message is not in UTF-8."));
      return TRUE;
    }

  if (*title == '\0')
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_INVALID, _ ("A campaign needs a title."));
      return TRUE;
    }

  *part = REA_PART_TIME_ZONE;
  if (!rea_time_zone_is_known (self->time_zone))
    {
      g_set_error (error, REA_ERROR, REA_ERROR_INVALID, _ ("There is no time zone “%s”."),
                   self->time_zone);
      return TRUE;
    }

  *part = REA_PART_COUNTRY;
  if (!is_country (self->country))
    {
      g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                   _ ("“%s” is no code of a country, such as US."), self->country);
      return TRUE;
    }

  *part = REA_PART_WINDOW_END;
  if (self->window_start != REA_TIME_NONE && self->window_end != REA_TIME_NONE &&
      self->window_end <= self->window_start)
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_INVALID,
                           _ ("The sending window ends before it starts."));
      return TRUE;
    }

  *part = REA_PART_HOURS;
  if (self->has_hours &&
      (self->hours_start < 0 || self->hours_end > 24 * 60 || self->hours_start >= self->hours_end))
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_INVALID,
                           _ ("The opening hours need a start and a later end."));
      return TRUE;
    }

  *part = REA_PART_SELF_ASSIGN;
  if (self->batch < 1 || self->batch > REA_BATCH_MAX)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                   _ ("Self-assign hands out between 1 and %d conversations."), REA_BATCH_MAX);
      return TRUE;
    }

  *part = REA_PART_QUESTIONS;
  if (rea_questions_find_fault (self->questions, &question_fault, error))
    return TRUE;

  *part = REA_PART_CANNED_REPLIES;

  return rea_canned_replies_find_fault (self->canned_replies, &reply_fault, error);
}

/**
 * rea_campaign_validate:
 * @self: a campaign
 * @error: %REA_ERROR_INVALID with the first thing that is wrong
 *
 * Looks at everything that the campaign alone can tell; which variables its
 * message may name depends on its contacts.
 *
 * Returns: whether the campaign can be saved as it is
 */
gboolean
rea_campaign_validate (const ReaCampaign *self, GError **error)
{
  ReaCampaignPart part;

  return !rea_campaign_find_fault (self, &part, error);
}
