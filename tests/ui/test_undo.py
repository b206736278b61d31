# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking back: from the toast, from the header bar, by the keyboard; and what an
undo leaves alone."""

import desk
from desk import wait


def unassign_bo(it, window):
    """Bo's eight become unassigned, by the window."""
    window.turn_to("Senders")
    row = window.row("Bo Lee, ")
    row.find("push button", starts="Reassign, ").press()
    row.find("menu item", "Unassign All…").press()
    it.window("Unassign All").find("push button", "Unassign 8 Conversations").press()
    window.says("8 conversations unassigned")


def from_the_toast(it):
    it.spring()
    window = it.open()
    unassign_bo(it, window)
    window.toast("Undo").press()
    window.says("8 conversations given back.")
    assert it.senders()["Bo"]["total"] == 8
    moves = it.moves()
    assert [move["kind"] for move in moves] == ["undo", "reassign"]
    assert moves[1]["undone_by"] == moves[0]["id"]


def and_back_again(it):
    it.spring()
    window = it.open()
    unassign_bo(it, window)
    window.toast("Undo").press()
    window.toast("Redo").press()
    wait("Bo to hold nothing", lambda: it.senders()["Bo"]["total"] == 0)
    assert len(it.moves()) == 3


def from_the_header_bar(it):
    it.spring()
    window = it.open()
    undo = window.find("push button", "Undo")
    wait("nothing to undo", lambda: not undo.has("SENSITIVE"))
    assert undo.description == "Undo: You have moved nothing that could be taken back"
    unassign_bo(it, window)
    wait("something to undo", lambda: undo.has("SENSITIVE"))
    assert undo.description.startswith("Undo: 8 conversations unassigned, "), undo.description
    undo.press()
    window.says("8 conversations given back.")
    wait("nothing to undo", lambda: not undo.has("SENSITIVE"))
    assert it.senders()["Bo"]["total"] == 8


def by_the_keyboard(it):
    it.spring()
    window = it.open()
    unassign_bo(it, window)
    wait("something to undo", lambda: window.one("push button", "Undo").has("SENSITIVE"))
    desk.key("<Control>z")
    window.says("8 conversations given back.")


def only_what_one_did_oneself(it):
    it.spring()
    window = it.open()
    undo = window.find("push button", "Undo")
    it.ctl("reassign", "Spring", "--from=bo@example.org", "--to=unassigned", user="mo@example.org")
    window.find("push button", starts="Unassigned: 18")
    wait("the move of another in the line below",
         lambda: any("moved 8" in text for text in window.texts()))
    assert not undo.has("SENSITIVE")


def what_was_answered_since_stays(it):
    it.spring()
    window = it.open()
    unassign_bo(it, window)
    waiting = it.ctl("conversations", "Spring", "--status=needs_reply", "--from=unassigned")
    it.ctl("message", "Spring", waiting["conversations"][0]["id"], "--direction=out", "Thanks!")
    window.toast("Undo").press()
    window.says("7 conversations given back. 1 was left: it was answered since.")
    assert it.senders()["Bo"]["total"] == 7


desk.main(from_the_toast, and_back_again, from_the_header_bar, by_the_keyboard,
          only_what_one_did_oneself, what_was_answered_since_stays)
