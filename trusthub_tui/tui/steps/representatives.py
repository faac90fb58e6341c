"""Step 4: two people, one column of labels and two of answers where there is room."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from textual.containers import Horizontal, VerticalGroup
from textual.widget import Widget

from trusthub_tui.profile import paths
from trusthub_tui.tui.drawing.lines import Line, line
from trusthub_tui.tui.steps.form import ROOMY, StepForm, gap_between
from trusthub_tui.tui.widgets.drawn import Drawn
from trusthub_tui.tui.widgets.field_face import Gap, Placing
from trusthub_tui.tui.widgets.field_row import FieldRow

_LABEL: Final = 16
"""Cells for a label beside two answers."""

_FIRST: Final = 29
"""Cells of the first answer, without its edge."""


class PersonName(Drawn):
    """Says above a column of answers whose they are."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._named = f"Representative {number}"
        self._indent = 1

    def indent(self, cells: int) -> None:
        """Stand above the answers, not above their labels."""
        self._indent = cells
        self.redraw()

    def draw(self, width: int) -> list[Line]:
        """Draw the title of one of the two."""
        return [line(" " * self._indent, (self._named, "strong"))]


class RepresentativesForm(StepForm):
    """Six fields for each of two people; Tab goes through the first person, then the second."""

    _beside = False

    def parts(self) -> Iterable[Widget]:
        """Two columns, or one column where the window is narrow."""
        people = []
        for number, name in enumerate(paths.REPRESENTATIVES, start=1):
            own = [row for path, row in self.rows.items() if paths.parent(path) == name]
            people.append(VerticalGroup(PersonName(number), *own, classes="person"))
        return (Horizontal(*people, id="people"),)

    def layout_for(self, width: int, height: int) -> None:
        """Side by side, so that two people can be told from each other at a glance."""
        self._beside = width >= ROOMY
        self.set_class(self._beside, "-beside", update=self.is_attached)
        for number, rows in enumerate(self._people()):
            for row in rows:
                row.lay_out(Placing(label=0 if number else _LABEL) if self._beside else Placing(above=True))
        for number, name in enumerate(self.query(PersonName)):
            name.indent((2 if number else _LABEL + 5) if self._beside else 2)
        self.fill_gaps()

    def fill_gaps(self) -> None:
        """Let the gap above two answers to the same question span both, and rows stay in line."""
        if not self._beside:
            super().fill_gaps()
            return
        pairs = list(zip(*self._people(), strict=True))
        before: tuple[FieldRow, FieldRow] | None = None
        for first, second in pairs:
            last = (first, second) == pairs[-1]
            for row, gap in zip((first, second), _gaps(before, (first, second), last=last), strict=True):
                row.fill(gap)
            before = first, second

    def _people(self) -> Iterator[list[FieldRow]]:
        for name in paths.REPRESENTATIVES:
            yield [row for path, row in self.rows.items() if paths.parent(path) == name]


def _gaps(
    before: tuple[FieldRow, FieldRow] | None, pair: tuple[FieldRow, FieldRow], *, last: bool
) -> Iterator[Gap]:
    """Yield the gaps around two answers; a text goes on from the first into the second."""
    above = max(1, *(row.face.rows_above for row in pair))
    below = max(row.face.rows_below for row in pair)
    own = [
        gap_between(before[number] if before else None, row, last=False) for number, row in enumerate(pair)
    ]
    text = own[0].text or own[1].text
    end = pair[0].face.said_below or pair[1].face.said_below if last else ""
    room = _FIRST - 1
    own = [replace(gap, above=above, below=below, last=last) for gap in own]
    yield replace(own[0], text=text[:room], end=end[:room])
    yield replace(own[1], text=text[room:], end=end[room:], flush=True)
