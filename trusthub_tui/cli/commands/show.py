"""``show``: all there is to know about one profile, as text or as JSON."""

from collections.abc import Iterator

import click

from trusthub_tui.cells import padded, width_of
from trusthub_tui.cli import findings_text, remote_text, settings
from trusthub_tui.cli.arguments import json_option, profile_argument
from trusthub_tui.cli.fault import ExitCode
from trusthub_tui.cli.json_documents import document
from trusthub_tui.cli.output import say, say_json, wrapped
from trusthub_tui.cli.workspace import evaluated, now, opened_to_read, record_of
from trusthub_tui.copies import words
from trusthub_tui.copies.record import Record
from trusthub_tui.copies.words import reason_title, rehearsal_line, sent, verdict
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.findings import Evaluation
from trusthub_tui.profile.labels import answer_in_words, label_beside, moment, whose_word
from trusthub_tui.profile.questionnaire import SECTIONS, subject_of
from trusthub_tui.profile.questions import Question, Section
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.submission import Reason, Submission
from trusthub_tui.trusthub.remote_known import Known, at_twilio_as_known


@click.command
@profile_argument
@json_option
@settings.options()
def show(profile_id: str, *, as_json: bool) -> int:
    """Print a profile: answers, findings, submissions and reasons."""
    with opened_to_read(settings.current(), profile_id) as workspace:
        record = record_of(workspace, profile_id)
        evaluation = evaluated(workspace, record.profile)
        remote = at_twilio_as_known(workspace.store, record.profile.id)
    if as_json:
        whole = document(record.profile, evaluation, record.submissions, record.events)
        say_json({**whole, "twilio": remote and remote_text.document(remote)})
    else:
        say("\n".join(_lines(record, evaluation, remote)))
    return ExitCode.DONE


def _lines(record: Record, evaluation: Evaluation, remote: Known | None) -> Iterator[str]:
    profile, answers = record.profile, record.profile.answers
    yield record.title
    yield record.badge
    if record.rehearsal is not None:
        yield rehearsal_line(record.rehearsal)
    yield f"Created {moment(profile.created_at, None)}, last change {moment(profile.changed_at, None)}"
    if profile.sid:
        yield f"At Twilio it is {profile.sid}"
    if remote is not None:
        yield from remote_text.lines(remote, now())
    elif word := whose_word(profile.status, record.hub, None, now()):
        yield f"The status is {word}"
    for section in SECTIONS:
        if section.questions:
            yield ""
            yield from _section(section, answers)
    yield ""
    yield from findings_text.findings(evaluation, answers, profile.acknowledged)
    for submission in reversed(record.submissions):
        yield ""
        yield from _submission(submission)


def _section(section: Section, answers: Answers) -> Iterator[str]:
    yield f"{section.number} {section.title}"
    asked = [worded(question, answers) for question in section.questions]
    width = max(width_of(label_beside(question)) for question in asked)
    subject = ""
    for question in asked:
        if subject_of(question.path) != subject:
            subject = subject_of(question.path)
            yield f"  {subject}"
        lead = "    " if subject else "  "
        yield _answer(question, answers.get(question.path, ""), lead, width)


def _answer(question: Question, text: str, lead: str, width: int) -> str:
    first = f"{lead}{padded(label_beside(question), width)}  "
    return wrapped(answer_in_words(question, text), width_of(first), first)


def _submission(submission: Submission) -> Iterator[str]:
    yield sent(submission)
    yield f"  {verdict(submission)}"
    reasons = submission.decision.reasons if submission.decision else ()
    for reason in reasons:
        yield from _reason(reason, submission)


def _reason(reason: Reason, submission: Submission) -> Iterator[str]:
    known = entry(reason.code)
    yield f"  {reason_title(reason)}"
    yield wrapped(known.meaning, indent=4)
    yield from findings_text.words_of(reason, submission, indent=4)
    if looked_at := words.look_at(reason, submission.answers):
        yield wrapped(f"Look at: {looked_at}", indent=6, first="    ")
    yield from findings_text.advice(reason, indent=4)
