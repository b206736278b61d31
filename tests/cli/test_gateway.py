# SPDX-License-Identifier: GPL-3.0-or-later
"""reassignctl gateway: its contract, and what can be seen of it without a Kannel."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

from harness import SIX, main, members

COUNTS = ["queued", "unanswered", "sent", "delivered", "failed", "cancelled", "resent", "twice",
          "received"]
SETTINGS = {"send-url": "http://127.0.0.1:1/cgi-bin/sendsms", "login": "rea",
            "phone": "+15550100"}
PASSWORD = "only-in-the-environment"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def options(**changed):
    values = {"listen": f"127.0.0.1:{free_port()}", **SETTINGS,
              **{name.replace("_", "-"): value for name, value in changed.items()}}
    return [f"--{name}={value}" for name, value in values.items()]


def check_status(status):
    members(status, "gateway", *COUNTS, "unknown", "unknown_total", "trouble")
    if status["gateway"] is not None:
        members(status["gateway"], "send_url", "login", "phone", "listen", "get_url")


def status_of(place):
    status = place.json("gateway", "status")
    check_status(status)
    return status


class Runner:
    """reassignctl gateway run, until it is ended."""

    def __init__(self, place, **more):
        environment = {**place.environment(), "REASSIGN_GATEWAY_PASSWORD": PASSWORD, **more}
        self.process = subprocess.Popen([place.program, "--json", "gateway", "run"],
                                        env=environment, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True)

    def end(self, by=signal.SIGTERM):
        self.process.send_signal(by)
        out, err = self.process.communicate(timeout=30)
        return self.process.returncode, out, err


def call(place, path, query, method="GET", key=True):
    gateway = place.json("gateway", "status")["gateway"]
    secret = gateway["get_url"].split("key=")[1].split("&")[0]
    url = f"http://{gateway['listen']}{path}?{query}" + (f"&key={secret}" if key else "")
    end = time.monotonic() + 20
    while True:
        try:
            with urllib.request.urlopen(urllib.request.Request(url, method=method)) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()
        except urllib.error.URLError:
            assert time.monotonic() < end
            time.sleep(0.05)


def test_set_and_status(place):
    place.campaign(contacts=SIX)
    none = status_of(place)
    assert none["gateway"] is None and none["trouble"] is None and none["unknown"] == []
    assert all(none[name] == 0 for name in COUNTS), none

    told = place.json("gateway", "set", *options(listen="127.0.0.1:13080"))
    check_status(told)
    gateway = told["gateway"]
    assert gateway["send_url"] == SETTINGS["send-url"] and gateway["login"] == "rea"
    assert gateway["phone"] == "+15550100" and gateway["listen"] == "127.0.0.1:13080"
    assert gateway["get_url"].startswith("http://127.0.0.1:13080/")
    for code in ("key=", "%I", "%p", "%T", "%b", "%C"):
        assert code in gateway["get_url"], gateway
    assert "%a" not in gateway["get_url"]
    assert status_of(place) == told

    # What was sent is reported with the old key, so a new setting keeps it.
    again = place.json("gateway", "set", *options(listen="[::1]:13080", phone="13013"))["gateway"]
    assert again["get_url"] == gateway["get_url"].replace("127.0.0.1", "[::1]")
    assert "13013" in place.text("gateway", "status")


def test_set_refusals(place):
    place.campaign()
    for change in ({"listen": "0.0.0.0:13080"}, {"listen": "192.168.1.1:13080"},
                   {"listen": "127.0.0.1"}, {"listen": "127.0.0.1:0"}, {"listen": ""},
                   {"send_url": "http://example.org/s"}, {"send_url": "ftp://127.0.0.1/s"},
                   {"send_url": "http://127.0.0.1/s?password=x"}, {"send_url": ""},
                   {"phone": "Reassign"}, {"phone": ""}, {"login": ""}):
        place.refuse("usage", "gateway", "set", *options(**change))
    place.refuse("usage", "gateway", "set", *options()[:3])
    place.refuse("usage", "gateway")
    assert status_of(place)["gateway"] is None


def test_roles(place):
    place.campaign()
    place.text("user", "add", "mo@example.org", "--role=moderator")
    place.text("user", "add", "ad@example.org", "--role=admin")
    for who in ("ann@example.org", "mo@example.org"):
        for command in (["set", *options()], ["status"], ["run"]):
            place.refuse("not-permitted", f"--user={who}", "gateway", *command)
    place.json("--user=ad@example.org", "gateway", "set", *options())
    place.json("--user=ad@example.org", "gateway", "status")


def test_run_refusals(place):
    place.campaign()
    with_password = {"REASSIGN_GATEWAY_PASSWORD": PASSWORD}
    place.refuse("wrong-state", "gateway", "run", env=with_password)
    port = free_port()
    place.json("gateway", "set", *options(listen=f"127.0.0.1:{port}"))
    place.refuse("not-found", "gateway", "run",
                 env={"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"})
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        place.refuse("io", "gateway", "run", env=with_password)


def test_queue(place):
    place.campaign(contacts=SIX)
    place.json("message", "Spring", 1, "--direction=out", "by hand")
    assert status_of(place)["queued"] == 0
    place.json("gateway", "set", *options())
    place.json("message", "Spring", 3, "--direction=out", "by the gateway")
    place.json("message", "Spring", 3, "--direction=in", "an answer")
    assert status_of(place)["queued"] == 1

    # Nothing of a demo, or that is only played, or was imported, ever leaves.
    demo = place.json("demo", "--contacts=50", "--senders=2", "--seed=1")["campaign"]["id"]
    place.json("simulate", demo, "--minutes=5", "--speed=100000", "--seed=1")
    place.json("simulate", "Spring", "--minutes=5", "--speed=100000", "--seed=1")
    place.json("campaign", "export", "Spring", place.path("s.jsonl"))
    place.json("campaign", "import", place.path("s.jsonl"))
    assert status_of(place)["queued"] == 1

    # It goes with its campaign.
    place.json("campaign", "set", 1, "--state=archived")
    place.json("campaign", "remove", 1)
    assert status_of(place)["queued"] == 0
    assert place.json("check")["ok"]


def test_run(place):
    place.campaign(contacts=SIX)
    place.json("gateway", "set", *options())
    runner = Runner(place)
    try:
        query = "id=k-1&phone=12025550103&text=Who+is+this%3F&charset=UTF-8&time=1700000000"
        assert call(place, "/message", query, key=False) == (403, b"")
        assert call(place, "/", "x=1", key=False) == (403, b"")
        assert call(place, "/message", query) == (200, b"")
        assert call(place, "/message", query) == (200, b"")
        assert call(place, "/message", query, method="POST") == (200, b"")
        assert call(place, "/message", query, method="PUT") == (405, b"")
        assert call(place, "/message", "id=k-2&text=x") == (400, b"")
        assert call(place, "/other", query) == (404, b"")
        assert call(place, "/report", "id=4711&asked=1&type=1") == (200, b"")
        assert call(place, "/message", "id=k-3&phone=%2B49301234567&text=hallo") == (200, b"")

        second = place.run("gateway", "run", env={"REASSIGN_GATEWAY_PASSWORD": PASSWORD})
        assert second.code == 1 and "runs the gateway" in second.err, second

        place.json("message", "Spring", 4, "--direction=out", "nobody is there")
        end = time.monotonic() + 20
        while status_of(place)["trouble"] is None and time.monotonic() < end:
            time.sleep(0.1)
    finally:
        code, out, err = runner.end()
    assert code == 0 and err == "", (code, out, err)

    status = status_of(place)
    assert status["queued"] == 1 and status["resent"] == 0 and "Kannel" in status["trouble"]
    assert status["received"] == 2 and status["unknown_total"] == 1
    members(status["unknown"][0], "at", "phone", "text")
    assert status["unknown"][0]["phone"] == "+49301234567"
    assert status["unknown"][0]["text"] == "hallo"
    assert [message["text"] for message in place.json("messages", "Spring", 3)["messages"]] == [
        "Who is this?"]
    assert "+49301234567" in place.text("gateway", "status")


def test_password_stays(place):
    """It stands in nothing that we write."""
    place.campaign(contacts=SIX)
    place.json("gateway", "set", *options())
    place.json("message", "Spring", 1, "--direction=out", "hi")
    runner = Runner(place, G_MESSAGES_DEBUG="all")
    call(place, "/report", "id=1&asked=9&type=1")
    with open(f"/proc/{runner.process.pid}/cmdline", "rb") as file:
        assert PASSWORD.encode() not in file.read()
    code, out, err = runner.end(signal.SIGINT)
    assert code == 0 and PASSWORD not in out + err
    for folder, _, names in os.walk(place.folder):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                assert PASSWORD.encode() not in file.read(), name


if __name__ == "__main__":
    main([test_set_and_status, test_set_refusals, test_roles, test_run_refusals, test_queue,
          test_run, test_password_stays])
