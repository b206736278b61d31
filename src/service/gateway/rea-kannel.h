/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-transport.h"

G_BEGIN_DECLS

/* The way to Kannel, by HTTP. */
#define REA_TYPE_KANNEL (rea_kannel_get_type ())
G_DECLARE_FINAL_TYPE (ReaKannel, rea_kannel, REA, KANNEL, GObject)

ReaTransport *rea_kannel_new (const char *password) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
