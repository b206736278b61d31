/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-messenger.h"

#include "bench.h"
#include "rea-messenger-desk.h"
#include "rea-messenger.h"

/* From Return in the Messenger of a sender, in a campaign of everybody else's
 * conversations, until the next message is on screen.
 */

#define WRITER      "bench-writer@example.org"
#define N_MESSAGES  40
#define NEXT_FRAMES 2
#define REST_FRAMES 6 /* ten messages a second, which is faster than anybody reads */
#define PATIENCE    (60 * G_USEC_PER_SEC)

typedef struct
{
  GtkWidget *window;
  guint      n_frames;
} Probe;

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  ((Probe *) user_data)->n_frames++;

  return G_SOURCE_CONTINUE;
}

static void
run (const char *reassignctl, const char *database, const char *const *arguments)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_strv_builder_add_many (builder, reassignctl, "--quiet", "--database", database, NULL);
  g_strv_builder_addv (builder, (const char **) arguments);
  argv = g_strv_builder_end (builder);
  g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  bench_die_if (error);
  g_spawn_check_wait_status (status, &error);
  bench_die_if (error);
}

static void
prepare (const char *reassignctl, const char *database)
{
  const char *add[] = { "sender", "add", "Bench", WRITER, NULL };
  const char *set[] = {
    "campaign", "set", "Bench", "--state=active", "--hours=any", "--message=Hello %FirstName%.",
    NULL,
  };
  const char *move[] = {
    "reassign", "Bench", "--status=not_started", "--number=300", "--to=" WRITER, NULL,
  };

  run (reassignctl, database, add);
  run (reassignctl, database, set);
  run (reassignctl, database, move);
}

static GtkWidget *
find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static ReaConversationPane *
get_pane (Probe *self)
{
  return rea_messenger_desk_get_pane (
      REA_MESSENGER_DESK (find (self->window, REA_TYPE_MESSENGER_DESK)));
}

/* Another one than @before is shown, and its message stands written. */
static gboolean
is_next_shown (Probe *self, gint64 before)
{
  ReaThread       *thread = rea_conversation_pane_get_thread (get_pane (self));
  g_autofree char *text = NULL;

  if (thread == NULL || rea_thread_get_conversation (thread) == before)
    return FALSE;

  text = rea_composer_dup_text (rea_conversation_pane_get_composer (get_pane (self)));

  return g_str_has_prefix (text, "Hello ");
}

static void
wait_for_next (Probe *self, gint64 before)
{
  gint64 began = g_get_monotonic_time ();

  while (!is_next_shown (self, before))
    {
      if (g_get_monotonic_time () - began > PATIENCE)
        g_error ("not within a minute: the next message");

      g_main_context_iteration (NULL, TRUE);
    }
}

static void
let_frames_pass (Probe *self, guint n)
{
  guint until = self->n_frames + n;

  while (self->n_frames < until)
    g_main_context_iteration (NULL, TRUE);
}

/* What is shown now is on screen with the frame that follows. */
static double
send_one (Probe *self)
{
  gint64 conversation =
      rea_thread_get_conversation (rea_conversation_pane_get_thread (get_pane (self)));
  guint before;

  let_frames_pass (self, REST_FRAMES);
  before = self->n_frames;
  g_signal_emit_by_name (rea_conversation_pane_get_composer (get_pane (self)), "send");
  wait_for_next (self, conversation);

  return self->n_frames - before + 1;
}

void
bench_messenger (GtkApplication *application, const char *database, const char *reassignctl)
{
  Probe  self = { 0 };
  double frames[N_MESSAGES];

  prepare (reassignctl, database);
  self.window = GTK_WIDGET (rea_messenger_open (application, database, WRITER, FALSE));
  gtk_widget_add_tick_callback (self.window, tick_cb, &self, NULL);
  wait_for_next (&self, 0);
  let_frames_pass (&self, 60);

  for (guint i = 0; i < N_MESSAGES; i++)
    frames[i] = send_one (&self);

  bench_limit ("Messenger: Return to the next message, median",
               bench_pick_median (frames, N_MESSAGES), "frames", NEXT_FRAMES);
  bench_limit ("Messenger: Return to the next message, longest", frames[N_MESSAGES - 1], "frames",
               NEXT_FRAMES);
  gtk_window_destroy (GTK_WINDOW (self.window));
}
