# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with the gateway, who may set it, and what stays secret."""

import json
import os
import re
import socket
import time

from rig import BEFORE, NO_WAY, OURS, fetch, free_port, main, phone, wait_for


def wait_trouble(rig, words, seconds=20):
    wait_for(lambda: words in (rig.status()["trouble"] or ""), seconds, every=0.1,
             says=lambda: f"{rig.status()}" + rig.runner_log())


def wait_no_trouble(rig, seconds=40):
    wait_for(lambda: rig.status()["trouble"] is None, seconds, every=0.1,
             says=lambda: f"{rig.status()}")


def what_is_set_is_told(rig):
    rig.campaign()
    assert rig.json("gateway", "status")["gateway"] is None
    rig.set_gateway()
    status = rig.status()
    assert list(status) == ["gateway", "queued", "unanswered", "sent", "delivered", "failed",
                            "cancelled", "resent", "twice", "received", "unknown",
                            "unknown_total", "trouble"], list(status)
    assert list(status["gateway"]) == ["send_url", "login", "phone", "listen", "get_url"]
    before = status["gateway"]["get_url"]
    rig.set_gateway()
    assert rig.status()["gateway"]["get_url"] == before, "The key changes, and Kannel is deaf."


def only_admins_and_only_here(rig):
    rig.campaign()
    rig.text("user", "add", "mod@example.org", "--role=moderator")
    words = ["gateway", "set", "--login=reassign", f"--phone={OURS}"]
    here = ["--send-url=http://127.0.0.1:13013/cgi-bin/sendsms", "--listen=127.0.0.1:13080"]
    for user in ("mod@example.org", "ann@example.org"):
        rig.refuse("not-permitted", *words, *here, f"--user={user}")
        rig.refuse("not-permitted", "gateway", "status", f"--user={user}")
        rig.refuse("not-permitted", "gateway", "run", f"--user={user}",
                   env={"REASSIGN_GATEWAY_PASSWORD": "x"})
    rig.refuse("usage", *words, here[0], "--listen=0.0.0.0:13080")
    rig.refuse("usage", *words, "--send-url=http://example.org/cgi-bin/sendsms", here[1])
    rig.refuse("usage", *words, here[0], "--listen=127.0.0.1")
    rig.refuse("usage", "gateway", "set", "--login=x", *here, "--phone=nobody")
    assert rig.json("gateway", "status")["gateway"] is None


def without_a_gateway_or_a_password(rig):
    rig.campaign()
    rig.refuse("wrong-state", "gateway", "run", env={"REASSIGN_GATEWAY_PASSWORD": "x"})
    rig.set_gateway()
    rig.refuse("not-found", "gateway", "run",
               env={"DBUS_SESSION_BUS_ADDRESS": "disabled:", "REASSIGN_GATEWAY_PASSWORD": ""})


def a_port_that_is_taken(rig):
    rig.campaign()
    rig.set_gateway()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", rig.listen_port))
        taken.listen()
        rig.refuse("io", "gateway", "run", says=str(rig.listen_port),
                   env={"REASSIGN_GATEWAY_PASSWORD": "x"})


def one_runner_is_enough(rig):
    rig.set_up(start=False)
    rig.run_gateway()
    answer = rig.run("gateway", "run", env={"REASSIGN_GATEWAY_PASSWORD": "x"})
    assert answer.code == 1 and answer.err.count("\n") == 1, answer
    assert fetch(rig.get_address()) == 200
    assert rig.stop() == 0


def who_has_no_key_is_not_heard(rig):
    rig.set_up(start=False)
    rig.run_gateway()
    address = rig.get_address()
    key = address.split("key=")[1].split("&")[0]
    for bad in (rig.get_address(key=False), address.replace(key, key[:-1]),
                address.replace(key, key[:-1] + "x"), address.replace(key, ""),
                address.replace(key, key + "0")):
        assert fetch(bad) in (401, 403, 404), (bad, fetch(bad))
    assert fetch(address.replace("/message", "/")) in (403, 404)
    assert fetch(address, "DELETE") in (403, 404, 405)
    assert rig.messages(1) == [] and rig.status()["received"] == 0
    assert fetch(address) == 200
    assert rig.received(1) == ["Hello"]


def a_report_for_nothing_that_we_sent(rig):
    """Anything but 200 would make Kannel come back with it for ever."""
    rig.set_up(1)
    rig.send(1)
    rig.wait_status(delivered=1)
    report = rig.proxy.seen("report")[-1].path
    number = rig.proxy.seen("report")[-1].query["id"]
    for other in ("999999", "0", "-1", "none", "99999999999999999999", ""):
        assert fetch(f"http://127.0.0.1:{rig.listen_port}"
                     + report.replace(f"id={number}&", f"id={other}&")) == 200, other
    assert fetch(f"http://127.0.0.1:{rig.listen_port}" + report) == 200
    status = rig.status()
    assert status["delivered"] == 1 and status["twice"] == 0, status


