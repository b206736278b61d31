/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says under a header bar what is wrong with the database, for as long as
 * ReaTroubleBar:trouble is not NULL.
 */
#define REA_TYPE_TROUBLE_BAR (rea_trouble_bar_get_type ())
G_DECLARE_FINAL_TYPE (ReaTroubleBar, rea_trouble_bar, REA, TROUBLE_BAR, AdwBin)

G_END_DECLS
