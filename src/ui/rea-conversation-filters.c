/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-conversation-filters.h"

#include "rea-a11y.h"
#include "rea-format.h"
#include "rea-holder-choices.h"

#include <glib/gi18n-lib.h>

/* The drop-down begins with Any Status; the statuses follow in their order. */
#define STATUS_POSITION(status) ((guint) (status) + 1)

struct _ReaConversationFilters
{
  AdwBin parent_instance;

  GtkDropDown   *status_drop_down;
  GtkDropDown   *holder_drop_down;
  GtkMenuButton *more_button;
  GtkWidget     *named_button;
  GtkLabel      *named_label;

  ReaSenderList       *senders;
  int                  waiting;
  int                  unmoved;
  ReaConversationFlags flag;
  GArray              *named;
  gboolean             setting;
};

enum
{
  PROP_WAITING = 1,
  PROP_UNMOVED,
  PROP_FLAG,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaConversationFilters, rea_conversation_filters, ADW_TYPE_BIN)

static const char *
get_flag_label (ReaConversationFlags flag)
{
  switch (flag)
    {
    case REA_FLAG_MARKED:
      return C_ ("flag", "May Want to Opt Out");
    case REA_FLAG_OPTED_OUT:
      return C_ ("flag", "Opted Out");
    case REA_FLAG_WROTE_AFTER_OPT_OUT:
      return C_ ("flag", "Wrote After Opting Out");
    case REA_FLAG_SURVEY_OPEN:
      return C_ ("flag", "Survey Open");
    default:
      g_return_val_if_reached ("");
    }
}

/* The button says what the menu behind it has set. */
static void
update_more (ReaConversationFilters *self)
{
  guint n =
      (self->waiting != REA_MINUTES_ANY) + (self->unmoved != REA_MINUTES_ANY) + (self->flag != 0);
  g_autofree char *duration = NULL;
  g_autofree char *number = rea_format_number (n);
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  if (n == 0)
    {
      /* TRANSLATORS: on the button that opens a menu of filters, none of which is set. */
      label = g_strdup (_ ("More"));
    }
  else if (n > 1)
    {
      /* TRANSLATORS: on the button of a menu of filters: so many of them are set. */
      label = g_strdup_printf (ngettext ("%s More", "%s More", n), number);
    }
  else if (self->flag != 0)
    label = g_strdup (get_flag_label (self->flag));
  else if (self->waiting != REA_MINUTES_ANY)
    {
      duration = rea_format_duration ((gint64) self->waiting * 60);
      /* TRANSLATORS: on the button of a menu of filters: contacts who wait for so long or longer;
       * %s is like "2 h 5 min". */
      label = g_strdup_printf (_ ("Waiting %s"), duration);
    }
  else
    {
      duration = rea_format_duration ((gint64) self->unmoved * 60);
      /* TRANSLATORS: on the button of a menu of filters: conversations that nobody moved for so
       * long; %s is like "2 h 5 min". */
      label = g_strdup_printf (_ ("Not Moved %s"), duration);
    }

  gtk_menu_button_set_label (self->more_button, label);
  /* TRANSLATORS: what a screen reader calls the button of a menu of filters; %s says what is set.
   */
  name = g_strdup_printf (_ ("More filters: %s"), n > 0 ? label : _ ("None"));
  rea_a11y_set_label (GTK_WIDGET (self->more_button), name);
}

