/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "faults.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Many processes at one file, each doing what it likes: nothing is lost, nothing
 * is done twice, and nobody is told that the database is busy.
 */

#define N_CONTACTS    3000
#define N_PER_IMPORT  40
#define MAX_PROCESSES 8

/* What a process did, told to the one that started it. */
typedef struct
{
  gint64 moves;
  gint64 moved;
  gint64 sent;
  gint64 received;
  gint64 imported;
  gint64 self_assigned;
  gint64 longest; /* µs that one call took */
} Deeds;

static int    report[2];
static gint64 seconds;

/* Refusals that a person in such a crowd would meet as well. */
static gboolean
is_expected (const GError *error)
{
  return g_error_matches (error, REA_ERROR, REA_ERROR_TOO_FEW) ||
         g_error_matches (error, REA_ERROR, REA_ERROR_NOT_PERMITTED) ||
         g_error_matches (error, REA_ERROR, REA_ERROR_WRONG_STATE);
}

static void
note_result (Deeds *deeds, ReaResult *result, GError **error)
{
  if (result == NULL)
    {
      if (!is_expected (*error))
        g_error ("%s", (*error)->message);
      return;
    }

  deeds->moves += result->move != 0;
  deeds->moved += result->plan->moved;
  rea_result_free (result);
}

static void
reassign (ReaSession *owner, gint64 campaign, GRand *rand, Deeds *deeds)
{
  static const char *const receivers[][3] = { { FAULTS_ANN, NULL, NULL },
                                              { FAULTS_BO, NULL, NULL },
                                              { FAULTS_ANN, FAULTS_BO, NULL } };
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (GError) error = NULL;
  int to = g_rand_int_range (rand, 0, 4);

  request->filter->status = g_rand_int_range (rand, -1, 3);
  request->number = g_rand_boolean (rand) ? REA_NUMBER_ALL : g_rand_int_range (rand, 1, 500);
  request->divide = g_rand_boolean (rand) ? REA_DIVIDE_EVENLY : REA_DIVIDE_LEVEL;
  if (to < 3)
    {
      request->to = REA_TO_SENDERS;
      rea_request_set_to_senders (request, receivers[to]);
    }

  note_result (deeds, rea_session_reassign (owner, campaign, request, NULL, -1, NULL, &error),
               &error);
}

static void
undo (ReaSession *owner, gint64 campaign, Deeds *deeds)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaMove) last = rea_session_get_last_own_move (owner, campaign, &error);

  if (last != NULL)
    note_result (deeds, rea_session_undo (owner, campaign, last->id, NULL, &error), &error);
  else
    g_assert_error (error, REA_ERROR, REA_ERROR_NOT_FOUND);
}

static void
self_assign (ReaSession *sender, gint64 campaign, Deeds *deeds)
{
  g_autoptr (GError) error = NULL;
  gint64 before = deeds->moves;

  note_result (deeds, rea_session_self_assign (sender, campaign, &error), &error);
  deeds->self_assigned += deeds->moves - before;
}

static void
write_one (ReaSession *owner, ReaSession *sender, gint64 campaign, GRand *rand, Deeds *deeds)
{
  gint64 conversation = g_rand_int_range (rand, 1, N_CONTACTS + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaConversation) after = NULL;

  if (g_rand_boolean (rand))
    {
      after = rea_session_receive (owner, campaign, conversation, "Yes", SCRATCH_NOW, NULL, &error);
      deeds->received += after != NULL;
    }
  else
    {
      after = rea_session_send_written (sender, campaign, conversation, "Hello", -1, NULL, &error);
      deeds->sent += after != NULL;
    }

  if (after == NULL && !is_expected (error))
    g_error ("%s", error->message);
}

static void
work (Scratch *scratch, gint64 campaign, int nth)
{
  g_autoptr (ReaSession) owner = faults_reopen (scratch);
  g_autoptr (ReaSession) sender = scratch_open (scratch, nth % 2 == 0 ? FAULTS_ANN : FAULTS_BO);
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) nth);
  gint64 end = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
  gint64 next_contact = N_CONTACTS + (gint64) nth * 100000;
  Deeds  deeds = { 0 };

  while (g_get_monotonic_time () < end)
    {
      gint64 began = g_get_monotonic_time ();
      int    roll = g_rand_int_range (rand, 0, 100);

      if (roll < 25)
        reassign (owner, campaign, rand, &deeds);
      else if (roll < 35)
        undo (owner, campaign, &deeds);
      else if (roll < 50)
        self_assign (sender, campaign, &deeds);
      else if (roll < 54)
        {
          deeds.imported += faults_add_contacts (owner, campaign, next_contact, N_PER_IMPORT);
          next_contact += N_PER_IMPORT;
        }
      else
        write_one (owner, sender, campaign, rand, &deeds);

      deeds.longest = MAX (deeds.longest, g_get_monotonic_time () - began);
    }

  g_assert_cmpint (write (report[1], &deeds, sizeof deeds), ==, sizeof deeds);
}

/* How far the messages had come when each move was recorded. */
static GHashTable *
read_last_messages (GPtrArray *moves)
{
  GHashTable *last = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < moves->len; i++)
    {
      ReaMove *move = g_ptr_array_index (moves, i);

      g_hash_table_insert (last, &move->id, &move->last_message);
    }

  return last;
}

/* Whoever wrote there held it then: nothing was recorded behind the move that took it
 * away.
 */
