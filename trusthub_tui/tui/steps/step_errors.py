"""The box above a step that says what is wrong in it; Enter goes to the field."""

from collections.abc import Callable, Iterator
from typing import Final

from trusthub_tui.cells import wrapped
from trusthub_tui.draft.attention import named
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.findings import Finding
from trusthub_tui.profile.labels import counted
from trusthub_tui.profile.questions import Section
from trusthub_tui.tui.drawing.lines import Line, beside, line
from trusthub_tui.tui.glyphs import Glyphs
from trusthub_tui.tui.widgets.rows import Fixed, Rows

_MOST: Final = 9
"""Rows of the box at most."""

_FEW_ROWS: Final = 24
"""Rows of a window below which only one problem is shown at a time."""


class StepErrors:
    """Shown after Continue while there are problems, hidden once all are put right."""

    def __init__(self, draft: Draft, glyphs: Glyphs, key_of: Callable[[str], str]) -> None:
        self._draft = draft
        self._key_of = key_of
        self._glyphs = glyphs
        self.rows = Rows(id="summary")
        self.rows.display = False
        self.warned = False
        """Whether Continue has told of problems on this step."""
        self._problems: tuple[Finding, ...] = ()
        self._height = 0

    def warn(self, section: Section, height: int) -> bool:
        """Show the problems of a step in a window of so many rows; False where there is none to tell of."""
        self._draft.pause()
        found = self._found(section)
        if not found or self.warned:
            return False
        self._draft.reveal(section.paths)
        self.warned = True
        self._height = height
        self._show(found)
        return True

    def update(self, section: Section) -> None:
        """Show what is still wrong, if the user was told of it."""
        if not self.warned:
            return
        found = self._found(section)
        self.warned = bool(found)
        if self.rows.display:
            self._show(found)

    def hide(self) -> None:
        """Take the box away; what was told stays told."""
        self.rows.display = False

    def forget(self) -> None:
        """Begin another step, about which nothing was told yet."""
        self.warned = False
        self.hide()

    def fit(self, height: int) -> None:
        """Wrap the sentences for another window."""
        self._height = height
        if self.rows.display:
            self._show(self._problems)

    def turn_to(self, path: str) -> None:
        """Show the problem of the field in focus, where only one is shown."""
        if self.rows.display and self._alone and any(found.path == path for found in self._problems):
            self._show(self._problems, path)

    @property
    def _alone(self) -> bool:
        return self._height < _FEW_ROWS

    def _found(self, section: Section) -> tuple[Finding, ...]:
        wrong = filter(self._draft.noticed.has, self._draft.evaluation.problems)
        return tuple(found for found in wrong if found.path in section.paths)

    def _show(self, problems: tuple[Finding, ...], path: object = None) -> None:
        self._problems = problems
        self.rows.display = bool(problems)
        if not problems:
            return
        lines = list(self._lines(max(40, self.rows.room), path or self.rows.key))
        height = min(len(lines), _MOST)
        styles = self.rows.styles
        if styles.height is None or styles.height.value != height:
            styles.height = height
        self.rows.show(Fixed(lines), path or self.rows.key)

    def _lines(self, width: int, path: object) -> Iterator[Line]:
        count, keys = (
            len(self._problems),
            f"{self._glyphs.enter} goes there   {self._key_of('continue')} on   Esc or F7 hides ",
        )
        if self._alone:
            number = next((n for n, found in enumerate(self._problems) if found.path == path), 0)
            yield self._headed(
                f"Problem {number + 1} of {count}",
                f"{self._key_of('next_problem')} next   Esc or F7 hides ",
                width,
            )
            yield from self._sentence("", self._problems[number], width)
            return
        yield self._headed(f"There {'is' if count == 1 else 'are'} {counted(count, 'problem')}", keys, width)
        for number, found in enumerate(self._problems, 1):
            yield from self._sentence(f"{number} ", found, width)

    def _headed(self, title: str, keys: str, width: int) -> Line:
        edge = (f"{self._glyphs.thick_edge} ", "problem")
        return beside(line(edge, (title, "problem")), line((keys, "muted")), width)

    def _sentence(self, number: str, found: Finding, width: int) -> Iterator[Line]:
        parts = wrapped(named(found), width - len(number) - 3)
        for row, part in enumerate(parts):
            first = number if row == 0 else " " * len(number)
            edge = (f"{self._glyphs.thick_edge} ", "problem")
            yield line(edge, (first, "muted"), part, key=found.path)
