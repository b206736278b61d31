/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-conversation-item.h"

#include "rea-labels.h"
#include "rea-name.h"

struct _ReaConversationItem
{
  GObject parent_instance;

  guint            position;
  ReaConversation *conversation;
  char            *name;
  char            *phone;
  char            *sender;
  gboolean         sender_online;
  char            *draft;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_NAME,
  PROP_PHONE,
  PROP_STATUS,
  PROP_STATUS_TEXT,
  PROP_SENDER,
  PROP_SENDER_ONLINE,
  PROP_LAST_TEXT,
  PROP_DRAFT,
  PROP_LAST_MESSAGE_AT,
  PROP_WAITING_SINCE,
  PROP_LOADED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReaConversationItem, rea_conversation_item, G_TYPE_OBJECT)

static void
notify (ReaConversationItem *self, guint prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

/**
 * rea_conversation_item_update:
 * @self: a row
 * @conversation: (nullable): what the store says now; %NULL for a placeholder
 *
 * Takes over what the store says; only what changed is notified.
 */
void
rea_conversation_item_update (ReaConversationItem *self, const ReaConversation *conversation)
{
  /* A placeholder reads like a conversation of which nothing is known. */
  static const ReaConversation unknown = { .status = REA_STATUS_ANY };
  g_autoptr (ReaConversation) old = NULL;
  g_autofree char       *old_name = NULL;
  g_autofree char       *old_phone = NULL;
  const ReaConversation *was;
  const ReaConversation *is = conversation != NULL ? conversation : &unknown;

  g_return_if_fail (REA_IS_CONVERSATION_ITEM (self));

  old = g_steal_pointer (&self->conversation);
  old_name = g_steal_pointer (&self->name);
  old_phone = g_steal_pointer (&self->phone);
  was = old != NULL ? old : &unknown;

  if (conversation != NULL)
    {
      self->conversation = rea_conversation_copy (conversation);
      self->name = rea_name_dup_full (conversation->first_name, conversation->last_name);
      self->phone = rea_phone_dup_label (conversation->phone);
    }

  g_object_freeze_notify (G_OBJECT (self));
  if (was->id != is->id)
    notify (self, PROP_ID);
  if (g_strcmp0 (old_name, self->name) != 0)
    notify (self, PROP_NAME);
  if (g_strcmp0 (old_phone, self->phone) != 0)
    notify (self, PROP_PHONE);
  if (was->status != is->status)
    {
      notify (self, PROP_STATUS);
      notify (self, PROP_STATUS_TEXT);
    }
  if (g_strcmp0 (was->last_text, is->last_text) != 0)
    notify (self, PROP_LAST_TEXT);
  if (was->last_message_at != is->last_message_at)
    notify (self, PROP_LAST_MESSAGE_AT);
  if (rea_conversation_get_waiting_since (was) != rea_conversation_get_waiting_since (is))
    notify (self, PROP_WAITING_SINCE);
  if ((old == NULL) != (conversation == NULL))
    notify (self, PROP_LOADED);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * rea_conversation_item_update_sender:
 * @self: a row
 * @name: (nullable): of who holds the conversation; %NULL for nobody
 * @online: whether that sender is online
 *
 * Takes over who holds it; only what changed is notified.
 */
void
rea_conversation_item_update_sender (ReaConversationItem *self, const char *name, gboolean online)
{
  g_return_if_fail (REA_IS_CONVERSATION_ITEM (self));

  if (g_strcmp0 (self->sender, name) != 0)
    {
      g_free (self->sender);
      self->sender = g_strdup (name);
      notify (self, PROP_SENDER);
    }

  if (self->sender_online != !!online)
    {
      self->sender_online = !!online;
      notify (self, PROP_SENDER_ONLINE);
    }
}

/**
 * rea_conversation_item_update_draft:
 * @self: a row
 * @text: (nullable): what the reader has written there and not sent
 *
 * Takes it over; only what changed is notified.
 */
void
rea_conversation_item_update_draft (ReaConversationItem *self, const char *text)
{
  const char *draft = text != NULL && *text != '\0' ? text : NULL;

  g_return_if_fail (REA_IS_CONVERSATION_ITEM (self));

  if (g_strcmp0 (self->draft, draft) == 0)
    return;

  g_free (self->draft);
  self->draft = g_strdup (draft);
  notify (self, PROP_DRAFT);
}

static void
rea_conversation_item_finalize (GObject *object)
{
  ReaConversationItem *self = REA_CONVERSATION_ITEM (object);

  g_clear_pointer (&self->conversation, rea_conversation_free);
  g_free (self->name);
  g_free (self->phone);
  g_free (self->sender);
  g_free (self->draft);

  G_OBJECT_CLASS (rea_conversation_item_parent_class)->finalize (object);
}

static void
get_conversation_property (const ReaConversation *conversation, guint prop_id, GValue *value)
{
  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, conversation->id);
      break;
    case PROP_STATUS:
      g_value_set_int (value, conversation->status);
      break;
    case PROP_STATUS_TEXT:
      g_value_set_static_string (value, rea_status_get_label (conversation->status));
      break;
    case PROP_LAST_TEXT:
      g_value_set_string (value, conversation->last_text);
      break;
    case PROP_LAST_MESSAGE_AT:
      g_value_set_int64 (value, conversation->last_message_at);
      break;
    case PROP_WAITING_SINCE:
      g_value_set_int64 (value, rea_conversation_get_waiting_since (conversation));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
rea_conversation_item_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  ReaConversationItem *self = REA_CONVERSATION_ITEM (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_PHONE:
      g_value_set_string (value, self->phone);
      break;
    case PROP_SENDER:
      g_value_set_string (value, self->sender);
      break;
    case PROP_SENDER_ONLINE:
      g_value_set_boolean (value, self->sender_online);
      break;
    case PROP_DRAFT:
      g_value_set_string (value, self->draft);
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, self->conversation != NULL);
      break;
    default:
      if (self->conversation != NULL)
        get_conversation_property (self->conversation, prop_id, value);
      else
        g_param_value_set_default (pspec, value);
    }
}

