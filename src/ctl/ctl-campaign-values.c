/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-campaign-values.h"

#include "ctl-time.h"

#include "rea-error.h"
#include "rea-exchange.h"
#include "rea-input-file.h"
#include "rea-phone.h"
#include "rea-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CtlCampaignValues
{
  const CtlOptions *options;
  ReaCampaign      *values; /* the defaults where an option was not given or is empty */
};

/* What was given for an option, an empty value aside: that asks for the default. */
static const char *
get_value (const CtlCampaignValues *self, CtlOption option)
{
  const char *value = ctl_options_get (self->options, option);

  return value != NULL && *value != '\0' ? value : NULL;
}

static void
set_string (char **member, const char *value)
{
  g_free (*member);
  *member = g_strdup (value);
}

static gboolean
parse_state (CtlCampaignValues *self, GError **error)
{
  const char *text = get_value (self, CTL_OPTION_STATE);

  if (text == NULL || rea_state_from_string (text, &self->values->state))
    return TRUE;

  ctl_option_set_wrong (error, CTL_OPTION_STATE, text);

  return FALSE;
}

static gboolean
check_time (CtlCampaignValues *self, CtlOption option, const char *what, GError **error)
{
  const char *text = get_value (self, option);

  return text == NULL || ctl_time_check (text, what, error);
}

static gboolean
parse_self_assign (CtlCampaignValues *self, GError **error)
{
  const char *text = get_value (self, CTL_OPTION_SELF_ASSIGN);
  gint64      batch;

  if (text == NULL || strcmp (text, "off") == 0)
    return TRUE;

  if (!ctl_number_parse (text, "--self-assign", 1, REA_BATCH_MAX, &batch, error))
    return FALSE;

  self->values->self_assign = TRUE;
  self->values->batch = (int) batch;

  return TRUE;
}

static gboolean
parse_hours (CtlCampaignValues *self, GError **error)
{
  const char *text = get_value (self, CTL_OPTION_HOURS);

  if (text == NULL)
    return TRUE;

  self->values->has_hours = strcmp (text, "any") != 0;

  return !self->values->has_hours ||
         ctl_hours_parse (text, &self->values->hours_start, &self->values->hours_end, error);
}

static gboolean
parse_country (CtlCampaignValues *self, GError **error)
{
  const char      *text = get_value (self, CTL_OPTION_COUNTRY);
  g_autofree char *code = NULL;

  if (text == NULL)
    return TRUE;

  code = g_ascii_strup (text, -1);
  if (!rea_phone_knows_country (code))
    {
      ctl_option_set_wrong (error, CTL_OPTION_COUNTRY, text);
      return FALSE;
    }

  g_free (self->values->country);
  self->values->country = g_steal_pointer (&code);

  return TRUE;
}

static gboolean
parse_title (CtlCampaignValues *self, GError **error)
{
  const char *text = ctl_options_get (self->options, CTL_OPTION_TITLE);

  if (text == NULL)
    return TRUE;

  set_string (&self->values->title, text);

  return ctl_campaign_title_check (text, error);
}

/**
 * ctl_campaign_title_check:
 * @error: set to %REA_ERROR_USAGE where @title says nothing
 */
gboolean
ctl_campaign_title_check (const char *title, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (title));

  if (*stripped != '\0')
    return TRUE;

  /* TRANSLATORS: an error of reassignctl. */
  g_set_error_literal (error, REA_ERROR, REA_ERROR_USAGE, _ ("A campaign needs a title."));

  return FALSE;
}

static void
set_words (CtlCampaignValues *self)
{
  const char *zone = get_value (self, CTL_OPTION_TIME_ZONE);

  set_string (&self->values->initial_message, get_value (self, CTL_OPTION_MESSAGE));

  g_free (self->values->time_zone);
  self->values->time_zone = zone != NULL ? g_strdup (zone) : rea_time_zone_dup_local ();
}

/**
 * ctl_campaign_values_new:
 * @options: a command line; it must stay while the values are used
 * @error: set to %REA_ERROR_USAGE
 *
 * Returns: (transfer full) (nullable): what it says of a campaign
 */
