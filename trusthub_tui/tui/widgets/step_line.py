"""The line a profile moves along: seven segments, one for each step, and how far each is."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from trusthub_tui.profile.progress import SectionProgress, SectionState
from trusthub_tui.profile.questionnaire import SECTIONS
from trusthub_tui.tui.drawing.lines import Line
from trusthub_tui.tui.glyphs import Glyphs

Span = tuple[str, str]

_ROLES: Final = {
    SectionState.TO_DO: "edge",
    SectionState.STARTED: "accent",
    SectionState.READY: "accent",
    SectionState.TO_LOOK_AT: "warning",
    SectionState.REASON: "warning",
    SectionState.TO_FIX: "problem",
}


def _bar(state: SectionState, glyphs: Glyphs) -> str:
    match state:
        case SectionState.READY:
            return glyphs.line_ready
        case SectionState.TO_DO:
            return glyphs.line_to_do
    return glyphs.line_started


def step_line(steps: Sequence[SectionProgress], current: int, width: int, glyphs: Glyphs) -> Line:
    """Return the whole line in so many cells, with a number on the current step and on those under way."""
    count = len(SECTIONS)
    edges = [round(index * (width - 1) / count) for index in range(count + 1)]
    spans: list[Span] = [(" ", "")]
    for number, (start, end) in enumerate(pairwise(edges), 1):
        step = steps[number - 1] if steps else None
        state = step.state if step else SectionState.TO_DO
        said = list(_said(number, step, glyphs, here=number == current))
        spans += _segment(state, said, end - start - 1, glyphs)
        spans.append((" ", ""))
    return Line(tuple(spans))


def _said(number: int, step: SectionProgress | None, glyphs: Glyphs, *, here: bool) -> Iterator[Span]:
    if here:
        yield str(number), "strong"
    elif step is not None and step.state is SectionState.STARTED:
        yield str(number), "accent"
    if step is not None and (sign := _sign(step, glyphs)):
        yield f"{' ' if here else ''}{sign}", _ROLES[step.state]


def _sign(step: SectionProgress, glyphs: Glyphs) -> str:
    """Return what wants a look in a step, and how often: a mark of its own for each kind."""
    match step.state:
        case SectionState.TO_FIX:
            return f"!{step.to_fix}"
        case SectionState.TO_LOOK_AT:
            return f"?{step.to_look_at}"
        case SectionState.REASON:
            return glyphs.reason
    return ""


def _segment(state: SectionState, said: list[Span], width: int, glyphs: Glyphs) -> Iterator[Span]:
    bar, role = _bar(state, glyphs), _ROLES[state]
    room = width - sum(len(text) for text, _ in said)
    if not said or room < 4:
        yield from said or [(bar * width, role)]
        return
    yield (bar * (room // 2 - 1) + " ", role)
    yield from said
    yield (" " + bar * (room - room // 2 - 1), role)
