"""The way of a profile as one line with three stations: it is written, it is reviewed, it is decided."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from trusthub_tui.cells import fitted, width_of
from trusthub_tui.tui.drawing.lines import Line, line
from trusthub_tui.tui.glyphs import Glyphs

_MARGIN: Final = 1


@dataclass(frozen=True, slots=True)
class Station:
    """One station, and what is known about it."""

    mark: str
    word: str
    role: str
    said: tuple[str, ...] = ()
    """Below the word, a row each: a version or who decides, then a date or a duration."""
    way: float = 0.0
    """How much of the stretch that leads to it is done: 0 to 1."""

    @property
    def indent(self) -> int:
        """How many cells its mark takes before its word."""
        return width_of(self.mark) + 1

    @property
    def head(self) -> int:
        """Cells that mark and word take."""
        return self.indent + width_of(self.word)

    @property
    def room(self) -> int:
        """Cells that everything about it takes."""
        return max(self.head, *(self.indent + width_of(said) for said in self.said), 0)


def track(stations: Sequence[Station], width: int, glyphs: Glyphs) -> Iterator[Line]:
    """Yield the line of the stations, and below it what is known about each."""
    starts = _starts(stations, width - 2 * _MARGIN)
    spans: list[tuple[str, str]] = [(" " * _MARGIN, "")]
    end = 0
    for station, start in zip(stations, starts, strict=True):
        spans += _stretch(start - end, station.way, glyphs)
        spans += [(f"{station.mark} ", station.role), (station.word, station.role)]
        end = start + station.head
    yield Line(tuple(spans))
    for row in range(max(len(station.said) for station in stations)):
        yield _said(stations, starts, row, width - 2 * _MARGIN)


def _starts(stations: Sequence[Station], width: int) -> list[int]:
    """Return where each station begins: the last one at the right edge, what is left shared evenly."""
    *before, last = stations
    ends = max(0, width - last.room)
    free = ends - sum(station.head for station in before)
    starts, at = [], 0
    for number, station in enumerate(before):
        starts.append(at)
        left = len(before) - number
        gap = free // left
        free -= gap
        at += station.head + gap
    return [*starts, max(at, ends)]


def _stretch(width: int, way: float, glyphs: Glyphs) -> Iterator[tuple[str, str]]:
    if width < 3:
        yield " " * width, ""
        return
    room = width - 2
    done = min(room, int(room * way))
    yield " ", ""
    yield glyphs.line_ready * done, "accent"
    yield glyphs.line_to_do * (room - done), "edge"
    yield " ", ""


def _said(stations: Sequence[Station], starts: Sequence[int], row: int, width: int) -> Line:
    spans = [" " * _MARGIN]
    for station, start, end in zip(stations, starts, [*starts[1:], width], strict=True):
        said = station.said[row] if row < len(station.said) else ""
        spans.append(fitted(f"{' ' * station.indent}{said}", max(0, end - start)))
    return line(("".join(spans), "muted"))
