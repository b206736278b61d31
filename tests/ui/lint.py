# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with a surface for somebody who hears it, or has no mouse.

Each rule yields sentences; none is good.
"""

import collections
import re
import xml.etree.ElementTree

import desk
from desk import wait

MOST_STEPS = 25
ROWS = {"table row", "list item"}
# What GTK and libadwaita name themselves, and of which there may be several.
THEIRS = {"Minimize", "Maximize", "Close"}
LEAVES = {"label", "image", "push button", "toggle button", "check box", "radio button"}


def walk(top):
    """All that can be seen, two rows of each table included."""
    rows = collections.Counter()
    for thing in top.walk():
        yield thing
        if thing.role == "table row":
            parent = thing.accessible.get_parent()
            rows[parent] += 1
            if rows[parent] <= 2:
                yield from thing.walk()


def is_focusable(thing):
    return thing.has("FOCUSABLE") and thing.has("SENSITIVE")


def check_names(things):
    """What can be focused says what it is."""
    for thing in things:
        # A scrolled part lets the focus through to what is in it.
        if thing.role == "scroll pane" or not (is_focusable(thing) or thing.role == "page tab"):
            continue
        name = thing.name
        if not name.strip():
            yield f"a {thing.role} without a name"
        elif re.match(r"(Gtk|Adw|Rea)[A-Z]", name):
            yield f"{thing} is named by its class"
        elif name == "Tab":
            yield f"{thing} does not say which"
        elif "_" in name:
            yield f"{thing} says its mnemonic"


def check_twins(things):
    """No two are told apart by their place only."""
    counts = collections.Counter(
        (thing.role, thing.name) for thing in things
        if is_focusable(thing) and thing.role not in ROWS and thing.name not in THEIRS
        and thing.role not in ("label", "scroll pane") and not in_row(thing))
    for (role, name), count in counts.items():
        if count > 1:
            yield f"{count} of <{role} {name!r}>"


def in_row(thing):
    parent = thing.accessible.get_parent()
    while parent is not None:
        if parent.get_role_name() in ROWS:
            return True
        parent = parent.get_parent()
    return False


def roles_above(thing):
    parent = thing.accessible.get_parent()
    while parent is not None:
        yield parent.get_role_name()
        parent = parent.get_parent()


def check_images(things):
    """A picture that means something says so; one that decorates is no accessible."""
    for thing in things:
        if thing.role in ("image", "icon") and (not thing.name or thing.name.startswith("Gtk")):
            parent = desk.Thing(thing.accessible.get_parent())
            # What is around it has the name.
            if not any(it in ("push button", "toggle button", "entry", "menu item")
                       for it in roles_above(thing)):
                yield f"an image without a name in {parent}"


def check_drawn(things):
    """Widgets that we draw ourselves have a role, a name and a value."""
    for thing in things:
        if thing.role == "progress bar" and (
                not thing.name or thing.accessible.get_value_iface() is None):
            yield f"{thing} has no name or no value"


def check_rows(things):
    """A row tells who, whether online, how far and what waits."""
    for thing in things:
        if thing.role != "table row" or thing.name == "Column titles":
            continue
        if not thing.name or thing.name.startswith("Gtk"):
            yield f"{thing} says nothing"


def check(top):
    things = list(walk(top))
    return [problem for rule in (check_names, check_twins, check_images, check_drawn, check_rows)
            for problem in rule(things)]


def find_focused(top, things):
    focused = [thing for thing in things if thing.has("FOCUSED")]
    if not focused:
        things[:] = walk_all(top)
        focused = [thing for thing in things if thing.has("FOCUSED")]
    return focused[-1] if focused else None


def walk_all(top):
    """All rows, too: the focus may be in any."""
    found = []
    for thing in top.walk():
        found.append(thing)
        if thing.role == "table row":
            found.extend(thing.walk())
    return found


def go_round(top, keys):
    """What Tab comes by until it is where it began; a problem where it isn't in time."""
    things = walk_all(top)
    seen = []
    for _ in range(MOST_STEPS + 1):
        desk.key(keys)
        focused = wait("something with the focus", lambda: find_focused(top, things), 5)
        if seen and focused.accessible == seen[0].accessible:
            return seen, None
        seen.append(focused)
    return seen, f"{keys} does not come back within {MOST_STEPS} steps: {seen}"


def check_round(top):
    """Tab goes round, and stops at nothing that has no name."""
    seen, problem = go_round(top, "Tab")
    if problem is not None:
        return [problem]
    return [f"Tab stops at {thing}, which has no name" for thing in seen
            if not thing.name or re.match(r"(Gtk|Adw|Rea)[A-Z]", thing.name)]


def check_mnemonics(path):
    """The letters of a template are told apart."""
    tree = xml.etree.ElementTree.parse(path)
    for part in tree.iter("template"):
        letters = collections.defaultdict(list)
        for item in part.iter():
            is_label = item.get("name") in ("label", "title")
            found = re.search(r"_(\w)", item.text or "") if is_label else None
            if found:
                letters[found[1].lower()].append(item.text)
        for letter, labels in letters.items():
            if len(labels) > 1:
                yield f"{path.name}: Alt+{letter} is meant for {labels}"


def check_menu_mnemonics(path):
    """What always stands in a menu shares its letter with nothing; what is hidden at
    times may share it with what is hidden then."""
    for menu in xml.etree.ElementTree.parse(path).iter("menu"):
        letters = collections.defaultdict(list)
        for item in menu.iter("item"):
            said = {part.get("name"): part.text or "" for part in item.iter("attribute")}
            found = re.search(r"_(\w)", said.get("label", ""))
            if found:
                letters[found[1].lower()].append((said["label"], "hidden-when" in said))
        for letter, items in letters.items():
            if len(items) > 1 and not all(hidden for _, hidden in items):
                yield f"{path.name}: {letter} is meant for {[label for label, _ in items]}"
