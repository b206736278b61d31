/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A row that is known: which conversation stands where. */
typedef struct
{
  guint  position;
  gint64 id;
} ReaPlace;

/**
 * ReaSplice:
 * @position: where, once the splices before it are done
 * @removed: how many rows go there
 * @added: how many come
 *
 * A change of a list, as #GListModel::items-changed tells it.
 */
typedef struct
{
  guint position;
  guint removed;
  guint added;
} ReaSplice;

GArray *rea_splices_find (GArray *before, guint n_before, GArray *now, guint n_now)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
