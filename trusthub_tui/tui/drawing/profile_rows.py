"""The list of profiles: its columns, its rows, and what stands below it about the one with the cursor."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from trusthub_tui.cells import fitted, width_of
from trusthub_tui.profile.labels import ago, counted, full_label, remote_status, whose_word
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import PRACTICE, Reason
from trusthub_tui.store.profile_line import ProfileLine
from trusthub_tui.tui.drawing.bars import Title, chip, marked
from trusthub_tui.tui.drawing.lines import Line, beside, line
from trusthub_tui.tui.glyphs import Glyphs

if TYPE_CHECKING:
    from trusthub_tui.account.resources import RemoteProfile

ELSEWHERE: Final = "elsewhere"
"""Begins the key of a line about a profile that is only at Twilio; its SID follows."""

PREVIEW: Final = 8
"""Rows that the preview takes."""

PREVIEW_FROM: Final = 24
"""Rows of a window from which on there is a preview."""

_REASONS: Final = 4
"""Reasons the preview has room for."""

_NEXT_WIDTH: Final = 31
_SHORT_WIDTH: Final = 11
"""Of what is next where there is room for little more than the line of the steps."""
_WHEN_WIDTH: Final = 18

_WAY: Final = {
    "-": ("line_to_do", "edge"),
    "~": ("line_started", "accent"),
    "=": ("line_ready", "accent"),
    "?": ("", "warning"),
    "r": ("", "warning"),
    "!": ("", "problem"),
}
"""By the letter of a step's state: the glyph drawn for it, without one the letter itself, and its role."""


def list_title(count: int, needing: int) -> Title:
    """Return what stands at the top of a list of so many profiles, so many of which need the user."""
    need = f"   {needing:,} {'needs' if needing == 1 else 'need'} you" if needing else ""
    return Title("Customer Profiles", said=f"{counted(count, 'profile')}{need}")


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
        tuple(_way(profile.steps, glyphs)),
    )
    return Line(cells.spans(Columns.of(width, glyphs)), profile.id)


def _way(steps: str, glyphs: Glyphs) -> Iterator[tuple[str, str]]:
    """Yield the line of the steps in a cell each."""
    for letter in steps:
        name, role = _WAY.get(letter, _WAY["-"])
        yield (getattr(glyphs, name) if name else letter), role


def elsewhere_row(one: "RemoteProfile", width: int, glyphs: Glyphs) -> Line:
    """Return the line of a profile that is only at Twilio."""
    badge = (f"@ {remote_status(one.status)}", "muted")
    said = "not in this file: Enter pulls it" if width >= 96 else "Enter pulls it into this file"
    codes = " ".join(str(code) for code in one.codes[:2])
    told = f"{codes}  {said}".strip() if width >= 96 else said
    cells = _Cells((one.name or one.sid, ""), badge, (told, ""))
    return Line(cells.spans(Columns.of(width, glyphs)), (ELSEWHERE, one.sid))


def columns_row(width: int, glyphs: Glyphs) -> Line:
    """Return the names of the columns, which stand above them."""
    columns = Columns.of(width, glyphs)
    names = [fitted("Profile", columns.name), fitted("Status", columns.badge)]
    names += [fitted("What is next", columns.next)] if columns.next > _SHORT_WIDTH else []
    names += ["Last change"] if columns.when else []
    return line(("  " + "".join(names), "muted"))


class Columns(NamedTuple):
    """How many cells each column takes, the gap behind it included; 0 for one that is not shown."""

    name: int
    badge: int
    next: int
    when: int

    @classmethod
    def of(cls, width: int, glyphs: Glyphs) -> "Columns":
        """Return the columns in so many cells: names get what the others leave."""
        badge = len(max((marked(status, glyphs)[0] for status in Status), key=len)) + len(" @ ")
        following = _NEXT_WIDTH if width >= 70 else _SHORT_WIDTH
        when = _WHEN_WIDTH if width >= 96 else 0
        return cls(width - 2 - badge - following - when, badge, following, when)


def preview_rows(
    profile: ProfileLine | None, reasons: Sequence[Reason], word: str, width: int, glyphs: Glyphs
) -> list[Line]:
    """Return a rule, then name, ID and status of a profile, and the reasons of a rejection.

    ``word`` says whose word the status is.
    """
    rule = line((glyphs.rule * width, "rule"))
    if profile is None:
        return [rule]
    practice = ("Practice ", "muted") if profile.hub == PRACTICE else ""
    named = line((profile.name, "strong"), (f"  ID {profile.id}", "muted"))
    whose = f" ({word})" if word else ""
    rows = [
        rule,
        beside(named, line(practice, chip(profile.status, glyphs)), width),
        line((f"{_what_is_next(profile)}{whose}", "muted")),
    ]
    if profile.status is Status.REJECTED:
        rows += [_reason(number, reason) for number, reason in enumerate(reasons[:_REASONS], 1)]
    return rows


class _Cells(NamedTuple):
    """What stands in the columns of one line."""

    name: tuple[str, str]
    badge: tuple[str, str]
    next: tuple[str, str]
    when: str = ""
    """Empty where what is next takes its room, too."""

    way: tuple[tuple[str, str], ...] = ()
    """The line of the steps, before what is next."""

    def spans(self, columns: Columns) -> tuple[tuple[str, str], ...]:
        """Return as many columns as there is room for."""
        (name, name_role), (badge, role) = self.name, self.badge
        room = columns.next + (0 if self.when else columns.when)
        return (
            ("  ", "margin"),
            (fitted(name, columns.name - 1) + " ", name_role),
            (fitted(badge, columns.badge), role),
            *self._next(room),
            *([(fitted(self.when, columns.when), "muted")] if self.when and columns.when else []),
        )

    def _next(self, room: int) -> Iterator[tuple[str, str]]:
        told, role = self.next
        if self.way:
            yield from self.way
            yield "  ", ""
            room -= len(self.way) + 2
        elif room == _SHORT_WIDTH:
            told = told.removeprefix("Fix ")
        if width_of(told) > room - 1:
            told = told.split(" in ")[0].split(" (")[0]
        if room >= _SHORT_WIDTH:
            yield fitted(told if width_of(told) < room or room > _SHORT_WIDTH else "", room), role


def _what_is_next(profile: ProfileLine) -> str:
    if profile.rehearsed:
        return f"{profile.next} (rehearsed)"
    return f"{profile.next} (practice)" if profile.hub == PRACTICE else profile.next


def _reason(number: int, reason: Reason) -> Line:
    from trusthub_tui.profile.rejections import entry  # the catalogue is read with the first rejection

    concerned = f"  ->  {full_label(reason.paths[0])}" if reason.paths else ""
    return line(f"  {number}  {entry(reason.code).title}", (concerned, "muted"))
