/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The answers to a question, an entry each. Return goes to the next, and behind the last
 * makes one; Alt+Up and Alt+Down move one. ReaAnswerList::changed tells of all of it.
 */
#define REA_TYPE_ANSWER_LIST (rea_answer_list_get_type ())
G_DECLARE_FINAL_TYPE (ReaAnswerList, rea_answer_list, REA, ANSWER_LIST, AdwBin)

void   rea_answer_list_set_answers (ReaAnswerList *self, const char *const *answers);
char **rea_answer_list_dup_answers (ReaAnswerList *self) G_GNUC_WARN_UNUSED_RESULT;
void   rea_answer_list_add (ReaAnswerList *self);
void   rea_answer_list_set_fault (ReaAnswerList *self, int answer, const char *problem);
void   rea_answer_list_focus (ReaAnswerList *self, guint answer);

G_END_DECLS
