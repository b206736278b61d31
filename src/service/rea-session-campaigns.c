/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-session-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whether the acting user sees the campaign: a sender sees those they are in. */
static gboolean
is_visible (ReaSession *self, const ReaCampaign *campaign, gboolean *visible, GError **error)
{
  const ReaUser *user = rea_session_get_user (self);

  *visible = rea_role_get_reach (user->role, REA_VERB_SEE) == REA_REACH_ALL;

  return *visible ||
         rea_store_is_sender (rea_session_get_store (self), campaign->id, user->id, visible, error);
}

static GPtrArray *
keep_visible (ReaSession *self, GPtrArray *campaigns, GError **error)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) rea_campaign_free);

  for (guint i = 0; i < campaigns->len; i++)
    {
      const ReaCampaign *campaign = g_ptr_array_index (campaigns, i);
      gboolean           visible;

      if (!is_visible (self, campaign, &visible, error))
        return NULL;
      if (visible)
        g_ptr_array_add (kept, rea_campaign_copy (campaign));
    }

  return g_steal_pointer (&kept);
}

static GPtrArray *
list_visible (ReaSession *self, GError **error)
{
  g_autoptr (GPtrArray) campaigns = rea_store_list_campaigns (rea_session_get_store (self), error);

  return campaigns != NULL ? keep_visible (self, campaigns, error) : NULL;
}

/**
 * rea_session_list_campaigns:
 * @self: a session
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type ReaCampaign): the campaigns
 *   that the acting user sees, in the order in which they were made
 */
GPtrArray *
rea_session_list_campaigns (ReaSession *self, GError **error)
{
  g_autoptr (GPtrArray) campaigns = NULL;

  if (!rea_session_begin (self, REA_STORE_READ, NULL, error))
    return NULL;

  campaigns = list_visible (self, error);
  if (!rea_session_end (self, campaigns != NULL, error))
    return NULL;

  return g_steal_pointer (&campaigns);
}

static GPtrArray *
list_own (ReaSession *self, GError **error)
{
  ReaStore *store = rea_session_get_store (self);
  g_autoptr (GPtrArray) campaigns = rea_store_list_campaigns (store, error);

  for (guint i = campaigns != NULL ? campaigns->len : 0; i > 0; i--)
    {
      const ReaCampaign *campaign = g_ptr_array_index (campaigns, i - 1);
      gboolean           is_sender;

      if (!rea_store_is_sender (store, campaign->id, rea_session_get_user (self)->id, &is_sender,
                                error))
        return NULL;
      if (!is_sender)
        g_ptr_array_remove_index (campaigns, i - 1);
    }

  return g_steal_pointer (&campaigns);
}

/**
 * rea_session_list_own_campaigns:
 * @self: a session
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type ReaCampaign): the campaigns
 *   that the acting user is a sender of, in the order in which they were made
 */
GPtrArray *
rea_session_list_own_campaigns (ReaSession *self, GError **error)
{
  g_autoptr (GPtrArray) campaigns = NULL;

  if (!rea_session_begin (self, REA_STORE_READ, NULL, error))
    return NULL;

  campaigns = list_own (self, error);
  if (!rea_session_end (self, campaigns != NULL, error))
    return NULL;

  return g_steal_pointer (&campaigns);
}

/* Titles are compared as they are. Of several only those count that are seen. */
static gint64
find_by_title (ReaSession *self, const char *title, GError **error)
{
  g_autoptr (GPtrArray) campaigns = rea_store_list_campaigns (rea_session_get_store (self), error);
  g_autoptr (GPtrArray) visible = NULL;

  if (campaigns == NULL)
    return 0;

  for (guint i = campaigns->len; i > 0; i--)
    {
      const ReaCampaign *campaign = g_ptr_array_index (campaigns, i - 1);

      if (!g_str_equal (campaign->title, title))
        g_ptr_array_remove_index (campaigns, i - 1);
    }

  if (campaigns->len == 0)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_NOT_FOUND, _ ("There is no campaign “%s”."), title);
      return 0;
    }

  if (campaigns->len == 1)
    return ((const ReaCampaign *) g_ptr_array_index (campaigns, 0))->id;

  visible = keep_visible (self, campaigns, error);
  if (visible == NULL)
    return 0;

  if (visible->len == 1)
    return ((const ReaCampaign *) g_ptr_array_index (visible, 0))->id;

  g_set_error (error, REA_ERROR, REA_ERROR_AMBIGUOUS,
               ngettext ("%u campaign is called “%s”; use its number.",
                         "%u campaigns are called “%s”; use the number of one.", campaigns->len),
               campaigns->len, title);

  return 0;
}

