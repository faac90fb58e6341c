"""The copy sheet: each answer in the form the Console wants, in the order its fields stand there.

Choices stand as Twilio's own value strings: they are what its pages list, while the labels of the Console are
published only in pictures.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import Answers, answered, joined, several
from trusthub_tui.profile.canonical import canonical
from trusthub_tui.profile.choices import RegistrationIdType, label_of
from trusthub_tui.profile.countries import COUNTRY_NAMES, in_a_sentence
from trusthub_tui.profile.country_wording import worded
from trusthub_tui.profile.findings import Finding
from trusthub_tui.profile.questionnaire import SECTIONS, subject_of
from trusthub_tui.profile.questions import Kind, Question

CONSOLE_PAGE: Final = "https://console.twilio.com/us1/account/trust-hub/customer-profiles"
"""Where the Console lists profiles."""


@dataclass(frozen=True, slots=True)
class SheetField:
    """One field to carry over."""

    path: str
    label: str
    value: str
    """What to enter, in one line and with nothing around it; empty only where an answer is missing."""
    note: str = ""
    """A few words that help to enter it, without a full stop; often empty."""
    problem: str = ""
    """Why the answer cannot be sent as it stands, in a sentence; it is then shown as typed."""


@dataclass(frozen=True, slots=True)
class SheetSection:
    """The fields of one part of the Console's form."""

    title: str
    entries: tuple[SheetField, ...]


def copy_sheet(
    answers: Answers, problems: Iterable[Finding] = (), *, one_representative: bool = False
) -> tuple[SheetSection, ...]:
    """Return what to carry over to the Console, part by part; each representative is a part.

    Never raises, whatever the answers hold. A field that stays empty is left out, unless a problem says that
    it must not; so are the terms, which are read and accepted in the Console itself. Where the Console asks
    for one representative, the second can be left out.
    """
    wrong = {problem.path: problem.message for problem in problems}
    parts = (
        (title, tuple(_entries(asked, answers, wrong)))
        for title, asked in _PARTS.items()
        if not (one_representative and title == _SECOND)
    )
    return tuple(SheetSection(title, entries) for title, entries in parts if entries)


def _parts() -> dict[str, tuple[Question, ...]]:
    parts: dict[str, tuple[Question, ...]] = {}
    for section in SECTIONS:
        for question in section.questions:
            if question.kind is not Kind.TICK:
                title = subject_of(question.path) or section.title
                parts[title] = (*parts.get(title, ()), question)
    return parts


_PARTS: Final = MappingProxyType(_parts())


_SECOND: Final = subject_of(paths.of_representative(2, "email"))


def _entries(asked: tuple[Question, ...], answers: Answers, wrong: Mapping[str, str]) -> Iterator[SheetField]:
    for question in asked:
        problem, sent = wrong.get(question.path, ""), canonical(question.path, answers)
        shown = worded(question, answers)
        if problem:
            typed = answers.get(question.path, "").strip()
            yield SheetField(question.path, shown.label, _value(question, typed), problem=problem)
        elif sent:
            yield SheetField(question.path, shown.label, _value(question, sent), _note(shown, sent, answers))


def _value(question: Question, sent: str) -> str:
    if question.path == paths.COUNTRY:
        return COUNTRY_NAMES.get(sent, sent)
    return ", ".join(several(sent)) if question.kind is Kind.SEVERAL_OF else sent


def _note(shown: Question, sent: str, answers: Answers) -> str:
    note = _NOTES.get(shown.path)
    if note:
        return note(shown, sent, answers)
    if shown.kind is Kind.ONE_OF:
        return _chosen(shown, sent)
    return _country_first(sent) if shown.kind is Kind.PHONE else ""


def _chosen(shown: Question, sent: str) -> str:
    label = label_of(sent, shown.options)
    return "Choose it from the list" if label == sent else f"Choose it from the list: {label}"


def _country_first(sent: str) -> str:
    """Return the number in its two parts: the Console's field has a list for the country."""
    from trusthub_tui.profile.formats import phone  # its library comes with the first number

    read = phone.read(sent, "")
    if not isinstance(read, phone.Phone):
        return ""
    code = read.spaced.split(maxsplit=1)[0]
    return f"Where the country is asked first: {code}, then {sent.removeprefix(code)}"


def _name(_shown: Question, _sent: str, _answers: Answers) -> str:
    return "Also the name on the address, if the Console asks for one"


def _country(_shown: Question, sent: str, _answers: Answers) -> str:
    return f"Choose it from the list; its code is {sent}"


def _street(_shown: Question, _sent: str, answers: Answers) -> str:
    return "" if answered(answers, paths.STREET_SECONDARY) else "Leave the second line of the address empty"


def _part(shown: Question, sent: str, answers: Answers) -> str:
    """Say why something is entered that was never answered, or what a short code stands for."""
    if not answered(answers, shown.path):
        country = in_a_sentence(canonical(paths.COUNTRY, answers)) or "the country"
        return f"This stands in: Twilio wants one, and addresses in {country} need none"
    label = label_of(sent, shown.options)
    return label if label != sent else ""


def _id_type(shown: Question, sent: str, _answers: Answers) -> str:
    if sent == RegistrationIdType.OTHER:
        return "Where the Console asks what kind it is, enter the name on your papers"
    return _chosen(shown, sent)


def _regions(shown: Question, sent: str, _answers: Answers) -> str:
    labels = (label_of(one, shown.options) for one in several(sent))
    return f"Tick {joined(labels).replace(',', ', ')}"


def _notification(_shown: Question, _sent: str, answers: Answers) -> str:
    if answered(answers, paths.NOTIFICATION_EMAIL):
        return ""
    return "The e-mail of representative 1: Twilio wants one beside the callback"


_NOTES: Final = MappingProxyType[str, Callable[[Question, str, Answers], str]](
    {
        paths.BUSINESS_NAME: _name,
        paths.COUNTRY: _country,
        paths.STREET: _street,
        paths.CITY: _part,
        paths.REGION: _part,
        paths.POSTAL_CODE: _part,
        paths.ID_TYPE: _id_type,
        paths.REGIONS: _regions,
        paths.NOTIFICATION_EMAIL: _notification,
    }
)
