# SPDX-License-Identifier: GPL-3.0-or-later
"""A database of campaigns in memory, one plain object a conversation.

The program plans on counts and moves in one statement.  This model does
neither: it holds every conversation as an object and reads each rule off the
conversation's own messages, one at a time, the way the page says it.  It is
written from the page alone, so that an error of thought in the program is not
made here a second time.
"""

import copy
import re
import unicodedata
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

# The order in which the rules deal the statuses.
STATUSES = ("needs_reply", "not_started", "messaged", "replied", "closed")

ONLINE_FOR = 45

OPT_OUT_WORDS = ("stop", "stopall", "stop all", "quit", "end", "revoke", "opt out", "opt-out",
                 "optout", "cancel", "unsubscribe", "arret", "arrêt", "alto")


class Refusal(Exception):
    """What the program must refuse, by the code that it must give."""

    def __init__(self, code, *figures):
        super().__init__(f"{code} {figures}" if figures else code)
        self.code = code
        self.figures = figures


class User:
    def __init__(self, email, first_name="", last_name="", role="sender"):
        self.email = email
        self.first_name = first_name
        self.last_name = last_name
        self.role = role
        self.last_seen = None
        self.messenger_open = False

    def heartbeat(self, now, end):
        self.last_seen = now
        self.messenger_open = not end

    def online(self, now):
        return self.messenger_open and now - self.last_seen <= ONLINE_FOR

    def name_order(self):
        return (self.last_name.casefold(), self.first_name.casefold(), self.email.casefold())


class Message:
    def __init__(self, tick, direction, at, text, by):
        self.tick = tick
        self.direction = direction
        self.at = at
        self.text = text
        self.by = by


class Conversation:
    """One contact in one campaign.  What is imported stays in `imported`, and
    everything that the rules call a status is worked out when asked for."""

    def __init__(self, phone, imported):
        self.id = None
        self.phone = phone
        self.first_name = imported.get("first_name", "")
        self.last_name = imported.get("last_name", "")
        self.fields = imported.get("fields", {})
        self.answers = dict(imported.get("answers", {}))
        self.holder = imported.get("sender")
        self.first_holder = self.holder
        self.imported = imported
        self.messages = []
        self.closed = imported.get("status") == "closed"
        self.opted_out = False
        self.marked = imported.get("marked", False)
        self.wrote_after_opt_out = imported.get("wrote_after_opt_out", False)
        # When it changed hands.
        self.moved_at = []

    def contact_wrote(self):
        told = self.imported.get("contact_wrote")
        if told is None:
            told = self.imported.get("status") in ("needs_reply", "replied")
        return told or any(message.direction == "in" for message in self.messages)

    def open_status(self):
        """The status if nobody had closed it."""
        if self.messages:
            if self.messages[-1].direction == "in":
                return "needs_reply"
            return "replied" if self.contact_wrote() else "messaged"
        status = self.imported.get("status", "not_started")
        if status != "closed":
            return status
        if self.contact_wrote():
            return "needs_reply" if self.imported.get("waiting_since") else "replied"
        return "messaged" if self.imported.get("last_message_at") else "not_started"

    def status(self):
        return "closed" if self.closed or self.opted_out else self.open_status()

    def last_message_at(self):
        if self.messages:
            return self.messages[-1].at
        return parse_time(self.imported.get("last_message_at"))

    def waiting_since(self):
        """When the contact's first message came that nobody has answered."""
        if self.status() != "needs_reply":
            return None
        since = parse_time(self.imported.get("waiting_since"))
        bare = not self.imported.get("messages")
        if since is None and bare and self.imported.get("status") == "needs_reply":
            since = parse_time(self.imported.get("last_message_at"))
        for message in self.messages:
            if message.direction == "out":
                since = None
            elif since is None:
                since = message.at
        return since

    def written_since(self, tick):
        return any(message.direction == "out" and message.tick > tick for message in self.messages)


