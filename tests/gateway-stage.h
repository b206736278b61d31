/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-gateway.h"
#include "stage.h"

G_BEGIN_DECLS

/* A gateway that does what a test tells it to, by a clock that the test turns, and a
 * database for its runner.
 */
typedef struct
{
  Scratch       scratch;
  ReaSession   *owner;
  ReaStore     *store; /* of somebody else */
  ReaTransport *transport;
  gint64        campaign;
  char         *base; /* http://127.0.0.1:PORT */
  char         *key;
  ReaGateway   *gateway; /* while it runs */
  GPtrArray    *told;    /* that it listens, what trouble it has, and that it is over */
} GatewayStage;

/* What the transport says, until it is told otherwise. */
typedef enum
{
  GATEWAY_ACCEPTS,
  GATEWAY_REFUSES,
  GATEWAY_SAYS_LATER,
  GATEWAY_IS_GONE,   /* nobody is there, for a sign of life neither */
  GATEWAY_IS_SILENT, /* takes the request, and then the connection breaks */
  GATEWAY_HANGS,     /* never answers anything */
} GatewayMood;

void gateway_stage_set_up (GatewayStage *self, gconstpointer data);
void gateway_stage_tear_down (GatewayStage *self, gconstpointer data);

guint  gateway_stage_find_port (void); /* that nobody has */
gint64 gateway_stage_add_contact (GatewayStage *self, const char *phone);
gint64 gateway_stage_write (GatewayStage *self, gint64 conversation, const char *text);
void   gateway_stage_set_mood (GatewayStage *self, GatewayMood mood);
/* What was asked for, oldest first: "PHONE TEXT #ID/ASKED". */
GPtrArray *gateway_stage_get_asked (GatewayStage *self);
guint      gateway_stage_get_most (GatewayStage *self); /* at a time */
/* When it was tried to reach it, be it for a sign of life: gint64 in milliseconds. */
GArray *gateway_stage_get_tries (GatewayStage *self);

/* How much of the runner's time one tick of it is, in milliseconds. */
void gateway_stage_set_tick (guint milliseconds);
/* How often it looks at it, in milliseconds. */
void gateway_stage_set_pace (guint milliseconds);
/* What the runner's clock says, in seconds since it was set to nought. */
double gateway_stage_get_time (void);

typedef gboolean (*GatewayCondition) (GatewayStage *self);

/* Runs the gateway until something holds; fails when that takes too long. */
void     gateway_stage_run_until (GatewayStage *self, GatewayCondition condition);
void     gateway_stage_run_for (GatewayStage *self, guint n_ticks);
gboolean gateway_stage_run (GatewayStage *self, GCancellable *cancellable, GError **error);

/* Calls the runner while it runs, with the key in the query unless it has one; the
 * status is in it once it has answered.
 */
typedef struct
{
  guint status;
  gsize length;
} GatewayCall;

void
gateway_stage_call (GatewayStage *self, GatewayCall *call, const char *path, const char *query);
void gateway_stage_call_with (GatewayStage *self,
                              GatewayCall  *call,
                              const char   *method,
                              const char   *path_and_query,
                              gsize         body_length);

ReaGatewayStatus *gateway_stage_get_status (GatewayStage *self) G_GNUC_WARN_UNUSED_RESULT;

#define GATEWAY_STAGE_ADD(path, func)                                                              \
  g_test_add (path, GatewayStage, NULL, gateway_stage_set_up, func, gateway_stage_tear_down)

G_END_DECLS