static void
changed_cb (ReaConversationFilters *self)
{
  if (self->setting || self->senders == NULL)
    return;

  /* Who was chosen is no sender any more. */
  if (gtk_drop_down_get_selected (self->holder_drop_down) == GTK_INVALID_LIST_POSITION)
    {
      gtk_drop_down_set_selected (self->holder_drop_down, REA_HOLDER_CHOICE_ANY);
      return;
    }

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
more_changed (ReaConversationFilters *self, guint prop)
{
  update_more (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
  changed_cb (self);
}

/* The drop-down of GTK 4.8 finds what begins with a text; people are looked for by
 * their last names, too.
 */
static void
find_anywhere (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkSelectionModel *rows =
          GTK_IS_LIST_VIEW (child) ? gtk_list_view_get_model (GTK_LIST_VIEW (child)) : NULL;
      GListModel *found = GTK_IS_SINGLE_SELECTION (rows)
                              ? gtk_single_selection_get_model (GTK_SINGLE_SELECTION (rows))
                              : NULL;
      GtkFilter  *filter = GTK_IS_FILTER_LIST_MODEL (found)
                               ? gtk_filter_list_model_get_filter (GTK_FILTER_LIST_MODEL (found))
                               : NULL;

      if (GTK_IS_STRING_FILTER (filter))
        gtk_string_filter_set_match_mode (GTK_STRING_FILTER (filter),
                                          GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
      else if (GTK_IS_SEARCH_ENTRY (child))
        {
          /* TRANSLATORS: what a screen reader calls the search in a drop-down of senders. */
          rea_a11y_set_label (child, _ ("Search senders"));
        }
      else
        find_anywhere (child);
    }
}

/**
 * rea_conversation_filters_set_senders:
 * @self: the filters
 * @senders: the senders of a campaign
 *
 * Offers its senders.
 */
void
rea_conversation_filters_set_senders (ReaConversationFilters *self, ReaSenderList *senders)
{
  g_autoptr (GListModel) holders = rea_holder_choices_new (senders);

  g_return_if_fail (REA_IS_CONVERSATION_FILTERS (self));

  self->setting = TRUE;
  g_set_object (&self->senders, senders);
  gtk_drop_down_set_model (self->holder_drop_down, holders);
  find_anywhere (GTK_WIDGET (self->holder_drop_down));
  self->setting = FALSE;
}

/**
 * rea_conversation_filters_dup:
 * @self: the filters
 *
 * Returns: (transfer full): what is set
 */
ReaFilter *
rea_conversation_filters_dup (ReaConversationFilters *self)
{
  ReaFilter *filter = rea_filter_new ();

  filter->status = rea_conversation_filters_get_status (self);
  if (self->senders != NULL)
    rea_holder_choices_apply (self->senders, rea_conversation_filters_get_holder (self), filter);
  filter->waiting_minutes = self->waiting;
  filter->unmoved_minutes = self->unmoved;
  filter->flag = self->flag;
  if (self->named != NULL)
    rea_filter_take_conversations (filter, g_array_copy (self->named));

  return filter;
}

static void
drop_named (ReaConversationFilters *self)
{
  g_clear_pointer (&self->named, g_array_unref);
  gtk_widget_set_visible (self->named_button, FALSE);
}

/* The button goes, and the focus with it to the one beside it. */
static void
drop_named_cb (ReaConversationFilters *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->more_button));
  drop_named (self);
  changed_cb (self);
}

/**
 * rea_conversation_filters_set:
 * @self: the filters
 * @status: one status, or any
 * @holder: the position of a choice of holders
 *
 * Sets these two and nothing else, without emitting changed.
 */
void
rea_conversation_filters_set (ReaConversationFilters *self, ReaStatus status, guint holder)
{
  g_return_if_fail (REA_IS_CONVERSATION_FILTERS (self));

  self->setting = TRUE;
  gtk_drop_down_set_selected (self->status_drop_down, STATUS_POSITION (status));
  gtk_drop_down_set_selected (self->holder_drop_down, holder);
  g_object_set (self, "waiting", REA_MINUTES_ANY, "unmoved", REA_MINUTES_ANY, "flag", "any", NULL);
  drop_named (self);
  self->setting = FALSE;
}

/**
 * rea_conversation_filters_set_named:
 * @self: the filters
 * @ids: (transfer full) (element-type gint64): conversations, ascending
 * @label: what they are, in a few words
 *
 * Lets these through and no others, until somebody presses the button that says so;
 * without emitting changed.
 */
void
rea_conversation_filters_set_named (ReaConversationFilters *self, GArray *ids, const char *label)
{
  g_return_if_fail (REA_IS_CONVERSATION_FILTERS (self));

  rea_conversation_filters_set (self, REA_STATUS_ANY, REA_HOLDER_CHOICE_ANY);
  self->named = ids;
  gtk_label_set_text (self->named_label, label);
  rea_a11y_set_label (self->named_button, label);
  gtk_widget_set_visible (self->named_button, TRUE);
}

