/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign.h"
#include "rea-conversation.h"
#include "rea-error.h"
#include "rea-gateway-settings.h"
#include "rea-move.h"
#include "rea-plan.h"
#include "rea-role.h"
#include "rea-sender.h"
#include "rea-sweep.h"
#include "rea-shift.h"
#include "rea-tally.h"
#include "rea-thread-state.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One person at one database. Every verb of Reassign is one call here, whoever
 * asks: it checks who may do it and in which state, inside the transaction that
 * does it, and does all of it or nothing.
 *
 * A session blocks and belongs to one thread at a time. reassignctl calls it as
 * it is; the window goes through ReaService, which keeps sessions on threads of
 * their own. It keeps nothing between two calls but who acts, so another
 * process's change is never missed.
 */
#define REA_TYPE_SESSION (rea_session_get_type ())
G_DECLARE_FINAL_TYPE (ReaSession, rea_session, REA, SESSION, GObject)

typedef gint64 (*ReaClockFunc) (void);

/* Told how far long work has come; @total is 0 while it is not known. May run on any thread. */
typedef void (*ReaProgressFunc) (gint64 done, gint64 total, gpointer user_data);

/**
 * ReaCampaignChange:
 *
 * Sets on @campaign what is to change; runs inside the transaction.
 *
 * Returns: %FALSE with @error to leave all as it was
 */
typedef gboolean (*ReaCampaignChange) (ReaCampaign *campaign, gpointer user_data, GError **error);

/**
 * ReaOverview:
 * @campaign: the campaign, with its total and flags
 * @counts: all of it by status
 * @unassigned: what nobody holds
 * @waiting_since: of the one that waits longest, or %REA_TIME_NONE
 * @n_online: how many of its senders are online
 * @offline_needs_reply: how many replies wait with senders who are offline
 * @sent_15_min: how many messages its senders sent in the last 15 minutes
 */
typedef struct
{
  ReaCampaign *campaign;
  ReaCounts    counts;
  ReaCounts    unassigned;
  gint64       waiting_since;
  gint64       n_online;
  gint64       offline_needs_reply;
  gint64       sent_15_min;
} ReaOverview;

void rea_overview_free (ReaOverview *self);

/**
 * ReaPage:
 * @conversations: (element-type ReaConversation): in order
 * @next: (nullable): the token of the page behind it
 */
typedef struct
{
  GPtrArray *conversations;
  char      *next;
} ReaPage;

void rea_page_free (ReaPage *self);

/**
 * ReaResult:
 * @move: the number of the recorded move, or 0
 * @undoes: of an undo: the move it takes back, or 0
 * @is_preview: whether nothing was done
 * @plan: what happens, or happened
 * @left: of an undo: what it left alone
 *
 * What a request that moves conversations did or would do.
 */
typedef struct
{
  gint64   move;
  gint64   undoes;
  gboolean is_preview;
  ReaPlan *plan;
  ReaLeft  left;
} ReaResult;

void rea_result_free (ReaResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaOverview, rea_overview_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaPage, rea_page_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaResult, rea_result_free)

/* Opening. */
char          *rea_session_dup_default_location (void);
const char    *rea_session_get_engine (void);
ReaSession    *rea_session_open (const char *location, const char *user, GError **error);
ReaSession    *rea_session_open_or_create (const char *location, const char *user, GError **error);
ReaSession    *rea_session_create (const char *location, const char *owner, GError **error);
void           rea_session_discard (ReaSession *self);
const ReaUser *rea_session_get_user (ReaSession *self);
const char    *rea_session_get_location (ReaSession *self);
void           rea_session_set_clock (ReaSession *self, ReaClockFunc clock);
gint64         rea_session_now (ReaSession *self);
gboolean       rea_session_get_version (ReaSession *self, gint64 *version, GError **error);
GPtrArray     *rea_session_check (ReaSession *self, gboolean repair, GError **error);
gint64         rea_session_backup (ReaSession *self, const char *path, GError **error);

