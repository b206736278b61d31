# SPDX-License-Identifier: GPL-3.0-or-later
"""The history: what was moved, what has happened since, what undo can give back; and
the way there and back. All by the keyboard."""

import desk
from desk import key, wait


def move(it, giver, to, user=None):
    return it.ctl("reassign", "Spring", f"--from={giver}@example.org", f"--to={to}", user=user)


def open_history(window, first):
    window.find("push button", starts="Unassigned: ")
    window.find("table row")
    key("<Control>h")
    return window.find("list item", starts=first)


def rows(window):
    return [row.name.split(",")[0] for row in window.all("list item")]


def undo(window, button):
    """By the keyboard; counting comes late, and the button with it."""
    target = wait(f"the button {button}", lambda: window.one("push button", button))
    wait(f"{button} to be pressed", lambda: target.has("SENSITIVE"))
    window.reach(target)
    key("space")


def tells_a_move(it):
    it.spring()
    move(it, "bo", "unassigned", "mo@example.org")
    window = it.open()
    row = open_history(window, "8, ")
    assert "Any Status to Unassigned, Bo Lee: Unassign All · mo@example.org" in row.name, row.name
    window.says("8 conversations changed hands")
    window.says("Bo Lee: Unassign All: all of Any Status")
    window.says("mo@example.org")
    window.says("No sender has written in them, and none was moved")
    window.says("Undo gives back 8, and leaves none.")
    window.find("table row", starts="Bo Lee, 6 open, change −8")
    window.find("table row", starts="Unassigned, 10 open, change +8")


def there_and_back(it):
    it.spring()
    move(it, "bo", "unassigned")
    window = it.open()
    tile = window.find("push button", starts="Unassigned: 18")
    for back in ("Escape", "<Alt>Left"):
        window.reach(tile)
        open_history(window, "8, ")
        wait("the focus in the history",
             lambda: any(row.has("FOCUSED") for row in window.all("list item")))
        key(back)
        wait("the history gone", lambda: window.one("list item") is None)
        wait("the focus where it was", lambda: tile.has("FOCUSED"))
    open_history(window, "8, ")
    window.find("push button", "Back").press()
    wait("the history gone", lambda: window.one("list item") is None)


def undo_and_redo(it):
    it.spring()
    move(it, "bo", "unassigned")
    window = it.open()
    open_history(window, "8, ")
    waiting = it.ctl("conversations", "Spring", "--status=needs_reply", "--from=unassigned")
    taken = waiting["conversations"][0]["id"]
    it.ctl("message", "Spring", taken, "--direction=out", "Thanks!")
    window.says("1 was answered")
    window.says("Undo gives back 7 and leaves 1 with who answered it.")
    undo(window, "Undo 7")
    window.says("7 conversations given back. 1 was left: it was answered since.")
    assert it.senders()["Bo"]["total"] == 7
    window.find("list item", starts="7, Undo of the move at ")
    wait("the move is still selected", lambda: window.one("label", "8 conversations changed hands"))
    wait("it says that it was undone",
         lambda: any(" undid it, " in text for text in window.texts()))
    assert not window.find("push button", "Undo").has("SENSITIVE")
    window.toast("Redo").press()
    window.find("list item", starts="7, Redo of what was undone at ")
    assert it.senders()["Bo"]["total"] == 0


def an_undo_is_redone(it):
    it.spring()
    move(it, "bo", "unassigned")
    it.ctl("undo", "Spring", 1)
    window = it.open()
    open_history(window, "8, Undo of ")
    window.says("Redo moves 8 again, and leaves none.")
    undo(window, "Redo 8")
    wait("Bo to hold nothing", lambda: it.senders()["Bo"]["total"] == 0)


def somebody_was_quicker(it):
    it.spring()
    move(it, "bo", "unassigned")
    window = it.open()
    open_history(window, "8, ")
    undo_button = wait("the button", lambda: window.one("push button", "Undo 8"))
    wait("it can be pressed", lambda: undo_button.has("SENSITIVE"))
    window.reach(undo_button)
    it.ctl("undo", "Spring", 1, user="mo@example.org")
    key("space")
    wait("why not", lambda: any("mo@example.org" in text and "undo" in text.lower() or
                                "undone already, by mo@example.org" in text or
                                "mo@example.org undid it, " in text for text in window.texts()))
    window.find("list item", starts="8, Undo of the move")
    assert [it_["kind"] for it_ in it.moves()] == ["undo", "reassign"]


