/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-reassign-title.h"

#include "rea-format.h"
#include "rea-labels.h"

#include <glib/gi18n-lib.h>

/* Names are listed as long as they can be taken in at a glance. */
#define MAX_NAMES 2

/**
 * rea_reassign_title:
 * @reassign: what is reassigned
 *
 * Returns: the title of the dialog, as the menu item is called
 */
const char *
rea_reassign_title (const ReaReassignCase *reassign)
{
  gboolean bulk = rea_reassign_case_is_of_all (reassign);

  switch (reassign->verb)
    {
    case REA_REASSIGN_UNASSIGN:
      /* TRANSLATORS: titles of the dialog, as the menu items are called. */
      return bulk ? _ ("Bulk Unassign All") : _ ("Unassign All");
    case REA_REASSIGN_SOME:
      /* TRANSLATORS: titles of the dialog, as the menu items are called. */
      return bulk ? _ ("Bulk Reassign Some") : _ ("Reassign Some");
    case REA_REASSIGN_ALL:
      /* TRANSLATORS: titles of the dialog, as the menu items are called. */
      return bulk ? _ ("Bulk Reassign All") : _ ("Reassign All");
    case REA_REASSIGN_SENDERS:
      /* TRANSLATORS: the title of the dialog that reassigns what several senders hold. */
      return _ ("Reassign Senders");
    case REA_REASSIGN_SELECTED:
      /* TRANSLATORS: the title of the dialog that reassigns the conversations that are ticked. */
      return _ ("Reassign Selected");
    case REA_REASSIGN_LISTED:
      /* TRANSLATORS: the title of the dialog that reassigns all that the list shows. */
      return _ ("Reassign Listed");
    case REA_REASSIGN_SWEPT:
      /* TRANSLATORS: the title of the dialog that reassigns what a line of the sweep counts. */
      return _ ("Sweep");
    case REA_REASSIGN_REMOVE:
      /* TRANSLATORS: the title of the dialog that removes a sender. */
      return _ ("Remove from Campaign");
    default:
      g_return_val_if_reached ("");
    }
}

static char *
dup_name (const char *email, ReaSenderList *senders)
{
  ReaSenderItem *item = rea_sender_list_find (senders, email);

  return g_strdup (item != NULL ? rea_sender_item_get_name (item) : email);
}

static char *
dup_senders (const ReaFilter *filter, ReaSenderList *senders)
{
  guint            n = g_strv_length (filter->senders);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *number = NULL;

  if (n > MAX_NAMES)
    {
      number = rea_format_number (n);
      /* TRANSLATORS: whose conversations are reassigned. */
      return g_strdup_printf (ngettext ("%s sender", "%s senders", n), number);
    }

  first = dup_name (filter->senders[0], senders);

  if (n == 1)
    return g_steal_pointer (&first);

  second = dup_name (filter->senders[1], senders);

  /* TRANSLATORS: whose conversations are reassigned: the names of two senders. */
  return g_strdup_printf (_ ("%1$s and %2$s"), first, second);
}

/* Who holds what a list shows, or NULL where it may be anybody. */
static char *
dup_holder (const ReaFilter *filter, ReaSenderList *senders)
{
  switch (filter->holder)
    {
    case REA_HOLDER_NOBODY:
      /* TRANSLATORS: which conversations are reassigned: who holds them; so the two that follow. */
      return g_strdup (_ ("Unassigned"));
    case REA_HOLDER_SENDERS:
      return dup_senders (filter, senders);
    case REA_HOLDER_ONLINE:
      return g_strdup (_ ("Online Senders"));
    case REA_HOLDER_OFFLINE:
      return g_strdup (_ ("Offline Senders"));
    case REA_HOLDER_ANY:
    default:
      return NULL;
    }
}

/* What a line of the sweep counts, in the words of that line. */
static char *
dup_swept (const ReaFilter *filter)
{
  ReaSweepOptions options = { filter->waiting_minutes, filter->offline_minutes, 0 };
  ReaSweepKind    kind = filter->holder == REA_HOLDER_NOBODY        ? REA_SWEEP_UNASSIGNED_REPLIES
                         : filter->status == REA_STATUS_NEEDS_REPLY ? REA_SWEEP_WAITING_OFFLINE
                                                                    : REA_SWEEP_NOT_STARTED_UNSEEN;

  return rea_sweep_kind_dup_title (kind, &options);
}

/* A list in a few words, as its filters say them. */
static char *
dup_listed (const ReaFilter *filter, const char *campaign, ReaSenderList *senders)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  char *holder = dup_holder (filter, senders);

  if (filter->status != REA_STATUS_ANY)
    g_ptr_array_add (words, g_strdup (rea_status_get_label (filter->status)));

  if (holder != NULL)
    g_ptr_array_add (words, holder);

  if (filter->search != NULL && *filter->search != '\0')
    {
      /* TRANSLATORS: what was searched for, between the quotation marks of the language. */
      g_ptr_array_add (words, g_strdup_printf (_ ("“%s”"), filter->search));
    }

  if (words->len == 0)
    return g_strdup (campaign);

  g_ptr_array_add (words, NULL);

  /* TRANSLATORS: stands between the filters of a list: "Needs Reply, Offline Senders". */
  return g_strjoinv (_ (", "), (char **) words->pdata);
}

/**
 * rea_reassign_dup_subtitle:
 * @reassign: what is reassigned
 * @campaign: the title of the campaign
 * @senders: its senders
 *
 * Returns: (transfer full): which conversations these are, in a few words
 */
char *
rea_reassign_dup_subtitle (const ReaReassignCase *reassign,
                           const char            *campaign,
                           ReaSenderList         *senders)
{
  const ReaFilter *from = reassign->from;
  g_autofree char *names = NULL;
  g_autofree char *number = NULL;

  if (reassign->verb == REA_REASSIGN_LISTED)
    return dup_listed (from, campaign, senders);
  if (reassign->verb == REA_REASSIGN_SWEPT)
    return dup_swept (from);

  if (from->conversations != NULL)
    {
      number = rea_format_number (from->conversations->len);
      /* TRANSLATORS: below the title: how many conversations are ticked. */
      return g_strdup_printf (ngettext ("%s conversation", "%s conversations",
                                        from->conversations->len),
                              number);
    }

  names = dup_holder (from, senders);

  if (names == NULL)
    return g_strdup (campaign);

  if (reassign->verb == REA_REASSIGN_REMOVE)
    return g_steal_pointer (&names);

  /* TRANSLATORS: below the title: whose conversations are reassigned. */
  return g_strdup_printf (_ ("from %s"), names);
}

/**
 * rea_reassign_dup_sender:
 * @reassign: a case that removes a sender
 * @senders: the senders of the campaign
 *
 * Returns: (transfer full): the name of who is removed
 */
char *
rea_reassign_dup_sender (const ReaReassignCase *reassign, ReaSenderList *senders)
{
  return dup_name (reassign->from->senders[0], senders);
}