/* Users. */
GPtrArray *rea_session_list_users (ReaSession *self, GError **error);
ReaUser   *rea_session_add_user (ReaSession *self,
                                 const char *email,
                                 const char *first_name,
                                 const char *last_name,
                                 ReaRole     role,
                                 GError    **error);
ReaUser   *rea_session_set_user (ReaSession    *self,
                                 const char    *email,
                                 const char    *first_name,
                                 const char    *last_name,
                                 const ReaRole *role,
                                 GError       **error);
gboolean   rea_session_heartbeat (ReaSession *self, gboolean end, GError **error);

/* Campaigns. A campaign is named by its id; rea_session_find_campaign() finds that by a title. */
GPtrArray   *rea_session_list_campaigns (ReaSession *self, GError **error);
GPtrArray   *rea_session_list_own_campaigns (ReaSession *self, GError **error);
gint64       rea_session_find_campaign (ReaSession *self, const char *name, GError **error);
ReaCampaign *rea_session_get_campaign (ReaSession *self, gint64 campaign, GError **error);
ReaCampaign *
rea_session_create_campaign (ReaSession *self, const ReaCampaign *values, GError **error);
ReaCampaign *rea_session_set_campaign (ReaSession       *self,
                                       gint64            campaign,
                                       ReaCampaignChange change,
                                       gpointer          user_data,
                                       GError          **error);
ReaCampaign *rea_session_remove_campaign (ReaSession *self, gint64 campaign, GError **error);
ReaOverview *rea_session_get_overview (ReaSession *self, gint64 campaign, GError **error);
ReaSweep    *rea_session_get_sweep (ReaSession            *self,
                                    gint64                 campaign,
                                    const ReaSweepOptions *options,
                                    GError               **error);
GPtrArray   *rea_session_count_answers (ReaSession *self, gint64 campaign, GError **error);
ReaShift    *rea_session_get_shift (ReaSession *self, gint64 campaign, GError **error);

/* Senders. */
GPtrArray *
rea_session_list_holders (ReaSession *self, gint64 campaign, ReaSender **nobody, GError **error);
GPtrArray *rea_session_list_senders (ReaSession *self, gint64 campaign, GError **error);
GPtrArray *rea_session_add_senders (ReaSession        *self,
                                    gint64             campaign,
                                    const char *const *emails,
                                    GError           **error);
GPtrArray *
rea_session_add_people (ReaSession *self, gint64 campaign, GPtrArray *people, GError **error);
ReaResult *rea_session_remove_sender (ReaSession       *self,
                                      gint64            campaign,
                                      const char       *email,
                                      const ReaRequest *where,
                                      const ReaPlan    *shown,
                                      GCancellable     *cancellable,
                                      GError          **error);

/* Conversations. */
ReaPage         *rea_session_list_conversations (ReaSession      *self,
                                                 gint64           campaign,
                                                 const ReaFilter *filter,
                                                 ReaSort          sort,
                                                 const char      *after,
                                                 guint64          skip,
                                                 guint            limit,
                                                 GCancellable    *cancellable,
                                                 GError         **error);
ReaTally        *rea_session_tally (ReaSession      *self,
                                    gint64           campaign,
                                    const ReaFilter *filter,
                                    GCancellable    *cancellable,
                                    GError         **error);
ReaConversation *rea_session_get_conversation (ReaSession *self,
                                               gint64      campaign,
                                               gint64      conversation,
                                               GError    **error);
GPtrArray *
rea_session_list_messages (ReaSession *self, gint64 campaign, gint64 conversation, GError **error);
GPtrArray *
rea_session_list_answers (ReaSession *self, gint64 campaign, gint64 conversation, GError **error);
GPtrArray *
rea_session_list_trail (ReaSession *self, gint64 campaign, gint64 conversation, GError **error);

/* A conversation while somebody writes in it. */
ReaThreadState  *rea_session_get_thread (ReaSession           *self,
                                         gint64                campaign,
                                         gint64                conversation,
                                         guint                 n_messages,
                                         const ReaThreadState *before,
                                         GError              **error);
