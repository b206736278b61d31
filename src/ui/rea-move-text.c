/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-move-text.h"

#include "rea-format.h"

#include <glib/gi18n-lib.h>

/**
 * rea_move_text_button:
 * @moved: how many conversations move
 * @to: where to
 *
 * Returns: (transfer full): what the button that does it says
 */
char *
rea_move_text_button (gint64 moved, ReaTo to)
{
  g_autofree char *n = rea_format_number (moved);

  if (to == REA_TO_UNASSIGNED)
    {
      /* TRANSLATORS: on the button that does it. */
      return g_strdup_printf (ngettext ("Unassign %s Conversation", "Unassign %s Conversations",
                                        moved),
                              n);
    }

  /* TRANSLATORS: on the button that does it. */
  return g_strdup_printf (ngettext ("Reassign %s Conversation", "Reassign %s Conversations", moved),
                          n);
}

/**
 * rea_move_text_button_remove:
 * @moved: how many conversations move as a sender is removed, not 0
 * @to: where to
 *
 * Returns: (transfer full): what the button that does it says
 */
char *
rea_move_text_button_remove (gint64 moved, ReaTo to)
{
  g_autofree char *n = rea_format_number (moved);

  if (to == REA_TO_UNASSIGNED)
    {
      /* TRANSLATORS: on the button that removes a sender. */
      return g_strdup_printf (ngettext ("Remove and Unassign %s Conversation",
                                        "Remove and Unassign %s Conversations", moved),
                              n);
    }

  /* TRANSLATORS: on the button that removes a sender. */
  return g_strdup_printf (ngettext ("Remove and Reassign %s Conversation",
                                    "Remove and Reassign %s Conversations", moved),
                          n);
}

/**
 * rea_move_text_removed:
 * @sender: the name of who was removed
 * @moved: how many conversations moved
 * @to: where to
 *
 * Returns: (transfer full): what was done, without a full stop
 */
char *
rea_move_text_removed (const char *sender, gint64 moved, ReaTo to)
{
  g_autofree char *what = NULL;

  if (moved == 0)
    {
      /* TRANSLATORS: what was done; %s is the name of a sender. */
      return g_strdup_printf (_ ("%s removed from the campaign"), sender);
    }

  what = rea_move_text_moved (moved, to);

  /* TRANSLATORS: what was done; %1$s is the name of a sender, %2$s like "9 conversations
   * reassigned". */
  return g_strdup_printf (_ ("%1$s removed, %2$s"), sender, what);
}

/**
 * rea_move_text_moved:
 * @moved: how many conversations moved
 * @to: where to
 *
 * Returns: (transfer full): what was done, without a full stop
 */
char *
rea_move_text_moved (gint64 moved, ReaTo to)
{
  g_autofree char *n = rea_format_number (moved);

  if (to == REA_TO_UNASSIGNED)
    {
      /* TRANSLATORS: what was done. */
      return g_strdup_printf (ngettext ("%s conversation unassigned", "%s conversations unassigned",
                                        moved),
                              n);
    }

  /* TRANSLATORS: what was done. */
  return g_strdup_printf (ngettext ("%s conversation reassigned", "%s conversations reassigned",
                                    moved),
                          n);
}

/**
 * rea_move_text_left:
 * @names: (element-type utf8): the names of senders
 *
 * Says whose ticks are gone because somebody removed them from the campaign.
 *
 * Returns: (transfer full): a sentence
 */
char *
rea_move_text_left (GPtrArray *names)
{
  g_autofree char *n = rea_format_number (names->len);

  if (names->len == 1)
    {
      /* TRANSLATORS: a sender who had been chosen; %s is the name. */
      return g_strdup_printf (_ ("%s was removed from the campaign, and is no longer chosen."),
                              (const char *) g_ptr_array_index (names, 0));
    }

  /* TRANSLATORS: several senders who had been chosen. */
  return g_strdup_printf (
      _ ("%s senders were removed from the campaign, and are no longer chosen."), n);
}
