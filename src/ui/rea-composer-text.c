/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-composer-text.h"

#include "rea-format.h"
#include "rea-segments.h"

#include <glib/gi18n-lib.h>

static char *
dup_places (const ReaMeasure *measure)
{
  g_autofree char *used = rea_format_number (measure->used);
  g_autofree char *room = rea_format_number (measure->room);

  if (measure->is_unicode)
    {
      /* TRANSLATORS: while a message is written that has characters outside the short
       * alphabet of text messages: how many characters there are, of how many there is
       * room for.
       */
      return g_strdup_printf (_ ("%1$s of %2$s, Unicode"), used, room);
    }

  /* TRANSLATORS: while a message is written: how many characters there are, of how many
   * there is room for.
   */
  return g_strdup_printf (_ ("%1$s of %2$s"), used, room);
}

/**
 * rea_composer_text_count:
 * @text: a message
 *
 * Returns: (transfer full): how long it is, and in how many segments it would be sent
 */
char *
rea_composer_text_count (const char *text)
{
  ReaMeasure       measure;
  g_autofree char *places = NULL;
  g_autofree char *segments = NULL;

  rea_segments_measure (text, &measure);
  places = dup_places (&measure);
  if (measure.segments < 2)
    return g_steal_pointer (&places);

  /* TRANSLATORS: how many text messages a message is sent as. */
  segments =
      g_strdup_printf (ngettext ("%u segment", "%u segments", measure.segments), measure.segments);

  /* TRANSLATORS: while a message is written: %1$s is "170 of 306", %2$s "2 segments". */
  return g_strdup_printf (_ ("%1$s, %2$s"), places, segments);
}

static char *
dup_writers (const ReaThreadState *state)
{
  guint       n = state->writers != NULL ? state->writers->len : 0;
  const char *first = n > 0 ? g_ptr_array_index (state->writers, 0) : NULL;

  if (n == 0)
    return NULL;

  if (n == 1)
    {
      /* TRANSLATORS: above a message: somebody else writes in this conversation as well. */
      return g_strdup_printf (_ ("%s is writing here."), first);
    }

  /* TRANSLATORS: above a message: others write in this conversation as well. */
  return g_strdup_printf (ngettext ("%1$s and %2$u other are writing here.",
                                    "%1$s and %2$u others are writing here.", n - 1),
                          first, n - 1);
}

static const char *
get_way (const ReaThreadState *state)
{
  switch (state->way)
    {
    case REA_WAY_BY_HAND:
      /* TRANSLATORS: above a message. */
      return _ ("No gateway is set: messages are recorded as sent by hand.");
    case REA_WAY_SIMULATED:
      /* TRANSLATORS: above a message, in a campaign of made-up data. */
      return _ ("Simulated: nothing leaves this computer.");
    case REA_WAY_GATEWAY:
    default:
      return NULL;
    }
}

/* Who answers for somebody else is told so. */
static char *
dup_whose (const ReaThreadState *state, gint64 user)
{
  g_autofree char *holder = NULL;

  if (state->conversation->holder == user)
    return NULL;

  if (state->holder == NULL)
    {
      /* TRANSLATORS: above a message that a moderator writes. */
      return g_strdup (_ ("Nobody holds this conversation."));
    }

  holder = rea_user_dup_name (state->holder);

  /* TRANSLATORS: above a message that a moderator writes; %s is the name of a sender. */
  return g_strdup_printf (_ ("You write in %s’s conversation."), holder);
}

/**
 * rea_composer_text_line:
 * @state: what is known of a conversation
 * @user: the number of who writes there
 *
 * Returns: (transfer full) (nullable): whose conversation it is if it is not the writer's,
 *   who else writes there, and how messages leave
 */
char *
rea_composer_text_line (const ReaThreadState *state, gint64 user)
{
  g_autofree char *whose = dup_whose (state, user);
  g_autofree char *writers = dup_writers (state);
  const char      *lines[] = { whose, writers, get_way (state) };
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL)
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? "\n" : "", lines[i]);

  return joined->len > 0 ? g_strdup (joined->str) : NULL;
}
