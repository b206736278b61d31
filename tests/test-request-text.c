/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-request-text.h"

typedef struct
{
  ReaMoveKind   kind;
  ReaHolderKind holder;
  const char   *from[3];
  ReaStatus     status;
  gint64        number;
  ReaTo         to;
  const char   *receivers[3];
  gint64        n_named;
  const char   *title;
  const char   *what;
} Case;

static const Case cases[] = {
  { REA_MOVE_REASSIGN,
    REA_HOLDER_ANY,
    { NULL },
    REA_STATUS_NEEDS_REPLY,
    1200,
    REA_TO_SENDERS,
    { "a@x", "b@x" },
    0,
    "Needs Reply to 2 senders",
    "Bulk Reassign Some: 1,200 of Needs Reply, divided evenly" },
  { REA_MOVE_REASSIGN,
    REA_HOLDER_ANY,
    { NULL },
    REA_STATUS_ANY,
    REA_NUMBER_ALL,
    REA_TO_UNASSIGNED,
    { NULL },
    0,
    "Any Status to Unassigned",
    "Bulk Unassign All: all of Any Status" },
  { REA_MOVE_REASSIGN,
    REA_HOLDER_SENDERS,
    { "a@x" },
    REA_STATUS_NOT_STARTED,
    REA_NUMBER_ALL,
    REA_TO_OTHERS,
    { NULL },
    0,
    "Not Started to all other senders",
    "a@x: Reassign All: all of Not Started, divided evenly" },
  { REA_MOVE_REASSIGN,
    REA_HOLDER_NOBODY,
    { NULL },
    REA_STATUS_ANY,
    5,
    REA_TO_SENDERS,
    { "b@x" },
    0,
    "Unassigned to b@x",
    "Unassigned: Reassign Some: 5 of Any Status" },
  { REA_MOVE_REASSIGN,
    REA_HOLDER_ANY,
    { NULL },
    REA_STATUS_ANY,
    REA_NUMBER_ALL,
    REA_TO_SENDERS,
    { "b@x" },
    3,
    "Chosen conversations to b@x",
    "Reassign: 3 chosen conversations" },
  { REA_MOVE_REMOVE,
    REA_HOLDER_SENDERS,
    { "a@x" },
    REA_STATUS_ANY,
    REA_NUMBER_ALL,
    REA_TO_ONLINE,
    { NULL },
    0,
    "Any Status to everyone online",
    "Vera Lind removed: all of Any Status, divided evenly" },
  { REA_MOVE_SELF_ASSIGN,
    REA_HOLDER_NOBODY,
    { NULL },
    REA_STATUS_ANY,
    300,
    REA_TO_SENDERS,
    { "a@x" },
    0,
    "Unassigned to Mo Alba",
    "Self-Assign: 300 of Any Status" },
};

static ReaMove *
make_move (const Case *example)
{
  ReaMove *move = rea_move_new (example->kind);

  move->by_name = g_strdup ("Mo Alba");
  move->removed_name = g_strdup ("Vera Lind");
  move->n_named = example->n_named;
  move->request = rea_request_new ();
  if (example->from[0] != NULL)
    rea_filter_set_senders (move->request->filter, (const char *const *) example->from);
  move->request->filter->holder = example->holder;
  move->request->filter->status = example->status;
  if (example->receivers[0] != NULL)
    rea_request_set_to_senders (move->request, (const char *const *) example->receivers);
  move->request->to = example->to;
  move->request->number = example->number;

  return move;
}

static void
test_requests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ReaMove) move = make_move (&cases[i]);
      g_autofree char *title = rea_request_text_title (move, NULL, 0);
      g_autofree char *what = rea_request_text_what (move, NULL, 0);

      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_cmpstr (what, ==, cases[i].what);
    }
}

/* Whatever narrowed the list is told. */
static void
test_filters (void)
{
  g_autoptr (ReaMove) move = make_move (&cases[1]);
  g_autofree char *what = NULL;

  rea_filter_set_search (move->request->filter, "ann 202");
  move->request->filter->waiting_minutes = 30;
  move->request->filter->unmoved_minutes = 1;
  move->request->filter->flag = REA_FLAG_MARKED;
  what = rea_request_text_what (move, NULL, 0);

  g_assert_cmpstr (what, ==,
                   "Listed conversations: Unassign All: all of Any Status, contacts that fit “ann "
                   "202”, waiting for 30 minutes or longer, not moved within 1 minute, contacts "
                   "who seem to opt out");
}

static void
test_undos (void)
{
  g_autoptr (ReaMove) move = rea_move_new (REA_MOVE_UNDO);
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  g_autofree char *way = NULL;

  move->undoes = 4;
  move->undoes_at = 1700000000;
  move->undoes_kind = REA_MOVE_REASSIGN;
  undo = rea_request_text_title (move, NULL, 1700000000);
  g_assert_cmpstr (undo, ==, "Undo of the move at 22:13");

  move->undoes_kind = REA_MOVE_UNDO;
  redo = rea_request_text_what (move, NULL, 1700000000);
  way = rea_request_text_way (move, NULL);
  g_assert_cmpstr (redo, ==, "Redo of what was undone at 22:13");
  g_assert_cmpstr (way, ==, "Redo");
}

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/request-text/requests", test_requests);
  g_test_add_func ("/request-text/filters", test_filters);
  g_test_add_func ("/request-text/undos", test_undos);

  return g_test_run ();
}
