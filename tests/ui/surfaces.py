# SPDX-License-Identifier: GPL-3.0-or-later
"""Every surface of the program, and the way to it by the keyboard.

A surface is opened by its function, which is given the desk and the window, and
returns what came on screen; close() leads back. A template of src/ui that no
surface names is a surface nobody looks at: test_lint.py finds it.
"""

import pathlib

import desk
from desk import wait

SOURCES = pathlib.Path(__file__).resolve().parents[2] / "src" / "ui"


class Surface:
    """@templates are the .ui files that can be seen on it, @opener has the focus back
    afterwards; one that @stays is not left, and in a @menu it is the arrows that move. What is @theirs was made by GTK or
    libadwaita: only the way there and back is ours."""

    def __init__(self, open_it, *templates, opener=None, stays=False, menu=False,
                 theirs=False):
        self.name = open_it.__name__
        self.open_it = open_it
        self.templates = templates
        self.opener = opener
        self.stays = stays
        self.menu = menu
        self.theirs = theirs

    def __repr__(self):
        return self.name


def only_window(it):
    return len(list(it.windows())) == 1


def close(it, window):
    """Escape leads back from anything but the window itself."""
    for _ in range(2):
        desk.key("Escape")
    wait("the way back", lambda: only_window(it))


def press(window, **what):
    """By the keyboard: of a menu button the part inside has the focus."""
    def find():
        return [it for it in window.all(**what) if it.has("FOCUSABLE") and it.has("SENSITIVE")]

    thing = wait(f"a button {what}", find)[-1]
    window.reach(thing)
    desk.key("space")


def conversations(it, window):
    window.turn_to("Conversations")
    window.find("table row", starts="Contact Nr01, ")
    return window


def senders(it, window):
    window.turn_to("Senders")
    window.row("Ann Lee, ")
    return window


def start_page(it, window):
    window.says("No Campaign Yet")
    return window


def menu(window, name, item):
    press(window, starts=name)
    window.find("menu item", item)
    return window


def main_menu(it, window):
    desk.key("F10")
    window.find("menu item", "Keyboard Shortcuts")
    return window


def bulk_menu(it, window):
    conversations(it, window)
    return menu(window, "Bulk Reassign", "Bulk Unassign All…")


def order_of_conversations(it, window):
    conversations(it, window)
    return menu(window, "Sort conversations", "Longest Wait First")


def order_of_senders(it, window):
    senders(it, window)
    return menu(window, "Sorted by ", "Progress")


def menu_of_a_sender(it, window):
    row = senders(it, window).row("Bo Lee, ")
    row.find("push button", starts="Reassign, ").press()
    row.find("menu item", "Show Conversations")
    return row


def campaigns(it, window):
    press(window, starts="Campaign: Spring")
    window.find("entry", "Search campaigns")
    return window


def bulk_dialog(it, window, item):
    bulk_menu(it, window).find("menu item", item + "…").press()
    dialog = it.window(item)
    dialog.row("Ann Lee, ")
    return dialog


def bulk_unassign_all(it, window):
    return bulk_dialog(it, window, "Bulk Unassign All")


def bulk_reassign_some(it, window):
    return bulk_dialog(it, window, "Bulk Reassign Some")


def bulk_reassign_all(it, window):
    return bulk_dialog(it, window, "Bulk Reassign All")


def reassign_all_of_a_sender(it, window):
    menu_of_a_sender(it, window).find("menu item", "Reassign All…").press()
    dialog = it.window("Reassign All")
    dialog.row("Cy Lee, ")
    return dialog


def new_window(it, open_it):
    before = len(list(it.windows()))
    open_it()
    return wait("another window", lambda: len(list(it.windows())) > before and next(
        other for other in it.windows() if other.has("ACTIVE")))


def shortcuts(it, window):
    return new_window(it, lambda: desk.key("<Control>question"))


def preferences(it, window):
    desk.key("<Control>comma")
    return it.window("Preferences")


def about(it, window):
    return new_window(
        it, lambda: main_menu(it, window).find("menu item", "About Reassign").press())


def history(it, window):
    main_menu(it, window).find("menu item", "History").press()
    window.find("push button", "Back")
    return window


def sweep(it, window):
    main_menu(it, window).find("menu item", "Sweep").press()
    window.find("push button", "Back")
    return window


def gateway(it, window):
    main_menu(it, window).find("menu item", "Gateway").press()
    window.find("text", "Send URL")
    return window


def help_pages(it, window):
    return new_window(it, lambda: desk.key("F1"))


def properties(it, window):
    return new_window(
        it, lambda: main_menu(it, window).find("menu item", "Campaign Properties").press())


def open_cards(it, window):
    """A question and a canned reply at once: each in its list may be open."""
    dialog = properties(it, window)
    for card, part in (("Are they with us?", "Add Answer"),
                       ("Where to vote", "Text of the canned reply")):
        press(dialog, name=card)
        dialog.find(name=part)
    return dialog


def new_campaign(it, window):
    campaigns(it, window).find("push button", "New Campaign…").press()
    return it.window("New Campaign")


def add_senders(it, window):
    press(senders(it, window), starts="Add Senders")
    return it.window("Add Senders")


def trail(it, window):
    row = conversations(it, window).row("Contact Nr01, ")
    window.reach(row)
    desk.key("<Shift>F10")
    return new_window(it, lambda: window.find("menu item", "Show Trail").press())


