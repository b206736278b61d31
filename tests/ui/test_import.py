# SPDX-License-Identifier: GPL-3.0-or-later
"""Files in and out of the window: what is guessed of a file and changed by a person,
what is rejected, and that what is stopped or refused leaves nothing behind."""

import os
import time

import desk
from desk import wait

# The chooser of GTK itself, whatever desktop this runs on.
os.environ["GTK_USE_PORTAL"] = "0"


def write(it, name, text, encoding="utf-8"):
    path = it.folder / name
    path.write_bytes(text.encode(encoding) if isinstance(text, str) else text)
    return path


ORDER = {
    "Column": ["Phone", "First Name", "Last Name", "Sender’s E-mail", "Status", "Opted Out",
               "Last Message At", "Time Zone", "Field", "Not imported"],
    "Encoding": ["UTF-8", "UTF-16", "UTF-16, big-endian", "Western (Windows-1252)"],
}


def pick(window, drop_down, choice):
    """Chooses in a drop-down by the keyboard."""
    button = window.find("push button", starts=drop_down + ": ")
    window.reach(button)
    desk.key("space")
    desk.key("Home")
    for _ in range(ORDER[drop_down.split()[0]].index(choice)):
        desk.key("Down")
    desk.key("Return")
    wait(choice, lambda: button.name == f"{drop_down}: {choice}")


def pick_by_search(window, drop_down, choice):
    button = window.find("push button", starts=drop_down + ": ")
    window.reach(button)
    desk.key("space")
    for letter in choice.split()[0].lower():
        desk.key(letter)
    time.sleep(0.5)
    desk.key("Down")
    desk.key("Return")
    wait(choice, lambda: button.name == f"{drop_down}: {choice}")


def choose_file(it, title, path):
    """Types where a file is into GTK's chooser."""
    chooser = it.window(title)
    entry = wait("an entry for the name", lambda: next(
        (thing for thing in chooser.all("text") if thing.has("EDITABLE") and thing.visible), None))
    chooser.reach(entry)
    entry.type(str(path))
    desk.key("Return")
    if path.is_symlink():
        wait("GTK to ask", lambda: any(one.role == "dialog" for one in it.windows()))
        desk.key("<Alt>r")
    wait("the chooser to close", lambda: all(one.name != title for one in it.windows()))


def menu(window, item):
    wait("the keyboard", lambda: window.has("ACTIVE"))
    desk.key("F10")
    window.find("menu item", item).press()


def only_window(it):
    return wait("the dialog to close", lambda: len(list(it.windows())) == 1)


def guess_change_import(it):
    it.spring()
    path = write(it, "list.csv", "Vorname;cell;email;zip\nZoë;(202) 555-0901;z@x.org;1\n"
                                 "Bo;202.555.0902;b@x.org;2\n", "cp1252")
    it.start(path)
    dialog = it.window("Import Contacts")
    dialog.find("push button", "Import 2 Contacts")
    dialog.says("2 rows: 2 become conversations.")
    dialog.find("push button", "Encoding: Western (Windows-1252)")
    dialog.find("push button", "Separator: Semicolon")
    dialog.find("push button", "Column cell: Phone")
    dialog.says("Zoë")
    pick(dialog, "Column Vorname", "First Name")
    pick(dialog, "Column email", "Not imported")
    assert it.ctl("overview", "Spring")["total"] == 30
    dialog.find("push button", "Import 2 Contacts").press()
    only_window(it)
    it.window("Spring").says("2 contacts imported")
    found = it.ctl("conversations", "Spring", "--search=zoe")["conversations"]
    assert [(one["first_name"], one["fields"]) for one in found] == [("Zoë", {"zip": "1"})], found


