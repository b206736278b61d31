/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-options.h"

#include "rea-error.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* TRANSLATORS: all of these stand in reassignctl --help: first what stands for an
 * option's value, in capitals, then what the option does. Words behind = in the
 * help are to be typed as they are, so leave them alone.
 */
static const CtlOptionSpec specs[] = {
  [CTL_OPTION_DATABASE] = { "database", N_ ("WHERE"), N_ ("the database: a path, or sqlite:PATH") },
  [CTL_OPTION_USER] = { "user", N_ ("EMAIL"), N_ ("who acts; else the database's first owner") },
  [CTL_OPTION_JSON] = { "json", NULL, N_ ("answer in JSON") },
  [CTL_OPTION_QUIET] = { "quiet", NULL, N_ ("print nothing but errors") },
  [CTL_OPTION_HELP] = { "help", NULL, N_ ("say how a command is used") },
  [CTL_OPTION_VERSION] = { "version", NULL, N_ ("say which version this is") },
  [CTL_OPTION_OWNER] = { "owner", N_ ("EMAIL"), N_ ("the owner; else LOGIN@localhost") },
  [CTL_OPTION_CONTACTS] = { "contacts", N_ ("N"), N_ ("how many contacts") },
  [CTL_OPTION_SENDERS] = { "senders", N_ ("N"), N_ ("how many senders") },
  [CTL_OPTION_SEED] = { "seed", N_ ("N"), N_ ("the same seed gives the same data") },
  [CTL_OPTION_MINUTES] = { "minutes", N_ ("N"), N_ ("how many minutes of the shift are played") },
  [CTL_OPTION_SPEED] = { "speed", N_ ("N"), N_ ("how many times faster than the clock") },
  [CTL_OPTION_TITLE] = { "title", N_ ("TEXT"), N_ ("the new title") },
  [CTL_OPTION_STATE] = { "state", N_ ("STATE"), N_ ("draft, active, paused, closed or archived") },
  [CTL_OPTION_WINDOW_START] = { "window-start", N_ ("TIME"),
                                N_ ("from when on initial messages may be sent") },
  [CTL_OPTION_WINDOW_END] = { "window-end", N_ ("TIME"),
                              N_ ("from when on they may not be sent any more") },
  [CTL_OPTION_TIME_ZONE] = { "time-zone", N_ ("ZONE"),
                             N_ ("the campaign's time zone, as in America/New_York") },
  [CTL_OPTION_SELF_ASSIGN] = { "self-assign", N_ ("N"),
                               N_ ("how many a sender may ask for at once, or off") },
  [CTL_OPTION_HOURS] = { "hours", N_ ("HOURS"),
                         N_ ("when messages may be sent, as in 09:00-21:00, or any") },
  [CTL_OPTION_COUNTRY] = { "country", N_ ("CODE"),
                           N_ ("the country in which national numbers are read, as in US") },
  [CTL_OPTION_MESSAGE] = { "message", N_ ("TEXT"), N_ ("the template of the first message") },
  [CTL_OPTION_QUESTIONS] = { "questions", N_ ("FILE"),
                             N_ ("a JSON file with the list of survey questions") },
  [CTL_OPTION_CANNED_REPLIES] = { "canned-replies", N_ ("FILE"),
                                  N_ ("a JSON file with the list of canned replies") },
  [CTL_OPTION_SKIP_BAD] = { "skip-bad", NULL, N_ ("leave out bad rows and import the others") },
  [CTL_OPTION_FIRST_NAME] = { "first-name", N_ ("NAME"), N_ ("the user's first name") },
  [CTL_OPTION_LAST_NAME] = { "last-name", N_ ("NAME"), N_ ("the user's last name") },
  [CTL_OPTION_ROLE] = { "role", N_ ("ROLE"), N_ ("owner, admin, moderator or sender") },
  [CTL_OPTION_FROM] = { "from", N_ ("HOLDER"),
                        N_ ("any, unassigned, online, offline, offline:MINUTES or EMAIL,…") },
  [CTL_OPTION_STATUS] = { "status", N_ ("STATUS"),
                          N_ ("any, not_started, messaged, needs_reply, replied or closed") },
  [CTL_OPTION_SEARCH] = { "search", N_ ("TEXT"), N_ ("whose name or phone contains each word") },
  [CTL_OPTION_WAITING] = { "waiting", N_ ("MINUTES"), N_ ("whose reply waits for so long") },
  [CTL_OPTION_UNMOVED] = { "unmoved", N_ ("MINUTES"), N_ ("which no move touched for so long") },
  [CTL_OPTION_UNSEEN] = { "unseen", N_ ("MINUTES"), N_ ("whose sender is away for so long") },
  [CTL_OPTION_FLAG] = { "flag", N_ ("FLAG"),
                        N_ ("marked, opted_out, wrote_after_opt_out or survey_open") },
  [CTL_OPTION_CONVERSATIONS] = { "conversations", N_ ("ID,…"), N_ ("those with these numbers") },
  [CTL_OPTION_LIMIT] = { "limit", N_ ("N"), N_ ("how many at most") },
  [CTL_OPTION_AFTER] = { "after", N_ ("TOKEN"), N_ ("the page behind, by the token given before") },
  [CTL_OPTION_SORT] = { "sort", N_ ("ORDER"), N_ ("id, name or waiting") },
  [CTL_OPTION_NUMBER] = { "number", N_ ("N"), N_ ("how many of them, or all") },
  [CTL_OPTION_TO] = { "to", N_ ("WHERE"),
                      N_ ("unassigned, others, online (not for remove) or EMAIL,…") },
  [CTL_OPTION_DIVIDE] = { "divide", N_ ("HOW"),
                          N_ ("evenly, or level: whoever has least gets the next") },
  [CTL_OPTION_PREVIEW] = { "preview", NULL, N_ ("show what would happen, and do nothing") },
  [CTL_OPTION_EXPECT] = { "expect", N_ ("N"), N_ ("refuse if another number would move") },
  [CTL_OPTION_END] = { "end", NULL, N_ ("the Messenger was closed") },
  [CTL_OPTION_DIRECTION] = { "direction", N_ ("DIRECTION"), N_ ("out (by a sender) or in") },
  [CTL_OPTION_AT] = { "at", N_ ("TIME"), N_ ("when it was; else now") },
  [CTL_OPTION_NO] = { "no", NULL, N_ ("the marked message asked for nothing of the kind") },
  [CTL_OPTION_REPAIR] = { "repair", NULL, N_ ("mend what can be mended") },
  [CTL_OPTION_SEND_URL] = { "send-url", N_ ("URL"),
                            N_ ("where Kannel is asked to send, at a loopback address") },
  [CTL_OPTION_LOGIN] = { "login", N_ ("NAME"), N_ ("the name by which Kannel knows Reassign") },
  [CTL_OPTION_PHONE] = { "phone", N_ ("PHONE"), N_ ("the number that contacts write to") },
  [CTL_OPTION_LISTEN] = { "listen", N_ ("WHERE"),
                          N_ ("where replies are heard, as in 127.0.0.1:13080") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (specs) == CTL_N_OPTIONS);
G_STATIC_ASSERT (CTL_N_OPTIONS <= 64);

const CtlOptionSpec *
ctl_option_get_spec (CtlOption option)
{
  g_return_val_if_fail (option < CTL_N_OPTIONS, NULL);

  return &specs[option];
}

/**
 * ctl_option_set_wrong:
 * @error: (out): set to %REA_ERROR_USAGE
 * @option: an option that takes one of some words
 * @text: what was given instead
 */
void
ctl_option_set_wrong (GError **error, CtlOption option, const char *text)
{
  g_set_error (error, REA_ERROR, REA_ERROR_USAGE,
               /* TRANSLATORS: an error of reassignctl; an option, a wrong value of it, and what
                * reassignctl --help says of the option. */
               _ ("--%1$s cannot be “%2$s”; it is: %3$s."), specs[option].name, text,
               _ (specs[option].help));
}

CtlOptions *
ctl_options_new (void)
{
  CtlOptions *self = g_new0 (CtlOptions, 1);

  self->arguments = g_ptr_array_new ();

  return self;
}

void
ctl_options_free (CtlOptions *self)
{
  g_ptr_array_unref (self->arguments);
  g_free (self);
}

static gboolean
find_option (const char *name, gsize length, CtlOption *option)
{
  for (guint i = 0; i < CTL_N_OPTIONS; i++)
    if (strlen (specs[i].name) == length && strncmp (specs[i].name, name, length) == 0)
      {
        *option = i;
        return TRUE;
      }

  return FALSE;
}

/* Takes the option at @argv[*place], and its value where that is the next word. */
static gboolean
parse_option (CtlOptions *self, int argc, char **argv, int *place, GError **error)
{
  const char *name = argv[*place] + strlen ("--");
  gsize       length = strcspn (name, "=");
  const char *value = name[length] == '=' ? name + length + 1 : NULL;
  CtlOption   option;

  if (!find_option (name, length, &option))
    {
      g_set_error (error, REA_ERROR, REA_ERROR_USAGE,
                   /* TRANSLATORS: an error of reassignctl; %s is an option as in --form. */
                   _ ("There is no option --%.*s."), (int) length, name);
      return FALSE;
    }

  if (specs[option].value == NULL)
    {
      if (value != NULL)
        {
          g_set_error (error, REA_ERROR, REA_ERROR_USAGE,
                       /* TRANSLATORS: an error of reassignctl; %s is an option as in json. */
                       _ ("The option --%s takes no value."), specs[option].name);
          return FALSE;
        }

      value = "";
    }
  else if (value == NULL)
    {
      if (*place + 1 >= argc)
        {
          g_set_error (error, REA_ERROR, REA_ERROR_USAGE,
                       /* TRANSLATORS: an error of reassignctl; %s is an option as in from. */
                       _ ("The option --%s needs a value."), specs[option].name);
          return FALSE;
        }

      value = argv[++*place];
    }

  if (self->values[option] != NULL)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_USAGE,
                   /* TRANSLATORS: an error of reassignctl; %s is an option as in from. */
                   _ ("The option --%s was given twice."), specs[option].name);
      return FALSE;
    }

  self->values[option] = value;

  return TRUE;
}

