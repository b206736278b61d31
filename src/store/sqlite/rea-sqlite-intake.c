/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Contacts on their way in. Their rows are written a thousand at a time. What finds
 * them by phone, by name and in a search is put together in memory, in order, and
 * written at the end, or when it takes too much; while this thread writes rows,
 * another one takes their names apart.
 */
#include "rea-sqlite-intake.h"

#include "rea-sqlite-name-book.h"
#include "rea-sqlite-phone-book.h"
#include "rea-sqlite-phone.h"
#include "rea-sqlite-rows.h"
#include "rea-sqlite-trigrams.h"

#include <string.h>

#define MAX_TRIGRAM_BYTES (64 * 1024 * 1024)

/* Rows that come in order need few pages at hand; the memory is better spent on the
 * order.
 */
#define SMALL_CACHE "PRAGMA cache_size = -8192"

/* So many rows are written with one statement, or fewer of long texts. */
#define MAX_ROWS       1000
#define MAX_TEXT_BYTES (1024 * 1024)

/* A row that waits; its texts are places in the batch's, or -1 for none. */
typedef struct
{
  ReaConversation conversation;
  gint64          phone;
  gssize          digits;
  gssize          first_name;
  gssize          last_name;
  gssize          time_zone;
  gssize          fields;
} Row;

typedef struct
{
  GArray  *rows;
  GString *texts;
} Batch;

struct _ReaIntake
{
  ReaSqlite    *db;
  gint64        campaign_id;
  ReaPhoneBook *phones;
  Batch         batches[2];
  Batch        *filling;

  /* The other thread's, while it has something to do. */
  ReaNameBook *names;
  ReaTrigrams *trigrams;

  GThread     *helper; /* or NULL until there is enough to do */
  GAsyncQueue *jobs;
  GAsyncQueue *done;
  gboolean     is_helped; /* whether a job is neither done nor waited for */
};

/* What the other thread can be asked for, beside a batch. */
static char sort_names[] = "sort";
static char stop[] = "stop";

static const char *
get_text (const Batch *batch, gssize place)
{
  return batch->texts->str + place;
}

static void
take_apart (ReaIntake *self, const Batch *batch)
{
  for (guint i = 0; i < batch->rows->len; i++)
    {
      const Row  *row = &g_array_index (batch->rows, Row, i);
      const char *first_name = get_text (batch, row->first_name);
      const char *last_name = get_text (batch, row->last_name);

      rea_name_book_add (self->names, row->conversation.id, first_name, last_name);
      rea_trigrams_add (self->trigrams, row->conversation.id, first_name, last_name,
                        get_text (batch, row->digits));
    }
}

static void
do_job (ReaIntake *self, gpointer job)
{
  if (job == sort_names)
    rea_name_book_sort (self->names);
  else
    take_apart (self, job);
}

static gpointer
help (gpointer data)
{
  ReaIntake *self = data;
  gpointer   job = NULL;

  while ((job = g_async_queue_pop (self->jobs)) != stop)
    {
      do_job (self, job);
      g_async_queue_push (self->done, job);
    }

  return NULL;
}

/* Lets the other thread do it, which begins with the first full batch: for few rows
 * this one does it itself. A thread of our own, since one of a pool does not come
 * along when a process forks.
 */
static void
let_help (ReaIntake *self, gpointer job)
{
  if (self->helper == NULL && self->filling->rows->len >= MAX_ROWS)
    self->helper = g_thread_new ("intake", help, self);

  if (self->helper == NULL)
    {
      do_job (self, job);
      return;
    }

  g_async_queue_push (self->jobs, job);
  self->is_helped = TRUE;
}

static void
wait_for_help (ReaIntake *self)
{
  if (self->is_helped)
    g_async_queue_pop (self->done);

  self->is_helped = FALSE;
}

/**
 * rea_intake_new:
 * @db: a connection in a transaction
 * @campaign_id: where they go
 * @has_contacts: whether it has any already
 *
 * Returns: (transfer full): what takes contacts in
 */
ReaIntake *
rea_intake_new (ReaSqlite *db, gint64 campaign_id, gboolean has_contacts)
{
  ReaIntake *self = g_new0 (ReaIntake, 1);

  self->db = db;
  self->campaign_id = campaign_id;
  self->phones = rea_phone_book_new (db, campaign_id, has_contacts);
  self->names = rea_name_book_new ();
  self->trigrams = rea_trigrams_new ();
  self->jobs = g_async_queue_new ();
  self->done = g_async_queue_new ();

  for (guint i = 0; i < G_N_ELEMENTS (self->batches); i++)
    {
      self->batches[i].rows = g_array_new (FALSE, FALSE, sizeof (Row));
      self->batches[i].texts = g_string_new (NULL);
    }
  self->filling = &self->batches[0];

  rea_sqlite_exec (db, SMALL_CACHE, NULL);

  return self;
}

void
rea_intake_free (ReaIntake *self)
{
  rea_sqlite_exec (self->db, REA_SQLITE_CACHE, NULL);
  if (self->helper != NULL)
    {
      g_async_queue_push (self->jobs, stop);
      g_thread_join (self->helper);
    }
  g_async_queue_unref (self->jobs);
  g_async_queue_unref (self->done);

  for (guint i = 0; i < G_N_ELEMENTS (self->batches); i++)
    {
      g_array_unref (self->batches[i].rows);
      g_string_free (self->batches[i].texts, TRUE);
    }

  rea_phone_book_free (self->phones);
  rea_name_book_free (self->names);
  rea_trigrams_free (self->trigrams);
  g_free (self);
}

