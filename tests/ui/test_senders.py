# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of senders: ticks, several at once, who is added and who is removed."""

import time

import desk
from desk import key, wait


def focus_rows(window):
    """Puts the focus on the row of what nobody holds, by the keyboard."""
    window.row("Unassigned, ")
    key("<Control>f")
    wait("the search", lambda: window.one("entry", "Search senders by name or e-mail").has("FOCUSED"))
    key("Tab")
    key("Home")


def open_senders(it, **more):
    it.spring()
    window = it.open(**more)
    window.turn_to("Senders")
    window.row("Ann Lee, ")
    focus_rows(window)
    return window


def names(window):
    return [row.name.split(",")[0] for row in window.all("table row")
            if row.name.startswith("Unassigned, ") or "done" in row.name]


def ticked(window):
    return {row.name.split(",")[0] for row in window.all("table row")
            if "done" in row.name and row.has("SELECTED")}


def ticks_by_keyboard(it):
    window = open_senders(it)
    key("space")
    window.says("3 senders, 0 online")  # What nobody holds has no tick.
    key("Down")
    key("space")
    window.says("1 sender selected")
    window.says("8 open: 3 Needs Reply, 5 Not Started")
    key("<Shift>Down")
    window.says("2 senders selected")
    key("<Shift>Up")
    window.says("1 sender selected")
    key("<Control>a")
    window.says("3 senders selected")
    assert ticked(window) == {"Ann Lee", "Bo Lee", "Cy Lee"}
    key("Escape")
    window.says("3 senders, 0 online")
    assert not ticked(window)


def ticks_survive(it):
    window = open_senders(it)
    key("Down")
    key("space")
    window.says("1 sender selected")
    window.find("push button", starts="Sorted by Needs Reply, descending").press()
    window.find("menu item", "First Name").press()
    window.find("push button", starts="Sorted by First Name")
    window.find("entry", "Search senders by name or e-mail").type("bo")
    wait("Bo alone", lambda: names(window) == ["Unassigned", "Bo Lee"])
    window.says("8 open: 3 Needs Reply, 5 Not Started (1 of them not listed)")
    window.find("entry", "Search senders by name or e-mail").type("")
    wait("Ann ticked still", lambda: ticked(window) == {"Ann Lee"})
    it.ctl("heartbeat", user="ann@example.org")
    window.row("Ann Lee, Online")
    assert ticked(window) == {"Ann Lee"}


def titles(window):
    return set(window.find("tree table", "Senders").row("Column titles").texts())


def open_narrow(it, **settings):
    """In the smallest window."""
    kept = it.folder / "glib-2.0" / "settings" / "keyfile"
    kept.parent.mkdir(parents=True)
    settings = {"window-width": 720, "window-height": 540, **settings}
    kept.write_text("[org/example/Reassign]\n" + "".join(
        f"{name}={value}\n" for name, value in settings.items()), encoding="utf-8")
    return open_senders(it, GSETTINGS_BACKEND="keyfile", XDG_CONFIG_HOME=str(it.folder))


def a_narrow_window_shows_what_there_is_to_do(it):
    window = open_narrow(it)
    wait("columns that give way", lambda: titles(window) == {
        "Status", "First Name", "Last Name", "Progress", "Needs Reply", "Longest Wait"})
    button = window.row("Ann Lee, ").find("push button", starts="Reassign, ")
    assert right(button) <= right(window), (right(button), right(window))
    # Who sorts by one that has given way sees it.
    window.find("push button", starts="Sorted by ").press()
    window.find("menu item", "Last Seen").press()
    wait("the column again", lambda: "Last Seen" in titles(window))
    window.find("push button", starts="Sorted by Last Seen")
    window.find("push button", starts="Sorted by ").press()
    window.find("menu item", "First Name").press()
    wait("the column gone", lambda: "Last Seen" not in titles(window))


