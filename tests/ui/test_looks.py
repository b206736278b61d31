# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window looks like: light and dark, in high contrast, with large text, from
right to left, and as small as it gets.

Each look is one start of the program, taken through its main surfaces. The pictures
are left in $REASSIGN_PICTURES for people to look at; what a program can see of them
is seen here: that nothing sticks out of its window.
"""

import os
import pathlib
import re
import subprocess
import sys
import time

import desk
import surfaces
from desk import wait

PICTURES = os.environ.get("REASSIGN_PICTURES")
CONTACTS = "phone,first name,last name,status\n" + "".join(
    f"+1202555{number:04},{name}\n" for number, name in enumerate(
        ["Zoë,O’Neil,needs_reply", "Bo,Lee,not_started", "Mo,,", "Maximiliana,Featherstonehaugh,"]))

# Of a small laptop; with text twice as large there is no less than this.
SCREEN = (1280, 800)
ALL = ("start", "conversations", "senders", "add-senders", "reassign", "properties", "import",
       "history")
BUT_CONVERSATIONS = tuple(name for name in ALL if name not in ("start", "conversations"))


def extents(thing):
    from gi.repository import Atspi

    return thing.accessible.get_component_iface().get_extents(Atspi.CoordType.WINDOW)


def open_in(it, *size, style="", **more):
    """The program in a window of that size, on what nobody has used before."""
    config = it.folder / "config"
    kept = config / "glib-2.0" / "settings" / "keyfile"
    kept.parent.mkdir(parents=True)
    width, height = size or (1100, 740)
    kept.write_text(f"[org/example/Reassign]\nwindow-width={width}\nwindow-height={height}\n",
                    encoding="utf-8")
    (config / "gtk-4.0").mkdir()
    (config / "gtk-4.0" / "settings.ini").write_text(f"[Settings]\n{style}\n", encoding="utf-8")
    return it.open(GSETTINGS_BACKEND="keyfile", XDG_CONFIG_HOME=str(config), **more)


def walk(top, most_rows=2, within=False):
    """What is on screen, and whether it can be scrolled; the first rows of each table."""
    rows = 0
    for thing in top.children():
        if not thing.visible:
            continue
        role = thing.role
        rows += role == "table row"
        if rows > most_rows:
            return
        scrolled = within or role in ("scroll pane", "tree table", "list")
        yield thing, role, scrolled
        yield from walk(thing, most_rows, scrolled)


def check_fits(top, size, sideways):
    """The window fits a screen, and no text or button sticks out of it, but in what may
    be scrolled."""
    whole = extents(top)
    if whole.width > size[0] or whole.height > size[1]:
        yield f"the window is {whole.width} x {whole.height}"
    for thing, role, scrolled in walk(top, 0 if sideways else 2):
        if role not in ("label", "push button", "toggle button") or (sideways and scrolled):
            continue
        box = extents(thing)
        if box.x < 0 or box.x + box.width > whole.width:
            yield f"{thing} is at {box.x} to {box.x + box.width} of {whole.width}"
        elif not scrolled and (box.y < 0 or box.y + box.height > whole.height):
            yield f"{thing} is at {box.y} to {box.y + box.height} of {whole.height} downwards"


class Tour:
    """The way through the surfaces, the same in each look."""

    def __init__(self, it, look, fits=None, scrolled=(), short=False):
        """Where it @fits, that is the size of a screen; what is @scrolled may go on
        beside it. A @short one leaves out the forms."""
        self.it = it
        self.look = look
        self.fits = fits
        self.scrolled = scrolled
        self.short = short
        self.problems = []

    def see(self, name, top):
        # What has just come on screen is drawn a moment later.
        time.sleep(0.5)
        if PICTURES is not None:
            self.it.picture(pathlib.Path(PICTURES) / f"{self.look}-{name}.png")
        if self.fits is not None:
            self.problems += [f"{name}: {problem}" for problem in
                              check_fits(top, self.fits, name in self.scrolled)]

    def go(self, window):
        it = self.it
        window.find("push button", "Open Demo Campaign")
        self.see("start", window)
        window.find("push button", "Open Demo Campaign").press()

        window.find("push button", starts="Needs Reply: ")
        window.find("table row")
        it.ctl("reassign", 1, "--from=sam.lee@volunteers.example.org", "--to=unassigned")
        self.see("conversations", window)

        window.turn_to("Senders")
        window.find("table row", starts="Unassigned")
        self.see("senders", window)

        if not self.short:
            window.find("push button", "Add Senders…").press()
            self.dialog("add-senders", it.window("Add Senders"))

        window.turn_to("Conversations")
        window.find("push button", "Bulk Reassign").press()
        window.find("menu item", "Bulk Reassign Some…").press()
        dialog = it.window("Bulk Reassign Some")
        dialog.choose("radio button", "Needs Reply")
        dialog.choose("check box", "Select All")
        wait("a preview", lambda: any(
            button.has("SENSITIVE") for button in dialog.all("push button", starts="Reassign ")
            if button.name.endswith("Conversations")))
        self.dialog("reassign", dialog)

        if not self.short:
            self.see_forms(window)

        desk.key("<Control>h")
        window.find("list item")
        self.see("history", window)
        assert not self.problems, "\n# ".join(["", *self.problems])

    def see_forms(self, window):
        it = self.it
        desk.key("F10")
        window.find("menu item", "Campaign Properties").press()
        dialog = it.window("Campaign Properties")
        dialog.find("text", "Title")
        self.dialog("properties", dialog)

        path = it.folder / "contacts.csv"
        path.write_text(CONTACTS, encoding="utf-8")
        it.start(path)
        dialog = it.window("Import Contacts")
        dialog.find("push button", "Import 4 Contacts")
        self.dialog("import", dialog)

    def dialog(self, name, dialog):
        self.see(name, dialog)
        desk.key("Escape")
        wait("the dialog gone", lambda: surfaces.only_window(self.it))
        # GTK 4.8 trips over a window that goes while it is looked at.
        time.sleep(0.5)


def in_light(it):
    Tour(it, "light").go(open_in(it))


def in_the_dark(it):
    Tour(it, "dark", short=True).go(open_in(it, ADW_DEBUG_COLOR_SCHEME="prefer-dark"))


def in_high_contrast(it):
    Tour(it, "contrast", short=True).go(open_in(it, ADW_DEBUG_HIGH_CONTRAST="1"))


def with_large_text_and_nothing_moving(it):
    style = "gtk-font-name=Sans 22\ngtk-enable-animations=0"
    Tour(it, "large", fits=SCREEN, scrolled=ALL).go(open_in(it, 1100, 740, style=style))


def as_small_as_it_gets(it):
    window = open_in(it, 720, 540)
    Tour(it, "small", fits=SCREEN, scrolled=BUT_CONVERSATIONS).go(window)
    assert (extents(window).width, extents(window).height) == (720, 540), extents(window)


def translate(folder):
    """A catalogue in Hebrew that says nothing: GLib leaves everything untranslated, and
    from left to right, where the program has none."""
    catalogue = folder / "he" / "LC_MESSAGES"
    catalogue.mkdir(parents=True)
    subprocess.run(["msgfmt", "-o", str(catalogue / "reassign.mo"), "-"], check=True, text=True,
                   input='msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n')


def from_right_to_left(it):
    locale = it.folder / "locale"
    translate(locale)
    window = open_in(it, LANGUAGE="he", TEXTDOMAINDIR=str(locale))
    tour = Tour(it, "right-to-left", short=True)
    tour.go(window)
    desk.key("Escape")
    undo = window.find("push button", "Undo")
    assert extents(undo).x > extents(window).width / 2, extents(undo).x
    window.turn_to("Conversations")
    row = window.find("table row", starts="")
    phones = [label.name for row in window.all("table row") for label in row.all("label")
              if re.search(r"555.?01\d\d", label.name)]
    assert phones, row
    # They are read from left to right whatever is around them.
    assert all(phone[0] == "\u2066" and phone[-1] == "\u2069" for phone in phones), phones


def our_colours_are_named_ones(it):
    text = (surfaces.SOURCES / "style.css").read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    found = re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?)\(.*", text)
    assert not found, found


if PICTURES is not None:
    pathlib.Path(PICTURES).mkdir(parents=True, exist_ok=True)
    if "REASSIGN_INSIDE" in os.environ:
        print(f"# the pictures are in {PICTURES}", file=sys.stderr)
desk.main(our_colours_are_named_ones, in_light, in_the_dark, in_high_contrast,
          with_large_text_and_nothing_moving, as_small_as_it_gets, from_right_to_left)
