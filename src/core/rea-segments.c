/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-segments.h"

#include <string.h>

/* The alphabet of GSM 03.38, and what takes two places in it behind an escape. */
static const char basic[] = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                            "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
static const char extension[] = "\f^{}\\[~]|€";

typedef struct
{
  guint single; /* what one message holds */
  guint joined; /* and each of several that are joined */
} Capacity;

static const Capacity gsm_capacity = { 160, 153 };
static const Capacity ucs2_capacity = { 70, 67 };

static guint
get_gsm_places (gunichar c)
{
  if (g_utf8_strchr (basic, -1, c) != NULL)
    return 1;

  return g_utf8_strchr (extension, -1, c) != NULL ? 2 : 0;
}

static guint
get_ucs2_places (gunichar c)
{
  return c > 0xffff ? 2 : 1;
}

static gboolean
is_gsm (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (get_gsm_places (g_utf8_get_char (p)) == 0)
      return FALSE;

  return TRUE;
}

/**
 * rea_segments_measure:
 * @text: a message
 * @measure: (out caller-allocates): how much of what it takes
 *
 * Measures a message in the places of the segments in which it travels, which is what
 * is paid for. What takes two places is never divided: it goes into the next segment
 * whole.
 */
void
rea_segments_measure (const char *text, ReaMeasure *measure)
{
  gboolean        gsm = is_gsm (text);
  const Capacity *capacity = gsm ? &gsm_capacity : &ucs2_capacity;
  guint           total = 0;
  guint           segments = 1;
  guint           used = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      guint    places = gsm ? get_gsm_places (c) : get_ucs2_places (c);

      if (used + places > capacity->joined)
        {
          segments++;
          used = 0;
        }

      used += places;
      total += places;
    }

  measure->is_unicode = !gsm;
  measure->used = total;
  if (total <= capacity->single)
    {
      measure->segments = total > 0 ? 1 : 0;
      measure->room = capacity->single;
    }
  else
    {
      measure->segments = segments;
      measure->room = segments * capacity->joined;
    }
}

/**
 * rea_segments_count:
 * @text: a message
 *
 * Counts the segments in which a message travels.
 *
 * Returns: how many segments; none for an empty message
 */
guint
rea_segments_count (const char *text)
{
  ReaMeasure measure;

  g_return_val_if_fail (text != NULL, 0);

  rea_segments_measure (text, &measure);

  return measure.segments;
}
