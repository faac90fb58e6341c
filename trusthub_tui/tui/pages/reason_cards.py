"""The reasons of a rejection as cards: one is open, the others say in two rows what they are about."""

from collections.abc import Iterator
from typing import Final

from trusthub_tui.cells import shortened, wrapped
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.acknowledgements import ReasonState, acknowledgement_of_reason, reason_state
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.labels import answer_in_words, full_label
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.submission import Reason
from trusthub_tui.tui.glyphs import Glyphs
from trusthub_tui.tui.widgets.drawn import Line, beside, line

_MANY: Final = 6
"""A reason about more questions than this shows the values of the first ones only."""

_LABEL: Final = 40


def reason_card(number: int, draft: Draft, glyphs: Glyphs, width: int, *, opened: bool) -> Iterator[Line]:
    """Yield the lines of one reason; they share a key, so that the cursor rests on all of them."""
    last, reason = draft.last, draft.reasons[number - 1]
    if last is None:
        return
    state = reason_state(reason, last, draft.answers, draft.acknowledged)
    key, edge = ("reason", number), (f"{glyphs.edge} ", "edge")
    known = entry(reason.code)
    mark, role = (glyphs.to_fix, "problem") if state is ReasonState.TO_FIX else (glyphs.ready, "reading")
    told = line((f"{mark} {state.value} ", role))
    title = line(edge, (f"{number}  ", "muted"), (known.named, "strong"))
    yield Line(beside(title, told, width).spans, key)
    inside = _open(reason, draft, glyphs, width - 6) if opened else _shut(reason, state, draft, width - 6)
    for shown in inside:
        yield Line((edge, ("   ", ""), *shown.spans), key)


def _shut(reason: Reason, state: ReasonState, draft: Draft, width: int) -> Iterator[Line]:
    """Yield what a reason is about; once it is dealt with, its new value."""
    if state is ReasonState.CHANGED:
        changed = [path for path in reason.paths if _was(path, draft) != draft.answers.get(path, "")]
        values = (f"{full_label(path)}: {_in_words(path, draft)}" for path in changed)
        yield line((shortened(f"Now {', '.join(values)}", width), "reading"))
        return
    if note := _note(reason, draft):
        yield line((shortened(note, width), "reading"))
        return
    concerned = ", ".join(full_label(path, draft.answers) for path in reason.paths)
    yield line((shortened(concerned or "No answer of yours is named", width), "muted"))


def _open(reason: Reason, draft: Draft, glyphs: Glyphs, width: int) -> Iterator[Line]:
    known = entry(reason.code)
    if note := _note(reason, draft):
        yield from (line((part, "reading")) for part in wrapped(note, width))
    for words in reason.words or (known.meaning,):
        yield from (line((part, "muted")) for part in wrapped(words, width))
    for path in reason.paths[:_MANY]:
        label = shortened(f"You sent  {full_label(path, draft.answers)}", _LABEL - 2).ljust(_LABEL)
        first, *more = wrapped(_sent(path, draft), max(10, width - _LABEL))
        yield line((label, "muted"), (first, "strong"))
        yield from (line(" " * _LABEL, (part, "strong")) for part in more)
    yield line(("What to do", "strong"))
    for advice in known.advice:
        for row, part in enumerate(wrapped(advice, width - 2)):
            yield line((f"{glyphs.bullet} " if row == 0 else "  ", "muted"), part)
    yield _actions(reason, draft, glyphs)


def _note(reason: Reason, draft: Draft) -> str:
    said = acknowledgement_of_reason(reason, draft.last, draft.acknowledged) if draft.last else None
    return f"You said it is right. {said.note}".rstrip() if said else ""


def _actions(reason: Reason, draft: Draft, glyphs: Glyphs) -> Line:
    keep = (("   m", "key"), (" says it is right, with a note", "muted"))
    if not reason.paths:
        return line(*keep)
    return line((f"{glyphs.enter} Fix {full_label(reason.paths[0], draft.answers)}", "key"), *keep)


def _was(path: str, draft: Draft) -> str:
    return draft.last.answers.get(path, "") if draft.last is not None else ""


def _sent(path: str, draft: Draft) -> str:
    answers = draft.last.answers if draft.last is not None else draft.answers
    return answer_in_words(worded(QUESTIONS[path], answers), answers.get(path, ""))


def _in_words(path: str, draft: Draft) -> str:
    return answer_in_words(worded(QUESTIONS[path], draft.answers), draft.answers.get(path, ""))