/**
 * rea_conversation_filters_get_status:
 * @self: the filters
 *
 * Returns: one status, or any
 */
ReaStatus
rea_conversation_filters_get_status (ReaConversationFilters *self)
{
  g_return_val_if_fail (REA_IS_CONVERSATION_FILTERS (self), REA_STATUS_ANY);

  return (int) gtk_drop_down_get_selected (self->status_drop_down) - 1;
}

/**
 * rea_conversation_filters_get_holder:
 * @self: the filters
 *
 * Returns: the position of a choice of holders
 */
guint
rea_conversation_filters_get_holder (ReaConversationFilters *self)
{
  g_return_val_if_fail (REA_IS_CONVERSATION_FILTERS (self), REA_HOLDER_CHOICE_ANY);

  return gtk_drop_down_get_selected (self->holder_drop_down);
}

static void
rea_conversation_filters_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReaConversationFilters *self = REA_CONVERSATION_FILTERS (object);

  switch (id)
    {
    case PROP_WAITING:
      g_value_set_int (value, self->waiting);
      break;
    case PROP_UNMOVED:
      g_value_set_int (value, self->unmoved);
      break;
    case PROP_FLAG:
      g_value_set_string (value, self->flag != 0 ? rea_flag_to_string (self->flag) : "any");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_conversation_filters_set_property (GObject      *object,
                                       guint         id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  ReaConversationFilters *self = REA_CONVERSATION_FILTERS (object);

  switch (id)
    {
    case PROP_WAITING:
      self->waiting = g_value_get_int (value);
      more_changed (self, id);
      break;
    case PROP_UNMOVED:
      self->unmoved = g_value_get_int (value);
      more_changed (self, id);
      break;
    case PROP_FLAG:
      if (!rea_flag_from_string (g_value_get_string (value), &self->flag))
        self->flag = 0;
      more_changed (self, id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_conversation_filters_dispose (GObject *object)
{
  ReaConversationFilters *self = REA_CONVERSATION_FILTERS (object);

  g_clear_object (&self->senders);
  g_clear_pointer (&self->named, g_array_unref);

  G_OBJECT_CLASS (rea_conversation_filters_parent_class)->dispose (object);
}

static void
rea_conversation_filters_class_init (ReaConversationFiltersClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rea_conversation_filters_get_property;
  object_class->set_property = rea_conversation_filters_set_property;
  object_class->dispose = rea_conversation_filters_dispose;

  properties[PROP_WAITING] =
      g_param_spec_int ("waiting", NULL, NULL, REA_MINUTES_ANY, G_MAXINT, REA_MINUTES_ANY, flags);
  properties[PROP_UNMOVED] =
      g_param_spec_int ("unmoved", NULL, NULL, REA_MINUTES_ANY, G_MAXINT, REA_MINUTES_ANY, flags);
  properties[PROP_FLAG] = g_param_spec_string ("flag", NULL, NULL, "any", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_property_action (widget_class, "filters.waiting", "waiting");
  gtk_widget_class_install_property_action (widget_class, "filters.unmoved", "unmoved");
  gtk_widget_class_install_property_action (widget_class, "filters.flag", "flag");

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-conversation-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaConversationFilters, status_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationFilters, holder_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationFilters, more_button);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationFilters, named_button);
  gtk_widget_class_bind_template_child (widget_class, ReaConversationFilters, named_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_named_cb);
}

static void
rea_conversation_filters_init (ReaConversationFilters *self)
{
  self->waiting = REA_MINUTES_ANY;
  self->unmoved = REA_MINUTES_ANY;
  gtk_widget_init_template (GTK_WIDGET (self));
  update_more (self);

  /* TRANSLATORS: what a screen reader calls a drop-down. */
  rea_a11y_name_drop_down (self->status_drop_down, _ ("Status"));
  /* TRANSLATORS: what a screen reader calls a drop-down. */
  rea_a11y_name_drop_down (self->holder_drop_down, _ ("Sender"));
}
