"""The list of profiles: its columns, its rows, and what stands below it about the one with the cursor."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from trusthub_tui.cells import fitted
from trusthub_tui.profile.labels import ago, full_label, remote_status, whose_word
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import PRACTICE, Reason
from trusthub_tui.store.profile_line import ProfileLine
from trusthub_tui.tui.drawing.bars import chip, marked
from trusthub_tui.tui.drawing.lines import Line, beside, line
from trusthub_tui.tui.glyphs import Glyphs

if TYPE_CHECKING:
    from trusthub_tui.account.resources import RemoteProfile

ELSEWHERE: Final = "elsewhere"
"""Begins the key of a line about a profile that is only at Twilio; its SID follows."""

_REASONS: Final = 4
"""Reasons the preview has room for."""

_BADGE_WIDTH: Final = 23
_NEXT_WIDTH: Final = 30
_LAST_WIDTH: Final = 29
"""Of what is next where it is the last column, and needs no gap behind it."""
_WHEN_WIDTH: Final = 18


def profile_row(
    profile: ProfileLine, checked_at: datetime | None, now: datetime, width: int, glyphs: Glyphs
) -> Line:
    """Return the line of a profile, with as many columns as there is room for.

    ``checked_at`` is when Twilio was asked about it last; None for one that stands for none there.
    """
    text, role = marked(profile.status, glyphs)
    if checked_at is None:
        when = ago(profile.changed_at, now, None)
    else:
        when = whose_word(profile.status, profile.hub, checked_at, now)
        text = f"{text} @"
    calm = profile.status.in_review or profile.status is Status.APPROVED
    cells = _Cells(
        (profile.name, "strong" if profile.status is Status.REJECTED else ""),
        (text, role),
        (_what_is_next(profile), "muted" if calm else ""),
        when,
    )
    return Line(cells.spans(width), profile.id)


def elsewhere_row(one: "RemoteProfile", width: int) -> Line:
    """Return the line of a profile that is only at Twilio."""
    badge = (f"@ {remote_status(one.status)}", "muted")
    said = "not in this file: Enter pulls it" if width >= 96 else "Enter pulls it into this file"
    codes = " ".join(str(code) for code in one.codes[:2])
    told = f"{codes}  {said}".strip() if width >= 96 else said
    cells = _Cells((one.name or one.sid, ""), badge, (told, ""))
    return Line(cells.spans(width), (ELSEWHERE, one.sid))


def columns_row(width: int) -> Line:
    """Return the names of the columns, which stand above them."""
    room = (
        width
        - 2
        - _BADGE_WIDTH
        - (_next_width(width) if width >= 70 else 0)
        - (_WHEN_WIDTH if width >= 96 else 0)
    )
    names = [fitted("Profile", room), fitted("Status", _BADGE_WIDTH)]
    names += [fitted("What is next", _next_width(width))] if width >= 70 else []
    names += ["Last change"] if width >= 96 else []
    return line(("  " + "".join(names), "muted"))


def preview_rows(
    profile: ProfileLine, reasons: Sequence[Reason], word: str, width: int, glyphs: Glyphs
) -> list[Line]:
    """Return name, ID and status of a profile, then the reasons of a rejection; ``word`` says whose it is."""
    practice = ("Practice ", "muted") if profile.hub == PRACTICE else ""
    named = line((profile.name, "strong"), (f"  ID {profile.id}", "muted"))
    whose = f" ({word})" if word else ""
    rows = [
        beside(named, line(practice, chip(profile.status, glyphs)), width),
        line((f"{_what_is_next(profile)}{whose}", "muted")),
    ]
    if profile.status is Status.REJECTED:
        rows += [_reason(number, reason) for number, reason in enumerate(reasons[:_REASONS], 1)]
    return rows


@dataclass(frozen=True, slots=True)
class _Cells:
    """What stands in the columns of one line."""

    name: tuple[str, str]
    badge: tuple[str, str]
    next: tuple[str, str]
    when: str = ""
    """Empty where what is next takes its room, too."""

    def spans(self, width: int) -> tuple[tuple[str, str], ...]:
        """Return as many columns as there is room for."""
        room = width - 2 - _BADGE_WIDTH
        tail: list[tuple[str, str]] = []
        (name, name_role), (told, told_role), (badge, role) = self.name, self.next, self.badge
        if width >= 70:
            tail = [(fitted(told, _next_width(width)), told_role)]
            room -= _next_width(width)
        if width >= 96:
            tail = [(fitted(told, _NEXT_WIDTH + (0 if self.when else _WHEN_WIDTH)), told_role)]
            tail += [(fitted(self.when, _WHEN_WIDTH), "muted")] if self.when else []
            room -= _WHEN_WIDTH
        return (
            ("  ", "margin"),
            (fitted(name, room - 1) + " ", name_role),
            (fitted(badge, _BADGE_WIDTH), role),
            *tail,
        )


def _next_width(width: int) -> int:
    return _NEXT_WIDTH if width >= 96 else _LAST_WIDTH


def _what_is_next(profile: ProfileLine) -> str:
    if profile.rehearsed:
        return f"{profile.next} (rehearsed)"
    return f"{profile.next} (practice)" if profile.hub == PRACTICE else profile.next


def _reason(number: int, reason: Reason) -> Line:
    from trusthub_tui.profile.rejections import entry  # the catalogue is read with the first rejection

    concerned = f"  ->  {full_label(reason.paths[0])}" if reason.paths else ""
    return line(f"  {number}  {entry(reason.code).title}", (concerned, "muted"))
