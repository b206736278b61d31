/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sender-orders.h"

#include "rea-name.h"
#include "rea-sender-list.h"

static ReaSenderItem *
sender (gconstpointer item)
{
  return (ReaSenderItem *) item;
}

static int
compare (double a, double b)
{
  return (a > b) - (a < b);
}

/**
 * rea_sender_orders_presence:
 * @a: a #ReaSenderItem
 * @b: another
 * @user_data: unused
 *
 * Who is online comes first.
 *
 * Returns: less than, equal to or greater than 0
 */
int
rea_sender_orders_presence (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return compare (rea_sender_item_get_online (sender (b)), rea_sender_item_get_online (sender (a)));
}

/**
 * rea_sender_orders_first_name:
 * @a: a #ReaSenderItem
 * @b: another
 * @user_data: unused
 *
 * Returns: less than, equal to or greater than 0
 */
int
rea_sender_orders_first_name (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return rea_name_compare (rea_sender_item_get_first_name (sender (a)),
                           rea_sender_item_get_last_name (sender (a)),
                           rea_sender_item_get_email (sender (a)),
                           rea_sender_item_get_first_name (sender (b)),
                           rea_sender_item_get_last_name (sender (b)),
                           rea_sender_item_get_email (sender (b)));
}

/**
 * rea_sender_orders_last_name:
 * @a: a #ReaSenderItem
 * @b: another
 * @user_data: unused
 *
 * Returns: less than, equal to or greater than 0
 */
int
rea_sender_orders_last_name (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return rea_name_compare (rea_sender_item_get_last_name (sender (a)),
                           rea_sender_item_get_first_name (sender (a)),
                           rea_sender_item_get_email (sender (a)),
                           rea_sender_item_get_last_name (sender (b)),
                           rea_sender_item_get_first_name (sender (b)),
                           rea_sender_item_get_email (sender (b)));
}

/* Who has nothing has no progress, and stands below who has not begun. */
static double
progress (gconstpointer item)
{
  ReaCounts counts = rea_sender_item_get_counts (sender (item));
  gint64    total = rea_counts_total (&counts);

  return total > 0 ? 1 - (double) counts.n[REA_STATUS_NOT_STARTED] / total : -1;
}

/**
 * rea_sender_orders_progress:
 * @a: a #ReaSenderItem
 * @b: another
 * @user_data: unused
 *
 * Returns: less than, equal to or greater than 0
 */
int
rea_sender_orders_progress (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return compare (progress (a), progress (b));
}

/**
 * rea_sender_orders_needs_reply:
 * @a: a #ReaSenderItem
 * @b: another
 * @user_data: unused
 *
 * Returns: less than, equal to or greater than 0
 */
int
rea_sender_orders_needs_reply (gconstpointer a, gconstpointer b, gpointer user_data)
{
  ReaCounts of_a = rea_sender_item_get_counts (sender (a));
  ReaCounts of_b = rea_sender_item_get_counts (sender (b));

  return compare (of_a.n[REA_STATUS_NEEDS_REPLY], of_b.n[REA_STATUS_NEEDS_REPLY]);
}

/* A time, as how long ago that was; @none where there is no time. */
static double
age (gint64 time, double none)
{
  return time == REA_TIME_NONE ? none : -(double) time;
}

/**
 * rea_sender_orders_waiting:
 * @a: a #ReaSenderItem
 * @b: another
 * @user_data: unused
 *
 * By the longest wait; who has nobody waiting is the shortest.
 *
 * Returns: less than, equal to or greater than 0
 */
int
rea_sender_orders_waiting (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return compare (age (rea_sender_item_get_waiting_since (sender (a)), -G_MAXDOUBLE),
                  age (rea_sender_item_get_waiting_since (sender (b)), -G_MAXDOUBLE));
}

/**
 * rea_sender_orders_sent:
 * @a: a #ReaSenderItem
 * @b: another
 * @user_data: unused
 *
 * Returns: less than, equal to or greater than 0
 */
int
rea_sender_orders_sent (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return compare (rea_sender_item_get_sent_15_min (sender (a)),
                  rea_sender_item_get_sent_15_min (sender (b)));
}

/**
 * rea_sender_orders_left:
 * @a: a #ReaSenderItem
 * @b: another
 * @user_data: unused
 *
 * By how long the open work takes; of whom that cannot be told is the shortest.
 *
 * Returns: less than, equal to or greater than 0
 */
int
rea_sender_orders_left (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return compare (rea_sender_item_get_seconds_left (sender (a)),
                  rea_sender_item_get_seconds_left (sender (b)));
}

static double
unseen (gconstpointer item)
{
  if (rea_sender_item_get_online (sender (item)))
    return -G_MAXDOUBLE;

  return age (rea_sender_item_get_last_seen (sender (item)), G_MAXDOUBLE);
}

/**
 * rea_sender_orders_last_seen:
 * @a: a #ReaSenderItem
 * @b: another
 * @user_data: unused
 *
 * By how long ago it was; never is the longest.
 *
 * Returns: less than, equal to or greater than 0
 */
int
rea_sender_orders_last_seen (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return compare (unseen (a), unseen (b));
}

/**
 * rea_sender_orders_unassigned_first:
 * @a: a #ReaSenderItem
 * @b: another
 * @user_data: unused
 *
 * Keeps what nobody holds above all senders, however these are sorted.
 *
 * Returns: less than, equal to or greater than 0
 */
int
rea_sender_orders_unassigned_first (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return compare (rea_sender_item_get_id (sender (a)) != REA_HOLDER_UNASSIGNED,
                  rea_sender_item_get_id (sender (b)) != REA_HOLDER_UNASSIGNED);
}
