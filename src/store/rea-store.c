/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-store.h"

#include "sqlite/rea-sqlite-store.h"

#include <glib/gi18n-lib.h>

G_DEFINE_INTERFACE (ReaStore, rea_store, G_TYPE_OBJECT)

static void
rea_store_default_init (ReaStoreInterface *iface)
{
}

/**
 * rea_store_get_engine:
 *
 * Returns: the name and the version of what keeps the data, for a bug report
 */
const char *
rea_store_get_engine (void)
{
  return rea_sqlite_store_get_engine ();
}

/**
 * rea_store_owns_file:
 * @path: a path, whether there is a file or not
 *
 * Looks whether a store keeps, or would keep, something under that name: what others are
 * writing to it would be lost with the file.
 *
 * Returns: whether it is no place for anything else
 */
gboolean
rea_store_owns_file (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return rea_sqlite_store_owns_file (path);
}

/**
 * rea_store_open:
 * @location: a path, or `sqlite:PATH`
 * @create: whether a missing one is made
 * @error: %REA_ERROR_NOT_FOUND, %REA_ERROR_CORRUPT, %REA_ERROR_TOO_NEW,
 *   %REA_ERROR_IO or %REA_ERROR_BUSY
 *
 * Opens the store at @location with the engine that its first word names.
 *
 * Returns: (transfer full) (nullable): the store
 */
ReaStore *
rea_store_open (const char *location, gboolean create, GError **error)
{
  g_return_val_if_fail (location != NULL, NULL);

  if (g_str_has_prefix (location, "postgresql:") || g_str_has_prefix (location, "postgres:"))
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_USAGE,
                           _ ("This Reassign was built without PostgreSQL."));
      return NULL;
    }

  if (g_str_has_prefix (location, "sqlite:"))
    location += strlen ("sqlite:");

  return rea_sqlite_store_open (location, create, error);
}

gboolean
rea_store_begin (ReaStore *self, ReaStoreAccess access, GCancellable *cancellable, GError **error)
{
  return REA_STORE_GET_IFACE (self)->begin (self, access, cancellable, error);
}

gboolean
rea_store_commit (ReaStore *self, GError **error)
{
  return REA_STORE_GET_IFACE (self)->commit (self, error);
}

void
rea_store_rollback (ReaStore *self)
{
  REA_STORE_GET_IFACE (self)->rollback (self);
}

/**
 * rea_store_discard:
 * @self: a store, in no transaction
 *
 * Takes the database away again if it was made when @self was opened and has
 * nothing in it but its owner. After that nothing can be done with @self.
 */
void
rea_store_discard (ReaStore *self)
{
  REA_STORE_GET_IFACE (self)->discard (self);
}

gboolean
rea_store_get_version (ReaStore *self, gint64 *version, GError **error)
{
  return REA_STORE_GET_IFACE (self)->get_version (self, version, error);
}

GPtrArray *
rea_store_check (ReaStore *self, gboolean repair, GError **error)
{
  return REA_STORE_GET_IFACE (self)->check (self, repair, error);
}

gboolean
rea_store_backup (ReaStore *self, const char *path, GError **error)
{
  return REA_STORE_GET_IFACE (self)->backup (self, path, error);
}

GPtrArray *
rea_store_list_users (ReaStore *self, GError **error)
{
  return REA_STORE_GET_IFACE (self)->list_users (self, error);
}

ReaUser *
rea_store_find_user (ReaStore *self, const char *email, GError **error)
{
  return REA_STORE_GET_IFACE (self)->find_user (self, email, error);
}

gboolean
rea_store_insert_user (ReaStore *self, ReaUser *user, GError **error)
{
  return REA_STORE_GET_IFACE (self)->insert_user (self, user, error);
}

gboolean
rea_store_update_user (ReaStore *self, const ReaUser *user, GError **error)
{
  return REA_STORE_GET_IFACE (self)->update_user (self, user, error);
}

gboolean
rea_store_set_presence (ReaStore *self, gint64 user_id, gboolean present, gint64 at, GError **error)
{
  return REA_STORE_GET_IFACE (self)->set_presence (self, user_id, present, at, error);
}

GPtrArray *
rea_store_list_campaigns (ReaStore *self, GError **error)
{
  return REA_STORE_GET_IFACE (self)->list_campaigns (self, error);
}

