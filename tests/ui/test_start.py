# SPDX-License-Identifier: GPL-3.0-or-later
"""How the program starts: on nothing, on something broken, twice, on a campaign."""

import time

import desk
from desk import wait


def on_no_database(it):
    window = it.open()
    window.says("No Campaign Yet")
    window.says(f"No database at {it.database}")
    assert not it.database.exists()
    window.find("push button", "Open Demo Campaign").press()
    window.find("push button", starts="Total: 5000, 20 senders")
    assert it.ctl("campaign", "list")["campaigns"][0]["total"] == 5000


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
    assert window.one("push button", "Open Demo Campaign") is None


def on_something_else(it):
    it.database.write_text("This is no database, but a letter to a friend.\n" * 40)
    before = it.database.read_bytes()
    window = it.open()
    window.says("The Database Cannot Be Opened")
    window.find("push button", "Try Again").press()
    window.says("The Database Cannot Be Opened")
    assert it.database.read_bytes() == before


def as_somebody_unknown(it):
    it.spring()
    window = it.open("--user=eve@example.org")
    window.says("The Database Cannot Be Opened")
    window.says("There is no user eve@example.org.")


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
    trouble = f"The database is not at {it.database} any more."
    window.says(trouble)
    hidden.rename(it.database)
    window.gone("label", trouble)
    window.find("push button", starts="Total: 30")


desk.main(on_no_database, on_an_empty_database, as_a_sender_of_no_campaign, on_something_else,
          as_somebody_unknown, on_a_campaign, on_a_campaign_that_is_not_there, a_second_time,
          the_database_goes_away)
