"""What is told about a profile to other programs: its line in the list, and all of it, as JSON."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from trusthub_tui.profile import document as nested
from trusthub_tui.profile.acknowledgements import Acknowledgement
from trusthub_tui.profile.findings import Evaluation, Finding
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.submission import Reason, Submission, status_after
from trusthub_tui.store.profile_line import ProfileLine
from trusthub_tui.store.records import Event, StoredProfile

Json = Mapping[str, object]
"""What ``json.dumps`` takes as an object."""


def listed(line: ProfileLine, checked_at: datetime | None = None) -> Json:
    """Return the document of one line of the list; times are ISO 8601 in UTC.

    ``checked_at`` is when Twilio was last asked about it, null for never.
    """
    return {
        "id": line.id,
        "name": line.name,
        "status": line.status.value,
        "hub": line.hub,
        "next": line.next,
        "changed_at": _time(line.changed_at),
        "checked_at": _time(checked_at),
    }


def document(
    profile: StoredProfile,
    evaluation: Evaluation,
    submissions: Sequence[Submission],
    events: Iterable[Event] = (),
) -> Json:
    """Return the document of a whole profile; answers as typed, times ISO 8601 in UTC."""
    return {
        "id": profile.id,
        "name": profile.name,
        "status": profile.status.value,
        "sid": profile.sid,
        "created_at": _time(profile.created_at),
        "changed_at": _time(profile.changed_at),
        "answers": nested.write(profile.answers),
        "findings": [finding(found) for found in evaluation.findings],
        "acknowledged": [remark(one) for one in profile.acknowledged],
        "submissions": [_submission(submission) for submission in submissions],
        "events": [event(happened) for happened in events],
    }


def finding(found: Finding) -> Json:
    """Return the document of one found."""
    return {
        "path": found.path,
        "severity": found.severity.value,
        "message": found.message,
        "remedy": found.remedy,
        "rule": found.rule,
        "code": found.code,
        "predicts": found.predicts,
        "also": list(found.also),
    }


def draft_made(profile: StoredProfile) -> Json:
    """Return the document of a draft that was just made."""
    return {"id": profile.id, "name": profile.name, "status": profile.status.value}


def receipt(submission: Submission) -> Json:
    """Return the document of a submission that was just sent or decided; without its answers."""
    about = {name: value for name, value in _submission(submission).items() if name != "answers"}
    return {"id": submission.profile_id, **about}


def reason(given: Reason) -> Json:
    """Return the document of one reason of a rejection, with what our catalogue says about its code."""
    known = entry(given.code)
    return {
        "code": given.code,
        "title": known.title,
        "meaning": known.meaning,
        "paths": list(given.paths or known.paths),
        "words": list(given.words),
        "advice": list(known.advice),
        "page": known.page,
    }


def event(happened: Event) -> Json:
    """Return the document of one thing that happened to a profile."""
    return {"at": _time(happened.at), "kind": happened.kind.value, "text": happened.text}


def remark(said: Acknowledgement) -> Json:
    """Return the document of one "It is right"."""
    return {
        "path": said.path,
        "rule": said.rule,
        "answer": said.answer,
        "note": said.note,
        "at": _time(said.at),
    }


def _submission(submission: Submission) -> Json:
    decision = submission.decision
    return {
        "version": submission.version,
        "hub": submission.hub,
        "status": status_after(decision).value,
        "submitted_at": _time(submission.submitted_at),
        "due_at": _time(submission.due_at),
        "decided_at": None if decision is None else _time(decision.decided_at),
        "reasons": [] if decision is None else [reason(given) for given in decision.reasons],
        "answers": nested.write(submission.answers),
    }


def _time(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(UTC).isoformat(timespec="seconds")
