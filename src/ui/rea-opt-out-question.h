/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-thread.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Told why it could not be recorded. */
typedef void (*ReaOptOutRefused) (GtkWidget *opener, ReaThread *thread, const char *reason);

void rea_opt_out_question_ask (GtkWidget *opener, ReaThread *thread, ReaOptOutRefused refused);

G_END_DECLS
