/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ReaPlace:
 * @code: the IANA name of a time zone, or the ISO 3166 code of a country
 * @country: what the country is called in English; of a zone without one ""
 * @detail: (nullable): of a zone: which part of the country it is
 *
 * A time zone or a country, as the system's table of time zones has them.
 */
typedef struct
{
  char *code;
  char *country;
  char *detail;
} ReaPlace;

GPtrArray *rea_places_list_countries (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *rea_places_list_zones (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