static void
rea_conversation_item_class_init (ReaConversationItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rea_conversation_item_finalize;
  object_class->get_property = rea_conversation_item_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_PHONE] = g_param_spec_string ("phone", NULL, NULL, NULL, flags);
  properties[PROP_STATUS] = g_param_spec_int ("status", NULL, NULL, REA_STATUS_ANY,
                                              REA_STATUS_CLOSED, REA_STATUS_ANY, flags);
  properties[PROP_STATUS_TEXT] = g_param_spec_string ("status-text", NULL, NULL, NULL, flags);
  properties[PROP_SENDER] = g_param_spec_string ("sender", NULL, NULL, NULL, flags);
  properties[PROP_SENDER_ONLINE] = g_param_spec_boolean ("sender-online", NULL, NULL, FALSE, flags);
  properties[PROP_LAST_TEXT] = g_param_spec_string ("last-text", NULL, NULL, NULL, flags);
  properties[PROP_DRAFT] = g_param_spec_string ("draft", NULL, NULL, NULL, flags);
  properties[PROP_LAST_MESSAGE_AT] =
      g_param_spec_int64 ("last-message-at", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_WAITING_SINCE] =
      g_param_spec_int64 ("waiting-since", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rea_conversation_item_init (ReaConversationItem *self)
{
}

/**
 * rea_conversation_item_new:
 * @position: its place in the list
 *
 * Returns: (transfer full): a placeholder
 */
ReaConversationItem *
rea_conversation_item_new (guint position)
{
  ReaConversationItem *self = g_object_new (REA_TYPE_CONVERSATION_ITEM, NULL);

  self->position = position;
  return self;
}

/**
 * rea_conversation_item_set_position:
 * @self: a row
 * @position: its place in the list now
 *
 * Follows the list.
 */
void
rea_conversation_item_set_position (ReaConversationItem *self, guint position)
{
  g_return_if_fail (REA_IS_CONVERSATION_ITEM (self));

  self->position = position;
}

/**
 * rea_conversation_item_get_position:
 * @self: a row
 *
 * Returns: its place in the list, or where it was when the list lost it
 */
guint
rea_conversation_item_get_position (ReaConversationItem *self)
{
  g_return_val_if_fail (REA_IS_CONVERSATION_ITEM (self), 0);

  return self->position;
}

/**
 * rea_conversation_item_get_id:
 * @self: a row
 *
 * Returns: the number of the conversation, or 0 while it is a placeholder
 */
gint64
rea_conversation_item_get_id (ReaConversationItem *self)
{
  g_return_val_if_fail (REA_IS_CONVERSATION_ITEM (self), 0);

  return self->conversation != NULL ? self->conversation->id : 0;
}

/**
 * rea_conversation_item_get_conversation:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): all that the list read of it, until the
 *   next update; %NULL while it is a placeholder
 */
const ReaConversation *
rea_conversation_item_get_conversation (ReaConversationItem *self)
{
  g_return_val_if_fail (REA_IS_CONVERSATION_ITEM (self), NULL);

  return self->conversation;
}
