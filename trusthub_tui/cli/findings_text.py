"""Findings and answers in words, for every command that prints them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from trusthub_tui.cli import json_documents
from trusthub_tui.cli.output import say, say_json, wrapped
from trusthub_tui.cli.profile_record import Record
from trusthub_tui.cli.submission_text import reviewer
from trusthub_tui.profile.acknowledgements import Acknowledgement, acknowledgement_of
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.errors import sentences
from trusthub_tui.profile.findings import Evaluation, Finding, Severity
from trusthub_tui.profile.labels import counted, full_label, place_of_finding
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.submission import Reason, Submission

_HEADINGS: Final = (
    ("problem", "Trust Hub would reject the profile at once"),
    ("likely rejection", "the review may not accept this"),
    ("hint", "worth a second look"),
)

_LEADS: Final = {
    Severity.PROBLEM: "Problem",
    Severity.WARNING: "Likely rejection",
    Severity.HINT: "Hint",
}

NOTHING_FOUND: Final = "No problems, no likely rejections, no hints."


def findings(
    evaluation: Evaluation, answers: Answers, acknowledged: Iterable[Acknowledgement] = ()
) -> Iterator[str]:
    """Yield the lines that tell all findings, the worst first, and what the user said is right."""
    if not evaluation.findings:
        yield NOTHING_FOUND
    for heading, found in by_weight(evaluation):
        yield heading
        yield from _each(found, answers, tuple(acknowledged))


def finding_lines(found: Iterable[Finding], answers: Answers) -> Iterator[str]:
    """Yield the lines that tell some findings, each with how bad it is."""
    for one in found:
        yield wrapped(f"{_LEADS[one.severity]}: {place_of_finding(one, answers)}", indent=2, first="")
        yield wrapped(sentences(one.message, one.remedy), indent=4)


def tell(record: Record, evaluation: Evaluation, then: str, *, as_json: bool) -> None:
    """Print the findings of a profile that was not sent because of them, and what to do."""
    profile = record.profile
    if as_json:
        found = [json_documents.finding(one) for one in evaluation.findings]
        say_json({"id": profile.id, "sent": False, "findings": found})
        return
    lines = findings(evaluation, profile.answers, profile.acknowledged)
    say("\n".join((record.title, *lines, *(("", then) if then else ()))))


def by_weight(evaluation: Evaluation) -> Iterator[tuple[str, Sequence[Finding]]]:
    """Yield a heading and the findings below it, the worst first; nothing for a weight without any."""
    kinds = (evaluation.problems, evaluation.warnings, evaluation.hints)
    for (noun, meaning), found in zip(_HEADINGS, kinds, strict=True):
        if found:
            yield f"{counted(len(found), noun)}: {meaning}", found


def acknowledgement_words(acknowledged: Acknowledgement) -> str:
    """Return what the user said about a finding or a reason."""
    return f"You said it is right: {acknowledged.note}" if acknowledged.note else "You said it is right"


def _each(
    found: Sequence[Finding], answers: Answers, acknowledged: Sequence[Acknowledgement]
) -> Iterator[str]:
    for finding in found:
        yield wrapped(place_of_finding(finding, answers), indent=4, first="  ")
        yield wrapped(sentences(finding.message, finding.remedy), indent=4)
        if said := acknowledgement_of(finding, acknowledged, answers):
            yield wrapped(sentences(acknowledgement_words(said)), indent=4)


def words_of(reason: Reason, submission: Submission, indent: int) -> Iterator[str]:
    """Yield the lines with the reviewer's own words, as received."""
    if reason.words:
        said_by = reviewer(submission)
        yield f"{' ' * indent}{said_by[:1].upper()}{said_by[1:]} said:"
    for words in reason.words:
        yield wrapped(words, indent=indent + 2)


def look_at(reason: Reason, answers: Answers) -> str:
    """Return the names of the questions a reason concerns; empty when no answer is to blame."""
    return ", ".join(full_label(path, answers) for path in questions_of(reason))


def questions_of(reason: Reason) -> tuple[str, ...]:
    """Return the paths of the questions to look at for a reason, the most likely one first."""
    looked_at = reason.paths or entry(reason.code).paths
    return tuple(path for path in looked_at if path in QUESTIONS)


def advice(reason: Reason, indent: int) -> Iterator[str]:
    """Yield the lines that say what to do about a reason, and where Twilio writes about it."""
    known = entry(reason.code)
    lead = " " * indent
    for line in known.advice:
        yield wrapped(line, indent=indent + 2, first=f"{lead}- ")
    yield f"{lead}{known.page}"
