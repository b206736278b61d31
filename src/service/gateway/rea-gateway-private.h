/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-gateway-listener.h"
#include "rea-gateway.h"
#include "rea-session-private.h"

G_BEGIN_DECLS

/* What was asked for and is not known to have gone. */
typedef struct
{
  gint64        id;
  gint64        asked; /* for the how manieth time */
  char         *phone;
  gint64        since;       /* by the running time */
  GCancellable *cancellable; /* NULL once there is no request any more */
  gboolean      is_lapsed;   /* nobody knows, and it may be asked for again */
} ReaFlight;

/* What the gateway said of a flight, to be recorded. */
typedef struct
{
  gint64     id;
  gint64     asked;
  ReaVerdict verdict;
} ReaAnswered;

/* What a transaction does to the runner, once it stands. */
typedef struct
{
  GPtrArray *to_ask;  /* of ReaOutgoing */
  GArray    *settled; /* ids that have no flight any more */

  ReaGatewaySettings *settings; /* as they are now */

  gint64   cursor;
  gint64   first_busy;
  gboolean is_waiting;
} ReaOutcome;

struct _ReaGateway
{
  GObject parent_instance;

  ReaSession         *session;
  ReaTransport       *transport;
  ReaGatewaySettings *settings;
  ReaGatewayListener *listener;
  GMainLoop          *loop;
  GError             *failure; /* what ended it */
  gboolean            is_ending;

  /* The time that it has been running, in microseconds: the clock of the machine may
   * jump, and a process may be stopped.
   */
  ReaClockFunc clock;
  guint        tick; /* how many milliseconds there are from one look at it to the next */
  gint64       last_tick;
  gint64       running;

  GHashTable *flights; /* id → ReaFlight */
  guint       n_asking;
  GArray     *answered; /* of ReaAnswered */
  GPtrArray  *arrivals; /* of ReaArrival */
  guint       flush_source;

  /* Where the queue is read on, and what before it was passed over. */
  gint64   cursor;
  gint64   first_busy; /* the first whose phone was waited for, or 0 */
  gboolean is_waiting; /* whether some have to wait for their hour or their campaign */
  gint64   read_at;    /* when it was last read from its beginning */
  gint64   read_took;
  gint64   version;
  gboolean has_changed; /* since then */
  gboolean has_failed;  /* whether the last flush did */
  gint64   failed_at;   /* since when they do */

  /* Since when it answers, or -1; and how long to leave it alone. */
  gint64        alive_since;
  GCancellable *probe; /* of the one that is on its way */
  gint64        probed_at;
  guint         failures;
  gint64        retry_at;
  char         *trouble;
  gboolean      trouble_is_new;

  char *own_trouble; /* nothing can be recorded, not even that */
  char *told;        /* the trouble that was told last */
};

/* rea-gateway-flush.c */
void rea_gateway_flush (ReaGateway *self);

/* rea-gateway-queue.c */
gboolean rea_gateway_read_queue (ReaGateway *self, ReaOutcome *outcome, GError **error);
gboolean rea_gateway_has_work (ReaGateway *self);

/* rea-gateway-flights.c */
GHashTable *rea_gateway_flights_new (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean    rea_gateway_take_over_flights (ReaGateway *self, GError **error);
void        rea_gateway_ask (ReaGateway *self, const ReaOutgoing *outgoing);
void        rea_gateway_lose_patience (ReaGateway *self);
void        rea_gateway_cancel_flights (ReaGateway *self);

/* rea-gateway-health.c */
gboolean rea_gateway_is_healthy (ReaGateway *self);
void     rea_gateway_set_trouble (ReaGateway *self, const char *trouble);
void     rea_gateway_set_own_trouble (ReaGateway *self, const char *trouble);
void     rea_gateway_note_answer (ReaGateway *self, ReaVerdict verdict, const char *why);
void     rea_gateway_probe_if_due (ReaGateway *self);

/* rea-gateway-renewal.c */
gboolean rea_gateway_is_outdated (ReaGateway *self);
void     rea_gateway_take_settings (ReaGateway *self, const ReaGatewaySettings *settings);
void     rea_gateway_tell_listening (ReaGateway *self);

/* rea-gateway.c */
void rea_gateway_schedule_flush (ReaGateway *self);
void rea_gateway_fail (ReaGateway *self, const GError *error);

G_END_DECLS
