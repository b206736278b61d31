/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-kannel-words.h"

#include "rea-segments.h"
#include "rea-types.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Every report that there is: 1 delivered, 2 not, 4 buffered, 8 taken, 16 rejected by
 * the network.
 */
#define DLR_MASK "31"

/* How much of what it says is shown. */
#define MAX_SHOWN 80

/* Stands where something could not be read. */
#define REPLACEMENT 0xfffd

/* How Kannel calls an inbound message's parts. %a would fold its spaces; %b is the text
 * as it came, in the character set %C.
 */
#define MESSAGE_QUERY "id=%I&phone=%p&time=%T&charset=%C&coding=%c&text=%b"

/**
 * rea_kannel_dup_get_url:
 * @settings: a gateway
 *
 * Returns: (transfer full): what belongs into the get-url of Kannel's sms-service
 */
char *
rea_kannel_dup_get_url (const ReaGatewaySettings *settings)
{
  return g_strconcat ("http://", settings->listen, REA_KANNEL_MESSAGE_PATH, "?key=", settings->key,
                      "&", MESSAGE_QUERY, NULL);
}

static void
add (GString *url, const char *name, const char *value)
{
  g_autofree char *escaped = g_uri_escape_string (value, NULL, FALSE);

  g_string_append_printf (url, "%s%s=%s", strchr (url->str, '?') != NULL ? "&" : "?", name,
                          escaped);
}

/**
 * rea_kannel_dup_send_url:
 * @settings: a gateway
 * @password: what belongs to its login
 * @outgoing: a message
 *
 * Returns: (transfer full): the request that makes Kannel send it and report on it
 */
char *
rea_kannel_dup_send_url (const ReaGatewaySettings *settings,
                         const char               *password,
                         const ReaOutgoing        *outgoing)
{
  GString         *url = g_string_new (settings->send_url);
  g_autofree char *report = NULL;
  ReaMeasure       measure;

  rea_segments_measure (outgoing->text, &measure);
  report = g_strdup_printf ("http://%s" REA_KANNEL_REPORT_PATH "?key=%s&id=%" G_GINT64_FORMAT
                            "&asked=%" G_GINT64_FORMAT "&type=%%d",
                            settings->listen, settings->key, outgoing->id, outgoing->asked);

  add (url, "username", settings->login);
  add (url, "password", password);
  add (url, "from", settings->phone);
  add (url, "to", outgoing->phone);
  /* What GSM-7 has not would arrive as another letter. */
  add (url, "coding", measure.is_unicode ? "2" : "0");
  add (url, "charset", "UTF-8");
  add (url, "text", outgoing->text);
  add (url, "dlr-mask", DLR_MASK);
  add (url, "dlr-url", report);

  return g_string_free (url, FALSE);
}

static char *
dup_shown (const char *body)
{
  g_autofree char *valid = g_utf8_make_valid (body, -1);
  g_autofree char *shown = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_SHOWN));

  for (char *p = shown; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  g_strstrip (shown);

  return g_steal_pointer (&shown);
}

static gboolean
says (const char *body, const char *words)
{
  g_autofree char *small = g_ascii_strdown (body, -1);

  return strstr (small, words) != NULL;
}

/**
 * rea_kannel_judge:
 * @status: the status of its answer
 * @body: and what it says
 * @why: (out) (transfer full) (nullable): a sentence for people
 *
 * Kannel answers 202 to what it takes. 403 is a wrong password or a number to which no
 * way leads; only the latter is final, as is 400, a request that will not become better.
 *
 * Returns: what that means
 */
