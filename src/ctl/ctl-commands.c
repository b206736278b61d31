/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BIT CTL_OPTION_BIT

/* Those of every command. */
#define COMMON                                                                                     \
  (BIT (CTL_OPTION_DATABASE) | BIT (CTL_OPTION_USER) | BIT (CTL_OPTION_JSON) |                     \
   BIT (CTL_OPTION_QUIET) | BIT (CTL_OPTION_HELP) | BIT (CTL_OPTION_VERSION))

/* Nothing else would notice that they are: they fall back on the environment. */
#define NEVER_EMPTY (BIT (CTL_OPTION_DATABASE) | BIT (CTL_OPTION_USER) | BIT (CTL_OPTION_AFTER))

#define VALUES                                                                                     \
  (BIT (CTL_OPTION_STATE) | BIT (CTL_OPTION_WINDOW_START) | BIT (CTL_OPTION_WINDOW_END) |          \
   BIT (CTL_OPTION_TIME_ZONE) | BIT (CTL_OPTION_SELF_ASSIGN) | BIT (CTL_OPTION_HOURS) |            \
   BIT (CTL_OPTION_COUNTRY) | BIT (CTL_OPTION_MESSAGE) | BIT (CTL_OPTION_QUESTIONS) |              \
   BIT (CTL_OPTION_CANNED_REPLIES))

#define FILTER                                                                                     \
  (BIT (CTL_OPTION_FROM) | BIT (CTL_OPTION_STATUS) | BIT (CTL_OPTION_SEARCH) |                     \
   BIT (CTL_OPTION_WAITING) | BIT (CTL_OPTION_UNMOVED) | BIT (CTL_OPTION_FLAG) |                   \
   BIT (CTL_OPTION_CONVERSATIONS))

#define NAMES (BIT (CTL_OPTION_FIRST_NAME) | BIT (CTL_OPTION_LAST_NAME) | BIT (CTL_OPTION_ROLE))

#define GATEWAY                                                                                    \
  (BIT (CTL_OPTION_SEND_URL) | BIT (CTL_OPTION_LOGIN) | BIT (CTL_OPTION_PHONE) |                   \
   BIT (CTL_OPTION_LISTEN))

/* TRANSLATORS: these stand in reassignctl --help: what has to stand behind a command,
 * in capitals, then what the command does.
 */
