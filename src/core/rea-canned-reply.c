/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-canned-reply.h"

#include "rea-error.h"

#include <glib/gi18n-lib.h>

ReaCannedReply *
rea_canned_reply_new (const char *title, const char *text)
{
  ReaCannedReply *self = g_new0 (ReaCannedReply, 1);

  self->title = g_strdup (title);
  self->text = g_strdup (text);

  return self;
}

void
rea_canned_reply_free (ReaCannedReply *self)
{
  g_free (self->title);
  g_free (self->text);
  g_free (self);
}

/**
 * rea_canned_replies_new:
 *
 * Returns: (transfer full) (element-type ReaCannedReply): no replies
 */
GPtrArray *
rea_canned_replies_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) rea_canned_reply_free);
}

static gpointer
copy_reply (gconstpointer data, gpointer user_data)
{
  const ReaCannedReply *reply = data;

  return rea_canned_reply_new (reply->title, reply->text);
}

/**
 * rea_canned_replies_copy:
 * @replies: (element-type ReaCannedReply): replies
 *
 * Returns: (transfer full) (element-type ReaCannedReply): the same once more
 */
GPtrArray *
rea_canned_replies_copy (GPtrArray *replies)
{
  return g_ptr_array_copy (replies, copy_reply, NULL);
}

/**
 * rea_canned_replies_equal:
 * @a: (element-type ReaCannedReply): replies
 * @b: (element-type ReaCannedReply): others
 *
 * Returns: whether they are the same, in the same order
 */
gboolean
rea_canned_replies_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const ReaCannedReply *one = g_ptr_array_index (a, i);
      const ReaCannedReply *other = g_ptr_array_index (b, i);

      if (!g_str_equal (one->title, other->title) || !g_str_equal (one->text, other->text))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped == '\0';
}

/**
 * rea_canned_replies_find_fault:
 * @replies: (element-type ReaCannedReply): replies
 * @fault: (out): with an error: where it is
 * @error: %REA_ERROR_INVALID with the first thing that is wrong
 *
 * Each reply can be found and says something. Two of one title are told apart by
 * their texts.
 *
 * Returns: whether there is something wrong
 */
gboolean
rea_canned_replies_find_fault (GPtrArray *replies, ReaCannedReplyFault *fault, GError **error)
{
  for (fault->reply = 0; fault->reply < replies->len; fault->reply++)
    {
      const ReaCannedReply *reply = g_ptr_array_index (replies, fault->reply);

      fault->in_text = FALSE;
      if (is_blank (reply->title))
        {
          g_set_error_literal (error, REA_ERROR, REA_ERROR_INVALID,
                               _ ("A canned reply needs a title, by which it is chosen."));
          return TRUE;
        }

      fault->in_text = TRUE;
      if (is_blank (reply->text))
        {
          g_set_error (error, REA_ERROR, REA_ERROR_INVALID,
                       /* TRANSLATORS: %s is the title of a canned reply. */
                       _ ("The canned reply “%s” is empty."), reply->title);
          return TRUE;
        }
    }

  return FALSE;
}
