# SPDX-License-Identifier: GPL-3.0-or-later
"""The runner and Kannel are killed at the worst moments.

While Kannel lives each text arrives exactly once and each reply is recorded exactly
once. With --long: the runner is killed at any moment, again and again.
"""

import random
import sys

from rig import AFTER, BEFORE, OURS, drop, main, phone, wait_for


def sent_once(rig, contacts):
    rig.restart_runner()
    rig.wait_status(delivered=contacts, queued=0, unanswered=0, sent=0)
    for number in range(1, contacts + 1):
        rig.wait_texts(phone(number), f"Text {number}")
    rig.settle()
    assert len(rig.kannel.phones.texts()) == contacts, rig.kannel.phones.texts()
    status = rig.status()
    assert status["resent"] == 0 and status["twice"] == 0, status


def send_all(rig, contacts):
    for number in range(1, contacts + 1):
        rig.send(number, f"Text {number}")


def send_around_a_death(rig):
    """One is on its way as the runner dies; the others are written meanwhile."""
    rig.send(1, "Text 1")
    wait_for(lambda: rig.deaths)
    rig.send(2, "Text 2")
    rig.send(3, "Text 3")


def kill_and_drop(rig):
    def act(exchange):
        rig.kill_runner()
        drop(exchange)
    return act


def runner_dies_after_kannel_answered(rig):
    """Kannel has it, and the runner never learns so but by the report."""
    rig.set_up(3)
    rig.proxy.when("send", AFTER, kill_and_drop(rig))
    send_around_a_death(rig)
    sent_once(rig, 3)


def runner_dies_as_its_request_goes(rig):
    """The request arrives, its sender is no more."""
    rig.set_up(3)
    rig.proxy.when("send", BEFORE, rig.kill_runner)
    send_around_a_death(rig)
    sent_once(rig, 3)


def runner_dies_before_a_report(rig):
    rig.set_up(3)
    rig.proxy.when("report", BEFORE, rig.kill_runner)
    send_around_a_death(rig)
    sent_once(rig, 3)


def runner_dies_after_a_report(rig):
    """It has recorded the report, and Kannel brings it once more."""
    rig.set_up(3)
    rig.proxy.when("report", AFTER, kill_and_drop(rig))
    send_around_a_death(rig)
    sent_once(rig, 3)


def answer_gets_lost(rig):
    """Nobody dies; the answer never comes, the report does."""
    rig.set_up(3)
    rig.proxy.when("send", AFTER, drop, times=3)
    send_all(rig, 3)
    sent_once(rig, 3)


def received_once(rig, *texts):
    rig.restart_runner()
    wait_for(lambda: len(rig.received(1)) >= len(texts),
             says=lambda: rig.runner_log() + rig.kannel.log())
    rig.settle()
    assert sorted(rig.received(1)) == sorted(texts), rig.received(1)
    assert rig.status()["received"] == len(texts), rig.status()
    assert rig.conversation(1)["status"] == "needs_reply"


def runner_dies_before_a_reply(rig):
    rig.set_up()
    rig.proxy.when("receive", BEFORE, rig.kill_runner)
    rig.kannel.phones.write(phone(1), OURS, "Who is this?")
    wait_for(lambda: rig.deaths)
    rig.settle(1)
    rig.kannel.phones.write(phone(1), OURS, "Hello?")
    received_once(rig, "Who is this?", "Hello?")


def runner_dies_after_a_reply(rig):
    """It is recorded, and Kannel brings it once more."""
    rig.set_up()
    rig.proxy.when("receive", AFTER, kill_and_drop(rig))
    rig.kannel.phones.write(phone(1), OURS, "Who is this?")
    wait_for(lambda: rig.deaths)
    received_once(rig, "Who is this?")
    assert len([one for one in rig.proxy.seen("receive") if one.status == 200]) == 2


