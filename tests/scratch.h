/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-session.h"

G_BEGIN_DECLS

/* A database of its own for each test, in a fresh folder, and a clock that only
 * moves when it is told to.
 */
typedef struct
{
  char *folder;
  char *database;
} Scratch;

#define SCRATCH_NOW   1700000000
#define SCRATCH_OWNER "owner@example.org"

void        scratch_set_up (Scratch *self);
void        scratch_tear_down (Scratch *self);
ReaSession *scratch_create (Scratch *self) G_GNUC_WARN_UNUSED_RESULT;
ReaSession *scratch_open (Scratch *self, const char *user) G_GNUC_WARN_UNUSED_RESULT;
gint64      scratch_clock (void);
void        scratch_set_clock (gint64 now);
void        scratch_assert_sound (ReaSession *session);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scratch, scratch_tear_down)

G_END_DECLS
