# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog while the campaign goes on around it, and when it is in the way."""

import fcntl
import subprocess

import desk
from desk import wait


def open_bulk(it, window, item):
    window.find("push button", "Bulk Reassign").press()
    window.find("menu item", item + "…").press()
    return it.window(item)


def open_sender(it, window, who, item):
    window.turn_to("Senders")
    row = window.row(who + ", ")
    row.find("push button", starts="Reassign, ").press()
    row.find("menu item", item + "…").press()
    return it.window(item)


def notice(dialog, starts):
    """What came of pressing the button."""
    return wait(f"a notice {starts!r}",
                lambda: next((text for text in dialog.texts() if text.startswith(starts)), None))


def what_has_the_focus(window):
    return wait("the focus", lambda: next((it for it in window.walk() if it.has("FOCUSED")), None))


def by_the_keyboard_alone(it):
    it.spring()
    window = it.open()
    dialog = open_bulk(it, window, "Bulk Reassign Some")
    # The first field has the focus; its keys choose.
    assert what_has_the_focus(dialog).name == "Any"
    desk.key("Down")
    wait("Needs Reply", lambda: dialog.one("radio button", "Needs Reply").checked)
    desk.key("<Alt>n")
    spin = dialog.find("spin button", "Number")
    wait("the number", lambda: spin.has("FOCUSED") or what_has_the_focus(dialog).role == "text")
    dialog.choose("check box", "Select All")
    dialog.reach(dialog.find("push button", "Reassign 4 Conversations"))
    desk.key("space")
    window.says("4 conversations reassigned")
    assert it.moves()[0]["moved"] == 4


def ticks_survive_each_search(it):
    it.spring()
    window = it.open()
    dialog = open_bulk(it, window, "Bulk Reassign All")
    order = [row.name.split(",")[0] for row in dialog.all("table row")]
    search = dialog.find("entry", "Search senders")
    search.type("bo")
    dialog.gone("table row", starts="Ann Lee")
    dialog.choose("check box", "Select All")
    dialog.says("1 of 3 chosen")
    search.type("cy")
    dialog.gone("table row", starts="Bo Lee")
    wait("no tick", lambda: not dialog.one("check box", "Select All").checked)
    dialog.choose("check box", "Select All")
    dialog.says("2 of 3 chosen")
    search.type("")
    dialog.row("Ann Lee, ")
    assert [row.name.split(",")[0] for row in dialog.all("table row")] == order
    for name, ticked in (("Ann Lee", False), ("Bo Lee", True), ("Cy Lee", True)):
        assert dialog.row(name + ", ").one("check box").checked == ticked, name


def a_preview_that_has_changed(it):
    """Nothing moves; the new preview is there, with words, and the button with the focus."""
    it.spring()
    window = it.open()
    dialog = open_bulk(it, window, "Bulk Unassign All")
    left = 20
    button = dialog.find("push button", f"Unassign {left} Conversations")
    for _ in range(6):
        dialog.reach(button)
        # What another process does is seen within a moment: the click comes before that.
        it.ctl("reassign", "Spring", "--from=ann@example.org", "--number=1", "--to=unassigned")
        left -= 1
        before = len(it.moves())
        desk.key("space")
        said = [text for text in dialog.texts() if "Look again" in text]
        if said:
            break
        assert len(it.moves()) == before, it.moves()
        dialog.find("push button", f"Unassign {left} Conversations")
    said = notice(dialog, "1 fewer would move now.")
    assert said == "1 fewer would move now. Nothing was moved. Look again, then press the button."
    wait("the new preview", lambda: button.name == f"Unassign {left} Conversations")
    wait("the button", lambda: button.has("SENSITIVE") and button.has("FOCUSED"))
    assert all(move["moved"] == 1 for move in it.moves())
    desk.key("space")
    window.says(f"{left} conversations unassigned")


def the_preview_follows_the_campaign(it):
    it.spring()
    window = it.open()
    dialog = open_bulk(it, window, "Bulk Reassign All")
    dialog.choose("radio button", "Needs Reply")
    dialog.tick("Cy Lee")
    dialog.find("push button", "Reassign 9 Conversations")
    talks = it.ctl("conversations", "Spring", "--status=needs_reply")["conversations"]
    it.ctl("close", "Spring", talks[0]["id"])
    dialog.find("push button", "Reassign 8 Conversations").press()
    window.says("8 conversations reassigned")


def nothing_outdated_is_done(it):
    """A click in the same moment as a change does nothing, or what is asked for by then."""
    it.spring()
    window = it.open()
    dialog = open_bulk(it, window, "Bulk Reassign Some")
    dialog.tick("Cy Lee")
    spin = dialog.find("spin button", "Number")
    button = dialog.find("push button", "Reassign 10 Conversations")
    action = button.accessible.get_action_iface()
    for number in (3, 7, 4):
        spin.type(str(number))
        if not it.moves():
            action.do_action(0)
    wait("a move", lambda: it.moves() or (button.has("SENSITIVE") and action.do_action(0) and None))
    moved = it.moves()[0]["moved"]
    number = it.moves()[0]["request"]["number"]
    assert moved == number and number in (3, 7, 4), it.moves()


