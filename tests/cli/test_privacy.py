# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing that is a contact's is told to a log: no number, no name, no text.

reassignctl runs with all of GLib's messages turned on, over what it does and over what
it refuses. What it was asked for, on stdout, is aside; what it says on stderr is not.
"""

import os
import re

from harness import SIX, main

LOUD = {"G_MESSAGES_DEBUG": "all", "G_MESSAGES_PREFIXED": ""}
# A text, a name and a number that nothing else has in it.
TEXT = "Xylophone lessons on Qtuesday"
SECRETS = ("Xylophone", "Qtuesday", "Zebulonia", "Quennell", "5550177", "555-0177")


def check(answer, *asked):
    """@asked are the words that were typed: a sentence may say those back."""
    for secret in SECRETS:
        if secret not in " ".join(asked):
            assert secret not in answer.err, answer
    return answer


def prepare(place):
    place.campaign("Spring", contacts=SIX)
    place.write("more.csv", "phone,first name,last name,sender\r\n"
                            "+12025550177,Zebulonia,Quennell,ann@example.org\r\n")
    check(place.run("contacts", "import", "Spring", "more.csv", env=LOUD))
    row = place.json("conversations", "Spring", "--search=Quennell")["conversations"][0]
    return row["id"]


def what_is_done(place):
    one = prepare(place)
    for words in (["message", "Spring", one, "--direction=out", TEXT],
                  ["message", "Spring", one, "--direction=in", TEXT],
                  ["message", "Spring", one, "--direction=in", TEXT + ", please stop"],
                  ["opt-out", "Spring", one, "--no"], ["close", "Spring", one],
                  ["reopen", "Spring", one], ["reassign", "Spring", "--to=bo@example.org"],
                  ["undo", "Spring", "1"], ["opt-out", "Spring", one],
                  ["campaign", "export", "Spring", "all.jsonl"],
                  ["contacts", "export", "Spring", "all.csv"], ["check"], ["sweep", "Spring"]):
        answer = check(place.run(*words, env=LOUD))
        assert answer.code == 0, answer
    # They did see it: it is in what was asked for.
    assert TEXT in place.text("messages", "Spring", one)


def what_is_refused(place):
    one = prepare(place)
    place.text("opt-out", "Spring", one)
    place.write("bad.csv", "phone,first name,last name,status\r\n"
                           "+12025550177,Zebulonia,Quennell,\r\n"
                           "+12025550178,Zebulonia,Quennell,Qtuesday\r\n"
                           "+12025550179,Zebulonia,Quennell\r\n")
    for words in (["message", "Spring", one, "--direction=out", TEXT],
                  ["message", "Spring", one, "--direction=out", TEXT * 100],
                  ["message", "Spring", "999", "--direction=in", TEXT],
                  ["reopen", "Spring", one], ["opt-out", "Spring", one, "--no"],
                  ["answer", "Spring", one, "support", TEXT],
                  ["message", "Spring", one, "--direction=out", "--user=bo@example.org", TEXT]):
        answer = check(place.run(*words, env=LOUD))
        assert answer.code != 0, answer

    # A row that is refused is named by its line, and one that is there already by its number,
    # which is the answer; whose it is stays in the file.
    answer = place.run("contacts", "import", "Spring", "bad.csv", env=LOUD)
    assert answer.code == 1 and "Line 2" in answer.err, answer
    for secret in ("Zebulonia", "Quennell"):
        assert secret not in answer.err, answer


def a_file_that_is_spoilt(place):
    """What is wrong with a database is told without what is in it."""
    one = prepare(place)
    place.text("message", "Spring", one, "--direction=in", TEXT)
    with open(place.database, "r+b") as file:
        size = os.path.getsize(place.database)
        for page in range(2, size // 4096, 3):
            file.seek(page * 4096)
            file.write(b"\xff" * 64)
    for words in (["check"], ["messages", "Spring", one], ["conversations", "Spring"],
                  ["message", "Spring", one, "--direction=in", TEXT]):
        answer = check(place.run(*words, env=LOUD))
        assert not re.search(r"\+1202\d{7}", answer.err), answer


main([what_is_done, what_is_refused, a_file_that_is_spoilt])
