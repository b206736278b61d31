# SPDX-License-Identifier: GPL-3.0-or-later
"""The verbs: who may, in which state, and what is recorded.

Each verb takes who acts and the time, changes the model or raises a Refusal,
and refuses in the order of the rules: first who may not, then the state, then
the rest.
"""

from model import Refusal, User
from model_plan import Plan, plan

MOVERS = ("owner", "admin", "moderator")


class Move:
    def __init__(self, world, campaign, at, by, kind, request, changes, undoes=None, removed=None):
        world.n_moves += 1
        self.number = world.n_moves
        self.tick = world.tick()
        self.at = at
        self.by = by
        self.kind = kind
        self.request = request
        self.changes = changes
        self.undoes = undoes
        self.removed = removed
        for conversation, _, after in changes:
            conversation.holder = after
            conversation.moved_at.append(at)
        campaign.moves.append(self)


def standing_undo(campaign, move):
    """The undo of a move that stands: one that no standing undo has taken back."""
    for later in reversed(campaign.moves):
        if later.undoes is move and standing_undo(campaign, later) is None:
            return later
    return None


def user_of(world, email):
    if email not in world.users:
        raise Refusal("not-found")
    return world.users[email]


def may_move(world, campaign, by):
    if user_of(world, by).role not in MOVERS:
        raise Refusal("not-permitted")
    if campaign.state == "archived":
        raise Refusal("wrong-state")


def may_manage(world, campaign, by):
    if user_of(world, by).role not in ("owner", "admin"):
        raise Refusal("not-permitted")
    if campaign.state == "archived":
        raise Refusal("wrong-state")


def may_write(world, conversation, by):
    """In any conversation, or in the own ones only."""
    if user_of(world, by).role not in MOVERS and conversation.holder != by:
        raise Refusal("not-permitted")


def only_holder(world, campaign, by):
    """Whose conversations alone this user sees, or None for all."""
    if user_of(world, by).role in MOVERS:
        return None
    if by not in campaign.senders:
        raise Refusal("not-permitted")
    return by


def known(campaign, request):
    """All who are named are senders of the campaign, all ids are its own."""
    for word in (request["which"].get("from"), request.get("to")):
        if isinstance(word, list) and any(email not in campaign.senders for email in word):
            raise Refusal("not-found")
    for phone in request["which"].get("conversations", ()):
        if campaign.by_phone(phone) is None:
            raise Refusal("not-found")


def preview(world, campaign, by, request, now):
    may_move(world, campaign, by)
    known(campaign, request)
    return plan(world, campaign, request, now)


def reassign(world, campaign, by, request, now, expect=None):
    """Returns the plan and the move, which is None where nothing changed."""
    planned = preview(world, campaign, by, request, now)
    if expect is not None and expect != len(planned.changes):
        raise Refusal("changed")
    if not planned.changes:
        return planned, None
    return planned, Move(world, campaign, now, by, "reassign", request, planned.changes)


def sort_for_undo(campaign, move):
    """What an undo gives back, and why it leaves the rest alone."""
    back = []
    reasons = {"moved_since": 0, "answered_since": 0, "no_longer_sender": 0}
    senders = campaign.senders + ([move.removed] if move.kind == "remove" else [])
    for conversation, before, after in move.changes:
        if conversation.holder != after:
            reasons["moved_since"] += 1
        elif conversation.written_since(move.tick):
            reasons["answered_since"] += 1
        elif before is not None and before not in senders:
            reasons["no_longer_sender"] += 1
        else:
            back.append((conversation, after, before))
    return back, reasons


def undo(world, campaign, by, move, now):
    """Returns the reasons and the undo, which is None where nothing changed."""
    may_move(world, campaign, by)
    if standing_undo(campaign, move) is not None:
        raise Refusal("wrong-state")
    back, reasons = sort_for_undo(campaign, move)
    # Done even where nothing can be given back, which is then no move.
    if move.kind == "remove" and move.removed not in campaign.senders:
        campaign.senders.append(move.removed)
    if not back:
        return reasons, None
    return reasons, Move(world, campaign, now, by, "undo", None, back, undoes=move)


