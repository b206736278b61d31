/* SPDX-License-Identifier: GPL-3.0-or-later */

/* It cannot be taken back, so it asks, once. */
#include "rea-opt-out-question.h"

#include "rea-focus-return.h"
#include "rea-format.h"
#include "rea-labels.h"
#include "rea-name.h"
#include "rea-thread-act.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget       *opener;
  ReaThread       *thread;
  ReaOptOutRefused refused;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->opener);
  g_object_unref (question->thread);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (GError) error = NULL;

  if (!rea_thread_act_finish (source, result, &error))
    question->refused (question->opener, question->thread, error->message);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Question *question = user_data;

  if (g_str_equal (response, "opt-out"))
    rea_thread_act_async (question->thread, rea_session_opt_out, recorded_cb, question);
  else
    question_free (question);
}

static char *
dup_heading (const ReaConversation *contact, gboolean rtl)
{
  g_autofree char *name = rea_name_dup_full (contact->first_name, contact->last_name);
  g_autofree char *label = rea_phone_dup_label (contact->phone);
  g_autofree char *phone = rea_format_phone (label, rtl);

  /* TRANSLATORS: a question; %s is the name of a contact, or a phone number. */
  return g_strdup_printf (_ ("Opt Out %s?"), *name != '\0' ? name : phone);
}

static char *
dup_body (const ReaConversation *contact, gboolean rtl)
{
  g_autofree char *label = rea_phone_dup_label (contact->phone);
  g_autofree char *phone = rea_format_phone (label, rtl);

  /* TRANSLATORS: in the question before an opt-out is recorded; %s is a phone number. */
  return g_strdup_printf (_ ("The number %s is texted no more, in every campaign of this "
                             "database and in later imports, and its conversations are closed. "
                             "This cannot be undone."),
                          phone);
}

/**
 * rea_opt_out_question_ask:
 * @opener: the button that was pressed
 * @thread: a conversation that is loaded
 * @refused: told why it could not be recorded, where it could not
 *
 * Says what opting out does, and records it if that is what is wanted.
 */
void
rea_opt_out_question_ask (GtkWidget *opener, ReaThread *thread, ReaOptOutRefused refused)
{
  const ReaConversation *contact = rea_thread_get_state (thread)->conversation;
  GtkWindow             *window = GTK_WINDOW (gtk_widget_get_root (opener));
  gboolean               rtl = gtk_widget_get_direction (opener) == GTK_TEXT_DIR_RTL;
  g_autofree char       *heading = dup_heading (contact, rtl);
  g_autofree char       *body = dup_body (contact, rtl);
  GtkWidget             *widget = adw_message_dialog_new (window, heading, body);
  AdwMessageDialog      *dialog = ADW_MESSAGE_DIALOG (widget);
  Question              *question = g_new0 (Question, 1);

  question->opener = g_object_ref (opener);
  question->thread = g_object_ref (thread);
  question->refused = refused;

  /* TRANSLATORS: the answers to the question whether to opt a contact out. */
  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "opt-out", _ ("Opt Out"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "opt-out", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), question);
  rea_focus_return_to_opener (GTK_WINDOW (dialog), gtk_widget_get_parent (opener));
  gtk_window_present (GTK_WINDOW (dialog));
}
