/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-sqlite-store.h"
#include "rea-sqlite.h"

G_BEGIN_DECLS

/* What the store's interface names, each beside its kin: rea-sqlite-users.c,
 * -campaigns.c, -senders.c, -conversations.c, -contacts.c, -messages.c, -moves.c,
 * -check.c. Each is what rea-store.h says of the call of the same name.
 */
#define REA_TYPE_SQLITE_STORE (rea_sqlite_store_get_type ())
G_DECLARE_FINAL_TYPE (ReaSqliteStore, rea_sqlite_store, REA, SQLITE_STORE, GObject)

ReaSqlite *rea_sqlite_store_get_db (ReaStore *self);
void       rea_sqlite_store_drop_contacts (ReaStore *self);

gboolean     rea_sqlite_store_begin (ReaStore      *self,
                                     ReaStoreAccess access,
                                     GCancellable  *cancellable,
                                     GError       **error);
gboolean     rea_sqlite_store_commit (ReaStore *self, GError **error);
void         rea_sqlite_store_rollback (ReaStore *self);
void         rea_sqlite_store_discard (ReaStore *self);
gboolean     rea_sqlite_store_get_version (ReaStore *self, gint64 *version, GError **error);
GPtrArray   *rea_sqlite_store_check (ReaStore *self, gboolean repair, GError **error);
gboolean     rea_sqlite_store_backup (ReaStore *self, const char *path, GError **error);
GPtrArray   *rea_sqlite_store_list_users (ReaStore *self, GError **error);
ReaUser     *rea_sqlite_store_find_user (ReaStore *self, const char *email, GError **error);
gboolean     rea_sqlite_store_insert_user (ReaStore *self, ReaUser *user, GError **error);
gboolean     rea_sqlite_store_update_user (ReaStore *self, const ReaUser *user, GError **error);
gboolean     rea_sqlite_store_set_presence (ReaStore *self,
                                            gint64    user_id,
                                            gboolean  present,
                                            gint64    at,
                                            GError  **error);
GPtrArray   *rea_sqlite_store_list_campaigns (ReaStore *self, GError **error);
ReaCampaign *rea_sqlite_store_get_campaign (ReaStore *self, gint64 id, GError **error);
gboolean rea_sqlite_store_insert_campaign (ReaStore *self, ReaCampaign *campaign, GError **error);
gboolean
rea_sqlite_store_update_campaign (ReaStore *self, const ReaCampaign *campaign, GError **error);
gboolean rea_sqlite_store_delete_campaign (ReaStore *self, gint64 id, GError **error);
GPtrArray *
rea_sqlite_store_list_senders (ReaStore *self, gint64 campaign_id, gint64 now, GError **error);
gboolean rea_sqlite_store_add_longest_waits (ReaStore  *self,
                                             gint64     campaign_id,
                                             GPtrArray *senders,
                                             GError   **error);
gboolean rea_sqlite_store_is_sender (ReaStore *self,
                                     gint64    campaign_id,
                                     gint64    user_id,
                                     gboolean *is_sender,
                                     GError  **error);
gboolean rea_sqlite_store_add_sender (ReaStore *self,
                                      gint64    campaign_id,
                                      gint64    user_id,
                                      gboolean *added,
                                      GError  **error);
gboolean
rea_sqlite_store_remove_sender (ReaStore *self, gint64 campaign_id, gint64 user_id, GError **error);
ReaTally *rea_sqlite_store_get_holdings (ReaStore *self, gint64 campaign_id, GError **error);
ReaTally *rea_sqlite_store_tally (ReaStore *self, const ReaQuery *query, GError **error);
gboolean
rea_sqlite_store_count_open_surveys (ReaStore *self, gint64 campaign_id, gint64 *n, GError **error);
GPtrArray *rea_sqlite_store_page (ReaStore         *self,
                                  const ReaQuery   *query,
                                  ReaSort           sort,
                                  const ReaPageKey *after,
                                  guint64           skip,
                                  guint             limit,
                                  GError          **error);
gint64     rea_sqlite_store_find_missing (ReaStore          *self,
                                          const ReaCampaign *campaign,
                                          GArray            *ids,
                                          GError           **error);
gboolean   rea_sqlite_store_deal (ReaStore       *self,
                                  const ReaQuery *query,
                                  ReaPlan        *plan,
                                  ReaMove        *move,
                                  GError        **error);
gboolean   rea_sqlite_store_look_back (ReaStore      *self,
                                       const ReaMove *undone,
                                       ReaPlan       *plan,
                                       ReaLeft       *left,
                                       GError       **error);
gboolean   rea_sqlite_store_deal_back (ReaStore      *self,
                                       const ReaMove *undone,
                                       ReaMove       *undo,
                                       ReaPlan       *plan,
                                       ReaLeft       *left,
                                       GError       **error);
ReaMove *rea_sqlite_store_get_move (ReaStore *self, gint64 campaign_id, gint64 id, GError **error);
GPtrArray *rea_sqlite_store_list_moves (ReaStore           *self,
                                        gint64              campaign_id,
                                        const ReaMoveQuery *query,
                                        GError            **error);
GArray    *rea_sqlite_store_list_moved (ReaStore *self, gint64 move_id, GError **error);
gboolean   rea_sqlite_store_find_last_move (ReaStore *self,
                                            gint64    campaign_id,
                                            gint64    by,
                                            gint64   *id,
                                            GError  **error);
