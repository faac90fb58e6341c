"""The lines of the page about a submission: reasons as cards, what can be done, what happened."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from trusthub_tui.draft.attention import lacks_reasons, open_reasons
from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import PRACTICE, Decision, Submission
from trusthub_tui.trusthub.outcome import USUAL_WAIT, told_by
from trusthub_tui.tui.dialogs.at_twilio import AtTwilio
from trusthub_tui.tui.drawing.bars import marked
from trusthub_tui.tui.drawing.lines import BLANK, Line, line
from trusthub_tui.tui.glyphs import Glyphs
from trusthub_tui.tui.pages.reason_cards import reason_cards
from trusthub_tui.tui.services import Services
from trusthub_tui.tui.widgets.paragraphs import action, point

SUBMIT: Final = "submit"
READ: Final = "read"
COPY: Final = "copy"
REVIEW: Final = "review"
DECIDE: Final = "decide"
SHEET: Final = "sheet"
REOPEN: Final = "reopen"
DISCARD: Final = "discard"

_NOTHING: Final = AtTwilio()


def status_lines(
    draft: Draft,
    services: Services,
    glyphs: Glyphs,
    width: int,
    opened: object,
    at_twilio: AtTwilio = _NOTHING,
) -> Iterator[Line]:
    """Yield the lines of the page for so many cells.

    ``opened`` is the key of the reason that is open, ``at_twilio`` what is known of Twilio itself.
    """
    last = draft.last
    if last is None:
        return
    if last.hub != PRACTICE:
        yield from at_twilio.standing
    match draft.status:
        case Status.REJECTED:
            yield from reason_cards(draft, glyphs, width, opened)
            yield from _rejected(draft, last, width)
        case Status.APPROVED:
            yield from _approved(draft, last, glyphs, width)
        case _:
            yield from _in_review(last, glyphs, width, at_twilio.who_tells)
    if draft.rehearsal is not None:
        yield from _rehearsed(draft.rehearsal, glyphs, width)
    elif last.hub == PRACTICE:
        yield from _discard(width)
    yield BLANK
    yield line(
        (" History", "strong"),
        ("   t", "key"),
        (" all of it   ", "muted"),
        ("v", "key"),
        (" what changed", "muted"),
    )
    for sent in reversed(draft.submissions):
        yield from _version(sent, services, glyphs)


def _discard(width: int) -> Iterator[Line]:
    return action("Throw the rehearsal away", "Esc f", "as if it had not been", width, key=DISCARD)


def _rehearsed(rehearsal: Submission, glyphs: Glyphs, width: int) -> Iterator[Line]:
    """Say how a rehearsal beside Twilio's word stands: it decides nothing."""
    decision = rehearsal.decision
    said = "under practice review" if decision is None else f"{_outcome(decision)} in practice"
    yield BLANK
    yield line((" Rehearsal", "strong"))
    yield from point(
        f"Version {rehearsal.version} is a rehearsal: {said}. At Twilio the profile stands as above.",
        width,
        bullet=glyphs.bullet,
    )
    yield from _discard(width)


def _outcome(decision: Decision) -> str:
    return "approved" if decision.approved else f"rejected ({_codes(decision)})"


def _codes(decision: Decision) -> str:
    return ", ".join(str(reason.code or "no code") for reason in decision.reasons) or "no reasons"


def _in_review(last: Submission, glyphs: Glyphs, width: int, who_tells: Sequence[str]) -> Iterator[Line]:
    practice = last.hub == PRACTICE
    yield line((" What happens now", "strong"))
    if practice:
        said: tuple[str, ...] = (
            "The practice Trust Hub checks the business, the address and both people.",
            f"Twilio would tell you by {told_by(last)}.",
            "You need not keep this program open. This version cannot be edited; a copy can.",
        )
    else:
        said = (
            "Twilio checks the business, the address and both representatives.",
            USUAL_WAIT,
            *who_tells,
            "This version cannot be edited; a copy can.",
        )
    for one in said:
        yield from point(one, width, bullet=glyphs.bullet)
    yield BLANK
    yield line((" What you can do", "strong"))
    yield from action("Read the answers", "r", "as they were sent", width, key=READ)
    if practice:
        yield from action("Decide it now", "p", "to practise an outcome", width, key=DECIDE)
    else:
        yield from action("Enter Twilio's decision", "p", "paste it, or type its codes", width, key=DECIDE)
    yield from action("Make a draft copy", "Esc c", "to prepare changes", width, key=COPY)


def _approved(draft: Draft, last: Submission, glyphs: Glyphs, width: int) -> Iterator[Line]:
    if last.hub == PRACTICE:
        carried = (
            f"{len(draft.carried)} carried over" if draft.carried else "every answer, in the Console's order"
        )
        yield from action("Copy sheet for the Console", "x", carried, width, key=SHEET)
        yield from action("Read the answers", "r", "read-only, as at Twilio", width, key=READ)
        yield from action("Reopen it as a draft", "n", "to change it before it is filed", width, key=REOPEN)
    else:
        yield from point(
            "Use the profile for A2P 10DLC, SHAKEN/STIR, CNAM and Voice Integrity.",
            width,
            bullet=glyphs.bullet,
        )
        yield BLANK
        yield from action("Read the answers", "r", "read-only, as at Twilio", width, key=READ)
    yield from action("Make a draft copy", "Esc c", "if the business changes", width, key=COPY)


def _rejected(draft: Draft, last: Submission, width: int) -> Iterator[Line]:
    version, left = draft.next_version, open_reasons(draft)
    filed = last.hub != PRACTICE
    if lacks_reasons(draft):
        yield from action(
            "Enter Twilio's reasons", "p", "paste the e-mail, or type its codes", width, key=DECIDE
        )
    if filed:
        yield from action(
            "Copy sheet for the Console", "x", "to file it again in the Console", width, key=SHEET
        )
    if not left:
        what = "a rehearsal; it changes nothing at Twilio" if filed else "every reason is dealt with"
        yield from action(f"Submit version {version}", "Enter", what, width, key=SUBMIT)
    then = f"and submit version {version}" if left else "before you submit"
    yield from action("Check all answers", "r", then, width, key=REVIEW)


def _version(sent: Submission, services: Services, glyphs: Glyphs) -> Iterator[Line]:
    hub = PRACTICE if sent.hub == PRACTICE else "at Twilio"
    about = f"version {sent.version}, {hub}"
    decision = sent.decision
    if decision is not None:
        status = Status.APPROVED if decision.approved else Status.REJECTED
        outcome = "Approved" if decision.approved else f"Rejected: {_codes(decision)}"
        yield _event(marked(status, glyphs), decision.decided_at, outcome, about, services)
    yield _event(marked(Status.IN_REVIEW, glyphs), sent.submitted_at, "Submitted", about, services)


def _event(status: tuple[str, str], moment: datetime, what: str, about: str, services: Services) -> Line:
    text, role = status
    mark = text.split(" ", 1)[0]
    return line(
        "  ",
        (f"{mark:<4} ", role),
        (f"{services.when(moment):<19}", "muted"),
        f"{what:<9}  ",
        (about, "muted"),
    )
