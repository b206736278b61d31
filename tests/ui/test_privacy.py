# SPDX-License-Identifier: GPL-3.0-or-later
"""With all of GLib's messages turned on the window tells no log of a contact: no number, no
name, no text. Nor do its arguments, which everybody on the machine can read."""

import os

import desk
from desk import key, wait

TEXT = "Xylophone lessons on Qtuesday"
SECRETS = ("Xylophone", "Qtuesday", "Zebulonia", "Quennell", "5550177", "555-0177")


def nothing_is_logged(it):
    it.spring()
    path = it.folder / "more.csv"
    path.write_text("phone,first name,last name,sender\n"
                    "+12025550177,Zebulonia,Quennell,ann@example.org\n", encoding="utf-8")
    it.ctl("contacts", "import", "Spring", path)
    one = it.ctl("conversations", "Spring", "--search=Quennell")["conversations"][0]["id"]
    it.ctl("campaign", "set", "Spring", "--message=Hi %FirstName%, " + TEXT)
    it.ctl("message", "Spring", one, "--direction=in", TEXT)

    log = open(it.folder / "log", "wb")

    def into_log():
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)

    process = it.start(preexec_fn=into_log, G_MESSAGES_DEBUG="all")
    window = it.window()
    # What is theirs is on screen: in the list, and in the preview of the message.
    window.row("Zebulonia Quennell, ")
    it.ctl("message", "Spring", one, "--direction=in", "no more " + TEXT + ", please stop")
    it.ctl("reassign", "Spring", "--to=bo@example.org")
    key("F10")
    window.find("menu item", "Campaign Properties").press()
    dialog = it.window("Campaign Properties")
    message = dialog.find("text", "Initial message")
    wait("the preview", lambda: any(TEXT in text for text in dialog.texts()))
    message.type(TEXT + " %Quennell%")
    # It is refused, and that is said in the window alone.
    dialog.says("There is no variable %Quennell%; a percent sign is written %%.")
    dialog.find("push button", "Save").press()
    wait("the refusal", lambda: message.description != "")

    arguments = open(f"/proc/{process.pid}/cmdline", "rb").read().decode()
    desk.end_process(process)
    log.close()
    told = (it.folder / "log").read_text(encoding="utf-8", errors="replace")
    assert "GLib" in told or "DEBUG" in told, f"all messages are on: {told[:200]!r}"
    for secret in SECRETS:
        assert secret not in told, [line for line in told.splitlines() if secret in line]
        assert secret not in arguments, arguments
    it.processes.remove(process)


desk.main(nothing_is_logged)
