/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-launch-text.h"

#include "rea-format.h"

#include <glib/gi18n-lib.h>

static gboolean
lacks_message (const ReaCampaign *campaign)
{
  return campaign->initial_message == NULL || *campaign->initial_message == '\0';
}

/* Where senders take what they need by themselves, nobody has to share anything out. */
static gboolean
has_to_be_shared_out (const ReaOverview *overview)
{
  return !overview->campaign->self_assign && rea_counts_total (&overview->unassigned) > 0;
}

/**
 * rea_launch_text_get_step:
 * @overview: a draft
 *
 * Returns: what is to be done next
 */
ReaLaunchStep
rea_launch_text_get_step (const ReaOverview *overview)
{
  if (overview->campaign->total == 0)
    return REA_LAUNCH_IMPORT;
  if (overview->campaign->n_senders == 0)
    return REA_LAUNCH_ADD_SENDERS;
  if (lacks_message (overview->campaign))
    return REA_LAUNCH_WRITE;
  if (has_to_be_shared_out (overview))
    return REA_LAUNCH_SHARE_OUT;

  return REA_LAUNCH_READY;
}

static char *
say_missing (const ReaOverview *overview)
{
  const char      *missing[4] = { NULL, NULL, NULL, NULL };
  guint            n = 0;
  g_autofree char *list = NULL;

  if (overview->campaign->total == 0)
    {
      /* TRANSLATORS: one of what a campaign lacks; so the two that follow. */
      missing[n++] = C_ ("missing", "contacts");
    }
  if (overview->campaign->n_senders == 0)
    missing[n++] = C_ ("missing", "senders");
  if (lacks_message (overview->campaign))
    missing[n++] = C_ ("missing", "an initial message");

  /* TRANSLATORS: stands between the things that a campaign lacks. */
  list = g_strjoinv (C_ ("missing", ", "), (char **) missing);

  /* TRANSLATORS: above a campaign that is being prepared; %s is like "contacts, senders". */
  return g_strdup_printf (_ ("This is a draft. Before it can be launched it needs: %s."), list);
}

/**
 * rea_launch_text_say:
 * @overview: a draft
 *
 * Returns: (transfer full): what is missing before it can be launched
 */
char *
rea_launch_text_say (const ReaOverview *overview)
{
  gint64           unassigned = rea_counts_total (&overview->unassigned);
  g_autofree char *number = rea_format_number (unassigned);

  switch (rea_launch_text_get_step (overview))
    {
    case REA_LAUNCH_SHARE_OUT:
      /* TRANSLATORS: above a campaign that is being prepared. */
      return g_strdup_printf (ngettext ("This is a draft. %s conversation is with nobody yet: "
                                        "share it out, then launch the campaign.",
                                        "This is a draft. %s conversations are with nobody yet: "
                                        "share them out, then launch the campaign.",
                                        unassigned),
                              number);
    case REA_LAUNCH_READY:
      /* TRANSLATORS: above a campaign that is being prepared. */
      return g_strdup (_ ("This is a draft, and ready: when it is launched, senders can begin."));
    case REA_LAUNCH_IMPORT:
    case REA_LAUNCH_ADD_SENDERS:
    case REA_LAUNCH_WRITE:
    default:
      return say_missing (overview);
    }
}
