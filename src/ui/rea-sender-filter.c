/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sender-filter.h"

#include "rea-name.h"
#include "rea-sender-list.h"

#include <string.h>

struct _ReaSenderFilter
{
  GtkFilter parent_instance;

  ReaSenders which;
  ReaSearch *search;
  char      *folded;
};

G_DEFINE_FINAL_TYPE (ReaSenderFilter, rea_sender_filter, GTK_TYPE_FILTER)

static gboolean
passes_search (ReaSenderFilter *self, ReaSenderItem *sender)
{
  g_autofree char *email = NULL;

  if (self->search == NULL ||
      rea_search_matches (self->search, rea_sender_item_get_first_name (sender),
                          rea_sender_item_get_last_name (sender), ""))
    return TRUE;

  email = rea_name_fold (rea_sender_item_get_email (sender));

  return strstr (email, self->folded) != NULL;
}

static gboolean
passes_presence (ReaSenderFilter *self, ReaSenderItem *sender)
{
  ReaCounts counts = rea_sender_item_get_counts (sender);
  gboolean  online = rea_sender_item_get_online (sender);

  switch (self->which)
    {
    case REA_SENDERS_ONLINE:
      return online;
    case REA_SENDERS_OFFLINE:
      return !online;
    case REA_SENDERS_OFFLINE_OPEN:
      return !online && rea_counts_open_work (&counts) > 0;
    case REA_SENDERS_ALL:
    default:
      return TRUE;
    }
}

static gboolean
rea_sender_filter_match (GtkFilter *filter, gpointer item)
{
  ReaSenderFilter *self = REA_SENDER_FILTER (filter);
  ReaSenderItem   *sender = item;

  return rea_sender_item_get_id (sender) == REA_HOLDER_UNASSIGNED ||
         (passes_presence (self, sender) && passes_search (self, sender));
}

static void
rea_sender_filter_finalize (GObject *object)
{
  ReaSenderFilter *self = REA_SENDER_FILTER (object);

  g_clear_pointer (&self->search, rea_search_free);
  g_free (self->folded);

  G_OBJECT_CLASS (rea_sender_filter_parent_class)->finalize (object);
}

static void
rea_sender_filter_class_init (ReaSenderFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rea_sender_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = rea_sender_filter_match;
}

static void
rea_sender_filter_init (ReaSenderFilter *self)
{
}

/**
 * rea_sender_filter_new:
 *
 * Returns: (transfer full): a filter that passes all
 */
ReaSenderFilter *
rea_sender_filter_new (void)
{
  return g_object_new (REA_TYPE_SENDER_FILTER, NULL);
}

/**
 * rea_sender_filter_set:
 * @self: the filter
 * @which: which senders
 * @search: words of a name, or a part of an e-mail; empty for anybody
 *
 * Sets what passes.
 */
void
rea_sender_filter_set (ReaSenderFilter *self, ReaSenders which, const char *search)
{
  g_return_if_fail (REA_IS_SENDER_FILTER (self));

  self->which = which;
  g_clear_pointer (&self->search, rea_search_free);
  g_clear_pointer (&self->folded, g_free);

  if (*search != '\0')
    {
      self->search = rea_search_new (search);
      self->folded = rea_name_fold (search);
    }

  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}
