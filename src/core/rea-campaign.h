/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-canned-reply.h"
#include "rea-question.h"
#include "rea-template.h"
#include "rea-types.h"

G_BEGIN_DECLS

#define REA_BATCH_DEFAULT 300
#define REA_BATCH_MAX     5000

/**
 * ReaCampaign:
 * @window_start: when initial messages may begin, or %REA_TIME_NONE
 * @window_end: when they may not be sent any more, or %REA_TIME_NONE
 * @time_zone: an IANA name
 * @has_hours: whether there are opening hours at all
 * @hours_start: minutes after midnight, inclusive
 * @hours_end: minutes after midnight, exclusive
 * @country: the ISO 3166 code in which national phone numbers are read
 * @initial_message: (nullable): the template of the first message
 * @questions: (element-type ReaQuestion): the survey
 * @canned_replies: (element-type ReaCannedReply): texts to answer with
 * @is_demo: whether it was made by the demo; such a one may be removed
 * @total: how many conversations; with the members after it kept by the store
 * @first_conversation: no conversation of the campaign has a lower id
 * @last_conversation: nor a higher one
 * @revision: raised by every change but presence
 *
 * A set of contacts to text.
 */
typedef struct
{
  gint64     id;
  char      *title;
  ReaState   state;
  gint64     window_start;
  gint64     window_end;
  char      *time_zone;
  gboolean   has_hours;
  int        hours_start;
  int        hours_end;
  gboolean   self_assign;
  int        batch;
  char      *country;
  char      *initial_message;
  GPtrArray *questions;
  GPtrArray *canned_replies;
  gboolean   is_demo;

  gint64 total;
  gint64 n_senders;
  gint64 opted_out;
  gint64 wrote_after_opt_out;
  gint64 marked;
  gint64 first_conversation;
  gint64 last_conversation;
  gint64 revision;
} ReaCampaign;

/**
 * ReaCampaignPart:
 *
 * What of a campaign is set by itself: a field of its properties.
 */
typedef enum
{
  REA_PART_TITLE,
  REA_PART_STATE,
  REA_PART_WINDOW_START,
  REA_PART_WINDOW_END,
  REA_PART_TIME_ZONE,
  REA_PART_HOURS,
  REA_PART_SELF_ASSIGN,
  REA_PART_COUNTRY,
  REA_PART_MESSAGE,
  REA_PART_QUESTIONS,
  REA_PART_CANNED_REPLIES,
} ReaCampaignPart;

#define REA_N_PARTS 11

ReaCampaign *rea_campaign_new (const char *title) G_GNUC_WARN_UNUSED_RESULT;
ReaCampaign *rea_campaign_copy (const ReaCampaign *self) G_GNUC_WARN_UNUSED_RESULT;
void         rea_campaign_free (ReaCampaign *self);

const char *rea_campaign_get_status_text (const ReaCampaign *self, gint64 now);
gboolean    rea_campaign_window_is_open (const ReaCampaign *self, gint64 now);
gboolean rea_campaign_is_within_hours (const ReaCampaign *self, const char *time_zone, gint64 now);
gboolean rea_campaign_validate (const ReaCampaign *self, GError **error);
gboolean rea_campaign_find_fault (const ReaCampaign *self, ReaCampaignPart *part, GError **error);

gboolean rea_campaign_check_texts (const ReaCampaign  *self,
                                   const ReaVariables *variables,
                                   ReaCampaignPart    *part,
                                   guint              *reply,
                                   GError            **error);

const ReaQuestion *rea_campaign_find_question (const ReaCampaign *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaCampaign, rea_campaign_free)

G_END_DECLS
