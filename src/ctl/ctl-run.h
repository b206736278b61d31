/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-session.h"

#include <stdio.h>

G_BEGIN_DECLS

#define CTL_EXIT_DONE    0
#define CTL_EXIT_REFUSED 1
#define CTL_EXIT_USAGE   2

int ctl_run (int           argc,
             char        **argv,
             FILE         *out,
             FILE         *err,
             ReaClockFunc  clock,
             GCancellable *cancellable);

G_END_DECLS
