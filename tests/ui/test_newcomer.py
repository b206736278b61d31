# SPDX-License-Identifier: GPL-3.0-or-later
"""A newcomer's walk, by the keyboard alone: from nothing to a campaign whose senders
have their share, with a picture of each step."""

import desk
from desk import key, wait
from hands import Album, choose_item, paste, push, wait_closed

# 24 contacts that are right, one without a number, one twice.
GOOD = 24
MESSAGE = "Hi %FirstName%, this is %SenderFirstName%. Can we count on your vote?"
PEOPLE = "Ann Lee <ann@example.org>, bo@example.org\nCy Moss <cy@example.org>"


def write_contacts(it):
    rows = ["Mobile,Vorname,Last Name,City,Internal"]
    rows += [f"(202) 555-{number:04},Contact{number},Nr{number},Springfield,x{number}"
             for number in range(1, GOOD + 1)]
    rows += [",Nobody,Without,Springfield,x", "(202) 555-0001,Contact1,Twice,Springfield,x"]
    path = it.folder / "volunteers.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def make_campaign(it, window, album):
    window.says("No Campaign Yet")
    album.take("first-start")
    push(window, "New Campaign…")
    dialog = it.window("New Campaign")
    entry = wait("the focus in the title", lambda: next(
        (one for one in dialog.all("text", "Title") if one.has("FOCUSED")), None))
    entry.type("Library Vote")
    album.take("new-campaign")
    push(dialog, "Create")
    wait_closed(it, "New Campaign")
    window.says("This is a draft. Before it can be launched it needs: contacts, senders, an "
                "initial message.")
    album.take("draft")


def change(dialog, column, place, meaning):
    """Chooses what a column means: as the one at a place in the list of all."""
    button = dialog.find("push button", starts=f"Column {column}: ")
    push(dialog, button.name)
    key("Home")
    for _ in range(place):
        key("Down")
    key("Return")
    wait(meaning, lambda: button.name == f"Column {column}: {meaning}")


def import_contacts(it, window, album):
    # The file is handed over as the desktop does when it is opened with Reassign.
    it.start(write_contacts(it))
    dialog = it.window("Import Contacts")
    dialog.says(f"{GOOD + 2} rows: {GOOD} become conversations, 2 are rejected.")
    dialog.row(f"Line {GOOD + 2}: There is no phone number.")
    album.take("import")
    change(dialog, "Vorname", 1, "First Name")
    change(dialog, "Internal", 9, "Not imported")
    album.take("import-columns")
    push(dialog, f"Import {GOOD} Contacts")
    wait_closed(it, "Import Contacts")
    window.says(f"{GOOD} contacts imported, 2 rows rejected")
    album.take("imported")


def add_senders(it, window, album):
    push(window, "Add Senders…")
    dialog = it.window("Add Senders")
    paste(dialog, dialog.find("text", starts="Or paste e-mail addresses"), PEOPLE)
    dialog.find("push button", "Add 3 Senders")
    album.take("add-senders")
    push(dialog, "Add 3 Senders", keys="<Shift>Tab")
    wait_closed(it, "Add Senders")
    window.says("3 senders added")
    album.take("senders-added")


def write_message(it, window, album):
    push(window, "Write Message…")
    dialog = it.window("Campaign Properties")
    message = dialog.find("text", "Initial message")
    wait("the focus in the message", lambda: message.has("FOCUSED"))
    message.type(MESSAGE)
    wait("what a contact reads", lambda: any(
        text.startswith("Hi Contact1, this is ") for text in dialog.texts()))
    album.take("message")
    push(dialog, "Save")
    wait_closed(it, "Campaign Properties")
    window.find("push button", "Launch")
    album.take("ready-to-launch")


def launch(it, window, album):
    push(window, "Launch")
    window.find("push button", "Campaign: Library Vote, Active")
    album.take("launched")


def share_out(it, window, album):
    key("<Control>1")
    push(window, "Bulk Reassign")
    album.take("bulk-menu")
    choose_item(window, "Bulk Reassign All…")
    dialog = it.window("Bulk Reassign All")
    dialog.choose("check box", "Select All")
    dialog.says("3 of 3 chosen")
    dialog.says(f"{GOOD} conversations change hands; each of 3 senders receives {GOOD // 3}")
    album.take("share-out")
    push(dialog, f"Reassign {GOOD} Conversations")
    wait_closed(it, "Bulk Reassign All")
    window.says(f"{GOOD} conversations reassigned")
    album.take("shared-out")


def is_as_meant(it):
    made = it.ctl("campaign", "show", "Library Vote")["campaign"]
    assert (made["state"], made["total"], made["senders"]) == ("active", GOOD, 3), made
    assert made["initial_message"] == MESSAGE, made
    senders = {one["email"]: one for one in it.ctl("senders", "Library Vote")["senders"]}
    assert {email: one["total"] for email, one in senders.items()} == {
        f"{name}@example.org": GOOD // 3 for name in ("ann", "bo", "cy")}, senders
    assert senders["cy@example.org"]["last_name"] == "Moss", senders
    contacts = it.ctl("conversations", "Library Vote", "--limit=100")["conversations"]
    assert {one["phone"] for one in contacts} == {
        f"+1202555{number:04}" for number in range(1, GOOD + 1)}, contacts
    assert {one["first_name"] for one in contacts} == {
        f"Contact{number}" for number in range(1, GOOD + 1)}, contacts
    assert all(one["fields"] == {"City": "Springfield"} for one in contacts), contacts
    assert it.ctl("check")["ok"]


def from_nothing_to_a_shift(it):
    album = Album(it, "newcomer")
    window = it.open()
    assert not it.database.exists()
    make_campaign(it, window, album)
    import_contacts(it, window, album)
    add_senders(it, window, album)
    write_message(it, window, album)
    launch(it, window, album)
    share_out(it, window, album)
    is_as_meant(it)


def the_demo_comes_and_goes(it):
    album = Album(it, "newcomer-demo")
    window = it.open()
    window.says("No Campaign Yet")
    push(window, "Open Demo Campaign")
    window.find("push button", starts="Total: 5,000, 20 senders")
    window.find("table row")
    album.take("opened")
    wait("the keyboard", lambda: window.has("ACTIVE"))
    key("F10")
    choose_item(window, "Remove Demo Campaign…")
    question = wait("the question", lambda: next(
        (one for one in it.windows() if one.one("label", "Remove “Save the Eastside Library”?")),
        None))
    album.take("remove")
    push(question, starts="Remove")
    window.says("No Campaign Yet")
    album.take("removed")
    assert it.ctl("campaign", "list")["campaigns"] == []
    assert it.ctl("check")["ok"]


desk.main(from_nothing_to_a_shift, the_demo_comes_and_goes)
