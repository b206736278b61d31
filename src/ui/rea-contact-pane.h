/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-thread.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The right side of the Messenger: what is known of the contact, the survey, opting out;
 * and, for who sees all conversations, who holds this one.
 *
 * Properties: thread (ReaThread, nullable); admin (boolean): whether it is for who sees
 * all of them.
 */
#define REA_TYPE_CONTACT_PANE (rea_contact_pane_get_type ())
G_DECLARE_FINAL_TYPE (ReaContactPane, rea_contact_pane, REA, CONTACT_PANE, AdwBin)

void rea_contact_pane_ask_opt_out (ReaContactPane *self);

G_END_DECLS
