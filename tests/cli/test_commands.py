# SPDX-License-Identifier: GPL-3.0-or-later
"""What the words of commands mean: names, times, filters, requests, and each code of an error."""

from harness import OWNER, SIX, main


def ids(told):
    return [row["id"] for row in told["conversations"]]


def campaigns_by_number_and_title(place):
    place.campaign("Spring")
    place.campaign("2", senders=())
    place.campaign("Spring", senders=())
    place.campaign(" Fall ", senders=())
    assert place.json("campaign", "show", "2")["campaign"]["title"] == "2"
    assert place.json("campaign", "show", "1")["campaign"]["title"] == "Spring"
    place.refuse("ambiguous", "campaign", "show", "Spring")
    for name in ("spring", "Sprin", "0", "5", "99999999999999999999", "", "Fall", "1 "):
        place.refuse("not-found", "campaign", "show", name)
    assert place.json("campaign", "show", " Fall ")["campaign"]["id"] == 4


def local_times(place):
    place.campaign("Spring", "--time-zone=Europe/Berlin", contacts=SIX)
    for text, at in (("2026-03-01T14:00", "2026-03-01T13:00:00Z"),
                     ("2026-07-01 14:00:30", "2026-07-01T12:00:30Z"),
                     ("2026-07-01T14:00:30.9Z", "2026-07-01T14:00:30Z"),
                     ("2026-07-01T14:00-04:00", "2026-07-01T18:00:00Z"),
                     ("2026-07-02", "2026-07-01T22:00:00Z")):
        told = place.json("message", "Spring", "3", "Hi", "--direction=in", f"--at={text}")
        assert told["message"]["at"] == at, (text, told)
    # The new zone is the one that the times of the same command are in.
    told = place.json("campaign", "set", "Spring", "--window-start=2026-07-01T09:00",
                      "--time-zone=Asia/Tokyo")
    assert told["campaign"]["window_start"] == "2026-07-01T00:00:00Z", told
    told = place.json("campaign", "set", "Spring", "--window-end=2026-07-01T10:00")
    assert told["campaign"]["window_end"] == "2026-07-01T01:00:00Z", told
    place.refuse("invalid", "campaign", "set", "Spring", "--window-end=2026-07-01T08:00")
    place.refuse("invalid", "campaign", "set", "Spring", "--time-zone=Mars/Olympus")
    told = place.json("campaign", "show", "Spring")["campaign"]
    assert told["window_end"] == "2026-07-01T01:00:00Z" and told["time_zone"] == "Asia/Tokyo"


def filters(place):
    place.write("q.json", '[{"id": "q", "text": "?", "answers": ["Yes"]}]')
    place.campaign("Spring", "--questions=q.json", contacts=SIX + [
        ("+12025550107", "Zoë", "Ångström", "cy@example.org", "needs_reply", "",
         "2026-03-01T11:00:00Z")])
    place.json("heartbeat", "--user=cy@example.org")

    def listed(*words):
        return ids(place.json("conversations", "Spring", *words))

    everything = [1, 2, 3, 4, 5, 6, 7]
    assert listed() == listed("--from=any", "--status=any", "--search=") == everything
    assert listed("--from=unassigned") == [4, 6]
    assert listed("--from=ann@example.org,BO@example.org") == [1, 2, 3, 5]
    assert listed("--from", "bo@example.org, cy@example.org") == [3, 5, 7]
    assert listed("--from=online") == [7]
    assert listed("--from=offline") == listed("--from=offline:100000") == [1, 2, 3, 5]
    for status, expected in (("not_started", [1, 3, 4]), ("needs_reply", [2, 7]),
                             ("replied", [5]), ("messaged", []), ("closed", [6])):
        assert listed(f"--status={status}") == expected, status
    assert listed("--search=zoe angstrom") == [7]
    assert listed("--search=ANG 0107") == [7]
    assert listed("--search=5550") == everything
    assert listed("--search=nobody") == []
    assert listed("--waiting=0") == listed("--waiting=5") == [2, 7]
    assert listed("--waiting=2147483647") == []
    assert listed("--flag=opted_out") == [6]
    assert listed("--flag=survey_open") == [2, 5, 7]
    assert listed("--flag=marked") == listed("--flag=wrote_after_opt_out") == []
    assert listed("--conversations=7,2,2") == [2, 7]
    assert listed("--conversations=7,2", "--from=ann@example.org") == [2]
    assert listed("--sort=waiting") == [7, 2, 1, 3, 4, 5, 6]
    assert listed("--sort=name") == [1, 2, 3, 4, 5, 6, 7]
    place.json("reassign", "Spring", "--conversations=4", "--to=ann@example.org")
    assert listed("--unmoved=5") == [1, 2, 3, 5, 6, 7]
    for words in (["--from=nobody@example.org"], ["--from=" + OWNER], ["--conversations=99"],
                  ["--conversations=1,99"]):
        place.refuse("not-found", "conversations", "Spring", *words)
        place.refuse("not-found", "reassign", "Spring", "--to=others", *words)


