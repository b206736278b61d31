/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-roster.h"

#include "rea-add-senders-dialog.h"
#include "rea-format.h"

#include <glib/gi18n-lib.h>

struct _ReaRoster
{
  GObject parent_instance;

  ReaService    *service;
  gint64         campaign;
  ReaSenderList *senders;
  GHashTable    *names; /* of who was removed, by e-mail */
};

enum
{
  SAID,
  HOLDS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaRoster, rea_roster, G_TYPE_OBJECT)

/* Somebody who is being removed, or is to come back. */
typedef struct
{
  ReaRoster *roster;
  char      *email;
  char      *name;
} Errand;

static Errand *
errand_new (ReaRoster *self, const char *email)
{
  ReaSenderItem *item = rea_sender_list_find (self->senders, email);
  Errand        *errand = g_new0 (Errand, 1);

  errand->roster = g_object_ref (self);
  errand->email = g_strdup (email);
  errand->name = g_strdup (item != NULL ? rea_sender_item_get_name (item)
                                        : g_hash_table_lookup (self->names, email));

  return errand;
}

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->roster);
  g_free (errand->email);
  g_free (errand->name);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
say (ReaRoster *self, const char *text, gboolean stays)
{
  g_signal_emit (self, signals[SAID], 0, text, stays, NULL);
}

static void
removed_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaResult) result =
      rea_service_remove_sender_finish (REA_SERVICE (source), async_result, &error);
  g_autofree char *text = NULL;

  if (result == NULL)
    {
      say (errand->roster, error->message, TRUE);
      return;
    }

  g_hash_table_insert (errand->roster->names, g_strdup (errand->email), g_strdup (errand->name));
  /* TRANSLATORS: after a sender who held nothing was removed; %s is the sender's name. Add Senders…
   * is the button above the table of senders. */
  text = g_strdup_printf (_ ("%s is removed from the campaign. Add Senders… brings them back."),
                          errand->name);
  g_signal_emit (errand->roster, signals[SAID], 0, text, FALSE, errand->email);
}

/**
 * rea_roster_remove:
 * @self: the roster
 * @email: of a sender
 *
 * Removes the sender from the campaign, or asks first where the conversations go.
 */
void
rea_roster_remove (ReaRoster *self, const char *email)
{
  ReaSenderItem *item;
  ReaCounts      counts;

  g_return_if_fail (REA_IS_ROSTER (self));

  item = rea_sender_list_find (self->senders, email);
  if (item == NULL)
    return;

  counts = rea_sender_item_get_counts (item);
  if (rea_counts_total (&counts) > 0)
    g_signal_emit (self, signals[HOLDS], 0, email);
  else
    rea_service_remove_sender_async (self->service, self->campaign, email, NULL, NULL, NULL,
                                     removed_cb, errand_new (self, email));
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) added =
      rea_service_add_senders_finish (REA_SERVICE (source), result, &error);
  g_autofree char *text = NULL;

  if (added == NULL)
    {
      say (errand->roster, error->message, TRUE);
      return;
    }

  /* TRANSLATORS: after the removal of a sender was taken back. */
  text = g_strdup_printf (_ ("%s is a sender of the campaign again"), errand->name);
  say (errand->roster, text, FALSE);
}

/**
 * rea_roster_restore:
 * @self: the roster
 * @email: of somebody who was a sender
 *
 * Makes somebody a sender again.
 */
void
rea_roster_restore (ReaRoster *self, const char *email)
{
  const char *emails[] = { email, NULL };

  g_return_if_fail (REA_IS_ROSTER (self));

  rea_service_add_senders_async (self->service, self->campaign, emails, NULL, restored_cb,
                                 errand_new (self, email));
}

static void
added_cb (ReaRoster *self, guint n)
{
  g_autofree char *number = rea_format_number (n);
  g_autofree char *text = NULL;

  /* TRANSLATORS: after Add Senders…; %s is how many were added. */
  text = g_strdup_printf (ngettext ("%s sender added", "%s senders added", n), number);
  say (self, text, FALSE);
}

/**
 * rea_roster_add:
 * @self: the roster
 * @parent: the window
 *
 * Opens the dialog that adds senders.
 */
void
rea_roster_add (ReaRoster *self, GtkWindow *parent)
{
  GtkWidget *dialog;

  g_return_if_fail (REA_IS_ROSTER (self));

  dialog = rea_add_senders_dialog_new (parent, self->service, self->campaign, self->senders);
  g_signal_connect_object (dialog, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * rea_roster_set_campaign:
 * @self: the roster
 * @service: the service
 * @campaign: the number of a campaign
 * @senders: its senders
 *
 * Says whose roster it is.
 */
void
rea_roster_set_campaign (ReaRoster     *self,
                         ReaService    *service,
                         gint64         campaign,
                         ReaSenderList *senders)
{
  g_return_if_fail (REA_IS_ROSTER (self));

  g_set_object (&self->service, service);
  g_set_object (&self->senders, senders);
  self->campaign = campaign;
}

static void
rea_roster_finalize (GObject *object)
{
  ReaRoster *self = REA_ROSTER (object);

  g_clear_object (&self->service);
  g_clear_object (&self->senders);
  g_hash_table_unref (self->names);

  G_OBJECT_CLASS (rea_roster_parent_class)->finalize (object);
}

static void
rea_roster_class_init (ReaRosterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rea_roster_finalize;

  signals[SAID] = g_signal_new ("said", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_BOOLEAN, G_TYPE_STRING);
  signals[HOLDS] = g_signal_new ("holds", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rea_roster_init (ReaRoster *self)
{
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * rea_roster_new:
 *
 * Returns: (transfer full): a roster without a campaign
 */
ReaRoster *
rea_roster_new (void)
{
  return g_object_new (REA_TYPE_ROSTER, NULL);
}
