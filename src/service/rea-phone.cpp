/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-phone.h"

#include <phonenumbers/phonenumberutil.h>

#include <set>
#include <string>

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

/* No more than these digits, country code included, make a number. */
#define MIN_DIGITS 7
#define MAX_DIGITS 15

/**
 * rea_phone_is_e164:
 * @text: what may be a phone number
 *
 * Returns: whether it is written as in +12025550123
 */
gboolean
rea_phone_is_e164 (const char *text)
{
  int n = 0;

  if (text[0] != '+')
    return FALSE;

  while (g_ascii_isdigit (text[1 + n]) && n <= MAX_DIGITS)
    n++;

  return text[1 + n] == '\0' && n >= MIN_DIGITS && n <= MAX_DIGITS;
}

/**
 * rea_phone_parse:
 * @text: a phone number as people write it
 * @country: the ISO 3166 code of where it is dialled
 *
 * Reads a number. It has to be possible where it belongs, area code and all, but
 * need not be in service. What is E.164 already is taken as it is, which is a
 * thousand times faster.
 *
 * Returns: (transfer full) (nullable): the number in E.164
 */
char *
rea_phone_parse (const char *text, const char *country)
{
  if (rea_phone_is_e164 (text))
    return g_strdup (text);

  const PhoneNumberUtil *util = PhoneNumberUtil::GetInstance ();
  PhoneNumber            number;
  std::string            formatted;

  if (util->Parse (text, country, &number) != PhoneNumberUtil::NO_PARSING_ERROR ||
      util->IsPossibleNumberWithReason (number) != PhoneNumberUtil::IS_POSSIBLE)
    return NULL;

  util->Format (number, PhoneNumberUtil::E164, &formatted);

  return rea_phone_is_e164 (formatted.c_str ()) ? g_strdup (formatted.c_str ()) : NULL;
}

/**
 * rea_phone_knows_country:
 * @country: what may be the ISO 3166 code of a country
 *
 * Returns: whether national numbers can be read there
 */
gboolean
rea_phone_knows_country (const char *country)
{
  std::set<std::string> regions;

  PhoneNumberUtil::GetInstance ()->GetSupportedRegions (&regions);

  return regions.count (country) > 0;
}
