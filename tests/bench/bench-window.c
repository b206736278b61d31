/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench.h"
#include "bench-messenger.h"

#include "rea-application.h"
#include "rea-campaign-view.h"
#include "rea-reassign-dialog.h"
#include "rea-window.h"

#include <locale.h>
#include <unistd.h>

/* The speed of the window, measured by a probe inside the real one.
 *
 *   bench-window DATABASE REASSIGNCTL     all of it, as the part "window" of bench calls it
 *   bench-window bare|ours DATABASE       what that starts: a window, until it is on screen
 *
 * It needs a display. A frame gap is the time between two frames that the window's
 * own clock gives out while it is asked for every one, so a blocked main loop shows
 * as one long gap.
 */

#define STARTED_AT  "REASSIGN_BENCH_STARTED_AT"
#define N_STARTS    5
#define LONG_GAP    25.0 /* ms; of these at most one in a hundred */
#define LONGEST_GAP 50.0 /* ms */
#define N_JUMPS     20
#define JUMP_FRAMES 3
#define PATIENCE    (60 * G_USEC_PER_SEC)
#define N_MEMORY_MB 30

typedef struct
{
  ReaWindow         *window;
  GtkColumnView     *view;
  GtkSelectionModel *rows;
  GArray            *gaps; /* of double, in ms */
  gint64             last_frame;
  guint              n_frames;
} Probe;

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Probe *self = user_data;
  gint64 now = g_get_monotonic_time ();
  double gap = (double) (now - self->last_frame) / 1000;

  if (self->last_frame != 0)
    g_array_append_val (self->gaps, gap);

  self->last_frame = now;
  self->n_frames++;

  return G_SOURCE_CONTINUE;
}

static void
let_frames_pass (Probe *self, guint n)
{
  guint until = self->n_frames + n;

  while (self->n_frames < until)
    g_main_context_iteration (NULL, TRUE);
}

typedef gboolean (*Condition) (Probe *self, gpointer user_data);

/* The window draws on meanwhile. Returns how long it took, in ms. */
static double
wait_until (Probe *self, const char *what, Condition condition, gpointer user_data)
{
  gint64 began = g_get_monotonic_time ();

  while (!condition (self, user_data))
    {
      if (g_get_monotonic_time () - began > PATIENCE)
        g_error ("not within a minute: %s", what);

      g_main_context_iteration (NULL, TRUE);
    }

  return (double) (g_get_monotonic_time () - began) / 1000;
}

typedef gboolean (*WidgetTest) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find_widget (GtkWidget *root, WidgetTest test, gconstpointer data)
{
  if (gtk_widget_get_mapped (root) && test (root, data))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, test, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_column_view (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_COLUMN_VIEW (widget);
}

static gboolean
is_search (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_SEARCH_ENTRY (widget);
}

static gboolean
is_select_all (GtkWidget *widget, gconstpointer data)
{
  const char *label =
      GTK_IS_CHECK_BUTTON (widget) ? gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)) : NULL;

  return label != NULL && strstr (label, "Select") != NULL;
}

static gboolean
is_apply (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "suggested-action");
}

static GtkWidget *
get_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (REA_IS_REASSIGN_DIALOG (window))
        return window;
    }

  return NULL;
}

/* In kB, of this process. */
static double
read_memory (void)
{
  g_autofree char *text = NULL;
  long             pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%*d %ld", &pages);

  return (double) pages * (double) sysconf (_SC_PAGESIZE) / 1024;
}

/* A window on screen: what was started tells when, and how large it became. */
static void
report_start (gint64 shown)
{
  gint64 began = g_ascii_strtoll (g_getenv (STARTED_AT), NULL, 10);

  g_print ("%.2f %.0f\n", (double) (shown - began) / 1000, read_memory ());
}

static void
painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  gint64 *when = user_data;

  if (*when == 0)
    *when = g_get_monotonic_time ();
}

/* When its first frame was drawn. */
static gint64
wait_for_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gint64         when = 0;
  gulong         id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &when);

  while (when == 0)
    g_main_context_iteration (NULL, TRUE);

  g_signal_handler_disconnect (clock, id);

  return when;
}

