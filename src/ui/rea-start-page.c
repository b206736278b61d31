/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-start-page.h"

#include <glib/gi18n-lib.h>

struct _ReaStartPage
{
  AdwBin parent_instance;

  GtkStack       *stack;
  GtkLabel       *opening_label;
  GtkProgressBar *opening_bar;
  AdwStatusPage  *empty_page;
  GtkWidget      *make_box;
  AdwStatusPage  *failure_page;
  AdwStatusPage  *unknown_page;
};

enum
{
  OPEN_DEMO,
  TRY_AGAIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaStartPage, rea_start_page, ADW_TYPE_BIN)

/**
 * rea_start_page_show_opening:
 * @self: the page
 * @text: (nullable): what is being done, if that takes long
 *
 * Shows that the window is not ready yet.
 */
void
rea_start_page_show_opening (ReaStartPage *self, const char *text)
{
  g_return_if_fail (REA_IS_START_PAGE (self));

  gtk_label_set_text (self->opening_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->opening_bar), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "opening");
}

/**
 * rea_start_page_set_progress:
 * @self: the page
 * @fraction: how far it has come
 *
 * Shows how far what is being done has come.
 */
void
rea_start_page_set_progress (ReaStartPage *self, double fraction)
{
  g_return_if_fail (REA_IS_START_PAGE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->opening_bar), TRUE);
  gtk_progress_bar_set_fraction (self->opening_bar, fraction);
}

/**
 * rea_start_page_show_empty:
 * @self: the page
 * @description: what there is to say about it
 * @may_make: whether the user may make a campaign
 *
 * Shows that there is no campaign, and how to get one.
 */
void
rea_start_page_show_empty (ReaStartPage *self, const char *description, gboolean may_make)
{
  g_return_if_fail (REA_IS_START_PAGE (self));

  adw_status_page_set_description (self->empty_page, description);
  gtk_widget_set_visible (self->make_box, may_make);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

/**
 * rea_start_page_show_missing:
 * @self: the page
 * @reason: that there is no database, and where
 *
 * Shows how to begin where there is nothing yet.
 *
 * Where it is looked for is said below: who knows of a campaign has started with the
 * wrong place.
 */
void
rea_start_page_show_missing (ReaStartPage *self, const char *reason)
{
  g_autofree char *text = NULL;

  g_return_if_fail (REA_IS_START_PAGE (self));

  /* TRANSLATORS: on the first page, where there is no database yet; %s is "No database at
   * /home/ann/reassign.db".
   */
  text = g_strdup_printf (_ ("A campaign is made first, then its contacts are imported from a CSV "
                             "file. To look around before, open the demo; it can be removed "
                             "again.\n\n%s; the first campaign makes it."),
                          reason);
  rea_start_page_show_empty (self, text, TRUE);
}

/**
 * rea_start_page_show_none:
 * @self: the page
 * @may_make: whether the user may make a campaign
 *
 * Shows that there is no campaign that the user may see.
 */
void
rea_start_page_show_none (ReaStartPage *self, gboolean may_make)
{
  const char *text;

  if (may_make)
    /* TRANSLATORS: on the first page. */
    text = _ ("A campaign starts from a list of contacts: a CSV file with names and phone "
              "numbers. To look around first, open the demo; it can be removed again.");
  else
    /* TRANSLATORS: on the first page. */
    text = _ ("You are in no campaign yet. Ask an admin to add you to one.");

  rea_start_page_show_empty (self, text, may_make);
}

/**
 * rea_start_page_show_failure:
 * @self: the page
 * @reason: a sentence
 *
 * Says why the database cannot be opened.
 */
void
rea_start_page_show_failure (ReaStartPage *self, const char *reason)
{
  g_return_if_fail (REA_IS_START_PAGE (self));

  adw_status_page_set_description (self->failure_page, reason);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

/**
 * rea_start_page_show_unknown:
 * @self: the page
 * @reason: a sentence
 *
 * Says why the campaign that was asked for cannot be shown.
 */
void
rea_start_page_show_unknown (ReaStartPage *self, const char *reason)
{
  g_return_if_fail (REA_IS_START_PAGE (self));

  adw_status_page_set_description (self->unknown_page, reason);
  gtk_stack_set_visible_child_name (self->stack, "unknown");
}

static void
demo_cb (ReaStartPage *self)
{
  g_signal_emit (self, signals[OPEN_DEMO], 0);
}

static void
try_again_cb (ReaStartPage *self)
{
  g_signal_emit (self, signals[TRY_AGAIN], 0);
}

static void
rea_start_page_class_init (ReaStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[OPEN_DEMO] = g_signal_new ("open-demo", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TRY_AGAIN] = g_signal_new ("try-again", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaStartPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ReaStartPage, opening_label);
  gtk_widget_class_bind_template_child (widget_class, ReaStartPage, opening_bar);
  gtk_widget_class_bind_template_child (widget_class, ReaStartPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, ReaStartPage, make_box);
  gtk_widget_class_bind_template_child (widget_class, ReaStartPage, failure_page);
  gtk_widget_class_bind_template_child (widget_class, ReaStartPage, unknown_page);
  gtk_widget_class_bind_template_callback (widget_class, demo_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
}

static void
rea_start_page_init (ReaStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
