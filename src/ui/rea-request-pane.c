/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-request-pane.h"

#include "rea-error.h"
#include "rea-clock.h"
#include "rea-format.h"
#include "rea-number-row.h"

#include <glib/gi18n-lib.h>

struct _ReaRequestPane
{
  AdwBin parent_instance;

  GtkWidget      *status_group;
  GtkCheckButton *any_button;
  GtkCheckButton *needs_reply_button;
  GtkCheckButton *not_started_button;
  GtkLabel       *any_count;
  GtkLabel       *needs_reply_count;
  GtkLabel       *not_started_count;
  ReaNumberRow   *number_row;
  GtkWidget      *to_group;
  GtkWidget      *unassigned_row;
  GtkWidget      *chosen_row;
  GtkWidget      *others_row;
  GtkWidget      *unassigned_note;
  GtkCheckButton *unassigned_button;
  GtkCheckButton *chosen_button;
  GtkCheckButton *others_button;
  GtkLabel       *others_count;
  GtkCheckButton *online_button;
  GtkLabel       *to_error;
  GtkWidget      *divide_group;
  GtkCheckButton *evenly_button;
  GtkCheckButton *level_button;

  ReaChoiceList   *choices;
  ReaSenderList   *senders;
  ReaReassignCase *reassign;
  gboolean         self_assign;
  gboolean         setting;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaRequestPane, rea_request_pane, ADW_TYPE_BIN)

static ReaStatus
get_status (ReaRequestPane *self)
{
  if (gtk_check_button_get_active (self->needs_reply_button))
    return REA_STATUS_NEEDS_REPLY;
  if (gtk_check_button_get_active (self->not_started_button))
    return REA_STATUS_NOT_STARTED;

  return REA_STATUS_ANY;
}

static ReaTo
get_to (ReaRequestPane *self)
{
  if (gtk_check_button_get_active (self->unassigned_button))
    return REA_TO_UNASSIGNED;
  if (gtk_check_button_get_active (self->chosen_button))
    return REA_TO_SENDERS;

  return gtk_check_button_get_active (self->online_button) ? REA_TO_ONLINE : REA_TO_OTHERS;
}

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
set_count (GtkLabel *label, gint64 count)
{
  g_autofree char *text = rea_format_number (count);

  gtk_label_set_text (label, text);
}

/* Whom "all users" means: every sender whose conversations these are not. */
static void
count_receivers (ReaRequestPane *self, gint64 *n_senders, gint64 *n_online)
{
  guint  n = g_list_model_get_n_items (G_LIST_MODEL (self->senders));
  gint64 now = rea_clock_now ();

  *n_senders = 0;
  *n_online = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ReaSenderItem) item = g_list_model_get_item (G_LIST_MODEL (self->senders), i);
      const char *email = rea_sender_item_get_email (item);

      if (email == NULL || rea_reassign_case_names_holder (self->reassign, email) ||
          rea_filter_covers_presence (self->reassign->from, rea_sender_item_get_online (item),
                                      rea_sender_item_get_last_seen (item), now))
        continue;

      *n_senders += 1;
      *n_online += rea_sender_item_get_online (item);
    }
}

static void
update_counts (ReaRequestPane *self)
{
  gint64           n_senders;
  gint64           n_online;
  g_autofree char *online_text = NULL;
  g_autofree char *online_label = NULL;

  count_receivers (self, &n_senders, &n_online);
  set_count (self->any_count, rea_choice_list_count (self->choices, REA_STATUS_ANY));
  set_count (self->needs_reply_count,
             rea_choice_list_count (self->choices, REA_STATUS_NEEDS_REPLY));
  set_count (self->not_started_count,
             rea_choice_list_count (self->choices, REA_STATUS_NOT_STARTED));
  set_count (self->others_count, n_senders);

  online_text = rea_format_number (n_online);
  /* TRANSLATORS: narrows "Distribute to all users"; %s is how many they are. */
  online_label = g_strdup_printf (_ ("Only those who are online (%s)"), online_text);
  gtk_check_button_set_label (self->online_button, online_label);
}

/**
 * rea_request_pane_update:
 * @self: the pane
 *
 * Writes anew how many there are of what.
 */
void
rea_request_pane_update (ReaRequestPane *self)
{
  ReaStatus status = get_status (self);
  ReaTo     to = get_to (self);
  gint64    held = rea_choice_list_count_chosen (self->choices, status);
  gint64    unassigned = rea_choice_list_count_unassigned (self->choices, status);

  update_counts (self);
  rea_number_row_update (self->number_row, rea_choice_list_count (self->choices, status),
                         to == REA_TO_UNASSIGNED ? unassigned : held, unassigned, to);
}

