/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-session-private.h"

G_BEGIN_DECLS

/* A database of its own for each test, with an owner, an active campaign that is
 * open at any hour, and a clock that moves only when it is told to. What goes
 * wrong in here fails the test.
 */
typedef struct
{
  char       *folder;
  char       *path;
  ReaSession *session; /* the owner's */
  ReaStore   *store;   /* the session's, borrowed */
  gint64      campaign;
  gint64      n_phones;
} ReaFixture;

#define REA_FIXTURE_OWNER "owner@example.org"
/* 2023-11-14 22:13:20 UTC */
#define REA_FIXTURE_NOW 1700000000

#define rea_fixture_add_test(path, func)                                                           \
  g_test_add (path, ReaFixture, NULL, rea_fixture_set_up, func, rea_fixture_tear_down)

void        rea_fixture_set_up (ReaFixture *self, gconstpointer data);
void        rea_fixture_tear_down (ReaFixture *self, gconstpointer data);
gint64      rea_fixture_clock (void);
void        rea_fixture_set_now (gint64 now);
ReaSession *rea_fixture_open (ReaFixture *self, const char *email) G_GNUC_WARN_UNUSED_RESULT;
void        rea_fixture_begin (ReaFixture *self);
void        rea_fixture_commit (ReaFixture *self);

gint64 rea_fixture_add_campaign (ReaFixture *self, const char *title);
void   rea_fixture_change_campaign (ReaFixture *self, ReaCampaignChange change);
gint64 rea_fixture_add_user (ReaFixture *self, const char *email, ReaRole role);
gint64 rea_fixture_add_sender (ReaFixture *self, const char *email);
void   rea_fixture_see (ReaFixture *self, gint64 user, gboolean present, gint64 last_seen);
void   rea_fixture_add_contacts (ReaFixture *self, GPtrArray *conversations);
gint64 rea_fixture_add (ReaFixture *self, guint n, ReaStatus status, gint64 holder);
gint64 rea_fixture_add_waiting (ReaFixture *self, gint64 since, gint64 holder);

ReaResult *
rea_fixture_undo (ReaFixture *self, gint64 move, GError **error) G_GNUC_WARN_UNUSED_RESULT;
ReaConversation *rea_fixture_get (ReaFixture *self, gint64 conversation) G_GNUC_WARN_UNUSED_RESULT;
gint64           rea_fixture_get_holder (ReaFixture *self, gint64 conversation);
char            *rea_fixture_describe (ReaFixture *self) G_GNUC_WARN_UNUSED_RESULT;
void             rea_fixture_assert_sound (ReaFixture *self);

G_END_DECLS
