/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest message that is sent. */
#define REA_MAX_SEGMENTS 10

/**
 * ReaMeasure:
 * @segments: how many there are; none for an empty message
 * @used: how many places it takes
 * @room: how many these segments have, or the first has
 * @is_unicode: whether it has characters that are not of the short alphabet, so that
 *   fewer of all go into a segment
 */
typedef struct
{
  guint    segments;
  guint    used;
  guint    room;
  gboolean is_unicode;
} ReaMeasure;

void  rea_segments_measure (const char *text, ReaMeasure *measure);
guint rea_segments_count (const char *text);

G_END_DECLS
