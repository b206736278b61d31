# SPDX-License-Identifier: GPL-3.0-or-later
"""Random campaigns and requests, played in the program and in the model.

    test_moves.py [--count=N] [--seed=N] [--way=driver|process] [--replay=FILE]
    test_moves.py --self-test [--count=N] [--seed=N]

Prints TAP.  A case that fails is cut down and written to a file, which
--replay plays again.  --self-test holds the model alone against what the
rules promise of every plan, and needs no program.
"""

import argparse
import glob
import json
import os
import random
import sys
import tempfile
import time
import traceback

from generate import QUIET, generate
from invariants import check_plan
from model import World
from player import OWNER, Player
from program import WAYS
from shrink import shrink

CHUNK = 100
CASES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "cases")
# A Monday, 18:13 UTC when the steps begin: some opening hours begin or end just then.
CLOCK = 1789999980


class Failure:
    def __init__(self, player, error):
        self.kind = type(error)
        self.text = "".join(traceback.format_exception_only(type(error), error)).strip()
        if not isinstance(error, AssertionError):
            self.text += "\n" + traceback.format_exc()
        self.steps = player.told
        self.args = getattr(player, "last_args", [])


def play(program, case):
    player = Player(program, case)
    try:
        player.play()
    except Exception as error:
        return Failure(player, error)
    return None


def report(way, case, failure, name):
    """A small case that fails still, with what was done last."""
    program = WAYS[way]()

    def fails(smaller):
        nonlocal program
        found = play(program, smaller)
        if found and "the driver died" in found.text:
            program = WAYS[way]()
        return found if found and found.kind is failure.kind else None

    small = shrink(case, fails, 20)
    failure = fails(small) or failure
    file = tempfile.NamedTemporaryFile("w", prefix="reassign-case-", suffix=".json", delete=False,
                                       encoding="utf-8")
    with file:
        json.dump(small, file, ensure_ascii=False, indent=1)
    lines = [f"case {name}, replay with --replay={file.name}"] + failure.text.splitlines()
    lines += ["steps:"] + failure.steps + ["last command: " + " ".join(failure.args)]
    lines += [json.dumps(line, ensure_ascii=False)
              for told in small["campaigns"] for line in told[:40]]
    for line in lines:
        print(f"# {line}")


def run(options):
    """One TAP test for each hundred of campaigns."""
    n_chunks = (options.count + CHUNK - 1) // CHUNK
    print(f"# seed {options.seed}, {options.count} campaigns by {options.way}")
    print(f"1..{n_chunks + 1}", flush=True)
    began = time.monotonic()
    failed = replay_all(options)
    program = WAYS[options.way]()
    for chunk in range(n_chunks):
        wrong = 0
        for index in range(chunk * CHUNK, min(options.count, (chunk + 1) * CHUNK)):
            name = f"{options.seed}-{index}"
            start = CLOCK if program.own_clock else int(time.time()) - QUIET
            case = generate(random.Random(name), start, index in options.large)
            failure = play(program, case)
            if failure:
                wrong += 1
                report(options.way, case, failure, name)
                if failed + wrong > options.failures:
                    print("Bail out! enough has failed")
                    return 1
                if "the driver died" in failure.text:
                    program = WAYS[options.way]()
        failed += wrong
        print(f"{'not ok' if wrong else 'ok'} {chunk + 2} - campaigns {chunk * CHUNK} to "
              f"{min(options.count, (chunk + 1) * CHUNK) - 1}", flush=True)
    program.end()
    print(f"# {time.monotonic() - began:.1f} s")
    return 1 if failed else 0


def replay(options, path):
    """Returns the number of failures, 0 or 1."""
    with open(path, encoding="utf-8") as file:
        case = json.load(file)
    program = WAYS[options.way]()
    failure = play(program, case)
    if not failure:
        program.end()
    else:
        steps = failure.steps + ["last command: " + " ".join(failure.args)]
        for line in [path] + failure.text.splitlines() + steps:
            print(f"# {line}")
    return 1 if failure else 0


def replay_all(options):
    """The cases that once failed, cut down."""
    paths = sorted(glob.glob(os.path.join(CASES, "*.json")))
    failed = sum(replay(options, path) for path in paths)
    print(f"{'ok' if paths and not failed else 'not ok'} 1 - {len(paths)} cases found earlier")
    return failed


def self_test(options):
    """The model alone, on the state that each campaign is imported in."""
    print("1..2")
    n_moved = n_requests = 0
    for index in range(options.count):
        case = generate(random.Random(f"{options.seed}-{index}"), CLOCK)
        world = World(OWNER)
        for lines in case["campaigns"]:
            campaign = world.import_campaign(lines)
            for number, row in enumerate(campaign.conversations):
                row.id = number + 1
        for step in case["steps"]:
            now = CLOCK + step["at"]
            if step["op"] == "heartbeat" and step["by"] in world.users:
                world.users[step["by"]].heartbeat(now, step["end"])
            elif "request" in step and step["campaign"] < len(world.campaigns):
                n_requests += 1
                try:
                    campaign = world.campaigns[step["campaign"]]
                    n_moved += check_plan(world, campaign, step["request"], now)
                except AssertionError:
                    print(f"# case {options.seed}-{index}: {json.dumps(step, ensure_ascii=False)}")
                    raise
    print("ok 1 - every plan keeps the promises")
    print(f"# {n_requests} requests moved {n_moved}")
    enough = n_requests > options.count / 2 and n_moved > options.count
    print(f"{'ok' if enough else 'not ok'} 2 - the requests move something")
    return 0 if enough else 1


def main():
    parser = argparse.ArgumentParser()
    count = int(os.environ.get("REASSIGN_MODEL_COUNT", 400))
    parser.add_argument("--count", type=int, default=count)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--way", choices=sorted(WAYS), default="driver")
    parser.add_argument("--large", type=int, nargs="*", default=[17, 170],
                        help="which of the campaigns have some thousand conversations")
    parser.add_argument("--failures", type=int, default=3)
    parser.add_argument("--replay")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.self_test:
        return self_test(options)
    return replay(options, options.replay) if options.replay else run(options)


if __name__ == "__main__":
    sys.exit(main())
