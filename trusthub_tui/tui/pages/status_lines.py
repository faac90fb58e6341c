"""The lines of the page about the newest submission."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.acknowledgements import ReasonState, acknowledgement_of_reason, reason_state
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.labels import answer_in_words, counted, full_label
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import PRACTICE, Decision, Reason, Submission
from trusthub_tui.trusthub.outcome import USUAL_WAIT, told_by
from trusthub_tui.tui.glyphs import Glyphs
from trusthub_tui.tui.services import Services
from trusthub_tui.tui.widgets.bars import marked
from trusthub_tui.tui.widgets.drawn import BLANK, Line, line
from trusthub_tui.tui.widgets.paragraphs import labelled, paragraph, point

READ: Final = "read"
COPY: Final = "copy"
REVIEW: Final = "review"
DECIDE: Final = "decide"
SHEET: Final = "sheet"
REOPEN: Final = "reopen"
DISCARD: Final = "discard"

_MANY: Final = 6
"""A reason about more questions than this shows the values of the first ones only."""


def status_lines(draft: Draft, services: Services, glyphs: Glyphs, width: int) -> Iterator[Line]:
    """Yield the lines of the page for so many cells."""
    last = draft.last
    if last is None:
        return
    yield line(" ", marked(draft.status, glyphs), f"  {_headline(last, services)}")
    yield BLANK
    match draft.status:
        case Status.REJECTED:
            yield from _rejected(draft, last, width)
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


_DISCARD: Final = line(("   [ Throw the rehearsal away... ]", "strong"), ("   Esc f", "muted"), key=DISCARD)


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


def _headline(last: Submission, services: Services) -> str:
    where = "Practice, not Twilio." if last.hub == PRACTICE else "At Twilio."
    moment = last.decision.decided_at if last.decision else last.submitted_at
    return f"version {last.version}, {services.when(moment)}.  {where}"


def _in_review(last: Submission, services: Services, width: int) -> Iterator[Line]:
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
    decide = (
        "Decide it now, to practise an outcome..." if last.hub == PRACTICE else "Enter Twilio's decision..."
    )
    yield line(("   [ Read the answers ]", "strong"), key=READ)
    yield line((f"   [ {decide} ]", "strong"), ("   p", "muted"), key=DECIDE)
    yield line(("   [ Make a draft copy ]", "strong"), ("   Esc c", "muted"), key=COPY)


def _approved(last: Submission, width: int) -> Iterator[Line]:
    yield from paragraph("An approved profile is read-only, as it is at Twilio.", width)
    yield BLANK
    yield line((" What you can do now", "strong"))
    if last.hub == PRACTICE:
        yield from point("This approval is practice. File the same answers in Twilio's Console: x.", width)
    else:
        yield from point("Use the profile for A2P 10DLC, SHAKEN/STIR, CNAM and Voice Integrity.", width)
    yield from point("If the business changes, make a draft copy and submit that.", width)
    yield BLANK
    yield line(("   [ Read the answers ]", "strong"), key=READ)
    if last.hub == PRACTICE:
        yield line(("   [ Copy sheet for the Console ]", "strong"), ("   x", "muted"), key=SHEET)
        yield line(("   [ Reopen it as a draft ]", "strong"), ("   n", "muted"), key=REOPEN)
    yield line(("   [ Make a draft copy ]", "strong"), ("   Esc c", "muted"), key=COPY)


def _rejected(draft: Draft, last: Submission, width: int) -> Iterator[Line]:
    states = [reason_state(reason, last, draft.answers, draft.acknowledged) for reason in draft.reasons]
    dealt = sum(state.dealt_with for state in states)
    yield line(
        (f" {counted(len(states), 'reason')}, {dealt} dealt with", "strong"),
        ("   Enter goes to the field,  m keeps it with a note", "muted"),
    )
    for number, (reason, state) in enumerate(zip(draft.reasons, states, strict=True), 1):
        yield BLANK
        yield from _reason(number, reason, state, draft, width)
    if not states:
        yield from paragraph("The reasons were e-mailed; look there and in the Console.", width)
    yield BLANK
    yield line(("   [ Check all answers and resubmit ]", "strong"), ("   r", "muted"), key=REVIEW)
    if last.hub != PRACTICE:
        yield line(
            ("   [ Copy sheet: file it again in the Console ]", "strong"), ("   x", "muted"), key=SHEET
        )


def _reason(number: int, reason: Reason, state: ReasonState, draft: Draft, width: int) -> Iterator[Line]:
    known, key = entry(reason.code), ("reason", number)
    role = "problem" if state is ReasonState.TO_FIX else "reading"
    *more, last_part = labelled(f" {number}", known.named, width - 12, room=4, role="strong", key=key)
    yield from more
    yield Line((*last_part.spans, ("   ", ""), (state.value, role)), key)
    for words in reason.words or (known.meaning,):
        yield from paragraph(words, width, indent=4)
    for advice in known.advice:
        yield from point(advice, width, indent=4)
    yield from _values(reason, draft, width)
    sent = draft.last
    if sent is not None and (kept := acknowledgement_of_reason(reason, sent, draft.acknowledged)):
        yield from paragraph(f"You keep it: {kept.note or 'it is right'}", width, indent=4, role="reading")


def _values(reason: Reason, draft: Draft, width: int) -> Iterator[Line]:
    sent = draft.last
    if sent is None or not reason.paths:
        return
    yield line(("    What was sent:", "muted"))
    for path in reason.paths[:_MANY]:
        question = worded(QUESTIONS[path], sent.answers)
        text = answer_in_words(question, sent.answers.get(path, ""))
        yield from labelled(f"      {full_label(path, sent.answers)}", text, width, room=40, role="muted")


def _version(sent: Submission, services: Services) -> Iterator[Line]:
    hub = PRACTICE if sent.hub == PRACTICE else "at Twilio"
    if sent.decision is not None:
        codes = ", ".join(str(reason.code or "no code") for reason in sent.decision.reasons) or "no reasons"
        outcome = "Approved" if sent.decision.approved else f"Rejected: {codes}"
        yield _event(sent.decision.decided_at, f"{outcome}   version {sent.version}   ({hub})", services)
    yield _event(sent.submitted_at, f"Submitted   version {sent.version}   ({hub})", services)


def _event(moment: datetime, text: str, services: Services) -> Line:
    return line(f"   {services.when(moment):<20}", text)
