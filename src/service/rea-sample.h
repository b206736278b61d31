/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-session.h"

G_BEGIN_DECLS

/**
 * ReaSample:
 * @fields: (element-type utf8): the fields that contacts of the campaign have
 * @contact: (nullable): the contact's name, or phone where that has none; %NULL
 *   while the campaign has no contacts
 * @sender: (nullable): the name of who would write
 * @text: (nullable): the message as it would be sent
 * @problem: (nullable): why it could not be
 * @n_segments: how many segments @text has
 *
 * A message as one contact would get it.
 */
typedef struct
{
  GPtrArray *fields;
  char      *contact;
  char      *sender;
  char      *text;
  char      *problem;
  guint      n_segments;
} ReaSample;

ReaSample *rea_session_sample_message (ReaSession   *self,
                                       gint64        campaign,
                                       const char   *text,
                                       guint64       nth,
                                       GCancellable *cancellable,
                                       GError      **error);
void       rea_sample_free (ReaSample *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaSample, rea_sample_free)

G_END_DECLS
