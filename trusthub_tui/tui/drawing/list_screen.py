"""The whole screen of the list, cell by cell, as it opens: at its top, the cursor on the first line."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from trusthub_tui.cells import width_of
from trusthub_tui.profile.labels import whose_word
from trusthub_tui.profile.submission import Reason
from trusthub_tui.store.profile_line import Counts, ProfileLine
from trusthub_tui.tui import palette
from trusthub_tui.tui.drawing import profile_rows
from trusthub_tui.tui.drawing.bars import keys_line, plain_rule, title_line
from trusthub_tui.tui.drawing.cell_style import CellStyle, in_depth, over, style_of
from trusthub_tui.tui.drawing.lines import Line, cut, pointed
from trusthub_tui.tui.drawing.scroll_bar import thumb
from trusthub_tui.tui.look import Look

Piece = tuple[str, CellStyle]

_AROUND: Final = 4
"""Rows beside those of the list: title, rule, names of the columns, keys."""

OPENS: Final = ("Enter", "Open")
"""What Enter does, for the key bar."""

CARET: Final = (0, 3)
"""Column and row of the terminal's cursor: the first cell of the first line."""


class ListScreen(NamedTuple):
    """What is to be seen."""

    lines: Sequence[ProfileLine]
    """The first ones, as many as there is room for."""
    counts: Counts
    checked: Mapping[str, datetime]
    reasons: Sequence[Reason]
    """Of the first line."""
    keys: Sequence[tuple[str, str]]
    """For the key bar."""
    order: Mapping[str, int]
    """The places of their titles in it."""
    now: datetime
    not_twilio: str = ""
    """The host that stands in for Twilio; empty for Twilio itself."""


def rows_for(height: int) -> int:
    """Return how many lines of the list there is room for in a window."""
    return height - _AROUND - (profile_rows.PREVIEW if height >= profile_rows.PREVIEW_FROM else 0)


def drawn(screen: ListScreen, width: int, height: int, look: Look, *, dark: bool) -> list[list[Piece]]:
    """Return every row of a window as pieces of text in the terminal's colours."""
    paint, glyphs = _Paint(look, dark=dark), look.glyphs
    page, rows = paint.on(palette.BACKGROUND), rows_for(height)
    title = title_line(profile_rows.list_title(*screen.counts), width, glyphs, screen.not_twilio)
    return [
        paint.row(title, width, page),
        paint.row(plain_rule(width, glyphs), width, page),
        [*paint.row(profile_rows.columns_row(width - 1, glyphs), width - 1, page), paint.blank(1, page)],
        *_list(screen, width, rows, paint),
        *_preview(screen, width, height - _AROUND - rows, paint),
        paint.row(keys_line(screen.keys, screen.order, width), width, paint.on(palette.SURFACE)),
    ]


class _Paint:
    """Turns lines in roles into pieces in the terminal's colours."""

    def __init__(self, look: Look, *, dark: bool) -> None:
        self.look = look
        self._colours = palette.colours(dark=dark)
        self._looks = palette.looks(dark=dark)

    def on(self, paper: str, *, bold: bool = False) -> CellStyle:
        """Return the style of plain text on a paper."""
        return CellStyle(self._colours[palette.TEXT], self._colours[paper], bold)

    def row(self, line: Line, width: int, base: CellStyle) -> list[Piece]:
        """Return a line in so many cells."""
        whole = cut(line, width)
        pieces = [
            (text, self._piece(over(base, style_of(self._looks[role])) if role else base))
            for text, role in whole.spans
        ]
        missing = width - width_of(whole.plain)
        return [*pieces, self.blank(missing, base)] if missing else pieces

    def blank(self, width: int, base: CellStyle) -> Piece:
        """Return a line of empty cells."""
        return " " * width, self._piece(base)

    def _piece(self, style: CellStyle) -> CellStyle:
        return in_depth(style, self.look.depth)


def _list(screen: ListScreen, width: int, rows: int, paint: _Paint) -> Iterator[list[Piece]]:
    page, bar, glyphs = paint.on(palette.BACKGROUND), paint.on(palette.RULE), paint.look.glyphs
    start, end = thumb(rows, screen.counts.total, rows, 0)
    for y in range(rows):
        base = paint.on(palette.FOCUS, bold=True) if y == 0 else page
        line = Line()
        if y < len(screen.lines):
            one = screen.lines[y]
            line = profile_rows.profile_row(one, screen.checked.get(one.id), screen.now, width - 1, glyphs)
        line = pointed(line, glyphs) if y == 0 else line
        yield [*paint.row(line, width - 1, base), paint.blank(1, bar if start <= y < end else page)]


def _preview(screen: ListScreen, width: int, rows: int, paint: _Paint) -> Iterator[list[Piece]]:
    if not rows:
        return
    page, one = paint.on(palette.BACKGROUND), screen.lines[0]
    word = whose_word(one.status, one.hub, screen.checked.get(one.id), screen.now)
    lines = profile_rows.preview_rows(one, screen.reasons, word, width - 2, paint.look.glyphs)
    for y in range(rows):
        line = lines[y] if y < len(lines) else Line()
        yield [paint.blank(1, page), *paint.row(line, width - 2, page), paint.blank(1, page)]
