/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-service-private.h"

static gpointer
preview_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const ReaArguments *a = data;

  return rea_session_preview (session, a->campaign, a->request, cancellable, error);
}

/**
 * rea_service_preview_async:
 * @self: a service
 * @campaign: of which campaign
 * @request: what to move, and where to
 * @cancellable: (nullable): to cancel it
 * @callback: (scope async): called on the main thread
 * @user_data: for @callback
 *
 * Works out what a request would do.
 */
void
rea_service_preview_async (ReaService         *self,
                           gint64              campaign,
                           const ReaRequest   *request,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  ReaArguments *a = rea_arguments_new (campaign);

  a->request = rea_request_copy (request);
  rea_service_send_call (self, REA_LANE_READ, preview_call, a, (GDestroyNotify) rea_result_free,
                         cancellable, callback, user_data);
}

/**
 * rea_service_preview_finish:
 * @self: a service
 * @result: what the callback was given
 * @error: set when it failed
 *
 * Returns: (transfer full) (nullable): what it would do
 */
ReaResult *
rea_service_preview_finish (ReaService *self, GAsyncResult *result, GError **error)
{
  return rea_service_call_finish (self, result, error);
}

static gpointer
reassign_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const ReaArguments *a = data;

  return rea_session_reassign (session, a->campaign, a->request, a->shown, -1, cancellable, error);
}

/**
 * rea_service_reassign_async:
 * @self: a service
 * @campaign: of which campaign
 * @request: what to move, and where to
 * @shown: (nullable): the preview that the user has seen
 * @cancellable: (nullable): to cancel it
 * @callback: (scope async): called on the main thread
 * @user_data: for @callback
 *
 * Moves conversations.
 *
 * Cancelling interrupts the move, and nothing has moved then.
 */
void
rea_service_reassign_async (ReaService         *self,
                            gint64              campaign,
                            const ReaRequest   *request,
                            const ReaPlan      *shown,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  ReaArguments *a = rea_arguments_new (campaign);

  a->request = rea_request_copy (request);
  a->shown = shown != NULL ? rea_plan_copy (shown) : NULL;
  rea_service_send_call (self, REA_LANE_WRITE, reassign_call, a, (GDestroyNotify) rea_result_free,
                         cancellable, callback, user_data);
}

/**
 * rea_service_reassign_finish:
 * @self: a service
 * @result: what the callback was given
 * @error: set when it failed
 *
 * Returns: (transfer full) (nullable): what was done
 */
ReaResult *
rea_service_reassign_finish (ReaService *self, GAsyncResult *result, GError **error)
{
  return rea_service_call_finish (self, result, error);
}

static gpointer
undo_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const ReaArguments *a = data;

  return rea_session_undo (session, a->campaign, a->move, cancellable, error);
}

/**
 * rea_service_undo_async:
 * @self: a service
 * @campaign: of which campaign
 * @move: the number of the move to take back
 * @cancellable: (nullable): to cancel it
 * @callback: (scope async): called on the main thread
 * @user_data: for @callback
 *
 * Takes a move back.
 */
void
rea_service_undo_async (ReaService         *self,
                        gint64              campaign,
                        gint64              move,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  ReaArguments *a = rea_arguments_new (campaign);

  a->move = move;
  rea_service_send_call (self, REA_LANE_WRITE, undo_call, a, (GDestroyNotify) rea_result_free,
                         cancellable, callback, user_data);
}

/**
 * rea_service_undo_finish:
 * @self: a service
 * @result: what the callback was given
 * @error: set when it failed
 *
 * Returns: (transfer full) (nullable): what was done
 */
ReaResult *
rea_service_undo_finish (ReaService *self, GAsyncResult *result, GError **error)
{
  return rea_service_call_finish (self, result, error);
}

static gpointer
preview_undo_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const ReaArguments *a = data;

  return rea_session_preview_undo (session, a->campaign, a->move, cancellable, error);
}

/**
 * rea_service_preview_undo_async:
 * @self: a service
 * @campaign: of which campaign
 * @move: the number of a move
 * @cancellable: (nullable): to cancel it
 * @callback: (scope async): called on the main thread
 * @user_data: for @callback
 *
 * Works out what taking a move back would do now.
 */
void
rea_service_preview_undo_async (ReaService         *self,
                                gint64              campaign,
                                gint64              move,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  ReaArguments *a = rea_arguments_new (campaign);

  a->move = move;
  rea_service_send_call (self, REA_LANE_READ, preview_undo_call, a,
                         (GDestroyNotify) rea_result_free, cancellable, callback, user_data);
}

/**
 * rea_service_preview_undo_finish:
 * @self: a service
 * @result: what the callback was given
 * @error: set when it failed
 *
 * Returns: (transfer full) (nullable): what it would do
 */
ReaResult *
rea_service_preview_undo_finish (ReaService *self, GAsyncResult *result, GError **error)
{
  return rea_service_call_finish (self, result, error);
}

static gpointer
add_senders_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const ReaArguments *a = data;

  return rea_session_add_senders (session, a->campaign, (const char *const *) a->emails, error);
}

/**
 * rea_service_add_senders_async:
 * @self: a service
 * @campaign: of which campaign
 * @emails: who
 * @cancellable: (nullable): to cancel it
 * @callback: (scope async): called on the main thread
 * @user_data: for @callback
 *
 * Adds senders to a campaign.
 */
void
rea_service_add_senders_async (ReaService         *self,
                               gint64              campaign,
                               const char *const  *emails,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  ReaArguments *a = rea_arguments_new (campaign);

  a->emails = g_strdupv ((char **) emails);
  rea_service_send_call (self, REA_LANE_WRITE, add_senders_call, a,
                         (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * rea_service_add_senders_finish:
 * @self: a service
 * @result: what the callback was given
 * @error: set when it failed
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the e-mails of who was
 *   none before
 */
GPtrArray *
rea_service_add_senders_finish (ReaService *self, GAsyncResult *result, GError **error)
{
  return rea_service_call_finish (self, result, error);
}

static gpointer
remove_sender_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const ReaArguments *a = data;

  return rea_session_remove_sender (session, a->campaign, a->email, a->request, a->shown,
                                    cancellable, error);
}

/**
 * rea_service_remove_sender_async:
 * @self: a service
 * @campaign: of which campaign
 * @email: who
 * @where: (nullable): where their conversations go
 * @shown: (nullable): the preview of it that the user has seen
 * @cancellable: (nullable): to cancel it
 * @callback: (scope async): called on the main thread
 * @user_data: for @callback
 *
 * Removes a sender from a campaign.
 */
void
rea_service_remove_sender_async (ReaService         *self,
                                 gint64              campaign,
                                 const char         *email,
                                 const ReaRequest   *where,
                                 const ReaPlan      *shown,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  ReaArguments *a = rea_arguments_new (campaign);

  a->email = g_strdup (email);
  a->request = where != NULL ? rea_request_copy (where) : NULL;
  a->shown = shown != NULL ? rea_plan_copy (shown) : NULL;
  rea_service_send_call (self, REA_LANE_WRITE, remove_sender_call, a,
                         (GDestroyNotify) rea_result_free, cancellable, callback, user_data);
}

/**
 * rea_service_remove_sender_finish:
 * @self: a service
 * @result: what the callback was given
 * @error: set when it failed
 *
 * Returns: (transfer full) (nullable): what was done
 */
ReaResult *
rea_service_remove_sender_finish (ReaService *self, GAsyncResult *result, GError **error)
{
  return rea_service_call_finish (self, result, error);
}