ReaPlan   *rea_sqlite_store_get_move_plan (ReaStore *self, gint64 move_id, GError **error);
GPtrArray *
rea_sqlite_store_list_trail (ReaStore *self, const ReaConversation *conversation, GError **error);
gboolean rea_sqlite_store_begin_contacts (ReaStore *self, ReaCampaign *campaign, GError **error);
gboolean
rea_sqlite_store_insert_contact (ReaStore *self, ReaConversation *conversation, GError **error);
gboolean
rea_sqlite_store_add_field (ReaStore *self, gint64 campaign_id, const char *name, GError **error);
gboolean
rea_sqlite_store_end_contacts (ReaStore *self, ReaCampaign *campaign, gint64 at, GError **error);
ReaConversation *
rea_sqlite_store_get_conversation (ReaStore *self, gint64 campaign_id, gint64 id, GError **error);
gboolean   rea_sqlite_store_find_conversation (ReaStore   *self,
                                               gint64      campaign_id,
                                               const char *phone,
                                               gint64     *id,
                                               GError    **error);
GPtrArray *rea_sqlite_store_list_by_phone (ReaStore *self, const char *phone, GError **error);
gboolean   rea_sqlite_store_update_conversation (ReaStore              *self,
                                                 const ReaConversation *before,
                                                 const ReaConversation *after,
                                                 GError               **error);
gboolean   rea_sqlite_store_list_field_names (ReaStore          *self,
                                              const ReaCampaign *campaign,
                                              GPtrArray         *names,
                                              GError           **error);
gboolean
rea_sqlite_store_reset_surveys (ReaStore *self, const ReaCampaign *campaign, GError **error);
gboolean   rea_sqlite_store_insert_message (ReaStore   *self,
                                            gint64      campaign_id,
                                            ReaMessage *message,
                                            GError    **error);
GPtrArray *rea_sqlite_store_list_messages (ReaStore *self,
                                           gint64    conversation_id,
                                           gint64    after,
                                           guint     limit,
                                           GError  **error);
gboolean   rea_sqlite_store_set_answer (ReaStore   *self,
                                        gint64      conversation_id,
                                        const char *question,
                                        const char *answer,
                                        GError    **error);
GPtrArray *rea_sqlite_store_list_answers (ReaStore *self, gint64 conversation_id, GError **error);
GPtrArray *
rea_sqlite_store_count_answers (ReaStore *self, const ReaCampaign *campaign, GError **error);
gboolean   rea_sqlite_store_save_draft (ReaStore   *self,
                                        gint64      conversation_id,
                                        gint64      user_id,
                                        const char *text,
                                        gint64      at,
                                        GError    **error);
GPtrArray *rea_sqlite_store_list_drafts (ReaStore *self, gint64 conversation_id, GError **error);
GPtrArray *rea_sqlite_store_list_left_drafts (ReaStore          *self,
                                              const ReaCampaign *campaign,
                                              gint64             user_id,
                                              GError           **error);
gboolean   rea_sqlite_store_add_opt_out (ReaStore   *self,
                                         const char *phone,
                                         gint64      at,
                                         gboolean   *added,
                                         GError    **error);
gboolean   rea_sqlite_store_is_opted_out (ReaStore   *self,
                                          const char *phone,
                                          gboolean   *opted_out,
                                          GError    **error);
gboolean   rea_sqlite_store_has_opt_outs (ReaStore *self, gboolean *any, GError **error);
gboolean
rea_sqlite_store_get_gateway (ReaStore *self, ReaGatewaySettings **settings, GError **error);
gboolean
rea_sqlite_store_set_gateway (ReaStore *self, const ReaGatewaySettings *settings, GError **error);
gboolean rea_sqlite_store_set_gateway_trouble (ReaStore *self, const char *trouble, GError **error);
gboolean rea_sqlite_store_hold_gateway (ReaStore *self, GError **error);
void     rea_sqlite_store_set_patience (ReaStore *self, guint milliseconds);
ReaGatewayStatus            *
rea_sqlite_store_get_gateway_status (ReaStore *self, guint n_unknown, GError **error);
gboolean   rea_sqlite_store_queue (ReaStore   *self,
                                   gint64      message_id,
                                   const char *phone,
                                   const char *text,
                                   GError    **error);
GPtrArray *rea_sqlite_store_list_outgoing (ReaStore   *self,
                                           ReaDelivery state,
                                           gint64      after,
                                           guint       limit,
                                           GError    **error);
gboolean
rea_sqlite_store_get_outgoing (ReaStore *self, gint64 id, ReaOutgoing **outgoing, GError **error);
gboolean
rea_sqlite_store_update_outgoing (ReaStore *self, const ReaOutgoing *outgoing, GError **error);
gboolean
rea_sqlite_store_has_incoming (ReaStore *self, const char *id, gboolean *has, GError **error);
gboolean rea_sqlite_store_insert_incoming (ReaStore          *self,
                                           const ReaIncoming *incoming,
                                           gint64             message_id,
                                           GError           **error);
ReaConversation *
rea_sqlite_store_find_written_to (ReaStore *self, const char *phone, GError **error);

G_END_DECLS
