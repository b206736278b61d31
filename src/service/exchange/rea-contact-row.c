/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-contact-row.h"

#include "rea-csv-writer.h"
#include "rea-json.h"
#include "rea-phone.h"
#include "rea-sender.h"
#include "rea-time.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* A million rows pass through here, so that nothing is allocated for a row whose
 * number is in E.164: its conversation borrows the row's own text.
 */
struct _ReaContactRows
{
  const ReaColumns  *columns;
  const ReaCampaign *campaign;
  gint64             now;
  GTimeZone         *zone;
  GHashTable        *holders; /* (element-type utf8 gint64): by e-mail in whatever case */
  GHashTable        *zones;   /* (element-type utf8): those that were found to be known */
  char             **members; /* the name of each field, as JSON */
  GString           *fields;
  char              *phone;
  ReaConversation    conversation;
};

static guint
hash_email (gconstpointer data)
{
  guint hash = 5381;

  for (const char *p = data; *p != '\0'; p++)
    hash = hash * 33 + g_ascii_tolower (*p);

  return hash;
}

static gboolean
equal_emails (gconstpointer a, gconstpointer b)
{
  return g_ascii_strcasecmp (a, b) == 0;
}

/**
 * rea_contact_rows_new:
 * @columns: the columns of the file
 * @campaign: where its contacts go
 * @senders: (element-type ReaSender): the campaign's
 * @now: the time of the import
 *
 * Returns: (transfer full): what reads the rows; it borrows the first two
 */
ReaContactRows *
rea_contact_rows_new (const ReaColumns  *columns,
                      const ReaCampaign *campaign,
                      GPtrArray         *senders,
                      gint64             now)
{
  ReaContactRows *self = g_new0 (ReaContactRows, 1);

  self->columns = columns;
  self->campaign = campaign;
  self->now = now;
  self->zone = g_time_zone_new_identifier (campaign->time_zone);
  self->holders = g_hash_table_new_full (hash_email, equal_emails, g_free, g_free);
  self->zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->members = g_new0 (char *, columns->n + 1);
  self->fields = g_string_new (NULL);

  for (guint i = 0; i < senders->len; i++)
    {
      const ReaSender *sender = g_ptr_array_index (senders, i);

      g_hash_table_insert (self->holders, g_strdup (sender->user->email),
                           g_memdup2 (&sender->user->id, sizeof sender->user->id));
    }

  for (guint i = 0; i < columns->n; i++)
    {
      GString *member = g_string_new (NULL);

      rea_json_append_string (member, columns->names[i]);
      self->members[i] = g_string_free (member, FALSE);
    }

  return self;
}

void
rea_contact_rows_free (ReaContactRows *self)
{
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_hash_table_unref (self->holders);
  g_hash_table_unref (self->zones);
  g_strfreev (self->members);
  g_string_free (self->fields, TRUE);
  g_free (self->phone);
  g_free (self);
}

/**
 * rea_conversation_set_imported_status:
 * @self: a conversation without recorded messages, whose flags and times are set
 * @status: what it is imported as
 *
 * Sets the status. A closed one gets back, if it is reopened, what its flags and
 * times say.
 */
void
rea_conversation_set_imported_status (ReaConversation *self, ReaStatus status)
{
  self->status = status;

  if (status != REA_STATUS_CLOSED)
    self->open_status = status;
  else if (self->flags & REA_FLAG_CONTACT_WROTE)
    self->open_status =
        self->waiting_since != REA_TIME_NONE ? REA_STATUS_NEEDS_REPLY : REA_STATUS_REPLIED;
  else
    self->open_status =
        self->last_message_at != REA_TIME_NONE ? REA_STATUS_MESSAGED : REA_STATUS_NOT_STARTED;
}

static char *
read_phone (ReaContactRows *self, const ReaCsvRow *row)
{
  char *text = rea_columns_get_cell (self->columns, row, REA_COLUMN_PHONE);

  if (rea_phone_is_e164 (text))
    self->conversation.phone = text;
  else
    {
      g_free (self->phone);
      self->phone = rea_phone_parse (text, self->campaign->country);
      self->conversation.phone = self->phone;
    }

  if (self->conversation.phone != NULL)
    return NULL;

  if (*text == '\0')
    /* TRANSLATORS: why a row of a CSV file is bad. */
    return g_strdup (_ ("There is no phone number."));

  /* TRANSLATORS: why a row of a CSV file is bad; the second %s is the code of a country. */
  return g_strdup_printf (_ ("“%s” is no possible phone number in %s."), text,
                          self->campaign->country);
}

static char *
read_sender (ReaContactRows *self, const ReaCsvRow *row)
{
  const char   *email = rea_columns_get_cell (self->columns, row, REA_COLUMN_SENDER);
  const gint64 *holder = NULL;

  self->conversation.holder = REA_HOLDER_UNASSIGNED;
  if (*email == '\0')
    return NULL;

  holder = g_hash_table_lookup (self->holders, email);
  if (holder == NULL)
    /* TRANSLATORS: why a row of a CSV file is bad; %s is an e-mail address. */
    return g_strdup_printf (_ ("“%s” is no sender of this campaign."), email);

  self->conversation.holder = *holder;
  return NULL;
}

