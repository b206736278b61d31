/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-plan-summary.h"

#include "rea-css.h"
#include "rea-plan-text.h"

struct _ReaPlanSummary
{
  AdwBin parent_instance;

  GtkWidget *what_box;
  GtkWidget *stale_label;
  GtkLabel  *title_label;
  GtkLabel  *detail_label;
  GtkWidget *warning_box;
  GtkLabel  *warning_label;
  GtkWidget *notice_box;
  GtkLabel  *notice_label;
};

G_DEFINE_FINAL_TYPE (ReaPlanSummary, rea_plan_summary, ADW_TYPE_BIN)

static void
set_sentences (ReaPlanSummary *self, const char *title, const char *detail, const char *warning)
{
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->detail_label, detail);
  gtk_label_set_text (self->warning_label, warning != NULL ? warning : "");
  gtk_widget_set_visible (self->warning_box, warning != NULL);
}

/**
 * rea_plan_summary_show_plan:
 * @self: the sentences
 * @plan: what a request would do
 * @request: the request
 *
 * Says what will happen, from whom it comes, and why some receive nothing.
 */
void
rea_plan_summary_show_plan (ReaPlanSummary *self, const ReaPlan *plan, const ReaRequest *request)
{
  g_autofree char *title = rea_plan_text_title (plan, request->to);
  g_autofree char *givers = rea_plan_text_givers (plan);
  g_autofree char *warning = rea_plan_text_warning (plan);
  g_autofree char *spared =
      request->divide == REA_DIVIDE_LEVEL ? rea_plan_text_spared (plan) : NULL;
  g_autofree char *detail = NULL;

  g_return_if_fail (REA_IS_PLAN_SUMMARY (self));

  /* Where nobody is spared, it ends there. */
  detail = g_strjoin (" ", givers, spared, NULL);
  set_sentences (self, title, detail, warning);
}

/**
 * rea_plan_summary_show_reason:
 * @self: the sentences
 * @title: that nothing moves
 * @reason: why, and what to do
 *
 * Says why nothing will happen.
 */
void
rea_plan_summary_show_reason (ReaPlanSummary *self, const char *title, const char *reason)
{
  g_return_if_fail (REA_IS_PLAN_SUMMARY (self));

  set_sentences (self, title, reason, NULL);
}

/**
 * rea_plan_summary_set_notice:
 * @self: the sentences
 * @notice: (nullable): why a move was not done, or %NULL
 *
 * Says what came of the last attempt.
 */
void
rea_plan_summary_set_notice (ReaPlanSummary *self, const char *notice)
{
  g_return_if_fail (REA_IS_PLAN_SUMMARY (self));

  gtk_label_set_text (self->notice_label, notice != NULL ? notice : "");
  gtk_widget_set_visible (self->notice_box, notice != NULL);
}

/**
 * rea_plan_summary_get_notice:
 * @self: the sentences
 *
 * Returns: what came of the last attempt, or an empty text
 */
const char *
rea_plan_summary_get_notice (ReaPlanSummary *self)
{
  g_return_val_if_fail (REA_IS_PLAN_SUMMARY (self), NULL);

  return gtk_label_get_text (self->notice_label);
}

/**
 * rea_plan_summary_set_stale:
 * @self: the sentences
 * @stale: whether they belong to an earlier request
 *
 * Marks what is outdated, in words too.
 */
void
rea_plan_summary_set_stale (ReaPlanSummary *self, gboolean stale)
{
  g_return_if_fail (REA_IS_PLAN_SUMMARY (self));

  gtk_widget_set_visible (self->stale_label, stale);
  rea_css_set_class (self->what_box, "stale", stale);
}

static void
rea_plan_summary_class_init (ReaPlanSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Reassign/rea-plan-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, ReaPlanSummary, what_box);
  gtk_widget_class_bind_template_child (widget_class, ReaPlanSummary, stale_label);
  gtk_widget_class_bind_template_child (widget_class, ReaPlanSummary, title_label);
  gtk_widget_class_bind_template_child (widget_class, ReaPlanSummary, detail_label);
  gtk_widget_class_bind_template_child (widget_class, ReaPlanSummary, warning_box);
  gtk_widget_class_bind_template_child (widget_class, ReaPlanSummary, warning_label);
  gtk_widget_class_bind_template_child (widget_class, ReaPlanSummary, notice_box);
  gtk_widget_class_bind_template_child (widget_class, ReaPlanSummary, notice_label);
}

static void
rea_plan_summary_init (ReaPlanSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
