# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts a case that fails down to a small one that fails still."""

import copy
import time


def candidates(case):
    """Smaller cases: fewer steps, campaigns, conversations, senders."""
    for index in reversed(range(len(case["steps"]))):
        smaller = copy.deepcopy(case)
        del smaller["steps"][index]
        yield smaller
    for number, lines in enumerate(case["campaigns"]):
        rows = [index for index, line in enumerate(lines) if "conversation" in line]
        size = len(rows)
        while size:
            for begin in range(0, len(rows), size):
                smaller = copy.deepcopy(case)
                gone = set(rows[begin:begin + size])
                smaller["campaigns"][number] = [line for index, line in enumerate(lines)
                                                if index not in gone]
                yield smaller
            size //= 2
        for line in lines:
            if "sender" in line:
                yield without_sender(case, number, line["sender"]["email"])


def without_sender(case, number, email):
    smaller = copy.deepcopy(case)
    lines = [line for line in smaller["campaigns"][number]
             if line.get("sender", {}).get("email") != email]
    smaller["campaigns"][number] = lines
    for line in lines:
        if line.get("conversation", {}).get("sender") == email:
            line["conversation"]["sender"] = None
    return smaller


def shrink(case, fails, seconds):
    """The smallest found within the time; `fails` plays a case and returns its failure or None."""
    until = time.monotonic() + seconds
    found = True
    while found and time.monotonic() < until:
        found = False
        for smaller in candidates(case):
            if time.monotonic() >= until:
                break
            if fails(smaller):
                case = smaller
                found = True
                break
    return case
