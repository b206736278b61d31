/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-file-actions.h"

G_BEGIN_DECLS

struct _ReaFileActions
{
  GObject parent_instance;

  GtkWindow  *window; /* not a reference: the window owns this */
  GActionMap *campaign_actions;
  ReaService *service;
  gint64      campaign;
  gboolean    is_ready;
  char       *pending;    /* to be imported as soon as it is known which campaign is shown */
  gboolean    may_create; /* there is no database yet, and it can be made */
  gboolean    waits;      /* an import was asked for before there was one */
};

void rea_file_actions_say (ReaFileActions *self, const char *text);
void rea_file_actions_refuse (ReaFileActions *self, const char *heading, const char *reason);
void rea_file_actions_add_exports (ReaFileActions *self);

G_END_DECLS
