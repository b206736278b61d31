# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rules promise of every plan, whoever worked it out.

The model is held to it as well: these promises are checked from the outside,
on who held what before and after, without asking how the plan came about.
"""

from model import STATUSES, Refusal
from model_filter import passes
from model_plan import plan, receivers
from model_service import known


def pool_of(world, campaign, request, now):
    return [row for row in campaign.conversations
            if passes(world, campaign, row, request["which"], now)]


def check_plan(world, campaign, request, now):
    """Raises AssertionError where a plan breaks a promise; returns how many move."""
    try:
        known(campaign, request)
        chosen = receivers(world, campaign, request, now)
        planned = plan(world, campaign, request, now)
    except Refusal:
        return 0
    after = {id(row): row.holder for row in campaign.conversations}
    for row, before, holder in planned.changes:
        assert before == row.holder != holder, "a move changes the holder"
        assert holder in (chosen or [None]), "only the chosen receive"
        assert passes(world, campaign, row, request["which"], now), "a move takes only what matches"
        after[id(row)] = holder
    assert len({id(row) for row, _, _ in planned.changes}) == len(planned.changes)
    number = request.get("number", "all")
    if number != "all":
        assert len(planned.changes) == number <= planned.matched
    if chosen is None:
        return len(planned.changes)
    if request.get("divide", "evenly") == "evenly":
        check_even(planned, request, chosen, after, pool_of(world, campaign, request, now))
    elif number == "all":
        assert len(planned.changes) == planned.matched, "level moves all of the pool"
    check_again(world, campaign, planned, request, now)
    return len(planned.changes)


def check_even(planned, request, chosen, after, pool):
    """Shares differ by at most one, within each status and in total; no split moves fewer."""
    whole = request.get("number", "all") == "all"
    counted = pool if whole else [row for row, _, _ in planned.changes]
    totals = {email: 0 for email in chosen}
    fewest = 0
    for status in STATUSES:
        rows = [row for row in counted if row.status() == status]
        shares = {email: sum(after[id(row)] == email for row in rows) for email in chosen}
        assert sum(shares.values()) == len(rows), "all of it is shared out"
        assert max(shares.values()) - min(shares.values()) <= 1, "of a status by one at most"
        for email in chosen:
            totals[email] += shares[email]
            held = sum(row.holder == email for row in rows)
            fewest += max(0, shares[email] - held)
    assert max(totals.values()) - min(totals.values()) <= 1, "totals differ by one at most"
    assert len(planned.changes) == fewest, "no split with the same shares moves fewer"


def check_again(world, campaign, planned, request, now):
    """The same request for all again moves nothing, as long as the pool is the same."""
    if request.get("number", "all") != "all":
        return
    before = pool_of(world, campaign, request, now)
    holders = [(row, row.holder) for row in campaign.conversations]
    for row, _, holder in planned.changes:
        row.holder = holder
    try:
        if pool_of(world, campaign, request, now) == before:
            assert not plan(world, campaign, request, now).changes, "the second time moves nothing"
    except Refusal:
        pass
    finally:
        for row, holder in holders:
            row.holder = holder