def a_wrong_password_keeps_the_queue(rig):
    rig.set_up(2, start=False)
    rig.kannel.start()
    rig.run_gateway(password="wrong")
    rig.send(1, "Text 1")
    rig.send(2, "Text 2")
    wait_trouble(rig, "password")
    status = rig.status()
    assert status["queued"] == 2 and status["failed"] == 0, status
    assert rig.stop() == 0
    rig.run_gateway()
    rig.wait_status(delivered=2, queued=0)
    wait_no_trouble(rig)
    rig.wait_texts(phone(1), "Text 1")


def where_no_way_leads(rig):
    rig.campaign("Spring", senders=("ann",), contacts=[
        (NO_WAY + "5550101", "No1", "", "ann@example.org"),
        (phone(2), "No2", "", "ann@example.org")])
    rig.set_gateway()
    rig.kannel.start()
    rig.run_gateway()
    rig.send(1)
    rig.send(2)
    rig.wait_status(failed=1, delivered=1, queued=0)
    assert [exchange.query["to"] for exchange in rig.proxy.seen("send")].count(
        NO_WAY + "5550101") == 1, "It is asked for again."


def the_gateway_is_away_and_comes_back(rig):
    rig.set_up(3, directly=True)
    rig.send(1, "Text 1")
    rig.wait_texts(phone(1), "Text 1")
    rig.kannel.kill()
    rig.send(2, "Text 2")
    wait_trouble(rig, "Kannel")
    rig.send(3, "Text 3")
    rig.settle(2)
    assert rig.status()["queued"] == 2, rig.status()
    rig.kannel.start()
    rig.wait_status(30, delivered=3, queued=0)
    rig.wait_texts(phone(2), "Text 2")
    rig.wait_texts(phone(3), "Text 3")
    wait_no_trouble(rig)
    assert rig.status()["resent"] == 0, rig.status()


def that_nobody_runs_it(rig):
    rig.set_up(1, start=False)
    assert rig.status()["trouble"] is None, rig.status()
    rig.send(1)
    assert "Nobody runs the gateway" in rig.status()["trouble"], rig.status()
    assert "Nobody runs the gateway" in rig.text("gateway", "status")
    rig.kannel.start()
    rig.run_gateway()
    assert "Nobody" not in (rig.status()["trouble"] or ""), rig.status()
    rig.wait_status(delivered=1)
    rig.stop()
    assert rig.status()["trouble"] is None, rig.status()


def what_it_tells_meanwhile(rig):
    """Where it listens, and when trouble began and was over; nothing that is secret."""
    rig.set_up(1, start=False, directly=True)
    rig.run_gateway()
    wait_for(rig.told, says=rig.runner_log)
    assert rig.told() == [
        f"Listening on 127.0.0.1:{rig.listen_port}, sending through {rig.kannel.send_url}; "
        "stop with Ctrl+C."], rig.told()
    rig.send(1, "Text 1")
    wait_for(lambda: len(rig.told()) > 1, says=rig.runner_log)
    rig.kannel.start()
    rig.wait_status(40, delivered=1)
    wait_for(lambda: len(rig.told()) > 2, says=rig.runner_log)
    time_form = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ "
    began, over = rig.told()[1:]
    assert re.fullmatch(time_form + "The gateway does not answer; .*Kannel.*", began), began
    assert re.fullmatch(time_form + "The trouble is over.", over), over
    assert rig.stop() == 0
    key = rig.get_url.split("key=")[1].split("&")[0]
    for secret in (key, rig.kannel.password, phone(1), "Text 1", "No1"):
        assert secret not in "\n".join(rig.told()), rig.told()


def it_is_set_anew_while_it_runs(rig):
    rig.set_up(1, start=False)
    rig.run_gateway()
    old = rig.get_address()
    rig.listen_port = free_port()
    rig.set_gateway()
    wait_for(lambda: len(rig.told()) > 1, says=rig.runner_log)
    assert rig.told()[-1].startswith(f"Listening on 127.0.0.1:{rig.listen_port}, "), rig.told()
    assert fetch(old) == 200 and fetch(rig.get_address(I="id-2", b="There")) == 200
    assert rig.received(1) == ["Hello", "There"]
    rig.kannel.login = "other"
    rig.set_gateway()
    assert rig.runner.wait(10) == 1
    assert rig.told()[-1] == ("reassignctl: The gateway's login is other now; run it again with "
                              "the password of that login."), rig.told()


