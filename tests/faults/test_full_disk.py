#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A full disk, met by the program itself.

    test_full_disk.py REASSIGNCTL        prints TAP

Whatever is being written, the program ends with exit code 1 and `io`, by no
signal; nothing has changed, nothing lies about, and with room again it works.
"""
import contextlib
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

PROGRAM = os.path.abspath(sys.argv[1])

# Too little to open the database, and too little to write what is asked for.
LIMITS = (8 * 1024, 48 * 1024)

COMMANDS = {
    "reassign": ["reassign", "1", "--to=unassigned"],
    "undo": ["undo", "1", "4"],
    "import": ["contacts", "import", "1", "contacts.csv"],
    "campaign import": ["campaign", "import", "campaign.jsonl"],
    "export": ["contacts", "export", "1", "out.csv"],
    "campaign export": ["campaign", "export", "1", "out.jsonl"],
    "backup": ["backup", "copy.db"],
    "demo": ["demo"],
    "remove": ["campaign", "remove", "1"],
}


def call(folder, arguments, limit=None):
    def set_limit():
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [PROGRAM, "--database=test.db", "--json", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        preexec_fn=set_limit,
        check=False,
    )


def must(folder, *arguments):
    result = call(folder, arguments)
    assert result.returncode == 0, (arguments, result.stderr)
    return json.loads(result.stdout)


def prepare(folder):
    must(folder, "demo", "--contacts=4000", "--senders=20")
    must(folder, "campaign", "export", "1", "campaign.jsonl")
    assert must(folder, "reassign", "1", "--to=others")["move"] == 4
    rows = "".join(f"+1299555{i:04d},Name {i}\r\n" for i in range(4000))
    (folder / "contacts.csv").write_text("phone,first name\r\n" + rows, encoding="utf-8")


def describe(folder):
    """All that could have changed, and all files but SQLite's own."""
    files = sorted(p.name for p in folder.iterdir() if not p.name.startswith("test.db"))
    overview = must(folder, "overview", "1")
    overview.pop("online")
    return (
        files,
        overview,
        must(folder, "campaign", "list"),
        [move["id"] for move in must(folder, "history", "1")["moves"]],
        must(folder, "check"),
    )


def assert_refused(folder, arguments, before, limit=None):
    result = call(folder, arguments, limit)
    assert result.returncode == 1, (result.returncode, result.stdout, result.stderr)
    assert json.loads(result.stdout)["error"]["code"] == "io", result.stdout
    assert len(result.stderr.splitlines()) == 1, result.stderr
    assert describe(folder) == before, "something has changed"


def limited(arguments):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        prepare(folder)
        before = describe(folder)
        for limit in LIMITS:
            assert_refused(folder, arguments, before, limit)
        must(folder, *arguments)


@contextlib.contextmanager
def small_disk():
    """A disk of 6 MB, or nothing where none may be mounted."""
    folder = pathlib.Path(tempfile.mkdtemp())
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=6m", "reassign-test", str(folder)],
        capture_output=True,
        check=False,
    )
    try:
        yield folder if mount.returncode == 0 else None
    finally:
        if mount.returncode == 0:
            subprocess.run(["umount", "-l", str(folder)], check=True)
        shutil.rmtree(folder)


def really_full():
    with small_disk() as folder:
        if folder is None:
            print("# no disk may be mounted here: only the limits were tried")
            return
        prepare(folder)
        before = describe(folder)
        filler = folder / "test.db.filler"
        with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
            while True:
                file.write(b"x" * 4096)
        for arguments in COMMANDS.values():
            result = call(folder, arguments)
            assert result.returncode == 1, (arguments, result.returncode, result.stdout)
            assert json.loads(result.stdout)["error"]["code"] == "io", result.stdout
        filler.unlink()
        assert describe(folder) == before, "something has changed"
        must(folder, *COMMANDS["reassign"])


def main():
    cases = {name: lambda arguments=arguments: limited(arguments) for name, arguments in COMMANDS.items()}
    cases["a disk that is full"] = really_full
    print(f"1..{len(cases)}")
    failed = False
    for number, (name, case) in enumerate(cases.items(), 1):
        try:
            case()
            print(f"ok {number} - {name}")
        except AssertionError as error:
            failed = True
            print(f"not ok {number} - {name}")
            print("# " + str(error).replace("\n", "\n# "))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
