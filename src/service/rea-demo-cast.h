/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sender.h"
#include "rea-store.h"

G_BEGIN_DECLS

/**
 * ReaDemoPace:
 * @REA_DEMO_FAST: answers within minutes
 * @REA_DEMO_SLOW: lets people wait
 * @REA_DEMO_GONE: was here and left hours ago
 * @REA_DEMO_NEVER: has a share of the campaign and never came
 * @REA_DEMO_NOBODY: what is unassigned lies like this
 */
typedef enum
{
  REA_DEMO_FAST,
  REA_DEMO_SLOW,
  REA_DEMO_GONE,
  REA_DEMO_NEVER,
  REA_DEMO_NOBODY,
} ReaDemoPace;

/**
 * ReaDemoVolunteer:
 * @user: who it is
 * @pace: what they are like
 * @until: the last moment at which they can have written
 */
typedef struct
{
  ReaUser    *user;
  ReaDemoPace pace;
  gint64      until;
} ReaDemoVolunteer;

/* The people of a demo: who sends in it, and how well. */
typedef struct _ReaDemoCast ReaDemoCast;

ReaDemoCast *rea_demo_cast_new (gint64 now, GRand *rand) G_GNUC_WARN_UNUSED_RESULT;
void         rea_demo_cast_free (ReaDemoCast *self);
gboolean     rea_demo_cast_add (ReaDemoCast *self,
                                ReaStore    *store,
                                gint64       campaign_id,
                                gint64       nth,
                                GError     **error);

const ReaDemoVolunteer *rea_demo_cast_find (ReaDemoCast *self, ReaDemoPace pace, guint nth);
const ReaDemoVolunteer *rea_demo_cast_pick (ReaDemoCast *self);
const ReaDemoVolunteer *rea_demo_cast_pick_writer (ReaDemoCast *self);
ReaStatus               rea_demo_cast_pick_status (ReaDemoCast *self, ReaDemoPace pace);
gint64                  rea_demo_cast_pick_last_at (ReaDemoCast            *self,
                                                    const ReaDemoVolunteer *writer,
                                                    ReaDemoPace             pace,
                                                    ReaStatus               status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaDemoCast, rea_demo_cast_free)

G_END_DECLS
