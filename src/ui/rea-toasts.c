/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-toasts.h"

#include "rea-a11y.h"
#include "rea-pages.h"

#define TOAST_SECONDS 10

/**
 * rea_toasts_show:
 * @home: where the campaign shows toasts
 * @text: what was done
 * @stays: whether it stays until it is dismissed, because it must have been read
 * @button: (nullable): what its button says
 * @action: (nullable): what that does
 * @target: (nullable): to what; a floating reference is taken
 *
 * Says what was done, on the page that is on top.
 */
void
rea_toasts_show (AdwToastOverlay *home,
                 const char      *text,
                 gboolean         stays,
                 const char      *button,
                 const char      *action,
                 GVariant        *target)
{
  ReaPages        *pages = rea_pages_of (GTK_WIDGET (home));
  ReaSubpage      *page = pages != NULL ? rea_pages_get_page (pages) : NULL;
  AdwToastOverlay *toasts = page != NULL ? rea_subpage_get_toasts (page) : home;
  AdwToast        *toast = adw_toast_new (text);

  adw_toast_set_timeout (toast, stays ? 0 : TOAST_SECONDS);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);

  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, action);
      adw_toast_set_action_target_value (toast, target);
    }

  adw_toast_overlay_add_toast (toasts, toast);
  rea_a11y_name_toasts (toasts);
}