/**
 * rea_session_find_campaign:
 * @self: a session
 * @name: the number of a campaign, or its exact title
 * @error: %REA_ERROR_NOT_FOUND, %REA_ERROR_AMBIGUOUS
 *
 * Digits are a number. Whether there is a campaign of that number, and who may do
 * what there, is seen by what is done with it.
 *
 * Returns: the number of a campaign, or 0
 */
gint64
rea_session_find_campaign (ReaSession *self, const char *name, GError **error)
{
  gint64 id = 0;

  g_return_val_if_fail (name != NULL, 0);

  if (*name != '\0' && strspn (name, "0123456789") == strlen (name))
    {
      if (g_ascii_string_to_signed (name, 10, 1, G_MAXINT64, &id, NULL))
        return id;

      g_set_error (error, REA_ERROR, REA_ERROR_NOT_FOUND, _ ("There is no campaign %s."), name);
      return 0;
    }

  if (!rea_session_begin (self, REA_STORE_READ, NULL, error))
    return 0;

  id = find_by_title (self, name, error);

  return rea_session_end (self, id != 0, error) ? id : 0;
}

/**
 * rea_session_get_campaign:
 * @self: a session
 * @campaign: the number of a campaign
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the campaign
 */
ReaCampaign *
rea_session_get_campaign (ReaSession *self, gint64 campaign, GError **error)
{
  g_autoptr (ReaCampaign) entered = NULL;

  if (!rea_session_begin (self, REA_STORE_READ, NULL, error))
    return NULL;

  entered = rea_session_enter (self, campaign, REA_VERB_SEE, error);
  if (!rea_session_end (self, entered != NULL, error))
    return NULL;

  return g_steal_pointer (&entered);
}

/**
 * rea_session_insert_campaign:
 * @self: a session in a write transaction
 * @values: what it is to be
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable): the new campaign
 */
ReaCampaign *
rea_session_insert_campaign (ReaSession *self, const ReaCampaign *values, GError **error)
{
  ReaStore *store = rea_session_get_store (self);
  g_autoptr (ReaCampaign) campaign = NULL;

  if (!rea_role_check (rea_session_get_user (self)->role, REA_VERB_MANAGE_CAMPAIGN, error) ||
      !rea_campaign_validate (values, error))
    return NULL;

  campaign = rea_campaign_copy (values);
  if (!rea_store_insert_campaign (store, campaign, error) ||
      (campaign->state != REA_STATE_DRAFT && !rea_session_check_variables (self, campaign, error)))
    return NULL;

  return rea_store_get_campaign (store, campaign->id, error);
}

/**
 * rea_session_create_campaign:
 * @self: a session
 * @values: what it is to be
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable): the new campaign
 */
ReaCampaign *
rea_session_create_campaign (ReaSession *self, const ReaCampaign *values, GError **error)
{
  g_autoptr (ReaCampaign) campaign = NULL;

  if (!rea_session_begin (self, REA_STORE_WRITE, NULL, error))
    return NULL;

  campaign = rea_session_insert_campaign (self, values, error);
  if (!rea_session_end (self, campaign != NULL, error))
    return NULL;

  return g_steal_pointer (&campaign);
}

static gboolean
same_texts (const ReaCampaign *a, const ReaCampaign *b)
{
  if (g_strcmp0 (a->initial_message, b->initial_message) != 0 ||
      a->canned_replies->len != b->canned_replies->len)
    return FALSE;

  for (guint i = 0; i < a->canned_replies->len; i++)
    {
      const ReaCannedReply *one = g_ptr_array_index (a->canned_replies, i);
      const ReaCannedReply *other = g_ptr_array_index (b->canned_replies, i);

      if (!g_str_equal (one->text, other->text))
        return FALSE;
    }

  return TRUE;
}

