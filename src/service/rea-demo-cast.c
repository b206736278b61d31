/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-demo-cast.h"

#include "rea-demo-names.h"

#define MINUTE 60
#define HOUR   (60 * MINUTE)

/* How many in a hundred of what they hold stand where, by ReaStatus. The rest of
 * a hundred is closed.
 */
static const int mix[][REA_N_STATUSES] = {
  [REA_DEMO_FAST] = { 3, 33, 36, 19 }, [REA_DEMO_SLOW] = { 10, 52, 22, 11 },
  [REA_DEMO_GONE] = { 15, 46, 24, 9 }, [REA_DEMO_NEVER] = { 0, 100, 0, 0 },
  [REA_DEMO_NOBODY] = { 9, 80, 6, 3 },
};

/* How much of the campaign each of them got. */
static const int weights[] = {
  [REA_DEMO_FAST] = 12,
  [REA_DEMO_SLOW] = 10,
  [REA_DEMO_GONE] = 10,
  [REA_DEMO_NEVER] = 8,
};

struct _ReaDemoCast
{
  GPtrArray *volunteers;
  GPtrArray *lots; /* each volunteer as often as their weight says */
  gint64     now;
  GRand     *rand;
};

static void
volunteer_free (gpointer data)
{
  ReaDemoVolunteer *volunteer = data;

  rea_user_free (volunteer->user);
  g_free (volunteer);
}

/**
 * rea_demo_cast_new:
 * @now: the moment from which times are counted back
 * @rand: where chance comes from; lives as long as the cast
 *
 * Returns: (transfer full): a cast of nobody yet
 */
ReaDemoCast *
rea_demo_cast_new (gint64 now, GRand *rand)
{
  ReaDemoCast *self = g_new0 (ReaDemoCast, 1);

  self->volunteers = g_ptr_array_new_with_free_func (volunteer_free);
  self->lots = g_ptr_array_new ();
  self->now = now;
  self->rand = rand;

  return self;
}

void
rea_demo_cast_free (ReaDemoCast *self)
{
  g_ptr_array_unref (self->volunteers);
  g_ptr_array_unref (self->lots);
  g_free (self);
}

static ReaDemoPace
get_pace (gint64 nth)
{
  static const ReaDemoPace paces[] = {
    REA_DEMO_FAST, REA_DEMO_SLOW, REA_DEMO_GONE,  REA_DEMO_FAST,  REA_DEMO_FAST,
    REA_DEMO_GONE, REA_DEMO_SLOW, REA_DEMO_FAST,  REA_DEMO_GONE,  REA_DEMO_SLOW,
    REA_DEMO_FAST, REA_DEMO_SLOW, REA_DEMO_NEVER, REA_DEMO_GONE,  REA_DEMO_FAST,
    REA_DEMO_GONE, REA_DEMO_SLOW, REA_DEMO_FAST,  REA_DEMO_NEVER, REA_DEMO_NEVER,
  };

  return paces[nth % (gint64) G_N_ELEMENTS (paces)];
}

