# SPDX-License-Identifier: GPL-3.0-or-later
"""Campaigns: made, prepared, launched, paused, closed, archived and removed."""

import desk
from desk import key, wait


def show(it, title="Spring"):
    return it.ctl("campaign", "show", title)["campaign"]


def menu(window, item):
    """Chooses in the main menu, by the keyboard."""
    key("F10")
    window.find("menu item", item).press()


def properties(it, window):
    wait("the campaign is read", lambda: window.one("push button", starts="Campaign: "))
    menu(window, "Campaign Properties")
    dialog = it.window("Campaign Properties")
    wait("its title", lambda: title(dialog) is not None and title(dialog).has("FOCUSED"))
    return dialog


def title(dialog):
    return dialog.one("text", "Title")


def save(dialog):
    dialog.find("push button", "Save").press()


def closed(it, name="Campaign Properties"):
    wait(f"{name} to be gone", lambda: all(it.name != name for it in it.windows()))


def turn_to_state(dialog, before, after, keys):
    """By Tab to the list of states, by the arrows in it."""
    dialog.reach(dialog.find("list item", before))
    dialog.reach(dialog.find("list item", after), keys)
    key("space")
    wait(f"{after} chosen", lambda: dialog.find("radio button", after).checked)


def a_new_one(it):
    window = it.open()
    window.says("No Campaign Yet")
    window.find("push button", "New Campaign…").press()
    dialog = it.window("New Campaign")
    entry = wait("the focus in the title", lambda: next(
        (it for it in dialog.all("text", "Title") if it.has("FOCUSED")), None))
    create = dialog.find("push button", "Create")
    assert not create.has("SENSITIVE")
    entry.type("Autumn")
    # Return in a field never applies.
    key("Return")
    assert it.windows() and dialog.one("push button", "Create")
    create.press()
    window.find("push button", "Campaign: Autumn, Draft")
    window.says("This is a draft. Before it can be launched it needs: contacts, senders, an "
                "initial message.")
    made = show(it, "Autumn")
    assert made["state"] == "draft" and made["country"] == "US", made
    # Another one of the same name is said before it is made.
    key("Escape")
    window.find("push button", starts="Campaign: Autumn").press()
    window.find("push button", "New Campaign…").press()
    dialog = it.window("New Campaign")
    dialog.find("text", "Title").type("Autumn")
    dialog.says("Another campaign has this title too; a different one tells them apart.")
    key("Escape")
    closed(it, "New Campaign")


def prepared_and_launched(it):
    it.spring(state="draft")
    window = it.open()
    window.says("This is a draft. Before it can be launched it needs: an initial message.")
    assert window.one("push button", "Launch") is None
    window.find("push button", "Write Message…").press()
    dialog = it.window("Campaign Properties")
    message = dialog.find("text", "Initial message")
    wait("the focus in the message", lambda: message.has("FOCUSED"))
    message.type("Hi %FirstName%, this is %SenderFirstName%.")
    dialog.says("Hi Contact, this is Ann.")
    dialog.says("To Contact Nr01, from Ann Lee")
    dialog.says("1 segment")
    save(dialog)
    closed(it)
    window.says("This is a draft. 10 conversations are with nobody yet: share them out, then "
                "launch the campaign.")
    window.find("push button", "Share Out…")
    window.find("push button", "Launch").press()
    window.says("Active: senders can send now.")
    window.find("push button", starts="Campaign: Spring, Active")
    assert show(it)["state"] == "active"
    window.gone("push button", "Launch")
    window.toast("Undo").press()
    window.find("push button", "Campaign: Spring, Draft")


def a_message_names_what_is_not_there(it):
    it.spring(state="draft")
    window = it.open()
    dialog = properties(it, window)
    dialog.find("text", "Initial message").type("Hi %City%")
    reason = "There is no variable %City%; a percent sign is written %%."
    dialog.says(reason)
    # A draft may name what is yet to be imported, but it cannot be launched so.
    save(dialog)
    closed(it)
    wait("it is saved", lambda: show(it)["initial_message"] == "Hi %City%")
    window.find("push button", "Launch").press()
    window.says(reason)
    window.toast("Properties").press()
    dialog = it.window("Campaign Properties")
    message = dialog.find("text", "Initial message")
    assert show(it)["state"] == "draft"
    turn_to_state(dialog, "Draft", "Active", "Down")
    save(dialog)
    wait("the refusal", lambda: dialog.texts().count(reason) == 2)
    wait("the focus at the message", lambda: message.has("FOCUSED"))
    assert message.description == reason, message.description
    dialog.find("push button", "Insert Variable").press()
    dialog.find("menu item", "%FirstName%" if dialog.one("menu item", "%FirstName%") else
                "FirstName")
    key("Escape")


