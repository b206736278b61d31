/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-filter.h"

#include "rea-error.h"
#include "rea-sender.h"

#include <glib/gi18n-lib.h>

/**
 * rea_filter_new:
 *
 * Returns: (transfer full): a filter that narrows nothing
 */
ReaFilter *
rea_filter_new (void)
{
  ReaFilter *self = g_new0 (ReaFilter, 1);

  self->offline_minutes = REA_MINUTES_ANY;
  self->status = REA_STATUS_ANY;
  self->waiting_minutes = REA_MINUTES_ANY;
  self->unmoved_minutes = REA_MINUTES_ANY;

  return self;
}

ReaFilter *
rea_filter_copy (const ReaFilter *self)
{
  ReaFilter *copy = g_memdup2 (self, sizeof *self);

  copy->senders = g_strdupv (self->senders);
  copy->search = g_strdup (self->search);
  copy->conversations = self->conversations != NULL ? g_array_copy (self->conversations) : NULL;

  return copy;
}

void
rea_filter_free (ReaFilter *self)
{
  g_strfreev (self->senders);
  g_free (self->search);
  g_clear_pointer (&self->conversations, g_array_unref);
  g_free (self);
}

/**
 * rea_filter_set_senders:
 * @self: a filter
 * @emails: (array zero-terminated=1): senders of the campaign
 *
 * Narrows the filter to what these hold.
 */
void
rea_filter_set_senders (ReaFilter *self, const char *const *emails)
{
  g_strfreev (self->senders);
  self->senders = g_strdupv ((char **) emails);
  self->holder = REA_HOLDER_SENDERS;
}

/**
 * rea_filter_set_search:
 * @self: a filter
 * @search: (nullable): words
 */
void
rea_filter_set_search (ReaFilter *self, const char *search)
{
  g_free (self->search);
  self->search = g_strdup (search);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 id_a = *(const gint64 *) a;
  gint64 id_b = *(const gint64 *) b;

  return (id_a > id_b) - (id_a < id_b);
}

/**
 * rea_filter_take_conversations:
 * @self: a filter
 * @ids: (transfer full) (element-type gint64): numbers of conversations
 *
 * Narrows the filter to these; one that is named twice counts once.
 */
void
rea_filter_take_conversations (ReaFilter *self, GArray *ids)
{
  guint kept = 0;

  g_array_sort (ids, compare_ids);

  for (guint i = 0; i < ids->len; i++)
    if (i == 0 || g_array_index (ids, gint64, i) != g_array_index (ids, gint64, kept - 1))
      g_array_index (ids, gint64, kept++) = g_array_index (ids, gint64, i);
  g_array_set_size (ids, kept);

  g_clear_pointer (&self->conversations, g_array_unref);
  self->conversations = ids;
}

/**
 * rea_filter_names_counts_only:
 * @self: a filter
 *
 * Returns: whether it names holders and statuses only, so that the counters
 *   answer it without a look at a conversation
 */
gboolean
rea_filter_names_counts_only (const ReaFilter *self)
{
  return (self->search == NULL || *self->search == '\0') &&
         self->waiting_minutes == REA_MINUTES_ANY && self->unmoved_minutes == REA_MINUTES_ANY &&
         self->flag == 0 && self->conversations == NULL;
}

/**
 * rea_filter_covers_presence:
 * @self: a filter
 * @online: whether a sender is online
 * @last_seen: when the sender was last seen, or %REA_TIME_NONE for never
 * @now: the time, in seconds
 *
 * Returns: whether the filter says something of presence, and that fits the sender
 */
gboolean
rea_filter_covers_presence (const ReaFilter *self, gboolean online, gint64 last_seen, gint64 now)
{
  if (self->holder == REA_HOLDER_ONLINE)
    return online;

  if (self->holder != REA_HOLDER_OFFLINE || online)
    return FALSE;

  return self->offline_minutes == REA_MINUTES_ANY || last_seen == REA_TIME_NONE ||
         now - last_seen >= (gint64) self->offline_minutes * 60;
}

/**
 * rea_filter_resolve_holders:
 * @self: a filter
 * @senders: (element-type ReaSender): the senders of the campaign
 * @now: the time, in seconds
 * @holders: (out) (transfer full) (nullable) (element-type gint64): the holders
 *   that the filter covers, unassigned among them; %NULL for everyone
 * @error: %REA_ERROR_NOT_FOUND for one who is no sender of the campaign
 *
 * Says of the holder what the filter means at this moment.
 *
 * Returns: whether everyone who is named is there
 */