ReaCampaign *
rea_store_get_campaign (ReaStore *self, gint64 id, GError **error)
{
  return REA_STORE_GET_IFACE (self)->get_campaign (self, id, error);
}

gboolean
rea_store_insert_campaign (ReaStore *self, ReaCampaign *campaign, GError **error)
{
  return REA_STORE_GET_IFACE (self)->insert_campaign (self, campaign, error);
}

gboolean
rea_store_update_campaign (ReaStore *self, const ReaCampaign *campaign, GError **error)
{
  return REA_STORE_GET_IFACE (self)->update_campaign (self, campaign, error);
}

gboolean
rea_store_delete_campaign (ReaStore *self, gint64 id, GError **error)
{
  return REA_STORE_GET_IFACE (self)->delete_campaign (self, id, error);
}

GPtrArray *
rea_store_list_senders (ReaStore *self, gint64 campaign_id, gint64 now, GError **error)
{
  return REA_STORE_GET_IFACE (self)->list_senders (self, campaign_id, now, error);
}

gboolean
rea_store_add_longest_waits (ReaStore *self, gint64 campaign_id, GPtrArray *senders, GError **error)
{
  return REA_STORE_GET_IFACE (self)->add_longest_waits (self, campaign_id, senders, error);
}

gboolean
rea_store_is_sender (ReaStore *self,
                     gint64    campaign_id,
                     gint64    user_id,
                     gboolean *is_sender,
                     GError  **error)
{
  return REA_STORE_GET_IFACE (self)->is_sender (self, campaign_id, user_id, is_sender, error);
}

gboolean
rea_store_add_sender (ReaStore *self,
                      gint64    campaign_id,
                      gint64    user_id,
                      gboolean *added,
                      GError  **error)
{
  return REA_STORE_GET_IFACE (self)->add_sender (self, campaign_id, user_id, added, error);
}

gboolean
rea_store_remove_sender (ReaStore *self, gint64 campaign_id, gint64 user_id, GError **error)
{
  return REA_STORE_GET_IFACE (self)->remove_sender (self, campaign_id, user_id, error);
}

ReaTally *
rea_store_get_holdings (ReaStore *self, gint64 campaign_id, GError **error)
{
  return REA_STORE_GET_IFACE (self)->get_holdings (self, campaign_id, error);
}

ReaTally *
rea_store_tally (ReaStore *self, const ReaQuery *query, GError **error)
{
  return REA_STORE_GET_IFACE (self)->tally (self, query, error);
}

gboolean
rea_store_count_open_surveys (ReaStore *self, gint64 campaign_id, gint64 *n, GError **error)
{
  return REA_STORE_GET_IFACE (self)->count_open_surveys (self, campaign_id, n, error);
}

GPtrArray *
rea_store_page (ReaStore         *self,
                const ReaQuery   *query,
                ReaSort           sort,
                const ReaPageKey *after,
                guint64           skip,
                guint             limit,
                GError          **error)
{
  return REA_STORE_GET_IFACE (self)->page (self, query, sort, after, skip, limit, error);
}

gint64
rea_store_find_missing (ReaStore *self, const ReaCampaign *campaign, GArray *ids, GError **error)
{
  return REA_STORE_GET_IFACE (self)->find_missing (self, campaign, ids, error);
}

gboolean
rea_store_deal (ReaStore *self, const ReaQuery *query, ReaPlan *plan, ReaMove *move, GError **error)
{
  return REA_STORE_GET_IFACE (self)->deal (self, query, plan, move, error);
}

gboolean
rea_store_deal_back (ReaStore      *self,
                     const ReaMove *undone,
                     ReaMove       *undo,
                     ReaPlan       *plan,
                     ReaLeft       *left,
                     GError       **error)
{
  return REA_STORE_GET_IFACE (self)->deal_back (self, undone, undo, plan, left, error);
}

gboolean
rea_store_look_back (ReaStore      *self,
                     const ReaMove *undone,
                     ReaPlan       *plan,
                     ReaLeft       *left,
                     GError       **error)
{
  return REA_STORE_GET_IFACE (self)->look_back (self, undone, plan, left, error);
}

ReaMove *
rea_store_get_move (ReaStore *self, gint64 campaign_id, gint64 id, GError **error)
{
  return REA_STORE_GET_IFACE (self)->get_move (self, campaign_id, id, error);
}

GPtrArray *
rea_store_list_moves (ReaStore *self, gint64 campaign_id, const ReaMoveQuery *query, GError **error)
{
  return REA_STORE_GET_IFACE (self)->list_moves (self, campaign_id, query, error);
}

