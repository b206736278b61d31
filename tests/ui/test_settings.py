# SPDX-License-Identifier: GPL-3.0-or-later
"""The next evening begins as this one ended: size, columns, order and filter."""

import desk
from desk import wait

TITLES = {"Contact", "Phone", "Status", "Sender", "Last Message", "Waiting"}


def keep(it):
    """Settings that outlast the program, in a file of this test."""
    return {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": str(it.folder / "config")}


def write(it, text):
    path = it.folder / "config" / "glib-2.0" / "settings" / "keyfile"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"[org/example/Reassign]\n{text}\n", encoding="utf-8")


def titles(window, table="Conversations"):
    return set(window.find("tree table", table).row("Column titles").texts())


def leave(it):
    desk.key("<Control>q")
    wait("the program to end", lambda: it.processes[-1].poll() is not None)
    assert it.processes[-1].returncode == 0, it.processes[-1].returncode


def toggle_column(window, button, column):
    """By the keyboard: the submenu stands below the orders."""
    window.find("push button", starts=button).press()
    window.reach(window.find("menu item", "Columns"), "Down")
    desk.key("Return")
    # An order may be called so, too; the columns come last.
    item = wait(f"the column {column}", lambda: [*window.all("menu item", column)][-1])
    window.reach(item, "Down")
    desk.key("Return")


def columns_order_and_filter_stay(it):
    it.spring()
    window = it.open(**keep(it))
    window.row("Contact Nr01")
    assert titles(window) == TITLES, titles(window)
    toggle_column(window, "Sort conversations", "Phone")
    wait("no phones", lambda: titles(window) == TITLES - {"Phone"})
    window.find("push button", "Sort conversations").press()
    window.find("menu item", "Order of Import").press()
    window.find("push button", starts="Needs Reply: ").press()
    window.says("9 conversations listed")
    leave(it)

    window = it.open(**keep(it))
    window.says("9 conversations listed")
    window.find("combo box", "Status: Needs Reply")
    assert titles(window) == TITLES - {"Phone"}, titles(window)
    window.find("push button", "Sort conversations").press()
    wait("the order", lambda: window.find("menu item", "Order of Import").checked)
    desk.key("Escape")
    toggle_column(window, "Sort conversations", "Phone")
    wait("the phones again", lambda: titles(window) == TITLES)


def senders_stay_as_they_were(it):
    it.spring()
    window = it.open(**keep(it))
    window.turn_to("Senders")
    window.row("Ann Lee, ")
    # Who hides the column by which the senders are sorted gets them by their names.
    toggle_column(window, "Sorted by ", "Needs Reply")
    wait("no such column", lambda: "Needs Reply" not in titles(window, "Senders"))
    window.find("push button", starts="Sorted by ").press()
    wait("by name", lambda: window.find("menu item", "First Name").checked)
    # Who sorts by a hidden one sees it.
    window.find("menu item", "Needs Reply").press()
    wait("the column again", lambda: "Needs Reply" in titles(window, "Senders"))
    toggle_column(window, "Sorted by ", "Last Seen")
    wait("the column gone", lambda: "Last Seen" not in titles(window, "Senders"))
    leave(it)

    window = it.open(**keep(it))
    window.turn_to("Senders")
    window.row("Ann Lee, ")
    assert "Needs Reply" in titles(window, "Senders") and "Last Seen" not in titles(window, "Senders"), titles(window, "Senders")
    window.find("push button", starts="Sorted by ").press()
    wait("the order", lambda: window.find("menu item", "Needs Reply").checked)


def size_stays(it):
    from gi.repository import Atspi

    def size(window):
        box = window.accessible.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return box.width, box.height

    it.spring()
    write(it, "window-width=900\nwindow-height=620")
    window = it.open(**keep(it))
    window.row("Contact Nr01")
    wait("the size", lambda: size(window) == (900, 620))
    leave(it)
    write(it, "window-maximized=true")
    window = it.open(**keep(it))
    window.row("Contact Nr01")
    wait("all of the screen", lambda: size(window)[0] == 1280)


def works_without_a_schema(it):
    it.spring()
    window = it.open(GSETTINGS_SCHEMA_DIR=str(it.folder), **keep(it))
    window.find("push button", starts="Needs Reply: ").press()
    window.says("9 conversations listed")
    toggle_column(window, "Sort conversations", "Phone")
    wait("no phones", lambda: titles(window) == TITLES - {"Phone"})
    leave(it)
    kept = it.folder / "config" / "glib-2.0" / "settings" / "keyfile"
    assert not kept.exists() or "Reassign" not in kept.read_text(), kept.read_text()


desk.main(columns_order_and_filter_stay, senders_stay_as_they_were, size_stays,
          works_without_a_schema)
