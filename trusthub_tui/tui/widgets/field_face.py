"""What is drawn around a field: label, marks, edge, and the gaps where all about the answer is said."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from trusthub_tui.cells import fitted, wrapped
from trusthub_tui.profile.findings import Finding, Severity
from trusthub_tui.profile.questions import Kind, Question
from trusthub_tui.tui.drawing.lines import BLANK, Line, line
from trusthub_tui.tui.look import Look

WIDEST: Final = 68
"""Most cells a field takes."""

_MARGIN: Final = 3
"""Cells before a label that stands beside its field: two for marks, one of air."""

USUAL_WIDTH: Final = 79
"""Cells there are as long as nothing else is known."""

_SIGNS: Final = {
    Severity.PROBLEM: ("!", "problem"),
    Severity.WARNING: ("?", "warning"),
    Severity.HINT: ("?", "muted"),
}


@dataclass(frozen=True, slots=True)
class Remarks:
    """What there is to say about one answer now."""

    findings: tuple[Finding, ...] = ()
    """Only those that may be shown."""
    reading: str = ""
    """What Twilio will receive, where that is worth saying."""
    aside: str = ""
    """One more line, such as the value a rejected version had."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Where label and field stand, and who says what in the gaps between fields."""

    label: int = 21
    """Cells for a label that stands beside its field; none for a field without a label."""
    above: bool = False
    """Whether the label stands above the field."""
    roomy: bool = False
    """Whether the gaps belong to the field alone, so that its hint is always there."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What neighbours want said in the gap above a field, and how many rows the fields beside it take."""

    note: str = ""
    """Below the label of the field above."""
    text: str = ""
    """Below the field above, or the own hint."""
    above: int = 1
    """Rows there are at least above the field."""
    below: int = 0
    """Rows there are at least below the field, beside the gap."""
    last: bool = False
    """Whether no other field follows, which would draw the gap below."""
    flush: bool = False
    """Whether the text goes on from a field beside this one."""
    end: str | None = None
    """Below the last field; None lets it say that itself."""


