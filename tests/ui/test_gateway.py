# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of the gateway: set, seen to run and to fail, and what came from numbers
that nobody knows. All by the keyboard."""

import os
import signal
import socket
import subprocess
import urllib.parse
import urllib.request

import desk
from desk import key, wait
from hands import push

STRANGER = "+13125550199"


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def set_gateway(it):
    """With nobody where messages would go, as on any machine without Kannel."""
    it.listen_port = free_port()
    return it.ctl("gateway", "set", f"--send-url=http://127.0.0.1:{free_port()}/cgi-bin/sendsms",
                  "--login=reassign", "--phone=+12025550100",
                  f"--listen=127.0.0.1:{it.listen_port}")["gateway"]


def run_gateway(it):
    process = subprocess.Popen(
        [desk.CTL, f"--database={it.database}", "gateway", "run"],
        env={**os.environ, "REASSIGN_GATEWAY_PASSWORD": "x"},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    it.processes.append(process)

    def answers():
        with socket.socket() as there:
            return there.connect_ex(("127.0.0.1", it.listen_port)) == 0
    wait("the gateway to run", answers)
    return process


def receive(gateway, number, text, sender=STRANGER):
    """As Kannel brings a text."""
    address = gateway["get_url"]
    for name, value in {"%I": f"id-{number}", "%p": sender, "%T": "1767225600", "%C": "UTF-8",
                        "%c": "0", "%b": text}.items():
        address = address.replace(name, urllib.parse.quote(value))
    with urllib.request.urlopen(address, timeout=10) as answer:
        assert answer.status == 200


def open_page(window):
    window.find("table row")
    key("F10")
    window.find("menu item", "Gateway").press()
    window.find("text", "Send URL")
    return window


def entry(window, name):
    return window.find("text", name)


def entered(window, name):
    from gi.repository import Atspi

    text = entry(window, name).accessible
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))


def set_in_the_window(it):
    it.spring()
    window = open_page(it.open())
    window.says("No Gateway Is Set")
    wait("the focus on the page",
         lambda: window.find("list item", "No Gateway Is Set").has("FOCUSED"))
    values = {"Send URL": "http://127.0.0.1:13013/cgi-bin/sendsms", "Login": "us & them",
              "Our Phone": "+12025550100", "Listen At": "0.0.0.0:13080"}
    for name, value in values.items():
        window.reach(entry(window, name))
        entry(window, name).type(value)
    window.says("Not saved yet.")

    # Nobody else's machine is listened at; what was entered stays, there and back too.
    key("Return")
    wait("why not", lambda: any("0.0.0.0:13080" in text for text in window.texts()))
    assert it.ctl("gateway", "status")["gateway"] is None
    key("Escape")
    wait("the page gone", lambda: window.one("text", "Send URL") is None)
    open_page(window)
    assert entered(window, "Login") == "us & them"
    window.says("Not saved yet.")

    window.reach(entry(window, "Listen At"))
    entry(window, "Listen At").type(f"127.0.0.1:{free_port()}")
    push(window, "Save")
    window.says("Not Running")
    wait("nothing unsaved", lambda: window.one("push button", "Save") is None)
    gateway = it.ctl("gateway", "status")["gateway"]
    assert (gateway["login"], gateway["phone"]) == ("us & them", "+12025550100"), gateway
    window.says(gateway["get_url"])
    push(window, "Copy the Get URL")
    window.says("Copied")


def another_changes_it_meanwhile(it):
    it.spring()
    set_gateway(it)
    window = open_page(it.open())
    window.says("Not Running")
    window.reach(entry(window, "Login"))
    entry(window, "Login").type("mine")
    window.says("Not saved yet.")
    set_gateway(it)
    it.ctl("gateway", "set", "--send-url=http://127.0.0.1:1/cgi-bin/sendsms", "--login=theirs",
           "--phone=+12025550177", "--listen=127.0.0.1:13081")
    wait("what was entered stays",
         lambda: entered(window, "Login") == "mine")
    push(window, "Discard Changes")
    wait("theirs", lambda: entered(window, "Login") == "theirs")
    wait("the focus kept", lambda: entry(window, "Send URL").has("FOCUSED"))


def runs_fails_and_ends(it):
    it.spring()
    gateway = set_gateway(it)
    window = open_page(it.open())
    window.says("Not Running")
    it.ctl("message", "Spring", 1, "--direction=out", "Hello", user="ann@example.org")
    window.says("1 queued")
    wait("that nobody runs it", lambda: any("Nobody runs the gateway" in text
                                            for text in window.texts()))
    process = run_gateway(it)
    window.says("Running, with Trouble")
    wait("what is wrong", lambda: any("whether Kannel is running" in text
                                      for text in window.texts()))
    receive(gateway, 1, "Hi <b>you</b> & me")
    window.says("1 message, 1 from an unknown number")
    process.send_signal(signal.SIGTERM)
    process.wait()
    window.says("Not Running")


def strangers_are_shown(it):
    it.spring()
    gateway = set_gateway(it)
    run_gateway(it)
    window = open_page(it.open())
    window.says("Nobody has written who is in no campaign.")
    receive(gateway, 1, "Who <b>are</b> you?")
    row = window.find("list item", starts=f"{STRANGER}, ")
    row.says("Who <b>are</b> you?")
    receive(gateway, 2, "STOP", "INFO")
    first = window.find("list item", starts="INFO, ")
    assert first.name.endswith("STOP"), first.name
    push(window, f"Copy number and text, {STRANGER}")
    window.says("Copied")
    # What was said of it does not stand in the way.
    key("Escape")
    wait("the page gone", lambda: window.one("text", "Send URL") is None)


def others_do_not_see_it(it):
    it.spring()
    set_gateway(it)
    for user in ("mo@example.org", "ann@example.org"):
        process = it.start(f"--user={user}")
        window = it.window()
        window.find("table row")
        key("F10")
        window.find("menu item", "Keyboard Shortcuts")
        assert window.one("menu item", "Gateway") is None, user
        desk.end_process(process)
        it.processes.remove(process)
        wait("the window gone", lambda: not list(it.windows()))


desk.main(set_in_the_window, another_changes_it_meanwhile, runs_fails_and_ends,
          strangers_are_shown, others_do_not_see_it)
