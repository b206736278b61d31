# SPDX-License-Identifier: GPL-3.0-or-later
"""A database, its gateway's runner and Kannel, with a proxy between the two.

A test is a function that takes a Rig, which is a Place of the tests of reassignctl
with all of that in it; main() runs each in turn and prints TAP.
"""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "cli"))

import harness
from kannel import NO_WAY, Kannel, answers, free_port, wait_for
from proxy import AFTER, BEFORE, Proxy, drop

OURS = "+12025550100"

__all__ = ["AFTER", "BEFORE", "NO_WAY", "OURS", "Rig", "drop", "fetch", "free_port",
           "main", "phone", "wait_for"]


def phone(number):
    return f"+1202555{1000 + number}"


class Rig(harness.Place):
    def __init__(self):
        super().__init__()
        self.kannel = Kannel(self.folder)
        self.proxy = Proxy()
        self.runner = None
        self.deaths = 0
        self.listen_port = free_port()
        self.proxy.to_runner.target = self.listen_port
        self.proxy.to_kannel.target = self.kannel.send_port

    def close(self):
        """Nothing of it stays, whatever happened."""
        self.stop()
        self.proxy.close()
        self.kannel.close()

    def clear(self):
        self.close()
        super().clear()

    # What people set up.

    def set_up(self, contacts=1, *options, start=True, directly=False):
        """A campaign that Ann has all of, a gateway that is set, and all of it running."""
        self.campaign("Spring", "--message=Hi %FirstName%", *options, senders=("ann",),
                      contacts=[(phone(number), f"No{number}", "", "ann@example.org")
                                for number in range(1, contacts + 1)])
        self.set_gateway(directly)
        if start:
            self.kannel.start()
            self.run_gateway()

    def set_gateway(self, directly=False):
        """Through the proxy; or directly, where it is to be seen that nobody is there."""
        port = self.kannel.send_port if directly else self.proxy.to_kannel.port
        status = self.json(
            "gateway", "set", f"--login={self.kannel.login}", f"--phone={OURS}",
            f"--send-url=http://127.0.0.1:{port}/cgi-bin/sendsms",
            f"--listen=127.0.0.1:{self.listen_port}")
        self.get_url = status["gateway"]["get_url"]
        assert f"//127.0.0.1:{self.listen_port}/" in self.get_url, self.get_url
        self.kannel.get_url = self.get_url.replace(
            str(self.listen_port), str(self.proxy.to_runner.port), 1)

    # The runner.

    def run_gateway(self, *options, wait=True, password=None):
        environment = {**self.environment(), "DBUS_SESSION_BUS_ADDRESS": "disabled:",
                       "REASSIGN_GATEWAY_PASSWORD": password or self.kannel.password}
        with open(self.path("runner.log"), "ab") as log, open(self.path("runner.err"), "ab") as err:
            self.runner = subprocess.Popen([self.program, *options, "gateway", "run"],
                                           env=environment, cwd=self.folder,
                                           stdin=subprocess.DEVNULL, stdout=log, stderr=err)
        if wait:
            wait_for(lambda: answers(self.listen_port) or self.runner.poll() is not None,
                     says=self.runner_log)
            assert self.runner.poll() is None, self.runner_log()

    def told(self):
        """The lines on its standard error, of all runners."""
        return self.read("runner.err").decode("utf-8", "replace").splitlines()

    def runner_log(self):
        return "\n".join(["The runner says:", *self.told(),
                          self.read("runner.log").decode("utf-8", "replace")])

    def kill_runner(self, *_):
        self.runner.kill()
        self.runner.wait()
        # Counted when it is dead: who waits for it looks whether there is still a runner.
        self.deaths += 1

    def stop(self):
        """As a person does by Ctrl+C; its exit code."""
        if self.runner is None:
            return None
        if self.runner.poll() is None:
            self.runner.terminate()
            try:
                self.runner.wait(10)
            except subprocess.TimeoutExpired:
                self.runner.kill()
                self.runner.wait()
        code, self.runner = self.runner.returncode, None
        return code

    def restart_runner(self):
        """Brings it back where it was killed."""
        if self.runner is None or self.runner.poll() is not None:
            self.run_gateway()

    # What people do.

    def send(self, conversation, text="Hi"):
        return self.json("message", "Spring", conversation, "--direction=out", text,
                         "--user=ann@example.org")

    def status(self):
        return self.json("gateway", "status")

    def conversation(self, number):
        found = self.json("conversations", "Spring", f"--conversations={number}")
        return found["conversations"][0]

    def messages(self, number):
        """(direction, text) of each message of a conversation."""
        return [(message["direction"], message["text"])
                for message in self.json("messages", "Spring", number)["messages"]]

    def received(self, number):
        """What stands in a conversation of what its contact wrote."""
        return [text for direction, text in self.messages(number) if direction == "in"]

    def wait_status(self, seconds=20, **expected):
        """Until the gateway's counts are these."""
        def reached():
            status = self.status()
            return all(status[name] == value for name, value in expected.items())
        wait_for(reached, seconds, every=0.1,
                 says=lambda: f"{expected} of {self.status()}\n{self.proxy.exchanges[-6:]}\n"
                              + self.runner_log() + self.kannel.log())

    def wait_texts(self, number, *texts, seconds=20):
        """Until a phone received just these, in whichever order."""
        wait_for(lambda: len(self.kannel.phones.texts(number)) >= len(texts), seconds,
                 says=lambda: f"{self.kannel.phones.texts()}\n{self.proxy.exchanges[-6:]}\n"
                              f"{self.status()}\n" + self.runner_log() + self.kannel.log())
        got = [text for _, text in self.kannel.phones.texts(number)]
        assert sorted(got) == sorted(texts), (got, texts)

    def settle(self, seconds=1.5):
        """Time in which something could still happen that must not."""
        time.sleep(seconds)

    def get_address(self, key=True, **change):
        """The address that Kannel calls with a text, filled in as it would."""
        filled = {"I": "id-1", "p": phone(1), "P": OURS, "b": "Hello", "c": "0", "C": "UTF-8",
                  "T": str(int(time.time())), **change}
        parts = urllib.parse.urlsplit(self.get_url)
        query = [(name, filled[value[1:]] if value.startswith("%") else value)
                 for name, value in urllib.parse.parse_qsl(parts.query, keep_blank_values=True)
                 if key or name != "key"]
        return urllib.parse.urlunsplit(parts._replace(query=urllib.parse.urlencode(query)))


def fetch(address, method="GET", timeout=10):
    """The status of the answer."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, method=method),
                                    timeout=timeout) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def main(tests):
    harness.Place = Rig
    harness.main(tests)