static void
start_bare (void)
{
  g_autoptr (AdwApplication) application =
      adw_application_new ("org.example.Reassign.Bare", G_APPLICATION_NON_UNIQUE);
  GtkWidget *window;

  g_application_register (G_APPLICATION (application), NULL, NULL);
  window = adw_application_window_new (GTK_APPLICATION (application));
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 740);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), adw_header_bar_new ());
  gtk_window_present (GTK_WINDOW (window));
  report_start (wait_for_frame (window));
}

static ReaApplication *
make_application (void)
{
  ReaApplication *application = rea_application_new ();

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);

  return application;
}

static gboolean
is_listed (Probe *self, gpointer user_data)
{
  GtkWidget  *view = find_widget (GTK_WIDGET (self->window), is_column_view, NULL);
  GListModel *model =
      view != NULL ? G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view))) : NULL;

  if (model == NULL || g_list_model_get_n_items (model) == 0)
    return FALSE;

  self->view = GTK_COLUMN_VIEW (view);
  self->rows = GTK_SELECTION_MODEL (model);

  return TRUE;
}

static gboolean
is_there (Probe *self, gpointer position)
{
  g_autoptr (GObject) item =
      g_list_model_get_item (G_LIST_MODEL (self->rows), GPOINTER_TO_UINT (position));
  gboolean loaded = FALSE;

  if (item != NULL)
    g_object_get (item, "loaded", &loaded, NULL);

  return loaded;
}

static void
open_window (Probe *self, ReaApplication *application, const char *database)
{
  self->gaps = g_array_new (FALSE, FALSE, sizeof (double));
  self->window = rea_window_new (GTK_APPLICATION (application), database, NULL, NULL);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
start_ours (const char *database)
{
  g_autoptr (ReaApplication) application = make_application ();
  Probe  self = { 0 };
  gint64 shown;

  open_window (&self, application, database);
  shown = wait_for_frame (GTK_WIDGET (self.window));
  gtk_widget_add_tick_callback (GTK_WIDGET (self.window), tick_cb, &self, NULL);
  wait_until (&self, "the list", is_listed, NULL);
  wait_until (&self, "the first row", is_there, GUINT_TO_POINTER (0));
  let_frames_pass (&self, 30);
  report_start (shown);
  gtk_window_destroy (GTK_WINDOW (self.window));
}

/* The medians of several starts: in s until it is shown, in kB. */
static void
measure_starts (const char *program,
                const char *mode,
                const char *database,
                double     *seconds,
                double     *memory)
{
  double times[N_STARTS];
  double sizes[N_STARTS];

  for (int i = 0; i < N_STARTS; i++)
    {
      const char      *argv[] = { program, mode, database, NULL };
      g_autofree char *began = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
      g_autofree char *output = NULL;
      g_autoptr (GError) error = NULL;
      int status;

      g_setenv (STARTED_AT, began, TRUE);
      g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status,
                    &error);
      bench_die_if (error);

      if (sscanf (output, "%lf %lf", &times[i], &sizes[i]) != 2)
        g_error ("%s %s said: %s", program, mode, output);
    }

  *seconds = bench_pick_median (times, N_STARTS) / 1000;
  *memory = bench_pick_median (sizes, N_STARTS);
}

static void
begin_gaps (Probe *self)
{
  let_frames_pass (self, 10);
  g_array_set_size (self->gaps, 0);
}

static void
end_gaps (Probe *self, const char *what)
{
  g_autofree char *longest_name = g_strdup_printf ("%s: longest frame gap", what);
  g_autofree char *share_name = g_strdup_printf ("%s: gaps over %.0f ms", what, LONG_GAP);
  double           longest = 0;
  guint            n_long = 0;

  let_frames_pass (self, 10);

  for (guint i = 0; i < self->gaps->len; i++)
    {
      double gap = g_array_index (self->gaps, double, i);

      longest = MAX (longest, gap);
      if (gap > LONG_GAP)
        n_long++;
    }

  bench_limit (longest_name, longest, "ms", LONGEST_GAP);
  bench_limit (share_name, 100.0 * n_long / self->gaps->len, "%", 1);
}

