"""What Twilio says of a profile, in words and as JSON."""

from collections.abc import Iterator
from datetime import UTC, datetime

from trusthub_tui.account.faults import short
from trusthub_tui.cli.json_documents import reason as reason_document
from trusthub_tui.cli.output import wrapped
from trusthub_tui.profile.labels import ago, full_label, moment, remote_status
from trusthub_tui.trusthub.remote_known import Judged, Known


def lines(known: Known, now: datetime) -> Iterator[str]:
    """Yield what a profile stands for at Twilio, and what is known of it."""
    link = known.link
    status = remote_status(link.status) or "nothing yet"
    yield f"Twilio says {status}, {ago(known.checked_at, now, None)}; account {short(link.account_sid)}"
    if link.missing_at is not None:
        yield f"Twilio has had nothing of this SID since {moment(link.missing_at, None)}"
    if known.judged is not None:
        yield from judged_lines(known.judged)


def document(known: Known) -> dict[str, object]:
    """Return the same for JSON."""
    link = known.link
    return {
        "sid": link.sid,
        "account_sid": link.account_sid,
        "kind": link.kind,
        "status": link.status,
        "checked_at": _time(known.checked_at),
        "pulled_at": _time(link.fetched_at),
        "missing_since": _time(link.missing_at) if link.missing_at else None,
        "evaluation": judged_document(known.judged) if known.judged else None,
    }


def judged_lines(judged: Judged) -> Iterator[str]:
    """Yield what Twilio's own check says."""
    word = "compliant" if judged.compliant else "noncompliant"
    yield f"Twilio's evaluation, {moment(judged.at, None)}: {word}"
    for reason in judged.reasons:
        where = ", ".join(full_label(path) for path in reason.paths) or "the profile"
        yield wrapped(f"{reason.code or 'No code'}: {where}", indent=2)
        for words in reason.words:
            yield wrapped(f"Twilio: {words}", indent=4)


def judged_document(judged: Judged) -> dict[str, object]:
    """Return the same for JSON."""
    return {
        "compliant": judged.compliant,
        "at": _time(judged.at),
        "findings": [{**reason_document(reason), "source": "twilio"} for reason in judged.reasons],
    }


def _time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")
