# SPDX-License-Identifier: GPL-3.0-or-later
"""Which conversations a filter lets through, and in which order they are listed.

The filter that lists is the filter that moves, so both the plan and the
listing of the model ask here, conversation by conversation.
"""

import unicodedata


def accent(character):
    """A mark that is no letter; the vowel signs of India and the like are."""
    combining = unicodedata.combining(character)
    return combining >= 200 or 10 <= combining <= 36


def fold(text):
    """Whatever the case and the accents."""
    text = unicodedata.normalize("NFD", text).casefold()
    text = unicodedata.normalize("NFD", text)
    return "".join(character for character in text if not accent(character))


def offline_for(user, now, minutes):
    """Never seen counts as longest."""
    if user.online(now):
        return False
    return user.last_seen is None or now - user.last_seen >= 60 * minutes


def covers(world, which, holder, now):
    """Whether the holder filter takes this holder, who may be nobody (None)."""
    word = which.get("from", "any")
    if word == "any":
        return True
    if word == "unassigned":
        return holder is None
    if holder is None:
        return False
    if isinstance(word, list):
        return holder in word
    user = world.users[holder]
    if word == "online":
        return user.online(now)
    if word == "offline":
        return not user.online(now)
    return offline_for(user, now, int(word.split(":")[1]))


def found(conversation, search):
    names = [fold(conversation.first_name), fold(conversation.last_name),
             "".join(character for character in conversation.phone if character.isdigit())]
    return all(any(word in name for name in names) for word in fold(search).split())


def survey_open(campaign, conversation):
    return (conversation.contact_wrote()
            and any(question["id"] not in conversation.answers for question in campaign.questions))


def moved_within(conversation, now, minutes):
    return any(now - at < 60 * minutes for at in conversation.moved_at)


def passes(world, campaign, conversation, which, now):
    if not covers(world, which, conversation.holder, now):
        return False
    if which.get("status", "any") not in ("any", conversation.status()):
        return False
    if "search" in which and not found(conversation, which["search"]):
        return False
    if "waiting" in which:
        since = conversation.waiting_since()
        if since is None or now - since < 60 * which["waiting"]:
            return False
    if "unmoved" in which and moved_within(conversation, now, which["unmoved"]):
        return False
    flag = which.get("flag", "any")
    if flag == "marked" and not conversation.marked:
        return False
    if flag == "opted_out" and not conversation.opted_out:
        return False
    if flag == "wrote_after_opt_out" and not conversation.wrote_after_opt_out:
        return False
    if flag == "survey_open" and not survey_open(campaign, conversation):
        return False
    return "conversations" not in which or conversation.phone in which["conversations"]


def listed(world, campaign, which, now, sort="id", only_holder=None):
    """The filtered list; a user with the role sender sees `only_holder`'s alone."""
    rows = [conversation for conversation in campaign.conversations
            if passes(world, campaign, conversation, which, now)
            and (only_holder is None or conversation.holder == only_holder)]

    def waiting_key(conversation):
        since = conversation.waiting_since()
        return (since is None, since or 0, conversation.id)

    if sort == "name":
        rows.sort(key=lambda row: (row.last_name.casefold(), row.first_name.casefold(), row.id))
    elif sort == "waiting":
        rows.sort(key=waiting_key)
    else:
        rows.sort(key=lambda row: row.id)
    return rows
