# SPDX-License-Identifier: GPL-3.0-or-later
"""The database: missing, foreign, damaged, newer, read-only; who made it, who acts."""

import hashlib
import os
import shutil
import sqlite3
import stat

from harness import OWNER, SIX, main

# One of each kind that reads, and each that changes.
READING = [["campaign", "list"], ["campaign", "show", "1"], ["overview", "Spring"],
           ["senders", "Spring"], ["conversations", "Spring"], ["history", "Spring"],
           ["trail", "Spring", "1"], ["messages", "Spring", "1"], ["user", "list"], ["check"],
           ["reassign", "Spring", "--to=others", "--preview"]]
CHANGING = [["campaign", "set", "Spring", "--state=paused"], ["campaign", "remove", "Spring"],
            ["sender", "add", "Spring", "x@example.org"],
            ["sender", "remove", "Spring", "bo@example.org", "--to=others"],
            ["user", "add", "x@example.org"], ["user", "set", "ann@example.org", "--last-name=X"],
            ["reassign", "Spring", "--to=others", "--from=ann@example.org"],
            ["undo", "Spring", "1"],
            ["heartbeat", "--user=ann@example.org"],
            ["message", "Spring", "1", "Hi", "--direction=in"],
            ["close", "Spring", "1"], ["reopen", "Spring", "6"], ["opt-out", "Spring", "1"],
            ["check", "--repair"]]
CREATING = [["demo", "--contacts=5", "--senders=2"], ["campaign", "create", "Fall"]]


def digest(place, *names):
    return [hashlib.sha256(place.read(name)).hexdigest() for name in names]


def mode(path):
    return stat.S_IMODE(os.stat(path).st_mode)


def missing(place):
    for words in READING + CHANGING + [["backup", "b.db"], ["simulate", "Spring"],
                                       ["contacts", "export", "Spring", "x.csv"],
                                       ["self-assign", "Spring"]]:
        place.refuse("not-found", *words, says=f"No database at {place.database}")
    assert os.listdir(place.folder) == [], os.listdir(place.folder)


def is_created_by_few(place):
    for number, words in enumerate(CREATING):
        path = place.path(f"{number}.db")
        place.json(*words, f"--database={path}", preexec_fn=lambda: os.umask(0))
        assert mode(path) == 0o600, oct(mode(path))
        assert place.json("check", f"--database={path}")["ok"]
    place.json("init", f"--database=sqlite:{place.path('i.db')}", preexec_fn=lambda: os.umask(0))
    assert mode(place.path("i.db")) == 0o600


def is_created_in_the_users_folder(place):
    told = place.json("init", env={"REASSIGN_DATABASE": ""}, preexec_fn=lambda: os.umask(0))
    expected = place.path("data/reassign/reassign.db")
    assert told["database"] == expected and mode(expected) == 0o600
    assert mode(os.path.dirname(expected)) == 0o700
    assert place.json("campaign", "list", env={"REASSIGN_DATABASE": ""}) == {"campaigns": []}


def side_files_are_private(place):
    place.campaign(contacts=SIX)
    for name in os.listdir(place.folder):
        if name.startswith("r.db"):
            assert mode(place.path(name)) == 0o600, name


def nothing_is_created_by_what_fails(place):
    """A database that was made for a campaign's sake goes with it."""
    place.write("bad.json", "[")
    place.write("bad.jsonl", '{"format": "reassign-campaign", "version": 1, '
                             '"campaign": {"title": "X"}}\n{"conversation": {}}\n')
    create = ["campaign", "create", "Spring"]
    for code, words in (("invalid", create + ["--time-zone=Mars/Olympus"]),
                        ("not-found", create + ["--questions=none.json"]),
                        ("invalid", create + ["--questions=bad.json"]),
                        ("invalid", create + ["--window-start=2026-11-04",
                                              "--window-end=2026-11-03"]),
                        ("invalid", create + ["--state=active", "--message=%Pet%"]),
                        ("not-found", create + ["--user=nobody@example.org"]),
                        ("not-found", ["demo", "--user=nobody@example.org"]),
                        ("not-found", ["campaign", "import", "none.jsonl"]),
                        ("invalid", ["campaign", "import", "bad.jsonl"])):
        place.refuse(code, *words)
        left = set(os.listdir(place.folder)) - {"bad.json", "bad.jsonl", "r.db.lock"}
        assert left == set(), (words, left)
    place.json("init")
    for words in (create + ["--questions=bad.json"], ["campaign", "import", "bad.jsonl"]):
        place.refuse("invalid", *words)
    assert place.json("campaign", "list") == {"campaigns": []}


def init_leaves_what_is_there(place):
    for content in (b"", b"something"):
        place.write("r.db", content)
        place.refuse("wrong-state", "init", says=place.database)
        assert place.read("r.db") == content


def foreign(place):
    """A file that is no database of ours is told so and stays as it is."""
    other = place.path("other.db")
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE user (id INTEGER)")
    database.close()
    with open(other, "rb") as file:
        of_others = file.read()
    for content in (b"no database\n", b"\0" * 8192, of_others):
        place.write("r.db", content)
        before = digest(place, "r.db")
        for words in READING + CHANGING + CREATING:
            place.refuse("corrupt", *words, says=place.database)
        assert digest(place, "r.db") == before