def each_field(it):
    it.spring()
    window = it.open()
    dialog = properties(it, window)
    title(dialog).type("Summer")
    dialog.find("text", "Starts: date").type("2030-06-03")
    dialog.find("text", "Starts: time").type("9 am")
    dialog.says("Monday, 3 June 2030, 09:00, UTC time")
    dialog.find("text", "Ends: date").type("2030-06-04")
    dialog.find("text", "Ends: time").type("21:00")
    dialog.choose("check box", "Send Only Within Hours")
    dialog.find("text", "Opening hours: from").type("10:00")
    dialog.find("text", "Opening hours: until").type("20")
    dialog.choose("check box", "Senders May Take More")
    dialog.find("spin button", "At most at a time").type("50")
    zone = dialog.find("push button", starts="Time Zone: ")
    zone.press()
    search = dialog.find("entry", "Search by city or country")
    wait("the focus in the search", lambda: search.has("FOCUSED"))
    search.type("new york")
    key("Return")
    dialog.find("push button", starts="Time Zone: America/New_York")
    dialog.says("Monday, 3 June 2030, 09:00, New York time")
    dialog.find("push button", starts="Country: ").press()
    search = dialog.find("entry", "Search by name or code")
    wait("the focus in the search", lambda: search.has("FOCUSED"))
    search.type("germany")
    key("Return")
    dialog.find("push button", starts="Country: Germany")
    save(dialog)
    closed(it)
    now = show(it, "Summer")
    assert now["window_start"] == "2030-06-03T13:00:00Z", now
    assert now["window_end"] == "2030-06-05T01:00:00Z", now
    assert now["opening_hours"] == {"start": "10:00", "end": "20:00"}, now
    assert now["self_assign"] == {"enabled": True, "batch": 50}, now
    assert (now["time_zone"], now["country"]) == ("America/New_York", "DE"), now


def what_cannot_be(it):
    it.spring()
    it.ctl("campaign", "set", "Spring", "--self-assign=20", "--hours=09:00-21:00")
    window = it.open()
    dialog = properties(it, window)

    title(dialog).type(" ")
    dialog.says("A campaign needs a title.")
    key("Tab")
    wait("the focus elsewhere", lambda: not title(dialog).has("FOCUSED"))
    save(dialog)
    wait("the focus at the title", lambda: title(dialog).has("FOCUSED"))
    title(dialog).type("Spring")
    dialog.gone("label", "A campaign needs a title.")

    dialog.find("text", "Starts: date").type("soon")
    dialog.says("“soon” is no date; write it as in 2026-11-03.")
    save(dialog)
    wait("the focus at the date", lambda: dialog.one("text", "Starts: date").has("FOCUSED"))
    dialog.find("text", "Starts: date").type("2030-06-03")
    dialog.says("Enter the time too, as in 18:00.")
    dialog.find("text", "Starts: time").type("21:00")
    dialog.find("text", "Ends: date").type("2030-06-03")
    dialog.find("text", "Ends: time").type("09:00")
    dialog.says("The sending window ends before it starts.")
    save(dialog)
    wait("the focus at the end", lambda: dialog.one("text", "Ends: date").has("FOCUSED"))
    dialog.find("push button", "Ends: clear").press()
    dialog.gone("label", "The sending window ends before it starts.")

    dialog.find("text", "Opening hours: from").type("21:00")
    dialog.find("text", "Opening hours: until").type("09:00")
    dialog.says("The opening hours need a start and a later end.")
    dialog.find("text", "Opening hours: from").type("08:00")

    dialog.find("spin button", "At most at a time").type("5001")
    dialog.says("Self-assign hands out between 1 and 5000 conversations.")
    save(dialog)
    dialog.says("Self-assign hands out between 1 and 5000 conversations.")
    assert show(it)["window_start"] is None, "nothing is saved before all of it can be"
    dialog.find("spin button", "At most at a time").type("5000")
    save(dialog)
    closed(it)
    assert show(it)["self_assign"]["batch"] == 5000


def left_and_taken_up_again(it):
    it.spring()
    window = it.open()
    dialog = properties(it, window)
    title(dialog).type("Summer")
    key("Escape")
    closed(it)
    window.says("What you have entered is kept, but not saved yet.")
    assert show(it)["title"] == "Spring"
    window.toast("Continue").press()
    dialog = it.window("Campaign Properties")
    dialog.says("Not saved yet.")
    dialog.find("push button", "Discard Changes").press()
    dialog.gone("label", "Not saved yet.")
    key("Escape")
    closed(it)
    assert show(it)["title"] == "Spring"


