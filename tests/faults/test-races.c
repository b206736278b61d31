/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "faults.h"

#include <sched.h>
#include <sys/mman.h>

/* Somebody sends in a conversation, again and again until it is refused, while another
 * process takes it away or the contact opts out: ten thousand times each where the long
 * tests are asked for. What counts is the order in which it was recorded. A message that
 * came behind the move or the opt-out must not be there, and what was refused must have
 * left none.
 */

#define N_ROUNDS      10000
#define QUICK_SECONDS 5
#define MAX_SENDERS   2

/* What the processes share. */
typedef struct
{
  gint64 deadline;
  int    n_senders;
  int    started[MAX_SENDERS]; /* how many rounds each has begun */
  int    n_rounds;             /* how many there were, once that is known */
  struct
  {
    gint64 move;
    gint64 stop;   /* the contact's message, or 0 */
    int    n_seen; /* how many there were right behind the opt-out */
    int    n_sent[MAX_SENDERS];
    gint64 last_sent[MAX_SENDERS];
  } rounds[N_ROUNDS];
} Shared;

static Shared *shared;

static gboolean
is_over (int nth_round)
{
  int n_rounds = g_atomic_int_get (&shared->n_rounds);

  return n_rounds > 0 && nth_round >= n_rounds;
}

/* Conversations are numbered from one on. */
static gint64
get_conversation (int nth_round)
{
  return nth_round + 1;
}

/* Returns whether it was sent. */
static gboolean
send_one (ReaSession *session, gint64 campaign, int nth_round, int nth_sender, ReaError expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaConversation) after = NULL;
  g_autoptr (ReaMessage) message = NULL;
  gint64 conversation = get_conversation (nth_round);

  if (shared->rounds[nth_round].n_sent[nth_sender] % 2 == 0)
    after =
        rea_session_send_written (session, campaign, conversation, "Hello", -1, &message, &error);
  else
    after =
        rea_session_send (session, campaign, conversation, "Hello", SCRATCH_NOW, &message, &error);

  if (after == NULL)
    {
      g_assert_error (error, REA_ERROR, (int) expected);
      return FALSE;
    }

  shared->rounds[nth_round].n_sent[nth_sender]++;
  shared->rounds[nth_round].last_sent[nth_sender] = message->id;
  return TRUE;
}

/* Whoever waits to write looks each millisecond whether it is their turn: without a
 * pause the others would seldom get one, and there would be few rounds.
 */
static void
pause_a_little (GRand *rand)
{
  g_usleep (g_rand_int_range (rand, 0, 1500));
}

static void
send_all (ReaSession *session, gint64 campaign, int nth_sender, ReaError expected)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (nth_sender);

  for (int i = 0; i < N_ROUNDS && !is_over (i); i++)
    {
      g_atomic_int_set (&shared->started[nth_sender], i + 1);
      while (!is_over (i) && send_one (session, campaign, i, nth_sender, expected))
        pause_a_little (rand);
    }
}

/* Until everybody sends in that conversation, and then a moment at random. */
static void
wait_for_senders (int nth_round, GRand *rand)
{
  gint64 moment;

  for (int i = 0; i < shared->n_senders; i++)
    while (g_atomic_int_get (&shared->started[i]) <= nth_round)
      sched_yield ();

  moment = g_get_monotonic_time () + g_rand_int_range (rand, 0, 500);
  while (g_get_monotonic_time () < moment)
    sched_yield ();
}

typedef void (*Stroke) (ReaSession *owner, gint64 campaign, int nth_round);

static void
strike_all (Scratch *scratch, gint64 campaign, Stroke stroke)
{
  g_autoptr (ReaSession) owner = faults_reopen (scratch);
  g_autoptr (GRand) rand = g_rand_new_with_seed (4711);
  int i = 0;

  while (i < N_ROUNDS && g_get_monotonic_time () < shared->deadline)
    {
      wait_for_senders (i, rand);
      stroke (owner, campaign, i);
      i++;
    }

  g_atomic_int_set (&shared->n_rounds, i);
}

static void
give_to_bo (ReaSession *owner, gint64 campaign, int nth_round)
{
  const char *const bo[] = { FAULTS_BO, NULL };
  gint64            conversation = get_conversation (nth_round);
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (GError) error = NULL;

  request->filter->conversations = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (request->filter->conversations, conversation);
  request->to = REA_TO_SENDERS;
  rea_request_set_to_senders (request, bo);
  result = rea_session_reassign (owner, campaign, request, NULL, 1, NULL, &error);
  g_assert_no_error (error);
  shared->rounds[nth_round].move = result->move;
}

static void
opt_out (ReaSession *owner, gint64 campaign, int nth_round)
{
  gint64 conversation = get_conversation (nth_round);
  g_autoptr (ReaConversation) after = NULL;
  g_autoptr (ReaMessage) message = NULL;
  g_autoptr (GPtrArray) messages = NULL;
  g_autoptr (GError) error = NULL;

  /* The contact says so, or somebody who has heard it. */
  if (nth_round % 2 == 0)
    after =
        rea_session_receive (owner, campaign, conversation, "Stop!", SCRATCH_NOW, &message, &error);
  else
    after = rea_session_opt_out (owner, campaign, conversation, &error);
  g_assert_no_error (error);
  g_assert_true (after->flags & REA_FLAG_OPTED_OUT);

  messages = rea_session_list_messages (owner, campaign, conversation, &error);
  g_assert_no_error (error);
  shared->rounds[nth_round].n_seen = messages->len;
  if (message != NULL)
    shared->rounds[nth_round].stop = message->id;
}

