# SPDX-License-Identifier: GPL-3.0-or-later
"""The database cannot be read or written in the middle of the shift: the window says
so and what to do, loses nothing, and goes on by itself."""

import ctypes
import fcntl
import resource
import subprocess
import time

import desk
from desk import wait

KEPT = ("What you see may be out of date. Reassign keeps trying by itself; what you ticked "
        "and typed stays.")
# prctl(): what lets root write to what nobody may write to.
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2


def open_spring(it, **more):
    it.spring()
    window = it.open(**more)
    window.find("push button", starts="Total: 30")
    return window


def open_some(it, window):
    """The dialog with a choice of everything in it."""
    window.find("push button", "Bulk Reassign").press()
    window.find("menu item", "Bulk Reassign Some…").press()
    dialog = it.window("Bulk Reassign Some")
    dialog.choose("radio button", "Needs Reply")
    dialog.tick("Cy Lee")
    dialog.find("spin button", "Number").type("6")
    dialog.says("6 conversations go to Cy Lee")
    return dialog


def assert_choice(dialog):
    assert dialog.find("radio button", "Needs Reply").checked
    assert dialog.row("Cy Lee, ").one("check box").checked
    dialog.says("6 conversations go to Cy Lee")


def wait_for_end(window, trouble):
    """The page that said so stays known to GTK while another one is shown."""
    window.says("1 conversation listed")
    wait("no bar any more", lambda: window.texts().count(trouble) < 2)
    window.row("Contact Nr11, ")


def move_all(it, folder):
    """The database with all that belongs to it."""
    for path in it.database.parent.glob(f"{it.database.name}*"):
        path.rename(folder / path.name)


def moved_away_and_back(it):
    window = open_spring(it)
    window.turn_to("Senders")
    search = window.find("entry", "Search senders by name or e-mail")
    search.type("lee")
    row = window.row("Bo Lee, ")
    dialog = open_some(it, window)
    trouble = f"The database is not at {it.database} any more; bring it back there."
    elsewhere = it.folder / "elsewhere"
    elsewhere.mkdir()
    move_all(it, elsewhere)
    window.says(trouble)
    window.says(KEPT)
    # The senders are read again every five seconds.
    time.sleep(5.5)
    assert window.one("label", "The Senders Cannot Be Read") is None
    assert row.visible and row.name.startswith("Bo Lee, "), row
    dialog.find("spin button", "Number").type("5")
    dialog.says("Nothing moves")
    assert trouble in dialog.texts(), dialog.texts()
    dialog.find("spin button", "Number").type("6")
    for path in elsewhere.iterdir():
        path.rename(it.folder / path.name)
    window.gone("label", trouble)
    dialog.says("6 conversations go to Cy Lee")
    assert_choice(dialog)
    dialog.find("push button", "Reassign 6 Conversations").press()
    window.says("6 conversations reassigned")
    assert window.one("table row", starts="Unassigned, ") is not None
    assert it.senders()["Cy"]["needs_reply"] == 6


def no_room_for_a_move(it):
    window = open_spring(it)
    dialog = open_some(it, window)
    program = it.processes[0].pid
    limits = resource.prlimit(program, resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))
    dialog.find("push button", "Reassign 6 Conversations").press()
    dialog.says("The disk is full or cannot be written to; nothing was changed. "
                "Make room on it and try again.")
    assert it.moves() == []
    assert_choice(dialog)
    resource.prlimit(program, resource.RLIMIT_FSIZE, limits)
    dialog.find("push button", "Reassign 6 Conversations").press()
    window.says("6 conversations reassigned")


def fill(folder):
    with open(folder / "filler", "wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            pass


def a_disk_that_is_full(it):
    disk = it.folder / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "reassign-test", str(disk)],
                             capture_output=True)
    if mounted.returncode != 0:
        print("# no disk may be mounted here: only a limit was tried")
        return
    try:
        it.database = disk / "test.db"
        window = open_spring(it)
        dialog = open_some(it, window)
        fill(disk)
        # The log has room for some moves yet.
        button = dialog.find("push button", "Reassign 6 Conversations")
        button.press()
        wait("the move or its refusal", lambda: any(
            "disk is full" in text for text in dialog.texts()) or it.moves())
        if it.moves():
            print("# the log had room for the move")
        (disk / "filler").unlink()
        if not it.moves():
            dialog.find("push button", "Reassign 6 Conversations").press()
        window.says("6 conversations reassigned")
    finally:
        for process in it.processes:
            desk.end_process(process)
        it.processes.clear()
        subprocess.run(["umount", "-l", str(disk)], check=True)