def cut_off(place):
    place.campaign(contacts=SIX)
    whole = place.read("r.db")
    place.write("r.db", whole[:len(whole) // 2 - 100])
    for name in ("r.db-wal", "r.db-shm"):
        if os.path.exists(place.path(name)):
            os.unlink(place.path(name))
    before = digest(place, "r.db")
    for words in [["check"], ["check", "--repair"]]:
        answer = place.run("--json", *words)
        assert answer.code == 1 and answer.err.count("\n") == 1, answer
        told = answer.json()
        assert told.get("problems") or told["error"]["code"] == "corrupt", answer
    assert digest(place, "r.db") == before


def newer(place):
    place.campaign(contacts=SIX)
    with sqlite3.connect(place.database) as database:
        database.execute("PRAGMA user_version = 9999")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    before = digest(place, "r.db")
    for words in READING + CHANGING + CREATING + [["backup", "b.db"]]:
        place.refuse("too-new", *words)
    assert digest(place, "r.db") == before
    assert not os.path.exists(place.path("b.db"))


def read_only(place):
    """Reading works or says why not; changing is refused; the bytes stay."""
    def become_nobody():
        # The superuser may write everywhere.
        if os.geteuid() == 0:
            os.setgid(65534)
            os.setuid(65534)

    place.campaign(contacts=SIX)
    with sqlite3.connect(place.database) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    # Where the program stands not everybody may look.
    place.program = shutil.copy(shutil.which(place.program), place.path("reassignctl"))
    for name in os.listdir(place.folder):
        os.chmod(place.path(name), 0o555 if name == "reassignctl" else 0o444)
    os.chmod(place.folder, 0o555)
    before = digest(place, "r.db")
    for words in CHANGING + CREATING:
        answer = place.run("--json", *words, preexec_fn=become_nobody)
        assert answer.code == 1 and answer.json()["error"]["code"] == "io", answer
        assert answer.err.count("\n") == 1 and place.database in answer.err, answer
    for words in READING:
        answer = place.run("--json", *words, preexec_fn=become_nobody)
        assert answer.code == 0 or answer.json()["error"]["code"] == "io", answer
    assert digest(place, "r.db") == before


def links_are_refused(place):
    place.campaign()
    os.symlink(place.database, place.path("link.db"))
    answer = place.run("campaign", "list", "--json", f"--database={place.path('link.db')}")
    assert answer.code in (0, 1)
    os.symlink(place.path("nowhere.db"), place.path("to-nowhere.db"))
    answer = place.run("campaign", "create", "X", f"--database={place.path('to-nowhere.db')}")
    assert answer.code == 1, answer
    assert not os.path.exists(place.path("nowhere.db"))


def a_folder_is_no_database(place):
    os.mkdir(place.database)
    answer = place.run("campaign", "list", "--json")
    assert answer.code == 1 and answer.json()["error"]["code"] in ("io", "corrupt"), answer
    answer = place.run("campaign", "create", "X", "--json")
    assert answer.code == 1 and answer.json()["error"]["code"] in ("io", "corrupt"), answer


def where_nothing_can_be_created(place):
    for path in ("no/such/folder/r.db", "/proc/r.db"):
        answer = place.run("init", "--json", f"--database={path}")
        assert answer.code in (0, 1), answer
        if answer.code == 1:
            assert answer.json()["error"]["code"] == "io", answer


def who_acts(place):
    place.campaign(contacts=SIX)
    place.json("user", "add", "mod@example.org", "--role=moderator")
    place.json("reassign", "Spring", "--conversations=4", "--to=ann@example.org")
    place.json("reassign", "Spring", "--conversations=4", "--to=bo@example.org",
               "--user=mod@example.org")
    place.user = "mod@example.org"
    place.json("reassign", "Spring", "--conversations=4", "--to=cy@example.org")
    place.json("reassign", "Spring", "--conversations=4", "--to=unassigned", "--user", OWNER)
    place.json("reassign", "Spring", "--conversations=4", "--to=ann@example.org",
               env={"REASSIGN_USER": ""})
    by = [move["by"] for move in place.json("history", "Spring")["moves"]]
    assert by == [OWNER, OWNER, "mod@example.org", "mod@example.org", OWNER], by
    place.user = "nobody@example.org"
    place.refuse("not-found", "campaign", "list", says="nobody@example.org")
    place.user = None
    place.refuse("not-found", "campaign", "list", "--user=nobody", says="nobody")


def who_may(place):
    place.campaign(contacts=SIX)
    place.json("user", "add", "mod@example.org", "--role=moderator")
    sender, moderator = "--user=ann@example.org", "--user=mod@example.org"
    for words in (["reassign", "Spring", "--to=others"], ["undo", "Spring", "1"],
                  ["user", "list"], ["backup", "b.db"], ["check", "--repair"],
                  ["campaign", "set", "Spring", "--questions=none.json"],
                  ["campaign", "create", "X", "--questions=none.json"],
                  ["campaign", "create", "X", "--time-zone=Mars"],
                  ["campaign", "import", "none.jsonl"],
                  ["contacts", "import", "Spring", "none.csv"],
                  ["sender", "add", "Spring", "x@example.org"],
                  ["sender", "import", "Spring", "none.csv"],
                  ["demo"], ["simulate", "Spring"], ["messages", "Spring", "3"]):
        place.refuse("not-permitted", *words, sender)
    for words in (["campaign", "set", "Spring"], ["contacts", "import", "Spring", "none.csv"],
                  ["user", "add", "x@example.org"], ["backup", "b.db"]):
        place.refuse("not-permitted", *words, moderator)
    seen = place.json("conversations", "Spring", sender)["conversations"]
    assert {row["sender"] for row in seen} == {"ann@example.org"}, seen
    assert not os.path.exists(place.path("b.db"))


main([missing, is_created_by_few, is_created_in_the_users_folder, side_files_are_private,
      nothing_is_created_by_what_fails, init_leaves_what_is_there, foreign, cut_off, newer,
      read_only, links_are_refused, a_folder_is_no_database, where_nothing_can_be_created, who_acts,
      who_may])
