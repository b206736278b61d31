# SPDX-License-Identifier: GPL-3.0-or-later
"""Examples worked out by hand from the page, which prove the model itself.

A model that is wrong in the same way as the program proves nothing, so each
answer here was found with pencil and paper.  Prints TAP; needs no program.
"""

import sys
import traceback

import model_service as service
from model import Refusal, World, format_time, is_opt_out, seems_opt_out
from model_filter import listed
from model_plan import plan

NOW = 1790000000


class Floor:
    """A campaign with senders a, b, c … and rows of (holder, status, minutes waiting)."""

    def __init__(self, names, rows, **told):
        self.world = World("owner")
        lines = [{"campaign": {"title": "Floor", "state": "active", **told}}]
        lines += [{"sender": {"email": name, "last_name": name.upper()}} for name in names]
        for index, (holder, status, *minutes) in enumerate(rows):
            row = {"phone": f"+1202555{index:04}", "sender": holder, "status": status}
            if minutes:
                row["waiting_since"] = row["last_message_at"] = format_time(NOW - 60 * minutes[0])
            lines.append({"conversation": row})
        self.campaign = self.world.import_campaign(lines)
        for index, row in enumerate(self.campaign.conversations):
            row.id = index + 1

    def seen(self, name, seconds_ago, end=False):
        self.world.users[name].heartbeat(NOW - seconds_ago, end)

    def row(self, number):
        return self.campaign.conversations[number - 1]

    def plan(self, to, number="all", divide="evenly", **which):
        request = {"which": which, "to": to, "number": number, "divide": divide}
        return plan(self.world, self.campaign, request, NOW)

    def moves(self, *args, **which):
        """{id: new holder} of those that change hands."""
        return {row.id: after for row, _, after in self.plan(*args, **which).changes}

    def reassign(self, to, **which):
        request = {"which": which, "to": to, "number": "all", "divide": "evenly"}
        return service.reassign(self.world, self.campaign, "owner", request, NOW)[1]

    def undo(self, move):
        return service.undo(self.world, self.campaign, "owner", move, NOW)


def code_of(verb):
    try:
        verb()
    except Refusal as refusal:
        return (refusal.code, *refusal.figures)
    return None


def shares(moves, names):
    return [list(moves.values()).count(name) for name in names]


def test_six_to_two_is_three_each():
    moves = Floor("ab", [(None, "not_started")] * 6).moves(["a", "b"])
    # Cards: by id, round and round.
    assert moves == {1: "a", 2: "b", 3: "a", 4: "b", 5: "a", 6: "b"}


def test_eleven_to_ten_is_two_and_nine_ones():
    names = "abcdefghij"
    moves = Floor(names, [(None, "not_started")] * 11).moves(list(names))
    assert shares(moves, names) == [2] + [1] * 9
    assert moves[1] == moves[11] == "a"


def test_nobody_gets_all_ones_too_many():
    rows = [(None, "needs_reply", 5)] * 3 + [(None, "not_started")] * 3 + [(None, "closed")] * 3
    floor = Floor("ab", rows)
    moves = floor.moves(["a", "b"])
    assert shares(moves, "ab") == [5, 4]
    # needs_reply: a has one too many; not_started: b; closed: a again.
    assert [moves[number] for number in range(1, 10)] == list("aba" "abb" "aba")


def test_one_too_many_stays_with_who_holds_more():
    floor = Floor("ab", [("b", "replied")] * 3)
    # a has least open work by name, but b already holds more than the even share.
    assert floor.moves(["a", "b"]) == {1: "a"}


def test_least_open_work_stands_first():
    floor = Floor("ab", [("a", "not_started")] + [(None, "replied")] * 3)
    assert shares(floor.moves(["a", "b"], **{"from": "unassigned"}), "ab") == [1, 2]


def test_surplus_goes_in_the_order_of_the_draw():
    rows = [("a", "needs_reply", 5), ("a", "needs_reply", 9), ("a", "needs_reply", 9),
            ("a", "needs_reply", 7)]
    assert Floor("ab", rows).moves(["a", "b"]) == {2: "b", 3: "b"}
    assert Floor("ab", [("a", "messaged")] * 4).moves(["a", "b"]) == {1: "b", 2: "b"}


def test_chosen_senders_keep_what_they_hold_when_a_number_is_asked_for():
    floor = Floor("ab", [("a", "messaged"), ("b", "messaged"), (None, "messaged")])
    assert floor.plan(["a"], 1).matched == 2
    assert code_of(lambda: floor.plan(["a"], 3)) == ("too-few", 2, 3)
    assert floor.moves(["a"], 2) == {2: "a", 3: "a"}


