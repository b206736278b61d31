# SPDX-License-Identifier: GPL-3.0-or-later
"""A sender's evening in the Messenger, by the keyboard."""

import signal
import time

import desk
import hands
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


def messages(it, conversation):
    return [(one["direction"], one["text"]) for one in
            it.ctl("messages", "Spring", conversation)["messages"]]


def receive(it, conversation, text):
    it.ctl("message", "Spring", conversation, "--direction=in", text)


def write(window, text):
    """Types where the focus is, as long as it is in the message."""
    field = window.find("text", "Message")
    wait("the message has the focus", lambda: field.has("FOCUSED"))
    field.type(text)


def written(window):
    field = window.find("text", "Message").accessible.get_text_iface()
    return field.get_text(0, field.get_character_count())


def holds(window, text):
    return wait(f"{text!r} written", lambda: written(window) == text)


def send_button(window):
    return window.find("push button", "Send")


def sends_initial_messages(it):
    """Return, Return, Return: each once, each the right one."""
    it.spring()
    it.ctl("campaign", "set", "Spring", "--message=Hi %FirstName% %LastName%, this is "
           "%SenderFirstName%.")
    window = it.open("--messenger", ANN)
    window.find("push button", "Needs Reply: 3")
    key("<Control>1")
    window.find("list item", starts="Contact Nr04, Not Started: ")
    holds(window, "Hi Contact Nr04, this is Ann.")
    window.says("29 of 160")
    for left in (4, 3, 2, 1, 0):
        key("Return")
        window.find("push button", f"Initial Messages: {left}")
    window.says("All Your Initial Messages Are Sent")
    for number in range(4, 9):
        assert messages(it, number) == [("out", f"Hi Contact Nr{number:02}, this is Ann.")]
    # What to do next has the focus.
    answer = window.find("push button", "Answer 3 Replies")
    wait("the button has the focus", lambda: answer.has("FOCUSED"))
    key("Return")
    window.find("list item", starts="Contact Nr01, waiting ")


def answers(it):
    it.spring()
    window = it.open("--messenger", ANN)
    receive(it, 1, "Is there parking?")
    window.find("list item", starts="Contact Nr01, waiting 0 min: Is there parking?")
    window.find("label", starts="Contact, ")
    assert not send_button(window).has("SENSITIVE")
    window.says("Nothing is written yet.")
    for letter in "Yes":
        key(letter)
    holds(window, "Yes")
    window.says("3 of 160")
    key("Return")
    # The next one is there, and nothing is written to it.
    window.says("Contact Nr02")
    holds(window, "")
    window.find("push button", "Needs Reply: 2")
    assert messages(it, 1) == [("in", "Is there parking?"), ("out", "Yes")]
    # In the list of all one stays with whom one writes to.
    key("<Control>3")
    window.find("push button", "All: 10")
    write(window, "One")
    key("Return")
    window.find("label", starts="Ann Lee, ")
    holds(window, "")
    assert messages(it, 2) == [("out", "One")]


def keys_lead_everywhere(it):
    it.spring()
    it.ctl("campaign", "set", "Spring", f"--canned-replies={replies(it)}")
    window = it.open("--messenger", ANN)
    field = window.find("text", "Message")
    wait("one can write at once", lambda: field.has("FOCUSED"))
    window.says("Contact Nr01")
    key("<Alt>Down")
    wait("the next", lambda: shown(window) == "Contact Nr02")
    key("<Alt>Down")
    wait("the next", lambda: shown(window) == "Contact Nr03")
    key("<Alt>Up")
    wait("the one before", lambda: shown(window) == "Contact Nr02")
    # A canned reply, filled in, where the cursor is.
    write(window, "Hello! ")
    key("<Control>r")
    window.find("menu item", "Where to vote")
    key("Return")
    holds(window, "Hello! You vote at the library, Contact.")
    key("<Shift>Return")
    holds(window, "Hello! You vote at the library, Contact.\n")
    # Close, and come to the next; and the other way.
    key("<Control>d")
    wait("the next", lambda: shown(window) == "Contact Nr03")
    window.find("push button", "Needs Reply: 2")
    key("<Control>3")
    window.find("push button", "All: 10")
    window.find("list item", starts="Contact Nr02, Closed: ")
    key("<Alt>Down")
    window.find("push button", "Reopen Conversation")
    key("<Control>d")
    window.find("push button", "Close Conversation")
    assert conversation(it, 2)["status"] == "needs_reply"


