# SPDX-License-Identifier: GPL-3.0-or-later
"""What every program of the desktop has: help, About, shortcuts, activation."""

import os
import pathlib
import re
import subprocess
import time
import xml.etree.ElementTree as tree

import desk
from desk import wait

SOURCES = pathlib.Path(__file__).resolve().parents[2] / "src" / "ui"
CALL = ["gdbus", "call", "--session", "--dest", "org.example.Reassign", "--object-path",
        "/org/example/Reassign", "--method"]


def links(window):
    return [thing for thing in window.walk() if thing.role == "link"]


def help_is_there_without_a_viewer(it):
    it.spring()
    window = it.open()
    window.row("Contact Nr01")
    desk.key("F1")
    pages = it.window("Reassign Help")
    pages.says("Reassign Help")
    for title in ("Prepare a shift", "Reassign conversations", "Undo, and look back",
                  "What each number means", "Who may do what", "When something goes wrong",
                  "Send and receive by a gateway"):
        assert any(text.startswith(title) for text in pages.texts()), (title, pages.texts())
    # By the keyboard: the first link, and back.
    desk.key("Return")
    pages.says("Prepare a shift")
    desk.key("<Alt>Left")
    pages.says("Reassign Help")
    desk.key("Escape")
    wait("the help to close", lambda: [top.name for top in it.windows()] == ["Spring"])


def about_says_the_versions(it):
    it.spring()
    window = it.open()
    window.row("Contact Nr01")
    desk.key("F10")
    window.find("menu item", "About Reassign").press()
    about = it.window("About")
    about.says("0.1.0")
    about.says("The Reassign developers")


def a_window_that_is_gone_is_asked_for(it):
    """A screen reader counts the windows, one goes, and it asks for that one."""
    from gi.repository import GLib

    it.spring()
    window = it.open()
    window.row("Contact Nr01")
    application = window.accessible.get_parent()
    for index in range(application.get_child_count(), 5):
        try:
            application.get_child_at_index(index)
        except GLib.Error:
            pass
    time.sleep(0.5)
    assert it.processes[-1].poll() is None
    window.row("Contact Nr02")


def each_key_is_in_the_window_of_shortcuts(it):
    """What the program binds, by its sources, and what the window shows."""
    shown = {
        key
        for node in tree.parse(SOURCES / "rea-shortcuts.ui").iter("property")
        if node.get("name") == "accelerator"
        for key in node.text.split()
    }
    bound = set()
    names = {"GDK_CONTROL_MASK": "<Control>", "GDK_ALT_MASK": "<Alt>", "GDK_SHIFT_MASK": "<Shift>"}
    for file in SOURCES.glob("*.c"):
        text = file.read_text(encoding="utf-8")
        for key, held in re.findall(r"add_binding\w* \(widget_class, GDK_KEY_(\w+),\s*(\w+),",
                                    text):
            bound.add(names.get(held, "") + key)
        bound |= set(re.findall(r'_keys\[\] = \{ "([^"]+)", NULL \}', text))
    # Each file that binds keys is read: one key of each stands for it.
    for key in ("<Control>q", "<Control>w", "<Shift>F10", "<Alt>Left", "Escape"):
        assert key in bound, (key, bound)
    assert bound <= shown, bound - shown

    it.spring()
    window = it.open()
    window.row("Contact Nr01")
    desk.key("<Control>question")
    wait("the window of shortcuts", lambda: len(list(it.windows())) == 2)
    desk.key("Escape")
    wait("it to close", lambda: len(list(it.windows())) == 1)
    wait("the keyboard", lambda: window.has("ACTIVE"))
    desk.key("<Control>2")
    window.find("combo box", "Show: All Senders")
    desk.key("<Control>1")
    search = window.find("entry", "Search conversations by name or phone")
    desk.key("<Control>f")
    wait("the search", lambda: search.has("FOCUSED"))
    window.reach(window.row("Contact Nr"))
    desk.key("<Control>a")
    window.says("30 conversations selected")
    desk.key("space")
    window.says("29 conversations selected")
    desk.key("Escape")
    window.says("30 conversations")
    desk.key("F10")
    window.find("menu item", "Keyboard Shortcuts")
    desk.key("Escape")
    window.gone("menu item", "Keyboard Shortcuts")
    desk.key("<Control>w")
    wait("the end", lambda: it.processes[-1].poll() == 0)


def the_desktop_activates_it(it):
    it.spring()
    it.start("--gapplication-service", REASSIGN_DATABASE=str(it.database), database=it.database)
    wait("the service", lambda: subprocess.run(
        [*CALL, "org.freedesktop.Application.Activate", "{}"], capture_output=True).returncode == 0)
    window = it.window()
    window.row("Contact Nr01")
    subprocess.run([*CALL, "org.freedesktop.Application.Activate", "{}"], check=True,
                   capture_output=True)
    it.start()
    wait("the second start to end", lambda: it.processes[-1].poll() == 0)
    assert [top.name for top in it.windows()] == ["Spring"], list(it.windows())
    subprocess.run([*CALL, "org.freedesktop.Application.ActivateAction", "quit", "[]", "{}"],
                   check=True, capture_output=True)
    wait("the end", lambda: it.processes[0].poll() == 0)


def the_icon_imports(it):
    """As the desktop does from the menu of the icon, before there is a window."""
    it.spring()
    it.start("--gapplication-service", REASSIGN_DATABASE=str(it.database), database=it.database)
    wait("the service", lambda: subprocess.run(
        [*CALL, "org.freedesktop.Application.ActivateAction", "import", "[]", "{}"],
        capture_output=True).returncode == 0)
    wait("the choice of a file", lambda: "Import Contacts" in [top.name for top in it.windows()])
    desk.key("Escape")
    wait("it to close", lambda: [top.name for top in it.windows()] == ["Spring"])


def it_runs_from_where_it_is_installed(it):
    it.spring()
    build = pathlib.Path(desk.WINDOW).resolve().parents[2]
    subprocess.run(["meson", "install", "-C", str(build), "--no-rebuild", "--quiet"], check=True,
                   stdout=subprocess.DEVNULL, env={**os.environ, "DESTDIR": str(it.folder)})
    program = next(it.folder.rglob("bin/reassign"))
    share = program.parents[1] / "share"
    subprocess.run(["glib-compile-schemas", str(share / "glib-2.0" / "schemas")], check=True)
    built, desk.WINDOW = desk.WINDOW, str(program)
    try:
        window = it.open(
            GSETTINGS_SCHEMA_DIR="", GSETTINGS_BACKEND="keyfile",
            XDG_CONFIG_HOME=str(it.folder / "config"), XDG_DATA_DIRS=f"{share}:/usr/share")
    finally:
        desk.WINDOW = built
    window.find("push button", starts="Needs Reply: ").press()
    window.says("9 conversations listed")
    # Its schema is found: it remembers.
    kept = it.folder / "config" / "glib-2.0" / "settings" / "keyfile"
    wait("the settings", lambda: kept.exists() and "conversations-status" in kept.read_text())
    desk.key("F1")
    it.window("Reassign Help")


desk.main(help_is_there_without_a_viewer, about_says_the_versions,
          a_window_that_is_gone_is_asked_for, each_key_is_in_the_window_of_shortcuts,
          the_desktop_activates_it, the_icon_imports, it_runs_from_where_it_is_installed)
