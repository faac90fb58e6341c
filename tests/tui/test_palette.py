"""Every text can be read and every mark be seen, however many colours the terminal has."""

from itertools import product

from rich.color import Color
from rich.segment import Segment
from rich.style import Style

from tests.support.table import table
from trusthub_tui.tui import palette
from trusthub_tui.tui.glyphs import ASCII, UNICODE
from trusthub_tui.tui.look import Look, look_for
from trusthub_tui.tui.palette import SHADES, Depth
from trusthub_tui.tui.theme import DARK, LIGHT, FewerColours, role_styles

PAPERS = (palette.BACKGROUND, palette.SURFACE, palette.FIELD, palette.FOCUS)
TEXTS = (palette.TEXT, palette.MUTED, palette.ACCENT, palette.GOOD, palette.WARNING, palette.PROBLEM)
COLUMNS = ("dark", "light", "dark_256", "light_256")
CHIPS = (palette.ACCENT, palette.PROBLEM, palette.GOOD)

TEXT_AA, MARK_AA = 4.5, 3.0


def brightness(colour: str | int) -> float:
    shown = Color.from_ansi(colour) if isinstance(colour, int) else Color.parse(colour)
    parts = [part / 255 for part in shown.get_truecolor()]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(ink: str, paper: str, column: str) -> float:
    lights = sorted(brightness(getattr(SHADES[role], column)) for role in (ink, paper))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


@table("column", COLUMNS)
@table(("ink", "paper"), list(product(TEXTS, PAPERS)))
def test_every_text_can_be_read_on_every_paper(ink, paper, column):
    assert contrast(ink, paper, column) >= TEXT_AA


@table("column", COLUMNS)
@table("paper", CHIPS)
def test_the_ink_of_a_chip_can_be_read(paper, column):
    assert contrast(palette.BACKGROUND, paper, column) >= TEXT_AA
    assert contrast(palette.TEXT, palette.CHIP, column) >= TEXT_AA


@table("column", COLUMNS)
@table("paper", [palette.BACKGROUND, palette.SURFACE, palette.FIELD])
def test_the_edge_of_a_field_can_be_seen(paper, column):
    assert contrast(palette.EDGE, paper, column) >= MARK_AA


def drawn(style: Style, depth: Depth) -> Style:
    line = FewerColours(depth).apply([Segment("text", style)], None)
    return line[0].style


@table("theme", [DARK, LIGHT])
@table("role", sorted(role_styles(DARK.name)))
def test_with_256_colours_every_role_has_a_number_of_its_own_table(theme, role):
    shown = drawn(role_styles(theme.name)[role], Depth.INDEXED)
    numbers = {number for shade in SHADES.values() for number in (shade.dark_256, shade.light_256)}
    assert {colour.number for colour in (shown.color, shown.bgcolor) if colour} <= numbers


@table("depth", [Depth.SIXTEEN, Depth.NONE])
@table("role", sorted(role_styles(DARK.name)))
def test_with_few_colours_nothing_has_a_paper_of_its_own(depth, role):
    paper = f"on {DARK.variables['field']}"
    shown = drawn(Style.parse(paper) + role_styles(DARK.name)[role], depth)
    assert shown.bgcolor is None
    assert depth is Depth.SIXTEEN or shown.color is None


@table("depth", [Depth.SIXTEEN, Depth.NONE])
def test_with_few_colours_the_row_in_focus_is_reversed_and_a_field_is_not(depth):
    assert drawn(Style.parse(f"on {DARK.variables['focus']}"), depth).reverse
    assert not drawn(Style.parse(f"on {DARK.variables['field']}"), depth).reverse


@table(
    ("environment", "depth"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, Depth.TRUE),
        ({"TERM": "xterm-256color"}, Depth.INDEXED),
        ({"TERM": "xterm-kitty"}, Depth.INDEXED),
        ({"TERM": "screen.xterm-256color", "COLORTERM": "truecolor", "STY": "1.tty"}, Depth.INDEXED),
        ({"TERM": "tmux-256color", "COLORTERM": "truecolor", "STY": "1.tty", "TMUX": "1"}, Depth.TRUE),
        ({"TERM": "xterm"}, Depth.SIXTEEN),
        ({"TERM": "linux", "COLORTERM": "truecolor"}, Depth.SIXTEEN),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, Depth.NONE),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, Depth.INDEXED),
    ],
)
def test_the_environment_says_how_many_colours_there_are(environment, depth):
    assert look_for(environment).depth is depth


@table(
    ("environment", "ascii_only"),
    [
        ({"LANG": "en_US.UTF-8"}, False),
        ({"LANG": "de_DE.utf8"}, False),
        ({}, False),
        ({"LANG": "en_US.ISO-8859-1"}, True),
        ({"LANG": "C"}, True),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "C"}, True),
        ({"LANG": "C", "LC_ALL": "C.UTF-8"}, False),
        ({"LANG": "ja_JP.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8", "TERM": "linux"}, True),
    ],
)
def test_marks_are_ascii_where_the_terminal_may_not_draw_others(environment, ascii_only):
    assert look_for(environment).ascii is ascii_only
    assert look_for(environment, ascii_only=True).ascii


def test_every_mark_has_one_in_ascii_and_takes_one_cell_otherwise():
    for name in UNICODE.__slots__:
        assert getattr(ASCII, name).isascii()
        assert len(getattr(UNICODE, name)) == 1


def test_fields_stand_in_brackets_where_their_paper_would_not_show():
    assert not Look().brackets
    assert Look(ascii=True).brackets
    assert Look(Depth.SIXTEEN).brackets
    assert Look(Depth.NONE).brackets