def shown(window):
    """Whose conversation is shown: the name that stands above its buttons."""
    texts = window.texts()
    names = [one for one in texts if one.startswith("Contact Nr")]
    return names[-1] if names else None


def conversation(it, number):
    return it.ctl("conversations", "Spring", f"--conversations={number}")["conversations"][0]


def replies(it):
    path = it.folder / "replies.json"
    path.write_text('[{"title": "Where to vote", "text": "You vote at the library, %FirstName%."}]')
    return path


def keeps_drafts(it):
    it.spring()
    window = it.open("--messenger", ANN)
    window.find("list item", starts="Contact Nr01, waiting ")
    write(window, "Half a sentence")
    holds(window, "Half a sentence")
    # The row says so as soon as it is saved, and no longer than it is true.
    window.find("list item", starts="Contact Nr01, waiting 0 min: Draft: Half a sentence")
    write(window, "")
    window.gone("list item", starts="Contact Nr01, waiting 0 min: Draft: ")
    write(window, "Half a sentence")
    key("<Alt>Down")
    holds(window, "")
    write(window, "Another")
    time.sleep(1)
    # However it ends, what was typed is there again.
    it.processes[-1].kill()
    it.processes.pop().wait()
    wait("the window to be gone", lambda: not list(it.windows()))
    window = it.open("--messenger", ANN)
    holds(window, "Half a sentence")
    window.find("list item", starts="Contact Nr02, waiting 0 min: Draft: Another")
    key("<Alt>Down")
    holds(window, "Another")
    # In the list of all one stays with whom one writes to.
    key("<Control>3")
    window.find("list item", starts="Contact Nr01, waiting 0 min: Draft: Half a sentence")
    wait("Send", lambda: send_button(window).has("SENSITIVE"))
    key("<Control>m")
    key("Return")
    window.find("list item", starts="Contact Nr02, Replied: Another")


def another_gets_it(it):
    it.spring()
    window = it.open("--messenger", ANN)
    window.find("list item", starts="Contact Nr01, waiting ")
    write(window, "It opens at seven.")
    it.ctl("reassign", "Spring", "--conversations=1", "--to=bo@example.org")
    window.says("This conversation is now with Bo Lee.")
    assert not send_button(window).has("SENSITIVE")
    key("Return")
    holds(window, "It opens at seven.")
    window.find("push button", "Copy Draft").press()
    window.find("push button", "Needs Reply: 2")
    assert messages(it, 1) == []
    # Whoever has it now is told while it is being written.
    key("<Alt>Down")
    holds(window, "")


