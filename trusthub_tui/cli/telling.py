"""Findings and answers in words, for every command that prints them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from trusthub_tui.cli.fate import reviewer
from trusthub_tui.cli.output import sentences, wrapped
from trusthub_tui.profile.acknowledgements import Acknowledgement, acknowledgement_of
from trusthub_tui.profile.answers import Answers, several
from trusthub_tui.profile.choices import label_of
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.findings import Evaluation, Finding, Severity
from trusthub_tui.profile.questionnaire import QUESTIONS, section_of, subject_of
from trusthub_tui.profile.questions import Kind, Question
from trusthub_tui.profile.rejections import entry
from trusthub_tui.profile.sections.notification import NOTIFICATION
from trusthub_tui.profile.submission import Reason, Submission

_HEADINGS: Final = (
    ("problem", "problems", "Trust Hub would reject the profile at once"),
    ("likely rejection", "likely rejections", "the review may not accept this"),
    ("hint", "hints", "worth a second look"),
)

NOTHING_FOUND: Final = "No problems, no likely rejections, no hints."


def in_words(question: Question, text: str) -> str:
    """Return an answer as people read it: the labels of what was chosen, anything else as typed."""
    match question.kind:
        case Kind.ONE_OF | Kind.REGION:
            return label_of(text, question.options)
        case Kind.SEVERAL_OF:
            return ", ".join(label_of(value, question.options) for value in several(text))
        case _:
            return text


def place(path: str, answers: Answers) -> str:
    """Return where a question is, such as ``Step 4, Representative 1: Work e-mail``."""
    return f"Step {section_of(path).number}, {name(path, answers)}"


def name(path: str, answers: Answers) -> str:
    """Return a label that stands alone, in the words of the profile's country."""
    question, section = QUESTIONS[path], section_of(path)
    if question.kind is Kind.TICK:
        return section.title
    subject = subject_of(path) or (section.title if section is NOTIFICATION else "")
    label = worded(question, answers).label
    return f"{subject}: {label}" if subject else label


def findings(evaluation: Evaluation, answers: Answers, kept: Iterable[Acknowledgement] = ()) -> Iterator[str]:
    """Yield the lines that tell all findings, the worst first, and what the user said is right."""
    if not evaluation.findings:
        yield NOTHING_FOUND
    for heading, found in by_weight(evaluation):
        yield heading
        yield from _each(found, answers, tuple(kept))


def by_weight(evaluation: Evaluation) -> Iterator[tuple[str, Sequence[Finding]]]:
    """Yield a heading and the findings below it, the worst first; nothing for a weight without any."""
    kinds = (evaluation.problems, evaluation.warnings, evaluation.hints)
    for (one, many, meaning), found in zip(_HEADINGS, kinds, strict=True):
        if found:
            yield f"{counted(len(found), one, many)}: {meaning}", found


def where(finding: Finding, answers: Answers) -> str:
    """Return the place of a finding, and for a likely rejection the reason it may lead to.

    A problem is rejected at once, for a reason of its own; it never gets as far as that.
    """
    likely = finding.severity is Severity.WARNING and finding.predicts
    foreseen = f" (reason {finding.predicts})" if likely else ""
    return place(finding.path, answers) + foreseen


def kept_words(kept: Acknowledgement) -> str:
    """Return what the user said about a finding or a reason."""
    return f"You said it is right: {kept.note}" if kept.note else "You said it is right"


def counted(count: int, one: str, many: str) -> str:
    """Return a number with its noun, such as ``2 problems``."""
    return f"{count} {one if count == 1 else many}"


def _each(found: Sequence[Finding], answers: Answers, kept: Sequence[Acknowledgement]) -> Iterator[str]:
    for finding in found:
        yield wrapped(where(finding, answers), indent=4, first="  ")
        yield wrapped(sentences(finding.message, finding.remedy), indent=4)
        if said := acknowledgement_of(finding, kept, answers):
            yield wrapped(sentences(kept_words(said)), indent=4)


def reason_title(reason: Reason) -> str:
    """Return code and title of a reason; the title of one we do not know says its code, if it has one."""
    known = entry(reason.code)
    number = f" {reason.code}" if known.known else ""
    return f"Reason{number}: {known.title}"


def words_of(reason: Reason, submission: Submission, indent: int) -> Iterator[str]:
    """Yield the lines with the reviewer's own words, as received."""
    if reason.words:
        said_by = reviewer(submission)
        yield f"{' ' * indent}{said_by[:1].upper()}{said_by[1:]} said:"
    for words in reason.words:
        yield wrapped(words, indent=indent + 2)


def look_at(reason: Reason, answers: Answers) -> str:
    """Return the names of the questions a reason concerns; empty when no answer is to blame."""
    return ", ".join(name(path, answers) for path in questions_of(reason))


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
