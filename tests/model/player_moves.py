# SPDX-License-Identifier: GPL-3.0-or-later
"""Moves and their undo, asked of the model and of the program.

The arguments of a step are the player, the campaign, the step as it was
generated, who acts, and the conversation that it names.
"""

import model_json
import model_service as service
from compare import Difference, request_args


def at_the_edge(player, campaign, which):
    """A move of exactly the last N minutes ago: the rules don't say, so nobody asks."""
    edge = 60 * which.get("unmoved", -1)
    return any(abs(player.now - move.at - edge) <= player.slack for move in campaign.moves)


def without_unknown(campaign, request):
    """A case that was cut down may name contacts that are gone."""
    phones = request["which"].get("conversations")
    if phones is None:
        return request
    left = [phone for phone in phones if campaign.by_phone(phone)]
    return {**request, "which": {**request["which"], "conversations": left}} if left else None


def check_move(player, campaign, planned, move, told):
    """The answer of a move, and the whole campaign after it."""
    expected = {"move": None, **model_json.reassigned(player.world, campaign, planned, False)}
    if move is not None:
        expected["move"] = told["move"]
        if not isinstance(told["move"], int) or told["move"] in player.ids.values():
            raise Difference(f"move is {told['move']!r}")
        player.ids[move] = told["move"]
    player.same(expected, told, "answer")
    player.verify_rows(campaign)
    if move is not None:
        player.verify_counts(campaign)


def play_reassign(player, campaign, step, by, _conversation):
    request = without_unknown(campaign, step["request"])
    if request is None or at_the_edge(player, campaign, request["which"]):
        return
    args = ["reassign", str(campaign.id)] + request_args(campaign, request)

    def previewed():
        return service.preview(player.world, campaign, by, request, player.now)

    answers = player.attempt(campaign, previewed, args + ["--preview"], by)
    if answers:
        expected = {"move": None, **model_json.reassigned(player.world, campaign, answers[0], True)}
        player.same(expected, answers[1], "preview")
    if "expect" in step:
        args.append(f"--expect={step['expect']}")
    if apply(player, campaign, request, args, by, step.get("expect")) and "number" not in request:
        if not at_the_edge(player, campaign, request["which"]):
            args = ["reassign", str(campaign.id)] + request_args(campaign, request)
            apply(player, campaign, request, args, by)


def apply(player, campaign, request, args, by, expect=None):
    def verb():
        return service.reassign(player.world, campaign, by, request, player.now, expect)

    answers = player.attempt(campaign, verb, args, by)
    if answers:
        (planned, move), told = answers
        check_move(player, campaign, planned, move, told)
        return move
    return None


def play_round_trip(player, campaign, step, by, _conversation):
    """To the exact state before, and to the exact state after again."""
    request = without_unknown(campaign, step["request"])
    if request is None or at_the_edge(player, campaign, request["which"]):
        return
    before = player.rows(campaign)
    args = ["reassign", str(campaign.id)] + request_args(campaign, request)
    move = apply(player, campaign, request, args, by)
    if move is None:
        return
    after = player.rows(campaign)
    first = undo(player, campaign, move, by)
    player.same(before, player.verify_rows(campaign), "rows after undo")
    second = undo(player, campaign, first, by)
    player.same(after, player.verify_rows(campaign), "rows after undo of undo")
    undo(player, campaign, second, by)
    player.same(before, player.verify_rows(campaign), "rows after the third undo")
    # The undo of it stands again, so it cannot be undone.
    undo(player, campaign, move, by)


def play_undo(player, campaign, step, by, _conversation):
    if step["back"] < len(campaign.moves):
        undo(player, campaign, campaign.moves[-1 - step["back"]], by)
        player.verify_rows(campaign)


def undo(player, campaign, move, by):
    def verb():
        return service.undo(player.world, campaign, by, move, player.now)

    answers = player.attempt(campaign, verb, ["undo", str(campaign.id), str(player.ids[move])], by)
    if answers is None:
        return None
    (reasons, undone), told = answers
    expected = {"move": told["move"] if undone else None, "undoes": player.ids[move],
                "moved": len(undone.changes) if undone else 0,
                "left": sum(reasons.values()), "reasons": reasons}
    player.same(expected, told, "undo")
    if undone:
        player.ids[undone] = told["move"]
    player.verify_counts(campaign)
    return undone


def play_undo_story(player, campaign, step, by, _conversation):
    """A move, what happens to those it moved, its undo, and the undo of that."""
    request = without_unknown(campaign, step["request"])
    if request is None or at_the_edge(player, campaign, request["which"]):
        return
    args = ["reassign", str(campaign.id)] + request_args(campaign, request)
    move = apply(player, campaign, request, args, by)
    if move is None:
        return
    for event in step["events"]:
        row, before, _ = move.changes[event["moved"] % len(move.changes)]
        told = {"campaign": step["campaign"], "phone": row.phone, "by": event["by"]}
        if event["what"] == "move":
            back = {"which": {"conversations": [row.phone]}, "to": "unassigned"}
            apply(player, campaign, back,
                  ["reassign", str(campaign.id)] + request_args(campaign, back), by)
        elif event["what"] == "leave" and before in campaign.senders:
            player.play_step({**told, "op": "sender_remove", "email": before, "by": None,
                               "to": "unassigned"})
        elif event["what"] in ("in", "out"):
            player.play_step({**told, "op": "message", "direction": event["what"], "text": "Hi"})
    undone = undo(player, campaign, move, by)
    if undone:
        undo(player, campaign, undone, by)
        undo(player, campaign, move, by)


def play_remove_story(player, campaign, step, by, _conversation):
    """Out of the campaign, in again by the undo, and the undo of that moves only conversations."""
    n_moves = len(campaign.moves)
    play_sender_remove(player, campaign, step, by, None)
    if len(campaign.moves) == n_moves:
        return
    move = campaign.moves[-1]
    told = {"campaign": step["campaign"], "phone": move.changes[0][0].phone, "by": None}
    if step["answer"]:
        player.play_step({**told, "op": "message", "direction": "out", "text": "Hi"})
    if step["add"]:
        player.play_step({**told, "op": "sender_add", "emails": [step["email"]]})
    undone = undo(player, campaign, move, by)
    if undone:
        again = undo(player, campaign, undone, by)
        if again:
            undo(player, campaign, again, by)
            undo(player, campaign, move, by)


def play_sender_remove(player, campaign, step, by, _conversation):
    args = ["sender", "remove", str(campaign.id), step["email"]]
    to = step["to"]
    if to is not None:
        args.append("--to=" + (",".join(to) if isinstance(to, list) else to))

    def verb():
        return service.remove_sender(player.world, campaign, by, step["email"], to, player.now)

    answers = player.attempt(campaign, verb, args, by)
    if answers:
        (planned, move), told = answers
        check_move(player, campaign, planned, move, told)


def play_self_assign(player, campaign, step, by, _conversation):
    def verb():
        return service.self_assign(player.world, campaign, by, player.now)

    answers = player.attempt(campaign, verb, ["self-assign", str(campaign.id)], by)
    if answers:
        (planned, move), told = answers
        check_move(player, campaign, planned, move, told)
