"""What is told about a profile: its line in the list, and its JSON documents."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from trusthub_tui.profile import document as nested
from trusthub_tui.profile.findings import Evaluation, Finding
from trusthub_tui.profile.progress import SectionProgress, progress, rank, whats_next
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import Decision, Reason, Submission
from trusthub_tui.store.records import ProfileLine, Standing, StoredProfile

Json = Mapping[str, object]
"""What ``json.dumps`` takes as an object."""


def standing(
    profile: StoredProfile, evaluation: Evaluation, submissions: Sequence[Submission] = ()
) -> Standing:
    """Return what the list says of a profile; ``evaluation`` is that of its answers."""
    last = submissions[-1].decision if submissions else None
    return _standing(profile.status, progress(profile.answers, evaluation, profile.shown), last)


def standing_after(decision: Decision | None) -> Standing:
    """Return what the list says right after a submission (None) or a decision."""
    return _standing(status_after(decision), (), decision)


def status_after(decision: Decision | None) -> Status:
    """Return the status a decision leads to; None is a submission that nobody has decided on yet."""
    if decision is None:
        return Status.IN_REVIEW
    return Status.APPROVED if decision.approved else Status.REJECTED


def listed(line: ProfileLine) -> Json:
    """Return the document of one line of the list; times are ISO 8601 in UTC."""
    return {
        "id": line.id,
        "name": line.name,
        "status": line.status.value,
        "next": line.next,
        "changed_at": _time(line.changed_at),
    }


def document(profile: StoredProfile, evaluation: Evaluation, submissions: Sequence[Submission]) -> Json:
    """Return the document of a whole profile; answers as typed, times ISO 8601 in UTC."""
    return {
        "id": profile.id,
        "name": profile.name,
        "status": profile.status.value,
        "created_at": _time(profile.created_at),
        "changed_at": _time(profile.changed_at),
        "answers": nested.write(profile.answers),
        "findings": [told(finding) for finding in evaluation.findings],
        "submissions": [_submission(submission) for submission in submissions],
    }


def _standing(status: Status, steps: Sequence[SectionProgress], last: Decision | None) -> Standing:
    reasons = len(last.reasons) if last else 0
    return Standing(whats_next(status, steps, reasons), rank(status, steps))


def told(finding: Finding) -> Json:
    """Return the document of one finding."""
    return {
        "path": finding.path,
        "severity": finding.severity.value,
        "message": finding.message,
        "remedy": finding.remedy,
        "rule": finding.rule,
        "code": finding.code,
        "predicts": finding.predicts,
        "also": list(finding.also),
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
        "reasons": [] if decision is None else [_reason(reason) for reason in decision.reasons],
        "answers": nested.write(submission.answers),
    }


def _reason(reason: Reason) -> Json:
    known = entry(reason.code)
    return {
        "code": reason.code,
        "title": known.title,
        "meaning": known.meaning,
        "paths": list(reason.paths or known.paths),
        "words": list(reason.words),
        "advice": list(known.advice),
        "page": known.page,
    }


def _time(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(UTC).isoformat(timespec="seconds")
