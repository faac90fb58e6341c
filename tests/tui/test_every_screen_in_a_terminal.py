"""One walk through all kinds of screens in a real terminal: where the cursor stands, which bytes are sent."""

import re
import sys

import pytest

from tests.support.person import GOOD, but
from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux's pseudo-terminals")

F1, F2, F4, F7 = "\x1bOP", "\x1bOQ", "\x1bOS", "\x1b[18~"
UP, DOWN, RIGHT, END = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[F"
CTRL_Q = "\x11"
WALK = [
    # keys, where they lead, what stands in the line of the cursor then, and what else has to be there
    ("", "the list", "Rejected"),
    (DOWN, "the next profile", "Borse AG"),
    (F1, "the words of the help", "Find a command or a key", "Leave the program"),
    (DOWN, "a command of the help", "Start a new profile"),
    ("quit", "the words again", "quit"),
    (F7, "the list again", "Borse AG"),
    ("\x1b", "the menu", "Press a letter"),
    (F7, "the list again", "Borse AG"),
    ("/", "the line to find by", "Find:"),
    ("zur", "what is typed", ":  zur"),
    (DOWN, "what is found", "Borse AG"),
    ("\r", "a field", "Industry"),
    (F4, "the words of a chooser", "Technology"),
    (DOWN, "its next choice", "Telecommunications"),
    (F7, "the field again", "Industry"),
    (f"{F2}addr", "the words of the steps", " addr "),
    (DOWN, "a step", "2 Business address"),
    ("\r", "a field of that step", "Country"),
    ("\x1ba", "the words of the cards", "Find"),
    (DOWN, "a card", "Enter a new address"),
    (UP, "the card before", "548 Market St"),
    (F7, "a field", "Country"),
    ("\x1bgweb", "the words to find a field by", " web "),
    ("\r", "the field that was found", "Website"),
    ("\x1bx", "the copy sheet", "Legal business name"),
    (DOWN, "its next line", "Profile name"),
    (F7, "the field again", "Website"),
    ("\x1bt", "the history", "Created"),
    (F7, "the field again", "Website"),
    ("\x1br", "the review", "Street address"),
    (f"{END}\r", "the safe button of a dialog", "[ Go back ]"),
    (RIGHT, "the other button", "[ Submit for Review ]"),
    (F7, "the line of the review again", "Submit for Review"),
    ("\x1bi", "a name to type over", ".db "),
    (F7, "the line of the review again", "Submit for Review"),
    ("\x1bd", "the list again", "Borse AG"),
    (f"{UP}\r", "a reason of a rejection", "The address could not be verified"),
    (DOWN, "what can be done", "Check all answers"),
    ("y18602", "a text to explain", " 18602 "),
    (F7, "what can be done", "Check all answers"),
]


@pytest.fixture
def profiles(desk):
    """A draft to walk through, a good one, a rejected one, and a saved address."""
    desk.profile(but(STREET="PO Box 12", FRIENDLY_NAME="Rejected"), decided=True)
    desk.clock.forward(60)
    desk.profile(GOOD)
    desk.clock.forward(60)
    desk.profile(but(STREET="PO Box 12", FRIENDLY_NAME="Zürich Börse AG"), Place(3, paths.INDUSTRY))
    desk.store.addresses.save({path: GOOD[path] for path in paths.ADDRESS_PARTS})
    desk.store.close()


def walked(terminal):
    for keys, where, text, *beside in WALK:
        terminal.send(keys)
        for listed in beside:
            terminal.shows(listed)
        terminal.until(lambda text=text: text in line_of_the_cursor(terminal), f"the cursor on {where}")
    assert terminal.cursor_shown
    terminal.send(CTRL_Q)
    assert terminal.ended() == 0


def line_of_the_cursor(terminal):
    _, row = terminal.caret
    lines = terminal.screen.splitlines()
    return lines[row].translate({0xFC: "u", 0xF6: "o"}) if row < len(lines) else ""


def test_without_colours_the_cursor_follows_everywhere_and_no_colour_is_sent(desk, profiles, terminals):
    with terminals(desk.file, NO_COLOR="1") as terminal:
        walked(terminal)
        codes = re.findall(rb"\x1b\[([\d;:]*)m", terminal.written)
        colours = [one for one in codes if any(int(number or 0) >= 30 for number in re.split(b"[;:]", one))]
        assert codes
        assert colours == []


def test_in_a_locale_without_utf_8_the_same_walk_sends_ascii_alone(desk, profiles, terminals):
    with terminals(desk.file, LC_ALL="en_US.ISO-8859-1") as terminal:
        walked(terminal)
        assert terminal.written.isascii()