def pages(place):
    place.campaign(contacts=[(f"+120255501{n:02d}", f"N{n % 7}", "") for n in range(100)]
                   + [(f"+120255502{n:02d}",) for n in range(51)])
    assert len(ids(place.json("conversations", "Spring"))) == 100
    for sort in ("id", "name", "waiting"):
        whole = ids(place.json("conversations", "Spring", f"--sort={sort}", "--limit=5000"))
        assert sorted(whole) == list(range(1, 152))
        seen, after = [], []
        while True:
            told = place.json("conversations", "Spring", f"--sort={sort}", "--limit=40", *after)
            seen += ids(told)
            if told["next"] is None:
                break
            after = ["--after=" + told["next"]]
        assert seen == whole, sort
        token = place.json("conversations", "Spring", f"--sort={sort}", "--limit=5")["next"]
        place.refuse("invalid", "conversations", "Spring", "--status=closed", f"--sort={sort}",
                     f"--after={token}")
        place.refuse("invalid", "conversations", "Spring", "--after=" + token,
                     "--sort=" + ("name" if sort != "name" else "id"))
        place.refuse("invalid", "conversations", "Spring", f"--sort={sort}", "--after=x" + token)
    place.refuse("invalid", "conversations", "Spring", "--after=x")


def requests(place):
    place.campaign(contacts=SIX)
    place.refuse("too-few", "reassign", "Spring", "--from=unassigned", "--number=3",
                 "--to=others", says="Only 2 conversations match; 3 were asked for.")
    place.refuse("nobody", "reassign", "Spring", "--to=online", says="Nobody is online.")
    place.refuse("nobody", "reassign", "Spring", "--from=offline:10", "--to=online",
                 "--divide=level", says="Nobody is online.")
    place.refuse("nobody", "reassign", "Spring", "--to=others",
                 "--from=ann@example.org,bo@example.org,cy@example.org",
                 says="There is no other sender.")
    place.refuse("not-found", "reassign", "Spring", "--to=nobody@example.org")
    place.refuse("not-found", "reassign", "Spring", "--to=" + OWNER)
    for preview in ([], ["--preview"]):
        place.refuse("changed", "reassign", "Spring", "--from=unassigned", "--to=others",
                     "--expect=3", *preview)
    assert place.json("history", "Spring") == {"moves": []}
    told = place.json("reassign", "Spring", "--from=unassigned", "--to=others", "--expect=2",
                      "--preview")
    assert told["moved"] == 2 and told["preview"]
    told = place.json("reassign", "Spring", "--from=unassigned", "--to=others", "--expect=2")
    assert told["moved"] == 2 and told["move"] == 1
    told = place.json("reassign", "Spring", "--from=unassigned", "--to=others", "--expect=0")
    assert told["moved"] == 0 and told["move"] is None
    place.json("campaign", "set", "Spring", "--state=archived")
    place.refuse("wrong-state", "reassign", "Spring", "--to=others")
    place.refuse("wrong-state", "undo", "Spring", "1")


def unknown_numbers(place):
    place.campaign(contacts=SIX)
    place.refuse("not-found", "undo", "Spring", "1")
    for words in (["trail"], ["messages"], ["close"], ["reopen"], ["opt-out"], ["opt-out", "--no"]):
        place.refuse("not-found", words[0], "Spring", "7", *words[1:])
    place.refuse("not-found", "message", "Spring", "7", "Hi", "--direction=in")
    place.refuse("not-found", "message", "Spring", "7", "Hi", "--direction=out")
    place.refuse("not-found", "answer", "Spring", "7", "q", "Yes")
    place.refuse("not-found", "sender", "remove", "Spring", "nobody@example.org")
    place.refuse("not-found", "user", "set", "nobody@example.org")


