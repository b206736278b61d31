# SPDX-License-Identifier: GPL-3.0-or-later
"""The three drop-downs of Bulk Reassign, from the menu to the database."""

import desk
from desk import wait


def open_bulk(window, item):
    window.find("push button", "Bulk Reassign").press()
    window.find("menu item", item + "…").press()


def unassign_all(it):
    it.spring()
    window = it.open()
    window.find("push button", starts="Total: 30")
    open_bulk(window, "Bulk Unassign All")
    dialog = it.window("Bulk Unassign All")
    dialog.says("20 conversations become unassigned")
    dialog.says("20 come from 3 senders who are offline.")
    dialog.find("table row", "Ann Lee, Offline, 8 open, change −10")
    dialog.find("push button", "Unassign 20 Conversations").press()
    window.says("20 conversations unassigned")
    held = it.senders()
    assert held[None]["total"] == 30, held
    assert held["Ann"]["total"] == held["Bo"]["total"] == held["Cy"]["total"] == 0, held
    window.find("push button", starts="Unassigned: 30")
    assert it.moves()[0]["request"]["to"] == "unassigned"


def reassign_some(it):
    it.spring()
    window = it.open()
    open_bulk(window, "Bulk Reassign Some")
    dialog = it.window("Bulk Reassign Some")
    dialog.says("Choose at least one sender to receive conversations.")
    assert not dialog.find("push button", "Reassign").has("SENSITIVE")
    dialog.choose("radio button", "Needs Reply")
    dialog.says("of 9")
    dialog.tick("Cy Lee")
    # Unless another number is given, what is unassigned goes.
    dialog.says("4 conversations go to Cy Lee")
    dialog.find("spin button", "Number").type("6")
    dialog.says("6 conversations go to Cy Lee")
    # Ann has more open work than Bo, and both are offline and were never seen: Ann gives
    # first, in name order.
    dialog.says("4 were unassigned. 2 come from Ann Lee, who is offline.")
    dialog.says("6 go to Cy Lee, who is offline.")
    dialog.find("push button", "Reassign 6 Conversations").press()
    window.says("6 conversations reassigned")
    held = it.senders()
    assert held["Cy"]["needs_reply"] == 6, held
    assert held["Ann"]["needs_reply"] == 1, held
    assert held[None]["needs_reply"] == 0, held


def reassign_all(it):
    it.spring()
    window = it.open()
    open_bulk(window, "Bulk Reassign All")
    dialog = it.window("Bulk Reassign All")
    dialog.find("check box", "Select All")
    dialog.choose("check box", "Select All")
    dialog.says("3 of 3 chosen")
    dialog.says("11 conversations change hands; 2 of 3 senders receive between 3 and 8")
    dialog.find("push button", "Reassign 11 Conversations").press()
    window.find("push button", "Unassigned: 0, 0 need a reply")
    held = it.senders()
    assert [held[name]["total"] for name in ("Ann", "Bo", "Cy")] == [10, 10, 10], held
    assert [held[name]["needs_reply"] for name in ("Ann", "Bo", "Cy")] == [3, 3, 3], held


def level(it):
    it.spring()
    window = it.open()
    open_bulk(window, "Bulk Reassign All")
    dialog = it.window("Bulk Reassign All")
    dialog.choose("radio button", "To whoever has the least open work")
    dialog.tick("Cy Lee")
    dialog.tick("Bo Lee")
    dialog.says("2 of 3 chosen")
    dialog.find("push button", "Reassign 20 Conversations").press()
    window.says("20 conversations reassigned")
    assert it.senders()["Ann"]["total"] == 0
    assert it.moves()[0]["request"]["divide"] == "level"


def leaving_moves_nothing(it):
    it.spring()
    window = it.open()
    open_bulk(window, "Bulk Unassign All")
    dialog = it.window("Bulk Unassign All")
    dialog.find("push button", "Unassign 20 Conversations")
    desk.key("Escape")
    wait("the dialog to close", lambda: len(list(it.windows())) == 1)
    assert it.moves() == []
    open_bulk(window, "Bulk Reassign Some")
    dialog = it.window("Bulk Reassign Some")
    dialog.tick("Cy Lee")
    dialog.says("10 conversations go to Cy Lee")
    dialog.reach(dialog.find("spin button", "Number"))
    desk.key("Return")
    dialog.says("10 conversations go to Cy Lee")
    assert it.moves() == []
    dialog.find("push button", "Cancel").press()
    wait("the dialog to close", lambda: len(list(it.windows())) == 1)
    assert it.moves() == []


desk.main(unassign_all, reassign_some, reassign_all, level, leaving_moves_nothing)
