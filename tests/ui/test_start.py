# SPDX-License-Identifier: GPL-3.0-or-later
"""How the program starts: on nothing, on something broken, twice, on a campaign."""

import fcntl
import sqlite3
import time

import desk
from desk import wait


def on_no_database(it):
    window = it.open()
    window.says("No Campaign Yet")
    wait("where it is looked for", lambda: any(
        f"No database at {it.database}; the first campaign makes it." in text
        for text in window.texts()))
    assert not it.database.exists()
    window.find("push button", "Open Demo Campaign").press()
    window.find("push button", starts="Total: 5,000, 20 senders")
    assert it.ctl("campaign", "list")["campaigns"][0]["total"] == 5000


def on_no_database_without_the_demo(it):
    window = it.open()
    window.find("push button", "New Campaign…").press()
    dialog = it.window("New Campaign")
    dialog.find("text", "Title").type("Spring")
    dialog.find("push button", "Create").press()
    window.find("push button", "Campaign: Spring, Draft")
    assert [one["title"] for one in it.ctl("campaign", "list")["campaigns"]] == ["Spring"]


def on_no_database_by_an_import(it):
    window = it.open()
    window.find("push button", "Import Contacts…").press()
    it.window("Import Contacts")
    assert it.ctl("campaign", "list")["campaigns"] == []


def on_an_empty_database(it):
    it.ctl("init", f"--owner={desk.OWNER}")
    window = it.open()
    window.says("No Campaign Yet")
    it.ctl("campaign", "create", "Spring")
    window.find("push button", "Campaign: Spring, Draft")


def as_a_sender_of_no_campaign(it):
    it.ctl("init", f"--owner={desk.OWNER}")
    it.ctl("user", "add", "ann@example.org")
    window = it.open("--user=ann@example.org")
    window.says("You are in no campaign yet. Ask an admin to add you to one.")
    for button in ("Open Demo Campaign", "New Campaign…", "Import Contacts…"):
        assert window.one("push button", button) is None


def on_something_else(it):
    it.database.write_text("This is no database, but a letter to a friend.\n" * 40)
    before = it.database.read_bytes()
    window = it.open()
    window.says("The Database Cannot Be Opened")
    window.says(f"{it.database} is no database of Reassign.\nThe file was left as it is. Put a "
                "backup in its place, or start with another one.")
    window.find("push button", "Try Again").press()
    window.says("The Database Cannot Be Opened")
    assert it.database.read_bytes() == before
    # As soon as it is mended, Try Again opens it.
    it.database.unlink()
    it.spring()
    window.find("push button", "Try Again").press()
    window.find("push button", "Campaign: Spring, Active")


def on_a_newer_one(it):
    it.spring()
    connection = sqlite3.connect(it.database)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    window = it.open()
    wait("what to do", lambda: any(
        "made by a newer Reassign" in text and text.endswith(
            "\nThe file was left as it is. Update Reassign on this computer to open it.")
        for text in window.texts()))


def on_one_that_is_held(it):
    it.ctl("init", f"--owner={desk.OWNER}")
    with open(f"{it.database}.lock", "r+b") as lock:
        # Somebody else is writing, and does not come to an end.
        fcntl.flock(lock, fcntl.LOCK_EX)
        window = it.open()
        # Nothing has to be written to look at what is there.
        window.says("No Campaign Yet")


def as_somebody_unknown(it):
    it.spring()
    window = it.open("--user=eve@example.org")
    window.says("The Database Cannot Be Opened")
    window.says("There is no user eve@example.org.\nAsk an admin to add you, or start with the "
                "e-mail of somebody who is there.")


def on_a_campaign(it):
    it.spring()
    it.ctl("campaign", "create", "Summer")
    window = it.open("--campaign=Summer")
    window.find("push button", "Campaign: Summer, Draft")


def on_a_campaign_that_is_not_there(it):
    it.spring()
    window = it.open("--campaign=Winter")
    window.says("Choose a Campaign")
    window.says("There is no campaign “Winter”.")
    assert window.one("page tab", "Senders") is None


def a_second_time(it):
    it.spring()
    it.ctl("campaign", "create", "Summer")
    window = it.open("--campaign=Spring")
    window.find("push button", "Campaign: Spring, Active")
    second = it.start("--campaign=Summer", f"--user={desk.OWNER}")
    second.wait(10)
    window.find("push button", "Campaign: Summer, Draft")
    assert len(list(it.windows())) == 1
    # A third one does not say who, and it is known only after a look.
    it.start("--user=mo@example.org")
    wait("a window for somebody else", lambda: len(list(it.windows())) == 2)
    it.start("--campaign=Spring")
    window.find("push button", "Campaign: Spring, Active")
    time.sleep(0.5)
    assert len(list(it.windows())) == 2


def the_database_goes_away(it):
    it.spring()
    window = it.open()
    window.find("push button", starts="Total: 30")
    hidden = it.database.with_name("hidden.db")
    it.database.rename(hidden)
    trouble = f"The database is not at {it.database} any more; bring it back there."
    window.says(trouble)
    hidden.rename(it.database)
    window.gone("label", trouble)
    window.find("push button", starts="Total: 30")


desk.main(on_no_database, on_no_database_without_the_demo,
          on_no_database_by_an_import, on_an_empty_database,
          as_a_sender_of_no_campaign, on_something_else, on_a_newer_one, on_one_that_is_held,
          as_somebody_unknown, on_a_campaign, on_a_campaign_that_is_not_there, a_second_time,
          the_database_goes_away)
