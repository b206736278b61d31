/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-campaign-moves.h"

#include "rea-focus-return.h"
#include "rea-pages.h"
#include "rea-reassign-dialog.h"
#include "rea-roster.h"
#include "rea-toasts.h"
#include "rea-undo-text.h"

#include <glib/gi18n-lib.h>

struct _ReaCampaignMoves
{
  GObject parent_instance;

  GtkWidget        *view; /* which owns this */
  AdwToastOverlay  *toasts;
  GActionMap       *actions;
  ReaUndoer        *undoer;
  ReaRoster        *roster;
  ReaService       *service;
  ReaCampaignModel *campaign;
  ReaSenderList    *senders;
};

G_DEFINE_FINAL_TYPE (ReaCampaignMoves, rea_campaign_moves, G_TYPE_OBJECT)

static GtkWindow *
get_window (ReaCampaignMoves *self)
{
  return GTK_WINDOW (gtk_widget_get_root (self->view));
}

/* The page on top of the view; NULL at home, and in the Messenger, which has no pages. */
static ReaSubpage *
get_page (ReaCampaignMoves *self)
{
  ReaPages *pages = rea_pages_of (self->view);

  return pages != NULL ? rea_pages_get_page (pages) : NULL;
}

/* A page on top has toasts of its own. */
static AdwToastOverlay *
get_toasts (ReaCampaignMoves *self)
{
  ReaSubpage *page = get_page (self);

  return page != NULL ? rea_subpage_get_toasts (page) : self->toasts;
}

static void
show_toast (ReaCampaignMoves *self,
            const char       *text,
            gboolean          stays,
            const char       *button,
            gint64            move)
{
  GVariant *target = NULL;

  if (move != 0)
    target = g_variant_new ("(xx)", rea_campaign_model_get_id (self->campaign), move);

  rea_toasts_show (get_toasts (self), text, stays, move != 0 ? button : NULL, "campaign.undo-move",
                   target);
}

static void
undone_cb (ReaCampaignMoves *self, const ReaResult *result)
{
  gint64 left =
      result->left.moved_since + result->left.answered_since + result->left.no_longer_sender;
  g_autofree char *text = rea_undo_text_done (result);

  /* TRANSLATORS: takes an undo back. */
  show_toast (self, text, left > 0, _ ("Redo"), result->move);
}

static gboolean
refused_cb (ReaCampaignMoves *self, gint64 move, const char *reason)
{
  show_toast (self, reason, TRUE, NULL, 0);

  return TRUE;
}

static void
moved_cb (ReaReassignDialog *dialog,
          const char        *text,
          gint64             move,
          gboolean           differs,
          gpointer           user_data)
{
  /* TRANSLATORS: takes a move back. */
  show_toast (user_data, text, differs, _ ("Undo"), move);
}

/**
 * rea_campaign_moves_open:
 * @self: the moves
 * @verb: which drop-down
 * @from: (nullable): what it fixes of the filter
 *
 * Opens the dialog that reassigns, where that is allowed now.
 *
 * Returns: (transfer none) (nullable): the dialog
 */
GtkWidget *
rea_campaign_moves_open (ReaCampaignMoves *self, ReaReassignVerb verb, const ReaFilter *from)
{
  g_autoptr (ReaReassignCase) reassign = rea_reassign_case_new (verb, from);
  const char *action = verb == REA_REASSIGN_REMOVE ? "remove-sender" : "reassign";
  ReaSubpage *page = get_page (self);
  GtkWidget  *dialog;

  if (!g_action_group_get_action_enabled (G_ACTION_GROUP (self->actions), action))
    return NULL;

  dialog = rea_reassign_dialog_new (get_window (self), self->service, self->campaign, self->senders,
                                    reassign);
  g_signal_connect_object (dialog, "moved", G_CALLBACK (moved_cb), self, 0);
  rea_focus_return_to_opener (GTK_WINDOW (dialog), page != NULL ? GTK_WIDGET (page) : self->view);
  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}

/* What a menu says of whose conversations are meant: any, unassigned, or an e-mail. */
static void
open_from_menu (ReaCampaignMoves *self, ReaReassignVerb verb, const char *holder)
{
  g_autoptr (ReaFilter) from = rea_filter_new ();

  if (g_strcmp0 (holder, "unassigned") == 0)
    from->holder = REA_HOLDER_NOBODY;
  else if (g_strcmp0 (holder, "any") != 0)
    {
      /* The sender may have been removed while the menu stood open. */
      if (rea_sender_list_find (self->senders, holder) == NULL)
        return;

      rea_filter_set_senders (from, (const char *const[]){ holder, NULL });
    }

  rea_campaign_moves_open (self, verb, from);
}

static void
reassign_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaReassignVerb verb = REA_REASSIGN_ALL;
  const char     *holder;
  const char     *name;

  g_variant_get (parameter, "(&s&s)", &holder, &name);

  if (g_strcmp0 (name, "unassign") == 0)
    verb = REA_REASSIGN_UNASSIGN;
  else if (g_strcmp0 (name, "some") == 0)
    verb = REA_REASSIGN_SOME;

  open_from_menu (user_data, verb, holder);
}

static void
remove_sender_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaCampaignMoves *self = user_data;

  rea_roster_remove (self->roster, g_variant_get_string (parameter, NULL));
}

static void
restore_sender_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaCampaignMoves *self = user_data;
  gint64            campaign;
  const char       *email;

  /* The toast may be one of the campaign that was shown before. */
  g_variant_get (parameter, "(x&s)", &campaign, &email);
  if (campaign == rea_campaign_model_get_id (self->campaign))
    rea_roster_restore (self->roster, email);
}