def changed_by_others_meanwhile(it):
    it.spring()
    window = it.open()
    dialog = properties(it, window)
    title(dialog).type("Summer")
    it.ctl("campaign", "set", "Spring", "--title=Autumn", "--message=Hello", "--self-assign=7")
    dialog.says("Somebody else has set this to “Autumn” meanwhile. What you have entered is "
                "kept; Save puts it in place of theirs.")
    dialog.says("Hello")
    save(dialog)
    closed(it)
    now = show(it, "Summer")
    assert now["initial_message"] == "Hello" and now["self_assign"]["batch"] == 7, now


def from_state_to_state(it):
    it.spring()
    window = it.open()
    window.find("push button", "Campaign: Spring, Active")
    menu(window, "Pause")
    window.says("Paused: nothing is sent until it is resumed.")
    window.says("Campaign is currently closed.")
    menu(window, "Resume")
    window.find("push button", "Campaign: Spring, Active")
    menu(window, "Close Campaign")
    window.find("push button", "Campaign: Spring, Closed")
    key("F10")
    assert window.find("menu item", "Archive") and not window.one("menu item", "Remove Campaign…")
    key("Escape")
    menu(window, "Archive")
    window.find("push button", "Campaign: Spring, Archived")
    menu(window, "Remove Campaign…")
    question = wait("the question", lambda: next(
        (it for it in it.windows() if it.one("label", "Remove “Spring”?")), None))
    key("Escape")
    wait("no question", lambda: len(list(it.windows())) == 1)
    assert show(it)["state"] == "archived"
    menu(window, "Remove Campaign…")
    question = wait("the question", lambda: next(
        (it for it in it.windows() if it.one("label", "Remove “Spring”?")), None))
    question.find("push button", starts="Remove").press()
    window.says("No Campaign Yet")
    assert it.ctl("campaign", "list")["campaigns"] == []


def the_demo(it):
    it.ctl("init", f"--owner={desk.OWNER}")
    it.ctl("demo", "--contacts=50", "--senders=3")
    window = it.open()
    window.find("push button", starts="Campaign: Save the Eastside Library, Demo, Active")
    menu(window, "Remove Demo Campaign…")
    question = wait("the question", lambda: next(
        (it for it in it.windows() if it.one("label", "Remove “Save the Eastside Library”?")),
        None))
    question.find("push button", starts="Remove").press()
    window.says("No Campaign Yet")


def a_moderator_sees_it(it):
    it.spring(state="draft")
    window = it.open("--user=mo@example.org")
    window.says("This is a draft. Before it can be launched it needs: an initial message.")
    assert window.one("push button", "Write Message…") is None
    menu(window, "Campaign Properties")
    dialog = it.window("Campaign Properties")
    dialog.says("A moderator may not do this; ask an admin.")
    wait("the title", lambda: title(dialog) is not None)
    assert dialog.one("push button", "Save") is None
    dialog.gone("label", "Not saved yet.")
    key("Escape")
    closed(it)
    key("F10")
    window.find("menu item", "Campaign Properties")
    assert window.one("menu item", "Launch") is None


def a_thousand(it):
    it.spring()
    for number in range(3):
        it.ctl("campaign", "create", f"Old {number}", "--state=closed")
    it.ctl("campaign", "create", "Summer")
    window = it.open()
    window.find("push button", "Campaign: Spring, Active").press()
    search = window.find("entry", "Search campaigns")
    wait("the focus in the search", lambda: search.has("FOCUSED"))
    rows = [it.name.split(",")[0] for it in window.all("list item")]
    assert rows == ["Spring", "Summer", "Old 2", "Old 1", "Old 0"], rows
    key("Down")
    key("Down")
    key("Return")
    window.find("push button", "Campaign: Summer, Draft").press()
    search = window.find("entry", "Search campaigns")
    search.type("nothing like it")
    window.says("Nothing found")
    search.type("old 1")
    key("Return")
    window.find("push button", "Campaign: Old 1, Closed")


desk.main(a_new_one, prepared_and_launched, a_message_names_what_is_not_there, each_field,
          what_cannot_be, left_and_taken_up_again, changed_by_others_meanwhile,
          from_state_to_state, the_demo, a_moderator_sees_it, a_thousand)
