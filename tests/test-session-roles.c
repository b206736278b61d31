/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every verb by every role in every state, through the service and a real
 * database: what the tables of rules.md, "Who may do what", say.
 */
#include "stage.h"

#include <glib/gstdio.h>

/* Who acts, and for verbs on a conversation whose it is. */
typedef enum
{
  OWNER,
  ADMIN,
  MODERATOR,
  SENDER_OWN,
  SENDER_OTHERS,
  STRANGER,
} Actor;

#define N_ACTORS 6

static const char *const actors[N_ACTORS] = {
  "owner@example.org", "admin@example.org", "mod@example.org",
  "ann@example.org",   "ann@example.org",   "cy@example.org",
};

/* A world in one state of the campaign; each case gets a copy of its own. */
typedef struct
{
  Scratch scratch;
  GBytes *file;
  gint64  campaign;
  gint64  anns;
  gint64  bos;
  gint64  move;
} World;

typedef struct
{
  ReaSession  *session;
  const World *world;
  gint64       conversation;
  Actor        actor;
} Call;

typedef gpointer (*Verb) (const Call *call, GError **error);

/* What stands for a thing that is freed by no function of its own. */
static int done;

static void
no_free (gpointer nothing)
{
}

static gint64
add_conversation (ReaStore *store, gint64 campaign, const char *phone, gint64 holder)
{
  return stage_add_contact (store, campaign, phone, "Zoë", holder, REA_STATUS_NEEDS_REPLY,
                            REA_FLAG_CONTACT_WROTE | REA_FLAG_MARKED, NULL);
}

static void
set_up_campaign (ReaStore *store, gint64 id)
{
  const char *answers[] = { "Yes", "No", NULL };
  g_autoptr (ReaCampaign) campaign = stage_get_campaign (store, id);
  g_autoptr (GError) error = NULL;

  campaign->self_assign = TRUE;
  g_ptr_array_add (campaign->questions, rea_question_new ("support", "Do you?", answers));

  stage_begin (store, REA_STORE_WRITE);
  rea_store_update_campaign (store, campaign, &error);
  g_assert_no_error (error);
  stage_commit (store);
}

