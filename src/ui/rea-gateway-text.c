/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-gateway-text.h"

#include "rea-format.h"

#include <glib/gi18n-lib.h>

/* Takes the parts that say something; @nothing where none does. */
static char *
join (const char *nothing, char **parts)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new ();
  char *joined;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (said, parts[i]);

  if (said->len == 0)
    joined = g_strdup (nothing);
  else
    {
      g_ptr_array_add (said, NULL);
      /* TRANSLATORS: between the parts of a list: "512 delivered, 3 on their way". */
      joined = g_strjoinv (_ (", "), (char **) said->pdata);
    }

  g_strfreev (parts);

  return joined;
}

static char *
count (gint64 number, const char *format)
{
  g_autofree char *formatted = rea_format_number (number);

  return number > 0 ? g_strdup_printf (format, formatted) : g_strdup ("");
}

static char **
parts_new (char *first, char *second, char *third, char *fourth)
{
  char **parts = g_new0 (char *, 5);

  parts[0] = first;
  parts[1] = second;
  parts[2] = third;
  parts[3] = fourth;

  return parts;
}

/**
 * rea_gateway_text_state:
 * @status: a gateway
 *
 * Returns: (transfer none): whether it is there and runs, in a few words
 */
const char *
rea_gateway_text_state (const ReaGatewayStatus *status)
{
  if (status->settings == NULL)
    /* TRANSLATORS: the state of the gateway. */
    return _ ("No Gateway Is Set");

  if (!status->is_run)
    /* TRANSLATORS: the state of the gateway. */
    return _ ("Not Running");

  /* TRANSLATORS: the state of the gateway. */
  return status->settings->trouble != NULL ? _ ("Running, with Trouble") : _ ("Running");
}

/**
 * rea_gateway_text_advice:
 * @status: a gateway
 *
 * Returns: (transfer full): what that means, and what is to be done
 */
char *
rea_gateway_text_advice (const ReaGatewayStatus *status)
{
  g_autofree char *trouble = rea_gateway_status_dup_trouble (status);

  if (status->settings == NULL)
    /* TRANSLATORS: where no gateway is set. */
    return g_strdup (_ ("Messages are recorded as sent by hand. Say below where Kannel is, and "
                        "what is written from then on leaves by it."));

  if (!status->is_run && trouble != NULL)
    /* TRANSLATORS: where the gateway does not run; %s is one sentence or two that say so, and
     * that messages wait.
     */
    return g_strdup_printf (_ ("%s Nothing comes in either until it is started, as it is said "
                               "below."),
                            trouble);

  if (!status->is_run)
    /* TRANSLATORS: where the gateway does not run. */
    return g_strdup (_ ("Nothing leaves and nothing comes in until it is started, as it is said "
                        "below."));

  if (trouble != NULL)
    return g_steal_pointer (&trouble);

  /* TRANSLATORS: where the gateway runs. */
  return g_strdup (_ ("Messages leave, and replies come in."));
}

/**
 * rea_gateway_text_waiting:
 * @status: a gateway
 *
 * Returns: (transfer full): what is yet to leave
 */
char *
rea_gateway_text_waiting (const ReaGatewayStatus *status)
{
  /* TRANSLATORS: messages that wait for the gateway. */
  return join (_ ("Nothing"),
               parts_new (count (status->n[REA_DELIVERY_QUEUED],
                                 /* TRANSLATORS: so many messages. */
                                 ngettext ("%s queued", "%s queued",
                                           (gulong) status->n[REA_DELIVERY_QUEUED])),
                          count (status->n[REA_DELIVERY_UNANSWERED],
                                 /* TRANSLATORS: so many messages that Kannel was asked to send. */
                                 ngettext ("%s not answered yet", "%s not answered yet",
                                           (gulong) status->n[REA_DELIVERY_UNANSWERED])),
                          NULL, NULL));
}

/**
 * rea_gateway_text_sent:
 * @status: a gateway
 *
 * Returns: (transfer full): what became of what has left
 */
char *
rea_gateway_text_sent (const ReaGatewayStatus *status)
{
  /* TRANSLATORS: messages that have left by the gateway. */
  return join (_ ("Nothing"),
               parts_new (count (status->n[REA_DELIVERY_DELIVERED],
                                 /* TRANSLATORS: so many messages; so those that follow. */
                                 ngettext ("%s delivered", "%s delivered",
                                           (gulong) status->n[REA_DELIVERY_DELIVERED])),
                          count (status->n[REA_DELIVERY_SENT],
                                 ngettext ("%s on its way", "%s on their way",
                                           (gulong) status->n[REA_DELIVERY_SENT])),
                          count (status->n[REA_DELIVERY_FAILED],
                                 ngettext ("%s failed", "%s failed",
                                           (gulong) status->n[REA_DELIVERY_FAILED])),
                          count (status->n[REA_DELIVERY_CANCELLED],
                                 ngettext ("%s cancelled after an opt-out",
                                           "%s cancelled after an opt-out",
                                           (gulong) status->n[REA_DELIVERY_CANCELLED]))));
}

/**
 * rea_gateway_text_repeated:
 * @status: a gateway
 *
 * Returns: (transfer full): what was asked for more than once, and what became of that
 */
char *
rea_gateway_text_repeated (const ReaGatewayStatus *status)
{
  /* TRANSLATORS: messages that were asked for again. */
  return join (_ ("Nothing"),
               parts_new (count (status->resent,
                                 /* TRANSLATORS: how often a message was asked for again. */
                                 ngettext ("%s asked for again", "%s asked for again",
                                           (gulong) status->resent)),
                          count (status->twice,
                                 /* TRANSLATORS: so many messages reached somebody twice. */
                                 ngettext ("%s arrived twice", "%s arrived twice",
                                           (gulong) status->twice)),
                          NULL, NULL));
}

/**
 * rea_gateway_text_received:
 * @status: a gateway
 *
 * Returns: (transfer full): what has come in
 */
char *
rea_gateway_text_received (const ReaGatewayStatus *status)
{
  /* TRANSLATORS: messages that have come in. */
  return join (_ ("Nothing"),
               parts_new (count (status->received,
                                 /* TRANSLATORS: so many have come in. */
                                 ngettext ("%s message", "%s messages", (gulong) status->received)),
                          count (status->unknown_total,
                                 /* TRANSLATORS: so many of the messages. */
                                 ngettext ("%s from an unknown number", "%s from unknown numbers",
                                           (gulong) status->unknown_total)),
                          NULL, NULL));
}

/**
 * rea_gateway_text_unknown:
 * @status: a gateway
 *
 * Returns: (transfer full): what the list of messages from unknown numbers is
 */
char *
rea_gateway_text_unknown (const ReaGatewayStatus *status)
{
  g_autofree char *shown = NULL;
  g_autofree char *total = NULL;

  if (status->unknown_total == 0)
    /* TRANSLATORS: above the list of messages from unknown numbers. */
    return g_strdup (_ ("Nobody has written who is in no campaign."));

  if (status->unknown->len == status->unknown_total)
    /* TRANSLATORS: above the list of messages from unknown numbers. */
    return g_strdup (_ ("Who wrote these is in no campaign. One who asks to be left alone is, "
                        "when the number is imported later."));

  shown = rea_format_number (status->unknown->len);
  total = rea_format_number (status->unknown_total);

  /* TRANSLATORS: above the list of messages from unknown numbers: the newest 100 of 512. */
  return g_strdup_printf (_ ("Who wrote these is in no campaign. The newest %1$s of %2$s are "
                             "shown."),
                          shown, total);
}