class Campaign:
    def __init__(self, told):
        self.id = None
        self.title = told["title"]
        self.state = told.get("state", "draft")
        self.window_start = parse_time(told.get("window_start"))
        self.window_end = parse_time(told.get("window_end"))
        self_assign = told.get("self_assign", {})
        self.self_assign = self_assign.get("enabled", False)
        self.batch = self_assign.get("batch", 300)
        self.questions = told.get("questions", [])
        self.hours = told.get("opening_hours", {"start": "09:00", "end": "21:00"})
        self.time_zone = told.get("time_zone")
        self.senders = []
        self.conversations = []
        self.phones = {}
        self.moves = []

    def in_window(self, now):
        return ((self.window_start is None or now >= self.window_start)
                and (self.window_end is None or now < self.window_end))

    def in_hours(self, conversation, at):
        """In the contact's time zone if it was imported, else the campaign's."""
        if self.hours is None:
            return True
        zone = ZoneInfo(conversation.imported.get("time_zone") or self.time_zone)
        clock = datetime.fromtimestamp(at, zone).strftime("%H:%M")
        return self.hours["start"] <= clock < self.hours["end"]

    def held_by(self, holder):
        return [row for row in self.conversations if row.holder == holder]

    def open_work(self, email):
        return sum(conversation.status() in ("needs_reply", "not_started")
                   for conversation in self.held_by(email))

    def by_phone(self, phone):
        if len(self.phones) != len(self.conversations):
            self.phones = {row.phone: row for row in self.conversations}
        return self.phones.get(phone)


class World:
    """The whole database: users and opted-out phones are shared by its campaigns."""

    def __init__(self, owner):
        self.users = {owner: User(owner, role="owner")}
        self.owner = owner
        self.campaigns = []
        self.opted_out = set()
        self.last_tick = 0
        self.n_moves = 0

    def tick(self):
        """Messages and moves count in the order in which they are recorded."""
        self.last_tick += 1
        return self.last_tick

    def import_campaign(self, lines):
        campaign = None
        for line in lines:
            if "campaign" in line:
                campaign = Campaign(line["campaign"])
            elif "sender" in line:
                told = line["sender"]
                if told["email"] not in self.users:
                    self.users[told["email"]] = User(**told)
                campaign.senders.append(told["email"])
            else:
                campaign.conversations.append(self._import_conversation(line["conversation"]))
        self.campaigns.append(campaign)
        for conversation in campaign.conversations:
            if conversation.imported.get("opted_out"):
                self.opt_out(conversation.phone)
            elif conversation.phone in self.opted_out:
                self.opt_out(conversation.phone)
        return campaign

    def copy_campaign(self, campaign):
        """What an export that is imported again must come to: ids and history aside, the same."""
        made = copy.copy(campaign)
        made.senders = list(campaign.senders)
        made.conversations = []
        made.phones = {}
        made.moves = []
        for conversation in campaign.conversations:
            row = copy.copy(conversation)
            row.messages = [Message(0, message.direction, message.at, message.text, message.by)
                            for message in conversation.messages]
            row.answers = dict(conversation.answers)
            row.first_holder = row.holder
            row.moved_at = []
            made.conversations.append(row)
        self.campaigns.append(made)
        return made

    def _import_conversation(self, told):
        conversation = Conversation(told["phone"], told)
        for message in told.get("messages", []):
            conversation.messages.append(Message(0, message["direction"], parse_time(message["at"]),
                                                 message["text"], message.get("by")))
            if message.get("by") and message["by"] not in self.users:
                self.users[message["by"]] = User(message["by"])
        return conversation

    def opt_out(self, phone):
        """For that phone in every campaign, now and later."""
        self.opted_out.add(phone)
        for campaign in self.campaigns:
            for conversation in campaign.conversations:
                if conversation.phone == phone:
                    conversation.opted_out = True
                    conversation.closed = True
                    conversation.marked = False

    def write_in(self, conversation, at, text):
        """The contact writes."""
        conversation.messages.append(Message(self.tick(), "in", at, text, None))
        if conversation.opted_out:
            conversation.wrote_after_opt_out = True
        elif is_opt_out(text):
            self.opt_out(conversation.phone)
        else:
            conversation.closed = False
            if seems_opt_out(text):
                conversation.marked = True

    def write_out(self, conversation, at, text, by):
        """A sender writes."""
        conversation.messages.append(Message(self.tick(), "out", at, text, by))
        conversation.closed = False


def is_opt_out(text):
    """Whether the whole of a message is one of the opt-out words."""
    def edge(character):
        return character.isspace() or unicodedata.category(character)[0] in "PZ"

    start, end = 0, len(text)
    while start < end and edge(text[start]):
        start += 1
    while end > start and edge(text[end - 1]):
        end -= 1
    return " ".join(text[start:end].casefold().split()) in OPT_OUT_WORDS


def seems_opt_out(text):
    """Whether one of the opt-out words stands among others."""
    text = " ".join(text.casefold().split())
    return any(re.search(r"(?<!\w)" + re.escape(word) + r"(?!\w)", text) for word in OPT_OUT_WORDS)


def parse_time(text):
    """Unix seconds of one of our own times, which are whole seconds of UTC."""
    if text is None:
        return None
    return int(datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp())


def format_time(seconds):
    if seconds is None:
        return None
    return datetime.fromtimestamp(seconds, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")