def others_move_meanwhile(it):
    it.spring()
    for _ in range(3):
        move(it, "bo", "ann@example.org")
        move(it, "ann", "bo@example.org")
    window = it.open()
    open_history(window, "18, ")
    key("Down")
    key("Down")
    title = wait("the third is shown",
                 lambda: next((text for text in window.texts()
                               if text.endswith(" conversations changed hands")), None))
    chosen = wait("the third is selected",
                  lambda: next((row for row in window.all("list item") if row.has("FOCUSED")), None))
    before = chosen.name
    move(it, "cy", "unassigned", "mo@example.org")
    window.find("list item", starts="2, ")
    assert rows(window)[0] == "2"
    wait("the same is selected",
         lambda: any(row.has("FOCUSED") and row.name == before for row in window.all("list item")))
    window.says(title)


def searched_and_narrowed(it):
    it.spring()
    move(it, "bo", "unassigned", "mo@example.org")
    move(it, "cy", "unassigned")
    window = it.open()
    open_history(window, "2, ")
    key("<Control>f")
    window.reach(window.find("entry", "Search the history"))
    for letter in "bo":
        key(letter)
    wait("what Bo had to do with", lambda: rows(window) == ["8"])
    for letter in "xx":
        key(letter)
    window.says("No Such Move")
    key("Escape")
    wait("all of them", lambda: rows(window) == ["2", "8"])
    drop_down = window.find("push button", "Show: All Moves")
    window.reach(drop_down)
    key("space")
    key("Down")
    key("Return")
    wait("one's own", lambda: rows(window) == ["2"])


def a_sender_only_looks(it):
    it.spring()
    move(it, "bo", "unassigned")
    window = it.open("--user=ann@example.org")
    open_history(window, "8, ")
    window.says("8 conversations changed hands")
    wait("why not", lambda: any("sender" in text and "may" in text for text in window.texts()))
    assert not window.find("push button", "Undo").has("SENSITIVE")


def its_conversations_are_listed(it):
    it.spring()
    move(it, "bo", "unassigned")
    window = it.open()
    open_history(window, "8, ")
    show = window.find("push button", "Show the 8 Conversations")
    window.reach(show)
    key("space")
    window.says("8 conversations listed")
    drop = window.find("push button", starts="Moved ")
    window.reach(drop)
    key("space")
    wait("all of them again", lambda: any(text == "30 conversations" for text in window.texts()))


def show_trail(window):
    key("<Shift>F10")
    window.find("menu item", "Show Trail").press()


def the_trail_of_one(it):
    it.spring()
    move(it, "bo", "unassigned", "mo@example.org")
    window = it.open()
    window.find("table row", starts="Contact Nr11, ")
    key("<Control>f")
    for letter in "nr11":
        key(letter)
    window.says("1 conversation listed")
    row = window.find("table row", starts="Contact Nr11, ")
    window.reach(row)
    show_trail(window)
    dialog = it.window("Trail")
    dialog.says("Contact Nr11")
    dialog.says("(202) 555-0011")
    dialog.find("list item", starts="Bo Lee, Since ")
    last = dialog.find("list item", starts="Unassigned, Since ")
    assert last.name.endswith("Unassigned by mo@example.org"), last.name
    move(it, "cy", "bo@example.org")
    it.ctl("undo", "Spring", 1)
    wait("that it went back", lambda: len(list(dialog.all("list item", starts="Bo Lee, "))) == 2)
    key("Escape")
    wait("the dialog gone", lambda: all(other.name != "Trail" for other in it.windows()))
    show_trail(window)
    dialog = it.window("Trail")
    show = dialog.find("push button", "Show Move")
    dialog.reach(show)
    key("space")
    window.says("8 conversations changed hands")
    window.says("Bo Lee: Unassign All: all of Any Status")


desk.main(tells_a_move, there_and_back, undo_and_redo, an_undo_is_redone, somebody_was_quicker,
          others_move_meanwhile, searched_and_narrowed, a_sender_only_looks,
          its_conversations_are_listed, the_trail_of_one)
