/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-commands.h"
#include "ctl-filter.h"
#include "ctl-objects.h"
#include "ctl-tables.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEFAULT_LIMIT 100
#define MAX_LIMIT     5000

static gboolean
parse_sort (CtlCall *call, ReaSort *sort, GError **error)
{
  const char *text = ctl_options_get (call->options, CTL_OPTION_SORT);

  if (text == NULL || strcmp (text, "id") == 0)
    *sort = REA_SORT_ID;
  else if (strcmp (text, "name") == 0)
    *sort = REA_SORT_NAME;
  else if (strcmp (text, "waiting") == 0)
    *sort = REA_SORT_WAITING;
  else
    {
      ctl_option_set_wrong (error, CTL_OPTION_SORT, text);
      return FALSE;
    }

  return TRUE;
}

static void
page_json (CtlCall *call, const ReaPage *page)
{
  g_autoptr (CtlJson) json = ctl_json_new ();

  ctl_json_begin_object (json, NULL);
  ctl_json_begin_list (json, "conversations");
  for (guint i = 0; i < page->conversations->len; i++)
    ctl_json_add_conversation (json, NULL, g_ptr_array_index (page->conversations, i));
  ctl_json_end_list (json);
  ctl_json_add_string (json, "next", page->next);
  ctl_json_end_object (json);

  ctl_call_say_json (call, json);
}

static void
say_page (CtlCall *call, const ReaPage *page, gint64 now)
{
  if (page->conversations->len > 0)
    ctl_call_say_conversations (call, page->conversations, now);
  else
    /* TRANSLATORS: reassignctl conversations, where none matches. */
    ctl_call_say (call, "%s", _ ("No conversation matches."));

  if (page->next != NULL)
    /* TRANSLATORS: reassignctl conversations, below a page; %s is to be typed as it is. */
    ctl_call_say (call, _ ("There are more: --after=%s"), page->next);
}

gboolean
ctl_conversations (CtlCall *call, GError **error)
{
  g_autoptr (ReaFilter) filter = ctl_filter_parse (call->options, error);
  g_autoptr (ReaSession) session = NULL;
  g_autoptr (ReaPage) page = NULL;
  gint64  limit = DEFAULT_LIMIT;
  gint64  id;
  ReaSort sort;

  if (filter == NULL ||
      !ctl_options_get_number (call->options, CTL_OPTION_LIMIT, 1, MAX_LIMIT, &limit, error) ||
      !parse_sort (call, &sort, error))
    return FALSE;

  session = ctl_call_open_campaign (call, &id, error);
  if (session == NULL)
    return FALSE;

  page = rea_session_list_conversations (session, id, filter, sort,
                                         ctl_options_get (call->options, CTL_OPTION_AFTER), 0,
                                         (guint) limit, call->cancellable, error);
  if (page == NULL)
    return FALSE;

  if (call->json)
    page_json (call, page);
  else
    say_page (call, page, rea_session_now (session));

  return TRUE;
}

/* Takes @conversation, and fails with it. */
static gboolean
answer_conversation (CtlCall *call, ReaSession *session, ReaConversation *conversation)
{
  g_autoptr (ReaConversation) taken = conversation;
  g_autoptr (CtlJson) json = ctl_json_new ();

  if (taken == NULL)
    return FALSE;

  if (!call->json)
    {
      ctl_call_say_conversation (call, taken, rea_session_now (session));
      return TRUE;
    }

  ctl_json_begin_object (json, NULL);
  ctl_json_add_conversation (json, "conversation", taken);
  ctl_json_end_object (json);
  ctl_call_say_json (call, json);

  return TRUE;
}

typedef ReaConversation *(*ConversationFunc) (ReaSession *session,
                                              gint64      campaign,
                                              gint64      conversation,
                                              GError    **error);

/* The commands that take a conversation and nothing else. */
static gboolean
change_conversation (CtlCall *call, ConversationFunc func, GError **error)
{
  g_autoptr (ReaSession) session = NULL;
  gint64 conversation;
  gint64 id;

  if (!ctl_call_get_id (call, 1, "CONVERSATION", &conversation, error))
    return FALSE;

  session = ctl_call_open_campaign (call, &id, error);
  if (session == NULL)
    return FALSE;

  return answer_conversation (call, session, func (session, id, conversation, error));
}

gboolean
ctl_close (CtlCall *call, GError **error)
{
  return change_conversation (call, rea_session_close_conversation, error);
}

gboolean
ctl_reopen (CtlCall *call, GError **error)
{
  return change_conversation (call, rea_session_reopen_conversation, error);
}

gboolean
ctl_opt_out (CtlCall *call, GError **error)
{
  if (ctl_options_has (call->options, CTL_OPTION_NO))
    return change_conversation (call, rea_session_dismiss_mark, error);

  return change_conversation (call, rea_session_opt_out, error);
}

gboolean
ctl_answer (CtlCall *call, GError **error)
{
  g_autoptr (ReaSession) session = NULL;
  gint64 conversation;
  gint64 id;

  if (!ctl_call_get_id (call, 1, "CONVERSATION", &conversation, error))
    return FALSE;

  session = ctl_call_open_campaign (call, &id, error);
  if (session == NULL)
    return FALSE;

  return answer_conversation (call, session,
                              rea_session_answer (session, id, conversation, call->arguments[2],
                                                  call->arguments[3], error));
}
