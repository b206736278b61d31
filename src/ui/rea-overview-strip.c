/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-overview-strip.h"

#include "rea-clock.h"
#include "rea-division-bar.h"
#include "rea-format.h"
#include "rea-pace-text.h"
#include "rea-role.h"
#include "rea-tab-stop.h"
#include "rea-tile.h"

#include <glib/gi18n-lib.h>

struct _ReaOverviewStrip
{
  AdwBin parent_instance;

  ReaTile        *total_tile;
  ReaTile        *not_started_tile;
  ReaTile        *needs_reply_tile;
  ReaTile        *unassigned_tile;
  ReaDivisionBar *division_bar;
};

G_DEFINE_FINAL_TYPE (ReaOverviewStrip, rea_overview_strip, ADW_TYPE_BIN)

/* How much is sent stands below how much there is, and when it is done below how much
 * is not begun: both in the narrowest window.
 */
static void
set_pace (ReaOverviewStrip *self, const ReaOverview *overview)
{
  gint64   now = rea_clock_now ();
  gboolean has_pace = rea_state_allows (overview->campaign->state, REA_VERB_SEND);
  ReaPace  pace =
      rea_pace_of_campaign (overview->campaign, &overview->counts, overview->sent_15_min, now);
  g_autofree char *sent = rea_pace_text_sent (&pace);
  g_autofree char *done = rea_pace_text_done (&pace, now);
  g_autofree char *full = rea_pace_text_full (&pace, now);

  rea_tile_set_has_pace (self->total_tile, has_pace);
  rea_tile_set_has_pace (self->not_started_tile, has_pace);
  rea_tile_set_pace (self->total_tile, sent, full);
  rea_tile_set_pace (self->not_started_tile, done, done != NULL ? full : NULL);
}

/**
 * rea_overview_strip_set_overview:
 * @self: the strip
 * @overview: the numbers
 *
 * Writes the numbers.
 */
void
rea_overview_strip_set_overview (ReaOverviewStrip *self, const ReaOverview *overview)
{
  g_autofree char *senders = NULL;
  g_autofree char *total = NULL;
  g_autofree char *online = NULL;
  g_autofree char *not_started = NULL;
  g_autofree char *offline = NULL;
  g_autofree char *unassigned = NULL;
  g_autofree char *not_started_number = NULL;
  g_autofree char *offline_number = NULL;
  g_autofree char *unassigned_number = NULL;

  g_return_if_fail (REA_IS_OVERVIEW_STRIP (self));

  senders = rea_format_number (overview->campaign->n_senders);
  online = rea_format_number (overview->n_online);
  not_started_number = rea_format_number (overview->unassigned.n[REA_STATUS_NOT_STARTED]);
  offline_number = rea_format_number (overview->offline_needs_reply);
  unassigned_number = rea_format_number (overview->unassigned.n[REA_STATUS_NEEDS_REPLY]);

  /* TRANSLATORS: below the total: %1$s senders, of whom %2$s are online. */
  total = g_strdup_printf (ngettext ("%1$s sender, %2$s online", "%1$s senders, %2$s online",
                                     overview->campaign->n_senders),
                           senders, online);
  /* TRANSLATORS: below the number of conversations that are not started. */
  not_started = g_strdup_printf (_ ("%s unassigned"), not_started_number);
  /* TRANSLATORS: below the number of conversations that need a reply. */
  offline = g_strdup_printf (_ ("%s with offline senders"), offline_number);
  /* TRANSLATORS: below the number of unassigned conversations. */
  unassigned = g_strdup_printf (ngettext ("%s needs a reply", "%s need a reply",
                                          overview->unassigned.n[REA_STATUS_NEEDS_REPLY]),
                                unassigned_number);

  rea_tile_set (self->total_tile, rea_counts_total (&overview->counts), total);
  rea_tile_set (self->not_started_tile, overview->counts.n[REA_STATUS_NOT_STARTED], not_started);
  rea_tile_set (self->needs_reply_tile, overview->counts.n[REA_STATUS_NEEDS_REPLY], offline);
  rea_tile_set (self->unassigned_tile, rea_counts_total (&overview->unassigned), unassigned);
  rea_division_bar_set_counts (self->division_bar, &overview->counts);
  set_pace (self, overview);
}

static gboolean
rea_overview_strip_grab_focus (GtkWidget *widget)
{
  /* GTK asks again where Tab leads out of here, and it is let go then. */
  if (rea_tab_stop_is_within (widget))
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (REA_OVERVIEW_STRIP (widget)->total_tile));
}

static void
rea_overview_strip_class_init (ReaOverviewStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = rea_overview_strip_grab_focus;

  g_type_ensure (REA_TYPE_TILE);
  g_type_ensure (REA_TYPE_DIVISION_BAR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-overview-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaOverviewStrip, total_tile);
  gtk_widget_class_bind_template_child (widget_class, ReaOverviewStrip, not_started_tile);
  gtk_widget_class_bind_template_child (widget_class, ReaOverviewStrip, needs_reply_tile);
  gtk_widget_class_bind_template_child (widget_class, ReaOverviewStrip, unassigned_tile);
  gtk_widget_class_bind_template_child (widget_class, ReaOverviewStrip, division_bar);
}

static void
rea_overview_strip_init (ReaOverviewStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
