/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rea-contacts-file.h"
#include "rea-exchange.h"

G_BEGIN_DECLS

/**
 * ReaFault:
 * @REA_FAULT_NO_PHONE: there is none
 * @REA_FAULT_BAD_PHONE: it is no possible one
 * @REA_FAULT_TWICE: it stands in the file before
 * @REA_FAULT_PRESENT: the campaign has it already
 * @REA_FAULT_OTHER: anything else
 *
 * Why a row is rejected, as far as it is counted.
 */
typedef enum
{
  REA_FAULT_NO_PHONE,
  REA_FAULT_BAD_PHONE,
  REA_FAULT_TWICE,
  REA_FAULT_PRESENT,
  REA_FAULT_OTHER,
} ReaFault;

#define REA_N_FAULTS 5

/**
 * ReaFaultyRow:
 * @line: where the row begins
 * @reason: a sentence
 * @text: the row as it stands in the file, on one line and not too long
 */
typedef struct
{
  gint64 line;
  char  *reason;
  char  *text;
} ReaFaultyRow;

/**
 * ReaContactsCheck:
 * @n_rows: how many rows the file has, the header and blank lines aside
 * @n_good: how many would become conversations
 * @n_opted_out: how many of these are on the opt-out list
 * @n_faulty: how many would be rejected
 * @n: of these, how many for each reason
 * @faulty: (element-type ReaFaultyRow): the first %REA_MAX_REJECTED
 *
 * What an import would do.
 */
typedef struct
{
  gint64     n_rows;
  gint64     n_good;
  gint64     n_opted_out;
  gint64     n_faulty;
  gint64     n[REA_N_FAULTS];
  GPtrArray *faulty;
} ReaContactsCheck;

void rea_contacts_check_free (ReaContactsCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReaContactsCheck, rea_contacts_check_free)

ReaContactsCheck *rea_session_check_contacts_file (ReaSession            *self,
                                                   gint64                 campaign,
                                                   const ReaCampaign     *values,
                                                   const ReaContactsFile *file,
                                                   const char            *faulty_path,
                                                   ReaProgressFunc        progress,
                                                   gpointer               user_data,
                                                   GCancellable          *cancellable,
                                                   GError               **error);
gint64            rea_session_import_contacts_file (ReaSession            *self,
                                                    gint64                 campaign,
                                                    const ReaCampaign     *values,
                                                    const ReaContactsFile *file,
                                                    gint64                 n_rows,
                                                    ReaProgressFunc        progress,
                                                    gpointer               user_data,
                                                    GCancellable          *cancellable,
                                                    ReaImportReport      **report,
                                                    GError               **error);

G_END_DECLS