def new_campaign_from_a_second_start(it):
    it.spring()
    window = it.open()
    window.find("push button", "Bulk Reassign")
    it.start(write(it, "autumn.csv", "2025550901,Ann\n2025550902,Bo\n"))
    dialog = it.window("Import Contacts")
    dialog.find("push button", "Import 2 Contacts")
    assert not dialog.find("check box", "First row has the names").checked
    pick_by_search(dialog, "Campaign", "New Campaign")
    entry = dialog.find("text", "Title of the new campaign")
    entry.type("")
    wait("no import without a title",
         lambda: not dialog.find("push button", starts="Import").has("SENSITIVE"))
    entry.type("Autumn")
    button = dialog.find("push button", "Import 2 Contacts")
    wait("a title is enough", lambda: button.has("SENSITIVE"))
    assert [one["title"] for one in it.ctl("campaign", "list")["campaigns"]] == ["Spring"]
    button.press()
    it.window("Autumn").says("2 contacts imported")
    made = it.ctl("campaign", "show", "Autumn")["campaign"]
    assert (made["state"], made["total"]) == ("draft", 2), made


def rejected_rows_are_corrected(it):
    it.spring()
    path = write(it, "list.csv", "phone,first name\n+12025550901,Ann\n,Bo\n+12025550901,Cy\n"
                                 "+12025550001,Di\n12,Ed\n")
    it.start(path)
    dialog = it.window("Import Contacts")
    dialog.says("5 rows: 1 becomes a conversation, 4 are rejected.")
    dialog.row("Line 3: There is no phone number.")
    dialog.row("Line 4: The phone number is the same as in line 2.")
    dialog.row("Line 5: The campaign has the phone number +12025550001 already.")
    dialog.row("Line 6: “12” is no possible phone number")
    dialog.find("push button", "Save Rejected Rows…").press()
    saved = it.folder / "list-rejected.csv"
    choose_file(it, "Save Rejected Rows", saved)
    wait("the rows saved", lambda: saved.exists())
    text = saved.read_text(encoding="utf-8-sig")
    assert text == "phone,first name\n,Bo\n+12025550901,Cy\n+12025550001,Di\n12,Ed\n", text
    dialog.find("push button", "Import 1 Contact").press()
    only_window(it)
    saved.write_text(text.replace(",Bo", "+12025550902,Bo"), encoding="utf-8")
    it.start(saved)
    dialog = it.window("Import Contacts")
    dialog.find("push button", "Import 1 Contact").press()
    only_window(it)
    assert it.ctl("overview", "Spring")["total"] == 32


def cancel_leaves_nothing(it):
    it.spring()
    rows = "".join(f"+1202{number:07},Contact,Nr{number}\n" for number in range(4400000, 5000000))
    it.start(write(it, "many.csv", "phone,first name,last name\n" + rows))
    dialog = it.window("Import Contacts")
    button = dialog.find("push button", "Import 600,000 Contacts")
    before = it.ctl("overview", "Spring")
    button.press()
    wait("progress in rows", lambda: any(text.endswith(" of 600,000") for text in dialog.texts()))
    desk.key("Escape")
    dialog.says("Stopped: nothing was imported.")
    assert it.ctl("overview", "Spring") == before
    assert it.ctl("check")["ok"]
    wait("the import can begin again", lambda: button.has("SENSITIVE"))
    desk.key("Escape")
    only_window(it)


def what_is_no_csv_is_refused(it):
    it.spring()
    window = it.open()
    window.find("push button", "Bulk Reassign")
    (it.folder / "folder").mkdir()
    files = {
        write(it, "picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"): "it is no text at all",
        write(it, "sheet.csv", b"PK\x03\x04\x14\0\6\0"): "save it as CSV",
        write(it, "zeros.csv", bytes(5000)): "it is no text at all",
        write(it, "empty.csv", ""): "is empty",
        write(it, "letter.txt", "Dear all\nSee you on Tuesday\n"): "has one column",
        it.folder / "folder": "is a folder",
        it.folder / "gone.csv": "There is no file",
    }
    for path, reason in files.items():
        it.start(path)
        dialog = wait(f"{path.name} refused", lambda: next(
            (one for one in it.windows() if one.one("label", "Nothing Was Imported")), None))
        wait(reason, lambda: any(reason in text for text in dialog.texts()))
        desk.key("Escape")
        only_window(it)
    assert it.ctl("overview", "Spring")["total"] == 30


