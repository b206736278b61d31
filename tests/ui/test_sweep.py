#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sweep: what holds a campaign up, a line each, and the button that mends it; to
the end, where all is swept. All by the keyboard."""

import datetime

import desk
from desk import key, wait


def ago(minutes):
    then = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=minutes)
    return then.strftime("%Y-%m-%dT%H:%M:%SZ")


def there(it, *names):
    for name in names:
        it.ctl("heartbeat", user=f"{name}@example.org")


def held_up(it, *options):
    """All that can hold a campaign up. Ann was never seen, Bo is there, Cy has left."""
    it.spring()
    questions = it.folder / "q.json"
    questions.write_text('[{"id": "support", "text": "With us?", "answers": ["Yes", "No"]}]')
    it.ctl("campaign", "create", "Fall", "--state=active", "--hours=any",
           f"--window-end={ago(5)}", f"--questions={questions}", *options)
    it.ctl("sender", "add", "Fall", "ann@example.org,bo@example.org,cy@example.org")
    rows = ["phone,first name,last name,sender,status,last message at"]
    for sender, status, *minutes in (
            [("ann", "needs_reply", 97)] * 3 + [("cy", "needs_reply", 40)] * 2 +
            [("bo", "needs_reply", 5)] + [("", "needs_reply", 41)] * 4 +
            [("ann", "not_started")] * 7 + [("bo", "not_started")] + [("bo", "messaged", 60)]):
        email = sender and f"{sender}@example.org"
        at = ago(*minutes) if minutes else ""
        number = len(rows)
        rows.append(f"+1202556{number:04},Contact,No{number:02},{email},{status},{at}")
    path = it.folder / "fall.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    it.ctl("contacts", "import", "Fall", path)
    listed = it.ctl("conversations", "Fall", "--status=messaged")["conversations"]
    it.ctl("message", "Fall", listed[0]["id"], "--direction=in", "who is this? please stop it")
    there(it, "bo", "cy")
    it.ctl("heartbeat", "--end", user="cy@example.org")
    return listed[0]["id"]


def open_sweep(it, *arguments):
    window = it.open("--campaign=Fall", *arguments)
    window.find("push button", starts="Sweep: ")
    window.find("table row")
    key("<Control>s")
    return window


def button(window, name):
    found = wait(f"the button {name}", lambda: window.one("push button", name))
    window.reach(found)
    return found


def focused(window, name):
    wait(f"the focus at {name}",
         lambda: any(thing.has("FOCUSED") for thing in window.all("push button", name)))


def reassign(it, window, name, count, title):
    """The dialog is filled in: its preview is there at once, and one press moves it."""
    there(it, "bo")
    button(window, name)
    key("Return")
    dialog = it.window("Sweep")
    dialog.says(title)
    assert dialog.find("radio button", starts="Distribute to all users").checked
    assert dialog.find("check box", starts="Only those who are online (1)").checked
    assert dialog.find("radio button", "To whoever has the least open work").checked
    dialog.row("Bo Lee, ")
    apply = wait("the preview", lambda: next(
        (one for one in dialog.all("push button", starts=f"Reassign {count} Conversation")
         if one.has("SENSITIVE")), None))
    before = len(it.moves("Fall"))
    dialog.reach(apply)
    assert len(it.moves("Fall")) == before, "nothing acts by itself"
    key("Return")
    wait("the dialog gone", lambda: len(list(it.windows())) == 1)
    wait("the move", lambda: len(it.moves("Fall")) == before + 1)
    move = it.moves("Fall")[0]
    assert move["moved"] == count, move
    window.gone("push button", name)


def sweeps_to_the_end(it):
    marked = held_up(it)
    window = open_sweep(it)
    window.says("6 things hold this campaign up")
    window.says("2 senders: Ann Lee, Cy Lee. Longest 1 h 37 min.")
    window.says("Nobody holds them. Longest 41 min.")
    window.says("1 sender: Ann Lee. Can wait: the sending window has passed.")
    focused(window, "Reassign 5…")

    reassign(it, window, "Reassign 5…", 5, "Replies waiting over 30 min, sender offline")
    window.says("5 things hold this campaign up")
    focused(window, "Reassign 4…")
    window.toast("Undo")
    reassign(it, window, "Reassign 4…", 4, "Unassigned replies")
    reassign(it, window, "Reassign 7…", 7, "Not Started, sender unseen for 30 min")
    window.says("3 things hold this campaign up")

    # What a person has to look at: those conversations in the Admin Messenger, and back.
    button(window, "Review 1…")
    key("Return")
    messenger = it.window("Admin Messenger")
    wait("the contact who asks", lambda: any(
        "Contact No19" in thing.name for thing in messenger.walk()))
    key("<Control>w")
    wait("the Admin Messenger gone", lambda: len(list(it.windows())) == 1)
    it.ctl("opt-out", "Fall", marked)
    window.says("2 things hold this campaign up")
    for one in it.ctl("conversations", "Fall", "--flag=survey_open")["conversations"]:
        it.ctl("answer", "Fall", one["id"], "support", "Yes")
    window.says("1 thing holds this campaign up")
    window.says("Not Started, sending window has passed")

    # The last one is mended in the properties, at the window's end.
    button(window, "Change Window…")
    key("Return")
    properties = it.window("Campaign Properties")
    wait("the focus at the end of the window", lambda: any(
        one.has("FOCUSED") for one in properties.all(starts="Ends")))
    key("Escape")
    wait("the properties gone", lambda: len(list(it.windows())) == 1)
    focused(window, "Change Window…")
    it.ctl("campaign", "set", "Fall", "--window-end=")
    window.says("All Swept")
    wait("what comes next", lambda: any(
        "The next reply passes 30 min at " in text and "Bo Lee has it and is " in text
        for text in window.texts()))
    assert len([text for text in window.texts() if text == "none"]) == 6
    key("Escape")
    window.find("push button", "Sweep: All swept")


def what_is_taken_back_stays_out(it):
    held_up(it)
    window = open_sweep(it)
    reassign(it, window, "Reassign 5…", 5, "Replies waiting over 30 min, sender offline")
    window.toast("Undo").press()
    wait("the undo", lambda: len(it.moves("Fall")) == 2)
    window.says("5 things hold this campaign up")
    assert window.one("push button", "Reassign 5…") is None


def long_is_what_is_chosen(it):
    held_up(it)
    window = open_sweep(it)
    window.says("Replies waiting over 30 min, sender offline")
    button(window, "Long is: 30 min")
    key("space")
    wait("the choices", lambda: window.one("list item", "60 min"))
    key("Down")
    key("Down")
    key("Return")
    window.says("Replies waiting over 60 min, sender offline")
    window.find("push button", "Reassign 3…")
    window.says("Not Started, sender unseen for 60 min")


def a_line_goes_by_itself(it):
    held_up(it)
    window = open_sweep(it)
    window.says("6 things hold this campaign up")
    there(it, "ann", "cy")
    window.says("4 things hold this campaign up")
    window.gone("push button", "Reassign 5…")


def nobody_is_there(it):
    held_up(it)
    it.ctl("heartbeat", "--end", user="bo@example.org")
    window = open_sweep(it)
    window.says("Nobody holds them. Longest 41 min. Nobody is online.")
    button(window, "Reassign 4…")
    key("Return")
    dialog = it.window("Sweep")
    dialog.says("Nobody is online.")
    key("Escape")
    wait("the dialog gone", lambda: len(list(it.windows())) == 1)
    focused(window, "Reassign 4…")


def who_may_and_when(it):
    held_up(it)
    window = open_sweep(it, "--user=mo@example.org")
    window.says("6 things hold this campaign up")
    wait("who can move the window", lambda: any(
        text.endswith("None of them can be sent until an admin moves it.")
        for text in window.texts()))
    assert window.one("push button", "Change Window…") is None
    key("Escape")
    window.find("push button", starts="Sweep: ")
    for state in ("draft", "archived"):
        it.ctl("campaign", "set", "Fall", f"--state={state}")
        window.gone("push button", starts="Sweep")
        it.ctl("campaign", "set", "Fall", "--state=active")
        window.find("push button", starts="Sweep: ")


def not_for_senders(it):
    held_up(it)
    window = it.open("--campaign=Fall", "--user=bo@example.org")
    window.find("table row")
    assert window.one("push button", starts="Sweep") is None
    key("<Control>s")
    assert window.one("push button", "Back") is None


desk.main(sweeps_to_the_end, what_is_taken_back_stays_out, long_is_what_is_chosen,
          a_line_goes_by_itself, nobody_is_there, who_may_and_when, not_for_senders)
