/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-move.h"

static void
test_kinds (void)
{
  /* The words of command-line.md, "history". */
  g_assert_cmpstr (rea_move_kind_to_string (REA_MOVE_REASSIGN), ==, "reassign");
  g_assert_cmpstr (rea_move_kind_to_string (REA_MOVE_UNDO), ==, "undo");
  g_assert_cmpstr (rea_move_kind_to_string (REA_MOVE_SELF_ASSIGN), ==, "self-assign");
  g_assert_cmpstr (rea_move_kind_to_string (REA_MOVE_REMOVE), ==, "remove");
}

static void
test_new (void)
{
  g_autoptr (ReaMove) move = rea_move_new (REA_MOVE_UNDO);

  g_assert_cmpint (move->kind, ==, REA_MOVE_UNDO);
  g_assert_cmpint (move->id, ==, 0);
  g_assert_cmpint (move->undoes, ==, 0);
  g_assert_null (move->request);
}

/* Whatever is filled in is freed: the sanitizers look at this. */
static void
test_free (void)
{
  ReaMove       *move = rea_move_new (REA_MOVE_REMOVE);
  ReaTrailEntry *entry = g_new0 (ReaTrailEntry, 1);

  move->by_email = g_strdup ("ann@x");
  move->by_first_name = g_strdup ("Ann");
  move->removed = g_strdup ("bo@x");
  move->request = rea_request_new ();
  rea_move_free (move);

  entry->sender = g_strdup ("ann@x");
  entry->by = g_strdup ("bo@x");
  rea_trail_entry_free (entry);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/move/kinds", test_kinds);
  g_test_add_func ("/move/new", test_new);
  g_test_add_func ("/move/free", test_free);

  return g_test_run ();
}
