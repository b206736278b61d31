# SPDX-License-Identifier: GPL-3.0-or-later
"""A moderator in the Admin Messenger: the ways in, what is not finished, and what is done
about it. All by the keyboard."""

import json

import desk
import lint
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


def open_admin(it, view="All: "):
    """The Admin Messenger alone matters from here on."""
    window = it.open(MO)
    window.find("push button", "Messenger")
    key("<Control><Shift>m")
    messenger = admin_messenger(it)
    messenger.find("list item", starts="Contact ")
    return messenger


def open_conversation(it, number):
    """By a search, as one who was asked about somebody does."""
    messenger = open_admin(it)
    key("<Control>f")
    type_keys(f"nr{number:02}")
    row = messenger.find("list item", starts=f"Contact Nr{number:02}, ")
    wait("only that one", lambda: len(rows(messenger)) == 1)
    wait("it is shown", lambda: row.has("SELECTED"))
    messenger.says("Held by")
    return messenger


def push(messenger, button):
    thing = messenger.find("push button", button)
    wait(f"{button} can be pressed", lambda: thing.has("SENSITIVE"))
    messenger.reach(thing)
    key("space")


def choose_filter(messenger, starts, steps):
    """In the drop-down of what is not finished."""
    messenger.reach(messenger.find("push button", starts="What is not finished: "))
    key("space")
    for _ in range(steps):
        key("Down")
    key("Return")
    messenger.find("push button", starts=f"What is not finished: {starts}")


def conversation(it, number):
    return it.ctl("conversations", "Spring", f"--conversations={number}")["conversations"][0]


def holder(it, number):
    return conversation(it, number)["sender"]


def marked(it):
    it.spring()
    it.ctl("message", "Spring", 12, "--direction=in", "we have got to stop this bill")
    it.ctl("message", "Spring", 13, "--direction=in", "please stop texting me")
    messenger = open_admin(it)
    choose_filter(messenger, "Opt-Outs Asked (2)", 2)
    wait("these two", lambda: len(rows(messenger)) == 2)
    assert messenger.find("push button", "All: 30").checked
    messenger.says("Asks to opt out; not recorded")
    return messenger


def an_opt_out_is_recorded(it):
    messenger = marked(it)
    first = rows(messenger)[0][8:12]
    push(messenger, "Record Opt-Out")
    messenger.says("Opted out: this number is texted no more.")
    messenger.find("push button", starts="What is not finished: Opt-Outs Asked (1)")
    wait("one is left", lambda: len(rows(messenger)) == 1)
    assert conversation(it, int(first[2:]))["opted_out"]
    assert messenger.one("push button", "Opt Out…") is None
    assert not messenger.find("push button", "Reopen Conversation").has("SENSITIVE")


def or_it_is_none(it):
    messenger = marked(it)
    first = rows(messenger)[0][8:12]
    push(messenger, "It Is None")
    wait("one is left", lambda: len(rows(messenger)) == 1)
    messenger.gone("label", "Asks to opt out; not recorded")
    done = conversation(it, int(first[2:]))
    assert not done["marked"] and not done["opted_out"], done


def opting_out_asks_once(it):
    it.spring()
    messenger = open_conversation(it, 1)
    button = messenger.find("push button", "Opt Out…")
    messenger.reach(button)
    key("space")
    question = it.window("Opt Out Contact Nr01?")
    assert any("(202) 555-0001" in text and "cannot be undone" in text
               for text in question.texts()), question.texts()
    key("Escape")
    wait("the focus back", lambda: button.has("FOCUSED"))
    assert not conversation(it, 1)["opted_out"]
    key("space")
    question = it.window("Opt Out Contact Nr01?")
    question.find("push button", starts="Opt Out").press()
    messenger.says("Opted out: this number is texted no more.")
    assert conversation(it, 1)["opted_out"]


def with_questions(it):
    path = it.folder / "questions.json"
    path.write_text(json.dumps([
        {"id": "vote", "text": "Will you vote <b>on</b> Tuesday?", "answers": ["Yes", "No & never"]},
        {"id": "ride", "text": "How will you get there?", "answers": ["Car", "Bus"]}]))
    it.ctl("campaign", "set", "Spring", f"--questions={path}")


def answers(it, number):
    path = it.folder / "export.jsonl"
    path.unlink(missing_ok=True)
    it.ctl("campaign", "export", "Spring", path)
    lines = path.read_text(encoding="utf-8").splitlines()
    return json.loads(lines[number])["conversation"].get("answers", {})


def choose_answer(messenger, question, steps, after, direction="Down"):
    messenger.reach(messenger.find("push button", starts=question))
    key("space")
    for _ in range(steps):
        key(direction)
    key("Return")
    messenger.find("push button", f"{question}: {after}")


def the_survey_is_filled_in(it):
    it.spring()
    with_questions(it)
    messenger = open_conversation(it, 1)
    question = "Will you vote <b>on</b> Tuesday?"
    messenger.says(question)
    choose_answer(messenger, question, 2, "No & never")
    wait("it is kept", lambda: answers(it, 1) == {"vote": "No & never"})
    choose_answer(messenger, question, 2, "Not answered", "Up")
    wait("it is taken back", lambda: answers(it, 1) == {})
    # Another's answer shows by itself.
    it.ctl("answer", "Spring", 1, "ride", "Bus")
    messenger.find("push button", "How will you get there?: Bus")


def an_answer_that_is_refused_comes_back(it):
    it.spring()
    with_questions(it)
    it.ctl("answer", "Spring", 1, "ride", "Bus")
    messenger = open_conversation(it, 1)
    messenger.find("push button", "How will you get there?: Bus")
    it.ctl("user", "set", "mo@example.org", "--role=sender")
    messenger.reach(messenger.find("push button", starts="How will you get there?"))
    key("space")
    key("Up")
    key("Return")
    messenger.find("push button", "How will you get there?: Bus")
    assert answers(it, 1) == {"ride": "Bus"}


