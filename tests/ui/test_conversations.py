# SPDX-License-Identifier: GPL-3.0-or-later
"""The conversations: ticks, ranges, the menu of a row, and reassigning what is ticked
or listed, all by keyboard."""

import desk
from desk import key, wait

SEARCH = "Search conversations by name or phone"


def enter_table(window, first="Contact Nr01"):
    """Puts the focus on the first row."""
    row = window.row(first)
    window.find("entry", SEARCH)
    key("<Control>f")
    key("Tab")
    key("Home")
    return wait("the focus on the first row", lambda: row.has("FOCUSED") and row)


def focused(window):
    return wait("a row with the focus", lambda: next(
        (row.name for row in window.all("table row") if row.has("FOCUSED")), None))


def ticked(window):
    """The contacts of the rows in sight that are ticked, as the ticks say it."""
    return [row.name.split(",")[0] for row in window.all("table row")
            if any(box.checked for box in row.all("check box"))]


def holders(it):
    return {it_["last_name"]: it_["sender"] for it_ in
            it.ctl("conversations", "Spring", "--limit=100")["conversations"]}


def by_import(window):
    window.find("push button", "Sort conversations").press()
    window.find("menu item", "Order of Import").press()
    wait("the order", lambda: [row.name[:12] for row in window.all("table row")
                               if row.name.startswith("Contact")][3] == "Contact Nr04")


def ticks(it):
    it.spring()
    window = it.open()
    by_import(window)
    row = enter_table(window)
    assert row.one("check box").name == "Select Contact Nr01", list(row.all("check box"))
    key("space")
    window.says("1 conversation selected")
    # The arrows go on and leave ticks alone; Shift draws a range, and back again.
    key("Down")
    key("Down")
    window.says("1 conversation selected")
    key("<Shift>Down")
    key("<Shift>Down")
    window.says("4 conversations selected")
    assert ticked(window) == ["Contact Nr01", "Contact Nr03", "Contact Nr04", "Contact Nr05"]
    key("<Shift>Up")
    window.says("3 conversations selected")
    key("space")
    window.says("2 conversations selected")
    assert ticked(window) == ["Contact Nr01", "Contact Nr03"], ticked(window)
    key("<Shift>End")
    wait("a range to the end", lambda: any(
        text.endswith(" conversations selected") and text[:2] > "20" for text in window.texts()))
    key("<Control>a")
    window.says("30 conversations selected")
    key("Escape")
    window.gone("label", "30 conversations selected")
    assert ticked(window) == []
    assert it.moves() == []


def selected_to_chosen(it):
    it.spring()
    window = it.open()
    by_import(window)
    enter_table(window)
    key("space")
    key("Down")
    key("<Shift>Down")
    window.find("push button", "Reassign 3…").press()
    dialog = it.window("Reassign Selected")
    dialog.tick("Cy Lee")
    dialog.find("push button", "Reassign 3 Conversations").press()
    window.says("3 conversations reassigned")
    held = holders(it)
    assert [held[f"Nr0{n}"] for n in (1, 2, 3, 4)] == ["cy@example.org"] * 3 + ["ann@example.org"]
    # What is done is not ticked any more.
    window.gone("push button", "Reassign 3…")
    assert ticked(window) == []


def selected_to_unassigned(it):
    it.spring()
    window = it.open()
    by_import(window)
    enter_table(window)
    key("Down")
    key("space")
    # Somebody else is faster with another conversation; the tick stays where it is.
    it.ctl("reassign", "Spring", "--from=ann@example.org", "--number=1", "--to=bo@example.org")
    window.find("push button", "Reassign 1…").press()
    dialog = it.window("Reassign Selected")
    dialog.choose("radio button", "Unassigned")
    dialog.find("push button", "Unassign 1 Conversation").press()
    window.says("1 conversation unassigned")
    held = holders(it)
    assert held["Nr02"] is None and held["Nr03"] == "ann@example.org", held


def all_listed(it):
    it.spring()
    window = it.open()
    window.find("push button", starts="Needs Reply: 9").press()
    window.find("push button", "Reassign 9…").press()
    dialog = it.window("Reassign Listed")
    dialog.choose("radio button", "Only some")
    number = dialog.find("spin button", "Number")
    dialog.reach(number)
    key("<Control>a")
    key("4")
    dialog.tick("Cy Lee")
    dialog.find("push button", "Reassign 4 Conversations").press()
    window.says("4 conversations reassigned")
    held = it.senders()
    assert (held["Cy"]["needs_reply"], held[None]["needs_reply"]) == (4, 0), held
    window.find("push button", "Clear Filters").press()
    window.says("30 conversations")
    assert window.one("push button", starts="Reassign ") is None


