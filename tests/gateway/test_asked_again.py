# SPDX-License-Identifier: GPL-3.0-or-later
"""What got no answer and no report for half a minute is asked for again, and counted.

One test, for it has to wait: each of its contacts has bad luck of another kind.
"""

import urllib.parse

from rig import AFTER, BEFORE, drop, main, phone, wait_for


def is_for(number):
    return lambda exchange: exchange.query["to"] == phone(number)


def only_what_nobody_knows_of_is_asked_for_again(rig):
    rig.set_up(4)

    # 1: the request is lost. 2: the runner dies before it. Kannel has had neither.
    rig.proxy.when("send", BEFORE, drop, matching=is_for(1))

    def kill(exchange):
        rig.kill_runner()
        drop(exchange)
    rig.proxy.when("send", BEFORE, kill, matching=is_for(2))
    rig.send(1, "Text 1")
    rig.send(2, "Text 2")
    wait_for(lambda: rig.deaths)
    rig.restart_runner()

    # 3: the answer is lost, and so are the reports until it was asked for again: this
    # alone goes twice. 4: the answer is lost, the report is not.
    rig.proxy.when("send", AFTER, drop, matching=is_for(3))
    rig.proxy.when("send", AFTER, drop, matching=is_for(4))
    lost = rig.proxy.when("report", BEFORE, drop, times=None,
                          matching=lambda exchange: rig_id(rig, 3) == exchange.query["id"])
    rig.send(3, "Text 3")
    rig.send(4, "Text 4")
    rig.wait_texts(phone(3), "Text 3")
    rig.wait_texts(phone(4), "Text 4")
    rig.wait_status(delivered=1, unanswered=3)
    rig.settle(10)
    assert rig.status()["resent"] == 0, rig.status()

    rig.wait_status(40, resent=3)
    rig.wait_texts(phone(1), "Text 1")
    rig.wait_texts(phone(2), "Text 2")
    rig.wait_texts(phone(3), "Text 3", "Text 3")
    rig.proxy.forget(lost)
    rig.wait_status(delivered=4, unanswered=0, queued=0, twice=1)
    rig.settle()
    assert len(rig.kannel.phones.texts()) == 5, rig.kannel.phones.texts()


def rig_id(rig, number):
    """Our number of what was sent to a contact, as the requests to Kannel name it."""
    for exchange in rig.proxy.seen("send"):
        if exchange.query.get("to") == phone(number):
            report = urllib.parse.urlsplit(exchange.query["dlr-url"]).query
            return dict(urllib.parse.parse_qsl(report))["id"]
    return None


main([only_what_nobody_knows_of_is_asked_for_again])