def test_level_fills_who_has_least():
    floor = Floor("ab", [("b", "not_started")] * 3 + [(None, "not_started")] * 5)
    moves = floor.moves(["a", "b"], divide="level", **{"from": "unassigned"})
    # Loads 0 and 3: a, a, a, then equal: a, then b.  Dealt like cards.
    assert moves == {4: "a", 5: "b", 6: "a", 7: "a", 8: "a"}


def test_level_counts_all_that_the_move_deals():
    floor = Floor("ab", [(None, "closed")] * 2 + [(None, "needs_reply", 3)])
    # needs_reply is counted first, to a; of the closed ones b gets one and a gets one, and they
    # are dealt like cards, in the senders' order.
    assert floor.moves(["a", "b"], divide="level") == {3: "a", 1: "a", 2: "b"}


def test_level_moves_all_that_others_hold():
    floor = Floor("abc", [("a", "replied"), ("b", "replied"), ("c", "replied")])
    assert floor.plan(["a", "b"], divide="level").matched == 1
    assert floor.moves(["a", "b"], divide="level") == {3: "a"}


def test_order_of_the_draw_among_holders():
    rows = [("e", "not_started"), ("d", "not_started"), ("d", "not_started"), ("c", "not_started"),
            ("b", "not_started"), ("a", "not_started"), (None, "closed"), ("x", "not_started")]
    floor = Floor("abcdefx", rows)
    floor.seen("a", 100)
    floor.seen("b", 5000)
    floor.seen("d", 10)
    floor.seen("e", 45)
    floor.seen("x", 46)
    # Unassigned; c never seen; b, a, x longest unseen; d with two, then e with one open.
    order = [7, 4, 5, 6, 8, 2, 3, 1]
    for number in range(1, 9):
        assert sorted(floor.moves(["f"], number)) == sorted(order[:number])
    for number in range(1, 8):
        assert sorted(floor.moves("unassigned", number)) == sorted(order[1:number + 1])


def test_order_of_the_draw_within_a_holder():
    rows = [("a", "closed"), ("a", "replied"), ("a", "messaged"), ("a", "not_started"),
            ("a", "not_started"), ("a", "needs_reply", 3), ("a", "needs_reply", 8),
            ("a", "needs_reply", 8)]
    floor = Floor("ab", rows)
    order = [7, 8, 6, 4, 5, 3, 2, 1]
    for number in range(1, 9):
        assert sorted(floor.moves("unassigned", number)) == sorted(order[:number])


def test_others_and_online():
    floor = Floor("abc", [("a", "replied")] * 2)
    assert shares(floor.moves("others", **{"from": ["a"]}), "bc") == [1, 1]
    assert code_of(lambda: floor.plan("online", **{"from": ["a"]})) == ("nobody",)
    assert code_of(lambda: floor.plan("others", **{"from": "offline"})) == ("nobody",)
    floor.seen("c", 45)
    assert shares(floor.moves("online", **{"from": ["a"]}), "bc") == [0, 2]
    # With any, every sender is one of the others: a keeps a share, b stands before c.
    assert floor.moves("others") == {1: "b"}


def test_offline_for_at_least():
    floor = Floor("abcd", [(name, "closed") for name in "abcd"] + [(None, "closed")])
    floor.seen("a", 600)
    floor.seen("b", 599)
    floor.seen("c", 0, end=True)
    found = [row.holder for row in listed(floor.world, floor.campaign, {"from": "offline:10"}, NOW)]
    assert found == ["a", "d"]
    found = [row.holder for row in listed(floor.world, floor.campaign, {"from": "offline"}, NOW)]
    assert found == ["a", "b", "c", "d"]


def test_search_whatever_case_and_accents():
    floor = Floor("a", [("a", "closed")])
    row = floor.row(1)
    row.first_name, row.last_name = "José", "Müller-Straße"
    for search, found in (("jose", 1), ("MULLER", 1), ("jos mull", 1), ("strasse", 1),
                          ("josmull", 0), ("2025550", 1), ("jose x", 0), ("josé", 1)):
        assert len(listed(floor.world, floor.campaign, {"search": search}, NOW)) == found, search