/**
 * ctl_options_parse:
 * @self: what to fill in
 * @argc: how many words
 * @argv: the words, the program's name aside; they must stay while @self is used
 * @error: set to %REA_ERROR_USAGE at the first wrong one
 *
 * Takes a command line apart.
 *
 * Goes on behind a wrong word, so that it is known even then whether the answer
 * is to be JSON.
 */
gboolean
ctl_options_parse (CtlOptions *self, int argc, char **argv, GError **error)
{
  g_autoptr (GError) first = NULL;
  gboolean ended = FALSE;

  for (int i = 0; i < argc; i++)
    {
      GError **where = first == NULL ? &first : NULL;

      if (ended || !g_str_has_prefix (argv[i], "--"))
        g_ptr_array_add (self->arguments, argv[i]);
      else if (strcmp (argv[i], "--") == 0)
        ended = TRUE;
      else
        parse_option (self, argc, argv, &i, where);
    }

  if (first != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&first));
      return FALSE;
    }

  return TRUE;
}

gboolean
ctl_options_has (const CtlOptions *self, CtlOption option)
{
  return self->values[option] != NULL;
}

/**
 * ctl_options_get:
 *
 * Returns: (nullable): the value as it was given; %NULL if it was not
 */
const char *
ctl_options_get (const CtlOptions *self, CtlOption option)
{
  return self->values[option];
}

