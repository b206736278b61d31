/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-campaign.h"
#include "rea-conversation.h"
#include "rea-error.h"
#include "rea-filter.h"
#include "rea-gateway-settings.h"
#include "rea-move.h"
#include "rea-plan.h"
#include "rea-sender.h"
#include "rea-tally.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The store keeps campaigns. It knows no roles and no rules of the business:
 * it answers and changes what it is told, inside the transaction that its
 * caller has begun. A store belongs to one thread at a time, and it blocks.
 *
 * Promises of every engine:
 *  1. Between begin and commit every answer comes from one consistent state.
 *  2. What was not committed never happened, whatever dies when.
 *  3. After a failed call the transaction can only be rolled back.
 *  4. The counters are changed in the transaction that changes what they count.
 *
 * find_user answers %NULL without an error for nobody, and so does find_written_to; get_campaign,
 * get_move and get_conversation set %REA_ERROR_NOT_FOUND. find_missing answers the first id that
 * the campaign has not, 0 for none, -1 with an error. insert_contact sets the conversation's id, to
 * 0 where the campaign has that phone: then nothing was inserted. Those who came in are seen by the
 * other calls from end_contacts on; until then only messages and answers may hang on them.
 * list_messages answers the newest @limit of those with a higher id than @after; a @limit of 0 is
 * all. save_draft forgets a draft whose text is %NULL; list_drafts has the latest first, and so
 * has list_left_drafts: those of a user where somebody else, or nobody, holds the conversation.
 * The names of the fields that contacts have are told by add_field.
 */
#define REA_TYPE_STORE (rea_store_get_type ())
G_DECLARE_INTERFACE (ReaStore, rea_store, REA, STORE, GObject)

typedef enum
{
  REA_STORE_READ,
  REA_STORE_WRITE,
} ReaStoreAccess;

/**
 * ReaQuery:
 * @campaign: of which campaign
 * @filter: which conversations
 * @holders: (nullable) (element-type gint64): what @filter says of the holder,
 *   as ids; %NULL for everyone
 * @only_holder: if not 0, nothing that somebody else holds is seen
 * @now: the moment at which waiting and unmoved are measured
 * @reader: whose drafts a page tells, or 0 for none
 *
 * A filter, resolved for one moment.
 */
typedef struct
{
  const ReaCampaign *campaign;
  const ReaFilter   *filter;
  GArray            *holders;
  gint64             only_holder;
  gint64             now;
  gint64             reader;
} ReaQuery;

/**
 * ReaPageKey:
 *
 * Where a page begins: behind the conversation that these describe. An @id of 0
 * is the beginning.
 */
typedef struct
{
  gint64 id;
  char  *first_name;
  char  *last_name;
  gint64 waiting_since;
} ReaPageKey;

/**
 * ReaMoveQuery:
 * @by: who made it, or 0
 * @people: (nullable) (element-type GArray): for each word of a search the users whom
 *   it fits: at least one of them made the move, gave, received or was removed
 *
 * A filter of moves, resolved.
 */
typedef struct
{
  const ReaMoveFilter *filter;
  gint64               by;
  GPtrArray           *people;
} ReaMoveQuery;

struct _ReaStoreInterface
{
  GTypeInterface parent_iface;

  gboolean (*begin) (ReaStore      *self,
                     ReaStoreAccess access,
                     GCancellable  *cancellable,
                     GError       **error);
  gboolean (*commit) (ReaStore *self, GError **error);
  void (*rollback) (ReaStore *self);
  void (*discard) (ReaStore *self);
  gboolean (*get_version) (ReaStore *self, gint64 *version, GError **error);
  GPtrArray *(*check) (ReaStore *self, gboolean repair, GError **error);
  gboolean (*backup) (ReaStore *self, const char *path, GError **error);

  GPtrArray *(*list_users) (ReaStore *self, GError **error);
  ReaUser *(*find_user) (ReaStore *self, const char *email, GError **error);
  gboolean (*insert_user) (ReaStore *self, ReaUser *user, GError **error);
  gboolean (*update_user) (ReaStore *self, const ReaUser *user, GError **error);
  gboolean (
      *set_presence) (ReaStore *self, gint64 user_id, gboolean present, gint64 at, GError **error);