static void
check_writers (GPtrArray *messages, GPtrArray *trail, GHashTable *last)
{
  guint place = 0;

  for (guint i = 0; i < messages->len; i++)
    {
      const ReaMessage    *message = g_ptr_array_index (messages, i);
      const ReaTrailEntry *entry = NULL;

      while (place + 1 < trail->len)
        {
          const ReaTrailEntry *next = g_ptr_array_index (trail, place + 1);

          if (*(const gint64 *) g_hash_table_lookup (last, &next->move) >= message->id)
            break;
          place++;
        }

      entry = g_ptr_array_index (trail, place);
      if (message->out)
        g_assert_cmpstr (message->by_email, ==, entry->sender);
    }
}

/* The trail of a conversation ends with who holds it, and no step of it was made
 * twice: nobody is given what they already have.
 */
static void
check_trail (ReaSession            *session,
             const ReaConversation *conversation,
             GPtrArray             *messages,
             GHashTable            *last)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) trail =
      rea_session_list_trail (session, conversation->campaign_id, conversation->id, &error);
  const char *holder = NULL;

  g_assert_no_error (error);

  for (guint i = 0; i < trail->len; i++)
    {
      const ReaTrailEntry *entry = g_ptr_array_index (trail, i);

      if (i > 0)
        g_assert_cmpstr (entry->sender, !=, holder);
      holder = entry->sender;
    }

  g_assert_cmpstr (holder, ==, conversation->holder_email);
  check_writers (messages, trail, last);
}

static void
check_conversations (ReaSession *session, gint64 campaign, GHashTable *last, Deeds *found)
{
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autofree char *after = NULL;

  do
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ReaPage) page =
          rea_session_list_conversations (session, campaign, filter, REA_SORT_ID, after, 0, 1000,
                                          NULL, &error);

      g_assert_no_error (error);

      for (guint i = 0; i < page->conversations->len; i++)
        {
          const ReaConversation *conversation = g_ptr_array_index (page->conversations, i);
          g_autoptr (GPtrArray) messages =
              rea_session_list_messages (session, campaign, conversation->id, &error);
          gint64 sent = found->sent;

          g_assert_no_error (error);
          found->imported++;
          for (guint j = 0; j < messages->len; j++)
            if (((ReaMessage *) g_ptr_array_index (messages, j))->out)
              found->sent++;
            else
              found->received++;
          if (found->sent > sent || conversation->id % 41 == 0)
            check_trail (session, conversation, messages, last);
        }

      g_free (after);
      after = g_strdup (page->next);
    }
  while (after != NULL);
}

static Deeds
let_work (Scratch *scratch, gint64 campaign, int n_processes)
{
  pid_t pids[MAX_PROCESSES];
  Deeds all = { 0 };

  g_assert_cmpint (pipe (report), ==, 0);
  for (int i = 0; i < n_processes; i++)
    pids[i] = faults_fork (work, scratch, campaign, i + 1);

  for (int i = 0; i < n_processes; i++)
    faults_assert_ended_well (pids[i]);

  for (int i = 0; i < n_processes; i++)
    {
      Deeds deeds;

      g_assert_cmpint (read (report[0], &deeds, sizeof deeds), ==, sizeof deeds);
      all.moves += deeds.moves;
      all.moved += deeds.moved;
      all.sent += deeds.sent;
      all.received += deeds.received;
      all.imported += deeds.imported;
      all.self_assigned += deeds.self_assigned;
      all.longest = MAX (all.longest, deeds.longest);
    }

  close (report[0]);
  close (report[1]);

  return all;
}

static void
test_crowd (gconstpointer data)
{
  int n_processes = GPOINTER_TO_INT (data);
  g_auto (Scratch) scratch = { 0 };
  gint64 campaign = faults_set_up (&scratch, N_CONTACTS);
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (GPtrArray) moves = NULL;
  g_autoptr (GHashTable) last = NULL;
  g_autoptr (GError) error = NULL;
  Deeds  did, found = { 0 };
  gint64 moved = 0;

  seconds = faults_long ? 60 : 4;
  did = let_work (&scratch, campaign, n_processes);

  g_test_message ("%d moves, %d self-assigned, %d sent, %d received, %d imported; longest call %d "
                  "ms",
                  (int) did.moves, (int) did.self_assigned, (int) did.sent, (int) did.received,
                  (int) did.imported, (int) (did.longest / 1000));

  session = faults_reopen (&scratch);
  scratch_assert_sound (session);

  moves = rea_session_list_moves (session, campaign, 1000000, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < moves->len; i++)
    moved += ((ReaMove *) g_ptr_array_index (moves, i))->moved;
  last = read_last_messages (moves);
  check_conversations (session, campaign, last, &found);

  g_assert_cmpint (moves->len, ==, did.moves);
  g_assert_cmpint (moved, ==, did.moved);
  g_assert_cmpint (found.sent, ==, did.sent);
  g_assert_cmpint (found.received, ==, did.received);
  g_assert_cmpint (found.imported, ==, did.imported + N_CONTACTS);

  /* It was a crowd. */
  g_assert_cmpint (did.moves, >, 10);
  g_assert_cmpint (did.self_assigned, >, 0);
  g_assert_cmpint (did.sent, >, 10);
  g_assert_cmpint (did.imported, >, 0);
}

int
main (int argc, char *argv[])
{
  faults_init (&argc, &argv);

  g_test_add_data_func ("/crowd/two", GINT_TO_POINTER (2), test_crowd);
  g_test_add_data_func ("/crowd/eight", GINT_TO_POINTER (8), test_crowd);

  return g_test_run ();
}
