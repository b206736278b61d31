/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bench_messenger (GtkApplication *application, const char *database, const char *reassignctl);

G_END_DECLS
