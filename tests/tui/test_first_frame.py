"""The first frame: the list as it stands in the file, before Textual is there, cell by cell as it stays."""

import signal
import sqlite3
import sys
from contextlib import closing, suppress
from datetime import timedelta

import pytest

from tests.support import textual_private
from tests.support.person import GOOD, Clock, Desk
from trusthub_tui.cli.early import understood
from trusthub_tui.cli.wishes import Settings
from trusthub_tui.profile import paths
from trusthub_tui.store.glance import glance
from trusthub_tui.tui import palette
from trusthub_tui.tui.drawing.cell_style import seen
from trusthub_tui.tui.drawing.list_screen import drawn, rows_for
from trusthub_tui.tui.drawing.scroll_bar import thumb
from trusthub_tui.tui.first_frame import Asked, screen_of
from trusthub_tui.tui.look import Look
from trusthub_tui.tui.palette import Depth
from trusthub_tui.tui.terminal.painted import look_of

LIGHT = palette.LIGHT_THEME
DOWN, ENTER, CTRL_Q = "\x1b[B", "\r", "\x11"
in_a_terminal = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs pseudo-terminals")

WITHOUT_TEXTUAL = """
import sys, time
class Textual:
    def find_spec(self, name, *_):
        if name == "textual":
            {instead}
sys.meta_path.insert(0, Textual())
"""


def early(desk, size, look):
    """Return the cells that are painted before Textual is there."""
    width, height = size
    found = glance(desk.file, rows_for(height))
    dark = found.preferences.get("theme") != LIGHT
    rows = drawn(screen_of(found, Asked(desk.file, look, desk.clock(), {})), width, height, look, dark=dark)
    return [[seen(char, style) for text, style in row for char in text] for row in rows]


def live(person):
    """Return the cells of the program."""
    strips = textual_private.painted(person.app.screen)
    return [[seen(char, look_of(style)) for text, style, _ in strip for char in text] for strip in strips]


@pytest.mark.parametrize(
    ("size", "look", "theme", "profiles"),
    [
        ("100x30", Look(), "", 3),
        ("80x24", Look(), LIGHT, 1),
        ("60x20", Look(), "", 40),
        ("200x60", Look(Depth.INDEXED), LIGHT, 1000),
        ("100x30", Look(Depth.SIXTEEN), "", 40),
        ("80x24", Look(Depth.NONE), "", 40),
        ("100x28", Look(Depth.NONE, ascii=True), "", 40),
        ("50x15", Look(ascii=True), "", 3),
    ],
)
async def test_the_live_list_is_cell_by_cell_the_first_frame(crowd, tmp_path, size, look, theme, profiles):
    file = tmp_path / "many.db"
    crowd.fill(file, profiles, versions=2)
    desk = Desk(file, Clock(crowd.START + timedelta(days=2)))
    desk.store.preferences.set("theme", theme)
    columns, rows = map(int, size.split("x"))
    async with desk.at(size, look=look) as person:
        there = live(person)
        assert there == early(desk, (columns, rows), look)
    desk.store.close()
    painted = {cell.style for row in there for cell in row}
    assert "".join(cell.text for cell in there[3]).startswith(f"{look.glyphs.focus} ")
    assert len(painted) >= 4


async def test_names_of_any_script_and_what_can_be_taken_back_are_in_the_first_frame_too(desk):
    for name in (
        "株式会社" * 9,
        "a family 👨‍👩‍👧 here",
        "🇩🇪 Fahne",
        "e\u0301" * 40,
        "x" * 300,
        "\x1b[31mred",
    ):
        desk.profile({**GOOD, paths.FRIENDLY_NAME: name})
    desk.store.profiles.delete(desk.profile())
    async with desk.at("160x40") as person:
        assert "u Undo" in person.lines[-1]
        assert live(person) == early(desk, (160, 40), Look())


@pytest.fixture
def three(desk):
    """A file with three profiles, "One" on top."""
    for name in ("Three", "Two", "One"):
        desk.clock.forward(60)
        desk.profile({**GOOD, paths.FRIENDLY_NAME: name})
    desk.store.close()
    return desk.file


@pytest.mark.parametrize(
    ("size", "total", "window", "position", "shown"),
    [
        (18, 18, 18, 0, ""),
        (18, 17, 18, 0, ""),
        (10, 20, 10, 0, "#####....."),
        (10, 20, 10, 10, ".....#####"),
        (10, 40, 10, 15, "....##...."),
        (10, 100_000, 10, 0, "#........."),
        (10, 100_000, 10, 99_990, ".........#"),
        (0, 20, 10, 0, ""),
    ],
)
def test_the_bar_beside_a_list_says_what_part_is_in_view(size, total, window, position, shown):
    start, end = thumb(size, total, window, position)
    drawn = "".join("#" if start <= cell < end else "." for cell in range(size))
    assert drawn == (shown or "." * size)


