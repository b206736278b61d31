/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-session-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

void
rea_page_free (ReaPage *self)
{
  g_ptr_array_unref (self->conversations);
  g_free (self->next);
  g_free (self);
}

/* Whether all that are named are the campaign's; they stand in order, and none has a
 * number below one.
 */
static gboolean
check_named (ReaSession *self, const ReaCampaign *campaign, GArray *ids, GError **error)
{
  gint64 missing;

  if (ids == NULL || ids->len == 0)
    return TRUE;

  missing = g_array_index (ids, gint64, 0);
  if (missing > 0)
    {
      missing = rea_store_find_missing (rea_session_get_store (self), campaign, ids, error);
      if (missing <= 0)
        return missing == 0;
    }

  g_set_error (error, REA_ERROR, REA_ERROR_NOT_FOUND,
               _ ("There is no conversation %" PRId64 " in this campaign."), missing);

  return FALSE;
}

/**
 * rea_session_make_query:
 * @self: a session in a transaction
 * @campaign: a campaign that the session has entered; it must outlive @query
 * @filter: a filter; so must it
 * @senders: (element-type ReaSender): the campaign's senders
 * @query: (out caller-allocates): the filter, resolved; its holders are the caller's
 * @error: %REA_ERROR_NOT_FOUND for a sender or a conversation that is not there
 *
 * Returns: whether everything that the filter names is there
 */
gboolean
rea_session_make_query (ReaSession        *self,
                        const ReaCampaign *campaign,
                        const ReaFilter   *filter,
                        GPtrArray         *senders,
                        ReaQuery          *query,
                        GError           **error)
{
  gint64 now = rea_session_now (self);

  *query = (ReaQuery){ .campaign = campaign, .filter = filter, .now = now };

  if (!check_named (self, campaign, filter->conversations, error))
    return FALSE;

  if (!rea_filter_resolve_holders (filter, senders, now, &query->holders, error))
    return FALSE;

  query->only_holder = rea_session_get_only_holder (self);
  query->reader = rea_session_get_user (self)->id;

  return TRUE;
}

/* A token says behind which conversation a page begins, and of which list. */
static char *
hash_list (const ReaQuery *query, ReaSort sort)
{
  g_autofree char *filter = rea_filter_to_string (query->filter);
  g_autofree char *list =
      g_strdup_printf ("%" G_GINT64_FORMAT " %d %s", query->campaign->id, sort, filter);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, list, -1);

  return g_strndup (hash, 8);
}

static char *
make_token (const ReaQuery *query, ReaSort sort, const ReaConversation *last)
{
  g_autofree char *hash = hash_list (query, sort);
  g_autofree char *first_name =
      g_base64_encode ((const guchar *) last->first_name, strlen (last->first_name));
  g_autofree char *last_name =
      g_base64_encode ((const guchar *) last->last_name, strlen (last->last_name));

  return g_strdup_printf ("%s.%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT ".%s.%s", hash, last->id,
                          rea_conversation_get_waiting_since (last), first_name, last_name);
}

