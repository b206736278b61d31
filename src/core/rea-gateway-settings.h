/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-delivery.h"

G_BEGIN_DECLS

/**
 * ReaGatewaySettings:
 * @send_url: where the gateway is asked to send, at a loopback address
 * @login: the name by which it knows us; the password is never kept
 * @phone: ours: what contacts write to
 * @listen: where we hear of replies and reports: a loopback address and a port
 * @key: who calls there without it is not heard
 * @trouble: (nullable): what its runner last had to say, a sentence
 *
 * The one gateway of a database.
 */
typedef struct
{
  char *send_url;
  char *login;
  char *phone;
  char *listen;
  char *key;
  char *trouble;
} ReaGatewaySettings;

/**
 * ReaGatewayStatus:
 * @settings: (nullable): the gateway, or %NULL where none is set
 * @is_run: whether a process runs it now
 * @n: how many messages are how far, by #ReaDelivery
 * @resent: how often one was asked for again
 * @twice: how many went twice, as reports prove
 * @received: how many messages came in, each counted once
 * @unknown: (element-type ReaIncoming): the newest from numbers that nobody knows
 * @unknown_total: how many of these there are
 *
 * What a gateway has done and has to do.
 */
typedef struct
{
  ReaGatewaySettings *settings;
  gboolean            is_run;
  gint64              n[REA_DELIVERY_NONE];
  gint64              resent;
  gint64              twice;
  gint64              received;
  GPtrArray          *unknown;
  gint64              unknown_total;
} ReaGatewayStatus;

ReaGatewayStatus *rea_gateway_status_new (void) G_GNUC_WARN_UNUSED_RESULT;
void              rea_gateway_status_free (ReaGatewayStatus *self);
char *rea_gateway_status_dup_trouble (const ReaGatewayStatus *self) G_GNUC_WARN_UNUSED_RESULT;

ReaGatewaySettings *rea_gateway_settings_new (const char *send_url,
                                              const char *login,
                                              const char *phone,
                                              const char *listen,
                                              const char *key) G_GNUC_WARN_UNUSED_RESULT;
ReaGatewaySettings          *
rea_gateway_settings_copy (const ReaGatewaySettings *self) G_GNUC_WARN_UNUSED_RESULT;
void     rea_gateway_settings_free (ReaGatewaySettings *self);
gboolean rea_gateway_settings_equal (const ReaGatewaySettings *self,
                                     const ReaGatewaySettings *other);
gboolean rea_gateway_settings_validate (const ReaGatewaySettings *self, GError **error);
gboolean
rea_gateway_settings_split_listen (const ReaGatewaySettings *self, char **address, guint16 *port);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaGatewaySettings, rea_gateway_settings_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaGatewayStatus, rea_gateway_status_free)

G_END_DECLS
