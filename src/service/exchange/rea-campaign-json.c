/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-campaign-json.h"

#include "rea-error.h"
#include "rea-json.h"
#include "rea-json-members.h"
#include "rea-lists-json.h"
#include "rea-phone.h"
#include "rea-time.h"

#include <glib/gi18n-lib.h>

#include <inttypes.h>

#define FORMAT  "reassign-campaign"
#define VERSION 1

/* A text or time of an object that stands where its @place says. */
static gboolean
take_text (JsonObject *object, const char *place, const char *name, char **value, GError **error)
{
  const char *text = NULL;

  if (!rea_json_read_text (object, place, name, REA_JSON_OPTIONAL, &text, error))
    return FALSE;

  if (text != NULL)
    {
      g_free (*value);
      *value = g_strdup (text);
    }

  return TRUE;
}

static gboolean
read_minutes (JsonObject *hours, const char *name, int *minutes, GError **error)
{
  const char *place = "campaign.opening_hours";
  const char *text = NULL;

  if (!rea_json_read_text (hours, place, name, REA_JSON_NEEDED, &text, error))
    return FALSE;

  return rea_time_parse_of_day (text, minutes) ||
         rea_json_fail (error, place, name,
                        /* TRANSLATORS: %s is what stands in a file. */
                        _ ("“%s” is no time of the day, such as 09:00."), text);
}

/* No opening hours are the default ones, null is any hour. */
static gboolean
read_hours (JsonObject *object, ReaCampaign *campaign, GError **error)
{
  static const char *const names[] = { "start", "end", NULL };
  JsonObject              *hours = NULL;

  if (!rea_json_read_object (object, "campaign", "opening_hours", REA_JSON_NULLABLE, &hours, error))
    return FALSE;

  if (hours == NULL)
    {
      campaign->has_hours = !json_object_has_member (object, "opening_hours");
      return TRUE;
    }

  return rea_json_check_names (hours, "campaign.opening_hours", names, error) &&
         read_minutes (hours, "start", &campaign->hours_start, error) &&
         read_minutes (hours, "end", &campaign->hours_end, error);
}

static gboolean
read_self_assign (JsonObject *object, ReaCampaign *campaign, GError **error)
{
  static const char *const names[] = { "enabled", "batch", NULL };
  const char              *place = "campaign.self_assign";
  JsonObject              *self_assign = NULL;
  gint64                   batch = campaign->batch;

  if (!rea_json_read_object (object, "campaign", "self_assign", REA_JSON_OPTIONAL, &self_assign,
                             error))
    return FALSE;
  if (self_assign == NULL)
    return TRUE;

  if (!rea_json_check_names (self_assign, place, names, error) ||
      !rea_json_read_boolean (self_assign, place, "enabled", &campaign->self_assign, error) ||
      !rea_json_read_integer (self_assign, place, "batch", REA_JSON_OPTIONAL, &batch, error))
    return FALSE;

  if (batch < 1 || batch > REA_BATCH_MAX)
    return rea_json_fail (error, place, "batch",
                          /* TRANSLATORS: about a number in a file. */
                          _ ("This has to be from 1 to %d."), REA_BATCH_MAX);

  campaign->batch = batch;
  return TRUE;
}

static gboolean
read_state (JsonObject *object, ReaCampaign *campaign, GError **error)
{
  const char *state = NULL;

  if (!rea_json_read_text (object, "campaign", "state", REA_JSON_OPTIONAL, &state, error))
    return FALSE;

  return state == NULL || rea_state_from_string (state, &campaign->state) ||
         rea_json_fail (error, "campaign", "state",
                        /* TRANSLATORS: %s is what stands in a file. */
                        _ ("“%s” is no state of a campaign."), state);
}

static gboolean
read_place (JsonObject *object, ReaCampaign *campaign, GError **error)
{
  if (!take_text (object, "campaign", "time_zone", &campaign->time_zone, error) ||
      !take_text (object, "campaign", "country", &campaign->country, error))
    return FALSE;

  if (!rea_time_zone_is_known (campaign->time_zone))
    return rea_json_fail (error, "campaign", "time_zone", _ ("There is no time zone “%s”."),
                          campaign->time_zone);

  return rea_phone_knows_country (campaign->country) ||
         rea_json_fail (error, "campaign", "country",
                        /* TRANSLATORS: %s is what stands in a file. */
                        _ ("“%s” is no code of a country, such as US."), campaign->country);
}