static void
clear_key (ReaPageKey *key)
{
  g_free (key->first_name);
  g_free (key->last_name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReaPageKey, clear_key)

static char *
decode_name (const char *encoded)
{
  gsize              length;
  g_autofree guchar *bytes = g_base64_decode (encoded, &length);

  return g_utf8_validate ((const char *) bytes, length, NULL)
             ? g_strndup ((const char *) bytes, length)
             : NULL;
}

static gboolean
read_token (const ReaQuery *query, ReaSort sort, const char *token, ReaPageKey *key, GError **error)
{
  g_autofree char *hash = hash_list (query, sort);
  g_auto (GStrv) parts = NULL;

  if (token == NULL)
    return TRUE;

  parts = g_strsplit (token, ".", -1);
  if (g_strv_length (parts) == 5 && g_str_equal (parts[0], hash) &&
      g_ascii_string_to_signed (parts[1], 10, 1, G_MAXINT64, &key->id, NULL) &&
      g_ascii_string_to_signed (parts[2], 10, G_MININT64, G_MAXINT64, &key->waiting_since, NULL))
    {
      key->first_name = decode_name (parts[3]);
      key->last_name = decode_name (parts[4]);
    }

  if (key->first_name == NULL || key->last_name == NULL)
    {
      g_set_error_literal (error, REA_ERROR, REA_ERROR_INVALID,
                           _ ("That token is of another list; begin at its first page."));
      return FALSE;
    }

  return TRUE;
}

static ReaPage *
read_page (ReaSession      *self,
           gint64           campaign_id,
           const ReaFilter *filter,
           ReaSort          sort,
           const char      *after,
           guint64          skip,
           guint            limit,
           GError         **error)
{
  ReaStore *store = rea_session_get_store (self);
  g_autoptr (ReaCampaign) campaign =
      rea_session_enter (self, campaign_id, REA_VERB_SEE_CONVERSATIONS, error);
  g_autoptr (GPtrArray) senders = NULL;
  g_autoptr (GArray) holders = NULL;
  g_auto (ReaPageKey) key = { 0 };
  g_autoptr (GPtrArray) conversations = NULL;
  ReaPage *page;
  ReaQuery query;

  if (campaign == NULL)
    return NULL;

  senders = rea_store_list_senders (store, campaign_id, rea_session_now (self), error);
  if (senders == NULL || !rea_session_make_query (self, campaign, filter, senders, &query, error))
    return NULL;

  holders = query.holders;
  if (!read_token (&query, sort, after, &key, error))
    return NULL;

  /* One more than asked for tells whether there is a page behind this one. */
  conversations = rea_store_page (store, &query, sort, &key, skip, limit + 1, error);
  if (conversations == NULL)
    return NULL;

  page = g_new0 (ReaPage, 1);
  if (conversations->len > limit)
    {
      g_ptr_array_set_size (conversations, limit);
      page->next = make_token (&query, sort, g_ptr_array_index (conversations, limit - 1));
    }
  page->conversations = g_steal_pointer (&conversations);

  return page;
}

/**
 * rea_session_list_conversations:
 * @self: a session
 * @campaign: the number of a campaign
 * @filter: which of its conversations
 * @sort: in which order
 * @after: (nullable): the token of the page before
 * @skip: how many to pass over behind that
 * @limit: how many at most
 * @cancellable: (nullable): ends it early
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND, or %REA_ERROR_INVALID
 *   for a token of another list
 *
 * A sender sees their own conversations only.
 *
 * Returns: (transfer full) (nullable): a page
 */
ReaPage *
rea_session_list_conversations (ReaSession      *self,
                                gint64           campaign,
                                const ReaFilter *filter,
                                ReaSort          sort,
                                const char      *after,
                                guint64          skip,
                                guint            limit,
                                GCancellable    *cancellable,
                                GError         **error)
{
  g_autoptr (ReaPage) page = NULL;

  g_return_val_if_fail (limit > 0, NULL);

  if (!rea_session_begin (self, REA_STORE_READ, cancellable, error))
    return NULL;

  page = read_page (self, campaign, filter, sort, after, skip, limit, error);

  return rea_session_end (self, page != NULL, error) ? g_steal_pointer (&page) : NULL;
}

/* What the counters say of a filter that names holders and statuses only. */
static ReaTally *
tally_counters (const ReaTally *holdings, const ReaQuery *query)
{
  ReaTally      *tally = rea_tally_new ();
  GHashTableIter iter;
  gpointer       key, value;

  rea_tally_iter_init (holdings, &iter);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      gint64           holder = *(const gint64 *) key;
      const ReaCounts *counts = value;
      gboolean         covered = query->holders == NULL;

      for (guint i = 0; !covered && i < query->holders->len; i++)
        covered = g_array_index (query->holders, gint64, i) == holder;

      if (!covered || (query->only_holder != 0 && query->only_holder != holder))
        continue;

      for (int status = 0; status < REA_N_STATUSES; status++)
        if (query->filter->status == REA_STATUS_ANY || (int) query->filter->status == status)
          rea_tally_add (tally, holder, status, counts->n[status]);
    }

  return tally;
}

/**
 * rea_session_tally_query:
 * @self: a session in a transaction
 * @query: a filter, resolved
 * @holdings: what everyone holds, by the counters
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): what of each holder passes the filter
 */
ReaTally *
rea_session_tally_query (ReaSession     *self,
                         const ReaQuery *query,
                         const ReaTally *holdings,
                         GError        **error)
{
  if (rea_filter_names_counts_only (query->filter))
    return tally_counters (holdings, query);

  return rea_store_tally (rea_session_get_store (self), query, error);
}

