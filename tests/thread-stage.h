/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stage.h"

G_BEGIN_DECLS

/* A campaign with two conversations of Ann's, and who reads and writes in them, may or may
 * not, by a clock that stands still. What a call is refused is a failure of the test;
 * @error is for what may be.
 */
typedef struct
{
  Scratch     scratch;
  ReaStore   *store;
  ReaSession *owner;
  ReaSession *mod;
  ReaSession *other_mod;
  ReaSession *ann;
  ReaSession *bo;
  gint64      ann_id;
  gint64      bo_id;
  gint64      campaign;
  gint64      here;  /* Ann's, not started */
  gint64      there; /* Ann's, waits for a reply */
} ThreadStage;

void            thread_stage_set_up (ThreadStage *self, gconstpointer data);
void            thread_stage_tear_down (ThreadStage *self, gconstpointer data);
ReaThreadState *thread_stage_look (ThreadStage *self,
                                   ReaSession  *session,
                                   gint64       conversation) G_GNUC_WARN_UNUSED_RESULT;
void            thread_stage_assert_draft (ThreadStage *self,
                                           ReaSession  *session,
                                           gint64       conversation,
                                           const char  *expected);
void
thread_stage_save (ThreadStage *self, ReaSession *session, gint64 conversation, const char *text);
char *thread_stage_send_written (ThreadStage *self,
                                 ReaSession  *session,
                                 gint64       conversation,
                                 const char  *text,
                                 gint64       last,
                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void  thread_stage_give (ThreadStage *self, const char *to);

G_END_DECLS
