/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-help-window.h"

#include "config.h"
#include "rea-help-page.h"

struct _ReaHelpWindow
{
  AdwWindow parent_instance;

  GtkScrolledWindow *scrolled;
  AdwBin            *place;

  GQueue pages; /* the way here: the page that is shown is the last */
};

G_DEFINE_FINAL_TYPE (ReaHelpWindow, rea_help_window, ADW_TYPE_WINDOW)

static void
update (ReaHelpWindow *self)
{
  GtkWidget *page = rea_help_page_new (g_queue_peek_tail (&self->pages));

  adw_bin_set_child (self->place, page);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.back", self->pages.length > 1);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
show_page (ReaHelpWindow *self, const char *id)
{
  g_queue_push_tail (&self->pages, g_strdup (id));
  update (self);
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_page (REA_HELP_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ReaHelpWindow *self = REA_HELP_WINDOW (widget);

  g_free (g_queue_pop_tail (&self->pages));
  update (self);
}

static void
rea_help_window_finalize (GObject *object)
{
  g_queue_clear_full (&REA_HELP_WINDOW (object)->pages, g_free);

  G_OBJECT_CLASS (rea_help_window_parent_class)->finalize (object);
}

static void
rea_help_window_class_init (ReaHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rea_help_window_finalize;

  gtk_widget_class_install_action (widget_class, "help.show", "s", show_action);
  gtk_widget_class_install_action (widget_class, "help.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "help.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaHelpWindow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, ReaHelpWindow, place);
}

static void
rea_help_window_init (ReaHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rea_help_show:
 * @parent: (nullable): the window that asks for it
 *
 * Shows the help: in the desktop's viewer if there is one and the program is
 * installed, else in a window of our own.
 */
void
rea_help_show (GtkWindow *parent)
{
  g_autoptr (GAppInfo) viewer = g_app_info_get_default_for_uri_scheme ("help");
  ReaHelpWindow *self;

  if (viewer != NULL && g_file_test (HELPDIR, G_FILE_TEST_IS_DIR))
    {
      gtk_show_uri (parent, "help:reassign", GDK_CURRENT_TIME);
      return;
    }

  self = g_object_new (REA_TYPE_HELP_WINDOW, "application", g_application_get_default (), NULL);
  show_page (self, "index");
  gtk_window_present (GTK_WINDOW (self));
}