def a_search_keeps_ticks(it):
    it.spring()
    window = it.open()
    by_import(window)
    enter_table(window)
    key("space")
    key("Down")
    key("space")
    search = window.find("entry", SEARCH)
    search.type("nr02")
    window.says("2 conversations selected, 1 of them not listed")
    search.type("nr1")
    window.says("2 conversations selected, 2 of them not listed")
    window.find("push button", "Select All 10").press()
    window.says("12 conversations selected, 2 of them not listed")
    search.type("nobody of that name")
    window.says("12 conversations selected, 12 of them not listed")
    search.type("")
    window.says("12 conversations selected")
    window.find("push button", "Clear").press()
    window.says("30 conversations")


def the_menu_of_a_row(it):
    it.spring()
    window = it.open()
    by_import(window)
    enter_table(window)
    for keys in ("Menu", "<Shift>F10"):
        key(keys)
        window.find("menu item", "Copy Phone Number")
        key("Escape")
        window.gone("menu item", "Copy Phone Number")
        assert focused(window).startswith("Contact Nr01,")
    key("<Shift>F10")
    window.find("menu item", "Reassign…").press()
    it.window("Reassign Selected").find("push button", "Cancel").press()
    wait("the dialog to close", lambda: len(list(it.windows())) == 1)
    key("<Shift>F10")
    window.find("menu item", "Show Trail").press()
    it.window("Trail")
    key("Escape")
    wait("the dialog to close", lambda: len(list(it.windows())) == 1)
    assert focused(window).startswith("Contact Nr01,")
    key("<Shift>F10")
    window.find("menu item", "Show Conversations of Ann Lee").press()
    window.find("combo box", "Sender: Ann Lee")
    window.says("10 conversations listed")


def more_filters(it):
    it.spring()
    window = it.open()
    window.find("push button", "More filters: None").press()
    window.find("menu item", "Survey Open").press()
    window.says("No Conversation Found")
    window.find("push button", "More filters: Survey Open")
    window.find("push button", "Clear Filters").press()
    window.find("push button", "More filters: None")
    window.says("30 conversations")


def click(thing, button=1, x=0.5):
    from gi.repository import Atspi

    box = thing.accessible.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
    Atspi.generate_mouse_event(int(box.x + box.width * x), box.y + box.height // 2, f"b{button}c")


def by_mouse(it):
    it.spring()
    window = it.open()
    by_import(window)
    first, second = window.row("Contact Nr01"), window.row("Contact Nr02")
    # A plain click ticks nothing but at the tick; then it ticks anywhere in the row.
    click(second)
    wait("the focus on the row", lambda: second.has("FOCUSED"))
    window.says("30 conversations")
    click(first, x=0.015)
    window.says("1 conversation selected")
    click(second)
    window.says("2 conversations selected")
    click(first)
    window.says("1 conversation selected")
    assert ticked(window) == ["Contact Nr02"]
    click(first, button=3)
    window.find("menu item", "Reassign…")
    key("Escape")
    window.gone("menu item", "Reassign…")


def top(thing):
    from gi.repository import Atspi

    return thing.accessible.get_component_iface().get_extents(Atspi.CoordType.WINDOW).y


def nothing_moves_in_an_archive(it):
    it.spring("archived")
    window = it.open()
    by_import(window)
    enter_table(window)
    key("space")
    button = window.find("push button", "Reassign 1…")
    wait("an insensitive button", lambda: not button.has("SENSITIVE"))
    assert "archived" in button.description, button.description


def refreshes_leave_the_row(it):
    it.spring()
    window = it.open()
    by_import(window)
    enter_table(window)
    for _ in range(6):
        key("Down")
    row = window.row("Contact Nr07")
    wait("the focus", lambda: row.has("FOCUSED"))
    key("space")
    window.says("1 conversation selected")

    y = top(row)
    for turn in range(20):
        it.ctl("reassign", "Spring", "--from=ann@example.org,bo@example.org", "--status=any",
               f"--to={'ann' if turn % 2 else 'bo'}@example.org")
    wait("the last of them", lambda: row.name.split(", ")[2] == "Ann Lee")
    assert row.has("FOCUSED") and row.name.startswith("Contact Nr07,"), row
    assert top(row) == y
    assert ticked(window) == ["Contact Nr07"]


def another_filter_begins_at_its_beginning(it):
    it.spring()
    window = it.open()
    by_import(window)
    y = top(enter_table(window))
    key("End")
    wait("the last row", lambda: window.row("Contact Nr30").has("FOCUSED"))
    window.find("push button", starts="Not Started: 17").press()
    window.says("17 conversations listed")
    wait("the first of them", lambda: top(window.row("Contact Nr04")) == y)


desk.main(ticks, selected_to_chosen, selected_to_unassigned, all_listed, a_search_keeps_ticks,
          another_filter_begins_at_its_beginning, the_menu_of_a_row, more_filters, by_mouse,
          nothing_moves_in_an_archive, refreshes_leave_the_row)
