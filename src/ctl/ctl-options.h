/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Every option of every command. A name means the same everywhere, so the words
 * of a command line can be told apart before it is known which command they are
 * for, and options may stand anywhere.
 */
typedef enum
{
  CTL_OPTION_DATABASE,
  CTL_OPTION_USER,
  CTL_OPTION_JSON,
  CTL_OPTION_QUIET,
  CTL_OPTION_HELP,
  CTL_OPTION_VERSION,
  CTL_OPTION_OWNER,
  CTL_OPTION_CONTACTS,
  CTL_OPTION_SENDERS,
  CTL_OPTION_SEED,
  CTL_OPTION_MINUTES,
  CTL_OPTION_SPEED,
  CTL_OPTION_TITLE,
  CTL_OPTION_STATE,
  CTL_OPTION_WINDOW_START,
  CTL_OPTION_WINDOW_END,
  CTL_OPTION_TIME_ZONE,
  CTL_OPTION_SELF_ASSIGN,
  CTL_OPTION_HOURS,
  CTL_OPTION_COUNTRY,
  CTL_OPTION_MESSAGE,
  CTL_OPTION_QUESTIONS,
  CTL_OPTION_CANNED_REPLIES,
  CTL_OPTION_SKIP_BAD,
  CTL_OPTION_FIRST_NAME,
  CTL_OPTION_LAST_NAME,
  CTL_OPTION_ROLE,
  CTL_OPTION_FROM,
  CTL_OPTION_STATUS,
  CTL_OPTION_SEARCH,
  CTL_OPTION_WAITING,
  CTL_OPTION_UNMOVED,
  CTL_OPTION_UNSEEN,
  CTL_OPTION_FLAG,
  CTL_OPTION_CONVERSATIONS,
  CTL_OPTION_LIMIT,
  CTL_OPTION_AFTER,
  CTL_OPTION_SORT,
  CTL_OPTION_NUMBER,
  CTL_OPTION_TO,
  CTL_OPTION_DIVIDE,
  CTL_OPTION_PREVIEW,
  CTL_OPTION_EXPECT,
  CTL_OPTION_END,
  CTL_OPTION_DIRECTION,
  CTL_OPTION_AT,
  CTL_OPTION_NO,
  CTL_OPTION_REPAIR,
  CTL_OPTION_SEND_URL,
  CTL_OPTION_LOGIN,
  CTL_OPTION_PHONE,
  CTL_OPTION_LISTEN,
} CtlOption;

#define CTL_N_OPTIONS (CTL_OPTION_LISTEN + 1)

/* A set of options, one bit each. */
#define CTL_OPTION_BIT(option) (G_GUINT64_CONSTANT (1) << (option))

/**
 * CtlOptionSpec:
 * @name: as it is written, without the dashes
 * @value: (nullable): what stands for its value in the help; %NULL for a switch
 * @help: a line for people, not yet translated
 */
typedef struct
{
  const char *name;
  const char *value;
  const char *help;
} CtlOptionSpec;

/**
 * CtlOptions:
 * @values: (nullable): what was given for each option; "" for a switch; lent by
 *   the words that were taken apart
 * @arguments: (element-type utf8): the other words, in order
 *
 * A command line, taken apart.
 */
typedef struct
{
  const char *values[CTL_N_OPTIONS];
  GPtrArray  *arguments;
} CtlOptions;

const CtlOptionSpec *ctl_option_get_spec (CtlOption option);
void                 ctl_option_set_wrong (GError **error, CtlOption option, const char *text);

CtlOptions *ctl_options_new (void) G_GNUC_WARN_UNUSED_RESULT;
void        ctl_options_free (CtlOptions *self);
gboolean    ctl_options_parse (CtlOptions *self, int argc, char **argv, GError **error);
gboolean    ctl_options_has (const CtlOptions *self, CtlOption option);
const char *ctl_options_get (const CtlOptions *self, CtlOption option);

gboolean ctl_number_parse (const char *text,
                           const char *what,
                           gint64      min,
                           gint64      max,
                           gint64     *number,
                           GError    **error);
gboolean ctl_options_get_number (const CtlOptions *self,
                                 CtlOption         option,
                                 gint64            min,
                                 gint64            max,
                                 gint64           *number,
                                 GError          **error);
gboolean ctl_list_parse (const char *text, const char *what, char ***list, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtlOptions, ctl_options_free)

G_END_DECLS
