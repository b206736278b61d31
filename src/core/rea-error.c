/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-error.h"

G_DEFINE_QUARK (rea - error - quark, rea_error)

static const char *const code_names[] = {
  [REA_ERROR_USAGE] = "usage",
  [REA_ERROR_NOT_FOUND] = "not-found",
  [REA_ERROR_AMBIGUOUS] = "ambiguous",
  [REA_ERROR_INVALID] = "invalid",
  [REA_ERROR_TOO_FEW] = "too-few",
  [REA_ERROR_NOBODY] = "nobody",
  [REA_ERROR_CHANGED] = "changed",
  [REA_ERROR_NOT_PERMITTED] = "not-permitted",
  [REA_ERROR_WRONG_STATE] = "wrong-state",
  [REA_ERROR_BUSY] = "busy",
  [REA_ERROR_CORRUPT] = "corrupt",
  [REA_ERROR_TOO_NEW] = "too-new",
  [REA_ERROR_IO] = "io",
};

/**
 * rea_error_code_name:
 * @error: any error
 *
 * The code as the command line says it. What is not of %REA_ERROR came from
 * reading or writing files, and is "io".
 *
 * Returns: its name
 */
const char *
rea_error_code_name (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != REA_ERROR)
    return code_names[REA_ERROR_IO];

  g_return_val_if_fail (error->code >= 0 && error->code < (int) G_N_ELEMENTS (code_names), NULL);

  return code_names[error->code];
}
