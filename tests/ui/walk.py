# SPDX-License-Identifier: GPL-3.0-or-later
"""What src/run does without a display: a newcomer's first bulk reassign.

walk.py DATABASE FOLDER opens the window on the demo campaign in DATABASE, shares
the replies that wait out among all senders, and leaves a picture of each step in
FOLDER. It fails unless the move is in the history.
"""

import pathlib
import sys
import time

import desk


def walk(it, folder):
    def picture(name):
        # What has just come on screen is drawn a moment later.
        time.sleep(0.7)
        it.picture(folder / f"{name}.png")
        print(f"{folder / name}.png", flush=True)

    window = it.open()
    window.find("push button", starts="Needs Reply: ")
    window.find("table row")
    picture("conversations")

    window.turn_to("Senders")
    window.find("table row", starts="Unassigned")
    picture("senders")

    window.turn_to("Conversations")
    window.find("push button", "Bulk Reassign").press()
    window.find("menu item", "Bulk Reassign Some…").press()
    dialog = it.window("Bulk Reassign Some")
    dialog.choose("radio button", "Needs Reply")
    dialog.choose("check box", "Select All")
    apply = desk.wait(
        "a preview",
        lambda: next(
            (button for button in dialog.all("push button", starts="Reassign ")
             if button.name.endswith("Conversations") and button.has("SENSITIVE")), None),
    )
    picture("dialog")

    apply.press()
    desk.wait("a toast", lambda: any(
        text.endswith(" reassigned") for text in window.texts()))
    picture("toast")

    moves = it.ctl("history", 1)["moves"]
    assert moves[0]["kind"] == "reassign" and moves[0]["moved"] > 0, moves
    return moves[0]["moved"]


def main():
    database, folder = sys.argv[1:]
    manager = desk.enter()
    it = desk.Desk()
    it.database = pathlib.Path(database)
    try:
        moved = walk(it, pathlib.Path(folder))
        print(f"{moved} conversations were reassigned; the pictures are in {folder}.")
    finally:
        it.end()
        manager.terminate()
        manager.wait()


if __name__ == "__main__":
    main()
