/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-conversation.h"
#include "rea-sender.h"

G_BEGIN_DECLS

/* What the variables of a text stand for. */
typedef struct _ReaVariables ReaVariables;

ReaVariables *rea_variables_new (const ReaConversation *contact,
                                 const ReaUser         *sender) G_GNUC_WARN_UNUSED_RESULT;
void          rea_variables_free (ReaVariables *self);
void          rea_variables_add (ReaVariables *self, const char *name, const char *value);

gboolean rea_template_check (const char *text, const ReaVariables *variables, GError **error);
char    *rea_template_fill (const char         *text,
                            const ReaVariables *variables,
                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
char    *rea_template_fill_as_written (const char         *text,
                                       const ReaVariables *variables) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaVariables, rea_variables_free)

G_END_DECLS
