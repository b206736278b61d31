# SPDX-License-Identifier: GPL-3.0-or-later
"""What a moderator does with one conversation in the Admin Messenger, by the keyboard."""

import fcntl
import json
import time

import desk
from desk import key, wait
from moderator import (
    rows, type_keys, open_admin, open_conversation, push, choose_filter, conversation,
    holder, with_questions,
)


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
    push(messenger, "Not an Opt-Out")
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


def answers(it, number):
    path = it.folder / "export.jsonl"
    path.unlink(missing_ok=True)
    it.ctl("campaign", "export", "Spring", path)
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return next(one["conversation"].get("answers", {}) for one in lines
                if one.get("conversation", {}).get("phone") == f"+1202555{number:04}")


def choose_answer(messenger, question, steps, after):
    messenger.reach(messenger.find("push button", starts=question))
    key("space")
    for step in ["Home"] + ["Down"] * steps:
        key(step)
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
    choose_answer(messenger, question, 0, "Not answered")
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
    with open(f"{it.database}.lock", "r+b") as lock:
        # Another program writes, and does not come to an end.
        fcntl.flock(lock, fcntl.LOCK_EX)
        choose_answer(messenger, "How will you get there?", 1, "Car")
        messenger.find("push button", "How will you get there?: Bus")
        messenger.says("Somebody else is writing to the database; try again in a moment.")
    assert answers(it, 1) == {"ride": "Bus"}


def closed_and_reopened(it):
    it.spring()
    messenger = open_conversation(it, 1)
    key("<Control>3")
    messenger.says("Held by")
    push(messenger, "Close Conversation")
    messenger.says("This conversation is closed. A message opens it again.")
    messenger.find("list item", starts="Contact Nr01, Closed, Ann Lee, ")
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


def nothing_can_be_sent_now(it):
    """It says why, and until when; and it goes by itself."""
    it.spring()
    start = (time.gmtime().tm_hour + 2) % 23
    it.ctl("campaign", "set", "Spring", f"--hours={start:02}:00-{start + 1:02}:00")
    messenger = open_conversation(it, 1)
    wait("until when", lambda: any(
        " Possible again at " in text and ", in " in text for text in messenger.texts()))
    assert not messenger.find("push button", "Send").has("SENSITIVE")
    it.ctl("campaign", "set", "Spring", "--hours=any")
    wait("nothing is said any more", lambda: not any(
        " Possible again at " in text for text in messenger.texts()))


desk.main(an_opt_out_is_recorded, or_it_is_none, opting_out_asks_once, the_survey_is_filled_in,
          an_answer_that_is_refused_comes_back, closed_and_reopened,
          one_is_reassigned_and_undone, all_of_a_long_trail, a_reply_stays_with_its_holder,
          two_moderators_answer_the_same,
          nothing_can_be_sent_now)
