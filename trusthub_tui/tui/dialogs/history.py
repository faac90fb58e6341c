"""What happened to a profile, and what changed: since the newest submission, and between those before."""

from collections.abc import Iterator, Sequence

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.differences import (
    Difference,
    VersionPair,
    comparisons,
    differences,
    how_much_changed,
    why_nothing_to_compare,
)
from trusthub_tui.profile.labels import answer_in_words, moment
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.store.records import Event
from trusthub_tui.tui.drawing.lines import BLANK, Line, line
from trusthub_tui.tui.widgets.paragraphs import labelled, paragraph

_LABEL = 10


def event_lines(events: Sequence[Event], width: int) -> Iterator[Line]:
    """Yield the events of a profile in the user's own time zone, the newest first."""
    for event in reversed(events):
        yield from labelled(f" {moment(event.at, None, exact=True)}", event.text, width, room=24)


def change_lines(draft: Draft, width: int) -> Iterator[Line]:
    """Yield every comparison there is, the newest first."""
    found = comparisons(draft.submissions, draft.answers if draft.editable else None)
    for one in found:
        yield from _compared(one, width)
    if not found:
        yield from paragraph(why_nothing_to_compare(draft.submissions), width)


def difference_lines(
    found: Sequence[Difference], before: Answers, after: Answers, width: int
) -> Iterator[Line]:
    """Yield old and new value of each answer that differs; Enter goes to it."""
    for one in found:
        key = ("answer", one.path)
        yield line(f"   {one.label}", key=key)
        for name, answers in (("was", before), ("now", after)):
            question = worded(QUESTIONS[one.path], answers)
            text = answer_in_words(question, answers.get(one.path, ""))
            yield from labelled(
                f"     {name}", text, width, room=_LABEL, role="muted" if name == "was" else "", key=key
            )


def _compared(one: VersionPair, width: int) -> Iterator[Line]:
    found = differences(one.before, one.after)
    yield line((f" {one.title}", "strong"), (f"   {how_much_changed(found)}", "muted"))
    yield from difference_lines(found, one.before, one.after, width)
    yield BLANK
