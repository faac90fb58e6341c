"""The lines at the edges of a screen: the title with save state and status, the rule below it, the keys."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from trusthub_tui.cells import shortened
from trusthub_tui.profile.status import Status
from trusthub_tui.tui.drawing.lines import Line, beside, line
from trusthub_tui.tui.glyphs import Glyphs

if TYPE_CHECKING:
    from trusthub_tui.profile.progress import SectionProgress

_NAMES: Final = {
    Status.DRAFT: "draft",
    Status.PENDING_REVIEW: "in-review",
    Status.IN_REVIEW: "in-review",
    Status.REJECTED: "rejected",
    Status.APPROVED: "approved",
}


def chip(status: Status, glyphs: Glyphs) -> tuple[str, str]:
    """Return a status as a chip of a line: mark and words, never one alone."""
    return f" {glyphs.status(status)} {status.label} ", f"chip-{_NAMES[status]}"


def marked(status: Status, glyphs: Glyphs) -> tuple[str, str]:
    """Return a status as a piece of a row: mark and words, without paper."""
    return f"{glyphs.status(status)} {status.label}", f"status-{_NAMES[status]}"


class Title(NamedTuple):
    """What the two rows at the top say."""

    name: str = ""
    error: bool = False
    """Whether there is something wrong that the user was told of."""
    profile_id: str = ""
    """Where it stands nowhere else."""
    said: str = ""
    """At the right, before the chip."""
    alarm: bool = False
    """Whether that must not be overlooked."""
    practice: bool = False
    status: Status | None = None
    steps: "tuple[SectionProgress, ...]" = ()
    current: int = 0
    """The number of the step shown; none draws a rule."""
    part: float = 0.0
    """How much of that rule is drawn heavy, 0 to 1: how far something is."""


def title_line(title: Title, width: int, glyphs: Glyphs, not_twilio: str = "") -> Line:
    """Return the row at the top; ``not_twilio`` is the host that stands in for Twilio, if one does."""
    right = _right_end(title, glyphs, not_twilio, "   ")
    if right.width + 2 > width:
        right = _right_end(title, glyphs, not_twilio, " ")
    return beside(_left_end(title, width - right.width - 1), right, width)


def plain_rule(width: int, glyphs: Glyphs, part: float = 0.0) -> Line:
    """Return the row below the title where there are no steps to show, heavy as far as something is."""
    done = round(part * (width - 2))
    return line(" ", (glyphs.line_ready * done, "accent"), (glyphs.rule * (width - 2 - done), "rule"))


def keys_line(entries: Sequence[tuple[str, str]], order: Mapping[str, int], width: int) -> Line:
    """Return the row of keys: as many entries, each a key and its title, as fit whole, the first ones first.

    ``order`` is the place of a title in the row; one that has none stands at its start.
    """
    chosen: list[tuple[str, str]] = []
    room = width - 1
    for key, title in entries:
        needed = len(key) + len(title) + (3 if chosen else 1)
        if needed > room:
            break
        room -= needed
        chosen.append((key, title))
    spans: list[tuple[str, str]] = []
    for key, title in sorted(chosen, key=lambda entry: order.get(entry[1], -1)):
        spans += [("  " if spans else " ", ""), (key, "key"), (f" {title}", "")]
    return Line(tuple(spans))


def _left_end(title: Title, width: int) -> Line:
    error = (" Error:", "problem") if title.error else ""
    named = f"  {title.profile_id}" if title.profile_id else ""
    room = width - 1 - (len(" Error:") if error else 0) - len(named)
    return line(error, (f" {shortened(title.name, room)}", "title"), (named, "muted"))


def _right_end(title: Title, glyphs: Glyphs, not_twilio: str, between: str) -> Line:
    instead = f"NOT TWILIO: {not_twilio}" if not_twilio else ""
    shown = line(
        (instead, "problem"),
        between if instead else "",
        (title.said.strip(), "problem" if title.alarm else "muted"),
        between if title.said.strip() and (title.practice or title.status) else "",
        ("Practice " if title.practice else "", "muted"),
    )
    if title.status is None:
        return Line((*shown.spans, (" ", "")))
    return Line((*shown.spans, chip(title.status, glyphs), (" ", "")))
