/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-error.h"
#include "rea-request.h"

G_BEGIN_DECLS

/* rules.md once more, slowly and obviously: a campaign is a table of cards, a card
 * is a conversation, and whatever is done is done to one card after the other. It
 * shares the words of the request with the program, and nothing else.
 */
#define MAX_CARDS  64
#define MAX_PEOPLE 10
#define NOBODY     -1

typedef struct
{
  gint64      id;
  char        phone[20];
  const char *first_name;
  const char *last_name;
  ReaStatus   status;
  ReaStatus   open_status;
  int         flags;
  gint64      waiting_since;
  int         holder; /* a person's place, or NOBODY */
  gint64      moved_at;
  int         written_at; /* the step in which a sender last wrote */
} Card;

typedef struct
{
  gint64      id;
  const char *email;
  const char *first_name;
  const char *last_name;
  gboolean    is_sender;
  gboolean    present;
  gint64      last_seen;
} Person;

typedef struct
{
  Card   cards[MAX_CARDS]; /* in the order of their ids */
  int    n_cards;
  Person people[MAX_PEOPLE];
  int    n_people;
  gint64 now;
  int    step;
} Table;

/* Who has each card after a move, and who had it before; the same for those that stay. */
typedef struct
{
  int before[MAX_CARDS];
  int after[MAX_CARDS];
  int matched;
  int moved;
  int step; /* in which it was done */
} Deal;

typedef struct
{
  int moved_since;
  int answered_since;
  int no_longer_sender;
} Left;

gboolean table_is_online (const Table *self, int person);
int      table_find (const Table *self, const char *email);
gboolean table_covers (const Table *self, const ReaFilter *filter, int holder);
gboolean table_lets_through (const Table *self, const ReaFilter *filter, const Card *card);
int      table_count (const Table *self, int holder, ReaStatus status);
int      table_open_work (const Table *self, int person);
int      table_compare_names (const char *a, const char *b);
gboolean table_stands_before (const Table *self, int a, int b);

/* These return -1, or the code with which it is refused; then nothing is done. */
int  table_plan (const Table *self, const ReaRequest *request, Deal *deal);
int  table_plan_self_assign (const Table *self, int person, int batch, Deal *deal);
void table_apply (Table *self, Deal *deal);
void table_plan_undo (const Table *self, const Deal *undone, Deal *deal, Left *left);
void table_write (Table *self, int card);
void table_receive (Table *self, int card);

G_END_DECLS
