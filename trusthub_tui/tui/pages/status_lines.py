"""The lines of the page about the newest submission."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.acknowledgements import reason_state
from trusthub_tui.profile.labels import counted
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import PRACTICE, Decision, Submission
from trusthub_tui.trusthub.outcome import USUAL_WAIT, told_by
from trusthub_tui.tui.glyphs import Glyphs
from trusthub_tui.tui.pages.reason_cards import reason_card
from trusthub_tui.tui.pages.track import track_lines
from trusthub_tui.tui.services import Services
from trusthub_tui.tui.widgets.drawn import BLANK, Line, beside, line
from trusthub_tui.tui.widgets.paragraphs import paragraph, point

READ: Final = "read"
COPY: Final = "copy"
REVIEW: Final = "review"
DECIDE: Final = "decide"
SHEET: Final = "sheet"
REOPEN: Final = "reopen"
DISCARD: Final = "discard"


def status_lines(
    draft: Draft,
    services: Services,
    glyphs: Glyphs,
    width: int,
    opened: int = 1,
    at_twilio: Iterable[Line] = (),
) -> Iterator[Line]:
    """Yield the lines of the page for so many cells.

    ``opened`` is the number of the reason that is open, ``at_twilio`` what is known of Twilio itself.
    """
    last = draft.last
    if last is None:
        return
    yield from track_lines(draft.status, last, services, glyphs, width)
    yield BLANK
    if last.hub != PRACTICE:
        yield from at_twilio
    match draft.status:
        case Status.REJECTED:
            yield from _rejected(draft, last, glyphs, width, opened)
        case Status.APPROVED:
            yield from _approved(last, width)
        case _:
            yield from _in_review(last, services, width)
    if draft.rehearsal is not None:
        yield from _rehearsed(draft.rehearsal, width)
    elif last.hub == PRACTICE:
        yield _DISCARD
    yield BLANK
    yield line((" Versions", "strong"), ("   t shows the whole history, v what changed", "muted"))
    for sent in reversed(draft.submissions):
        yield from _version(sent, services)


def _action(verb: str, way: str, about: str = "", *, key: str) -> Line:
    """Return a line that can be chosen: what it does, the key that does the same, and what for."""
    return line(("  ", "margin"), (f"{verb:<34}", "strong"), (f"{way:<8}", "key"), (about, "muted"), key=key)


_DISCARD: Final = _action("Throw the rehearsal away...", "Esc f", "back to a draft", key=DISCARD)


def _say(sentence: str, where: str, beside_it: str, width: int) -> Line:
    """Return the one sentence that says what to do, and whose word it is about."""
    return beside(
        line((f" {sentence}", "strong"), (f"  {beside_it}", "muted")), line((f"{where} ", "muted")), width
    )


def _whose(last: Submission) -> str:
    return "Practice, not Twilio." if last.hub == PRACTICE else "At Twilio."


def _rehearsed(rehearsal: Submission, width: int) -> Iterator[Line]:
    """Say how a rehearsal beside Twilio's word stands: it decides nothing."""
    decision = rehearsal.decision
    said = "under practice review" if decision is None else f"{_outcome(decision)} in practice"
    yield BLANK
    yield line((" Rehearsal", "strong"))
    yield from point(
        f"Version {rehearsal.version} is a rehearsal: {said}. At Twilio the profile stands as above.", width
    )
    yield _DISCARD


def _outcome(decision: Decision) -> str:
    if decision.approved:
        return "approved"
    codes = ", ".join(str(reason.code or "no code") for reason in decision.reasons) or "no reasons"
    return f"rejected ({codes})"


def _in_review(last: Submission, services: Services, width: int) -> Iterator[Line]:
    yield _say("Nothing to do now.", _whose(last), "", width)
    yield BLANK
    yield line((" What happens now", "strong"))
    if last.hub == PRACTICE:
        due = f" The decision is due at {services.when(last.due_at)}." if last.due_at else ""
        yield from point(
            f"The practice Trust Hub checks the business, the address and both people.{due}", width
        )
        yield from point(f"Twilio would tell you by {told_by(last)}.", width)
        yield from point("You do not need to keep this program open.", width)
    else:
        yield from point("Twilio checks the business, the address and both representatives.", width)
        yield from point(USUAL_WAIT, width)
        yield from point(f"Twilio tells you by {told_by(last)}. Then enter the decision here with p.", width)
    yield BLANK
    yield from paragraph("This version is being looked at, so it cannot be edited. A copy can.", width)
    yield BLANK
    decide = "Decide it now, to practise..." if last.hub == PRACTICE else "Enter Twilio's decision..."
    yield _action("Read the answers", "Enter", "as they were sent", key=READ)
    yield _action(decide, "p", key=DECIDE)
    yield _action("Make a draft copy", "Esc c", "to go on working meanwhile", key=COPY)


def _approved(last: Submission, width: int) -> Iterator[Line]:
    practised = "Approved in practice. Now carry it over to Twilio."
    yield _say(practised if last.hub == PRACTICE else "Approved by Twilio.", _whose(last), "", width)
    yield from paragraph("An approved profile is read-only, as it is at Twilio.", width)
    yield BLANK
    yield line((" What you can do now", "strong"))
    if last.hub == PRACTICE:
        yield from point("This approval is practice. File the same answers in Twilio's Console: x.", width)
    else:
        yield from point("Use the profile for A2P 10DLC, SHAKEN/STIR, CNAM and Voice Integrity.", width)
    yield from point("If the business changes, make a draft copy and submit that.", width)
    yield BLANK
    if last.hub == PRACTICE:
        yield _action("Copy sheet for the Console", "x", "value by value", key=SHEET)
    yield _action("Read the answers", "Enter", "as they were sent", key=READ)
    if last.hub == PRACTICE:
        yield _action("Reopen it as a draft", "n", key=REOPEN)
    yield _action("Make a draft copy", "Esc c", "the same answers, a new profile", key=COPY)


def _rejected(draft: Draft, last: Submission, glyphs: Glyphs, width: int, opened: int) -> Iterator[Line]:
    states = [reason_state(reason, last, draft.answers, draft.acknowledged) for reason in draft.reasons]
    dealt, count = sum(state.dealt_with for state in states), len(states)
    to_do = (
        f"Fix {counted(count - dealt, 'reason')}, then submit again" if dealt < count else "Now submit again"
    )
    yield _say(to_do, _whose(last), f"{dealt} of {count} dealt with", width)
    for number in range(1, count + 1):
        yield BLANK
        yield from reason_card(number, draft, glyphs, width, opened=number == opened)
    if not states:
        yield from paragraph("The reasons were e-mailed; look there and in the Console.", width)
    yield BLANK
    when = "" if dealt == count else "when all are dealt with"
    yield _action(f"Check and submit version {last.version + 1}", "r", when, key=REVIEW)
    if last.hub != PRACTICE:
        yield _action("Copy sheet: file it again", "x", "in the Console", key=SHEET)


def _version(sent: Submission, services: Services) -> Iterator[Line]:
    hub = PRACTICE if sent.hub == PRACTICE else "at Twilio"
    if sent.decision is not None:
        codes = ", ".join(str(reason.code or "no code") for reason in sent.decision.reasons) or "no reasons"
        outcome = "Approved" if sent.decision.approved else f"Rejected: {codes}"
        yield _event(sent.decision.decided_at, f"{outcome}   version {sent.version}   ({hub})", services)
    yield _event(sent.submitted_at, f"Submitted   version {sent.version}   ({hub})", services)


def _event(moment: datetime, text: str, services: Services) -> Line:
    return line(f"   {services.when(moment):<20}", text)
