/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-choice-list.h"

struct _ReaChoiceList
{
  GObject parent_instance;

  ReaSenderList   *senders;
  ReaReassignCase *reassign;
  ReaTally        *tally;
  ReaCounts        largest;
  ReaTo            to;
  GListStore      *choices;
  gboolean         choosing;
};

enum
{
  CHOSEN_CHANGED,
  CHOSEN_LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaChoiceList, rea_choice_list, G_TYPE_OBJECT)

static ReaSenderChoice *
dup_choice (ReaChoiceList *self, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->choices), position);
}

static guint
get_n_choices (ReaChoiceList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->choices));
}

static gboolean
is_giver (ReaChoiceList *self, ReaSenderChoice *choice)
{
  const char *email = rea_sender_item_get_email (rea_sender_choice_get_item (choice));

  return rea_reassign_case_names_holder (self->reassign, email);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  ReaChoiceList   *self = user_data;
  ReaSenderChoice *choice_a = (ReaSenderChoice *) a;
  ReaSenderChoice *choice_b = (ReaSenderChoice *) b;
  ReaCounts        counts_a = rea_sender_choice_get_before (choice_a);
  ReaCounts        counts_b = rea_sender_choice_get_before (choice_b);
  gint64           open_a = rea_counts_open_work (&counts_a);
  gint64           open_b = rea_counts_open_work (&counts_b);
  int              order;

  order = rea_sender_choice_is_unassigned (choice_b) - rea_sender_choice_is_unassigned (choice_a);

  if (order == 0)
    order = is_giver (self, choice_b) - is_giver (self, choice_a);

  if (order != 0)
    return order;

  order = (open_a > open_b) - (open_a < open_b);

  /* Where all give everything, who loses most comes first. */
  return self->reassign->verb == REA_REASSIGN_UNASSIGN ? -order : order;
}

static void
chosen_cb (ReaChoiceList *self)
{
  if (!self->choosing)
    g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}

static void
append_choice (ReaChoiceList *self, ReaSenderItem *item)
{
  g_autoptr (ReaSenderChoice) choice = rea_sender_choice_new (item, &self->largest);

  g_signal_connect_object (choice, "notify::chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_list_store_append (self->choices, choice);
}

static void
update_can_choose (ReaChoiceList *self)
{
  for (guint i = 0; i < get_n_choices (self); i++)
    {
      g_autoptr (ReaSenderChoice) choice = dup_choice (self, i);

      rea_sender_choice_set_can_choose (choice, self->to == REA_TO_SENDERS &&
                                                    !rea_choice_list_is_pinned (self, choice));
    }
}

static gboolean
is_sender (ReaChoiceList *self, ReaSenderItem *item)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->senders));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ReaSenderItem) here = g_list_model_get_item (G_LIST_MODEL (self->senders), i);

      if (here == item)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_choice (ReaChoiceList *self, ReaSenderItem *item)
{
  for (guint i = 0; i < get_n_choices (self); i++)
    {
      g_autoptr (ReaSenderChoice) choice = dup_choice (self, i);

      if (rea_sender_choice_get_item (choice) == item)
        return TRUE;
    }

  return FALSE;
}

static void
append_missing (ReaChoiceList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->senders));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ReaSenderItem) item = g_list_model_get_item (G_LIST_MODEL (self->senders), i);

      if (!has_choice (self, item))
        append_choice (self, item);
    }

  update_can_choose (self);
}

/* Senders who come while the dialog is open stand at the end; nothing else moves. It
 * is looked at when the list of senders has come to rest: who was renamed leaves it for
 * a moment, and keeps the tick.
 */
static void
refreshed_cb (ReaChoiceList *self)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);

  for (guint i = get_n_choices (self); i > 0; i--)
    {
      g_autoptr (ReaSenderChoice) choice = dup_choice (self, i - 1);
      ReaSenderItem *item = rea_sender_choice_get_item (choice);

      if (is_sender (self, item))
        continue;

      if (rea_sender_choice_get_chosen (choice))
        g_ptr_array_insert (left, 0, g_strdup (rea_sender_item_get_name (item)));

      g_list_store_remove (self->choices, i - 1);
    }

  append_missing (self);

  if (left->len == 0)
    return;

  chosen_cb (self);
  g_signal_emit (self, signals[CHOSEN_LEFT], 0, left);
}

/* No number of the table is larger than that of all conversations of its status; it
 * keeps as much room from the beginning, so that no column moves while senders are
 * chosen.
 */
