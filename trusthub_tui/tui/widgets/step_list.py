"""The seven steps beside the fields, one above the other, and how far each is."""

from collections.abc import Iterator, Sequence
from typing import Final

from textual.events import Resize

from trusthub_tui.cells import fitted, wrapped
from trusthub_tui.profile.progress import SectionProgress, SectionState
from trusthub_tui.profile.questionnaire import SECTIONS
from trusthub_tui.profile.questions import Section
from trusthub_tui.tui.drawing.lines import BLANK, Line, line
from trusthub_tui.tui.widgets.drawn import Drawn

_ROLES: Final = {
    SectionState.TO_DO: "muted",
    SectionState.STARTED: "muted",
    SectionState.READY: "muted",
    SectionState.TO_LOOK_AT: "warning",
    SectionState.REASON: "warning",
    SectionState.TO_FIX: "problem",
}
_MARKS: Final = {
    SectionState.TO_DO: "edge",
    SectionState.STARTED: "",
    SectionState.READY: "accent",
    SectionState.TO_LOOK_AT: "warning",
    SectionState.REASON: "warning",
    SectionState.TO_FIX: "problem",
}
_FOOT: Final = 3
"""Rows that belong to the foot, with the blank one above it."""


def state_in_words(step: SectionProgress | None) -> tuple[str, str]:
    """Return how a step stands, and the role of these words."""
    return (step.words, _ROLES[step.state]) if step is not None else ("", "muted")


class StepList(Drawn):
    """Not in the Tab order: F2 goes to a step."""

    def __init__(self) -> None:
        super().__init__()
        self._current = 0
        self._steps: tuple[SectionProgress, ...] = ()
        self._foot: tuple[str, ...] = ()

    def show(self, current: int, steps: Sequence[SectionProgress], *foot: str) -> None:
        """Show other states; only a change costs a repaint."""
        now = (current, tuple(steps), foot)
        if now != (self._current, self._steps, self._foot):
            self._current, self._steps, self._foot = now
            self.redraw()

    def on_resize(self, _: Resize) -> None:
        """Take the rows there are now."""
        self.redraw()

    def draw(self, width: int) -> list[Line]:
        """Steps with the line between them, and what there is to know of the profile below."""
        foot = [line((f"  {part}", "muted")) for text in self._foot for part in wrapped(text, width - 2)]
        high = self.size.height
        rows = 3 if high >= 3 * len(SECTIONS) + _FOOT else 2
        lines = [BLANK] if high > rows * len(SECTIONS) else []
        for section in SECTIONS:
            lines += list(self._step(section, rows, width))
        blank = max(1, min(high - len(lines) - len(foot), 2))
        return [*lines, *[BLANK] * blank, *foot]

    def _step(self, section: Section, rows: int, width: int) -> Iterator[Line]:
        glyphs, here = self.look.glyphs, section.number == self._current
        step = self._steps[section.number - 1] if self._steps else None
        state = step.state if step else SectionState.TO_DO
        mark = glyphs.state(state)
        ready = state is SectionState.READY
        rail = (glyphs.rail_ready if ready else glyphs.rail, "accent" if ready else "edge")
        last = section is SECTIONS[-1]
        between = (" ", "") if last else rail
        room = len(mark)
        margin = " " if room > 1 else "  "  # the longest name has just room behind a mark of three letters
        yield line(
            ((glyphs.focus if here else " ").ljust(len(margin)), "key"),
            (mark, _MARKS[state]),
            (fitted(f" {section.short}", width - room - len(margin)), "strong" if here else ""),
        )
        words, role = state_in_words(step)
        left = " " * (room // 2)
        yield line(f"{margin}{left}", between, f"{' ' * (room - len(left) - 1)} ", (words, role))
        for _ in range(rows - 2):
            yield BLANK if last else line(f"{margin}{left}", rail)
