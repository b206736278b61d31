/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-messenger-done.h"

#include "rea-format.h"

#include <glib/gi18n-lib.h>

struct _ReaMessengerDone
{
  AdwBin parent_instance;

  AdwStatusPage *page;
  GtkButton     *next_button;
  GtkButton     *more_button;
  GtkLabel      *said_label;

  ReaMessengerView next;
  gboolean         wants_focus;
  gboolean         holds_return;
};

enum
{
  SHOW,
  MORE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaMessengerDone, rea_messenger_done, ADW_TYPE_BIN)

static const char *
get_title (ReaMessengerView view, const ReaCounts *counts, gboolean everyone)
{
  if (rea_counts_total (counts) == 0)
    {
      /* TRANSLATORS: title of an empty page in the Messenger. */
      return everyone ? _ ("No Conversations Yet") : _ ("You Have No Conversations Yet");
    }

  if (view == REA_MESSENGER_INITIAL)
    {
      /* TRANSLATORS: title of an empty page in the Messenger: nobody is left to be written to. */
      return everyone ? _ ("All Initial Messages Are Sent")
                      : _ ("All Your Initial Messages Are Sent");
    }

  if (view == REA_MESSENGER_NEEDS_REPLY)
    {
      /* TRANSLATORS: title of an empty page in the Messenger: no contact waits. */
      return _ ("Nobody Waits for a Reply");
    }

  /* TRANSLATORS: title of an empty page in the Messenger, beside the list. */
  return _ ("Choose a Conversation");
}

static char *
dup_next (ReaMessengerDone *self, const ReaCounts *counts)
{
  gint64           n = counts->n[self->next == REA_MESSENGER_INITIAL ? REA_STATUS_NOT_STARTED
                                                                     : REA_STATUS_NEEDS_REPLY];
  g_autofree char *number = rea_format_number (n);

  if (self->next == REA_MESSENGER_INITIAL)
    {
      /* TRANSLATORS: a button that shows the conversations to which nothing was written yet. */
      return g_strdup_printf (ngettext ("Send %s Initial Message", "Send %s Initial Messages",
                                        (gulong) n),
                              number);
    }

  /* TRANSLATORS: a button that shows the conversations that need a reply. */
  return g_strdup_printf (ngettext ("Answer %s Reply", "Answer %s Replies", (gulong) n), number);
}

static gboolean
find_next (ReaMessengerDone *self, ReaMessengerView view, const ReaCounts *counts)
{
  if (view != REA_MESSENGER_NEEDS_REPLY && counts->n[REA_STATUS_NEEDS_REPLY] > 0)
    self->next = REA_MESSENGER_NEEDS_REPLY;
  else if (view != REA_MESSENGER_INITIAL && counts->n[REA_STATUS_NOT_STARTED] > 0)
    self->next = REA_MESSENGER_INITIAL;
  else
    return FALSE;

  return TRUE;
}

/* Only who has nothing left to begin may ask for more. */
static gboolean
may_ask (const ReaCounts *counts, const ReaCampaign *campaign, gboolean everyone)
{
  return !everyone && campaign != NULL && campaign->self_assign &&
         campaign->state == REA_STATE_ACTIVE && counts->n[REA_STATUS_NOT_STARTED] == 0;
}

static const char *
get_description (gboolean next, gboolean more, const ReaCounts *counts)
{
  if (next || more)
    return NULL;

  if (rea_counts_total (counts) == 0)
    {
      /* TRANSLATORS: on an empty page in the Messenger. */
      return _ ("They come as soon as a moderator assigns some to you.");
    }

  /* TRANSLATORS: on an empty page in the Messenger. */
  return _ ("Replies come here as soon as they are received. Keep the Messenger open to be seen as "
            "online.");
}

static void
focus_wanted (ReaMessengerDone *self)
{
  if (self->wants_focus && (gtk_widget_grab_focus (GTK_WIDGET (self->next_button)) ||
                            gtk_widget_grab_focus (GTK_WIDGET (self->more_button))))
    self->wants_focus = FALSE;
}

/**
 * rea_messenger_done_update:
 * @self: the page
 * @view: what is listed
 * @counts: how many conversations there are
 * @campaign: (nullable): the campaign
 * @everyone: whether these are everyone's
 *
 * Says what to do next.
 */