static const CtlCommand commands[] = {
  { "init", NULL, N_ ("make an empty database"), BIT (CTL_OPTION_OWNER), 0, TRUE, ctl_init },
  { "demo", NULL, N_ ("add a lifelike demo campaign"),
    BIT (CTL_OPTION_CONTACTS) | BIT (CTL_OPTION_SENDERS) | BIT (CTL_OPTION_SEED), 0, TRUE,
    ctl_demo },
  { "simulate", N_ ("CAMPAIGN"), N_ ("play a shift: senders come, write and go, contacts answer"),
    BIT (CTL_OPTION_MINUTES) | BIT (CTL_OPTION_SPEED) | BIT (CTL_OPTION_SEED), 0, TRUE,
    ctl_simulate },
  { "campaign list", NULL, N_ ("list the campaigns"), 0, 0, FALSE, ctl_campaign_list },
  { "campaign show", N_ ("CAMPAIGN"), N_ ("show a campaign"), 0, 0, FALSE, ctl_campaign_show },
  { "campaign create", N_ ("TITLE"), N_ ("make a campaign"), VALUES, 0, TRUE, ctl_campaign_create },
  { "campaign set", N_ ("CAMPAIGN"), N_ ("change a campaign; an empty value clears"),
    VALUES | BIT (CTL_OPTION_TITLE), 0, TRUE, ctl_campaign_set },
  { "campaign import", N_ ("FILE"), N_ ("make a campaign from a file of JSON Lines"), 0, 0, TRUE,
    ctl_campaign_import },
  { "campaign export", N_ ("CAMPAIGN [FILE]"), N_ ("write a whole campaign as JSON Lines"), 0, 0,
    FALSE, ctl_campaign_export },
  { "campaign remove", N_ ("CAMPAIGN"), N_ ("remove an archived campaign or a demo, for good"), 0,
    0, TRUE, ctl_campaign_remove },
  { "contacts import", N_ ("CAMPAIGN FILE"), N_ ("add the contacts of a CSV file"),
    BIT (CTL_OPTION_SKIP_BAD), 0, TRUE, ctl_contacts_import },
  { "contacts export", N_ ("CAMPAIGN [FILE]"), N_ ("write the contacts as CSV"), 0, 0, FALSE,
    ctl_contacts_export },
  { "sender add", N_ ("CAMPAIGN EMAIL,…"), N_ ("add senders to a campaign"), 0, 0, TRUE,
    ctl_sender_add },
  { "sender import", N_ ("CAMPAIGN FILE"), N_ ("add the senders of a CSV file"),
    BIT (CTL_OPTION_SKIP_BAD), 0, TRUE, ctl_sender_import },
  { "sender remove", N_ ("CAMPAIGN EMAIL"),
    N_ ("remove a sender, and say where the conversations go"), BIT (CTL_OPTION_TO), 0, TRUE,
    ctl_sender_remove },
  { "user add", N_ ("EMAIL"), N_ ("add a user"), NAMES, 0, TRUE, ctl_user_add },
  { "user set", N_ ("EMAIL"), N_ ("change a user"), NAMES, 0, TRUE, ctl_user_set },
  { "user list", NULL, N_ ("list the users"), 0, 0, FALSE, ctl_user_list },
  { "overview", N_ ("CAMPAIGN"), N_ ("count a campaign's conversations"), 0, 0, FALSE,
    ctl_overview },
  { "senders", N_ ("CAMPAIGN"), N_ ("list a campaign's senders"), 0, 0, FALSE, ctl_senders },
  { "conversations", N_ ("CAMPAIGN"), N_ ("list conversations, 100 a page unless said"),
    FILTER | BIT (CTL_OPTION_LIMIT) | BIT (CTL_OPTION_AFTER) | BIT (CTL_OPTION_SORT), 0, FALSE,
    ctl_conversations },
  { "reassign", N_ ("CAMPAIGN"), N_ ("move conversations to other senders, or to nobody"),
    FILTER | BIT (CTL_OPTION_NUMBER) | BIT (CTL_OPTION_TO) | BIT (CTL_OPTION_DIVIDE) |
        BIT (CTL_OPTION_PREVIEW) | BIT (CTL_OPTION_EXPECT),
    BIT (CTL_OPTION_TO), TRUE, ctl_reassign },
  { "sweep", N_ ("CAMPAIGN"), N_ ("list what holds a campaign up, and what mends it"),
    BIT (CTL_OPTION_WAITING) | BIT (CTL_OPTION_UNSEEN) | BIT (CTL_OPTION_UNMOVED), 0, FALSE,
    ctl_sweep },
  { "history", N_ ("CAMPAIGN"), N_ ("list the moves, newest first, 50 unless said"),
    BIT (CTL_OPTION_LIMIT), 0, FALSE, ctl_history },
  { "trail", N_ ("CAMPAIGN CONVERSATION"), N_ ("tell who held a conversation"), 0, 0, FALSE,
    ctl_trail },
  { "undo", N_ ("CAMPAIGN MOVE"), N_ ("take a move back"), 0, 0, TRUE, ctl_undo },
  { "self-assign", N_ ("CAMPAIGN"), N_ ("ask for more conversations, as --user"), 0, 0, TRUE,
    ctl_self_assign },
  { "heartbeat", NULL, N_ ("say that --user has the Messenger open now"), BIT (CTL_OPTION_END), 0,
    TRUE, ctl_heartbeat },
  { "message", N_ ("CAMPAIGN CONVERSATION TEXT"), N_ ("record a message"),
    BIT (CTL_OPTION_DIRECTION) | BIT (CTL_OPTION_AT), BIT (CTL_OPTION_DIRECTION), TRUE,
    ctl_message },
  { "messages", N_ ("CAMPAIGN CONVERSATION"), N_ ("list a conversation's messages, oldest first"),
    0, 0, FALSE, ctl_messages },
  { "answer", N_ ("CAMPAIGN CONVERSATION QUESTION [ANSWER]"),
    N_ ("fill in a survey answer; none clears it"), 0, 0, TRUE, ctl_answer },
  { "close", N_ ("CAMPAIGN CONVERSATION"), N_ ("close a conversation"), 0, 0, TRUE, ctl_close },
  { "reopen", N_ ("CAMPAIGN CONVERSATION"), N_ ("open it again"), 0, 0, TRUE, ctl_reopen },
  { "opt-out", N_ ("CAMPAIGN CONVERSATION"), N_ ("text this contact no more"), BIT (CTL_OPTION_NO),
    0, TRUE, ctl_opt_out },
  { "gateway set", NULL, N_ ("say through which Kannel messages go"), GATEWAY, GATEWAY, TRUE,
    ctl_gateway_set },
  { "gateway run", NULL, N_ ("send what is queued and receive, until it is ended"), 0, 0, TRUE,
    ctl_gateway_run },
  { "gateway status", NULL, N_ ("tell what was sent and received"), 0, 0, FALSE,
    ctl_gateway_status },
  { "check", NULL, N_ ("look for damage and wrong counters"), BIT (CTL_OPTION_REPAIR), 0, TRUE,
    ctl_check },
  { "backup", N_ ("FILE"), N_ ("copy the database while others work"), 0, 0, FALSE, ctl_backup },
};

/**
 * ctl_commands_get:
 *
 * Returns: (nullable): the command at @place in the help, or %NULL behind the last
 */
