# SPDX-License-Identifier: GPL-3.0-or-later
"""What cannot be done says why, where it belongs."""

import fcntl

import desk
from desk import wait


def open_some(it, window):
    window.find("push button", "Bulk Reassign").press()
    window.find("menu item", "Bulk Reassign Some…").press()
    return it.window("Bulk Reassign Some")


def too_many(it):
    it.spring()
    window = it.open()
    dialog = open_some(it, window)
    dialog.choose("radio button", "Needs Reply")
    dialog.tick("Cy Lee")
    dialog.find("spin button", "Number").type("500")
    dialog.says("Nothing moves")
    said = [text for text in dialog.texts() if "500" in text]
    assert said == ["Only 9 conversations match; 500 were asked for."] * 2, said
    button = dialog.find("push button", "Reassign")
    assert not button.has("SENSITIVE") and button.description == said[0], button.description
    dialog.find("push button", "All 9").press()
    dialog.find("push button", "Reassign 9 Conversations")
    dialog.gone("label", said[0])
    assert it.moves() == []


def no_number(it):
    it.spring()
    window = it.open()
    dialog = open_some(it, window)
    dialog.tick("Cy Lee")
    dialog.find("spin button", "Number").type("0")
    dialog.says("Enter how many conversations are to move.")
    assert not dialog.find("push button", "Reassign").has("SENSITIVE")


def nobody_is_online(it):
    it.spring()
    window = it.open()
    window.turn_to("Senders")
    row = window.row("Ann Lee, ")
    row.find("push button", starts="Reassign, ").press()
    row.find("menu item", "Reassign All…").press()
    dialog = it.window("Reassign All")
    dialog.choose("radio button", "Distribute to all users")
    dialog.choose("check box", "Only those who are online (0)")
    dialog.says("Nobody is online.")
    assert not dialog.find("push button", "Reassign").has("SENSITIVE")


def what_is_even_already(it):
    it.spring()
    it.ctl("reassign", "Spring", "--to=ann@example.org,bo@example.org,cy@example.org")
    window = it.open()
    window.find("push button", "Bulk Reassign").press()
    window.find("menu item", "Bulk Reassign All…").press()
    dialog = it.window("Bulk Reassign All")
    dialog.choose("check box", "Select All")
    dialog.says("They are shared out like this already.")
    assert not dialog.find("push button", "Reassign").has("SENSITIVE")


def a_sender_may_not(it):
    it.spring()
    window = it.open("--user=ann@example.org")
    bulk = window.find("push button", "Bulk Reassign")
    wait("no bulk reassign", lambda: not bulk.has("SENSITIVE"))
    reason = "A sender may not do this; ask a moderator or an admin."
    assert bulk.description == reason, bulk.description
    undo = window.find("push button", "Undo")
    assert not undo.has("SENSITIVE") and undo.description == reason
    # Own conversations only.
    window.says("10 conversations")
    window.turn_to("Senders")
    row = window.row("Bo Lee, ")
    row.find("push button", starts="Reassign, ").press()
    assert not row.find("menu item", "Reassign All…").has("SENSITIVE")
    assert row.find("menu item", "Show Conversations").has("SENSITIVE")


def a_moderator_may(it):
    it.spring()
    window = it.open(REASSIGN_USER="mo@example.org")
    wait("bulk reassign", lambda: window.one("push button", "Bulk Reassign").has("SENSITIVE"))
    window.find("push button", "Bulk Reassign").press()
    window.find("menu item", "Bulk Unassign All…").press()
    it.window("Bulk Unassign All").find("push button", "Unassign 20 Conversations").press()
    window.says("20 conversations unassigned")
    assert it.moves()[0]["by"] == "mo@example.org"


def an_archived_campaign(it):
    it.spring(state="archived")
    window = it.open()
    window.says("Campaign is currently closed.")
    bulk = window.find("push button", "Bulk Reassign")
    assert not bulk.has("SENSITIVE")
    assert bulk.description == "The campaign is archived; nothing in it can be changed."


def refused_while_the_dialog_is_open(it):
    it.spring()
    window = it.open()
    window.find("push button", "Bulk Reassign").press()
    window.find("menu item", "Bulk Unassign All…").press()
    dialog = it.window("Bulk Unassign All")
    button = dialog.find("push button", "Unassign 20 Conversations")
    it.ctl("campaign", "set", "Spring", "--state=archived")
    wait("the refusal", lambda: "The campaign is archived; nothing in it can be changed."
         in dialog.texts())
    wait("no button", lambda: not button.has("SENSITIVE"))
    assert it.moves() == []


def a_move_that_takes_long_is_stopped(it):
    it.spring()
    window = it.open()
    window.find("push button", "Bulk Reassign").press()
    window.find("menu item", "Bulk Unassign All…").press()
    dialog = it.window("Bulk Unassign All")
    button = dialog.find("push button", "Unassign 20 Conversations")
    with open(f"{it.database}.lock", "r+b") as lock:
        # Somebody else is writing, and does not come to an end.
        fcntl.flock(lock, fcntl.LOCK_EX)
        button.press()
        dialog.find("progress bar", "Moving the conversations")
        assert not button.has("SENSITIVE")
        dialog.find("push button", "Cancel").press()
        dialog.says("Stopped: nothing was moved.")
    assert it.moves() == []
    dialog.gone("progress bar", "Moving the conversations")
    dialog.find("push button", "Unassign 20 Conversations").press()
    window.says("20 conversations unassigned")


desk.main(too_many, no_number, nobody_is_online, what_is_even_already, a_sender_may_not,
          a_moderator_may, an_archived_campaign, refused_while_the_dialog_is_open,
          a_move_that_takes_long_is_stopped)
