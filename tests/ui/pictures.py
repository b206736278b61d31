# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the pictures of data/pictures anew: pictures.py FOLDER

The demo in the middle of a shift, in a window of 1000 x 700: what the README and
the AppStream metainfo show.
"""

import pathlib
import re
import subprocess
import sys
import time

import desk

SIZE = (1000, 700)


def ask(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def find_box(title):
    """Where a window is on the screen, without its shadow."""
    told = ask("xwininfo", "-name", title)
    x, y, width, height = (
        int(re.search(rf"{what}: +(-?\d+)", told)[1])
        for what in ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height"))
    shadow = re.search(r"= (\d+), (\d+), (\d+), (\d+)",
                       ask("xprop", "-name", title, "_GTK_FRAME_EXTENTS"))
    left, right, top, bottom = map(int, shadow.groups())
    return f"{width - left - right}x{height - top - bottom}+{x + left}+{y + top}"


def make(it, folder):
    def picture(name, title):
        time.sleep(1.2)
        path = folder / f"{name}.png"
        subprocess.run(["import", "-window", "root", "-crop", find_box(title), "+repage",
                        "-resize", f"{SIZE[0]}x{SIZE[1]}>", "-strip", str(path)], check=True)
        print(path)

    kept = it.folder / "glib-2.0" / "settings" / "keyfile"
    kept.parent.mkdir(parents=True)
    kept.write_text(f"[org/example/Reassign]\nwindow-width={SIZE[0]}\nwindow-height={SIZE[1]}\n"
                    f"messenger-width={SIZE[0]}\nmessenger-height={SIZE[1]}\n"
                    "senders-hidden-columns=['sent']\n", encoding="utf-8")
    settings = {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": str(it.folder)}
    it.ctl("init", "--owner=maria@example.org")
    it.ctl("user", "set", "maria@example.org", "--first-name=Maria", "--last-name=Lopez")
    it.ctl("demo", "--contacts=5000")
    it.processes.append(subprocess.Popen(
        [desk.CTL, f"--database={it.database}", "--quiet", "simulate", "1", "--minutes=720",
         "--speed=1"]))
    time.sleep(3)
    window = it.open(**settings)
    campaign = it.ctl("campaign", "list")["campaigns"][0]["title"]
    window.find("table row")
    picture("conversations", campaign)

    window.turn_to("Senders")
    window.find("table row", starts="Unassigned")
    picture("senders", campaign)

    window.turn_to("Conversations")
    window.find("push button", "Bulk Reassign").press()
    window.find("menu item", "Bulk Reassign Some…").press()
    dialog = it.window("Bulk Reassign Some")
    dialog.choose("radio button", "Needs Reply")
    dialog.choose("check box", "Select All")
    desk.wait("a preview", lambda: any(
        button.has("SENSITIVE") for button in dialog.all("push button", starts="Reassign ")
        if button.name.endswith("Conversations")))
    picture("dialog", "Bulk Reassign Some")

    desk.key("Escape")
    desk.key("<Control>s")
    window.find("push button", starts="Reassign ")
    picture("sweep", campaign)

    it.start("--messenger", "--user=dana.whitfield@volunteers.example.org", **settings)
    messenger = it.window("Messenger")
    messenger.find("push button", "Close Conversation")
    picture("messenger", "Messenger")


def main():
    manager = desk.enter()
    it = desk.Desk()
    try:
        make(it, pathlib.Path(sys.argv[1]))
    finally:
        for process in it.processes:
            desk.end_process(process)
        it.processes.clear()
        it.end()
        desk.end_process(manager)


if __name__ == "__main__":
    main()
