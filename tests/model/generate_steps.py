# SPDX-License-Identifier: GPL-3.0-or-later
"""Random steps: requests of every kind, and what people do meanwhile.

`at` is in seconds after the start of the case.  Steps name a move by how many
lie after it, and the acting user by e-mail, "holder" or nothing (the owner).
"""

import unicodedata

WAITS = (0, 0, 0, 0, 0, 1, 5, 10, 30, 45, 46, 60, 300)

IN_TEXTS = ("Yes", "who is this?", "I like weekends, nonstop!", "ok 👍")
OPT_OUT_TEXTS = ("STOP", "stop.", "  Opt   Out! ", "Arrêt", "ARRET", "“Unsubscribe”", "stop all",
                 "opt-out", "End", "alto!!", "CANCEL", "revoke", "¡Alto!", "(quit)")
MARKED_TEXTS = ("please stop", "Stop texting me", "I want to opt out now", "is this the end?",
                "cancel my visit")
OUT_TEXTS = ("Hello there", "Hi %FirstName%, this is %SenderFirstName%",
             "hi %LastName% from %SenderLastName%", "Hello again")
LONG_TEXTS = ("x" * 1530, "x" * 1531, "ж" * 670, "ж" * 671)


def some(rng, likely):
    return rng.random() < likely


