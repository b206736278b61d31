/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-fixture.h"

#include <glib/gstdio.h>

static gint64 clock_now;

gint64
rea_fixture_clock (void)
{
  return clock_now;
}

void
rea_fixture_set_now (gint64 now)
{
  clock_now = now;
}

void
rea_fixture_set_up (ReaFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  clock_now = REA_FIXTURE_NOW;
  self->folder = g_dir_make_tmp ("reassign-test-XXXXXX", &error);
  g_assert_no_error (error);

  self->path = g_build_filename (self->folder, "test.db", NULL);
  self->session = rea_session_create (self->path, REA_FIXTURE_OWNER, &error);
  g_assert_no_error (error);

  rea_session_set_clock (self->session, rea_fixture_clock);
  self->store = rea_session_get_store (self->session);
  self->campaign = rea_fixture_add_campaign (self, "Spring");
}

void
rea_fixture_tear_down (ReaFixture *self, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_clear_object (&self->session);

  folder = g_dir_open (self->folder, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }

  g_rmdir (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->path, g_free);
}

/* A session of somebody else at the same database, with the same clock. */
ReaSession *
rea_fixture_open (ReaFixture *self, const char *email)
{
  g_autoptr (GError) error = NULL;
  ReaSession *session = rea_session_open (self->path, email, &error);

  g_assert_no_error (error);
  rea_session_set_clock (session, rea_fixture_clock);

  return session;
}

void
rea_fixture_begin (ReaFixture *self)
{
  g_autoptr (GError) error = NULL;

  rea_store_begin (self->store, REA_STORE_WRITE, NULL, &error);
  g_assert_no_error (error);
}

void
rea_fixture_commit (ReaFixture *self)
{
  g_autoptr (GError) error = NULL;

  rea_store_commit (self->store, &error);
  g_assert_no_error (error);
}

gint64
rea_fixture_add_campaign (ReaFixture *self, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) values = rea_campaign_new (title);
  g_autoptr (ReaCampaign) campaign = NULL;

  values->state = REA_STATE_ACTIVE;
  values->has_hours = FALSE;
  campaign = rea_session_create_campaign (self->session, values, &error);
  g_assert_no_error (error);

  return campaign->id;
}

void
rea_fixture_change_campaign (ReaFixture *self, ReaCampaignChange change)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) campaign = NULL;

  campaign = rea_session_set_campaign (self->session, self->campaign, change, NULL, &error);
  g_assert_no_error (error);
}

gint64
rea_fixture_add_user (ReaFixture *self, const char *email, ReaRole role)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaUser) user = NULL;

  user = rea_session_add_user (self->session, email, "", "", role, &error);
  g_assert_no_error (error);

  return user->id;
}

/* The user of that e-mail, who may be new, is a sender of the campaign from now on. */
gint64
rea_fixture_add_sender (ReaFixture *self, const char *email)
{
  const char *const emails[] = { email, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (ReaUser) user = NULL;

  added = rea_session_add_senders (self->session, self->campaign, emails, &error);
  g_assert_no_error (error);

  rea_fixture_begin (self);
  user = rea_store_find_user (self->store, email, &error);
  g_assert_no_error (error);
  rea_fixture_commit (self);

  return user->id;
}

void
rea_fixture_see (ReaFixture *self, gint64 user, gboolean present, gint64 last_seen)
{
  g_autoptr (GError) error = NULL;

  rea_fixture_begin (self);
  rea_store_set_presence (self->store, user, present, last_seen, &error);
  g_assert_no_error (error);
  rea_fixture_commit (self);
}

/* Brings them in as an import does and tells them their ids. Who has no phone
 * gets one, who has no name gets none.
 */
void
rea_fixture_add_contacts (ReaFixture *self, GPtrArray *conversations)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaCampaign) campaign = NULL;

  rea_fixture_begin (self);
  campaign = rea_store_get_campaign (self->store, self->campaign, &error);
  g_assert_no_error (error);
  rea_store_begin_contacts (self->store, campaign, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < conversations->len; i++)
    {
      ReaConversation *conversation = g_ptr_array_index (conversations, i);

      conversation->campaign_id = self->campaign;
      if (conversation->phone == NULL)
        conversation->phone =
            g_strdup_printf ("+1202%07" G_GINT64_FORMAT, 5550000 + self->n_phones++);
      if (conversation->first_name == NULL)
        conversation->first_name = g_strdup ("");
      if (conversation->last_name == NULL)
        conversation->last_name = g_strdup ("");

      rea_store_insert_contact (self->store, conversation, &error);
      g_assert_no_error (error);
      g_assert_cmpint (conversation->id, >, 0);
    }

  rea_store_end_contacts (self->store, campaign, clock_now, &error);
  g_assert_no_error (error);
  rea_fixture_commit (self);
}

static ReaConversation *
make_conversation (ReaStatus status, gint64 holder)
{
  ReaConversation *conversation = rea_conversation_new ();

  conversation->status = status;
  conversation->open_status = status == REA_STATUS_CLOSED ? REA_STATUS_NOT_STARTED : status;
  conversation->holder = holder;
  if (status == REA_STATUS_NEEDS_REPLY || status == REA_STATUS_REPLIED)
    conversation->flags = REA_FLAG_CONTACT_WROTE;
  if (conversation->open_status != REA_STATUS_NOT_STARTED)
    conversation->last_message_at = clock_now;

  return conversation;
}

