/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl-options.h"

#include "rea-request.h"

G_BEGIN_DECLS

/* The request's words, in and out. */
ReaFilter  *ctl_filter_parse (const CtlOptions *options, GError **error) G_GNUC_WARN_UNUSED_RESULT;
ReaRequest *ctl_request_parse (const CtlOptions *options, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    ctl_to_parse (const char *text, ReaRequest *request, GError **error);
gboolean    ctl_emails_check (const char *const *emails, GError **error);

char       *ctl_holder_to_string (const ReaFilter *filter) G_GNUC_WARN_UNUSED_RESULT;
const char *ctl_to_to_string (ReaTo to);

G_END_DECLS
