# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the window the way a screen reader and a keyboard do.

main() starts a display and a session bus of its own, and runs each test with a
Desk: a folder with a database, the program, and reassignctl. What is on screen
is found by role and name.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

WINDOW = os.environ.get("REASSIGN", "reassign")
CTL = os.environ.get("REASSIGNCTL", "reassignctl")
PATIENCE = float(os.environ.get("REASSIGN_PATIENCE", "15"))
OWNER = "olive@example.org"


class Missing(Exception):
    """Something did not come on screen in time."""


def wait(what, condition, seconds=PATIENCE):
    """Waits until condition() is true, and returns what it returned."""
    from gi.repository import GLib

    end = time.monotonic() + seconds
    while True:
        # What is known of the screen is brought up to date by messages.
        while GLib.MainContext.default().iteration(False):
            pass
        problem = None
        try:
            value = condition()
        except (GLib.Error, IndexError) as error:  # It went away while it was looked at.
            value, problem = None, error
        if value:
            return value
        if time.monotonic() > end:
            raise Missing(f"not within {seconds:g} s: {what}" + (f" ({problem})" if problem else ""))
        time.sleep(0.03)


def key(keys):
    """Presses keys as a person does: "<Control>z", "Tab", "Down"."""
    from gi.repository import Atspi, Gdk

    codes = {"Control": 37, "Shift": 50, "Alt": 64}
    *held, last = keys.replace("<", "").split(">")
    for name in held:
        Atspi.generate_keyboard_event(codes[name], None, Atspi.KeySynthType.PRESS)
    Atspi.generate_keyboard_event(Gdk.keyval_from_name(last), None, Atspi.KeySynthType.SYM)
    for name in held:
        Atspi.generate_keyboard_event(codes[name], None, Atspi.KeySynthType.RELEASE)
    time.sleep(0.05)


class Thing:
    """Something on screen."""

    def __init__(self, accessible):
        self.accessible = accessible

    def __repr__(self):
        return f"<{self.role} {self.name!r}>"

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def description(self):
        return self.accessible.get_description() or ""

    def has(self, state):
        from gi.repository import Atspi

        return self.accessible.get_state_set().contains(getattr(Atspi.StateType, state))

    @property
    def checked(self):
        return self.has("CHECKED") or self.has("PRESSED")

    @property
    def visible(self):
        """GTK 4.8 sets SHOWING on windows only; elsewhere it takes a size, too."""
        from gi.repository import Atspi

        if not self.has("VISIBLE"):
            return False
        component = self.accessible.get_component_iface()
        if component is None:
            return True
        box = component.get_extents(Atspi.CoordType.WINDOW)
        return box.width > 0 and box.height > 0

    def children(self):
        for index in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(index)
            if child is not None:
                yield Thing(child)

    def walk(self):
        """All that is on screen from here on. Rows of tables are not entered: there
        may be hundreds."""
        for child in self.children():
            if child.role == "table row":
                yield child
            elif child.visible:
                yield child
                yield from child.walk()

    def all(self, role=None, name=None, starts=None):
        for thing in self.walk():
            if role is not None and thing.role != role:
                continue
            if name is not None and thing.name != name:
                continue
            if starts is not None and not thing.name.startswith(starts):
                continue
            yield thing

    def one(self, *what, **more):
        """What fits, or None."""
        return next(self.all(*what, **more), None)

    def find(self, *what, **more):
        """Waits for it."""
        return wait(f"{what} {more} in {self}", lambda: self.one(*what, **more))

    def gone(self, *what, **more):
        wait(f"no {what} {more} in {self}", lambda: self.one(*what, **more) is None)

    def press(self):
        """Does what a click does. Of a menu button the part inside does it."""
        wait(f"{self} sensitive", lambda: self.has("SENSITIVE"))
        for thing in (self, *self.children()):
            action = thing.accessible.get_action_iface()
            if action is not None and action.get_n_actions() > 0:
                action.do_action(0)
                return
        raise Missing(f"{self} cannot be pressed")

    def type(self, text):
        """Replaces what an entry holds."""
        self.accessible.get_editable_text_iface().set_text_contents(text)

    def toast(self, button):
        """A button of the toast that came last, which libadwaita names twice over."""
        return wait(
            f"{button} in a toast",
            lambda: list(self.all("filler", "AdwToastWidget"))[-1].one("push button", starts=button),
        )

    def texts(self):
        return [thing.name for thing in self.all("label")]

    def says(self, text):
        """Waits until a label says so."""
        return wait(f"{text!r} in {self}", lambda: self.one("label", text))

    def reach(self, target, keys="Tab"):
        """Moves the focus by the keyboard alone."""
        for _ in range(60):
            if target.has("FOCUSED"):
                return target
            key(keys)
        raise Missing(f"{target} is not reached by {keys}")

    def choose(self, role, name):
        """Ticks a check box, or chooses a radio button, by the keyboard."""
        target = self.find(role, name)
        if role == "radio button":
            self.reach_radio(target)
        else:
            self.reach(target)
            key("space")
        wait(f"{target} chosen", lambda: target.checked)

    def reach_radio(self, target):
        """Tab goes to a group of radio buttons, the arrows move in it and choose."""
        group = [
            thing for thing in self.all("radio button")
            if thing.accessible.get_parent().get_parent() == target.accessible.get_parent().get_parent()
        ]
        names = [thing.name for thing in group]
        for _ in range(60):
            if target.has("FOCUSED"):
                if not target.checked:
                    key("space")
                return
            focused = next((thing.name for thing in group if thing.has("FOCUSED")), None)
            if focused is None:
                key("Tab")
            else:
                key("Down" if names.index(focused) < names.index(target.name) else "Up")
        raise Missing(f"{target} is not reached")

    def turn_to(self, tab):
        """Shows a tab, by its keys."""
        number, sign = {"Conversations": (1, "Bulk Reassign"), "Senders": (2, "Show: All Senders")}[tab]

        def turn():
            key(f"<Control>{number}")
            return any(thing.name == sign for thing in self.walk())

        self.find("page tab", tab)
        wait(f"the tab {tab}", turn)

    def row(self, starts):
        return self.find("table row", starts=starts)

    def tick(self, name):
        """Ticks a sender in the table of a dialog, by the keyboard."""
        row = self.row(name + ", ")
        box = wait(f"the tick of {name}", lambda: row.one("check box"))
        places = [it for row in self.all("table row") for it in (row, row.one("check box")) if it]
        for _ in range(60):
            if any(it.has("FOCUSED") for it in places):
                break
            key("Tab")
        key("Home")
        self.reach(box, "Down")
        key("space")
        wait(f"{name} ticked", lambda: box.checked)


