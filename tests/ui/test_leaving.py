# SPDX-License-Identifier: GPL-3.0-or-later
"""Leaving the dialog of a move: where the keyboard goes on, and what becomes of a move
that is under way as its window is closed."""

import time

import desk
from desk import key, wait

SEARCH = "Search conversations by name or phone"


def all_with_focus(window):
    found = []

    def look(thing):
        for child in thing.children():
            if child.has("FOCUSED"):
                found.append(child)
            look(child)

    look(window)
    return found


def is_inside(thing, role):
    """Whether it is, or stands in, something of this role."""
    accessible = thing.accessible
    while accessible is not None:
        if accessible.get_role_name() == role:
            return True
        accessible = accessible.get_parent()
    return False


def stays_in_table(window):
    """The focus is in the table, and after what the move changes has been read, too."""
    for _ in range(4):
        wait("the focus in the table", lambda: any(
            is_inside(it, "tree table") for it in all_with_focus(window)), 5)
        time.sleep(0.3)


def back_to_the_opener(it):
    """By Escape and by a move that leaves the opener where it is."""
    it.spring()
    window = it.open()
    opener = window.find("push button", "Bulk Reassign")
    window.reach(next(child for child in opener.children()))
    key("space")
    window.find("menu item", "Bulk Reassign Some…").press()
    it.window("Bulk Reassign Some")
    key("Escape")
    wait("the opener", lambda: any(thing.has("FOCUSED") for thing in (opener, *opener.children())))
    opener.press()
    window.find("menu item", "Bulk Unassign All…").press()
    it.window("Bulk Unassign All").find("push button", "Unassign 20 Conversations").press()
    window.says("20 conversations unassigned")
    wait("the opener", lambda: any(thing.has("FOCUSED") for thing in (opener, *opener.children())))


def a_row_that_leaves_the_list(it):
    """What was ticked no longer passes the filter: the list goes on with the keyboard."""
    it.spring()
    window = it.open()
    window.find("push button", starts="Unassigned: 10").press()
    window.find("push button", "Reassign 10…")
    key("<Control>f")
    key("Tab")
    key("Home")
    wait("a row", lambda: any(it_.role == "table row" for it_ in all_with_focus(window)))
    key("space")
    button = window.find("push button", "Reassign 1…")
    window.reach(button)
    key("space")
    dialog = it.window("Reassign Selected")
    dialog.tick("Cy Lee")
    dialog.find("push button", "Reassign 1 Conversation").press()
    window.says("1 conversation reassigned")
    stays_in_table(window)


def all_rows_leave_the_list(it):
    it.spring()
    window = it.open()
    window.find("push button", starts="Unassigned: 10").press()
    button = window.find("push button", "Reassign 10…")
    window.reach(button)
    key("space")
    dialog = it.window("Reassign Listed")
    dialog.tick("Cy Lee")
    dialog.find("push button", "Reassign 10 Conversations").press()
    window.says("10 conversations reassigned")
    for _ in range(4):
        wait("the focus on something that can be pressed", lambda: any(
            thing.role in ("push button", "toggle button") for thing in all_with_focus(window)), 5)
        time.sleep(0.3)


def a_removed_sender(it):
    it.spring()
    window = it.open()
    window.turn_to("Senders")
    window.row("Ann Lee, ")
    row = window.row("Ann Lee, ")
    row.find("push button", starts="Reassign, ").press()
    row.find("menu item", "Remove from Campaign…").press()
    dialog = wait("the dialog", lambda: next((w for w in it.windows() if w.name != window.name), None))
    button = dialog.find("push button", starts="Remove")
    wait("it can be done", lambda: button.has("SENSITIVE"))
    button.press()
    wait("Ann is gone", lambda: window.one("table row", starts="Ann Lee") is None)
    stays_in_table(window)


desk.main(back_to_the_opener, a_row_that_leaves_the_list, all_rows_leave_the_list, a_removed_sender)
