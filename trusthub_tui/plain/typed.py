"""What a typed line means as the answer to a question: text, a number of a list, or a part of a choice."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from trusthub_tui.profile.answers import TICKED, joined
from trusthub_tui.profile.choice_search import meant, ranked
from trusthub_tui.profile.choices import Option
from trusthub_tui.profile.questions import Kind, Question

_YES: Final = frozenset({"y", "yes", "confirm", "i confirm"})
_NO: Final = frozenset({"n", "no"})


@dataclass(frozen=True, slots=True)
class Taken:
    """The line is an answer."""

    text: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """The line fits several choices."""

    options: Sequence[Option]


@dataclass(frozen=True, slots=True)
class Unfit:
    """The line is no answer to this question."""

    words: str
    """Why, and what to type instead, in sentences."""


Typed: TypeAlias = Taken | Unclear | Unfit


def read(question: Question, line: str, shown: Sequence[Option]) -> Typed:
    """Return what a line means; ``shown`` are the choices that were read out last.

    Only those have numbers: a ZIP code in the place of a state is no choice.
    """
    if question.kind is Kind.TICK:
        return _tick(line)
    if question.kind is Kind.SEVERAL_OF:
        return _several(question, line, shown)
    if question.options:
        found = _choice(question, line, shown)
        return found if isinstance(found, Unclear | Unfit) else Taken(found.value)
    return Taken(line)


def _tick(line: str) -> Typed:
    word = line.strip().casefold()
    if word in _YES:
        return Taken(TICKED)
    if word in _NO:
        return Taken("")
    return Unfit("Type yes to confirm, or no.")


def _several(question: Question, line: str, shown: Sequence[Option]) -> Typed:
    values: dict[str, None] = {}
    for part in filter(None, (part.strip() for part in line.replace(";", ",").split(","))):
        found = _choice(question, part, shown)
        if isinstance(found, Unclear | Unfit):
            return found
        values[found.value] = None
    order = [option.value for option in question.options if option.value in values]
    return Taken(joined(order))


def _choice(question: Question, words: str, shown: Sequence[Option]) -> Option | Unclear | Unfit:
    words = words.strip()
    if shown and words.isascii() and words.isdecimal():
        return _numbered(words, shown)
    if exact := meant(question.options, words):
        return exact
    fits = ranked(question.options, words, question.frequent)
    if len(fits) == 1:
        return fits[0]
    if fits:
        return Unclear(fits)
    return Unfit(f"No choice fits {words}. Type a part of its name, or :list to hear the choices.")


def _numbered(digits: str, shown: Sequence[Option]) -> Option | Unfit:
    if len(digits) <= len(str(len(shown))) and 1 <= int(digits) <= len(shown):
        return shown[int(digits) - 1]
    return Unfit(f"There is no choice {digits}. The numbers go from 1 to {len(shown)}.")
