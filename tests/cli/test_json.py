# SPDX-License-Identifier: GPL-3.0-or-later
"""What each command answers with --json: these members, no more and no fewer."""

import os
import re
import sqlite3

from harness import OWNER, SIX, counts, is_time, main, members

CONVERSATION = ["id", "phone", "first_name", "last_name", "status", "opted_out", "sender", "marked",
                "wrote_after_opt_out", "last_message_at", "waiting_since", "fields"]
CAMPAIGN = ["id", "title", "state", "status_text", "total", "senders", "window_start", "window_end",
            "time_zone", "opening_hours", "self_assign", "country", "initial_message", "questions",
            "canned_replies"]
RESULT = ["move", "preview", "matched", "moved", "senders", "unassigned"]


def conversation(thing):
    members(thing, *CONVERSATION)
    assert isinstance(thing["id"], int)
    for name in ("opted_out", "marked", "wrote_after_opt_out"):
        assert isinstance(thing[name], bool), thing
    for name in ("last_message_at", "waiting_since"):
        if thing[name] is not None:
            is_time(thing[name])
    assert isinstance(thing["fields"], dict)
    return thing


def campaign(told):
    members(told, "campaign")
    members(told["campaign"], *CAMPAIGN)
    members(told["campaign"]["self_assign"], "enabled", "batch")
    return told["campaign"]


def result(told):
    members(told, *RESULT)
    for row in told["senders"]:
        members(row, "email", "gave", "received", "before", "after")
    members(told["unassigned"], "gave", "received", "before", "after")
    for row in told["senders"] + [told["unassigned"]]:
        for name in ("gave", "received", "before", "after"):
            counts(row[name])
    return told


def init(place):
    told = place.json("init", f"--owner={OWNER}")
    assert told == {"database": place.database, "owner": OWNER}, told


def init_names_the_user_of_the_system(place):
    told = place.json("init")
    members(told, "database", "owner")
    assert told["owner"].endswith("@localhost"), told


def campaign_list(place):
    place.campaign(contacts=SIX)
    place.campaign("Fall", "--window-end=2026-01-02T03:04:05Z", senders=())
    assert place.json("campaign", "list") == {"campaigns": [
        {"id": 1, "title": "Spring", "state": "active", "status_text": None, "total": 6},
        {"id": 2, "title": "Fall", "state": "active",
         "status_text": "Initial message sending window has passed.", "total": 0}]}


def campaign_defaults(place):
    place.json("init")
    told = campaign(place.json("campaign", "create", "Spring"))
    assert told == {
        "id": 1, "title": "Spring", "state": "draft", "status_text": None, "total": 0, "senders": 0,
        "window_start": None, "window_end": None, "time_zone": "America/New_York",
        "opening_hours": {"start": "09:00", "end": "21:00"},
        "self_assign": {"enabled": False, "batch": 300}, "country": "US", "initial_message": None,
        "questions": [], "canned_replies": []}, told
    assert place.json("campaign", "show", "1") == {"campaign": told}


def campaign_values(place):
    questions = [{"id": "support", "text": "With us?", "answers": ["Yes", "No"]}]
    replies = [{"title": "Thanks", "text": "Thank you, %FirstName%!"}]
    place.write("q.json", '[{"id": "support", "text": "With us?", "answers": ["Yes", "No"]}]')
    place.write("r.json", '[{"title": "Thanks", "text": "Thank you, %FirstName%!"}]')
    told = campaign(place.json(
        "campaign", "create", "Spring", "--state=paused", "--window-start=2026-11-03T18:00",
        "--window-end", "2026-11-04T18:00:00Z", "--time-zone=Europe/Berlin", "--self-assign=25",
        "--hours=08:30-24:00", "--country=de", "--message=Hi %FirstName%",
        "--questions=q.json", "--canned-replies=r.json"))
    assert told == {
        "id": 1, "title": "Spring", "state": "paused",
        "status_text": "Campaign is currently closed.", "total": 0, "senders": 0,
        "window_start": "2026-11-03T17:00:00Z", "window_end": "2026-11-04T18:00:00Z",
        "time_zone": "Europe/Berlin", "opening_hours": {"start": "08:30", "end": "24:00"},
        "self_assign": {"enabled": True, "batch": 25}, "country": "DE",
        "initial_message": "Hi %FirstName%", "questions": questions,
        "canned_replies": replies}, told


