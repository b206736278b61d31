/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

/* What the tests of the service's living half share: a database of their own, a
 * second process (a session of its own, which is all that the first can see of it),
 * a clock that they set, and waiting in the main loop.
 */

/* A folder that goes away with everything in it. */
typedef struct
{
  char       *folder;
  char       *path;
  ReaSession *other;
  gint64      campaign;
} Live;

Live *live_new (gint64 n_contacts, const char *const *senders);
void  live_free (Live *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Live, live_free)

gint64      live_add_campaign (Live *self, const char *title);
void        live_add_contacts (Live *self, gint64 campaign, gint64 n);
ReaService *live_open (Live *self);

void live_give (Live *self, gint64 number, const char *to);
void live_receive (Live *self, gint64 conversation, const char *text);
void live_heartbeat (Live *self, const char *email, gboolean end);

/* The time by which all sessions of the test act. */
void   live_set_time (gint64 now);
gint64 live_now (void);
void   live_use_clock (ReaService *service);

/* Runs the main loop until something holds, and fails when that takes too long. */
#define LIVE_WAIT_FOR(condition)                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 live_end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;                           \
    while (!(condition))                                                                           \
      {                                                                                            \
        if (g_get_monotonic_time () > live_end)                                                    \
          g_error ("%s:%d: never came true: %s", __FILE__, __LINE__, #condition);                  \
        live_iterate ();                                                                           \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END

void live_iterate (void);
void live_settle (ReaService *service);
void live_run_for (guint milliseconds);

/* An asynchronous call, waited for. */
void          live_result_cb (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *live_take_result (GAsyncResult **result);
gpointer live_call (ReaService *service, ReaLane lane, ReaCall call, gpointer data, GError **error);
gboolean live_check (ReaService *service, GError **error);
void     live_close (ReaService *service);

/* Holds a lane up until it is let go. */
typedef struct _LiveGate LiveGate;

LiveGate *live_gate_new (ReaService *service, ReaLane lane);
void      live_gate_open (LiveGate *self);

/* Counts what a list says of itself, and keeps a copy of its length. */
typedef struct
{
  guint   n_signals;
  guint   length;
  GArray *events; /* of LiveEvent */
} LiveCounter;

typedef struct
{
  guint position;
  guint removed;
  guint added;
} LiveEvent;

LiveCounter *live_counter_new (GListModel *model);
void         live_counter_free (LiveCounter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiveCounter, live_counter_free)
