/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl-call.h"

#include <stdarg.h>

static ReaSession *
set_up (const CtlCall *self, ReaSession *session)
{
  if (session != NULL && self->clock != NULL)
    rea_session_set_clock (session, self->clock);

  return session;
}

/**
 * ctl_call_open:
 *
 * Opens the database that is there, as the user who acts.
 *
 * Returns: (transfer full) (nullable): a session
 */
ReaSession *
ctl_call_open (CtlCall *self, GError **error)
{
  return set_up (self, rea_session_open (ctl_options_get (self->options, CTL_OPTION_DATABASE),
                                         ctl_options_get (self->options, CTL_OPTION_USER), error));
}

/**
 * ctl_call_open_or_create:
 *
 * The same, for the commands that make the database if there is none.
 *
 * Returns: (transfer full) (nullable): a session
 */
ReaSession *
ctl_call_open_or_create (CtlCall *self, GError **error)
{
  return set_up (self,
                 rea_session_open_or_create (ctl_options_get (self->options, CTL_OPTION_DATABASE),
                                             ctl_options_get (self->options, CTL_OPTION_USER),
                                             error));
}

/**
 * ctl_call_open_campaign:
 * @campaign: (out): the one that the first argument names
 *
 * Returns: (transfer full) (nullable): a session
 */
ReaSession *
ctl_call_open_campaign (CtlCall *self, gint64 *campaign, GError **error)
{
  g_autoptr (ReaSession) session = ctl_call_open (self, error);

  if (session == NULL)
    return NULL;

  *campaign = rea_session_find_campaign (session, self->arguments[0], error);

  return *campaign != 0 ? g_steal_pointer (&session) : NULL;
}

/**
 * ctl_call_get_id:
 * @place: which argument
 * @what: what it stands for in the help: "CONVERSATION"
 * @id: (out): the number
 */
gboolean
ctl_call_get_id (const CtlCall *self, guint place, const char *what, gint64 *id, GError **error)
{
  return ctl_number_parse (self->arguments[place], what, 1, G_MAXINT64, id, error);
}

void
ctl_call_say_json (CtlCall *self, const CtlJson *json)
{
  g_string_append (self->answer, ctl_json_get_text (json));
  g_string_append_c (self->answer, '\n');
}

void
ctl_call_say_table (CtlCall *self, const CtlTable *table)
{
  ctl_table_print (table, self->answer);
}

/**
 * ctl_call_say:
 * @format: a line, without its end
 *
 * Says something to people.
 */
void
ctl_call_say (CtlCall *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  va_list          arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  line = ctl_text_to_line (text);
  g_string_append (self->answer, line);
  g_string_append_c (self->answer, '\n');
}

/**
 * ctl_call_tell:
 * @format: a line, without its end
 *
 * Tells people at once what happens, beside the answer.
 */
void
ctl_call_tell (CtlCall *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  va_list          arguments;

  if (self->err == NULL)
    return;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  line = ctl_text_to_line (text);
  fprintf (self->err, "%s\n", line);
  fflush (self->err);
}
