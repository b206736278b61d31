# SPDX-License-Identifier: GPL-3.0-or-later
"""Every surface by ear and by keyboard: names, the round of Tab, mnemonics, and the
focus, which comes back to where it was."""

import json
import subprocess
import time

import desk
import lint
import surfaces
from desk import wait

REPLY = {"title": "Where to vote", "text": "At the library."}


def every_template_is_on_a_surface(it):
    assert surfaces.find_unseen() == [], f"no surface shows {surfaces.find_unseen()}"


def mnemonics_are_told_apart(it):
    problems = [problem for path in surfaces.SOURCES.glob("*.ui")
                for rule in (lint.check_mnemonics, lint.check_menu_mnemonics)
                for problem in rule(path)]
    assert not problems, problems


def find_opener(window, name):
    things = lint.walk_all(window)
    return [thing for thing in things if thing.name == name and thing.has("FOCUSED")]


def look_at(it, window, surface, round_too):
    top = surface.open_it(it, window)
    problems = [] if surface.theirs else lint.check(top)
    if round_too and not surface.theirs:
        problems += lint.check_round(top)
    problems = [f"{surface}: {problem}" for problem in problems]
    if surface.stays:
        return problems
    surfaces.close(it, window)
    if surface.opener is not None:
        try:
            wait("the focus back", lambda: find_opener(window, surface.opener), 3)
        except desk.Missing:
            focused = [thing for thing in lint.walk_all(window) if thing.has("FOCUSED")]
            problems.append(f"{surface}: the focus is at {focused}, not back at {surface.opener}")
    return problems


def write(it, name, rows):
    path = it.folder / f"{name}.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    return f"--{name}={path}"


def a_campaign(it):
    it.spring()
    it.ctl("campaign", "set", "Spring",
           write(it, "questions", [{"id": "support", "text": "Are they with us?",
                                    "answers": ["Yes", "No"]},
                                   {"id": "help", "text": "Will they help?",
                                    "answers": ["Yes"]}]),
           write(it, "canned-replies", [REPLY, {"title": "Thanks", "text": "Thank you!"}]))
    it.ctl("reassign", "Spring", "--from=ann@example.org", "--to=bo@example.org")
    window = it.open()
    problems = []
    for surface in surfaces.SURFACES:
        try:
            problems += look_at(it, window, surface, surface.stays)
        except desk.Missing as missing:
            problems.append(f"{surface}: {missing}")
            for _ in range(2):
                desk.key("Escape")
    assert not problems, "\n# ".join(["", *problems])


def the_first_start(it):
    window = it.open()
    problems = []
    for surface in surfaces.FIRST_START:
        problems += look_at(it, window, surface, True)
    assert not problems, "\n# ".join(["", *problems])


def leave_a_draft(it, window):
    """Writes where somebody else goes on."""
    window.find("list item", starts="Contact Nr01, waiting ")
    desk.key("<Alt>Down")
    wait("the next", lambda: window.texts().count("Contact Nr02") == 2)
    window.find("text", "Message").type("At seven.")
    desk.key("<Alt>Up")
    wait("the one before", lambda: window.texts().count("Contact Nr02") == 1)
    it.ctl("reassign", "Spring", "--conversations=2", "--to=bo@example.org")
    window.find("push button", "Needs Reply: 2")


def the_messenger(it):
    it.spring()
    it.ctl("campaign", "set", "Spring", write(it, "canned-replies", [REPLY]),
           "--self-assign=300")
    it.ctl("message", "Spring", 1, "--direction=in", "Is there parking?")
    it.ctl("reassign", "Spring", "--from=ann@example.org", "--status=not_started",
           "--to=bo@example.org")
    window = it.open("--messenger", "--user=ann@example.org")
    window.find("push button", "Needs Reply: 3")
    leave_a_draft(it, window)
    problems = []
    for surface in surfaces.MESSENGER:
        problems += look_at(it, window, surface, surface.stays)
    assert not problems, "\n# ".join(["", *problems])


def without_a_screen_reader(it):
    """No accessibility at all is no reason to complain."""
    it.spring()
    process = it.start(GTK_A11Y="none")
    def is_there():
        found = subprocess.run(["xprop", "-root", "_NET_CLIENT_LIST"], capture_output=True, text=True)
        return "0x" in found.stdout

    wait("a window", is_there)
    time.sleep(1)
    assert process.poll() is None, process.returncode


desk.main(every_template_is_on_a_surface, mnemonics_are_told_apart,
          a_campaign, the_first_start, the_messenger, without_a_screen_reader)
