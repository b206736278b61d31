/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-add-senders-dialog.h"

#include "rea-a11y.h"
#include "rea-address.h"
#include "rea-format.h"
#include "rea-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _ReaAddSendersDialog
{
  AdwWindow parent_instance;

  GtkEditable   *search_entry;
  GtkStack      *stack;
  GtkListBox    *people_list;
  GtkLabel      *trouble_label;
  GtkTextView   *paste_view;
  GtkTextBuffer *paste_buffer;
  GtkLabel      *paste_label;
  GtkListBox    *new_list;
  GtkLabel      *error_label;
  GtkLabel      *reason_label;
  GtkButton     *add_button;

  ReaService    *service;
  gint64         campaign;
  ReaSenderList *senders;
  GPtrArray     *users;
  ReaSearch     *search;
  char          *folded;
  gboolean       adding;
};

/* Somebody whom nobody knows yet, with the names that are asked for. */
typedef struct
{
  GtkWidget   *row;
  GtkEditable *first_name;
  GtkEditable *last_name;
} NewPerson;

enum
{
  ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaAddSendersDialog, rea_add_senders_dialog, ADW_TYPE_WINDOW)

static const char *
get_email (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "rea-email");
}

static GtkCheckButton *
get_tick (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "rea-tick");
}

static gboolean
is_sender (ReaAddSendersDialog *self, const char *email)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->senders));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ReaSenderItem) item = g_list_model_get_item (G_LIST_MODEL (self->senders), i);
      const char *other = rea_sender_item_get_email (item);

      if (other != NULL && g_ascii_strcasecmp (other, email) == 0)
        return TRUE;
    }

  return FALSE;
}

static const ReaUser *
find_user (ReaAddSendersDialog *self, const char *email)
{
  for (guint i = 0; self->users != NULL && i < self->users->len; i++)
    {
      const ReaUser *user = g_ptr_array_index (self->users, i);

      if (g_ascii_strcasecmp (user->email, email) == 0)
        return user;
    }

  return NULL;
}

static char *
dup_pasted (ReaAddSendersDialog *self)
{
  char *text;

  g_object_get (self->paste_buffer, "text", &text, NULL);

  return text;
}

static NewPerson *
find_new_person (ReaAddSendersDialog *self, const char *email)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->new_list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      NewPerson *person = g_object_get_data (G_OBJECT (row), "rea-person");

      if (person != NULL && g_ascii_strcasecmp (get_email (row), email) == 0)
        return person;
    }

  return NULL;
}

static void
add_person (GPtrArray *people, const char *email, const char *first_name, const char *last_name)
{
  ReaUser *person;

  for (guint i = 0; i < people->len; i++)
    if (g_ascii_strcasecmp (((const ReaUser *) people->pdata[i])->email, email) == 0)
      return;

  person = rea_user_new (email);
  rea_user_set_names (person, first_name, last_name);
  g_ptr_array_add (people, person);
}

/* Everybody who would be added now. */
static GPtrArray *
make_people (ReaAddSendersDialog *self)
{
  GPtrArray       *people = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_user_free);
  g_autofree char *pasted = dup_pasted (self);
  g_autoptr (GPtrArray) addresses = rea_addresses_parse (pasted);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->people_list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (get_tick (row) != NULL && gtk_check_button_get_active (get_tick (row)))
      add_person (people, get_email (row), NULL, NULL);

  for (guint i = 0; i < addresses->len; i++)
    {
      const ReaAddress *address = g_ptr_array_index (addresses, i);
      const NewPerson  *person = find_new_person (self, address->email);

      if (address->is_valid && !is_sender (self, address->email))
        add_person (people, address->email,
                    person != NULL ? gtk_editable_get_text (person->first_name) : NULL,
                    person != NULL ? gtk_editable_get_text (person->last_name) : NULL);
    }

  return people;
}

static void
update_button (ReaAddSendersDialog *self)
{
  g_autoptr (GPtrArray) people = make_people (self);
  g_autofree char *number = rea_format_number (people->len);
  g_autofree char *label = NULL;
  const char      *reason = "";

  /* TRANSLATORS: the button that adds people to a campaign; %s is how many. */
  label = g_strdup_printf (ngettext ("Add %s Sender", "Add %s Senders", people->len), number);

  if (self->adding)
    {
      /* TRANSLATORS: beside the button that adds senders, while that is done. */
      reason = _ ("Adding…");
    }
  else if (people->len == 0)
    {
      /* TRANSLATORS: beside the button that adds senders: why it cannot be pressed. */
      reason = _ ("Tick somebody, or paste an address");
    }

  gtk_button_set_label (self->add_button, people->len > 0 ? label : _ ("Add Senders"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), *reason == '\0');
  gtk_label_set_text (self->reason_label, reason);
}

/* What was pasted. */

