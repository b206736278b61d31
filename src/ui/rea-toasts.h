/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void rea_toasts_show (AdwToastOverlay *home,
                      const char      *text,
                      gboolean         stays,
                      const char      *button,
                      const char      *action,
                      GVariant        *target);

G_END_DECLS
