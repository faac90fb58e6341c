"""The lines of the list of profiles, read from the file only as they come into view."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from trusthub_tui.profile.submission import Reason, Submission, standing_of
from trusthub_tui.store.profile_line import Counts, ProfileLine
from trusthub_tui.tui.drawing.lines import Line
from trusthub_tui.tui.drawing.profile_rows import (
    ELSEWHERE,
    columns_row,
    elsewhere_row,
    preview_rows,
    profile_row,
)
from trusthub_tui.tui.navigator import Navigator
from trusthub_tui.tui.widgets.drawn import Drawn

if TYPE_CHECKING:
    from trusthub_tui.account.resources import RemoteProfile

_CHUNK: Final = 64
_UNREADABLE: Final = Counts()
_WORTH_LOOKING: Final = 1024
"""Lines among which a profile is looked for; further down, the list begins at the top."""


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
        counts = services.guard.read(lambda: services.store.profiles.counts(find), _UNREADABLE)
        self._count, self.needing = counts
        self.readable = counts is not _UNREADABLE
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
        profile, glyphs = self.profile(y), self._glyphs
        if profile is not None:
            checked_at = self._checked.get(profile.id)
            return profile_row(profile, checked_at, self._services.clock(), width, glyphs)
        index = y - self._count
        return (
            elsewhere_row(self._elsewhere[index], width, glyphs)
            if 0 <= index < len(self._elsewhere)
            else Line()
        )

    def key(self, y: int) -> object:
        """Return the ID of a profile, or what stands for one that is only at Twilio."""
        profile = self.profile(y)
        if profile is not None:
            return profile.id
        index = y - self._count
        return (ELSEWHERE, self._elsewhere[index].sid) if 0 <= index < len(self._elsewhere) else None

    def checked_at(self, profile_id: str) -> datetime | None:
        """Return when Twilio was asked about a profile last; None for one that stands for none there."""
        return self._checked.get(profile_id)


class Columns(Drawn):
    """The names of the columns."""

    def draw(self, width: int) -> list[Line]:
        """One line that stands above the list's columns."""
        return [columns_row(width, self.look.glyphs)]


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
        return preview_rows(self._profile, self._reasons, self._word, width, self.look.glyphs)
