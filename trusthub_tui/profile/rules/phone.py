"""Phones of the representatives: whether Twilio can call them, from any country."""

from collections.abc import Iterator
from typing import Final

from trusthub_tui.profile import normalize, paths
from trusthub_tui.profile.answers import Answers, answered
from trusthub_tui.profile.countries import in_a_sentence
from trusthub_tui.profile.findings import Finding, Moment
from trusthub_tui.profile.formats import look_alikes
from trusthub_tui.profile.questionnaire import QUESTIONS
from trusthub_tui.profile.rules.rule import Context, Ground, Rule

_PLAN = "The country's numbering plan, as libphonenumber holds it"
_E164 = "Twilio's API takes phone numbers in E.164 form; ITU-T E.164"
_REACHED = "Trust Hub: Twilio may call a representative during vetting"

LETTERS = Rule(
    "phone.letters",
    Ground.UNSENDABLE,
    "{label} has letters in it",
    "Enter digits only, like +1 415 555 0132",
    _E164,
    Moment.LEAVING,
)
MISTAKEN = Rule(
    "phone.letter-for-digit",
    Ground.UNSENDABLE,
    "{label} has {wrong} where {right} belongs. Enter {meant}",
    "Enter digits only",
    _E164,
    Moment.LEAVING,
)
NO_DIGITS = Rule(
    "phone.no-digits",
    Ground.UNSENDABLE,
    "{label} has no digits",
    "Enter it like +1 415 555 0132",
    _E164,
    Moment.LEAVING,
)
NO_COUNTRY = Rule(
    "phone.no-country",
    Ground.UNSENDABLE,
    "{label} starts without a country. Enter it like +1 415 555 0132",
    "Start with + and the country code, or choose the country of the business address",
    _E164,
    Moment.LEAVING,
)
UNKNOWN_COUNTRY = Rule(
    "phone.unknown-country",
    Ground.UNSENDABLE,
    "{label} starts with a country code that does not exist",
    "Check the digits after the +. The United States are +1, the United Kingdom is +44",
    _PLAN,
    Moment.LEAVING,
)
EXTENSION = Rule(
    "phone.extension",
    Ground.UNSENDABLE,
    "{label} has an extension, {extension}, and Twilio takes none",
    "Enter a number that reaches the person directly, without {extension}",
    _E164 + ", which has no room for an extension",
    Moment.LEAVING,
)
SEVERAL = Rule(
    "phone.several",
    Ground.UNSENDABLE,
    "{label} holds more than one number",
    "Enter the one number this person is most likely to answer",
    _E164,
    Moment.LEAVING,
)
TOO_SHORT = Rule(
    "phone.too-short",
    Ground.UNSENDABLE,
    "{label} is too short for {country}: {given} of {needed} digits{behind}",
    "Check for a missing digit. If it belongs to another country, start with + and the country code",
    _PLAN,
    Moment.LEAVING,
)
TOO_LONG = Rule(
    "phone.too-long",
    Ground.UNSENDABLE,
    "{label} is too long for {country}: {given} digits{behind} instead of {needed}",
    "Check for a digit too many. If it belongs to another country, start with + and the country code",
    _PLAN,
    Moment.LEAVING,
)
NOT_ASSIGNED = Rule(
    "phone.not-assigned",
    Ground.UNSENDABLE,
    "{label} cannot be a number of {country}: no number there starts like this",
    "Check each digit. If it belongs to another country, start with + and the country code",
    _PLAN,
    Moment.LEAVING,
)
PREMIUM = Rule(
    "phone.premium",
    Ground.VETTING,
    "{label} is a number that callers pay extra for. Twilio will not call it",
    "Enter the person's own office or mobile number. {reason}",
    _REACHED + "; " + _PLAN,
    Moment.LEAVING,
    practice_rejects=True,
)
TOLL_FREE = Rule(
    "phone.toll-free",
    Ground.VETTING,
    "{label} is a toll-free number. It belongs to a business, not to a person",
    "Enter the person's own office or mobile number. {reason}",
    _REACHED + "; no Twilio page forbids toll-free numbers, so it is no problem",
    Moment.LEAVING,
    practice_rejects=True,
)
VOIP = Rule(
    "phone.voip",
    Ground.VETTING,
    "{label} is an internet phone number, which is hard to tie to a person",
    "Enter the person's own office or mobile number if there is one. {reason}",
    _REACHED + "; no Twilio page forbids internet numbers on a profile, so it is no problem",
    Moment.LEAVING,
)
PERSONAL = Rule(
    "phone.personal",
    Ground.VETTING,
    "{label} is a follow-me number that only forwards calls",
    "Enter the person's own office or mobile number. {reason}",
    _REACHED + "; " + _PLAN,
    Moment.LEAVING,
)
SERVICE = Rule(
    "phone.service",
    Ground.VETTING,
    "{label} is a service number, not the line of a person",
    "Enter the person's own office or mobile number. {reason}",
    _REACHED + "; " + _PLAN,
    Moment.LEAVING,
)
MADE_UP = Rule(
    "phone.made-up",
    Ground.VETTING,
    "{label} looks made up: its digits are all alike or simply count on",
    "Enter a number this person answers. {reason}",
    _REACHED,
    Moment.LEAVING,
)

