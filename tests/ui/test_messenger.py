# SPDX-License-Identifier: GPL-3.0-or-later
"""A sender's evening in the Messenger, by the keyboard."""

import desk
from desk import key, wait

ANN = "--user=ann@example.org"


def rows(window):
    return [row.name for row in window.all("list item") if row.name.startswith("Contact ")]


def shows_own_conversations(it):
    it.spring()
    window = it.open("--messenger", ANN)
    window.says("Ann Lee · Spring")
    # Who waits comes first, the longest waiting on top.
    assert window.find("push button", "Needs Reply: 3").checked
    window.find("list item", starts="Contact Nr01, waiting ")
    assert len(rows(window)) == 3, rows(window)
    key("<Control>1")
    window.find("list item", starts="Contact Nr04, Not Started: ")
    assert window.find("push button", "Initial Messages: 5").checked
    assert len(rows(window)) == 5, rows(window)
    key("<Control>3")
    window.find("push button", "All: 10")
    wait("all of Ann's", lambda: len(rows(window)) == 10)


def a_sender_of_no_campaign(it):
    it.spring()
    window = it.open("--messenger", f"--user={desk.OWNER}")
    window.says("No Campaign Yet")
    window.says("You are not a sender of any campaign. An admin can add you on the Senders tab of "
                "one.")
    it.ctl("sender", "add", "Spring", desk.OWNER)
    window.find("push button", "All: 0")
    it.ctl("campaign", "create", "Fall")
    it.start("--messenger", f"--user={desk.OWNER}", "--campaign=Fall").wait(10)
    window.says("You are not a sender of “Fall”.")


def a_second_start_is_the_same_window(it):
    it.spring()
    it.ctl("campaign", "create", "Fall", "--state=active", "--hours=any")
    it.ctl("sender", "add", "Fall", "ann@example.org")
    window = it.open("--messenger", ANN, "--campaign=Spring")
    window.find("push button", "Campaign: Spring, Active")
    window.says("Ann Lee · Spring")
    it.start("--messenger", ANN, "--campaign=Fall").wait(10)
    window.says("Ann Lee · Fall")
    assert len(list(it.windows())) == 1
    it.ctl("campaign", "create", "Winter")
    it.start("--messenger", ANN, "--campaign=Winter").wait(10)
    window.says("ann@example.org is no sender of this campaign.")


def there_is_no_database(it):
    window = it.open("--messenger", ANN)
    window.says("The Database Cannot Be Opened")
    window.says(f"No database at {it.database}")
    it.spring()
    window.find("push button", "Try Again").press()
    window.find("push button", "Needs Reply: 3")


desk.main(shows_own_conversations, a_sender_of_no_campaign, a_second_start_is_the_same_window,
          there_is_no_database)
