# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command and option of the contract is in --help, in the manual page and in the completion."""

import os
import re
import subprocess

from harness import TOP, main

FILTER = ["--from", "--status", "--search", "--waiting", "--unmoved", "--flag", "--conversations"]
VALUES = ["--state", "--window-start", "--window-end", "--time-zone", "--self-assign", "--hours",
          "--country", "--message", "--questions", "--canned-replies"]
NAMES = ["--first-name", "--last-name", "--role"]
COMMON = ["--database", "--user", "--json", "--quiet", "--help", "--version"]

# As the contract's table has them.
COMMANDS = {
    "init": ["--owner"],
    "demo": ["--contacts", "--senders", "--seed"],
    "simulate": ["--minutes", "--speed", "--seed"],
    "campaign list": [],
    "campaign show": [],
    "campaign create": VALUES,
    "campaign set": ["--title"] + VALUES,
    "campaign import": [],
    "campaign export": [],
    "campaign remove": [],
    "contacts import": ["--skip-bad"],
    "contacts export": [],
    "sender add": [],
    "sender import": ["--skip-bad"],
    "sender remove": ["--to"],
    "user add": NAMES,
    "user set": NAMES,
    "user list": [],
    "overview": [],
    "senders": [],
    "conversations": FILTER + ["--limit", "--after", "--sort"],
    "reassign": FILTER + ["--number", "--to", "--divide", "--preview", "--expect"],
    "sweep": ["--waiting", "--unseen", "--unmoved"],
    "history": ["--limit"],
    "trail": [],
    "undo": [],
    "self-assign": [],
    "heartbeat": ["--end"],
    "message": ["--direction", "--at"],
    "messages": [],
    "answer": [],
    "close": [],
    "reopen": [],
    "opt-out": ["--no"],
    "check": ["--repair"],
    "gateway set": ["--send-url", "--login", "--phone", "--listen"],
    "gateway run": [],
    "gateway status": [],
    "backup": [],
}

WORDS = {
    "--from": ["any", "unassigned", "online", "offline", "offline:MINUTES", "EMAIL"],
    "--status": ["any", "not_started", "messaged", "needs_reply", "replied", "closed"],
    "--flag": ["marked", "opted_out", "wrote_after_opt_out", "survey_open"],
    "--to": ["unassigned", "others", "online", "EMAIL"],
    "--divide": ["evenly", "level"],
    "--sort": ["id", "name", "waiting"],
    "--state": ["draft", "active", "paused", "closed", "archived"],
    "--role": ["owner", "admin", "moderator", "sender"],
    "--direction": ["in", "out"],
}


def help_lists_all_commands(place):
    told = place.text("--help")
    listed = re.findall(r"^  ([a-z][a-z-]*(?: [a-z-]+)?)(?: [A-Z\[].*)?(?:  .*)?$", told, re.M)
    assert sorted(listed) == sorted(COMMANDS), set(listed) ^ set(COMMANDS)
    assert re.findall(r"^  (--[a-z-]+)", told, re.M) == COMMON


def help_of_each_command(place):
    for command, options in COMMANDS.items():
        told = place.text(*command.split(), "--help")
        assert told.startswith(f"Usage: reassignctl [OPTION…] {command}"), told
        listed = re.findall(r"^  (--[a-z-]+)", told, re.M)
        assert sorted(listed) == sorted(options + COMMON), (command, listed)
        for option in options:
            (line,) = re.findall(rf"^  {option}\b.*$", told, re.M)
            for word in WORDS.get(option, []):
                assert word in re.findall(r"\w+(?::\w+)?", line), (option, word)


def help_wherever_it_stands(place):
    expected = place.text("reassign", "--help")
    for words in (["--help", "reassign"], ["reassign", "Spring", "--help"],
                  ["reassign", "--help", "--number=x", "--wrong"], ["reassign", "--help", "--quiet"]):
        assert place.text(*words) == expected, words
    group = place.text("campaign", "--help")
    assert all(f"campaign {name} " in group for name in ("list", "set", "import")), group
    assert "reassign" not in group.replace("reassignctl", "")
    assert os.listdir(place.folder) == []


def lines_fit_a_terminal(place):
    for words in [[]] + [command.split() for command in COMMANDS]:
        for line in place.text(*words, "--help").splitlines():
            assert len(line) <= 100, line


def version(place):
    assert re.fullmatch(r"reassignctl \d+\.\d+\.\d+\n", place.text("--version"))


def manual_page(place):
    page = os.path.join(TOP, "data", "reassignctl.1")
    done = subprocess.run(["man", "-l", "--warnings=w", page], capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "200",
                               "MAN_KEEP_FORMATTING": "", "MANPAGER": "cat"})
    assert done.returncode == 0 and done.stderr == "", done.stderr
    text = re.sub(".\b", "", done.stdout).replace("‐", "-").replace("−", "-")
    entries = re.findall(r"^ {7,14}([a-z-]+(?: [a-z-]+)*)", text, re.M)
    for command, options in COMMANDS.items():
        assert any(entry.startswith(command) for entry in entries), command
        for option in options + COMMON:
            assert re.search(rf"(?<![a-z-]){option}(?![a-z-])", text), option
    described = re.findall(r"^ {7,14}(--[a-z-]+)", text, re.M)
    for option in set(sum(COMMANDS.values(), COMMON)) - {"--title", "--owner", "--contacts", "--at",
            "--senders", "--seed", "--minutes", "--speed", "--skip-bad", "--limit", "--after",
            "--sort", "--end", "--direction", "--no", "--repair", *NAMES}:
        assert option in described, option
    for words in WORDS.values():
        for word in words:
            assert re.search(rf"\b{word}\b", text), word
    for code in ("usage", "not-found", "ambiguous", "invalid", "too-few", "nobody", "changed",
                 "not-permitted", "wrong-state", "busy", "corrupt", "too-new", "io"):
        assert re.search(rf"\b{code}\b", text), code


def manual_page_of_the_window(place):
    page = os.path.join(TOP, "data", "reassign.1")
    done = subprocess.run(["man", "-l", "--warnings=w", page], capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "MANPAGER": "cat"})
    assert done.returncode == 0 and done.stderr == "", done.stderr


def completion_knows_the_switches(place):
    switches = {"--json", "--quiet", "--help", "--version"}
    for command in COMMANDS:
        told = place.text(*command.split(), "--help")
        switches |= set(re.findall(r"^  (--[a-z-]+)(?: |$)", told, re.M))
    with open(os.path.join(TOP, "data", "completions", "reassignctl"), encoding="utf-8") as file:
        script = file.read()
    (listed,) = re.findall(r"^_reassignctl_switches='([^']*)'", script, re.M)
    assert set(listed.split()) == switches, set(listed.split()) ^ switches


main([help_lists_all_commands, help_of_each_command, help_wherever_it_stands, lines_fit_a_terminal,
      version, manual_page, manual_page_of_the_window, completion_knows_the_switches])
