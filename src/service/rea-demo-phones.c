/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-demo-phones.h"

/* Nobody must ever be texted because of a demo. 555-0100 to 555-0199 are kept
 * free for fiction in every area code: so many contacts get a number like that,
 * of a city. There are not enough of these for a large demo, so the rest get
 * numbers in area codes whose middle digit is 9. They look like any other, but
 * the North American plan holds such codes back for the day it gets longer
 * numbers: none is in service.
 */

static const char *const areas[] = {
  "201 Jersey City",    "202 Washington",     "203 Bridgeport",     "205 Birmingham",
  "206 Seattle",        "207 Portland",       "208 Boise",          "209 Stockton",
  "210 San Antonio",    "212 New York",       "213 Los Angeles",    "214 Dallas",
  "215 Philadelphia",   "216 Cleveland",      "217 Springfield",    "218 Duluth",
  "219 Gary",           "224 Evanston",       "225 Baton Rouge",    "228 Biloxi",
  "229 Albany",         "231 Muskegon",       "234 Akron",          "239 Cape Coral",
  "240 Germantown",     "248 Troy",           "251 Mobile",         "252 Greenville",
  "253 Tacoma",         "254 Killeen",        "256 Huntsville",     "260 Fort Wayne",
  "262 Kenosha",        "267 Philadelphia",   "269 Kalamazoo",      "270 Bowling Green",
  "276 Martinsville",   "281 Houston",        "301 Silver Spring",  "302 Wilmington",
  "303 Denver",         "304 Charleston",     "305 Miami",          "307 Cheyenne",
  "308 Grand Island",   "309 Peoria",         "310 Compton",        "312 Chicago",
  "313 Detroit",        "314 St. Louis",      "315 Syracuse",       "316 Wichita",
  "317 Indianapolis",   "318 Shreveport",     "319 Cedar Rapids",   "320 St. Cloud",
  "321 Melbourne",      "323 Los Angeles",    "325 Abilene",        "330 Canton",
  "334 Montgomery",     "336 Greensboro",     "337 Lafayette",      "339 Waltham",
  "347 Brooklyn",       "351 Lowell",         "352 Gainesville",    "360 Olympia",
  "361 Corpus Christi", "385 Provo",          "386 Daytona Beach",  "401 Providence",
  "402 Omaha",          "404 Atlanta",        "405 Oklahoma City",  "406 Billings",
  "407 Orlando",        "408 San José",       "409 Beaumont",       "410 Baltimore",
  "412 Pittsburgh",     "413 Springfield",    "414 Milwaukee",      "415 San Francisco",
  "417 Joplin",         "419 Toledo",         "423 Chattanooga",    "425 Bellevue",
  "432 Midland",        "434 Lynchburg",      "435 St. George",     "440 Parma",
  "443 Baltimore",      "469 Dallas",         "470 Atlanta",        "478 Macon",
  "479 Fort Smith",     "480 Mesa",           "484 Allentown",      "501 Little Rock",
  "502 Louisville",     "503 Portland",       "504 New Orleans",    "505 Albuquerque",
  "507 Rochester",      "508 Worcester",      "509 Spokane",        "510 Oakland",
  "512 Austin",         "513 Cincinnati",     "515 Des Moines",     "516 Hempstead",
  "517 Lansing",        "518 Albany",         "520 Tucson",         "530 Redding",
  "540 Roanoke",        "541 Eugene",         "559 Fresno",         "561 West Palm Beach",
  "562 Long Beach",     "563 Davenport",      "570 Scranton",       "571 Arlington",
  "573 Columbia",       "574 South Bend",     "575 Las Cruces",     "580 Lawton",
  "585 Rochester",      "586 Warren",         "601 Jackson",        "602 Phoenix",
  "603 Manchester",     "605 Sioux Falls",    "606 Ashland",        "607 Binghamton",
  "608 Madison",        "609 Trenton",        "610 Reading",        "612 Minneapolis",
  "614 Columbus",       "615 Nashville",      "616 Grand Rapids",   "617 Boston",
  "618 Belleville",     "619 San Diego",      "620 Dodge City",     "623 Glendale",
  "626 Pasadena",       "630 Naperville",     "631 Brentwood",      "636 O'Fallon",
  "641 Mason City",     "646 New York",       "650 San Mateo",      "651 St. Paul",
  "657 Anaheim",        "661 Bakersfield",    "662 Tupelo",         "678 Atlanta",
  "682 Fort Worth",     "701 Fargo",          "702 Las Vegas",      "703 Alexandria",
  "704 Charlotte",      "706 Augusta",        "707 Santa Rosa",     "708 Cicero",
  "712 Sioux City",     "713 Houston",        "714 Anaheim",        "715 Eau Claire",
  "716 Buffalo",        "717 Lancaster",      "718 Queens",         "719 Colorado Springs",
  "720 Aurora",         "724 Greensburg",     "727 St. Petersburg", "731 Jackson",
  "732 Toms River",     "734 Ann Arbor",      "740 Lancaster",      "754 Fort Lauderdale",
  "757 Virginia Beach", "760 Oceanside",      "763 Brooklyn Park",  "765 Muncie",
  "770 Marietta",       "772 Port St. Lucie", "773 Chicago",        "774 Brockton",
  "775 Reno",           "781 Lynn",           "785 Topeka",         "786 Miami",
  "801 Salt Lake City", "802 Burlington",     "803 Columbia",       "804 Richmond",
  "805 Oxnard",         "806 Lubbock",        "808 Honolulu",       "810 Flint",
  "812 Evansville",     "813 Tampa",          "814 Erie",           "815 Rockford",
  "816 Kansas City",    "817 Fort Worth",     "818 Burbank",        "828 Asheville",
  "830 New Braunfels",  "831 Salinas",        "832 Houston",        "843 Charleston",
  "845 New City",       "847 Elgin",          "850 Tallahassee",    "856 Camden",
  "857 Boston",         "858 La Jolla",       "859 Lexington",      "860 Hartford",
  "862 Newark",         "863 Lakeland",       "864 Greenville",     "865 Knoxville",
  "870 Jonesboro",      "901 Memphis",        "903 Tyler",          "904 Jacksonville",
  "906 Marquette",      "907 Anchorage",      "908 Elizabeth",      "909 San Bernardino",
  "910 Fayetteville",   "912 Savannah",       "913 Overland Park",  "914 Yonkers",
  "915 El Paso",        "916 Sacramento",     "917 New York",       "918 Tulsa",
  "919 Raleigh",        "920 Green Bay",      "925 Concord",        "928 Flagstaff",
  "931 Clarksville",    "937 Dayton",         "940 Denton",         "941 Sarasota",
  "949 Irvine",         "951 Riverside",      "952 Bloomington",    "954 Fort Lauderdale",
  "956 Laredo",         "970 Fort Collins",   "971 Salem",          "972 Plano",
  "973 Newark",         "978 Lowell",         "979 Bryan",          "980 Charlotte",
  "985 Houma",          "989 Saginaw"
};