static void
changed_cb (ReaRequestPane *self)
{
  ReaTo to = get_to (self);

  if (self->setting || self->choices == NULL)
    return;

  rea_choice_list_set_to (self->choices, to);
  gtk_widget_set_visible (self->divide_group, to != REA_TO_UNASSIGNED);
  gtk_widget_set_visible (self->unassigned_note, to == REA_TO_UNASSIGNED && self->self_assign);
  gtk_widget_set_sensitive (GTK_WIDGET (self->online_button),
                            to == REA_TO_OTHERS || to == REA_TO_ONLINE);
  rea_request_pane_update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Of two radio buttons that change, one speaks: the one that is chosen now. */
static void
radio_cb (ReaRequestPane *self, GtkCheckButton *button)
{
  if (gtk_check_button_get_active (button))
    changed_cb (self);
}

/**
 * rea_request_pane_build:
 * @self: the pane
 *
 * Puts the request together. Where a number is asked for and what stands in the
 * field is none, it is 0.
 *
 * Returns: (transfer full): the request
 */
ReaRequest *
rea_request_pane_build (ReaRequestPane *self)
{
  ReaTo     to = get_to (self);
  ReaDivide divide =
      gtk_check_button_get_active (self->level_button) ? REA_DIVIDE_LEVEL : REA_DIVIDE_EVENLY;
  g_auto (GStrv) chosen = rea_choice_list_dup_chosen (self->choices);

  return rea_reassign_case_build (self->reassign, get_status (self),
                                  rea_number_row_get_number (self->number_row), to,
                                  (const char *const *) chosen, divide);
}

/**
 * rea_request_pane_find_missing:
 * @self: the pane
 * @request: what was built
 *
 * Returns: (nullable): what is missing for it to be a request, or %NULL
 */
const char *
rea_request_pane_find_missing (ReaRequestPane *self, const ReaRequest *request)
{
  if (request->to == REA_TO_SENDERS &&
      (request->to_senders == NULL || request->to_senders[0] == NULL))
    {
      /* TRANSLATORS: what is missing for a move. */
      return _ ("Choose at least one sender to receive conversations.");
    }

  if (rea_reassign_case_get_number (self->reassign) != REA_REASSIGN_NUMBER_ALL &&
      request->number == REA_NUMBER_ALL && !rea_number_row_takes_all (self->number_row))
    {
      /* TRANSLATORS: what is missing for a move. */
      return _ ("Enter how many conversations are to move.");
    }

  return NULL;
}

/**
 * rea_request_pane_set_error:
 * @self: the pane
 * @error: (nullable): why the request cannot be carried out, or %NULL
 *
 * Says an error beside what it is about, if that stands here.
 */
void
rea_request_pane_set_error (ReaRequestPane *self, const GError *error)
{
  gboolean about_number = g_error_matches (error, REA_ERROR, REA_ERROR_TOO_FEW) ||
                          g_error_matches (error, REA_ERROR, REA_ERROR_INVALID);
  gboolean about_to = g_error_matches (error, REA_ERROR, REA_ERROR_NOBODY);

  rea_number_row_set_error (self->number_row, about_number ? error->message : NULL);
  set_label (self->to_error, about_to ? error->message : NULL);
}

/* Where there is but one place to go to, there is nothing to choose. */
static void
set_up_to (ReaRequestPane *self)
{
  const ReaReassignCase *reassign = self->reassign;
  gboolean               can_unassign = rea_reassign_case_offers (reassign, REA_TO_UNASSIGNED);
  gboolean               can_choose = rea_reassign_case_offers (reassign, REA_TO_SENDERS);
  gboolean               can_distribute = rea_reassign_case_offers (reassign, REA_TO_OTHERS);

  gtk_widget_set_visible (self->to_group, can_unassign + can_choose + can_distribute > 1);
  gtk_widget_set_visible (self->unassigned_row, can_unassign);
  gtk_widget_set_visible (self->chosen_row, can_choose);
  gtk_widget_set_visible (self->others_row, can_distribute);
  gtk_widget_set_visible (GTK_WIDGET (self->online_button),
                          rea_reassign_case_offers (reassign, REA_TO_ONLINE));

  switch (rea_reassign_case_get_first_to (reassign))
    {
    case REA_TO_UNASSIGNED:
      gtk_check_button_set_active (self->unassigned_button, TRUE);
      break;
    case REA_TO_ONLINE:
      gtk_check_button_set_active (self->online_button, TRUE);
      gtk_check_button_set_active (self->others_button, TRUE);
      break;
    case REA_TO_SENDERS:
    case REA_TO_OTHERS:
    default:
      gtk_check_button_set_active (self->chosen_button, TRUE);
    }

  gtk_check_button_set_active (rea_reassign_case_get_first_divide (reassign) == REA_DIVIDE_LEVEL
                                   ? self->level_button
                                   : self->evenly_button,
                               TRUE);
}

/**
 * rea_request_pane_set_up:
 * @self: the pane
 * @choices: who can be chosen
 * @campaign: the campaign
 * @senders: its senders
 * @reassign: what is reassigned, and what is asked
 *
 * Shows what there is to choose. It is called once.
 */
void
rea_request_pane_set_up (ReaRequestPane        *self,
                         ReaChoiceList         *choices,
                         ReaCampaignModel      *campaign,
                         ReaSenderList         *senders,
                         const ReaReassignCase *reassign)
{
  const ReaOverview *overview = rea_campaign_model_get_overview (campaign);
  ReaReassignNumber  number = rea_reassign_case_get_number (reassign);

  g_return_if_fail (self->choices == NULL);

  self->senders = g_object_ref (senders);
  self->reassign = rea_reassign_case_copy (reassign);
  self->self_assign = overview != NULL && overview->campaign->self_assign;

  gtk_widget_set_visible (GTK_WIDGET (self), rea_reassign_case_offers (reassign, REA_TO_SENDERS));
  gtk_widget_set_visible (self->status_group, rea_reassign_case_asks_status (reassign));
  gtk_widget_set_visible (GTK_WIDGET (self->number_row), number != REA_REASSIGN_NUMBER_ALL);
  rea_number_row_set_offers_all (self->number_row, number == REA_REASSIGN_NUMBER_OFFERED);
  set_up_to (self);

  self->choices = g_object_ref (choices);
  g_signal_connect_object (choices, "chosen-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  changed_cb (self);
}

/* Its first choice; of radio buttons the one that is chosen. */
static gboolean
rea_request_pane_grab_focus (GtkWidget *widget)
{
  ReaRequestPane *self = REA_REQUEST_PANE (widget);
  ReaTo           chosen = get_to (self);
  GtkCheckButton *to = chosen == REA_TO_UNASSIGNED ? self->unassigned_button
                       : chosen == REA_TO_SENDERS  ? self->chosen_button
                                                   : self->others_button;

  if (rea_reassign_case_asks_status (self->reassign))
    return gtk_widget_grab_focus (GTK_WIDGET (self->any_button));
  if (gtk_widget_get_visible (GTK_WIDGET (self->number_row)))
    return gtk_widget_child_focus (GTK_WIDGET (self->number_row), GTK_DIR_TAB_FORWARD);

  return gtk_widget_grab_focus (GTK_WIDGET (to));
}

static void
rea_request_pane_dispose (GObject *object)
{
  ReaRequestPane *self = REA_REQUEST_PANE (object);

  g_clear_object (&self->choices);
  g_clear_object (&self->senders);
  g_clear_pointer (&self->reassign, rea_reassign_case_free);

  G_OBJECT_CLASS (rea_request_pane_parent_class)->dispose (object);
}

static void
rea_request_pane_class_init (ReaRequestPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rea_request_pane_dispose;
  widget_class->grab_focus = rea_request_pane_grab_focus;

  g_type_ensure (REA_TYPE_NUMBER_ROW);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-request-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaRequestPane, status_group);
  gtk_widget_class_bind_template_child (widget_class, ReaRequestPane, any_button);
  gtk_widget_class_bind_template_child (widget_class, ReaRequestPane, needs_reply_button);
  gtk_widget_class_bind_template_child (widget_class, ReaRequestPane, not_started_button);
  gtk_widget_class_bind_template_child (widget_class, ReaRequestPane, any_count);
  gtk_widget_class_bind_template_child (widget_class, ReaRequestPane, needs_reply_count);
  gtk_widget_class_bind_template_child (widget_class, ReaRequestPane, not_started_count);
  gtk_widget_class_bind_template_child (widget_class, ReaRequestPane, number_row);
  gtk_widget_class_bind_template_child (widget_class, ReaRequestPane, to_group);
  gtk_widget_class_bind_template_child (widget_class, ReaRequestPane, unassigned_row);
  gtk_widget_class_bind_template_child (widget_class, ReaRequestPane, chosen_row);
  gtk_widget_class_bind_template_child (widget_class, ReaRequestPane, others_row);
  gtk_widget_class_bind_template_child (widget_class, ReaRequestPane, unassigned_note);
  gtk_widget_class_bind_template_child (widget_class, ReaRequestPane, unassigned_button);
  gtk_widget_class_bind_template_child (widget_class, ReaRequestPane, chosen_button);
  gtk_widget_class_bind_template_child (widget_class, ReaRequestPane, others_button);
  gtk_widget_class_bind_template_child (widget_class, ReaRequestPane, others_count);
  gtk_widget_class_bind_template_child (widget_class, ReaRequestPane, online_button);
  gtk_widget_class_bind_template_child (widget_class, ReaRequestPane, to_error);
  gtk_widget_class_bind_template_child (widget_class, ReaRequestPane, divide_group);
  gtk_widget_class_bind_template_child (widget_class, ReaRequestPane, evenly_button);
  gtk_widget_class_bind_template_child (widget_class, ReaRequestPane, level_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, radio_cb);
}

static void
rea_request_pane_init (ReaRequestPane *self)
{
  self->setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_check_button_set_active (self->any_button, TRUE);
  gtk_check_button_set_active (self->evenly_button, TRUE);
  self->setting = FALSE;
}
