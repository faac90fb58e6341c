"""What the list shows while there is no profile: the line a profile moves along, and what to have ready."""

from collections.abc import Iterator
from typing import Final

from trusthub_tui.cells import wrapped
from trusthub_tui.profile.questionnaire import SECTIONS
from trusthub_tui.profile.status import Status
from trusthub_tui.tui.drawing.bars import marked
from trusthub_tui.tui.drawing.lines import BLANK, Line, line
from trusthub_tui.tui.glyphs import Glyphs
from trusthub_tui.tui.widgets.drawn import Drawn

_TITLE: Final = "Tell Twilio who your business is"
_NONE_YET: Final = "You have no customer profiles on this computer. One takes about 10 minutes."

_READY: Final = (
    "Legal business name, as on tax or registry papers",
    "Registered street address, not a PO box",
    "Registration number (in the US the EIN), website",
    "Two people: name, work e-mail, phone, job",
    "An e-mail address for the decision",
    "Nothing; you confirm that the details are true",
    "Nothing; you check every answer and submit",
)
"""What each step asks for."""

SAVED_HERE: Final = (
    "Every key you type is saved on this computer. Nothing is sent: a practice Trust Hub reviews it here.",
)

_ROOMY: Final = 76
"""Cells from which the names of the steps stand beside what to have ready."""


class Welcome(Drawn):
    """It teaches the line: seven steps, then the review and its decision."""

    def draw(self, width: int) -> list[Line]:
        """Title and way, then the steps beside what to have ready for each."""
        roomy, glyphs = width >= _ROOMY, self.look.glyphs
        told = [line((f" {part}", "muted")) for part in wrapped(_NONE_YET, width - 2)]
        way = [BLANK, _way(width, glyphs)] if roomy else []
        return [line((f" {_TITLE}", "strong")), *told, *way, BLANK, *_steps(roomy=roomy)]


def _steps(*, roomy: bool) -> Iterator[Line]:
    named = f" {'Seven steps':<21}" if roomy else f"{'':<4}"
    yield line((f"{named}Have ready", "muted"))
    for section, ready in zip(SECTIONS, _READY, strict=True):
        name = f"{section.short:<18}" if roomy else ""
        yield line((f" {section.number}  ", "key"), (name, "strong"), ready)


def _way(width: int, glyphs: Glyphs) -> Line:
    """Return the line of a profile that nobody has begun, with its stations."""
    review, approved = (marked(status, glyphs)[0] for status in (Status.IN_REVIEW, Status.APPROVED))
    room = width - len(review) - len(approved) - 9
    segment = max(3, min(7, room // len(SECTIONS) - 1))
    steps = " ".join(glyphs.line_to_do * segment for _ in SECTIONS)
    return line(
        (f" {steps} ", "edge"),
        (review, "status-in-review"),
        (f" {glyphs.line_to_do * 3} ", "edge"),
        (approved, "status-approved"),
    )