  GPtrArray *(*list_campaigns) (ReaStore *self, GError **error);
  ReaCampaign *(*get_campaign) (ReaStore *self, gint64 id, GError **error);
  gboolean (*insert_campaign) (ReaStore *self, ReaCampaign *campaign, GError **error);
  gboolean (*update_campaign) (ReaStore *self, const ReaCampaign *campaign, GError **error);
  gboolean (*delete_campaign) (ReaStore *self, gint64 id, GError **error);

  GPtrArray *(*list_senders) (ReaStore *self, gint64 campaign_id, gint64 now, GError **error);
  gboolean (*add_longest_waits) (ReaStore  *self,
                                 gint64     campaign_id,
                                 GPtrArray *senders,
                                 GError   **error);
  gboolean (*is_sender) (ReaStore *self,
                         gint64    campaign_id,
                         gint64    user_id,
                         gboolean *is_sender,
                         GError  **error);
  gboolean (*add_sender) (ReaStore *self,
                          gint64    campaign_id,
                          gint64    user_id,
                          gboolean *added,
                          GError  **error);
  gboolean (*remove_sender) (ReaStore *self, gint64 campaign_id, gint64 user_id, GError **error);
  ReaTally *(*get_holdings) (ReaStore *self, gint64 campaign_id, GError **error);

  ReaTally *(*tally) (ReaStore *self, const ReaQuery *query, GError **error);
  gboolean (*count_open_surveys) (ReaStore *self, gint64 campaign_id, gint64 *n, GError **error);
  GPtrArray *(*page) (ReaStore         *self,
                      const ReaQuery   *query,
                      ReaSort           sort,
                      const ReaPageKey *after,
                      guint64           skip,
                      guint             limit,
                      GError          **error);
  gint64 (*find_missing) (ReaStore *self, const ReaCampaign *campaign, GArray *ids, GError **error);

  gboolean (
      *deal) (ReaStore *self, const ReaQuery *query, ReaPlan *plan, ReaMove *move, GError **error);
  gboolean (*deal_back) (ReaStore      *self,
                         const ReaMove *undone,
                         ReaMove       *undo,
                         ReaPlan       *plan,
                         ReaLeft       *left,
                         GError       **error);
  gboolean (*look_back) (ReaStore      *self,
                         const ReaMove *undone,
                         ReaPlan       *plan,
                         ReaLeft       *left,
                         GError       **error);
  ReaMove *(*get_move) (ReaStore *self, gint64 campaign_id, gint64 id, GError **error);
  GPtrArray *(*list_moves) (ReaStore           *self,
                            gint64              campaign_id,
                            const ReaMoveQuery *query,
                            GError            **error);
  GArray *(*list_moved) (ReaStore *self, gint64 move_id, GError **error);
  gboolean (
      *find_last_move) (ReaStore *self, gint64 campaign_id, gint64 by, gint64 *id, GError **error);
  ReaPlan *(*get_move_plan) (ReaStore *self, gint64 move_id, GError **error);
  GPtrArray *(*list_trail) (ReaStore *self, const ReaConversation *conversation, GError **error);

  gboolean (*begin_contacts) (ReaStore *self, ReaCampaign *campaign, GError **error);
  gboolean (*insert_contact) (ReaStore *self, ReaConversation *conversation, GError **error);
  gboolean (*add_field) (ReaStore *self, gint64 campaign_id, const char *name, GError **error);
  gboolean (*end_contacts) (ReaStore *self, ReaCampaign *campaign, gint64 at, GError **error);
  ReaConversation *(*get_conversation) (ReaStore *self,
                                        gint64    campaign_id,
                                        gint64    id,
                                        GError  **error);
  gboolean (*find_conversation) (ReaStore   *self,
                                 gint64      campaign_id,
                                 const char *phone,
                                 gint64     *id,
                                 GError    **error);
  GPtrArray *(*list_by_phone) (ReaStore *self, const char *phone, GError **error);
  gboolean (*update_conversation) (ReaStore              *self,
                                   const ReaConversation *before,
                                   const ReaConversation *after,
                                   GError               **error);
  gboolean (*list_field_names) (ReaStore          *self,
                                const ReaCampaign *campaign,
                                GPtrArray         *names,
                                GError           **error);
  gboolean (*reset_surveys) (ReaStore *self, const ReaCampaign *campaign, GError **error);

