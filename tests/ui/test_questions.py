# SPDX-License-Identifier: GPL-3.0-or-later
"""The survey's questions and the canned replies, in the properties of a campaign."""

import json

import desk
from desk import key, wait

SUPPORT = {"id": "support", "text": "Are they with us?", "answers": ["Yes", "No", "Maybe"]}
HELP = {"id": "help", "text": "Will they help?", "answers": ["Sunday"]}


def show(it):
    return it.ctl("campaign", "show", "Spring")["campaign"]


def prepare(it, questions=(), replies=()):
    it.spring()
    for name, rows in (("questions", questions), ("canned-replies", replies)):
        path = it.folder / f"{name}.json"
        path.write_text(json.dumps(list(rows)), encoding="utf-8")
        it.ctl("campaign", "set", "Spring", f"--{name}={path}")


def properties(it, window):
    wait("the campaign is read", lambda: window.one("push button", starts="Campaign: "))
    key("F10")
    window.find("menu item", "Campaign Properties").press()
    dialog = it.window("Campaign Properties")
    wait("its title", lambda: any(one.has("FOCUSED") for one in dialog.all("text", "Title")))
    return dialog


def save(it, dialog):
    dialog.find("push button", "Save").press()
    wait("the properties to be gone",
         lambda: all(one.name != "Campaign Properties" for one in it.windows()))


def focused(dialog, role, name):
    return wait(f"the focus at {name}", lambda: next(
        (one for one in dialog.all(role, name) if one.has("FOCUSED")), None))


def open_card(dialog, name):
    card = dialog.find("push button", name)
    dialog.reach(card)
    key("space")
    dialog.find("push button", f"Move Up, {name}")
    return card


def written_by_the_keyboard(it):
    prepare(it)
    window = it.open()
    dialog = properties(it, window)
    dialog.reach(dialog.find("push button", "Add Question"))
    key("space")
    focused(dialog, "text", "Question").type("Will you vote on Tuesday?")
    dialog.reach(dialog.find("push button", "Add Answer"))
    key("space")
    focused(dialog, "text", "Answer 1").type("No")
    key("Return")
    focused(dialog, "text", "Answer 2").type("Yes")
    key("<Alt>Up")
    focused(dialog, "text", "Answer 1")
    key("Return")
    focused(dialog, "text", "Answer 2")
    dialog.find("push button", "Will you vote on Tuesday?")
    dialog.says("Yes, No")
    save(it, dialog)
    assert show(it)["questions"] == [{"id": "will-you-vote-on-tuesday",
                                      "text": "Will you vote on Tuesday?",
                                      "answers": ["Yes", "No"]}], show(it)["questions"]


def put_in_order(it):
    prepare(it, [SUPPORT, HELP], [{"title": "Thanks", "text": "Thank you!"},
                                  {"title": "Sorry", "text": "Sorry!"}])
    window = it.open()
    dialog = properties(it, window)
    dialog.reach(dialog.find("push button", HELP["text"]))
    key("<Alt>Up")
    # At the end of the list nothing happens.
    key("<Alt>Up")
    focused(dialog, "push button", HELP["text"])
    open_card(dialog, SUPPORT["text"])
    dialog.find("push button", "Move answer 3 up").press()
    dialog.find("push button", "Move answer 1 down").press()
    open_card(dialog, "Thanks")
    dialog.find("push button", "Sorry")
    dialog.find("push button", "Move Down, Thanks").press()
    save(it, dialog)
    now = show(it)
    assert [one["id"] for one in now["questions"]] == ["help", "support"], now["questions"]
    assert now["questions"][1]["answers"] == ["Maybe", "Yes", "No"], now["questions"]
    assert [one["title"] for one in now["canned_replies"]] == ["Sorry", "Thanks"], now


def answers_that_were_given(it):
    prepare(it, [SUPPORT, HELP])
    for number, answer in ((1, "Maybe"), (2, "Maybe"), (3, "Yes")):
        it.ctl("answer", "Spring", number, "support", answer)
    window = it.open()
    dialog = properties(it, window)
    dialog.says("Yes, No, Maybe · 3 answered")
    open_card(dialog, SUPPORT["text"])
    assert not list(dialog.find("text", "Name in files").all("push button"))
    dialog.find("text", "Name in files").type("other")
    dialog.find("push button", "Remove answer 3").press()
    warning = "“Maybe” is offered no more. 2 conversations have it and keep it."
    dialog.says(warning)
    dialog.find("text", "Question").type("Will they vote for us?")
    dialog.says("3 answers were given to the words as they were; they stay.\n" + warning)
    dialog.find("push button", "Remove, Will they vote for us?").press()
    dialog.says("“Are they with us?” is removed when you save. The answers in 3 conversations are "
                "then neither shown nor exported.")
    # What was written in it is kept, too.
    dialog.find("push button", "Keep “Are they with us?”").press()
    focused(dialog, "push button", "Will they vote for us?")
    open_card(dialog, HELP["text"])
    dialog.find("push button", f"Remove, {HELP['text']}").press()
    dialog.says("“Will they help?” is removed when you save.")
    save(it, dialog)
    assert show(it)["questions"] == [{"id": "support", "text": "Will they vote for us?",
                                      "answers": ["Yes", "No"]}], show(it)["questions"]
    assert it.ctl("conversations", "Spring", "--flag=survey_open")["conversations"], "others"