def campaign_set_clears(place):
    place.write("q.json", '[{"id": "support", "text": "With us?", "answers": ["Yes", "No"]}]')
    place.write("r.json", '[{"title": "Thanks", "text": "Thanks!"}]')
    place.json("init")
    place.json("campaign", "create", "Spring", "--state=active", "--window-start=2026-11-03T18:00",
               "--window-end=2026-11-04T18:00", "--time-zone=Europe/Berlin", "--self-assign=25",
               "--hours=any", "--country=DE", "--message=Hi", "--questions=q.json",
               "--canned-replies=r.json")
    told = campaign(place.json("campaign", "set", "Spring"))
    assert told["opening_hours"] is None and told["questions"] and told["initial_message"] == "Hi"
    assert told["window_end"] == "2026-11-04T17:00:00Z"

    told = campaign(place.json(
        "campaign", "set", "Spring", "--title=Fall", "--state=", "--window-start=", "--window-end=",
        "--time-zone=", "--self-assign=", "--hours=", "--country=", "--message=", "--questions=",
        "--canned-replies="))
    other = campaign(place.json("campaign", "create", "Other"))
    assert {**other, "id": 1, "title": "Fall"} == told, (told, other)


def campaign_remove(place):
    place.campaign(contacts=SIX)
    place.refuse("wrong-state", "campaign", "remove", "Spring")
    place.json("campaign", "set", "Spring", "--state=archived")
    assert place.json("campaign", "remove", "Spring") == {"removed": {"id": 1, "title": "Spring"}}
    assert place.json("campaign", "list") == {"campaigns": []}


def demo_and_simulate(place):
    told = campaign(place.json("demo", "--contacts=50", "--senders=4", "--seed=7"))
    assert told["total"] == 50 and told["senders"] == 4
    played = place.json("simulate", told["id"], "--minutes=1", "--speed=600", "--seed=7")
    members(played, "minutes", "sent", "received")
    assert played["minutes"] == 1
    place.json("campaign", "remove", told["id"])


def overview(place):
    place.campaign(contacts=SIX)
    place.json("heartbeat", "--user=ann@example.org")
    told = place.json("overview", "Spring")
    assert told == {
        "campaign": {"id": 1, "title": "Spring", "state": "active", "status_text": None},
        "total": 6, "not_started": 3, "messaged": 0, "needs_reply": 1, "replied": 1, "closed": 1,
        "unassigned": {"total": 2, "not_started": 1, "messaged": 0, "needs_reply": 0, "replied": 0,
                       "closed": 1},
        "opted_out": 1, "wrote_after_opt_out": 0, "marked": 0,
        "waiting_since": "2026-03-01T12:00:00Z", "senders": 3, "online": 1}, told
    members(told, "campaign", "total", "not_started", "messaged", "needs_reply", "replied",
            "closed", "unassigned", "opted_out", "wrote_after_opt_out", "marked", "waiting_since",
            "senders", "online")


def senders(place):
    place.campaign(contacts=SIX)
    place.json("user", "set", "ann@example.org", "--first-name=Ann", "--last-name=Ng")
    place.json("heartbeat", "--user=ann@example.org")
    place.json("message", "Spring", "1", "Hi", "--direction=out", "--user=ann@example.org")
    told = place.json("senders", "Spring")
    members(told, "senders")
    for row in told["senders"]:
        members(row, "email", "first_name", "last_name", "online", "last_seen", "total",
                "not_started", "messaged", "needs_reply", "replied", "closed", "progress",
                "waiting_since", "sent_15_min")
    bo, cy, ann = told["senders"]
    is_time(ann.pop("last_seen"))
    assert ann == {
        "email": "ann@example.org", "first_name": "Ann", "last_name": "Ng", "online": True,
        "total": 2, "not_started": 0, "messaged": 1, "needs_reply": 1, "replied": 0, "closed": 0,
        "progress": 1.0, "waiting_since": "2026-03-01T12:00:00Z", "sent_15_min": 1}, ann
    assert bo["progress"] == 0.5 and bo["waiting_since"] is None and bo["last_seen"] is None
    assert cy["progress"] is None and cy["total"] == 0 and cy["sent_15_min"] == 0


def progress_has_four_decimals(place):
    place.campaign(contacts=[
        (f"+1202555010{n}", "", "", "ann@example.org", "closed" if n == 0 else "")
        for n in range(3)])
    assert '"progress": 0.3333,' in place.run("senders", "Spring", "--json").out


