/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-pick-item.h"

#include "rea-name.h"

#include <string.h>

struct _ReaPickItem
{
  GObject parent_instance;

  char    *key;
  char    *title;
  char    *detail;
  char    *folded;
  gboolean current;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReaPickItem, rea_pick_item, G_TYPE_OBJECT)

static void
set (ReaPickItem *self, const char *title, const char *detail, gboolean current)
{
  g_autofree char *text = g_strconcat (title, " ", detail, NULL);

  g_free (self->title);
  g_free (self->detail);
  g_free (self->folded);
  self->title = g_strdup (title);
  self->detail = g_strdup (detail);
  self->folded = rea_name_fold (text);
  self->current = current;
}

/**
 * rea_pick_item_new:
 * @key: by what it is known
 * @title: what it is called
 * @detail: what else there is to say of it
 * @current: whether it is the one that is chosen now
 *
 * Returns: (transfer full): an item
 */
ReaPickItem *
rea_pick_item_new (const char *key, const char *title, const char *detail, gboolean current)
{
  ReaPickItem *self = g_object_new (REA_TYPE_PICK_ITEM, NULL);

  self->key = g_strdup (key);
  set (self, title, detail, current);

  return self;
}

const char *
rea_pick_item_get_key (ReaPickItem *self)
{
  return self->key;
}

const char *
rea_pick_item_get_title (ReaPickItem *self)
{
  return self->title;
}

const char *
rea_pick_item_get_detail (ReaPickItem *self)
{
  return self->detail;
}

gboolean
rea_pick_item_get_current (ReaPickItem *self)
{
  return self->current;
}

/**
 * rea_pick_item_matches:
 * @self: an item
 * @words: (array zero-terminated=1): folded by rea_name_fold()
 *
 * Returns: whether each of the words is in its title or detail
 */
gboolean
rea_pick_item_matches (ReaPickItem *self, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (self->folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * rea_pick_item_update:
 * @self: an item
 * @from: another of the same key
 *
 * Takes over what the other says, so that the row stays and only its words change.
 */
void
rea_pick_item_update (ReaPickItem *self, ReaPickItem *from)
{
  if (g_str_equal (self->title, from->title) && g_str_equal (self->detail, from->detail) &&
      self->current == from->current)
    return;

  set (self, from->title, from->detail, from->current);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
rea_pick_item_finalize (GObject *object)
{
  ReaPickItem *self = REA_PICK_ITEM (object);

  g_free (self->key);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->folded);

  G_OBJECT_CLASS (rea_pick_item_parent_class)->finalize (object);
}

static void
rea_pick_item_class_init (ReaPickItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rea_pick_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
rea_pick_item_init (ReaPickItem *self)
{
}
