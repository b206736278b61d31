/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "faults.h"

#include "rea-session-private.h"

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

gboolean faults_long;

/* As the window and the command line do: a file that may not grow is an error. */
void
faults_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  signal (SIGXFSZ, SIG_IGN);

  for (int i = 1; i < *argc; i++)
    faults_long |= g_strcmp0 ((*argv)[i], "--long") == 0;
}

/* Adds contacts that Ann holds, a third of them waiting. In one transaction, as
 * an import is.
 */
gint64
faults_add_contacts (ReaSession *session, gint64 campaign_id, gint64 first, gint64 n)
{
  ReaStore *store = rea_session_get_store (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaUser) ann = NULL;
  g_autoptr (ReaCampaign) campaign = NULL;

  rea_session_begin (session, REA_STORE_WRITE, NULL, &error);
  g_assert_no_error (error);
  ann = rea_store_find_user (store, FAULTS_ANN, &error);
  campaign = rea_store_get_campaign (store, campaign_id, &error);
  g_assert_no_error (error);
  rea_store_begin_contacts (store, campaign, &error);
  g_assert_no_error (error);

  for (gint64 i = first; i < first + n; i++)
    {
      g_autoptr (ReaConversation) contact = rea_conversation_new ();

      contact->campaign_id = campaign_id;
      contact->phone = g_strdup_printf ("+1299555%07" G_GINT64_FORMAT, i);
      contact->first_name = g_strdup_printf ("Contact %" G_GINT64_FORMAT, i);
      contact->last_name = g_strdup ("");
      contact->holder = ann->id;
      if (i % 3 == 0)
        {
          rea_conversation_sent (contact, SCRATCH_NOW - 7200);
          rea_conversation_received (contact, SCRATCH_NOW - 3600 + i % 1800);
        }
      rea_store_insert_contact (store, contact, &error);
      g_assert_no_error (error);
    }

  rea_store_end_contacts (store, campaign, SCRATCH_NOW, &error);
  g_assert_no_error (error);
  g_assert_true (rea_session_end (session, TRUE, &error));

  return n;
}

/* A database with one campaign; all of it lies with Ann. */
gint64
faults_set_up (Scratch *scratch, gint64 n_contacts)
{
  const char *const emails[] = { FAULTS_ANN, FAULTS_BO, NULL };
  g_autoptr (ReaCampaign) values = rea_campaign_new ("Faults");
  g_autoptr (ReaCampaign) campaign = NULL;
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (GError) error = NULL;

  scratch_set_up (scratch);
  session = scratch_create (scratch);
  values->state = REA_STATE_ACTIVE;
  values->has_hours = FALSE;
  values->self_assign = TRUE;
  values->batch = 20;
  campaign = rea_session_create_campaign (session, values, &error);
  g_assert_no_error (error);
  added = rea_session_add_senders (session, campaign->id, emails, &error);
  g_assert_no_error (error);
  faults_add_contacts (session, campaign->id, 0, n_contacts);

  return campaign->id;
}

ReaSession *
faults_reopen (Scratch *scratch)
{
  return scratch_open (scratch, SCRATCH_OWNER);
}

/* Everything to one of them. */
gboolean
faults_reassign (ReaSession *session, gint64 campaign, const char *to, gint64 *move, GError **error)
{
  const char *const emails[] = { to, NULL };
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (ReaResult) result = NULL;

  request->to = REA_TO_SENDERS;
  rea_request_set_to_senders (request, emails);
  result = rea_session_reassign (session, campaign, request, NULL, -1, NULL, error);
  if (result != NULL && move != NULL)
    *move = result->move;

  return result != NULL;
}

ReaCounts
faults_count_held (ReaSession *session, gint64 campaign, const char *email)
{
  const char *const emails[] = { email, NULL };
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (ReaTally) tally = NULL;
  g_autoptr (GError) error = NULL;

  rea_filter_set_senders (filter, emails);
  tally = rea_session_tally (session, campaign, filter, NULL, &error);
  g_assert_no_error (error);

  return rea_tally_sum (tally);
}

gint64
faults_count_moves (ReaSession *session, gint64 campaign)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) moves = rea_session_list_moves (session, campaign, 1000000, &error);

  g_assert_no_error (error);

  return moves->len;
}

/* Sound, and all with one of them or all with the other. */
void
faults_assert_whole (ReaSession *session, gint64 campaign, gint64 n_contacts)
{
  ReaCounts ann = faults_count_held (session, campaign, FAULTS_ANN);
  ReaCounts bo = faults_count_held (session, campaign, FAULTS_BO);
  gint64    n_ann = rea_counts_total (&ann);
  gint64    n_bo = rea_counts_total (&bo);

  scratch_assert_sound (session);
  g_assert_cmpint (n_ann + n_bo, ==, n_contacts);
  g_assert_true (n_ann == 0 || n_bo == 0);
}

pid_t
faults_fork (FaultsChild child, Scratch *scratch, gint64 campaign, int nth)
{
  pid_t pid;

  /* What is buffered would be written twice. */
  fflush (NULL);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);

  if (pid == 0)
    {
      child (scratch, campaign, nth);
      fflush (NULL);
      _exit (0);
    }

  return pid;
}

void
faults_assert_ended_well (pid_t pid)
{
  int status;

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}
