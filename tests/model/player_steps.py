# SPDX-License-Identifier: GPL-3.0-or-later
"""One function a kind of step: the same thing asked of the model and of the program."""

import model_json
import model_service as service
from compare import Difference, filter_args, request_args
from model import Refusal, format_time
from model_filter import listed


def play_step(player, step):
    campaign = player.world.campaigns[step["campaign"]]
    conversation = None
    if "phone" in step:
        conversation = campaign.by_phone(step["phone"])
        if conversation is None:
            return
    by = step.get("by")
    if by == "holder":
        by = conversation.holder
    by = by or player.world.owner
    if by not in player.world.users:
        return
    globals()["play_" + step["op"]](player, campaign, step, by, conversation)


def at_the_edge(player, campaign, which):
    """A move of exactly the last N minutes ago: the rules don't say, so nobody asks."""
    edge = 60 * which.get("unmoved", -1)
    return any(abs(player.now - move.at - edge) <= player.slack for move in campaign.moves)


def attempt(player, campaign, verb, args, by):
    """Runs a verb of the model and the command; returns both answers, or None when both refuse."""
    try:
        result = verb()
    except Refusal as refusal:
        player.refused(refusal, args, by)
        player.verify_rows(campaign)
        return None
    return result, player.ask(args, by)


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

    answers = attempt(player, campaign, previewed, args + ["--preview"], by)
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

    answers = attempt(player, campaign, verb, args, by)
    if answers:
        (planned, move), told = answers
        check_move(player, campaign, planned, move, told)
        return move
    return None


def without_unknown(campaign, request):
    """A case that was cut down may name contacts that are gone."""
    phones = request["which"].get("conversations")
    if phones is None:
        return request
    left = [phone for phone in phones if campaign.by_phone(phone)]
    return {**request, "which": {**request["which"], "conversations": left}} if left else None


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
    back, _ = service.sort_for_undo(campaign, move)
    if move.kind == "remove" and not back:
        # Whether the sender is one again where nothing goes back, the rules don't say.
        return None
    answers = attempt(player, campaign,
                      lambda: service.undo(player.world, campaign, by, move, player.now),
                      ["undo", str(campaign.id), str(player.ids[move])], by)
    if answers is None:
        return None
    (reasons, undone), told = answers
    expected = {"move": told["move"] if undone else None, "undoes": player.ids[move],
                "moved": len(undone.changes) if undone else 0,
                "left": sum(reasons.values()), "reasons": reasons}
    player.same(expected, told, "undo")
    if undone:
        player.ids[undone] = told["move"]
    if undone:
        player.verify_counts(campaign)
    return undone


def play_list(player, campaign, step, by, _conversation):
    """Exactly what the model lists, page by page."""
    which = without_unknown(campaign, step)
    if which is None or at_the_edge(player, campaign, which["which"]):
        return
    which = which["which"]
    args = ["conversations", str(campaign.id), f"--sort={step['sort']}", f"--limit={step['limit']}"]
    args += filter_args(campaign, which)
    try:
        only = service.only_holder(player.world, campaign, by)
        service.known(campaign, {"which": which})
    except Refusal as refusal:
        player.refused(refusal, args, by)
        return
    expected = [model_json.conversation(row)
                for row in listed(player.world, campaign, which, player.now, step["sort"], only)]
    told, token = [], None
    while True:
        page = player.ask(args + ([f"--after={token}"] if token else []), by)
        told += page["conversations"]
        token = page["next"]
        if token is None:
            break
        player.same(step["limit"], len(page["conversations"]), "length of a page")
        if len(told) > len(expected) + 1:
            break
    player.same(expected, told, "page")


def play_heartbeat(player, campaign, step, by, _conversation):
    verb = ["heartbeat"] + (["--end"] if step["end"] else [])
    answers = attempt(player, campaign,
                      lambda: service.heartbeat(player.world, by, step["end"], player.now),
                      verb, by)
    if answers:
        player.same({"online": not step["end"]}, answers[1], "heartbeat")


