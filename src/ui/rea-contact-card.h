/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-conversation.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is known of a contact beside name and number: the fields as they were imported,
 * and what time it is there, where that differs from here.
 */
#define REA_TYPE_CONTACT_CARD (rea_contact_card_get_type ())
G_DECLARE_FINAL_TYPE (ReaContactCard, rea_contact_card, REA, CONTACT_CARD, AdwBin)

void rea_contact_card_show (ReaContactCard *self, const ReaConversation *contact);

G_END_DECLS