static gboolean
read_lists (JsonObject *object, ReaCampaign *campaign, GError **error)
{
  JsonArray *questions = NULL;
  JsonArray *replies = NULL;

  return rea_json_read_array (object, "campaign", "questions", &questions, error) &&
         rea_json_read_array (object, "campaign", "canned_replies", &replies, error) &&
         (questions == NULL ||
          rea_questions_read (questions, "campaign.questions", campaign->questions, error)) &&
         (replies == NULL || rea_canned_replies_read (replies, "campaign.canned_replies",
                                                      campaign->canned_replies, error));
}

static gboolean
read_campaign (JsonObject *object, ReaCampaign *campaign, GError **error)
{
  static const char *const names[] = { "title",       "state",          "window_start",
                                       "window_end",  "time_zone",      "opening_hours",
                                       "self_assign", "country",        "initial_message",
                                       "questions",   "canned_replies", NULL };
  const char              *title = NULL;
  const char              *message = NULL;

  if (!rea_json_check_names (object, "campaign", names, error) ||
      !rea_json_read_text (object, "campaign", "title", REA_JSON_NEEDED, &title, error) ||
      !read_state (object, campaign, error) ||
      !rea_json_read_time (object, "campaign", "window_start", REA_JSON_NULLABLE,
                           &campaign->window_start, error) ||
      !rea_json_read_time (object, "campaign", "window_end", REA_JSON_NULLABLE,
                           &campaign->window_end, error) ||
      !read_place (object, campaign, error) || !read_hours (object, campaign, error) ||
      !read_self_assign (object, campaign, error) ||
      !rea_json_read_text (object, "campaign", "initial_message", REA_JSON_NULLABLE, &message,
                           error) ||
      !read_lists (object, campaign, error))
    return FALSE;

  g_free (campaign->title);
  campaign->title = g_strdup (title);
  campaign->initial_message = g_strdup (message);

  if (rea_campaign_validate (campaign, error))
    return TRUE;

  g_prefix_error (error, "campaign: ");
  return FALSE;
}

static gboolean
check_format (JsonObject *line, GError **error)
{
  const char *format = NULL;
  gint64      version = 0;

  if (!rea_json_read_text (line, "", "format", REA_JSON_NEEDED, &format, error) ||
      !rea_json_read_integer (line, "", "version", REA_JSON_NEEDED, &version, error))
    return FALSE;

  if (!g_str_equal (format, FORMAT))
    return rea_json_fail (error, "", "format",
                          /* TRANSLATORS: the first %s is what a file says that it is. */
                          _ ("“%s” is not “%s”."), format, FORMAT);

  if (version < 1)
    return rea_json_fail (error, "", "version", _ ("There is no version %" PRId64 "."), version);

  if (version > VERSION)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_TOO_NEW,
                   /* TRANSLATORS: two versions of a file format. */
                   _ ("version: This is version %" PRId64 "; this Reassign reads up to %d."),
                   version, VERSION);
      return FALSE;
    }

  return TRUE;
}

/**
 * rea_campaign_from_json:
 * @line: the first line of a file
 * @error: %REA_ERROR_INVALID, naming the place, or %REA_ERROR_TOO_NEW
 *
 * Returns: (transfer full) (nullable): the campaign, as far as this line can tell
 *   it is one that can be
 */
ReaCampaign *
rea_campaign_from_json (JsonObject *line, GError **error)
{
  static const char *const names[] = { "format", "version", "campaign", NULL };
  g_autoptr (ReaCampaign) campaign = rea_campaign_new ("");
  JsonObject *object = NULL;

  g_free (campaign->time_zone);
  campaign->time_zone = rea_time_zone_dup_local ();

  if (!check_format (line, error) || !rea_json_check_names (line, "", names, error) ||
      !rea_json_read_object (line, "", "campaign", REA_JSON_NEEDED, &object, error) ||
      !read_campaign (object, campaign, error))
    return NULL;

  return g_steal_pointer (&campaign);
}

