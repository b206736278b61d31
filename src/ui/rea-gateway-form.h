/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where the gateway is and who we are to it, to be changed and saved. What was entered
 * and not saved is there again the next time. ReaGatewayForm::saved is emitted once it
 * is saved.
 */
#define REA_TYPE_GATEWAY_FORM (rea_gateway_form_get_type ())
G_DECLARE_FINAL_TYPE (ReaGatewayForm, rea_gateway_form, REA, GATEWAY_FORM, AdwBin)

void rea_gateway_form_set_service (ReaGatewayForm *self, ReaService *service);
void rea_gateway_form_show (ReaGatewayForm *self, const ReaGatewaySettings *settings);

G_END_DECLS
