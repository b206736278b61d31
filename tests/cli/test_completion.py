# SPDX-License-Identifier: GPL-3.0-or-later
"""The completion of bash, in a real bash at a terminal: what a Tab makes of the line."""

import os
import pty
import select
import time

from harness import TOP, main

LIBRARY = "/usr/share/bash-completion/bash_completion"
TITLE = "Fall \"26\" it's"


class Shell:
    """A bash to type at. Control-G shows what stands on its line, Control-U clears it."""

    def __init__(self, place):
        environment = {**place.environment(), "PS1": "", "TERM": "dumb", "HISTFILE": "/dev/null",
                       "PATH": os.path.dirname(os.path.abspath(place.program)) + ":"
                               + os.environ["PATH"]}
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            os.chdir(place.folder)
            os.execvpe("bash", ["bash", "--norc", "-i"], environment)
        self.type("bind 'set bell-style none'; bind 'set enable-bracketed-paste off'; "
                  "bind 'set show-all-if-ambiguous on'; bind 'set page-completions off'; "
                  "bind 'set completion-query-items 0'; "
                  "bind -x '\"\\C-g\": echo \"[${READLINE_LINE}]\"'; stty -echo; "
                  f". {LIBRARY}; . {TOP}/data/completions/reassignctl; echo RE\"\"ADY\n")
        self.until("READY")

    def type(self, text):
        os.write(self.terminal, text.encode("utf-8"))

    def until(self, mark):
        seen = ""
        end = time.monotonic() + 20
        while mark not in seen:
            assert time.monotonic() < end, (mark, seen)
            if select.select([self.terminal], [], [], 0.5)[0]:
                seen += os.read(self.terminal, 65536).decode("utf-8", "replace")
        return seen

    def complete(self, line):
        """What the line is after a Tab, and what was listed below it."""
        self.type(line + "\t\x07")
        seen = self.until("]")
        while seen.count("[") == 0:
            seen += self.until("]")
        self.type("\x15")
        listed, _, rest = seen.replace("\r", "").rpartition("[")
        return rest.partition("]")[0], listed.split()

    def end(self):
        self.type("\x15exit\n")
        os.waitpid(self.child, 0)
        os.close(self.terminal)


def completion(place):
    if not os.path.exists(LIBRARY):
        return "bash-completion is not installed"
    place.campaign("Spring", senders=("ann", "bo"))
    place.campaign(TITLE, senders=("cy",))
    shell = Shell(place)
    for line, expected in (
            ("over", "overview "),
            ("campaign sh", "campaign show "),
            ("camp", "campaign "),
            ("--json sender rem", "--json sender remove "),
            ("--database=r.db overview S", "--database=r.db overview Spring "),
            ("overview S", "overview Spring "),
            ("overview F", "overview Fall\\ \\\"26\\\"\\ it\\'s "),
            ("overview \"F", "overview \"Fall \\\"26\\\" it's\" "),
            ("overview 'F", "overview 'Fall \"26\" it'\\''s' "),
            ("reassign Spring --fr", "reassign Spring --from="),
            ("reassign Spring --prev", "reassign Spring --preview "),
            ("reassign Spring --from=un", "reassign Spring --from=unassigned "),
            ("reassign Spring --from un", "reassign Spring --from unassigned "),
            ("reassign Spring --to=b", "reassign Spring --to=bo@example.org "),
            ("reassign Spring --to=bo@e", "reassign Spring --to=bo@example.org "),
            ("reassign Spring --to=ann@example.org,b",
             "reassign Spring --to=ann@example.org,bo@example.org "),
            ("reassign 'Fall \"26\" it'\\''s' --to=c",
             "reassign 'Fall \"26\" it'\\''s' --to=cy@example.org "),
            ("reassign Spring --status=need", "reassign Spring --status=needs_reply "),
            ("reassign Spring --divide l", "reassign Spring --divide level "),
            ("conversations Spring --flag=o", "conversations Spring --flag=opted_out "),
            ("sender remove Spring b", "sender remove Spring bo@example.org "),
            ("sender remove Spring c", "sender remove Spring c"),
            ("sender add Spring c", "sender add Spring cy@example.org "),
            ("user set ow", "user set owner@example.org "),
            ("--user b", "--user bo@example.org "),
            ("backup r.", "backup r.db"),
            ("contacts import Spring r.", "contacts import Spring r.db"),
            ("campaign create Spr", "campaign create Spr"),
            ("overview $(touch${IFS}ouch) --js", "overview $(touch${IFS}ouch) --json "),
            ("reassign $(touch${IFS}ouch) --to=un", "reassign $(touch${IFS}ouch) --to=unassigned ")):
        line_then, listed = shell.complete("reassignctl " + line)
        got = line_then.removeprefix("reassignctl ")
        assert got == expected or (got.rstrip() == expected and line.endswith("r.")), (
            line, got, expected, listed)
    # What stands on the line is not run by completing it.
    assert not os.path.exists(place.path("ouch"))

    for line, expected in (
            ("campaign ", {"create", "export", "import", "list", "remove", "set", "show"}),
            ("re", {"reassign", "reopen"}),
            ("reassign Spring --from=off", {"offline", "offline:"}),
            ("heartbeat --", {"--database=", "--user=", "--json", "--quiet", "--help", "--version",
                              "--end"})):
        _, listed = shell.complete("reassignctl " + line)
        assert set(listed) - {"reassignctl", *line.split()} >= expected - set(line.split()), (
            line, listed)
    shell.end()
    return None


main([completion])