def closed_and_reopened(it):
    it.spring()
    messenger = open_conversation(it, 1)
    push(messenger, "Close Conversation")
    messenger.says("This conversation is closed. A message opens it again.")
    assert conversation(it, 1)["status"] == "closed"
    push(messenger, "Reopen Conversation")
    messenger.gone("label", "This conversation is closed. A message opens it again.")
    wait("it waits again", lambda: conversation(it, 1)["status"] == "needs_reply")


def one_is_reassigned_and_undone(it):
    it.spring()
    messenger = open_conversation(it, 1)
    messenger.says("Ann Lee")
    button = messenger.find("push button", "Reassign…")
    messenger.reach(button)
    key("space")
    dialog = it.window("Reassign Selected")
    dialog.tick("Cy Lee")
    push(dialog, "Reassign 1 Conversation")
    messenger.says("Cy Lee")
    wait("Cy holds it", lambda: holder(it, 1) == "cy@example.org")
    assert any(text.startswith("Since ") and "Reassigned by mo@example.org" in text
               for text in messenger.texts()), messenger.texts()
    wait("the focus where it was", lambda: button.has("FOCUSED"))
    messenger.toast("Undo").press()
    wait("Ann holds it", lambda: holder(it, 1) == "ann@example.org")
    wait("and it says so", lambda: any(
        "Undo by mo@example.org" in text for text in messenger.texts()))


def all_of_a_long_trail(it):
    it.spring()
    for to in ("bo", "cy", "bo", "ann"):
        it.ctl("reassign", "Spring", "--conversations=1", f"--to={to}@example.org")
    messenger = open_conversation(it, 1)
    more = messenger.find("push button", "Show All 5…")
    messenger.reach(more)
    key("space")
    dialog = it.window("Trail")
    wait("all of it", lambda: len(list(dialog.all("list item", starts=""))) >= 5)
    assert dialog.one("push button", "Show Move") is None
    key("Escape")
    wait("the focus where it was", lambda: more.has("FOCUSED"))


def a_reply_stays_with_its_holder(it):
    it.spring()
    messenger = open_conversation(it, 1)
    wait("whose it is", lambda: any(
        text.startswith("You write in Ann Lee’s conversation.") for text in messenger.texts()))
    key("<Control>m")
    type_keys("hello")
    messenger.says("5 of 160")
    key("Return")
    wait("it is sent", lambda: [
        (one["by"], one["text"]) for one in it.ctl("messages", "Spring", 1)["messages"]
    ] == [("mo@example.org", "hello")])
    assert holder(it, 1) == "ann@example.org"
    assert conversation(it, 1)["status"] in ("messaged", "replied")


def two_moderators_answer_the_same(it):
    it.spring()
    messenger = open_conversation(it, 1)
    key("<Control>m")
    type_keys("me")
    messenger.says("2 of 160")
    it.ctl("message", "Spring", 1, "--direction=out", "I was quicker", user=desk.OWNER)
    messenger.find("label", starts="olive@example.org, ")
    # What has come in was seen: now it is sent knowingly, and once.
    key("Return")
    wait("it is sent", lambda: [one["text"] for one in it.ctl("messages", "Spring", 1)["messages"]]
         == ["I was quicker", "me"])


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


def what_is_not_finished(it):
    it.spring()
    with_questions(it)
    it.ctl("message", "Spring", 12, "--direction=in", "STOP")
    it.ctl("message", "Spring", 12, "--direction=in", "did you hear me")
    messenger = open_admin(it)
    choose_filter(messenger, "Wrote After Opting Out (1)", 3)
    wait("one", lambda: len(rows(messenger)) == 1)
    messenger.says("Wrote after opting out: it cannot be answered here.")
    choose_filter(messenger, "Survey Not Filled In", 1)
    wait("who wrote", lambda: len(rows(messenger)) > 1)
    key("<Control>1")
    messenger.find("push button", starts="What is not finished: Everything")
    messenger.find("list item", starts="Contact Nr04, Not Started, ")
    choose_filter(messenger, "Replies Waiting", 1)
    assert messenger.find("push button", "All: 30").checked
    wait("who waits", lambda: rows(messenger) and all(
        ", Needs Reply, " in name for name in rows(messenger)))


def by_ear(it):
    it.spring()
    with_questions(it)
    it.ctl("message", "Spring", 1, "--direction=in", "please stop texting me")
    messenger = open_conversation(it, 1)
    messenger.says("Asks to opt out; not recorded")
    problems = lint.check(messenger) + lint.check_round(messenger)
    assert not problems, "\n# ".join(map(str, ["", *problems]))


def who_is_no_admin_any_more_is_told(it):
    it.spring()
    window = it.open(MO)
    window.find("push button", "Messenger")
    it.ctl("user", "set", "mo@example.org", "--role=sender")
    key("<Control><Shift>m")
    it.window("Admin Messenger").says(
        "The Admin Messenger is for owners, admins and moderators.")


desk.main(opens_from_the_header, own_and_admin_of_a_sender_who_moderates,
          a_sender_has_only_the_own_one, who_is_no_admin_any_more_is_told, opens_from_the_list,
          opens_from_the_row_of_a_sender, what_is_not_finished, an_opt_out_is_recorded,
          or_it_is_none, opting_out_asks_once, the_survey_is_filled_in,
          an_answer_that_is_refused_comes_back, closed_and_reopened, one_is_reassigned_and_undone,
          all_of_a_long_trail, a_reply_stays_with_its_holder, two_moderators_answer_the_same,
          markup_is_text, by_ear)
