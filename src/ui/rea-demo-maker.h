/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

G_BEGIN_DECLS

typedef void (*ReaDemoProgress) (double fraction, gpointer user_data);

void         rea_demo_maker_make_async (ReaService         *service,
                                        ReaDemoProgress     progress,
                                        gpointer            progress_data,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
ReaCampaign *rea_demo_maker_make_finish (ReaService *service, GAsyncResult *result, GError **error);

G_END_DECLS
