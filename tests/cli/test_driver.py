# SPDX-License-Identifier: GPL-3.0-or-later
"""The test driver: reassignctl in one process, line by line, by a clock that it is told."""

import json
import os
import subprocess

from harness import SIX, main

NOW = 1790000000


class Driver:
    def __init__(self, place):
        self.child = subprocess.Popen([os.environ.get("REASSIGN_TEST_DRIVER",
                                                      "reassign-test-driver")],
                                      stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                      env=place.environment(), cwd=place.folder, encoding="utf-8")

    def ask(self, *args, now=None):
        asked = {"args": [str(arg) for arg in args]}
        if now is not None:
            asked["now"] = now
        self.child.stdin.write(json.dumps(asked) + "\n")
        self.child.stdin.flush()
        told = json.loads(self.child.stdout.readline())
        assert list(told) == ["code", "out", "err"], told
        return told

    def json(self, *args, now=None):
        told = self.ask("--json", *args, now=now)
        assert told["code"] == 0 and told["err"] == "", told
        return json.loads(told["out"])

    def end(self):
        self.child.stdin.close()
        assert self.child.wait(timeout=20) == 0


def says_what_the_program_says(place):
    place.campaign(contacts=SIX)
    driver = Driver(place)
    for words in (["overview", "Spring"], ["overview", "Spring", "--json"], ["overview", "Fall"],
                  ["overview", "Fall", "--json"], ["overview"], ["--help"], [],
                  ["contacts", "export", "Spring"], ["campaign", "export", "Spring"],
                  ["messages", "Spring", "1", "--quiet"], ["conversations", "Spring"],
                  ["campaign", "show", "Zoë\n"]):
        told = driver.ask(*words)
        alone = place.run(*words)
        assert (told["code"], told["out"], told["err"]) == (alone.code, alone.out, alone.err), (
            told, alone)
    driver.end()


def sees_the_clock(place):
    place.campaign(contacts=SIX)
    driver = Driver(place)
    driver.json("heartbeat", "--user=ann@example.org", now=NOW)
    for later, online in ((0, True), (45, True), (46, False)):
        (ann, _, _) = driver.json("senders", "Spring", now=NOW + later)["senders"]
        assert ann["online"] is online, later
        assert ann["last_seen"] == "2026-09-21T14:13:20Z", ann
    told = driver.json("message", "Spring", "1", "Hi", "--direction=in", now=NOW + 60)
    assert told["message"]["at"] == "2026-09-21T14:14:20Z", told
    waiting = ("conversations", "Spring", "--waiting=10", "--conversations=1")
    assert driver.json(*waiting, now=NOW + 659)["conversations"] == []
    assert len(driver.json(*waiting, now=NOW + 660)["conversations"]) == 1
    driver.json("reassign", "Spring", "--conversations=1", "--to=bo@example.org", now=NOW + 1000)
    (move,) = driver.json("history", "Spring")["moves"]
    assert move["at"] == "2026-09-21T14:30:00Z", move
    # Told no time, it sees the machine's again.
    told = driver.json("message", "Spring", "1", "Hello?", "--direction=in")
    assert told["message"]["at"] != "2026-09-21T14:14:20Z"
    driver.end()


def many_commands_leave_nothing(place):
    """No file stays open behind a command, and no memory to speak of."""
    place.campaign(contacts=SIX)
    driver = Driver(place)
    folder = f"/proc/{driver.child.pid}"

    def resident():
        with open(f"{folder}/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE")

    def work(n):
        for _ in range(n):
            driver.json("senders", "Spring")
            driver.json("reassign", "Spring", "--to=others", "--from=ann@example.org", "--preview")
            driver.ask("overview", "Fall")
            driver.ask("contacts", "import", "Spring", "contacts.csv", "--json")

    work(50)
    files, memory = len(os.listdir(f"{folder}/fd")), resident()
    work(250)
    assert len(os.listdir(f"{folder}/fd")) == files
    if "ASAN_OPTIONS" not in os.environ:
        assert resident() - memory < 2 * 1024 * 1024, (memory, resident())
    driver.end()


main([says_what_the_program_says, sees_the_clock, many_commands_leave_nothing])