/* Takes the user of that name who is there, from an earlier demo, or adds one. */
static ReaUser *
find_or_add_user (ReaDemoCast *self, ReaStore *store, gint64 nth, GError **error)
{
  const char      *first_name, *last_name;
  g_autofree char *email = rea_demo_dup_sender (nth, self->rand, &first_name, &last_name);
  g_autoptr (GError) local = NULL;
  g_autoptr (ReaUser) user = rea_store_find_user (store, email, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  if (user == NULL)
    {
      user = rea_user_new (email);
      g_free (user->first_name);
      g_free (user->last_name);
      user->first_name = g_strdup (first_name);
      user->last_name = g_strdup (last_name);
      if (!rea_store_insert_user (store, user, error))
        return NULL;
    }

  return g_steal_pointer (&user);
}

/**
 * rea_demo_cast_add:
 * @self: a cast
 * @store: a store in a transaction
 * @campaign_id: the demo's campaign
 * @nth: which of the volunteers, from 0 on
 * @error: what the store says
 *
 * Brings a volunteer into the campaign. The first is always a fast one.
 *
 * Returns: whether that was recorded
 */
gboolean
rea_demo_cast_add (ReaDemoCast *self,
                   ReaStore    *store,
                   gint64       campaign_id,
                   gint64       nth,
                   GError     **error)
{
  ReaDemoVolunteer *volunteer;
  gint64            away = g_rand_int_range (self->rand, 40 * MINUTE, 5 * HOUR);
  ReaUser          *user = find_or_add_user (self, store, nth, error);
  gboolean          present, added;

  if (user == NULL)
    return FALSE;

  volunteer = g_new0 (ReaDemoVolunteer, 1);
  volunteer->user = user;
  volunteer->pace = get_pace (nth);
  volunteer->until = volunteer->pace == REA_DEMO_GONE ? self->now - away : self->now;
  g_ptr_array_add (self->volunteers, volunteer);

  for (int i = 0; i < weights[volunteer->pace]; i++)
    g_ptr_array_add (self->lots, volunteer);

  present = volunteer->pace == REA_DEMO_FAST || volunteer->pace == REA_DEMO_SLOW;
  if (volunteer->pace != REA_DEMO_NEVER && user->last_seen < volunteer->until &&
      !rea_store_set_presence (store, user->id, present, volunteer->until, error))
    return FALSE;

  return rea_store_add_sender (store, campaign_id, user->id, &added, error);
}

/**
 * rea_demo_cast_find:
 * @self: a cast
 * @pace: what they are like
 * @nth: which of those, from 0 on
 *
 * Returns: (transfer none) (nullable): the volunteer, if there are so many
 */
const ReaDemoVolunteer *
rea_demo_cast_find (ReaDemoCast *self, ReaDemoPace pace, guint nth)
{
  for (guint i = 0; i < self->volunteers->len; i++)
    {
      const ReaDemoVolunteer *volunteer = g_ptr_array_index (self->volunteers, i);

      if (volunteer->pace == pace && nth-- == 0)
        return volunteer;
    }

  return NULL;
}

/**
 * rea_demo_cast_pick:
 * @self: a cast of at least one
 *
 * Returns: (transfer none): who gets a conversation
 */
const ReaDemoVolunteer *
rea_demo_cast_pick (ReaDemoCast *self)
{
  return g_ptr_array_index (self->lots, g_rand_int_range (self->rand, 0, (int) self->lots->len));
}

/**
 * rea_demo_cast_pick_writer:
 * @self: a cast of at least one
 *
 * Returns: (transfer none): who can have written in a conversation that nobody
 *   holds any more
 */
const ReaDemoVolunteer *
rea_demo_cast_pick_writer (ReaDemoCast *self)
{
  const ReaDemoVolunteer *writer;

  do
    writer = rea_demo_cast_pick (self);
  while (writer->pace == REA_DEMO_NEVER);

  return writer;
}

/**
 * rea_demo_cast_pick_status:
 * @self: a cast
 * @pace: what the holder is like
 *
 * Returns: what a conversation of such a holder counts as
 */
ReaStatus
rea_demo_cast_pick_status (ReaDemoCast *self, ReaDemoPace pace)
{
  int roll = g_rand_int_range (self->rand, 0, 100);

  for (int status = 0; status < REA_STATUS_CLOSED; status++)
    {
      if (roll < mix[pace][status])
        return status;
      roll -= mix[pace][status];
    }

  return REA_STATUS_CLOSED;
}

/**
 * rea_demo_cast_pick_last_at:
 * @self: a cast
 * @writer: who writes in the conversation
 * @pace: what its holder is like
 * @status: what it counts as
 *
 * What was sent lies mostly in the last hour; what waits, waits as long as such a
 * holder lets it.
 *
 * Returns: when the last message was written
 */
gint64
rea_demo_cast_pick_last_at (ReaDemoCast            *self,
                            const ReaDemoVolunteer *writer,
                            ReaDemoPace             pace,
                            ReaStatus               status)
{
  double chance = g_rand_double (self->rand);

  if (status != REA_STATUS_NEEDS_REPLY)
    return writer->until - 2 - (gint64) (chance * chance * 5 * HOUR);

  switch (pace)
    {
    case REA_DEMO_FAST:
      return self->now - g_rand_int_range (self->rand, 40, 9 * MINUTE);
    case REA_DEMO_SLOW:
      return self->now - g_rand_int_range (self->rand, 4 * MINUTE, 75 * MINUTE);
    case REA_DEMO_NOBODY:
      return self->now - g_rand_int_range (self->rand, 12 * MINUTE, 4 * HOUR);
    case REA_DEMO_GONE:
    case REA_DEMO_NEVER:
    default:
      return writer->until + g_rand_int_range (self->rand, -10 * MINUTE, 35 * MINUTE);
    }
}