def right(thing):
    from gi.repository import Atspi

    box = thing.accessible.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    return box.x + box.width


def which_senders_are_shown(it):
    it.spring()
    it.ctl("reassign", "Spring", "--from=cy@example.org", "--to=unassigned")
    it.ctl("heartbeat", user="ann@example.org")
    window = it.open()
    window.turn_to("Senders")
    window.row("Ann Lee, Online")

    def show(choice, steps, shown):
        window.reach(window.find("push button", starts="Show: "))
        key("Return")
        time.sleep(0.3)
        for _ in range(steps):
            key("Down")
        key("Return")
        window.find("push button", "Show: " + choice)
        wait(f"{choice}: {shown}", lambda: names(window) == ["Unassigned", *shown])

    show("Online", 1, ["Ann Lee"])
    show("Offline", 1, ["Bo Lee", "Cy Lee"])
    show("Offline with Open Work", 1, ["Bo Lee"])
    it.ctl("heartbeat", user="bo@example.org")
    window.says("No Sender Found")
    window.find("push button", "Show All").press()
    wait("all of them", lambda: len(names(window)) == 4)


def several_are_reassigned(it):
    window = open_senders(it)
    key("Down")
    key("space")
    key("Down")
    key("space")
    window.says("2 senders selected")
    window.says("14 open: 5 Needs Reply, 9 Not Started")
    window.find("push button", "Reassign…").press()
    dialog = wait("the dialog", lambda: next((w for w in it.windows() if w.name != window.name), None))
    dialog.choose("radio button", "Distribute to all users")
    dialog.says("18 conversations go to Cy Lee")
    dialog.find("push button", "Reassign 18 Conversations").press()
    window.says("18 conversations reassigned")
    held = it.senders()
    assert [held[name]["total"] for name in ("Ann", "Bo", "Cy")] == [0, 0, 20], held


def a_ticked_sender_is_removed_by_somebody_else(it):
    window = open_senders(it)
    key("<Control>a")
    window.says("3 senders selected")
    it.ctl("sender", "remove", "Spring", "cy@example.org", "--to=unassigned")
    window.says("2 senders selected")
    assert ticked(window) == {"Ann Lee", "Bo Lee"}
    window.says("14 open: 5 Needs Reply, 9 Not Started. 1 who was selected is no longer a sender.")
    key("Escape")
    window.says("2 senders, 0 online")


def the_menu_of_a_row(it):
    window = open_senders(it)
    key("Down")
    key("<Shift>F10")
    row = window.row("Ann Lee, ")
    row.find("menu item", "Remove from Campaign…")
    key("Escape")
    key("space")
    window.says("1 sender selected")
    key("<Shift>F10")
    row.find("menu item", "Clear Selection").press()
    window.says("3 senders, 0 online")


def remove(window, who):
    row = window.row(who + ", ")
    row.find("push button", starts="Reassign, ").press()
    row.find("menu item", "Remove from Campaign…").press()


def who_holds_nothing_is_removed_at_once(it):
    it.spring()
    it.ctl("reassign", "Spring", "--from=cy@example.org", "--to=unassigned")
    window = it.open()
    window.turn_to("Senders")
    wait("Cy holds nothing", lambda: window.one("table row", starts="Cy Lee, Offline, —"))
    remove(window, "Cy Lee")
    window.says("Cy Lee is removed from the campaign. Add Senders… brings them back.")
    wait("Cy is gone", lambda: window.one("table row", starts="Cy Lee") is None)
    window.toast("Undo").press()
    window.says("Cy Lee is a sender of the campaign again")
    window.row("Cy Lee, ")


