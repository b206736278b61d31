/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-session.h"
#include "rea-store.h"
#include "rea-template.h"

G_BEGIN_DECLS

/* How every verb is built: begin, enter (who may, then the state), do, end.
 *
 *   if (!rea_session_begin (self, REA_STORE_WRITE, cancellable, error))
 *     return NULL;
 *   result = do_it (self, …, error);
 *   if (!rea_session_end (self, result != NULL, error))
 *     g_clear_pointer (&result, …);
 */
ReaStore *rea_session_get_store (ReaSession *self);
ReaSession *
rea_session_open_as (ReaSession *self, const char *user, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void     rea_session_set_simulated (ReaSession *self, gboolean is_simulated);
gboolean rea_session_get_simulated (ReaSession *self);

gboolean rea_session_begin (ReaSession    *self,
                            ReaStoreAccess access,
                            GCancellable  *cancellable,
                            GError       **error);
gboolean rea_session_end (ReaSession *self, gboolean success, GError **error);

/* Inside a transaction. */
ReaCampaign *rea_session_enter (ReaSession *self, gint64 campaign, ReaVerb verb, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
ReaCampaign     *rea_session_insert_campaign (ReaSession        *self,
                                              const ReaCampaign *values,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
ReaCampaign     *rea_session_enter_any_state (ReaSession *self,
                                              gint64      campaign,
                                              ReaVerb     verb,
                                              GError    **error) G_GNUC_WARN_UNUSED_RESULT;
ReaConversation *rea_session_enter_conversation (ReaSession   *self,
                                                 gint64        campaign,
                                                 gint64        conversation,
                                                 ReaVerb       verb,
                                                 ReaCampaign **entered,
                                                 GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         rea_session_make_query (ReaSession        *self,
                                         const ReaCampaign *campaign,
                                         const ReaFilter   *filter,
                                         GPtrArray         *senders,
                                         ReaQuery          *query,
                                         GError           **error);
ReaTally        *rea_session_tally_query (ReaSession     *self,
                                          const ReaQuery *query,
                                          const ReaTally *holdings,
                                          GError        **error);
ReaCampaign     *rea_session_enter_self_assign (ReaSession *self,
                                                gint64      campaign_id,
                                                GError    **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         rea_session_check_done (const ReaCounts *held, GError **error);
ReaTally        *rea_session_tally_for_self (const ReaCampaign *campaign,
                                             const ReaTally    *holdings,
                                             gint64             now) G_GNUC_WARN_UNUSED_RESULT;
gint64           rea_session_get_only_holder (ReaSession *self);
gboolean rea_session_opt_out_phone (ReaSession *self, const char *phone, gint64 at, GError **error);
gboolean
rea_session_look_up_user (ReaSession *self, const char *email, ReaUser **user, GError **error);
gboolean
rea_session_check_variables (ReaSession *self, const ReaCampaign *campaign, GError **error);
gboolean rea_session_add_fields (ReaSession        *self,
                                 const ReaCampaign *campaign,
                                 ReaVariables      *variables,
                                 GError           **error);
char    *rea_session_fill_in_for (ReaSession            *self,
                                  const ReaCampaign     *campaign,
                                  const ReaConversation *contact,
                                  const ReaUser         *writer,
                                  const char            *text,
                                  GError               **error) G_GNUC_WARN_UNUSED_RESULT;
char    *rea_session_fill_in (ReaSession            *self,
                              const ReaCampaign     *campaign,
                              const ReaConversation *contact,
                              const char            *text,
                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;
char    *rea_session_fill_in_as_written (ReaSession            *self,
                                         const ReaCampaign     *campaign,
                                         const ReaConversation *contact,
                                         const char            *text,
                                         GError               **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean rea_session_update_survey (ReaSession        *self,
                                    const ReaCampaign *campaign,
                                    ReaConversation   *conversation,
                                    GError           **error);

gboolean         rea_session_check_utf8 (const char *text, GError **error);
ReaConversation *rea_session_receive_in (ReaSession            *self,
                                         const ReaCampaign     *campaign,
                                         const ReaConversation *before,
                                         const char            *text,
                                         gint64                 at,
                                         ReaMessage           **message,
                                         GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/* The gateway. */
gboolean
rea_session_get_way (ReaSession *self, const ReaCampaign *campaign, ReaWay *way, GError **error);
gboolean            rea_session_queue_message (ReaSession            *self,
                                               const ReaCampaign     *campaign,
                                               const ReaConversation *conversation,
                                               ReaMessage            *message,
                                               GError               **error);
gboolean            rea_session_queue_confirmation (ReaSession        *self,
                                                    const ReaCampaign *campaign,
                                                    const char        *phone,
                                                    GError           **error);
ReaGatewaySettings *rea_session_enter_gateway (ReaSession *self,
                                               GError    **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean rea_session_take_message (ReaSession *self, const ReaIncoming *incoming, GError **error);
gboolean rea_session_take_report (ReaSession  *self,
                                  gint64       id,
                                  gint64       asked,
                                  ReaReport    report,
                                  ReaDelivery *state,
                                  GError     **error);

G_END_DECLS
