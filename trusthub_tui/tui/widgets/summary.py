"""The box above a step that says what is wrong in it; Enter goes to the field."""

from collections.abc import Iterator, Sequence

from textual.events import Resize

from trusthub_tui.draft.attention import named
from trusthub_tui.profile.findings import Finding
from trusthub_tui.profile.labels import counted
from trusthub_tui.tui.widgets.drawn import Line, line
from trusthub_tui.tui.widgets.paragraphs import labelled
from trusthub_tui.tui.widgets.rows import Fixed, Rows

_SCROLL_BAR = 2


class Summary(Rows):
    """Shown after Continue while there are problems, hidden once all are put right."""

    _problems: tuple[Finding, ...] = ()
    _most = 0

    def on_mount(self) -> None:
        """Nothing is wrong at first."""
        self.display = False

    def on_resize(self, _: Resize) -> None:
        """Wrap the sentences anew."""
        if self.display:
            self._fill()

    def say(self, problems: Sequence[Finding], *, most: int) -> None:
        """Show these problems in at most so many rows; none of them hides the box."""
        self._problems, self._most = tuple(problems), most
        self.display = bool(problems)
        if problems:
            self._fill()

    def _fill(self) -> None:
        lines = list(self._lines(self.screen.query_one("#work").size.width - _SCROLL_BAR))
        height = min(len(lines), self._most + 1)
        if self.styles.height is None or self.styles.height.value != height:
            self.styles.height = height
        self.show(Fixed(lines), self.key)

    def _lines(self, width: int) -> Iterator[Line]:
        count = len(self._problems)
        title = f"There {'is' if count == 1 else 'are'} {counted(count, 'problem')}"
        yield line((f" {title}", "problem"), ("  Enter goes there, F9 on, Esc hides", "muted"))
        for number, found in enumerate(self._problems, 1):
            yield from labelled(f"  {number}", named(found), width, room=5, key=found.path)
