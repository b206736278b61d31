/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-pages.h"

/* A page on top, and where the focus was when it was opened. */
typedef struct
{
  ReaSubpage *page;
  GtkWidget  *opener;
} Entry;

struct _ReaPages
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget  *home;
  GPtrArray  *entries;
  GPtrArray  *left; /* pages that are sliding away */
  char       *trouble;
};

enum
{
  PROP_HOME = 1,
  PROP_PAGE,
  PROP_TROUBLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReaPages, rea_pages, ADW_TYPE_BIN)

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_weak_pointer (&entry->opener);
  g_object_unref (entry->page);
  g_free (entry);
}

static Entry *
get_top (ReaPages *self)
{
  return self->entries->len > 0 ? g_ptr_array_index (self->entries, self->entries->len - 1) : NULL;
}

/* What is chosen in a menu closes the menu: the focus goes back to its button. */
static GtkWidget *
get_opener (ReaPages *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *popover;

  while (focus != NULL && (popover = gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER)) != NULL)
    focus = gtk_widget_get_parent (popover);

  return focus;
}

static void
focus_opener (ReaPages *self, GtkWidget *opener)
{
  GtkWidget *shown = adw_leaflet_get_visible_child (self->leaflet);

  if (opener != NULL && gtk_widget_is_ancestor (opener, shown) && gtk_widget_grab_focus (opener))
    return;

  gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
}

static void
remove_left (ReaPages *self)
{
  if (adw_leaflet_get_child_transition_running (self->leaflet))
    return;

  for (guint i = 0; i < self->left->len; i++)
    adw_leaflet_remove (self->leaflet, g_ptr_array_index (self->left, i));

  g_ptr_array_set_size (self->left, 0);
}

static void
notify_page (ReaPages *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pages.back", self->entries->len > 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

/* By a key, a gesture or the action: however one went back, the leaflet says where one is. */
static void
visible_child_cb (ReaPages *self)
{
  GtkWidget *shown = adw_leaflet_get_visible_child (self->leaflet);
  GtkWidget *opener = NULL;
  gboolean   went_back = FALSE;
  Entry     *top;

  while ((top = get_top (self)) != NULL && GTK_WIDGET (top->page) != shown)
    {
      g_set_weak_pointer (&opener, top->opener);
      g_ptr_array_add (self->left, top->page);
      g_ptr_array_remove_index (self->entries, self->entries->len - 1);
      went_back = TRUE;
    }

  if (went_back)
    {
      focus_opener (self, opener);
      notify_page (self);
    }

  g_clear_weak_pointer (&opener);
  remove_left (self);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ReaPages *self = REA_PAGES (widget);

  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/**
 * rea_pages_of:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): the pages among which it is shown
 */
ReaPages *
rea_pages_of (GtkWidget *widget)
{
  GtkWidget *pages = gtk_widget_get_ancestor (widget, REA_TYPE_PAGES);

  return pages != NULL ? REA_PAGES (pages) : NULL;
}

/**
 * rea_pages_open:
 * @self: the pages
 * @page: (transfer floating): a new page
 *
 * Shows a page on top of the one that is shown, until one goes back.
 */
void
rea_pages_open (ReaPages *self, ReaSubpage *page)
{
  Entry *entry;

  g_return_if_fail (REA_IS_PAGES (self));
  g_return_if_fail (REA_IS_SUBPAGE (page));

  entry = g_new0 (Entry, 1);
  entry->page = g_object_ref_sink (page);
  g_set_weak_pointer (&entry->opener, get_opener (self));
  g_object_bind_property (self, "trouble", page, "trouble", G_BINDING_SYNC_CREATE);
  adw_leaflet_append (self->leaflet, GTK_WIDGET (page));
  g_ptr_array_add (self->entries, entry);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (page));
  notify_page (self);
}

/**
 * rea_pages_go_home:
 * @self: the pages
 *
 * Leaves all pages.
 */
void
rea_pages_go_home (ReaPages *self)
{
  g_return_if_fail (REA_IS_PAGES (self));

  adw_leaflet_set_visible_child (self->leaflet, self->home);
}

/**
 * rea_pages_get_page:
 * @self: the pages
 *
 * Returns: (transfer none) (nullable): the page on top, %NULL at home
 */
ReaSubpage *
rea_pages_get_page (ReaPages *self)
{
  Entry *top;

  g_return_val_if_fail (REA_IS_PAGES (self), NULL);

  top = get_top (self);

  return top != NULL ? top->page : NULL;
}

static void
rea_pages_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReaPages *self = REA_PAGES (object);

  switch (id)
    {
    case PROP_HOME:
      g_value_set_object (value, self->home);
      break;
    case PROP_PAGE:
      g_value_set_object (value, rea_pages_get_page (self));
      break;
    case PROP_TROUBLE:
      g_value_set_string (value, self->trouble);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_pages_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ReaPages *self = REA_PAGES (object);

  switch (id)
    {
    case PROP_HOME:
      self->home = g_value_get_object (value);
      adw_leaflet_append (self->leaflet, self->home);
      break;
    case PROP_TROUBLE:
      g_free (self->trouble);
      self->trouble = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_pages_finalize (GObject *object)
{
  ReaPages *self = REA_PAGES (object);

  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->left);
  g_free (self->trouble);

  G_OBJECT_CLASS (rea_pages_parent_class)->finalize (object);
}

static void
rea_pages_class_init (ReaPagesClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rea_pages_get_property;
  object_class->set_property = rea_pages_set_property;
  object_class->finalize = rea_pages_finalize;

  properties[PROP_HOME] = g_param_spec_object ("home", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAGE] = g_param_spec_object ("page", NULL, NULL, REA_TYPE_SUBPAGE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TROUBLE] =
      g_param_spec_string ("trouble", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "pages.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "pages.back", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Reassign/rea-pages.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaPages, leaflet);
  gtk_widget_class_bind_template_callback (widget_class, remove_left);
  gtk_widget_class_bind_template_callback (widget_class, visible_child_cb);
}

static void
rea_pages_init (ReaPages *self)
{
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->left = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pages.back", FALSE);
}