#define N_IN_CITIES ((gint64) G_N_ELEMENTS (areas) * 100)

/* 80 area codes, 792 exchanges, 10,000 lines. */
#define N_EXCHANGES 792
#define N_HELD_BACK (80 * N_EXCHANGES * 10000)

/* Primes that divide neither number: steps of them come by everything once. */
#define STEP_IN_CITIES 10007
#define STEP_HELD_BACK 48271

/**
 * rea_demo_dup_phone:
 * @seed: the demo's seed
 * @nth: which contact, from 0 up to %REA_DEMO_N_PHONES - 1
 * @city: (out) (transfer none) (nullable): where the number is from, if anywhere
 *
 * Makes up a number that nobody has.
 *
 * Returns: (transfer full): the number in E.164, another one for each @nth
 */
char *
rea_demo_dup_phone (guint32 seed, gint64 nth, const char **city)
{
  gint64 place, exchange;

  g_return_val_if_fail (nth >= 0 && nth < REA_DEMO_N_PHONES, NULL);

  if (nth < N_IN_CITIES)
    {
      const char *area;

      place = (nth * STEP_IN_CITIES + seed) % N_IN_CITIES;
      area = areas[place / 100];
      *city = area + 4;

      return g_strdup_printf ("+1%.3s55501%02d", area, (int) (place % 100));
    }

  place = (nth * STEP_HELD_BACK + seed) % N_HELD_BACK;
  *city = NULL;

  /* An exchange is 200 to 999, without 211, 311, … 911. */
  exchange = place / 80 % N_EXCHANGES;
  exchange += exchange / 99 + (exchange % 99 >= 11 ? 1 : 0);

  return g_strdup_printf ("+1%d9%d%03d%04d", (int) (2 + place % 80 / 10), (int) (place % 10),
                          (int) (200 + exchange), (int) (place / 80 / N_EXCHANGES));
}
