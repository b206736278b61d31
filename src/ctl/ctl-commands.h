/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl-call.h"

G_BEGIN_DECLS

typedef gboolean (*CtlCommandFunc) (CtlCall *call, GError **error);

/**
 * CtlCommand:
 * @name: one word or two: "campaign list"
 * @arguments: (nullable): what stands behind it, what may be left out in brackets
 * @summary: a line for people, not yet translated
 * @options: its own, as bits; those of every command aside
 * @needed: those that must be given
 * @changes: whether it changes something, so that a failure behind it must say
 *   that it was done
 * @func: does it
 */
typedef struct
{
  const char    *name;
  const char    *arguments;
  const char    *summary;
  guint64        options;
  guint64        needed;
  gboolean       changes;
  CtlCommandFunc func;
} CtlCommand;

const CtlCommand *ctl_commands_find (GPtrArray *words, guint *n_words, GError **error);
gboolean          ctl_command_check (const CtlCommand *self,
                                     const CtlOptions *options,
                                     guint             n_arguments,
                                     GError          **error);

void              ctl_help_print_all (GString *out);
void              ctl_help_print_command (const CtlCommand *command, GString *out);
gboolean          ctl_help_print_group (const char *group, GString *out);
const CtlCommand *ctl_commands_get (guint place);

/* Answers that several commands give. */
gboolean
     ctl_call_answer_new_campaign (CtlCall *call, ReaSession *session, const ReaCampaign *campaign);
void ctl_call_answer_result (CtlCall *call, const ReaResult *result);

/* The commands, in the files of their subjects. */
gboolean ctl_init (CtlCall *call, GError **error);
gboolean ctl_demo (CtlCall *call, GError **error);
gboolean ctl_simulate (CtlCall *call, GError **error);
gboolean ctl_campaign_list (CtlCall *call, GError **error);
gboolean ctl_campaign_show (CtlCall *call, GError **error);
gboolean ctl_campaign_create (CtlCall *call, GError **error);
gboolean ctl_campaign_set (CtlCall *call, GError **error);
gboolean ctl_campaign_import (CtlCall *call, GError **error);
gboolean ctl_campaign_export (CtlCall *call, GError **error);
gboolean ctl_campaign_remove (CtlCall *call, GError **error);
gboolean ctl_contacts_import (CtlCall *call, GError **error);
gboolean ctl_contacts_export (CtlCall *call, GError **error);
gboolean ctl_sender_add (CtlCall *call, GError **error);
gboolean ctl_sender_import (CtlCall *call, GError **error);
gboolean ctl_sender_remove (CtlCall *call, GError **error);
gboolean ctl_user_add (CtlCall *call, GError **error);
gboolean ctl_user_set (CtlCall *call, GError **error);
gboolean ctl_user_list (CtlCall *call, GError **error);
gboolean ctl_overview (CtlCall *call, GError **error);
gboolean ctl_senders (CtlCall *call, GError **error);
gboolean ctl_conversations (CtlCall *call, GError **error);
gboolean ctl_reassign (CtlCall *call, GError **error);
gboolean ctl_sweep (CtlCall *call, GError **error);
gboolean ctl_history (CtlCall *call, GError **error);
gboolean ctl_trail (CtlCall *call, GError **error);
gboolean ctl_undo (CtlCall *call, GError **error);
gboolean ctl_self_assign (CtlCall *call, GError **error);
gboolean ctl_heartbeat (CtlCall *call, GError **error);
gboolean ctl_message (CtlCall *call, GError **error);
gboolean ctl_messages (CtlCall *call, GError **error);
gboolean ctl_answer (CtlCall *call, GError **error);
gboolean ctl_close (CtlCall *call, GError **error);
gboolean ctl_reopen (CtlCall *call, GError **error);
gboolean ctl_opt_out (CtlCall *call, GError **error);
gboolean ctl_gateway_set (CtlCall *call, GError **error);
gboolean ctl_gateway_run (CtlCall *call, GError **error);
gboolean ctl_gateway_status (CtlCall *call, GError **error);
gboolean ctl_check (CtlCall *call, GError **error);
gboolean ctl_backup (CtlCall *call, GError **error);

G_END_DECLS
