/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-commands.h"
#include "ctl-filter.h"
#include "ctl-objects.h"
#include "ctl-tables.h"

#include "rea-labels.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* So many names of a line's senders are shown. */
#define MAX_NAMES 4

static void
add_option (GPtrArray *arguments, CtlOption option, const char *value)
{
  g_ptr_array_add (arguments,
                   g_strdup_printf ("--%s=%s", ctl_option_get_spec (option)->name, value));
}

static void
add_minutes (GPtrArray *arguments, CtlOption option, int minutes)
{
  g_autofree char *value = g_strdup_printf ("%d", minutes);

  if (minutes != REA_MINUTES_ANY)
    add_option (arguments, option, value);
}

/* What stands behind `reassignctl conversations` to list the line: the campaign and
 * what of the filter a sweep sets.
 */
static GPtrArray *
list_conversations_arguments (gint64 campaign, const ReaFilter *filter)
{
  GPtrArray *arguments = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (arguments, g_strdup_printf ("%" PRId64, campaign));
  if (filter->holder != REA_HOLDER_ANY)
    {
      g_autofree char *from = ctl_holder_to_string (filter);

      add_option (arguments, CTL_OPTION_FROM, from);
    }
  if (filter->status != REA_STATUS_ANY)
    add_option (arguments, CTL_OPTION_STATUS, rea_status_to_string (filter->status));
  add_minutes (arguments, CTL_OPTION_WAITING, filter->waiting_minutes);
  add_minutes (arguments, CTL_OPTION_UNMOVED, filter->unmoved_minutes);
  if (filter->flag != 0)
    add_option (arguments, CTL_OPTION_FLAG, rea_flag_to_string (filter->flag));

  return arguments;
}

/* The same for `reassignctl reassign`. */
static GPtrArray *
list_reassign_arguments (gint64 campaign, const ReaRequest *request)
{
  GPtrArray *arguments = list_conversations_arguments (campaign, request->filter);

  add_option (arguments, CTL_OPTION_TO, ctl_to_to_string (request->to));
  add_option (arguments, CTL_OPTION_DIVIDE,
              request->divide == REA_DIVIDE_LEVEL ? "level" : "evenly");

  return arguments;
}

static void
add_arguments (CtlJson *json, const char *name, GPtrArray *arguments)
{
  ctl_json_begin_list (json, name);
  for (guint i = 0; i < arguments->len; i++)
    ctl_json_add_string (json, NULL, g_ptr_array_index (arguments, i));
  ctl_json_end_list (json);
}

static void
add_line (CtlJson *json, gint64 campaign, const ReaSweepLine *line)
{
  g_autoptr (GPtrArray) listed = list_conversations_arguments (campaign, line->filter);

  ctl_json_begin_object (json, NULL);
  ctl_json_add_string (json, "kind", rea_sweep_kind_to_string (line->kind));
  ctl_json_add_number (json, "count", line->count);
  ctl_json_begin_list (json, "senders");
  for (guint i = 0; i < line->senders->len; i++)
    ctl_json_add_string (json, NULL, ((ReaUser *) g_ptr_array_index (line->senders, i))->email);
  ctl_json_end_list (json);
  ctl_json_add_time (json, "waiting_since", line->waiting_since);
  ctl_json_add_time (json, "window_end", line->window_end);
  ctl_json_add_string (json, "action",
                       rea_sweep_cure_to_string (rea_sweep_kind_get_cure (line->kind)));

  if (line->request != NULL)
    {
      g_autoptr (GPtrArray) arguments = list_reassign_arguments (campaign, line->request);

      add_arguments (json, "reassign", arguments);
    }
  else
    ctl_json_add_null (json, "reassign");

  add_arguments (json, "conversations", listed);
  ctl_json_end_object (json);
}

static void
add_next (CtlJson *json, const ReaSweep *sweep)
{
  if (sweep->next_at == REA_TIME_NONE)
    {
      ctl_json_add_null (json, "next");
      return;
    }

  ctl_json_begin_object (json, "next");
  ctl_json_add_time (json, "at", sweep->next_at);
  ctl_json_add_string (json, "sender",
                       sweep->next_holder != NULL ? sweep->next_holder->email : NULL);
  ctl_json_add_boolean (json, "online", sweep->next_online);
  ctl_json_end_object (json);
}

static void
sweep_json (CtlCall *call, gint64 campaign, const ReaSweep *sweep)
{
  g_autoptr (CtlJson) json = ctl_json_new ();

  ctl_json_begin_object (json, NULL);
  ctl_json_begin_list (json, "sweep");
  for (guint i = 0; i < sweep->lines->len; i++)
    add_line (json, campaign, g_ptr_array_index (sweep->lines, i));
  ctl_json_end_list (json);
  ctl_json_add_number (json, "online", sweep->n_online);
  add_next (json, sweep);
  ctl_json_add_time (json, "as_of", sweep->as_of);
  ctl_json_end_object (json);

  ctl_call_say_json (call, json);
}

