"""``show``: all there is to know about one profile, as text or as JSON."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from trusthub_tui.cli import telling
from trusthub_tui.cli.output import cells, local, padded, say, say_json, wrapped
from trusthub_tui.cli.program import ExitCode
from trusthub_tui.cli.settings import Settings
from trusthub_tui.cli.workspace import evaluated, opened_to_read, settle
from trusthub_tui.profile.answers import TICKED, Answers
from trusthub_tui.profile.findings import Evaluation
from trusthub_tui.profile.questionnaire import QUESTIONS, SECTIONS, subject_of
from trusthub_tui.profile.questions import Kind, Question, Section
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.submission import Decision, Reason, Submission
from trusthub_tui.profile.wording import worded
from trusthub_tui.store.records import StoredProfile
from trusthub_tui.trusthub.outcome import status_after
from trusthub_tui.trusthub.report import document

_UNANSWERED: Final = "-"
PRACTICE: Final = "practice"
_HUBS: Final = {PRACTICE: "practice Trust Hub"}


@dataclass(frozen=True, slots=True)
class Record:
    """A profile with all that belongs to it."""

    profile: StoredProfile
    evaluation: Evaluation
    submissions: tuple[Submission, ...]
    """The first one first."""


def run(settings: Settings, profile_id: str, *, as_json: bool) -> int:
    """Print the profile."""
    record = _record(settings, profile_id)
    if as_json:
        say_json(document(record.profile, record.evaluation, record.submissions))
    else:
        say("\n".join(_lines(record)))
    return ExitCode.DONE


def _record(settings: Settings, profile_id: str) -> Record:
    with opened_to_read(settings, profile_id) as workspace:
        settle(workspace)
        profile = workspace.store.profiles.get(profile_id)
        submissions = workspace.store.submissions.of(profile.id)
        return Record(profile, evaluated(workspace, profile), submissions)


def _lines(record: Record) -> Iterator[str]:
    profile, answers = record.profile, record.profile.answers
    yield f"{profile.name}  ({profile.id})"
    yield _badge(record)
    yield f"Created {local(profile.created_at)}, last change {local(profile.changed_at)}"
    for section in SECTIONS:
        if section.questions:
            yield ""
            yield from _section(section, answers)
    yield ""
    yield from telling.findings(record.evaluation, answers)
    for submission in reversed(record.submissions):
        yield ""
        yield from _submission(submission)


def _badge(record: Record) -> str:
    status = record.profile.status
    practised = bool(record.submissions) and record.submissions[-1].hub == PRACTICE
    return f"{status.badge} (practice)" if practised else status.badge


def _section(section: Section, answers: Answers) -> Iterator[str]:
    yield f"{section.number} {section.title}"
    asked = [worded(question, answers) for question in section.questions]
    width = max(cells(question.label) for question in asked)
    subject = ""
    for question in asked:
        if subject_of(question.path) != subject:
            subject = subject_of(question.path)
            yield f"  {subject}"
        lead = "    " if subject else "  "
        yield _answer(question, answers.get(question.path, ""), lead, width)


def _answer(question: Question, text: str, lead: str, width: int) -> str:
    if question.kind is Kind.TICK:
        return wrapped(question.label, len(lead) + 4, first=f"{lead}{'[x]' if text == TICKED else '[ ]'} ")
    label = padded(question.label, width)
    return wrapped(telling.in_words(question, text) or _UNANSWERED, len(lead) + width + 2, f"{lead}{label}  ")


def _submission(submission: Submission) -> Iterator[str]:
    hub = _HUBS.get(submission.hub, submission.hub)
    yield f"Version {submission.version}, submitted to the {hub} on {local(submission.submitted_at)}"
    decision = submission.decision
    if decision is None:
        due = f", decision due {local(submission.due_at)}" if submission.due_at else ""
        yield f"  In review{due}"
        return
    yield f"  {_verdict(submission, decision)} on {local(decision.decided_at)}"
    for reason in decision.reasons:
        yield from _reason(reason, hub, submission.answers)


def _verdict(submission: Submission, decision: Decision) -> str:
    verdict = status_after(decision).label
    return f"{verdict} (practice)" if submission.hub == PRACTICE else verdict


def _reason(reason: Reason, hub: str, answers: Answers) -> Iterator[str]:
    known = entry(reason.code)
    yield f"  Reason {reason.code}: {known.title}"
    yield wrapped(known.meaning, indent=4)
    if reason.words:
        yield f"    The {hub} said:"
    for words in reason.words:
        yield wrapped(words, indent=6)
    if looked_at := reason.paths or known.paths:
        names = ", ".join(telling.name(path, answers) for path in looked_at if path in QUESTIONS)
        yield wrapped(f"Look at: {names}", indent=6, first="    ")
    for line in known.advice:
        yield wrapped(line, indent=6, first="    - ")
    yield f"    {known.page}"
