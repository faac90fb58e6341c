"""What a copy for people holds, in the order it is read; plain text that each form dresses in its own way."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from trusthub_tui.copies.record import Record
from trusthub_tui.copies.words import (
    acknowledgement_words,
    by_weight,
    look_at,
    reason_title,
    reviewer,
    sent,
    verdict,
)
from trusthub_tui.profile.acknowledgements import acknowledgement_of, acknowledgement_of_reason
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.canonical import canonical, reading
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.errors import sentences
from trusthub_tui.profile.findings import Evaluation, Severity
from trusthub_tui.profile.labels import (
    answer_in_words,
    label_beside,
    moment,
    place_of_finding,
    without_secret,
)
from trusthub_tui.profile.questionnaire import SECTIONS, subject_of
from trusthub_tui.profile.questions import Kind, Question, Section
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.status import Status
from trusthub_tui.profile.submission import PRACTICE, Reason, Submission
from trusthub_tui.store.records import StoredProfile

PRACTISED: Final = (
    "This status is a rehearsal: it comes from the practice Trust Hub of trusthub-tui, not from Twilio."
)


@dataclass(frozen=True, slots=True)
class Row:
    """One question with its answer, as copies show it."""

    label: str
    answer: str
    """In words."""
    given: bool
    """Whether there is one."""
    received: str
    """What Twilio receives, where that is not the answer itself."""
    problem: bool
    """Whether it cannot be sent as it stands."""


@dataclass(frozen=True, slots=True)
class Group:
    """Questions about the same thing."""

    subject: str
    """A representative; empty where the section says it all."""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the form."""

    title: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class CopiedFinding:
    """One finding, as copies show it."""

    place: str
    words: str
    acknowledged: str
    """What the user said about it; empty where nothing."""


@dataclass(frozen=True, slots=True)
class Findings:
    """Findings of the same weight."""

    severity: Severity
    heading: str
    each: tuple[CopiedFinding, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """One reason of a rejection."""

    title: str
    meaning: str
    said_by: str
    words: tuple[str, ...]
    look_at: str
    advice: tuple[str, ...]
    page: str
    acknowledged: str


@dataclass(frozen=True, slots=True)
class Version:
    """One submission and what came of it."""

    title: str
    verdict: str
    reasons: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """Everything about a profile that is worth keeping."""

    title: str
    id: str
    status: Status
    badge: str
    practice: bool
    facts: tuple[tuple[str, str], ...]
    """Label and value, such as when it was created."""
    parts: tuple[Part, ...]
    findings: tuple[Findings, ...]
    versions: tuple[Version, ...]
    """The newest first."""
    events: tuple[tuple[str, str], ...]
    """When and what, the first one first."""


def copy_of(record: Record, evaluation: Evaluation, at: datetime) -> Copy:
    """Return the content of a copy that is made at some time."""
    profile = record.profile
    wrong = frozenset(problem.path for problem in evaluation.problems)
    return Copy(
        title=profile.name,
        id=profile.id,
        status=profile.status,
        badge=record.badge,
        practice=record.hub == PRACTICE and record.profile.status is not Status.DRAFT,
        facts=(*_facts(record), ("Copy made", moment(at, None))),
        parts=tuple(_part(section, profile.answers, wrong) for section in SECTIONS if section.questions),
        findings=tuple(_findings(evaluation, record.profile)),
        versions=tuple(_version(submission, record) for submission in reversed(record.submissions)),
        events=tuple((moment(event.at, None), event.text) for event in record.events),
    )


def _facts(record: Record) -> Iterator[tuple[str, str]]:
    profile = record.profile
    yield "Profile ID", profile.id
    if profile.sid:
        yield "SID at Twilio", profile.sid
    yield "Created", moment(profile.created_at, None)
    yield "Last change", moment(profile.changed_at, None)
    if record.submissions:
        yield "Version", str(record.submissions[-1].version)


def _part(section: Section, answers: Answers, wrong: frozenset[str]) -> Part:
    groups: dict[str, list[Row]] = {}
    for question in section.questions:
        groups.setdefault(subject_of(question.path), []).append(
            _row(worded(question, answers), answers, wrong=question.path in wrong)
        )
    return Part(
        f"{section.number} {section.title}",
        tuple(Group(subject, tuple(rows)) for subject, rows in groups.items()),
    )


def _row(question: Question, answers: Answers, *, wrong: bool) -> Row:
    text = answers.get(question.path, "")
    shown, given = answer_in_words(question, text).strip(), bool(text.strip())
    if question.kind is Kind.TICK:
        return Row(label_beside(question), shown, given, "", wrong)
    sent = canonical(question.path, answers) if given else reading(question.path, answers)
    received = without_secret(question.path, sent)
    return Row(question.label, shown, given, "" if received == shown else received, wrong)


def _findings(evaluation: Evaluation, profile: StoredProfile) -> Iterator[Findings]:
    for heading, found in by_weight(evaluation):
        each = []
        for finding in found:
            said = acknowledgement_of(finding, profile.acknowledged, profile.answers)
            words = sentences(finding.message, finding.remedy)
            place = place_of_finding(finding, profile.answers)
            each.append(CopiedFinding(place, words, acknowledgement_words(said) if said else ""))
        yield Findings(found[0].severity, heading, tuple(each))


def _version(submission: Submission, record: Record) -> Version:
    reasons = submission.decision.reasons if submission.decision else ()
    return Version(
        sent(submission), verdict(submission), tuple(_why(reason, submission, record) for reason in reasons)
    )


def _why(reason: Reason, submission: Submission, record: Record) -> Why:
    known = entry(reason.code)
    said = acknowledgement_of_reason(reason, submission, record.profile.acknowledged)
    return Why(
        title=reason_title(reason),
        meaning=known.meaning,
        said_by=reviewer(submission),
        words=reason.words,
        look_at=look_at(reason, submission.answers),
        advice=known.advice,
        page=known.page,
        acknowledged=acknowledgement_words(said) if said else "",
    )