def wrong_choice_says_so(it):
    """A wrong encoding or no phone column is said in place, and can be mended there."""
    it.spring()
    it.start(write(it, "list.csv", "phone,ville\n+12025550901,Orl\xe9ans\n", "cp1252"))
    dialog = it.window("Import Contacts")
    dialog.find("push button", "Import 1 Contact")
    pick(dialog, "Encoding", "UTF-8")
    dialog.says("1 row: 0 become conversations, 1 is rejected.")
    dialog.row("Line 2: The row is not UTF-8.")
    pick(dialog, "Encoding", "Western (Windows-1252)")
    dialog.find("push button", "Import 1 Contact")
    pick(dialog, "Column phone", "Not imported")
    dialog.says("Choose the column that has the phone numbers.")
    assert not dialog.find("push button", "Import").has("SENSITIVE")
    pick(dialog, "Column phone", "Phone")
    dialog.find("push button", "Import 1 Contact")
    desk.key("Escape")
    only_window(it)


def moderator_is_refused(it):
    it.spring()
    it.start("--user=mo@example.org", write(it, "list.csv", "phone\n+12025550901\n"))
    dialog = wait("a refusal", lambda: next(
        (one for one in it.windows() if one.one("label", "Nothing Was Imported")), None))
    assert any("moderator" in text for text in dialog.texts()), dialog.texts()
    desk.key("Escape")
    only_window(it)
    window = it.window()
    wait("the keyboard", lambda: window.has("ACTIVE"))
    desk.key("F10")
    assert not window.find("menu item", "Import Contacts…").has("SENSITIVE")
    assert window.find("menu item", "Export Contacts…").has("SENSITIVE")


def out_and_in_again(it):
    it.spring()
    window = it.open()
    window.find("push button", "Bulk Reassign")
    contacts = it.folder / "out.csv"
    menu(window, "Export Contacts…")
    choose_file(it, "Export Contacts", contacts)
    window.says("30 conversations exported to “out.csv”")
    assert contacts.stat().st_mode & 0o777 == 0o600

    whole = it.folder / "out.jsonl"
    menu(window, "Export Campaign…")
    question = wait("what the file contains", lambda: next(
        (one for one in it.windows() if one.one("label", "Export the Whole Campaign?")), None))
    assert any("every message" in text for text in question.texts())
    desk.key("<Alt>e")
    choose_file(it, "Export Campaign", whole)
    window.says("30 conversations exported to “out.jsonl”")

    it.ctl("campaign", "set", "Spring", "--title=Old")
    menu(window, "Import Campaign…")
    desk.key("slash")
    choose_file(it, "Import Campaign", whole)
    wait("the campaign", lambda: len(it.ctl("campaign", "list")["campaigns"]) == 2)
    it.window("Spring")


def unwritable_place_is_said(it):
    it.spring()
    window = it.open()
    window.find("push button", "Bulk Reassign")
    place = it.folder / "link.csv"
    place.symlink_to(it.folder / "elsewhere.csv")
    menu(window, "Export Contacts…")
    choose_file(it, "Export Contacts", place)
    dialog = wait("a refusal", lambda: next(
        (one for one in it.windows() if one.one("label", "No File Was Written")), None))
    assert any("is a link" in text for text in dialog.texts()), dialog.texts()
    assert not (it.folder / "elsewhere.csv").exists()
    assert not list(it.folder.glob("*.tmp"))


desk.main(guess_change_import, new_campaign_from_a_second_start, rejected_rows_are_corrected,
          cancel_leaves_nothing, what_is_no_csv_is_refused, wrong_choice_says_so,
          moderator_is_refused, out_and_in_again, unwritable_place_is_said)
