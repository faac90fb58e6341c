"""Differences between two sets of answers, in words and as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trusthub_tui.cli.output import wrapped
from trusthub_tui.profile.answers import Answers
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.differences import Difference
from trusthub_tui.profile.labels import answer_in_words, place, without_secret
from trusthub_tui.profile.questionnaire import QUESTIONS


@dataclass(frozen=True, slots=True)
class NamedAnswers:
    """One of the two sets of answers that are compared."""

    name: str
    answers: Answers


def as_documents(found: Sequence[Difference]) -> list[dict[str, str]]:
    """Return differences for JSON: question path, label, and both answers as typed, but for passwords."""
    return [
        {
            "path": one.path,
            "label": one.label,
            "before": without_secret(one.path, one.before),
            "after": without_secret(one.path, one.after),
        }
        for one in found
    ]


def difference_lines(found: Sequence[Difference], before: NamedAnswers, after: NamedAnswers) -> Iterator[str]:
    """Yield the lines with old and new answer of each question."""
    width = max(len(before.name), len(after.name))
    for one in found:
        yield f"  {place(one.path, after.answers)}"
        for side in (before, after):
            lead = f"    {side.name:<{width}}  "
            yield wrapped(in_words(one.path, side.answers), indent=len(lead), first=lead)


def in_words(path: str, answers: Answers) -> str:
    """Return an answer in the words of its own side's country."""
    return answer_in_words(worded(QUESTIONS[path], answers), answers.get(path, ""))
