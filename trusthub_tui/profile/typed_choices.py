"""Answers in people's words: which choice of a question they mean, for commands and tables."""

import re
from collections.abc import Sequence
from typing import Final

from trusthub_tui.profile.answers import TICKED, Answers, clean, joined, quoted
from trusthub_tui.profile.choice_search import meant, ranked
from trusthub_tui.profile.choices import Option
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.errors import ExplainedError
from trusthub_tui.profile.labels import full_label
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.questions import Kind

_BETWEEN: Final = re.compile(r"[,;|\n]")
_YES: Final = frozenset({"yes", "y", "true", "1", "x", "confirmed", "i confirm"})
_NO: Final = frozenset({"no", "n", "false", "0", "not confirmed"})
_MOST_NAMED: Final = 8


class NoSuchChoice(ExplainedError):
    """Words that name no choice of a question, or more than one."""


def taken(path: str, words: str, answers: Answers) -> str:
    """Return the answer that some words mean: a choice by its value, its label, an alias or a unique part.

    ``answers`` are those beside it: which states there are depends on the country. Text is taken as it is.
    Raises :class:`NoSuchChoice`, and ``KeyError`` for a path that is no question.
    """
    question = worded(QUESTIONS[path], answers)
    if not words.strip():
        return ""
    match question.kind:
        case Kind.TICK:
            return _tick(path, words)
        case Kind.SEVERAL_OF:
            chosen = {_choice(path, part, question.options) for part in _BETWEEN.split(words) if part.strip()}
            return joined(option.value for option in question.options if option.value in chosen)
        case _ if question.options:
            return _choice(path, words, question.options)
        case _:
            return clean(words)


def _tick(path: str, words: str) -> str:
    word = words.strip().casefold()
    if word not in _YES | _NO:
        raise NoSuchChoice(f"{full_label(path)} is yes or no, not {quoted(words)}", "Write yes or no")
    return TICKED if word in _YES else ""


def _choice(path: str, words: str, options: Sequence[Option]) -> str:
    if exact := meant(options, words):
        return exact.value
    fits = ranked(options, words.replace("&", " and "))
    if len(fits) == 1:
        return fits[0].value
    how_many = "Several choices of" if fits else "No choice of"
    says = f"{how_many} {full_label(path)} can be meant by {quoted(words)}"
    named = [option.value for option in (fits or options)[:_MOST_NAMED]]
    more = len(fits or options) - len(named)
    remedy = f"Write one of {', '.join(named)}"
    raise NoSuchChoice(says, f"{remedy}, or one of {more} more" if more > 0 else remedy)
