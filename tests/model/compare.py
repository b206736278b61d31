# SPDX-License-Identifier: GPL-3.0-or-later
"""How what the program tells is held against what the model tells, and how it is asked."""

from model import parse_time


class Difference(AssertionError):
    pass


def is_time(value):
    return isinstance(value, str) and len(value) == 20 and value[10] == "T" and value[19] == "Z"


def same(expected, told, where, slack=0):
    """Raises at the first member that differs; times may by `slack` seconds."""
    if isinstance(expected, dict) and isinstance(told, dict):
        if sorted(expected) != sorted(told):
            raise Difference(f"{where}: members {sorted(told)}, expected {sorted(expected)}")
        for key in expected:
            same(expected[key], told[key], f"{where}.{key}", slack)
    elif isinstance(expected, list) and isinstance(told, list):
        if len(expected) != len(told):
            raise Difference(f"{where}: {len(told)} elements, expected {len(expected)}:\n"
                             f"  {told}\n  {expected}")
        for index, (one, other) in enumerate(zip(expected, told)):
            same(one, other, f"{where}[{index}]", slack)
    elif slack and is_time(expected) and is_time(told):
        if abs(parse_time(expected) - parse_time(told)) > slack:
            raise Difference(f"{where}: {told}, expected {expected}")
    elif isinstance(expected, float) and isinstance(told, (int, float)):
        if abs(expected - told) > 0.00011:
            raise Difference(f"{where}: {told}, expected {expected}")
    elif type(expected) is not type(told) or expected != told:
        raise Difference(f"{where}: {told!r}, expected {expected!r}")


def filter_args(campaign, which):
    args = []
    for member, value in which.items():
        if member == "conversations":
            value = ",".join(str(campaign.by_phone(phone).id) for phone in value)
        elif isinstance(value, list):
            value = ",".join(value)
        args.append(f"--{member}={value}")
    return args


def request_args(campaign, request):
    args = filter_args(campaign, request["which"])
    to = request["to"]
    args.append("--to=" + (",".join(to) if isinstance(to, list) else to))
    for member in ("number", "divide"):
        if member in request:
            args.append(f"--{member}={request[member]}")
    return args
