"""One question on a screen: its label, its field, and one place for what there is to say about the answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from textual.app import ComposeResult
from textual.events import DescendantBlur, DescendantFocus

from trusthub_tui.cells import fitted, wrapped
from trusthub_tui.profile.answers import TICKED
from trusthub_tui.profile.choices import ListedOption
from trusthub_tui.profile.findings import Finding, Severity
from trusthub_tui.profile.questions import Kind, Question
from trusthub_tui.tui.widgets.choice_field import ChoiceField, Ticks
from trusthub_tui.tui.widgets.drawn import Drawn, Line, line
from trusthub_tui.tui.widgets.line_input import LineInput, Writer

LABEL_WIDTH = 29
"""Cells for labels that stand beside their fields."""

_SIGNS = {
    Severity.PROBLEM: ("!", "problem"),
    Severity.WARNING: ("?", "warning"),
    Severity.HINT: ("?", "muted"),
}

Control: TypeAlias = LineInput | ChoiceField | Ticks


@dataclass(frozen=True, slots=True)
class Remarks:
    """What there is to say about one answer now."""

    findings: tuple[Finding, ...] = ()
    """Only those that may be shown."""
    reading: str = ""
    """What Twilio will receive, where that is worth saying."""
    aside: str = ""
    """One more line, such as the value a rejected version had."""


class FieldRow(Drawn):
    """Draws label and remarks around the field it holds."""

    def __init__(self, question: Question, value: str, writer: Writer, *, above: bool = False) -> None:
        super().__init__()
        self.original = question
        self.question = question
        self.above = above
        self._value = value
        self._writer = writer
        self._remarks = Remarks()
        self.hinted = False
        self.control = self._make()

    def compose(self) -> ComposeResult:
        """Hold the field; everything else is drawn."""
        yield self.control

    def on_mount(self) -> None:
        """Take the place the layout gives the field."""
        self.lay_out(above=self.above, hinted=self.hinted)

    def lay_out(self, *, above: bool, hinted: bool) -> None:
        """Set the label above or beside the field, and whether the hint stands below it."""
        ticked = self.question.kind is Kind.TICK
        self.above, self.hinted = above and not ticked, hinted and not ticked
        self.control.styles.margin = (int(self.above), 0, 0, self._indent)
        self.redraw()

    def remark(self, remarks: Remarks) -> None:
        """Say something else about the answer."""
        if remarks != self._remarks:
            self._remarks = remarks
            self.redraw()

    def put(self, value: str) -> None:
        """Show another answer, without writing it."""
        self._value = value
        self.control.put(value)

    async def reword(self, question: Question) -> None:
        """Ask in other words; where the list of choices is another one, with another field."""
        if question == self.question:
            return
        before, self.question = self.question, question
        if before.options != question.options:
            fresh = self._make()
            await self.control.remove()
            self.control = fresh
            await self.mount(fresh)
            self.lay_out(above=self.above, hinted=self.hinted)
        self.redraw()

    def draw(self, width: int) -> list[Line]:
        """The label, then remarks below the field."""
        indent = self._indent
        lines = [self._label_line(width)]
        lines += [Line()] * (self._control_height(width - indent) - (0 if self.above else 1))
        for text, role in self._said():
            lines += [line(" " * (indent + 1), (part, role)) for part in wrapped(text, width - indent - 1)]
        return lines

    def on_descendant_focus(self, _: DescendantFocus) -> None:
        """Mark the row that has the focus, without colour too."""
        self.redraw()

    def on_descendant_blur(self, _: DescendantBlur) -> None:
        """Take the mark away."""
        self.redraw()

    @property
    def _indent(self) -> int:
        return 2 if self.above or self.question.kind is Kind.TICK else LABEL_WIDTH

    def _label_line(self, width: int) -> Line:
        mark = (">", "key") if self.control.has_focus else (" ", "")
        if self.question.kind is Kind.TICK:
            return line(mark)
        label = self.question.shown_label
        role = "strong" if self.control.has_focus else ""
        return line(mark, (f" {label}" if self.above else f" {fitted(label, LABEL_WIDTH - 3)}", role))

    def _control_height(self, width: int) -> int:
        return len(self.control.draw(max(1, width - 1))) if isinstance(self.control, Ticks) else 1

    def _said(self) -> Iterable[tuple[str, str]]:
        for finding in self._remarks.findings:
            sign, role = _SIGNS[finding.severity]
            yield f"{sign} {finding.message}", role
        if self._remarks.reading:
            yield f"= {self._remarks.reading}", "reading"
        if self._remarks.aside:
            yield self._remarks.aside, "muted"
        said = self._remarks.findings or self._remarks.reading or self._remarks.aside
        if self.hinted and self.question.hint and not said:
            yield self.question.hint, "muted"

    def _make(self) -> Control:
        question = self.question
        if question.kind is Kind.SEVERAL_OF:
            return Ticks(question.path, self._value, question.options, self._writer)
        if question.kind is Kind.TICK:
            only = ListedOption(TICKED, question.label)
            return Ticks(question.path, self._value, (only,), self._writer)
        if question.options:
            return ChoiceField(question.path, self._value, question.options)
        return LineInput(question.path, self._value, self._writer)
