"""Answers that were changed here and at Twilio: what each was, what it is on both sides, whose counts."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.labels import NOT_PROVIDED, answer_in_words, counted
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.tui.drawing.lines import BLANK, Line, line
from trusthub_tui.tui.notices import CHANGED
from trusthub_tui.tui.widgets.bars import GO_BACK
from trusthub_tui.tui.widgets.lines_panel import LinesPanel
from trusthub_tui.tui.widgets.paragraphs import labelled, paragraph
from trusthub_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from trusthub_tui.account.taking import ThreeWays
    from trusthub_tui.trusthub.remote_results import Side

_LABEL = 16
_NOT_YET: Final = "Nothing is taken over before you have chosen, and all can be taken back."


class ThreeWaysDialog(ModalScreen["dict[str, Side] | None"]):
    """Returns whose answer counts for each question; None where nothing is to be taken over."""

    AUTO_FOCUS = "Rows"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f7", "close", show=False),
        Binding("left", "choose('here')", show=False, priority=True),
        Binding("right", "choose('theirs')", show=False, priority=True),
        Binding("f9", "take", show=False),
    ]

    def __init__(self, both: "Sequence[ThreeWays]", here: Answers) -> None:
        """``here`` are all answers of this side: some labels depend on the country."""
        super().__init__()
        self._both = both
        self._here = here
        self._chosen: dict[str, Side] = {}
        self._changed = False
        self._panel = LinesPanel(
            "Changed here and at Twilio",
            self._lines,
            f"Left: the answer here.  Right: Twilio's.  F9 takes what is chosen.  {GO_BACK}",
            help_rows=2,
        )

    def compose(self) -> ComposeResult:
        """The questions, three lines each."""
        yield self._panel

    def on_mount(self) -> None:
        """Say how many are to be chosen."""
        self._count()

    @on(Rows.Chosen)
    def chosen(self, event: Rows.Chosen) -> None:
        """Take the other side."""
        from trusthub_tui.trusthub.remote_results import Side

        event.stop()
        taken = self._chosen.get(str(event.key))
        self.action_choose(Side.HERE if taken is Side.THEIRS else Side.THEIRS)

    def action_choose(self, side: str) -> None:
        """Let the answer of one side count, and go to the next question that is open."""
        from trusthub_tui.trusthub.remote_results import Side

        path = str(self._panel.rows.key)
        further = path not in self._chosen
        self._chosen[path] = Side(side)
        self._count()
        self._panel.fill()
        if further:
            self._panel.rows.action_move(1)

    def action_take(self) -> None:
        """Give back what was chosen, once all is."""
        if self._changed:
            return
        left = next((one.path for one in self._both if one.path not in self._chosen), None)
        if left is None:
            self.dismiss(self._chosen)
        else:
            self._panel.rows.move_to(left)

    def file_changed(self) -> None:
        """Say that the answers here are others now; nothing is taken over any more."""
        self._changed = True
        self._panel.fill()

    def action_close(self) -> None:
        """Take nothing over."""
        self.dismiss(None)

    def _count(self) -> None:
        left = len(self._both) - len(self._chosen)
        self._panel.entitle("Changed here and at Twilio", f"{counted(left, 'answer')} to choose ")

    def _lines(self, width: int) -> Iterator[Line]:
        if self._changed:
            yield from paragraph(CHANGED, width, role="warning")
        else:
            yield from paragraph(_NOT_YET, width)
        for one in self._both:
            yield BLANK
            yield line((f" {one.label}", "strong"), key=one.path)
            yield from self._side("   was", one.path, one.was, width, role="muted")
            yield from self._side(self._marked("here", one.path, "here"), one.path, one.here, width)
            yield from self._side(self._marked("theirs", one.path, "Twilio"), one.path, one.theirs, width)

    def _side(self, label: str, path: str, text: str, width: int, role: str = "") -> Iterator[Line]:
        question = worded(QUESTIONS[path], self._here)
        told = answer_in_words(question, text) if text else NOT_PROVIDED
        yield from labelled(f"   {label}", told, width, room=_LABEL, role=role, key=path)

    def _marked(self, side: str, path: str, word: str) -> str:
        return f"{'>' if self._chosen.get(path) == side else ' '}  {word}"
