# SPDX-License-Identifier: GPL-3.0-or-later
"""Files out: whole or not at all, mode 0600; and an answer that cannot be given."""

import os
import pty
import resource
import signal
import stat
import subprocess
import time

from harness import SIX, main


def many(n):
    return [(f"+1202555{n:04d}", "Ida" * 20, "Berg" * 20) for n in range(n)]


def modes_and_names(place):
    place.campaign(contacts=SIX)
    place.write("old.csv", "old", mode=0o644)
    for command, name in (("contacts", "out.csv"), ("campaign", "out.jsonl"),
                          ("contacts", "old.csv")):
        place.json(command, "export", "Spring", name, preexec_fn=lambda: os.umask(0))
        assert stat.S_IMODE(os.stat(place.path(name)).st_mode) == 0o600, name
    place.json("backup", "b.db", preexec_fn=lambda: os.umask(0))
    assert stat.S_IMODE(os.stat(place.path("b.db")).st_mode) == 0o600
    assert place.read("old.csv") == place.read("out.csv")
    left = {name for name in os.listdir(place.folder) if not name.startswith("r.db")}
    assert left == {"contacts.csv", "out.csv", "out.jsonl", "old.csv", "b.db"}, left


def unwritable_places(place):
    place.campaign(contacts=SIX)
    os.mkdir(place.path("folder"))
    os.symlink(place.path("target.csv"), place.path("link.csv"))
    place.write("file", "x")
    for command in ("contacts", "campaign"):
        for path in ("no/such/out.csv", "folder", "file/out.csv", "link.csv", "/proc/out.csv",
                     "/dev/null/x"):
            place.refuse("io", command, "export", "Spring", path)
    assert not os.path.exists(place.path("target.csv"))
    for path in ("no/such/b.db", "folder", "file", "link.csv", "r.db"):
        place.refuse("io", "backup", path)
    assert place.read("file") == b"x" and os.listdir(place.path("folder")) == []
    left = {name for name in os.listdir(place.folder) if not name.startswith("r.db")}
    assert left == {"contacts.csv", "folder", "link.csv", "file"}, left


def databases_stay(place):
    """An export takes the place of an older one, never that of a database or its companions."""
    place.campaign(contacts=SIX)
    place.json("backup", "b.db")
    kept = {name: place.read(name) for name in ("r.db", "b.db")}
    for command in ("contacts", "campaign"):
        for path in ("r.db", place.path("r.db"), "b.db", "r.db-wal", "r.db-shm", "r.db-journal",
                     "r.db.lock", "b.db-wal"):
            place.refuse("io", command, "export", "Spring", path, says="database")
    assert kept == {name: place.read(name) for name in kept}
    assert not os.path.exists(place.path("b.db-wal"))
    assert place.json("overview", "Spring")["total"] == 6
    for name in ("notes.db", "notes-wal", ".lock"):
        place.json("contacts", "export", "Spring", name)
        place.json("contacts", "export", "Spring", name)


def a_file_that_does_not_fit(place):
    """The size that a process may write ends; what stood there before stands there still."""
    place.campaign(contacts=many(3000))
    place.write("old.csv", "old")
    before = set(os.listdir(place.folder))

    def small():
        resource.setrlimit(resource.RLIMIT_FSIZE, (100 * 1024, 100 * 1024))

    for words in (["contacts", "export", "Spring", "old.csv"],
                  ["campaign", "export", "Spring", "new.jsonl"], ["backup", "b.db"]):
        answer = place.run("--json", *words, preexec_fn=small)
        assert answer.code == 1 and answer.json()["error"]["code"] == "io", answer
        assert set(os.listdir(place.folder)) == before, os.listdir(place.folder)
    assert place.read("old.csv") == b"old"


def a_full_standard_output(place):
    place.campaign(contacts=many(100))
    for words in (["overview", "Spring"], ["conversations", "Spring"], ["--help"],
                  ["contacts", "export", "Spring"], ["campaign", "export", "Spring"],
                  ["overview", "Spring", "--json"]):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([place.program] + words, env=place.environment(), stdout=full,
                                  stderr=subprocess.PIPE, text=True)
        assert done.returncode == 1 and done.stderr.count("\n") == 1, (words, done)
        assert "No space left on device" in done.stderr, done


def a_closed_standard_output(place):
    place.campaign(contacts=many(100))
    for words in (["overview", "Spring"], ["contacts", "export", "Spring"], ["--help"]):
        done = subprocess.run(["sh", "-c", 'exec "$0" "$@" >&-', place.program] + words,
                              env=place.environment(), stderr=subprocess.PIPE, text=True)
        assert done.returncode == 1 and done.stderr.count("\n") == 1, (words, done)
    assert place.json("check")["ok"]


def a_pipe_that_nobody_reads(place):
    place.campaign(contacts=many(100))
    for words in (["conversations", "Spring"], ["contacts", "export", "Spring"]):
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run([place.program] + words, env=place.environment(), stdout=writer,
                              stderr=subprocess.PIPE, text=True)
        os.close(writer)
        assert done.returncode == 1 and "Broken pipe" in done.stderr, done


