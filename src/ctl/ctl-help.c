/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far in from the left it is said what something does. */
#define COMMAND_COLUMN 38
#define OPTION_COLUMN  26

static void
print_line (GString *out, const char *what, const char *does, int column)
{
  int width = 2 + (int) ctl_text_get_width (what);

  g_string_append_printf (out, "  %s", what);
  if (width + 2 > column)
    {
      g_string_append_c (out, '\n');
      width = 0;
    }
  g_string_append_printf (out, "%*s%s\n", column - width, "", does);
}

static char *
dup_command_line (const CtlCommand *command)
{
  if (command->arguments == NULL)
    return g_strdup (command->name);

  return g_strconcat (command->name, " ", _ (command->arguments), NULL);
}

static char *
dup_option (CtlOption option)
{
  const CtlOptionSpec *spec = ctl_option_get_spec (option);

  if (spec->value == NULL)
    return g_strconcat ("--", spec->name, NULL);

  return g_strconcat ("--", spec->name, "=", _ (spec->value), NULL);
}

static void
print_command_line (GString *out, const CtlCommand *command)
{
  g_autofree char *what = dup_command_line (command);

  print_line (out, what, _ (command->summary), COMMAND_COLUMN);
}

static void
print_option_line (GString *out, CtlOption option)
{
  g_autofree char *what = dup_option (option);

  print_line (out, what, _ (ctl_option_get_spec (option)->help), OPTION_COLUMN);
}

static void
print_common_options (GString *out)
{
  for (guint i = CTL_OPTION_DATABASE; i <= CTL_OPTION_VERSION; i++)
    print_option_line (out, i);
}

static void
print_usage (GString *out, const char *command)
{
  /* TRANSLATORS: the first line of reassignctl --help; %s is a command and what
   * stands behind it. */
  g_string_append_printf (out, _ ("Usage: reassignctl [OPTION…] %s"), command);
  g_string_append (out, "\n");
}

/**
 * ctl_help_print_all:
 * @out: what to append it to
 *
 * Lists every command.
 */
void
ctl_help_print_all (GString *out)
{
  /* TRANSLATORS: what reassignctl --help says stands behind reassignctl. */
  print_usage (out, _ ("COMMAND [ARGUMENT…]"));
  /* TRANSLATORS: in reassignctl --help. */
  g_string_append_printf (out, "\n%s\n",
                          _ ("See and move the conversations of texting campaigns."));

  /* TRANSLATORS: a heading in reassignctl --help. */
  g_string_append_printf (out, "\n%s\n", _ ("Commands:"));
  for (guint i = 0; ctl_commands_get (i) != NULL; i++)
    print_command_line (out, ctl_commands_get (i));

  /* TRANSLATORS: a heading in reassignctl --help. */
  g_string_append_printf (out, "\n%s\n", _ ("Options of every command:"));
  print_common_options (out);

  g_string_append_printf (out, "\n%s\n",
                          /* TRANSLATORS: the last lines of reassignctl --help. */
                          _ ("CAMPAIGN is a number or an exact title. Options stand anywhere; -- "
                             "ends them.\n"
                             "reassignctl COMMAND --help tells a command's own options."));
}

/**
 * ctl_help_print_group:
 * @group: the first word of commands: "campaign"
 * @out: what to append it to
 *
 * Lists the commands that begin with this word.
 *
 * Returns: whether there are any
 */
gboolean
ctl_help_print_group (const char *group, GString *out)
{
  g_autofree char *prefix = g_strconcat (group, " ", NULL);
  /* TRANSLATORS: what reassignctl campaign --help says stands behind campaign. */
  g_autofree char *usage = g_strconcat (prefix, _ ("COMMAND [ARGUMENT…]"), NULL);
  gboolean         any = FALSE;

  for (guint i = 0; ctl_commands_get (i) != NULL; i++)
    if (g_str_has_prefix (ctl_commands_get (i)->name, prefix))
      {
        if (!any)
          {
            print_usage (out, usage);
            g_string_append_printf (out, "\n%s\n", _ ("Commands:"));
            any = TRUE;
          }

        print_command_line (out, ctl_commands_get (i));
      }

  return any;
}

/**
 * ctl_help_print_command:
 * @out: what to append it to
 *
 * Tells how one command is used.
 */
void
ctl_help_print_command (const CtlCommand *command, GString *out)
{
  g_autofree char *line = dup_command_line (command);
  g_autoptr (GString) usage = g_string_new (line);

  for (guint i = 0; i < CTL_N_OPTIONS; i++)
    if (command->needed & CTL_OPTION_BIT (i))
      {
        g_autofree char *option = dup_option (i);

        g_string_append_printf (usage, " %s", option);
      }

  print_usage (out, usage->str);
  g_string_append_printf (out, "\n  %s\n", _ (command->summary));

  if (command->options != 0)
    {
      /* TRANSLATORS: a heading in reassignctl COMMAND --help. */
      g_string_append_printf (out, "\n%s\n", _ ("Options:"));
      for (guint i = 0; i < CTL_N_OPTIONS; i++)
        if (command->options & CTL_OPTION_BIT (i))
          print_option_line (out, i);
    }

  g_string_append_printf (out, "\n%s\n", _ ("Options of every command:"));
  print_common_options (out);
}
