/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sender-item.h"

#include "rea-pace.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_0,
  PROP_ID,
  PROP_EMAIL,
  PROP_FIRST_NAME,
  PROP_LAST_NAME,
  PROP_NAME,
  PROP_ONLINE,
  PROP_PROGRESS,
  /* From here on all are numbers, in the order of Number. */
  PROP_LAST_SEEN,
  PROP_TOTAL,
  PROP_NOT_STARTED,
  PROP_MESSAGED,
  PROP_NEEDS_REPLY,
  PROP_REPLIED,
  PROP_CLOSED,
  PROP_OPEN_WORK,
  PROP_DONE,
  PROP_WAITING_SINCE,
  PROP_SENT_15_MIN,
  PROP_SECONDS_LEFT,
  N_PROPS
};

#define N_NUMBERS (N_PROPS - PROP_LAST_SEEN)

/* The place of a property among the numbers. */
#define NUMBER(prop) ((prop) -PROP_LAST_SEEN)

struct _ReaSenderItem
{
  GObject parent_instance;

  gint64    id;
  char     *email;
  char     *first_name;
  char     *last_name;
  char     *name;
  gboolean  online;
  double    progress;
  ReaCounts counts;
  gint64    numbers[N_NUMBERS];
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReaSenderItem, rea_sender_item, G_TYPE_OBJECT)

