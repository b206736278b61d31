/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-store-private.h"

#include "rea-sqlite-schema.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>

struct _ReaSqliteStore
{
  GObject parent_instance;

  ReaSqlite *db;
};

static void rea_sqlite_store_iface_init (ReaStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ReaSqliteStore,
                               rea_sqlite_store,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (REA_TYPE_STORE, rea_sqlite_store_iface_init))

static void
rea_sqlite_store_finalize (GObject *object)
{
  ReaSqliteStore *self = REA_SQLITE_STORE (object);

  g_clear_pointer (&self->db, rea_sqlite_close);

  G_OBJECT_CLASS (rea_sqlite_store_parent_class)->finalize (object);
}

static void
rea_sqlite_store_class_init (ReaSqliteStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rea_sqlite_store_finalize;
}

static void
rea_sqlite_store_init (ReaSqliteStore *self)
{
}

static void
rea_sqlite_store_iface_init (ReaStoreInterface *iface)
{
  iface->begin = rea_sqlite_store_begin;
  iface->commit = rea_sqlite_store_commit;
  iface->rollback = rea_sqlite_store_rollback;
  iface->discard = rea_sqlite_store_discard;
  iface->get_version = rea_sqlite_store_get_version;
  iface->check = rea_sqlite_store_check;
  iface->backup = rea_sqlite_store_backup;
  iface->list_users = rea_sqlite_store_list_users;
  iface->find_user = rea_sqlite_store_find_user;
  iface->insert_user = rea_sqlite_store_insert_user;
  iface->update_user = rea_sqlite_store_update_user;
  iface->set_presence = rea_sqlite_store_set_presence;
  iface->list_campaigns = rea_sqlite_store_list_campaigns;
  iface->get_campaign = rea_sqlite_store_get_campaign;
  iface->insert_campaign = rea_sqlite_store_insert_campaign;
  iface->update_campaign = rea_sqlite_store_update_campaign;
  iface->delete_campaign = rea_sqlite_store_delete_campaign;
  iface->list_senders = rea_sqlite_store_list_senders;
  iface->add_longest_waits = rea_sqlite_store_add_longest_waits;
  iface->is_sender = rea_sqlite_store_is_sender;
  iface->add_sender = rea_sqlite_store_add_sender;
  iface->remove_sender = rea_sqlite_store_remove_sender;
  iface->get_holdings = rea_sqlite_store_get_holdings;
  iface->tally = rea_sqlite_store_tally;
  iface->count_open_surveys = rea_sqlite_store_count_open_surveys;
  iface->page = rea_sqlite_store_page;
  iface->find_missing = rea_sqlite_store_find_missing;
  iface->deal = rea_sqlite_store_deal;
  iface->deal_back = rea_sqlite_store_deal_back;
  iface->look_back = rea_sqlite_store_look_back;
  iface->get_move = rea_sqlite_store_get_move;
  iface->list_moves = rea_sqlite_store_list_moves;
  iface->list_moved = rea_sqlite_store_list_moved;
  iface->find_last_move = rea_sqlite_store_find_last_move;
  iface->get_move_plan = rea_sqlite_store_get_move_plan;
  iface->list_trail = rea_sqlite_store_list_trail;
  iface->begin_contacts = rea_sqlite_store_begin_contacts;
  iface->insert_contact = rea_sqlite_store_insert_contact;
  iface->add_field = rea_sqlite_store_add_field;
  iface->end_contacts = rea_sqlite_store_end_contacts;
  iface->get_conversation = rea_sqlite_store_get_conversation;
  iface->find_conversation = rea_sqlite_store_find_conversation;
  iface->list_by_phone = rea_sqlite_store_list_by_phone;
  iface->update_conversation = rea_sqlite_store_update_conversation;
  iface->list_field_names = rea_sqlite_store_list_field_names;
  iface->reset_surveys = rea_sqlite_store_reset_surveys;
  iface->insert_message = rea_sqlite_store_insert_message;
  iface->list_messages = rea_sqlite_store_list_messages;
  iface->set_answer = rea_sqlite_store_set_answer;
  iface->list_answers = rea_sqlite_store_list_answers;
  iface->count_answers = rea_sqlite_store_count_answers;
  iface->save_draft = rea_sqlite_store_save_draft;
  iface->list_drafts = rea_sqlite_store_list_drafts;
  iface->list_left_drafts = rea_sqlite_store_list_left_drafts;
  iface->add_opt_out = rea_sqlite_store_add_opt_out;
  iface->is_opted_out = rea_sqlite_store_is_opted_out;
  iface->has_opt_outs = rea_sqlite_store_has_opt_outs;
  iface->get_gateway = rea_sqlite_store_get_gateway;
  iface->set_gateway = rea_sqlite_store_set_gateway;
  iface->set_gateway_trouble = rea_sqlite_store_set_gateway_trouble;
  iface->hold_gateway = rea_sqlite_store_hold_gateway;
  iface->set_patience = rea_sqlite_store_set_patience;
  iface->get_gateway_status = rea_sqlite_store_get_gateway_status;
  iface->queue = rea_sqlite_store_queue;
  iface->list_outgoing = rea_sqlite_store_list_outgoing;
  iface->get_outgoing = rea_sqlite_store_get_outgoing;
  iface->update_outgoing = rea_sqlite_store_update_outgoing;
  iface->has_incoming = rea_sqlite_store_has_incoming;
  iface->insert_incoming = rea_sqlite_store_insert_incoming;
  iface->find_written_to = rea_sqlite_store_find_written_to;
}