void
rea_messenger_done_update (ReaMessengerDone  *self,
                           ReaMessengerView   view,
                           const ReaCounts   *counts,
                           const ReaCampaign *campaign,
                           gboolean           everyone)
{
  gboolean next;
  gboolean more;

  g_return_if_fail (REA_IS_MESSENGER_DONE (self));

  next = find_next (self, view, counts);
  more = may_ask (counts, campaign, everyone);
  adw_status_page_set_title (self->page, get_title (view, counts, everyone));
  adw_status_page_set_description (self->page,
                                   everyone ? NULL : get_description (next, more, counts));
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), next);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), more);

  if (next)
    {
      g_autofree char *label = dup_next (self, counts);

      gtk_button_set_label (self->next_button, label);
    }

  if (more)
    {
      g_autofree char *number = rea_format_number (campaign->batch);
      g_autofree char *label =
          /* TRANSLATORS: a button with which a sender takes unassigned conversations. */
          g_strdup_printf (ngettext ("Get %s More Conversation", "Get %s More Conversations",
                                     (gulong) campaign->batch),
                           number);

      gtk_button_set_label (self->more_button, label);
    }

  focus_wanted (self);
}

/**
 * rea_messenger_done_show_narrowed:
 * @self: the page
 *
 * Says that what the list is narrowed to has come to its end.
 */
void
rea_messenger_done_show_narrowed (ReaMessengerDone *self)
{
  g_return_if_fail (REA_IS_MESSENGER_DONE (self));

  /* TRANSLATORS: title of an empty page in the Messenger, beside a list that is narrowed. */
  adw_status_page_set_title (self->page, _ ("Nothing Else Is Listed"));
  adw_status_page_set_description (self->page,
                                   /* TRANSLATORS: on an empty page in the Messenger. */
                                   _ ("Choose a conversation, list everything, or search for "
                                      "something else."));
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), FALSE);
}

/**
 * rea_messenger_done_set_asking:
 * @self: the page
 * @asking: whether more are being asked for
 *
 * Whoever asked waits for the answer.
 */
void
rea_messenger_done_set_asking (ReaMessengerDone *self, gboolean asking)
{
  g_return_if_fail (REA_IS_MESSENGER_DONE (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->more_button), !asking);
}

/* The Return that sent the last message presses no button, however long it is held. */
static gboolean
key_pressed_cb (ReaMessengerDone *self)
{
  return self->holds_return;
}

static void
key_released_cb (ReaMessengerDone *self)
{
  self->holds_return = FALSE;
}

/**
 * rea_messenger_done_grab:
 * @self: the page
 * @holds_return: whether Return is being held down
 *
 * Takes the focus to what can be done next, from where nothing is left.
 */
void
rea_messenger_done_grab (ReaMessengerDone *self, gboolean holds_return)
{
  g_return_if_fail (REA_IS_MESSENGER_DONE (self));

  self->wants_focus = TRUE;
  self->holds_return = holds_return;
  focus_wanted (self);
}

/**
 * rea_messenger_done_say:
 * @self: the page
 * @text: (nullable): a sentence
 *
 * Says below the buttons what came of them.
 */
void
rea_messenger_done_say (ReaMessengerDone *self, const char *text)
{
  g_return_if_fail (REA_IS_MESSENGER_DONE (self));

  gtk_label_set_text (self->said_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->said_label), text != NULL);
}

static void
next_cb (ReaMessengerDone *self)
{
  g_signal_emit (self, signals[SHOW], 0, self->next);
}

static void
more_cb (ReaMessengerDone *self)
{
  g_signal_emit (self, signals[MORE], 0);
}

static void
rea_messenger_done_class_init (ReaMessengerDoneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  signals[SHOW] = g_signal_new ("show-view", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  signals[MORE] =
      g_signal_new ("more", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-messenger-done.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaMessengerDone, page);
  gtk_widget_class_bind_template_child (widget_class, ReaMessengerDone, next_button);
  gtk_widget_class_bind_template_child (widget_class, ReaMessengerDone, more_button);
  gtk_widget_class_bind_template_child (widget_class, ReaMessengerDone, said_label);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_released_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
rea_messenger_done_init (ReaMessengerDone *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