RULES: tuple[Rule, ...] = (
    LETTERS,
    MISTAKEN,
    NO_DIGITS,
    NO_COUNTRY,
    UNKNOWN_COUNTRY,
    EXTENSION,
    SEVERAL,
    TOO_SHORT,
    TOO_LONG,
    NOT_ASSIGNED,
    PREMIUM,
    TOLL_FREE,
    VOIP,
    PERSONAL,
    SERVICE,
    MADE_UP,
)

_BY_NAME: Final = {rule.name: rule for rule in RULES}


def check(answers: Answers, known: Context) -> Iterator[Finding]:  # one signature for all topics
    """Yield what is wrong or risky about the representatives' phones."""
    for number in (1, 2):
        path = paths.of_representative(number, "phone_number")
        if answered(answers, path):
            yield from _phone(path, answers[path], answers.get(paths.COUNTRY, ""), 18603 + number)


def _phone(path: str, text: str, country: str, code: int) -> Iterator[Finding]:
    from trusthub_tui.profile.formats import phone  # the library costs 14 ms to import

    label = QUESTIONS[path].label
    read = phone.read(text, country)
    if isinstance(read, phone.UnreadablePhone):
        wrong = _letter_for_digit(text, country) if read.fault is phone.PhoneFault.LETTERS else None
        if wrong:
            yield MISTAKEN.at(path, label=label, wrong=wrong.wrong, right=wrong.right, meant=wrong.meant)
            return
        rule = _BY_NAME[f"phone.{read.fault}"]
        yield rule.at(
            path,
            label=label,
            extension=read.extension,
            country=in_a_sentence(read.country) if read.country else "any country",
            given=read.given,
            behind=f" after {read.code}" if read.code else "",
            needed=_needed(read.lengths, short=rule is TOO_SHORT),
        )
        return
    risk = {
        phone.PhoneKind.ORDINARY: MADE_UP if read.made_up else None,
        phone.PhoneKind.PREMIUM: PREMIUM,
        phone.PhoneKind.TOLL_FREE: TOLL_FREE,
        phone.PhoneKind.VOIP: VOIP,
        phone.PhoneKind.PERSONAL: PERSONAL,
        phone.PhoneKind.SERVICE: SERVICE,
    }[read.kind]
    if risk is not None:
        reason = f"A person Twilio cannot reach is rejection reason {code}"
        yield risk.at(path, predicts=code, label=label, reason=reason)


def _letter_for_digit(text: str, country: str) -> look_alikes.Mistaken | None:
    """Return the letter that stands for a digit, such as O for 0, if the rest is a number."""
    from trusthub_tui.profile.formats import phone  # the library costs 14 ms to import

    return look_alikes.mistaken(
        normalize.code(text), lambda meant: isinstance(phone.read(meant, country), phone.Phone)
    )


def _needed(lengths: tuple[int, ...], *, short: bool) -> str:
    """Say how many digits there should be: ``10``, ``9 or 10``, ``at least 5``, ``at most 15``."""
    match lengths:
        case ():
            return "at least 7" if short else "at most 15"
        case (only,):
            return str(only)
        case (fewer, more):
            return f"{fewer} or {more}"
        case _:
            return f"at least {lengths[0]}" if short else f"at most {lengths[-1]}"