GArray *
rea_store_list_moved (ReaStore *self, gint64 move_id, GError **error)
{
  return REA_STORE_GET_IFACE (self)->list_moved (self, move_id, error);
}

gboolean
rea_store_find_last_move (ReaStore *self, gint64 campaign_id, gint64 by, gint64 *id, GError **error)
{
  return REA_STORE_GET_IFACE (self)->find_last_move (self, campaign_id, by, id, error);
}

ReaPlan *
rea_store_get_move_plan (ReaStore *self, gint64 move_id, GError **error)
{
  return REA_STORE_GET_IFACE (self)->get_move_plan (self, move_id, error);
}

GPtrArray *
rea_store_list_trail (ReaStore *self, const ReaConversation *conversation, GError **error)
{
  return REA_STORE_GET_IFACE (self)->list_trail (self, conversation, error);
}

gboolean
rea_store_begin_contacts (ReaStore *self, ReaCampaign *campaign, GError **error)
{
  return REA_STORE_GET_IFACE (self)->begin_contacts (self, campaign, error);
}

gboolean
rea_store_insert_contact (ReaStore *self, ReaConversation *conversation, GError **error)
{
  return REA_STORE_GET_IFACE (self)->insert_contact (self, conversation, error);
}

gboolean
rea_store_add_field (ReaStore *self, gint64 campaign_id, const char *name, GError **error)
{
  return REA_STORE_GET_IFACE (self)->add_field (self, campaign_id, name, error);
}

gboolean
rea_store_end_contacts (ReaStore *self, ReaCampaign *campaign, gint64 at, GError **error)
{
  return REA_STORE_GET_IFACE (self)->end_contacts (self, campaign, at, error);
}

ReaConversation *
rea_store_get_conversation (ReaStore *self, gint64 campaign_id, gint64 id, GError **error)
{
  return REA_STORE_GET_IFACE (self)->get_conversation (self, campaign_id, id, error);
}

gboolean
rea_store_find_conversation (ReaStore   *self,
                             gint64      campaign_id,
                             const char *phone,
                             gint64     *id,
                             GError    **error)
{
  return REA_STORE_GET_IFACE (self)->find_conversation (self, campaign_id, phone, id, error);
}

GPtrArray *
rea_store_list_by_phone (ReaStore *self, const char *phone, GError **error)
{
  return REA_STORE_GET_IFACE (self)->list_by_phone (self, phone, error);
}

gboolean
rea_store_update_conversation (ReaStore              *self,
                               const ReaConversation *before,
                               const ReaConversation *after,
                               GError               **error)
{
  return REA_STORE_GET_IFACE (self)->update_conversation (self, before, after, error);
}

gboolean
rea_store_list_field_names (ReaStore          *self,
                            const ReaCampaign *campaign,
                            GPtrArray         *names,
                            GError           **error)
{
  return REA_STORE_GET_IFACE (self)->list_field_names (self, campaign, names, error);
}

gboolean
rea_store_reset_surveys (ReaStore *self, const ReaCampaign *campaign, GError **error)
{
  return REA_STORE_GET_IFACE (self)->reset_surveys (self, campaign, error);
}

gboolean
rea_store_insert_message (ReaStore *self, gint64 campaign_id, ReaMessage *message, GError **error)
{
  return REA_STORE_GET_IFACE (self)->insert_message (self, campaign_id, message, error);
}

GPtrArray *
rea_store_list_messages (ReaStore *self,
                         gint64    conversation_id,
                         gint64    after,
                         guint     limit,
                         GError  **error)
{
  return REA_STORE_GET_IFACE (self)->list_messages (self, conversation_id, after, limit, error);
}

gboolean
rea_store_set_answer (ReaStore   *self,
                      gint64      conversation_id,
                      const char *question,
                      const char *answer,
                      GError    **error)
{
  return REA_STORE_GET_IFACE (self)->set_answer (self, conversation_id, question, answer, error);
}

GPtrArray *
rea_store_list_answers (ReaStore *self, gint64 conversation_id, GError **error)
{
  return REA_STORE_GET_IFACE (self)->list_answers (self, conversation_id, error);
}

GPtrArray *
rea_store_count_answers (ReaStore *self, const ReaCampaign *campaign, GError **error)
{
  return REA_STORE_GET_IFACE (self)->count_answers (self, campaign, error);
}

