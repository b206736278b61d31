# SPDX-License-Identifier: GPL-3.0-or-later
"""Debian's Kannel with its fake message centre, in a folder and on ports of its own.

Its configuration is the one that the manual page of reassignctl shows: what
people are told to write is what is tested.
"""

import os
import random
import re
import signal
import socket
import subprocess
import threading
import time
import urllib.parse
import urllib.request

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FAKE = "/usr/lib/kannel/test/fakesmsc"
ENVIRONMENT = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"}

# What Kannel refuses as not routable: a number of this beginning.
NO_WAY = "+1900"


def free_port():
    """One that no connection is given by the system before it is used."""
    while True:
        port = random.randrange(15000, 32000)
        with socket.socket() as listener:
            try:
                listener.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue


def wait_for(what, seconds=20, every=0.03, says=None):
    """What is true sooner or later, or an error that names it."""
    end = time.monotonic() + seconds
    while True:
        result = what()
        if result:
            return result
        assert time.monotonic() < end, says() if callable(says) else says or "It did not happen."
        time.sleep(every)


def manual_configuration():
    """The kannel.conf of the manual page."""
    with open(os.path.join(TOP, "data", "reassignctl.1"), encoding="utf-8") as file:
        page = file.read()
    example = re.search(r'^\.\\" kannel\.conf.*?\n(.*?)^\.\\" The end', page, re.M | re.S).group(1)
    assert "\n." not in example, example
    return example.replace("\\-", "-").replace("\\e", "\\")


class Kannel:
    """bearerbox and smsbox, and the phones of the people behind them."""

    def __init__(self, folder, retry_seconds=1):
        self.folder = os.path.join(folder, "kannel")
        self.password = "a Password&+of %our own"
        self.login = "reassign"
        self.get_url = "http://127.0.0.1:9/"
        self.retry_seconds = retry_seconds
        self.processes = []
        self.admin_port, self.box_port, self.fake_port, self.send_port = (
            free_port() for _ in range(4))
        for name in ("store", "reports"):
            os.makedirs(os.path.join(self.folder, name))
        self.phones = FakePhones(self.fake_port)

    @property
    def send_url(self):
        return f"http://127.0.0.1:{self.send_port}/cgi-bin/sendsms"

    def path(self, name):
        return os.path.join(self.folder, name)

    def configuration(self):
        text = manual_configuration()
        for old, new in {
                "13000": self.admin_port, "13001": self.box_port, "13013": self.send_port,
                "port = 10000": f"port = {self.fake_port}\ndenied-prefix = {NO_WAY}",
                "ADMIN-PASSWORD": "admin", "PASSWORD": self.password, "GET-URL": self.get_url,
                "/var/spool/kannel": self.folder, "/var/log/kannel": self.folder,
                "http-queue-delay = 10": f"http-queue-delay = {self.retry_seconds}",
        }.items():
            assert old in text, (old, text)
            text = text.replace(old, str(new))
        return text

    def start(self):
        with open(self.path("kannel.conf"), "w", encoding="utf-8") as file:
            file.write(self.configuration())
        self.start_box("bearerbox")
        wait_for(self.status, says=self.log)
        self.start_box("smsbox")
        wait_for(lambda: "smsbox:" in (self.status() or ""), says=self.log)
        wait_for(lambda: answers(self.send_port), says=self.log)
        self.phones.start()
        wait_for(lambda: re.search(r"FAKE:\d+ +\(online", self.status() or ""), says=self.log)

    def start_box(self, name):
        with open(self.path(name + ".out"), "ab") as out:
            self.processes.append(subprocess.Popen(
                ["/usr/sbin/" + name, "-v", "2", self.path("kannel.conf")], cwd=self.folder,
                env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=out, stderr=out))

    def status(self):
        try:
            with urllib.request.urlopen(
                    f"http://127.0.0.1:{self.admin_port}/status.txt?password=admin",
                    timeout=2) as answer:
                return answer.read().decode("utf-8", "replace")
        except OSError:
            return None

    def kill(self):
        """Both boxes at once, as a machine does that loses its power."""
        for process in self.processes:
            process.kill()
        for process in self.processes:
            process.wait()
        self.processes = []

    def stop_box(self, name, how=signal.SIGKILL):
        for process in list(self.processes):
            if process.args[0].endswith("/" + name):
                process.send_signal(how)
                process.wait()
                self.processes.remove(process)

    def log(self):
        lines = []
        for name in sorted(os.listdir(self.folder)):
            if name.endswith((".log", ".out")):
                with open(self.path(name), encoding="utf-8", errors="replace") as file:
                    lines += [name + ": " + line for line in file.read().splitlines()[-15:]]
        return "Kannel is not as it should be.\n" + "\n".join(lines)

    def close(self):
        self.phones.close()
        self.kill()


