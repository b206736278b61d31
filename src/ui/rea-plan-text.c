/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-plan-text.h"

#include "rea-format.h"
#include "rea-name.h"

#include <glib/gi18n-lib.h>

/* Some rows of a plan taken together. */
typedef struct
{
  gint64            n_senders;
  gint64            n_conversations;
  gint64            least;
  gint64            most;
  const ReaPlanRow *only;
} Group;

static void
group_add (Group *self, const ReaPlanRow *row, gint64 n)
{
  if (n == 0)
    return;

  self->least = self->n_senders == 0 ? n : MIN (self->least, n);
  self->most = MAX (self->most, n);
  self->only = row;
  self->n_senders++;
  self->n_conversations += n;
}

static const ReaPlanRow *
get_row (const ReaPlan *plan, guint i)
{
  return g_ptr_array_index (plan->rows, i);
}

static char *
dup_name (const ReaPlanRow *row)
{
  g_autofree char *name = rea_name_dup_full (row->first_name != NULL ? row->first_name : "",
                                             row->last_name != NULL ? row->last_name : "");

  return *name != '\0' ? g_steal_pointer (&name) : g_strdup (row->email);
}

static char *
join (GPtrArray *sentences)
{
  g_ptr_array_add (sentences, NULL);

  return g_strjoinv (" ", (char **) sentences->pdata);
}

static char *
dup_receivers (const ReaPlan *plan, const char *moved)
{
  Group            group = { 0 };
  g_autofree char *receive = NULL;
  g_autofree char *all = rea_format_number (plan->receivers->len);
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < plan->rows->len; i++)
    group_add (&group, get_row (plan, i), rea_counts_total (&get_row (plan, i)->received));

  receive = rea_format_number (group.n_senders);
  least = rea_format_number (group.least);
  most = rea_format_number (group.most);

  if (group.n_senders == 1)
    {
      name = dup_name (group.only);

      /* TRANSLATORS: what a move will do: %1$s conversations, %2$s is a sender's name. */
      return g_strdup_printf (ngettext ("%1$s conversation goes to %2$s",
                                        "%1$s conversations go to %2$s", plan->moved),
                              moved, name);
    }

  if (group.n_senders < plan->receivers->len)
    {
      /* TRANSLATORS: what a move will do: %2$s of %3$s senders get some of %1$s conversations,
       * each of them between %4$s and %5$s. */
      return g_strdup_printf (_ ("%1$s conversations change hands; %2$s of %3$s senders receive "
                                 "between %4$s and %5$s"),
                              moved, receive, all, least, most);
    }

  if (group.least == group.most)
    {
      /* TRANSLATORS: what a move will do: %2$s senders get %3$s each of %1$s conversations. */
      return g_strdup_printf (_ ("%1$s conversations change hands; each of %2$s senders receives "
                                 "%3$s"),
                              moved, receive, least);
    }

  /* TRANSLATORS: what a move will do: %2$s senders get between %3$s and %4$s each of
   * %1$s conversations. */
  return g_strdup_printf (_ ("%1$s conversations change hands; %2$s senders receive between %3$s "
                             "and %4$s"),
                          moved, receive, least, most);
}

/**
 * rea_plan_text_title:
 * @plan: what a request would do
 * @to: where it moves conversations to
 *
 * Says what a request would do.
 *
 * Returns: (transfer full): a sentence without its full stop
 */
char *
rea_plan_text_title (const ReaPlan *plan, ReaTo to)
{
  g_autofree char *moved = rea_format_number (plan->moved);

  if (plan->moved == 0)
    {
      /* TRANSLATORS: what a move will do. */
      return g_strdup (_ ("Nothing moves"));
    }

  if (to != REA_TO_UNASSIGNED)
    return dup_receivers (plan, moved);

  /* TRANSLATORS: what a move will do. */
  return g_strdup_printf (ngettext ("%s conversation becomes unassigned",
                                    "%s conversations become unassigned", plan->moved),
                          moved);
}

static char *
dup_from (const Group *group, gboolean online)
{
  g_autofree char *n = rea_format_number (group->n_conversations);
  g_autofree char *senders = rea_format_number (group->n_senders);
  g_autofree char *name = NULL;

  if (group->n_senders == 1)
    {
      name = dup_name (group->only);

      if (online)
        {
          /* TRANSLATORS: where conversations come from; %2$s is a sender's name. */
          return g_strdup_printf (ngettext ("%1$s comes from %2$s, who is online.",
                                            "%1$s come from %2$s, who is online.",
                                            group->n_conversations),
                                  n, name);
        }

      /* TRANSLATORS: where conversations come from; %2$s is a sender's name. */
      return g_strdup_printf (ngettext ("%1$s comes from %2$s, who is offline.",
                                        "%1$s come from %2$s, who is offline.",
                                        group->n_conversations),
                              n, name);
    }

  if (online)
    {
      /* TRANSLATORS: where conversations come from: several, from %2$s senders. */
      return g_strdup_printf (_ ("%1$s come from %2$s senders who are online."), n, senders);
    }

  /* TRANSLATORS: where conversations come from: several, from %2$s senders. */
  return g_strdup_printf (_ ("%1$s come from %2$s senders who are offline."), n, senders);
}