def what_cannot_be(it):
    prepare(it, [SUPPORT])
    window = it.open()
    dialog = properties(it, window)
    dialog.find("push button", "Add Question").press()
    entry = focused(dialog, "text", "Question")
    dialog.says("Enter what is asked.")
    wait("it is said of the entry", lambda: entry.description == "Enter what is asked.")
    dialog.reach(dialog.find("text", "Title"))
    dialog.find("push button", "Save").press()
    focused(dialog, "text", "Question").type("Why?")
    dialog.gone("label", "Enter what is asked.")
    dialog.find("text", "Name in files").type("support")
    dialog.says("Each question needs a name of its own; “support” is none.")
    dialog.find("push button", "Save").press()
    focused(dialog, "text", "Name in files").type("")
    dialog.find("push button", "Add Answer").press()
    dialog.says("An answer to “Why?” is empty; write it, or remove it.")
    dialog.find("text", "Answer 1").type("So")
    dialog.find("push button", "Add Answer").press()
    dialog.find("text", "Answer 2").type("So")
    dialog.says("“So” is an answer to “Why?” already.")
    assert show(it)["questions"] == [SUPPORT], "nothing is saved before all of it can be"
    dialog.find("push button", "Remove answer 2").press()
    dialog.find("push button", "Add Canned Reply").press()
    title = focused(dialog, "text", "Title of the canned reply")
    dialog.says("A canned reply needs a title, by which it is chosen.")
    title.type("Because")
    dialog.says("The canned reply “Because” is empty.")
    dialog.find("push button", "Remove, Because").press()
    dialog.gone("push button", "Because")
    save(it, dialog)
    assert [one["id"] for one in show(it)["questions"]] == ["support", "why"], show(it)


def canned_replies(it):
    prepare(it)
    window = it.open()
    dialog = properties(it, window)
    dialog.find("push button", "Add Canned Reply").press()
    focused(dialog, "text", "Title of the canned reply").type("Who <b>I</b> am")
    text = dialog.find("text", "Text of the canned reply")
    text.type("I am %SenderFirstName%, %FirstName% & “friends” <3.")
    dialog.says("I am Ann, Contact & “friends” <3.")
    dialog.says("1 segment")
    text.type("I am in %City%")
    reason = "There is no variable %City%; a percent sign is written %%."
    dialog.says(reason)
    dialog.find("push button", "Save").press()
    focused(dialog, "text", "Text of the canned reply")
    wait("it is said of the text", lambda: text.description == reason)
    wait("the refusal", lambda: dialog.texts().count(reason) == 3)
    text.type("I am %SenderFirstName%")
    wait("all is well", lambda: reason not in dialog.texts())
    save(it, dialog)
    assert show(it)["canned_replies"] == [
        {"title": "Who <b>I</b> am", "text": "I am %SenderFirstName%"}], show(it)


def left_and_taken_up_again(it):
    prepare(it, [SUPPORT], [{"title": "Thanks", "text": "Thank you!"}])
    window = it.open()
    dialog = properties(it, window)
    open_card(dialog, SUPPORT["text"])
    dialog.find("text", "Question").type("With us?")
    open_card(dialog, "Thanks")
    dialog.find("push button", "Remove, Thanks").press()
    dialog.says("“Thanks” is removed when you save.")
    key("Escape")
    wait("the dialog gone", lambda: len(list(it.windows())) == 1)
    window.toast("Continue").press()
    dialog = it.window("Campaign Properties")
    dialog.find("push button", "With us?")
    # Somebody else, meanwhile.
    path = it.folder / "questions.json"
    path.write_text(json.dumps([HELP]), encoding="utf-8")
    it.ctl("campaign", "set", "Spring", f"--questions={path}")
    dialog.says("Somebody else has changed these meanwhile. What you have entered is kept; Save "
                "puts it in place of theirs.")
    dialog.find("push button", "Discard Changes").press()
    dialog.find("push button", HELP["text"])
    dialog.find("push button", "Thanks")
    dialog.gone("push button", "With us?")
    assert show(it)["questions"] == [HELP], show(it)


desk.main(written_by_the_keyboard, put_in_order, answers_that_were_given, what_cannot_be,
          canned_replies, left_and_taken_up_again)