def finds_what_it_left_behind(it):
    """Written, reassigned away, closed, and opened again: it can be copied and discarded."""
    it.spring()
    window = it.open("--messenger", ANN)
    window.find("list item", starts="Contact Nr01, waiting ")
    write(window, "It opens at seven.")
    key("<Alt>Down")
    wait("the next", lambda: shown(window) == "Contact Nr02")
    write(window, "At the library.")
    key("<Alt>Down")
    wait("the next", lambda: shown(window) == "Contact Nr03")
    write(window, "Stays mine.")
    key("<Control>w")
    wait("the window to be gone", lambda: not list(it.windows()))
    it.ctl("reassign", "Spring", "--conversations=1", "--to=bo@example.org")
    it.ctl("reassign", "Spring", "--conversations=2", "--to=unassigned")
    window = it.open("--messenger", ANN)
    holds(window, "Stays mine.")
    name = "2 drafts in conversations that are no longer yours"
    hands.push(window, name)
    # Which stands first is open where both were written within a second.
    row = window.find("list item", "Contact Nr02, Now with nobody: At the library.")
    window.find("list item", "Contact Nr01, Now with Bo Lee: It opens at seven.")
    hands.push(row, "Copy")
    row.find("push button", "Copied")
    hands.push(row, "Discard")
    window.gone("list item", starts="Contact Nr02, Now with ")
    wait("the focus in the other one",
         lambda: any(button.has("FOCUSED") for button in window.all("push button", "Copy")))
    key("Escape")
    window.gone("list item", starts="Contact Nr01, Now with ")
    button = window.find("push button", "1 draft in a conversation that is no longer yours")
    wait("the focus back", lambda: hands.has_focus(button))
    for keys in ("<Control>m", "<Control>a", "<Control>v"):
        key(keys)
    holds(window, "At the library.")
    # It is gone from disk, too; and who gets it back finds it where it was.
    it.ctl("reassign", "Spring", "--conversations=1,2", "--to=ann@example.org")
    window.gone("push button", "1 draft in a conversation that is no longer yours")
    window.find("push button", "Needs Reply: 3")
    key("<Control>m")
    key("<Alt>Up")
    wait("the one before", lambda: shown(window) == "Contact Nr02")
    holds(window, "")
    key("<Alt>Up")
    holds(window, "It opens at seven.")


def tells_what_was_refused(it):
    """Who has gone on is told, and what was written is there again."""
    it.spring()
    window = it.open("--messenger", ANN)
    window.find("list item", starts="Contact Nr01, waiting ")
    write(window, "It opens at seven.")
    wait("Send", lambda: send_button(window).has("SENSITIVE"))
    # The window does not see the move before the Return.
    it.processes[-1].send_signal(signal.SIGSTOP)
    it.ctl("reassign", "Spring", "--conversations=1", "--to=bo@example.org")
    key("Return")
    it.processes[-1].send_signal(signal.SIGCONT)
    window.says("Not sent to Contact Nr01: This conversation is now with Bo Lee.")
    wait("the next", lambda: shown(window) == "Contact Nr02")
    assert messages(it, 1) == []
    window.find("push button", "Show the conversation with Contact Nr01").press()
    wait("the one before", lambda: shown(window) == "Contact Nr01")
    holds(window, "It opens at seven.")
    window.find("push button", "Copy Draft")
    window.gone("label", starts="Not sent to ")


def tells_who_was_quicker(it):
    """A moderator has answered, and who was about to do the same has not seen it."""
    it.spring()
    window = it.open("--messenger", ANN)
    window.find("list item", starts="Contact Nr01, waiting ")
    write(window, "At seven.")
    wait("Send", lambda: send_button(window).has("SENSITIVE"))
    it.processes[-1].send_signal(signal.SIGSTOP)
    it.ctl("message", "Spring", 1, "--direction=out", "It opens at seven.", user="mo@example.org")
    key("Return")
    it.processes[-1].send_signal(signal.SIGCONT)
    window.says("Not sent to Contact Nr01: mo@example.org has answered meanwhile.")
    assert messages(it, 1) == [("out", "It opens at seven.")]
    # Nothing is lost, and who has read it may say so all the same.
    hands.push(window, "Show the conversation with Contact Nr01")
    wait("that one", lambda: shown(window) == "Contact Nr01")
    holds(window, "At seven.")
    wait("Send", lambda: send_button(window).has("SENSITIVE"))
    key("<Control>m")
    key("Return")
    wait("both", lambda: messages(it, 1) == [("out", "It opens at seven."), ("out", "At seven.")])


