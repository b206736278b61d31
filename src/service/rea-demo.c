/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-demo.h"

#include "rea-demo-cast.h"
#include "rea-demo-history.h"
#include "rea-demo-names.h"
#include "rea-demo-phones.h"
#include "rea-demo-replies.h"
#include "rea-demo-thread.h"
#include "rea-session-private.h"
#include "rea-time.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* How many conversations have their messages written out: enough to read for an
 * evening. In a larger demo the rest count just so, as imported ones do.
 */
#define N_WITH_MESSAGES 20000

/* How often long work says how far it is, and looks whether it is still wanted. */
#define PROGRESS_EVERY 4096

G_STATIC_ASSERT (REA_DEMO_MAX_CONTACTS == REA_DEMO_N_PHONES);

#define UNASSIGNED_PER_CENT 14

#define CITY "City"

typedef struct
{
  ReaSession  *session;
  ReaStore    *store;
  ReaCampaign *campaign;
  ReaDemoCast *cast;
  gint64       now;
  guint32      seed;
  GRand       *rand;
  GPtrArray   *opted_out; /* phones */
} Demo;

static void
demo_clear (Demo *demo)
{
  g_clear_pointer (&demo->campaign, rea_campaign_free);
  g_clear_pointer (&demo->cast, rea_demo_cast_free);
  g_clear_pointer (&demo->opted_out, g_ptr_array_unref);
  g_clear_pointer (&demo->rand, g_rand_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Demo, demo_clear)

static char *
dup_free_title (ReaStore *store, GError **error)
{
  /* TRANSLATORS: The title of the demo campaign */
  const char *wanted = _ ("Save the Eastside Library");
  g_autoptr (GPtrArray) campaigns = rea_store_list_campaigns (store, error);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  char *title;

  if (campaigns == NULL)
    return NULL;

  for (guint i = 0; i < campaigns->len; i++)
    g_hash_table_add (taken, ((ReaCampaign *) g_ptr_array_index (campaigns, i))->title);

  title = g_strdup (wanted);
  for (guint n = 2; g_hash_table_contains (taken, title); n++)
    {
      g_free (title);
      title = g_strdup_printf ("%s %u", wanted, n);
    }

  return title;
}

/* A window that has been open since the day before yesterday, and hours in which
 * one can send now and for some time.
 */
static void
set_times (ReaCampaign *campaign, gint64 now)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (campaign->time_zone);
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (now);
  g_autoptr (GDateTime) here = g_date_time_to_timezone (date, zone);
  g_autoptr (GDateTime) morning =
      g_date_time_new (zone, g_date_time_get_year (here), g_date_time_get_month (here),
                       g_date_time_get_day_of_month (here), 9, 0, 0);
  g_autoptr (GDateTime) start = g_date_time_add_days (morning, -2);
  g_autoptr (GDateTime) last_morning = g_date_time_add_days (morning, 3);
  g_autoptr (GDateTime) end = g_date_time_add_hours (last_morning, 12);
  int hour = g_date_time_get_hour (here);

  campaign->window_start = g_date_time_to_unix (start);
  campaign->window_end = g_date_time_to_unix (end);
  campaign->has_hours = hour >= 15 && hour < 20;
}

static gboolean
add_campaign (Demo *demo, GError **error)
{
  g_autofree char *title = dup_free_title (demo->store, error);

  if (title == NULL)
    return FALSE;

  demo->campaign = rea_campaign_new (title);
  demo->campaign->state = REA_STATE_ACTIVE;
  demo->campaign->is_demo = TRUE;
  demo->campaign->self_assign = TRUE;
  demo->campaign->batch = 50;
  g_free (demo->campaign->time_zone);
  demo->campaign->time_zone = rea_time_zone_dup_local ();
  rea_demo_describe (demo->campaign);
  set_times (demo->campaign, demo->now);

  return rea_store_insert_campaign (demo->store, demo->campaign, error);
}

