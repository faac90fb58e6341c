"""Findings and answers in words, for every command that prints them."""

from collections.abc import Iterator, Sequence
from typing import Final

from trusthub_tui.cli.output import sentences, wrapped
from trusthub_tui.profile.answers import Answers, several
from trusthub_tui.profile.choices import label_of
from trusthub_tui.profile.findings import Evaluation, Finding
from trusthub_tui.profile.questionnaire import QUESTIONS, section_of, subject_of
from trusthub_tui.profile.questions import Kind, Question
from trusthub_tui.profile.sections.notification import NOTIFICATION
from trusthub_tui.profile.wording import worded

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


def findings(evaluation: Evaluation, answers: Answers) -> Iterator[str]:
    """Yield the lines that tell all findings, the worst first."""
    kinds = (evaluation.problems, evaluation.warnings, evaluation.hints)
    if not any(kinds):
        yield NOTHING_FOUND
    for (one, many, meaning), found in zip(_HEADINGS, kinds, strict=True):
        if found:
            yield f"{len(found)} {one if len(found) == 1 else many}: {meaning}"
            yield from _each(found, answers)


def _each(found: Sequence[Finding], answers: Answers) -> Iterator[str]:
    for finding in found:
        foreseen = f" (reason {finding.predicts})" if finding.predicts else ""
        yield wrapped(place(finding.path, answers) + foreseen, indent=4, first="  ")
        yield wrapped(sentences(finding.message, finding.remedy), indent=4)
