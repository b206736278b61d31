/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sender.h"
#include "rea-sqlite.h"

G_BEGIN_DECLS

/* The columns that rea_sqlite_read_user() reads, to begin a SELECT with. */
#define REA_SQLITE_USER_COLUMNS                                                                    \
  "user.id, user.email, user.first_name, user.last_name, user.role, user.present, user.last_seen"
#define REA_SQLITE_N_USER_COLUMNS 7

ReaUser *rea_sqlite_read_user (ReaStatement *statement) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
