/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "counted-campaign.h"

#include <string.h>

void
counted_clear (CountedCampaign *self)
{
  g_clear_pointer (&self->senders, g_ptr_array_unref);
  g_clear_pointer (&self->request, rea_request_free);
}

void
counted_init (CountedCampaign *self)
{
  memset (self, 0, sizeof *self);
  self->senders = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_sender_free);
  self->request = rea_request_new ();
}

ReaSender *
counted_get_sender (const CountedCampaign *self, guint place)
{
  return g_ptr_array_index (self->senders, place - 1);
}

ReaCounts *
counted_get_before (CountedCampaign *self, guint place)
{
  return place == 0 ? &self->unassigned : &counted_get_sender (self, place)->counts;
}

/* Adds a sender called a@x, b@x, … */
ReaSender *
counted_add_sender (CountedCampaign *self, gboolean online, gint64 last_seen)
{
  g_autofree char *email = g_strdup_printf ("%c@x", 'a' + self->senders->len);
  ReaSender       *sender = rea_sender_new (rea_user_new (email));

  sender->user->id = REA_FIRST_USER_ID + self->senders->len;
  sender->user->last_seen = last_seen;
  sender->online = online;
  g_ptr_array_add (self->senders, sender);

  return sender;
}

/* Gives the holder at @place @n of a status, all of them in the pool. */
void
counted_hold (CountedCampaign *self, guint place, ReaStatus status, gint64 n)
{
  counted_get_before (self, place)->n[status] += n;
  self->pool[place].n[status] += n;
}

/* Chooses who receives, by the letters of their names. */
void
counted_set_to (CountedCampaign *self, const char *letters)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) emails = NULL;

  for (const char *p = letters; *p != '\0'; p++)
    {
      g_autofree char *email = g_strdup_printf ("%c@x", *p);

      g_strv_builder_add (builder, email);
    }

  emails = g_strv_builder_end (builder);
  rea_request_set_to_senders (self->request, (const char *const *) emails);
}

ReaPlan *
counted_plan (CountedCampaign *self, GError **error)
{
  g_autoptr (ReaTally) pool = rea_tally_new ();

  for (guint place = 0; place <= self->senders->len; place++)
    rea_tally_add_counts (pool,
                          place == 0 ? REA_HOLDER_UNASSIGNED
                                     : counted_get_sender (self, place)->user->id,
                          &self->pool[place]);

  return rea_planner_plan (self->request, self->senders, &self->unassigned, pool, NOW, error);
}

ReaPlan *
counted_plan_well (CountedCampaign *self)
{
  g_autoptr (GError) error = NULL;
  ReaPlan *result = counted_plan (self, &error);

  g_assert_no_error (error);

  return result;
}

const ReaPlanRow *
counted_get_row (const ReaPlan *result, guint place)
{
  return g_ptr_array_index (result->rows, place);
}
