/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-campaign-picker.h"

#include "rea-a11y.h"
#include "rea-clock.h"
#include "rea-format.h"
#include "rea-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _ReaCampaignPicker
{
  GtkPopover parent_instance;

  GtkEditable *search_entry;
  GtkListBox  *list;

  char *sought;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaCampaignPicker, rea_campaign_picker, GTK_TYPE_POPOVER)

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  ReaCampaignPicker *self = user_data;
  const char        *title = g_object_get_data (G_OBJECT (row), "rea-title");

  return self->sought == NULL || strstr (title, self->sought) != NULL;
}

static void
search_changed_cb (ReaCampaignPicker *self)
{
  g_free (self->sought);
  self->sought = rea_name_fold (gtk_editable_get_text (self->search_entry));
  gtk_list_box_invalidate_filter (self->list);
}

static void
row_activated_cb (ReaCampaignPicker *self, GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "rea-campaign");

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, *id);
}

/* Return in the search takes the first campaign that it shows. */
static void
search_activate_cb (ReaCampaignPicker *self)
{
  GtkListBoxRow *row;

  search_changed_cb (self);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      {
        row_activated_cb (self, row);
        return;
      }
}

static void
update_row (GtkWidget *row, const ReaCampaign *campaign, gboolean is_current)
{
  GtkWidget       *check = g_object_get_data (G_OBJECT (row), "rea-check");
  g_autofree char *title = g_markup_escape_text (campaign->title, -1);
  g_autofree char *total = rea_format_number (campaign->total);
  g_autofree char *state = rea_format_campaign_state (campaign, rea_clock_now ());
  /* TRANSLATORS: in the list of campaigns: %1$s is a state like "Active". */
  g_autofree char *subtitle =
      g_strdup_printf (ngettext ("%1$s, %2$s conversation", "%1$s, %2$s conversations",
                                 campaign->total),
                       state, total);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_visible (check, is_current);
  g_object_set_data_full (G_OBJECT (row), "rea-title", rea_name_fold (campaign->title), g_free);
}

static GtkWidget *
make_row (const ReaCampaign *campaign)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  /* TRANSLATORS: marks the campaign that is shown. */
  rea_a11y_set_label (check, _ ("Shown"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), check);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "rea-check", check);
  g_object_set_data_full (G_OBJECT (row), "rea-campaign",
                          g_memdup2 (&campaign->id, sizeof campaign->id), g_free);

  return row;
}

static gboolean
is_row_of (GtkListBoxRow *row, const ReaCampaign *campaign)
{
  return row != NULL &&
         *(gint64 *) g_object_get_data (G_OBJECT (row), "rea-campaign") == campaign->id;
}

/**
 * rea_campaign_picker_set_campaigns:
 * @self: the list
 * @campaigns: (element-type ReaCampaign): all that the user may see
 * @current: which of them is shown, or 0
 *
 * Fills the list. A row stays with its campaign, so that nothing jumps while
 * somebody chooses.
 */
void
rea_campaign_picker_set_campaigns (ReaCampaignPicker *self, GPtrArray *campaigns, gint64 current)
{
  g_return_if_fail (REA_IS_CAMPAIGN_PICKER (self));

  /* The latest stands first: it is the one that is worked on. */
  for (guint i = 0; i < campaigns->len; i++)
    {
      const ReaCampaign *campaign = g_ptr_array_index (campaigns, campaigns->len - 1 - i);
      GtkListBoxRow     *row = gtk_list_box_get_row_at_index (self->list, i);

      if (!is_row_of (row, campaign))
        gtk_list_box_insert (self->list, make_row (campaign), i);

      row = gtk_list_box_get_row_at_index (self->list, i);
      update_row (GTK_WIDGET (row), campaign, campaign->id == current);
    }

  for (;;)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, campaigns->len);

      if (row == NULL)
        break;

      gtk_list_box_remove (self->list, GTK_WIDGET (row));
    }
}

static void
rea_campaign_picker_map (GtkWidget *widget)
{
  ReaCampaignPicker *self = REA_CAMPAIGN_PICKER (widget);

  gtk_editable_set_text (self->search_entry, "");
  search_changed_cb (self);

  GTK_WIDGET_CLASS (rea_campaign_picker_parent_class)->map (widget);
}

static void
rea_campaign_picker_finalize (GObject *object)
{
  ReaCampaignPicker *self = REA_CAMPAIGN_PICKER (object);

  g_free (self->sought);

  G_OBJECT_CLASS (rea_campaign_picker_parent_class)->finalize (object);
}

static void
rea_campaign_picker_class_init (ReaCampaignPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rea_campaign_picker_finalize;
  widget_class->map = rea_campaign_picker_map;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-campaign-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignPicker, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
rea_campaign_picker_init (ReaCampaignPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
}
