"""One question on a screen: its field, and around it all there is to say about the answer."""

from dataclasses import replace
from typing import TypeAlias

from textual.app import ComposeResult
from textual.events import DescendantBlur, DescendantFocus, Resize

from trusthub_tui.profile.answers import TICKED
from trusthub_tui.profile.choices import ListedOption
from trusthub_tui.profile.questions import Kind, Question
from trusthub_tui.tui.drawing.lines import Line
from trusthub_tui.tui.widgets.choice_field import ChoiceField, Ticks
from trusthub_tui.tui.widgets.drawn import Drawn
from trusthub_tui.tui.widgets.field_face import USUAL_WIDTH, FieldFace, Gap, Placing, Remarks
from trusthub_tui.tui.widgets.line_input import LineInput, Writer

Control: TypeAlias = LineInput | ChoiceField | Ticks


class FieldRow(Drawn):
    """Draws label, marks and gaps around the field it holds.

    The gap above a field is shared with the field above it: it says what is wrong here, or else the hint,
    or else what the field above has to say. So no row comes or goes when the focus moves.
    """

    def __init__(self, question: Question, value: str, writer: Writer) -> None:
        super().__init__()
        self.original = question
        self.question = question
        self._value = value
        self._writer = writer
        self._remarks = Remarks()
        self._placing = Placing()
        self._gap = Gap()
        self._width = USUAL_WIDTH
        self.control = self._make()

    def compose(self) -> ComposeResult:
        """Hold the field; everything else is drawn."""
        yield self.control

    def on_mount(self) -> None:
        """Take the place the layout gives the field."""
        self._place()

    def lay_out(self, placing: Placing) -> None:
        """Put label and field somewhere else."""
        if placing != self._placing:
            self._placing = placing
            self._place()

    def remark(self, remarks: Remarks) -> None:
        """Say something else about the answer."""
        if remarks != self._remarks:
            self._remarks = remarks
            self._place()

    def fill(self, gap: Gap) -> None:
        """Say something else for the neighbours."""
        if gap != self._gap:
            self._gap = gap
            self._place()

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
            fresh, focused = self._make(), self.screen.focused is self.control
            await self.control.remove()
            self.control = fresh
            await self.mount(fresh)
            if focused:
                fresh.focus()
        self._place()

    @property
    def face(self) -> FieldFace:
        """All that is drawn around the field, as things are now."""
        control = self.control
        face = FieldFace(
            self.question,
            self._remarks,
            self._placing,
            self._gap,
            self.look,
            self._width,
            focused=control.has_focus,
            boxes=isinstance(control, Ticks),
        )
        return (
            replace(face, field_height=len(control.draw(face.text_width)))
            if isinstance(control, Ticks)
            else face
        )

    def draw(self, width: int) -> list[Line]:
        """All but the field itself."""
        self._width = width
        return self.face.lines

    def on_resize(self, _: Resize) -> None:
        """Take the rows that what is said needs now."""
        self._place()

    def on_descendant_focus(self, _: DescendantFocus) -> None:
        """Mark the row that has the focus, without colour too."""
        self.redraw()

    def on_descendant_blur(self, _: DescendantBlur) -> None:
        """Take the mark of the focus away."""
        self.redraw()

    def _place(self) -> None:
        """Put the field below what stands above it, and draw."""
        if not self.is_attached:
            return
        face = self.face
        margin = (len(face.upper_lines), int(face.closed), 0, face.edge + 1)
        if self.control.styles.margin != margin:
            self.control.styles.margin = margin
        self.redraw()

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