def conversations(place):
    place.campaign(contacts=SIX + [("+12025550107", "Zoë", "O'Hara", "", "", "", "", "",
                                     '"""U""lm, a\nb"')])
    told = place.json("conversations", "Spring", "--limit=2")
    members(told, "conversations", "next")
    assert len(told["conversations"]) == 2 and isinstance(told["next"], str)
    first, second = map(conversation, told["conversations"])
    assert first == {
        "id": 1, "phone": "+12025550101", "first_name": "Ida", "last_name": "Berg",
        "status": "not_started", "opted_out": False, "sender": "ann@example.org", "marked": False,
        "wrote_after_opt_out": False, "last_message_at": None, "waiting_since": None,
        "fields": {"city": ""}}, first
    assert second["waiting_since"] == second["last_message_at"] == "2026-03-01T12:00:00Z"

    told = place.json("conversations", "Spring", "--after", told["next"], "--limit=5")
    assert [row["id"] for row in told["conversations"]] == [3, 4, 5, 6, 7]
    assert told["next"] is None
    closed, last = told["conversations"][3:]
    assert closed["opted_out"] and closed["sender"] is None and closed["status"] == "closed"
    assert last["first_name"] == "Zoë" and last["last_name"] == "O'Hara"
    assert last["fields"] == {"city": '"U"lm, a\nb'}, last


def reassign(place):
    place.campaign(contacts=SIX)
    asked = ("reassign", "Spring", "--from=any", "--status=any", "--to=cy@example.org,ann@example.org")
    preview = result(place.json(*asked, "--preview"))
    done = result(place.json(*asked))
    assert preview["move"] is None and preview["preview"] is True
    assert done["move"] == 1 and done["preview"] is False
    assert {**preview, "move": 1, "preview": False} == done, (preview, done)
    assert done["matched"] == 6 and done["moved"] == sum(
        row["gave"]["total"] for row in done["senders"] + [done["unassigned"]])
    assert [row["email"] for row in done["senders"]] == [
        "ann@example.org", "bo@example.org", "cy@example.org"]
    counts(done["unassigned"]["before"], total=2, not_started=1, closed=1)
    counts(done["unassigned"]["after"], total=0)
    counts(done["senders"][1]["gave"], total=2, not_started=1, replied=1)

    again = result(place.json(*asked))
    assert again["move"] is None and again["moved"] == 0 and again["senders"] == []
    assert again["preview"] is False


def self_assign(place):
    place.campaign("Spring", "--self-assign=5", contacts=SIX)
    told = result(place.json("self-assign", "Spring", "--user=cy@example.org"))
    assert told["move"] == 1 and told["moved"] == 1
    (move,) = place.json("history", "Spring")["moves"]
    assert move["kind"] == "self-assign" and move["by"] == "cy@example.org"
    assert move["request"]["from"] == "unassigned" and move["request"]["number"] == 5, move


def history(place):
    place.campaign(contacts=SIX)
    place.json("reassign", "Spring", "--to=ann@example.org,cy@example.org")
    place.json("undo", "Spring", "1")
    place.json("heartbeat", "--user=ann@example.org")
    place.json("reassign", "Spring", "--from=offline:10", "--status=not_started", "--search=do",
               "--unmoved=0", "--conversations=3,4,3", "--number=1", "--to=others",
               "--divide=level", "--user=" + OWNER)
    place.json("reassign", "Spring", "--from=bo@example.org", "--waiting=3", "--flag=survey_open",
               "--to=unassigned")
    place.json("reassign", "Spring", "--from=ann@example.org", "--status=needs_reply",
               "--waiting=3", "--to=unassigned")
    told = place.json("history", "Spring")
    members(told, "moves")
    for move in told["moves"]:
        members(move, "id", "at", "by", "kind", "request", "moved", "undoes", "undone_by")
        is_time(move["at"])
        assert move["by"] == OWNER
    fourth, third, second, first = told["moves"]
    assert first["request"] == {"from": "any", "status": "any", "number": "all",
                                "to": ["ann@example.org", "cy@example.org"], "divide": "evenly"}
    assert (first["kind"], first["undoes"], first["undone_by"]) == ("reassign", None, 2)
    assert (second["kind"], second["undoes"], second["undone_by"]) == ("undo", 1, None)
    assert second["request"] is None and second["moved"] == first["moved"]
    assert third["request"] == {"from": "offline:10", "status": "not_started", "search": "do",
                                "unmoved": 0, "conversations": 2, "number": 1, "to": "others",
                                "divide": "level"}, third
    assert fourth["request"] == {"from": ["ann@example.org"], "status": "needs_reply", "waiting": 3,
                                 "number": "all", "to": "unassigned", "divide": "evenly"}, fourth

    assert [move["id"] for move in place.json("history", "Spring", "--limit=2")["moves"]] == [4, 3]

    # However it was typed, it is the sender's e-mail that stands there.
    place.json("reassign", "Spring", "--from=ANN@example.org,bo@EXAMPLE.org", "--to=Cy@example.org")
    request = place.json("history", "Spring", "--limit=1")["moves"][0]["request"]
    assert request["from"] == ["ann@example.org", "bo@example.org"], request
    assert request["to"] == ["cy@example.org"], request


