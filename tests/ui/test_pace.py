# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast it goes, and the text that reminds a sender."""

import re

import desk
from desk import key, wait


def send(it, count, first=4):
    """Ann writes to so many whom nobody has written to."""
    it.ctl("heartbeat", user="ann@example.org")
    for conversation in range(first, first + count):
        it.ctl("message", "Spring", conversation, "--direction=out", "Hi", user="ann@example.org")


def open_senders(it, *arguments):
    window = it.open(*arguments)
    window.turn_to("Senders")
    window.row("Ann Lee, ")
    return window


def titles(window):
    return window.find("tree table", "Senders").row("Column titles").texts()


def says(row, text):
    return any(text in (thing.name, thing.description) for thing in row.walk())


def dialog_text(dialog):
    text = dialog.find("text", "Text of the reminder").accessible.get_text_iface()
    return text.get_text(0, text.get_character_count())


def paste(window):
    """What is on the clipboard, by way of the search of the senders."""
    key("<Control>f")
    entry = window.find("entry", "Search senders by name or e-mail")
    wait("the focus in the search", lambda: entry.has("FOCUSED"))
    key("<Control>a")
    key("<Control>v")
    text = entry.accessible.get_text_iface()
    return wait("something pasted", lambda: text.get_text(0, text.get_character_count()))


def tiles_say_when_it_is_done(it):
    it.spring()
    window = it.open()
    # Nothing was sent: nothing is said.
    window.find("push button", "Total: 30, 3 senders, 0 online")
    window.find("push button", "Not Started: 17, 6 unassigned")
    send(it, 3)
    window.find("push button", "Total: 30, 3 senders, 1 online, 3 sent in 15 min")
    tile = window.find("push button", starts="Not Started: 14, 6 unassigned, done about ")
    # Fourteen to begin and nine to answer at three in a quarter of an hour.
    assert re.search(r"done about (\d+ \w+ )?\d\d:[0-5][05]$", tile.name), tile.name
    it.ctl("campaign", "set", "Spring", "--state=paused")
    window.find("push button", "Not Started: 14, 6 unassigned")


def the_window_ends_before(it):
    from gi.repository import GLib

    it.spring()
    send(it, 3)
    end = GLib.DateTime.new_now_local().add_minutes(60)
    it.ctl("campaign", "set", "Spring", f"--window-end={end.format_iso8601()}")
    window = it.open()
    tile = window.find("push button", starts="Not Started: 14, 6 unassigned, not done by ")
    assert end.format("%H:%M") in tile.name, (tile.name, end.format("%H:%M"))


def senders_have_a_pace_of_their_own(it):
    it.spring()
    send(it, 3)
    window = open_senders(it)
    assert "Time Left" in titles(window), titles(window)
    row = window.row("Ann Lee, Online")
    # Two to begin and three to answer.
    wait("her pace", lambda: says(row, "about 25 min left at this pace"))
    assert not any("at this pace" in thing.description for thing in window.row("Bo Lee, ").walk())
    it.ctl("heartbeat", "--end", user="ann@example.org")
    row = window.row("Ann Lee, Offline")
    wait("no pace of who has left", lambda: not says(row, "about 25 min left at this pace"))
    window.find("push button", starts="Sorted by ").press()
    window.find("menu item", "Time Left").press()
    window.find("push button", starts="Sorted by Time Left")


def one_is_reminded(it):
    it.spring()
    window = open_senders(it)
    row = window.row("Ann Lee, ")
    row.find("push button", starts="Reassign, ").press()
    row.find("menu item", "Remind").press()
    window.says("Reminder for Ann Lee copied")
    window.toast("Show Text").press()
    dialog = it.window("Reminder")
    text = dialog_text(dialog)
    assert text.startswith("Hi Ann, in “Spring” 3 replies wait for you"), text
    assert "and 5 first messages are not sent yet." in text and "555" not in text, text
    key("Escape")
    wait("the dialog gone", lambda: len(list(it.windows())) == 1)
    assert paste(window) == text, paste(window)


def the_text_can_be_changed(it):
    it.spring()
    window = open_senders(it)
    row = window.row("Cy Lee, ")
    row.find("push button", starts="Reassign, ").press()
    row.find("menu item", "Remind").press()
    window.toast("Show Text").press()
    dialog = it.window("Reminder")
    assert dialog_text(dialog).startswith("Hi Cy, in “Spring” 2 first messages are"), dialog
    dialog.find("text", "Text of the reminder").type("Cy, please!")
    dialog.reach(dialog.find("push button", "Copy"))
    key("space")
    wait("the dialog gone", lambda: len(list(it.windows())) == 1)
    assert paste(window) == "Cy, please!", paste(window)


def several_are_reminded(it):
    it.spring()
    it.ctl("reassign", "Spring", "--from=cy@example.org", "--to=unassigned")
    window = open_senders(it)
    key("<Control>f")
    key("Tab")
    key("Home")
    key("<Control>a")
    window.says("3 senders selected")
    window.find("push button", "Remind").press()
    # Cy has nothing to do.
    window.says("Reminder for 2 senders copied")
    window.toast("Show Text").press()
    lines = dialog_text(it.window("Reminder")).split("\n")
    assert lines[0].startswith("Hi all, in “Spring” "), lines
    assert {line.split(":")[0] for line in lines[1:-1]} == {"Ann Lee", "Bo Lee"}, lines
    key("Escape")
    window.says("3 senders selected")


def a_sender_reminds_nobody(it):
    it.spring()
    window = open_senders(it, "--user=ann@example.org")
    row = window.row("Bo Lee, ")
    row.find("push button", starts="Reassign, ").press()
    assert not row.find("menu item", "Remind").has("SENSITIVE")


desk.main(tiles_say_when_it_is_done, the_window_ends_before, senders_have_a_pace_of_their_own,
          one_is_reminded, the_text_can_be_changed, several_are_reminded,
          a_sender_reminds_nobody)