ReaVerdict
rea_kannel_judge (guint status, const char *body, char **why)
{
  g_autofree char *shown = dup_shown (body);

  *why = NULL;

  switch (status)
    {
    case 202:
      return REA_VERDICT_ACCEPTED;

    case 403:
      if (says (body, "not routable") || says (body, "black-list"))
        return REA_VERDICT_REFUSED;
      if (says (body, "authorization"))
        {
          /* TRANSLATORS: the trouble that a gateway has. */
          *why = g_strdup (_ ("The gateway refuses the login or its password."));
          return REA_VERDICT_LATER;
        }
      break;

    case 400:
    case 413:
    case 414:
      return REA_VERDICT_REFUSED;

    default:
      break;
    }

  if (*shown != '\0')
    /* TRANSLATORS: the trouble that a gateway has: the status of its answer, what it says. */
    *why = g_strdup_printf (_ ("The gateway takes no messages now; it answers %1$u, “%2$s”."),
                            status, shown);
  else
    /* TRANSLATORS: the trouble that a gateway has: the status of its answer. */
    *why = g_strdup_printf (_ ("The gateway takes no messages now; it answers %u."), status);

  return REA_VERDICT_LATER;
}

/* What stands for bytes in a query; some of them may be NUL. */
static GBytes *
unescape (const char *text)
{
  GByteArray *bytes = g_byte_array_new ();

  for (const char *p = text; *p != '\0'; p++)
    {
      guchar byte = *p;

      if (*p == '+')
        byte = ' ';
      else if (*p == '%' && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]))
        {
          byte = (guchar) (g_ascii_xdigit_value (p[1]) * 16 + g_ascii_xdigit_value (p[2]));
          p += 2;
        }

      g_byte_array_append (bytes, &byte, 1);
    }

  return g_byte_array_free_to_bytes (bytes);
}

/**
 * rea_kannel_parse_query:
 * @query: (nullable): what stands behind the ? of a request
 *
 * Returns: (transfer full) (element-type utf8 GBytes): its values by their names; the
 *   first where a name stands twice
 */
GHashTable *
rea_kannel_parse_query (const char *query)
{
  GHashTable *values =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_auto (GStrv) parts = g_strsplit (query != NULL ? query : "", "&", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *equals = strchr (parts[i], '=');

      if (equals == NULL)
        continue;

      *equals = '\0';
      if (!g_hash_table_contains (values, parts[i]))
        g_hash_table_insert (values, g_strdup (parts[i]), unescape (equals + 1));
    }

  return values;
}

/* The value as text, %NULL where there is none. */
static char *
dup_value (GHashTable *query, const char *name)
{
  GBytes     *bytes = g_hash_table_lookup (query, name);
  const char *data;
  gsize       length;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);

  return g_utf8_make_valid (data != NULL ? data : "", length);
}

static gboolean
get_number (GHashTable *query, const char *name, gint64 *number)
{
  g_autofree char *text = dup_value (query, name);

  return text != NULL && g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, number, NULL);
}

/**
 * rea_kannel_has_key:
 * @query: a request
 * @key: the gateway's key
 *
 * Returns: whether the request has it; how long that takes to tell does not depend on
 *   how much of it is right
 */
gboolean
rea_kannel_has_key (GHashTable *query, const char *key)
{
  g_autofree char *given = dup_value (query, "key");
  guchar           difference = 0;

  if (given == NULL || strlen (given) != strlen (key))
    return FALSE;

  for (gsize i = 0; key[i] != '\0'; i++)
    difference |= (guchar) given[i] ^ (guchar) key[i];

  return difference == 0;
}

/* Whether there is nothing in it that no message has. */
static gboolean
looks_like_text (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isdefined (c) ||
          (g_unichar_iscntrl (c) && c != '\n' && c != '\r' && c != '\t'))
        return FALSE;
    }

  return TRUE;
}

static char *
convert (const char *data, gsize length, const char *charset)
{
  gsize            written;
  g_autofree char *text = g_convert (data, length, "UTF-8", charset, NULL, &written, NULL);

  return text != NULL && memchr (text, '\0', written) == NULL ? g_steal_pointer (&text) : NULL;
}

static char *
convert_likely (const char *data, gsize length, const char *charset)
{
  g_autofree char *text = convert (data, length, charset);

  return text != NULL && looks_like_text (text) ? g_steal_pointer (&text) : NULL;
}

