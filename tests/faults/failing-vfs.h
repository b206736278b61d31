/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SQLite's way to the disk, with calls that fail when they are told to: write,
 * truncate, sync, and growing the shared index.
 */

/**
 * FailingKind:
 * @FAILING_FULL: from the call on there is no room any more
 * @FAILING_BROKEN: from the call on nothing can be written any more
 * @FAILING_ONCE: only that call fails
 */
typedef enum
{
  FAILING_FULL,
  FAILING_BROKEN,
  FAILING_ONCE,
} FailingKind;

void failing_vfs_install (void);
void failing_vfs_fail_at (int call, FailingKind kind);
int  failing_vfs_stop (void);

G_END_DECLS
