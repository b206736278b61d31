# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs reassignctl as a person or a script would, and holds it to its contract.

A test is a function that takes a Place, a fresh folder with a database in it.
main() runs each in turn and prints TAP.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback

OWNER = "owner@example.org"
STATUSES = ["not_started", "messaged", "needs_reply", "replied", "closed"]
TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

EXIT_CODES = {"usage": 2}


class Answer:
    def __init__(self, args, code, out, err):
        self.args = args
        self.code = code
        self.out = out
        self.err = err

    def json(self):
        assert self.out.count("\n") == 1 and self.out.endswith("\n"), self
        return json.loads(self.out)

    def __str__(self):
        return f"{self.args}: exit {self.code}\n out: {self.out!r}\n err: {self.err!r}"


class Place:
    """A folder for one test, and the commands that are given in it."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="reassign-cli-")
        self.database = self.path("r.db")
        self.program = os.environ.get("REASSIGNCTL", "reassignctl")
        self.user = None

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content, mode=None):
        path = self.path(name)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode("utf-8"))
        if mode is not None:
            os.chmod(path, mode)
        return path

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def environment(self):
        keep = {name: value for name, value in os.environ.items()
                if not name.startswith("REASSIGN_")}
        keep.update(XDG_DATA_HOME=self.path("data"), REASSIGN_DATABASE=self.database,
                    LC_ALL="C.UTF-8", TZ="America/New_York")
        if self.user is not None:
            keep["REASSIGN_USER"] = self.user
        return keep

    def run(self, *args, env=None, **options):
        args = [str(arg) for arg in args]
        done = subprocess.run([self.program] + args, env={**self.environment(), **(env or {})},
                              cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=60, **options)
        return Answer(args, done.returncode, done.stdout.decode("utf-8"),
                      done.stderr.decode("utf-8"))

    def text(self, *args, **options):
        """What a command that succeeds says to people."""
        answer = self.run(*args, **options)
        assert answer.code == 0 and answer.err == "", answer
        return answer.out

    def json(self, *args, **options):
        """What a command that succeeds says to scripts."""
        answer = self.run("--json", *args, **options)
        assert answer.code == 0 and answer.err == "", answer
        return answer.json()

    def refuse(self, code, *args, says=None, beside=(), **options):
        """A command that fails does so in one way for people and for scripts."""
        plain = self.run(*args, **options)
        told = self.run("--json", *args, **options)
        for answer in (plain, told):
            assert answer.code == EXIT_CODES.get(code, 1), answer
            assert answer.err.startswith("reassignctl: ") and answer.err.count("\n") == 1, answer
        error = told.json()
        assert set(error) == {"error"} | set(beside), told
        assert set(error["error"]) == {"code", "message"}, told
        assert error["error"]["code"] == code, told
        assert told.err == "reassignctl: " + error["error"]["message"] + "\n", told
        if says is not None:
            assert says in error["error"]["message"], told
        assert plain.err == told.err, (plain, told)
        if not beside:
            assert plain.out == "", plain
        return error

    def campaign(self, title="Spring", *options, senders=("ann", "bo", "cy"), contacts=()):
        """A database with one campaign; a contact is a tuple of the columns that CSV has."""
        if not os.path.exists(self.database):
            self.text("init", f"--owner={OWNER}")
        self.text("campaign", "create", title, "--state=active", "--hours=any", *options)
        emails = ",".join(f"{name}@example.org" for name in senders)
        if emails:
            self.text("sender", "add", title, emails)
        if contacts:
            header = ["phone", "first name", "last name", "sender", "status", "opted out",
                      "last message at", "time zone", "city"]
            rows = [header] + [list(row) + [""] * (len(header) - len(row)) for row in contacts]
            self.write("contacts.csv", "".join(",".join(row) + "\r\n" for row in rows))
            self.text("contacts", "import", title, self.path("contacts.csv"))
        return title

    def clear(self):
        for folder, _, _ in os.walk(self.folder):
            os.chmod(folder, 0o700)
        shutil.rmtree(self.folder)


# Six people, as the contract's examples count them.
SIX = [
    ("+12025550101", "Ida", "Berg", "ann@example.org"),
    ("+12025550102", "Jo", "Cole", "ann@example.org", "needs_reply", "",
     "2026-03-01T12:00:00Z"),
    ("+12025550103", "Kim", "Dorn", "bo@example.org"),
    ("+12025550104", "Lee", "Eck"),
    ("+12025550105", "Mo", "Fry", "bo@example.org", "replied", "", "2026-03-01T13:00:00Z"),
    ("+12025550106", "Nat", "Gill", "", "closed", "yes"),
]


def members(thing, *names):
    """Exactly these, no more and no fewer, in this order."""
    assert list(thing) == list(names), (list(thing), list(names))


def counts(thing, **expected):
    members(thing, "total", *STATUSES)
    assert thing["total"] == sum(thing[status] for status in STATUSES), thing
    for name, number in expected.items():
        assert thing[name] == number, (name, thing)


def is_time(text):
    import re
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", text), text


def main(tests):
    """Runs them all; those that are given as arguments, if any."""
    wanted = [test for test in tests if not sys.argv[1:] or test.__name__ in sys.argv[1:]]
    failed = 0
    print(f"1..{len(wanted)}")
    for number, test in enumerate(wanted, 1):
        place = Place()
        try:
            skipped = test(place)
            print(f"ok {number} {test.__name__}" + (f" # SKIP {skipped}" if skipped else ""))
        except Exception:
            failed += 1
            print(f"not ok {number} {test.__name__}")
            for line in traceback.format_exc().splitlines():
                print("# " + line)
        finally:
            place.clear()
        sys.stdout.flush()
    sys.exit(1 if failed else 0)