static void
race_reassign (Scratch *scratch, gint64 campaign, int nth)
{
  g_autoptr (ReaSession) ann = NULL;

  if (nth == 0)
    {
      strike_all (scratch, campaign, give_to_bo);
      return;
    }

  ann = scratch_open (scratch, FAULTS_ANN);
  send_all (ann, campaign, 0, REA_ERROR_NOT_PERMITTED);
}

/* Ann, and a moderator who writes where she does. */
static void
race_opt_out (Scratch *scratch, gint64 campaign, int nth)
{
  g_autoptr (ReaSession) session = NULL;

  if (nth == 0)
    {
      strike_all (scratch, campaign, opt_out);
      return;
    }

  session = scratch_open (scratch, nth == 1 ? FAULTS_ANN : SCRATCH_OWNER);
  send_all (session, campaign, nth - 1, REA_ERROR_WRONG_STATE);
}

static void
run (Scratch *scratch, gint64 campaign, FaultsChild race, int n_senders)
{
  pid_t pids[MAX_SENDERS + 1];

  shared = mmap (NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  g_assert_true (shared != MAP_FAILED);
  shared->n_senders = n_senders;
  shared->deadline =
      faults_long ? G_MAXINT64 : g_get_monotonic_time () + QUICK_SECONDS * G_TIME_SPAN_SECOND;

  for (int i = 0; i <= n_senders; i++)
    pids[i] = faults_fork (race, scratch, campaign, i);
  for (int i = 0; i <= n_senders; i++)
    faults_assert_ended_well (pids[i]);
}

/* How many there are by senders; they are those that were told to have been sent. */
static int
judge_round (ReaSession *session, gint64 campaign, int nth_round, gint64 last)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) messages =
      rea_session_list_messages (session, campaign, get_conversation (nth_round), &error);
  int    n_sent = 0;
  gint64 newest = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < messages->len; i++)
    {
      const ReaMessage *message = g_ptr_array_index (messages, i);

      if (!message->out)
        continue;

      n_sent++;
      newest = message->id;
    }

  if (newest > last)
    g_error ("In round %d message %d was recorded behind %d.", nth_round, (int) newest, (int) last);

  g_assert_cmpint (n_sent, ==,
                   shared->rounds[nth_round].n_sent[0] + shared->rounds[nth_round].n_sent[1]);
  g_assert_cmpint (newest, ==,
                   MAX (shared->rounds[nth_round].last_sent[0],
                        shared->rounds[nth_round].last_sent[1]));

  return n_sent;
}

static void
report (const char *what, int n_sent, gint64 began)
{
  g_test_message ("%d times against %s in %.1f s; %d messages went before", shared->n_rounds, what,
                  (g_get_monotonic_time () - began) / (double) G_TIME_SPAN_SECOND, n_sent);
  g_assert_cmpint (shared->n_rounds, >=, faults_long ? N_ROUNDS : 50);

  /* It was a race: neither always came first. */
  g_assert_cmpint (n_sent, >, shared->n_rounds / 10);
}

static GHashTable *
read_last_messages (ReaSession *session, gint64 campaign)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) moves = rea_session_list_moves (session, campaign, 1000000, &error);
  GHashTable *last = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  g_assert_no_error (error);
  for (guint i = 0; i < moves->len; i++)
    {
      const ReaMove *move = g_ptr_array_index (moves, i);

      g_assert_cmpint (move->moved, ==, 1);
      g_hash_table_insert (last, g_memdup2 (&move->id, sizeof move->id),
                           g_memdup2 (&move->last_message, sizeof move->last_message));
    }

  return last;
}

static void
test_reassign (void)
{
  g_auto (Scratch) scratch = { 0 };
  gint64 campaign = faults_set_up (&scratch, N_ROUNDS);
  gint64 began = g_get_monotonic_time ();
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (GHashTable) last = NULL;
  int n_sent = 0;

  run (&scratch, campaign, race_reassign, 1);

  session = faults_reopen (&scratch);
  scratch_assert_sound (session);
  last = read_last_messages (session, campaign);
  g_assert_cmpint (g_hash_table_size (last), ==, shared->n_rounds);
  for (int i = 0; i < shared->n_rounds; i++)
    n_sent += judge_round (session, campaign, i,
                           *(gint64 *) g_hash_table_lookup (last, &shared->rounds[i].move));

  report ("a move", n_sent, began);
  munmap (shared, sizeof *shared);
}

static void
test_opt_out (void)
{
  g_auto (Scratch) scratch = { 0 };
  gint64 campaign = faults_set_up (&scratch, N_ROUNDS);
  gint64 began = g_get_monotonic_time ();
  g_autoptr (ReaSession) session = NULL;
  int n_sent = 0;

  run (&scratch, campaign, race_opt_out, 2);

  /* A message behind an opt-out would also have reopened the conversation, which the
   * check would find.
   */
  session = faults_reopen (&scratch);
  scratch_assert_sound (session);
  for (int i = 0; i < shared->n_rounds; i++)
    {
      gint64 stop = shared->rounds[i].stop;
      int    sent = judge_round (session, campaign, i, stop != 0 ? stop : G_MAXINT64);

      g_assert_cmpint (sent + (stop != 0), ==, shared->rounds[i].n_seen);
      n_sent += sent;
    }

  report ("an opt-out", n_sent, began);
  munmap (shared, sizeof *shared);
}

int
main (int argc, char *argv[])
{
  faults_init (&argc, &argv);

  g_test_add_func ("/races/reassign", test_reassign);
  g_test_add_func ("/races/opt-out", test_opt_out);

  return g_test_run ();
}
