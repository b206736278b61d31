/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-thread.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Above the messages of a conversation: what has to be known before one writes, and what
 * can be done about it. It does not show where there is nothing to be said.
 *
 * Properties: thread (ReaThread, nullable); has-draft (boolean): whether something is
 * written that could be copied. ReaThreadNotice::copy-draft is emitted when that is wanted
 * of a conversation that has moved away.
 */
#define REA_TYPE_THREAD_NOTICE (rea_thread_notice_get_type ())
G_DECLARE_FINAL_TYPE (ReaThreadNotice, rea_thread_notice, REA, THREAD_NOTICE, AdwBin)

G_END_DECLS
