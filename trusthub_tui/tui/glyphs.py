"""The marks on the screen: those that the default fonts of terminals draw, and the same in ASCII.

Meaning never hangs on a mark alone: a word or a number stands beside it.
"""

from typing import TYPE_CHECKING, Final, NamedTuple

from trusthub_tui.profile.status import Status

if TYPE_CHECKING:
    from trusthub_tui.profile.progress import SectionState


class Glyphs(NamedTuple):
    """The marks, lines and arrows of one kind of terminal."""

    draft: str = "~"
    review: str = "…"
    rejected: str = "✗"
    approved: str = "✓"
    ready: str = "✓"
    started: str = "~"
    to_do: str = "○"
    to_fix: str = "!"
    to_look_at: str = "?"
    reason: str = "✗"
    """Of a step that an open reason of a rejection concerns."""
    focus: str = "›"
    """In the margin of what has the focus."""
    edge: str = "▏"
    """At the left of a field."""
    thick_edge: str = "▌"
    """At the left of a field in focus, and of what is wrong."""
    opens: str = "▾"
    """In a field that opens a list."""
    line_ready: str = "━"
    line_started: str = "─"
    line_to_do: str = "─"
    rule: str = "─"
    rail_ready: str = "┃"
    rail: str = "│"
    bullet: str = "•"
    enter: str = "↵"

    def status(self, status: Status) -> str:
        """Return the mark of a status."""
        match status:
            case Status.DRAFT:
                return self.draft
            case Status.REJECTED:
                return self.rejected
            case Status.APPROVED:
                return self.approved
        return self.review

    def state(self, state: "SectionState") -> str:
        """Return the mark of a step."""
        from trusthub_tui.profile.progress import SectionState

        match state:
            case SectionState.READY:
                return self.ready
            case SectionState.STARTED:
                return self.started
            case SectionState.TO_FIX:
                return self.to_fix
            case SectionState.TO_LOOK_AT:
                return self.to_look_at
            case SectionState.REASON:
                return self.reason
        return self.to_do


UNICODE: Final = Glyphs()

ASCII: Final = Glyphs(
    draft="[~]",
    review="[..]",
    rejected="[X]",
    approved="[OK]",
    ready="[x]",
    started="[~]",
    to_do="[ ]",
    to_fix="[!]",
    to_look_at="[?]",
    reason="[R]",
    focus=">",
    edge="[",
    thick_edge="|",
    opens="v",
    line_ready="=",
    line_started="~",
    line_to_do="-",
    rule="-",
    rail_ready="#",
    rail="|",
    bullet="-",
    enter="Enter",
)
