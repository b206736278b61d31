# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole campaign: imported, shared out, texted, answered, swept, and closed with
nothing waiting and no opt-out left open.
"""

import json

from rig import AFTER, BEFORE, OURS, drop, main, phone, wait_for

CONFIRMATION = "You are unsubscribed and will get no more messages from us."
ANN, BO = "ann@example.org", "bo@example.org"
CONTACTS = 12

# What each of the contacts answers, if anything; of some the alphabet is UCS-2.
ANSWERS = {
    1: "Yes, count on me 👍", 2: "Who is this?", 3: "STOP", 4: "Please stop texting me",
    5: "no", 6: "Oui ça va", 7: "Yes + my sister", 8: "Unsubscribe!", 9: "maybe later",
}


def sweep(rig):
    """Its lines by their kind; time is not what this is about."""
    lines = rig.json("sweep", "Spring", "--waiting=0", "--unmoved=0", "--unseen=0")["sweep"]
    return {line["kind"]: line for line in lines}


def holdings(rig):
    return {sender["email"]: sender["total"] for sender in rig.json("senders", "Spring")["senders"]}


def listed(rig, *words):
    return rig.json("conversations", "Spring", *words)["conversations"]


def from_import_to_the_end(rig):
    rig.write("questions.json", json.dumps(
        [{"id": "support", "text": "Do they support us?", "answers": ["Yes", "No"]}]))
    rig.campaign("Spring", "--message=Hi %FirstName%, %SenderFirstName% here. Will you vote?",
                 f"--questions={rig.path('questions.json')}", senders=("ann", "bo"),
                 contacts=[(phone(number), f"No{number}") for number in range(1, CONTACTS + 1)])
    rig.set_gateway()
    rig.kannel.start()
    rig.run_gateway()

    # Shared out, and texted: the runner dies once on the way.
    rig.text("reassign", "Spring", "--from=unassigned", "--to=others")
    assert holdings(rig) == {ANN: 6, BO: 6}, holdings(rig)

    def kill(exchange):
        rig.kill_runner()
        drop(exchange)
    rig.proxy.when("send", AFTER, kill)
    for sender in (ANN, BO):
        for conversation in listed(rig, f"--from={sender}"):
            rig.json("message", "Spring", conversation["id"], "--direction=out",
                     "Hi %FirstName%. Will you vote?", f"--user={sender}")
    wait_for(lambda: rig.deaths)
    rig.restart_runner()
    # What was noted and never reached Kannel is asked for again after half a minute.
    rig.wait_status(60, delivered=CONTACTS, queued=0, unanswered=0, sent=0)
    for number in range(1, CONTACTS + 1):
        rig.wait_texts(phone(number), f"Hi No{number}. Will you vote?")
    assert rig.json("overview", "Spring")["messaged"] == CONTACTS

    # Answered; some opt out, and the runner dies once more.
    rig.proxy.when("receive", BEFORE, kill)
    for number, text in ANSWERS.items():
        rig.kannel.phones.write(phone(number), OURS, text, ucs2=not text.isascii())
    wait_for(lambda: rig.deaths == 2)
    rig.restart_runner()
    rig.wait_status(received=len(ANSWERS))
    rig.wait_texts(phone(3), "Hi No3. Will you vote?", CONFIRMATION)
    rig.wait_texts(phone(8), "Hi No8. Will you vote?", CONFIRMATION)
    for number, text in ANSWERS.items():
        assert rig.received(number) == [text], rig.messages(number)
    overview = rig.json("overview", "Spring")
    assert (overview["opted_out"], overview["marked"], overview["needs_reply"]) == (2, 1, 7)

    # Swept: Bo went home, and Ann is there.
    rig.json("heartbeat", f"--user={ANN}")
    lines = sweep(rig)
    assert "waiting_offline" in lines and "opt_out_asked" in lines, list(lines)
    waiting = lines["waiting_offline"]
    assert waiting["senders"] == [BO], waiting
    moved = rig.json("reassign", *waiting["reassign"], f"--expect={waiting['count']}")
    assert moved["moved"] == waiting["count"] > 0, moved
    assert "waiting_offline" not in sweep(rig)

    # The one who asked in other words is opted out by a person.
    asked = listed(rig, "--flag=marked")
    assert [one["phone"] for one in asked] == [phone(4)], asked
    rig.json("opt-out", "Spring", asked[0]["id"])

    # The rest is answered, the survey filled in, and all of it closed.
    for conversation in listed(rig, "--status=needs_reply"):
        number = conversation["id"]
        assert conversation["sender"] == ANN, conversation
        rig.json("message", "Spring", number, "--direction=out", f"Thank you, {number}!",
                 f"--user={ANN}")
    rig.wait_status(queued=0, unanswered=0, sent=0)
    for conversation in listed(rig, "--flag=survey_open"):
        rig.json("answer", "Spring", conversation["id"], "support", "Yes")
    for conversation in listed(rig):
        rig.json("close", "Spring", conversation["id"])
    overview = rig.json("overview", "Spring")
    assert overview["closed"] == CONTACTS and overview["marked"] == 0, overview
    assert overview["waiting_since"] is None, overview
    assert sweep(rig) == {}, sweep(rig)
    rig.text("campaign", "set", "Spring", "--state=closed")

    # Each phone had what stands in its conversation, once; nothing is left to be done.
    status = rig.status()
    assert (status["queued"], status["unanswered"], status["failed"], status["cancelled"],
            status["twice"], status["unknown_total"], status["trouble"]) == (
                0, 0, 0, 0, 0, 0, None), status
    rig.settle()
    confirmed = [to for to, text in rig.kannel.phones.texts() if text == CONFIRMATION]
    assert len(confirmed) == len(set(confirmed)), confirmed
    for number in range(1, CONTACTS + 1):
        ours = [text for direction, text in rig.messages(number) if direction == "out"]
        extra = [CONFIRMATION] if phone(number) in confirmed else []
        rig.wait_texts(phone(number), *ours, *extra)
    assert rig.stop() == 0
    assert rig.json("check")["ok"]


main([from_import_to_the_end])
