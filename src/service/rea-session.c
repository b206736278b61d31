/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-session-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

struct _ReaSession
{
  GObject parent_instance;

  ReaStore    *store;
  char        *location;
  ReaUser     *user;
  ReaClockFunc clock;
  gboolean     is_simulated;
};

G_DEFINE_FINAL_TYPE (ReaSession, rea_session, G_TYPE_OBJECT)

static gint64
real_clock (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
rea_session_finalize (GObject *object)
{
  ReaSession *self = REA_SESSION (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->location, g_free);
  g_clear_pointer (&self->user, rea_user_free);

  G_OBJECT_CLASS (rea_session_parent_class)->finalize (object);
}

static void
rea_session_class_init (ReaSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rea_session_finalize;
}

static void
rea_session_init (ReaSession *self)
{
  self->clock = real_clock;
}

/**
 * rea_session_dup_default_location:
 *
 * Returns: (transfer full): $REASSIGN_DATABASE, else the place in the user's
 *   data folder
 */
char *
rea_session_dup_default_location (void)
{
  const char *given = g_getenv ("REASSIGN_DATABASE");

  if (given != NULL && *given != '\0')
    return g_strdup (given);

  return g_build_filename (g_get_user_data_dir (), "reassign", "reassign.db", NULL);
}

/**
 * rea_session_get_engine:
 *
 * Returns: the name and the version of what keeps the data, for a bug report
 */
const char *
rea_session_get_engine (void)
{
  return rea_store_get_engine ();
}

/* The owner of a database that nobody named one for: the user of the system. */
static char *
dup_system_email (void)
{
  return g_strconcat (g_get_user_name (), "@localhost", NULL);
}

/* Who acts: the one that is named, else the first owner. A database without any
 * user, as a process that was killed while it created it leaves behind, gets one.
 */
static ReaUser *
find_actor (ReaSession *self, const char *email, GError **error)
{
  g_autoptr (GPtrArray) users = NULL;
  g_autoptr (ReaUser) owner = NULL;

  if (email != NULL)
    {
      ReaUser *user = rea_store_find_user (self->store, email, error);

      if (user == NULL && error != NULL && *error == NULL)
        g_set_error (error, REA_ERROR, REA_ERROR_NOT_FOUND, _ ("There is no user %s."), email);
      return user;
    }

  users = rea_store_list_users (self->store, error);
  if (users == NULL)
    return NULL;

  for (guint i = 0; i < users->len; i++)
    {
      const ReaUser *user = g_ptr_array_index (users, i);

      if (user->role == REA_ROLE_OWNER && (owner == NULL || user->id < owner->id))
        {
          g_clear_pointer (&owner, rea_user_free);
          owner = rea_user_copy (user);
        }
    }

  if (owner == NULL)
    g_set_error_literal (error, REA_ERROR, REA_ERROR_NOT_FOUND,
                         _ ("The database has no owner; say who acts with --user."));

  return g_steal_pointer (&owner);
}

static gboolean
add_first_owner (ReaSession *self, const char *email, GError **error)
{
  g_autoptr (GPtrArray) users = rea_store_list_users (self->store, error);
  g_autofree char *fallback = dup_system_email ();
  g_autoptr (ReaUser) owner = rea_user_new (email != NULL ? email : fallback);

  if (users == NULL)
    return FALSE;

  owner->role = REA_ROLE_OWNER;

  return users->len > 0 || rea_store_insert_user (self->store, owner, error);
}

/**
 * rea_session_discard:
 * @self: a session
 *
 * Takes a database away again that this session made, if nothing was put into it:
 * what was refused or failed leaves nothing behind.
 */
void
rea_session_discard (ReaSession *self)
{
  g_return_if_fail (REA_IS_SESSION (self));

  rea_store_discard (self->store);
}

static ReaSession *
open_session (const char *location,
              const char *user,
              gboolean    create,
              const char *owner,
              GError    **error)
{
  g_autoptr (ReaSession) self = g_object_new (REA_TYPE_SESSION, NULL);
  gboolean ok;

  self->location = location != NULL ? g_strdup (location) : rea_session_dup_default_location ();
  self->store = rea_store_open (self->location, create, error);
  if (self->store == NULL)
    return NULL;

  if (create)
    {
      if (!rea_store_begin (self->store, REA_STORE_WRITE, NULL, error))
        return NULL;

      ok = add_first_owner (self, owner, error);
      if (!rea_session_end (self, ok, error))
        return NULL;
    }

  if (user == NULL || *user == '\0')
    user = g_getenv ("REASSIGN_USER");
  if (user != NULL && *user == '\0')
    user = NULL;

  if (!rea_store_begin (self->store, REA_STORE_READ, NULL, error))
    return NULL;

  self->user = find_actor (self, owner != NULL ? owner : user, error);
  if (!rea_session_end (self, self->user != NULL, error))
    {
      if (create)
        rea_session_discard (self);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * rea_session_open:
 * @location: (nullable): where the database is, or %NULL for the default
 * @user: (nullable): the e-mail of who acts; else $REASSIGN_USER, else the
 *   database's first owner
 * @error: %REA_ERROR_NOT_FOUND, %REA_ERROR_CORRUPT, %REA_ERROR_TOO_NEW,
 *   %REA_ERROR_IO or %REA_ERROR_BUSY
 *
 * Returns: (transfer full) (nullable): a session on a database that is there
 */
ReaSession *
rea_session_open (const char *location, const char *user, GError **error)
{
  return open_session (location, user, FALSE, NULL, error);
}

/**
 * rea_session_open_or_create:
 * @location: (nullable): where the database is, or %NULL for the default
 * @user: (nullable): the e-mail of who acts
 * @error: as for rea_session_open()
 *
 * As rea_session_open(), but a missing database is created; its owner is the
 * user of the system.
 *
 * Returns: (transfer full) (nullable): a session
 */
ReaSession *
rea_session_open_or_create (const char *location, const char *user, GError **error)
{
  return open_session (location, user, TRUE, NULL, error);
}

/**
 * rea_session_create:
 * @location: (nullable): where the database will be, or %NULL for the default
 * @owner: (nullable): the e-mail of its owner; else LOGIN\@localhost
 * @error: %REA_ERROR_WRONG_STATE where there is a file already,
 *   %REA_ERROR_INVALID, %REA_ERROR_IO
 *
 * Creates an empty database.
 *
 * Returns: (transfer full) (nullable): a session of its owner
 */
ReaSession *
rea_session_create (const char *location, const char *owner, GError **error)
{
  g_autofree char *where =
      location != NULL ? g_strdup (location) : rea_session_dup_default_location ();
  const char      *path = g_str_has_prefix (where, "sqlite:") ? where + strlen ("sqlite:") : where;
  g_autofree char *system_email = dup_system_email ();

  if (owner != NULL && !rea_email_is_valid (owner))
    {
      g_set_error (error, REA_ERROR, REA_ERROR_INVALID, _ ("“%s” is no e-mail address."), owner);
      return NULL;
    }

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, REA_ERROR, REA_ERROR_WRONG_STATE, _ ("There is a file at %s already."),
                   path);
      return NULL;
    }

  return open_session (where, NULL, TRUE, owner != NULL ? owner : system_email, error);
}

/**
 * rea_session_get_user:
 * @self: a session
 *
 * Returns: (transfer none): who acts, as the last transaction found them
 */
const ReaUser *
rea_session_get_user (ReaSession *self)
{
  g_return_val_if_fail (REA_IS_SESSION (self), NULL);

  return self->user;
}

const char *
rea_session_get_location (ReaSession *self)
{
  g_return_val_if_fail (REA_IS_SESSION (self), NULL);

  return self->location;
}

/**
 * rea_session_set_clock:
 * @self: a session
 * @clock: (nullable): says the time, in seconds; %NULL for the machine's clock
 *
 * For tests, which cannot wait.
 */
void
rea_session_set_clock (ReaSession *self, ReaClockFunc clock)
{
  g_return_if_fail (REA_IS_SESSION (self));

  self->clock = clock != NULL ? clock : real_clock;
}

/**
 * rea_session_now:
 * @self: a session
 *
 * Returns: the time, in seconds, by which this session acts
 */
gint64
rea_session_now (ReaSession *self)
{
  g_return_val_if_fail (REA_IS_SESSION (self), 0);

  return self->clock ();
}

/**
 * rea_session_get_version:
 * @self: a session
 * @version: (out): a number that another process's commit changes
 * @error: what went wrong
 *
 * Presence changes it too; whether there is more, the campaign's revision says.
 *
 * Returns: whether the database could be read
 */
gboolean
rea_session_get_version (ReaSession *self, gint64 *version, GError **error)
{
  g_return_val_if_fail (REA_IS_SESSION (self), FALSE);

  return rea_store_get_version (self->store, version, error);
}

/**
 * rea_session_check:
 * @self: a session
 * @repair: whether to mend what can be mended
 * @error: %REA_ERROR_NOT_PERMITTED, or what kept it from looking
 *
 * Looks at the integrity of the database, the counters against a full count, and
 * for orphans.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the problems that
 *   remain, a sentence each; none is good
 */
GPtrArray *
rea_session_check (ReaSession *self, gboolean repair, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;

  if (!rea_session_begin (self, repair ? REA_STORE_WRITE : REA_STORE_READ, NULL, error))
    return NULL;

  if (!repair || rea_role_check (self->user->role, REA_VERB_MAINTAIN, error))
    problems = rea_store_check (self->store, repair, error);

  if (!rea_session_end (self, problems != NULL, error))
    return NULL;

  return g_steal_pointer (&problems);
}

/**
 * rea_session_backup:
 * @self: a session
 * @path: where to; nothing may be there
 * @error: %REA_ERROR_NOT_PERMITTED, or %REA_ERROR_IO
 *
 * Writes a consistent copy while others work.
 *
 * Returns: its size in bytes, or -1
 */
gint64
rea_session_backup (ReaSession *self, const char *path, GError **error)
{
  GStatBuf info;
  gboolean allowed;

  if (!rea_session_begin (self, REA_STORE_READ, NULL, error))
    return -1;

  allowed = rea_role_check (self->user->role, REA_VERB_MAINTAIN, error);
  if (!rea_session_end (self, allowed, error) || !rea_store_backup (self->store, path, error))
    return -1;

  return g_stat (path, &info) == 0 ? info.st_size : 0;
}

ReaStore *
rea_session_get_store (ReaSession *self)
{
  return self->store;
}

/**
 * rea_session_open_as:
 * @self: a session
 * @user: the e-mail of somebody else
 * @error: as for rea_session_open()
 *
 * Returns: (transfer full) (nullable): a session of that user at the same
 *   database, with the same clock, as simulated as @self
 */
ReaSession *
rea_session_open_as (ReaSession *self, const char *user, GError **error)
{
  ReaSession *other = rea_session_open (self->location, user, error);

  if (other != NULL)
    {
      other->clock = self->clock;
      other->is_simulated = self->is_simulated;
    }

  return other;
}

/**
 * rea_session_set_simulated:
 * @self: a session
 * @is_simulated: whether what it does is only played
 *
 * Nothing that a simulated session records ever leaves by a gateway.
 */
void
rea_session_set_simulated (ReaSession *self, gboolean is_simulated)
{
  self->is_simulated = is_simulated;
}

gboolean
rea_session_get_simulated (ReaSession *self)
{
  return self->is_simulated;
}

/**
 * rea_session_begin:
 * @self: a session
 * @access: whether something will be changed
 * @cancellable: (nullable): interrupts what is done in the transaction
 * @error: %REA_ERROR_BUSY, %REA_ERROR_IO, %REA_ERROR_CORRUPT, or
 *   %REA_ERROR_NOT_FOUND where the acting user is not there any more
 *
 * Begins a transaction and reads anew who acts: a role that was taken away is
 * gone at once.
 *
 * Returns: whether it began; if so, rea_session_end() must follow
 */
gboolean
rea_session_begin (ReaSession    *self,
                   ReaStoreAccess access,
                   GCancellable  *cancellable,
                   GError       **error)
{
  ReaUser *user;
  g_autoptr (GError) local = NULL;

  if (!rea_store_begin (self->store, access, cancellable, error))
    return FALSE;

  user = find_actor (self, self->user->email, &local);
  if (user == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      rea_store_rollback (self->store);
      return FALSE;
    }

  rea_user_free (self->user);
  self->user = user;

  return TRUE;
}

/**
 * rea_session_end:
 * @self: a session
 * @success: whether all went well; else everything is taken back
 * @error: set if the commit fails; left alone where @success is %FALSE
 *
 * Returns: whether what was done stands
 */
gboolean
rea_session_end (ReaSession *self, gboolean success, GError **error)
{
  if (success && rea_store_commit (self->store, error))
    return TRUE;

  rea_store_rollback (self->store);

  return FALSE;
}
