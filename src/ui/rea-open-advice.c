/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-open-advice.h"

#include "rea-error.h"

#include <glib/gi18n-lib.h>

static const char *
get_advice (const GError *error)
{
  if (g_error_matches (error, REA_ERROR, REA_ERROR_CORRUPT))
    /* TRANSLATORS: behind the sentence that says why a database cannot be opened; so the four
     * that follow.
     */
    return _ ("The file was left as it is. Put a backup in its place, or start with another one.");
  if (g_error_matches (error, REA_ERROR, REA_ERROR_TOO_NEW))
    return _ ("The file was left as it is. Update Reassign on this computer to open it.");
  if (g_error_matches (error, REA_ERROR, REA_ERROR_BUSY))
    return _ ("If that goes on, look which program holds the file, and close it.");
  if (g_error_matches (error, REA_ERROR, REA_ERROR_IO))
    return _ ("See that you may read and write the file and its folder, and that the disk is not "
              "full.");
  if (g_error_matches (error, REA_ERROR, REA_ERROR_NOT_FOUND))
    return _ ("Ask an admin to add you, or start with the e-mail of somebody who is there.");

  return NULL;
}

/**
 * rea_open_advice:
 * @error: why a database cannot be opened
 *
 * Returns: (transfer full): why, and what can be done about it
 */
char *
rea_open_advice (const GError *error)
{
  const char *advice = get_advice (error);

  return advice != NULL ? g_strconcat (error->message, "\n", advice, NULL)
                        : g_strdup (error->message);
}
