/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-database-opener.h"

#include "rea-open-advice.h"

struct _ReaDatabaseOpener
{
  GObject parent_instance;

  char    *location;
  char    *user;
  gboolean create;
};

enum
{
  OPENED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaDatabaseOpener, rea_database_opener, G_TYPE_OBJECT)

static gboolean
is_missing (ReaDatabaseOpener *self, const GError *error)
{
  const char *path = g_str_has_prefix (self->location, "sqlite:")
                         ? self->location + strlen ("sqlite:")
                         : self->location;

  return g_error_matches (error, REA_ERROR, REA_ERROR_NOT_FOUND) &&
         !g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
fail (ReaDatabaseOpener *self, const GError *error)
{
  gboolean         missing = is_missing (self, error);
  g_autofree char *reason = missing ? g_strdup (error->message) : rea_open_advice (error);

  g_signal_emit (self, signals[FAILED], 0, reason, missing);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaDatabaseOpener) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaService) service = rea_service_open_finish (result, &error);

  if (service == NULL)
    fail (self, error);
  else
    g_signal_emit (self, signals[OPENED], 0, service, self->create);
}

/**
 * rea_database_opener_open:
 * @self: the opener
 * @create: whether to make a file that is missing
 *
 * Begins to open the database.
 */
void
rea_database_opener_open (ReaDatabaseOpener *self, gboolean create)
{
  g_return_if_fail (REA_IS_DATABASE_OPENER (self));

  self->create = create;
  rea_service_open_async (self->location, self->user, create, opened_cb, g_object_ref (self));
}

/**
 * rea_database_opener_get_location:
 * @self: the opener
 *
 * Returns: where the database is
 */
const char *
rea_database_opener_get_location (ReaDatabaseOpener *self)
{
  return self->location;
}

/**
 * rea_database_opener_get_user:
 * @self: the opener
 *
 * Returns: (nullable): the e-mail of who was named to act
 */
const char *
rea_database_opener_get_user (ReaDatabaseOpener *self)
{
  return self->user;
}

/**
 * rea_database_opener_new:
 * @location: where the database is
 * @user: (nullable): the e-mail of who acts; %NULL for the first owner
 *
 * Returns: (transfer full): what opens it
 */
ReaDatabaseOpener *
rea_database_opener_new (const char *location, const char *user)
{
  ReaDatabaseOpener *self = g_object_new (REA_TYPE_DATABASE_OPENER, NULL);

  self->location = g_strdup (location);
  self->user = g_strdup (user);

  return self;
}

static void
rea_database_opener_finalize (GObject *object)
{
  ReaDatabaseOpener *self = REA_DATABASE_OPENER (object);

  g_free (self->location);
  g_free (self->user);

  G_OBJECT_CLASS (rea_database_opener_parent_class)->finalize (object);
}

static void
rea_database_opener_class_init (ReaDatabaseOpenerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rea_database_opener_finalize;

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, REA_TYPE_SERVICE, G_TYPE_BOOLEAN);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
rea_database_opener_init (ReaDatabaseOpener *self)
{
}
