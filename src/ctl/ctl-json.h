/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes JSON as the contract shows it: on one line, the members in the order in
 * which they are added, a share with exactly four decimals, what the store keeps
 * as JSON already (a contact's fields) as it is. JSON-GLib's generator can give
 * neither of the last two.
 */
typedef struct _CtlJson CtlJson;

CtlJson    *ctl_json_new (void) G_GNUC_WARN_UNUSED_RESULT;
void        ctl_json_free (CtlJson *self);
const char *ctl_json_get_text (const CtlJson *self);

/* @name is the member's in an object, %NULL in a list or for the whole. */
void ctl_json_begin_object (CtlJson *self, const char *name);
void ctl_json_end_object (CtlJson *self);
void ctl_json_begin_list (CtlJson *self, const char *name);
void ctl_json_end_list (CtlJson *self);
void ctl_json_add_string (CtlJson *self, const char *name, const char *value);
void ctl_json_add_number (CtlJson *self, const char *name, gint64 value);
void ctl_json_add_share (CtlJson *self, const char *name, double value);
void ctl_json_add_boolean (CtlJson *self, const char *name, gboolean value);
void ctl_json_add_null (CtlJson *self, const char *name);
void ctl_json_add_raw (CtlJson *self, const char *name, const char *json);
void ctl_json_add_time (CtlJson *self, const char *name, gint64 value);
void ctl_json_add_id (CtlJson *self, const char *name, gint64 value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtlJson, ctl_json_free)

G_END_DECLS