static char *
read_last_message (ReaContactRows *self, const ReaCsvRow *row)
{
  const char *text = rea_columns_get_cell (self->columns, row, REA_COLUMN_LAST_MESSAGE_AT);

  self->conversation.last_message_at = REA_TIME_NONE;
  if (*text == '\0' || rea_time_parse (text, self->zone, &self->conversation.last_message_at))
    return NULL;

  /* TRANSLATORS: why a row of a CSV file is bad. */
  return g_strdup_printf (_ ("“%s” is no time."), text);
}

static char *
read_time_zone (ReaContactRows *self, const ReaCsvRow *row)
{
  char *name = rea_columns_get_cell (self->columns, row, REA_COLUMN_TIME_ZONE);

  self->conversation.time_zone = NULL;
  if (*name == '\0')
    return NULL;

  if (!g_hash_table_contains (self->zones, name))
    {
      if (!rea_time_zone_is_known (name))
        /* TRANSLATORS: why a row of a CSV file is bad. */
        return g_strdup_printf (_ ("There is no time zone “%s”."), name);

      g_hash_table_add (self->zones, g_strdup (name));
    }

  self->conversation.time_zone = name;
  return NULL;
}

/* What a status says of the messages that are not in the file. */
static char *
take_status (ReaContactRows *self, ReaStatus status, gboolean opted_out)
{
  ReaConversation *conversation = &self->conversation;

  /* Who has opted out need not have been told to us as closed. */
  if (opted_out && status == REA_STATUS_NOT_STARTED)
    status = REA_STATUS_CLOSED;

  if (status == REA_STATUS_NOT_STARTED && conversation->last_message_at != REA_TIME_NONE)
    /* TRANSLATORS: why a row of a CSV file is bad; keep not_started, which stands in the file. */
    return g_strdup (_ ("The status is not_started, but there was a last message."));

  if (status != REA_STATUS_NOT_STARTED && status != REA_STATUS_CLOSED &&
      conversation->last_message_at == REA_TIME_NONE)
    conversation->last_message_at = self->now;

  if (status == REA_STATUS_NEEDS_REPLY)
    conversation->waiting_since = conversation->last_message_at;

  if (status == REA_STATUS_NEEDS_REPLY || status == REA_STATUS_REPLIED)
    {
      conversation->flags |= REA_FLAG_CONTACT_WROTE;
      if (self->campaign->questions->len > 0)
        conversation->flags |= REA_FLAG_SURVEY_OPEN;
    }

  rea_conversation_set_imported_status (conversation, status);
  if (opted_out)
    rea_conversation_opt_out (conversation);

  return NULL;
}

static char *
read_status (ReaContactRows *self, const ReaCsvRow *row)
{
  const char *text = rea_columns_get_cell (self->columns, row, REA_COLUMN_STATUS);
  const char *flag = rea_columns_get_cell (self->columns, row, REA_COLUMN_OPTED_OUT);
  ReaStatus   status = REA_STATUS_NOT_STARTED;
  gboolean    opted_out = FALSE;

  self->conversation.flags = 0;
  self->conversation.waiting_since = REA_TIME_NONE;

  if (!rea_column_parse_status (text, &status))
    /* TRANSLATORS: why a row of a CSV file is bad. */
    return g_strdup_printf (_ ("“%s” is no status."), text);

  if (!rea_column_parse_flag (flag, &opted_out))
    /* TRANSLATORS: why a row of a CSV file is bad; what it says about opting out. */
    return g_strdup_printf (_ ("“%s” is neither yes nor no."), flag);

  return take_status (self, status, opted_out);
}

static void
read_fields (ReaContactRows *self, const ReaCsvRow *row)
{
  g_string_assign (self->fields, "{");

  for (guint i = 0; i < row->n_cells; i++)
    {
      if (self->columns->meanings[i] != REA_COLUMN_FIELD)
        continue;

      rea_csv_unguard (row->cells[i]);
      if (self->fields->len > 1)
        g_string_append_c (self->fields, ',');
      g_string_append (self->fields, self->members[i]);
      g_string_append_c (self->fields, ':');
      rea_json_append_string (self->fields, row->cells[i]);
    }

  g_string_append_c (self->fields, '}');
  self->conversation.fields = self->fields->len > 2 ? self->fields->str : NULL;
}

/**
 * rea_contact_rows_read:
 * @self: what reads the rows
 * @row: a row that the reader found good
 * @problem: (out) (transfer full): a sentence that says why it is bad
 *
 * Makes a conversation of a row. Whether the campaign has that number already is
 * for the caller to see.
 *
 * Returns: (transfer none) (nullable): the conversation, which borrows from @row
 *   and is valid until the next one is read
 */
ReaConversation *
rea_contact_rows_read (ReaContactRows *self, const ReaCsvRow *row, char **problem)
{
  ReaConversation *conversation = &self->conversation;

  if ((*problem = read_phone (self, row)) != NULL || (*problem = read_sender (self, row)) != NULL ||
      (*problem = read_last_message (self, row)) != NULL ||
      (*problem = read_status (self, row)) != NULL ||
      (*problem = read_time_zone (self, row)) != NULL)
    return NULL;

  conversation->id = 0;
  conversation->campaign_id = self->campaign->id;
  conversation->first_name = rea_columns_get_cell (self->columns, row, REA_COLUMN_FIRST_NAME);
  conversation->last_name = rea_columns_get_cell (self->columns, row, REA_COLUMN_LAST_NAME);
  read_fields (self, row);

  return conversation;
}
