/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-contacts-check.h"
#include "rea-progress-pane.h"
#include "rea-service.h"

G_BEGIN_DECLS

/**
 * ReaImported:
 * @campaign: where they are
 * @n: how many there are of them
 * @n_rejected: how many rows were rejected
 *
 * What an import did.
 */
typedef struct
{
  gint64 campaign;
  gint64 n;
  gint64 n_rejected;
} ReaImported;

void             rea_import_look_async (const char         *path,
                                        const char         *encoding,
                                        char                separator,
                                        ReaHeader           header,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
ReaContactsFile *rea_import_look_finish (GAsyncResult *result, GError **error);
void             rea_import_check_async (ReaService            *service,
                                         gint64                 campaign,
                                         const ReaContactsFile *file,
                                         const char            *faulty_path,
                                         ReaProgressShare      *share,
                                         GCancellable          *cancellable,
                                         GAsyncReadyCallback    callback,
                                         gpointer               user_data);
void             rea_import_run_async (ReaService            *service,
                                       gint64                 campaign,
                                       const char            *title,
                                       const ReaContactsFile *file,
                                       gint64                 n_rows,
                                       ReaProgressShare      *share,
                                       GCancellable          *cancellable,
                                       GAsyncReadyCallback    callback,
                                       gpointer               user_data);

G_END_DECLS
