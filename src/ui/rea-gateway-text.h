/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-gateway-settings.h"

G_BEGIN_DECLS

const char *rea_gateway_text_state (const ReaGatewayStatus *status);
char       *rea_gateway_text_advice (const ReaGatewayStatus *status) G_GNUC_WARN_UNUSED_RESULT;
char       *rea_gateway_text_waiting (const ReaGatewayStatus *status) G_GNUC_WARN_UNUSED_RESULT;
char       *rea_gateway_text_sent (const ReaGatewayStatus *status) G_GNUC_WARN_UNUSED_RESULT;
char       *rea_gateway_text_repeated (const ReaGatewayStatus *status) G_GNUC_WARN_UNUSED_RESULT;
char       *rea_gateway_text_received (const ReaGatewayStatus *status) G_GNUC_WARN_UNUSED_RESULT;
char       *rea_gateway_text_unknown (const ReaGatewayStatus *status) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
