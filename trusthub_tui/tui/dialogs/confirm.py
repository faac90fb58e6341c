"""Ask before something that cannot be taken back; the safe answer has the focus."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen

from trusthub_tui.tui.notices import CHANGED
from trusthub_tui.tui.widgets.bars import GO_BACK, TitleBar
from trusthub_tui.tui.widgets.caret import place_caret
from trusthub_tui.tui.widgets.drawn import Drawn
from trusthub_tui.tui.widgets.paragraphs import Paragraphs
from trusthub_tui.tui.widgets.push_button import PushButton

_LOOK_AGAIN: Final = "Look again"


class Third(Enum):
    """The answer of a third button."""

    PRESSED = auto()


class Confirm(ModalScreen[bool | Third | None]):
    """True when the user wants it done, False for the other button, None when he only closes it.

    There may be a third button between these two.
    """

    AUTO_FOCUS = ""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f7", "no", show=False),
        Binding("right,down", "app.focus_next", show=False),
        Binding("left,up", "app.focus_previous", show=False),
    ]

    def __init__(
        self,
        title: str,
        words: Sequence[str] | Drawn,
        no: str,
        yes: str,
        third: str = "",
        *,
        of_now: bool = False,
    ) -> None:
        """``words`` are paragraphs, or what draws what there is to know.

        ``of_now``: it is about how a profile stands now, and nothing is done once that is another.
        """
        super().__init__()
        self._of_now = of_now
        self._heading = title
        self._words = words if isinstance(words, Drawn) else Paragraphs(words)
        self._no = PushButton(no, id="no")
        self._yes = PushButton(yes, id="yes")
        self._third = PushButton(third, id="third")
        self._third.display = bool(third)
        self._title = TitleBar()

    def compose(self) -> ComposeResult:
        """What would happen, and two buttons."""
        with Vertical(id="panel"):
            yield self._title
            yield self._words
            with Horizontal(id="buttons"):
                yield self._no
                yield self._third
                yield self._yes

    def on_mount(self) -> None:
        """Begin on the safe side."""
        self._title.show(self._heading, f"{GO_BACK} ")
        self._no.focus()

    def file_changed(self) -> None:
        """Leave nothing to press but the way back, where what is asked about is another thing now."""
        if not self._of_now or self._no.label == _LOOK_AGAIN:
            return
        self._words.display = False
        self._yes.display = self._third.display = False
        self.query_one("#panel", Vertical).mount(Paragraphs((CHANGED, "")), before="#buttons")
        self._no.rename(_LOOK_AGAIN)
        self._no.focus()

    def on_descendant_focus(self) -> None:
        """Let the terminal's cursor follow."""
        self.call_after_refresh(place_caret, self)

    @on(PushButton.Pressed)
    def pressed(self, event: PushButton.Pressed) -> None:
        """Give back which button was pressed."""
        event.stop()
        if self._no.label == _LOOK_AGAIN:
            self.action_no()
        elif self.is_current:
            third = event.button is self._third
            self.dismiss(Third.PRESSED if third else event.button is self._yes)

    def action_no(self) -> None:
        """Go back."""
        self.dismiss(None)
