/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"
#include "rea-snapshot.h"
#include "rea-worker.h"

G_BEGIN_DECLS

/* How long those who read have, in microseconds, to meet the damage of a file again
 * that was opened again.
 */
#define REA_DAMAGE_PATIENCE (3 * G_TIME_SPAN_SECOND / 2)

/* A session and its thread. The session is NULL before it is open and after it was closed. */
typedef struct
{
  ReaWorker  *worker;
  ReaSession *session;
} Lane;

struct _ReaService
{
  GObject parent_instance;

  char    *location;
  char    *asked_user;
  gboolean create;
  Lane     lanes[2];

  /* Of the reading lane's thread. */
  gint64   version;
  gboolean is_reopened;

  /* Of both threads. */
  GMutex  snapshot_lock;
  guint64 n_snapshots;

  /* Of the main thread. */
  ReaUser     *user;
  ReaSnapshot *snapshot;
  char        *trouble;
  ReaCall      damaged_call;
  gint64       damaged_at;
  gint64       opened_again_at;
};

ReaSession  *rea_service_open_session (ReaService *self, gboolean create, GError **error);
ReaSnapshot *rea_service_take_snapshot (ReaService *self, ReaSession *session, GError **error);
gboolean     rea_service_apply_snapshot (ReaService *self, ReaSnapshot *snapshot);
void         rea_service_set_trouble (ReaService *self, const char *trouble);
void         rea_service_note_read (ReaService *self, ReaCall call, const GError *error);
gboolean     rea_service_is_closed (Lane *lane, GError **error);

/* What the verbs are asked with; each uses some of it. */
typedef struct
{
  gint64      campaign;
  ReaFilter  *filter;
  ReaSort     sort;
  char       *after;
  guint64     skip;
  guint       limit;
  ReaRequest *request;
  ReaPlan    *shown;
  gint64      move;
  char       *email;
  char      **emails;
} ReaArguments;

ReaArguments *rea_arguments_new (gint64 campaign) G_GNUC_WARN_UNUSED_RESULT;
void          rea_service_send_call (ReaService         *self,
                                     ReaLane             lane,
                                     ReaCall             call,
                                     ReaArguments       *arguments,
                                     GDestroyNotify      result_free,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);

G_END_DECLS
