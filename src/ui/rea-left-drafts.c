/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-left-drafts.h"

#include "rea-a11y.h"
#include "rea-left-draft-row.h"
#include "rea-reader.h"

#include <glib/gi18n-lib.h>

struct _ReaLeftDrafts
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkLabel      *label;
  GtkListBox    *list;

  ReaReader *reader; /* (nullable) */
  GPtrArray *drafts; /* what is listed */
};

enum
{
  PROP_LOADED = 1,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  DISCARD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaLeftDrafts, rea_left_drafts, ADW_TYPE_BIN)

static gpointer
read_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  return rea_session_list_left_drafts (session, *(const gint64 *) data, error);
}

static gboolean
are_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!rea_left_draft_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}

static void
discard_cb (ReaLeftDrafts *self, ReaLeftDraftRow *row)
{
  g_signal_emit (self, signals[DISCARD], 0, rea_left_draft_row_get_conversation (row));
}

static GtkWidget *
make_row (ReaLeftDrafts *self, const ReaLeftDraft *draft)
{
  GtkWidget *row = rea_left_draft_row_new (draft);

  g_signal_connect_object (row, "discard", G_CALLBACK (discard_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
write_label (ReaLeftDrafts *self)
{
  g_autofree char *text = NULL;

  /* TRANSLATORS: in the Messenger, a button above the list: what was written to contacts who
   * were reassigned meanwhile.
   */
  text = g_strdup_printf (ngettext ("%'u draft in a conversation that is no longer yours",
                                    "%'u drafts in conversations that are no longer yours",
                                    self->drafts->len),
                          self->drafts->len);
  gtk_label_set_text (self->label, text);
  rea_a11y_set_label (GTK_WIDGET (self->button), text);
}

/* Rows that stay are left alone, and the focus with them; where its row goes, it comes to
 * the next.
 */
static void
write_rows (ReaLeftDrafts *self, GPtrArray *before)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  guint    n_kept = 0;
  int      position = 0;

  for (guint i = 0; i < before->len; i++)
    {
      const ReaLeftDraft *draft = g_ptr_array_index (before, i);

      if (n_kept < self->drafts->len &&
          rea_left_draft_equal (draft, g_ptr_array_index (self->drafts, n_kept)))
        {
          n_kept++;
          position++;
          continue;
        }

      gtk_list_box_remove (self->list,
                           GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, position)));
    }

  for (guint i = n_kept; i < self->drafts->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (self->drafts, i)));

  if (self->drafts->len == 0)
    gtk_menu_button_popdown (self->button);
  else if (had_focus && gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
take_over (ReaLeftDrafts *self, GPtrArray *drafts)
{
  g_autoptr (GPtrArray) before = NULL;

  if (are_equal (self->drafts, drafts))
    return;

  before = g_steal_pointer (&self->drafts);
  self->drafts = g_ptr_array_ref (drafts);
  write_label (self);
  write_rows (self, before);
  gtk_widget_set_visible (GTK_WIDGET (self), drafts->len > 0);
}

static void
apply_reading (gpointer owner, gpointer data)
{
  take_over (owner, data);
}

/**
 * rea_left_drafts_refresh:
 * @self: the drafts
 *
 * Looks again: that a draft was saved is no change of the campaign.
 */
void
rea_left_drafts_refresh (ReaLeftDrafts *self)
{
  g_return_if_fail (REA_IS_LEFT_DRAFTS (self));

  if (self->reader != NULL)
    rea_reader_refresh (self->reader);
}

/**
 * rea_left_drafts_set_campaign:
 * @self: the drafts
 * @service: (nullable): the service
 * @campaign: the number of a campaign, or 0 for none
 *
 * Shows those of another campaign.
 */
void
rea_left_drafts_set_campaign (ReaLeftDrafts *self, ReaService *service, gint64 campaign)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_return_if_fail (REA_IS_LEFT_DRAFTS (self));

  g_clear_pointer (&self->reader, rea_reader_leave);
  take_over (self, none);
  if (service != NULL && campaign != 0)
    self->reader = rea_reader_new (service, campaign, read_call, (GDestroyNotify) g_ptr_array_unref,
                                   apply_reading, self);
}

static void
rea_left_drafts_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ReaLeftDrafts *self = REA_LEFT_DRAFTS (object);

  switch (id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, self->reader != NULL && rea_reader_get_loaded (self->reader));
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->reader != NULL ? rea_reader_get_error (self->reader) : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rea_left_drafts_dispose (GObject *object)
{
  ReaLeftDrafts *self = REA_LEFT_DRAFTS (object);

  g_clear_pointer (&self->reader, rea_reader_leave);

  G_OBJECT_CLASS (rea_left_drafts_parent_class)->dispose (object);
}

static void
rea_left_drafts_finalize (GObject *object)
{
  g_ptr_array_unref (REA_LEFT_DRAFTS (object)->drafts);

  G_OBJECT_CLASS (rea_left_drafts_parent_class)->finalize (object);
}

static void
rea_left_drafts_class_init (ReaLeftDraftsClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rea_left_drafts_get_property;
  object_class->dispose = rea_left_drafts_dispose;
  object_class->finalize = rea_left_drafts_finalize;

  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[DISCARD] = g_signal_new ("discard", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-left-drafts.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaLeftDrafts, button);
  gtk_widget_class_bind_template_child (widget_class, ReaLeftDrafts, label);
  gtk_widget_class_bind_template_child (widget_class, ReaLeftDrafts, list);
}

static void
rea_left_drafts_init (ReaLeftDrafts *self)
{
  self->drafts = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
