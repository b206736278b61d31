# SPDX-License-Identifier: GPL-3.0-or-later
"""What reassignctl --json must print of the model, member by member."""

from model import STATUSES, format_time


def counts(conversations):
    conversations = list(conversations)
    told = {"total": len(conversations)}
    for status in STATUSES:
        told[status] = sum(row.status() == status for row in conversations)
    return told


def oldest_wait(conversations):
    waits = [row.waiting_since() for row in conversations if row.waiting_since() is not None]
    return format_time(min(waits)) if waits else None


def in_name_order(world, emails):
    return sorted(emails, key=lambda email: world.users[email].name_order())


def status_text(campaign, now):
    if campaign.state in ("paused", "closed", "archived"):
        return "Campaign is currently closed."
    over = campaign.window_end is not None and now >= campaign.window_end
    if campaign.state == "active" and over:
        return "Initial message sending window has passed."
    return None


def overview(world, campaign, now):
    rows = campaign.conversations
    return {
        "campaign": {"id": campaign.id, "title": campaign.title, "state": campaign.state,
                     "status_text": status_text(campaign, now)},
        **counts(rows),
        "unassigned": counts(campaign.held_by(None)),
        "opted_out": sum(row.opted_out for row in rows),
        "wrote_after_opt_out": sum(row.wrote_after_opt_out for row in rows),
        "marked": sum(row.marked for row in rows),
        "waiting_since": oldest_wait(rows),
        "senders": len(campaign.senders),
        "online": sum(world.users[email].online(now) for email in campaign.senders),
    }


def sent_lately(campaign, email, now, seconds):
    return sum(message.direction == "out" and message.by == email and message.at > now - seconds
               for row in campaign.conversations for message in row.messages)


def senders(world, campaign, now):
    told = []
    for email in in_name_order(world, campaign.senders):
        user = world.users[email]
        held = counts(campaign.held_by(email))
        progress = None
        if held["total"]:
            progress = round((held["total"] - held["not_started"]) / held["total"], 4)
        told.append({"email": email, "first_name": user.first_name, "last_name": user.last_name,
                     "online": user.online(now), "last_seen": format_time(user.last_seen), **held,
                     "progress": progress, "waiting_since": oldest_wait(campaign.held_by(email)),
                     "sent_15_min": sent_lately(campaign, email, now, 900)})
    return {"senders": told}


def conversation(row):
    return {"id": row.id, "phone": row.phone,
            "first_name": row.first_name, "last_name": row.last_name,
            "status": row.status(), "opted_out": row.opted_out, "sender": row.holder,
            "marked": row.marked, "wrote_after_opt_out": row.wrote_after_opt_out,
            "last_message_at": format_time(row.last_message_at()),
            "waiting_since": format_time(row.waiting_since()), "fields": row.fields}


def messages(row):
    return {"messages": [{"direction": message.direction, "at": format_time(message.at),
                          "text": message.text, "by": message.by} for message in row.messages]}


def reassigned(world, campaign, planned, is_preview, removed=None):
    """Of a plan that is already carried out, or of a preview of it."""
    def part(holder):
        gave = [row for row, before, _ in planned.changes if before == holder]
        received = [row for row, _, after in planned.changes if after == holder]
        moving = {id(row) for row, _, _ in planned.changes}
        stays = [row for row in campaign.held_by(holder) if id(row) not in moving]
        return {"gave": counts(gave), "received": counts(received),
                "before": counts(stays + gave), "after": counts(stays + received)}

    touched = {holder for _, before, after in planned.changes for holder in (before, after)}
    return {"preview": is_preview, "matched": planned.matched, "moved": len(planned.changes),
            "senders": [{"email": email, **part(email)}
                        for email in in_name_order(world, touched - {None})],
            "unassigned": part(None)}


def request(asked):
    """The request of a reassignment as the history tells it."""
    told = {"from": asked["which"].get("from", "any"),
            "status": asked["which"].get("status", "any"), "number": asked.get("number", "all"),
            "to": asked["to"], "divide": asked.get("divide", "evenly")}
    for member in ("search", "waiting", "unmoved", "flag"):
        if member in asked["which"]:
            told[member] = asked["which"][member]
    if "conversations" in asked["which"]:
        told["conversations"] = len(asked["which"]["conversations"])
    return told


def trail(row, campaign, ids):
    """Without the time of the first, which is the time of the import."""
    steps = [{"sender": row.first_holder, "move": None, "by": None}]
    for move in campaign.moves:
        for changed, _, after in move.changes:
            if changed is row:
                steps.append({"sender": after, "since": format_time(move.at), "move": ids[move],
                              "by": move.by})
    return steps
