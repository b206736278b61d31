/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-service-private.h"

static gpointer
list_campaigns_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  return rea_session_list_campaigns (session, error);
}

/**
 * rea_service_list_campaigns_async:
 * @self: a service
 * @cancellable: (nullable): to cancel it
 * @callback: (scope async): called on the main thread
 * @user_data: for @callback
 *
 * Reads the campaigns that the user may see.
 */
void
rea_service_list_campaigns_async (ReaService         *self,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  rea_service_send_call (self, REA_LANE_READ, list_campaigns_call, rea_arguments_new (0),
                         (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * rea_service_list_campaigns_finish:
 * @self: a service
 * @result: what the callback was given
 * @error: set when it failed
 *
 * Returns: (transfer full) (nullable) (element-type ReaCampaign): the
 *   campaigns
 */
GPtrArray *
rea_service_list_campaigns_finish (ReaService *self, GAsyncResult *result, GError **error)
{
  return rea_service_call_finish (self, result, error);
}

static gpointer
get_overview_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const ReaArguments *a = data;

  return rea_session_get_overview (session, a->campaign, error);
}

/**
 * rea_service_get_overview_async:
 * @self: a service
 * @campaign: of which campaign
 * @cancellable: (nullable): to cancel it
 * @callback: (scope async): called on the main thread
 * @user_data: for @callback
 *
 * Reads the counts of a campaign.
 */
void
rea_service_get_overview_async (ReaService         *self,
                                gint64              campaign,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  rea_service_send_call (self, REA_LANE_READ, get_overview_call, rea_arguments_new (campaign),
                         (GDestroyNotify) rea_overview_free, cancellable, callback, user_data);
}

/**
 * rea_service_get_overview_finish:
 * @self: a service
 * @result: what the callback was given
 * @error: set when it failed
 *
 * Returns: (transfer full) (nullable): the counts
 */
ReaOverview *
rea_service_get_overview_finish (ReaService *self, GAsyncResult *result, GError **error)
{
  return rea_service_call_finish (self, result, error);
}

static gpointer
list_senders_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const ReaArguments *a = data;

  return rea_session_list_senders (session, a->campaign, error);
}

/**
 * rea_service_list_senders_async:
 * @self: a service
 * @campaign: of which campaign
 * @cancellable: (nullable): to cancel it
 * @callback: (scope async): called on the main thread
 * @user_data: for @callback
 *
 * Reads the senders of a campaign.
 */
void
rea_service_list_senders_async (ReaService         *self,
                                gint64              campaign,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  rea_service_send_call (self, REA_LANE_READ, list_senders_call, rea_arguments_new (campaign),
                         (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * rea_service_list_senders_finish:
 * @self: a service
 * @result: what the callback was given
 * @error: set when it failed
 *
 * Returns: (transfer full) (nullable) (element-type ReaSender): the senders, in
 *   name order
 */
GPtrArray *
rea_service_list_senders_finish (ReaService *self, GAsyncResult *result, GError **error)
{
  return rea_service_call_finish (self, result, error);
}

static gpointer
list_conversations_call (ReaSession   *session,
                         gpointer      data,
                         GCancellable *cancellable,
                         GError      **error)
{
  const ReaArguments *a = data;

  return rea_session_list_conversations (session, a->campaign, a->filter, a->sort, a->after,
                                         a->skip, a->limit, cancellable, error);
}

/**
 * rea_service_list_conversations_async:
 * @self: a service
 * @campaign: of which campaign
 * @filter: (nullable): which of them; %NULL for all
 * @sort: in which order
 * @after: (nullable): the token behind which to begin
 * @skip: how many to pass over from there
 * @limit: how many at most
 * @cancellable: (nullable): to cancel it
 * @callback: (scope async): called on the main thread
 * @user_data: for @callback
 *
 * Reads a page of conversations.
 */
void
rea_service_list_conversations_async (ReaService         *self,
                                      gint64              campaign,
                                      const ReaFilter    *filter,
                                      ReaSort             sort,
                                      const char         *after,
                                      guint64             skip,
                                      guint               limit,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  ReaArguments *a = rea_arguments_new (campaign);

  a->filter = filter != NULL ? rea_filter_copy (filter) : rea_filter_new ();
  a->sort = sort;
  a->after = g_strdup (after);
  a->skip = skip;
  a->limit = limit;
  rea_service_send_call (self, REA_LANE_READ, list_conversations_call, a,
                         (GDestroyNotify) rea_page_free, cancellable, callback, user_data);
}

/**
 * rea_service_list_conversations_finish:
 * @self: a service
 * @result: what the callback was given
 * @error: set when it failed
 *
 * Returns: (transfer full) (nullable): the page
 */
ReaPage *
rea_service_list_conversations_finish (ReaService *self, GAsyncResult *result, GError **error)
{
  return rea_service_call_finish (self, result, error);
}

static gpointer
tally_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const ReaArguments *a = data;

  return rea_session_tally (session, a->campaign, a->filter, cancellable, error);
}

/**
 * rea_service_tally_async:
 * @self: a service
 * @campaign: of which campaign
 * @filter: (nullable): which conversations; %NULL for all
 * @cancellable: (nullable): to cancel it
 * @callback: (scope async): called on the main thread
 * @user_data: for @callback
 *
 * Counts conversations.
 */
void
rea_service_tally_async (ReaService         *self,
                         gint64              campaign,
                         const ReaFilter    *filter,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  ReaArguments *a = rea_arguments_new (campaign);

  a->filter = filter != NULL ? rea_filter_copy (filter) : rea_filter_new ();
  rea_service_send_call (self, REA_LANE_READ, tally_call, a, (GDestroyNotify) rea_tally_free,
                         cancellable, callback, user_data);
}

/**
 * rea_service_tally_finish:
 * @self: a service
 * @result: what the callback was given
 * @error: set when it failed
 *
 * Returns: (transfer full) (nullable): how many each holder has
 */
ReaTally *
rea_service_tally_finish (ReaService *self, GAsyncResult *result, GError **error)
{
  return rea_service_call_finish (self, result, error);
}

static gpointer
list_moves_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const ReaArguments *a = data;

  return rea_session_list_moves (session, a->campaign, a->limit, error);
}

/**
 * rea_service_list_moves_async:
 * @self: a service
 * @campaign: of which campaign
 * @limit: how many at most
 * @cancellable: (nullable): to cancel it
 * @callback: (scope async): called on the main thread
 * @user_data: for @callback
 *
 * Reads the history of a campaign.
 */
void
rea_service_list_moves_async (ReaService         *self,
                              gint64              campaign,
                              guint               limit,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  ReaArguments *a = rea_arguments_new (campaign);

  a->limit = limit;
  rea_service_send_call (self, REA_LANE_READ, list_moves_call, a,
                         (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * rea_service_list_moves_finish:
 * @self: a service
 * @result: what the callback was given
 * @error: set when it failed
 *
 * Returns: (transfer full) (nullable) (element-type ReaMove): the moves, newest
 *   first
 */
GPtrArray *
rea_service_list_moves_finish (ReaService *self, GAsyncResult *result, GError **error)
{
  return rea_service_call_finish (self, result, error);
}

static gpointer
get_last_own_move_call (ReaSession   *session,
                        gpointer      data,
                        GCancellable *cancellable,
                        GError      **error)
{
  const ReaArguments *a = data;

  return rea_session_get_last_own_move (session, a->campaign, error);
}

/**
 * rea_service_get_last_own_move_async:
 * @self: a service
 * @campaign: of which campaign
 * @cancellable: (nullable): to cancel it
 * @callback: (scope async): called on the main thread
 * @user_data: for @callback
 *
 * Finds what Undo would take back.
 */
void
rea_service_get_last_own_move_async (ReaService         *self,
                                     gint64              campaign,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  rea_service_send_call (self, REA_LANE_READ, get_last_own_move_call, rea_arguments_new (campaign),
                         (GDestroyNotify) rea_move_free, cancellable, callback, user_data);
}

/**
 * rea_service_get_last_own_move_finish:
 * @self: a service
 * @result: what the callback was given
 * @error: set when it failed; %REA_ERROR_NOT_FOUND where there is none
 *
 * Returns: (transfer full) (nullable): the move
 */
ReaMove *
rea_service_get_last_own_move_finish (ReaService *self, GAsyncResult *result, GError **error)
{
  return rea_service_call_finish (self, result, error);
}