static gssize
keep_text (Batch *batch, const char *text)
{
  gssize place = batch->texts->len;

  if (text == NULL)
    return -1;

  g_string_append_len (batch->texts, text, strlen (text) + 1);

  return place;
}

static void
set_text (sqlite3_context *context, const Batch *batch, gssize place)
{
  if (place >= 0)
    sqlite3_result_text (context, batch->texts->str + place, -1, SQLITE_STATIC);
}

static void
set_time (sqlite3_context *context, gint64 time)
{
  if (time != REA_TIME_NONE)
    sqlite3_result_int64 (context, time);
}

/* In the order of the table's columns; what is not set is NULL. */
static void
contact_row_cb (gpointer data, guint row, int column, sqlite3_context *context)
{
  const Batch           *batch = data;
  const Row             *waiting = &g_array_index (batch->rows, Row, row);
  const ReaConversation *conversation = &waiting->conversation;

  switch (column)
    {
    case 0:
      sqlite3_result_int64 (context, conversation->id);
      break;
    case 1:
      sqlite3_result_int64 (context, conversation->campaign_id);
      break;
    case 2:
      sqlite3_result_int64 (context, waiting->phone);
      break;
    case 3:
      set_text (context, batch, waiting->first_name);
      break;
    case 4:
      set_text (context, batch, waiting->last_name);
      break;
    case 5:
      set_text (context, batch, waiting->time_zone);
      break;
    case 6:
      set_text (context, batch, waiting->fields);
      break;
    case 7:
      sqlite3_result_int (context, conversation->open_status);
      break;
    case 8:
      sqlite3_result_int (context, conversation->flags);
      break;
    default:
      set_time (context, conversation->last_message_at);
    }
}

static void
conversation_row_cb (gpointer data, guint row, int column, sqlite3_context *context)
{
  const Batch           *batch = data;
  const ReaConversation *conversation = &g_array_index (batch->rows, Row, row).conversation;

  switch (column)
    {
    case 0:
      sqlite3_result_int64 (context, conversation->id);
      break;
    case 1:
      sqlite3_result_int64 (context, conversation->campaign_id);
      break;
    case 2:
      sqlite3_result_int64 (context, conversation->holder);
      break;
    case 3:
      sqlite3_result_int (context, conversation->status);
      break;
    default:
      set_time (context, conversation->waiting_since);
    }
}

/* Writes the rows that wait, and hands them on. */
static gboolean
save_rows (ReaIntake *self, GError **error)
{
  Batch *batch = self->filling;

  wait_for_help (self);
  let_help (self, batch);

  self->filling = batch == &self->batches[0] ? &self->batches[1] : &self->batches[0];
  g_array_set_size (self->filling->rows, 0);
  g_string_truncate (self->filling->texts, 0);

  return rea_sqlite_insert_rows (self->db, "contact", 10, batch->rows->len, contact_row_cb, batch,
                                 error) &&
         rea_sqlite_insert_rows (self->db, "conversation", 5, batch->rows->len, conversation_row_cb,
                                 batch, error);
}

static gboolean
save_books (ReaIntake *self, GError **error)
{
  gboolean saved = FALSE;

  wait_for_help (self);
  let_help (self, sort_names);
  saved = rea_phone_book_save (self->phones, error);
  wait_for_help (self);

  return saved && rea_name_book_save (self->names, self->db, self->campaign_id, error) &&
         rea_trigrams_save (self->trigrams, self->db, self->campaign_id, error);
}

/* Whether the books take too much memory; looked at while nobody adds to them. */
static gboolean
is_full (ReaIntake *self)
{
  return rea_phone_book_is_full (self->phones) || rea_name_book_is_full (self->names) ||
         rea_trigrams_get_size (self->trigrams) >= MAX_TRIGRAM_BYTES;
}

/**
 * rea_intake_has:
 * @self: what takes contacts in
 * @phone: in E.164
 * @found: (out): whether the campaign has it already
 * @error: what went wrong
 *
 * Returns: whether that could be told
 */
gboolean
rea_intake_has (ReaIntake *self, const char *phone, gboolean *found, GError **error)
{
  return rea_phone_book_has (self->phones, rea_sqlite_phone_to_number (phone), found, error);
}

/**
 * rea_intake_add:
 * @self: what takes contacts in
 * @conversation: one whose phone the campaign doesn't have, with an id one higher
 *   than the last
 * @error: what went wrong
 *
 * Returns: whether it is on its way in
 */
gboolean
rea_intake_add (ReaIntake *self, const ReaConversation *conversation, GError **error)
{
  Batch *batch = self->filling;
  Row    row = { .conversation = *conversation };

  row.phone = rea_sqlite_phone_to_number (conversation->phone);
  row.digits = keep_text (batch, conversation->phone + 1);
  row.first_name = keep_text (batch, conversation->first_name);
  row.last_name = keep_text (batch, conversation->last_name);
  row.time_zone = keep_text (batch, conversation->time_zone);
  row.fields = keep_text (batch, conversation->fields);
  g_array_append_val (batch->rows, row);
  rea_phone_book_add (self->phones, conversation->id, row.phone);

  if (batch->rows->len < MAX_ROWS && batch->texts->len < MAX_TEXT_BYTES &&
      !rea_phone_book_is_full (self->phones))
    return TRUE;

  if (!save_rows (self, error))
    return FALSE;

  wait_for_help (self);

  return !is_full (self) || save_books (self, error);
}

/**
 * rea_intake_save:
 * @self: what takes contacts in
 * @error: what went wrong
 *
 * Writes all that waits.
 *
 * Returns: whether all are in
 */
gboolean
rea_intake_save (ReaIntake *self, GError **error)
{
  return save_rows (self, error) && save_books (self, error);
}
