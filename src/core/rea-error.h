/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ReaError:
 * @REA_ERROR_USAGE: the call's own words are wrong
 * @REA_ERROR_NOT_FOUND: something that was named does not exist
 * @REA_ERROR_AMBIGUOUS: a name fits several things; use an id
 * @REA_ERROR_INVALID: a value or a file breaks its rules; mend it
 * @REA_ERROR_TOO_FEW: fewer match than were asked for; ask for fewer
 * @REA_ERROR_NOBODY: there is nobody to give to
 * @REA_ERROR_CHANGED: the plan differs from the one that was shown; look again
 * @REA_ERROR_NOT_PERMITTED: this user may not do this
 * @REA_ERROR_WRONG_STATE: not in this state of the campaign or conversation
 * @REA_ERROR_BUSY: another process holds the database; try again
 * @REA_ERROR_CORRUPT: the file is damaged, or none of ours
 * @REA_ERROR_TOO_NEW: made by a newer Reassign; update
 * @REA_ERROR_IO: a file cannot be read or written, or the disk is full
 *
 * What the caller can do about a failure.
 */
typedef enum
{
  REA_ERROR_USAGE,
  REA_ERROR_NOT_FOUND,
  REA_ERROR_AMBIGUOUS,
  REA_ERROR_INVALID,
  REA_ERROR_TOO_FEW,
  REA_ERROR_NOBODY,
  REA_ERROR_CHANGED,
  REA_ERROR_NOT_PERMITTED,
  REA_ERROR_WRONG_STATE,
  REA_ERROR_BUSY,
  REA_ERROR_CORRUPT,
  REA_ERROR_TOO_NEW,
  REA_ERROR_IO,
} ReaError;

#define REA_ERROR (rea_error_quark ())
GQuark      rea_error_quark (void);
const char *rea_error_code_name (const GError *error);

G_END_DECLS
