/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-item-card.h"

#include "rea-a11y.h"
#include "rea-css.h"

#include <glib/gi18n-lib.h>

struct _ReaItemCard
{
  AdwBin parent_instance;

  GtkWidget *header_button;
  GtkLabel  *title_label;
  GtkLabel  *detail_label;
  GtkImage  *arrow;
  GtkWidget *body_box;
  AdwBin    *body_bin;
  GtkWidget *up_button;
  GtkWidget *down_button;
  GtkWidget *remove_button;

  char *detail;
  char *problem;
};

enum
{
  MOVE,
  DROPPED,
  TOGGLED,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaItemCard, rea_item_card, ADW_TYPE_BIN)

/* What is wrong goes before what it is made of. */
static void
update_detail (ReaItemCard *self)
{
  const char *text = self->problem != NULL ? self->problem : self->detail;

  gtk_label_set_text (self->detail_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), text != NULL && *text != '\0');
  rea_css_set_class (GTK_WIDGET (self->detail_label), "error", self->problem != NULL);
  rea_css_set_class (GTK_WIDGET (self->detail_label), "dim-label", self->problem == NULL);
  rea_a11y_set_description (self->header_button, text != NULL ? text : "");
}

/* A card may be open in each list: what stands in it says whose it is. */
static void
name_buttons (ReaItemCard *self, const char *title)
{
  /* TRANSLATORS: what a screen reader calls the button Move Up; %s is a question or a
   * canned reply. */
  g_autofree char *up = g_strdup_printf (_ ("Move Up, %s"), title);
  /* TRANSLATORS: what a screen reader calls the button Move Down; %s is a question or a
   * canned reply. */
  g_autofree char *down = g_strdup_printf (_ ("Move Down, %s"), title);
  /* TRANSLATORS: what a screen reader calls the button Remove; %s is a question or a
   * canned reply. */
  g_autofree char *take_out = g_strdup_printf (_ ("Remove, %s"), title);

  rea_a11y_set_label (self->up_button, up);
  rea_a11y_set_label (self->down_button, down);
  rea_a11y_set_label (self->remove_button, take_out);
}

static void
clicked_cb (ReaItemCard *self)
{
  g_signal_emit (self, signals[TOGGLED], 0);
}

static void
up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[MOVE], 0, -1);
}

static void
down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[MOVE], 0, 1);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[REMOVE], 0);
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, ReaItemCard *self)
{
  return gdk_content_provider_new_typed (REA_TYPE_ITEM_CARD, self);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, ReaItemCard *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (self->header_button);

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, ReaItemCard *self)
{
  ReaItemCard *card = g_value_get_object (value);

  if (card == self ||
      gtk_widget_get_parent (GTK_WIDGET (card)) != gtk_widget_get_parent (GTK_WIDGET (self)))
    return FALSE;

  g_signal_emit (self, signals[DROPPED], 0, card);

  return TRUE;
}

/**
 * rea_item_card_get_body:
 * @self: a card
 *
 * Returns: (transfer none): what it opens
 */
GtkWidget *
rea_item_card_get_body (ReaItemCard *self)
{
  return adw_bin_get_child (self->body_bin);
}

/**
 * rea_item_card_set_title:
 * @self: a card
 * @title: what it is
 * @detail: (nullable): what it is made of, in a line
 *
 * Writes its line.
 */
void
rea_item_card_set_title (ReaItemCard *self, const char *title, const char *detail)
{
  char *copy = g_strdup (detail);

  gtk_label_set_text (self->title_label, title);
  rea_a11y_set_label (self->header_button, title);
  name_buttons (self, title);
  g_free (self->detail);
  self->detail = copy;
  update_detail (self);
}

/**
 * rea_item_card_set_problem:
 * @self: a card
 * @problem: (nullable): what is wrong with it
 *
 * Shows what is wrong, also while the card is not open.
 */
void
rea_item_card_set_problem (ReaItemCard *self, const char *problem)
{
  char *copy = g_strdup (problem);

  g_free (self->problem);
  self->problem = copy;
  update_detail (self);
}

/**
 * rea_item_card_set_expanded:
 * @self: a card
 * @expanded: whether to show what it is made of
 */
void
rea_item_card_set_expanded (ReaItemCard *self, gboolean expanded)
{
  gtk_widget_set_visible (self->body_box, expanded);
  gtk_image_set_from_icon_name (self->arrow, expanded ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->header_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               expanded, -1);
}

gboolean
rea_item_card_get_expanded (ReaItemCard *self)
{
  return gtk_widget_get_visible (self->body_box);
}

/**
 * rea_item_card_set_place:
 * @self: a card
 * @is_first: whether nothing stands before it
 * @is_last: whether nothing stands behind it
 *
 * Says where it can be moved.
 */
void
rea_item_card_set_place (ReaItemCard *self, gboolean is_first, gboolean is_last)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.up", !is_first);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.down", !is_last);
}

/**
 * rea_item_card_new:
 * @body: what it opens
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
rea_item_card_new (GtkWidget *body)
{
  ReaItemCard *self = g_object_new (REA_TYPE_ITEM_CARD, NULL);

  adw_bin_set_child (self->body_bin, body);
  rea_item_card_set_expanded (self, FALSE);

  return GTK_WIDGET (self);
}

static gboolean
rea_item_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (REA_ITEM_CARD (widget)->header_button);
}

static void
rea_item_card_finalize (GObject *object)
{
  ReaItemCard *self = REA_ITEM_CARD (object);

  g_free (self->detail);
  g_free (self->problem);

  G_OBJECT_CLASS (rea_item_card_parent_class)->finalize (object);
}

static void
rea_item_card_class_init (ReaItemCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rea_item_card_finalize;
  widget_class->grab_focus = rea_item_card_grab_focus;

  signals[MOVE] = g_signal_new ("move", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_INT);
  signals[DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, REA_TYPE_ITEM_CARD);
  signals[TOGGLED] =
      g_signal_new ("toggled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVE] =
      g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "card.up", NULL, up_action);
  gtk_widget_class_install_action (widget_class, "card.down", NULL, down_action);
  gtk_widget_class_install_action (widget_class, "card.remove", NULL, remove_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-item-card.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaItemCard, header_button);
  gtk_widget_class_bind_template_child (widget_class, ReaItemCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, ReaItemCard, detail_label);
  gtk_widget_class_bind_template_child (widget_class, ReaItemCard, arrow);
  gtk_widget_class_bind_template_child (widget_class, ReaItemCard, body_box);
  gtk_widget_class_bind_template_child (widget_class, ReaItemCard, body_bin);
  gtk_widget_class_bind_template_child (widget_class, ReaItemCard, up_button);
  gtk_widget_class_bind_template_child (widget_class, ReaItemCard, down_button);
  gtk_widget_class_bind_template_child (widget_class, ReaItemCard, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
}

static void
rea_item_card_init (ReaItemCard *self)
{
  GtkDropTarget *target = gtk_drop_target_new (REA_TYPE_ITEM_CARD, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
