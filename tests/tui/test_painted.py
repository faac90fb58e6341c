"""Only cells that change are sent, and the terminal still shows every one of them."""

import pyte
import pytest
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tests.support import textual_private
from trusthub_tui.profile import paths
from trusthub_tui.store.records import Place
from trusthub_tui.tui.terminal.painted import PaintedCells

WIDTH = 40
RED, BLUE = Style.parse("red on black"), Style.parse("blue on black")

CONSOLE = Console(color_system="truecolor", force_terminal=True, width=WIDTH)


def update(*lines: list[Segment]):
    return textual_private.everything([Strip(line).adjust_cell_length(WIDTH, RED) for line in lines])


def sent(painted: PaintedCells, *lines: list[Segment]) -> str:
    return painted.only_changes(update(*lines)).render_segments(CONSOLE)


FRAMES = [
    [[Segment("Legal business name", RED)], [Segment("Northwind", BLUE)]],
    [[Segment("Legal business name", BLUE)], [Segment("Northwind Robotics", BLUE)]],
    [[Segment("家", RED), Segment(" Invalidenstraße", BLUE)], [Segment("e\u0301 Northwind", BLUE)]],
    [[Segment("a family 👨‍👩‍👧 here", RED)], [Segment("Northwind", BLUE)]],
    [[Segment("a family", RED)], [Segment("       Northwind", BLUE)]],
    [[Segment(" ", RED)], [Segment(" ", BLUE)]],
]


def test_after_every_update_the_terminal_shows_what_was_drawn():
    painted, screen = PaintedCells(), pyte.Screen(WIDTH, 2)
    stream = pyte.Stream(screen)
    for frame in FRAMES:
        stream.feed(sent(painted, *frame))
        whole = pyte.Screen(WIDTH, 2)
        pyte.Stream(whole).feed(update(*frame).render_segments(CONSOLE).replace("\n", ""))
        assert screen.display == whole.display


def test_what_is_there_already_is_not_sent_again_unless_it_is_forgotten():
    painted = PaintedCells()
    whole = sent(painted, *FRAMES[0])
    assert "Legal business name" in whole
    assert sent(painted, *FRAMES[0]) == ""
    assert "Northwind" not in sent(painted, *FRAMES[1])[:-40]
    painted.forget()
    assert sent(painted, *FRAMES[0]) == whole


@pytest.mark.parametrize(
    ("keys", "shown", "most"),
    [
        ("\x1bOS", "Esc or F7 keeps", 5000),
        ("\x1bOQ", "Type to find", 15000),
        ("\x1bOP", "Find a command", 15000),
        ("\x1b", "Press a letter", 5000),
        ("\x1b[20~", "Step 4 of 7", 15000),
    ],
    ids=["chooser", "steps", "help", "menu", "next step"],
)
def test_few_bytes_go_over_a_slow_line(desk, terminals, keys, shown, most):
    draft = desk.profile(place=Place(3, paths.INDUSTRY, 0))
    with terminals(desk.file, "resume", draft, COLORTERM="truecolor") as screen:
        screen.shows("Ready")
        before = len(screen.written)
        screen.send(keys)
        screen.shows(shown)
        assert len(screen.written) - before <= most


@pytest.mark.parametrize(
    ("environment", "unwanted"),
    [
        ({"NO_COLOR": "1"}, ["38;", "48;", "39;", "[3", "[4"]),
        ({"TERM": "xterm", "COLORTERM": ""}, ["38;", "48;"]),
    ],
    ids=["no colour", "16 colours"],
)
def test_no_colour_is_sent_that_the_terminal_does_not_want(desk, terminals, environment, unwanted):
    draft = desk.profile(place=Place(3, paths.INDUSTRY, 0))
    with terminals(desk.file, "resume", draft, **environment) as screen:
        screen.shows("Ready")
        codes = {part.split(b"m")[0] for part in screen.written.split(b"\x1b[")[1:] if b"m" in part[:30]}
        styles = [f"[{code.decode()}" for code in codes if set(code) <= set(b"0123456789;")]
        assert styles, "there are bold and reversed texts"
        assert [code for code in styles for bad in unwanted if bad in code] == []