@in_a_terminal
def test_the_live_screen_takes_over_without_a_flicker_and_keys_typed_before_are_answered(three, terminals):
    with terminals(three, COLORTERM="truecolor") as terminal:
        terminal.shows("Quit")
        assert b"\x1b[?u" not in terminal.written, "Textual has not begun"
        shown, framed = terminal.screen, len(terminal.written)
        terminal.until(
            lambda: terminal.written.partition(b"\x1b[?u")[2].endswith(b"\x1b[4;1H"), "the live screen"
        )
        taken = terminal.written[framed:]
        assert terminal.screen == shown
        assert len(taken) < 400
        assert b"\x1b[?1049h" not in taken
        assert b"J" not in taken
        terminal.send(DOWN)
        terminal.until(lambda: terminal.caret == (0, 4), "an answer to a key")
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
        assert terminal.restored
    with terminals(three) as terminal:
        terminal.shows("Customer Profiles")
        terminal.send(f"/tw{ENTER}")
        terminal.until(lambda: "Two" in terminal.screen.splitlines()[0], "the profile that was found")
        assert b"/tw" not in terminal.written
    with terminals(three) as terminal:
        terminal.shows("Customer Profiles")
        terminal.send(DOWN + DOWN + ENTER)
        terminal.until(lambda: "Three" in terminal.screen.splitlines()[0], "the third profile")


@in_a_terminal
@pytest.mark.parametrize(
    ("instead", "number", "code"),
    [
        ("time.sleep(60)", signal.SIGTERM, 143),
        ("time.sleep(60)", signal.SIGHUP, 129),
        ("time.sleep(60)", signal.SIGINT, 130),
        ("raise ImportError(name)", 0, 1),
    ],
    ids=["TERM", "HUP", "INT", "a fault"],
)
def test_what_ends_the_program_before_textual_is_there_gives_the_terminal_back(
    three, terminals, tmp_path, instead, number, code
):
    (tmp_path / "sitecustomize.py").write_text(WITHOUT_TEXTUAL.format(instead=instead))
    with terminals(three, PYTHONPATH=str(tmp_path)) as terminal:
        terminal.shows("Quit")
        if number:
            terminal.signal(number)
        assert terminal.ended() == code
        assert terminal.restored


def _damage(file):
    with file.open("r+b") as opened:
        opened.seek(8192)
        opened.write(b"\xff" * 4096)


def _written(statement):
    def write(file):
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            connection.execute(statement)

    return write


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.unlink(),
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(b"Not a database" * 1000),
        _damage,
        _written("PRAGMA user_version = 3"),
        _written("PRAGMA user_version = 99"),
        _written("PRAGMA application_id = 7"),
        _written("UPDATE profile SET status = 'unheard of'"),
    ],
    ids=["missing", "empty", "no database", "damaged", "old", "newer", "foreign", "a strange row"],
)
def test_a_file_that_is_not_as_expected_is_not_shown_and_not_touched(three, spoil):
    assert glance(three, 5).counts.total == 3
    with suppress(FileNotFoundError):
        spoil(three)
    before = three.read_bytes() if three.exists() else None
    assert glance(three, 5) is None
    assert (three.read_bytes() if three.exists() else None) == before


def test_a_file_that_somebody_else_is_changing_is_shown_and_one_that_is_locked_is_not(three):
    with closing(sqlite3.connect(three, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM profile")
        assert glance(three, 5).counts.total == 3
        other.execute("ROLLBACK")
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert glance(three, 5) is None


NO_LIST = [
    ["list"],
    ["--plain"],
    ["--help"],
    ["--db"],
    ["--db="],
    ["--db", ""],
    ["--ascii=1"],
    ["--", "x"],
    ["--review-after", "1e3"],
    ["--review-after"],
    ["--account", "a"],
]
OTHERS = {
    "TRUSTHUB_TUI_PLAIN": "1",
    "TRUSTHUB_TUI_OFFLINE": "perhaps",
    "TRUSTHUB_TUI_REVIEW_AFTER": "-1",
    "TEXTUAL_COLOR_SYSTEM": "standard",
    "_TRUSTHUB_TUI_COMPLETE": "bash_complete",
    "TWILIO_TRUSTHUB_BASE_URL": "http://localhost",
}


@pytest.mark.parametrize(
    ("words", "environment", "said"),
    [
        ([], {}, Settings()),
        (["--db", "a b"], {"TRUSTHUB_TUI_DB": "other"}, Settings("a b", db_given=True)),
        (["--db=x=y", "--ascii"], {}, Settings("x=y", db_given=True, ascii_only=True)),
        (["--offline", "--review-after=5"], {}, Settings(review_after=5.0, offline=True)),
        ([], {"TRUSTHUB_TUI_DB": "z", "TRUSTHUB_TUI_OFFLINE": "On"}, Settings("z", offline=True)),
        ([], {"TRUSTHUB_TUI_REVIEW_AFTER": "60"}, Settings(review_after=60.0)),
        *((words, {}, None) for words in NO_LIST),
        *(([], {name: value}, None) for name, value in OTHERS.items()),
    ],
)
def test_only_words_that_open_the_list_as_it_is_show_it_early(words, environment, said):
    assert understood(words, environment) == said
