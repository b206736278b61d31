/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-notice.h"

struct _ReaNotice
{
  gboolean was_told;
  gint64   told_at;
  gint64   known; /* what they know the number to be */
  gint64   known_at;
};

/**
 * rea_notice_new:
 *
 * Returns: (transfer full): of somebody who has been told nothing yet
 */
ReaNotice *
rea_notice_new (void)
{
  return g_new0 (ReaNotice, 1);
}

/**
 * rea_notice_free:
 * @self: (transfer full): a notice
 *
 * Frees it.
 */
void
rea_notice_free (ReaNotice *self)
{
  g_free (self);
}

/**
 * rea_notice_see:
 * @self: a notice
 * @n: the number
 * @clock: the moment
 *
 * They look at the number themselves, and need not be told of it.
 */
void
rea_notice_see (ReaNotice *self, gint64 n, gint64 clock)
{
  self->known = n;
  self->known_at = clock;
}

/**
 * rea_notice_tell:
 * @self: a notice
 * @n: the number
 * @clock: the moment
 *
 * Whether they are to be told now: there is something to tell, nothing was told in the
 * last %REA_NOTICE_SECONDS, and it is worse than what they have seen themselves, or a
 * while after that. Whoever asks does tell them then.
 *
 * Returns: whether it is time
 */
gboolean
rea_notice_tell (ReaNotice *self, gint64 n, gint64 clock)
{
  /* What comes after it got better is news. */
  if (n <= self->known && clock - self->known_at < REA_NOTICE_SECONDS)
    {
      self->known = n;
      return FALSE;
    }

  if (n <= 0)
    return FALSE;

  if (self->was_told && clock - self->told_at < REA_NOTICE_SECONDS)
    return FALSE;

  self->was_told = TRUE;
  self->told_at = clock;
  rea_notice_see (self, n, clock);

  return TRUE;
}