def test_waiting_survives_all_but_an_answer():
    floor = Floor("ab", [("a", "needs_reply", 30)])
    row, since = floor.row(1), NOW - 1800
    floor.world.write_in(row, NOW - 60, "And?")
    assert row.waiting_since() == since
    floor.reassign(["b"])
    assert row.holder == "b" and row.waiting_since() == since
    row.closed = True
    assert row.status() == "closed" and row.waiting_since() is None
    floor.world.write_in(row, NOW - 30, "Hello?")
    assert row.status() == "needs_reply" and row.waiting_since() == since
    floor.world.write_out(row, NOW - 20, "Yes!", "b")
    assert row.status() == "replied" and row.waiting_since() is None
    floor.world.write_in(row, NOW - 10, "Thanks")
    assert row.waiting_since() == NOW - 10


def test_statuses_follow_the_messages():
    floor = Floor("a", [("a", "not_started")])
    row = floor.row(1)
    floor.world.write_out(row, NOW, "Hi", "a")
    assert row.status() == "messaged"
    row.closed = True
    floor.world.write_out(row, NOW, "Hi again", "a")
    assert row.status() == "messaged"
    floor.world.write_in(row, NOW, "Stop!")
    assert row.status() == "closed" and row.opted_out and not row.wrote_after_opt_out
    floor.world.write_in(row, NOW, "Hello")
    assert row.status() == "closed" and row.wrote_after_opt_out


def test_opt_out_wordings():
    for text in ("stop", "STOP.", " Stop  all ", "Opt-out!", "opt out", "«Arrêt»", "arret", "(end)",
                 "Alto"):
        assert is_opt_out(text), text
    for text in ("please stop", "stop it", "this is the END"):
        assert not is_opt_out(text) and seems_opt_out(text), text
    for text in ("nonstop", "weekend", "stopping by", "yes", "canceled"):
        assert not is_opt_out(text) and not seems_opt_out(text), text


def test_undo_leaves_alone_for_the_first_reason():
    floor = Floor("abc", [("a", "messaged")] * 5)
    first = floor.reassign(["b"])
    floor.row(1).holder = "c"
    floor.world.write_out(floor.row(1), NOW, "Hi", "b")
    floor.world.write_out(floor.row(2), NOW, "Hi", "b")
    floor.world.write_in(floor.row(3), NOW, "Yes")
    reasons, second = floor.undo(first)
    assert reasons == {"moved_since": 1, "answered_since": 1, "no_longer_sender": 0}
    assert [row.holder for row in floor.campaign.conversations] == ["c", "b", "a", "a", "a"]
    assert code_of(lambda: floor.undo(first)) == ("wrong-state",)
    floor.undo(second)
    assert [row.holder for row in floor.campaign.conversations] == ["c", "b", "b", "b", "b"]
    # Its undo stands no longer, so it may be undone again, but for one who left.
    floor.campaign.senders.remove("a")
    reasons, third = floor.undo(first)
    assert third is None and reasons["no_longer_sender"] == 3


def test_undo_of_a_removal_brings_the_sender_back():
    floor = Floor("ab", [("a", "messaged")] * 2)
    _, move = service.remove_sender(floor.world, floor.campaign, "owner", "a", ["b"], NOW)
    assert floor.campaign.senders == ["b"]
    _, back = floor.undo(move)
    assert sorted(floor.campaign.senders) == ["a", "b"] and floor.row(1).holder == "a"
    floor.undo(back)
    assert sorted(floor.campaign.senders) == ["a", "b"] and floor.row(1).holder == "b"


def test_self_assign():
    rows = [(None, "not_started"), (None, "needs_reply", 5), (None, "needs_reply", 9),
            (None, "closed"), ("b", "messaged")]
    floor = Floor("ab", rows, self_assign={"enabled": True, "batch": 3})
    planned, _ = service.self_assign(floor.world, floor.campaign, "a", NOW)
    assert sorted(row.id for row, _, _ in planned.changes) == [1, 2, 3]
    for by, code in (("a", "wrong-state"), ("owner", "not-permitted")):
        assert code_of(lambda: service.self_assign(floor.world, floor.campaign, by, NOW)) == (code,)
    floor = Floor("ab", rows, self_assign={"enabled": True, "batch": 1})
    planned, _ = service.self_assign(floor.world, floor.campaign, "a", NOW)
    assert [row.id for row, _, _ in planned.changes] == [3]


def main():
    tests = [(name, test) for name, test in globals().items() if name.startswith("test_")]
    failed = 0
    print(f"1..{len(tests)}")
    for number, (name, test) in enumerate(tests, 1):
        try:
            test()
            print(f"ok {number} - {name[5:].replace('_', ' ')}")
        except Exception:
            failed += 1
            for line in traceback.format_exc().splitlines():
                print(f"# {line}")
            print(f"not ok {number} - {name[5:].replace('_', ' ')}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
