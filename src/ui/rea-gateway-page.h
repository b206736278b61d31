/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-pages.h"
#include "rea-service.h"

G_BEGIN_DECLS

/* The gateway: whether it runs, what it has done and has to do, its settings, how to
 * start it, and what came from numbers that nobody knows. It refreshes itself.
 */
#define REA_TYPE_GATEWAY_PAGE (rea_gateway_page_get_type ())
G_DECLARE_FINAL_TYPE (ReaGatewayPage, rea_gateway_page, REA, GATEWAY_PAGE, ReaSubpage)

ReaGatewayPage *rea_gateway_page_new (ReaService *service);
void rea_gateway_page_add_action (GActionMap *actions, ReaPages *pages, ReaService *service);

G_END_DECLS