def reply_is_not_answered_before_it_is_recorded(rig):
    """By the time that Kannel is told that we have it, it stands in the database."""
    rig.set_up()
    seen = []
    rig.proxy.when("receive", AFTER, lambda _: seen.append(rig.received(1)))
    rig.kannel.phones.write(phone(1), OURS, "Who is this?")
    wait_for(lambda: seen)
    assert seen == [["Who is this?"]], seen


def kannel_dies_after_it_answered(rig):
    """It had taken the text, and has it still when it comes back."""
    rig.set_up()
    rig.proxy.when("send", AFTER, lambda _: rig.kannel.kill())
    rig.send(1, "Text 1")
    wait_for(lambda: not rig.kannel.processes)
    rig.settle(1)
    rig.kannel.start()
    rig.wait_status(queued=0, unanswered=0, failed=0)
    wait_for(lambda: rig.kannel.phones.texts(phone(1)), says=rig.kannel.log)
    rig.settle()
    # Kannel itself may have had it on its way; never do we ask it for another.
    assert rig.status()["resent"] == 0, rig.status()
    assert {text for _, text in rig.kannel.phones.texts()} == {"Text 1"}


def kannel_dies_before_a_request(rig):
    """What it was not asked for waits for it."""
    rig.set_up(2, directly=True)
    rig.kannel.kill()
    send_all(rig, 2)
    wait_for(lambda: rig.status()["trouble"], every=0.2, says=lambda: str(rig.status()))
    assert rig.status()["queued"] == 2, rig.status()
    rig.kannel.start()
    sent_once(rig, 2)
    wait_for(lambda: rig.status()["trouble"] is None, every=0.2)


def killed_at_any_moment(rig):
    """While texts go out and replies come in; exactly once each, both ways."""
    dice = random.Random(42)
    contacts = 300 if LONG else 24
    kills = 120 if LONG else 6
    rig.set_up(contacts)
    for number in range(1, contacts + 1):
        rig.send(number, f"Text {number}")
        rig.kannel.phones.write(phone(number), OURS, f"Reply {number}")
        if number % (contacts // kills) == 0:
            point = dice.choice([("send", AFTER, kill_and_drop(rig)),
                                 ("send", BEFORE, rig.kill_runner),
                                 ("report", BEFORE, kill_and_drop(rig)),
                                 ("report", AFTER, kill_and_drop(rig)),
                                 ("receive", BEFORE, kill_and_drop(rig)),
                                 ("receive", AFTER, kill_and_drop(rig))])
            before = rig.deaths
            wish = rig.proxy.when(*point)
            # Where nothing of that kind is on its way any more, it dies all the same.
            try:
                wait_for(lambda: rig.deaths > before, 1)
            except AssertionError:
                rig.proxy.forget(wish)
                if rig.deaths == before:
                    rig.kill_runner()
            rig.restart_runner()
    rig.wait_status(120, delivered=contacts, queued=0, unanswered=0, sent=0)
    rig.wait_status(60, received=contacts)
    rig.settle(3)
    texts = sorted(rig.kannel.phones.texts())
    assert texts == sorted((phone(number), f"Text {number}")
                           for number in range(1, contacts + 1)), texts
    for number in range(1, contacts + 1):
        assert rig.received(number) == [f"Reply {number}"], rig.messages(number)
    status = rig.status()
    assert rig.deaths >= kills, rig.deaths
    # What was killed between its note and its request is asked for again, and no text twice.
    assert status["twice"] == 0, status


LONG = "--long" in sys.argv
if LONG:
    sys.argv.remove("--long")

main([killed_at_any_moment] if LONG else [
    runner_dies_after_kannel_answered,
    runner_dies_as_its_request_goes,
    runner_dies_before_a_report,
    runner_dies_after_a_report,
    answer_gets_lost,
    runner_dies_before_a_reply,
    runner_dies_after_a_reply,
    reply_is_not_answered_before_it_is_recorded,
    kannel_dies_after_it_answered,
    kannel_dies_before_a_request,
    killed_at_any_moment,
])