static gboolean
has_passed (Probe *self, gpointer until)
{
  return g_get_monotonic_time () >= *(gint64 *) until;
}

static void
measure_quiet (Probe *self)
{
  gint64 until = g_get_monotonic_time () + 3 * G_USEC_PER_SEC;

  begin_gaps (self);
  wait_until (self, "a quiet moment", has_passed, &until);
  end_gaps (self, "nothing happens");
}

static gboolean
is_dialog_ready (Probe *self, gpointer user_data)
{
  GtkWidget *dialog = get_dialog ();
  GtkWidget *apply = dialog != NULL ? find_widget (dialog, is_apply, NULL) : NULL;

  return apply != NULL && gtk_widget_get_sensitive (apply);
}

static gboolean
is_dialog_shown (Probe *self, gpointer user_data)
{
  GtkWidget *dialog = get_dialog ();

  return dialog != NULL && find_widget (dialog, is_select_all, NULL) != NULL;
}

static gboolean
is_dialog_gone (Probe *self, gpointer user_data)
{
  return get_dialog () == NULL;
}

/* Through the dialog, as a person does it: everything to every sender. */
static void
measure_move (Probe *self)
{
  GtkWidget *select_all;

  gtk_widget_activate_action (GTK_WIDGET (self->view), "campaign.reassign", "(ss)", "any", "all");
  wait_until (self, "the dialog", is_dialog_shown, NULL);
  let_frames_pass (self, 30);
  select_all = find_widget (get_dialog (), is_select_all, NULL);

  begin_gaps (self);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (select_all), TRUE);
  bench_limit ("preview of all to every sender, in the dialog",
               wait_until (self, "the preview", is_dialog_ready, NULL), "ms", 200);
  end_gaps (self, "Select All in the dialog");
  begin_gaps (self);
  g_signal_emit_by_name (find_widget (get_dialog (), is_apply, NULL), "clicked");
  wait_until (self, "the move", is_dialog_gone, NULL);
  end_gaps (self, "the window moves all");
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *ended = user_data;

  g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
  bench_die_if (error);
  *ended = TRUE;
}

static gboolean
is_true (Probe *self, gpointer flag)
{
  return *(gboolean *) flag;
}

static void
measure_other_process (Probe *self, const char *database, const char *reassignctl)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  gboolean ended = FALSE;
  gint64   until;

  begin_gaps (self);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, reassignctl, "reassign",
                              "Bench", "--to=unassigned", "--database", database, NULL);
  bench_die_if (error);
  g_subprocess_wait_check_async (process, NULL, ended_cb, &ended);
  wait_until (self, "the other process", is_true, &ended);
  until = g_get_monotonic_time () + G_USEC_PER_SEC;
  wait_until (self, "its change to arrive", has_passed, &until);
  end_gaps (self, "another process moves all");
}

static gint64
get_last_move (Probe *self)
{
  GtkWidget     *view = gtk_widget_get_ancestor (GTK_WIDGET (self->view), REA_TYPE_CAMPAIGN_VIEW);
  const ReaMove *move = rea_campaign_model_get_last_own_move (
      rea_campaign_view_get_campaign (REA_CAMPAIGN_VIEW (view)));

  return move != NULL ? move->id : 0;
}

static gboolean
is_undone (Probe *self, gpointer move)
{
  return get_last_move (self) != *(gint64 *) move;
}

static gboolean
is_move_known (Probe *self, gpointer user_data)
{
  return get_last_move (self) != 0;
}

static void
measure_undo (Probe *self)
{
  gint64 move;

  wait_until (self, "the move to be known", is_move_known, NULL);
  move = get_last_move (self);
  begin_gaps (self);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "campaign.undo", NULL);
  wait_until (self, "the undo", is_undone, &move);
  end_gaps (self, "the window takes it back");
}

/* Until the rows of the new place are there, placeholders do not count. */
static guint
jump (Probe *self, guint position)
{
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  guint      before = self->n_frames;

  gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
  wait_until (self, "the rows", is_there, GUINT_TO_POINTER (position));

  return self->n_frames - before + 1;
}

