# SPDX-License-Identifier: GPL-3.0-or-later
"""The list under each filter, and whole campaigns out and in, in the model and the program."""

import os

import model_json
import model_service as service
from compare import filter_args
from model import Refusal
from model_filter import listed
from player_moves import at_the_edge, without_unknown


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


def play_copy(player, campaign, step, by, _conversation):
    """Out and in again without loss: whatever comes later finds the same in the copy."""
    path = os.path.join(player.folder, "copy.jsonl")
    if os.path.exists(path):
        os.remove(path)
    told = player.ask(["campaign", "export", str(campaign.id), path], by)
    player.same(path, told["file"], "export.file")
    made = player.world.copy_campaign(campaign)
    player.take_ids(made, path)
    player.verify_rows(made)
    player.verify_counts(made)


def play_set_state(player, campaign, step, by, _conversation):
    if campaign.state != "archived":
        player.ask(["campaign", "set", str(campaign.id), f"--state={step['state']}"], by)
        campaign.state = step["state"]
