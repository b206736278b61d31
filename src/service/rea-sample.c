/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sample.h"

#include "rea-name.h"
#include "rea-segments.h"
#include "rea-sending.h"
#include "rea-session-private.h"

void
rea_sample_free (ReaSample *self)
{
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_free (self->contact);
  g_free (self->sender);
  g_free (self->text);
  g_free (self->problem);
  g_free (self);
}

/* The contact to write to; behind the last one it begins again. */
static ReaConversation *
dup_contact (ReaSession   *self,
             gint64        campaign,
             guint64       nth,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (ReaCampaign) entered = rea_session_get_campaign (self, campaign, error);
  g_autoptr (ReaPage) page = NULL;
  ReaConversation *nobody;

  if (entered == NULL)
    return NULL;

  page = rea_session_list_conversations (self, campaign, filter, REA_SORT_ID, NULL,
                                         entered->total > 0 ? nth % entered->total : 0, 1,
                                         cancellable, error);
  if (page == NULL)
    return NULL;

  if (page->conversations->len > 0)
    return rea_conversation_copy (g_ptr_array_index (page->conversations, 0));

  /* Nobody: the names of the variables can be looked at nevertheless. */
  nobody = rea_conversation_new ();
  nobody->first_name = g_strdup ("");
  nobody->last_name = g_strdup ("");

  return nobody;
}

/* Who holds it; where nobody does, one of the senders; else who asks. */
static ReaUser *
dup_writer (ReaSession *self, gint64 campaign, const ReaConversation *contact, GError **error)
{
  g_autoptr (GPtrArray) senders = rea_session_list_senders (self, campaign, error);
  const ReaSender *writer = NULL;

  if (senders == NULL)
    return NULL;

  if (contact->holder_email != NULL)
    writer = rea_senders_find (senders, contact->holder_email);
  if (writer == NULL && senders->len > 0)
    writer = g_ptr_array_index (senders, 0);

  return rea_user_copy (writer != NULL ? writer->user : rea_session_get_user (self));
}

static char *
dup_contact_name (const ReaConversation *contact)
{
  g_autofree char *name = rea_name_dup_full (contact->first_name, contact->last_name);

  return *name != '\0' ? g_steal_pointer (&name) : g_strdup (contact->phone);
}

/* What cannot be sent is no failure of the call: it is what somebody wants to see. */
static gboolean
fill_sample (ReaSession            *self,
             gint64                 campaign,
             const ReaConversation *contact,
             const ReaUser         *writer,
             const char            *text,
             ReaSample             *sample,
             GError               **error)
{
  g_autoptr (ReaCampaign) entered = rea_session_enter (self, campaign, REA_VERB_SEE, error);
  g_autoptr (GError) problem = NULL;

  if (entered == NULL ||
      !rea_store_list_field_names (rea_session_get_store (self), entered, sample->fields, error))
    return FALSE;

  sample->text = rea_session_fill_in_for (self, entered, contact, writer, text, &problem);
  if (problem != NULL && !g_error_matches (problem, REA_ERROR, REA_ERROR_INVALID))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  if (sample->text != NULL)
    {
      sample->n_segments = rea_segments_count (sample->text);
      rea_sending_check_text (sample->text, &problem);
    }

  if (problem != NULL)
    sample->problem = g_strdup (problem->message);

  return TRUE;
}

/**
 * rea_session_sample_message:
 * @self: a session
 * @campaign: the number of a campaign
 * @text: a message with variables
 * @nth: for which contact, counted from 0; behind the last it begins again
 * @cancellable: (nullable): to cancel it
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the message as that contact would get it
 */
ReaSample *
rea_session_sample_message (ReaSession   *self,
                            gint64        campaign,
                            const char   *text,
                            guint64       nth,
                            GCancellable *cancellable,
                            GError      **error)
{
  g_autoptr (ReaSample) sample = g_new0 (ReaSample, 1);
  g_autoptr (ReaConversation) contact = dup_contact (self, campaign, nth, cancellable, error);
  g_autoptr (ReaUser) writer = NULL;
  gboolean filled;

  g_return_val_if_fail (text != NULL, NULL);

  sample->fields = g_ptr_array_new_with_free_func (g_free);
  if (contact == NULL)
    return NULL;

  writer = dup_writer (self, campaign, contact, error);
  if (writer == NULL || !rea_session_begin (self, REA_STORE_READ, cancellable, error))
    return NULL;

  filled = fill_sample (self, campaign, contact, writer, text, sample, error);
  if (!rea_session_end (self, filled, error))
    return NULL;

  if (contact->id != 0)
    sample->contact = dup_contact_name (contact);
  sample->sender = rea_user_dup_name (writer);

  return g_steal_pointer (&sample);
}