static gboolean
same_questions (const ReaCampaign *a, const ReaCampaign *b)
{
  if (a->questions->len != b->questions->len)
    return FALSE;

  for (guint i = 0; i < a->questions->len; i++)
    {
      const ReaQuestion *one = g_ptr_array_index (a->questions, i);
      const ReaQuestion *other = g_ptr_array_index (b->questions, i);

      if (!g_str_equal (one->id, other->id) ||
          !g_strv_equal ((const char *const *) one->answers, (const char *const *) other->answers))
        return FALSE;
    }

  return TRUE;
}

/* A draft may name fields that are yet to be imported; it cannot become active
 * before they are. An old text that stays doesn't keep a campaign from closing.
 */
static gboolean
needs_its_variables (const ReaCampaign *before, const ReaCampaign *after)
{
  return after->state == REA_STATE_ACTIVE ||
         (after->state != REA_STATE_DRAFT && !same_texts (before, after));
}

static ReaCampaign *
set_campaign (ReaSession       *self,
              gint64            id,
              ReaCampaignChange change,
              gpointer          user_data,
              GError          **error)
{
  ReaStore *store = rea_session_get_store (self);
  g_autoptr (ReaCampaign) before = NULL;
  g_autoptr (ReaCampaign) after = NULL;

  before = rea_session_enter (self, id, REA_VERB_MANAGE_CAMPAIGN, error);
  if (before == NULL)
    return NULL;

  after = rea_campaign_copy (before);
  if (!change (after, user_data, error) || !rea_campaign_validate (after, error) ||
      (needs_its_variables (before, after) && !rea_session_check_variables (self, after, error)) ||
      !rea_store_update_campaign (store, after, error) ||
      (!same_questions (before, after) && !rea_store_reset_surveys (store, after, error)))
    return NULL;

  return rea_store_get_campaign (store, id, error);
}

/**
 * rea_session_set_campaign:
 * @self: a session
 * @campaign: the number of a campaign
 * @change: sets what is to be changed
 * @user_data: for @change
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND, %REA_ERROR_INVALID, or
 *   what @change sets
 *
 * Returns: (transfer full) (nullable): the campaign as it is then
 */
ReaCampaign *
rea_session_set_campaign (ReaSession       *self,
                          gint64            campaign,
                          ReaCampaignChange change,
                          gpointer          user_data,
                          GError          **error)
{
  g_autoptr (ReaCampaign) changed = NULL;

  if (!rea_session_begin (self, REA_STORE_WRITE, NULL, error))
    return NULL;

  changed = set_campaign (self, campaign, change, user_data, error);
  if (!rea_session_end (self, changed != NULL, error))
    return NULL;

  return g_steal_pointer (&changed);
}

static ReaCampaign *
remove_campaign (ReaSession *self, gint64 id, GError **error)
{
  g_autoptr (ReaCampaign) campaign = rea_session_enter (self, id, REA_VERB_MANAGE_CAMPAIGN, error);

  if (campaign == NULL)
    return NULL;

  if (campaign->state != REA_STATE_ARCHIVED && !campaign->is_demo)
    {
      g_set_error (error, REA_ERROR, REA_ERROR_WRONG_STATE,
                   _ ("“%s” is not archived; only an archived campaign can be removed."),
                   campaign->title);
      return NULL;
    }

  if (!rea_store_delete_campaign (rea_session_get_store (self), id, error))
    return NULL;

  return g_steal_pointer (&campaign);
}

/**
 * rea_session_remove_campaign:
 * @self: a session
 * @campaign: the number of a campaign that is archived or a demo
 * @error: %REA_ERROR_NOT_PERMITTED, %REA_ERROR_NOT_FOUND, %REA_ERROR_WRONG_STATE
 *
 * Removes it with everything in it, for good.
 *
 * Returns: (transfer full) (nullable): what it was
 */
ReaCampaign *
rea_session_remove_campaign (ReaSession *self, gint64 campaign, GError **error)
{
  g_autoptr (ReaCampaign) removed = NULL;

  if (!rea_session_begin (self, REA_STORE_WRITE, NULL, error))
    return NULL;

  removed = remove_campaign (self, campaign, error);
  if (!rea_session_end (self, removed != NULL, error))
    return NULL;

  return g_steal_pointer (&removed);
}
