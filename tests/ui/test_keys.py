# SPDX-License-Identifier: GPL-3.0-or-later
"""By keyboard and by ear: everything has a name, and Tab goes round."""

import desk
import lint
from desk import wait

# What GTK and libadwaita name themselves, and nobody can name otherwise.
THEIRS = {"Minimize", "Maximize", "Close"}
SPOKEN = {"push button", "toggle button", "check box", "radio button", "combo box", "entry",
          "spin button", "page tab", "table row", "list item", "menu item"}


def find_nameless(top):
    """What can be pressed or entered and says nothing of itself."""
    for thing in top.walk():
        if thing.role not in SPOKEN or thing.name in THEIRS:
            continue
        if not thing.name or thing.name.startswith(("Gtk", "Adw")) or "_" in thing.name:
            yield thing
        if thing.name == "Tab":
            yield thing


def sender_names(window):
    return [row.name.split(",")[0] for row in window.all("table row")
            if row.name.startswith("Unassigned,") or " Lee, O" in row.name and "done" in row.name]


def everything_has_a_name(it):
    it.spring()
    window = it.open()
    window.find("table row", starts="Contact Nr01, Needs Reply, Ann Lee, Offline, waiting ")
    assert not list(find_nameless(window)), list(find_nameless(window))
    window.find("push button", "Bulk Reassign").press()
    window.find("menu item", "Bulk Reassign Some…").press()
    dialog = it.window("Bulk Reassign Some")
    dialog.row("Ann Lee, Offline, 8 open, change 0")
    assert not list(find_nameless(dialog)), list(find_nameless(dialog))
    desk.key("Escape")
    wait("the dialog to close", lambda: len(list(it.windows())) == 1)
    window.turn_to("Senders")
    window.row("Ann Lee, ")
    assert not list(find_nameless(window)), list(find_nameless(window))


def go_round(window, keys):
    """The names of what Tab comes by, until it is where it began."""
    seen = []
    for _ in range(30):
        desk.key(keys)
        focused = wait("something with the focus", lambda: [
            thing for thing in [*window.walk(), *(box for row in window.all("table row")
                                                  for box in row.all("check box"))]
            if thing.has("FOCUSED")])
        place = (focused[-1].role, focused[-1].name)
        if seen and place == seen[0]:
            return seen
        seen.append(place)
    raise desk.Missing(f"Tab does not go round: {seen}")


def tab_goes_round_a_dialog(it):
    it.spring()
    window = it.open()
    window.find("push button", "Bulk Reassign").press()
    window.find("menu item", "Bulk Reassign Some…").press()
    dialog = it.window("Bulk Reassign Some")
    dialog.row("Ann Lee, ")
    forward = go_round(dialog, "Tab")
    assert ("radio button", "Any") in forward and ("entry", "Search senders") in forward, forward
    assert len([place for place in forward if place[0] in ("table row", "check box")]) <= 2, forward


def tab_goes_round_each_tab(it):
    it.spring()
    window = it.open()
    window.row("Contact Nr01, ")
    for tab in ("Conversations", "Senders"):
        window.turn_to(tab)
        ways = []
        for keys in ("Tab", "<Shift>Tab"):
            seen, problem = lint.go_round(window, keys)
            assert problem is None, (tab, problem)
            ways.append({thing.name for thing in seen if thing.role in ("push button", "entry")})
        # Into the table from behind, the button of the row is the first.
        assert ways[0] == ways[1] - {"Reassign"} and len(ways[0]) > 3, (tab, ways)


def escape_and_find(it):
    it.spring()
    window = it.open()
    search = window.find("entry", "Search conversations by name or phone")
    desk.key("<Control>f")
    wait("the focus in the search", lambda: search.has("FOCUSED"))
    search.type("nr11")
    window.says("1 conversation listed")
    search.type("nobody of that name")
    window.says("No Conversation Found")
    window.find("push button", "Clear Filters").press()
    window.says("30 conversations")
    window.turn_to("Senders")
    search = window.find("entry", "Search senders by name or e-mail")
    desk.key("<Control>f")
    wait("the focus in the search", lambda: search.has("FOCUSED"))
    search.type("cy@")
    wait("one sender", lambda: sender_names(window) == ["Unassigned", "Cy Lee"])


def tiles_are_filters(it):
    it.spring()
    window = it.open()
    window.find("push button", starts="Needs Reply: 9").press()
    window.says("9 conversations listed")
    window.find("combo box", "Status: Needs Reply")
    window.find("push button", starts="Unassigned: 10").press()
    window.says("10 conversations listed")
    window.find("combo box", "Status: Any Status")
    window.find("combo box", "Sender: Unassigned")
    window.find("push button", starts="Not Started: 17").press()
    window.says("17 conversations listed")
    window.find("push button", starts="Total: 30").press()
    window.says("30 conversations")


def the_order_of_the_list(it):
    it.spring()
    window = it.open()
    for item, first in (("Order of Import", "Contact Nr01"), ("Name", "Contact Nr01"),
                        ("Longest Wait First", "Contact Nr01")):
        window.find("push button", "Sort conversations").press()
        entry = window.find("menu item", item)
        entry.press()
        window.row(first)


def the_order_of_the_senders(it):
    it.spring()
    window = it.open()
    window.turn_to("Senders")
    window.row("Ann Lee")

    wait("who needs most replies first",
         lambda: sender_names(window) == ["Unassigned", "Ann Lee", "Bo Lee", "Cy Lee"])
    window.find("push button", starts="Sorted by ").press()
    window.find("menu item", "Ascending").press()
    wait("who needs least replies first",
         lambda: sender_names(window) == ["Unassigned", "Cy Lee", "Bo Lee", "Ann Lee"])
    window.find("push button", starts="Sorted by ").press()
    window.find("menu item", "Progress").press()
    wait("who has done least first",
         lambda: sender_names(window) == ["Unassigned", "Cy Lee", "Ann Lee", "Bo Lee"])


def close_and_quit(it):
    """A window that goes away takes everything with it in good order."""
    it.spring()
    for last in ("<Control>w", "<Control>q"):
        process = it.start()
        window = it.window()
        window.row("Contact Nr")
        window.turn_to("Senders")
        window.row("Ann Lee")
        desk.key(last)
        wait(f"the end by {last}", lambda: process.poll() is not None)
        assert process.returncode == 0, process.returncode


desk.main(everything_has_a_name, tab_goes_round_a_dialog, tab_goes_round_each_tab,
          escape_and_find, tiles_are_filters,
          the_order_of_the_list, the_order_of_the_senders,
          close_and_quit)
