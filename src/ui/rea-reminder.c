/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-reminder.h"

#include "rea-clock.h"
#include "rea-focus-return.h"
#include "rea-remind-text.h"
#include "rea-reminder-dialog.h"
#include "rea-toasts.h"

#include <glib/gi18n-lib.h>

struct _ReaReminder
{
  GObject parent_instance;

  GtkWidget        *view; /* which owns this */
  AdwToastOverlay  *toasts;
  GActionMap       *actions;
  ReaCampaignModel *campaign;
  ReaSenderList    *senders;
};

G_DEFINE_FINAL_TYPE (ReaReminder, rea_reminder, G_TYPE_OBJECT)

/* Who of them has anything to do; others may have been removed meanwhile. */
static GPtrArray *
find_busy (ReaReminder *self, const char *const *emails)
{
  GPtrArray *busy = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; emails[i] != NULL; i++)
    {
      ReaSenderItem *sender = rea_sender_list_find (self->senders, emails[i]);
      ReaCounts counts = sender != NULL ? rea_sender_item_get_counts (sender) : (ReaCounts){ 0 };

      if (rea_counts_open_work (&counts) > 0)
        g_ptr_array_add (busy, g_object_ref (sender));
    }

  return busy;
}

static void
remind_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaReminder            *self = user_data;
  const ReaOverview      *overview = rea_campaign_model_get_overview (self->campaign);
  g_autofree const char **emails = g_variant_get_strv (parameter, NULL);
  g_autoptr (GPtrArray) busy = find_busy (self, emails);
  g_autofree char *done = rea_remind_text_done (busy);
  g_autofree char *text = NULL;

  if (overview == NULL)
    return;

  if (busy->len == 0)
    {
      rea_toasts_show (self->toasts, done, FALSE, NULL, NULL, NULL);
      return;
    }

  text = rea_remind_text (busy, overview->campaign->title, rea_clock_now ());
  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->view), text);
  /* TRANSLATORS: on a toast that says that a text was copied: shows that text. */
  rea_toasts_show (self->toasts, done, FALSE, _ ("Show Text"), "campaign.show-reminder",
                   g_variant_new_string (text));
}

static void
show_reminder_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaReminder *self = user_data;
  GtkWidget   *dialog = rea_reminder_dialog_new (GTK_WINDOW (gtk_widget_get_root (self->view)),
                                                 g_variant_get_string (parameter, NULL));

  rea_focus_return_to_opener (GTK_WINDOW (dialog), self->view);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * rea_reminder_set_campaign:
 * @self: the reminder
 * @campaign: the campaign that is shown
 * @senders: its senders
 *
 * Reminds the senders of this campaign from now on.
 */
void
rea_reminder_set_campaign (ReaReminder *self, ReaCampaignModel *campaign, ReaSenderList *senders)
{
  g_return_if_fail (REA_IS_REMINDER (self));

  g_set_object (&self->campaign, campaign);
  g_set_object (&self->senders, senders);
}

/**
 * rea_reminder_set_allowed:
 * @self: the reminder
 * @allowed: whether the user may remind, and the campaign is one of which there is
 *   anything to remind
 */
void
rea_reminder_set_allowed (ReaReminder *self, gboolean allowed)
{
  g_return_if_fail (REA_IS_REMINDER (self));

  g_simple_action_set_enabled (G_SIMPLE_ACTION (
                                   g_action_map_lookup_action (self->actions, "remind")),
                               allowed);
}

static void
rea_reminder_dispose (GObject *object)
{
  ReaReminder *self = REA_REMINDER (object);

  g_clear_object (&self->campaign);
  g_clear_object (&self->senders);
  g_clear_object (&self->toasts);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (rea_reminder_parent_class)->dispose (object);
}

static void
rea_reminder_class_init (ReaReminderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rea_reminder_dispose;
}

static void
rea_reminder_init (ReaReminder *self)
{
}

/**
 * rea_reminder_new:
 * @view: the view of a campaign
 * @toasts: where it shows toasts
 * @actions: its actions, to which that is added which reminds
 *
 * Returns: (transfer full): what reminds the senders of the campaign
 */
ReaReminder *
rea_reminder_new (GtkWidget *view, AdwToastOverlay *toasts, GActionMap *actions)
{
  const GActionEntry entries[] = {
    { "remind", remind_action, "as", NULL, NULL, { 0 } },
    { "show-reminder", show_reminder_action, "s", NULL, NULL, { 0 } },
  };
  ReaReminder *self = g_object_new (REA_TYPE_REMINDER, NULL);

  self->view = view;
  self->toasts = g_object_ref (toasts);
  self->actions = g_object_ref (actions);
  g_action_map_add_action_entries (actions, entries, G_N_ELEMENTS (entries), self);

  return self;
}