  gboolean (*insert_message) (ReaStore   *self,
                              gint64      campaign_id,
                              ReaMessage *message,
                              GError    **error);
  GPtrArray *(*list_messages) (ReaStore *self,
                               gint64    conversation_id,
                               gint64    after,
                               guint     limit,
                               GError  **error);
  gboolean (*set_answer) (ReaStore   *self,
                          gint64      conversation_id,
                          const char *question,
                          const char *answer,
                          GError    **error);
  GPtrArray *(*list_answers) (ReaStore *self, gint64 conversation_id, GError **error);
  GPtrArray *(*count_answers) (ReaStore *self, const ReaCampaign *campaign, GError **error);

  gboolean (*save_draft) (ReaStore   *self,
                          gint64      conversation_id,
                          gint64      user_id,
                          const char *text,
                          gint64      at,
                          GError    **error);
  GPtrArray *(*list_drafts) (ReaStore *self, gint64 conversation_id, GError **error);
  GPtrArray *(*list_left_drafts) (ReaStore          *self,
                                  const ReaCampaign *campaign,
                                  gint64             user_id,
                                  GError           **error);

  gboolean (
      *add_opt_out) (ReaStore *self, const char *phone, gint64 at, gboolean *added, GError **error);
  gboolean (*is_opted_out) (ReaStore *self, const char *phone, gboolean *opted_out, GError **error);
  gboolean (*has_opt_outs) (ReaStore *self, gboolean *any, GError **error);

  gboolean (*get_gateway) (ReaStore *self, ReaGatewaySettings **settings, GError **error);
  gboolean (*set_gateway) (ReaStore *self, const ReaGatewaySettings *settings, GError **error);
  gboolean (*set_gateway_trouble) (ReaStore *self, const char *trouble, GError **error);
  gboolean (*hold_gateway) (ReaStore *self, GError **error);
  void (*set_patience) (ReaStore *self, guint milliseconds);
  ReaGatewayStatus *(*get_gateway_status) (ReaStore *self, guint n_unknown, GError **error);
  gboolean (*queue) (ReaStore   *self,
                     gint64      message_id,
                     const char *phone,
                     const char *text,
                     GError    **error);
  GPtrArray *(*list_outgoing) (ReaStore   *self,
                               ReaDelivery state,
                               gint64      after,
                               guint       limit,
                               GError    **error);
  gboolean (*get_outgoing) (ReaStore *self, gint64 id, ReaOutgoing **outgoing, GError **error);
  gboolean (*update_outgoing) (ReaStore *self, const ReaOutgoing *outgoing, GError **error);
  gboolean (*has_incoming) (ReaStore *self, const char *id, gboolean *has, GError **error);
  gboolean (*insert_incoming) (ReaStore          *self,
                               const ReaIncoming *incoming,
                               gint64             message_id,
                               GError           **error);
  ReaConversation *(*find_written_to) (ReaStore *self, const char *phone, GError **error);
};

const char *rea_store_get_engine (void);
gboolean    rea_store_owns_file (const char *path);

