# SPDX-License-Identifier: GPL-3.0-or-later
"""Random campaigns, and random steps played in them.

A case is plain data: the lines of the campaign files and a list of steps.  It
names contacts by phone and senders by e-mail, so that lines and steps can be
taken out of a case that failed and the rest still means the same.

What the rules leave open is not generated: a window that has passed meets no
conversation that was imported as written without its messages, and accents
stand only on letters that a person would look for without them.
"""

from generate_steps import steps
from model import format_time

FIRST_NAMES = ("Ann", "ann", "José", "Zoë", "Søren", "Анна", "Đặng", "Éva", "O'Neil", "Li", "",
               "Ann Marie", "Max", "Straße", "100%", "a_b", "Żaneta", "ÅSA", "Mário", "\"Q\"", "Bo*")
LAST_NAMES = ("Lee", "lee", "Müller", "Muller", "Núñez", "Kowalski", "Ivanov", "Йовчев",
              "García", "", "de la Cruz", "Ó Briain", "Smith", "Smith-Jones", "Čapek", "ÖZ", "Weiß")

IN_TEXTS = ("Yes", "who is this?", "I like weekends, nonstop!", "ok 👍", "Sí, claro", "at 5 🙂")
OUT_TEXTS = ("Hello there", "Hi %FirstName%, this is %SenderFirstName%", "Thanks! See you.",
             "Can you come on Sunday?", "Hi %FirstName% %LastName% from %SenderLastName%")
QUESTIONS = ({"id": "support", "text": "Do they support us?", "answers": ["Yes", "No"]},
             {"id": "volunteer", "text": "Will they help?", "answers": ["Sunday", "Monday"]})

# Steps begin this long after the import; presence of the past lies between.
QUIET = 4 * 3600


def some(rng, likely):
    return rng.random() < likely


def make_senders(rng, number):
    senders = []
    for i in range(number):
        senders.append({"email": f"{rng.choice('qxbma')}{i}@example.org",
                        "first_name": rng.choice(FIRST_NAMES[:8]),
                        "last_name": rng.choice(LAST_NAMES[:8]),
                        "role": rng.choice(["sender"] * 8 + ["moderator", "admin"])})
    return senders


def make_campaign(rng, start, title):
    told = {"title": title, "state": rng.choice(["active"] * 12 + ["draft", "paused", "closed"]),
            "time_zone": rng.choice(["UTC", "America/New_York", "Asia/Kolkata"]),
            "opening_hours": rng.choice([None] * 6 + [{"start": "09:00", "end": "21:00"},
                                                      {"start": "14:00", "end": "14:13"},
                                                      {"start": "18:13", "end": "23:43"}]),
            "self_assign": {"enabled": some(rng, 0.7), "batch": rng.choice([1, 2, 3, 7, 300])},
            "questions": list(QUESTIONS[:rng.choice([0, 1, 1, 2])])}
    if some(rng, 0.02):
        told["state"] = "archived"
    if some(rng, 0.1):
        del told["opening_hours"]
    if some(rng, 0.3):
        # Begins, or ends, before, within or after the steps.
        begin, end = rng.choice([(-90000, -60), (-90000, 600), (-90000, 90000), (300, 600),
                                 (300, 90000), (None, 60), (-60, None)])
        told["window_start"] = None if begin is None else format_time(start + QUIET + begin)
        told["window_end"] = None if end is None else format_time(start + QUIET + end)
    return told


def make_messages(rng, start, emails):
    """Recorded messages in their order; the times need not ascend strictly."""
    messages = []
    at = start - 60 * rng.randrange(60, 8000)
    for _ in range(rng.choice([1, 1, 2, 3, 4])):
        direction = rng.choice(["in", "out"])
        message = {"direction": direction, "at": format_time(at)}
        if direction == "in":
            message["text"] = rng.choice(IN_TEXTS)
        else:
            message["text"] = rng.choice(OUT_TEXTS).replace("%", "")
            message["by"] = rng.choice(emails)
        messages.append(message)
        at = min(start, at + 60 * rng.choice([0, 0, 1, 5, 600]))
    return messages


