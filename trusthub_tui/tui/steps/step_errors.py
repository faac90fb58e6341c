"""The box above a step that says what is wrong in it; Enter goes to the field."""

from collections.abc import Iterator
from typing import Final

from trusthub_tui.draft.attention import named
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.findings import Finding
from trusthub_tui.profile.labels import counted
from trusthub_tui.profile.questions import Section
from trusthub_tui.tui.widgets.drawn import Line, line
from trusthub_tui.tui.widgets.paragraphs import labelled
from trusthub_tui.tui.widgets.rows import Fixed, Rows

ABOUT: Final = (
    "The same sentence stands at the field. Nothing you typed was removed. You can go on and fix it later."
)
"""What the help area says while the box has the focus."""

_SCROLL_BAR: Final = 2


class StepErrors:
    """Shown after Continue while there are problems, hidden once all are put right.

    ``width`` is in columns; at most so many rows (``most``) are shown at once.
    """

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self.rows = Rows(id="summary")
        self.rows.display = False
        self.warned = False
        """Whether Continue has told of problems on this step."""
        self._problems: tuple[Finding, ...] = ()

    def warn(self, section: Section, width: int, most: int) -> bool:
        """Show the problems of a step; False where there are none, or they were told already."""
        self._draft.pause()
        found = self._found(section)
        if not found or self.warned:
            return False
        self._draft.reveal(section.paths)
        self.warned = True
        self._show(found, width, most)
        return True

    def update(self, section: Section, width: int, most: int) -> None:
        """Show what is still wrong, if the user was told of it."""
        if not self.warned:
            return
        found = self._found(section)
        self.warned = bool(found)
        if self.rows.display:
            self._show(found, width, most)

    def hide(self) -> None:
        """Take the box away; what was told stays told."""
        self.rows.display = False

    def forget(self) -> None:
        """Begin another step."""
        self.warned = False
        self.hide()

    def fit(self, width: int, most: int) -> None:
        """Wrap the sentences for another width."""
        if self.rows.display:
            self._show(self._problems, width, most)

    def _found(self, section: Section) -> tuple[Finding, ...]:
        wrong = filter(self._draft.noticed, self._draft.evaluation.problems)
        return tuple(found for found in wrong if found.path in section.paths)

    def _show(self, problems: tuple[Finding, ...], width: int, most: int) -> None:
        self._problems = problems
        self.rows.display = bool(problems)
        if not problems:
            return
        lines = list(self._lines(width - _SCROLL_BAR))
        height = min(len(lines), most + 1)
        styles = self.rows.styles
        if styles.height is None or styles.height.value != height:
            styles.height = height
        self.rows.show(Fixed(lines), self.rows.key)

    def _lines(self, width: int) -> Iterator[Line]:
        count = len(self._problems)
        title = f"There {'is' if count == 1 else 'are'} {counted(count, 'problem')}"
        yield line((f" {title}", "problem"), ("  Enter goes there, F9 on, Esc or F7 hides", "muted"))
        for number, found in enumerate(self._problems, 1):
            yield from labelled(f"  {number}", named(found), width, room=5, key=found.path)