static gboolean
insert_said (Demo *demo, const ReaDemoThread *thread, GError **error)
{
  for (guint i = 0; i < thread->messages->len; i++)
    {
      ReaMessage *message = g_ptr_array_index (thread->messages, i);

      message->conversation_id = thread->conversation->id;
      if (!rea_store_insert_message (demo->store, demo->campaign->id, message, error))
        return FALSE;
    }

  for (guint i = 0; i < thread->answers->len; i++)
    {
      const ReaAnswer *answer = g_ptr_array_index (thread->answers, i);

      if (!rea_store_set_answer (demo->store, thread->conversation->id, answer->question,
                                 answer->answer, error))
        return FALSE;
    }

  return TRUE;
}

static ReaConversation *
new_conversation (Demo *demo, gint64 nth, gint64 holder)
{
  ReaConversation *conversation = rea_conversation_new ();
  const char      *first_name, *last_name, *city;

  rea_demo_pick_name (demo->rand, &first_name, &last_name);
  g_free (conversation->first_name);
  g_free (conversation->last_name);
  conversation->campaign_id = demo->campaign->id;
  conversation->first_name = g_strdup (first_name);
  conversation->last_name = g_strdup (last_name);
  conversation->phone = rea_demo_dup_phone (demo->seed, nth, &city);
  conversation->holder = holder;
  if (city != NULL)
    conversation->fields = g_strdup_printf ("{\"" CITY "\":\"%s\"}", city);

  return conversation;
}

static gboolean
add_contact (Demo *demo, gint64 nth, gboolean with_messages, GError **error)
{
  gboolean                held = g_rand_int_range (demo->rand, 0, 100) >= UNASSIGNED_PER_CENT;
  const ReaDemoVolunteer *volunteer =
      held ? rea_demo_cast_pick (demo->cast) : rea_demo_cast_pick_writer (demo->cast);
  ReaDemoPace pace = held ? volunteer->pace : REA_DEMO_NOBODY;
  ReaStatus   status = rea_demo_cast_pick_status (demo->cast, pace);
  gint64      last_at = rea_demo_cast_pick_last_at (demo->cast, volunteer, pace, status);
  g_autoptr (ReaConversation) conversation =
      new_conversation (demo, nth, held ? volunteer->user->id : REA_HOLDER_UNASSIGNED);
  g_auto (ReaDemoThread) thread = { .conversation = conversation,
                                    .campaign = demo->campaign,
                                    .sender = volunteer->user,
                                    .until = volunteer->until,
                                    .rand = demo->rand,
                                    .written = with_messages };
  gboolean opted_out;

  if (!rea_store_is_opted_out (demo->store, conversation->phone, &opted_out, error))
    return FALSE;

  rea_demo_thread_play (&thread, status, last_at);

  /* From an earlier demo or a real campaign: that holds here too. */
  if (opted_out)
    rea_conversation_opt_out (conversation);
  else if (conversation->flags & REA_FLAG_OPTED_OUT)
    g_ptr_array_add (demo->opted_out, g_strdup (conversation->phone));

  return rea_store_insert_contact (demo->store, conversation, error) &&
         insert_said (demo, &thread, error);
}

static gboolean
add_contacts (Demo           *demo,
              gint64          n_contacts,
              ReaProgressFunc progress,
              gpointer        user_data,
              GCancellable   *cancellable,
              GError        **error)
{
  gint64 with_messages = 0;

  if (!rea_store_begin_contacts (demo->store, demo->campaign, error))
    return FALSE;

  for (gint64 i = 0; i < n_contacts; i++)
    {
      /* Spread over the whole campaign, as many as there should be up to here. */
      gboolean talks = with_messages * n_contacts <= i * MIN (n_contacts, N_WITH_MESSAGES);

      if (!add_contact (demo, i, talks, error))
        return FALSE;

      with_messages += talks;

      if (i % PROGRESS_EVERY == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (progress != NULL)
            progress (i, n_contacts, user_data);
        }
    }

  if (progress != NULL)
    progress (n_contacts, n_contacts, user_data);

  if (!rea_store_add_field (demo->store, demo->campaign->id, CITY, error) ||
      !rea_store_end_contacts (demo->store, demo->campaign, demo->campaign->window_start, error))
    return FALSE;

  for (guint i = 0; i < demo->opted_out->len; i++)
    if (!rea_session_opt_out_phone (demo->session, g_ptr_array_index (demo->opted_out, i),
                                    demo->now, error))
      return FALSE;

  return TRUE;
}