gboolean
rea_store_save_draft (ReaStore   *self,
                      gint64      conversation_id,
                      gint64      user_id,
                      const char *text,
                      gint64      at,
                      GError    **error)
{
  return REA_STORE_GET_IFACE (self)->save_draft (self, conversation_id, user_id, text, at, error);
}

GPtrArray *
rea_store_list_drafts (ReaStore *self, gint64 conversation_id, GError **error)
{
  return REA_STORE_GET_IFACE (self)->list_drafts (self, conversation_id, error);
}

GPtrArray *
rea_store_list_left_drafts (ReaStore          *self,
                            const ReaCampaign *campaign,
                            gint64             user_id,
                            GError           **error)
{
  return REA_STORE_GET_IFACE (self)->list_left_drafts (self, campaign, user_id, error);
}

gboolean
rea_store_add_opt_out (ReaStore   *self,
                       const char *phone,
                       gint64      at,
                       gboolean   *added,
                       GError    **error)
{
  return REA_STORE_GET_IFACE (self)->add_opt_out (self, phone, at, added, error);
}

gboolean
rea_store_is_opted_out (ReaStore *self, const char *phone, gboolean *opted_out, GError **error)
{
  return REA_STORE_GET_IFACE (self)->is_opted_out (self, phone, opted_out, error);
}

gboolean
rea_store_has_opt_outs (ReaStore *self, gboolean *any, GError **error)
{
  return REA_STORE_GET_IFACE (self)->has_opt_outs (self, any, error);
}

gboolean
rea_store_get_gateway (ReaStore *self, ReaGatewaySettings **settings, GError **error)
{
  return REA_STORE_GET_IFACE (self)->get_gateway (self, settings, error);
}

gboolean
rea_store_set_gateway (ReaStore *self, const ReaGatewaySettings *settings, GError **error)
{
  return REA_STORE_GET_IFACE (self)->set_gateway (self, settings, error);
}

gboolean
rea_store_set_gateway_trouble (ReaStore *self, const char *trouble, GError **error)
{
  return REA_STORE_GET_IFACE (self)->set_gateway_trouble (self, trouble, error);
}

gboolean
rea_store_hold_gateway (ReaStore *self, GError **error)
{
  return REA_STORE_GET_IFACE (self)->hold_gateway (self, error);
}

void
rea_store_set_patience (ReaStore *self, guint milliseconds)
{
  REA_STORE_GET_IFACE (self)->set_patience (self, milliseconds);
}

ReaGatewayStatus *
rea_store_get_gateway_status (ReaStore *self, guint n_unknown, GError **error)
{
  return REA_STORE_GET_IFACE (self)->get_gateway_status (self, n_unknown, error);
}

gboolean
rea_store_queue (ReaStore   *self,
                 gint64      message_id,
                 const char *phone,
                 const char *text,
                 GError    **error)
{
  return REA_STORE_GET_IFACE (self)->queue (self, message_id, phone, text, error);
}

GPtrArray *
rea_store_list_outgoing (ReaStore   *self,
                         ReaDelivery state,
                         gint64      after,
                         guint       limit,
                         GError    **error)
{
  return REA_STORE_GET_IFACE (self)->list_outgoing (self, state, after, limit, error);
}

gboolean
rea_store_get_outgoing (ReaStore *self, gint64 id, ReaOutgoing **outgoing, GError **error)
{
  return REA_STORE_GET_IFACE (self)->get_outgoing (self, id, outgoing, error);
}

gboolean
rea_store_update_outgoing (ReaStore *self, const ReaOutgoing *outgoing, GError **error)
{
  return REA_STORE_GET_IFACE (self)->update_outgoing (self, outgoing, error);
}

gboolean
rea_store_has_incoming (ReaStore *self, const char *id, gboolean *has, GError **error)
{
  return REA_STORE_GET_IFACE (self)->has_incoming (self, id, has, error);
}

gboolean
rea_store_insert_incoming (ReaStore          *self,
                           const ReaIncoming *incoming,
                           gint64             message_id,
                           GError           **error)
{
  return REA_STORE_GET_IFACE (self)->insert_incoming (self, incoming, message_id, error);
}

ReaConversation *
rea_store_find_written_to (ReaStore *self, const char *phone, GError **error)
{
  return REA_STORE_GET_IFACE (self)->find_written_to (self, phone, error);
}
