# SPDX-License-Identifier: GPL-3.0-or-later
"""The menu in the row of each sender, and in that of what nobody holds."""

import desk


def open_menu(window, who):
    window.turn_to("Senders")
    row = window.row(who + ", ")
    row.find("push button", starts="Reassign, ").press()
    row.find("menu item", "Show Conversations")
    return row


def open_dialog(it, window, who, item):
    open_menu(window, who).find("menu item", item + "…").press()
    return it.window(item)


def rows_say_how_senders_get_on(it):
    it.spring()
    it.ctl("heartbeat", user="bo@example.org")
    window = it.open()
    window.turn_to("Senders")
    window.row("Unassigned, 10 conversations, 4 need a reply")
    window.row("Ann Lee, Offline, 5 of 10 done, 3 need a reply")
    bo = window.row("Bo Lee, Online, 4 of 8 done, 2 need a reply")
    window.row("Cy Lee, Offline, 0 of 2 done, 0 need a reply")
    assert {"Bo", "Lee", "4 of 8", "2", "now"} <= set(bo.texts()), bo.texts()
    assert bo.one("image", "Online") is not None
    window.says("3 senders, 1 online")


def unassign_all(it):
    it.spring()
    window = it.open()
    dialog = open_dialog(it, window, "Bo Lee", "Unassign All")
    dialog.says("from Bo Lee")
    dialog.says("8 conversations become unassigned")
    dialog.find("push button", "Unassign 8 Conversations").press()
    window.says("8 conversations unassigned")
    held = it.senders()
    assert held["Bo"]["total"] == 0 and held[None]["total"] == 18, held
    window.row("Bo Lee, Offline, — done, 0 need a reply")


def reassign_some(it):
    it.spring()
    window = it.open()
    dialog = open_dialog(it, window, "Ann Lee", "Reassign Some")
    dialog.choose("radio button", "Not Started")
    dialog.says("of 5")
    # The giver is in the table and cannot be chosen.
    assert not dialog.row("Ann Lee, ").one("check box").has("SENSITIVE")
    dialog.find("spin button", "Number").type("4")
    dialog.tick("Bo Lee")
    dialog.tick("Cy Lee")
    dialog.says("4 conversations change hands; each of 2 senders receives 2")
    dialog.find("push button", "Reassign 4 Conversations").press()
    window.says("4 conversations reassigned")
    held = it.senders()
    assert [held[name]["not_started"] for name in ("Ann", "Bo", "Cy")] == [1, 6, 4], held


def reassign_all_to_others(it):
    it.spring()
    window = it.open()
    dialog = open_dialog(it, window, "Ann Lee", "Reassign All")
    dialog.choose("radio button", "Distribute to all users")
    dialog.says("10 conversations change hands; each of 2 senders receives 5")
    dialog.find("push button", "Reassign 10 Conversations").press()
    window.says("10 conversations reassigned")
    held = it.senders()
    assert [held[name]["total"] for name in ("Ann", "Bo", "Cy")] == [0, 13, 7], held
    assert it.moves()[0]["request"]["to"] == "others"


def reassign_all_to_who_is_online(it):
    it.spring()
    it.ctl("heartbeat", user="cy@example.org")
    window = it.open()
    dialog = open_dialog(it, window, "Ann Lee", "Reassign All")
    dialog.choose("radio button", "Distribute to all users")
    dialog.choose("check box", "Only those who are online (1)")
    dialog.says("10 conversations go to Cy Lee")
    dialog.find("push button", "Reassign 10 Conversations").press()
    window.says("10 conversations reassigned")
    assert it.senders()["Cy"]["total"] == 12


def reassign_all_to_nobody(it):
    it.spring()
    window = it.open()
    dialog = open_dialog(it, window, "Ann Lee", "Reassign All")
    dialog.choose("radio button", "Needs Reply")
    dialog.choose("radio button", "Unassigned")
    dialog.says("3 conversations become unassigned")
    dialog.find("push button", "Unassign 3 Conversations").press()
    window.says("3 conversations unassigned")
    assert it.senders()[None]["needs_reply"] == 7


def unassigned_some(it):
    it.spring()
    window = it.open()
    row = open_menu(window, "Unassigned")
    assert row.one("menu item", "Unassign All…") is None
    row.find("menu item", "Reassign Some…").press()
    dialog = it.window("Reassign Some")
    dialog.says("from Unassigned")
    dialog.find("spin button", "Number").type("3")
    dialog.tick("Bo Lee")
    dialog.says("3 conversations go to Bo Lee")
    dialog.find("push button", "Reassign 3 Conversations").press()
    window.says("3 conversations reassigned")
    held = it.senders()
    assert held["Bo"]["total"] == 11 and held["Bo"]["needs_reply"] == 5, held


def unassigned_all(it):
    it.spring()
    window = it.open()
    dialog = open_dialog(it, window, "Unassigned", "Reassign All")
    dialog.choose("radio button", "Distribute to all users")
    dialog.says("10 conversations change hands; 3 senders receive between 3 and 4")
    dialog.find("push button", "Reassign 10 Conversations").press()
    window.says("10 conversations reassigned")
    assert it.senders()[None]["total"] == 0


def show_conversations(it):
    it.spring()
    window = it.open()
    open_menu(window, "Bo Lee").find("menu item", "Show Conversations").press()
    window.find("combo box", "Sender: Bo Lee")
    window.says("8 conversations listed")
    rows = [row.name for row in window.all("table row") if "Contact" in row.name]
    assert len(rows) == 8 and all("Bo Lee, Offline" in row for row in rows), rows


desk.main(rows_say_how_senders_get_on, unassign_all, reassign_some, reassign_all_to_others,
          reassign_all_to_who_is_online, reassign_all_to_nobody, unassigned_some, unassigned_all,
          show_conversations)
