# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands between Kannel and the runner, and lets bad luck happen on purpose.

Each request that passes is an Exchange. Before it goes on, and before its answer
goes back, those who asked for it are called: they may kill a side, wait, or drop
it, which ends the connection without a word.
"""

import http.client
import http.server
import re
import socket
import threading
import urllib.parse

BEFORE, AFTER = "before", "after"


class Drop(Exception):
    """The request, or its answer, is lost on the way."""


class Exchange:
    def __init__(self, kind, method, path, body):
        self.kind = kind
        self.method = method
        self.path = path
        self.body = body
        self.status = None
        self.answer = None
        self.delivered = False
        query = urllib.parse.urlsplit(path).query or body.decode("latin-1")
        self.query = dict(urllib.parse.parse_qsl(query, keep_blank_values=True))

    def __repr__(self):
        return f"<{self.kind} {self.path[:200]} {self.status} {'' if self.delivered else 'lost'}>"


class Door:
    """One side's way to the other: listens here, and hands on to a port."""

    def __init__(self, proxy, kind_of, target=None, change=None):
        self.proxy = proxy
        self.target = target
        door = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                path = change(self.path) if change else self.path
                exchange = Exchange(kind_of(path), self.command, path, body)
                with proxy.lock:
                    proxy.exchanges.append(exchange)
                try:
                    self.carry(exchange)
                except (Drop, OSError, http.client.HTTPException):
                    self.hang_up()

            do_POST = do_GET

            def carry(self, exchange):
                proxy.tell(exchange, BEFORE)
                there = http.client.HTTPConnection("127.0.0.1", door.target, timeout=60)
                keep = {name: value for name, value in self.headers.items()
                        if name.lower() not in ("host", "connection", "content-length")}
                try:
                    there.request(exchange.method, exchange.path, exchange.body or None, keep)
                    answer = there.getresponse()
                    exchange.answer = answer.read()
                    exchange.status = answer.status
                finally:
                    there.close()
                proxy.tell(exchange, AFTER)
                self.send_response(exchange.status)
                kind = answer.getheader("Content-Type")
                if kind:
                    self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(exchange.answer)))
                self.end_headers()
                self.wfile.write(exchange.answer)
                self.wfile.flush()
                exchange.delivered = True

            def hang_up(self):
                self.close_connection = True
                try:
                    self.connection.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 128

            def handle_error(self, *_):
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class Proxy:
    """Both doors: the runner's to Kannel's sendsms, and Kannel's to the runner."""

    def __init__(self):
        self.lock = threading.RLock()
        self.exchanges = []
        self.wishes = []
        self.to_runner = Door(self, self.kind_of_received)
        # Without a text it only asks whether Kannel is there.
        self.to_kannel = Door(self, lambda path: "send" if "text=" in path else "probe",
                              change=self.report_through_us)

    def kind_of_received(self, path):
        """A report is asked for with an address of its own in each request."""
        return "report" if urllib.parse.urlsplit(path).path in self.report_paths else "receive"

    report_paths = frozenset()

    def report_through_us(self, path):
        """Lets the report of this message come to us instead of to the runner."""
        parts = urllib.parse.urlsplit(path)
        query = urllib.parse.parse_qsl(parts.query, keep_blank_values=True)
        for number, (name, value) in enumerate(query):
            if name == "dlr-url":
                self.report_paths = self.report_paths | {urllib.parse.urlsplit(value).path}
                ours = re.sub(r"^http://[^/]*", f"http://127.0.0.1:{self.to_runner.port}", value)
                query[number] = (name, ours)
        return urllib.parse.urlunsplit(parts._replace(query=urllib.parse.urlencode(query)))

    def when(self, kind, point, do, times=1, matching=None):
        """Does something with the next exchanges of this kind; None is for ever."""
        with self.lock:
            wish = {"kind": kind, "point": point, "do": do, "times": times, "matching": matching}
            self.wishes.append(wish)
            return wish

    def forget(self, wish):
        with self.lock:
            if wish in self.wishes:
                self.wishes.remove(wish)

    def tell(self, exchange, point):
        with self.lock:
            meant = [wish for wish in self.wishes
                     if wish["kind"] == exchange.kind and wish["point"] == point
                     and (wish["matching"] is None or wish["matching"](exchange))]
            for wish in meant:
                if wish["times"] is not None:
                    wish["times"] -= 1
                    if wish["times"] == 0:
                        self.wishes.remove(wish)
        for wish in meant:
            wish["do"](exchange)

    def seen(self, kind):
        with self.lock:
            return [exchange for exchange in self.exchanges if exchange.kind == kind]

    def close(self):
        for door in (self.to_runner, self.to_kannel):
            door.close()


def drop(_):
    raise Drop
