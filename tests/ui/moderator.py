# SPDX-License-Identifier: GPL-3.0-or-later
"""What a moderator does in the Admin Messenger again and again, by the keyboard."""

import json

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
    for step in ["Home"] + ["Down"] * steps:
        key(step)
    key("Return")
    messenger.find("push button", starts=f"What is not finished: {starts}")


def conversation(it, number):
    return it.ctl("conversations", "Spring", f"--conversations={number}")["conversations"][0]


def holder(it, number):
    return conversation(it, number)["sender"]


def with_questions(it):
    path = it.folder / "questions.json"
    path.write_text(json.dumps([
        {"id": "vote", "text": "Will you vote <b>on</b> Tuesday?", "answers": ["Yes", "No & never"]},
        {"id": "ride", "text": "How will you get there?", "answers": ["Car", "Bus"]}]))
    it.ctl("campaign", "set", "Spring", f"--questions={path}")
