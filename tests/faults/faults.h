/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scratch.h"

#include <sys/types.h>

G_BEGIN_DECLS

/* What bad luck is tried on: a campaign whose conversations all lie with one
 * sender or all with the other, so that half a move shows.
 */
#define FAULTS_ANN "ann@example.org"
#define FAULTS_BO  "bo@example.org"

extern gboolean faults_long;

void faults_init (int *argc, char ***argv);

gint64      faults_set_up (Scratch *scratch, gint64 n_contacts);
gint64      faults_add_contacts (ReaSession *session, gint64 campaign, gint64 first, gint64 n);
gboolean    faults_reassign (ReaSession *session,
                             gint64      campaign,
                             const char *to,
                             gint64     *move,
                             GError    **error);
ReaCounts   faults_count_held (ReaSession *session, gint64 campaign, const char *email);
gint64      faults_count_moves (ReaSession *session, gint64 campaign);
void        faults_assert_whole (ReaSession *session, gint64 campaign, gint64 n_contacts);
ReaSession *faults_reopen (Scratch *scratch) G_GNUC_WARN_UNUSED_RESULT;

typedef void (*FaultsChild) (Scratch *scratch, gint64 campaign, int nth);

pid_t faults_fork (FaultsChild child, Scratch *scratch, gint64 campaign, int nth);
void  faults_assert_ended_well (pid_t pid);

G_END_DECLS
