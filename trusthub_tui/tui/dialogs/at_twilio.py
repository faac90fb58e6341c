"""What Twilio says of an open profile, as lines: how it stands there, how old that is, and its evaluation."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.labels import counted, full_label, lasted, remote_status
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import Submission
from trusthub_tui.store.linked import Link
from trusthub_tui.trusthub.outcome import told_by
from trusthub_tui.tui.drawing.lines import BLANK, Line, line
from trusthub_tui.tui.navigator import Navigator
from trusthub_tui.tui.services import Services
from trusthub_tui.tui.widgets.paragraphs import labelled, paragraph

_CLICK = (
    "Twilio may wait for a representative to click a link in an e-mail before the review begins: look there."
)


@dataclass(frozen=True, slots=True)
class AtTwilio:
    """What a page says of a profile that was filed at Twilio."""

    standing: Iterable[Line] = ()
    """How it stands there, and how old that is."""
    who_tells: Sequence[str] = ()
    """Who brings the decision, and when; sentences."""


def standing_lines(draft: Draft, navigator: Navigator, width: int) -> Iterator[Line]:
    """Yield how a profile stands at Twilio and how old that is; nothing where it stands for none there."""
    services, follower = navigator.services, navigator.follower
    link = services.guard.read(lambda: services.store.linked.of(draft.id), None)
    if link is None:
        return
    checked = _checked(draft.id, services)
    said = f"{remote_status(link.status) or 'Linked'} at Twilio"
    sent = draft.last
    if draft.status.in_review and sent is not None:
        said += f" since {services.when(sent.submitted_at)}"
    if checked is not None:
        said += f"; checked {services.ago(checked)}"
    if follower is not None and follower.next_at is not None:
        said += f", next at {services.when(follower.next_at)[:5]}"
    yield from paragraph(f"{said}. {navigator.doors().key('ask_about')} asks now.", width)
    yield from _odd(link, navigator, width)
    if link.status == Status.PENDING_REVIEW:
        yield from paragraph(_CLICK, width, role="muted")
    yield BLANK


def who_tells(last: Submission, navigator: Navigator) -> tuple[str, ...]:
    """Return who brings the decision on what is in review at Twilio, and when."""
    services, follower = navigator.services, navigator.follower
    link = services.guard.read(lambda: services.store.linked.of(last.profile_id), None)
    mail = f"Twilio tells you by {told_by(last)}"
    if link is None or follower is None:
        return (f"{mail}. Then enter the decision here.",)
    if follower.next_at is None or follower.account_sid != link.account_sid:
        ask, follow = (navigator.doors().key(name) for name in ("ask_about", "account"))
        return (f"{mail}. {ask} asks Twilio for the decision; {follow} lets this program ask by itself.",)
    asked = _checked(last.profile_id, services)
    every = f"every {lasted(follower.every)}" if follower.every is not None else "now"
    when = f", last {services.ago(asked)}" if asked is not None else ""
    return (
        f"The decision comes here by itself: Twilio is asked {every}{when}.",
        f"{mail}. Paste it only if it says more than is shown here then.",
    )


def _checked(profile_id: str, services: Services) -> datetime | None:
    """Return when Twilio was asked about a linked profile last."""
    none: Mapping[str, datetime] = {}
    found = services.guard.read(lambda: services.store.linked.checked(profile_id), none)
    return next(iter(found.values()), None)


def _odd(link: Link, navigator: Navigator, width: int) -> Iterator[Line]:
    follower, doors = navigator.follower, navigator.doors()
    if link.missing_at is not None:
        since = navigator.services.when(link.missing_at)
        yield from paragraph(f"Twilio has had nothing of it since {since}. It stays here.", width)
    if link.status and link.status not in {status.value for status in Status}:
        yield from paragraph("This program does not know that status: update trusthub-tui.", width)
    if follower is not None and follower.fault is not None:
        yield from paragraph(doors.told(follower.fault), width, role="warning")


def evaluation_lines(draft: Draft, services: Services, width: int) -> Iterator[Line]:
    """Yield what Twilio's own check said last, with its time; each failure leads to its question."""
    store = services.store
    there = bool(draft.sid) and services.guard.read(
        lambda: bool(store.linked.evaluations(draft.id)), otherwise=False
    )
    if not there:
        return
    from trusthub_tui.trusthub.remote_known import at_twilio_as_known

    known = services.guard.read(lambda: at_twilio_as_known(store, draft.id), None)
    judged = known.judged if known is not None else None
    if judged is None:
        return
    word = "compliant" if judged.compliant else counted(len(judged.reasons), "failure")
    role = "reading" if judged.compliant else "problem"
    yield line((f" Twilio's evaluation, {services.when(judged.at)}: {word}", role))
    for reason in judged.reasons:
        for path in reason.paths or ("",):
            label = full_label(path, draft.answers) if path else "The profile"
            words = f"{label}: {' '.join(reason.words)} (Twilio, {reason.code or 'no code'})"
            key = ("finding", path, str(reason.code)) if path else None
            yield from labelled("   !", words, width, room=5, key=key)
    yield BLANK
