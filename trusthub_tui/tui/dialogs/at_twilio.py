"""What Twilio says of an open profile, as lines: how it stands there, how old that is, and its evaluation."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from trusthub_tui.draft.draft import Draft
from trusthub_tui.profile.labels import counted, full_label, remote_status
from trusthub_tui.profile.status import Status
from trusthub_tui.store.linked import Link
from trusthub_tui.tui.follower import Follower
from trusthub_tui.tui.services import Services
from trusthub_tui.tui.widgets.drawn import BLANK, Line, line
from trusthub_tui.tui.widgets.paragraphs import labelled, paragraph

_CLICK = (
    "Twilio may wait for a representative to click a link in an e-mail before the review begins: look there."
)


def standing_lines(draft: Draft, services: Services, follower: Follower | None, width: int) -> Iterator[Line]:
    """Yield how a profile stands at Twilio and how old that is; nothing where it stands for none there."""
    link = services.guard.read(lambda: services.store.linked.of(draft.id), None)
    if link is None:
        return
    none: Mapping[str, datetime] = {}
    checked = services.guard.read(lambda: services.store.linked.checked(draft.id), none)
    said = f"{remote_status(link.status) or 'Linked'} at Twilio"
    sent = draft.last
    if draft.status.in_review and sent is not None:
        said += f" since {services.when(sent.submitted_at)}"
    if link.profile_id in checked:
        said += f"; checked {services.ago(checked[link.profile_id])}"
    if follower is not None and follower.next_at is not None:
        said += f", next at {services.when(follower.next_at)[:5]}"
    yield from paragraph(f"{said}. F5 asks now.", width)
    yield from _odd(link, services, follower, width)
    if link.status == Status.PENDING_REVIEW:
        yield from paragraph(_CLICK, width, role="muted")
    yield BLANK


def _odd(link: Link, services: Services, follower: Follower | None, width: int) -> Iterator[Line]:
    if link.missing_at is not None:
        since = services.when(link.missing_at)
        yield from paragraph(f"Twilio has had nothing of it since {since}. It stays here.", width)
    if link.status and link.status not in {status.value for status in Status}:
        yield from paragraph("This program does not know that status: update trusthub-tui.", width)
    if follower is not None and follower.fault is not None:
        yield from paragraph(follower.fault.text, width, role="warning")


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