static gboolean
check_size (gint64 n_contacts, gint64 n_senders, GError **error)
{
  if (n_contacts < 1 || n_contacts > REA_DEMO_MAX_CONTACTS)
    g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                 _ ("A demo has from 1 to %" PRId64 " contacts."), REA_DEMO_MAX_CONTACTS);
  else if (n_senders < 1 || n_senders > REA_DEMO_MAX_SENDERS)
    g_set_error (error, REA_ERROR, REA_ERROR_INVALID, _ ("A demo has from 1 to %d senders."),
                 REA_DEMO_MAX_SENDERS);
  else
    return TRUE;

  return FALSE;
}

static ReaCampaign *
add_demo (Demo           *demo,
          gint64          n_contacts,
          gint64          n_senders,
          ReaProgressFunc progress,
          gpointer        user_data,
          GCancellable   *cancellable,
          GError        **error)
{
  const ReaUser *user = rea_session_get_user (demo->session);

  if (!rea_role_check (user->role, REA_VERB_MANAGE_CAMPAIGN, error) ||
      !check_size (n_contacts, n_senders, error) || !add_campaign (demo, error))
    return NULL;

  for (gint64 i = 0; i < n_senders; i++)
    if (!rea_demo_cast_add (demo->cast, demo->store, demo->campaign->id, i, error))
      return NULL;

  if (!add_contacts (demo, n_contacts, progress, user_data, cancellable, error) ||
      !rea_demo_add_history (demo->cast, demo->store, demo->campaign->id, user->id, demo->now,
                             error))
    return NULL;

  return rea_store_get_campaign (demo->store, demo->campaign->id, error);
}

/**
 * rea_session_add_demo:
 * @self: a session of an owner or admin
 * @n_contacts: how many contacts, at least one
 * @n_senders: how many senders, at least one
 * @seed: the same seed gives the same data, with times counted back from now
 * @progress: (nullable) (scope call): told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): takes it all back
 * @error: %REA_ERROR_INVALID, %REA_ERROR_NOT_PERMITTED or what the store says
 *
 * Adds a lifelike campaign to try things in; it can be removed again.
 *
 * Returns: (transfer full) (nullable): the campaign
 */
ReaCampaign *
rea_session_add_demo (ReaSession     *self,
                      gint64          n_contacts,
                      gint64          n_senders,
                      guint32         seed,
                      ReaProgressFunc progress,
                      gpointer        user_data,
                      GCancellable   *cancellable,
                      GError        **error)
{
  g_auto (Demo) demo = { .session = self, .seed = seed };
  g_autoptr (ReaCampaign) campaign = NULL;

  g_return_val_if_fail (REA_IS_SESSION (self), NULL);

  demo.store = rea_session_get_store (self);
  demo.opted_out = g_ptr_array_new_with_free_func (g_free);
  demo.now = rea_session_now (self);
  demo.rand = g_rand_new_with_seed (seed);
  demo.cast = rea_demo_cast_new (demo.now, demo.rand);

  if (!rea_session_begin (self, REA_STORE_WRITE, cancellable, error))
    return NULL;

  campaign = add_demo (&demo, n_contacts, n_senders, progress, user_data, cancellable, error);

  if (!rea_session_end (self, campaign != NULL, error))
    return NULL;

  return g_steal_pointer (&campaign);
}
