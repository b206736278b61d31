/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-division-bar.h"

#include "rea-a11y.h"
#include "rea-bar.h"
#include "rea-format.h"
#include "rea-labels.h"

struct _ReaDivisionBar
{
  GtkBox parent_instance;

  GtkWidget *bar;
  GtkWidget *numbers[REA_N_STATUSES];
};

G_DEFINE_FINAL_TYPE (ReaDivisionBar, rea_division_bar, GTK_TYPE_BOX)

static const char *const colors[REA_N_STATUSES] = {
  [REA_STATUS_NEEDS_REPLY] = "needs_reply_color", [REA_STATUS_NOT_STARTED] = "not_started_color",
  [REA_STATUS_MESSAGED] = "messaged_color",       [REA_STATUS_REPLIED] = "replied_color",
  [REA_STATUS_CLOSED] = "closed_color",
};

/**
 * rea_division_bar_set_counts:
 * @self: the bar
 * @counts: all of the campaign by status
 *
 * Draws the bar and writes the legend.
 */
void
rea_division_bar_set_counts (ReaDivisionBar *self, const ReaCounts *counts)
{
  ReaBarPart parts[REA_N_STATUSES] = { 0 };

  g_return_if_fail (REA_IS_DIVISION_BAR (self));

  for (int status = 0; status < REA_N_STATUSES; status++)
    {
      g_autofree char *number = NULL;

      parts[status].amount = counts->n[status];
      parts[status].color = colors[status];
      number = rea_format_number (counts->n[status]);
      gtk_label_set_text (GTK_LABEL (self->numbers[status]), number);
    }

  rea_bar_set_parts (REA_BAR (self->bar), parts, REA_N_STATUSES, rea_counts_total (counts));
}

static GtkWidget *
make_entry (ReaDivisionBar *self, ReaStatus status)
{
  GtkWidget  *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget  *sign = gtk_image_new_from_icon_name ("rea-status-symbolic");
  const char *classes[] = { "sign", rea_status_to_string (status), NULL };

  self->numbers[status] = gtk_label_new (NULL);
  gtk_image_set_pixel_size (GTK_IMAGE (sign), 10);
  gtk_widget_set_css_classes (sign, classes);
  rea_a11y_set_label (sign, rea_status_get_label (status));
  gtk_widget_add_css_class (self->numbers[status], "dim-label");
  gtk_widget_add_css_class (self->numbers[status], "numeric");
  gtk_box_append (GTK_BOX (entry), sign);
  gtk_box_append (GTK_BOX (entry), gtk_label_new (rea_status_get_label (status)));
  gtk_box_append (GTK_BOX (entry), self->numbers[status]);

  return entry;
}

static void
rea_division_bar_class_init (ReaDivisionBarClass *klass)
{
}

static void
rea_division_bar_init (ReaDivisionBar *self)
{
  GtkWidget *legend = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  self->bar = rea_bar_new (8);
  gtk_widget_add_css_class (self->bar, "division");
  gtk_widget_set_overflow (self->bar, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (legend, "legend");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_box_append (GTK_BOX (self), self->bar);
  gtk_box_append (GTK_BOX (self), legend);

  for (int status = 0; status < REA_N_STATUSES; status++)
    gtk_box_append (GTK_BOX (legend), make_entry (self, status));
}