gboolean
rea_filter_resolve_holders (const ReaFilter *self,
                            GPtrArray       *senders,
                            gint64           now,
                            GArray         **holders,
                            GError         **error)
{
  g_autoptr (GArray) found = NULL;

  *holders = NULL;

  if (self->holder == REA_HOLDER_ANY)
    return TRUE;

  found = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->holder == REA_HOLDER_NOBODY)
    {
      gint64 nobody = REA_HOLDER_UNASSIGNED;

      g_array_append_val (found, nobody);
    }
  else if (self->holder == REA_HOLDER_SENDERS)
    {
      for (guint i = 0; self->senders != NULL && self->senders[i] != NULL; i++)
        {
          ReaSender *sender = rea_senders_find (senders, self->senders[i]);

          if (sender == NULL)
            {
              g_set_error (error, REA_ERROR, REA_ERROR_NOT_FOUND,
                           _ ("%s is no sender of this campaign."), self->senders[i]);
              return FALSE;
            }

          g_array_append_val (found, sender->user->id);
        }
    }
  else
    {
      for (guint i = 0; i < senders->len; i++)
        {
          ReaSender *sender = g_ptr_array_index (senders, i);

          if (rea_filter_covers_presence (self, sender->online, sender->user->last_seen, now))
            g_array_append_val (found, sender->user->id);
        }
    }

  *holders = g_steal_pointer (&found);

  return TRUE;
}

/**
 * rea_filter_to_string:
 * @self: a filter
 *
 * Returns: (transfer full): a text that is the same for equal filters only
 */
char *
rea_filter_to_string (const ReaFilter *self)
{
  GString *string = g_string_new (NULL);

  g_string_append_printf (string, "%d %d %d %d %d %d", self->holder, self->offline_minutes,
                          self->status, self->waiting_minutes, self->unmoved_minutes, self->flag);

  for (guint i = 0; self->holder == REA_HOLDER_SENDERS && self->senders[i] != NULL; i++)
    {
      g_autofree char *email = g_ascii_strdown (self->senders[i], -1);

      g_string_append_printf (string, " <%s>", email);
    }

  /* A list of nothing takes nothing, no list takes everything. */
  if (self->conversations != NULL)
    g_string_append (string, " of");

  for (guint i = 0; self->conversations != NULL && i < self->conversations->len; i++)
    g_string_append_printf (string, " %" G_GINT64_FORMAT,
                            g_array_index (self->conversations, gint64, i));

  if (self->search != NULL)
    g_string_append_printf (string, " /%s", self->search);

  return g_string_free (string, FALSE);
}

/**
 * rea_filter_equal:
 * @a: a filter
 * @b: another
 *
 * Returns: whether both say the same
 */
gboolean
rea_filter_equal (const ReaFilter *a, const ReaFilter *b)
{
  g_autofree char *text_a = rea_filter_to_string (a);
  g_autofree char *text_b = rea_filter_to_string (b);

  return g_str_equal (text_a, text_b);
}

static const struct
{
  ReaConversationFlags flag;
  const char          *name;
} flag_names[] = {
  { REA_FLAG_MARKED, "marked" },
  { REA_FLAG_OPTED_OUT, "opted_out" },
  { REA_FLAG_WROTE_AFTER_OPT_OUT, "wrote_after_opt_out" },
  { REA_FLAG_SURVEY_OPEN, "survey_open" },
};

/**
 * rea_flag_to_string:
 * @flag: a flag that a filter may ask for
 *
 * Returns: its name on the command line
 */
const char *
rea_flag_to_string (ReaConversationFlags flag)
{
  for (gsize i = 0; i < G_N_ELEMENTS (flag_names); i++)
    if (flag_names[i].flag == flag)
      return flag_names[i].name;

  g_return_val_if_reached (NULL);
}

/**
 * rea_flag_from_string:
 * @string: a name
 * @flag: (out): the flag of that name
 *
 * Returns: whether there is one
 */
gboolean
rea_flag_from_string (const char *string, ReaConversationFlags *flag)
{
  for (gsize i = 0; i < G_N_ELEMENTS (flag_names); i++)
    if (g_str_equal (flag_names[i].name, string))
      {
        *flag = flag_names[i].flag;
        return TRUE;
      }

  return FALSE;
}
