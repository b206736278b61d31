/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stage.h"

/* The store of a database, which is created where there is none. */
ReaStore *
stage_open (Scratch *scratch)
{
  g_autoptr (GError) error = NULL;
  ReaStore *store = rea_store_open (scratch->database, TRUE, &error);

  g_assert_no_error (error);

  return store;
}

void
stage_begin (ReaStore *store, ReaStoreAccess access)
{
  g_autoptr (GError) error = NULL;

  rea_store_begin (store, access, NULL, &error);
  g_assert_no_error (error);
}

void
stage_commit (ReaStore *store)
{
  g_autoptr (GError) error = NULL;

  rea_store_commit (store, &error);
  g_assert_no_error (error);
}

/* Their name is what stands before the @. */
gint64
stage_add_user (ReaStore *store, const char *email, ReaRole role)
{
  g_autoptr (ReaUser) user = rea_user_new (email);
  g_auto (GStrv) parts = g_strsplit (email, "@", 2);
  g_autoptr (GError) error = NULL;

  user->role = role;
  rea_user_set_names (user, parts[0], "");

  stage_begin (store, REA_STORE_WRITE);
  rea_store_insert_user (store, user, &error);
  g_assert_no_error (error);
  stage_commit (store);

  return user->id;
}

/* Without opening hours, so that the time of the test doesn't matter. */
gint64
stage_add_campaign (ReaStore *store, const char *title, ReaState state)
{
  g_autoptr (ReaCampaign) campaign = rea_campaign_new (title);
  g_autoptr (GError) error = NULL;

  campaign->state = state;
  campaign->has_hours = FALSE;

  stage_begin (store, REA_STORE_WRITE);
  rea_store_insert_campaign (store, campaign, &error);
  g_assert_no_error (error);
  stage_commit (store);

  return campaign->id;
}

void
stage_add_sender (ReaStore *store, gint64 campaign, gint64 user)
{
  g_autoptr (GError) error = NULL;

  stage_begin (store, REA_STORE_WRITE);
  rea_store_add_sender (store, campaign, user, NULL, &error);
  g_assert_no_error (error);
  stage_commit (store);
}

/* Adds a contact. @more says what else is wanted: names, fields, time zone, the
 * status under a closed one; it may be %NULL. Who needs a reply waits since 1000
 * seconds before the clock.
 */
gint64
stage_add_contact (ReaStore              *store,
                   gint64                 campaign,
                   const char            *phone,
                   const char            *name,
                   gint64                 holder,
                   ReaStatus              status,
                   ReaConversationFlags   flags,
                   const ReaConversation *more)
{
  g_autoptr (ReaConversation) contact =
      more != NULL ? rea_conversation_copy (more) : rea_conversation_new ();
  g_autoptr (ReaCampaign) entered = stage_get_campaign (store, campaign);
  g_autoptr (GError) error = NULL;

  if (more == NULL)
    contact->open_status = status;
  contact->campaign_id = campaign;
  contact->phone = g_strdup (phone);
  contact->first_name = g_strdup (name);
  if (contact->last_name == NULL)
    contact->last_name = g_strdup ("");
  contact->holder = holder;
  contact->status = status;
  contact->flags = flags;
  if (contact->open_status == REA_STATUS_NEEDS_REPLY && contact->waiting_since == REA_TIME_NONE)
    contact->waiting_since = scratch_clock () - 1000;

  stage_begin (store, REA_STORE_WRITE);
  rea_store_begin_contacts (store, entered, &error);
  g_assert_no_error (error);
  rea_store_insert_contact (store, contact, &error);
  g_assert_no_error (error);
  g_assert_cmpint (contact->id, >, 0);
  rea_store_end_contacts (store, entered, scratch_clock (), &error);
  g_assert_no_error (error);
  stage_commit (store);

  return contact->id;
}

ReaCampaign *
stage_get_campaign (ReaStore *store, gint64 campaign)
{
  g_autoptr (GError) error = NULL;
  ReaCampaign *found;

  stage_begin (store, REA_STORE_READ);
  found = rea_store_get_campaign (store, campaign, &error);
  g_assert_no_error (error);
  stage_commit (store);

  return found;
}

void
stage_set_state (ReaStore *store, gint64 campaign, ReaState state)
{
  g_autoptr (ReaCampaign) found = stage_get_campaign (store, campaign);
  g_autoptr (GError) error = NULL;

  found->state = state;

  stage_begin (store, REA_STORE_WRITE);
  rea_store_update_campaign (store, found, &error);
  g_assert_no_error (error);
  stage_commit (store);
}

ReaConversation *
stage_get_conversation (ReaStore *store, gint64 campaign, gint64 id)
{
  g_autoptr (GError) error = NULL;
  ReaConversation *found;

  stage_begin (store, REA_STORE_READ);
  found = rea_store_get_conversation (store, campaign, id, &error);
  g_assert_no_error (error);
  stage_commit (store);

  return found;
}