/**
 * rea_plan_text_givers:
 * @plan: what a request would do
 *
 * Says where the conversations come from, in the order in which they are drawn.
 *
 * Returns: (transfer full): sentences; empty where nothing moves
 */
char *
rea_plan_text_givers (const ReaPlan *plan)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  Group unassigned = { 0 };
  Group offline = { 0 };
  Group online = { 0 };

  for (guint i = 0; i < plan->rows->len; i++)
    {
      const ReaPlanRow *row = get_row (plan, i);
      Group            *group = row->online ? &online : &offline;

      group_add (row->holder == REA_HOLDER_UNASSIGNED ? &unassigned : group, row,
                 rea_counts_total (&row->gave));
    }

  if (unassigned.n_senders > 0)
    {
      g_autofree char *n = rea_format_number (unassigned.n_conversations);

      /* TRANSLATORS: where conversations come from. */
      g_ptr_array_add (sentences,
                       g_strdup_printf (ngettext ("%s was unassigned.", "%s were unassigned.",
                                                  unassigned.n_conversations),
                                        n));
    }

  if (offline.n_senders > 0)
    g_ptr_array_add (sentences, dup_from (&offline, FALSE));

  if (online.n_senders > 0)
    g_ptr_array_add (sentences, dup_from (&online, TRUE));

  return join (sentences);
}

/**
 * rea_plan_text_spared:
 * @plan: what a request that levels open work would do
 *
 * Says why some of those who could receive conversations receive none.
 *
 * Returns: (transfer full) (nullable): a sentence, or %NULL where all receive some
 */
char *
rea_plan_text_spared (const ReaPlan *plan)
{
  gint64           n_spared = 0;
  gint64           least = G_MAXINT64;
  gint64           most = 0;
  g_autofree char *spared = NULL;

  for (guint i = 0; i < plan->receivers->len; i++)
    {
      const ReaPlanRow *row = get_row (plan, g_array_index (plan->receivers, guint, i));
      ReaCounts         after = rea_plan_row_get_after (row);
      gint64            open_work = rea_counts_open_work (&after);

      if (rea_counts_total (&row->received) > 0)
        {
          most = MAX (most, open_work);
          continue;
        }

      n_spared++;
      least = MIN (least, open_work);
    }

  /* Where there is less to share out than senders, it was the order that decided. */
  if (n_spared == 0 || n_spared == plan->receivers->len || least < most)
    return NULL;

  spared = rea_format_number (n_spared);

  if (least == most)
    {
      /* TRANSLATORS: why senders receive nothing: "these" are those who receive something. */
      return g_strdup_printf (ngettext ("The other one has as much open work as these will have.",
                                        "The other %s have as much open work as these will have, "
                                        "or more.",
                                        n_spared),
                              spared);
    }

  /* TRANSLATORS: why senders receive nothing: "these" are those who receive something. */
  return g_strdup_printf (ngettext ("The other one has more open work than these will have.",
                                    "The other %s have more open work than these will have.",
                                    n_spared),
                          spared);
}

static char *
dup_to_offline (const Group *group)
{
  g_autofree char *n = rea_format_number (group->n_conversations);
  g_autofree char *senders = rea_format_number (group->n_senders);
  g_autofree char *name = NULL;

  if (group->n_senders > 1)
    {
      /* TRANSLATORS: a warning: %1$s conversations go to %2$s senders. */
      return g_strdup_printf (_ ("%1$s go to %2$s senders who are offline."), n, senders);
    }

  name = dup_name (group->only);

  /* TRANSLATORS: a warning: %1$s conversations go to a sender; %2$s is the name. */
  return g_strdup_printf (ngettext ("%1$s goes to %2$s, who is offline.",
                                    "%1$s go to %2$s, who is offline.", group->n_conversations),
                          n, name);
}

static char *
dup_lost_online (const Group *group)
{
  g_autofree char *senders = rea_format_number (group->n_senders);
  g_autofree char *name = NULL;

  if (group->n_senders > 1)
    {
      /* TRANSLATORS: a warning about %s senders. */
      return g_strdup_printf (_ ("%s senders are online and lose work they have open; their drafts "
                                 "stay."),
                              senders);
    }

  name = dup_name (group->only);

  /* TRANSLATORS: a warning; %s is the name of a sender. */
  return g_strdup_printf (_ ("%s is online and loses work that is open; their drafts stay."), name);
}