ReaStore *
rea_store_open (const char *location, gboolean create, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean
rea_store_begin (ReaStore *self, ReaStoreAccess access, GCancellable *cancellable, GError **error);
gboolean     rea_store_commit (ReaStore *self, GError **error);
void         rea_store_rollback (ReaStore *self);
void         rea_store_discard (ReaStore *self);
gboolean     rea_store_get_version (ReaStore *self, gint64 *version, GError **error);
GPtrArray   *rea_store_check (ReaStore *self, gboolean repair, GError **error);
gboolean     rea_store_backup (ReaStore *self, const char *path, GError **error);
GPtrArray   *rea_store_list_users (ReaStore *self, GError **error);
ReaUser     *rea_store_find_user (ReaStore *self, const char *email, GError **error);
gboolean     rea_store_insert_user (ReaStore *self, ReaUser *user, GError **error);
gboolean     rea_store_update_user (ReaStore *self, const ReaUser *user, GError **error);
gboolean     rea_store_set_presence (ReaStore *self,
                                     gint64    user_id,
                                     gboolean  present,
                                     gint64    at,
                                     GError  **error);
GPtrArray   *rea_store_list_campaigns (ReaStore *self, GError **error);
ReaCampaign *rea_store_get_campaign (ReaStore *self, gint64 id, GError **error);
gboolean     rea_store_insert_campaign (ReaStore *self, ReaCampaign *campaign, GError **error);
gboolean   rea_store_update_campaign (ReaStore *self, const ReaCampaign *campaign, GError **error);
gboolean   rea_store_delete_campaign (ReaStore *self, gint64 id, GError **error);
GPtrArray *rea_store_list_senders (ReaStore *self, gint64 campaign_id, gint64 now, GError **error);
gboolean   rea_store_add_longest_waits (ReaStore  *self,
                                        gint64     campaign_id,
                                        GPtrArray *senders,
                                        GError   **error);
gboolean   rea_store_is_sender (ReaStore *self,
                                gint64    campaign_id,
                                gint64    user_id,
                                gboolean *is_sender,
                                GError  **error);
gboolean   rea_store_add_sender (ReaStore *self,
                                 gint64    campaign_id,
                                 gint64    user_id,
                                 gboolean *added,
                                 GError  **error);
gboolean
rea_store_remove_sender (ReaStore *self, gint64 campaign_id, gint64 user_id, GError **error);
ReaTally *rea_store_get_holdings (ReaStore *self, gint64 campaign_id, GError **error);
ReaTally *rea_store_tally (ReaStore *self, const ReaQuery *query, GError **error);
gboolean
rea_store_count_open_surveys (ReaStore *self, gint64 campaign_id, gint64 *n, GError **error);
GPtrArray *rea_store_page (ReaStore         *self,
                           const ReaQuery   *query,
                           ReaSort           sort,
                           const ReaPageKey *after,
                           guint64           skip,
                           guint             limit,
                           GError          **error);
gint64
rea_store_find_missing (ReaStore *self, const ReaCampaign *campaign, GArray *ids, GError **error);
gboolean   rea_store_deal (ReaStore       *self,
                           const ReaQuery *query,
                           ReaPlan        *plan,
                           ReaMove        *move,
                           GError        **error);
gboolean   rea_store_deal_back (ReaStore      *self,
                                const ReaMove *undone,
                                ReaMove       *undo,
                                ReaPlan       *plan,
                                ReaLeft       *left,
                                GError       **error);
gboolean   rea_store_look_back (ReaStore      *self,
                                const ReaMove *undone,
                                ReaPlan       *plan,
                                ReaLeft       *left,
                                GError       **error);
ReaMove   *rea_store_get_move (ReaStore *self, gint64 campaign_id, gint64 id, GError **error);
GPtrArray *rea_store_list_moves (ReaStore           *self,
                                 gint64              campaign_id,
                                 const ReaMoveQuery *query,
                                 GError            **error);
GArray    *rea_store_list_moved (ReaStore *self, gint64 move_id, GError **error);
gboolean   rea_store_find_last_move (ReaStore *self,
                                     gint64    campaign_id,
                                     gint64    by,
                                     gint64   *id,
                                     GError  **error);
ReaPlan   *rea_store_get_move_plan (ReaStore *self, gint64 move_id, GError **error);
GPtrArray          *
rea_store_list_trail (ReaStore *self, const ReaConversation *conversation, GError **error);
gboolean rea_store_begin_contacts (ReaStore *self, ReaCampaign *campaign, GError **error);
gboolean rea_store_insert_contact (ReaStore *self, ReaConversation *conversation, GError **error);
gboolean rea_store_add_field (ReaStore *self, gint64 campaign_id, const char *name, GError **error);
gboolean rea_store_end_contacts (ReaStore *self, ReaCampaign *campaign, gint64 at, GError **error);
ReaConversation          *
rea_store_get_conversation (ReaStore *self, gint64 campaign_id, gint64 id, GError **error);
gboolean rea_store_find_conversation (ReaStore   *self,
                                      gint64      campaign_id,
                                      const char *phone,
                                      gint64     *id,
                                      GError    **error);
GPtrArray *rea_store_list_by_phone (ReaStore *self, const char *phone, GError **error);
gboolean   rea_store_update_conversation (ReaStore              *self,
                                          const ReaConversation *before,
                                          const ReaConversation *after,
                                          GError               **error);
gboolean   rea_store_list_field_names (ReaStore          *self,
                                       const ReaCampaign *campaign,
                                       GPtrArray         *names,
                                       GError           **error);
gboolean   rea_store_reset_surveys (ReaStore *self, const ReaCampaign *campaign, GError **error);
gboolean
rea_store_insert_message (ReaStore *self, gint64 campaign_id, ReaMessage *message, GError **error);
GPtrArray *rea_store_list_messages (ReaStore *self,
                                    gint64    conversation_id,
                                    gint64    after,
                                    guint     limit,
                                    GError  **error);
gboolean   rea_store_set_answer (ReaStore   *self,
                                 gint64      conversation_id,
                                 const char *question,
                                 const char *answer,
                                 GError    **error);
GPtrArray *rea_store_list_answers (ReaStore *self, gint64 conversation_id, GError **error);
GPtrArray *rea_store_count_answers (ReaStore *self, const ReaCampaign *campaign, GError **error);
gboolean   rea_store_save_draft (ReaStore   *self,
                                 gint64      conversation_id,
                                 gint64      user_id,
                                 const char *text,
                                 gint64      at,
                                 GError    **error);
GPtrArray *rea_store_list_drafts (ReaStore *self, gint64 conversation_id, GError **error);
GPtrArray *rea_store_list_left_drafts (ReaStore          *self,
                                       const ReaCampaign *campaign,
                                       gint64             user_id,
                                       GError           **error);
gboolean   rea_store_add_opt_out (ReaStore   *self,
                                  const char *phone,
                                  gint64      at,
                                  gboolean   *added,
                                  GError    **error);
gboolean
rea_store_is_opted_out (ReaStore *self, const char *phone, gboolean *opted_out, GError **error);
gboolean rea_store_has_opt_outs (ReaStore *self, gboolean *any, GError **error);
gboolean rea_store_get_gateway (ReaStore *self, ReaGatewaySettings **settings, GError **error);
gboolean rea_store_set_gateway (ReaStore *self, const ReaGatewaySettings *settings, GError **error);
gboolean rea_store_set_gateway_trouble (ReaStore *self, const char *trouble, GError **error);
gboolean rea_store_hold_gateway (ReaStore *self, GError **error);
void     rea_store_set_patience (ReaStore *self, guint milliseconds);
ReaGatewayStatus *rea_store_get_gateway_status (ReaStore *self, guint n_unknown, GError **error);
gboolean          rea_store_queue (ReaStore   *self,
                                   gint64      message_id,
                                   const char *phone,
                                   const char *text,
                                   GError    **error);
GPtrArray        *rea_store_list_outgoing (ReaStore   *self,
                                           ReaDelivery state,
                                           gint64      after,
                                           guint       limit,
                                           GError    **error);
gboolean rea_store_get_outgoing (ReaStore *self, gint64 id, ReaOutgoing **outgoing, GError **error);
gboolean rea_store_update_outgoing (ReaStore *self, const ReaOutgoing *outgoing, GError **error);
gboolean rea_store_has_incoming (ReaStore *self, const char *id, gboolean *has, GError **error);
gboolean rea_store_insert_incoming (ReaStore          *self,
                                    const ReaIncoming *incoming,
                                    gint64             message_id,
                                    GError           **error);
ReaConversation *rea_store_find_written_to (ReaStore *self, const char *phone, GError **error);

G_END_DECLS