class Stage:
    """What a step can name."""

    def __init__(self, rng, lines, pool, index):
        self.rng = rng
        self.index = index
        self.lines = lines
        self.rows = [line["conversation"] for line in lines if "conversation" in line]
        self.members = [line["sender"]["email"] for line in lines if "sender" in line]
        self.pool = [sender["email"] for sender in pool]
        self.phones = [row["phone"] for row in self.rows]

    def group(self):
        return self.rng.sample(self.members, self.rng.randint(1, min(len(self.members), 4)))

    def search(self):
        """A piece of what stands there, as a person might type it."""
        words = []
        for _ in range(self.rng.choice([1, 1, 1, 2])):
            row = self.rng.choice(self.rows)
            names = (row["first_name"] + " " + row["last_name"] + " " + row["phone"][1:]).split()
            name = self.rng.choice(names)
            begin = self.rng.choice([0, 0, self.rng.randrange(len(name))])
            word = name[begin:begin + self.rng.choice([1, 2, 3, 4, 20])]
            decomposed = unicodedata.normalize("NFD", word)
            bare = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
            words.append(self.rng.choice([word, word.upper(), word.lower(), bare, bare,
                                          decomposed]))
        text = self.rng.choice([" ", "  "]).join(words)
        # A piece that is a mark alone, or looks like an option, says nothing.
        return text.lstrip("-") if text.lstrip("-").strip() else "zz"

    def which(self):
        rng = self.rng
        which = {}
        kind = rng.random()
        if kind < 0.2 and self.members:
            which["from"] = self.group()
            if some(rng, 0.02):
                which["from"].append("ghost@example.org")
        elif kind < 0.6:
            which["from"] = rng.choice(["any", "unassigned", "unassigned", "online",
                                        "offline", "offline", "offline:1", "offline:10", "offline:60",
                                        "offline:1440"])
        if some(rng, 0.4):
            which["status"] = rng.choice(["any", "not_started", "not_started",
                                          "needs_reply", "needs_reply", "messaged", "replied",
                                          "closed"])
        if some(rng, 0.55):
            return which
        if self.rows and some(rng, 0.35):
            which["search"] = self.search()
        if some(rng, 0.3):
            which["waiting"] = rng.choice([1, 10, 241, 242, 245, 245, 245, 250, 300, 1000, 6000])
        if some(rng, 0.25):
            which["unmoved"] = rng.choice([1, 2, 5, 60])
        if some(rng, 0.2):
            which["flag"] = rng.choice(["marked", "opted_out", "wrote_after_opt_out",
                                        "survey_open", "survey_open"])
        if self.phones and some(rng, 0.25):
            which["conversations"] = rng.sample(self.phones, rng.randint(1, len(self.phones)))
        return which

    def request(self):
        rng = self.rng
        request = {"which": self.which()}
        kind = rng.random()
        if kind < 0.55 and self.members:
            request["to"] = self.group()
            if some(rng, 0.02):
                request["to"].append("ghost@example.org")
        else:
            request["to"] = rng.choice(["unassigned", "unassigned", "others", "others", "online"])
        if some(rng, 0.4):
            request["number"] = rng.choice([1, 1, 2, 2, 3, 4, 6,
                                            rng.randint(1, max(1, len(self.rows)))])
        elif some(rng, 0.3):
            request["number"] = "all"
        if request["to"] != "unassigned" and some(rng, 0.6):
            request["divide"] = rng.choice(["evenly", "level", "level"])
        return request

    def actor(self, likely=0.1):
        return self.rng.choice(self.pool) if some(self.rng, likely) else None

    def step(self):
        rng = self.rng
        op = rng.choice(["reassign"] * 8 + ["draw"] * 3 + ["undo_story"] * 2 + ["remove_story"] + ["list"] * 4 + ["round_trip"] * 2 + ["undo"] * 3
                        + ["self_assign"] * 2 + ["message"] * 3
                        + ["close", "reopen", "opt_out", "answer", "heartbeat", "shift",
                           "shift", "sender_add", "sender_remove", "sender_remove", "set_state", "copy"])
        step = {"op": op, "campaign": self.index}
        if op in ("draw", "undo_story", "message", "close", "reopen", "opt_out", "answer") and not self.rows:
            return None
        return {**step, **getattr(self, op)()}

    def reassign(self):
        step = {"request": self.request(), "by": self.actor(0.08)}
        if some(self.rng, 0.05):
            step["expect"] = self.rng.randint(0, 6)
        return step

    def draw(self):
        """A part of what several holders hold, so that their order tells who gives."""
        rng = self.rng
        which = rng.choice([{}, {}, {"from": "online"}, {"from": "offline"},
                            {"status": rng.choice(["needs_reply", "not_started"])}])
        to = self.group()[:2] if self.members and some(rng, 0.6) else "unassigned"
        held = [row for row in self.rows if row["sender"] and row["sender"] not in to]
        return {"op": "reassign", "request": {"which": which, "to": to,
                                              "number": rng.randint(1, len(held) + 1)}}

    def undo_story(self):
        """What happens between a move and its undo decides what goes back."""
        rng = self.rng
        events = []
        for _ in range(rng.choice([1, 2, 3, 4])):
            events.append({"what": rng.choice(["out", "out", "in", "move", "leave"]),
                           "moved": rng.randrange(40), "by": rng.choice(["holder", None])})
        return {"request": self.request(), "events": events}

    def remove_story(self):
        step = self.sender_remove()
        return {**step, "to": step["to"] or "unassigned", "by": None,
                "add": some(self.rng, 0.3), "answer": some(self.rng, 0.3)}

    def round_trip(self):
        request = self.request()
        request.pop("number", None)
        return {"request": request}

    def list(self):
        return {"which": self.which(), "sort": self.rng.choice(["id", "name", "waiting"]),
                "limit": self.rng.choice([1, 2, 3, 7, 100, 5000]), "by": self.actor(0.2)}

    def undo(self):
        return {"back": self.rng.choice([0, 0, 0, 1, 1, 2, 3]), "by": self.actor(0.05)}

    def self_assign(self):
        return {"by": self.rng.choice(self.pool)}

    def row(self):
        return {"phone": self.rng.choice(self.phones),
                "by": self.rng.choice(["holder", "holder", None, self.actor(1)])}

    def message(self):
        if some(self.rng, 0.55):
            text = self.rng.choice(LONG_TEXTS if some(self.rng, 0.1) else OUT_TEXTS)
            return {**self.row(), "direction": "out", "text": text}
        text = self.rng.choice(self.rng.choice([IN_TEXTS, OPT_OUT_TEXTS, MARKED_TEXTS]))
        return {**self.row(), "direction": "in", "text": text,
                "earlier": self.rng.choice([None, 0, 0, 60, 3600])}

    def close(self):
        return self.row()

    def reopen(self):
        closed = [row["phone"] for row in self.rows if row["status"] == "closed"]
        return {**self.row(), "phone": self.rng.choice(closed or self.phones)}

    def opt_out(self):
        marked = [row["phone"] for row in self.rows if row.get("marked")]
        if marked and some(self.rng, 0.5):
            return {**self.row(), "phone": self.rng.choice(marked), "none": some(self.rng, 0.7)}
        return {**self.row(), "none": some(self.rng, 0.2)}

    def answer(self):
        return {**self.row(), "question": self.rng.choice(["support", "volunteer"]),
                "answer": self.rng.choice(["Yes", "No", "Sunday", None])}

    def heartbeat(self):
        return {"by": self.rng.choice(self.pool), "end": some(self.rng, 0.3)}

    def shift(self):
        """Many come at once."""
        return {"emails": [email for email in self.pool if some(self.rng, 0.6)]}

    def sender_add(self):
        return {"emails": self.rng.sample(self.pool + ["new@example.org"], 1),
                "by": self.actor(0.15)}

    def sender_remove(self):
        to = self.rng.choice(["unassigned", "others", "chosen", None])
        email = self.rng.choice(self.pool)
        if to == "chosen":
            others = [other for other in self.members if other != email]
            to = "unassigned"
            if others:
                to = self.rng.sample(others, self.rng.randint(1, len(others)))
        return {"email": email, "to": to, "by": self.actor(0.15)}

    def copy(self):
        return {}

    def set_state(self):
        return {"state": self.rng.choice(["active", "active", "paused", "closed", "archived"])}


def presence(rng, pool, quiet):
    """Never there, gone long ago, ended, online, and just at the limit."""
    told = []
    for sender in pool:
        ago = rng.choice([None, None, 0, 0, 10, 20, 45, 46, 60, 600, 660, 3600, 7200])
        if ago is not None:
            told.append({"op": "heartbeat", "campaign": 0, "at": quiet - ago, "by": sender["email"],
                         "end": some(rng, 0.2)})
    return sorted(told, key=lambda step: step["at"])


def steps(rng, campaigns, pool, quiet):
    told = presence(rng, pool, quiet)
    at = quiet
    # A copy stands behind the others, and what can be named in it is what could be before.
    stages = [Stage(rng, lines, pool, index) for index, lines in enumerate(campaigns)]
    for _ in range(rng.choice([2, 3, 4, 4, 5, 5, 6, 6, 15])):
        stage = rng.choice(stages)
        step = stage.step()
        if step:
            told.append({**step, "at": at})
            if step["op"] == "copy" and len(stages) < 3:
                stages.append(Stage(rng, stage.lines, pool, len(stages)))
        at += rng.choice(WAITS)
    return told