static void
notify (ReaSenderItem *self, guint prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
set_text (ReaSenderItem *self, char **field, const char *text, guint prop)
{
  if (g_strcmp0 (*field, text) == 0)
    return;

  g_free (*field);
  *field = g_strdup (text);
  notify (self, prop);
}

/* Who has left is at no pace, whatever was sent before. */
static gint64
find_seconds_left (ReaSenderItem *self, const ReaCounts *counts, gint64 sent_15_min)
{
  if (!self->online)
    return REA_PACE_UNKNOWN;

  return rea_pace_get_seconds_left (sent_15_min, rea_counts_open_work (counts));
}

static void
set_counts (ReaSenderItem   *self,
            const ReaCounts *counts,
            gint64           last_seen,
            gint64           waiting_since,
            gint64           sent_15_min)
{
  gint64 total = rea_counts_total (counts);
  gint64 done = total - counts->n[REA_STATUS_NOT_STARTED];
  double progress = total > 0 ? (double) done / (double) total : -1;
  gint64 numbers[N_NUMBERS] = {
    [NUMBER (PROP_LAST_SEEN)] = last_seen,
    [NUMBER (PROP_TOTAL)] = total,
    [NUMBER (PROP_NOT_STARTED)] = counts->n[REA_STATUS_NOT_STARTED],
    [NUMBER (PROP_MESSAGED)] = counts->n[REA_STATUS_MESSAGED],
    [NUMBER (PROP_NEEDS_REPLY)] = counts->n[REA_STATUS_NEEDS_REPLY],
    [NUMBER (PROP_REPLIED)] = counts->n[REA_STATUS_REPLIED],
    [NUMBER (PROP_CLOSED)] = counts->n[REA_STATUS_CLOSED],
    [NUMBER (PROP_OPEN_WORK)] = rea_counts_open_work (counts),
    [NUMBER (PROP_DONE)] = done,
    [NUMBER (PROP_WAITING_SINCE)] = waiting_since,
    [NUMBER (PROP_SENT_15_MIN)] = sent_15_min,
    [NUMBER (PROP_SECONDS_LEFT)] = find_seconds_left (self, counts, sent_15_min),
  };

  self->counts = *counts;

  for (guint i = 0; i < N_NUMBERS; i++)
    if (self->numbers[i] != numbers[i])
      {
        self->numbers[i] = numbers[i];
        notify (self, PROP_LAST_SEEN + i);
      }

  if (self->progress != progress)
    {
      self->progress = progress;
      notify (self, PROP_PROGRESS);
    }
}

/**
 * rea_sender_item_update:
 * @self: a row
 * @sender: what the store says now
 *
 * Takes over what the store says.
 *
 * Only what changed is notified, so a quiet minute redraws no row.
 */
void
rea_sender_item_update (ReaSenderItem *self, const ReaSender *sender)
{
  g_autofree char *name = NULL;

  g_return_if_fail (REA_IS_SENDER_ITEM (self));
  g_return_if_fail (self->id == sender->user->id);

  g_object_freeze_notify (G_OBJECT (self));

  name = rea_user_dup_name (sender->user);
  set_text (self, &self->email, sender->user->email, PROP_EMAIL);
  set_text (self, &self->first_name, sender->user->first_name, PROP_FIRST_NAME);
  set_text (self, &self->last_name, sender->user->last_name, PROP_LAST_NAME);
  set_text (self, &self->name, name, PROP_NAME);

  if (self->online != !!sender->online)
    {
      self->online = !!sender->online;
      notify (self, PROP_ONLINE);
    }

  set_counts (self, &sender->counts, sender->user->last_seen, sender->waiting_since,
              sender->sent_15_min);

  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * rea_sender_item_update_unassigned:
 * @self: the row of what nobody holds
 * @counts: how many of each status
 * @waiting_since: of the one that waits longest, or %REA_TIME_NONE
 *
 * Takes over what the store says, as rea_sender_item_update().
 */
void
rea_sender_item_update_unassigned (ReaSenderItem   *self,
                                   const ReaCounts *counts,
                                   gint64           waiting_since)
{
  g_return_if_fail (REA_IS_SENDER_ITEM (self));
  g_return_if_fail (self->id == REA_HOLDER_UNASSIGNED);

  g_object_freeze_notify (G_OBJECT (self));
  set_counts (self, counts, REA_TIME_NONE, waiting_since, 0);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
rea_sender_item_finalize (GObject *object)
{
  ReaSenderItem *self = REA_SENDER_ITEM (object);

  g_free (self->email);
  g_free (self->first_name);
  g_free (self->last_name);
  g_free (self->name);

  G_OBJECT_CLASS (rea_sender_item_parent_class)->finalize (object);
}

static void
rea_sender_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ReaSenderItem *self = REA_SENDER_ITEM (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_EMAIL:
      g_value_set_string (value, self->email);
      break;
    case PROP_FIRST_NAME:
      g_value_set_string (value, self->first_name);
      break;
    case PROP_LAST_NAME:
      g_value_set_string (value, self->last_name);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_ONLINE:
      g_value_set_boolean (value, self->online);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    default:
      g_value_set_int64 (value, self->numbers[NUMBER (prop_id)]);
    }
}

static void
rea_sender_item_class_init (ReaSenderItemClass *klass)
{
  static const char *const number_names[N_NUMBERS] = {
    "last-seen", "total",     "not-started", "messaged",      "needs-reply", "replied",
    "closed",    "open-work", "done",        "waiting-since", "sent-15-min", "seconds-left",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rea_sender_item_finalize;
  object_class->get_property = rea_sender_item_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_EMAIL] = g_param_spec_string ("email", NULL, NULL, NULL, flags);
  properties[PROP_FIRST_NAME] = g_param_spec_string ("first-name", NULL, NULL, NULL, flags);
  properties[PROP_LAST_NAME] = g_param_spec_string ("last-name", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_ONLINE] = g_param_spec_boolean ("online", NULL, NULL, FALSE, flags);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, -1, 1, -1, flags);
  for (guint i = 0; i < N_NUMBERS; i++)
    properties[PROP_LAST_SEEN + i] =
        g_param_spec_int64 (number_names[i], NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rea_sender_item_init (ReaSenderItem *self)
{
  self->progress = -1;
}

/**
 * rea_sender_item_new:
 * @sender: what the store says of a sender
 *
 * Returns: (transfer full): a row for the sender
 */
ReaSenderItem *
rea_sender_item_new (const ReaSender *sender)
{
  ReaSenderItem *self = g_object_new (REA_TYPE_SENDER_ITEM, NULL);

  self->id = sender->user->id;
  rea_sender_item_update (self, sender);
  return self;
}

/**
 * rea_sender_item_new_unassigned:
 *
 * Returns: (transfer full): a row for what nobody holds
 */
ReaSenderItem *
rea_sender_item_new_unassigned (void)
{
  ReaSenderItem *self = g_object_new (REA_TYPE_SENDER_ITEM, NULL);

  self->id = REA_HOLDER_UNASSIGNED;
  /* TRANSLATORS: stands where a sender's name stands, for conversations that nobody holds. */
  self->name = g_strdup (_ ("Unassigned"));
  self->first_name = g_strdup ("");
  self->last_name = g_strdup ("");
  return self;
}

/**
 * rea_sender_item_get_id:
 * @self: a row
 *
 * Returns: the sender's user id, or %REA_HOLDER_UNASSIGNED
 */
gint64
rea_sender_item_get_id (ReaSenderItem *self)
{
  g_return_val_if_fail (REA_IS_SENDER_ITEM (self), 0);

  return self->id;
}

/**
 * rea_sender_item_get_email:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the sender's e-mail; %NULL for unassigned
 */
const char *
rea_sender_item_get_email (ReaSenderItem *self)
{
  g_return_val_if_fail (REA_IS_SENDER_ITEM (self), NULL);

  return self->email;
}

/**
 * rea_sender_item_get_first_name:
 * @self: a row
 *
 * Returns: (transfer none): the first name, may be empty
 */
const char *
rea_sender_item_get_first_name (ReaSenderItem *self)
{
  g_return_val_if_fail (REA_IS_SENDER_ITEM (self), NULL);

  return self->first_name;
}

/**
 * rea_sender_item_get_last_name:
 * @self: a row
 *
 * Returns: (transfer none): the last name, may be empty
 */
const char *
rea_sender_item_get_last_name (ReaSenderItem *self)
{
  g_return_val_if_fail (REA_IS_SENDER_ITEM (self), NULL);

  return self->last_name;
}

/**
 * rea_sender_item_get_name:
 * @self: a row
 *
 * Returns: (transfer none): the name as people say it, else the e-mail
 */
const char *
rea_sender_item_get_name (ReaSenderItem *self)
{
  g_return_val_if_fail (REA_IS_SENDER_ITEM (self), NULL);

  return self->name;
}

/**
 * rea_sender_item_get_online:
 * @self: a row
 *
 * Returns: whether the sender has the Messenger open now
 */
gboolean
rea_sender_item_get_online (ReaSenderItem *self)
{
  g_return_val_if_fail (REA_IS_SENDER_ITEM (self), FALSE);

  return self->online;
}

/**
 * rea_sender_item_get_last_seen:
 * @self: a row
 *
 * Returns: when the sender was last online, or %REA_TIME_NONE for never
 */
gint64
rea_sender_item_get_last_seen (ReaSenderItem *self)
{
  g_return_val_if_fail (REA_IS_SENDER_ITEM (self), REA_TIME_NONE);

  return self->numbers[NUMBER (PROP_LAST_SEEN)];
}

/**
 * rea_sender_item_get_counts:
 * @self: a row
 *
 * Returns: how many conversations of each status are held
 */
ReaCounts
rea_sender_item_get_counts (ReaSenderItem *self)
{
  g_return_val_if_fail (REA_IS_SENDER_ITEM (self), (ReaCounts){ 0 });

  return self->counts;
}

/**
 * rea_sender_item_get_waiting_since:
 * @self: a row
 *
 * Returns: since when the one that waits longest waits, or %REA_TIME_NONE
 */
gint64
rea_sender_item_get_waiting_since (ReaSenderItem *self)
{
  g_return_val_if_fail (REA_IS_SENDER_ITEM (self), REA_TIME_NONE);

  return self->numbers[NUMBER (PROP_WAITING_SINCE)];
}

/**
 * rea_sender_item_get_sent_15_min:
 * @self: a row
 *
 * Returns: how many messages the sender sent in the last 15 minutes
 */
gint64
rea_sender_item_get_sent_15_min (ReaSenderItem *self)
{
  g_return_val_if_fail (REA_IS_SENDER_ITEM (self), 0);

  return self->numbers[NUMBER (PROP_SENT_15_MIN)];
}

/**
 * rea_sender_item_get_seconds_left:
 * @self: a row
 *
 * Returns: how long the sender's open work takes at the pace of the last 15 minutes,
 *   or %REA_PACE_UNKNOWN where that cannot be told
 */
gint64
rea_sender_item_get_seconds_left (ReaSenderItem *self)
{
  g_return_val_if_fail (REA_IS_SENDER_ITEM (self), REA_PACE_UNKNOWN);

  return self->numbers[NUMBER (PROP_SECONDS_LEFT)];
}