static void
append_hours (GString *json, const ReaCampaign *campaign)
{
  g_autofree char *start = rea_time_format_of_day (campaign->hours_start);
  g_autofree char *end = rea_time_format_of_day (campaign->hours_end);

  rea_json_append_member (json, "opening_hours");

  if (!campaign->has_hours)
    {
      g_string_append (json, "null");
      return;
    }

  g_string_append_c (json, '{');
  rea_json_append_text (json, "start", start);
  rea_json_append_text (json, "end", end);
  g_string_append_c (json, '}');
}

/**
 * rea_campaign_to_json:
 * @campaign: a campaign
 * @json: what to append its line to
 */
void
rea_campaign_to_json (const ReaCampaign *campaign, GString *json)
{
  g_string_append_printf (json, "{\"format\":\"%s\",\"version\":%d,\"campaign\":{", FORMAT,
                          VERSION);
  rea_json_append_text (json, "title", campaign->title);
  rea_json_append_text (json, "state", rea_state_to_string (campaign->state));
  rea_json_append_time (json, "window_start", campaign->window_start);
  rea_json_append_time (json, "window_end", campaign->window_end);
  rea_json_append_text (json, "time_zone", campaign->time_zone);
  append_hours (json, campaign);
  rea_json_append_member (json, "self_assign");
  g_string_append_c (json, '{');
  rea_json_append_boolean (json, "enabled", campaign->self_assign);
  rea_json_append_member (json, "batch");
  g_string_append_printf (json, "%d}", campaign->batch);
  rea_json_append_text (json, "country", campaign->country);
  rea_json_append_text (json, "initial_message", campaign->initial_message);
  rea_questions_append (json, campaign->questions);
  rea_canned_replies_append (json, campaign->canned_replies);
  g_string_append (json, "}}\n");
}

/**
 * rea_user_from_json:
 * @sender: what stands under that name in a line
 * @error: %REA_ERROR_INVALID, naming the place
 *
 * Returns: (transfer full) (nullable): the user
 */
ReaUser *
rea_user_from_json (JsonObject *sender, GError **error)
{
  static const char *const names[] = { "email", "first_name", "last_name", "role", NULL };
  const char              *email = NULL;
  const char              *first_name = NULL;
  const char              *last_name = NULL;
  const char              *role = NULL;
  g_autoptr (ReaUser) user = NULL;

  if (!rea_json_check_names (sender, "sender", names, error) ||
      !rea_json_read_text (sender, "sender", "email", REA_JSON_NEEDED, &email, error) ||
      !rea_json_read_text (sender, "sender", "first_name", REA_JSON_OPTIONAL, &first_name, error) ||
      !rea_json_read_text (sender, "sender", "last_name", REA_JSON_OPTIONAL, &last_name, error) ||
      !rea_json_read_text (sender, "sender", "role", REA_JSON_OPTIONAL, &role, error))
    return NULL;

  if (!rea_email_is_valid (email))
    {
      rea_json_fail (error, "sender", "email", _ ("“%s” is no e-mail address."), email);
      return NULL;
    }

  user = rea_user_new (email);
  rea_user_set_names (user, first_name, last_name);

  if (role != NULL && !rea_role_from_string (role, &user->role))
    {
      rea_json_fail (error, "sender", "role",
                     _ ("“%s” is no role; there are owner, admin, moderator and sender."), role);
      return NULL;
    }

  return g_steal_pointer (&user);
}

/**
 * rea_user_to_json:
 * @user: a sender of the campaign
 * @json: what to append its line to
 */
void
rea_user_to_json (const ReaUser *user, GString *json)
{
  g_string_append (json, "{\"sender\":{");
  rea_json_append_text (json, "email", user->email);
  rea_json_append_text (json, "first_name", user->first_name);
  rea_json_append_text (json, "last_name", user->last_name);
  rea_json_append_text (json, "role", rea_role_to_string (user->role));
  g_string_append (json, "}}\n");
}
