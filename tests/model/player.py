# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays a case in the model and in the program at once, and compares.

After each step that moves, the whole list is read back through
`conversations` and held against the model's objects, and the counters of
`overview` and `senders` against the model's full counts.
"""

import json
import os
import shutil
import tempfile
import time

import model_json
import model_service as service
import player_lists
import player_moves
import player_people
from compare import Difference, same
from model import Refusal, World, format_time
from model_filter import listed

OWNER = "owner@example.org"

# By the word that a step has for what is done.
STEPS = {name[len("play_"):]: function
         for module in (player_lists, player_moves, player_people)
         for name, function in vars(module).items() if name.startswith("play_")}


class Player:
    def __init__(self, program, case):
        self.program = program
        self.case = case
        self.slack = 0 if program.own_clock else 3
        # Thousands of databases, which nobody will miss: in memory where that can be.
        shared = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.folder = tempfile.mkdtemp(prefix="reassign-model-", dir=shared)
        self.database = os.path.join(self.folder, "reassign.db")
        self.world = World(OWNER)
        self.ids = {}
        self.told = []

    def play(self):
        try:
            self.begin()
            for step in self.case["steps"]:
                self.tick(step["at"])
                self.told.append(json.dumps(step, ensure_ascii=False))
                self.play_step(step)
            self.finish()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    def play_step(self, step):
        """Passes over a step that names what has been cut out of the case."""
        if step["campaign"] >= len(self.world.campaigns):
            return
        campaign = self.world.campaigns[step["campaign"]]
        conversation = None
        if "phone" in step:
            conversation = campaign.by_phone(step["phone"])
            if conversation is None:
                return
        by = step.get("by")
        if by == "holder":
            by = conversation.holder
        by = by or self.world.owner
        if by in self.world.users:
            STEPS[step["op"]](self, campaign, step, by, conversation)

    def attempt(self, campaign, verb, args, by):
        """Runs a verb of the model and the command; both answers, or None when both refuse."""
        try:
            result = verb()
        except Refusal as refusal:
            self.refused(refusal, args, by)
            self.verify_rows(campaign)
            return None
        return result, self.ask(args, by)

    def tick(self, at):
        self.now = self.case["start"] + at if self.program.own_clock else int(time.time())

    def begin(self):
        self.tick(0)
        self.ask(["init", f"--owner={OWNER}"])
        for index, lines in enumerate(self.case["campaigns"]):
            path = os.path.join(self.folder, f"{index}.jsonl")
            with open(path, "w", encoding="utf-8") as file:
                file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
            self.take_ids(self.world.import_campaign(lines), path)
        for campaign in self.world.campaigns:
            self.verify_rows(campaign)

    def take_ids(self, campaign, path):
        """Imports a file, whose conversations get ascending ids, and tells the model these."""
        campaign.id = self.ask(["campaign", "import", path])["campaign"]["id"]
        rows = self.rows(campaign)
        if [row["phone"] for row in rows] != [row.phone for row in campaign.conversations]:
            raise Difference("import: not the conversations of the file in their order")
        for row, conversation in zip(rows, campaign.conversations):
            conversation.id = row["id"]

    def finish(self):
        for campaign in self.world.campaigns:
            self.verify_rows(campaign)
            self.verify_counts(campaign)
            self.verify_history(campaign)
            self.verify_trails(campaign)
        self.same({"ok": True, "problems": []}, self.ask(["check"]), "check")

    def run(self, args, by=None):
        # Without a name it is the first owner who acts.
        acting = [] if by in (None, self.world.owner) else [f"--user={by}"]
        args = [f"--database={self.database}", "--json"] + acting + args
        self.last_args = args
        return self.program.run(args, self.now if self.program.own_clock else None)

    def ask(self, args, by=None):
        """What the program tells, which must not refuse."""
        answer = self.run(args, by)
        if answer.code != 0 or answer.err:
            told = answer.err.strip() or answer.out
            raise Difference(f"{' '.join(args)}: code {answer.code}, {told}")
        return answer.told()

    def refused(self, refusal, args, by=None):
        """The program must refuse what the model refuses, by the same code."""
        answer = self.run(args, by)
        if answer.code != 1:
            raise Difference(f"{' '.join(args)}: code {answer.code}, expected {refusal}: "
                             f"{answer.out}")
        error = answer.told()["error"]
        if answer.err != f"reassignctl: {error['message']}\n":
            raise Difference(f"stderr is {answer.err!r} beside {error}")
        if refusal.code is not None and error["code"] != refusal.code:
            raise Difference(f"{' '.join(args)}: refused with {error}, expected {refusal}")
        if refusal.code == "too-few" and refusal.figures[0] > 1:
            wanted = "Only {} conversations match; {} were asked for.".format(*refusal.figures)
            if error["message"] != wanted:
                raise Difference(f"says {error['message']!r}, expected {wanted!r}")
        if refusal.code is None and str(refusal.figures[0]) not in error["message"]:
            raise Difference(f"{error['message']!r} does not say {refusal.figures[0]}")
        return error

    def same(self, expected, told, where):
        same(expected, told, where, self.slack)

    def rows(self, campaign):
        told = self.ask(["conversations", str(campaign.id), "--limit=5000"])
        self.same(None, told["next"], "conversations.next")
        return told["conversations"]

    def verify_rows(self, campaign):
        """Returns them, for who compares two moments."""
        rows = self.rows(campaign)
        expected = [model_json.conversation(row)
                    for row in listed(self.world, campaign, {}, self.now)]
        self.same(expected, rows, "conversations")
        return rows

    def verify_counts(self, campaign):
        self.same(model_json.overview(self.world, campaign, self.now),
                  self.ask(["overview", str(campaign.id)]), "overview")
        expected = model_json.senders(self.world, campaign, self.now)
        told = self.ask(["senders", str(campaign.id)])
        for one, other in zip(expected["senders"], told["senders"]):
            # Whether a message of just fifteen minutes ago counts, nobody can see.
            edge = model_json.sent_lately(campaign, one["email"], self.now, 901 + self.slack)
            if other["sent_15_min"] == edge:
                one["sent_15_min"] = other["sent_15_min"]
        self.same(expected, told, "senders")

    def verify_history(self, campaign):
        told = self.ask(["history", str(campaign.id), "--limit=1000"])["moves"]
        expected = []
        for move in reversed(campaign.moves):
            request = model_json.request(move.request) if move.request else None
            entry = {"id": self.ids[move], "at": format_time(move.at), "by": move.by,
                     "kind": move.kind, "request": request, "moved": len(move.changes),
                     "undoes": self.ids.get(move.undoes),
                     "undone_by": self.ids.get(service.standing_undo(campaign, move))}
            if move.removed:
                entry["removed"] = move.removed
            expected.append(entry)
        self.same(expected, told, "history.moves")

    def verify_trails(self, campaign):
        """Of who was moved most and of who was moved least, which is often not at all."""
        def n_moves(row):
            return sum(row is changed for move in campaign.moves for changed, _, _ in move.changes)

        rows = sorted(campaign.conversations, key=n_moves)
        for row in rows[:1] + rows[1:][-1:]:
            self.verify_trail(campaign, row)
        for row in [row for row in campaign.conversations if row.messages][:1]:
            told = self.ask(["messages", str(campaign.id), str(row.id)])
            self.same(model_json.messages(row), told, "messages")

    def verify_trail(self, campaign, row):
        told = self.ask(["trail", str(campaign.id), str(row.id)])
        self.same(row.id, told["conversation"], "trail.conversation")
        told["trail"][0].pop("since")
        self.same(model_json.trail(row, campaign, self.ids), told["trail"], "trail")
