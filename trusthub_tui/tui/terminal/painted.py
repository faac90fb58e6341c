"""What the terminal shows already, so that only cells that change go over what may be a slow line.

Textual sends whole lines of everything that was laid out again: opening a panel or a menu would send the
screen, 20 to 50 thousand bytes. Leans on what is private in Textual: the updates of its compositor.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Final, TypeAlias

from rich.cells import cell_len
from rich.color import Color
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.control import Control
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App
from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip

from trusthub_tui.tui.drawing.cell_style import Cell as Seen
from trusthub_tui.tui.drawing.cell_style import CellStyle, seen

Cell: TypeAlias = tuple[str, Style | None]
Piece: TypeAlias = tuple[str, CellStyle]

_WORTH_A_MOVE: Final = 7
"""Cells that are sent again rather than passed over: moving there would take as many bytes."""


class PaintedCells:
    """Remembers every cell that was sent. Lines with signs that terminals disagree about are sent whole."""

    def __init__(self) -> None:
        self._lines: dict[int, dict[int, Seen]] = {}
        self._size = Size(0, 0)
        self._send: Callable[[Screen[Any], RenderableType | None], None] = lambda _screen, _update: None
        self._held: dict[int, Strip] | None = None
        """What is to be painted once what was painted before need not stand any longer; None without that."""

    def stand_before(self, app: App[Any]) -> None:
        """Let whatever an app paints come through here on its way to the terminal."""
        self._send = app._display
        vars(app)["_display"] = self._display

    def _display(self, screen: Screen[Any], update: RenderableType | None) -> None:
        self._send(screen, self.only_changes(update))

    def take_in(self, rows: Sequence[Sequence[Piece]], size: Size) -> None:
        """Remember what was painted before, in a window of some size; it stands until :meth:`go_on`."""
        self._size, self._held = size, {}
        for y, row in enumerate(rows):
            texts = [(char, style) for text, style in row for char in text]
            if _as_wide_as_long(char for char, _ in texts):
                self._lines[y] = {x: seen(*cell) for x, cell in enumerate(texts)}

    def go_on(self, screen: Screen[Any]) -> None:
        """Let updates through from now on, first what was held back, if anything was."""
        held, self._held = self._held, None
        self._send(screen, _Changes(self, [(0, y, strip) for y, strip in held.items()]) if held else None)

    def resized(self, size: Size) -> None:
        """Take nothing for granted any more where the terminal has another size."""
        if size != self._size:
            self._size = size
            self.forget()

    def forget(self) -> None:
        """Take nothing for granted any more: others wrote to the terminal."""
        self._lines.clear()

    def only_changes(self, update: RenderableType | None) -> RenderableType | None:
        """Return an update that sends no more than what is new; none while what was painted before stands."""
        if not isinstance(update, LayoutUpdate | ChopsUpdate):
            return update
        parts = _laid_out(update) if isinstance(update, LayoutUpdate) else _chopped(update)
        if self._held is None:
            return _Changes(self, parts)
        for x, y, strip in parts:
            line = self._held.get(y, Strip([]))
            rest = line.crop(x + strip.cell_length, line.cell_length)
            self._held[y] = Strip.join([line.crop(0, x), strip, rest])
        return None

    def changes(self, x: int, y: int, strip: Strip) -> Iterator[tuple[int, Strip]]:
        """Yield the parts of a line that are new, with their columns, and remember them."""
        shown = self._lines.setdefault(y, {})
        cells = list(_cells(strip))
        told = {x + at: seen(text, look_of(style)) for at, (text, style) in enumerate(cells)}
        if not _as_wide_as_long(text for text, _ in cells):
            shown.clear()
            yield x, strip
            return
        new = [at for at, cell in told.items() if shown.get(at) != cell]
        shown.update(told)
        for start, end in _runs(new):
            yield start, _strip(cells[start - x : end - x])


class _Changes(CompositorUpdate):
    """An update of the compositor, in parts of lines, without what is on the screen already."""

    def __init__(self, painted: PaintedCells, parts: Iterable[tuple[int, int, Strip]]) -> None:
        self._painted = painted
        self._parts = parts

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw all of it: nobody knows where that goes."""
        for x, y, strip in self._parts:
            yield Control.move_to(x, y)
            yield from strip

    def render_segments(self, console: Console) -> str:
        """Return what goes to the terminal; only here, because not every update gets there."""
        return "".join(
            f"{Control.move_to(column, y)}{part.render(console)}"
            for x, y, strip in self._parts
            for column, part in self._painted.changes(x, y, strip)
        )


def _laid_out(update: LayoutUpdate) -> Iterator[tuple[int, int, Strip]]:
    for y, strips in enumerate(update.strips, update.region.y):
        x = update.region.x
        for strip in strips:
            yield x, y, strip
            x += strip.cell_length


def _chopped(update: ChopsUpdate) -> Iterator[tuple[int, int, Strip]]:
    """Yield the strips within the spans that are to be painted, as Textual would send them."""
    for y, first, last in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is not None and x <= last and end > first:
                yield x, y, strip.crop(0, min(end, last) - x)


def _cells(strip: Strip) -> Iterator[Cell]:
    for text, style, control in strip:
        if not control:
            yield from ((char, style) for char in text)


def _as_wide_as_long(characters: Iterable[str]) -> bool:
    """Whether each takes one cell, in every terminal."""
    return all(character.isascii() or cell_len(character) == 1 for character in characters)


@lru_cache(1024)
def look_of(style: Style | None) -> CellStyle:
    """Return what of a style can be seen."""
    if style is None:
        return CellStyle()
    others = (style.dim, style.italic, style.blink, style.strike, style.overline, style.underline2)
    other = "".join(str(number) for number, on in enumerate(others) if on) + (style.link or "")
    flags = (bool(style.bold), bool(style.underline), bool(style.reverse))
    return CellStyle(_name(style.color), _name(style.bgcolor), *flags, other)


def _name(colour: Color | None) -> str:
    return "" if colour is None or colour.is_default else colour.name


def _runs(changed: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the columns that are sent: what lies close together is one run."""
    start = end = -1
    for at in changed:
        if start >= 0 and at - end <= _WORTH_A_MOVE:
            end = at + 1
            continue
        if start >= 0:
            yield start, end
        start, end = at, at + 1
    if start >= 0:
        yield start, end


def _strip(cells: list[Cell]) -> Strip:
    return Strip(Segment.simplify(Segment(text, style) for text, style in cells), len(cells))