static void
add_senders_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ReaCampaignMoves *self = user_data;

  rea_roster_add (self->roster, get_window (self));
}

static void
roster_holds_cb (ReaCampaignMoves *self, const char *email)
{
  open_from_menu (self, REA_REASSIGN_REMOVE, email);
}

static void
roster_said_cb (ReaCampaignMoves *self, const char *text, gboolean stays, const char *removed)
{
  GVariant *target = NULL;

  if (removed != NULL)
    target = g_variant_new ("(xs)", rea_campaign_model_get_id (self->campaign), removed);

  /* TRANSLATORS: takes the removal of a sender back. */
  rea_toasts_show (self->toasts, text, stays, removed != NULL ? _ ("Undo") : NULL,
                   "campaign.restore-sender", target);
}

static void
set_enabled (ReaCampaignMoves *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (self->actions, name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static gboolean
can_manage_senders (ReaCampaignMoves *self)
{
  const ReaOverview *overview = rea_campaign_model_get_overview (self->campaign);

  return overview != NULL &&
         rea_role_check (rea_service_get_user (self->service)->role, REA_VERB_MANAGE_SENDERS,
                         NULL) &&
         rea_state_check (overview->campaign->state, REA_VERB_MANAGE_SENDERS, NULL);
}

/**
 * rea_campaign_moves_update:
 * @self: the moves
 *
 * Allows what the state of the campaign and the role of the user allow now.
 */
void
rea_campaign_moves_update (ReaCampaignMoves *self)
{
  gboolean loaded;
  gboolean manages;

  g_return_if_fail (REA_IS_CAMPAIGN_MOVES (self));

  loaded = rea_campaign_model_get_overview (self->campaign) != NULL;
  manages = can_manage_senders (self);
  set_enabled (self, "reassign", loaded && rea_undoer_get_reason (self->undoer) == NULL);
  set_enabled (self, "remove-sender", manages);
  set_enabled (self, "add-senders", manages);
}

/**
 * rea_campaign_moves_say:
 * @self: the moves
 * @text: what was done
 *
 * Says for a while what was done.
 */
void
rea_campaign_moves_say (ReaCampaignMoves *self, const char *text)
{
  g_return_if_fail (REA_IS_CAMPAIGN_MOVES (self));

  show_toast (self, text, FALSE, NULL, 0);
}

/**
 * rea_campaign_moves_set_campaign:
 * @self: the moves
 * @service: the service
 * @campaign: the campaign that is shown
 * @senders: its senders
 *
 * Moves the conversations of this campaign from now on.
 */
void
rea_campaign_moves_set_campaign (ReaCampaignMoves *self,
                                 ReaService       *service,
                                 ReaCampaignModel *campaign,
                                 ReaSenderList    *senders)
{
  g_return_if_fail (REA_IS_CAMPAIGN_MOVES (self));

  g_set_object (&self->service, service);
  g_set_object (&self->campaign, campaign);
  g_set_object (&self->senders, senders);
  rea_undoer_set_campaign (self->undoer, service, campaign);
  rea_roster_set_campaign (self->roster, service, rea_campaign_model_get_id (campaign), senders);
}

/**
 * rea_campaign_moves_new:
 * @view: the view of a campaign
 * @toasts: where it shows toasts
 * @actions: its actions, to which those are added that move
 * @undoer: what takes moves back
 *
 * Returns: (transfer full): what moves the conversations of the campaign
 */
ReaCampaignMoves *
rea_campaign_moves_new (GtkWidget       *view,
                        AdwToastOverlay *toasts,
                        GActionMap      *actions,
                        ReaUndoer       *undoer)
{
  const GActionEntry entries[] = {
    { "reassign", reassign_action, "(ss)", NULL, NULL, { 0 } },
    { "remove-sender", remove_sender_action, "s", NULL, NULL, { 0 } },
    { "restore-sender", restore_sender_action, "(xs)", NULL, NULL, { 0 } },
    { "add-senders", add_senders_action, NULL, NULL, NULL, { 0 } },
  };
  ReaCampaignMoves *self = g_object_new (REA_TYPE_CAMPAIGN_MOVES, NULL);

  self->view = view;
  self->toasts = g_object_ref (toasts);
  self->actions = g_object_ref (actions);
  self->undoer = g_object_ref (undoer);
  g_action_map_add_action_entries (actions, entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (undoer, "undone", G_CALLBACK (undone_cb), self, G_CONNECT_SWAPPED);
  /* Who shows a refusal beside what was pressed has been asked before. */
  g_signal_connect_object (undoer, "refused", G_CALLBACK (refused_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return self;
}

static void
rea_campaign_moves_finalize (GObject *object)
{
  ReaCampaignMoves *self = REA_CAMPAIGN_MOVES (object);

  g_clear_object (&self->senders);
  g_clear_object (&self->campaign);
  g_clear_object (&self->service);
  g_object_unref (self->roster);
  g_clear_object (&self->undoer);
  g_clear_object (&self->actions);
  g_clear_object (&self->toasts);

  G_OBJECT_CLASS (rea_campaign_moves_parent_class)->finalize (object);
}

static void
rea_campaign_moves_class_init (ReaCampaignMovesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rea_campaign_moves_finalize;
}

static void
rea_campaign_moves_init (ReaCampaignMoves *self)
{
  self->roster = rea_roster_new ();
  g_signal_connect_object (self->roster, "said", G_CALLBACK (roster_said_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->roster, "holds", G_CALLBACK (roster_holds_cb), self,
                           G_CONNECT_SWAPPED);
}
