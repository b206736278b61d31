/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-item-list.h"

struct _ReaItemList
{
  AdwBin parent_instance;

  GtkWidget *box;
};

enum
{
  CHANGED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaItemList, rea_item_list, ADW_TYPE_BIN)

static void
update_places (ReaItemList *self)
{
  GtkWidget *card = gtk_widget_get_first_child (self->box);

  gtk_widget_set_visible (GTK_WIDGET (self), card != NULL);
  for (; card != NULL; card = gtk_widget_get_next_sibling (card))
    rea_item_card_set_place (REA_ITEM_CARD (card), gtk_widget_get_prev_sibling (card) == NULL,
                             gtk_widget_get_next_sibling (card) == NULL);
}

/**
 * rea_item_list_get_n:
 * @self: a list
 *
 * Returns: how many cards
 */
guint
rea_item_list_get_n (ReaItemList *self)
{
  guint n = 0;

  for (GtkWidget *card = gtk_widget_get_first_child (self->box); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    n++;

  return n;
}

/**
 * rea_item_list_get:
 * @self: a list
 * @position: counted from 0
 *
 * Returns: (transfer none) (nullable): the card there
 */
ReaItemCard *
rea_item_list_get (ReaItemList *self, guint position)
{
  GtkWidget *card = gtk_widget_get_first_child (self->box);

  while (card != NULL && position-- > 0)
    card = gtk_widget_get_next_sibling (card);

  return card != NULL ? REA_ITEM_CARD (card) : NULL;
}

/**
 * rea_item_list_open:
 * @self: a list
 * @card: (nullable): one of its cards
 *
 * Shows what that one is made of, and of no other.
 */
void
rea_item_list_open (ReaItemList *self, ReaItemCard *card)
{
  for (GtkWidget *it = gtk_widget_get_first_child (self->box); it != NULL;
       it = gtk_widget_get_next_sibling (it))
    rea_item_card_set_expanded (REA_ITEM_CARD (it), it == (GtkWidget *) card);
}

static void
toggled_cb (ReaItemList *self, ReaItemCard *card)
{
  rea_item_list_open (self, rea_item_card_get_expanded (card) ? NULL : card);
}

/* Puts a card behind a sibling, and keeps the focus that goes astray on the way. */
static void
put_behind (ReaItemList *self, GtkWidget *card, GtkWidget *sibling)
{
  GtkRoot   *root = gtk_widget_get_root (card);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  gtk_box_reorder_child_after (GTK_BOX (self->box), card, sibling);
  update_places (self);

  if (focus != NULL && gtk_widget_is_ancestor (focus, card) && gtk_widget_is_sensitive (focus))
    gtk_widget_grab_focus (focus);
  else
    gtk_widget_grab_focus (card);

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
move_cb (ReaItemList *self, int steps, ReaItemCard *card)
{
  GtkWidget *widget = GTK_WIDGET (card);
  GtkWidget *next = gtk_widget_get_next_sibling (widget);
  GtkWidget *previous = gtk_widget_get_prev_sibling (widget);

  if (steps > 0 && next != NULL)
    put_behind (self, widget, next);
  else if (steps < 0 && previous != NULL)
    put_behind (self, widget, gtk_widget_get_prev_sibling (previous));
}

/* What is dragged down comes behind the card it is dropped on, else before it. */
static void
dropped_cb (ReaItemList *self, ReaItemCard *dragged, ReaItemCard *card)
{
  GtkWidget *it = gtk_widget_get_next_sibling (GTK_WIDGET (dragged));

  while (it != NULL && it != GTK_WIDGET (card))
    it = gtk_widget_get_next_sibling (it);

  put_behind (self, GTK_WIDGET (dragged),
              it != NULL ? it : gtk_widget_get_prev_sibling (GTK_WIDGET (card)));
}

static void
remove_cb (ReaItemList *self, ReaItemCard *card)
{
  GtkWidget *neighbour = gtk_widget_get_next_sibling (GTK_WIDGET (card));

  if (neighbour == NULL)
    neighbour = gtk_widget_get_prev_sibling (GTK_WIDGET (card));

  g_object_ref (card);
  if (neighbour != NULL)
    gtk_widget_grab_focus (neighbour);
  gtk_box_remove (GTK_BOX (self->box), GTK_WIDGET (card));
  update_places (self);
  g_signal_emit (self, signals[REMOVED], 0, rea_item_card_get_body (card));
  g_signal_emit (self, signals[CHANGED], 0);
  g_object_unref (card);
}

/**
 * rea_item_list_add:
 * @self: a list
 * @body: what a new card opens
 *
 * Adds a card at the end.
 *
 * Returns: (transfer none): the card
 */
ReaItemCard *
rea_item_list_add (ReaItemList *self, GtkWidget *body)
{
  GtkWidget *card = rea_item_card_new (body);

  g_signal_connect_object (card, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "move", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), card);
  update_places (self);

  return REA_ITEM_CARD (card);
}

/**
 * rea_item_list_clear:
 * @self: a list
 *
 * Takes out all cards, without a word.
 */
void
rea_item_list_clear (ReaItemList *self)
{
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), card);
  update_places (self);
}

/**
 * rea_item_list_focus:
 * @self: a list
 *
 * Moves the focus to the first card.
 *
 * Returns: whether there is one
 */
gboolean
rea_item_list_focus (ReaItemList *self)
{
  GtkWidget *card = gtk_widget_get_first_child (self->box);

  return card != NULL && gtk_widget_grab_focus (card);
}

static void
rea_item_list_class_init (ReaItemListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[CHANGED] =
      g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
}

static void
rea_item_list_init (ReaItemList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  adw_bin_set_child (ADW_BIN (self), self->box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