def a_chosen_sender_is_removed(it):
    it.spring()
    window = it.open()
    dialog = open_bulk(it, window, "Bulk Reassign Some")
    dialog.find("spin button", "Number").type("6")
    dialog.tick("Cy Lee")
    dialog.tick("Bo Lee")
    dialog.find("push button", "Reassign 6 Conversations")
    it.ctl("sender", "remove", "Spring", "cy@example.org", "--to=unassigned")
    notice(dialog, "Cy Lee was removed from the campaign, and is no longer chosen.")
    dialog.says("1 of 2 chosen")
    dialog.says("6 conversations go to Bo Lee")
    dialog.find("push button", "Reassign 6 Conversations").press()
    window.says("6 conversations reassigned")


def the_giver_is_removed(it):
    it.spring()
    window = it.open()
    dialog = open_sender(it, window, "Bo Lee", "Reassign Some")
    dialog.tick("Cy Lee")
    dialog.find("push button", "Reassign 8 Conversations")
    it.ctl("sender", "remove", "Spring", "bo@example.org", "--to=unassigned")
    dialog.says("bo@example.org is no sender of this campaign.")
    wait("no button", lambda: not dialog.one("push button", "Reassign").has("SENSITIVE"))
    desk.key("Escape")
    wait("the dialog to close", lambda: len(list(it.windows())) == 1)


def the_role_is_taken_away(it):
    it.spring()
    window = it.open(REASSIGN_USER="mo@example.org")
    dialog = open_bulk(it, window, "Bulk Reassign Some")
    dialog.tick("Cy Lee")
    dialog.find("push button", "Reassign 10 Conversations")
    it.ctl("user", "set", "mo@example.org", "--role=sender")
    button = next(dialog.all("push button", starts="Reassign"))
    if button.has("SENSITIVE"):
        button.press()
    reason = notice(dialog, "A sender may not do this")
    assert reason == "A sender may not do this; ask a moderator or an admin.", reason
    wait("no button", lambda: not dialog.one("push button", "Reassign").has("SENSITIVE"))
    assert it.moves() == []
    # Nothing chosen is lost.
    assert dialog.row("Cy Lee, ").one("check box").checked


def the_campaign_is_removed(it):
    it.spring()
    window = it.open()
    dialog = open_bulk(it, window, "Bulk Unassign All")
    button = dialog.find("push button", "Unassign 20 Conversations")
    it.ctl("campaign", "set", "Spring", "--state=archived")
    it.ctl("campaign", "remove", "Spring")
    wait("no button", lambda: len(list(it.windows())) == 1 or not button.has("SENSITIVE"))
    desk.key("Escape")
    wait("the dialog to close", lambda: len(list(it.windows())) == 1)


def a_full_disk(it):
    it.spring()
    process = it.start()
    window = it.window()
    dialog = open_bulk(it, window, "Bulk Unassign All")
    dialog.find("push button", "Unassign 20 Conversations")
    subprocess.run(["prlimit", f"--pid={process.pid}", "--fsize=4096:unlimited"], check=True)
    dialog.find("push button", "Unassign 20 Conversations").press()
    notice(dialog, "The disk is full")
    assert it.moves() == []
    subprocess.run(["prlimit", f"--pid={process.pid}", "--fsize=unlimited"], check=True)
    dialog.find("push button", "Unassign 20 Conversations").press()
    window.says("20 conversations unassigned")


def closed_in_the_middle(it):
    """Whatever is closed while a move waits: it is done or not, and nothing is lost."""
    it.spring()
    process = it.start()
    window = it.window()
    dialog = open_bulk(it, window, "Bulk Unassign All")
    button = dialog.find("push button", "Unassign 20 Conversations")
    with open(f"{it.database}.lock", "r+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        button.press()
        dialog.find("progress bar", "Moving the conversations")
        # Leaving stops it, and the dialog says so.
        desk.key("Escape")
        dialog.says("Stopped: nothing was moved.")
        wait("the button", lambda: button.has("SENSITIVE"))
        button.press()
        dialog.find("progress bar", "Moving the conversations")
        # The program is ended by others: all of the move is done, or nothing.
        it.processes.remove(process)
        process.terminate()
        process.wait(10)
    held = it.senders()
    assert held[None]["total"] == (30 if it.moves() else 10), held
    assert it.moves() == []
    window = it.open()
    window.find("push button", starts="Unassigned: 10")


def quit_in_the_middle(it):
    """The desktop ends the program while a move waits: it ends in good order, and the
    move is whole or none."""
    it.spring()
    process = it.start()
    window = it.window()
    dialog = open_bulk(it, window, "Bulk Unassign All")
    with open(f"{it.database}.lock", "r+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        dialog.find("push button", "Unassign 20 Conversations").press()
        dialog.find("progress bar", "Moving the conversations")
        subprocess.run(["gdbus", "call", "--session", "--dest=org.example.Reassign",
                        "--object-path=/org/example/Reassign",
                        "--method=org.gtk.Actions.Activate", "quit", "[]", "{}"],
                       check=True, stdout=subprocess.DEVNULL)
    wait("the end", lambda: process.poll() is not None)
    assert process.returncode == 0, process.returncode
    assert it.senders()[None]["total"] == (30 if it.moves() else 10)
    assert it.ctl("check")["problems"] == []


desk.main(by_the_keyboard_alone, ticks_survive_each_search, a_preview_that_has_changed,
          the_preview_follows_the_campaign, nothing_outdated_is_done, a_chosen_sender_is_removed,
          the_giver_is_removed, the_role_is_taken_away, the_campaign_is_removed, a_full_disk,
          closed_in_the_middle, quit_in_the_middle)