def make_conversation(rng, start, phone, emails, holders):
    told = {"phone": phone, "first_name": rng.choice(FIRST_NAMES),
            "last_name": rng.choice(LAST_NAMES), "sender": rng.choice(holders)}
    if some(rng, 0.2):
        told["fields"] = {"city": rng.choice(["Ghent", "Łódź", ""]), "age": "41"}
    if some(rng, 0.2):
        told["time_zone"] = rng.choice(["America/New_York", "Asia/Kolkata", "Pacific/Auckland"])
    if emails and some(rng, 0.4):
        tell_messages(rng, told, make_messages(rng, start, emails), start)
    else:
        tell_status(rng, told, start)
    if told["status"] != "not_started" and some(rng, 0.12):
        told["status"] = "closed"
        told.pop("waiting_since", None)
        if some(rng, 0.5):
            told["opted_out"] = True
            told["wrote_after_opt_out"] = told["contact_wrote"] and some(rng, 0.5)
    if told["contact_wrote"] and not told.get("opted_out") and some(rng, 0.15):
        told["marked"] = True
    if told["contact_wrote"] and some(rng, 0.4):
        told["answers"] = {"support": rng.choice(["Yes", "No"])}
    return told


def tell_messages(rng, told, messages, start):
    told["messages"] = messages
    told["contact_wrote"] = any(message["direction"] == "in" for message in messages)
    told["last_message_at"] = messages[-1]["at"]
    told["status"] = "messaged"
    if messages[-1]["direction"] == "in":
        told["status"] = "needs_reply"
        first = len(messages)
        while first and messages[first - 1]["direction"] == "in":
            first -= 1
        told["waiting_since"] = messages[first]["at"]
        if first == 0 and some(rng, 0.3):
            told["waiting_since"] = format_time(start - 60 * rng.randrange(8000, 9000))
    elif told["contact_wrote"]:
        told["status"] = "replied"


def tell_status(rng, told, start):
    """Of one whose messages were sent elsewhere.  Few minutes, so that many wait equally long."""
    status = rng.choice(["not_started"] * 4 + ["needs_reply"] * 3
                        + ["messaged", "replied", "closed"])
    minutes = rng.choice([1, 2, 5, 5, 10, 30, 60, 600, 5000])
    told["status"] = status
    told["contact_wrote"] = status in ("needs_reply", "replied")
    if status in ("messaged", "replied", "needs_reply"):
        told["last_message_at"] = format_time(start - 60 * minutes)
    if status == "needs_reply" and some(rng, 0.8):
        told["waiting_since"] = format_time(start - 60 * (minutes + rng.choice([0, 0, 10])))


def make_phone(rng):
    country = rng.choice(["+1202555", "+4930", "+33612345"])
    return country + f"{rng.randrange(10000):04}" + rng.choice(["", "7"])


def make_size(rng):
    draw = rng.random()
    if draw < 0.70:
        return rng.randrange(0, 16)
    if draw < 0.985:
        return rng.randrange(8, 61)
    return rng.randrange(100, 301)


def generate(rng, start, large=False):
    """A case that begins at `start`, in Unix seconds.  A large one makes the program
    divide its records of a move, which hold some thousands each."""
    pool = make_senders(rng, rng.choice([1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8]))
    campaigns, phones = [], []
    for index in range(rng.choice([1] * 8 + [2])):
        members = [sender for sender in pool if index == 0 or some(rng, 0.6)]
        emails = [sender["email"] for sender in members]
        holders = [rng.choice([None] + emails) for _ in range(4)] + emails[:rng.randrange(9)]
        holders.append(None)
        taken = set()
        size = make_size(rng) if index == 0 else rng.randrange(10)
        if large and index == 0:
            size = rng.randint(4200, 5000)
        lines = [{"format": "reassign-campaign", "version": 1,
                  "campaign": make_campaign(rng, start, f"Case {index}")}]
        lines += [{"sender": sender} for sender in members]
        while len(taken) < size:
            phone = rng.choice(phones) if index and phones and some(rng, 0.5) else make_phone(rng)
            if phone in taken:
                continue
            taken.add(phone)
            lines.append({"conversation": make_conversation(rng, start, phone, emails, holders)})
        drop_unknown_answers(lines)
        campaigns.append(lines)
        phones += sorted(taken)
    return {"start": start, "campaigns": campaigns, "steps": steps(rng, campaigns, pool, QUIET)}


def drop_unknown_answers(lines):
    questions = {question["id"] for question in lines[0]["campaign"]["questions"]}
    for line in lines[1:]:
        told = line.get("conversation", {})
        if "answers" in told:
            told["answers"] = {key: value for key, value in told["answers"].items()
                               if key in questions}
