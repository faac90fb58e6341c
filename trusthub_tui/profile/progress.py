"""How far a profile has come: a state for each step, and what the user should do next."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from trusthub_tui.profile.answers import Answers, answered
from trusthub_tui.profile.findings import Evaluation
from trusthub_tui.profile.labels import counted
from trusthub_tui.profile.questionnaire import REVIEW, SECTIONS
from trusthub_tui.profile.questions import Section
from trusthub_tui.profile.status import Status


class SectionState(StrEnum):
    """How a step stands. The value is the word for it."""

    TO_DO = "To do"
    STARTED = "Started"
    READY = "Ready"
    TO_FIX = "To fix"

    @property
    def mark(self) -> str:
        """A sign in plain ASCII that says the same without colour."""
        return _MARKS[self]


_MARKS = {
    SectionState.TO_DO: "[ ]",
    SectionState.STARTED: "[~]",
    SectionState.READY: "[x]",
    SectionState.TO_FIX: "[!]",
}


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """One step and how it stands."""

    section: Section
    state: SectionState
    to_fix: int = 0
    """How many problems the user has been shown and has not put right."""

    @property
    def words(self) -> str:
        """The state in words, such as ``2 to fix``."""
        return f"{self.to_fix} to fix" if self.state is SectionState.TO_FIX else self.state.value


def progress(answers: Answers, evaluation: Evaluation, shown: frozenset[str]) -> tuple[SectionProgress, ...]:
    """Return the state of each of the seven sections, in order.

    ``evaluation`` is that of the same answers; it also knows which questions are needed. ``shown`` holds the
    paths whose problems the user has already seen: a step nobody has worked on is not full of mistakes.
    """
    asked = tuple(_of_questions(section, answers, evaluation, shown) for section in SECTIONS[:-1])
    everything_ready = all(step.state is SectionState.READY for step in asked)
    review = SectionProgress(REVIEW, SectionState.READY if everything_ready else SectionState.TO_DO)
    return (*asked, review)


def _of_questions(
    section: Section, answers: Answers, evaluation: Evaluation, shown: frozenset[str]
) -> SectionProgress:
    wrong = {problem.path for problem in evaluation.problems}.intersection(section.paths)
    if not wrong:
        return SectionProgress(section, SectionState.READY)
    if seen := wrong & shown:
        return SectionProgress(section, SectionState.TO_FIX, len(seen))
    started = any(answered(answers, path) for path in section.paths)
    return SectionProgress(section, SectionState.STARTED if started else SectionState.TO_DO)


def whats_next(status: Status, steps: Sequence[SectionProgress], reasons: int) -> str:
    """Say in a few words what the user has to do; ``reasons`` counts those of the last rejection."""
    if not status.editable:
        return "Nothing to do"
    if status is Status.REJECTED and reasons:
        return f"Fix {counted(reasons, 'reason')}"
    for step in steps:
        if step.to_fix:
            return f"{step.words} in {step.section.title}"
    ready = sum(step.state is SectionState.READY for step in steps)
    return "Ready to submit" if ready == len(steps) else f"{ready} of {len(steps)} steps ready"


def rank(status: Status, steps: Sequence[SectionProgress]) -> int:
    """Return the place of a profile in the list, 0 first: who needs the user most comes first."""
    if status is Status.REJECTED:
        return 0
    if status is Status.DRAFT:
        return 1 if any(step.to_fix for step in steps) else 2
    return 3 if status.in_review else 4