def a_script_is_told_nothing_meanwhile(rig):
    rig.set_up(1, start=False, directly=True)
    rig.run_gateway("--quiet", "--json")
    rig.send(1)
    wait_trouble(rig, "Kannel")
    assert rig.stop() == 0
    rig.run_gateway("--quiet")
    assert rig.stop() == 0
    assert rig.told() == [] and rig.read("runner.log") == b"", rig.runner_log()
    rig.run_gateway("--json")
    rig.settle(2.5)
    assert rig.stop() == 0
    assert rig.told() == [], rig.told()
    assert json.loads(rig.read("runner.log"))["queued"] == 1, rig.runner_log()


def what_may_not_leave_any_more(rig):
    """Looked at again as it leaves: opted out it is cancelled, otherwise it waits."""
    rig.set_up(3, start=False)
    for number in (1, 2, 3):
        rig.send(number, f"Text {number}")
    assert rig.status()["queued"] == 3
    rig.text("opt-out", "Spring", "1")
    rig.text("campaign", "set", "Spring", "--state=paused")
    rig.kannel.start()
    rig.run_gateway()
    rig.wait_status(cancelled=1)
    rig.settle()
    assert rig.status()["queued"] == 2, rig.status()
    assert "Text 2" not in [text for _, text in rig.kannel.phones.texts()]
    rig.text("campaign", "set", "Spring", "--state=active")
    rig.wait_status(40, queued=0)
    rig.wait_texts(phone(2), "Text 2")
    rig.wait_texts(phone(3), "Text 3")
    assert "Text 1" not in [text for _, text in rig.kannel.phones.texts()]


def the_opening_hours_are_waited_for(rig):
    rig.set_up(1, start=False)
    rig.send(1, "Text 1")
    hour = time.gmtime().tm_hour
    closed = f"--hours={(hour + 3) % 21:02}:00-{(hour + 3) % 21 + 1:02}:00"
    rig.text("campaign", "set", "Spring", closed, "--time-zone=UTC")
    rig.kannel.start()
    rig.run_gateway()
    rig.settle(2)
    assert rig.status()["queued"] == 1 and rig.kannel.phones.texts() == [], rig.status()
    rig.text("campaign", "set", "Spring", "--hours=any")
    rig.wait_texts(phone(1), "Text 1", seconds=40)


def long_and_rich_texts_arrive_whole(rig):
    rig.set_up(4)
    texts = ["Ça va 😀 + ç&=%", "Long {brackets} ~ " * 40, "Très ç 😀 long " * 25,
             "@£$¥èéùìòÇØøÅå_^{}[~]|€ \"'<b>& %41"]
    for number, text in enumerate(texts, 1):
        rig.send(number, text.replace("%", "%%").strip())
    for number, text in enumerate(texts, 1):
        rig.wait_texts(phone(number), text.strip())
    assert max(part.parts for part in rig.kannel.phones.parts) > 4


def the_password_stands_nowhere(rig):
    rig.set_up(1)
    rig.send(1, "Text 1")
    rig.wait_status(delivered=1)
    with open(f"/proc/{rig.runner.pid}/cmdline", "rb") as file:
        assert rig.kannel.password.encode() not in file.read()
    rig.stop()
    for name in os.listdir(rig.folder):
        if os.path.isfile(rig.path(name)):
            assert rig.kannel.password.encode() not in rig.read(name), name
    for secret in (phone(1), "Text 1", "No1"):
        assert secret not in rig.runner_log(), rig.runner_log()


def how_it_was_told_to_end(rig):
    rig.set_up(3)
    rig.proxy.when("send", BEFORE, lambda _: rig.settle(1))
    for number in (1, 2, 3):
        rig.send(number)
    start = time.monotonic()
    assert rig.stop() == 0
    assert time.monotonic() - start < 8
    rig.run_gateway()
    rig.wait_status(delivered=3, resent=0)


main([
    what_is_set_is_told,
    only_admins_and_only_here,
    without_a_gateway_or_a_password,
    a_port_that_is_taken,
    one_runner_is_enough,
    who_has_no_key_is_not_heard,
    a_report_for_nothing_that_we_sent,
    a_wrong_password_keeps_the_queue,
    where_no_way_leads,
    the_gateway_is_away_and_comes_back,
    that_nobody_runs_it,
    what_it_tells_meanwhile,
    it_is_set_anew_while_it_runs,
    a_script_is_told_nothing_meanwhile,
    what_may_not_leave_any_more,
    the_opening_hours_are_waited_for,
    long_and_rich_texts_arrive_whole,
    the_password_stands_nowhere,
    how_it_was_told_to_end,
])
