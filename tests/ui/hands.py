# SPDX-License-Identifier: GPL-3.0-or-later
"""What the walks do with the keyboard alone, and the pictures they leave of each step.

Nothing is pressed here but what has the focus, and what comes by pasting is put only
where the focus is.
"""

import os
import pathlib
import tempfile
import time

from desk import Missing, key, wait


class Album:
    """The pictures of a walk, numbered in their order."""

    def __init__(self, it, name):
        self.it = it
        self.name = name
        self.count = 0
        self.folder = pathlib.Path(os.environ.get("REASSIGN_PICTURES") or tempfile.mkdtemp())
        self.folder.mkdir(parents=True, exist_ok=True)

    def take(self, name):
        # What has just come on screen is drawn a moment later.
        time.sleep(0.6)
        self.count += 1
        path = self.folder / f"{self.name}-{self.count:02}-{name}.png"
        self.it.picture(path)
        print(f"# {path}", flush=True)


def has_focus(thing):
    """Of a menu button the part inside has it."""
    return thing.has("FOCUSED") or any(child.has("FOCUSED") for child in thing.children())


def go_to(window, thing, keys="Tab"):
    """Moves the focus by one key alone."""
    for _ in range(60):
        if has_focus(thing):
            return thing
        key(keys)
    raise Missing(f"{thing} is not reached by {keys} in {window}")


def push(window, name=None, keys="Tab", **what):
    """Goes to a button, and presses it by Space."""
    button = window.find("push button", name, **what)
    wait(f"{button} sensitive", lambda: button.has("SENSITIVE"))
    go_to(window, button, keys)
    key("space")


def choose_item(window, name):
    """Chooses in the menu that is open, by the arrows."""
    item = window.find("menu item", name)
    wait(f"{item} sensitive", lambda: item.has("SENSITIVE"))
    go_to(window, item, "Down")
    key("Return")


def paste(window, entry, text):
    """Puts text where the focus is."""
    go_to(window, entry)
    entry.type(text)


def choose_below(window, drop_down, steps, after):
    """Opens a drop-down and goes some choices down."""
    push(window, drop_down)
    for _ in range(steps):
        key("Down")
    key("Return")
    window.find("push button", after)


def wait_closed(it, name):
    # GTK 4.8 trips over a window that goes between being counted and looked at.
    time.sleep(0.5)
    wait(f"{name} to be gone", lambda: all(one.name != name for one in it.windows()))
