/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-move-item.h"

struct _ReaMoveItem
{
  GObject parent_instance;

  ReaMove *move;
};

enum
{
  PROP_UNDONE_BY = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReaMoveItem, rea_move_item, G_TYPE_OBJECT)

/**
 * rea_move_item_new:
 * @move: (transfer full): a move
 *
 * Returns: (transfer full): its row
 */
ReaMoveItem *
rea_move_item_new (ReaMove *move)
{
  ReaMoveItem *self = g_object_new (REA_TYPE_MOVE_ITEM, NULL);

  self->move = move;

  return self;
}

/**
 * rea_move_item_get_move:
 * @self: a row
 *
 * Returns: (transfer none): what it says, until it says something else
 */
const ReaMove *
rea_move_item_get_move (ReaMoveItem *self)
{
  return self->move;
}

/**
 * rea_move_item_take:
 * @self: a row
 * @move: (transfer full): what the store says of the same move now
 *
 * Takes over what the store says; all that can change is whether it is undone.
 */
void
rea_move_item_take (ReaMoveItem *self, ReaMove *move)
{
  gboolean changed = self->move->undone_by != move->undone_by;

  rea_move_free (self->move);
  self->move = move;

  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDONE_BY]);
}

static void
rea_move_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReaMoveItem *self = REA_MOVE_ITEM (object);

  switch (id)
    {
    case PROP_UNDONE_BY:
      g_value_set_int64 (value, self->move->undone_by);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_move_item_finalize (GObject *object)
{
  ReaMoveItem *self = REA_MOVE_ITEM (object);

  rea_move_free (self->move);

  G_OBJECT_CLASS (rea_move_item_parent_class)->finalize (object);
}

static void
rea_move_item_class_init (ReaMoveItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rea_move_item_get_property;
  object_class->finalize = rea_move_item_finalize;

  properties[PROP_UNDONE_BY] = g_param_spec_int64 ("undone-by", NULL, NULL, 0, G_MAXINT64, 0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rea_move_item_init (ReaMoveItem *self)
{
}
