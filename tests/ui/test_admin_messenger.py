# SPDX-License-Identifier: GPL-3.0-or-later
"""A moderator in the Admin Messenger: the ways in, what is not finished, and what is done
about it. All by the keyboard."""

import desk
from desk import key, wait

MO = "--user=mo@example.org"


def rows(window):
    return [row.name for row in window.all("list item") if row.name.startswith("Contact ")]


def type_keys(text):
    for letter in text:
        key(letter)


def admin_messenger(it):
    messenger = it.window("Admin Messenger")
    messenger.find("push button", starts="All: ")
    return messenger


def waits_only_for(it, name):
    wait(f"only {name}", lambda: [one.name for one in it.windows()] == [name])


def opens_from_the_header(it):
    it.spring()
    window = it.open(MO)
    button = window.find("push button", "Messenger")
    window.reach(button)
    key("space")
    messenger = admin_messenger(it)
    # Who waits comes first, whoever holds it.
    assert messenger.find("push button", "Needs Reply: 9").checked
    messenger.find("list item", starts="Contact Nr01, Needs Reply, Ann Lee, Offline: ")
    messenger.find("list item", starts="Contact Nr21, Needs Reply, Unassigned: ")
    key("<Control>w")
    waits_only_for(it, "Spring")
    wait("the focus where it was", lambda: button.has("FOCUSED"))


def own_and_admin_of_a_sender_who_moderates(it):
    it.spring()
    it.ctl("sender", "add", "Spring", "mo@example.org")
    window = it.open(MO)
    window.find("push button", "Messenger")
    key("<Control>m")
    it.window("Messenger").find("push button", "All: 0")
    key("<Control>w")
    waits_only_for(it, "Spring")
    key("<Control><Shift>m")
    admin_messenger(it).find("push button", "All: 30")
    key("<Control>w")
    waits_only_for(it, "Spring")
    key("F10")
    window.find("menu item", "My Messenger")
    window.find("menu item", "Admin Messenger")


def a_sender_has_only_the_own_one(it):
    it.spring()
    window = it.open("--user=ann@example.org")
    row = window.find("table row", starts="Contact Nr01, ")
    key("<Control><Shift>m")
    window.reach(row)
    key("Return")
    messenger = it.window("Messenger")
    messenger.find("push button", "All: 10")
    assert all(one.name != "Admin Messenger" for one in it.windows())


def opens_from_the_list(it):
    it.spring()
    window = it.open(MO)
    window.find("table row", starts="Contact Nr12, ")
    key("<Control>f")
    type_keys("nr12")
    window.says("1 conversation listed")
    row = window.find("table row", starts="Contact Nr12, ")
    window.reach(row)
    key("Return")
    messenger = admin_messenger(it)
    assert messenger.find("push button", "All: 30").checked
    wait("it is selected", lambda: messenger.find(
        "list item", starts="Contact Nr12, Needs Reply, Bo Lee, Offline: ").has("SELECTED"))
    key("<Control>w")
    waits_only_for(it, "Spring")
    wait("the focus where it was", lambda: row.has("FOCUSED"))


def opens_from_the_row_of_a_sender(it):
    it.spring()
    window = it.open(MO)
    window.turn_to("Senders")
    row = window.row("Bo Lee, ")
    row.find("push button", starts="Reassign, ").press()
    row.find("menu item", "Open Messenger").press()
    messenger = admin_messenger(it)
    held = messenger.find("push button", "Held by Bo Lee")
    wait("what Bo holds", lambda: messenger.one("list item", starts="Contact Nr11, ") and all(
        ", Bo Lee, " in name for name in rows(messenger)))
    messenger.reach(held)
    key("space")
    messenger.find("list item", starts="Contact Nr01, Needs Reply, Ann Lee, ")
    assert messenger.one("push button", "Held by Bo Lee") is None


desk.main(opens_from_the_header, own_and_admin_of_a_sender_who_moderates,
          a_sender_has_only_the_own_one, opens_from_the_list, opens_from_the_row_of_a_sender)