static World *
world_new (ReaState state)
{
  World *world = g_new0 (World, 1);
  g_autoptr (ReaSession) owner = NULL;
  g_autoptr (ReaStore) store = NULL;
  g_autoptr (ReaRequest) request = rea_request_new ();
  g_autoptr (ReaResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const char      *to_bo[] = { "bo@example.org", NULL };
  g_autofree char *contents = NULL;
  gsize            length;
  gint64           ann, bo;

  scratch_set_up (&world->scratch);
  owner = scratch_create (&world->scratch);
  store = stage_open (&world->scratch);
  stage_add_user (store, "admin@example.org", REA_ROLE_ADMIN);
  stage_add_user (store, "mod@example.org", REA_ROLE_MODERATOR);
  stage_add_user (store, "cy@example.org", REA_ROLE_SENDER);
  ann = stage_add_user (store, "ann@example.org", REA_ROLE_SENDER);
  bo = stage_add_user (store, "bo@example.org", REA_ROLE_SENDER);

  world->campaign = stage_add_campaign (store, "Spring", REA_STATE_ACTIVE);
  set_up_campaign (store, world->campaign);
  stage_add_sender (store, world->campaign, ann);
  stage_add_sender (store, world->campaign, bo);
  world->anns = add_conversation (store, world->campaign, "+12025550101", ann);
  world->bos = add_conversation (store, world->campaign, "+12025550102", bo);
  add_conversation (store, world->campaign, "+12025550103", REA_HOLDER_UNASSIGNED);

  request->filter->holder = REA_HOLDER_NOBODY;
  rea_request_set_to_senders (request, to_bo);
  result = rea_session_reassign (owner, world->campaign, request, NULL, -1, NULL, &error);
  g_assert_no_error (error);
  world->move = result->move;

  add_conversation (store, world->campaign, "+12025550104", REA_HOLDER_UNASSIGNED);
  stage_set_state (store, world->campaign, state);

  /* Closed by everyone, the database is one file. */
  g_clear_object (&owner);
  g_clear_object (&store);
  g_file_get_contents (world->scratch.database, &contents, &length, &error);
  g_assert_no_error (error);
  world->file = g_bytes_new_take (g_steal_pointer (&contents), length);

  return world;
}

static void
world_free (World *world)
{
  g_bytes_unref (world->file);
  scratch_tear_down (&world->scratch);
  g_free (world);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (World, world_free)

/* As it was at the beginning. */
static void
world_restore (World *world)
{
  g_autofree char *log = g_strconcat (world->scratch.database, "-wal", NULL);
  g_autofree char *shared = g_strconcat (world->scratch.database, "-shm", NULL);
  g_autoptr (GError) error = NULL;
  gsize       length;
  const char *contents = g_bytes_get_data (world->file, &length);

  g_unlink (log);
  g_unlink (shared);
  g_file_set_contents_full (world->scratch.database, contents, length, G_FILE_SET_CONTENTS_NONE,
                            0600, &error);
  g_assert_no_error (error);
}

/* Each verb once, with nothing wrong in it but who asks and when. */

static gpointer
get_campaign (const Call *call, GError **error)
{
  return rea_session_get_campaign (call->session, call->world->campaign, error);
}

static gpointer
get_overview (const Call *call, GError **error)
{
  return rea_session_get_overview (call->session, call->world->campaign, error);
}

static gpointer
list_senders (const Call *call, GError **error)
{
  return rea_session_list_senders (call->session, call->world->campaign, error);
}

static gpointer
list_moves (const Call *call, GError **error)
{
  return rea_session_list_moves (call->session, call->world->campaign, 50, error);
}

static gpointer
get_move (const Call *call, GError **error)
{
  return rea_session_get_move (call->session, call->world->campaign, call->world->move, error);
}

static gpointer
list_moved (const Call *call, GError **error)
{
  return rea_session_list_moved (call->session, call->world->campaign, call->world->move, error);
}

static gpointer
get_move_plan (const Call *call, GError **error)
{
  return rea_session_get_move_plan (call->session, call->world->campaign, call->world->move, error);
}

static gpointer
list_conversations (const Call *call, GError **error)
{
  g_autoptr (ReaFilter) filter = rea_filter_new ();

  return rea_session_list_conversations (call->session, call->world->campaign, filter, REA_SORT_ID,
                                         NULL, 0, 100, NULL, error);
}

static gpointer
tally (const Call *call, GError **error)
{
  g_autoptr (ReaFilter) filter = rea_filter_new ();

  return rea_session_tally (call->session, call->world->campaign, filter, NULL, error);
}

static gpointer
get_conversation (const Call *call, GError **error)
{
  return rea_session_get_conversation (call->session, call->world->campaign, call->conversation,
                                       error);
}

static gpointer
list_messages (const Call *call, GError **error)
{
  return rea_session_list_messages (call->session, call->world->campaign, call->conversation,
                                    error);
}

static gpointer
list_answers (const Call *call, GError **error)
{
  return rea_session_list_answers (call->session, call->world->campaign, call->conversation, error);
}

static gpointer
count_answers (const Call *call, GError **error)
{
  return rea_session_count_answers (call->session, call->world->campaign, error);
}

static gpointer
list_trail (const Call *call, GError **error)
{
  return rea_session_list_trail (call->session, call->world->campaign, call->conversation, error);
}

static gpointer
preview (const Call *call, GError **error)
{
  g_autoptr (ReaRequest) request = rea_request_new ();

  request->to = REA_TO_UNASSIGNED;

  return rea_session_preview (call->session, call->world->campaign, request, NULL, error);
}

static gpointer
reassign (const Call *call, GError **error)
{
  g_autoptr (ReaRequest) request = rea_request_new ();

  request->to = REA_TO_UNASSIGNED;

  return rea_session_reassign (call->session, call->world->campaign, request, NULL, -1, NULL,
                               error);
}

static gpointer
get_sweep (const Call *call, GError **error)
{
  return rea_session_get_sweep (call->session, call->world->campaign, NULL, error);
}

static gpointer
undo (const Call *call, GError **error)
{
  return rea_session_undo (call->session, call->world->campaign, call->world->move, NULL, error);
}

static gpointer
preview_undo (const Call *call, GError **error)
{
  return rea_session_preview_undo (call->session, call->world->campaign, call->world->move, NULL,
                                   error);
}

static gpointer
send (const Call *call, GError **error)
{
  return rea_session_send (call->session, call->world->campaign, call->conversation, "Hi", 0, NULL,
                           error);
}

static gpointer
send_written (const Call *call, GError **error)
{
  return rea_session_send_written (call->session, call->world->campaign, call->conversation, "Hi",
                                   -1, NULL, error);
}

/* Somebody may have written there before it went to another. */
static gpointer
save_draft (const Call *call, GError **error)
{
  return rea_session_save_draft (call->session, call->world->campaign, call->conversation, "Hi",
                                 error)
             ? &done
             : NULL;
}

static gpointer
list_left_drafts (const Call *call, GError **error)
{
  return rea_session_list_left_drafts (call->session, call->world->campaign, error);
}

static gpointer
get_thread (const Call *call, GError **error)
{
  return rea_session_get_thread (call->session, call->world->campaign, call->conversation, 200,
                                 NULL, error);
}

static gpointer
get_shift (const Call *call, GError **error)
{
  return rea_session_get_shift (call->session, call->world->campaign, error);
}

static gpointer
receive (const Call *call, GError **error)
{
  return rea_session_receive (call->session, call->world->campaign, call->conversation, "Hi", 0,
                              NULL, error);
}

static gpointer
opt_out (const Call *call, GError **error)
{
  return rea_session_opt_out (call->session, call->world->campaign, call->conversation, error);
}

static gpointer
dismiss_mark (const Call *call, GError **error)
{
  return rea_session_dismiss_mark (call->session, call->world->campaign, call->conversation, error);
}

static gpointer
answer (const Call *call, GError **error)
{
  return rea_session_answer (call->session, call->world->campaign, call->conversation, "support",
                             "Yes", error);
}

static gpointer
close_it (const Call *call, GError **error)
{
  return rea_session_close_conversation (call->session, call->world->campaign, call->conversation,
                                         error);
}

static gpointer
reopen (const Call *call, GError **error)
{
  return rea_session_reopen_conversation (call->session, call->world->campaign, call->conversation,
                                          error);
}

static gpointer
self_assign (const Call *call, GError **error)
{
  return rea_session_self_assign (call->session, call->world->campaign, error);
}

static gpointer
heartbeat (const Call *call, GError **error)
{
  return rea_session_heartbeat (call->session, FALSE, error) ? &done : NULL;
}

static gpointer
end_heartbeat (const Call *call, GError **error)
{
  return rea_session_heartbeat (call->session, TRUE, error) ? &done : NULL;
}

static gpointer
create_campaign (const Call *call, GError **error)
{
  g_autoptr (ReaCampaign) values = rea_campaign_new ("Autumn");

  return rea_session_create_campaign (call->session, values, error);
}

static gboolean
retitle (ReaCampaign *campaign, gpointer user_data, GError **error)
{
  g_free (campaign->title);
  campaign->title = g_strdup ("Summer");

  return TRUE;
}

static gpointer
set_campaign (const Call *call, GError **error)
{
  return rea_session_set_campaign (call->session, call->world->campaign, retitle, NULL, error);
}

static gpointer
remove_campaign (const Call *call, GError **error)
{
  return rea_session_remove_campaign (call->session, call->world->campaign, error);
}

static gpointer
add_senders (const Call *call, GError **error)
{
  const char *emails[] = { "cy@example.org", "new@example.org", NULL };

  return rea_session_add_senders (call->session, call->world->campaign, emails, error);
}

static gpointer
remove_sender (const Call *call, GError **error)
{
  g_autoptr (ReaRequest) where = rea_request_new ();

  where->to = REA_TO_UNASSIGNED;

  return rea_session_remove_sender (call->session, call->world->campaign, "bo@example.org", where,
                                    NULL, NULL, error);
}

static gpointer
list_users (const Call *call, GError **error)
{
  return rea_session_list_users (call->session, error);
}

static gpointer
add_user (const Call *call, GError **error)
{
  return rea_session_add_user (call->session, "dee@example.org", "", "", REA_ROLE_SENDER, error);
}

static gpointer
set_user (const Call *call, GError **error)
{
  return rea_session_set_user (call->session, "cy@example.org", "Cy", NULL, NULL, error);
}

static gpointer
repair (const Call *call, GError **error)
{
  return rea_session_check (call->session, TRUE, error);
}

static gpointer
backup (const Call *call, GError **error)
{
  g_autofree char *path = g_strconcat (call->world->scratch.database, ".backup", NULL);
  gboolean         written = rea_session_backup (call->session, path, error) > 0;

  g_unlink (path);

  return written ? &done : NULL;
}

/* A letter for each actor: y may, n is not permitted. Then one for each state from
 * draft to archived: y or n.
 */
typedef struct
{
  const char    *name;
  Verb           verb;
  const char    *may;
  const char    *states;
  GDestroyNotify free;
} Case;

#define FREE(func)   ((GDestroyNotify) (func))
#define CAMPAIGN     FREE (rea_campaign_free)
#define CONVERSATION FREE (rea_conversation_free)
#define LIST         FREE (g_ptr_array_unref)
#define RESULT       FREE (rea_result_free)
#define USER         FREE (rea_user_free)

static const Case cases[] = {
  { "get-campaign", get_campaign, "yyyyyn", "yyyyy", CAMPAIGN },
  { "get-overview", get_overview, "yyyyyn", "yyyyy", FREE (rea_overview_free) },
  { "get-shift", get_shift, "yyyyyn", "yyyyy", FREE (rea_shift_free) },
  { "count-answers", count_answers, "yyyyyn", "yyyyy", LIST },
  { "list-senders", list_senders, "yyyyyn", "yyyyy", LIST },
  { "list-moves", list_moves, "yyyyyn", "yyyyy", LIST },
  { "get-move", get_move, "yyyyyn", "yyyyy", FREE (rea_move_free) },
  { "list-moved", list_moved, "yyyyyn", "yyyyy", FREE (g_array_unref) },
  { "get-move-plan", get_move_plan, "yyyyyn", "yyyyy", FREE (rea_plan_free) },

  { "list-conversations", list_conversations, "yyyyyn", "yyyyy", FREE (rea_page_free) },
  { "tally", tally, "yyyyyn", "yyyyy", FREE (rea_tally_free) },
  { "get-conversation", get_conversation, "yyyynn", "yyyyy", CONVERSATION },
  { "list-messages", list_messages, "yyyynn", "yyyyy", LIST },
  { "list-answers", list_answers, "yyyynn", "yyyyy", LIST },
  { "list-trail", list_trail, "yyyynn", "yyyyy", LIST },
  { "get-thread", get_thread, "yyyynn", "yyyyy", FREE (rea_thread_state_unref) },

  { "preview", preview, "yyynnn", "yyyyn", RESULT },
  { "reassign", reassign, "yyynnn", "yyyyn", RESULT },
  { "get-sweep", get_sweep, "yyynnn", "yyyyn", FREE (rea_sweep_free) },
  { "undo", undo, "yyynnn", "yyyyn", RESULT },
  { "preview-undo", preview_undo, "yyynnn", "yyyyn", RESULT },

  { "send", send, "yyyynn", "nynnn", CONVERSATION },
  { "send-written", send_written, "yyyynn", "nynnn", CONVERSATION },
  { "save-draft", save_draft, "yyyyyn", "yyyyy", no_free },
  { "list-left-drafts", list_left_drafts, "yyyyyn", "yyyyy", LIST },
  { "receive", receive, "yyyynn", "yyyyy", CONVERSATION },
  { "opt-out", opt_out, "yyyynn", "yyyyy", CONVERSATION },
  { "dismiss-mark", dismiss_mark, "yyyynn", "yyyyy", CONVERSATION },
  { "answer", answer, "yyyynn", "yyyyy", CONVERSATION },
  { "close", close_it, "yyyynn", "yyyyn", CONVERSATION },
  { "reopen", reopen, "yyyynn", "yyyyn", CONVERSATION },

  { "self-assign", self_assign, "nnnyyn", "nynnn", RESULT },
  { "heartbeat", heartbeat, "nnnyyn", "yyyyy", no_free },
  { "end-heartbeat", end_heartbeat, "nnnyyn", "yyyyy", no_free },

  { "create-campaign", create_campaign, "yynnnn", "yyyyy", CAMPAIGN },
  { "set-campaign", set_campaign, "yynnnn", "yyyyy", CAMPAIGN },
  { "remove-campaign", remove_campaign, "yynnnn", "nnnny", CAMPAIGN },
  { "add-senders", add_senders, "yynnnn", "yyyyn", LIST },
  { "remove-sender", remove_sender, "yynnnn", "yyyyn", RESULT },
  { "list-users", list_users, "yynnnn", "yyyyy", LIST },
  { "add-user", add_user, "yynnnn", "yyyyy", USER },
  { "set-user", set_user, "yynnnn", "yyyyy", USER },
  { "repair", repair, "yynnnn", "yyyyy", LIST },
  { "backup", backup, "yynnnn", "yyyyy", no_free },
};

static void
try_case (World *world, ReaState state, Actor actor, const Case *tried)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaSession) session = NULL;
  gpointer result;
  Call     call = { 0 };

  world_restore (world);
  session = scratch_open (&world->scratch, actors[actor]);
  call.session = session;
  call.world = world;
  call.actor = actor;
  call.conversation = actor == SENDER_OWN ? world->anns : world->bos;

  g_test_message ("%s by %s (%d) in %s", tried->name, actors[actor], actor,
                  rea_state_to_string (state));
  result = tried->verb (&call, &error);

  if (tried->may[actor] == 'n')
    g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
  else if (tried->states[state] == 'n')
    g_assert_error (error, REA_ERROR, REA_ERROR_WRONG_STATE);
  else
    g_assert_no_error (error);

  g_assert_cmpint (result != NULL, ==, error == NULL);
  if (result != NULL)
    tried->free (result);
}