def somebody_else_writes_and_writes(it):
    window = open_spring(it)
    dialog = open_some(it, window)
    with open(f"{it.database}.lock", "r+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        dialog.find("push button", "Reassign 6 Conversations").press()
        dialog.find("progress bar", "Moving the conversations")
        # What can be read is read meanwhile.
        window.find("push button", starts="Needs Reply: 9")
        dialog.says("Somebody else is writing to the database; try again in a moment.")
        assert_choice(dialog)
    dialog.find("push button", "Reassign 6 Conversations").press()
    window.says("6 conversations reassigned")


def a_program_that_holds_the_database(it):
    window = open_spring(it)
    search = window.find("entry", "Search conversations by name or phone")
    trouble = "Another program holds the database; try again in a moment."
    with open(f"{it.database}-shm", "r+b") as index:
        # As a program does that puts the log in order.
        fcntl.lockf(index, fcntl.LOCK_EX, 8, 120)
        search.type("nr11")
        wait(trouble, lambda: window.one("label", trouble), 30)
        window.says(KEPT)
    wait_for_end(window, trouble)


def may_only_be_read(it):
    def drop():
        """Makes file modes count for root too."""
        for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)

    it.spring()
    it.database.chmod(0o444)
    it.start(preexec_fn=drop)
    window = it.window()
    window.find("push button", starts="Total: 30")
    dialog = open_some(it, window)
    dialog.find("push button", "Reassign 6 Conversations").press()
    dialog.says(f"The database at {it.database} cannot be written to; see who may write to the "
                "file and to its folder.")
    assert_choice(dialog)
    # Whoever may write now is let in without a new start.
    it.database.chmod(0o644)
    copy = it.folder / "copy.db"
    it.ctl("backup", copy)
    copy.replace(it.database)
    dialog.find("push button", "Reassign 6 Conversations")
    time.sleep(1)
    dialog.find("push button", "Reassign 6 Conversations").press()
    window.says("6 conversations reassigned")


def overwritten_in_its_place(it):
    it.spring()
    copy = it.folder / "copy.db"
    it.ctl("backup", copy)
    window = it.open()
    window.find("push button", starts="Total: 30")
    window.row("Contact Nr01, ")
    trouble = f"The database at {it.database} is damaged; put a backup in its place."
    with open(it.database, "r+b") as file:
        file.write(b"A letter to a friend" * 400)
    window.says(trouble)
    window.says(KEPT)
    assert window.one("table row", starts="Contact Nr01, ") is not None
    search = window.find("entry", "Search conversations by name or phone")
    search.type("nr11")
    window.says("The Conversations Cannot Be Read")
    assert window.texts().count(trouble) == 2
    copy.replace(it.database)
    wait_for_end(window, trouble)


def damaged_and_mended_in_its_place(it):
    it.spring()
    whole = it.database.read_bytes()
    log = it.database.with_name("test.db-wal")
    assert not log.exists() or log.stat().st_size == 0, "all is in the file itself"
    window = it.open()
    window.find("push button", starts="Total: 30")
    trouble = f"The database at {it.database} is damaged; put a backup in its place."
    with open(it.database, "r+b") as file:
        # All but the first page, which tells what it is.
        file.seek(4096)
        file.write(b"\xaa" * (len(whole) - 4096))
    window.find("entry", "Search conversations by name or phone").type("nr11")
    wait(trouble, lambda: window.texts().count(trouble) == 2)
    with open(it.database, "r+b") as file:
        file.write(whole)
    wait_for_end(window, trouble)


desk.main(moved_away_and_back, no_room_for_a_move, a_disk_that_is_full,
          somebody_else_writes_and_writes, a_program_that_holds_the_database, may_only_be_read,
          overwritten_in_its_place, damaged_and_mended_in_its_place)
