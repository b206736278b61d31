/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-phone-lines.h"

#define FIRST_SLOTS 4096

/* A slot without a phone has 0. */
struct _ReaPhoneLines
{
  gsize    n;
  gsize    n_slots;
  guint64 *phones;
  guint32 *lines;
};

static void
make_slots (ReaPhoneLines *self, gsize n_slots)
{
  self->n_slots = n_slots;
  self->phones = g_new0 (guint64, n_slots);
  self->lines = g_new (guint32, n_slots);
}

/**
 * rea_phone_lines_new:
 *
 * Returns: (transfer full): what remembers no phone yet
 */
ReaPhoneLines *
rea_phone_lines_new (void)
{
  ReaPhoneLines *self = g_new0 (ReaPhoneLines, 1);

  make_slots (self, FIRST_SLOTS);
  return self;
}

void
rea_phone_lines_free (ReaPhoneLines *self)
{
  g_free (self->phones);
  g_free (self->lines);
  g_free (self);
}

/* Where the phone is, or would be: the next free slot behind where its bits lead. */
static gsize
find_slot (const ReaPhoneLines *self, guint64 phone)
{
  gsize slot = (phone * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 20;

  for (slot &= self->n_slots - 1; self->phones[slot] != 0 && self->phones[slot] != phone;)
    slot = (slot + 1) & (self->n_slots - 1);

  return slot;
}

static void
grow (ReaPhoneLines *self)
{
  g_autofree guint64 *phones = self->phones;
  g_autofree guint32 *lines = self->lines;
  gsize               n_slots = self->n_slots;

  make_slots (self, 2 * n_slots);

  for (gsize i = 0; i < n_slots; i++)
    if (phones[i] != 0)
      {
        gsize slot = find_slot (self, phones[i]);

        self->phones[slot] = phones[i];
        self->lines[slot] = lines[i];
      }
}

/**
 * rea_phone_lines_add:
 * @self: what remembers the phones of a file
 * @phone: one in E.164
 * @line: where it stands
 *
 * Remembers a phone, unless it was there already.
 *
 * Returns: the line where it stands first, or 0 if that is this one
 */
gint64
rea_phone_lines_add (ReaPhoneLines *self, const char *phone, gint64 line)
{
  guint64 number = g_ascii_strtoull (phone + 1, NULL, 10);
  gsize   slot = find_slot (self, number);

  if (self->phones[slot] == number)
    return self->lines[slot];

  self->phones[slot] = number;
  self->lines[slot] = (guint32) MIN (line, G_MAXUINT32);
  if (++self->n > self->n_slots / 2)
    grow (self);

  return 0;
}