def what_was_done_is_said_to_be_done(place):
    place.campaign(contacts=SIX)
    with open("/dev/full", "wb") as full:
        done = subprocess.run([place.program, "reassign", "Spring", "--to=others"],
                              env=place.environment(), stdout=full, stderr=subprocess.PIPE,
                              text=True)
    assert done.returncode == 1 and "It was done, but" in done.stderr, done
    assert len(place.json("history", "Spring")["moves"]) == 1


def a_file_that_is_not_there(place):
    place.campaign(contacts=SIX)
    for words in (["contacts", "import", "Spring", "none.csv"],
                  ["sender", "import", "Spring", "none.csv"], ["campaign", "import", "none.jsonl"],
                  ["campaign", "set", "Spring", "--questions=none.json"],
                  ["campaign", "create", "Fall", "--canned-replies=none.json"]):
        place.refuse("not-found", *words, says="none.")
    os.mkdir(place.path("folder"))
    for words in (["contacts", "import", "Spring", "folder"], ["campaign", "import", "folder"],
                  ["campaign", "set", "Spring", "--questions=folder"]):
        place.refuse("io", *words, says="folder")
    assert place.json("overview", "Spring")["total"] == 6
    assert len(place.json("campaign", "list")["campaigns"]) == 1


def files_that_are_no_lists(place):
    place.campaign()
    for content in ("", "[", "{}", "null", "[1]", '[{"id": 5, "text": "x", "answers": []}]',
                    '[{"id": "a", "text": "x", "answers": [], "more": 1}]',
                    "[] []", b"\xff\xfe"):
        place.write("q.json", content)
        place.refuse("invalid", "campaign", "set", "Spring", "--questions=q.json", says="q.json")
    for content in ("", "[", "{}", '[{"title": "a", "text": 1}]'):
        place.write("r.json", content)
        place.refuse("invalid", "campaign", "set", "Spring", "--canned-replies=r.json",
                     says="r.json")
    told = place.json("campaign", "show", "Spring")["campaign"]
    assert told["questions"] == [] and told["canned_replies"] == []


def start(place, *words):
    return subprocess.Popen([place.program] + list(words), env=place.environment(),
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def a_signal_ends_a_simulation(place):
    """Those who were simulated go home, and what was played is told."""
    place.json("demo", "--contacts=60", "--senders=5", "--seed=1")
    child = start(place, "--json", "simulate", "1", "--minutes=60", "--speed=30", "--seed=1")
    time.sleep(1)
    child.send_signal(signal.SIGTERM)
    out, err = child.communicate(timeout=20)
    assert child.returncode == 0 and err == "", (child.returncode, out, err)
    assert '"minutes"' in out, out
    assert place.json("overview", "1")["online"] == 0


def an_ignored_signal_stays_ignored(place):
    place.json("demo", "--contacts=60", "--senders=5", "--seed=1")
    child = subprocess.Popen(["nohup", place.program, "--json", "simulate", "1", "--minutes=1",
                              "--speed=20"], env=place.environment(), stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL, text=True)
    time.sleep(0.5)
    child.send_signal(signal.SIGHUP)
    out, _ = child.communicate(timeout=30)
    assert child.returncode == 0 and '"minutes": 1' in out, (child.returncode, out)


def a_signal_leaves_no_half_file(place):
    place.campaign(contacts=many(9000))
    before = set(os.listdir(place.folder))
    for delay in (0, 0.005, 0.01, 0.02, 0.04):
        child = start(place, "contacts", "export", "Spring", place.path("out.csv"))
        time.sleep(delay)
        child.send_signal(signal.SIGINT)
        child.communicate(timeout=20)
        assert child.returncode in (0, 1, -signal.SIGINT), child.returncode
        left = set(os.listdir(place.folder)) - before
        assert left <= {"out.csv"}, left
        if left:
            with open(place.path("out.csv"), encoding="utf-8") as file:
                assert file.read().count("\n") == 9001
            os.unlink(place.path("out.csv"))


def progress_is_for_terminals(place):
    """A bar is drawn on a terminal, and nowhere else."""
    place.campaign(contacts=[])
    place.write("many.csv", "phone\n" + "".join(f"+1{n}\n" for n in range(2010000000, 2010120000)))
    plain = place.run("contacts", "import", "Spring", "many.csv")
    assert plain.code == 0 and plain.err == "", plain

    place.json("demo", "--contacts=20", "--senders=3", "--seed=1")
    for quiet in ([], ["--quiet"]):
        master, slave = pty.openpty()
        child = subprocess.Popen([place.program, "simulate", "2", "--minutes=20", "--speed=600",
                                  *quiet], env=place.environment(), stdout=subprocess.DEVNULL,
                                 stderr=slave)
        os.close(slave)
        drawn = b""
        while True:
            try:
                data = os.read(master, 65536)
            except OSError:
                break
            if not data:
                break
            drawn += data
        assert child.wait(timeout=30) == 0
        os.close(master)
        if quiet:
            assert drawn == b"", drawn
        else:
            assert b"Playing the shift [" in drawn and drawn.endswith(b"\r\x1b[K"), drawn


main([modes_and_names, unwritable_places, databases_stay, a_file_that_does_not_fit, a_full_standard_output,
      a_closed_standard_output, a_pipe_that_nobody_reads, what_was_done_is_said_to_be_done,
      a_file_that_is_not_there, files_that_are_no_lists, a_signal_ends_a_simulation,
      an_ignored_signal_stays_ignored, a_signal_leaves_no_half_file, progress_is_for_terminals])