def who_holds_something_is_asked_about(it):
    it.spring()
    window = it.open()
    window.turn_to("Senders")
    remove(window, "Ann Lee")
    dialog = wait("the dialog", lambda: next((w for w in it.windows() if w.name != window.name), None))
    dialog.choose("radio button", "Distribute to all users")
    dialog.find("push button", starts="Remove")
    wait("it can be done", lambda: dialog.one("push button", starts="Remove").has("SENSITIVE"))
    dialog.find("push button", starts="Remove").press()
    wait("Ann is gone", lambda: window.one("table row", starts="Ann Lee") is None)
    held = it.senders()
    assert "Ann" not in held and [held["Bo"]["total"], held["Cy"]["total"]] == [13, 7], held


def a_moderator_neither_adds_nor_removes(it):
    it.spring()
    window = it.open("--user=mo@example.org")
    window.turn_to("Senders")
    row = window.row("Ann Lee, ")
    row.find("push button", starts="Reassign, ").press()
    row.find("menu item", "Show Conversations")
    assert row.one("menu item", "Remove from Campaign…") is None
    assert window.one("push button", "Add Senders…") is None


def people_are_added(it):
    it.spring()
    it.ctl("user", "add", "dee@example.org", "--first-name=Dee", "--last-name=Ray")
    window = it.open()
    window.turn_to("Senders")
    window.find("push button", "Add Senders…").press()
    dialog = it.window("Add Senders")
    assert not dialog.find("push button", "Add Senders").has("SENSITIVE")
    dialog.find("entry", "Search people by name or e-mail").type("dee")
    dialog.choose("check box", "Dee Ray")
    dialog.find("push button", "Add 1 Sender")
    dialog.find("text", starts="Or paste e-mail addresses").type(
        "Eve Moss <eve@x.org>; bo@example.org, nonsense\nmo@example.org")
    dialog.find("push button", "Add 3 Senders")
    wait("what is said of them",
         lambda: any("A sender already: bo@example.org" in text and "left out: nonsense" in text
                     for text in dialog.texts()))
    dialog.find("text", "Last name, eve@x.org").type("Marsh")
    dialog.find("push button", "Add 3 Senders").press()
    window.says("3 senders added")
    window.row("Eve Marsh, ")
    window.row("Dee Ray, ")
    users = {user["email"]: user for user in it.ctl("user", "list")["users"]}
    assert users["eve@x.org"]["role"] == "sender" and users["eve@x.org"]["first_name"] == "Eve", users
    assert users["mo@example.org"]["role"] == "moderator", users


def what_was_typed_survives_a_refusal(it):
    it.spring()
    window = it.open()
    window.turn_to("Senders")
    window.find("push button", "Add Senders…").press()
    dialog = it.window("Add Senders")
    dialog.find("text", starts="Or paste e-mail addresses").type("eve@x.org")
    dialog.find("push button", "Add 1 Sender")
    it.ctl("campaign", "set", "Spring", "--state=archived")
    dialog.find("push button", "Add 1 Sender").press()
    wait("the reason", lambda: any("archived" in text for text in dialog.texts()))
    dialog.find("text", "First name, eve@x.org")
    assert dialog.find("push button", "Add 1 Sender").has("SENSITIVE")
    key("Escape")
    wait("it is closed", lambda: all(it.name != "Add Senders" for it in it.windows()))


def a_campaign_without_senders(it):
    it.ctl("init", f"--owner={desk.OWNER}")
    it.ctl("campaign", "create", "Spring", "--state=draft")
    window = it.open()
    window.find("page tab", "Senders")
    time.sleep(0.2)
    key("<Control>2")
    window.says("No Senders")
    assert len(list(window.all("push button", "Add Senders…"))) == 2


desk.main(ticks_by_keyboard, ticks_survive, a_narrow_window_shows_what_there_is_to_do,
          which_senders_are_shown, several_are_reassigned,
          a_ticked_sender_is_removed_by_somebody_else, the_menu_of_a_row,
          who_holds_nothing_is_removed_at_once, who_holds_something_is_asked_about,
          a_moderator_neither_adds_nor_removes, people_are_added,
          what_was_typed_survives_a_refusal, a_campaign_without_senders)
