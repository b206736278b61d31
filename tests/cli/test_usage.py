# SPDX-License-Identifier: GPL-3.0-or-later
"""Wrong usage: exit 2, one sentence, and nobody has looked at a database."""

import os
import subprocess

from harness import OWNER, SIX, main

# Each is wrong in one thing, which no database is needed to see.
WRONG = [
    [],
    ["reassing", "Spring"],
    ["campaign"],
    ["campaign", "shwo", "1"],
    ["list"],
    ["campaign list"],
    ["overview"],
    ["overview", "Spring", "Fall"],
    ["campaign", "list", "Spring"],
    ["trail", "Spring"],
    ["heartbeat", "now"],
    ["message", "Spring", "1", "--direction=in"],
    ["answer", "Spring", "1", "q", "a", "b"],
    # options
    ["overview", "Spring", "--form=any"],
    ["overview", "Spring", "--from=any"],
    ["overview", "Spring", "--jso"],
    ["overview", "Spring", "--json=yes"],
    ["overview", "Spring", "--quiet="],
    ["overview", "Spring", "--user"],
    ["overview", "Spring", "--user="],
    ["overview", "Spring", "--database="],
    ["overview", "Spring", "--user=a@b", "--user=a@b"],
    ["overview", "Spring", "--quiet", "--quiet"],
    ["overview", "Spring", "--=x"],
    ["init", "--owner=nobody"],
    ["init", "--owner="],
    ["init", "--owner=a@b,c@d"],
    # numbers
    ["demo", "--contacts=0"],
    ["demo", "--contacts=-5"],
    ["demo", "--contacts=many"],
    ["demo", "--contacts=99999999999999999999"],
    ["demo", "--contacts=633600001"],
    ["demo", "--senders=0"],
    ["demo", "--senders=10001"],
    ["demo", "--seed=-1"],
    ["demo", "--seed=4294967296"],
    ["simulate", "Spring", "--minutes=0"],
    ["simulate", "Spring", "--speed=0"],
    ["conversations", "Spring", "--limit=0"],
    ["conversations", "Spring", "--limit=5001"],
    ["conversations", "Spring", "--limit=1.5"],
    ["conversations", "Spring", "--limit= 5"],
    ["conversations", "Spring", "--limit=+5"],
    ["conversations", "Spring", "--limit="],
    ["history", "Spring", "--limit=0"],
    ["history", "Spring", "--limit=-1"],
    ["trail", "Spring", "first"],
    ["trail", "Spring", "0"],
    ["trail", "Spring", "-1"],
    ["trail", "Spring", ""],
    ["undo", "Spring", "last"],
    ["messages", "Spring", "1,2"],
    ["close", "Spring", "x"],
    ["reopen", "Spring", "x"],
    ["opt-out", "Spring", "x"],
    ["answer", "Spring", "x", "q"],
    # campaigns
    ["campaign", "create", ""],
    ["campaign", "create", "  "],
    ["campaign", "set", "1", "--title="],
    ["campaign", "create", "Spring", "--title=Fall"],
    ["campaign", "create", "Spring", "--state=open"],
    ["campaign", "create", "Spring", "--state=Active"],
    ["campaign", "create", "Spring", "--window-start=tomorrow"],
    ["campaign", "create", "Spring", "--window-end=2026-02-30"],
    ["campaign", "create", "Spring", "--self-assign=0"],
    ["campaign", "create", "Spring", "--self-assign=5001"],
    ["campaign", "create", "Spring", "--self-assign=on"],
    ["campaign", "create", "Spring", "--hours=9-21"],
    ["campaign", "create", "Spring", "--hours=21:00-09:00"],
    ["campaign", "create", "Spring", "--hours=09:00-25:00"],
    ["campaign", "create", "Spring", "--country=Germany"],
    ["campaign", "create", "Spring", "--country=ZZ"],
    # people
    ["sender", "add", "Spring", "nobody"],
    ["sender", "add", "Spring", "a@example.org,,b@example.org"],
    ["sender", "add", "Spring", ""],
    ["sender", "remove", "Spring", "a@example.org", "--to=online"],
    ["sender", "remove", "Spring", "a@example.org", "--to="],
    ["user", "add", "nobody"],
    ["user", "add", "a b@example.org"],
    ["user", "add", "a@example.org", "--role=boss"],
    ["user", "set", "a@example.org", "--role="],
    # the request
    ["reassign", "Spring"],
    ["reassign", "Spring", "--to="],
    ["reassign", "Spring", "--to=nobody"],
    ["reassign", "Spring", "--to=any"],
    ["reassign", "Spring", "--to=offline"],
    ["reassign", "Spring", "--to=a@example.org,others"],
    ["reassign", "Spring", "--to=others", "--number=0"],
    ["reassign", "Spring", "--to=others", "--number=-3"],
    ["reassign", "Spring", "--to=others", "--number=some"],
    ["reassign", "Spring", "--to=others", "--number=9223372036854775808"],
    ["reassign", "Spring", "--to=others", "--number="],
    ["reassign", "Spring", "--to=others", "--divide=fairly"],
    ["reassign", "Spring", "--to=others", "--divide="],
    ["reassign", "Spring", "--to=others", "--expect=-1"],
    ["reassign", "Spring", "--to=others", "--expect=all"],
    ["reassign", "Spring", "--to=others", "--from="],
    ["reassign", "Spring", "--to=others", "--from=everyone"],
    ["reassign", "Spring", "--to=others", "--from=others"],
    ["reassign", "Spring", "--to=others", "--from=offline:"],
    ["reassign", "Spring", "--to=others", "--from=offline:-1"],
    ["reassign", "Spring", "--to=others", "--from=offline:ten"],
    ["reassign", "Spring", "--to=others", "--from=online:10"],
    ["reassign", "Spring", "--to=others", "--from=a@example.org,any"],
    ["reassign", "Spring", "--to=others", "--status=waiting"],
    ["reassign", "Spring", "--to=others", "--status="],
    ["reassign", "Spring", "--to=others", "--status=not_started,replied"],
    ["reassign", "Spring", "--to=others", "--waiting=soon"],
    ["reassign", "Spring", "--to=others", "--waiting=-1"],
    ["reassign", "Spring", "--to=others", "--waiting=99999999999"],
    ["reassign", "Spring", "--to=others", "--unmoved="],
    ["reassign", "Spring", "--to=others", "--flag=flagged"],
    ["reassign", "Spring", "--to=others", "--conversations="],
    ["reassign", "Spring", "--to=others", "--conversations=1,,2"],
    ["reassign", "Spring", "--to=others", "--conversations=1-5"],
    ["reassign", "Spring", "--to=others", "--conversations=0"],
    ["reassign", "Spring", "--to=others", "--limit=5"],
    ["reassign", "Spring", "--to=others", "--to=others"],
    ["conversations", "Spring", "--sort=sender"],
    ["conversations", "Spring", "--sort="],
    ["conversations", "Spring", "--after="],
    ["conversations", "Spring", "--to=others"],
    ["conversations", "Spring", "--number=5"],
    # messages
    ["message", "Spring", "1", "Hi"],
    ["message", "Spring", "1", "Hi", "--direction=up"],
    ["message", "Spring", "1", "Hi", "--direction=in", "--at=noon"],
    ["message", "Spring", "1", "Hi", "--direction=in", "--at="],
    ["opt-out", "Spring", "1", "--no=1"],
]