def remove_sender(world, campaign, by, email, to, now):
    may_manage(world, campaign, by)
    if email not in campaign.senders:
        raise Refusal("not-found")
    request = {"which": {"from": [email]}, "number": "all", "to": to, "divide": "evenly"}
    planned = Plan(0, {})
    if to is not None:
        known(campaign, request)
    if campaign.held_by(email):
        if to is None:
            raise Refusal(None, len(campaign.held_by(email)))
        planned = plan(world, campaign, request, now)
    campaign.senders.remove(email)
    if not planned.changes:
        return planned, None
    return planned, Move(world, campaign, now, by, "remove", request, planned.changes,
                         removed=email)


def add_senders(world, campaign, by, emails):
    may_manage(world, campaign, by)
    added = []
    for email in emails:
        if email not in world.users:
            world.users[email] = User(email)
        if email not in campaign.senders:
            campaign.senders.append(email)
            added.append(email)
    return added


def self_assign(world, campaign, by, now):
    user_of(world, by)
    if by not in campaign.senders or not campaign.self_assign:
        raise Refusal("not-permitted")
    if campaign.state != "active":
        raise Refusal("wrong-state")
    if any(row.status() == "not_started" for row in campaign.held_by(by)):
        raise Refusal("wrong-state")
    unassigned = campaign.held_by(None)
    wanted = sorted((row for row in unassigned if row.status() == "needs_reply"),
                    key=lambda row: (row.waiting_since(), row.id))
    if campaign.in_window(now):
        wanted += sorted((row for row in unassigned if row.status() == "not_started"),
                         key=lambda row: row.id)
    planned = Plan(len(wanted), {row: by for row in wanted[:campaign.batch]})
    request = {"which": {"from": "unassigned"}, "number": campaign.batch, "to": [by]}
    if not planned.changes:
        return planned, None
    return planned, Move(world, campaign, now, by, "self-assign", request, planned.changes)


def heartbeat(world, by, end, now):
    user = user_of(world, by)
    if not any(by in campaign.senders for campaign in world.campaigns):
        raise Refusal("not-permitted")
    user.heartbeat(now, end)


def fill_in(world, text, conversation, by):
    """Only the variables of people: the generator uses no others."""
    user = world.users[by]
    for name, value in (("%FirstName%", conversation.first_name),
                        ("%LastName%", conversation.last_name),
                        ("%SenderFirstName%", user.first_name),
                        ("%SenderLastName%", user.last_name)):
        text = text.replace(name, value)
    return text


def message(world, campaign, by, conversation, direction, text, at):
    may_write(world, conversation, by)
    if direction == "in":
        world.write_in(conversation, at, text)
        return text
    if campaign.state != "active" or conversation.opted_out:
        raise Refusal("wrong-state")
    if not campaign.in_hours(conversation, at):
        raise Refusal("wrong-state")
    if not conversation.messages and not campaign.in_window(at):
        raise Refusal("wrong-state")
    text = fill_in(world, text, conversation, by)
    # The generator writes letters that are plain GSM-7, or else none of it.
    if len(text) > (10 * 153 if text.isascii() else 10 * 67):
        raise Refusal("invalid")
    world.write_out(conversation, at, text, by)
    return text


def close(world, campaign, by, conversation):
    may_write(world, conversation, by)
    if campaign.state == "archived":
        raise Refusal("wrong-state")
    conversation.closed = True


def reopen(world, campaign, by, conversation):
    may_write(world, conversation, by)
    if campaign.state == "archived" or conversation.opted_out:
        raise Refusal("wrong-state")
    conversation.closed = False


def opt_out(world, campaign, by, conversation, was_none):
    may_write(world, conversation, by)
    if not was_none:
        world.opt_out(conversation.phone)
    elif conversation.marked:
        conversation.marked = False
    else:
        raise Refusal("wrong-state")


def answer(world, campaign, by, conversation, question, text):
    may_write(world, conversation, by)
    answers = [known["answers"] for known in campaign.questions if known["id"] == question]
    if not answers:
        raise Refusal("not-found")
    if text is None:
        conversation.answers.pop(question, None)
    elif text not in answers[0]:
        raise Refusal("invalid")
    else:
        conversation.answers[question] = text