/* The first names, and how many more. */
static char *
dup_senders (const ReaSweepLine *line)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < line->senders->len && i < MAX_NAMES; i++)
    {
      g_autofree char *name = rea_user_dup_name (g_ptr_array_index (line->senders, i));

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }

  if (line->senders->len > MAX_NAMES)
    g_string_append_printf (names, ", … (%u)", line->senders->len);

  return g_string_free (names, FALSE);
}

/* The command that mends a line, or the one that shows it. */
static char *
dup_command (gint64 campaign, const ReaSweepLine *line)
{
  const char *command = line->request != NULL ? "reassign" : "conversations";
  g_autoptr (GPtrArray) arguments = line->request != NULL
                                        ? list_reassign_arguments (campaign, line->request)
                                        : list_conversations_arguments (campaign, line->filter);
  g_autofree char *words = NULL;

  if (rea_sweep_kind_get_cure (line->kind) == REA_SWEEP_CHANGE_WINDOW)
    /* TRANSLATORS: a command of reassignctl; TIME is to be replaced by the new end of the
     * campaign's sending window. */
    return g_strdup_printf (_ ("reassignctl campaign set %" PRId64 " --window-end=TIME"), campaign);

  g_ptr_array_add (arguments, NULL);
  words = g_strjoinv (" ", (char **) arguments->pdata);

  return g_strconcat ("reassignctl ", command, " ", words, NULL);
}

static void
say_table (CtlCall *call, const ReaSweep *sweep)
{
  g_autoptr (CtlTable) table = ctl_table_new ();

  /* TRANSLATORS: this and those that follow: columns of reassignctl sweep: how many, what
   * they are, how long the longest waits, and who holds them. */
  ctl_table_add_column (table, _ ("Count"), CTL_ALIGN_RIGHT);
  ctl_table_add_column (table, _ ("What"), CTL_ALIGN_LEFT);
  ctl_table_add_column (table, _ ("Longest"), CTL_ALIGN_RIGHT);
  ctl_table_add_column (table, _ ("Senders"), CTL_ALIGN_LEFT);

  for (guint i = 0; i < sweep->lines->len; i++)
    {
      const ReaSweepLine *line = g_ptr_array_index (sweep->lines, i);

      ctl_table_add_number (table, line->count);
      ctl_table_take_text (table, rea_sweep_kind_dup_title (line->kind, &sweep->options));
      ctl_table_add_age (table, line->waiting_since, sweep->as_of);
      ctl_table_take_text (table, dup_senders (line));
    }

  ctl_call_say_table (call, table);
}

/* Each to be copied into a terminal as it is. */
static void
say_commands (CtlCall *call, gint64 campaign, const ReaSweep *sweep)
{
  for (guint i = 0; i < sweep->lines->len; i++)
    {
      const ReaSweepLine *line = g_ptr_array_index (sweep->lines, i);
      g_autofree char    *title = rea_sweep_kind_dup_title (line->kind, &sweep->options);
      g_autofree char    *command = dup_command (campaign, line);

      ctl_call_say (call, "%s", "");
      ctl_call_say (call, "# %s", title);
      ctl_call_say (call, "%s", command);
    }
}

gboolean
ctl_sweep (CtlCall *call, GError **error)
{
  ReaSweepOptions options = REA_SWEEP_OPTIONS_DEFAULT;
  const struct
  {
    CtlOption option;
    int      *minutes;
  } given[] = { { CTL_OPTION_WAITING, &options.waiting_minutes },
                { CTL_OPTION_UNSEEN, &options.unseen_minutes },
                { CTL_OPTION_UNMOVED, &options.unmoved_minutes } };
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaSweep) sweep = NULL;
  gint64 id;

  for (gsize i = 0; i < G_N_ELEMENTS (given); i++)
    {
      gint64 minutes = *given[i].minutes;

      if (!ctl_options_get_number (call->options, given[i].option, 0, G_MAXINT, &minutes, error))
        return FALSE;

      *given[i].minutes = (int) minutes;
    }

  session = ctl_call_open_campaign (call, &id, error);
  if (session == NULL)
    return FALSE;

  sweep = rea_session_get_sweep (session, id, &options, error);
  if (sweep == NULL)
    return FALSE;

  if (call->json)
    sweep_json (call, id, sweep);
  else if (sweep->lines->len > 0)
    {
      say_table (call, sweep);
      say_commands (call, id, sweep);
    }
  else
    /* TRANSLATORS: reassignctl sweep: there is nothing to mend. */
    ctl_call_say (call, "%s", _ ("All swept: nothing holds this campaign up."));

  return TRUE;
}