static GtkEditable *
append_entry (GtkWidget *box, const char *placeholder, const char *email, const char *text)
{
  GtkWidget       *entry = gtk_entry_new ();
  g_autofree char *label = g_strdup_printf ("%s, %s", placeholder, email);

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 10);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  rea_a11y_set_label (entry, label);
  gtk_box_append (GTK_BOX (box), entry);

  return GTK_EDITABLE (entry);
}

static void
append_new_person (ReaAddSendersDialog *self, const ReaAddress *address)
{
  NewPerson *person = g_new0 (NewPerson, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (address->email);

  gtk_widget_add_css_class (box, "new-person");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  /* TRANSLATORS: asks for the name of somebody whom the database does not know yet. */
  person->first_name = append_entry (box, _ ("First name"), address->email, address->first_name);
  /* TRANSLATORS: asks for the name of somebody whom the database does not know yet. */
  person->last_name = append_entry (box, _ ("Last name"), address->email, address->last_name);

  person->row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (person->row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (person->row), FALSE);
  gtk_widget_set_focusable (person->row, FALSE);
  g_object_set_data_full (G_OBJECT (person->row), "rea-email", g_strdup (address->email), g_free);
  g_object_set_data_full (G_OBJECT (person->row), "rea-person", person, g_free);
  gtk_list_box_append (self->new_list, person->row);
}

static void
append_sentence (GString *text, char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", sentence);
  g_free (sentence);
}

static void
append_name (GString *names, const char *name)
{
  g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
}

static void
pasted_cb (ReaAddSendersDialog *self)
{
  g_autofree char *pasted = dup_pasted (self);
  g_autoptr (GPtrArray) addresses = rea_addresses_parse (pasted);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) there = g_string_new (NULL);
  g_autoptr (GString) wrong = g_string_new (NULL);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *next;
  guint      n_there = 0;
  guint      n_wrong = 0;

  for (guint i = 0; i < addresses->len; i++)
    {
      const ReaAddress *address = g_ptr_array_index (addresses, i);

      if (!address->is_valid)
        {
          append_name (wrong, address->email);
          n_wrong++;
        }
      else if (is_sender (self, address->email))
        {
          append_name (there, address->email);
          n_there++;
        }
      else if (self->users != NULL && find_user (self, address->email) == NULL)
        {
          g_hash_table_add (wanted, address->email);
          if (find_new_person (self, address->email) == NULL)
            append_new_person (self, address);
        }
    }

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->new_list)); row != NULL;
       row = next)
    {
      next = gtk_widget_get_next_sibling (row);
      if (!g_hash_table_contains (wanted, get_email (row)))
        gtk_list_box_remove (self->new_list, row);
    }

  if (n_there > 0)
    {
      /* TRANSLATORS: below pasted addresses; %s is a list of those. */
      append_sentence (text, g_strdup_printf (ngettext ("A sender already: %s",
                                                        "Senders already: %s", n_there),
                                              there->str));
    }

  if (n_wrong > 0)
    {
      /* TRANSLATORS: below pasted addresses; %s is a list of words that are none. */
      append_sentence (text,
                       g_strdup_printf (ngettext ("No e-mail address, left out: %s",
                                                  "No e-mail addresses, left out: %s", n_wrong),
                                        wrong->str));
    }

  if (g_hash_table_size (wanted) > 0)
    {
      /* TRANSLATORS: below pasted addresses, above rows that ask for names. */
      append_sentence (text, g_strdup (ngettext ("Not known yet, becomes a user with the role "
                                                 "Sender:",
                                                 "Not known yet, become users with the role "
                                                 "Sender:",
                                                 g_hash_table_size (wanted))));
    }

  gtk_label_set_text (self->paste_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->paste_label), text->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->new_list), g_hash_table_size (wanted) > 0);
  update_button (self);
}

/* Who is known. */

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  ReaAddSendersDialog *self = user_data;
  const ReaUser       *user = find_user (self, get_email (GTK_WIDGET (row)));
  g_autofree char     *email = rea_name_fold (user->email);

  return self->search == NULL ||
         rea_search_matches (self->search, user->first_name, user->last_name, "") ||
         strstr (email, self->folded) != NULL;
}

static void
search_cb (ReaAddSendersDialog *self)
{
  const char *text = gtk_editable_get_text (self->search_entry);

  g_clear_pointer (&self->search, rea_search_free);
  g_clear_pointer (&self->folded, g_free);
  if (*text != '\0')
    {
      self->search = rea_search_new (text);
      self->folded = rea_name_fold (text);
    }

  gtk_list_box_invalidate_filter (self->people_list);
}

static void
row_activated_cb (ReaAddSendersDialog *self, GtkListBoxRow *row)
{
  GtkCheckButton *tick = get_tick (GTK_WIDGET (row));

  gtk_check_button_set_active (tick, !gtk_check_button_get_active (tick));
}

