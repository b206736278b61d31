/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sender-choice.h"

struct _ReaSenderChoice
{
  GObject parent_instance;

  ReaSenderItem *item;
  ReaCounts      largest;
  gboolean       can_choose;
  gboolean       chosen;
  gboolean       has_row;
  ReaCounts      before;
  ReaCounts      gave;
  ReaCounts      received;
  gint64         scale;
};

enum
{
  PROP_ITEM = 1,
  PROP_CHOSEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReaSenderChoice, rea_sender_choice, G_TYPE_OBJECT)

static void
item_notify_cb (ReaSenderChoice *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

/**
 * rea_sender_choice_new:
 * @item: a sender, or what nobody holds
 * @largest: the largest numbers that the table may have
 *
 * Returns: (transfer full): a row that is not chosen and has no preview
 */
ReaSenderChoice *
rea_sender_choice_new (ReaSenderItem *item, const ReaCounts *largest)
{
  ReaSenderChoice *self = g_object_new (REA_TYPE_SENDER_CHOICE, NULL);

  self->item = g_object_ref (item);
  self->largest = *largest;
  g_signal_connect_object (item, "notify", G_CALLBACK (item_notify_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * rea_sender_choice_get_item:
 * @self: a row
 *
 * Returns: (transfer none): whose row it is
 */
ReaSenderItem *
rea_sender_choice_get_item (ReaSenderChoice *self)
{
  return self->item;
}

/**
 * rea_sender_choice_get_largest:
 * @self: a row
 *
 * Returns: the largest numbers that the table needs room for
 */
ReaCounts
rea_sender_choice_get_largest (ReaSenderChoice *self)
{
  return self->largest;
}

/**
 * rea_sender_choice_is_unassigned:
 * @self: a row
 *
 * Returns: whether it is the row of what nobody holds
 */
gboolean
rea_sender_choice_is_unassigned (ReaSenderChoice *self)
{
  return rea_sender_item_get_id (self->item) == REA_HOLDER_UNASSIGNED;
}

/**
 * rea_sender_choice_get_can_choose:
 * @self: a row
 *
 * Returns: whether it can be chosen
 */
gboolean
rea_sender_choice_get_can_choose (ReaSenderChoice *self)
{
  return self->can_choose;
}

/**
 * rea_sender_choice_set_can_choose:
 * @self: a row
 * @can_choose: whether it can be chosen
 *
 * Offers a sender to be chosen, or not.
 */
void
rea_sender_choice_set_can_choose (ReaSenderChoice *self, gboolean can_choose)
{
  if (self->can_choose == can_choose)
    return;

  self->can_choose = can_choose;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

/**
 * rea_sender_choice_get_chosen:
 * @self: a row
 *
 * Returns: whether it is chosen
 */
gboolean
rea_sender_choice_get_chosen (ReaSenderChoice *self)
{
  return self->chosen && self->can_choose;
}

/**
 * rea_sender_choice_set_chosen:
 * @self: a row
 * @chosen: whether it is chosen
 *
 * Ticks the row, or takes the tick away.
 */
void
rea_sender_choice_set_chosen (ReaSenderChoice *self, gboolean chosen)
{
  if (self->chosen == chosen)
    return;

  self->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

static gboolean
counts_equal (const ReaCounts *a, const ReaCounts *b)
{
  for (int status = 0; status < REA_N_STATUSES; status++)
    if (a->n[status] != b->n[status])
      return FALSE;

  return TRUE;
}

/**
 * rea_sender_choice_set_row:
 * @self: a row
 * @row: (nullable): what the plan says of it, or %NULL while there is none
 * @scale: the open work that fills a whole bar
 *
 * Takes over what the preview says.
 */
void
rea_sender_choice_set_row (ReaSenderChoice *self, const ReaPlanRow *row, gint64 scale)
{
  ReaCounts none = { 0 };
  ReaCounts before = row != NULL ? row->before : none;
  ReaCounts gave = row != NULL ? row->gave : none;
  ReaCounts received = row != NULL ? row->received : none;

  if (self->has_row == (row != NULL) && self->scale == scale &&
      counts_equal (&self->before, &before) && counts_equal (&self->gave, &gave) &&
      counts_equal (&self->received, &received))
    return;

  self->has_row = row != NULL;
  self->before = before;
  self->gave = gave;
  self->received = received;
  self->scale = scale;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

/**
 * rea_sender_choice_get_before:
 * @self: a row
 *
 * Returns: what is held before the move: as the preview says, else as it is now
 */
ReaCounts
rea_sender_choice_get_before (ReaSenderChoice *self)
{
  return self->has_row ? self->before : rea_sender_item_get_counts (self->item);
}

/**
 * rea_sender_choice_get_gave:
 * @self: a row
 *
 * Returns: what changes hands from here
 */
ReaCounts
rea_sender_choice_get_gave (ReaSenderChoice *self)
{
  return self->gave;
}

/**
 * rea_sender_choice_get_received:
 * @self: a row
 *
 * Returns: what changes hands to here
 */
ReaCounts
rea_sender_choice_get_received (ReaSenderChoice *self)
{
  return self->received;
}

/**
 * rea_sender_choice_get_change:
 * @self: a row
 *
 * Returns: how many more are held after the move
 */
gint64
rea_sender_choice_get_change (ReaSenderChoice *self)
{
  return rea_counts_total (&self->received) - rea_counts_total (&self->gave);
}

/**
 * rea_sender_choice_changes:
 * @self: a row
 *
 * Returns: whether the move gives or takes anything here
 */
gboolean
rea_sender_choice_changes (ReaSenderChoice *self)
{
  return rea_counts_total (&self->received) > 0 || rea_counts_total (&self->gave) > 0;
}

/**
 * rea_sender_choice_get_scale:
 * @self: a row
 *
 * Returns: the open work that fills a whole bar
 */
gint64
rea_sender_choice_get_scale (ReaSenderChoice *self)
{
  return self->scale;
}

static void
rea_sender_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReaSenderChoice *self = REA_SENDER_CHOICE (object);

  switch (id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_CHOSEN:
      g_value_set_boolean (value, self->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_sender_choice_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ReaSenderChoice *self = REA_SENDER_CHOICE (object);

  switch (id)
    {
    case PROP_CHOSEN:
      rea_sender_choice_set_chosen (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_sender_choice_dispose (GObject *object)
{
  ReaSenderChoice *self = REA_SENDER_CHOICE (object);

  g_clear_object (&self->item);

  G_OBJECT_CLASS (rea_sender_choice_parent_class)->dispose (object);
}

static void
rea_sender_choice_class_init (ReaSenderChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rea_sender_choice_get_property;
  object_class->set_property = rea_sender_choice_set_property;
  object_class->dispose = rea_sender_choice_dispose;

  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, REA_TYPE_SENDER_ITEM,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHOSEN] =
      g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rea_sender_choice_init (ReaSenderChoice *self)
{
}
