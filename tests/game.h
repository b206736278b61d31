/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cards.h"
#include "rea-fixture.h"

G_BEGIN_DECLS

/* A database in which one random campaign after the other is played, and beside it
 * the table of cards that says how it must stand.
 */
#define MAX_MOVES 64

typedef struct
{
  gint64 id;
  Deal   deal;
  int    removed; /* a person's place, or NOBODY */
  int    undoes;  /* an entry's place, or -1 */
} Entry;

typedef struct
{
  ReaFixture  fixture;
  ReaSession *sessions[MAX_PEOPLE];
  gint64      bystander; /* a campaign whose conversations lie between the others' */
  Table       table;
  Entry       entries[MAX_MOVES];
  int         n_entries;
  int         batch;
  GRand      *rand;
} Game;

void game_open (Game *self);
void game_close (Game *self);
void game_begin (Game *self, GRand *rand);

/* Chance. */
int         game_pick (Game *self, int n);
gboolean    game_luck (Game *self, int n);
void        game_set_presence (Game *self, int person);
void        game_pass_time (Game *self);
void        game_pick_to (Game *self, ReaRequest *request);
ReaRequest *game_pick_request (Game *self) G_GNUC_WARN_UNUSED_RESULT;

/* What must hold. */
gboolean  game_is_undone (const Game *self, int entry);
void      game_assert_state (Game *self);
void      game_assert_listed (Game *self, const ReaFilter *filter);
void      game_assert_plan (const Game *self, const ReaPlan *plan, const Deal *deal);
void      game_assert_history (Game *self);
void      game_assert_trails (Game *self);
ReaSweep *game_sweep (Game *self) G_GNUC_WARN_UNUSED_RESULT;
void      game_assert_bystander (Game *self);

G_END_DECLS
