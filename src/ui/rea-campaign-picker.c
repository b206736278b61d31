/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-campaign-picker.h"

#include "rea-campaign.h"
#include "rea-clock.h"
#include "rea-format.h"
#include "rea-pick-list.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

struct _ReaCampaignPicker
{
  GtkPopover parent_instance;

  ReaPickList *list;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaCampaignPicker, rea_campaign_picker, GTK_TYPE_POPOVER)

/* What is worked on stands first, what is done with last. */
static int
get_rank (ReaState state)
{
  switch (state)
    {
    case REA_STATE_ACTIVE:
      return 0;
    case REA_STATE_PAUSED:
      return 1;
    case REA_STATE_DRAFT:
      return 2;
    case REA_STATE_CLOSED:
      return 3;
    case REA_STATE_ARCHIVED:
    default:
      return 4;
    }
}

/* Of one state the latest first. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const ReaCampaign *one = *(const ReaCampaign *const *) a;
  const ReaCampaign *other = *(const ReaCampaign *const *) b;
  int                rank = get_rank (one->state) - get_rank (other->state);

  return rank != 0 ? rank : (one->id < other->id) - (one->id > other->id);
}

static char *
format_detail (const ReaCampaign *campaign)
{
  g_autofree char *total = rea_format_number (campaign->total);
  g_autofree char *state = rea_format_campaign_state (campaign, rea_clock_now ());

  /* TRANSLATORS: in the list of campaigns: %1$s is a state like "Active". */
  return g_strdup_printf (ngettext ("%1$s, %2$s conversation", "%1$s, %2$s conversations",
                                    campaign->total),
                          state, total);
}

/**
 * rea_campaign_picker_set_campaigns:
 * @self: the list
 * @campaigns: (element-type ReaCampaign): all that the user may see
 * @current: which of them is shown, or 0
 *
 * Fills the list.
 */
void
rea_campaign_picker_set_campaigns (ReaCampaignPicker *self, GPtrArray *campaigns, gint64 current)
{
  g_autoptr (GPtrArray) sorted = NULL;
  g_autoptr (GPtrArray) items = NULL;

  g_return_if_fail (REA_IS_CAMPAIGN_PICKER (self));

  sorted = g_ptr_array_copy (campaigns, NULL, NULL);
  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare);
  items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < sorted->len; i++)
    {
      const ReaCampaign *campaign = g_ptr_array_index (sorted, i);
      g_autofree char   *key = g_strdup_printf ("%" PRId64, campaign->id);
      g_autofree char   *detail = format_detail (campaign);

      g_ptr_array_add (items,
                       rea_pick_item_new (key, campaign->title, detail, campaign->id == current));
    }

  rea_pick_list_set_items (self->list, items);
}

static void
picked_cb (ReaCampaignPicker *self, const char *key)
{
  gint64 id = g_ascii_strtoll (key, NULL, 10);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, id);
}

/* What opens has to be chosen in the window, not in what is about to go. */
static void
new_cb (ReaCampaignPicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
rea_campaign_picker_map (GtkWidget *widget)
{
  ReaCampaignPicker *self = REA_CAMPAIGN_PICKER (widget);

  GTK_WIDGET_CLASS (rea_campaign_picker_parent_class)->map (widget);

  rea_pick_list_start (self->list);
}

static void
rea_campaign_picker_class_init (ReaCampaignPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = rea_campaign_picker_map;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (REA_TYPE_PICK_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-campaign-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaCampaignPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_cb);
}

static void
rea_campaign_picker_init (ReaCampaignPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* TRANSLATORS: above the list of campaigns, and what a screen reader calls the list. */
  rea_pick_list_set_labels (self->list, _ ("Search campaigns"), _ ("Campaigns"));
}