def sender_remove(place):
    place.campaign(contacts=SIX)
    place.refuse("wrong-state", "sender", "remove", "Spring", "bo@example.org", says="2")
    told = result(place.json("sender", "remove", "Spring", "bo@example.org", "--to=others"))
    assert told["moved"] == 2 and told["move"] == 1
    (move,) = place.json("history", "Spring")["moves"]
    members(move, "id", "at", "by", "kind", "request", "removed", "moved", "undoes", "undone_by")
    assert move["kind"] == "remove" and move["removed"] == "bo@example.org"
    assert move["request"]["from"] == ["bo@example.org"] and move["request"]["to"] == "others", move
    assert [row["email"] for row in place.json("senders", "Spring")["senders"]] == [
        "ann@example.org", "cy@example.org"]

    told = result(place.json("sender", "remove", "Spring", "cy@example.org", "--to=unassigned"))
    place.json("undo", "Spring", "1")
    assert "bo@example.org" in [row["email"] for row in place.json("senders", "Spring")["senders"]]


def sender_remove_of_one_who_holds_nothing(place):
    place.campaign(contacts=SIX)
    told = result(place.json("sender", "remove", "Spring", "cy@example.org"))
    assert told["move"] is None and told["moved"] == 0 and told["senders"] == []
    assert place.json("history", "Spring") == {"moves": []}


def trail(place):
    place.campaign(contacts=SIX)
    place.json("reassign", "Spring", "--conversations=4", "--to=ann@example.org")
    place.json("undo", "Spring", "1")
    told = place.json("trail", "Spring", "4")
    members(told, "conversation", "trail")
    assert told["conversation"] == 4
    for step in told["trail"]:
        members(step, "sender", "since", "move", "by")
        is_time(step["since"])
    assert [(step["sender"], step["move"], step["by"]) for step in told["trail"]] == [
        (None, None, None), ("ann@example.org", 1, OWNER), (None, 2, OWNER)], told


def undo(place):
    place.campaign(contacts=SIX)
    place.json("reassign", "Spring", "--conversations=1,3,4", "--to=cy@example.org")
    place.json("message", "Spring", "4", "Hi", "--direction=out", "--user=cy@example.org")
    place.json("reassign", "Spring", "--conversations=3", "--to=unassigned")
    told = place.json("undo", "Spring", "1")
    assert told == {"move": 3, "undoes": 1, "moved": 1, "left": 2, "reasons": {
        "moved_since": 1, "answered_since": 1, "no_longer_sender": 0}}, told
    members(told, "move", "undoes", "moved", "left", "reasons")
    place.refuse("wrong-state", "undo", "Spring", "1")


def contacts_import(place):
    place.campaign()
    place.write("good.csv", "phone,first name\n+12025550101,Ida\n+12025550102,Jo\n")
    told = place.json("contacts", "import", "Spring", "good.csv")
    assert told == {"rows": 2, "imported": 2, "rejected": [], "rejected_total": 0}, told
    members(told, "rows", "imported", "rejected", "rejected_total")

    place.write("bad.csv", "phone,first name\n+12025550103,Kim\n12,Lee\n+12025550101,Mo\n")
    refused = place.refuse("invalid", "contacts", "import", "Spring", "bad.csv",
                           beside=["rows", "imported", "rejected", "rejected_total"], says="3")
    assert (refused["rows"], refused["imported"], refused["rejected_total"]) == (3, 0, 2), refused
    assert [row["line"] for row in refused["rejected"]] == [3, 4]
    for row in refused["rejected"]:
        members(row, "line", "reason")
    assert place.json("overview", "Spring")["total"] == 2

    told = place.json("contacts", "import", "Spring", "bad.csv", "--skip-bad")
    assert (told["rows"], told["imported"], told["rejected_total"]) == (3, 1, 2), told
    assert told["rejected"] == refused["rejected"]


