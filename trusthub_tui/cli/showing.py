"""``show``: all there is to know about one profile, as text or as JSON."""

from collections.abc import Iterator
from typing import Final

from trusthub_tui.cli import telling
from trusthub_tui.cli.fate import sent, verdict
from trusthub_tui.cli.json_documents import document
from trusthub_tui.cli.output import cells, local, padded, say, say_json, wrapped
from trusthub_tui.cli.program import ExitCode
from trusthub_tui.cli.record import Record, record_of
from trusthub_tui.cli.settings import Settings
from trusthub_tui.cli.workspace import evaluated, opened_to_read
from trusthub_tui.profile.answers import TICKED, Answers
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.findings import Evaluation
from trusthub_tui.profile.questionnaire import SECTIONS, subject_of
from trusthub_tui.profile.questions import Kind, Question, Section
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.submission import Reason, Submission

_UNANSWERED: Final = "-"


def run(settings: Settings, profile_id: str, *, as_json: bool) -> int:
    """Print the profile."""
    with opened_to_read(settings, profile_id) as workspace:
        record = record_of(workspace, profile_id)
        evaluation = evaluated(workspace, record.profile)
    if as_json:
        say_json(document(record.profile, evaluation, record.submissions, record.events))
    else:
        say("\n".join(_lines(record, evaluation)))
    return ExitCode.DONE


def _lines(record: Record, evaluation: Evaluation) -> Iterator[str]:
    profile, answers = record.profile, record.profile.answers
    yield record.title
    yield record.badge
    yield f"Created {local(profile.created_at)}, last change {local(profile.changed_at)}"
    if profile.sid:
        yield f"At Twilio it is {profile.sid}"
    for section in SECTIONS:
        if section.questions:
            yield ""
            yield from _section(section, answers)
    yield ""
    yield from telling.findings(evaluation, answers, profile.kept)
    for submission in reversed(record.submissions):
        yield ""
        yield from _submission(submission)


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
    yield sent(submission)
    yield f"  {verdict(submission)}"
    reasons = submission.decision.reasons if submission.decision else ()
    for reason in reasons:
        yield from _reason(reason, submission)


def _reason(reason: Reason, submission: Submission) -> Iterator[str]:
    known = entry(reason.code)
    yield f"  {telling.reason_title(reason)}"
    yield wrapped(known.meaning, indent=4)
    yield from telling.words_of(reason, submission, indent=4)
    if looked_at := telling.look_at(reason, submission.answers):
        yield wrapped(f"Look at: {looked_at}", indent=6, first="    ")
    yield from telling.advice(reason, indent=4)
