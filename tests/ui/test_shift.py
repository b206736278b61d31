# SPDX-License-Identifier: GPL-3.0-or-later
"""A moderator's shift, by the keyboard alone: some four hundred replies wait and half
the senders are gone, while others go on writing. Nothing is lost, and a picture of
each step is left."""

import subprocess

import desk
from desk import key, wait
from hands import Album, choose_below, choose_item, go_to, push

MODERATOR = "mo@example.org"
SEARCH_SENDERS = "Search senders by name or e-mail"
SEARCH_CONVERSATIONS = "Search conversations by name or phone"


def prepare(it):
    """The demo, in which every second sender has left."""
    it.ctl("init", f"--owner={desk.OWNER}")
    it.ctl("user", "add", MODERATOR, "--first-name=Mo", "--last-name=Rivers", "--role=moderator")
    it.ctl("demo", "--contacts=5000", "--seed=5")
    online = [one["email"] for one in it.ctl("senders", 1)["senders"] if one["online"]]
    for email in online[: max(0, len(online) - 10)]:
        it.ctl("heartbeat", "--end", user=email)
    everyone = it.ctl("senders", 1)["senders"]
    assert sum(not one["online"] for one in everyone) >= len(everyone) // 2, everyone
    assert 300 <= it.ctl("overview", 1)["needs_reply"] <= 500, it.ctl("overview", 1)


def play(it):
    """Others go on with their evening, in a process of their own."""
    process = subprocess.Popen([
        desk.CTL, f"--database={it.database}", "--quiet", "simulate", "1", "--minutes=720",
        "--speed=1"])
    it.processes.append(process)
    return process


def phones(it):
    """Every contact, by a way of its own: a page after the other."""
    found, token = [], None
    while True:
        page = it.ctl("conversations", 1, "--limit=5000", *([f"--after={token}"] if token else []))
        found += [one["phone"] for one in page["conversations"]]
        token = page["next"]
        if token is None:
            return sorted(found)


def apply(it, dialog, window, name):
    """Presses the button of the dialog; where much has changed under the preview, it
    shows a new one, and is pressed once more."""
    before = {move["id"] for move in own_moves(it)}

    def button():
        return next((one for one in dialog.all("push button", starts="Reassign ")
                     if "Conversation" in one.name and one.has("SENSITIVE")), None)

    def done():
        if any(one.name == name for one in it.windows()):
            target = button()
            if target is not None:
                go_to(dialog, target)
                key("space")
            return False
        return True

    wait("a preview", button)
    wait(f"{name} to be done", done)
    move = wait("the move", lambda: next(
        (one for one in own_moves(it) if one["id"] not in before), None))
    wait("the toast", lambda: any(
        f"{move['moved']:,} conversation" in text and " reassigned" in text
        for text in window.texts()))
    return move


def own_moves(it):
    return [one for one in it.ctl("history", 1)["moves"] if one["by"] == MODERATOR]


def undo_done(it, move):
    return wait("the undo", lambda: next(
        (one for one in own_moves(it) if one["undoes"] == move["id"]), None))


def find_dialog(it, window):
    name = wait("the dialog", lambda: next(
        (one.name for one in it.windows() if one.name and one.name != window.name), None))
    return it.window(name), name


def tick_rows(window, search, n):
    """Enters the table below its search, and ticks the first rows."""
    key("<Control>f")
    entry = window.find("entry", search)
    wait("the search", lambda: entry.has("FOCUSED"))
    key("Tab")
    key("Home")
    wait("the table", lambda: any(row.has("FOCUSED") for row in window.all("table row")))
    if search == SEARCH_SENDERS:
        key("Down")  # What nobody holds stands first, and has no tick.
    key("space")
    for _ in range(n - 1):
        key("Down")
        key("space")


def senders(window):
    """The rows of senders: those of conversations stand on the other page."""
    return [row for row in window.all("table row") if " done, " in row.name]


def turn_to_senders(window):
    def turn():
        key("<Control>2")
        return window.one("entry", SEARCH_SENDERS)

    wait("the senders", turn)
    window.row("Unassigned, ")


