# SPDX-License-Identifier: GPL-3.0-or-later
"""Who looks elsewhere is told that replies wait: seldom, without a name, and not at all if
that is what they want. The desktop that shows it is played here."""

import re
import subprocess
import sys
import time

import desk
from desk import key, wait

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
INTERFACE = """
<node><interface name="org.freedesktop.Notifications">
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation">
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
  </method>
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
    <arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>
"""
ELSEWHERE = """
import gi
gi.require_version("Gtk", "4.0")
from gi.repository import GLib, Gtk
Gtk.init()
window = Gtk.Window(title="Elsewhere")
window.present()
GLib.MainLoop().run()
"""


class Desktop:
    """Shows notifications, by remembering them; is served while something is waited for."""

    def __init__(self):
        from gi.repository import Gio

        self.told = []  # (title, body), all that ever came
        self.shown = {}  # by id
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
        self.object = self.bus.register_object(PATH, interface, self.call, None, None)
        self.owner = Gio.bus_own_name_on_connection(
            self.bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)

    def call(self, bus, sender, path, interface, method, parameters, invocation):
        from gi.repository import GLib

        answer = None
        if method == "Notify":
            _, replaces, _, title, body, actions, hints, _ = parameters.unpack()
            number = replaces or len(self.told) + 1
            self.told.append((title, body))
            self.shown[number] = parameters.unpack()
            answer = GLib.Variant("(u)", (number,))
        elif method == "CloseNotification":
            self.shown.pop(parameters.unpack()[0], None)
        elif method == "GetCapabilities":
            answer = GLib.Variant("(as)", (["actions", "body"],))
        else:
            answer = GLib.Variant("(ssss)", ("test", "test", "1", "1.2"))
        invocation.return_value(answer)

    def click(self):
        from gi.repository import GLib

        number = next(iter(self.shown))
        self.bus.emit_signal(None, PATH, NAME, "ActionInvoked",
                             GLib.Variant("(us)", (number, "default")))

    def leave(self):
        from gi.repository import Gio

        Gio.bus_unown_name(self.owner)
        self.bus.unregister_object(self.object)


def with_desktop(test):
    def run(it):
        desktop = Desktop()
        try:
            test(it, desktop)
        finally:
            desktop.leave()

    run.__name__ = test.__name__
    return run


def look_elsewhere(it, window):
    """At a window of another program."""
    other = subprocess.Popen([sys.executable, "-c", ELSEWHERE], stderr=subprocess.DEVNULL)
    it.processes.append(other)
    wait("the window left", lambda: not window.has("ACTIVE"))
    return other


def look_back(it, window, other):
    it.processes.remove(other)
    desk.end_process(other)
    wait("the window looked at", lambda: window.has("ACTIVE"))


def nothing_comes(desktop, count, seconds=6):
    end = time.monotonic() + seconds
    wait("a while", lambda: time.monotonic() > end, seconds + 5)
    assert len(desktop.told) == count, desktop.told


def open_spring(it, *arguments):
    it.spring()
    window = it.open(*arguments)
    window.find("push button", starts="Needs Reply: 9, 5 with offline senders")
    wait("the window looked at", lambda: window.has("ACTIVE"))
    return window


def reply(it, conversation):
    it.ctl("message", "Spring", conversation, "--direction=in", "Who is Nr07 at +12025550199?")


@with_desktop
def told_once_and_taken_back(it, desktop):
    window = open_spring(it)
    other = look_elsewhere(it, window)
    # What was there while the window was looked at is known; one more is news.
    reply(it, 9)
    wait("a notification", lambda: desktop.told)
    assert desktop.told == [("6 replies wait", "Their senders are offline.")], desktop.told
    everything = repr(desktop.shown)
    assert not re.search(r"Ann|Lee|Contact|Nr0|555|Spring|@", everything), everything
    reply(it, 10)
    # Longer than the window's slowest rhythm.
    nothing_comes(desktop, 1, 12)
    # Who holds them comes: it is solved.
    it.ctl("heartbeat", user="ann@example.org")
    it.ctl("heartbeat", user="bo@example.org")
    wait("it taken back", lambda: not desktop.shown, 20)
    it.ctl("heartbeat", "--end", user="ann@example.org")
    it.ctl("heartbeat", "--end", user="bo@example.org")
    nothing_comes(desktop, 1)
    look_back(it, window, other)


@with_desktop
def a_look_takes_it_back(it, desktop):
    window = open_spring(it)
    other = look_elsewhere(it, window)
    reply(it, 9)
    wait("a notification", lambda: desktop.shown)
    look_back(it, window, other)
    wait("it taken back", lambda: not desktop.shown)


@with_desktop
def a_click_leads_to_the_senders(it, desktop):
    window = open_spring(it)
    other = look_elsewhere(it, window)
    it.ctl("heartbeat", user="bo@example.org")
    window.find("push button", starts="Needs Reply: 9, 3 with offline senders")
    reply(it, 9)
    wait("a notification", lambda: desktop.shown)
    desktop.click()
    window.find("push button", "Show: Offline with Open Work")
    wait("Ann and Cy", lambda: window.one("table row", starts="Ann Lee, Offline"))
    assert window.one("table row", starts="Bo Lee") is None
    look_back(it, window, other)


@with_desktop
def off_is_off(it, desktop):
    window = open_spring(it)
    key("<Control>comma")
    dialog = it.window("Preferences")
    switch = dialog.find("check box", "Tell me when replies wait and their senders are offline")
    assert switch.checked
    dialog.reach(switch)
    key("space")
    wait("it off", lambda: not switch.checked)
    key("Escape")
    wait("the dialog gone", lambda: len(list(it.windows())) == 1)
    other = look_elsewhere(it, window)
    reply(it, 9)
    window.find("push button", starts="Needs Reply: 10, 6 with offline senders")
    nothing_comes(desktop, 0)
    look_back(it, window, other)


@with_desktop
def nobody_is_told_in_vain(it, desktop):
    """A sender can do nothing about it, nor can anybody while the campaign is paused."""
    it.spring()
    it.ctl("campaign", "set", "Spring", "--state=paused")
    window = it.open()
    window.find("push button", starts="Needs Reply: ")
    other = look_elsewhere(it, window)
    reply(it, 9)
    window.find("push button", starts="Needs Reply: 10")
    nothing_comes(desktop, 0)
    it.ctl("campaign", "set", "Spring", "--state=active")
    wait("a notification", lambda: desktop.told == [("6 replies wait", "Their senders are offline.")])
    look_back(it, window, other)


desk.main(told_once_and_taken_back, a_look_takes_it_back, a_click_leads_to_the_senders,
          off_is_off, nobody_is_told_in_vain)
