/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-filter.h"

#include "rea-error.h"
#include "rea-sender.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define OFFLINE_FOR "offline:"

static const struct
{
  const char   *word;
  ReaHolderKind kind;
} holder_words[] = {
  { "any", REA_HOLDER_ANY },
  { "unassigned", REA_HOLDER_NOBODY },
  { "online", REA_HOLDER_ONLINE },
  { "offline", REA_HOLDER_OFFLINE },
};

static const struct
{
  const char *word;
  ReaTo       to;
} to_words[] = {
  { "unassigned", REA_TO_UNASSIGNED },
  { "others", REA_TO_OTHERS },
  { "online", REA_TO_ONLINE },
};

/* Tells a list of e-mails from a slip in a word. */
static gboolean
parse_emails (CtlOption option, const char *text, char ***emails, GError **error)
{
  g_autofree char *what = g_strconcat ("--", ctl_option_get_spec (option)->name, NULL);
  g_auto (GStrv) list = NULL;

  if (!ctl_list_parse (text, what, &list, error))
    return FALSE;

  for (guint i = 0; list[i] != NULL; i++)
    if (!rea_email_is_valid (list[i]))
      {
        ctl_option_set_wrong (error, option, list[i]);
        return FALSE;
      }

  *emails = g_steal_pointer (&list);

  return TRUE;
}

/**
 * ctl_emails_check:
 * @emails: (array zero-terminated=1): what is to become users
 * @error: set to %REA_ERROR_USAGE at the first that is no e-mail address
 */
gboolean
ctl_emails_check (const char *const *emails, GError **error)
{
  for (guint i = 0; emails[i] != NULL; i++)
    if (!rea_email_is_valid (emails[i]))
      {
        g_set_error (error, REA_ERROR, REA_ERROR_USAGE,
                     /* TRANSLATORS: an error of reassignctl; %s is what was typed. */
                     _ ("“%s” is no e-mail address."), emails[i]);
        return FALSE;
      }

  return TRUE;
}

static gboolean
parse_from (const char *text, ReaFilter *filter, GError **error)
{
  g_auto (GStrv) emails = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (holder_words); i++)
    if (strcmp (text, holder_words[i].word) == 0)
      {
        filter->holder = holder_words[i].kind;
        return TRUE;
      }

  if (g_str_has_prefix (text, OFFLINE_FOR))
    {
      gint64 minutes;

      if (!ctl_number_parse (text + strlen (OFFLINE_FOR), "--from=offline:", 0, G_MAXINT, &minutes,
                             error))
        return FALSE;

      filter->holder = REA_HOLDER_OFFLINE;
      filter->offline_minutes = (int) minutes;
      return TRUE;
    }

  if (!parse_emails (CTL_OPTION_FROM, text, &emails, error))
    return FALSE;

  rea_filter_set_senders (filter, (const char *const *) emails);

  return TRUE;
}

static gboolean
parse_status (const char *text, ReaFilter *filter, GError **error)
{
  if (strcmp (text, "any") == 0 || rea_status_from_string (text, &filter->status))
    return TRUE;

  ctl_option_set_wrong (error, CTL_OPTION_STATUS, text);

  return FALSE;
}

static gboolean
parse_flag (const char *text, ReaFilter *filter, GError **error)
{
  if (strcmp (text, "any") == 0 || rea_flag_from_string (text, &filter->flag))
    return TRUE;

  ctl_option_set_wrong (error, CTL_OPTION_FLAG, text);

  return FALSE;
}

static gboolean
parse_minutes (const CtlOptions *options, CtlOption option, int *minutes, GError **error)
{
  gint64 number = *minutes;

  if (!ctl_options_get_number (options, option, 0, G_MAXINT, &number, error))
    return FALSE;

  *minutes = (int) number;

  return TRUE;
}

static gboolean
parse_conversations (const char *text, ReaFilter *filter, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GStrv) words = NULL;

  if (!ctl_list_parse (text, "--conversations", &words, error))
    return FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 id;

      if (!ctl_number_parse (words[i], "--conversations", 1, G_MAXINT64, &id, error))
        return FALSE;

      g_array_append_val (ids, id);
    }

  rea_filter_take_conversations (filter, g_steal_pointer (&ids));

  return TRUE;
}

/**
 * ctl_filter_parse:
 * @options: a command line
 * @error: set to %REA_ERROR_USAGE
 *
 * Returns: (transfer full) (nullable): the filter that its options say
 */
