/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-error.h"
#include "rea-exchange.h"

#include <glib/gstdio.h>

#include <string.h>

/* A database with a draft campaign and two senders, in a folder of its own, at a
 * time that stands still.
 */
typedef struct
{
  char       *folder;
  ReaSession *session;
  gint64      campaign;
} Fixture;

/* 2025-03-09T18:00:00Z */
#define FIXTURE_NOW 1741543200

static inline gint64
fixture_clock (void)
{
  return FIXTURE_NOW;
}

static inline char *
fixture_path (Fixture *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static inline void
fixture_write (Fixture *self, const char *name, const char *text, gssize length)
{
  g_autofree char *path = fixture_path (self, name);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
}

static inline char *
fixture_read (Fixture *self, const char *name)
{
  g_autofree char *path = fixture_path (self, name);
  char            *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static inline gint64
fixture_add_campaign (Fixture *self, const char *title)
{
  g_autoptr (ReaCampaign) values = rea_campaign_new (title);
  g_autoptr (ReaCampaign) campaign = NULL;
  g_autoptr (GError) error = NULL;

  g_free (values->time_zone);
  values->time_zone = g_strdup ("America/New_York");
  campaign = rea_session_create_campaign (self->session, values, &error);
  g_assert_no_error (error);

  return campaign->id;
}

static inline void
fixture_set_up (Fixture *self, gconstpointer data)
{
  const char      *senders[] = { "ann@example.org", "bo@example.org", NULL };
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("rea-exchange-XXXXXX", NULL);
  path = fixture_path (self, "test.db");
  self->session = rea_session_create (path, "owner@example.org", &error);
  g_assert_no_error (error);
  rea_session_set_clock (self->session, fixture_clock);

  self->campaign = fixture_add_campaign (self, "Spring");
  added = rea_session_add_senders (self->session, self->campaign, senders, &error);
  g_assert_no_error (error);
}

/* Whatever happened: the counters are right. */
static inline void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = rea_session_check (self->session, FALSE, &error);
  g_autoptr (GDir) folder = NULL;
  const char *name = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, i));
  g_assert_cmpint (problems->len, ==, 0);

  g_clear_object (&self->session);

  folder = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = fixture_path (self, name);

      g_assert_false (g_str_has_suffix (name, ".tmp"));
      g_unlink (path);
    }

  g_rmdir (self->folder);
  g_free (self->folder);
}

static inline gint64
fixture_count (Fixture *self, gint64 campaign)
{
  g_autoptr (ReaOverview) overview = rea_session_get_overview (self->session, campaign, NULL);

  return overview->campaign->total;
}

static inline ReaConversation *
fixture_find (Fixture *self, gint64 campaign, const char *phone)
{
  g_autoptr (ReaFilter) filter = rea_filter_new ();
  g_autoptr (GError) error = NULL;
  ReaPage         *page = NULL;
  ReaConversation *conversation = NULL;

  rea_filter_set_search (filter, phone);
  page = rea_session_list_conversations (self->session, campaign, filter, REA_SORT_ID, NULL, 0, 2,
                                         NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (page->conversations->len, ==, 1);
  conversation = rea_conversation_copy (g_ptr_array_index (page->conversations, 0));
  rea_page_free (page);

  return conversation;
}

#define FIXTURE_ADD(path, func)                                                                    \
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