@dataclass(frozen=True, slots=True)
class FieldFace:
    """The lines around one field, as things are now."""

    question: Question
    remarks: Remarks
    placing: Placing
    gap: Gap
    look: Look
    width: int
    focused: bool
    boxes: bool
    """Whether the answer is given by ticking boxes, which have no paper."""
    field_height: int = 1

    @property
    def lines(self) -> list[Line]:
        """The gap or the label, the field, and what is said below it."""
        lines = [*self.upper_lines, *self._field_lines(), *self._reading_lines()]
        lines += [BLANK] * (self.gap.below - self.rows_below)
        return [*lines, *self._lower_lines()]

    @property
    def note_below(self) -> str:
        """What stands below the label, where no row of this field is there to say it."""
        return self.question.may_stay_empty if self._notes and not self.rows_below else ""

    @property
    def said_above(self) -> str:
        """The hint, while the field has the focus."""
        return self.question.hint if self.focused else ""

    @property
    def said_below(self) -> str:
        """Why it is asked, while the field has the focus; what to do, where something is wrong."""
        if not self.focused:
            return ""
        if not self.remarks.findings:
            return self._why
        remedy = self.remarks.findings[0].remedy
        return remedy if remedy and len(wrapped(remedy, self.text_width)) == 1 else self.question.hint

    @property
    def rows_above(self) -> int:
        """Rows that what is wrong takes above the field."""
        return len(list(self._wrong()))

    @property
    def _ticked(self) -> bool:
        return self.question.kind is Kind.TICK

    @property
    def closed(self) -> bool:
        """Whether a bracket stands behind the field."""
        return self.look.brackets and not self.boxes

    @property
    def edge(self) -> int:
        """The column of the edge of the field."""
        if self.placing.above or self._ticked:
            return 2
        return _MARGIN + self.placing.label if self.placing.label else 0

    @property
    def text_width(self) -> int:
        """Cells for what is said beside the label."""
        return max(1, min(self.width - self.edge - 1, WIDEST) - 1)

    @property
    def _why(self) -> str:
        return self.question.why.partition(". ")[0].rstrip(".")

    @property
    def _notes(self) -> bool:
        return self.question.optional and not self.placing.above and self.placing.label > 0

    @property
    def rows_below(self) -> int:
        """Rows the answer takes beside its first, with what there is to say about it."""
        return self.field_height - 1 + len(list(self._readings()))

    @property
    def upper_lines(self) -> list[Line]:
        """The rows above the field."""
        wrong = list(self._wrong())
        if self.placing.above:
            named = line(*self._marks(2), (self.question.shown_label, self._label_role))
            return wrong if self._ticked else [named, *wrong]
        rows = wrong or [self._gap_line()]
        rows = [*[Line(((" " * self.edge, ""),))] * (self.gap.above - len(rows)), *rows]
        if self.gap.note and not self.placing.roomy:
            rows[0] = Line((*self._left_cells(self.gap.note), *rows[0].spans[1:]))
        return rows

    def _gap_line(self) -> Line:
        """Return the gap: what the field above has to say, or the own hint."""
        text = self.question.hint if self.placing.roomy else self.gap.text
        return Line(((" " * self.edge, ""), ("" if self.gap.flush else "  ", ""), (text, "muted")))

    def _left_cells(self, note: str = "") -> tuple[tuple[str, str], ...]:
        """Return the cells before the edge, with a note below a label."""
        if not note:
            return ((" " * self.edge, ""),)
        return ((" " * _MARGIN, ""), (fitted(note, self.edge - _MARGIN), "muted"))

    def _wrong(self) -> Iterator[Line]:
        """Yield what is wrong, or may be, with an edge that ties it to the field."""
        thick = self.look.glyphs.thick_edge
        for finding in self.remarks.findings:
            sign, role = _SIGNS[finding.severity]
            told = finding.message if finding.severity is Severity.PROBLEM else f"{sign} {finding.message}"
            for part in wrapped(told, self.text_width):
                yield Line(((" " * self.edge, ""), (f"{thick} ", role), (part, role)))

    def _field_lines(self) -> Iterator[Line]:
        """Yield the label and the edge of the field, row by row."""
        end = min(self.width - self.edge - 1 - int(self.closed), WIDEST)
        for number in range(self.field_height):
            note = self.question.may_stay_empty if number == 1 and self._notes else ""
            left = self._label_cells() if number == 0 else self._left_cells(note)
            edge = self._edge_cell()
            yield line(*left, edge, (" " * end, ""), ("]" if self.closed else "", edge[1]))

    def _label_cells(self) -> tuple[tuple[str, str], ...]:
        if self._ticked:
            return self._marks(2)
        if self.placing.above or not self.placing.label:
            return self._left_cells()
        return (*self._marks(_MARGIN), (fitted(self.question.label, self.placing.label), self._label_role))

    def _marks(self, width: int) -> tuple[tuple[str, str], ...]:
        """Return the margin: what is in focus, and what is wrong."""
        here = ((self.look.glyphs.focus, "key"),) if self.focused else ()
        marks = (*here, *((self._worst,) if self._worst else ()))
        marks = marks if width == _MARGIN else marks[-1:]
        before = max(0, _MARGIN - 1 - len(marks)) if width == _MARGIN else 0
        return ((" " * before, ""), *marks, (" " * (width - before - len(marks)), ""))

    def _edge_cell(self) -> tuple[str, str]:
        glyphs, worst = self.look.glyphs, self._worst
        if self.focused or worst:
            return glyphs.thick_edge, worst[1] if worst else "key"
        if self.boxes:
            return " ", ""
        return ("[" if self.look.brackets else glyphs.edge), "edge"

    @property
    def _worst(self) -> tuple[str, str] | None:
        found = {finding.severity for finding in self.remarks.findings}
        return next((_SIGNS[severity] for severity in Severity if severity in found), None)

    @property
    def _label_role(self) -> str:
        return "strong" if self.focused else ""

    def _readings(self) -> Iterator[tuple[str, str]]:
        if self.placing.roomy and not self.placing.above:
            return
        for text, role in self._told():
            for part in wrapped(text, self.text_width):
                yield part, role

    def _told(self) -> Iterator[tuple[str, str]]:
        if self.remarks.reading:
            yield f"= {self.remarks.reading}", "reading"
        if self.remarks.aside:
            yield self.remarks.aside, "muted"

    def _reading_lines(self) -> Iterator[Line]:
        for number, said in enumerate(self._readings()):
            noted = self._notes and number == 0 and self.field_height == 1
            yield line(*self._left_cells(self.question.may_stay_empty if noted else ""), "  ", said)

    def _lower_lines(self) -> Iterator[Line]:
        """Yield the rows of the gap below, where no other field draws them."""
        indent = " " * (self.edge + 2)
        if self.placing.above:
            hint = self.question.hint if self.placing.roomy or self.focused else ""
            yield line(indent, (self.said_below if self.remarks.findings else hint, "muted"))
        elif self.placing.roomy:
            wrong = self.said_below if self.remarks.findings else ""
            told = next(self._told(), (wrong or self._why, "muted"))
            yield line(*self._left_cells(self.note_below), "  ", told)
            yield BLANK
        elif self.gap.last:
            said = self.said_below if self.gap.end is None else self.gap.end
            yield line(*self._left_cells(self.note_below), "" if self.gap.flush else "  ", (said, "muted"))