def answers(port):
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
        return True
    except OSError:
        return False


# What the fake message centre says of each part that it received.
RECEIVED = re.compile(rb"^[0-9: -]{19} \[\d+\] \[\d+\] DEBUG: Got message \d+: <(.*)$", re.S)


class Part:
    """What arrived on somebody's phone at once: a text, or a part of one."""

    def __init__(self, line):
        self.sender, self.phone, kind, rest = line.split(b" ", 3)
        self.sender, self.phone = self.sender.decode(), self.phone.decode()
        header = b""
        if kind == b"udh":
            header, kind, rest = rest.split(b" ", 2)
            header = urllib.parse.unquote_to_bytes(header.replace(b"+", b" "))
        # 05 00 03 r n k: part k of the n of the text that is numbered r.
        self.reference, self.parts, self.number = tuple(header[3:6]) if header else (None, 1, 1)
        self.body = rest if kind == b"text" else urllib.parse.unquote_to_bytes(
            rest.replace(b"+", b" "))
        # Of several parts Kannel does not say in which alphabet they are.
        self.is_ucs2 = kind == b"ucs-2" or (kind == b"data" and b"\0" in self.body)


class FakePhones:
    """The message centre behind Kannel: what people received, and what they text back."""

    def __init__(self, port):
        self.port = port
        self.process = None
        self.parts = []
        self.lock = threading.Lock()
        self.reference = 0

    def start(self):
        """Once again where Kannel was away, for it ends with the connection."""
        self.close()
        self.process = subprocess.Popen(
            ["stdbuf", "-i0", FAKE, "-i", "0.01", "-H", "127.0.0.1", "-r", str(self.port),
             "-v", "0"],
            env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE)
        threading.Thread(target=self.listen, args=(self.process.stderr,), daemon=True).start()

    def listen(self, stream):
        for line in stream:
            match = RECEIVED.match(line.rstrip(b"\n"))
            if match and match.group(1).endswith(b">"):
                with self.lock:
                    self.parts.append(Part(match.group(1)[:-1]))

    def texts(self, phone=None):
        """(phone, text) of every whole text, in the order in which it was complete."""
        with self.lock:
            parts = list(self.parts)
        whole, open_texts = [], {}
        for part in parts:
            if phone not in (None, part.phone):
                continue
            known = open_texts.setdefault((part.phone, part.reference), {})
            known[part.number] = part
            if len(known) == part.parts:
                body = b"".join(known[number].body for number in sorted(known))
                is_ucs2 = any(one.is_ucs2 for one in known.values())
                whole.append((part.phone,
                              body.decode("utf-16-be" if is_ucs2 else "utf-8", "replace")))
                del open_texts[(part.phone, part.reference)]
        return whole

    def say(self, line):
        """The fake message centre reads lines of fewer than 256 bytes."""
        assert len(line) < 255 and b"\n" not in line, line
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    def write(self, phone, ours, text, ucs2=False):
        """A person texts us, in as many parts as the text needs."""
        if ucs2:
            units = text.encode("utf-16-be")
            pieces = [units[at:at + 60] for at in range(0, len(units), 60)]
        else:
            pieces = [text[at:at + 140].encode() for at in range(0, len(text), 140)] or [b""]
        self.reference = self.reference % 250 + 1
        start = f"{phone} {ours} ".encode()
        for number, piece in enumerate(pieces, 1):
            kind = b"ucs2" if ucs2 else b"text"
            if len(pieces) > 1:
                header = bytes([5, 0, 3, self.reference, len(pieces), number])
                kind = b"udh-data " if ucs2 else b"udh-text "
                kind += urllib.parse.quote_from_bytes(header).encode()
            body = urllib.parse.quote_from_bytes(piece).encode() if ucs2 else piece
            self.say(start + kind + b" " + body)

    def close(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process.stdin.close()
            self.process = None