class Desk:
    """A folder with a database, and windows on it."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="reassign-ui-"))
        self.database = self.folder / "test.db"
        self.processes = []

    def ctl(self, *arguments, user=None):
        """Runs reassignctl and returns what its JSON says."""
        command = [CTL, f"--database={self.database}", "--json"]
        if user is not None:
            command.append(f"--user={user}")
        done = subprocess.run([*command, *map(str, arguments)], capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"reassignctl {arguments}: {done.stderr}")
        return json.loads(done.stdout)

    def start(self, *arguments, database=None, preexec_fn=None, **environment):
        """Starts the window's program."""
        command = [WINDOW, f"--database={database or self.database}", *arguments]
        process = subprocess.Popen(
            list(map(str, command)), env={**os.environ, "G_DEBUG": "fatal-criticals", **environment},
            preexec_fn=preexec_fn,
        )
        self.processes.append(process)
        return process

    def open(self, *arguments, **more):
        """Starts the program and returns its window as soon as it is there."""
        self.start(*arguments, **more)
        return self.window()

    def windows(self):
        from gi.repository import Atspi

        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application is not None and application.get_name() == "reassign":
                # The screen changes all the time: only what a thing is, is remembered.
                application.set_cache_mask(Atspi.Cache.ROLE | Atspi.Cache.INTERFACES)
                yield from Thing(application).children()

    def window(self, name=None):
        return wait(
            f"the window {name or ''}",
            lambda: next((it for it in self.windows() if name is None or it.name == name), None),
        )

    def picture(self, path):
        subprocess.run(["import", "-window", "root", str(path)], check=True)

    def senders(self, campaign="Spring"):
        """What each sender holds, by first name, and None what nobody holds."""
        held = {it["first_name"]: it for it in self.ctl("senders", campaign)["senders"]}
        held[None] = self.ctl("overview", campaign)["unassigned"]
        return held

    def moves(self, campaign="Spring"):
        return self.ctl("history", campaign)["moves"]

    def spring(self, state="active"):
        """A small campaign whose numbers are known by heart: Ann holds 10 (3 need a
        reply, 5 are not started), Bo 8 (2, 4), Cy 2 (0, 2), nobody 10 (4, 6)."""
        self.ctl("init", f"--owner={OWNER}")
        for name in ("ann", "bo", "cy"):
            self.ctl("user", "add", f"{name}@example.org", f"--first-name={name.title()}",
                     "--last-name=Lee")
        self.ctl("user", "add", "mo@example.org", "--role=moderator")
        self.ctl("campaign", "create", "Spring", "--state=active", "--hours=any")
        self.ctl("sender", "add", "Spring", "ann@example.org,bo@example.org,cy@example.org")
        rows = ["phone,first name,last name,sender,status"]
        for sender, *counts in (("ann", 3, 5, 2), ("bo", 2, 4, 2), ("cy", 0, 2, 0), ("", 4, 6, 0)):
            for status, count in zip(("needs_reply", "not_started", "messaged"), counts):
                for _ in range(count):
                    email = sender and f"{sender}@example.org"
                    number = len(rows)
                    rows.append(f"+1202555{number:04},Contact,Nr{number:02},{email},{status}")
        path = self.folder / "spring.csv"
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")
        self.ctl("contacts", "import", "Spring", path)
        if state != "active":
            self.ctl("campaign", "set", "Spring", f"--state={state}")

    def end(self):
        """Ends the programs; one that has crashed before fails the test."""
        crashed = [it.returncode for it in self.processes if it.poll() not in (None, 0)]
        for process in self.processes:
            end_process(process)
        shutil.rmtree(self.folder, ignore_errors=True)
        assert not crashed, f"the window's program ended with {crashed}"


