# SPDX-License-Identifier: GPL-3.0-or-later
"""Another process writes for long, as an import does: what comes in waits for it, and
nothing else does; then all of it is recorded, once."""

import contextlib
import fcntl
import os
import resource
import signal
import sqlite3
import threading
import time

from rig import fetch, main, phone, wait_for

# Longer than a writer waits for another one.
LONG = 13


@contextlib.contextmanager
def writing(rig):
    """The lock that every writer of the database holds."""
    descriptor = os.open(rig.database + ".lock", os.O_RDWR)
    try:
        wait_for(lambda: try_lock(descriptor), every=0.001)
        yield
    finally:
        os.close(descriptor)


def try_lock(descriptor):
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    except BlockingIOError:
        return False


class Call(threading.Thread):
    """A request of Kannel's, that waits as long as it has to."""

    def __init__(self, address):
        super().__init__(daemon=True)
        self.address, self.status = address, None
        self.start()

    def run(self):
        try:
            self.status = fetch(self.address, timeout=60)
        except OSError as error:
            self.status = str(error)


def took(what):
    began = time.monotonic()
    what()
    return time.monotonic() - began


def what_comes_in_waits_and_nothing_else(rig):
    rig.set_up(40, start=False)
    rig.run_gateway()
    with writing(rig):
        calls = [Call(rig.get_address(I=f"id-{number}", p=phone(number), b=f"Text {number}"))
                 for number in range(1, 41)]
        began = time.monotonic()
        slowest = 0
        while time.monotonic() - began < LONG:
            slowest = max(slowest, took(lambda: fetch(rig.get_address(key=False))))
            time.sleep(0.1)
        assert slowest < 1, f"A stranger was told no after {slowest:.1f} s."
        assert not any(call.status for call in calls), "It was answered and is not recorded."
    free = time.monotonic()
    for call in calls:
        call.join(20)
    late = time.monotonic() - free
    assert [call.status for call in calls] == [200] * 40, [call.status for call in calls]
    assert late < 2, f"It was answered {late:.1f} s after the database was free."
    assert rig.status()["received"] == 40
    for number in (1, 17, 40):
        assert rig.received(number) == [f"Text {number}"]
    told = [line.split(" ", 1)[1] for line in rig.told()[1:]]
    assert told == ["Somebody else is writing to the database; try again in a moment.",
                    "The trouble is over."], told


def what_leaves_is_sent_once(rig):
    """Kannel's answers and reports come while nothing can be written."""
    rig.set_up(3)
    for number in (1, 2, 3):
        rig.send(number, f"Text {number}")
    with writing(rig):
        rig.settle(LONG)
    rig.wait_status(delivered=3, queued=0, unanswered=0)
    for number in (1, 2, 3):
        rig.wait_texts(phone(number), f"Text {number}")
    status = rig.status()
    assert status["resent"] == 0 and status["twice"] == 0, status


def another_program_writes(rig):
    """One that knows nothing of our lock."""
    rig.set_up(1, start=False)
    rig.run_gateway()
    other = sqlite3.connect(rig.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    call = Call(rig.get_address())
    slowest = 0
    for _ in range(30):
        slowest = max(slowest, took(lambda: fetch(rig.get_address(key=False))))
        time.sleep(0.1)
    assert slowest < 1 and call.status is None, (slowest, call.status)
    other.execute("ROLLBACK")
    other.close()
    call.join(10)
    assert call.status == 200, call.status
    assert rig.received(1) == ["Hello"]


def the_disk_is_full(rig):
    """It says so, and what came meanwhile is recorded once there is room again."""
    rig.set_up(1, start=False)
    rig.run_gateway()
    _, hard = resource.prlimit(rig.runner.pid, resource.RLIMIT_FSIZE)
    # Enough for what it tells, and not for a page of the database.
    resource.prlimit(rig.runner.pid, resource.RLIMIT_FSIZE, (4096, hard))
    call = Call(rig.get_address())
    wait_for(lambda: len(rig.told()) > 1, says=rig.runner_log)
    rig.settle(1)
    assert call.status is None, call.status
    assert len(rig.told()) == 2 and "disk" in rig.told()[1], rig.told()
    resource.prlimit(rig.runner.pid, resource.RLIMIT_FSIZE, (hard, hard))
    call.join(10)
    assert call.status == 200, call.status
    assert rig.received(1) == ["Hello"]
    assert rig.told()[2].endswith(" The trouble is over.") and len(rig.told()) == 3, rig.told()


def it_ends_all_the_same(rig):
    """What could not be recorded was not answered either, so that it comes again."""
    rig.set_up(1, start=False)
    rig.run_gateway()
    with writing(rig):
        call = Call(rig.get_address())
        rig.settle(1)
        rig.runner.send_signal(signal.SIGTERM)
        rig.runner.wait(20)
    call.join(10)
    assert call.status == 503, call.status
    rig.run_gateway()
    assert fetch(rig.get_address()) == 200
    assert rig.received(1) == ["Hello"]


main([
    what_comes_in_waits_and_nothing_else,
    what_leaves_is_sent_once,
    another_program_writes,
    the_disk_is_full,
    it_ends_all_the_same,
])