static void
test_table (gconstpointer data)
{
  ReaState state = GPOINTER_TO_INT (data);
  g_autoptr (World) world = world_new (state);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (Actor actor = 0; actor < N_ACTORS; actor++)
      try_case (world, state, actor, &cases[i]);
}

/* What is refused leaves everything as it was, to the byte. */
static void
test_refused_changes_nothing (void)
{
  g_autoptr (World) world = world_new (REA_STATE_ARCHIVED);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (Actor actor = 0; actor < N_ACTORS; actor++)
      {
        g_autofree char *contents = NULL;
        gsize            length, expected;
        gconstpointer    before = g_bytes_get_data (world->file, &expected);

        if (cases[i].may[actor] == 'y' && cases[i].states[REA_STATE_ARCHIVED] == 'y')
          continue;

        try_case (world, REA_STATE_ARCHIVED, actor, &cases[i]);
        g_assert_true (g_file_get_contents (world->scratch.database, &contents, &length, NULL));
        g_assert_cmpmem (contents, length, before, expected);
      }
}

/* A sender sees the campaigns they are in, and of the conversations their own. */
static void
test_senders_see_their_own (void)
{
  g_autoptr (World) world = world_new (REA_STATE_ACTIVE);
  const struct
  {
    Actor actor;
    guint n_campaigns;
    guint n_conversations;
  } seen[] = { { OWNER, 1, 4 }, { MODERATOR, 1, 4 }, { SENDER_OWN, 1, 1 }, { STRANGER, 0, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
    {
      g_autoptr (ReaSession) session = scratch_open (&world->scratch, actors[seen[i].actor]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) campaigns = rea_session_list_campaigns (session, &error);
      Call call = { .session = session, .world = world, .actor = seen[i].actor };
      g_autoptr (ReaPage) page = NULL;
      g_autoptr (ReaTally) counted = NULL;
      ReaCounts sum;

      g_assert_no_error (error);
      g_assert_cmpuint (campaigns->len, ==, seen[i].n_campaigns);
      if (seen[i].n_campaigns == 0)
        continue;

      page = list_conversations (&call, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (page->conversations->len, ==, seen[i].n_conversations);

      counted = tally (&call, &error);
      g_assert_no_error (error);
      sum = rea_tally_sum (counted);
      g_assert_cmpint (rea_counts_total (&sum), ==, seen[i].n_conversations);
    }
}

/* Calls that are wrong beside everything else: what they name is not there, or
 * breaks its rules. Who may is said first, then the state, then that.
 */

static gpointer
reassign_to_unknown (const Call *call, GError **error)
{
  g_autoptr (ReaRequest) request = rea_request_new ();
  const char *to[] = { "nobody@example.org", NULL };

  rea_request_set_to_senders (request, to);

  return rea_session_reassign (call->session, call->world->campaign, request, NULL, -1, NULL,
                               error);
}

static gpointer
reassign_too_many (const Call *call, GError **error)
{
  g_autoptr (ReaRequest) request = rea_request_new ();
  const char *to[] = { "bo@example.org", NULL };

  rea_request_set_to_senders (request, to);
  request->number = 500;

  return rea_session_reassign (call->session, call->world->campaign, request, NULL, -1, NULL,
                               error);
}

static gpointer
undo_unknown (const Call *call, GError **error)
{
  return rea_session_undo (call->session, call->world->campaign, 999, NULL, error);
}

static gpointer
close_unknown (const Call *call, GError **error)
{
  return rea_session_close_conversation (call->session, call->world->campaign, 999, error);
}

static gpointer
send_to_unknown (const Call *call, GError **error)
{
  return rea_session_send (call->session, call->world->campaign, 999, "", 0, NULL, error);
}

static gpointer
send_nothing (const Call *call, GError **error)
{
  return rea_session_send (call->session, call->world->campaign, call->conversation, " ", 0, NULL,
                           error);
}

static gpointer
answer_unknown (const Call *call, GError **error)
{
  return rea_session_answer (call->session, call->world->campaign, call->conversation, "age", "9",
                             error);
}

static gpointer
answer_unlisted (const Call *call, GError **error)
{
  return rea_session_answer (call->session, call->world->campaign, call->conversation, "support",
                             "Maybe", error);
}

static gpointer
add_no_sender (const Call *call, GError **error)
{
  const char *emails[] = { "new@example.org", "no e-mail", NULL };

  return rea_session_add_senders (call->session, call->world->campaign, emails, error);
}

static gpointer
remove_unknown_sender (const Call *call, GError **error)
{
  return rea_session_remove_sender (call->session, call->world->campaign, "nobody@example.org",
                                    NULL, NULL, NULL, error);
}

static gpointer
add_user_twice (const Call *call, GError **error)
{
  return rea_session_add_user (call->session, "CY@example.org", "", "", REA_ROLE_SENDER, error);
}

static gpointer
set_unknown_user (const Call *call, GError **error)
{
  return rea_session_set_user (call->session, "nobody@example.org", "", "", NULL, error);
}

static gpointer
create_nameless (const Call *call, GError **error)
{
  g_autoptr (ReaCampaign) values = rea_campaign_new (" ");

  return rea_session_create_campaign (call->session, values, error);
}

static gboolean
break_zone (ReaCampaign *campaign, gpointer user_data, GError **error)
{
  g_free (campaign->time_zone);
  campaign->time_zone = g_strdup ("Mars/Olympus");

  return TRUE;
}

static gpointer
set_wrongly (const Call *call, GError **error)
{
  return rea_session_set_campaign (call->session, call->world->campaign, break_zone, NULL, error);
}

static gpointer
remove_unknown_campaign (const Call *call, GError **error)
{
  return rea_session_remove_campaign (call->session, 999, error);
}

static const struct
{
  const char *name;
  Verb        verb;
  const char *may;
  const char *states;
  ReaError    code;
} wrong_cases[] = {
  { "reassign to unknown", reassign_to_unknown, "yyynnn", "yyyyn", REA_ERROR_NOT_FOUND },
  { "reassign too many", reassign_too_many, "yyynnn", "yyyyn", REA_ERROR_TOO_FEW },
  { "undo unknown", undo_unknown, "yyynnn", "yyyyn", REA_ERROR_NOT_FOUND },
  { "close unknown", close_unknown, "yyyyyn", "yyyyn", REA_ERROR_NOT_FOUND },
  { "send to unknown", send_to_unknown, "yyyyyn", "nynnn", REA_ERROR_NOT_FOUND },
  { "send nothing", send_nothing, "yyyynn", "nynnn", REA_ERROR_INVALID },
  { "answer unknown", answer_unknown, "yyyynn", "yyyyy", REA_ERROR_NOT_FOUND },
  { "answer unlisted", answer_unlisted, "yyyynn", "yyyyy", REA_ERROR_INVALID },
  { "add no sender", add_no_sender, "yynnnn", "yyyyn", REA_ERROR_INVALID },
  { "remove unknown sender", remove_unknown_sender, "yynnnn", "yyyyn", REA_ERROR_NOT_FOUND },
  { "add user twice", add_user_twice, "yynnnn", "yyyyy", REA_ERROR_INVALID },
  { "set unknown user", set_unknown_user, "yynnnn", "yyyyy", REA_ERROR_NOT_FOUND },
  { "create nameless", create_nameless, "yynnnn", "yyyyy", REA_ERROR_INVALID },
  { "set wrongly", set_wrongly, "yynnnn", "yyyyy", REA_ERROR_INVALID },
  { "remove unknown campaign", remove_unknown_campaign, "yynnnn", "yyyyy", REA_ERROR_NOT_FOUND },
};

static void
test_order_of_refusals (gconstpointer data)
{
  ReaState state = GPOINTER_TO_INT (data);
  g_autoptr (World) world = world_new (state);

  for (guint i = 0; i < G_N_ELEMENTS (wrong_cases); i++)
    for (Actor actor = 0; actor < N_ACTORS; actor++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (ReaSession) session = scratch_open (&world->scratch, actors[actor]);
        Call call = { session, world, actor == SENDER_OWN ? world->anns : world->bos, actor };

        g_test_message ("%s by %s (%d) in %s", wrong_cases[i].name, actors[actor], actor,
                        rea_state_to_string (state));
        g_assert_null (wrong_cases[i].verb (&call, &error));

        if (wrong_cases[i].may[actor] == 'n')
          g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
        else if (wrong_cases[i].states[state] == 'n')
          g_assert_error (error, REA_ERROR, REA_ERROR_WRONG_STATE);
        else
          g_assert_error (error, REA_ERROR, (int) wrong_cases[i].code);
      }
}

/* Self-assign that is off is not permitted, whatever the state. */
static void
test_self_assign_off (void)
{
  for (ReaState state = 0; state < REA_N_STATES; state++)
    {
      g_autoptr (World) world = world_new (state);
      g_autoptr (ReaStore) store = stage_open (&world->scratch);
      g_autoptr (ReaCampaign) campaign = stage_get_campaign (store, world->campaign);
      g_autoptr (ReaSession) session = scratch_open (&world->scratch, "ann@example.org");
      g_autoptr (GError) error = NULL;

      campaign->self_assign = FALSE;
      stage_begin (store, REA_STORE_WRITE);
      g_assert_true (rea_store_update_campaign (store, campaign, &error));
      stage_commit (store);

      g_assert_null (rea_session_self_assign (session, world->campaign, &error));
      g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
    }
}

/* Moderators and admins ask for more where they are senders, as anybody does. */
static void
test_members_of_every_role (void)
{
  for (Actor actor = OWNER; actor <= MODERATOR; actor++)
    {
      g_autoptr (World) world = world_new (REA_STATE_ACTIVE);
      g_autoptr (ReaSession) owner = scratch_open (&world->scratch, actors[OWNER]);
      g_autoptr (ReaSession) session = scratch_open (&world->scratch, actors[actor]);
      const char *emails[] = { actors[actor], NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) added = NULL;
      g_autoptr (ReaResult) result = NULL;

      added = rea_session_add_senders (owner, world->campaign, emails, &error);
      g_assert_no_error (error);
      g_assert_true (rea_session_heartbeat (session, FALSE, &error));
      g_assert_no_error (error);
      result = rea_session_self_assign (session, world->campaign, &error);
      g_assert_no_error (error);
      g_assert_cmpint (result->plan->moved, ==, 1);
    }
}

/* A role that was taken away is gone at once, in a session that is open too. */
static void
test_role_taken_away (void)
{
  g_autoptr (World) world = world_new (REA_STATE_ACTIVE);
  g_autoptr (ReaSession) owner = scratch_open (&world->scratch, actors[OWNER]);
  g_autoptr (ReaSession) session = scratch_open (&world->scratch, actors[MODERATOR]);
  Call    call = { session, world, world->bos, MODERATOR };
  ReaRole role = REA_ROLE_SENDER;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaConversation) conversation = NULL;
  g_autoptr (ReaUser) user = NULL;

  conversation = get_conversation (&call, &error);
  g_assert_no_error (error);

  user = rea_session_set_user (owner, actors[MODERATOR], NULL, NULL, &role, &error);
  g_assert_no_error (error);

  g_assert_null (get_conversation (&call, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
}

/* Who may not write is told where the conversation is. */
static void
test_holder_is_named (void)
{
  g_autoptr (World) world = world_new (REA_STATE_ACTIVE);
  g_autoptr (ReaSession) session = scratch_open (&world->scratch, "ann@example.org");
  g_autoptr (GError) error = NULL;

  g_assert_null (rea_session_send (session, world->campaign, world->bos, "Hi", 0, NULL, &error));
  g_assert_error (error, REA_ERROR, REA_ERROR_NOT_PERMITTED);
  g_assert_cmpstr (error->message, ==, "This conversation is now with bo.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (ReaState state = 0; state < REA_N_STATES; state++)
    {
      g_autofree char *table =
          g_strconcat ("/session-roles/table/", rea_state_to_string (state), NULL);
      g_autofree char *order =
          g_strconcat ("/session-roles/order/", rea_state_to_string (state), NULL);

      g_test_add_data_func (table, GINT_TO_POINTER (state), test_table);
      g_test_add_data_func (order, GINT_TO_POINTER (state), test_order_of_refusals);
    }

  g_test_add_func ("/session-roles/refused-changes-nothing", test_refused_changes_nothing);
  g_test_add_func ("/session-roles/senders-see-their-own", test_senders_see_their_own);
  g_test_add_func ("/session-roles/self-assign-off", test_self_assign_off);
  g_test_add_func ("/session-roles/members-of-every-role", test_members_of_every_role);
  g_test_add_func ("/session-roles/role-taken-away", test_role_taken_away);
  g_test_add_func ("/session-roles/holder-is-named", test_holder_is_named);

  return g_test_run ();
}
