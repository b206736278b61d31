/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-session-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

/**
 * rea_session_add_fields:
 * @self: a session in a transaction
 * @campaign: a campaign
 * @variables: changed: knows all fields that contacts of the campaign have
 * @error: what went wrong
 *
 * Fields that it knows already keep what they stand for, others stand for nothing.
 *
 * Returns: whether the names could be read
 */
gboolean
rea_session_add_fields (ReaSession        *self,
                        const ReaCampaign *campaign,
                        ReaVariables      *variables,
                        GError           **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (!rea_store_list_field_names (rea_session_get_store (self), campaign, names, error))
    return FALSE;

  for (guint i = 0; i < names->len; i++)
    rea_variables_add (variables, g_ptr_array_index (names, i), "");

  return TRUE;
}

/**
 * rea_session_check_variables:
 * @self: a session in a transaction
 * @campaign: a campaign with its contacts in the store
 * @error: %REA_ERROR_INVALID, naming the variable
 *
 * Returns: whether its texts name only variables that it has
 */
gboolean
rea_session_check_variables (ReaSession *self, const ReaCampaign *campaign, GError **error)
{
  g_autoptr (ReaVariables) variables = rea_variables_new (NULL, NULL);

  /* The names of fields are asked for only where a text has others than people's. */
  return rea_campaign_check_texts (campaign, variables, NULL, NULL, NULL) ||
         (rea_session_add_fields (self, campaign, variables, error) &&
          rea_campaign_check_texts (campaign, variables, NULL, NULL, error));
}

/* What the contact has in its fields. */
static gboolean
add_own_fields (const ReaConversation *contact, ReaVariables *variables, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *value;

  if (contact->fields == NULL)
    return TRUE;

  root = json_from_string (contact->fields, error);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return root != NULL;

  json_object_iter_init_ordered (&iter, json_node_get_object (root));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      const char *text = json_node_get_string (value);

      rea_variables_add (variables, name, text != NULL ? text : "");
    }

  return TRUE;
}

/**
 * rea_session_fill_in_for:
 * @self: a session in a transaction
 * @campaign: a campaign
 * @contact: one of its conversations
 * @writer: who writes there
 * @text: what is written
 * @error: %REA_ERROR_INVALID for a variable that the campaign doesn't have
 *
 * A field that only other contacts have stands for nothing.
 *
 * Returns: (transfer full) (nullable): @text with its variables filled in
 */
char *
rea_session_fill_in_for (ReaSession            *self,
                         const ReaCampaign     *campaign,
                         const ReaConversation *contact,
                         const ReaUser         *writer,
                         const char            *text,
                         GError               **error)
{
  g_autoptr (ReaVariables) variables = rea_variables_new (contact, writer);
  char *filled = NULL;

  if (!add_own_fields (contact, variables, error))
    return NULL;

  filled = rea_template_fill (text, variables, NULL);
  if (filled != NULL)
    return filled;

  if (!rea_session_add_fields (self, campaign, variables, error))
    return NULL;

  return rea_template_fill (text, variables, error);
}

/**
 * rea_session_fill_in:
 * @self: a session in a transaction
 * @campaign: a campaign
 * @contact: one of its conversations
 * @text: what the acting user writes there
 * @error: as for rea_session_fill_in_for()
 *
 * Returns: (transfer full) (nullable): @text with its variables filled in
 */
char *
rea_session_fill_in (ReaSession            *self,
                     const ReaCampaign     *campaign,
                     const ReaConversation *contact,
                     const char            *text,
                     GError               **error)
{
  return rea_session_fill_in_for (self, campaign, contact, rea_session_get_user (self), text,
                                  error);
}

/**
 * rea_session_fill_in_as_written:
 * @self: a session in a transaction
 * @campaign: a campaign
 * @contact: one of its conversations
 * @text: what the acting user has written there and sees
 * @error: what went wrong
 *
 * As rea_session_fill_in(), but a percent sign that belongs to no variable of the
 * campaign is sent as it stands there.
 *
 * Returns: (transfer full) (nullable): @text with its variables filled in
 */
char *
rea_session_fill_in_as_written (ReaSession            *self,
                                const ReaCampaign     *campaign,
                                const ReaConversation *contact,
                                const char            *text,
                                GError               **error)
{
  g_autoptr (ReaVariables) variables = NULL;

  if (strchr (text, '%') == NULL)
    return g_strdup (text);

  variables = rea_variables_new (contact, rea_session_get_user (self));
  if (!add_own_fields (contact, variables, error) ||
      !rea_session_add_fields (self, campaign, variables, error))
    return NULL;

  return rea_template_fill_as_written (text, variables);
}
