/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-help-page.h"

#define FOLDER "/org/example/Reassign/help/"

/* Reads the few elements of Mallard that the pages in data/help use, from top to
 * bottom: what holds text is collected as Pango markup, and where it ends it becomes
 * a label.
 */
typedef struct
{
  GtkBox    *box;  /* NULL where only the information about the page is asked for */
  GPtrArray *open; /* the names of the elements that are open, outermost first */
  GString   *text;
  gboolean   is_sort;
  gboolean   is_first; /* whether the next paragraph begins an item */
  guint      n_items;
  guint      n_keys;
  char      *section;
  char      *guide;
  char      *title;
  char      *desc;
  char      *sort;
} Reader;

/* How an element within a text looks. */
static const struct
{
  const char *element;
  const char *start;
  const char *end;
} inlines[] = {
  { "gui", "<b>", "</b>" },
  { "key", "<b>", "</b>" },
  { "cmd", "<tt>", "</tt>" },
};

static const char *const texts[] = { "title", "p", "screen", "desc", NULL };

static void read_page (Reader *reader, const char *id);

/* The element that is open, or one that it stands in. */
static const char *
get_open (Reader *reader, guint up)
{
  guint n = reader->open->len;

  return up < n ? g_ptr_array_index (reader->open, n - 1 - up) : "";
}

static gboolean
is_within (Reader *reader, const char *element)
{
  return g_ptr_array_find_with_equal_func (reader->open, element, g_str_equal, NULL);
}

static gboolean
link_cb (GtkWidget *label, const char *page)
{
  return gtk_widget_activate_action (label, "help.show", "s", page);
}

static void
add_label (Reader *reader, const char *markup, const char *css_class)
{
  GtkWidget *label;

  if (reader->box == NULL)
    return;

  label = gtk_label_new (NULL);
  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  g_signal_connect (label, "activate-link", G_CALLBACK (link_cb), NULL);
  gtk_box_append (reader->box, label);
}

static void
reader_clear (Reader *reader)
{
  g_ptr_array_unref (reader->open);
  g_string_free (reader->text, TRUE);
  g_free (reader->section);
  g_free (reader->guide);
  g_free (reader->title);
  g_free (reader->desc);
  g_free (reader->sort);
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* A section of the index holds nothing itself: the pages say where they belong. */
static void
add_links (Reader *reader)
{
  g_auto (GStrv) files = g_resources_enumerate_children (FOLDER, 0, NULL);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *guide = g_strconcat ("index#", reader->section, NULL);

  for (char **file = files; reader->box != NULL && *file != NULL; file++)
    {
      g_autofree char *id = g_strndup (*file, strcspn (*file, "."));
      Reader           other = { 0 };

      read_page (&other, id);
      if (g_strcmp0 (other.guide, guide) == 0)
        g_ptr_array_add (links, g_strdup_printf ("%s <a href=\"%s\"><b>%s</b></a>\n%s", other.sort,
                                                 id, other.title, other.desc));
      reader_clear (&other);
    }

  g_ptr_array_sort (links, compare_links);
  for (guint i = 0; i < links->len; i++)
    add_label (reader, strchr (g_ptr_array_index (links, i), ' ') + 1, "help-link");
}

static void
begin_element (Reader *reader, const char *element, const char *reference)
{
  const char *outer = get_open (reader, 0);

  if (g_str_equal (element, "section"))
    {
      g_free (reader->section);
      reader->section = g_strdup (reference);
    }
  else if (g_str_equal (element, "steps"))
    reader->n_items = 0;
  else if (g_str_equal (element, "item"))
    {
      reader->n_items++;
      reader->is_first = TRUE;
    }
  else if (g_str_equal (element, "keyseq"))
    reader->n_keys = 0;
  else if (g_str_equal (element, "key") && g_str_equal (outer, "keyseq") && reader->n_keys++ > 0)
    g_string_append_c (reader->text, '+');
  else if (g_str_equal (element, "link") && g_str_equal (outer, "info"))
    {
      g_free (reader->guide);
      reader->guide = g_strdup (reference);
    }
  else if (g_str_equal (element, "link"))
    g_string_append_printf (reader->text, "<a href=\"%s\">", reference);
  else if (g_strv_contains (texts, element))
    {
      g_string_truncate (reader->text, 0);
      reader->is_sort = g_strcmp0 (reference, "sort") == 0;
    }

  for (guint i = 0; i < G_N_ELEMENTS (inlines); i++)
    if (g_str_equal (inlines[i].element, element))
      g_string_append (reader->text, inlines[i].start);
}

static void
start_cb (GMarkupParseContext *context,
          const char          *element,
          const char         **names,
          const char         **values,
          gpointer             user_data,
          GError             **error)
{
  Reader     *reader = user_data;
  const char *reference = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "xref") || g_str_equal (names[i], "id") ||
        (g_str_equal (names[i], "type") && g_str_equal (element, "title")))
      reference = values[i];

  begin_element (reader, element, reference);
  g_ptr_array_add (reader->open, g_strdup (element));
}

