"""The seven steps and how far each is: a column where there is room, else one line."""

from collections.abc import Mapping, Sequence

from trusthub_tui.cells import wrapped
from trusthub_tui.profile.progress import SectionProgress, SectionState
from trusthub_tui.profile.questionnaire import SECTIONS
from trusthub_tui.tui.widgets.drawn import BLANK, Drawn, Line, beside, line

_ROLES = {
    SectionState.TO_DO: "muted",
    SectionState.STARTED: "",
    SectionState.READY: "",
    SectionState.TO_FIX: "problem",
}


class StepList(Drawn):
    """Not in the Tab order: F2 goes to a step."""

    def __init__(self) -> None:
        super().__init__()
        self._current = 0
        self._steps: tuple[SectionProgress, ...] = ()
        self._reasons: Mapping[int, str] = {}
        self._foot: tuple[str, ...] = ()
        self._tall = True

    def show(
        self,
        current: int,
        steps: Sequence[SectionProgress],
        reasons: Mapping[int, str],
        *foot: str,
        tall: bool,
    ) -> None:
        """Show other states; only a change costs a repaint. ``reasons`` are words for steps by number."""
        now = (current, tuple(steps), reasons, foot, tall)
        if now != (self._current, self._steps, self._reasons, self._foot, self._tall):
            self._current, self._steps, self._reasons, self._foot, self._tall = now
            self.redraw()

    def draw(self, width: int) -> list[Line]:
        """A column, or one line."""
        return self._column(width) if self._tall else [self._row(width)]

    def _column(self, width: int) -> list[Line]:
        lines = [line((" Steps", "strong")), BLANK]
        for section in SECTIONS:
            here = section.number == self._current
            mark = ">" if here else " "
            step = self._step(section.number)
            left = line(
                (f"{mark}", "key"),
                f"{step.state.mark if step else '   '} ",
                (f"{section.number} {section.short}", "strong" if here else ""),
            )
            said = self._words(section.number, step)
            lines.append(beside(left, line(said, " "), width))
        lines.append(BLANK)
        for text in self._foot:
            lines += [line((f" {part}", "muted")) for part in wrapped(text, width - 2)]
        return lines

    def _words(self, number: int, step: SectionProgress | None) -> tuple[str, str]:
        reason = self._reasons.get(number)
        if step is None or (reason and not step.to_fix):
            return (reason or "", "warning" if reason == "Reason" else "")
        return (step.words, _ROLES[step.state])

    def _in_short(self) -> tuple[str, str]:
        to_fix = sum(step.to_fix for step in self._steps)
        if to_fix:
            return f"{to_fix} to fix", "problem"
        if "Reason" in self._reasons.values():
            return "Reasons to look at", "warning"
        ready = sum(step.state is SectionState.READY for step in self._steps)
        return f"{ready} of {len(SECTIONS)} steps ready", "muted"

    def _row(self, width: int) -> Line:
        if width < 70:
            text, role = self._in_short()
            return line((f" {text}", role), ("   F2 Steps", "muted"))
        spans: list[tuple[str, str]] = [(" ", "")]
        for section in SECTIONS:
            step = self._step(section.number)
            mark = step.state.mark if step else "   "
            count = str(step.to_fix) if step and step.to_fix else ""
            role = "key" if section.number == self._current else (_ROLES[step.state] if step else "")
            spans += [(f"{section.number}{mark}{count}", role), ("  ", "")]
        return beside(Line(tuple(spans)), line(("F2 Steps ", "muted")), width)

    def _step(self, number: int) -> SectionProgress | None:
        return self._steps[number - 1] if self._steps else None