def conversations_of_another_campaign(place):
    place.campaign("Spring", contacts=SIX)
    place.campaign("Fall", senders=("ann",), contacts=SIX[3:4])
    assert ids(place.json("conversations", "Fall")) == [7]
    place.refuse("not-found", "messages", "Spring", "7")
    place.refuse("not-found", "trail", "Fall", "1")
    place.refuse("not-found", "reassign", "Fall", "--conversations=1", "--to=ann@example.org")
    place.json("reassign", "Fall", "--to=ann@example.org")
    place.refuse("not-found", "undo", "Spring", "1")


def numbers_are_not_grouped(place):
    place.write("many.csv", "phone\n" + "".join(f"+1{n}\n" for n in range(2010000000, 2010001234)))
    place.campaign()
    text = place.text("contacts", "import", "Spring", "many.csv")
    assert "1234 contacts" in text, text
    place.refuse("too-few", "reassign", "Spring", "--to=others", "--number=1234567",
                 says="Only 1234 conversations match; 1234567 were asked for.")


def one_line_whatever_is_in_it(place):
    place.campaign()
    answer = place.run("campaign", "show", "two\nlines\033[31m")
    assert answer.code == 1 and answer.err.count("\n") == 1 and "\033" not in answer.err, answer
    place.json("campaign", "create", "two\nlines\033[31m")
    text = place.text("campaign", "list")
    assert text.count("\n") == 3 and "\033" not in text, text
    assert place.json("campaign", "list")["campaigns"][1]["title"] == "two\nlines\033[31m"


def tables_for_people(place):
    place.campaign(contacts=SIX + [("+12025550107", "太郎", "山田", "ann@example.org"),
                                   ("+12025550108", "Zoe\u0308", "Long-Name", "bo@example.org")])
    lines = place.text("conversations", "Spring").splitlines()
    assert len(lines) == 9 and not any(line != line.rstrip() for line in lines), lines
    assert lines[1].split("  ")[0].strip() == "1"
    for words in (["senders", "Spring"], ["overview", "Spring"], ["campaign", "list"],
                  ["campaign", "show", "Spring"], ["user", "list"], ["history", "Spring"],
                  ["trail", "Spring", "1"], ["messages", "Spring", "1"],
                  ["reassign", "Spring", "--to=others"], ["history", "Spring"],
                  ["undo", "Spring", "1"], ["close", "Spring", "1"], ["reopen", "Spring", "1"],
                  ["message", "Spring", "1", "Hi", "--direction=in"], ["messages", "Spring", "1"],
                  ["opt-out", "Spring", "1"], ["heartbeat", "--user=ann@example.org"],
                  ["sender", "remove", "Spring", "bo@example.org", "--to=others"], ["check"]):
        text = place.text(*words)
        assert text.endswith("\n") and "{" not in text, (words, text)
        assert not any(line != line.rstrip() for line in text.splitlines()), (words, text)


def sending_by_the_rules(place):
    place.campaign("Spring", "--message=Hi %FirstName%", contacts=SIX)
    place.refuse("not-permitted", "message", "Spring", "3", "Hi", "--direction=out",
                 "--user=ann@example.org", says="bo@example.org")
    place.refuse("wrong-state", "message", "Spring", "6", "Hi", "--direction=out")
    place.refuse("invalid", "message", "Spring", "1", "Hi %Nobody%", "--direction=out")
    place.refuse("invalid", "message", "Spring", "1", "", "--direction=out")
    place.refuse("invalid", "message", "Spring", "1", "x" * 1531, "--direction=out")
    place.json("message", "Spring", "1", "x" * 1530, "--direction=out")
    place.json("campaign", "set", "Spring", "--hours=09:00-21:00")
    place.refuse("wrong-state", "message", "Spring", "3", "Hi", "--direction=out",
                 "--at=2026-03-02T08:59")
    place.json("message", "Spring", "3", "Hi", "--direction=out", "--at=2026-03-02T09:00")
    place.refuse("wrong-state", "message", "Spring", "3", "Hi", "--direction=out",
                 "--at=2026-03-02T21:00")


main([campaigns_by_number_and_title, local_times, filters, pages, requests, unknown_numbers,
      conversations_of_another_campaign, numbers_are_not_grouped, one_line_whatever_is_in_it,
      tables_for_people, sending_by_the_rules])