static void
append_user (ReaAddSendersDialog *self, const ReaUser *user)
{
  g_autofree char *name = rea_user_dup_name (user);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *subtitle = g_markup_escape_text (user->email, -1);
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *tick = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (g_strcmp0 (name, user->email) != 0)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  rea_a11y_set_label (row, name);
  rea_a11y_set_label (tick, name);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "rea-email", g_strdup (user->email), g_free);
  g_object_set_data (G_OBJECT (row), "rea-tick", tick);
  g_signal_connect_object (tick, "toggled", G_CALLBACK (update_button), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->people_list, row);
}

static gpointer
list_users_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  return rea_session_list_users (session, error);
}

static void
users_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaAddSendersDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) users = rea_service_call_finish (REA_SERVICE (source), result, &error);
  guint n_others = 0;

  if (users == NULL)
    {
      gtk_label_set_text (self->trouble_label, error->message);
      gtk_stack_set_visible_child_name (self->stack, "trouble");
      return;
    }

  self->users = g_steal_pointer (&users);
  for (guint i = 0; i < self->users->len; i++)
    {
      const ReaUser *user = g_ptr_array_index (self->users, i);

      if (is_sender (self, user->email))
        continue;

      append_user (self, user);
      n_others++;
    }

  gtk_stack_set_visible_child_name (self->stack, n_others > 0 ? "people" : "nobody");
  pasted_cb (self);
}

/* Adding. */

typedef struct
{
  gint64     campaign;
  GPtrArray *people;
} Addition;

static void
addition_free (gpointer data)
{
  Addition *addition = data;

  g_ptr_array_unref (addition->people);
  g_free (addition);
}

static gpointer
add_call (ReaSession *session, gpointer data, GCancellable *cancellable, GError **error)
{
  const Addition *addition = data;

  return rea_session_add_people (session, addition->campaign, addition->people, error);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReaAddSendersDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) added = rea_service_call_finish (REA_SERVICE (source), result, &error);

  self->adding = FALSE;
  if (added == NULL)
    {
      gtk_label_set_text (self->error_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);
      update_button (self);
      return;
    }

  g_signal_emit (self, signals[ADDED], 0, added->len);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
add_cb (ReaAddSendersDialog *self)
{
  Addition *addition = g_new (Addition, 1);

  addition->campaign = self->campaign;
  addition->people = make_people (self);
  self->adding = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), FALSE);
  update_button (self);
  rea_service_call_async (self->service, REA_LANE_WRITE, add_call, addition, addition_free,
                          (GDestroyNotify) g_ptr_array_unref, NULL, added_cb, g_object_ref (self));
}

static void
rea_add_senders_dialog_finalize (GObject *object)
{
  ReaAddSendersDialog *self = REA_ADD_SENDERS_DIALOG (object);

  g_clear_object (&self->service);
  g_clear_object (&self->senders);
  g_clear_pointer (&self->users, g_ptr_array_unref);
  g_clear_pointer (&self->search, rea_search_free);
  g_free (self->folded);

  G_OBJECT_CLASS (rea_add_senders_dialog_parent_class)->finalize (object);
}

static void
rea_add_senders_dialog_class_init (ReaAddSendersDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rea_add_senders_dialog_finalize;

  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-add-senders-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaAddSendersDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ReaAddSendersDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ReaAddSendersDialog, people_list);
  gtk_widget_class_bind_template_child (widget_class, ReaAddSendersDialog, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, ReaAddSendersDialog, paste_view);
  gtk_widget_class_bind_template_child (widget_class, ReaAddSendersDialog, paste_buffer);
  gtk_widget_class_bind_template_child (widget_class, ReaAddSendersDialog, paste_label);
  gtk_widget_class_bind_template_child (widget_class, ReaAddSendersDialog, new_list);
  gtk_widget_class_bind_template_child (widget_class, ReaAddSendersDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, ReaAddSendersDialog, reason_label);
  gtk_widget_class_bind_template_child (widget_class, ReaAddSendersDialog, add_button);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, pasted_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
rea_add_senders_dialog_init (ReaAddSendersDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->people_list, filter_cb, self, NULL);
  update_button (self);
}

/**
 * rea_add_senders_dialog_new:
 * @parent: the window
 * @service: the service
 * @campaign: the number of a campaign
 * @senders: its senders
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
rea_add_senders_dialog_new (GtkWindow     *parent,
                            ReaService    *service,
                            gint64         campaign,
                            ReaSenderList *senders)
{
  ReaAddSendersDialog *self =
      g_object_new (REA_TYPE_ADD_SENDERS_DIALOG, "transient-for", parent, NULL);

  self->service = g_object_ref (service);
  self->campaign = campaign;
  self->senders = g_object_ref (senders);
  rea_service_call_async (service, REA_LANE_READ, list_users_call, NULL, NULL,
                          (GDestroyNotify) g_ptr_array_unref, NULL, users_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}
