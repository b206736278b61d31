# SPDX-License-Identifier: GPL-3.0-or-later
"""`sweep` says what holds a campaign up, and what it prints mends it."""

import datetime

from harness import is_time, main, members

KINDS = ["waiting_offline", "unassigned_replies", "opt_out_asked", "not_started_unseen",
         "window_passed", "survey_open"]
ACTIONS = ["reassign", "reassign", "review", "reassign", "window", "review"]


def ago(minutes):
    then = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=minutes)
    return then.strftime("%Y-%m-%dT%H:%M:%SZ")


def contact(number, sender, status="not_started", minutes=None):
    return (f"+1202555{number:04}", "No.", str(number), f"{sender}@example.org" if sender else "",
            status, "", ago(minutes) if minutes else "")


def held_up(place):
    """All that can hold a campaign up. Ann is away, Bo is there, Cy was never seen."""
    place.write("q.json", '[{"id": "support", "text": "With us?", "answers": ["Yes", "No"]}]')
    place.campaign("Spring", f"--window-end={ago(5)}", "--questions=q.json", contacts=[
        contact(101, "ann", "needs_reply", 97), contact(102, "ann", "needs_reply", 40),
        contact(103, "cy", "needs_reply", 31), contact(104, "cy", "needs_reply", 5),
        contact(105, "bo", "needs_reply", 90),
        contact(106, "", "needs_reply", 41), contact(107, "", "needs_reply", 2),
        contact(108, "cy"), contact(109, "cy"), contact(110, "cy"), contact(111, "ann"),
        contact(112, "bo"), contact(113, ""), contact(114, "bo", "messaged", 60),
    ])
    there(place, "bo")
    there(place, "ann")
    place.json("heartbeat", "--end", "--user=ann@example.org")
    place.json("message", "Spring", "14", "--direction=in", "who is this? please stop it")


def there(place, name):
    place.json("heartbeat", f"--user={name}@example.org")


def sweep(place, *options):
    told = place.json("sweep", "Spring", *options)
    members(told, "sweep", "online", "next", "as_of")
    is_time(told["as_of"])
    for line in told["sweep"]:
        members(line, "kind", "count", "senders", "waiting_since", "window_end", "action",
                "reassign", "conversations")
        assert line["count"] > 0, line
        assert line["action"] == ACTIONS[KINDS.index(line["kind"])], line
        assert (line["reassign"] is not None) == (line["action"] == "reassign"), line
    kinds = [line["kind"] for line in told["sweep"]]
    assert kinds == sorted(kinds, key=KINDS.index), kinds
    return told


def lines(place, *options):
    return {line["kind"]: line for line in sweep(place, *options)["sweep"]}


def count(place, *options):
    return {kind: line["count"] for kind, line in lines(place, *options).items()}


def all_kinds(place):
    held_up(place)
    found = lines(place)
    assert {kind: line["count"] for kind, line in found.items()} == {
        "waiting_offline": 3, "unassigned_replies": 2, "opt_out_asked": 1, "not_started_unseen": 3,
        "window_passed": 6, "survey_open": 8}, found

    waiting = found["waiting_offline"]
    assert waiting["senders"] == ["ann@example.org", "cy@example.org"], waiting
    assert abs(seconds(waiting["waiting_since"]) - seconds(ago(97))) < 60, waiting
    assert waiting["reassign"] == ["1", "--from=offline", "--status=needs_reply", "--waiting=30",
                                   "--unmoved=10", "--to=online", "--divide=level"], waiting
    assert found["unassigned_replies"]["senders"] == []
    assert found["unassigned_replies"]["reassign"] == [
        "1", "--from=unassigned", "--status=needs_reply", "--unmoved=10", "--to=online",
        "--divide=level"]
    assert found["not_started_unseen"]["senders"] == ["cy@example.org"]
    assert found["not_started_unseen"]["waiting_since"] is None
    assert found["opt_out_asked"]["conversations"] == ["1", "--flag=marked"]
    assert found["survey_open"]["conversations"] == ["1", "--flag=survey_open"]
    assert found["window_passed"]["conversations"] == ["1", "--status=not_started"]
    assert abs(seconds(found["window_passed"]["window_end"]) - seconds(ago(5))) < 60
    assert sweep(place)["online"] == 1


