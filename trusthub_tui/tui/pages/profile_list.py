"""The lines of the list of profiles, read from the file only as they come into view."""

from collections.abc import Sequence

from trusthub_tui.cells import fitted
from trusthub_tui.profile.labels import full_label
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import PRACTICE, Reason, Submission, standing_of
from trusthub_tui.store.records import ProfileLine
from trusthub_tui.tui.glyphs import Glyphs
from trusthub_tui.tui.services import Services
from trusthub_tui.tui.widgets.bars import chip, marked
from trusthub_tui.tui.widgets.drawn import Drawn, Line, beside, line

_REASONS = 4
"""Reasons the preview has room for."""

_CHUNK = 64
_WORTH_LOOKING = 1024
"""Lines among which a profile is looked for; further down, the list begins at the top."""
_BADGE_WIDTH = 23
_NEXT_WIDTH = 30
_WHEN_WIDTH = 18


class ProfileLines:
    """The lines of the list, read from the file in chunks as they come into view."""

    def __init__(self, services: Services, glyphs: Glyphs, find: str = "") -> None:
        self._services = services
        self._glyphs = glyphs
        self._find = find
        count = services.guard.read(lambda: services.store.profiles.count(find), -1)
        self._count = max(0, count)
        self.readable = count >= 0
        """Whether it could be read how many there are."""
        self._chunks: dict[int, list[ProfileLine]] = {}

    def __len__(self) -> int:
        return self._count

    def profile(self, y: int) -> ProfileLine | None:
        """Return what stands on a line; None if it is gone meanwhile."""
        start = y - y % _CHUNK
        if start not in self._chunks:
            self._chunks[start] = self._services.guard.read(
                lambda: self._services.store.profiles.lines(self._find, start, _CHUNK), []
            )
        chunk = self._chunks[start]
        return chunk[y - start] if y - start < len(chunk) else None

    def find(self, key: object) -> int | None:
        """Return the line of a profile, if it is among the first ones."""
        nearest = range(min(self._count, _WORTH_LOOKING))
        return next((y for y in nearest if (profile := self.profile(y)) and profile.id == key), None)

    def line(self, y: int, width: int) -> Line:
        """Return one line, with as many columns as there is room for."""
        profile = self.profile(y)
        if profile is None:
            return Line()
        calm = profile.status.in_review or profile.status is Status.APPROVED
        room = width - 2 - _BADGE_WIDTH
        tail: list[tuple[str, str]] = []
        if width >= 70:
            tail.append((fitted(_what_is_next(profile), _NEXT_WIDTH), "muted" if calm else ""))
            room -= _NEXT_WIDTH
        if width >= 96:
            tail.append((fitted(self._services.ago(profile.changed_at), _WHEN_WIDTH), "muted"))
            room -= _WHEN_WIDTH
        text, role = marked(profile.status, self._glyphs)
        spans = [
            ("  ", "margin"),
            (fitted(profile.name, room - 1) + " ", "strong" if profile.status is Status.REJECTED else ""),
            (text, role),
            (" " * max(1, _BADGE_WIDTH - len(text)), ""),
        ]
        return Line((*spans, *tail), profile.id)


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
            - (_NEXT_WIDTH if width >= 70 else 0)
            - (_WHEN_WIDTH if width >= 96 else 0)
        )
        names = [fitted("Profile", room), fitted("Status", _BADGE_WIDTH)]
        names += [fitted("What is next", _NEXT_WIDTH)] if width >= 70 else []
        names += ["Last change"] if width >= 96 else []
        return [line(("  " + "".join(names), "muted"))]


class ProfilePreview(Drawn):
    """What there is to know about the profile with the cursor before it is opened."""

    _profile: ProfileLine | None = None
    _reasons: tuple[Reason, ...] = ()

    def show(self, profile: ProfileLine | None, submissions: Sequence[Submission]) -> None:
        """Show another profile, with the reasons of its newest submission."""
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
        lines = [
            beside(named, line(practice, chip(profile.status, self.look.glyphs)), width),
            line((_what_is_next(profile), "muted")),
        ]
        if profile.status is Status.REJECTED:
            lines += [_reason(number, reason) for number, reason in enumerate(self._reasons[:_REASONS], 1)]
        return lines


def _reason(number: int, reason: Reason) -> Line:
    concerned = f"  ->  {full_label(reason.paths[0])}" if reason.paths else ""
    return line(f"  {number}  {entry(reason.code).title}", (concerned, "muted"))
