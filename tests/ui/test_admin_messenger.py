# SPDX-License-Identifier: GPL-3.0-or-later
"""A moderator in the Admin Messenger: the ways in, and what is not finished. All by the
keyboard."""

import desk
import lint
from desk import key, wait
from moderator import (
    MO, rows, type_keys, admin_messenger, open_admin, open_conversation, push,
    choose_filter, conversation, with_questions,
)


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


def who_is_no_admin_any_more_is_told(it):
    it.spring()
    window = it.open(MO)
    window.find("push button", "Messenger")
    it.ctl("user", "set", "mo@example.org", "--role=sender")
    key("<Control><Shift>m")
    it.window("Admin Messenger").says(
        "The Admin Messenger is for owners, admins and moderators.")



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


def selects_what_is_far_down(it):
    """What was opened from elsewhere is selected in a list that is read page by page."""
    it.spring()
    path = it.folder / "more.csv"
    path.write_text("phone,first name,last name\n" + "".join(
        f"+1202556{number:04},Zoe,Nr{number:04}\n" for number in range(700)))
    it.ctl("contacts", "import", "Spring", path)
    window = it.open(MO)
    window.find("table row", starts="Contact Nr12, ")
    # Of all that is listed, the last one.
    row = window.find("table row", starts="Contact ")
    window.reach(row)
    key("End")
    last = window.find("table row", starts="Zoe Nr0699, ")
    wait("the last one", lambda: last.has("FOCUSED"))
    key("Return")
    messenger = admin_messenger(it)
    assert messenger.find("push button", "All: 730").checked
    wait("it is selected", lambda: messenger.find(
        "list item", starts="Zoe Nr0699, Not Started, Unassigned: ").has("SELECTED"))
    messenger.find("label", "Zoe Nr0699")


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


def what_is_not_finished(it):
    it.spring()
    with_questions(it)
    it.ctl("message", "Spring", 12, "--direction=in", "STOP")
    it.ctl("message", "Spring", 12, "--direction=in", "did you hear me")
    messenger = open_admin(it)
    choose_filter(messenger, "Wrote After Opting Out (1)", 3)
    wait("one", lambda: len(rows(messenger)) == 1)
    messenger.says("Wrote after opting out: it cannot be answered here.")
    choose_filter(messenger, "Survey Not Filled In", 4)
    wait("who wrote", lambda: len(rows(messenger)) > 1)
    key("<Control>1")
    messenger.find("push button", starts="What is not finished: Everything")
    messenger.find("list item", starts="Contact Nr04, Not Started, ")
    choose_filter(messenger, "Replies Waiting", 1)
    assert messenger.find("push button", "All: 30").checked
    wait("who waits", lambda: rows(messenger) and all(
        ", Needs Reply, " in name for name in rows(messenger)))


def a_search_without_a_hit(it):
    it.spring()
    messenger = open_admin(it)
    key("<Control>f")
    type_keys("zzz")
    messenger.says("Nothing Else Is Listed")
    key("Escape")
    messenger.find("list item", starts="Contact Nr01, ")


def markup_is_text(it):
    it.spring()
    path = it.folder / "odd.csv"
    path.write_text("phone,first name,last name,sender,<i>Note</i>,Address\n"
                    "+12025559999,<b>Bold,&amp; Co,ann@example.org,a < b & c,"
                    + "a very long street name " * 6 + "\n", encoding="utf-8")
    it.ctl("contacts", "import", "Spring", path)
    it.ctl("message", "Spring", 31, "--direction=in", "<span size='99999'>big</span> & so")
    messenger = open_admin(it)
    key("<Control>f")
    type_keys("5559999")
    wait("only that one", lambda: len(list(messenger.all("list item", starts="<b>Bold &amp; Co, "))) == 1)
    for text in ("<b>Bold &amp; Co", "<span size='99999'>big</span> & so", "<i>Note</i>", "a < b & c"):
        wait(text, lambda: text in messenger.texts())


def by_ear(it):
    it.spring()
    with_questions(it)
    it.ctl("message", "Spring", 1, "--direction=in", "please stop texting me")
    messenger = open_conversation(it, 1)
    messenger.says("Asks to opt out; not recorded")
    problems = lint.check(messenger) + lint.check_round(messenger)
    assert not problems, "\n# ".join(map(str, ["", *problems]))


desk.main(opens_from_the_header, own_and_admin_of_a_sender_who_moderates,
          a_sender_has_only_the_own_one, who_is_no_admin_any_more_is_told, opens_from_the_list,
          selects_what_is_far_down,
          opens_from_the_row_of_a_sender, what_is_not_finished, a_search_without_a_hit,
          markup_is_text, by_ear)