gboolean         rea_session_save_draft (ReaSession *self,
                                         gint64      campaign,
                                         gint64      conversation,
                                         const char *text,
                                         GError    **error);
GPtrArray       *rea_session_list_left_drafts (ReaSession *self, gint64 campaign, GError **error);
char            *rea_session_fill_reply (ReaSession *self,
                                         gint64      campaign,
                                         gint64      conversation,
                                         const char *text,
                                         GError    **error);
ReaConversation *rea_session_send_written (ReaSession  *self,
                                           gint64       campaign,
                                           gint64       conversation,
                                           const char  *text,
                                           gint64       last_message_id,
                                           ReaMessage **message,
                                           GError     **error);

/* Messages and what follows from them. Each returns the conversation as it is then. */
ReaConversation *rea_session_send (ReaSession  *self,
                                   gint64       campaign,
                                   gint64       conversation,
                                   const char  *text,
                                   gint64       at,
                                   ReaMessage **message,
                                   GError     **error);
ReaConversation *rea_session_receive (ReaSession  *self,
                                      gint64       campaign,
                                      gint64       conversation,
                                      const char  *text,
                                      gint64       at,
                                      ReaMessage **message,
                                      GError     **error);
ReaConversation *rea_session_close_conversation (ReaSession *self,
                                                 gint64      campaign,
                                                 gint64      conversation,
                                                 GError    **error);
ReaConversation *rea_session_reopen_conversation (ReaSession *self,
                                                  gint64      campaign,
                                                  gint64      conversation,
                                                  GError    **error);
ReaConversation *
rea_session_opt_out (ReaSession *self, gint64 campaign, gint64 conversation, GError **error);
ReaConversation *
rea_session_dismiss_mark (ReaSession *self, gint64 campaign, gint64 conversation, GError **error);
ReaConversation *rea_session_answer (ReaSession *self,
                                     gint64      campaign,
                                     gint64      conversation,
                                     const char *question,
                                     const char *answer,
                                     GError    **error);

/* The gateway. */
ReaGatewayStatus *
rea_session_set_gateway (ReaSession *self, const ReaGatewaySettings *wanted, GError **error);
ReaGatewayStatus *rea_session_get_gateway_status (ReaSession *self, GError **error);

/* Moves. */
ReaResult *rea_session_preview (ReaSession       *self,
                                gint64            campaign,
                                const ReaRequest *request,
                                GCancellable     *cancellable,
                                GError          **error);
ReaResult *rea_session_reassign (ReaSession       *self,
                                 gint64            campaign,
                                 const ReaRequest *request,
                                 const ReaPlan    *shown,
                                 gint64            expected,
                                 GCancellable     *cancellable,
                                 GError          **error);
ReaResult *rea_session_self_assign (ReaSession *self, gint64 campaign, GError **error);
ReaResult *rea_session_undo (ReaSession   *self,
                             gint64        campaign,
                             gint64        move,
                             GCancellable *cancellable,
                             GError      **error);
ReaResult *rea_session_preview_undo (ReaSession   *self,
                                     gint64        campaign,
                                     gint64        move,
                                     GCancellable *cancellable,
                                     GError      **error);
GPtrArray *rea_session_list_moves (ReaSession *self, gint64 campaign, guint limit, GError **error);
GPtrArray *rea_session_find_moves (ReaSession          *self,
                                   gint64               campaign,
                                   const ReaMoveFilter *filter,
                                   GCancellable        *cancellable,
                                   GError             **error);
ReaMove   *rea_session_get_move (ReaSession *self, gint64 campaign, gint64 move, GError **error);
GArray    *rea_session_list_moved (ReaSession *self, gint64 campaign, gint64 move, GError **error);
ReaMove   *rea_session_get_last_own_move (ReaSession *self, gint64 campaign, GError **error);
ReaPlan *rea_session_get_move_plan (ReaSession *self, gint64 campaign, gint64 move, GError **error);

G_END_DECLS
