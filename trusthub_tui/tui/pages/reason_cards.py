"""The reasons of a rejection as cards: one is open at a time, the others show what they are about."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from trusthub_tui.cells import width_of, wrapped
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.acknowledgements import ReasonState, acknowledgement_of_reason, reason_state
from trusthub_tui.profile.answers import answered
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.differences import sent_differs
from trusthub_tui.profile.labels import answer_in_words, full_label
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rejections import NO_CODE, entry
from trusthub_tui.profile.submission import Reason, Submission
from trusthub_tui.tui.drawing.lines import BLANK, Line, beside, line
from trusthub_tui.tui.glyphs import Glyphs

_MANY: Final = 6
"""A reason about more questions than this shows the answers to the first ones only."""

_INDENT: Final = 6
_BESIDE: Final = 20
"""Cells that an answer needs beside its label; where there are fewer it stands below."""


@dataclass(frozen=True, slots=True)
class _Card:
    number: int
    reason: Reason
    state: ReasonState
    sent: Submission
    draft: Draft
    glyphs: Glyphs
    width: int

    @property
    def key(self) -> tuple[str, int]:
        return ("reason", self.number)


def states_of(draft: Draft) -> tuple[ReasonState, ...]:
    """Return how far each reason is dealt with."""
    sent = draft.last
    if sent is None:
        return ()
    return tuple(reason_state(reason, sent, draft.answers, draft.acknowledged) for reason in draft.reasons)


def reason_cards(draft: Draft, glyphs: Glyphs, width: int, opened: object) -> Iterator[Line]:
    """Yield all cards; the one whose key is ``opened`` is open, unless it is dealt with."""
    sent = draft.last
    if sent is None:
        return
    pairs = zip(draft.reasons, states_of(draft), strict=True)
    for number, (reason, state) in enumerate(pairs, 1):
        card = _Card(number, reason, state, sent, draft, glyphs, width)
        here = card.key == opened
        yield from _edged(card, _head(card), _body(card, here=here), here=here)
        yield BLANK


def _edged(card: _Card, head: Iterator[Line], body: Iterator[Line], *, here: bool) -> Iterator[Line]:
    """Give the lines of a card their key, and an edge where the cursor is."""
    edge = (f"{card.glyphs.thick_edge} ", "key") if here else ("  ", "")
    for one in head:
        yield Line((edge, *one.spans), card.key)
    for one in body:
        yield Line((edge, *one.spans), card.key, body=True)


def _head(card: _Card) -> Iterator[Line]:
    """Yield number, sentence, code and state; the sentence is wrapped, never cut."""
    known = entry(card.reason.code)
    state = line(*_state(card), " ")
    room = card.width - _INDENT - state.width - 2
    first, *more = wrapped(known.title, room)
    code = f"  {known.code}" if known.known and known.code != NO_CODE else ""
    shown = code if width_of(first) + len(code) <= room and not more else ""
    yield beside(line(f"{card.number:<3} ", (first, "strong"), (shown, "muted")), state, card.width - 2)
    for part in more:
        end = code if part is more[-1] else ""
        yield line(" " * 4, (part, "strong"), (end, "muted"))


def _state(card: _Card) -> tuple[tuple[str, str]]:
    if card.state is ReasonState.TO_FIX:
        return ((f"! {card.state.value}", "problem"),)
    mark = card.glyphs.ready
    return ((f"{mark} {card.state.value}", "reading"),)


def _body(card: _Card, *, here: bool) -> Iterator[Line]:
    if card.state.dealt_with:
        yield from _dealt_with(card)
    elif here:
        yield from _opened(card)
    elif card.reason.paths:
        names = ", ".join(_concerned(card))
        yield from _text(names, card, "muted")


def _concerned(card: _Card) -> Iterator[str]:
    yield from (full_label(path, card.draft.answers) for path in card.reason.paths[:3])
    if len(card.reason.paths) > 3:
        yield f"and {len(card.reason.paths) - 3} more"


def _opened(card: _Card) -> Iterator[Line]:
    """Yield why, what was sent, what to do, and the two ways on."""
    known = entry(card.reason.code)
    for words in card.reason.words or (known.meaning,):
        yield from _text(words, card, "muted")
    yield from _values(card)
    yield line(" " * 4, ("What to do", "strong"))
    for advice in known.advice:
        for number, part in enumerate(wrapped(advice, card.width - _INDENT - 4)):
            yield line(" " * 4, (f"{card.glyphs.bullet} " if number == 0 else "  ", "muted"), part)
    yield from _ways_on(card)


def _values(card: _Card) -> Iterator[Line]:
    answers = card.sent.answers
    shown = [path for path in card.reason.paths[:_MANY] if answered(answers, path)]
    shown = shown or list(card.reason.paths[:1])
    labels = [full_label(path, answers) for path in shown]
    before = "You sent  "
    room, there = max(map(width_of, labels), default=0) + 2, card.width - _INDENT - len(before) - 2
    fits = there - room >= _BESIDE
    for path, label in zip(shown, labels, strict=True):
        text = answer_in_words(worded(QUESTIONS[path], answers), answers.get(path, ""))
        named = f"{label:<{room}}"
        if not fits:
            yield line(" " * 4, (before + label, "muted"))
            before, named = " " * len(before), "  "
        for part in wrapped(text, there - len(named)):
            yield line(" " * 4, (before + named, "muted"), (part, "strong"))
            before, named = " " * len(before), " " * len(named)


def _ways_on(card: _Card) -> Iterator[Line]:
    keep = ("m", "key"), (" says it is right, with a note", "muted")
    if not card.reason.paths:
        yield line(" " * 4, *keep)
        return
    fix = (f"{card.glyphs.enter} fix {full_label(card.reason.paths[0], card.draft.answers)}", "key")
    both = line(" " * 4, fix, "    ", *keep)
    if both.width <= card.width - 2:
        yield both
    else:
        yield line(" " * 4, fix)
        yield line(" " * 4, *keep)


def _dealt_with(card: _Card) -> Iterator[Line]:
    """Yield what the user did about it."""
    draft, sent = card.draft, card.sent
    if card.state is ReasonState.CHANGED:
        for path in card.reason.paths:
            if sent_differs(path, sent.answers, draft.answers):
                text = answer_in_words(worded(QUESTIONS[path], draft.answers), draft.answers.get(path, ""))
                yield from _text(f"{full_label(path, draft.answers)} is now: {text}", card)
        return
    kept = acknowledgement_of_reason(card.reason, sent, draft.acknowledged)
    yield from _text(f"You said it is right. {kept.note if kept else ''}", card)


def _text(text: str, card: _Card, role: str = "") -> Iterator[Line]:
    for part in wrapped(text, card.width - _INDENT - 2):
        yield line(" " * 4, (part, role))