static void
measure_jumps (Probe *self)
{
  guint  n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  double frames[N_JUMPS];

  begin_gaps (self);
  for (guint i = 0; i < N_JUMPS; i++)
    {
      /* Back and forth, never to where one was. */
      frames[i] = jump (self, (guint) ((guint64) (i * 7919 % 100 + 1) * (n - 1) / 100));
      let_frames_pass (self, 5);
    }
  end_gaps (self, "jumps in the list");

  bench_limit ("jump to any place in the list, median", bench_pick_median (frames, N_JUMPS),
               "frames", JUMP_FRAMES);
  bench_limit ("jump to any place in the list, longest", frames[N_JUMPS - 1], "frames",
               JUMP_FRAMES);
}

static void
measure_select_all (Probe *self)
{
  double before = read_memory ();

  begin_gaps (self);
  gtk_selection_model_select_all (self->rows);
  end_gaps (self, "Select All");
  bench_limit ("Select All: memory", (read_memory () - before) / 1024, "MB", 1);
  gtk_selection_model_unselect_all (self->rows);
}

static gboolean
is_number_other (Probe *self, gpointer number)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows)) != GPOINTER_TO_UINT (number) &&
         is_there (self, GUINT_TO_POINTER (0));
}

static double
filter (Probe *self, const char *what, const char *tile)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  gtk_widget_activate_action (GTK_WIDGET (self->view), "conversations.tile", "s", tile);

  return wait_until (self, what, is_number_other, GUINT_TO_POINTER (n));
}

static double
search (Probe *self, const char *text)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  gtk_editable_set_text (GTK_EDITABLE (find_widget (GTK_WIDGET (self->window), is_search, NULL)),
                         text);

  return wait_until (self, "the search", is_number_other, GUINT_TO_POINTER (n));
}

static void
measure_filters (Probe *self)
{
  begin_gaps (self);
  bench_limit ("filter by Needs Reply, until it is listed",
               filter (self, "Needs Reply", "needs-reply"), "ms", 200);
  bench_limit ("filter by Not Started, until it is listed",
               filter (self, "Not Started", "not-started"), "ms", 200);
  filter (self, "Total", "total");
  bench_limit ("search for a name, until it is listed", search (self, "mary"), "ms", 400);
  bench_limit ("search for a phone, until it is listed", search (self, "555"), "ms", 400);
  end_gaps (self, "filter and search");
}

static void
probe (const char *database, const char *reassignctl)
{
  g_autoptr (ReaApplication) application = make_application ();
  Probe self = { 0 };

  open_window (&self, application, database);
  gtk_widget_add_tick_callback (GTK_WIDGET (self.window), tick_cb, &self, NULL);
  wait_until (&self, "the list", is_listed, NULL);
  wait_until (&self, "the first row", is_there, GUINT_TO_POINTER (0));
  let_frames_pass (&self, 60);

  measure_quiet (&self);
  measure_jumps (&self);
  measure_select_all (&self);
  measure_move (&self);
  measure_undo (&self);
  measure_other_process (&self, database, reassignctl);
  measure_filters (&self);

  gtk_window_destroy (GTK_WINDOW (self.window));
  g_array_unref (self.gaps);
  bench_messenger (GTK_APPLICATION (application), database, reassignctl);
}

int
main (int argc, char *argv[])
{
  double bare, ours, bare_memory, our_memory;

  g_assert_cmpint (argc, ==, 3);
  setlocale (LC_ALL, "");

  if (g_str_equal (argv[1], "bare"))
    {
      start_bare ();
      return 0;
    }

  if (g_str_equal (argv[1], "ours"))
    {
      start_ours (argv[2]);
      return 0;
    }

  measure_starts (argv[0], "bare", argv[1], &bare, &bare_memory);
  measure_starts (argv[0], "ours", argv[1], &ours, &our_memory);
  bench_ratio ("start of the window, to its first frame", ours, "the barest libadwaita window",
               bare, 1.5);
  bench_limit ("memory of the window above the barest", (our_memory - bare_memory) / 1024, "MB",
               N_MEMORY_MB);
  probe (argv[1], argv[2]);

  return 0;
}
