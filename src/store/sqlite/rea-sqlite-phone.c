/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-sqlite-phone.h"

#define MAX_DIGITS 15

/**
 * rea_sqlite_phone_to_number:
 * @phone: a phone number in E.164
 *
 * Returns: its digits behind a leading 1, as the store keeps it; 0, which no
 *   phone is kept as, for what is no such number
 */
gint64
rea_sqlite_phone_to_number (const char *phone)
{
  gint64 number = 1;
  int    digits = 0;

  if (phone[0] != '+')
    return 0;

  for (const char *p = phone + 1; *p != '\0'; p++)
    {
      if (!g_ascii_isdigit (*p) || ++digits > MAX_DIGITS)
        return 0;

      number = number * 10 + (*p - '0');
    }

  return digits > 0 ? number : 0;
}

/**
 * rea_sqlite_phone_from_number:
 * @number: a phone number as the store keeps it
 *
 * Returns: (transfer full): the same in E.164
 */
char *
rea_sqlite_phone_from_number (gint64 number)
{
  char *phone = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  phone[0] = '+';

  return phone;
}
