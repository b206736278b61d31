/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sweep-text.h"

#include "rea-format.h"

#include <glib/gi18n-lib.h>

/* Names are listed as long as they can be taken in at a glance. */
#define MAX_NAMES   4
#define FIRST_NAMES 3

/**
 * rea_sweep_text_heading:
 * @sweep: a sweep
 *
 * Returns: (transfer full): how many things there are, or that there is none
 */
char *
rea_sweep_text_heading (const ReaSweep *sweep)
{
  guint            n = sweep->lines->len;
  g_autofree char *number = rea_format_number (n);

  /* TRANSLATORS: heading of the sweep: there is nothing to mend. */
  if (n == 0)
    return g_strdup (_ ("All swept"));

  /* TRANSLATORS: heading of the sweep; %s is the number of its lines. */
  return g_strdup_printf (ngettext ("%s thing holds this campaign up",
                                    "%s things hold this campaign up", n),
                          number);
}

/**
 * rea_sweep_text_as_of:
 * @sweep: a sweep
 *
 * Returns: (transfer full): when it was looked
 */
char *
rea_sweep_text_as_of (const ReaSweep *sweep)
{
  g_autofree char *clock = rea_format_clock (sweep->as_of, sweep->as_of);

  /* TRANSLATORS: above the lines of the sweep; %s is a time of the day. */
  return g_strdup_printf (_ ("As of %s"), clock);
}

/* "4 senders: Fatima Zahra, Maya Cohen, Karim Benali, Pedro Santos." */
static char *
dup_senders (const ReaSweepLine *line)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint            n = line->senders->len;
  g_autofree char *number = rea_format_number (n);

  for (guint i = 0; i < (n > MAX_NAMES ? FIRST_NAMES : n); i++)
    {
      g_autofree char *name = rea_user_dup_name (g_ptr_array_index (line->senders, i));

      /* TRANSLATORS: stands between names that are listed. */
      g_string_append_printf (names, "%s%s", i > 0 ? _ (", ") : "", name);
    }

  if (n > MAX_NAMES)
    /* TRANSLATORS: of a line of the sweep: how many senders it is about, and the names of
     * those with most. */
    return g_strdup_printf (ngettext ("%1$s sender, first of all %2$s.",
                                      "%1$s senders, first of all %2$s.", n),
                            number, names->str);

  /* TRANSLATORS: of a line of the sweep: how many senders it is about, and their names. */
  return g_strdup_printf (ngettext ("%1$s sender: %2$s.", "%1$s senders: %2$s.", n), number,
                          names->str);
}

/* " Longest 1 h 37 min." */
static char *
dup_longest (const ReaSweep *sweep, const ReaSweepLine *line)
{
  g_autofree char *duration = NULL;

  if (line->waiting_since == REA_TIME_NONE)
    return g_strdup ("");

  duration = rea_format_duration (sweep->as_of - line->waiting_since);

  /* TRANSLATORS: behind a sentence, of a line of the sweep; %s is like "1 h 37 min". */
  return g_strdup_printf (_ (" Longest %s."), duration);
}

static char *
dup_window (const ReaSweep *sweep, const ReaSweepLine *line, gboolean may_manage)
{
  g_autofree char *clock = rea_format_clock (line->window_end, sweep->as_of);

  /* TRANSLATORS: a line of the sweep: the sending window; %s is a time. */
  return g_strdup_printf (may_manage ? _ ("It ended at %s. None of them can be sent until it is "
                                          "moved.")
                                     /* TRANSLATORS: a line of the sweep: the sending window, for
                                      * who may not change it; %s is a time. */
                                     : _ ("It ended at %s. None of them can be sent until an "
                                          "admin moves it."),
                          clock);
}

/**
 * rea_sweep_text_detail:
 * @sweep: a sweep
 * @line: one of its lines
 * @may_manage: whether who reads it may change the campaign
 *
 * Returns: (transfer full): what else there is to say of the line
 */
