/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-campaign-edit.h"

#include "rea-error.h"

#include <glib/gi18n-lib.h>

/**
 * rea_campaign_part_equal:
 * @a: a campaign
 * @b: another
 * @part: a part
 *
 * Returns: whether both have the same there
 */
gboolean
rea_campaign_part_equal (const ReaCampaign *a, const ReaCampaign *b, ReaCampaignPart part)
{
  switch (part)
    {
    case REA_PART_TITLE:
      return g_strcmp0 (a->title, b->title) == 0;
    case REA_PART_STATE:
      return a->state == b->state;
    case REA_PART_WINDOW_START:
      return a->window_start == b->window_start;
    case REA_PART_WINDOW_END:
      return a->window_end == b->window_end;
    case REA_PART_TIME_ZONE:
      return g_strcmp0 (a->time_zone, b->time_zone) == 0;
    case REA_PART_HOURS:
      return a->has_hours == b->has_hours &&
             (!a->has_hours || (a->hours_start == b->hours_start && a->hours_end == b->hours_end));
    case REA_PART_SELF_ASSIGN:
      return a->self_assign == b->self_assign && a->batch == b->batch;
    case REA_PART_COUNTRY:
      return g_strcmp0 (a->country, b->country) == 0;
    case REA_PART_MESSAGE:
      return g_strcmp0 (a->initial_message, b->initial_message) == 0;
    case REA_PART_QUESTIONS:
      return rea_questions_equal (a->questions, b->questions);
    case REA_PART_CANNED_REPLIES:
      return rea_canned_replies_equal (a->canned_replies, b->canned_replies);
    default:
      g_return_val_if_reached (TRUE);
    }
}

static void
copy_string (char **to, const char *from)
{
  char *copy = g_strdup (from);

  g_free (*to);
  *to = copy;
}

static void
copy_list (GPtrArray **to, GPtrArray *copy)
{
  g_ptr_array_unref (*to);
  *to = copy;
}

/**
 * rea_campaign_part_copy:
 * @to: a campaign
 * @from: another
 * @part: a part
 *
 * Sets a part to what the other campaign has.
 */
void
rea_campaign_part_copy (ReaCampaign *to, const ReaCampaign *from, ReaCampaignPart part)
{
  switch (part)
    {
    case REA_PART_TITLE:
      copy_string (&to->title, from->title);
      break;
    case REA_PART_STATE:
      to->state = from->state;
      break;
    case REA_PART_WINDOW_START:
      to->window_start = from->window_start;
      break;
    case REA_PART_WINDOW_END:
      to->window_end = from->window_end;
      break;
    case REA_PART_TIME_ZONE:
      copy_string (&to->time_zone, from->time_zone);
      break;
    case REA_PART_HOURS:
      to->has_hours = from->has_hours;
      to->hours_start = from->hours_start;
      to->hours_end = from->hours_end;
      break;
    case REA_PART_SELF_ASSIGN:
      to->self_assign = from->self_assign;
      to->batch = from->batch;
      break;
    case REA_PART_COUNTRY:
      copy_string (&to->country, from->country);
      break;
    case REA_PART_MESSAGE:
      copy_string (&to->initial_message, from->initial_message);
      break;
    case REA_PART_QUESTIONS:
      copy_list (&to->questions, rea_questions_copy (from->questions));
      break;
    case REA_PART_CANNED_REPLIES:
      copy_list (&to->canned_replies, rea_canned_replies_copy (from->canned_replies));
      break;
    default:
      g_return_if_reached ();
    }
}

/**
 * rea_campaign_edit_new:
 * @base: a campaign
 *
 * Returns: (transfer full): an edit that touches nothing yet
 */
ReaCampaignEdit *
rea_campaign_edit_new (const ReaCampaign *base)
{
  ReaCampaignEdit *self = g_new0 (ReaCampaignEdit, 1);

  self->base = rea_campaign_copy (base);
  self->values = rea_campaign_copy (base);

  return self;
}

ReaCampaignEdit *
rea_campaign_edit_copy (const ReaCampaignEdit *self)
{
  ReaCampaignEdit *copy = g_new0 (ReaCampaignEdit, 1);

  copy->base = rea_campaign_copy (self->base);
  copy->values = rea_campaign_copy (self->values);

  return copy;
}

void
rea_campaign_edit_free (ReaCampaignEdit *self)
{
  rea_campaign_free (self->base);
  rea_campaign_free (self->values);
  g_free (self);
}

/**
 * rea_campaign_edit_touches:
 * @self: an edit
 * @part: a part
 *
 * Returns: whether the part is to become another
 */
gboolean
rea_campaign_edit_touches (const ReaCampaignEdit *self, ReaCampaignPart part)
{
  return !rea_campaign_part_equal (self->base, self->values, part);
}

gboolean
rea_campaign_edit_touches_any (const ReaCampaignEdit *self)
{
  for (guint part = 0; part < REA_N_PARTS; part++)
    if (rea_campaign_edit_touches (self, part))
      return TRUE;

  return FALSE;
}

/**
 * rea_campaign_edit_rebase:
 * @self: an edit
 * @seen: the campaign as it is now
 *
 * Takes over what others have changed, except where it was touched here: there what
 * is wanted here stays, and who wants it has to be told.
 *
 * Returns: the parts that were changed both here and there, as bits
 */
guint
rea_campaign_edit_rebase (ReaCampaignEdit *self, const ReaCampaign *seen)
{
  guint both = 0;

  for (guint part = 0; part < REA_N_PARTS; part++)
    {
      if (!rea_campaign_edit_touches (self, part))
        rea_campaign_part_copy (self->values, seen, part);
      else if (!rea_campaign_part_equal (self->base, seen, part) &&
               !rea_campaign_part_equal (self->values, seen, part))
        both |= 1u << part;
    }

  rea_campaign_free (self->base);
  self->base = rea_campaign_copy (seen);

  return both;
}

/**
 * rea_campaign_edit_apply:
 * @campaign: the campaign as it is now
 * @user_data: a #ReaCampaignEdit
 * @error: %REA_ERROR_CHANGED where somebody else has set a part that is touched
 *
 * Sets what was touched, and nothing else: what others changed meanwhile stays.
 *
 * Returns: whether it was set
 */
gboolean
rea_campaign_edit_apply (ReaCampaign *campaign, gpointer user_data, GError **error)
{
  const ReaCampaignEdit *self = user_data;

  for (guint part = 0; part < REA_N_PARTS; part++)
    {
      if (!rea_campaign_edit_touches (self, part))
        continue;

      if (!rea_campaign_part_equal (self->base, campaign, part) &&
          !rea_campaign_part_equal (self->values, campaign, part))
        {
          g_set_error_literal (error, REA_ERROR, REA_ERROR_CHANGED,
                               /* TRANSLATORS: in the properties of a campaign. */
                               _ ("Somebody else has changed the same meanwhile; look at it and "
                                  "save again."));
          return FALSE;
        }

      rea_campaign_part_copy (campaign, self->values, part);
    }

  return TRUE;
}