def only_a_thousand_bad_rows_are_told(place):
    place.campaign()
    place.write("bad.csv", "phone\n" + "12\n" * 1500)
    told = place.json("contacts", "import", "Spring", "bad.csv", "--skip-bad")
    assert len(told["rejected"]) == 1000 and told["rejected_total"] == 1500
    assert told["rows"] == 1500 and told["imported"] == 0


def contacts_export(place):
    place.campaign(contacts=SIX)
    told = place.json("contacts", "export", "Spring", place.path("out.csv"))
    assert told == {"file": place.path("out.csv"), "rows": 6}, told
    out = place.run("contacts", "export", "Spring", "--json")
    assert out.code == 0 and out.err == "" and out.out.encode() == place.read("out.csv"), out


def campaign_export_and_import(place):
    place.campaign(contacts=SIX)
    told = place.json("campaign", "export", "Spring", "out.jsonl")
    assert told == {"file": "out.jsonl", "rows": 6}, told
    out = place.run("campaign", "export", "Spring", "--json")
    assert out.code == 0 and out.out.encode() == place.read("out.jsonl"), out
    read = campaign(place.json("campaign", "import", "out.jsonl"))
    assert read["total"] == 6 and read["id"] == 2 and read["title"] == "Spring"
    assert read["senders"] == 3


def sender_add_and_import(place):
    place.campaign(senders=())
    told = place.json("sender", "add", "Spring", "dee@example.org, eve@example.org")
    assert told == {"added": ["dee@example.org", "eve@example.org"], "senders": 2}, told
    told = place.json("sender", "add", "Spring", "eve@example.org,fay@example.org")
    assert told == {"added": ["fay@example.org"], "senders": 3}, told
    place.write("s.csv", "email,first name,last name,role\n"
                         "gus@example.org,Gus,Ott,moderator\nfay@example.org,Fay,X,sender\n")
    told = place.json("sender", "import", "Spring", "s.csv")
    assert told == {"added": ["gus@example.org"], "senders": 4}, told
    roles = {user["email"]: user["role"] for user in place.json("user", "list")["users"]}
    assert roles["gus@example.org"] == "moderator"

    place.write("bad.csv", "email\nhal@example.org\nnobody\n")
    refused = place.refuse("invalid", "sender", "import", "Spring", "bad.csv",
                           beside=["rows", "imported", "rejected", "rejected_total"], says="3")
    assert (refused["rows"], refused["imported"], refused["rejected_total"]) == (2, 0, 1), refused
    told = place.json("sender", "import", "Spring", "bad.csv", "--skip-bad")
    assert told["added"] == ["hal@example.org"] and told["rejected_total"] == 1, told


def users(place):
    place.json("init", f"--owner={OWNER}")
    told = place.json("user", "add", "ann@example.org")
    assert told == {"user": {"email": "ann@example.org", "first_name": "", "last_name": "",
                             "role": "sender"}}, told
    told = place.json("user", "set", "ann@example.org", "--first-name=Ann", "--last-name=Ng",
                      "--role=admin")
    members(told, "user")
    members(told["user"], "email", "first_name", "last_name", "role")
    assert list(told["user"].values()) == ["ann@example.org", "Ann", "Ng", "admin"]
    told = place.json("user", "set", "ann@example.org", "--first-name=")
    assert list(told["user"].values()) == ["ann@example.org", "", "Ng", "admin"]
    place.refuse("invalid", "user", "add", "ann@example.org")
    told = place.json("user", "list")
    members(told, "users")
    assert [user["email"] for user in told["users"]] == [OWNER, "ann@example.org"], told


def heartbeat(place):
    place.campaign()
    assert place.json("heartbeat", "--user=ann@example.org") == {"online": True}
    assert place.json("heartbeat", "--end", "--user=ann@example.org") == {"online": False}
    (ann, _, _) = place.json("senders", "Spring")["senders"]
    assert ann["online"] is False
    is_time(ann["last_seen"])


