/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ReaContactField:
 * @name: as it was written in the file
 * @value: so, too; never empty
 *
 * Something that is known of a contact beside name and number.
 */
typedef struct
{
  char *name;
  char *value;
} ReaContactField;

GPtrArray *rea_contact_fields_list (const char *json) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