char *
rea_sweep_text_detail (const ReaSweep *sweep, const ReaSweepLine *line, gboolean may_manage)
{
  g_autofree char *senders = NULL;
  g_autofree char *longest = dup_longest (sweep, line);
  /* TRANSLATORS: behind a sentence, of a line of the sweep: it would help nobody to move these. */
  const char *nobody = sweep->n_online == 0 ? _ (" Nobody is online.") : "";

  switch (line->kind)
    {
    case REA_SWEEP_WAITING_OFFLINE:
      senders = dup_senders (line);
      return g_strconcat (senders, longest, nobody, NULL);
    case REA_SWEEP_UNASSIGNED_REPLIES:
      /* TRANSLATORS: a line of the sweep: unassigned replies. */
      return g_strconcat (_ ("Nobody holds them."), longest, nobody, NULL);
    case REA_SWEEP_OPT_OUTS:
      /* TRANSLATORS: a line of the sweep: contacts who seem to ask to opt out. */
      return g_strdup (_ ("The contact asked for no more texts, and can still be texted."));
    case REA_SWEEP_NOT_STARTED_UNSEEN:
      senders = dup_senders (line);
      return g_strconcat (senders,
                          sweep->window_passed
                              /* TRANSLATORS: behind a sentence, of a line of the sweep. */
                              ? _ (" Can wait: the sending window has passed.")
                              : nobody,
                          NULL);
    case REA_SWEEP_WINDOW_PASSED:
      return dup_window (sweep, line, may_manage);
    case REA_SWEEP_SURVEYS:
    default:
      /* TRANSLATORS: a line of the sweep: surveys that are not filled in. */
      return g_strdup (_ ("The contact has written, and a question has no answer."));
    }
}

/**
 * rea_sweep_text_button:
 * @line: a line of a sweep
 *
 * Returns: (transfer full): what the button does that mends it
 */
char *
rea_sweep_text_button (const ReaSweepLine *line)
{
  g_autofree char *number = rea_format_number (line->count);

  switch (rea_sweep_kind_get_cure (line->kind))
    {
    case REA_SWEEP_REASSIGN:
      /* TRANSLATORS: a button: opens the dialog that moves so many. */
      return g_strdup_printf (ngettext ("Reassign %s…", "Reassign %s…", line->count), number);
    case REA_SWEEP_REVIEW:
      /* TRANSLATORS: a button: shows so many, to look at each. */
      return g_strdup_printf (ngettext ("Review %s…", "Review %s…", line->count), number);
    case REA_SWEEP_CHANGE_WINDOW:
    default:
      /* TRANSLATORS: a button: opens the properties of the campaign at its sending window. */
      return g_strdup (_ ("Change Window…"));
    }
}

/**
 * rea_sweep_text_swept:
 * @sweep: a sweep that found nothing
 *
 * Returns: (transfer full): that nothing holds the campaign up, and what will next
 */
char *
rea_sweep_text_swept (const ReaSweep *sweep)
{
  int              minutes = sweep->options.waiting_minutes;
  g_autofree char *as_of = rea_format_clock (sweep->as_of, sweep->as_of);
  g_autofree char *next = rea_format_clock (sweep->next_at, sweep->as_of);
  g_autofree char *holder = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  /* TRANSLATORS: of a sweep that found nothing; %s is a time of the day. */
  first = g_strdup_printf (_ ("Nothing holds this campaign up, as of %s."), as_of);

  if (sweep->next_at == REA_TIME_NONE)
    return g_steal_pointer (&first);

  if (sweep->next_holder == NULL)
    {
      /* TRANSLATORS: of a sweep that found nothing: in how many minutes, and when. */
      second = g_strdup_printf (ngettext ("The next reply passes %1$d min at %2$s.",
                                          "The next reply passes %1$d min at %2$s.", minutes),
                                minutes, next);
      return g_strconcat (first, "\n", second, NULL);
    }

  holder = rea_user_dup_name (sweep->next_holder);
  second = g_strdup_printf (
      sweep->next_online
          /* TRANSLATORS: of a sweep that found nothing: in how many minutes, when, and who. */
          ? ngettext ("The next reply passes %1$d min at %2$s; %3$s has it and is online.",
                      "The next reply passes %1$d min at %2$s; %3$s has it and is online.", minutes)
          /* TRANSLATORS: of a sweep that found nothing: in how many minutes, when, and who. */
          : ngettext ("The next reply passes %1$d min at %2$s; %3$s has it and is offline.",
                      "The next reply passes %1$d min at %2$s; %3$s has it and is offline.",
                      minutes),
      minutes, next, holder);

  return g_strconcat (first, "\n", second, NULL);
}