def sends_when_the_time_has_come(it):
    """Nobody touches anything while the minute comes in which the campaign opens."""
    it.spring()
    now = time.gmtime()
    # Where it is about noon, so that no day ends meanwhile.
    zone = f"Etc/GMT{now.tm_hour - 12:+}"
    opens = 12 * 60 + now.tm_min + (1 if now.tm_sec < 50 else 2)
    it.ctl("campaign", "set", "Spring", f"--time-zone={zone}",
           f"--hours={opens // 60}:{opens % 60:02}-24:00")
    window = it.open("--messenger", ANN)
    window.find("list item", starts="Contact Nr01, waiting ")
    write(window, "Good morning")
    wait("it cannot be sent", lambda: not send_button(window).has("SENSITIVE"))
    key("Return")
    assert messages(it, 1) == []
    wait("it can be sent", lambda: send_button(window).has("SENSITIVE"), 90)
    assert time.gmtime().tm_min == opens % 60
    key("Return")
    wait("it is sent", lambda: messages(it, 1) == [("out", "Good morning")])


def a_held_return_sends_once(it):
    it.spring()
    it.ctl("campaign", "set", "Spring", "--message=Hi %FirstName%.")
    window = it.open("--messenger", ANN)
    window.find("push button", "Needs Reply: 3")
    key("<Control>1")
    holds(window, "Hi Contact.")
    hold(36, 1.5)
    window.find("push button", "Initial Messages: 4")
    time.sleep(0.5)
    window.find("push button", "Initial Messages: 4")


def hold(code, seconds):
    from gi.repository import Atspi

    Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.PRESS)
    time.sleep(seconds)
    Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.RELEASE)


def says_why_not(it):
    """Refused for the state, the hours, the text: beside it, and nothing is lost."""
    it.spring()
    window = it.open("--messenger", ANN)
    window.find("list item", starts="Contact Nr01, waiting ")
    write(window, "x" * 1531)
    window.says("1,531 of 1,683, 11 segments")
    wait("it says why", lambda: any("10" in one and "segment" in one for one in window.texts()))
    assert not send_button(window).has("SENSITIVE")
    write(window, "Да")
    window.says("2 of 70, Unicode")
    wait("Send", lambda: send_button(window).has("SENSITIVE"))
    write(window, "<b>Yes</b> &amp; no")
    it.ctl("campaign", "set", "Spring", "--state=paused")
    wait("it cannot be sent", lambda: not send_button(window).has("SENSITIVE"))
    key("Return")
    it.ctl("campaign", "set", "Spring", "--state=active")
    wait("Send", lambda: send_button(window).has("SENSITIVE"))
    holds(window, "<b>Yes</b> &amp; no")
    key("Return")
    window.find("push button", "Needs Reply: 2")
    assert messages(it, 1) == [("out", "<b>Yes</b> &amp; no")]
    # Who opts out meanwhile gets nothing.
    write(window, "See you there")
    receive(it, 2, "stop")
    wait("it cannot be sent", lambda: not send_button(window).has("SENSITIVE"))
    key("Return")
    holds(window, "See you there")
    assert messages(it, 2) == [("in", "stop")]


def gets_more(it):
    it.spring()
    it.ctl("campaign", "set", "Spring", "--self-assign=4", "--message=Hi %FirstName%.")
    it.ctl("reassign", "Spring", "--from=ann@example.org", "--to=bo@example.org")
    window = it.open("--messenger", ANN)
    window.says("You Have No Conversations Yet")
    more = window.find("push button", "Get 4 More Conversations")
    window.reach(more)
    key("space")
    window.find("push button", "Needs Reply: 4")
    window.find("text", "Message")
    assert it.senders()["Ann"]["needs_reply"] == 4


def is_online_while_it_is_open(it):
    it.spring()
    window = it.open("--messenger", ANN)
    window.find("push button", "Needs Reply: 3")
    wait("Ann is online", lambda: it.senders()["Ann"]["online"])
    key("<Control>w")
    wait("Ann has gone", lambda: not it.senders()["Ann"]["online"])


desk.main(sends_initial_messages, answers, keys_lead_everywhere, keeps_drafts, another_gets_it,
          finds_what_it_left_behind,
          tells_what_was_refused, tells_who_was_quicker,
          sends_when_the_time_has_come, a_held_return_sends_once, says_why_not, gets_more,
          is_online_while_it_is_open, shows_own_conversations,
          a_sender_of_no_campaign, a_second_start_is_the_same_window, there_is_no_database)