static ReaCounts
sum_counts (ReaSenderList *senders)
{
  guint     n = g_list_model_get_n_items (G_LIST_MODEL (senders));
  ReaCounts sum = { 0 };

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ReaSenderItem) item = g_list_model_get_item (G_LIST_MODEL (senders), i);
      ReaCounts counts = rea_sender_item_get_counts (item);

      rea_counts_add (&sum, &counts);
    }

  return sum;
}

/**
 * rea_choice_list_new:
 * @senders: the senders of the campaign
 * @reassign: what is reassigned
 *
 * Returns: (transfer full): the rows, none of them chosen
 */
ReaChoiceList *
rea_choice_list_new (ReaSenderList *senders, const ReaReassignCase *reassign)
{
  ReaChoiceList *self = g_object_new (REA_TYPE_CHOICE_LIST, NULL);

  self->senders = g_object_ref (senders);
  self->reassign = rea_reassign_case_copy (reassign);
  self->largest = sum_counts (senders);
  append_missing (self);
  g_list_store_sort (self->choices, compare_cb, self);
  rea_choice_list_set_plan (self, NULL);
  g_signal_connect_object (senders, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * rea_choice_list_get_model:
 * @self: the rows
 *
 * Returns: (transfer none): them as a model
 */
GListModel *
rea_choice_list_get_model (ReaChoiceList *self)
{
  return G_LIST_MODEL (self->choices);
}

/**
 * rea_choice_list_get_n_conversations:
 * @self: the rows
 *
 * Returns: how many conversations there were as the table was filled
 */
gint64
rea_choice_list_get_n_conversations (ReaChoiceList *self)
{
  return rea_counts_total (&self->largest);
}

/**
 * rea_choice_list_takes_part:
 * @self: the rows
 * @choice: one of them
 *
 * Returns: whether it has to do with the request; what nobody holds only where it
 *   gives or receives
 */
gboolean
rea_choice_list_takes_part (ReaChoiceList *self, ReaSenderChoice *choice)
{
  return !rea_sender_choice_is_unassigned (choice) ||
         rea_reassign_case_is_of_all (self->reassign) || is_giver (self, choice) ||
         self->to == REA_TO_UNASSIGNED;
}

/**
 * rea_choice_list_is_pinned:
 * @self: the rows
 * @choice: one of them
 *
 * Returns: whether it stands at the top whatever is searched for, and is not to be
 *   chosen
 */
gboolean
rea_choice_list_is_pinned (ReaChoiceList *self, ReaSenderChoice *choice)
{
  return rea_sender_choice_is_unassigned (choice) || is_giver (self, choice);
}

/**
 * rea_choice_list_set_to:
 * @self: the rows
 * @to: where conversations go
 *
 * Lets senders be chosen where that is asked for.
 */
void
rea_choice_list_set_to (ReaChoiceList *self, ReaTo to)
{
  self->to = to;
  update_can_choose (self);
}

/* The longest bar, before or after. */
static gint64
find_scale (ReaChoiceList *self, const ReaPlan *plan)
{
  gint64 scale = 1;

  for (guint i = 0; i < get_n_choices (self); i++)
    {
      g_autoptr (ReaSenderChoice) choice = dup_choice (self, i);
      ReaSenderItem *item = rea_sender_choice_get_item (choice);
      ReaPlanRow *row = plan != NULL ? rea_plan_find (plan, rea_sender_item_get_id (item)) : NULL;
      ReaCounts   counts = rea_sender_item_get_counts (item);

      if (row != NULL)
        {
          counts = row->before;
          rea_counts_add (&counts, &row->received);
        }

      if (!rea_sender_choice_is_unassigned (choice))
        scale = MAX (scale, rea_counts_open_work (&counts));
    }

  return scale;
}

/**
 * rea_choice_list_set_plan:
 * @self: the rows
 * @plan: (nullable): the preview, or %NULL while there is none
 *
 * Tells each row what it gives and receives.
 */
void
rea_choice_list_set_plan (ReaChoiceList *self, const ReaPlan *plan)
{
  gint64 scale = find_scale (self, plan);

  for (guint i = 0; i < get_n_choices (self); i++)
    {
      g_autoptr (ReaSenderChoice) choice = dup_choice (self, i);
      gint64 id = rea_sender_item_get_id (rea_sender_choice_get_item (choice));

      rea_sender_choice_set_row (choice, plan != NULL ? rea_plan_find (plan, id) : NULL, scale);
    }
}

/**
 * rea_choice_list_take_tally:
 * @self: the rows
 * @tally: (transfer full): what of each holder passes the filter of the case
 *
 * Says how many there are, where the numbers of the senders do not.
 */
void
rea_choice_list_take_tally (ReaChoiceList *self, ReaTally *tally)
{
  g_clear_pointer (&self->tally, rea_tally_free);
  self->tally = tally;
}

/**
 * rea_choice_list_choose:
 * @self: the rows
 * @choices: (element-type ReaSenderChoice): some of them
 * @chosen: whether to choose them, or to take the ticks away
 *
 * Chooses several rows, and tells it once.
 */
void
rea_choice_list_choose (ReaChoiceList *self, GListModel *choices, gboolean chosen)
{
  guint n = g_list_model_get_n_items (choices);

  self->choosing = TRUE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ReaSenderChoice) choice = g_list_model_get_item (choices, i);

      if (rea_sender_choice_get_can_choose (choice))
        rea_sender_choice_set_chosen (choice, chosen);
    }

  self->choosing = FALSE;
  chosen_cb (self);
}