/**
 * ctl_number_parse:
 * @text: digits, and nothing else
 * @what: what it is the number of, as the user knows it: "--limit"
 * @min: the lowest that may be
 * @max: the highest
 *
 * Reads a number, strictly.
 */
gboolean
ctl_number_parse (const char *text,
                  const char *what,
                  gint64      min,
                  gint64      max,
                  gint64     *number,
                  GError    **error)
{
  /* GLib would take a sign before them. */
  if (text[strspn (text, "0123456789")] == '\0' &&
      g_ascii_string_to_signed (text, 10, min, max, number, NULL))
    return TRUE;

  if (max == G_MAXINT64)
    g_set_error (error, REA_ERROR, REA_ERROR_USAGE,
                 /* TRANSLATORS: an error of reassignctl; %1$s is an option or argument. */
                 _ ("%1$s must be a number from %2$" PRId64 " on, not “%3$s”."), what, min, text);
  else
    g_set_error (error, REA_ERROR, REA_ERROR_USAGE,
                 /* TRANSLATORS: an error of reassignctl; %1$s is an option or argument. */
                 _ ("%1$s must be a number from %2$" PRId64 " to %3$" PRId64 ", not “%4$s”."), what,
                 min, max, text);

  return FALSE;
}

/**
 * ctl_options_get_number:
 * @number: (inout): stays as it is if the option was not given
 */
gboolean
ctl_options_get_number (const CtlOptions *self,
                        CtlOption         option,
                        gint64            min,
                        gint64            max,
                        gint64           *number,
                        GError          **error)
{
  g_autofree char *what = g_strconcat ("--", specs[option].name, NULL);

  if (self->values[option] == NULL)
    return TRUE;

  return ctl_number_parse (self->values[option], what, min, max, number, error);
}

/**
 * ctl_list_parse:
 * @text: words with commas between them
 * @what: what it is a list of, as the user knows it: "--to"
 * @list: (out) (transfer full): the words, spaces at their ends dropped
 */
gboolean
ctl_list_parse (const char *text, const char *what, char ***list, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_strstrip (words[i]);

      if (*words[i] == '\0')
        break;
      if (words[i + 1] == NULL)
        {
          *list = g_steal_pointer (&words);
          return TRUE;
        }
    }

  g_set_error (error, REA_ERROR, REA_ERROR_USAGE,
               /* TRANSLATORS: an error of reassignctl, of "a,,b"; %s is an option or argument. */
               _ ("Something is missing in the list of %s."), what);

  return FALSE;
}
