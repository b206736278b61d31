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

    def find_button():
        return next(
            (button for button in dialog.all("push button", starts="Reassign ")
             if button.name.endswith("Conversations") and button.has("SENSITIVE")), None)

    desk.wait("a preview", find_button)
    picture("dialog")
    before = {move["id"] for move in it.ctl("history", 1)["moves"]}

    def press_until_done():
        """Where the campaign changed under the preview, the dialog shows a new one."""
        if any(other.name == "Bulk Reassign Some" for other in it.windows()):
            button = find_button()
            if button is not None:
                button.press()
                time.sleep(0.5)
            return False
        return any(" reassigned" in text for text in window.texts())

    desk.wait("a toast", press_until_done)
    picture("toast")

    # The shift goes on: senders assign conversations to themselves meanwhile.
    moves = [
        move for move in it.ctl("history", 1)["moves"]
        if move["id"] not in before and move["kind"] == "reassign"
    ]
    assert len(moves) == 1 and moves[0]["moved"] > 0, moves
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
        desk.end_process(manager)


if __name__ == "__main__":
    main()