static ReaTally *
read_tally (ReaSession *self, gint64 campaign_id, const ReaFilter *filter, GError **error)
{
  ReaStore *store = rea_session_get_store (self);
  g_autoptr (ReaCampaign) campaign =
      rea_session_enter (self, campaign_id, REA_VERB_SEE_CONVERSATIONS, error);
  g_autoptr (GPtrArray) senders = NULL;
  g_autoptr (ReaTally) holdings = NULL;
  g_autoptr (GArray) holders = NULL;
  ReaQuery query;

  if (campaign == NULL)
    return NULL;

  senders = rea_store_list_senders (store, campaign_id, rea_session_now (self), error);
  holdings = rea_store_get_holdings (store, campaign_id, error);
  if (senders == NULL || holdings == NULL ||
      !rea_session_make_query (self, campaign, filter, senders, &query, error))
    return NULL;

  holders = query.holders;

  return rea_session_tally_query (self, &query, holdings, error);
}

/**
 * rea_session_tally:
 * @self: a session
 * @campaign: the number of a campaign
 * @filter: which of its conversations
 * @cancellable: (nullable): ends it early
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): how many of each holder and status pass
 */
ReaTally *
rea_session_tally (ReaSession      *self,
                   gint64           campaign,
                   const ReaFilter *filter,
                   GCancellable    *cancellable,
                   GError         **error)
{
  g_autoptr (ReaTally) tally = NULL;

  if (!rea_session_begin (self, REA_STORE_READ, cancellable, error))
    return NULL;

  tally = read_tally (self, campaign, filter, error);

  return rea_session_end (self, tally != NULL, error) ? g_steal_pointer (&tally) : NULL;
}

/**
 * rea_session_get_conversation:
 * @self: a session
 * @campaign: the number of a campaign
 * @conversation: the number of one of its conversations
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the conversation
 */
ReaConversation *
rea_session_get_conversation (ReaSession *self,
                              gint64      campaign,
                              gint64      conversation,
                              GError    **error)
{
  g_autoptr (ReaConversation) found = NULL;

  if (!rea_session_begin (self, REA_STORE_READ, NULL, error))
    return NULL;

  found = rea_session_enter_conversation (self, campaign, conversation, REA_VERB_SEE_CONVERSATIONS,
                                          NULL, error);

  return rea_session_end (self, found != NULL, error) ? g_steal_pointer (&found) : NULL;
}

typedef GPtrArray *(*ListFunc) (ReaStore              *store,
                                const ReaConversation *conversation,
                                GError               **error);

static GPtrArray *
list_of (ReaSession *self, gint64 campaign, gint64 conversation, ListFunc list, GError **error)
{
  g_autoptr (ReaConversation) entered = NULL;
  g_autoptr (GPtrArray) result = NULL;

  if (!rea_session_begin (self, REA_STORE_READ, NULL, error))
    return NULL;

  entered = rea_session_enter_conversation (self, campaign, conversation,
                                            REA_VERB_SEE_CONVERSATIONS, NULL, error);
  if (entered != NULL)
    result = list (rea_session_get_store (self), entered, error);

  return rea_session_end (self, result != NULL, error) ? g_steal_pointer (&result) : NULL;
}

static GPtrArray *
list_messages (ReaStore *store, const ReaConversation *conversation, GError **error)
{
  return rea_store_list_messages (store, conversation->id, 0, 0, error);
}

static GPtrArray *
list_answers (ReaStore *store, const ReaConversation *conversation, GError **error)
{
  return rea_store_list_answers (store, conversation->id, error);
}

/**
 * rea_session_list_messages:
 * @self: a session
 * @campaign: the number of a campaign
 * @conversation: the number of one of its conversations
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable) (element-type ReaMessage): all of its
 *   messages, oldest first
 */
GPtrArray *
rea_session_list_messages (ReaSession *self, gint64 campaign, gint64 conversation, GError **error)
{
  return list_of (self, campaign, conversation, list_messages, error);
}

/**
 * rea_session_list_answers:
 * @self: a session
 * @campaign: the number of a campaign
 * @conversation: the number of one of its conversations
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable) (element-type ReaAnswer): the survey's answers
 */
GPtrArray *
rea_session_list_answers (ReaSession *self, gint64 campaign, gint64 conversation, GError **error)
{
  return list_of (self, campaign, conversation, list_answers, error);
}

/**
 * rea_session_list_trail:
 * @self: a session
 * @campaign: the number of a campaign
 * @conversation: the number of one of its conversations
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable) (element-type ReaTrailEntry): who held it,
 *   since when, by whose move, oldest first
 */
GPtrArray *
rea_session_list_trail (ReaSession *self, gint64 campaign, gint64 conversation, GError **error)
{
  return list_of (self, campaign, conversation, rea_store_list_trail, error);
}