SURFACES = (
    Surface(conversations, "rea-window", "rea-pages", "rea-campaign-view", "rea-campaign-button",
            "rea-conversations-page", "rea-conversation-filters", "rea-conversations-foot",
            "rea-conversations-table", "rea-overview-strip",
            "rea-tile", "rea-trouble-bar",
            stays=True),
    Surface(senders, "rea-senders-page", "rea-senders-table", stays=True),
    Surface(main_menu, menu=True),
    Surface(bulk_menu, opener="Bulk Reassign", menu=True),
    Surface(order_of_conversations, opener=None, menu=True),
    Surface(order_of_senders, opener=None, menu=True),
    Surface(menu_of_a_sender, menu=True),
    Surface(campaigns, "rea-campaign-picker", menu=True),
    Surface(bulk_unassign_all, "rea-reassign-dialog", "rea-plan-summary", "rea-reassign-table",
            opener="Bulk Reassign"),
    Surface(bulk_reassign_some, "rea-request-pane", "rea-number-row", opener="Bulk Reassign"),
    Surface(bulk_reassign_all, opener="Bulk Reassign"),
    Surface(reassign_all_of_a_sender),
    Surface(properties, "rea-campaign-dialog", "rea-campaign-form", "rea-message-editor",
            "rea-moment-row", "rea-pick-row", "rea-place-row", "rea-replies-editor",
            "rea-survey-editor"),
    Surface(open_cards, "rea-item-card", "rea-question-fields", "rea-reply-fields"),
    Surface(new_campaign, "rea-new-campaign-dialog"),
    Surface(add_senders, "rea-add-senders-dialog", opener="Add Senders…"),
    Surface(history, "rea-history-page", "rea-subpage"),
    Surface(sweep, "rea-sweep-button", "rea-sweep-page", "rea-sweep-row"),
    Surface(gateway, "rea-gateway-page", "rea-gateway-form", "rea-subpage"),
    Surface(help_pages, "rea-help-window"),
    # Its one page has a tab that libadwaita hides.
    Surface(preferences, "rea-preferences", theirs=True),
    Surface(shortcuts, "rea-shortcuts", theirs=True),
    Surface(about, theirs=True),
)

# What is seen without a campaign.
FIRST_START = (Surface(start_page, "rea-start-page", stays=True),)


def messenger(it, window):
    desk.key("<Control>2")
    window.find("list item", starts="Contact Nr01, waiting ")
    window.find("text", "Message")
    return window


def canned_replies(it, window):
    messenger(it, window)
    desk.key("<Control>r")
    window.find("menu item", "Where to vote")
    return window


def menu_of_the_messenger(it, window):
    desk.key("F10")
    window.find("menu item", "Close")
    return window


def left_drafts(it, window):
    press(window, name="1 draft in a conversation that is no longer yours")
    window.find("push button", "Discard")
    return window


def initial_messages_done(it, window):
    desk.key("<Control>1")
    window.says("All Your Initial Messages Are Sent")
    return window


# What a sender has on screen.
MESSENGER = (
    Surface(messenger, "rea-messenger", "rea-messenger-list", "rea-messenger-desk",
            "rea-conversation-pane", "rea-composer", "rea-thread-view", "rea-message-bubble",
            "rea-contact-pane", stays=True),
    Surface(canned_replies, menu=True),
    Surface(menu_of_the_messenger, menu=True),
    Surface(left_drafts, "rea-left-drafts", "rea-left-draft-row",
            opener="1 draft in a conversation that is no longer yours"),
    Surface(initial_messages_done, "rea-messenger-done", stays=True),
)

# What takes more than a key or two to be seen, and the test that does.
SEEN_BY = {
    "rea-add-senders-dialog": "test_senders",
    "rea-campaign-dialog": "test_campaigns",
    "rea-campaign-form": "test_campaigns",
    "rea-draft-bar": "test_campaigns",
    "rea-message-editor": "test_campaigns",
    "rea-messenger": "test_messenger",
    "rea-messenger-filter": "test_admin_messenger",
    "rea-contact-card": "test_admin_messenger",
    "rea-contact-pane": "test_admin_messenger",
    "rea-holder-pane": "test_admin_conversation",
    "rea-survey-pane": "test_admin_conversation",
    "rea-survey-row": "test_admin_conversation",
    "rea-thread-notice": "test_admin_conversation",
    "rea-messenger-list": "test_messenger",
    "rea-thread-view": "test_messenger",
    "rea-refused-bar": "test_messenger",
    "rea-messenger-done": "test_messenger",
    "rea-messenger-desk": "test_messenger",
    "rea-message-bubble": "test_messenger",
    "rea-conversation-pane": "test_messenger",
    "rea-composer": "test_messenger",
    "rea-moment-row": "test_campaigns",
    "rea-new-campaign-dialog": "test_campaigns",
    "rea-pick-list": "test_campaigns",
    "rea-pick-row": "test_campaigns",
    "rea-place-row": "test_campaigns",
    "rea-selection-bar": "test_senders",
    "rea-faulty-table": "test_import",
    "rea-history-row": "test_history",
    "rea-import-column": "test_import",
    "rea-import-dialog": "test_import",
    "rea-move-pane": "test_history",
    "rea-move-table": "test_history",
    "rea-progress-dialog": "test_import",
    "rea-reminder-dialog": "test_pace",
    "rea-progress-pane": "test_import",
    "rea-trail-dialog": "test_history",
    "rea-unknown-row": "test_gateway",
}


def find_unseen():
    """The templates that no surface shows, and no test that is there."""
    named = {name for surface in SURFACES + FIRST_START + MESSENGER
             for name in surface.templates}
    tests = pathlib.Path(__file__).parent
    named |= {name for name, test in SEEN_BY.items() if (tests / f"{test}.py").exists()}
    return sorted({path.stem for path in SOURCES.glob("*.ui")} - named)
