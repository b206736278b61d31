# SPDX-License-Identifier: GPL-3.0-or-later
"""Two ways to run reassignctl, with one interface.

A process a command is what people and scripts do, and slow.  The test driver
is one process that obeys the same commands line by line and sees the clock
that it is told, so that presence and waiting of the past can be made.
"""

import json
import os
import subprocess


class Answer:
    def __init__(self, code, out, err):
        self.code = code
        self.out = out
        self.err = err

    def told(self):
        return json.loads(self.out)


class Process:
    """A process of reassignctl for each command, by the clock on the wall."""

    own_clock = False

    def __init__(self):
        self.path = os.environ.get("REASSIGNCTL", "reassignctl")

    def run(self, args, now=None):
        done = subprocess.run([self.path] + args, capture_output=True, encoding="utf-8", timeout=60)
        return Answer(done.returncode, done.stdout, done.stderr)

    def end(self):
        pass


class Driver:
    """One process of the test driver, by a clock of our own."""

    own_clock = True

    def __init__(self):
        path = os.environ.get("REASSIGN_TEST_DRIVER", "reassign-test-driver")
        self.child = subprocess.Popen([path], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                      encoding="utf-8")

    def run(self, args, now=None):
        asked = {"args": args}
        if now is not None:
            asked["now"] = now
        self.child.stdin.write(json.dumps(asked) + "\n")
        self.child.stdin.flush()
        line = self.child.stdout.readline()
        if not line:
            raise AssertionError(f"the driver died ({self.child.wait()}) of {json.dumps(asked)}")
        told = json.loads(line)
        return Answer(told["code"], told["out"], told["err"])

    def end(self):
        """It must end well, too: under a sanitizer it would say here what it has lost."""
        self.child.stdin.close()
        if self.child.wait(timeout=60) != 0:
            raise AssertionError(f"the driver ended with {self.child.returncode}")


WAYS = {"driver": Driver, "process": Process}