def of_who_has_gone(it, window, album):
    """Three who are offline, chosen and their replies shown as they would go."""
    turn_to_senders(window)
    if window.one("push button", "Show: All Senders") is not None:
        album.take("senders")
        choose_below(window, "Show: All Senders", 3, "Show: Offline with Open Work")
        wait("those online to be gone", lambda: not any(
            ", Online, " in row.name for row in senders(window)))
        album.take("offline-with-open-work")
    # What an undo gave back is still ticked.
    if window.one("label", "3 senders selected") is None:
        tick_rows(window, SEARCH_SENDERS, 3)
    window.says("3 senders selected")
    album.take("three-ticked")
    push(window, "Reassign…")
    dialog, name = find_dialog(it, window)
    dialog.choose("radio button", "Needs Reply")
    dialog.choose("radio button", "To whoever has the least open work")
    for row in [row for row in dialog.all("table row") if ", Online, " in row.name][:4]:
        dialog.tick(row.name.split(", ")[0])
    return dialog, name


def the_evening(it):
    prepare(it)
    contacts = phones(it)
    play(it)
    album = Album(it, "shift")
    window = it.open(f"--user={MODERATOR}")
    window.find("push button", starts="Needs Reply: ")
    window.find("table row")
    album.take("start")

    dialog, name = of_who_has_gone(it, window, album)
    wait("the preview", lambda: any("come from 3 senders who are offline" in text
                                    for text in dialog.texts()))
    album.take("replies-of-three")
    all_of_them = apply(it, dialog, window, name)
    assert all_of_them["request"]["divide"] == "level", all_of_them
    assert all_of_them["request"]["status"] == "needs_reply", all_of_them
    album.take("moved")
    go_to(window, window.toast("Undo"))
    key("space")
    undo_done(it, all_of_them)
    album.take("undone")

    dialog, name = of_who_has_gone(it, window, album)
    dialog.choose("radio button", "Only some")
    dialog.reach(dialog.find("spin button", "Number"))
    key("<Control>a")
    for digit in "12":
        key(digit)
    dialog.find("push button", "Reassign 12 Conversations")
    album.take("only-twelve")
    some = apply(it, dialog, window, name)
    assert some["moved"] == 12, some
    album.take("twelve-moved")

    key("<Control>h")
    window.find("list item", starts="12, ")
    album.take("history")
    listed = [row.name.split(",")[0] for row in window.all("list item")]
    for move in own_moves(it):
        assert f"{move['moved']:,}" in listed, (move, listed)
    key("Escape")
    window.gone("list item", starts="12, ")

    turn_to_senders(window)
    if any(text.endswith("selected") for text in window.texts()):
        push(window, "Clear")
    tick_rows(window, SEARCH_SENDERS, 1)
    key("space")
    key("<Shift>F10")
    row = wait("its menu", lambda: next(
        (row for row in senders(window) if row.one("menu item", "Show Conversations")),
        None))
    choose_item(row, "Show Conversations")
    who = row.name.split(", ")[0]
    window.find("combo box", f"Sender: {who}")
    wait("those of one", lambda: any(
        text.endswith("conversations listed") for text in window.texts()))
    album.take("conversations-of-one")

    tick_rows(window, SEARCH_CONVERSATIONS, 5)
    window.says("5 conversations selected")
    album.take("five-ticked")
    push(window, "Reassign 5…")
    dialog = it.window("Reassign Selected")
    chosen = next(row.name.split(", ")[0] for row in dialog.all("table row")
                  if ", Online, " in row.name)
    dialog.tick(chosen)
    dialog.find("push button", "Reassign 5 Conversations")
    album.take("five-to-one")
    five = apply(it, dialog, window, "Reassign Selected")
    assert five["moved"] == 5, five
    album.take("five-moved")
    key("<Control>z")
    undo = undo_done(it, five)
    assert 0 <= five["moved"] - undo["moved"] <= 5, undo
    album.take("five-undone")

    assert [one["kind"] for one in own_moves(it)] == [
        "undo", "reassign", "reassign", "undo", "reassign"], own_moves(it)
    assert phones(it) == contacts
    assert it.ctl("check")["ok"]


desk.main(the_evening)
