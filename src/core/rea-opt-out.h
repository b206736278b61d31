/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ReaOptOut:
 * @REA_OPT_OUT_NO: asks nothing of that kind
 * @REA_OPT_OUT_MAYBE: has one of the words among others; a person has to look
 * @REA_OPT_OUT_YES: is one of the words and nothing else
 *
 * Whether a contact's message asks to be texted no more.
 */
typedef enum
{
  REA_OPT_OUT_NO,
  REA_OPT_OUT_MAYBE,
  REA_OPT_OUT_YES,
} ReaOptOut;

ReaOptOut rea_opt_out_judge (const char *text);

G_END_DECLS
