/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cards.h"

#include <string.h>

/* Online = last heartbeat at most 45 s ago, and the Messenger was not closed since. */
gboolean
table_is_online (const Table *self, int person)
{
  return self->people[person].present && self->now - self->people[person].last_seen <= 45;
}

int
table_find (const Table *self, const char *email)
{
  for (int i = 0; i < self->n_people; i++)
    if (self->people[i].is_sender && g_ascii_strcasecmp (self->people[i].email, email) == 0)
      return i;

  return NOBODY;
}

static gboolean
is_named (const Table *self, char **emails, int person)
{
  for (int i = 0; emails[i] != NULL; i++)
    if (table_find (self, emails[i]) == person)
      return TRUE;

  return FALSE;
}

gboolean
table_covers (const Table *self, const ReaFilter *filter, int holder)
{
  if (filter->holder == REA_HOLDER_ANY)
    return TRUE;
  if (filter->holder == REA_HOLDER_NOBODY || holder == NOBODY)
    return filter->holder == REA_HOLDER_NOBODY && holder == NOBODY;
  if (filter->holder == REA_HOLDER_SENDERS)
    return is_named (self, filter->senders, holder);
  if (filter->holder == REA_HOLDER_ONLINE)
    return table_is_online (self, holder);

  return !table_is_online (self, holder) &&
         (filter->offline_minutes == REA_MINUTES_ANY || self->people[holder].last_seen == 0 ||
          self->now - self->people[holder].last_seen >= 60 * filter->offline_minutes);
}

/* The accents that stand in the names of the test, and no others. */
static char *
simplify (const char *text)
{
  static const char *const accents[][2] = { { "á", "a" }, { "Á", "a" }, { "é", "e" }, { "É", "e" },
                                            { "ö", "o" }, { "Ö", "o" }, { "ç", "c" } };
  GString                 *simple = g_string_new (text);

  for (gsize i = 0; i < G_N_ELEMENTS (accents); i++)
    g_string_replace (simple, accents[i][0], accents[i][1], 0);
  g_string_ascii_down (simple);

  return g_string_free (simple, FALSE);
}

static gboolean
has_word (const Card *card, const char *word)
{
  g_autofree char *first = simplify (card->first_name);
  g_autofree char *last = simplify (card->last_name);
  g_autofree char *digits = g_strdup (word);

  if (strstr (first, word) != NULL || strstr (last, word) != NULL)
    return TRUE;

  if (strspn (word, "0123456789+-()") < strlen (word))
    return FALSE;

  g_strcanon (digits, "0123456789", ' ');
  for (char *blank = strchr (digits, ' '); blank != NULL; blank = strchr (digits, ' '))
    memmove (blank, blank + 1, strlen (blank));

  return *digits != '\0' && strstr (card->phone, digits) != NULL;
}

static gboolean
is_found (const Card *card, const char *search)
{
  g_autofree char *simple = simplify (search);
  g_auto (GStrv) words = g_strsplit (simple, " ", -1);

  for (int i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !has_word (card, words[i]))
      return FALSE;

  return TRUE;
}

static gboolean
has_id (const GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

gboolean
table_lets_through (const Table *self, const ReaFilter *filter, const Card *card)
{
  if (!table_covers (self, filter, card->holder))
    return FALSE;
  if (filter->status != REA_STATUS_ANY && filter->status != card->status)
    return FALSE;
  if (filter->search != NULL && !is_found (card, filter->search))
    return FALSE;
  if (filter->waiting_minutes != REA_MINUTES_ANY &&
      (card->status != REA_STATUS_NEEDS_REPLY ||
       self->now - card->waiting_since < 60 * filter->waiting_minutes))
    return FALSE;
  if (filter->unmoved_minutes != REA_MINUTES_ANY && card->moved_at != 0 &&
      self->now - card->moved_at < 60 * filter->unmoved_minutes)
    return FALSE;
  if (filter->flag != 0 && (card->flags & (int) filter->flag) == 0)
    return FALSE;

  return filter->conversations == NULL || has_id (filter->conversations, card->id);
}

int
table_count (const Table *self, int holder, ReaStatus status)
{
  int n = 0;

  for (int i = 0; i < self->n_cards; i++)
    n += self->cards[i].holder == holder && self->cards[i].status == status;

  return n;
}

int
table_open_work (const Table *self, int person)
{
  return table_count (self, person, REA_STATUS_NOT_STARTED) +
         table_count (self, person, REA_STATUS_NEEDS_REPLY);
}

/* By code points, not by bytes. */
int
table_compare_names (const char *a, const char *b)
{
  g_autofree char     *folded_a = g_utf8_casefold (a, -1);
  g_autofree char     *folded_b = g_utf8_casefold (b, -1);
  g_autofree gunichar *points_a = g_utf8_to_ucs4_fast (folded_a, -1, NULL);
  g_autofree gunichar *points_b = g_utf8_to_ucs4_fast (folded_b, -1, NULL);
  int                  i = 0;

  while (points_a[i] == points_b[i] && points_a[i] != 0)
    i++;

  return points_a[i] < points_b[i] ? -1 : points_a[i] > points_b[i];
}

/* Name order: last name, then first name, then e-mail. */
gboolean
table_stands_before (const Table *self, int a, int b)
{
  const Person *one = &self->people[a];
  const Person *other = &self->people[b];
  int           order = table_compare_names (one->last_name, other->last_name);

  if (order == 0)
    order = table_compare_names (one->first_name, other->first_name);
  if (order == 0)
    order = table_compare_names (one->email, other->email);

  return order < 0;
}

/* A sender wrote: nobody waits any more. */
void
table_write (Table *self, int card)
{
  Card *written = &self->cards[card];

  written->status = written->open_status =
      written->flags & REA_FLAG_CONTACT_WROTE ? REA_STATUS_REPLIED : REA_STATUS_MESSAGED;
  written->waiting_since = 0;
  written->written_at = self->step;
}

/* The contact wrote, nothing that asks to opt out. The campaign asks no question. */
void
table_receive (Table *self, int card)
{
  Card *received = &self->cards[card];

  received->flags |= REA_FLAG_CONTACT_WROTE;
  received->flags &= ~REA_FLAG_SURVEY_OPEN;
  received->open_status = REA_STATUS_NEEDS_REPLY;
  if (received->waiting_since == 0)
    received->waiting_since = self->now;

  if (received->flags & REA_FLAG_OPTED_OUT)
    received->flags |= REA_FLAG_WROTE_AFTER_OPT_OUT;
  else
    received->status = REA_STATUS_NEEDS_REPLY;
}
