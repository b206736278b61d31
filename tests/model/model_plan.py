# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of a move, worked out conversation by conversation.

The draw is a sort of conversations, the level division hands out one
conversation after the other, and the deal is a deck of cards.  Nothing here
counts where it could look: that the program's arithmetic on counts comes to
the same is what the tests are about.
"""

from model import STATUSES, Refusal
from model_filter import covers, passes


class Plan:
    """`changes` holds (conversation, holder before, holder after), by id."""

    def __init__(self, matched, new_holders):
        self.matched = matched
        self.changes = [(conversation, conversation.holder, new_holders[conversation])
                        for conversation in sorted(new_holders, key=lambda row: row.id)
                        if new_holders[conversation] != conversation.holder]


def receivers(world, campaign, request, now):
    """The chosen senders in their order, or None for unassigned."""
    to = request["to"]
    if to == "unassigned":
        return None
    if isinstance(to, list):
        chosen = list(to)
    else:
        word = request["which"].get("from", "any")
        chosen = [email for email in campaign.senders
                  if word in ("any", "unassigned")
                  or not covers(world, request["which"], email, now)]
        if to == "online":
            chosen = [email for email in chosen if world.users[email].online(now)]
        if not chosen:
            raise Refusal("nobody")
    return sorted(chosen, key=lambda email: (campaign.open_work(email),
                                             world.users[email].name_order()))


def draw_key(world, open_work, conversation, now):
    """Unassigned, never seen, longest unseen, most open work; then within a holder."""
    if conversation.holder is None:
        holder_key = (0, 0, ())
    else:
        user = world.users[conversation.holder]
        if user.online(now):
            holder_key = (3, -open_work[user.email], user.name_order())
        elif user.last_seen is None:
            holder_key = (1, 0, user.name_order())
        else:
            holder_key = (2, user.last_seen, user.name_order())
    status = conversation.status()
    waiting = conversation.waiting_since() if status == "needs_reply" else 0
    return holder_key, STATUSES.index(status), waiting, conversation.id


def draw(world, campaign, pool, number, now):
    """The first `number` of the pool in the order of the draw."""
    if number == "all":
        return list(pool)
    if number > len(pool):
        raise Refusal("too-few", len(pool), number)
    open_work = {email: campaign.open_work(email) for email in campaign.senders}
    return sorted(pool, key=lambda row: draw_key(world, open_work, row, now))[:number]


def even_shares(conversations, chosen):
    """How many of each status each chosen sender is to have of these conversations."""
    shares = {}
    ones_too_many = {email: 0 for email in chosen}
    for status in STATUSES:
        of_status = [row for row in conversations if row.status() == status]
        share = len(of_status) // len(chosen)

        def turn(email):
            held = len([row for row in of_status if row.holder == email])
            return ones_too_many[email], 0 if held > share else 1, chosen.index(email)

        lucky = sorted(chosen, key=turn)[:len(of_status) % len(chosen)]
        for email in chosen:
            shares[email, status] = share + (1 if email in lucky else 0)
        for email in lucky:
            ones_too_many[email] += 1
    return shares


def level_shares(campaign, conversations, chosen):
    """Whoever has least gets the next, one conversation at a time."""
    load = {email: campaign.open_work(email) for email in chosen}
    shares = {(email, status): 0 for email in chosen for status in STATUSES}
    for status in STATUSES:
        for conversation in conversations:
            if conversation.status() == status:
                least = min(chosen, key=lambda email: (load[email], chosen.index(email)))
                load[least] += 1
                shares[least, status] += 1
    return shares


def deal(deck, chosen, shares):
    """Cards round and round, passing over who has all of their share."""
    hands = {}
    missing = dict(shares)
    deck = sorted(deck, key=lambda row: row.id)
    while deck:
        for email in chosen:
            if deck and missing[email] > 0:
                hands[deck.pop(0)] = email
                missing[email] -= 1
    return hands


def surplus(world, campaign, pool, chosen, shares, now):
    """What changes hands when the whole pool is shared out: everything that
    others hold, and what a chosen sender has over the share of a status."""
    given = [row for row in pool if row.holder not in chosen]
    open_work = {email: campaign.open_work(email) for email in campaign.senders}
    for email in chosen:
        for status in STATUSES:
            held = [row for row in pool if row.holder == email and row.status() == status]
            held.sort(key=lambda row: draw_key(world, open_work, row, now))
            given += held[:max(0, len(held) - shares[email, status])]
    return given


def plan(world, campaign, request, now):
    """Who gets which conversation; refuses with `nobody` and `too-few`."""
    chosen = receivers(world, campaign, request, now)
    number = request.get("number", "all")
    divide = request.get("divide", "evenly")
    pool = [row for row in campaign.conversations
            if passes(world, campaign, row, request["which"], now)]

    if chosen is None:
        pool = [row for row in pool if row.holder is not None]
        return Plan(len(pool), {row: None for row in draw(world, campaign, pool, number, now)})

    if number == "all" and divide == "evenly":
        shares = even_shares(pool, chosen)
        moving = surplus(world, campaign, pool, chosen, shares, now)
        given = {row.id for row in moving}
        staying = [row for row in pool if row.id not in given]
        missing = {(email, status): share - sum(row.holder == email and row.status() == status
                                                for row in staying)
                   for (email, status), share in shares.items()}
    else:
        pool = [row for row in pool if row.holder not in chosen]
        moving = draw(world, campaign, pool, number, now)
        if divide == "evenly":
            missing = even_shares(moving, chosen)
        else:
            missing = level_shares(campaign, moving, chosen)

    new_holders = {}
    for status in STATUSES:
        deck = [row for row in moving if row.status() == status]
        new_holders.update(deal(deck, chosen, {email: missing[email, status] for email in chosen}))
    return Plan(len(pool), new_holders)
