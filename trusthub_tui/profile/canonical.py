"""How an answer is read: its canonical form, which Twilio receives, and what a person is shown of it."""

import unicodedata
from collections.abc import Callable
from typing import Final

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import TICKED, Answers, answered, clean, joined, several
from trusthub_tui.profile.countries import COUNTRY_NAMES
from trusthub_tui.profile.labels import without_secret
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.questions import Kind

_LONGEST: Final = 4000
"""Characters that are looked at; no answer that is compliant comes near."""


def canonical(path: str, answers: Answers) -> str:
    """Return the exact value Twilio receives, such as ``+14155550132``.

    The typed text, cleaned, where it cannot be read or there is nothing to make canonical. The canonical form
    of a canonical form is itself. Raises ``KeyError`` for a path that is no question.
    """
    question = QUESTIONS[path]
    if path in paths.ADDRESS_PARTS:
        from trusthub_tui.profile.formats import address  # libraries come with the first answer

        return address.as_sent(_cut(answers))[path]
    if path == paths.SOCIAL:
        return _social(answers.get(path, ""))
    text = _tidy(answers.get(path, ""))
    if path == paths.NOTIFICATION_EMAIL and not text and answered(answers, paths.STATUS_CALLBACK):
        return canonical(paths.of_representative(1, "email"), answers)
    canonicalise = _CANONICAL.get(question.kind)
    return canonicalise(text, answers) if text and canonicalise else text


def reading(path: str, answers: Answers, *, short: bool = False) -> str:
    """Return what Twilio will receive, for people to read, when that differs from the typed text.

    Examples: ``+1 415 555 0132, United States``; ``https://northwindrobotics.com``; ``84-1927365``. Empty
    when there is nothing to add, or the answer cannot be read. ``short`` names a country by its code alone,
    such as ``+1 415 555 0132, US``.
    """
    typed = answers.get(path, "").strip()
    kind = QUESTIONS[path].kind
    if kind in (Kind.ONE_OF, Kind.SEVERAL_OF, Kind.TICK):
        return ""
    if kind is Kind.PHONE:
        return _phone_reading(typed, answers, short=short) if typed else ""
    sent = canonical(path, answers)
    if path == paths.NOTIFICATION_EMAIL and sent and not typed:
        return f"{sent}, the e-mail of representative 1"
    return without_secret(path, sent) if sent != typed else ""


def _cut(answers: Answers) -> Answers:
    return {path: answers.get(path, "")[:_LONGEST] for path in paths.ADDRESS_PARTS}


def _tidy(text: str) -> str:
    """Return text in one line, composed (NFC), with single spaces and none around it."""
    return " ".join(unicodedata.normalize("NFC", clean(text[:_LONGEST])).split())


def _email(text: str, answers: Answers) -> str:  # one signature for all kinds
    from trusthub_tui.profile.formats import email  # as above

    read = email.read(text)
    return read.address if isinstance(read, email.Email) else text


def _phone(text: str, answers: Answers) -> str:
    from trusthub_tui.profile.formats import phone  # as above

    read = phone.read(text, answers.get(paths.COUNTRY, ""))
    return read.e164 if isinstance(read, phone.Phone) else text


def _phone_reading(text: str, answers: Answers, *, short: bool) -> str:
    from trusthub_tui.profile.formats import phone  # as above

    read = phone.read(text, answers.get(paths.COUNTRY, ""))
    if isinstance(read, phone.UnreadablePhone):
        return ""
    name = read.country if short and read.country else COUNTRY_NAMES.get(read.country, "international")
    return f"{read.spaced}, {name}"


def _url(text: str, answers: Answers) -> str:  # one signature for all kinds
    from trusthub_tui.profile.formats import web  # as above

    read = web.read(text)
    return read.url if isinstance(read, web.Web) else text


def _social(text: str) -> str:
    """Several addresses are sent as one text; Twilio documents no separator, so it is the comma of a list."""
    from trusthub_tui.profile.formats import web  # as above

    tidy = _tidy(text)
    read = [web.read(part) for part in web.split(tidy)]
    addresses = [each.url for each in read if isinstance(each, web.Web)]
    return ", ".join(dict.fromkeys(addresses)) if len(addresses) == len(read) else tidy


def _number(text: str, answers: Answers) -> str:
    from trusthub_tui.profile.formats import registration  # as above

    read = registration.read(answers.get(paths.ID_TYPE, ""), text, answers.get(paths.COUNTRY, ""))
    return read.canonical if isinstance(read, registration.RegistrationNumber) else text


def _choices(text: str, answers: Answers) -> str:  # one signature for all kinds
    return joined(dict.fromkeys(value.strip() for value in several(text) if value.strip()))


def _tick(text: str, answers: Answers) -> str:  # one signature for all kinds
    return TICKED if text == TICKED else ""


_CANONICAL: Final[dict[Kind, Callable[[str, Answers], str]]] = {
    Kind.EMAIL: _email,
    Kind.PHONE: _phone,
    Kind.URL: _url,
    Kind.REGISTRATION_NUMBER: _number,
    Kind.SEVERAL_OF: _choices,
    Kind.TICK: _tick,
}