CtlCampaignValues *
ctl_campaign_values_new (const CtlOptions *options, GError **error)
{
  g_autoptr (CtlCampaignValues) self = g_new0 (CtlCampaignValues, 1);

  self->options = options;
  self->values = rea_campaign_new ("");
  set_words (self);

  if (!parse_title (self, error) || !parse_state (self, error) ||
      !check_time (self, CTL_OPTION_WINDOW_START, "--window-start", error) ||
      !check_time (self, CTL_OPTION_WINDOW_END, "--window-end", error) ||
      !parse_self_assign (self, error) || !parse_hours (self, error) ||
      !parse_country (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
ctl_campaign_values_free (CtlCampaignValues *self)
{
  rea_campaign_free (self->values);
  g_free (self);
}

static gboolean
read_list (CtlCampaignValues *self,
           CtlOption          option,
           GPtrArray *(*parse) (const char *json, GError **error),
           GPtrArray **list,
           GError    **error)
{
  const char      *path = get_value (self, option);
  g_autofree char *text = NULL;
  g_autoptr (ReaInputFile) file = NULL;
  GPtrArray *read;
  gsize      length;

  if (path == NULL)
    return TRUE;

  file = rea_input_file_open (path, NULL, error);
  if (file == NULL || !g_file_get_contents (path, &text, &length, error))
    return FALSE;

  if (!g_utf8_validate (text, length, NULL))
    {
      g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                   /* TRANSLATORS: an error of reassignctl; %s is a file. */
                   _ ("%s is not UTF-8."), path);
      return FALSE;
    }

  read = parse (text, error);
  if (read == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }

  g_ptr_array_unref (*list);
  *list = read;

  return TRUE;
}

/**
 * ctl_campaign_values_read_files:
 *
 * Reads the files that were named.
 */
gboolean
ctl_campaign_values_read_files (CtlCampaignValues *self, GError **error)
{
  ReaCampaign *values = self->values;

  return read_list (self, CTL_OPTION_QUESTIONS, rea_questions_from_json, &values->questions,
                    error) &&
         read_list (self, CTL_OPTION_CANNED_REPLIES, rea_canned_replies_from_json,
                    &values->canned_replies, error);
}

static gboolean
apply_time (CtlCampaignValues *self,
            CtlOption          option,
            const ReaCampaign *campaign,
            gint64            *time,
            GError           **error)
{
  const char *text = get_value (self, option);

  if (!ctl_options_has (self->options, option))
    return TRUE;

  *time = REA_TIME_NONE;

  return text == NULL || ctl_time_resolve (text, campaign->time_zone, time, error);
}

static void
apply_list (GPtrArray **list, GPtrArray *values)
{
  g_ptr_array_unref (*list);
  *list = g_ptr_array_ref (values);
}

/**
 * ctl_campaign_values_apply:
 * @campaign: what to set them on
 * @user_data: the #CtlCampaignValues
 * @error: set where they don't go with the campaign
 *
 * A #ReaCampaignChange. What was given empty becomes what it is in a campaign
 * for which it was not given.
 */
gboolean
ctl_campaign_values_apply (ReaCampaign *campaign, gpointer user_data, GError **error)
{
  CtlCampaignValues *self = user_data;
  const ReaCampaign *values = self->values;

  if (ctl_options_has (self->options, CTL_OPTION_TITLE))
    set_string (&campaign->title, values->title);
  if (ctl_options_has (self->options, CTL_OPTION_STATE))
    campaign->state = values->state;
  if (ctl_options_has (self->options, CTL_OPTION_TIME_ZONE))
    set_string (&campaign->time_zone, values->time_zone);
  if (ctl_options_has (self->options, CTL_OPTION_COUNTRY))
    set_string (&campaign->country, values->country);
  if (ctl_options_has (self->options, CTL_OPTION_MESSAGE))
    set_string (&campaign->initial_message, values->initial_message);
  if (ctl_options_has (self->options, CTL_OPTION_QUESTIONS))
    apply_list (&campaign->questions, values->questions);
  if (ctl_options_has (self->options, CTL_OPTION_CANNED_REPLIES))
    apply_list (&campaign->canned_replies, values->canned_replies);
  if (ctl_options_has (self->options, CTL_OPTION_SELF_ASSIGN))
    {
      campaign->self_assign = values->self_assign;
      campaign->batch = values->batch;
    }
  if (ctl_options_has (self->options, CTL_OPTION_HOURS))
    {
      campaign->has_hours = values->has_hours;
      campaign->hours_start = values->hours_start;
      campaign->hours_end = values->hours_end;
    }

  /* Last, for it is the new time zone that the times are in. */
  return apply_time (self, CTL_OPTION_WINDOW_START, campaign, &campaign->window_start, error) &&
         apply_time (self, CTL_OPTION_WINDOW_END, campaign, &campaign->window_end, error);
}