def messages(place):
    place.campaign(contacts=SIX)
    told = place.json("message", "Spring", "1", "Hi %FirstName%", "--direction=out",
                      "--user=ann@example.org")
    members(told, "conversation", "message")
    assert conversation(told["conversation"])["status"] == "messaged"
    members(told["message"], "direction", "at", "text", "by")
    is_time(told["message"]["at"])
    assert told["message"]["text"] == "Hi Ida" and told["message"]["by"] == "ann@example.org"
    assert told["message"]["direction"] == "out"

    told = place.json("message", "Spring", "1", "Who\nis \"this\"?", "--direction=in")
    assert told["message"] == {"direction": "in", "at": told["message"]["at"],
                               "text": "Who\nis \"this\"?", "by": None}, told
    assert told["conversation"]["status"] == "needs_reply"
    both = place.json("messages", "Spring", "1")
    members(both, "messages")
    assert [message["direction"] for message in both["messages"]] == ["out", "in"]
    assert both["messages"][1] == told["message"]
    assert place.json("messages", "Spring", "3") == {"messages": []}


def conversation_states(place):
    place.write("q.json", '[{"id": "support", "text": "With us?", "answers": ["Yes", "No"]}]')
    place.campaign("Spring", "--questions=q.json", contacts=SIX)

    def changed(*args):
        told = place.json(*args)
        members(told, "conversation")
        return conversation(told["conversation"])

    assert changed("close", "Spring", "1")["status"] == "closed"
    assert changed("close", "Spring", "1")["status"] == "closed"
    assert changed("reopen", "Spring", "1")["status"] == "not_started"
    assert changed("answer", "Spring", "1", "support", "Yes")["id"] == 1
    assert changed("answer", "Spring", "1", "support")["id"] == 1
    place.refuse("invalid", "answer", "Spring", "1", "support", "Maybe")
    place.refuse("not-found", "answer", "Spring", "1", "money", "Yes")
    place.json("message", "Spring", "3", "please stop this", "--direction=in")
    (marked,) = place.json("conversations", "Spring", "--flag=marked")["conversations"]
    assert marked["id"] == 3 and marked["marked"] is True
    assert changed("opt-out", "Spring", "3", "--no")["marked"] is False
    place.refuse("wrong-state", "opt-out", "Spring", "3", "--no")
    told = changed("opt-out", "Spring", "3")
    assert told["opted_out"] and told["status"] == "closed"
    place.json("message", "Spring", "3", "hello?", "--direction=in")
    (late,) = place.json("conversations", "Spring", "--flag=wrote_after_opt_out")["conversations"]
    assert late["id"] == 3 and late["wrote_after_opt_out"] is True


def check_and_backup(place):
    place.campaign(contacts=SIX)
    assert place.json("check") == {"ok": True, "problems": []}
    assert place.json("check", "--repair") == {"ok": True, "problems": []}
    told = place.json("backup", place.path("b.db"))
    assert told == {"file": place.path("b.db"), "bytes": os.path.getsize(place.path("b.db"))}, told
    assert place.json("overview", "Spring", "--database", place.path("b.db"))["total"] == 6


def a_lost_sender_is_told(place):
    place.campaign()
    with sqlite3.connect(place.database) as database:
        database.execute("DELETE FROM user WHERE email = 'bo@example.org'")
    database.close()
    told = place.run("check", "--json").json()
    assert told["ok"] is False and len(told["problems"]) == 1, told
    assert place.json("check", "--repair") == {"ok": True, "problems": []}
    assert place.json("campaign", "show", "Spring")["campaign"]["senders"] == 2


def a_problem_is_told(place):
    place.campaign(contacts=SIX)
    with sqlite3.connect(place.database) as database:
        database.execute("UPDATE counter SET n = n + 1 WHERE n > 0")
    database.close()
    wrong = place.run("check", "--json")
    told = wrong.json()
    members(told, "ok", "problems")
    assert wrong.code == 1 and told["ok"] is False and told["problems"], wrong
    assert all(isinstance(problem, str) for problem in told["problems"])
    assert re.fullmatch(r"reassignctl: .*\n", wrong.err), wrong
    plain = place.run("check")
    assert plain.code == 1 and plain.out.splitlines() == told["problems"], plain
    assert place.json("check", "--repair") == {"ok": True, "problems": []}
    assert place.json("check") == {"ok": True, "problems": []}


main([init, init_names_the_user_of_the_system, campaign_list, campaign_defaults, campaign_values,
      campaign_set_clears, campaign_remove, demo_and_simulate, overview, senders,
      progress_has_four_decimals, conversations, reassign, self_assign, history, sender_remove,
      sender_remove_of_one_who_holds_nothing, trail, undo, contacts_import,
      only_a_thousand_bad_rows_are_told, contacts_export, campaign_export_and_import,
      sender_add_and_import, users, heartbeat, messages, conversation_states, check_and_backup,
      a_problem_is_told, a_lost_sender_is_told])
