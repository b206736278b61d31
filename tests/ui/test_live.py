# SPDX-License-Identifier: GPL-3.0-or-later
"""What other processes do comes on screen by itself."""

import time

import desk
from desk import wait

# A change is on screen within a second; the machine that runs this is shared.
SOON = 3


def a_move(it):
    it.spring()
    window = it.open()
    window.find("push button", "Unassigned: 10, 4 need a reply")
    it.ctl("reassign", "Spring", "--from=unassigned", "--to=bo@example.org")
    began = time.monotonic()
    wait("the move", lambda: window.one("push button", "Unassigned: 0, 0 need a reply"), SOON)
    print(f"# on screen after {time.monotonic() - began:.1f} s")
    window.turn_to("Senders")
    window.row("Bo Lee, Offline, 8 of 18 done, 6 need a reply")


def a_message(it):
    it.spring()
    window = it.open()
    window.find("push button", starts="Needs Reply: 9")
    first = it.ctl("conversations", "Spring", "--status=messaged")["conversations"][0]
    it.ctl("message", "Spring", first["id"], "--direction=in", "Who is this?")
    wait("the reply", lambda: window.one("push button", starts="Needs Reply: 10"), SOON)
    name = f"{first['first_name']} {first['last_name']}, Needs Reply, "
    row = wait("the row", lambda: window.one("table row", starts=name), SOON)
    assert "Who is this?" in row.texts(), row.texts()


def presence(it):
    it.spring()
    window = it.open()
    window.turn_to("Senders")
    window.row("Ann Lee, Offline")
    it.ctl("heartbeat", user="ann@example.org")
    window.row("Ann Lee, Online")
    window.says("3 senders, 1 online")
    it.ctl("heartbeat", "--end", user="ann@example.org")
    window.row("Ann Lee, Offline")


def a_new_sender(it):
    it.spring()
    window = it.open()
    window.turn_to("Senders")
    window.row("Cy Lee, ")
    it.ctl("sender", "add", "Spring", "zoe@example.org")
    window.row("zoe@example.org, Offline, — done, 0 need a reply")
    window.says("4 senders, 0 online")


def the_state(it):
    it.spring()
    window = it.open()
    window.find("push button", "Campaign: Spring, Active")
    it.ctl("campaign", "set", "Spring", "--state=paused")
    window.says("Campaign is currently closed.")
    window.find("push button", "Campaign: Spring, Paused")
    it.ctl("campaign", "set", "Spring", "--state=active", "--window-start=2020-01-01",
           "--window-end=2020-01-02")
    window.says("Initial message sending window has passed.")
    it.ctl("campaign", "set", "Spring", "--window-start=", "--window-end=")
    window.gone("label", "Initial message sending window has passed.")


def the_preview_of_an_open_dialog(it):
    it.spring()
    window = it.open()
    window.find("push button", "Bulk Reassign").press()
    window.find("menu item", "Bulk Unassign All…").press()
    dialog = it.window("Bulk Unassign All")
    dialog.find("push button", "Unassign 20 Conversations")
    it.ctl("reassign", "Spring", "--from=bo@example.org", "--to=unassigned")
    dialog.find("push button", "Unassign 12 Conversations").press()
    window.says("12 conversations unassigned")


def another_campaign(it):
    it.spring()
    window = it.open()
    window.find("push button", "Campaign: Spring, Active")
    it.ctl("campaign", "create", "Summer")
    window.find("push button", "Campaign: Spring, Active").press()
    window.find("list item", starts="Summer, ")
    window.says("Draft, 0 conversations")
    entry = window.find("entry", "Search campaigns")
    wait("the focus in the search", lambda: entry.has("FOCUSED"))
    desk.key("s")
    desk.key("u")
    desk.key("m")
    desk.key("Return")
    window.find("push button", "Campaign: Summer, Draft")
    window.says("No Conversations")
    window.turn_to("Senders")
    window.says("No Senders")


desk.main(a_move, a_message, presence, a_new_sender, the_state, the_preview_of_an_open_dialog,
          another_campaign)
