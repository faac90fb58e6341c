"""What happened to a profile, and what changed: since the newest submission, and between those before."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.differences import Difference, differences
from trusthub_tui.profile.labels import answer_in_words, counted, moment
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
    versions = draft.submissions
    if not versions:
        yield from paragraph("Nothing was submitted yet, so there is nothing to compare.", width)
        return
    if draft.editable:
        newest = versions[-1]
        yield from _compared(f"Now, against version {newest.version}", newest.answers, draft.answers, width)
    for before, after in reversed(list(pairwise(versions))):
        title = f"Version {after.version}, against version {before.version}"
        yield from _compared(title, before.answers, after.answers, width)
    if len(versions) == 1 and not draft.editable:
        yield from paragraph("There is only one version.", width)


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


def _compared(title: str, before: Answers, after: Answers, width: int) -> Iterator[Line]:
    found = differences(before, after)
    said = f"{counted(len(found), 'answer')} changed" if found else "nothing changed"
    yield line((f" {title}", "strong"), (f"   {said}", "muted"))
    yield from difference_lines(found, before, after, width)
    yield BLANK