/* Adds @n conversations, one behind the other; those that wait do so since now.
 *
 * Returns: the id of the first
 */
gint64
rea_fixture_add (ReaFixture *self, guint n, ReaStatus status, gint64 holder)
{
  g_autoptr (GPtrArray) added =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rea_conversation_free);

  for (guint i = 0; i < n; i++)
    {
      ReaConversation *conversation = make_conversation (status, holder);

      if (status == REA_STATUS_NEEDS_REPLY)
        conversation->waiting_since = clock_now;
      g_ptr_array_add (added, conversation);
    }

  rea_fixture_add_contacts (self, added);

  return ((ReaConversation *) g_ptr_array_index (added, 0))->id;
}

gint64
rea_fixture_add_waiting (ReaFixture *self, gint64 since, gint64 holder)
{
  g_autoptr (GPtrArray) added =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rea_conversation_free);
  ReaConversation *conversation = make_conversation (REA_STATUS_NEEDS_REPLY, holder);

  conversation->waiting_since = since;
  g_ptr_array_add (added, conversation);
  rea_fixture_add_contacts (self, added);

  return conversation->id;
}

static void
assert_counts_equal (const ReaCounts *a, const ReaCounts *b)
{
  for (int status = 0; status < REA_N_STATUSES; status++)
    g_assert_cmpint (a->n[status], ==, b->n[status]);
}

static void
assert_plans_equal (const ReaPlan *a, const ReaPlan *b)
{
  g_assert_cmpint (a->moved, ==, b->moved);
  g_assert_cmpint (a->matched, ==, b->matched);
  g_assert_cmpuint (a->rows->len, ==, b->rows->len);

  for (guint i = 0; i < a->rows->len; i++)
    {
      const ReaPlanRow *row_a = g_ptr_array_index (a->rows, i);
      const ReaPlanRow *row_b = g_ptr_array_index (b->rows, i);

      g_assert_cmpint (row_a->holder, ==, row_b->holder);
      assert_counts_equal (&row_a->before, &row_b->before);
      assert_counts_equal (&row_a->gave, &row_b->gave);
      assert_counts_equal (&row_a->received, &row_b->received);
    }
}

/* Takes a move back. What that would do is asked before, changes nothing, and is
 * what it does, or refuses.
 */
ReaResult *
rea_fixture_undo (ReaFixture *self, gint64 move, GError **error)
{
  g_autoptr (GError) refusal = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *before = rea_fixture_describe (self);
  g_autofree char *after = NULL;
  g_autoptr (ReaResult) preview =
      rea_session_preview_undo (self->session, self->campaign, move, NULL, &refusal);
  g_autoptr (ReaResult) result = NULL;

  after = rea_fixture_describe (self);
  g_assert_cmpstr (before, ==, after);
  result = rea_session_undo (self->session, self->campaign, move, NULL, &local_error);

  if (result == NULL)
    {
      g_assert_null (preview);
      g_assert_error (refusal, local_error->domain, local_error->code);
      g_assert_cmpstr (refusal->message, ==, local_error->message);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  g_assert_no_error (refusal);
  g_assert_true (preview->is_preview);
  g_assert_cmpint (preview->move, ==, 0);
  g_assert_cmpint (preview->undoes, ==, move);
  assert_plans_equal (preview->plan, result->plan);
  g_assert_cmpint (preview->left.moved_since, ==, result->left.moved_since);
  g_assert_cmpint (preview->left.answered_since, ==, result->left.answered_since);
  g_assert_cmpint (preview->left.no_longer_sender, ==, result->left.no_longer_sender);

  return g_steal_pointer (&result);
}

ReaConversation *
rea_fixture_get (ReaFixture *self, gint64 conversation)
{
  g_autoptr (GError) error = NULL;
  ReaConversation *found =
      rea_session_get_conversation (self->session, self->campaign, conversation, &error);

  g_assert_no_error (error);

  return found;
}

gint64
rea_fixture_get_holder (ReaFixture *self, gint64 conversation)
{
  g_autoptr (ReaConversation) found = rea_fixture_get (self, conversation);

  return found->holder;
}

/* All that a move may change, and all that it may not, in a line a conversation. */
char *
rea_fixture_describe (ReaFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (ReaPage) page = NULL;
  GString *text = g_string_new (NULL);

  page = rea_session_list_conversations (self->session, self->campaign, filter, REA_SORT_ID, NULL,
                                         0, 1000000, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < page->conversations->len; i++)
    {
      const ReaConversation *c = g_ptr_array_index (page->conversations, i);

      g_string_append_printf (text,
                              "%" G_GINT64_FORMAT " with %" G_GINT64_FORMAT
                              " %s/%s %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n",
                              c->id, c->holder, rea_status_to_string (c->status),
                              rea_status_to_string (c->open_status), c->flags, c->last_message_at,
                              c->waiting_since);
    }

  return g_string_free (text, FALSE);
}

/* The file is whole, and the counters say what a full count says. */
void
rea_fixture_assert_sound (ReaFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = rea_session_check (self->session, FALSE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}