def play_self_assign(player, campaign, step, by, _conversation):
    answers = attempt(player, campaign,
                      lambda: service.self_assign(player.world, campaign, by, player.now),
                      ["self-assign", str(campaign.id)], by)
    if answers:
        (planned, move), told = answers
        check_move(player, campaign, planned, move, told)


def play_sender_add(player, campaign, step, by, _conversation):
    answers = attempt(player, campaign,
                      lambda: service.add_senders(player.world, campaign, by, step["emails"]),
                      ["sender", "add", str(campaign.id), ",".join(step["emails"])], by)
    if answers:
        expected = {"added": answers[0], "senders": len(campaign.senders)}
        player.same(expected, answers[1], "sender add")


def play_sender_remove(player, campaign, step, by, _conversation):
    args = ["sender", "remove", str(campaign.id), step["email"]]
    to = step["to"]
    if to is not None:
        args.append("--to=" + (",".join(to) if isinstance(to, list) else to))
    answers = attempt(player, campaign,
                      lambda: service.remove_sender(player.world, campaign, by, step["email"], to,
                                                    player.now), args, by)
    if answers:
        (planned, move), told = answers
        check_move(player, campaign, planned, move, told)


def play_set_state(player, campaign, step, by, _conversation):
    if campaign.state != "archived":
        player.ask(["campaign", "set", str(campaign.id), f"--state={step['state']}"], by)
        campaign.state = step["state"]


def changed(player, campaign, conversation, by, verb, args):
    answers = attempt(player, campaign, verb, args, by)
    if answers:
        player.same(model_json.conversation(conversation), answers[1]["conversation"], args[0])
    return answers


def play_message(player, campaign, step, by, conversation):
    at = player.now
    args = ["message", str(campaign.id), str(conversation.id),
            f"--direction={step['direction']}", step["text"]]
    if step.get("earlier") is not None or player.slack:
        at -= step.get("earlier") or 0
        args.append(f"--at={format_time(at)}")
    if is_open_question(campaign, conversation, step, at):
        return
    answers = changed(player, campaign, conversation, by,
                      lambda: service.message(player.world, campaign, by, conversation,
                                              step["direction"], step["text"], at), args)
    if answers:
        told = answers[1]["message"]
        expected = {"direction": step["direction"], "at": format_time(at), "text": answers[0],
                    "by": by if step["direction"] == "out" else None}
        player.same(expected, told, "message")
        player.verify_counts(campaign)


def is_open_question(campaign, conversation, step, at):
    """Whether a conversation imported as written, without its messages, is one without messages."""
    return (step["direction"] == "out" and not conversation.messages
            and conversation.open_status() != "not_started" and not campaign.in_window(at))


def play_close(player, campaign, step, by, conversation):
    changed(player, campaign, conversation, by,
            lambda: service.close(player.world, campaign, by, conversation),
            ["close", str(campaign.id), str(conversation.id)])


def play_reopen(player, campaign, step, by, conversation):
    changed(player, campaign, conversation, by,
            lambda: service.reopen(player.world, campaign, by, conversation),
            ["reopen", str(campaign.id), str(conversation.id)])


def play_opt_out(player, campaign, step, by, conversation):
    if step["none"] and campaign.state == "archived":
        return
    changed(player, campaign, conversation, by,
            lambda: service.opt_out(player.world, campaign, by, conversation, step["none"]),
            ["opt-out", str(campaign.id), str(conversation.id)]
            + (["--no"] if step["none"] else []))
    for other in player.world.campaigns:
        player.verify_rows(other)


def play_answer(player, campaign, step, by, conversation):
    if campaign.state == "archived":
        return
    changed(player, campaign, conversation, by,
            lambda: service.answer(player.world, campaign, by, conversation, step["question"],
                                   step["answer"]),
            ["answer", str(campaign.id), str(conversation.id), step["question"]]
            + ([step["answer"]] if step["answer"] else []))
