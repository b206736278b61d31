/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ReaAddress:
 * @email: what stands there, whether it is an e-mail address or not
 * @first_name: (nullable): the name that stood beside it, if any
 * @last_name: (nullable): so too
 * @is_valid: whether it is one
 *
 * An e-mail address in what somebody pasted.
 */
typedef struct
{
  char    *email;
  char    *first_name;
  char    *last_name;
  gboolean is_valid;
} ReaAddress;

GPtrArray *rea_addresses_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