def end_process(process):
    """Ends a program, whether it wants to or not."""
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def with_display(command):
    """Runs a command with a display and a session bus of its own."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        pass_fds=[write], stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as numbers:
        display = numbers.readline().strip()
    home = tempfile.mkdtemp(prefix="reassign-home-")
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("REASSIGN_D")
    }
    environment.update(
        DISPLAY=f":{display}", GDK_BACKEND="x11", GSK_RENDERER="cairo", GTK_A11Y="atspi",
        GSETTINGS_BACKEND="memory", HOME=home, LC_ALL="C.UTF-8", REASSIGN_INSIDE="1",
        **{f"XDG_{name}_HOME": f"{home}/{name}" for name in ("CONFIG", "DATA", "CACHE", "STATE")},
    )
    # Of a program that is not installed the settings are described in its build folder.
    environment.setdefault(
        "GSETTINGS_SCHEMA_DIR", str(pathlib.Path(WINDOW).resolve().parents[2] / "data"))
    environment.pop("WAYLAND_DISPLAY", None)
    environment.pop("REASSIGN_USER", None)
    # The services of the bus write to what they are given, but not into the TAP.
    output = os.dup(1)
    environment["REASSIGN_OUTPUT"] = str(output)
    try:
        return subprocess.run(
            ["dbus-run-session", "--", *command], env=environment, stdout=2, pass_fds=[output],
        ).returncode
    finally:
        end_process(server)
        shutil.rmtree(home, ignore_errors=True)


def has_manager():
    """Whether somebody manages the windows of this display."""
    asked = subprocess.run(
        ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], capture_output=True, text=True
    )
    return "window id" in asked.stdout


def start_manager():
    """Starts a window manager: a window that comes before it never gets the keyboard.

    Now and then one doesn't come up, where its settings' service is slow; the next does.
    """
    for _ in range(4):
        manager = subprocess.Popen(["xfwm4"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait("a window manager", has_manager)
            return manager
        except Missing:
            end_process(manager)
    raise Missing("no window manager comes up")


def enter():
    """Runs this program once more within a display, unless it is there already."""
    if "REASSIGN_INSIDE" not in os.environ:
        sys.exit(with_display([sys.executable, *sys.argv]))

    os.dup2(int(os.environ.pop("REASSIGN_OUTPUT")), 1)

    import gi

    gi.require_version("Atspi", "2.0")
    gi.require_version("Gdk", "4.0")
    return start_manager()


def tell(desk, test):
    """Says where a test failed, and what was on screen then."""
    for frame in traceback.extract_tb(sys.exc_info()[2]):
        print(f"# {pathlib.Path(frame.filename).name}:{frame.lineno}: {frame.line}")
    print(f"# {sys.exc_info()[1]}")
    try:
        for window in desk.windows():
            print(f"# {window}: {window.texts()[:60]}")
    except Exception as error:
        print(f"# and nothing can be seen: {error}")
    if "REASSIGN_PICTURES" in os.environ:
        os.makedirs(os.environ["REASSIGN_PICTURES"], exist_ok=True)
        desk.picture(f"{os.environ['REASSIGN_PICTURES']}/{test.__name__}.png")


def run(test):
    desk = Desk()
    try:
        test(desk)
    except Exception:
        tell(desk, test)
        raise
    finally:
        desk.end()


def main(*tests):
    """Runs the tests, each at a desk of its own, and prints TAP."""
    chosen = [test for test in tests if len(sys.argv) < 2 or test.__name__ in sys.argv[1:]]
    manager = enter()
    failed = 0
    print(f"TAP version 13\n1..{len(chosen)}", flush=True)
    for number, test in enumerate(chosen, 1):
        title = test.__name__.replace("_", " ")
        try:
            run(test)
        except Exception as error:
            failed += 1
            print(f"# {error}")
            print(f"not ok {number} - {title}", flush=True)
        else:
            print(f"ok {number} - {title}", flush=True)
    end_process(manager)
    sys.exit(1 if failed else 0)
