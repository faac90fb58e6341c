"""Draws lines of styled text as SVG: whole cells only, so that it is small and looks the same everywhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

CELL = (12, 24)
"""Width and height of a cell, in pixels."""

_FONT_SIZE = 19.93
"""The size at which common monospaced fonts are as wide as a cell."""

_FONTS = "'DejaVu Sans Mono', Menlo, 'Liberation Mono', monospace"
_MARGIN = 12
_BASELINE = 18
_INK = ColorTriplet(208, 208, 208)
_PAPER = ColorTriplet(0, 0, 0)
"""What a terminal shows where a program asks for no colour of its own."""

_TURN = 2
"""Seconds for which a moving picture shows one screen."""


@dataclass(frozen=True)
class Run:
    """Text of one style on one line."""

    x: int
    """Its first column."""
    y: int
    width: int
    """In cells."""
    text: str
    ink: str
    paper: str
    bold: bool
    underlined: bool


def svg(strips: Iterable[Strip], width: int, height: int) -> str:
    """Return a picture of a screen of so many columns and rows."""
    across, down = _size(width, height)
    return _document("", _screen(strips, across, down), across, down)


def moving(frames: Sequence[Iterable[Strip]], width: int, height: int) -> str:
    """Return a picture that shows screens one after the other, and the first alone where nothing may move.

    The first is never hidden, the others lie upon it, each for its turn; a turn ends a little after the next
    one has begun, so that nothing shines through between them.
    """
    across, down = _size(width, height)
    until = f"{100 / len(frames) + 0.01:.2f}%"
    style = (
        f" @keyframes turn {{ 0% {{ visibility: visible }} {until} {{ visibility: hidden }} }}"
        " @media (prefers-reduced-motion: no-preference)"
        f" {{ .turn {{ animation: turn {len(frames) * _TURN}s step-end infinite }} }}"
    )
    drawn: list[str] = []
    for number, strips in enumerate(frames):
        hidden = f' class="turn" visibility="hidden" style="animation-delay: {number * _TURN}s"'
        drawn += [f"<g{hidden if number else ''}>", *_screen(strips, across, down), "</g>"]
    return _document(style, drawn, across, down)


def _size(width: int, height: int) -> tuple[int, int]:
    return width * CELL[0] + 2 * _MARGIN, height * CELL[1] + 2 * _MARGIN


def _document(style: str, drawn: Iterable[str], across: int, down: int) -> str:
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {down}" '
            f'width="{across}" height="{down}">',
            f"<style>.b {{ font-weight: bold }} .u {{ text-decoration: underline }}{style}</style>",
            *drawn,
            "</svg>",
            "",
        ]
    )


def _screen(strips: Iterable[Strip], across: int, down: int) -> Iterator[str]:
    runs = [run for y, strip in enumerate(strips) for run in _runs(y, strip)]
    paper = runs[0].paper
    yield f'<rect width="{across}" height="{down}" rx="8" fill="{paper}"/>'
    yield f'<g transform="translate({_MARGIN} {_MARGIN})">'
    yield from (_paper(run) for run in runs if run.paper != paper)
    yield f'<g font-family="{_FONTS}" font-size="{_FONT_SIZE}" xml:space="preserve">'
    yield from (drawn for run in runs for drawn in _ink(run))
    yield "</g>"
    yield "</g>"


def _runs(y: int, strip: Strip) -> Iterator[Run]:
    """Yield the runs of a line; neighbours that look the same are one run."""
    x = 0
    for segment in Segment.simplify(strip):
        if width := segment.cell_length:
            yield _run(x, y, width, segment.text, segment.style or Style())
        x += width


def _run(x: int, y: int, width: int, text: str, style: Style) -> Run:
    ink = (style.color.get_truecolor() if style.color else _INK).hex
    paper = (style.bgcolor.get_truecolor() if style.bgcolor else _PAPER).hex
    if style.reverse:
        ink, paper = paper, ink
    return Run(x, y, width, text, ink, paper, bool(style.bold), bool(style.underline))


def _paper(run: Run) -> str:
    return (
        f'<rect x="{run.x * CELL[0]}" y="{run.y * CELL[1]}" '
        f'width="{run.width * CELL[0]}" height="{CELL[1]}" fill="{run.paper}"/>'
    )


def _ink(run: Run) -> Iterator[str]:
    """Yield the text, without blanks at its ends; nothing for blanks alone."""
    text = run.text if run.underlined else run.text.strip(" ")
    if not text.strip():
        return
    column = run.x + (len(run.text) - len(run.text.lstrip(" ")) if text != run.text else 0)
    length = Segment(text).cell_length * CELL[0]
    looks = " ".join(name for name, wanted in (("b", run.bold), ("u", run.underlined)) if wanted)
    named = f' class="{looks}"' if looks else ""
    yield (
        f'<text x="{column * CELL[0]}" y="{run.y * CELL[1] + _BASELINE}" textLength="{length}" '
        f'fill="{run.ink}"{named}>{escape(text)}</text>'
    )
