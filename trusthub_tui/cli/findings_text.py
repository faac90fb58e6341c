"""Findings and answers in words, for every command that prints them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from trusthub_tui.cli import json_documents
from trusthub_tui.cli.output import say, say_json, wrapped
from trusthub_tui.copies.record import Record
from trusthub_tui.copies.words import NOTHING_FOUND, acknowledgement_words, by_weight, reviewer
from trusthub_tui.profile.acknowledgements import Acknowledgement, acknowledgement_of
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.errors import sentences
from trusthub_tui.profile.findings import Evaluation, Finding, Severity
from trusthub_tui.profile.labels import place_of_finding
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.submission import Reason, Submission

_LEADS: Final = {
    Severity.PROBLEM: "Problem",
    Severity.WARNING: "Likely rejection",
    Severity.HINT: "Hint",
}


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


def advice(reason: Reason, indent: int) -> Iterator[str]:
    """Yield the lines that say what to do about a reason, and where Twilio writes about it."""
    known = entry(reason.code)
    lead = " " * indent
    for line in known.advice:
        yield wrapped(line, indent=indent + 2, first=f"{lead}- ")
    yield f"{lead}{known.page}"