ReaFilter *
ctl_filter_parse (const CtlOptions *options, GError **error)
{
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  const char *from = ctl_options_get (options, CTL_OPTION_FROM);
  const char *status = ctl_options_get (options, CTL_OPTION_STATUS);
  const char *search = ctl_options_get (options, CTL_OPTION_SEARCH);
  const char *flag = ctl_options_get (options, CTL_OPTION_FLAG);
  const char *conversations = ctl_options_get (options, CTL_OPTION_CONVERSATIONS);

  if ((from != NULL && !parse_from (from, filter, error)) ||
      (status != NULL && !parse_status (status, filter, error)) ||
      !parse_minutes (options, CTL_OPTION_WAITING, &filter->waiting_minutes, error) ||
      !parse_minutes (options, CTL_OPTION_UNMOVED, &filter->unmoved_minutes, error) ||
      (flag != NULL && !parse_flag (flag, filter, error)) ||
      (conversations != NULL && !parse_conversations (conversations, filter, error)))
    return NULL;

  if (search != NULL && *search != '\0')
    rea_filter_set_search (filter, search);

  return g_steal_pointer (&filter);
}

/**
 * ctl_to_parse:
 * @text: the value of --to
 * @request: what to set it on
 * @error: set to %REA_ERROR_USAGE
 */
gboolean
ctl_to_parse (const char *text, ReaRequest *request, GError **error)
{
  g_auto (GStrv) emails = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (to_words); i++)
    if (strcmp (text, to_words[i].word) == 0)
      {
        request->to = to_words[i].to;
        return TRUE;
      }

  if (!parse_emails (CTL_OPTION_TO, text, &emails, error))
    return FALSE;

  rea_request_set_to_senders (request, (const char *const *) emails);

  return TRUE;
}

static gboolean
parse_divide (const char *text, ReaRequest *request, GError **error)
{
  if (strcmp (text, "level") == 0)
    request->divide = REA_DIVIDE_LEVEL;
  else if (strcmp (text, "evenly") != 0)
    {
      ctl_option_set_wrong (error, CTL_OPTION_DIVIDE, text);
      return FALSE;
    }

  return TRUE;
}

/**
 * ctl_request_parse:
 * @options: a command line that has --to
 * @error: set to %REA_ERROR_USAGE
 *
 * Returns: (transfer full) (nullable): the request that its options say
 */
ReaRequest *
ctl_request_parse (const CtlOptions *options, GError **error)
{
  g_autoptr (ReaRequest) request = rea_request_new ();
  const char *number = ctl_options_get (options, CTL_OPTION_NUMBER);
  const char *divide = ctl_options_get (options, CTL_OPTION_DIVIDE);
  ReaFilter  *filter = ctl_filter_parse (options, error);

  if (filter == NULL)
    return NULL;

  rea_filter_free (request->filter);
  request->filter = filter;

  if (number != NULL && strcmp (number, "all") != 0 &&
      !ctl_number_parse (number, "--number", 1, G_MAXINT64, &request->number, error))
    return NULL;

  if (!ctl_to_parse (ctl_options_get (options, CTL_OPTION_TO), request, error) ||
      (divide != NULL && !parse_divide (divide, request, error)))
    return NULL;

  return g_steal_pointer (&request);
}

/**
 * ctl_holder_to_string:
 *
 * Returns: (transfer full): who holds them, as it was given: "offline:10"
 */
char *
ctl_holder_to_string (const ReaFilter *filter)
{
  if (filter->holder == REA_HOLDER_SENDERS)
    return g_strjoinv (",", filter->senders);
  if (filter->holder == REA_HOLDER_OFFLINE && filter->offline_minutes != REA_MINUTES_ANY)
    return g_strdup_printf (OFFLINE_FOR "%d", filter->offline_minutes);

  for (guint i = 0; i < G_N_ELEMENTS (holder_words); i++)
    if (holder_words[i].kind == filter->holder)
      return g_strdup (holder_words[i].word);

  g_return_val_if_reached (NULL);
}

/**
 * ctl_to_to_string:
 * @to: what is one word
 *
 * Returns: the word
 */
const char *
ctl_to_to_string (ReaTo to)
{
  for (guint i = 0; i < G_N_ELEMENTS (to_words); i++)
    if (to_words[i].to == to)
      return to_words[i].word;

  g_return_val_if_reached (NULL);
}