def seconds(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


def each_line_lists_its_own(place):
    held_up(place)
    for line in sweep(place)["sweep"]:
        told = place.json("conversations", *line["conversations"])
        assert len(told["conversations"]) == line["count"], line


def what_is_printed_mends(place):
    held_up(place)
    for line in sweep(place)["sweep"]:
        if line["reassign"] is None:
            continue
        there(place, "bo")
        shown = place.json("reassign", *line["reassign"], "--preview")
        assert shown["moved"] == shown["matched"] == line["count"], (line, shown)
        moved = place.json("reassign", *line["reassign"], f"--expect={line['count']}")
        assert moved["moved"] == line["count"], (line, moved)
        assert [sender["email"] for sender in moved["senders"]
                if sender["received"]["total"]] == ["bo@example.org"], moved
        assert line["kind"] not in lines(place), line

    # The rest is mended by people.
    place.json("campaign", "set", "Spring", "--window-end=")
    place.json("opt-out", "Spring", "14")
    for conversation in place.json("conversations", "1", "--flag=survey_open")["conversations"]:
        place.json("answer", "Spring", conversation["id"], "support", "Yes")
    told = sweep(place)
    assert told["sweep"] == [], told
    assert told["next"]["sender"] == "cy@example.org" and told["next"]["online"] is False, told
    assert seconds(told["next"]["at"]) > seconds(told["as_of"]), told
    assert place.text("sweep", "Spring") == "All swept: nothing holds this campaign up.\n"


def what_was_moved_stays_out(place):
    held_up(place)
    there(place, "bo")
    move = place.json("reassign", *lines(place)["waiting_offline"]["reassign"])["move"]
    place.json("undo", "Spring", move)
    assert "waiting_offline" not in count(place)
    assert count(place, "--unmoved=0")["waiting_offline"] == 3
    assert "--unmoved=10" not in lines(place, "--unmoved=0")["waiting_offline"]["reassign"]


def long_is_what_is_said(place):
    held_up(place)
    assert count(place, "--waiting=35")["waiting_offline"] == 2
    assert count(place, "--waiting", "5")["waiting_offline"] == 4
    assert "waiting_offline" not in count(place, "--waiting=100")
    assert count(place, "--unseen=0")["not_started_unseen"] == 4
    line = lines(place, "--waiting=35", "--unseen=7", "--unmoved=3")
    assert line["waiting_offline"]["reassign"][1:5] == [
        "--from=offline", "--status=needs_reply", "--waiting=35", "--unmoved=3"]
    assert line["not_started_unseen"]["reassign"][1] == "--from=offline:7"


def nobody_is_there(place):
    held_up(place)
    place.json("heartbeat", "--end", "--user=bo@example.org")
    told = sweep(place)
    assert told["online"] == 0
    place.refuse("nobody", "reassign", *told["sweep"][0]["reassign"])


def states(place):
    held_up(place)
    for state in ["paused", "active"]:
        place.json("campaign", "set", "Spring", f"--state={state}")
        assert len(count(place)) == 6, state
    # What is not started holds nothing up before a campaign begins, nor after its end.
    for state in ["closed", "draft"]:
        place.json("campaign", "set", "Spring", f"--state={state}")
        assert list(count(place)) == ["waiting_offline", "unassigned_replies", "opt_out_asked",
                                      "survey_open"], state
    place.json("campaign", "set", "Spring", "--state=archived")
    place.refuse("wrong-state", "sweep", "Spring")


def roles(place):
    held_up(place)
    place.json("user", "add", "mod@example.org", "--role=moderator")
    assert len(place.json("sweep", "Spring", "--user=mod@example.org")["sweep"]) == 6
    place.refuse("not-permitted", "sweep", "Spring", "--user=ann@example.org")
    place.json("campaign", "set", "Spring", "--state=archived")
    place.refuse("not-permitted", "sweep", "Spring", "--user=ann@example.org")


def wrong_usage(place):
    place.campaign()
    place.refuse("not-found", "sweep", "Fall")
    place.refuse("usage", "sweep")
    place.refuse("usage", "sweep", "Spring", "--waiting=-1")
    place.refuse("usage", "sweep", "Spring", "--unseen=soon")
    place.refuse("usage", "sweep", "Spring", "--from=any")
    place.refuse("usage", "conversations", "Spring", "--unseen=5")


def nothing_at_all(place):
    place.campaign()
    assert sweep(place) == {"sweep": [], "online": 0, "next": None, "as_of": sweep(place)["as_of"]}
    assert place.text("--quiet", "sweep", "Spring") == ""


def for_people(place):
    held_up(place)
    told = place.text("sweep", "Spring")
    assert "    3  Replies waiting over 30 min, sender offline" in told, told
    assert "# Unassigned replies\nreassignctl reassign 1 --from=unassigned" in told, told
    assert "reassignctl campaign set 1 --window-end=TIME\n" in told, told
    assert "reassignctl conversations 1 --flag=marked\n" in told, told


if __name__ == "__main__":
    main([all_kinds, each_line_lists_its_own, what_is_printed_mends, what_was_moved_stays_out,
          long_is_what_is_said, nobody_is_there, states, roles, wrong_usage, nothing_at_all,
          for_people])
