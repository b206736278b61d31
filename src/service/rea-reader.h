/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-service.h"

G_BEGIN_DECLS

/* Takes over on the main thread what a reading brought. */
typedef void (*ReaReaderApply) (gpointer owner, gpointer reading);

/**
 * ReaReader:
 *
 * Keeps a model of a campaign up to date: reads after each change and by
 * presence, never twice at once; asked for while it reads, it reads once more. A
 * reading that failed is made up for when the service's trouble is over.
 *
 * Its owner has the properties loaded (boolean) and error (nullable string),
 * which the reader notifies.
 */
#define REA_TYPE_READER (rea_reader_get_type ())
G_DECLARE_FINAL_TYPE (ReaReader, rea_reader, REA, READER, GObject)

ReaReader  *rea_reader_new (ReaService    *service,
                            gint64         campaign,
                            ReaCall        call,
                            GDestroyNotify reading_free,
                            ReaReaderApply apply,
                            gpointer       owner) G_GNUC_WARN_UNUSED_RESULT;
void        rea_reader_leave (ReaReader *self);
void        rea_reader_refresh (ReaReader *self);
gint64      rea_reader_get_campaign (ReaReader *self);
gboolean    rea_reader_get_loaded (ReaReader *self);
const char *rea_reader_get_error (ReaReader *self);

G_END_DECLS