/**
 * rea_choice_list_dup_chosen:
 * @self: the rows
 *
 * Returns: (transfer full): the e-mails of the chosen senders
 */
char **
rea_choice_list_dup_chosen (ReaChoiceList *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < get_n_choices (self); i++)
    {
      g_autoptr (ReaSenderChoice) choice = dup_choice (self, i);

      if (rea_sender_choice_get_chosen (choice))
        g_strv_builder_add (builder,
                            rea_sender_item_get_email (rea_sender_choice_get_item (choice)));
    }

  return g_strv_builder_end (builder);
}

/* What of its conversations the request can be about. */
static ReaCounts
get_counts (ReaChoiceList *self, ReaSenderChoice *choice)
{
  static const ReaCounts nothing = { { 0 } };
  ReaSenderItem         *item = rea_sender_choice_get_item (choice);

  if (rea_reassign_case_needs_tally (self->reassign))
    return self->tally != NULL ? rea_tally_get (self->tally, rea_sender_item_get_id (item))
                               : nothing;

  return rea_reassign_case_is_of_all (self->reassign) || is_giver (self, choice)
             ? rea_sender_item_get_counts (item)
             : nothing;
}

static gint64
count (ReaChoiceList *self, ReaStatus status, gboolean (*counts_here) (ReaSenderChoice *choice))
{
  gint64 sum = 0;

  for (guint i = 0; i < get_n_choices (self); i++)
    {
      g_autoptr (ReaSenderChoice) choice = dup_choice (self, i);
      ReaCounts counts = get_counts (self, choice);

      if (counts_here != NULL && !counts_here (choice))
        continue;

      sum += status == REA_STATUS_ANY ? rea_counts_total (&counts) : counts.n[status];
    }

  return sum;
}

/**
 * rea_choice_list_count:
 * @self: the rows
 * @status: a status, or %REA_STATUS_ANY
 *
 * Returns: how many conversations they hold whose conversations are reassigned
 */
gint64
rea_choice_list_count (ReaChoiceList *self, ReaStatus status)
{
  return count (self, status, NULL);
}

/**
 * rea_choice_list_count_chosen:
 * @self: the rows
 * @status: a status, or %REA_STATUS_ANY
 *
 * Returns: how many of these the chosen senders hold already
 */
gint64
rea_choice_list_count_chosen (ReaChoiceList *self, ReaStatus status)
{
  return count (self, status, rea_sender_choice_get_chosen);
}

/**
 * rea_choice_list_count_unassigned:
 * @self: the rows
 * @status: a status, or %REA_STATUS_ANY
 *
 * Returns: how many of these nobody holds
 */
gint64
rea_choice_list_count_unassigned (ReaChoiceList *self, ReaStatus status)
{
  return count (self, status, rea_sender_choice_is_unassigned);
}

static void
rea_choice_list_dispose (GObject *object)
{
  ReaChoiceList *self = REA_CHOICE_LIST (object);

  g_clear_object (&self->senders);
  g_clear_object (&self->choices);

  G_OBJECT_CLASS (rea_choice_list_parent_class)->dispose (object);
}

static void
rea_choice_list_finalize (GObject *object)
{
  ReaChoiceList *self = REA_CHOICE_LIST (object);

  g_clear_pointer (&self->reassign, rea_reassign_case_free);
  g_clear_pointer (&self->tally, rea_tally_free);

  G_OBJECT_CLASS (rea_choice_list_parent_class)->finalize (object);
}

static void
rea_choice_list_class_init (ReaChoiceListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rea_choice_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = rea_choice_list_finalize;

  signals[CHOSEN_CHANGED] = g_signal_new ("chosen-changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN_LEFT] = g_signal_new ("chosen-left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
rea_choice_list_init (ReaChoiceList *self)
{
  self->choices = g_list_store_new (REA_TYPE_SENDER_CHOICE);
}