ReaSqlite *
rea_sqlite_store_get_db (ReaStore *self)
{
  return REA_SQLITE_STORE (self)->db;
}

/**
 * rea_sqlite_store_get_engine:
 *
 * Returns: the name and the version of the engine
 */
const char *
rea_sqlite_store_get_engine (void)
{
  static gsize name;

  if (g_once_init_enter (&name))
    g_once_init_leave (&name, (gsize) g_strconcat ("SQLite ", sqlite3_libversion (), NULL));

  return (const char *) name;
}

/**
 * rea_sqlite_store_owns_file:
 * @path: a path
 *
 * Returns: whether it is that of a database of SQLite, or of a file kept beside one
 */
gboolean
rea_sqlite_store_owns_file (const char *path)
{
  return rea_sqlite_owns_file (path);
}

/**
 * rea_sqlite_store_open:
 * @path: a file
 * @create: whether one that is missing is made
 * @error: %REA_ERROR_NOT_FOUND, %REA_ERROR_CORRUPT, %REA_ERROR_TOO_NEW,
 *   %REA_ERROR_IO or %REA_ERROR_BUSY
 *
 * Opens a database of this version; an older one is brought up to it, a copy of
 * the file made before.
 *
 * Returns: (transfer full) (nullable): the store
 */
ReaStore *
rea_sqlite_store_open (const char *path, gboolean create, GError **error)
{
  g_autoptr (ReaSqliteStore) self = g_object_new (REA_TYPE_SQLITE_STORE, NULL);

  self->db = rea_sqlite_open (path, create, error);
  if (self->db == NULL || !rea_sqlite_migrate (self->db, path, create, error))
    return NULL;

  return REA_STORE (g_steal_pointer (&self));
}

gboolean
rea_sqlite_store_begin (ReaStore      *self,
                        ReaStoreAccess access,
                        GCancellable  *cancellable,
                        GError       **error)
{
  return rea_sqlite_begin (rea_sqlite_store_get_db (self), access == REA_STORE_WRITE, cancellable,
                           error);
}

gboolean
rea_sqlite_store_commit (ReaStore *self, GError **error)
{
  return rea_sqlite_commit (rea_sqlite_store_get_db (self), error);
}

void
rea_sqlite_store_rollback (ReaStore *self)
{
  rea_sqlite_store_drop_contacts (self);
  rea_sqlite_rollback (rea_sqlite_store_get_db (self));
}

void
rea_sqlite_store_discard (ReaStore *self)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);
  gint64     n;

  if (!rea_sqlite_is_new (db) || !rea_sqlite_begin (db, TRUE, NULL, NULL))
    return;

  /* Its first owner was there from the beginning. */
  if (rea_sqlite_get_int (db,
                          "SELECT (SELECT count(*) FROM campaign) + (SELECT count(*) FROM user)", 0,
                          &n, NULL, "") &&
      n <= 1)
    rea_sqlite_remove (db);

  rea_sqlite_rollback (db);
}

gboolean
rea_sqlite_store_get_version (ReaStore *self, gint64 *version, GError **error)
{
  ReaSqlite *db = rea_sqlite_store_get_db (self);

  return rea_sqlite_is_there (db, error) &&
         rea_sqlite_get_int (db, "PRAGMA data_version", 0, version, error, "");
}
