"""What a dialog asks Twilio: one thing at a time, and what went wrong with it stays on screen."""

from collections.abc import Awaitable, Callable, Iterator

from trusthub_tui.profile.errors import ExplainedError, sentences
from trusthub_tui.tui.doors import Doors
from trusthub_tui.tui.drawing.lines import Line
from trusthub_tui.tui.online import GivenUp
from trusthub_tui.tui.widgets.lines_panel import LinesPanel
from trusthub_tui.tui.widgets.paragraphs import paragraph


class Request:
    """Runs what is asked beside the screen, and shows in a panel when it begins and how it ends."""

    def __init__(self, panel: LinesPanel, doors: Doors, given_up: Callable[[], None] = lambda: None) -> None:
        """``given_up`` is called where the user did not want to wait for it any longer."""
        self._panel = panel
        self._doors = doors
        self._given_up = given_up
        self.doing = ""
        """What is under way, in words; empty where nothing is."""
        self._fault: ExplainedError | None = None

    def start(self, doing: str, act: Callable[[], Awaitable[None]], *, instead: bool = False) -> None:
        """Begin something, unless something is under way; ``instead`` begins it in the place of that."""
        if self.doing and not instead:
            return
        self.doing, self._fault = doing, None
        self._panel.fill()
        self._panel.run_worker(self._done(act), group="account", exclusive=True)

    def now(self, doing: str) -> None:
        """Say what is under way at this moment."""
        self.doing = doing
        self._panel.fill()

    def fail(self, fault: ExplainedError) -> None:
        """Show what went wrong before anything was asked."""
        self._fault = fault
        self._panel.fill()

    def fault_lines(self, width: int) -> Iterator[Line]:
        """What went wrong the last time, and what helps against it."""
        if self._fault is not None:
            yield from paragraph(sentences(self._fault.message), width, role="problem")
            yield from paragraph(sentences(self._doors.remedy(self._fault)), width)

    def words_of(self, kind: str) -> str:
        """Return Twilio's own words, where what went wrong was of such a kind; empty otherwise."""
        fault = self._fault
        return str(getattr(fault, "words", "")) if type(fault).__name__ == kind else ""

    @property
    def failed(self) -> bool:
        """Whether the last one went wrong."""
        return self._fault is not None

    async def _done(self, act: Callable[[], Awaitable[None]]) -> None:
        try:
            await act()
        except ExplainedError as fault:
            self._fault = fault
        except GivenUp:
            self._given_up()
        self.doing = ""
        if self._panel.is_mounted:
            self._panel.fill()
            self._panel.rows.action_edge(-1)
