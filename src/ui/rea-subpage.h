/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A page of the window with Back: a header bar of its own with ReaSubpage:title and
 * ReaSubpage:subtitle, ReaSubpage:content below it, and toasts over that. ReaPages
 * shows it.
 */
#define REA_TYPE_SUBPAGE (rea_subpage_get_type ())
G_DECLARE_DERIVABLE_TYPE (ReaSubpage, rea_subpage, REA, SUBPAGE, AdwBin)

struct _ReaSubpageClass
{
  AdwBinClass parent_class;
};

AdwToastOverlay *rea_subpage_get_toasts (ReaSubpage *self);

G_END_DECLS