const CtlCommand *
ctl_commands_get (guint place)
{
  return place < G_N_ELEMENTS (commands) ? &commands[place] : NULL;
}

static gboolean
is_group (const char *word)
{
  g_autofree char *prefix = g_strconcat (word, " ", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_has_prefix (commands[i].name, prefix))
      return TRUE;

  return FALSE;
}

/**
 * ctl_commands_find:
 * @words: (element-type utf8): the words of a command line that are no options
 * @n_words: (out): how many of them name the command
 * @error: set to %REA_ERROR_USAGE where there is none
 *
 * Returns: (nullable): the command
 */
const CtlCommand *
ctl_commands_find (GPtrArray *words, guint *n_words, GError **error)
{
  const char      *first = words->len > 0 ? g_ptr_array_index (words, 0) : NULL;
  const char      *second = words->len > 1 ? g_ptr_array_index (words, 1) : "";
  g_autofree char *both = NULL;

  if (first == NULL)
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_USAGE,
                           /* TRANSLATORS: an error of reassignctl. */
                           _ ("A command is missing; reassignctl --help lists them."));
      return NULL;
    }

  both = g_strconcat (first, " ", second, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      *n_words = strchr (commands[i].name, ' ') != NULL ? 2 : 1;

      if (strcmp (commands[i].name, *n_words == 2 ? both : first) == 0)
        return &commands[i];
    }

  if (is_group (first) && *second == '\0')
    g_set_error (error, REA_ERROR, REA_ERROR_USAGE,
                 /* TRANSLATORS: an error of reassignctl; %1$s is a command as in campaign. */
                 _ ("A second word is missing behind %1$s; reassignctl %1$s --help lists them."),
                 first);
  else if (is_group (first))
    g_set_error (error, REA_ERROR, REA_ERROR_USAGE,
                 /* TRANSLATORS: an error of reassignctl; %1$s is a command as in campaign. */
                 _ ("There is no command “%1$s %2$s”; reassignctl %1$s --help lists them."), first,
                 second);
  else
    g_set_error (error, REA_ERROR, REA_ERROR_USAGE,
                 /* TRANSLATORS: an error of reassignctl. */
                 _ ("There is no command “%s”; reassignctl --help lists them."), first);

  return NULL;
}

/* How many arguments a command takes: each is a word of its help, brackets
 * stand around what may be left out.
 */
static void
count_arguments (const CtlCommand *self, guint *min, guint *max)
{
  g_auto (GStrv) words = g_strsplit (self->arguments != NULL ? self->arguments : "", " ", -1);

  *min = 0;
  *max = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      *max += 1;
      *min += *words[i] != '[';
    }
}

static gboolean
check_option (const CtlCommand *self, const CtlOptions *options, CtlOption option, GError **error)
{
  const char *name = ctl_option_get_spec (option)->name;
  const char *value = ctl_options_get (options, option);

  if (value == NULL && self->needed & BIT (option))
    g_set_error (error, REA_ERROR, REA_ERROR_USAGE,
                 /* TRANSLATORS: an error of reassignctl; a command, then an option. */
                 _ ("The command %1$s needs the option --%2$s."), self->name, name);
  else if (value != NULL && !((self->options | COMMON) & BIT (option)))
    g_set_error (error, REA_ERROR, REA_ERROR_USAGE,
                 /* TRANSLATORS: an error of reassignctl; a command, then an option. */
                 _ ("The command %1$s has no option --%2$s."), self->name, name);
  else if (value != NULL && *value == '\0' && NEVER_EMPTY & BIT (option))
    g_set_error (error, REA_ERROR, REA_ERROR_USAGE, _ ("The option --%s needs a value."), name);
  else
    return TRUE;

  return FALSE;
}

/**
 * ctl_command_check:
 * @n_arguments: how many stand behind the command
 * @error: set to %REA_ERROR_USAGE
 *
 * Whether the command takes what was given.
 */
gboolean
ctl_command_check (const CtlCommand *self,
                   const CtlOptions *options,
                   guint             n_arguments,
                   GError          **error)
{
  guint min;
  guint max;

  for (guint i = 0; i < CTL_N_OPTIONS; i++)
    if (!check_option (self, options, i, error))
      return FALSE;

  count_arguments (self, &min, &max);
  if (n_arguments >= min && n_arguments <= max)
    return TRUE;

  if (max == 0)
    g_set_error (error, REA_ERROR, REA_ERROR_USAGE,
                 /* TRANSLATORS: an error of reassignctl; %s is a command. */
                 _ ("Nothing may stand behind the command %s."), self->name);
  else
    g_set_error (error, REA_ERROR, REA_ERROR_USAGE,
                 /* TRANSLATORS: an error of reassignctl; the command %1$s, and what has to
                  * stand behind it: "trail takes CAMPAIGN CONVERSATION." */
                 _ ("The command %1$s takes %2$s."), self->name, _ (self->arguments));

  return FALSE;
}
