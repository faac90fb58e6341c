"""The copy sheet: each answer in the form the Console wants, in the order its fields stand there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers, answered
from trusthub_tui.profile.choices import label_of
from trusthub_tui.profile.countries import COUNTRY_NAMES
from trusthub_tui.profile.questionnaire import QUESTIONS, SECTIONS, Section
from trusthub_tui.profile.questions import Kind, Question
from trusthub_tui.profile.readings import canonical
from trusthub_tui.profile.wording import worded


@dataclass(frozen=True, slots=True)
class Entry:
    """One field to carry over."""

    path: str
    label: str
    value: str
    """What to enter, in one line and without anything around it."""
    note: str = ""
    """A few words that help to enter it; often empty."""


@dataclass(frozen=True, slots=True)
class SheetSection:
    """The fields of one part of the Console's form."""

    title: str
    entries: tuple[Entry, ...]


def copy_sheet(answers: Answers) -> tuple[SheetSection, ...]:
    """Return what to carry over to the Console, section by section.

    Meant for answers without problems; never raises, whatever they hold. A field that stays empty is left
    out. Ticks are not copied: the terms are read and accepted in the Console itself.
    """
    sections = (SheetSection(section.title, tuple(_entries(section, answers))) for section in SECTIONS)
    return tuple(section for section in sections if section.entries)


def _entries(section: Section, answers: Answers) -> Iterator[Entry]:
    for question in section.questions:
        value = "" if question.kind is Kind.TICK else _value(question, answers)
        if value:
            yield Entry(question.path, _label(question, answers), value, _note(question, value, answers))


def _value(question: Question, answers: Answers) -> str:
    value = canonical(question.path, answers)
    if question.path == paths.COUNTRY:
        return COUNTRY_NAMES.get(value, value)
    return value.replace(",", ", ") if question.kind is Kind.SEVERAL_OF else value


def _label(question: Question, answers: Answers) -> str:
    return worded(question, answers).label


def _note(question: Question, value: str, answers: Answers) -> str:
    note = _NOTES.get(question.path)
    if note:
        return note(value, answers)
    if question.kind is Kind.ONE_OF:
        label = label_of(value, question.options)
        return f"Choose {label}" if label != value else "Choose it from the list"
    return ""


def _country(_value: str, answers: Answers) -> str:
    return f"Choose it from the list; its code is {canonical(paths.COUNTRY, answers)}"


def _regions(value: str, _answers: Answers) -> str:
    labels = [label_of(one, QUESTIONS[paths.REGIONS].options) for one in value.split(", ")]
    return f"Tick {', '.join(labels)}"


def _notification(_value: str, answers: Answers) -> str:
    if answered(answers, paths.NOTIFICATION_EMAIL):
        return ""
    return "The e-mail of representative 1: Twilio wants one beside the callback"


_NOTES: Final = MappingProxyType[str, Callable[[str, Answers], str]](
    {
        paths.COUNTRY: _country,
        paths.REGIONS: _regions,
        paths.NOTIFICATION_EMAIL: _notification,
    }
)