/* Of what is broken, half an emoji at the end for one, the rest can be read all the same. */
static char *
convert_broken_utf16 (const guint8 *data, gsize length)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < length; i += 2)
    {
      gunichar c = i + 1 < length ? (gunichar) data[i] << 8 | data[i + 1] : 0;
      gunichar low = i + 3 < length ? (gunichar) data[i + 2] << 8 | data[i + 3] : 0;

      if (c >= 0xd800 && c < 0xdc00 && low >= 0xdc00 && low < 0xe000)
        {
          c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
          i += 2;
        }

      g_string_append_unichar (text, c != 0 && g_unichar_validate (c) ? c : REPLACEMENT);
    }

  return g_string_free (text, FALSE);
}

/* Whether most of it are signs of one byte each. */
static gboolean
is_mostly_ascii (const char *data, gsize length)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    n += g_ascii_isprint (data[i]);

  return n * 3 > length * 2;
}

/* The text of a message. A joined one in several parts comes as bytes of which nobody
 * says what they are; and whatever comes, some text is made of it: it is never lost.
 */
static char *
dup_text (GBytes *bytes, const char *charset)
{
  gsize            length;
  const char      *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = NULL;

  if (length == 0)
    return g_strdup ("");

  if (charset != NULL && *charset != '\0' && g_ascii_strcasecmp (charset, "8-BIT") != 0)
    text = convert (data, length, charset);
  if (text == NULL && charset != NULL && g_ascii_strcasecmp (charset, "UTF-16BE") == 0)
    text = convert_broken_utf16 ((const guint8 *) data, length);
  if (text == NULL)
    text = convert_likely (data, length, "UTF-8");
  if (text == NULL && !is_mostly_ascii (data, length))
    text = convert_likely (data, length, "UTF-16BE");
  if (text == NULL)
    text = convert_likely (data, length, "WINDOWS-1252");
  if (text == NULL)
    text = g_utf8_make_valid (data, length);

  return g_steal_pointer (&text);
}

/**
 * rea_kannel_read_message:
 * @query: a request to the get-url
 * @now: the time, in seconds
 *
 * Returns: (transfer full) (nullable): the message that Kannel brings; %NULL where it
 *   has no number of its own, or no sender
 */
ReaIncoming *
rea_kannel_read_message (GHashTable *query, gint64 now)
{
  g_autofree char *id = dup_value (query, "id");
  g_autofree char *phone = dup_value (query, "phone");
  g_autofree char *charset = dup_value (query, "charset");
  g_autofree char *text = NULL;
  GBytes          *bytes = g_hash_table_lookup (query, "text");
  gint64           at;

  if (id == NULL || *id == '\0' || phone == NULL || *phone == '\0' || bytes == NULL)
    return NULL;

  /* The network's clock is not ours: nothing is written later than now. */
  if (!get_number (query, "time", &at) || at == REA_TIME_NONE || at > now)
    at = now;

  text = dup_text (bytes, charset);

  return rea_incoming_new (id, at, phone, text);
}

/**
 * rea_kannel_read_report:
 * @query: a request to the dlr-url
 * @id: (out): what was sent
 * @asked: (out): which of the times that it was asked for
 * @report: (out): what Kannel reports of it
 *
 * Returns: whether it is a report
 */
gboolean
rea_kannel_read_report (GHashTable *query, gint64 *id, gint64 *asked, ReaReport *report)
{
  gint64 type;

  if (!get_number (query, "id", id) || !get_number (query, "asked", asked) ||
      !get_number (query, "type", &type))
    return FALSE;

  switch (type)
    {
    case 1:
      *report = REA_REPORT_DELIVERED;
      return TRUE;
    case 2:
      *report = REA_REPORT_UNDELIVERED;
      return TRUE;
    case 4:
      *report = REA_REPORT_BUFFERED;
      return TRUE;
    case 8:
      *report = REA_REPORT_ACCEPTED;
      return TRUE;
    case 16:
      *report = REA_REPORT_REJECTED;
      return TRUE;
    default:
      return FALSE;
    }
}
