/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ReaDemoMood:
 * @REA_DEMO_STOP: opts out, by the ordinary rule
 * @REA_DEMO_ASKS_TO_STOP: has one of the words among others: marked
 *
 * What a contact's message is about.
 */
typedef enum
{
  REA_DEMO_YES,
  REA_DEMO_NO,
  REA_DEMO_MAYBE,
  REA_DEMO_QUESTION,
  REA_DEMO_RUDE,
  REA_DEMO_WRONG_NUMBER,
  REA_DEMO_STOP,
  REA_DEMO_ASKS_TO_STOP,
  REA_DEMO_THANKS,
} ReaDemoMood;

#define REA_DEMO_N_MOODS 9

ReaDemoMood rea_demo_pick_mood (GRand *rand);
const char *rea_demo_pick_text (GRand *rand, ReaDemoMood mood);

G_END_DECLS
