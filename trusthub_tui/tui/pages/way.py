"""The head of the page about a submission: the way of the profile as one line, and what to do now."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from trusthub_tui.cells import wrapped
from trusthub_tui.draft.attention import open_reasons
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.labels import counted, lasted
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import PRACTICE, Submission
from trusthub_tui.tui.drawing.bars import marked
from trusthub_tui.tui.drawing.lines import BLANK, Line, line
from trusthub_tui.tui.glyphs import Glyphs
from trusthub_tui.tui.services import Services
from trusthub_tui.tui.widgets.drawn import Drawn
from trusthub_tui.tui.widgets.track import Station, track

_LOW: Final = 24
"""Rows of a window below which nothing is left blank."""


class Way(Drawn):
    """Where the profile is on its way, and one sentence that says what to do."""

    def __init__(self, draft: Draft, services: Services) -> None:
        super().__init__(id="way")
        self._draft = draft
        self._services = services

    def draw(self, width: int) -> list[Line]:
        """The line of the stations, and below it the sentence."""
        draft, last = self._draft, self._draft.last
        if last is None:
            return []
        air = [] if self.app.size.height < _LOW else [BLANK]
        stations = (
            _draft(last, self._services, self.look.glyphs),
            _review(last, self._services, self.look.glyphs),
            _decision(draft.status, last, self._services, self.look.glyphs),
        )
        return [
            *air,
            *track(stations, width, self.look.glyphs),
            *air,
            *_told(*what_to_do(draft, self._services), width),
            BLANK,
        ]


def what_to_do(draft: Draft, services: Services) -> tuple[str, str]:
    """Return one sentence about what to do now, and what else there is to say about it."""
    last = draft.last
    practice = last is not None and last.hub == PRACTICE
    match draft.status:
        case Status.REJECTED:
            return _about_reasons(draft, practice=practice)
        case Status.APPROVED if practice:
            return "Approved in practice. Now carry it over to Twilio", "Twilio takes it in its Console only"
        case Status.APPROVED:
            return "Approved by Twilio. Nothing to do now", "It is read-only, as it is at Twilio"
    if last is not None and practice and last.due_at:
        return "Nothing to do now", f"The practice decision is due at {services.when(last.due_at)}"
    return "Nothing to do now", "Twilio usually decides within 24 to 72 hours"


def _about_reasons(draft: Draft, *, practice: bool) -> tuple[str, str]:
    count, left = len(draft.reasons), len(open_reasons(draft))
    again = "submit again" if practice else "file it again"
    if not count:
        return (
            f"Change what Twilio wrote about, then {again}",
            "The reasons were e-mailed: p takes them in",
        )
    dealt = f"{count - left} of {count} dealt with"
    if left:
        return f"Fix {counted(count, 'reason')}, then {again}", dealt
    every = {1: "The reason is", 2: "Both reasons are"}.get(count, f"All {count} reasons are")
    return f"{every} dealt with. Now {again}", dealt


def _told(sentence: str, more: str, width: int) -> Iterator[Line]:
    if len(sentence) + len(more) + 4 <= width:
        yield line((f" {sentence}", "strong"), (f"  {more}", "muted"))
        return
    yield from (line((f" {part}", "strong")) for part in wrapped(sentence, width - 2))
    yield from (line((f" {part}", "muted")) for part in wrapped(more, width - 2))


def _draft(last: Submission, services: Services, glyphs: Glyphs) -> Station:
    return Station(
        glyphs.ready, "Draft", "strong", (f"version {last.version}", services.when(last.submitted_at))
    )


def _review(last: Submission, services: Services, glyphs: Glyphs) -> Station:
    who = "by practice" if last.hub == PRACTICE else "by Twilio"
    ended = last.decision.decided_at if last.decision else services.clock()
    span = lasted(ended - last.submitted_at)
    if last.decision is None:
        text, role = marked(Status.IN_REVIEW, glyphs)
        return Station(text.split(" ", 1)[0], "In Review", role, (who, f"for {span}"), 1)
    return Station(glyphs.ready, "In Review", "strong", (who, span), 1)


def _decision(status: Status, last: Submission, services: Services, glyphs: Glyphs) -> Station:
    if last.decision is not None:
        text, role = marked(status, glyphs)
        mark, word = text.split(" ", 1)
        return Station(mark, word, role, (services.when(last.decision.decided_at),), 1)
    if last.due_at is None:
        return Station(glyphs.to_do, "Decision", "muted", ("no date given",))
    now = services.clock()
    return Station(
        glyphs.to_do,
        "Decision",
        "muted",
        (_due_in(last.due_at, now), services.when(last.due_at)),
        _part(last.submitted_at, last.due_at, now),
    )


def _due_in(due: datetime, now: datetime) -> str:
    return f"due in {lasted(due - now)}" if due > now else "due now"


def _part(start: datetime, end: datetime, now: datetime) -> float:
    whole = (end - start).total_seconds()
    return min(1.0, max(0.0, (now - start).total_seconds() / whole)) if whole > 0 else 1.0