def wrong_without_a_database(place):
    for words in WRONG:
        place.refuse("usage", *words)
    assert os.listdir(place.folder) == [], os.listdir(place.folder)


def wrong_beside_a_database(place):
    """Nor is the one that is there touched, whatever it is."""
    place.write("r.db", "no database")
    for words in WRONG:
        place.refuse("usage", *words)
    assert os.listdir(place.folder) == ["r.db"] and place.read("r.db") == b"no database"


def words_that_are_not_utf_8(place):
    for words in ([b"overview", b"Spr\xffing"], [b"overview", b"Spring", b"--\xe4"],
                  [b"overview", b"--user=\xff@example.org", b"Spring"]):
        done = subprocess.run([place.program, b"--json"] + words, env=place.environment(),
                              capture_output=True)
        assert done.returncode == 2 and b"UTF-8" in done.stderr, done


def options_stand_anywhere(place):
    place.campaign(contacts=SIX)
    expected = place.json("conversations", "Spring", "--limit=2", "--from=ann@example.org")
    for words in (["--limit", "2", "conversations", "--from", "ann@example.org", "Spring"],
                  ["conversations", "--limit=2", "--from=ann@example.org", "--", "Spring"],
                  ["--from=ann@example.org", "--limit=2", "--", "conversations", "Spring"]):
        assert place.json(*words) == expected, words
    assert [row["title"] for row in place.json("campaign", "--user", OWNER, "list")["campaigns"]]


def two_dashes_end_options(place):
    place.campaign(contacts=SIX)
    told = place.json("message", "--direction=in", "--", "Spring", "1", "--json")
    assert told["message"]["text"] == "--json"
    told = place.json("message", "--direction=in", "Spring", "1", "- what?")
    assert told["message"]["text"] == "- what?"
    place.json("campaign", "create", "--", "--title")
    assert place.json("campaign", "show", "--", "--title")["campaign"]["title"] == "--title"
    told = place.json("campaign", "set", "1", "--title", "--json")
    assert told["campaign"]["title"] == "--json"


def the_error_is_json_wherever_json_is_said(place):
    answer = place.run("overview", "--form", "Spring", "--json")
    assert answer.code == 2 and answer.json()["error"]["code"] == "usage", answer
    answer = place.run("overview", "Spring", "--", "--json")
    assert answer.code == 2 and answer.out == "", answer


def quiet(place):
    place.campaign(contacts=SIX)
    for words in (["overview", "Spring"], ["senders", "Spring"], ["campaign", "list"],
                  ["reassign", "Spring", "--to=others"], ["check"]):
        answer = place.run("--quiet", *words)
        assert (answer.code, answer.out, answer.err) == (0, "", ""), answer
    answer = place.run("overview", "Fall", "--quiet")
    assert (answer.code, answer.out) == (1, "") and answer.err, answer
    answer = place.run("overview", "Fall", "--quiet", "--json")
    assert answer.code == 1 and answer.json()["error"]["code"] == "not-found", answer
    answer = place.run("contacts", "export", "Spring", "--quiet")
    assert answer.code == 0 and answer.out.startswith("phone,"), answer
    answer = place.run("contacts", "export", "Spring", "out.csv", "--quiet")
    assert answer.code == 0 and answer.out == "" and place.read("out.csv"), answer


main([wrong_without_a_database, wrong_beside_a_database, words_that_are_not_utf_8,
      options_stand_anywhere, two_dashes_end_options, the_error_is_json_wherever_json_is_said,
      quiet])
