"""How far a profile has come: a state for each step, and what the user should do next."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from trusthub_tui.profile.acknowledgements import Acknowledgement, ReasonState, reason_state
from trusthub_tui.profile.answers import Answers, answered
from trusthub_tui.profile.findings import Evaluation
from trusthub_tui.profile.labels import counted
from trusthub_tui.profile.questionnaire import REVIEW, SECTIONS, section_of
from trusthub_tui.profile.questions import Section
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import Reason, Submission


class SectionState(StrEnum):
    """How a step stands. The value is the word for it."""

    TO_DO = "To do"
    STARTED = "Started"
    READY = "Ready"
    TO_LOOK_AT = "To look at"
    """Complete, but a rejection is likely."""
    REASON = "Reason"
    """It was rejected for an answer of this step, and nothing was done about that yet."""
    TO_FIX = "To fix"


NO_REASONS: Final[Mapping[int, ReasonState]] = MappingProxyType({})


class SectionProgress(NamedTuple):
    """One step and how it stands."""

    section: Section
    state: SectionState
    to_fix: int = 0
    """How many problems the user has been shown and has not put right."""

    to_look_at: int = 0
    """How many answers are likely to be rejected, and nothing was said about them."""
    reason: ReasonState | None = None
    """How far the reasons of a rejection that concern this step are dealt with."""

    @property
    def words(self) -> str:
        """The state in words, such as ``2 to fix``; ``Changed`` or ``Kept`` once a reason is dealt with."""
        match self.state:
            case SectionState.TO_FIX:
                return f"{self.to_fix} to fix"
            case SectionState.TO_LOOK_AT:
                return f"{self.to_look_at} to look at"
            case SectionState.READY if self.reason is not None:
                return self.reason.value
        return self.state.value


def progress(
    answers: Answers,
    evaluation: Evaluation,
    shown: frozenset[str],
    reasons: Mapping[int, ReasonState] = NO_REASONS,
) -> tuple[SectionProgress, ...]:
    """Return the state of each of the seven sections, in order.

    ``evaluation`` is that of the same answers, without what the user said is right; it also knows which
    questions are needed. ``shown`` holds the paths whose problems the user has already seen: a step nobody
    has worked on is not full of mistakes. ``reasons`` tells, by number, how those of a rejection stand.
    """
    asked = tuple(
        _of_questions(section, answers, evaluation, shown, reasons.get(section.number))
        for section in SECTIONS[:-1]
    )
    return (*asked, _of_review(asked))


def reasons_by_step(
    reasons: Iterable[Reason], sent: Submission, answers: Answers, said: Iterable[Acknowledgement]
) -> Mapping[int, ReasonState]:
    """Return, by the number of a step, how the reasons that concern it stand; an open one counts most.

    A step is changed only where one of its own answers is another now.
    """
    from trusthub_tui.profile.differences import sent_differs

    said, found = tuple(said), dict[int, ReasonState]()
    for reason in reasons:
        state = reason_state(reason, sent, answers, said)
        concerned = [
            path
            for path in reason.paths
            if state is not ReasonState.CHANGED or sent_differs(path, sent.answers, answers)
        ]
        for number in {section_of(path).number for path in concerned}:
            if found.get(number) is not ReasonState.TO_FIX:
                found[number] = state
    return found


def _of_review(asked: Sequence[SectionProgress]) -> SectionProgress:
    states = {step.state for step in asked}
    if states == {SectionState.READY}:
        return SectionProgress(REVIEW, SectionState.READY)
    if states <= {SectionState.READY, SectionState.TO_LOOK_AT}:
        return SectionProgress(REVIEW, SectionState.TO_LOOK_AT, to_look_at=sum(_looks(asked)))
    return SectionProgress(REVIEW, SectionState.TO_DO)


def _looks(steps: Iterable[SectionProgress]) -> Iterable[int]:
    return (step.to_look_at for step in steps)


def _of_questions(
    section: Section,
    answers: Answers,
    evaluation: Evaluation,
    shown: frozenset[str],
    reason: ReasonState | None,
) -> SectionProgress:
    wrong = {problem.path for problem in evaluation.problems}.intersection(section.paths)
    risky = len({warning.path for warning in evaluation.warnings}.intersection(section.paths))
    if seen := wrong & shown:
        return SectionProgress(section, SectionState.TO_FIX, len(seen), risky, reason)
    if reason is ReasonState.TO_FIX:
        return SectionProgress(section, SectionState.REASON, 0, risky, reason)
    if wrong:
        started = any(answered(answers, path) for path in section.paths)
        state = SectionState.STARTED if started else SectionState.TO_DO
    else:
        state = SectionState.TO_LOOK_AT if risky else SectionState.READY
    return SectionProgress(section, state, 0, risky, reason)


def whats_next(status: Status, steps: Sequence[SectionProgress], reasons: int) -> str:
    """Say in a few words what the user has to do; ``reasons`` counts those of the last rejection.

    There are no steps where nobody has looked at the answers since.
    """
    if not status.editable:
        return "Nothing to do"
    if status is Status.REJECTED and reasons:
        return f"Fix {counted(reasons, 'reason')}"
    if status is Status.REJECTED and not steps:
        return "Find out why it was rejected"
    for step in steps:
        if step.to_fix:
            return f"{step.words} in {step.section.title}"
    if steps and steps[-1].state is SectionState.TO_LOOK_AT:
        return steps[-1].words
    ready = sum(step.state is SectionState.READY for step in steps)
    return "Ready to submit" if ready == len(steps) else f"{ready} of {len(steps)} steps ready"


_LETTERS: Final = MappingProxyType(
    {
        SectionState.TO_DO: "-",
        SectionState.STARTED: "~",
        SectionState.READY: "=",
        SectionState.TO_LOOK_AT: "?",
        SectionState.REASON: "r",
        SectionState.TO_FIX: "!",
    }
)


def letters(steps: Iterable[SectionProgress]) -> str:
    """Return the states of the steps, a letter each, such as ``==!~---``."""
    return "".join(_LETTERS[step.state] for step in steps)


def rank(status: Status, steps: Sequence[SectionProgress]) -> int:
    """Return the place of a profile in the list, 0 first: who needs the user most comes first."""
    if status is Status.REJECTED:
        return 0
    if status is Status.DRAFT:
        return 1 if any(step.to_fix for step in steps) else 2
    return 3 if status.in_review else 4
