"""The lines of the list of profiles, read from the file only as they come into view."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from trusthub_tui.cells import fitted
from trusthub_tui.profile.labels import full_label, remote_status, whose_word
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import PRACTICE, Reason, Submission, standing_of
from trusthub_tui.store.records import ProfileLine
from trusthub_tui.tui.services import Navigator
from trusthub_tui.tui.widgets.bars import chip, marked
from trusthub_tui.tui.widgets.drawn import Drawn, Line, beside, line

if TYPE_CHECKING:
    from trusthub_tui.account.resources import RemoteProfile

ELSEWHERE: Final = "elsewhere"
"""Begins the key of a line about a profile that is only at Twilio; its SID follows."""

_REASONS = 4
"""Reasons the preview has room for."""

_CHUNK = 64
_WORTH_LOOKING = 1024
"""Lines among which a profile is looked for; further down, the list begins at the top."""
_BADGE_WIDTH = 23
_NEXT_WIDTH = 30
_LAST_WIDTH = 29
"""Of what is next where it is the last column, and needs no gap behind it."""
_WHEN_WIDTH = 18


def elsewhere(navigator: Navigator) -> "Sequence[RemoteProfile]":
    """Return the profiles at Twilio that none in the file stands for: the last lines of the list."""
    return navigator.follower.elsewhere if navigator.follower else ()


class ProfileLines:
    """The lines of the list, read from the file in chunks as they come into view."""

    def __init__(self, navigator: Navigator, find: str = "") -> None:
        self._services = services = navigator.services
        self._glyphs = navigator.look.glyphs
        self._find = find
        words = find.casefold()
        self._elsewhere = [one for one in elsewhere(navigator) if words in f"{one.name} {one.sid}".casefold()]
        none: Mapping[str, datetime] = {}
        self._checked = services.guard.read(services.store.linked.checked, none)
        count = services.guard.read(lambda: services.store.profiles.count(find), -1)
        self._count = max(0, count)
        self.readable = count >= 0
        """Whether it could be read how many there are."""
        self._chunks: dict[int, list[ProfileLine]] = {}

    def __len__(self) -> int:
        return self._count + len(self._elsewhere)

    def profile(self, y: int) -> ProfileLine | None:
        """Return what stands on a line; None if it is gone meanwhile, or only at Twilio."""
        if y >= self._count:
            return None
        start = y - y % _CHUNK
        if start not in self._chunks:
            self._chunks[start] = self._services.guard.read(
                lambda: self._services.store.profiles.lines(self._find, start, _CHUNK), []
            )
        chunk = self._chunks[start]
        return chunk[y - start] if y - start < len(chunk) else None

    def find(self, key: object) -> int | None:
        """Return the line of a profile, if it is among the first ones."""
        if isinstance(key, tuple):
            there = (y for y, one in enumerate(self._elsewhere, self._count) if one.sid == key[1])
            return next(there, None)
        nearest = range(min(self._count, _WORTH_LOOKING))
        return next((y for y in nearest if (profile := self.profile(y)) and profile.id == key), None)

    def line(self, y: int, width: int) -> Line:
        """Return one line, with as many columns as there is room for."""
        profile = self.profile(y)
        if profile is not None:
            return self._local(profile, width)
        index = y - self._count
        return self._remote(self._elsewhere[index], width) if 0 <= index < len(self._elsewhere) else Line()

    def checked_at(self, profile_id: str) -> datetime | None:
        """Return when Twilio was asked about a profile last; None for one that stands for none there."""
        return self._checked.get(profile_id)

    def _local(self, profile: ProfileLine, width: int) -> Line:
        checked_at, services = self._checked.get(profile.id), self._services
        text, role = marked(profile.status, self._glyphs)
        if checked_at is None:
            when = services.ago(profile.changed_at)
        else:
            when = whose_word(profile.status, profile.hub, checked_at, services.clock())
            text = f"{text} @"
        calm = profile.status.in_review or profile.status is Status.APPROVED
        cells = _Cells(
            (profile.name, "strong" if profile.status is Status.REJECTED else ""),
            (text, role),
            (_what_is_next(profile), "muted" if calm else ""),
            when,
        )
        return Line(cells.spans(width), profile.id)

    def _remote(self, one: "RemoteProfile", width: int) -> Line:
        badge = (f"@ {remote_status(one.status)}", "muted")
        said = "not in this file: Enter pulls it" if width >= 96 else "Enter pulls it into this file"
        codes = " ".join(str(code) for code in one.codes[:2])
        told = f"{codes}  {said}".strip() if width >= 96 else said
        cells = _Cells((one.name or one.sid, ""), badge, (told, ""))
        return Line(cells.spans(width), (ELSEWHERE, one.sid))


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


class Columns(Drawn):
    """The names of the columns."""

    def draw(self, width: int) -> list[Line]:
        """One line that stands above the list's columns."""
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
        return [line(("  " + "".join(names), "muted"))]


class ProfilePreview(Drawn):
    """What there is to know about the profile with the cursor before it is opened."""

    _profile: ProfileLine | None = None
    _reasons: tuple[Reason, ...] = ()
    _word: str = ""

    def show(self, profile: ProfileLine | None, submissions: Sequence[Submission], word: str = "") -> None:
        """Show another profile, with the reasons of its newest submission; ``word`` says whose word it is."""
        self._word = word
        standing = standing_of(submissions)
        decision = standing.decision if standing else None
        self._profile, self._reasons = profile, decision.reasons if decision else ()
        self.redraw()

    def draw(self, width: int) -> list[Line]:
        """Name, ID and status, then the reasons of a rejection."""
        profile = self._profile
        if profile is None:
            return []
        practice = ("Practice ", "muted") if profile.hub == PRACTICE else ""
        named = line((profile.name, "strong"), (f"  ID {profile.id}", "muted"))
        word = f" ({self._word})" if self._word else ""
        lines = [
            beside(named, line(practice, chip(profile.status, self.look.glyphs)), width),
            line((f"{_what_is_next(profile)}{word}", "muted")),
        ]
        if profile.status is Status.REJECTED:
            lines += [_reason(number, reason) for number, reason in enumerate(self._reasons[:_REASONS], 1)]
        return lines


def _reason(number: int, reason: Reason) -> Line:
    concerned = f"  ->  {full_label(reason.paths[0])}" if reason.paths else ""
    return line(f"  {number}  {entry(reason.code).title}", (concerned, "muted"))
