# SPDX-License-Identifier: GPL-3.0-or-later
"""What senders do to conversations, and conversations to senders, in the model and the program."""

import model_json
import model_service as service
from model import format_time


def changed(player, campaign, conversation, by, verb, args):
    answers = player.attempt(campaign, verb, args, by)
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


def play_heartbeat(player, campaign, step, by, _conversation):
    def verb():
        service.heartbeat(player.world, by, step["end"], player.now)

    answers = player.attempt(campaign, verb, ["heartbeat"] + ["--end"] * step["end"], by)
    if answers:
        player.same({"online": not step["end"]}, answers[1], "heartbeat")


def play_shift(player, campaign, step, by, _conversation):
    for email in step["emails"]:
        player.play_step({"op": "heartbeat", "campaign": 0, "by": email, "end": False})


def play_sender_add(player, campaign, step, by, _conversation):
    def verb():
        return service.add_senders(player.world, campaign, by, step["emails"])

    args = ["sender", "add", str(campaign.id), ",".join(step["emails"])]
    answers = player.attempt(campaign, verb, args, by)
    if answers:
        expected = {"added": answers[0], "senders": len(campaign.senders)}
        player.same(expected, answers[1], "sender add")
