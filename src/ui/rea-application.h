/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One process holds all windows: one for each database and user. A second start
 * hands over what it was asked for and brings its window forward.
 */
#define REA_TYPE_APPLICATION (rea_application_get_type ())
G_DECLARE_FINAL_TYPE (ReaApplication, rea_application, REA, APPLICATION, AdwApplication)

ReaApplication *rea_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
