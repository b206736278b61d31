/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-messenger-filter.h"

#include "rea-a11y.h"
#include "rea-drop-down.h"
#include "rea-format.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  CHOICE_EVERYTHING,
  CHOICE_WAITING,
  CHOICE_MARKED,
  CHOICE_WROTE_AFTER,
  CHOICE_SURVEY,
  N_CHOICES
} Choice;

struct _ReaMessengerFilter
{
  AdwBin parent_instance;

  GtkDropDown   *drop_down;
  GtkStringList *choices;
  GtkEditable   *search_entry;
  GtkWidget     *holder_button;
  GtkLabel      *holder_label;

  ReaCampaignModel *campaign;
  ReaSenderList    *senders;
  ReaFilter        *base; /* what is neither in the drop-down nor in the search */
  gboolean          setting;
};

enum
{
  CHANGED,
  STOPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaMessengerFilter, rea_messenger_filter, ADW_TYPE_BIN)

/* The drop-down. */

static char *
dup_with_count (const char *text, gint64 n)
{
  g_autofree char *number = rea_format_number (n);

  /* TRANSLATORS: a choice in a drop-down, and how many conversations there are of it. */
  return g_strdup_printf (_ ("%1$s (%2$s)"), text, number);
}

static char *
dup_choice (Choice choice, const ReaCampaign *campaign)
{
  switch (choice)
    {
    case CHOICE_EVERYTHING:
      /* TRANSLATORS: in the drop-down of what is not finished: finished or not. */
      return g_strdup (C_ ("messenger", "Everything"));
    case CHOICE_WAITING:
      /* TRANSLATORS: in the drop-down of what is not finished: contacts who wait for an answer. */
      return g_strdup (C_ ("messenger", "Replies Waiting"));
    case CHOICE_MARKED:
      /* TRANSLATORS: in the drop-down of what is not finished: contacts who seem to ask to opt
       * out, which is not recorded. */
      return dup_with_count (C_ ("messenger", "Opt-Outs Asked"),
                             campaign != NULL ? campaign->marked : 0);
    case CHOICE_WROTE_AFTER:
      /* TRANSLATORS: in the drop-down of what is not finished. */
      return dup_with_count (C_ ("messenger", "Wrote After Opting Out"),
                             campaign != NULL ? campaign->wrote_after_opt_out : 0);
    case CHOICE_SURVEY:
      /* TRANSLATORS: in the drop-down of what is not finished: questions without an answer. */
      return g_strdup (C_ ("messenger", "Survey Not Filled In"));
    case N_CHOICES:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* What is chosen stays chosen while its count changes. */
static void
write_choices (ReaMessengerFilter *self)
{
  const ReaOverview *overview =
      self->campaign != NULL ? rea_campaign_model_get_overview (self->campaign) : NULL;
  guint chosen = gtk_drop_down_get_selected (self->drop_down);

  self->setting = TRUE;

  for (Choice choice = 0; choice < N_CHOICES; choice++)
    {
      g_autofree char *text = dup_choice (choice, overview != NULL ? overview->campaign : NULL);
      const char      *shown = gtk_string_list_get_string (self->choices, choice);

      if (g_strcmp0 (text, shown) != 0)
        gtk_string_list_splice (self->choices, choice, shown != NULL ? 1 : 0,
                                (const char *const[]){ text, NULL });
    }

  gtk_drop_down_set_selected (self->drop_down,
                              chosen != GTK_INVALID_LIST_POSITION ? chosen : CHOICE_EVERYTHING);
  self->setting = FALSE;
}

static Choice
find_choice (const ReaFilter *filter)
{
  switch (filter->flag)
    {
    case REA_FLAG_MARKED:
      return CHOICE_MARKED;
    case REA_FLAG_WROTE_AFTER_OPT_OUT:
      return CHOICE_WROTE_AFTER;
    case REA_FLAG_SURVEY_OPEN:
      return CHOICE_SURVEY;
    case REA_FLAG_OPTED_OUT:
    case REA_FLAG_CONTACT_WROTE:
    default:
      return filter->status == REA_STATUS_NEEDS_REPLY ? CHOICE_WAITING : CHOICE_EVERYTHING;
    }
}

static void
apply_choice (Choice choice, ReaFilter *filter)
{
  switch (choice)
    {
    case CHOICE_WAITING:
      filter->status = REA_STATUS_NEEDS_REPLY;
      break;
    case CHOICE_MARKED:
      filter->flag = REA_FLAG_MARKED;
      break;
    case CHOICE_WROTE_AFTER:
      filter->flag = REA_FLAG_WROTE_AFTER_OPT_OUT;
      break;
    case CHOICE_SURVEY:
      filter->flag = REA_FLAG_SURVEY_OPEN;
      break;
    case CHOICE_EVERYTHING:
    case N_CHOICES:
    default:
      break;
    }
}

static void
changed_cb (ReaMessengerFilter *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
chosen_cb (ReaMessengerFilter *self)
{
  if (gtk_drop_down_get_selected (self->drop_down) != GTK_INVALID_LIST_POSITION)
    changed_cb (self);
}

static void
stop_cb (ReaMessengerFilter *self)
{
  gtk_editable_set_text (self->search_entry, "");
  g_signal_emit (self, signals[STOPPED], 0);
}

/* Whose conversations. */

static char *
dup_base_label (ReaMessengerFilter *self)
{
  const char    *email = self->base->senders != NULL ? self->base->senders[0] : NULL;
  ReaSenderItem *sender =
      email != NULL && self->senders != NULL ? rea_sender_list_find (self->senders, email) : NULL;
  guint            n = self->base->conversations != NULL ? self->base->conversations->len : 0;
  g_autofree char *number = rea_format_number (n);

  if (n > 0)
    {
      /* TRANSLATORS: on a button: only so many conversations are listed. */
      return g_strdup_printf (ngettext ("%s conversation", "%s conversations", n), number);
    }

  if (self->base->holder == REA_HOLDER_NOBODY)
    {
      /* TRANSLATORS: on a button: only conversations are listed that nobody holds. */
      return g_strdup (_ ("Unassigned"));
    }

  if (self->base->holder == REA_HOLDER_SENDERS && g_strv_length (self->base->senders) == 1)
    {
      /* TRANSLATORS: on a button: only the conversations of one sender are listed. */
      return g_strdup_printf (_ ("Held by %s"),
                              sender != NULL ? rea_sender_item_get_name (sender) : email);
    }

  /* TRANSLATORS: on a button: only a part of the conversations is listed. */
  return g_strdup (_ ("Some conversations"));
}

static void
write_base (ReaMessengerFilter *self)
{
  g_autoptr (ReaFilter) everything = rea_filter_new ();
  gboolean         narrows = !rea_filter_equal (self->base, everything);
  g_autofree char *label = narrows ? dup_base_label (self) : NULL;

  gtk_widget_set_visible (self->holder_button, narrows);
  gtk_label_set_text (self->holder_label, label);
  rea_a11y_set_label (self->holder_button, label != NULL ? label : "");
}

static void
set_base (ReaMessengerFilter *self, ReaFilter *base)
{
  g_clear_pointer (&self->base, rea_filter_free);
  self->base = base;
  base->status = REA_STATUS_ANY;
  base->flag = 0;
  rea_filter_set_search (base, NULL);
  write_base (self);
}

/* The button goes, and the focus with it to the search. */
static void
drop_holder_cb (ReaMessengerFilter *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  set_base (self, rea_filter_new ());
  changed_cb (self);
}

/**
 * rea_messenger_filter_set_campaign:
 * @self: the filter
 * @campaign: (nullable): the campaign whose conversations are listed
 * @senders: (nullable): its senders
 *
 * Begins with everything of a campaign, without emitting changed.
 */
void
rea_messenger_filter_set_campaign (ReaMessengerFilter *self,
                                   ReaCampaignModel   *campaign,
                                   ReaSenderList      *senders)
{
  g_autoptr (ReaFilter) everything = rea_filter_new ();

  g_return_if_fail (REA_IS_MESSENGER_FILTER (self));

  if (self->campaign != NULL)
    g_signal_handlers_disconnect_by_func (self->campaign, write_choices, self);
  if (self->senders != NULL)
    g_signal_handlers_disconnect_by_func (self->senders, write_base, self);

  g_set_object (&self->campaign, campaign);
  g_set_object (&self->senders, senders);

  if (campaign != NULL)
    g_signal_connect_object (campaign, "notify", G_CALLBACK (write_choices), self,
                             G_CONNECT_SWAPPED);
  if (senders != NULL)
    g_signal_connect_object (senders, "refreshed", G_CALLBACK (write_base), self,
                             G_CONNECT_SWAPPED);

  write_choices (self);
  rea_messenger_filter_set (self, everything);
}

/**
 * rea_messenger_filter_set:
 * @self: the filter
 * @filter: what is to be listed
 *
 * Sets all of it, without emitting changed.
 */
void
rea_messenger_filter_set (ReaMessengerFilter *self, const ReaFilter *filter)
{
  g_return_if_fail (REA_IS_MESSENGER_FILTER (self));

  self->setting = TRUE;
  gtk_drop_down_set_selected (self->drop_down, find_choice (filter));
  gtk_editable_set_text (self->search_entry, filter->search != NULL ? filter->search : "");
  set_base (self, rea_filter_copy (filter));
  self->setting = FALSE;
}

/**
 * rea_messenger_filter_apply:
 * @self: the filter
 * @filter: changed: lets through only what this one does
 *
 * Narrows a filter that narrows nothing but the status.
 */
void
rea_messenger_filter_apply (ReaMessengerFilter *self, ReaFilter *filter)
{
  const char *search = gtk_editable_get_text (self->search_entry);

  g_return_if_fail (REA_IS_MESSENGER_FILTER (self));

  filter->holder = self->base->holder;
  if (self->base->senders != NULL)
    rea_filter_set_senders (filter, (const char *const *) self->base->senders);
  filter->offline_minutes = self->base->offline_minutes;
  filter->waiting_minutes = self->base->waiting_minutes;
  filter->unmoved_minutes = self->base->unmoved_minutes;
  if (self->base->conversations != NULL)
    rea_filter_take_conversations (filter, g_array_copy (self->base->conversations));
  if (*search != '\0')
    rea_filter_set_search (filter, search);
  apply_choice (gtk_drop_down_get_selected (self->drop_down), filter);
}

/**
 * rea_messenger_filter_is_everything:
 * @self: the filter
 *
 * Returns: whether nothing is chosen in the drop-down
 */
gboolean
rea_messenger_filter_is_everything (ReaMessengerFilter *self)
{
  g_return_val_if_fail (REA_IS_MESSENGER_FILTER (self), TRUE);

  return gtk_drop_down_get_selected (self->drop_down) == CHOICE_EVERYTHING;
}

/**
 * rea_messenger_filter_narrows:
 * @self: the filter
 *
 * Returns: whether it leaves anything out at all
 */
gboolean
rea_messenger_filter_narrows (ReaMessengerFilter *self)
{
  g_autoptr (ReaFilter) everything = rea_filter_new ();
  g_autoptr (ReaFilter) filter = rea_filter_new ();

  g_return_val_if_fail (REA_IS_MESSENGER_FILTER (self), FALSE);

  rea_messenger_filter_apply (self, filter);

  return !rea_filter_equal (filter, everything);
}

/**
 * rea_messenger_filter_show_everything:
 * @self: the filter
 *
 * Chooses nothing in the drop-down, without emitting changed.
 */
void
rea_messenger_filter_show_everything (ReaMessengerFilter *self)
{
  g_return_if_fail (REA_IS_MESSENGER_FILTER (self));

  self->setting = TRUE;
  gtk_drop_down_set_selected (self->drop_down, CHOICE_EVERYTHING);
  self->setting = FALSE;
}

/**
 * rea_messenger_filter_search:
 * @self: the filter
 *
 * Puts the focus into the search.
 */
void
rea_messenger_filter_search (ReaMessengerFilter *self)
{
  g_return_if_fail (REA_IS_MESSENGER_FILTER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
rea_messenger_filter_dispose (GObject *object)
{
  ReaMessengerFilter *self = REA_MESSENGER_FILTER (object);

  g_clear_object (&self->campaign);
  g_clear_object (&self->senders);

  G_OBJECT_CLASS (rea_messenger_filter_parent_class)->dispose (object);
}

static void
rea_messenger_filter_finalize (GObject *object)
{
  rea_filter_free (REA_MESSENGER_FILTER (object)->base);

  G_OBJECT_CLASS (rea_messenger_filter_parent_class)->finalize (object);
}

static void
rea_messenger_filter_class_init (ReaMessengerFilterClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rea_messenger_filter_dispose;
  object_class->finalize = rea_messenger_filter_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[STOPPED] = g_signal_new ("stopped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-messenger-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaMessengerFilter, drop_down);
  gtk_widget_class_bind_template_child (widget_class, ReaMessengerFilter, choices);
  gtk_widget_class_bind_template_child (widget_class, ReaMessengerFilter, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ReaMessengerFilter, holder_button);
  gtk_widget_class_bind_template_child (widget_class, ReaMessengerFilter, holder_label);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_holder_cb);
}

static void
rea_messenger_filter_init (ReaMessengerFilter *self)
{
  self->setting = TRUE;
  self->base = rea_filter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  write_choices (self);
  rea_drop_down_ellipsize (self->drop_down);
  /* TRANSLATORS: what a screen reader calls a drop-down. */
  rea_a11y_name_drop_down (self->drop_down, _ ("What is not finished"));
  self->setting = FALSE;
}
