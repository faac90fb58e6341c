"""The fields of one step, read from its section. A special step adds only what is special about it."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget

from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.questionnaire import Section
from trusthub_tui.profile.questions import Kind, Question
from trusthub_tui.tui.draft import Draft
from trusthub_tui.tui.screens.chooser import Finder, among
from trusthub_tui.tui.widgets.field_row import Control, FieldRow, Remarks
from trusthub_tui.tui.widgets.line_input import Writer
from trusthub_tui.tui.widgets.push_button import PushButton


class StepBody(VerticalScroll, can_focus=False):
    """All rows of a section, one below the other, and the button that goes on."""

    def __init__(self, section: Section, draft: Draft, writer: Writer) -> None:
        super().__init__(id="fields")
        self.section = section
        self.draft = draft
        self.writer = writer
        self.rows = {question.path: self._row(question) for question in section.questions}
        self.go_on = PushButton("Continue", "F9", id="continue")

    def compose(self) -> ComposeResult:
        """Fields, then the button."""
        yield from self.before()
        yield from self.fields()
        yield from self.after()
        yield self.go_on

    def before(self) -> Iterable[Widget]:
        """Return what stands above the fields."""
        return ()

    def fields(self) -> Iterable[Widget]:
        """Return the fields in their layout."""
        return self.rows.values()

    def after(self) -> Iterable[Widget]:
        """Return what stands between the fields and the button."""
        return ()

    def layout_for(self, width: int, height: int) -> None:
        """Set labels beside or above their fields, hints below them where there is room."""
        hinted = width >= 100 and height >= 28
        for row in self.rows.values():
            row.lay_out(above=width < 80, hinted=hinted)

    def leaving(self, *, finished: bool) -> None:
        """Do what is to be done when the user goes to another step."""

    def control_at(self, path: str) -> Control | None:
        """Return the field of a question."""
        return self.rows[path].control if path in self.rows else None

    def finder(self, path: str) -> Finder:
        """Return how to look for a choice of a question."""
        return among(self.rows[path].question.options)

    def chosen(self, path: str, value: str) -> Answers:
        """Return the answers that follow from a choice."""
        return {path: value}

    def first_control(self) -> Widget:
        """Return where to begin: the first problem, else the first empty field, else the first field."""
        asked = [path for path in self.rows if not self.rows[path].question.optional]
        wrong = [path for path in self.rows if self.draft.shown_findings(path)]
        empty = [path for path in asked if not self.draft.answers.get(path, "").strip()]
        order = [*wrong, *empty, *self.rows]
        return self.rows[order[0]].control if order else self.go_on

    async def reword(self) -> None:
        """Ask in the words of the country and the kind of number that were chosen."""
        from trusthub_tui.profile.wording import worded

        for row in self.rows.values():
            await row.reword(worded(row.original, self.draft.answers))

    def remark(self) -> None:
        """Show at every field what there is to say now."""
        from trusthub_tui.profile.readings import reading

        for path, row in self.rows.items():
            findings = self.draft.shown_findings(path)
            said = reading(path, self.draft.answers) if not findings else ""
            row.remark(Remarks(findings, said, self._aside(row)))

    def put(self, changes: Answers) -> None:
        """Show answers that did not come from the fields."""
        for path, text in changes.items():
            if path in self.rows:
                self.rows[path].put(text)

    def suggestion(self, path: str) -> str:
        """Return an answer to another question that may serve here too, while this one has none."""
        question = self.rows[path].question
        if self.draft.answers.get(path, "").strip():
            return ""
        offered = (self.draft.answers.get(other, "").strip() for other in question.suggestions)
        return next((text for text in offered if text), "")

    def _aside(self, row: FieldRow) -> str:
        if offered := self.suggestion(row.question.path):
            return f"Down takes: {offered}"
        return self._since_rejection(row.question)

    def _since_rejection(self, question: Question) -> str:
        concerned = {path for reason in self.draft.reasons for path in reason.paths}
        if question.path not in concerned or self.draft.last is None:
            return ""
        before = self.draft.last.answers.get(question.path, "")
        if before == self.draft.answers.get(question.path, ""):
            return f"Not changed since version {self.draft.last.version}"
        if question.kind in (Kind.TICK, Kind.SEVERAL_OF) or not before:
            return "Changed now"
        return f"Was: {before}"

    def _row(self, question: Question) -> FieldRow:
        return FieldRow(question, self.draft.answers.get(question.path, ""), self.writer)