/**
 * rea_plan_text_warning:
 * @plan: what a request would do
 *
 * Says what one might not have thought of: conversations go to senders who are
 * offline, or senders who are online lose work.
 *
 * Returns: (transfer full) (nullable): sentences, or %NULL
 */
char *
rea_plan_text_warning (const ReaPlan *plan)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  Group to_offline = { 0 };
  Group lost_online = { 0 };

  for (guint i = 0; i < plan->rows->len; i++)
    {
      const ReaPlanRow *row = get_row (plan, i);

      if (row->holder == REA_HOLDER_UNASSIGNED)
        continue;

      if (row->online)
        group_add (&lost_online, row, rea_counts_open_work (&row->gave));
      else
        group_add (&to_offline, row, rea_counts_total (&row->received));
    }

  if (to_offline.n_senders > 0)
    g_ptr_array_add (sentences, dup_to_offline (&to_offline));

  if (lost_online.n_senders > 0)
    g_ptr_array_add (sentences, dup_lost_online (&lost_online));

  return sentences->len > 0 ? join (sentences) : NULL;
}

/**
 * rea_plan_text_difference:
 * @shown: the preview on which somebody decided
 * @done: what was done
 *
 * Says how what was done differs from what was shown.
 *
 * Returns: (transfer full) (nullable): a sentence, or %NULL if it doesn't
 */
char *
rea_plan_text_difference (const ReaPlan *shown, const ReaPlan *done)
{
  gint64           fewer = shown->moved - done->moved;
  g_autofree char *n = rea_format_number (ABS (fewer));

  if (fewer > 0)
    {
      /* TRANSLATORS: after a move: not as many conversations as the preview had shown. */
      return g_strdup_printf (ngettext ("%s fewer than shown: it changed meanwhile.",
                                        "%s fewer than shown: they changed meanwhile.", fewer),
                              n);
    }

  if (fewer < 0)
    {
      /* TRANSLATORS: after a move: more conversations than the preview had shown. */
      return g_strdup_printf (ngettext ("%s more than shown: it changed meanwhile.",
                                        "%s more than shown: they changed meanwhile.", -fewer),
                              n);
    }

  if (rea_plan_distance (shown, done) > 0)
    {
      /* TRANSLATORS: after a move that shared conversations out otherwise than the preview. */
      return g_strdup (_ ("Not quite as shown: conversations changed meanwhile."));
    }

  return NULL;
}

static gint64
sum_before (const ReaPlan *plan, ReaStatus status)
{
  gint64 sum = 0;

  for (guint i = 0; i < plan->rows->len; i++)
    sum += get_row (plan, i)->before.n[status];

  return sum;
}

static char *
dup_change (const ReaPlan *shown, const ReaPlan *now)
{
  gint64 answered =
      MIN (sum_before (shown, REA_STATUS_NEEDS_REPLY) - sum_before (now, REA_STATUS_NEEDS_REPLY),
           sum_before (now, REA_STATUS_REPLIED) - sum_before (shown, REA_STATUS_REPLIED));
  gint64           more = now->moved - shown->moved;
  g_autofree char *answered_text = rea_format_number (answered);
  g_autofree char *n = rea_format_number (ABS (more));

  if (answered > 0)
    {
      /* TRANSLATORS: why a move was not done: so many conversations of the campaign. */
      return g_strdup_printf (ngettext ("%s was answered meanwhile.", "%s were answered meanwhile.",
                                        answered),
                              answered_text);
    }

  if (more > 0)
    {
      /* TRANSLATORS: why a move was not done: so many conversations. */
      return g_strdup_printf (ngettext ("%s more would move now.", "%s more would move now.", more),
                              n);
    }

  if (more < 0)
    {
      /* TRANSLATORS: why a move was not done: so many conversations. */
      return g_strdup_printf (ngettext ("%s fewer would move now.", "%s fewer would move now.",
                                        -more),
                              n);
    }

  /* TRANSLATORS: why a move was not done. */
  return g_strdup (_ ("The conversations would be shared out otherwise now."));
}

/**
 * rea_plan_text_change:
 * @shown: the preview on which somebody decided
 * @now: what would move now
 *
 * Says what has changed so much that nothing was moved, and what to do.
 *
 * Returns: (transfer full): sentences
 */
char *
rea_plan_text_change (const ReaPlan *shown, const ReaPlan *now)
{
  g_autofree char *change = dup_change (shown, now);

  /* TRANSLATORS: after a move that was not done; %s is a sentence that says what has changed. */
  return g_strdup_printf (_ ("%s Nothing was moved. Look again, then press the button."), change);
}
