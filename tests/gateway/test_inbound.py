# SPDX-License-Identifier: GPL-3.0-or-later
"""What people text back: every alphabet, every number, once each, and their stops."""

from rig import OURS, fetch, main, phone, wait_for

CONFIRMATION = "You are unsubscribed and will get no more messages from us."
STRANGER = "+13125550199"


def wait_received(rig, number, *texts):
    wait_for(lambda: len(rig.received(number)) >= len(texts),
             says=lambda: f"{rig.proxy.exchanges[-4:]}" + rig.runner_log() + rig.kannel.log())
    assert rig.received(number) == list(texts), rig.received(number)


def call(rig, **change):
    """As Kannel does."""
    return fetch(rig.get_address(**change))


def every_alphabet_arrives(rig):
    """One after the other, for Kannel hands on what it has at once in any order."""
    rig.set_up()
    gsm = ["Yes + no: 100% & a=b", "é ü ñ à Ø £ @ €{[~]}", "two  spaces", "<b>not bold</b>",
           "%41 is no A; ?key=none#", "\"quoted\" 'too' \\ back"]
    ucs2 = ["Ça va 😀", "Привет!", "你好", "“curly” – dashes… ç", "+1 👍🏽"]
    expected = []
    for text in gsm:
        rig.kannel.phones.write(phone(1), OURS, text)
        expected.append(text)
        wait_received(rig, 1, *expected)
    for text in ucs2:
        rig.kannel.phones.write(phone(1), OURS, text, ucs2=True)
        expected.append(text)
        wait_received(rig, 1, *expected)


def several_parts_are_one_message(rig):
    rig.set_up()
    plain = "".join(f"{number} and " for number in range(90)) + "the end"
    rich = "Ça va très bien 😀 " * 12
    rig.kannel.phones.write(phone(1), OURS, plain)
    wait_received(rig, 1, plain)
    rig.kannel.phones.write(phone(1), OURS, rich, ucs2=True)
    wait_received(rig, 1, plain, rich)
    assert rig.status()["received"] == 2, rig.status()


def the_plus_of_a_number_does_not_matter(rig):
    rig.set_up()
    rig.kannel.phones.write(phone(1).lstrip("+"), OURS.lstrip("+"), "Without")
    wait_received(rig, 1, "Without")
    rig.kannel.phones.write(phone(1), OURS, "With")
    wait_received(rig, 1, "Without", "With")
    rig.send(1, "Hello + hello")
    rig.wait_texts(phone(1), "Hello + hello")


def what_comes_twice_is_recorded_once(rig):
    rig.set_up(start=False)
    rig.run_gateway()
    for _ in range(3):
        assert call(rig, I="the-same") == 200
    assert call(rig, I="another") == 200
    assert rig.received(1) == ["Hello", "Hello"], rig.received(1)
    assert rig.status()["received"] == 2


def an_unknown_number_is_kept(rig):
    rig.set_up()
    rig.kannel.phones.write(STRANGER, OURS, "Who <b>are</b> you 😀", ucs2=True)
    rig.wait_status(received=1, unknown_total=1)
    unknown = rig.status()["unknown"]
    assert [(one["phone"], one["text"]) for one in unknown] == [
        (STRANGER, "Who <b>are</b> you 😀")], unknown
    assert rig.messages(1) == []
    assert STRANGER in rig.text("gateway", "status")


def what_is_no_number_is_kept_too(rig):
    """Some senders have a name for a number; nobody can answer them."""
    rig.set_up()
    rig.kannel.phones.write("INFO", OURS, "Your bill is ready")
    rig.wait_status(received=1, unknown_total=1)
    rig.kannel.phones.write("4321", OURS, "STOP")
    rig.wait_status(received=2, unknown_total=2)
    rig.settle()
    assert rig.kannel.phones.texts() == [], rig.kannel.phones.texts()
    assert {one["text"] for one in rig.status()["unknown"]} == {"Your bill is ready", "STOP"}


def a_strangers_stop_holds_for_later(rig):
    rig.set_up()
    rig.kannel.phones.write(STRANGER, OURS, "STOP")
    rig.wait_texts(STRANGER, CONFIRMATION)
    rig.write("more.csv", f"phone,sender\n{STRANGER},ann@example.org\n")
    rig.text("contacts", "import", "Spring", rig.path("more.csv"))
    assert rig.conversation(2)["opted_out"], rig.conversation(2)
    assert rig.conversation(2)["status"] == "closed"
    rig.refuse("wrong-state", "message", "Spring", "2", "--direction=out", "Hi")


def one_confirmation_is_all(rig):
    """Of however many stops, in however many campaigns."""
    rig.set_up()
    rig.campaign("Summer", senders=("ann",), contacts=[(phone(1), "No1", "", "ann@example.org")])
    rig.send(1, "Hi")
    rig.wait_texts(phone(1), "Hi")
    rig.kannel.phones.write(phone(1), OURS, "Stop.")
    rig.wait_texts(phone(1), "Hi", CONFIRMATION)
    assert rig.conversation(1)["status"] == "closed"
    for number, word in enumerate(["STOP", "unsubscribe", "  Arrêt!  "], 2):
        rig.kannel.phones.write(phone(1), OURS, word)
        rig.wait_status(received=number)
    rig.settle()
    rig.wait_texts(phone(1), "Hi", CONFIRMATION)
    assert rig.conversation(1)["wrote_after_opt_out"]
    assert rig.json("conversations", "Summer")["conversations"][0]["opted_out"]


def a_stop_among_words_is_for_a_person(rig):
    rig.set_up()
    rig.kannel.phones.write(phone(1), OURS, "We have got to STOP this bill")
    wait_received(rig, 1, "We have got to STOP this bill")
    rig.settle()
    assert rig.conversation(1)["marked"] and not rig.conversation(1)["opted_out"]
    assert rig.kannel.phones.texts() == []


def a_reply_goes_where_was_written_last(rig):
    rig.set_up(start=False)
    rig.campaign("Summer", senders=("ann",), contacts=[(phone(1), "No1", "", "ann@example.org")])
    rig.run_gateway()

    def texts(campaign, conversation):
        return [message["text"] for message
                in rig.json("messages", campaign, conversation)["messages"]
                if message["direction"] == "in"]
    # Nothing was written: the newest one.
    assert call(rig, I="1", b="First") == 200
    assert texts("Summer", 2) == ["First"]
    rig.send(1, "Hi")
    assert call(rig, I="2", b="Second") == 200
    assert texts("Spring", 1) == ["Second"] and texts("Summer", 2) == ["First"]


main([
    every_alphabet_arrives,
    several_parts_are_one_message,
    the_plus_of_a_number_does_not_matter,
    what_comes_twice_is_recorded_once,
    an_unknown_number_is_kept,
    what_is_no_number_is_kept_too,
    a_strangers_stop_holds_for_later,
    one_confirmation_is_all,
    a_stop_among_words_is_for_a_person,
    a_reply_goes_where_was_written_last,
])
