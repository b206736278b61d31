/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-demo.h"
#include "rea-exchange.h"
#include "rea-session.h"

G_BEGIN_DECLS

/* The window's way to the sessions: one writes, on a thread of its own and in
 * order; another reads, so that nothing on screen waits behind a long move.
 * Every call comes back on the main thread.
 *
 * ReaService::changed (campaign) is emitted on the main thread, once for each
 * change, by whatever process it was made; campaign 0 stands for the list of
 * campaigns. ReaService::presence is emitted when only presence or the time of
 * day may have changed. ReaService:trouble is the sentence to show while the
 * database cannot be read, else NULL; ReaMonitor keeps trying.
 */
#define REA_TYPE_SERVICE (rea_service_get_type ())
G_DECLARE_FINAL_TYPE (ReaService, rea_service, REA, SERVICE, GObject)

/**
 * ReaLane:
 * @REA_LANE_READ: short questions, whose answers somebody waits for on screen
 * @REA_LANE_WRITE: whatever changes something
 *
 * Where a call runs.
 */
typedef enum
{
  REA_LANE_READ,
  REA_LANE_WRITE,
} ReaLane;

/* Runs on the thread of the lane; @data is all it sees. Returns the result, or %NULL with @error.
 */
typedef gpointer (*ReaCall) (ReaSession   *session,
                             gpointer      data,
                             GCancellable *cancellable,
                             GError      **error);

void        rea_service_open_async (const char         *location,
                                    const char         *user,
                                    gboolean            create,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
ReaService *rea_service_open_finish (GAsyncResult *result, GError **error);
void rea_service_close_async (ReaService *self, GAsyncReadyCallback callback, gpointer user_data);
void rea_service_close_finish (ReaService *self, GAsyncResult *result);
const ReaUser *rea_service_get_user (ReaService *self);
const char    *rea_service_get_location (ReaService *self);
const char    *rea_service_get_trouble (ReaService *self);
gboolean       rea_service_is_trouble (const GError *error);

/* The general call, on which those below stand. What is long and changes nothing,
 * such as an export, runs aside. Whatever a WRITE call changed is
 * emitted as changed before its callback runs. A READ call that was cancelled comes
 * back as cancelled; a WRITE call tells what happened, however late the cancel came.
 */
void     rea_service_call_async (ReaService         *self,
                                 ReaLane             lane,
                                 ReaCall             call,
                                 gpointer            data,
                                 GDestroyNotify      data_free,
                                 GDestroyNotify      result_free,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);
void     rea_service_call_aside_async (ReaService         *self,
                                       ReaCall             call,
                                       gpointer            data,
                                       GDestroyNotify      data_free,
                                       GDestroyNotify      result_free,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
gpointer rea_service_call_finish (ReaService *self, GAsyncResult *result, GError **error);

/* Looks for changes by other processes: what ReaMonitor asks again and again. */
void     rea_service_check_async (ReaService         *self,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
gboolean rea_service_check_finish (ReaService *self, GAsyncResult *result, GError **error);
void     rea_service_emit_presence (ReaService *self);

void rea_service_list_campaigns_async (ReaService         *self,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
GPtrArray      *
rea_service_list_campaigns_finish (ReaService *self, GAsyncResult *result, GError **error);
void rea_service_get_overview_async (ReaService         *self,
                                     gint64              campaign,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
ReaOverview            *
rea_service_get_overview_finish (ReaService *self, GAsyncResult *result, GError **error);
void       rea_service_list_senders_async (ReaService         *self,
                                           gint64              campaign,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);
GPtrArray *rea_service_list_senders_finish (ReaService *self, GAsyncResult *result, GError **error);
void       rea_service_list_conversations_async (ReaService         *self,
                                                 gint64              campaign,
                                                 const ReaFilter    *filter,
                                                 ReaSort             sort,
                                                 const char         *after,
                                                 guint64             skip,
                                                 guint               limit,
                                                 GCancellable       *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            user_data);
ReaPage      *
rea_service_list_conversations_finish (ReaService *self, GAsyncResult *result, GError **error);
void rea_service_tally_async (ReaService         *self,
                              gint64              campaign,
                              const ReaFilter    *filter,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data);
ReaTally  *rea_service_tally_finish (ReaService *self, GAsyncResult *result, GError **error);
void       rea_service_preview_async (ReaService         *self,
                                      gint64              campaign,
                                      const ReaRequest   *request,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
ReaResult *rea_service_preview_finish (ReaService *self, GAsyncResult *result, GError **error);
void       rea_service_reassign_async (ReaService         *self,
                                       gint64              campaign,
                                       const ReaRequest   *request,
                                       const ReaPlan      *shown,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
ReaResult *rea_service_reassign_finish (ReaService *self, GAsyncResult *result, GError **error);
void       rea_service_undo_async (ReaService         *self,
                                   gint64              campaign,
                                   gint64              move,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
ReaResult *rea_service_undo_finish (ReaService *self, GAsyncResult *result, GError **error);
void       rea_service_preview_undo_async (ReaService         *self,
                                           gint64              campaign,
                                           gint64              move,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);
ReaResult *rea_service_preview_undo_finish (ReaService *self, GAsyncResult *result, GError **error);
void       rea_service_get_last_own_move_async (ReaService         *self,
                                                gint64              campaign,
                                                GCancellable       *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer            user_data);
ReaMove      *
rea_service_get_last_own_move_finish (ReaService *self, GAsyncResult *result, GError **error);
void rea_service_list_moves_async (ReaService         *self,
                                   gint64              campaign,
                                   guint               limit,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
GPtrArray *rea_service_list_moves_finish (ReaService *self, GAsyncResult *result, GError **error);
void       rea_service_add_senders_async (ReaService         *self,
                                          gint64              campaign,
                                          const char *const  *emails,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
GPtrArray *rea_service_add_senders_finish (ReaService *self, GAsyncResult *result, GError **error);
void       rea_service_remove_sender_async (ReaService         *self,
                                            gint64              campaign,
                                            const char         *email,
                                            const ReaRequest   *where,
                                            const ReaPlan      *shown,
                                            GCancellable       *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
ReaResult *
rea_service_remove_sender_finish (ReaService *self, GAsyncResult *result, GError **error);

G_END_DECLS
