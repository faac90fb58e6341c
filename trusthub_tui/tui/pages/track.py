"""The way of a profile as one line: draft, review, decision, with when and how long below each."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from trusthub_tui.cells import shortened, width_of
from trusthub_tui.profile.labels import counted
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import Submission
from trusthub_tui.tui.glyphs import Glyphs
from trusthub_tui.tui.services import Services
from trusthub_tui.tui.widgets.bars import marked
from trusthub_tui.tui.widgets.drawn import Line, line

_SHORTEST: Final = 3
"""Cells of a stretch at least."""


class Station(NamedTuple):
    """A place on the way."""

    mark: str
    label: str
    role: str
    below: str


def track_lines(
    status: Status, last: Submission, services: Services, glyphs: Glyphs, width: int
) -> Iterator[Line]:
    """Yield two rows; the stretch of a running practice review fills as it comes to its end."""
    first, second, third = _stations(status, last, services, glyphs)
    decided = last.decision is not None
    wide = max(width_of(f"{third.mark} {third.label}"), width_of(third.below) + 2)
    start_3 = width - 3 - wide
    start_2 = 2 + (start_3 - 2) * 2 // 5
    done = 1.0 if decided else _share(last, services.clock())
    above: list[tuple[str, str]] = [("  ", "")]
    at = 2
    for station, end, share in ((first, start_2, 1.0), (second, start_3, done)):
        named = f"{station.mark} {station.label} "
        above += [(station.mark, station.role), (f" {station.label} ", _label_role(station))]
        room = max(_SHORTEST, end - at - width_of(named) - 1)
        full = round(room * share)
        above += [
            (glyphs.line_ready * full, "accent"),
            (glyphs.line_to_do * (room - full), "edge"),
            (" ", ""),
        ]
        at += width_of(named) + room + 1
    above += [(third.mark, third.role), (f" {third.label}", _label_role(third))]
    yield Line(tuple(above))
    yield line(
        ("    " + shortened(first.below, start_2 - 4).ljust(start_2 - 2), "muted"),
        (shortened(second.below, start_3 - start_2 - 3).ljust(start_3 - start_2), "muted"),
        (third.below, "muted"),
    )


def _label_role(station: Station) -> str:
    match station.role:
        case "edge":
            return "muted"
        case "accent":
            return ""
    return station.role


def _stations(
    status: Status, last: Submission, services: Services, glyphs: Glyphs
) -> tuple[Station, Station, Station]:
    version = f"version {last.version}, " if last.version > 1 else ""
    sent = Station(glyphs.approved, "Draft", "accent", f"{version}sent {services.when(last.submitted_at)}")
    if last.decision is None:
        review = Station(glyphs.review, "In Review", "strong", _waiting(last, services.clock()))
        return sent, review, Station(glyphs.to_do, "Decision", "edge", "")
    text, role = marked(status, glyphs)
    mark, _, label = text.partition(" ")
    taken = _span(last.decision.decided_at - last.submitted_at)
    review = Station(glyphs.approved, "In Review", "accent", f"took {taken}")
    return sent, review, Station(mark, label, role, services.when(last.decision.decided_at))


def _waiting(last: Submission, now: datetime) -> str:
    if last.due_at is None:
        return f"for {_span(now - last.submitted_at)}; no date is given"
    left = last.due_at - now
    return f"due in {_span(left)}" if left > timedelta() else "due now"


def _share(last: Submission, now: datetime) -> float:
    """Return how much of a practice review is over; Twilio's gives no date, so its stretch stays empty."""
    if last.due_at is None:
        return 0.0
    whole = (last.due_at - last.submitted_at).total_seconds()
    return min(1.0, max(0.0, (now - last.submitted_at).total_seconds() / whole)) if whole > 0 else 1.0


def _span(length: timedelta) -> str:
    """Return a length of time in its largest unit."""
    seconds = max(0, round(length.total_seconds()))
    for unit, size in (("day", 86400), ("hour", 3600), ("minute", 60)):
        if seconds >= 2 * size or seconds == size:
            return counted(seconds // size, unit)
    return f"{seconds} s"
