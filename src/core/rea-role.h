/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-types.h"

G_BEGIN_DECLS

/**
 * ReaVerb:
 *
 * What somebody may or may not do: the lines of the table of roles, split where
 * the table of campaign states tells them apart.
 */
typedef enum
{
  REA_VERB_SEE,               /* campaigns, overview, senders, history */
  REA_VERB_SEE_CONVERSATIONS, /* list, messages, trail, export */
  REA_VERB_MOVE,              /* reassign, undo, sweep, remind */
  REA_VERB_SEND,
  REA_VERB_RECORD, /* a contact's message, an opt-out, a survey answer */
  REA_VERB_CLOSE,  /* and reopen */
  REA_VERB_SELF_ASSIGN,
  REA_VERB_HEARTBEAT,
  REA_VERB_MANAGE_CAMPAIGN, /* create, set, import, remove, demo, simulate */
  REA_VERB_IMPORT_CONTACTS,
  REA_VERB_MANAGE_SENDERS, /* add and remove */
  REA_VERB_MANAGE_USERS,
  REA_VERB_MAINTAIN, /* backup, repair, the gateway */
} ReaVerb;

#define REA_N_VERBS 13

/**
 * ReaReach:
 * @REA_REACH_NONE: may not
 * @REA_REACH_OWN: in campaigns they are a sender of; own conversations only
 * @REA_REACH_MEMBER: in campaigns they are a sender of
 * @REA_REACH_ALL: everywhere
 */
typedef enum
{
  REA_REACH_NONE,
  REA_REACH_OWN,
  REA_REACH_MEMBER,
  REA_REACH_ALL,
} ReaReach;

ReaReach rea_role_get_reach (ReaRole role, ReaVerb verb);
gboolean rea_state_allows (ReaState state, ReaVerb verb);

gboolean rea_role_check (ReaRole role, ReaVerb verb, GError **error);
gboolean rea_state_check (ReaState state, ReaVerb verb, GError **error);

G_END_DECLS