static void
end_title (Reader *reader)
{
  const char *outer = get_open (reader, 1);

  if (g_str_equal (outer, "info"))
    {
      if (reader->is_sort)
        reader->sort = g_strdup (reader->text->str);
    }
  else if (g_str_equal (outer, "page"))
    {
      reader->title = g_strdup (reader->text->str);
      add_label (reader, reader->title, "title-1");
    }
  else if (g_str_equal (outer, "item"))
    add_label (reader, reader->text->str, "help-term");
  else
    add_label (reader, reader->text->str, "title-4");

  if (g_str_equal (outer, "section"))
    add_links (reader);
}

static void
end_paragraph (Reader *reader)
{
  g_autofree char *number = NULL;

  if (is_within (reader, "steps"))
    number = g_strdup_printf ("%u.\u2002", reader->n_items);
  else if (is_within (reader, "list"))
    number = g_strdup ("•\u2002");

  if (number != NULL && reader->is_first)
    g_string_prepend (reader->text, number);

  reader->is_first = FALSE;
  add_label (reader, reader->text->str,
             is_within (reader, "note")   ? "help-note"
             : is_within (reader, "item") ? "help-item"
                                          : "help-text");
}

static void
end_cb (GMarkupParseContext *context, const char *element, gpointer user_data, GError **error)
{
  Reader *reader = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (inlines); i++)
    if (g_str_equal (inlines[i].element, element))
      g_string_append (reader->text, inlines[i].end);

  if (g_str_equal (element, "title"))
    end_title (reader);
  else if (g_str_equal (element, "p"))
    end_paragraph (reader);
  else if (g_str_equal (element, "screen"))
    add_label (reader, reader->text->str, "help-screen");
  else if (g_str_equal (element, "desc"))
    reader->desc = g_strdup (reader->text->str);
  else if (g_str_equal (element, "link") && !g_str_equal (get_open (reader, 1), "info"))
    g_string_append (reader->text, "</a>");

  g_ptr_array_remove_index (reader->open, reader->open->len - 1);
}

static void
text_cb (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             user_data,
         GError             **error)
{
  Reader          *reader = user_data;
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  g_string_append (reader->text, escaped);
}

static void
read_page (Reader *reader, const char *id)
{
  const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GBytes) page = NULL;
  g_autofree char *path = g_strconcat (FOLDER, id, ".page", NULL);

  reader->open = g_ptr_array_new_with_free_func (g_free);
  reader->text = g_string_new (NULL);
  context = g_markup_parse_context_new (&parser, 0, reader, NULL);
  page = g_resources_lookup_data (path, 0, NULL);

  /* Both were looked at when the program was built: a page that is not there stays empty. */
  if (page != NULL)
    g_markup_parse_context_parse (context, g_bytes_get_data (page, NULL),
                                  (gssize) g_bytes_get_size (page), NULL);
}

/**
 * rea_help_page_new:
 * @id: a page of data/help
 *
 * A link in it activates help.show with the page that is meant.
 *
 * Returns: (transfer floating): the page, to be read
 */
GtkWidget *
rea_help_page_new (const char *id)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Reader     reader = { .box = GTK_BOX (box) };

  gtk_widget_add_css_class (box, "help-page");
  read_page (&reader, id);
  reader_clear (&reader);

  return box;
}
